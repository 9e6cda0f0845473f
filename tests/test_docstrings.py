"""Every example in a docstring runs and gives what it shows."""

import doctest
import importlib
import pkgutil

import pytest

import cognition
import graphs

MODULES = sorted(
    module.name
    for package in (cognition, graphs)
    for module in pkgutil.walk_packages(package.__path__, package.__name__ + ".")
    if not module.name.startswith("cognition.training")
)


@pytest.mark.parametrize("name", ["cognition", "graphs", *MODULES])
def test_its_examples_run(name):
    module = importlib.import_module(name)
    failed, _ = doctest.testmod(module, optionflags=doctest.NORMALIZE_WHITESPACE)
    assert failed == 0
    assert module.__doc__, "a module says in one sentence why it exists"

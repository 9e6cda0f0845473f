"""Patterns compiled when first used: the same as others, and every one of them is sound."""

import gc
import importlib
import pkgutil
import re

import pytest

import cognition
import graphs
from cognition import regex as module
from cognition.regex import regex


def test_every_pattern_of_the_packages_compiles():
    for package in (cognition, graphs):
        for found in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
            if "__main__" not in found.name:
                importlib.import_module(found.name)
    gc.unfreeze()  # a conversation before may have frozen what there was
    patterns = [one for one in gc.get_objects() if type(one) is module._Uncompiled]
    assert len(patterns) > 200
    for one in patterns:
        assert one.groups >= 0, one.pattern


def test_it_is_used_as_a_compiled_one_is():
    lazily, compiled = (
        regex(r"(?P<n>\d+) cats", re.IGNORECASE),
        re.compile(r"(?P<n>\d+) cats", re.I),
    )
    text = "3 Cats and 4 cats"
    assert lazily.pattern == compiled.pattern and lazily.flags == compiled.flags
    assert lazily.findall(text) == compiled.findall(text) == ["3", "4"]
    assert [m["n"] for m in lazily.finditer(text)] == ["3", "4"]
    assert lazily.sub("x", text) == "x and x" and lazily.groupindex == compiled.groupindex
    assert "search" in vars(lazily), "found without a detour once compiled"


def test_a_mistake_in_one_is_raised_where_it_is_used():
    wrong = regex("(")
    with pytest.raises(re.error):
        wrong.search("x")

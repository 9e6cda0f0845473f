"""The command of a benchmark that has two sets of wordings: those seen, and others."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from pathlib import Path
from typing import Any

from benchmarks import report
from cognition.faculties.encoder import MiniLM
from cognition.organs.tables import table

# gives what is measured in the wordings seen (False) or in the others (True)
Measure = Callable[[argparse.Namespace, bool, MiniLM], dict[str, Any]]


def command(
    name: str, others: str, parser: argparse.ArgumentParser, forms: dict[str, Any], measure: Measure
) -> None:
    """Measure both sets and write the result, the second as `others`; or one set alone, unwritten.

    `forms` are the wordings that are measured; in the end those of a file given by --forms take the
    place of the ones of the same name, and are written as `blind`.
    """
    parser.add_argument("--show", type=int, default=0, help="1: what failed; 2: every turn")
    parser.add_argument("--only-seen", action="store_true")
    parser.add_argument("--forms", type=Path, help="wordings that no rule was made with")
    options = parser.parse_args()
    encoder = MiniLM.open()
    result = {"seen": measure(options, False, encoder)}
    print(result)
    if not options.only_seen:
        result[others] = measure(options, True, encoder)
        if options.forms:
            forms.update(table(options.forms))
            result["blind"] = measure(options, True, encoder)
        print(report.write(name, result).read_text("utf-8"))


__all__ = ["Measure", "command"]

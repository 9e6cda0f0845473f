"""Measure what is concluded from what was told, and by which chain.

usage: python -m benchmarks.reasoning [--cases N] [--held-out FORMS.yaml]
                                      [--dates TEMPREASON_L1.jsonl] [--show N]

Stories are made by a grammar (`story_families.py`), in the manner of bAbI (Weston et al. 2015) and
CLUTRR (Sinha et al. 2019) with times, counts, habits and contradictions besides. Each is told to a
fresh Mind, a minute a turn, and asked about six days later. Its sentences come from forms `seen`
while the rules were written and, where there are such, from forms `held out`, which somebody wrote
who did not know the rules. Printed and written for each family and both: the share answered rightly
(`right`; what cannot be known must not be, what contradicts itself must be asked back) and rightly
with the very turns it rests on as sources (`chain`). `--dates` adds date reckoning: questions of
TempReason L1 (Tan et al. 2023), one JSON object a line with `question` and a list of answers.
`--show` prints that many failures among the seen; the held out are not shown.
"""

from __future__ import annotations

import argparse
import json
import re
from collections.abc import Sequence
from datetime import timedelta
from pathlib import Path

from benchmarks import report
from benchmarks.stories import FORMS, TOLD, Case, Teller, hold_out
from benchmarks.story_families import FAMILIES
from cognition import Mind
from cognition.faculties.encoder import MiniLM
from cognition.values import Answer

OWNER = "Ada"
_DROPPED = re.compile(r"\b(?:the|a|an)\b|[^\w\s-]")


def plain(text: str) -> str:
    """Reduce an answer to its words, without articles and punctuation."""
    return " ".join(_DROPPED.sub(" ", text.lower().replace("’", "'").replace("'s", "s")).split())


def judged(case: Case, answer: Answer) -> tuple[bool, bool]:
    """Say whether an answer is right, and whether it is so by the right chain."""
    chain = {int(source.ref) for source in answer.sources if source.ref} == set(case.chain)
    if case.asks_back:
        return not answer.known and bool(answer.sources), not answer.known and chain
    if not case.answers:
        return not answer.known, not answer.known
    said = f"{plain(answer.text)} "
    right = answer.known and any(said.startswith(f"{plain(one)} ") for one in case.answers)
    return right, right and chain


def asked(case: Case, encoder: MiniLM) -> Answer:
    """Tell a story to a fresh mind and ask its question."""
    with Mind.open(None, owner=OWNER, encoder=encoder) as mind:
        mind.observe_many(
            {"text": text, "when": TOLD + timedelta(minutes=n), "ref": str(n)}
            for n, text in enumerate(case.told)
        )
        # "this Monday" is asked about in the week in which it is told
        later = timedelta(hours=1) if case.family == "habits" else timedelta(days=6)
        return mind.answer(case.question, now=TOLD + later)


def run(cases: int, held_out: bool, encoder: MiniLM, show: int = 0) -> dict[str, dict[str, float]]:
    """Give, for each family, how many cases it has and the shares of them that are right."""
    found: dict[str, dict[str, float]] = {}
    for family in FAMILIES:
        judgements: list[tuple[bool, bool]] = []
        for seed in range(cases):
            case = family(Teller(family.__name__, seed, held_out))
            answer = asked(case, encoder)
            judgements.append(judged(case, answer))
            if not judgements[-1][1] and show and not held_out:
                show -= 1
                print(f"[{case.family}] {case.told}\n  {case.question} {case.answers} "
                      f"{sorted(case.chain)}\n  -> {answer.text!r} {answer.known} "
                      f"{[s.ref for s in answer.sources]}")  # fmt: skip
        found[family.__name__] = {"cases": cases, **_shares(judgements)}
    every = {"cases": cases * len(found)}
    means = {
        name: round(sum(one[name] for one in found.values()) / len(found), 4)
        for name in ("right", "chain")
    }
    return {**found, "all": {**every, **means}}


def _shares(judgements: Sequence[tuple[bool, bool]]) -> dict[str, float]:
    count = max(1, len(judgements))
    return {
        name: round(sum(one[at] for one in judgements) / count, 4)
        for at, name in enumerate(("right", "chain"))
    }


def dates(file: Path, encoder: MiniLM) -> dict[str, float]:
    """Ask every question of a file of date reckoning; give how many are answered exactly."""
    items = [json.loads(line) for line in file.read_text("utf-8").splitlines()]
    with Mind.open(None, owner=OWNER, encoder=encoder) as mind:
        right = [mind.answer(item["question"], now=TOLD).text in item["answer"] for item in items]
    return {"questions": len(items), "right": round(sum(right) / max(1, len(right)), 4)}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--cases", type=int, default=60, help="of each family, seen and held out")
    parser.add_argument("--held-out", type=Path, help="forms of which no rule knows")
    parser.add_argument("--dates", type=Path)
    parser.add_argument("--show", type=int, default=0)
    options = parser.parse_args()
    encoder = MiniLM.open()
    if options.held_out:
        hold_out(options.held_out)
    found = {"seen": run(options.cases, False, encoder, options.show)}
    if "told, held out" in FORMS:
        found["held out"] = run(options.cases, True, encoder)
    for part, families in found.items():
        for name, one in families.items():
            print(f"{part:9s} {name:14s} right {one['right']:.3f} chain {one['chain']:.3f}")
    written: dict[str, object] = dict(found)
    if options.dates:
        written["dates"] = dates(options.dates, encoder)
        print(f"date reckoning {written['dates']}")
    print(report.write("reasoning", written))


if __name__ == "__main__":
    main()

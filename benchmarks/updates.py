"""Measure what is answered, and what is held, after a fact about somebody was contradicted.

usage: python -m benchmarks.updates UPDATES.jsonl [--limit N] [--skip N]

Each line is an item of the core-memory-update format: `input` (a question), `ground_truth` (the
answer once the update is known) and `agent_args.extra` with `facts`, `contradicting_fact` and
`supporting_fact_indices` (which facts it replaces). For each item a fresh Mind observes the facts a
day apart, is asked, observes the update, and is asked again an hour later. Printed and written:

- the share whose new answer is in `Answer.text` after the update (`after`) and before it
  (`before`, which should be low), and the share of those whose new answer is in the words of the
  update at all (`sayable`): what is worded otherwise, only a writer of text could match;
- precision and recall of closing: the told facts some statement of which was closed by the update,
  against those that the data say it replaces, and how many were closed before it (`early`);
- the share of updates noticed as a likely contradiction of something they replace (`noticed`),
  with the share of pairs noticed of which neither replaces the other: of the update with what it
  leaves alone (`false alarms`), and of what was told before it (`false alarms before`).
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import combinations
from pathlib import Path
from typing import Any

from benchmarks import report
from cognition import Mind
from cognition.faculties.encoder import MiniLM
from cognition.organs.neocortex.contradiction import LIKELY, contradicts
from cognition.values import engram_id

OWNER = "Ada"
START = datetime(2026, 1, 1, 12)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What one item came to; `closed`, `replaced` and `noticed` are numbers of its facts."""

    after: bool
    before: bool
    known: bool
    sayable: bool
    early: int
    closed: frozenset[int]
    replaced: frozenset[int]
    noticed: frozenset[int]
    told: int
    noticed_before: int


def lived(item: dict[str, Any], encoder: MiniLM) -> Outcome:
    """Tell one item to a fresh mind, asking before and after the update."""
    told = item["agent_args"]["extra"]
    facts, update = told["facts"], told["contradicting_fact"].strip('"')
    wanted = item["ground_truth"].lower()
    with Mind.open(None, owner=OWNER, encoder=encoder) as mind:
        for number, fact in enumerate(facts):
            mind.observe(fact, when=START + timedelta(days=number), ref=str(number))
        now = START + timedelta(days=len(facts))
        before = mind.answer(item["input"], now=now)
        early = closed(mind, len(facts))
        mind.observe(update, when=now, ref="update")
        after = mind.answer(item["input"], now=now + timedelta(hours=1))
        return Outcome(
            after=wanted in after.text.lower(),
            before=wanted in before.text.lower(),
            known=after.known,
            sayable=wanted in update.lower(),
            early=len(early),
            closed=closed(mind, len(facts)) - early,
            replaced=frozenset(told["supporting_fact_indices"]),
            noticed=frozenset(n for n, fact in enumerate(facts) if noticed(update, fact)),
            told=len(facts),
            noticed_before=sum(noticed(new, old) for old, new in combinations(facts, 2)),
        )


def noticed(new: str, old: str) -> bool:
    """Tell whether two sentences are likely enough to contradict each other to be noticed."""
    return contradicts(new, old) >= LIKELY


def closed(mind: Mind, count: int) -> frozenset[int]:
    """Give the numbers of the told facts of which a statement has been closed."""
    numbers = {engram_id(OWNER, str(n), OWNER, START, ""): n for n in range(count)}
    held = mind.faculties.knowledge.facts(kind="statement")
    ended = {fact.sources[0] for fact in held if fact.valid_to is not None}
    return frozenset(number for id, number in numbers.items() if id in ended)


def share(those: Iterable[bool]) -> float:
    """Give the share that is true, 0 of nothing."""
    every = list(those)
    return round(sum(every) / max(1, len(every)), 4)


def summary(outcomes: list[Outcome]) -> dict[str, float]:
    """Give the measures of a run, each a share except `items` and `closed early`."""
    hits = sum(len(one.closed & one.replaced) for one in outcomes)
    alarms = sum(len(one.noticed - one.replaced) for one in outcomes)
    beside = sum(one.told - len(one.replaced) for one in outcomes)
    earlier = sum(one.noticed_before for one in outcomes)
    pairs = sum(one.told * (one.told - 1) // 2 for one in outcomes)
    return {
        "items": len(outcomes),
        "after": share(one.after for one in outcomes),
        "before": share(one.before for one in outcomes),
        "not remembered": share(not one.known for one in outcomes),
        "sayable": share(one.sayable for one in outcomes),
        "after, of the sayable": share(one.after for one in outcomes if one.sayable),
        "closing precision": round(hits / max(1, sum(len(one.closed) for one in outcomes)), 4),
        "closing recall": round(hits / max(1, sum(len(one.replaced) for one in outcomes)), 4),
        "closed early": sum(one.early for one in outcomes),
        "noticed": share(bool(o.noticed & o.replaced) for o in outcomes if o.replaced),
        "false alarms": round(alarms / max(1, beside), 4),
        "false alarms before": round(earlier / max(1, pairs), 4),
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("updates", type=Path)
    parser.add_argument("--limit", type=int)
    parser.add_argument("--skip", type=int, default=0)
    options = parser.parse_args()
    lines = options.updates.read_text().splitlines()[options.skip :][: options.limit]
    encoder = MiniLM.open()
    found = summary([lived(json.loads(line), encoder) for line in lines])
    for name, value in found.items():
        print(f"{name:24s} {value}")
    print(report.write("updates", {"skipped": options.skip, "result": found}))


if __name__ == "__main__":
    main()

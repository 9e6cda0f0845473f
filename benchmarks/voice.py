"""Measure what the native voice says over long conversations: repeated words, unsupported claims.

usage: python -m benchmarks.voice --data LOCOMO.json [--turns N] [--show N]

One side of each conversation of a LoCoMo file (Maharana et al. 2024) talks to the companion, at the
times of the original. Counted: replies that are word for word one of the 50 before them, and claims
about the past (what is quoted, or said to have been told) that their cited sources do not bear out:
a quotation has to stand in a cited episode, the words of a retold one in what is cited.
"""

from __future__ import annotations

import argparse
import json
import re
from collections.abc import Sequence
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any

from benchmarks import report
from cognition import Mind
from cognition.faculties.clock import MovableClock
from cognition.faculties.encoder import MiniLM
from cognition.organs.words import sentences, stem_set, weight
from cognition.values import Utterance
from graphs.companion import companion, turn

WINDOW = 50
SUPPORTED = 0.8  # share of a claim's own content words that its sources must have
_QUOTE = re.compile(r"“([^”]{4,})”")
_CLAIM = re.compile(
    r"\b(?:you told me|you said|I remember|reminds me|brings something back|takes me back"
    r"|in mind|you were going to|you had|you planned)\b",
    re.IGNORECASE,
)
# the companion's own words around a claim, days included
_AROUND = stem_set(
    "remind reminds bring brings something back take takes remember remembered told tell telling "
    "said say words kept mind haven't forgotten going planned last yesterday today earlier morning "
    "night week monday tuesday wednesday thursday friday saturday sunday january february march "
    "april may june july august september october november december on in around the of year turn "
    "go come"
)


@cache
def app() -> Any:
    return companion()


def words_of(text: str) -> frozenset[str]:
    """Give the stems of a text that tell something, figures left out."""
    return frozenset(t for t in stem_set(text) if weight(t) >= 1.0 and not t.isdigit())


def unsupported(reply: Utterance, said: str, mind: Mind) -> list[str]:
    """Give the claims about the past in a reply that nothing it cites bears out."""
    use = mind.faculties
    facts = [fact for id_ in reply.cites if (fact := use.knowledge.fact(id_)) is not None]
    ids = [*reply.cites, *(source for fact in facts for source in fact.sources)]
    sources = [e.text for e in use.journal.engrams(ids)]
    told = " ".join([*sources, *(fact.text for fact in facts), said])
    made: list[str] = []
    for claim in sentences(reply.text):
        quoted = _QUOTE.findall(claim)
        if quoted:
            if not all(_within(quote, (*sources, said)) for quote in quoted):
                made.append(claim)
        elif _CLAIM.search(claim):
            content = words_of(claim) - _AROUND
            if content and len(content & words_of(told)) < SUPPORTED * len(content):
                made.append(claim)
    return made


def _within(quote: str, texts: Sequence[str]) -> bool:
    bare = _bare(quote)
    return any(bare in _bare(text) for text in texts)


def _bare(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.lower()))


def replayed(talk: dict[str, Any], encoder: MiniLM, turns: int, show: int) -> dict[str, int]:
    """Replay the first speaker's side of a conversation; gives what is counted."""
    person = talk["speakers"][0]
    mine = [t for t in talk["turns"] if t["speaker"] == person and t["text"].strip()][:turns]
    clock = MovableClock(datetime.fromisoformat(mine[0]["when"]))
    count = {"turns": 0, "repeated": 0, "claims": 0, "unsupported": 0, "cited": 0}
    replies: list[str] = []
    with Mind.open(None, owner=person, clock=clock, encoder=encoder) as mind:
        for one in mine:
            when = datetime.fromisoformat(one["when"])
            clock.set(max(clock.now(), when))
            clock.advance(minutes=1)
            reply = turn(app(), mind.faculties, one["text"])["utterance"]
            count["turns"] += 1
            count["repeated"] += reply.text in replies[-WINDOW:]
            count["cited"] += bool(reply.cites)
            count["claims"] += any(
                _QUOTE.search(s) or _CLAIM.search(s) for s in sentences(reply.text)
            )
            wrong = unsupported(reply, one["text"], mind)
            count["unsupported"] += bool(wrong)
            replies.append(reply.text)
            if show > 1 or (show and wrong):
                print(f"> {one['text'][:160]}\n  {reply.text}\n  {wrong}")
    return count


def main() -> None:
    parser = argparse.ArgumentParser(prog="benchmarks.voice", description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--turns", type=int, default=10_000, help="of each conversation, at most")
    parser.add_argument("--show", type=int, default=0, help="1: what is unsupported; 2: every turn")
    options = parser.parse_args()
    encoder = MiniLM.open()
    talks = json.loads(options.data.read_text("utf-8"))
    total: dict[str, int] = {}
    for talk in talks:
        for name, value in replayed(talk, encoder, options.turns, options.show).items():
            total[name] = total.get(name, 0) + value
    result = {"data": options.data.name, "conversations": len(talks), **total}
    print(report.write("voice", result).read_text("utf-8"))


if __name__ == "__main__":
    main()

"""Measure recall on conversations of another style, whose evidence nobody labelled.

usage: python -m benchmarks.persona_chat FILE.csv [--limit 300]

FILE has two speakers' persona facts and a conversation between them in each row (Synthetic-Persona-
Chat, Jandaghi et al. 2023). Twenty chats make one life: the owner is User 1 of all of them and
talks with four friends in turn, so that each fact has hundreds of turns to be lost among. Each
fact gives cues about the one whose persona it is:

    whole     the fact itself, told of that person; gold are the turns in which that speaker says
              three quarters of its content words (stemmed, at least two, the rarest among them)
    partial   the same without its rarest word, which the turn has to complete; same gold
    reworded  a fact that no turn states in its words; gold are that speaker's turns of that chat
              whose embedding has a cosine of .6 or more with it, no more than half of its words,
              and no question mark at the end

The gold is found by these rules and not by people. The first two favour searching by words, by
construction, the third searching by meaning. So `balanced`, the mean of the three, is the figure to
read, and a mechanism that carries over lowers none of them.
"""

from __future__ import annotations

import argparse
import csv
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from statistics import fmean
from typing import Any

from benchmarks.controls import Controls
from benchmarks.evidence import (
    KS,
    CachingEncoder,
    Conversation,
    Question,
    Row,
    lived,
    recollect,
    spread,
    table,
)
from benchmarks.report import write
from cognition.faculties import Encoder
from cognition.faculties.encoder import MiniLM
from cognition.faculties.index import lexical

START = datetime(2024, 1, 2, 19)
OWNER, FRIENDS = "Robin", ("Mona", "Erik", "Tara", "Hugo")
CUES = ("whole", "partial", "reworded")
SESSIONS = 20  # chats in one life
STATED, REWORDED = 0.75, 0.5  # share of a fact's content words in a turn: at least, at most
ALIKE = 0.6  # cosine of a fact and a turn that tells it in other words

_LINE = re.compile(r"User ([12]): (.+)")
_WORD = re.compile(r"[\w']+")
_FIRST_PERSON = (
    (r"\bi am\b|\bi'm\b|\bim\b", "{} is"),
    (r"\bi have\b|\bi've\b", "{} has"),
    (r"\bi was\b", "{} was"),
    (r"\bmy\b|\bmine\b", "{}'s"),
    (r"\bi\b|\bme\b|\bmyself\b", "{}"),
)


@dataclass(frozen=True, slots=True)
class Chat:
    """One row of the file: the facts of each speaker, and (speaker, text) in order."""

    facts: tuple[Sequence[str], Sequence[str]]
    lines: Sequence[tuple[int, str]]


@dataclass(frozen=True, slots=True)
class Persona:
    """One fact of a persona: whose, and in which chat."""

    name: str
    session: str
    text: str


def chats(file: Path, limit: int) -> list[Chat]:
    """Read the first chats of the file."""
    with file.open(encoding="utf-8", newline="") as rows:
        found = [
            Chat(
                (_facts(row["user 1 personas"]), _facts(row["user 2 personas"])),
                [
                    (int(match[1]) - 1, match[2].strip())
                    for line in row["Best Generated Conversation"].splitlines()
                    if (match := _LINE.match(line))
                ],
            )
            for row, _ in zip(csv.DictReader(rows), range(limit), strict=False)
        ]
    return [chat for chat in found if chat.lines]


def _facts(cell: str) -> list[str]:
    return [line.strip() for line in cell.splitlines() if line.strip()]


def lives(told: Sequence[Chat], encoder: Encoder) -> Iterator[Conversation]:
    """Make lives of twenty chats each; what is left over makes none."""
    for first in range(0, len(told) - SESSIONS + 1, SESSIONS):
        yield _life(f"life-{first // SESSIONS + 1}", told[first : first + SESSIONS], encoder)


def _life(id: str, told: Sequence[Chat], encoder: Encoder) -> Conversation:
    turns: list[dict[str, Any]] = []
    facts: list[Persona] = []
    for number, chat in enumerate(told):
        names = (OWNER, FRIENDS[number % len(FRIENDS)])
        for place, (speaker, text) in enumerate(chat.lines):
            turns.append(
                {
                    "ref": f"{id}:{number}:{place}",
                    "session": str(number),
                    "speaker": names[speaker],
                    "text": text,
                    "when": START + timedelta(days=5 * number, minutes=place),
                }
            )
        for name, some in zip(names, chat.facts, strict=True):
            facts += [Persona(name, str(number), fact) for fact in some]
    return Conversation(id, OWNER, turns, list(_questions(facts, turns, encoder)))


def _questions(
    facts: Sequence[Persona], turns: Sequence[dict[str, Any]], encoder: Encoder
) -> Iterator[Question]:
    content = [stems(turn["text"]) for turn in turns]
    seen = Counter(stem for some in content for stem in some)
    vectors = encoder.encode([turn["text"] for turn in turns])
    for fact in {(fact.name, fact.text): fact for fact in facts}.values():
        words = stems(fact.text)
        if len(words) < 2:
            continue
        rarest = min(words, key=lambda stem: (seen[stem], stem))
        own = [n for n, turn in enumerate(turns) if turn["speaker"] == fact.name]
        shared = {n: len(words & content[n]) / len(words) for n in own}
        stated = [n for n in own if shared[n] >= STATED and rarest in content[n]]
        cue = told_of(fact.name, fact.text)
        if stated:
            gold = tuple(turns[n]["ref"] for n in stated)
            partial = " ".join(word for word in fact.text.split() if rarest not in stems(word))
            yield Question(cue, gold, "whole")
            yield Question(told_of(fact.name, partial), gold, "partial")
            continue
        alike = vectors @ encoder.encode([fact.text])[0] >= ALIKE
        reworded = [
            turns[n]["ref"]
            for n in own
            if alike[n] and shared[n] <= REWORDED and turns[n]["session"] == fact.session
            if not turns[n]["text"].endswith("?")
        ]
        if reworded:
            yield Question(cue, tuple(reworded), "reworded")


def stems(text: str) -> frozenset[int]:
    """Give the content words of a text as hashed stems, stop words left out."""
    return frozenset(lexical.query(text).indices)


def told_of(name: str, fact: str) -> str:
    """Tell a fact of someone by name.

    >>> told_of("Mona", "My cat is old and I love it.")
    "Mona's cat is old and Mona love it."
    """
    for first_person, third in _FIRST_PERSON:
        fact = re.sub(first_person, third.format(name), fact, flags=re.IGNORECASE)
    return fact if re.search(rf"\b{name}\b", fact) else f"{name}: {fact}"


def compare(told: Sequence[Conversation], encoder: Encoder) -> list[Row]:
    """Recall by Kindred and by each control, life by life."""
    rows: list[Row] = []
    for life in told:
        with lived(life, encoder) as mind:
            rows += recollect(mind, life)
        with Controls(life, encoder) as controls:
            rows += controls.rows()
    return rows


def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("chats", type=Path)
    parser.add_argument("--limit", type=int, default=300, help="how many chats to read")
    options = parser.parse_args(arguments)
    encoder = CachingEncoder.of(MiniLM.open())
    told = list(lives(chats(options.chats, options.limit), encoder))
    rows = compare(told, encoder)
    recall = table(rows)
    cues = [name for name in CUES if name in recall["kindred"]]
    balanced = {
        system: {f"R@{k}": round(fmean(at[name][f"R@{k}"] for name in cues), 4) for k in KS}
        for system, at in recall.items()
    }
    result = {
        "data": options.chats.name,
        "lives": len(told),
        "turns": sum(len(life.turns) for life in told),
        "cues": sum(len(life.questions) for life in told),
        "balanced": balanced,
        "recall": recall,
        "spread": spread(row for row in rows if row.system == "kindred"),
    }
    for system, categories in recall.items():
        for category in cues:
            print(f"{system:24s}{category:9s}", categories[category])
        print(f"{system:24s}{'balanced':9s}", balanced[system])
    print("written to", write("persona_chat", result).name)


if __name__ == "__main__":
    main()

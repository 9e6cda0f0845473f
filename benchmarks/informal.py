"""Measure recall on the same conversations as people type them, against the same controls.

usage: python -m benchmarks.informal CONVERSATIONS.json [--limit N]

Written dialogues are not chats. Here each turn is sent as up to four short messages, in lower case,
with little punctuation, abbreviated, now and then mistyped, and with an emoji; fillers ("haha")
come between. The changes are drawn by chance from a fixed seed, so every run reads the same. Gold
is, of each turn that answers, the one message that shares most content words with the answer and
with the question (an answer counts twice); so finding the turn is not enough. `careless` asks the
questions as they were typed in haste, of the conversations as they were written.
"""

from __future__ import annotations

import argparse
import random
import re
from collections.abc import Mapping, Sequence
from datetime import timedelta
from pathlib import Path
from typing import Any

from benchmarks.evidence import (
    CachingEncoder,
    Conversation,
    Question,
    Row,
    conversations,
    spread,
    table,
)
from benchmarks.persona_chat import compare
from benchmarks.report import write
from cognition.faculties.encoder import MiniLM
from cognition.organs.words import stem_set

MESSAGES = 4  # of one turn, at most
MISTYPED, ABBREVIATED, EMOTED, FILLED = 0.04, 0.5, 0.25, 0.15  # by chance
NO_APOSTROPHE, NO_QUESTION_MARK = 0.7, 0.4
LONG_WORD = 6  # letters of a word that may be mistyped
SHORT = {
    **{"you": "u", "are": "r", "because": "cuz", "going to": "gonna", "want to": "wanna"},
    **{"really": "rly", "please": "pls", "with": "w", "people": "ppl", "thanks": "thx"},
    **{"something": "smth", "tomorrow": "tmrw", "about": "abt", "though": "tho", "okay": "ok"},
    **{"know": "kno", "favorite": "fav", "your": "ur", "before": "b4", "great": "gr8"},
}
EMOJI = ("😂", "😊", "🥲", "❤️", "🔥", "😭", "🙌", "lol", "haha", "omg")
FILLERS = ("haha", "lol", "yeah", "omg", "nice", "😂", "wait what", "ikr", "mhm", "same", "ok ok")

_SHARED = re.compile(r"\[(?:shares|shared|sends|sent)[^\]]*\]")
_BREAK = re.compile(r"(?<=[.!?])\s+|\s+(?=but |and then |so |because )")
_MARKS = re.compile(r"[.,;:!\"]+")


def typed(text: str, chance: random.Random) -> str:
    """Write a text as it would be typed in a chat.

    >>> typed("I really want to see Mia's garden!", random.Random(1))
    'i rly wanna see mias garden'
    """
    plain = _SHARED.sub("", text).lower().replace("’", "'")
    for long, short in SHORT.items():
        if chance.random() < ABBREVIATED:
            plain = re.sub(rf"\b{long}\b", short, plain)
    if chance.random() < NO_APOSTROPHE:
        plain = plain.replace("'", "")
    if chance.random() < NO_QUESTION_MARK:
        plain = plain.replace("?", "")
    words = [_mistype(word, chance) for word in _MARKS.sub(" ", plain).split()]
    if chance.random() < EMOTED:
        words.append(chance.choice(EMOJI))
    return " ".join(words) or "ok"


def _mistype(word: str, chance: random.Random) -> str:
    if len(word) < LONG_WORD or not word.isalpha() or chance.random() >= MISTYPED:
        return word
    at = chance.randrange(1, len(word) - 2)
    return word[:at] + word[at + 1] + word[at] + word[at + 2 :]


def messages(text: str) -> list[str]:
    """Break a turn into the messages it would be sent as.

    >>> messages("Oh wow! I ran ten miles. It rained but I liked it.")
    ['Oh wow!', 'I ran ten miles.', 'It rained', 'but I liked it.']
    """
    parts = [part for part in _BREAK.split(_SHARED.sub("", text).strip()) if part]
    while len(parts) > MESSAGES:
        shortest = min(range(len(parts) - 1), key=lambda n: len(parts[n]) + len(parts[n + 1]))
        parts[shortest : shortest + 2] = [" ".join(parts[shortest : shortest + 2])]
    return parts or [text]


def chatted(told: Conversation) -> Conversation:
    """Give a conversation as a chat, and for each question the messages that answer it."""
    chance = random.Random(told.id)
    turns: list[dict[str, Any]] = []
    sent: dict[str, list[tuple[str, str]]] = {}
    for turn in told.turns:
        parts = messages(turn["text"])
        sent[turn["ref"]] = [(f"{turn['ref']}.{n}", part) for n, part in enumerate(parts)]
        for n, (ref, part) in enumerate(sent[turn["ref"]]):
            when = turn["when"] + timedelta(seconds=n)
            turns.append({**turn, "ref": ref, "text": typed(part, chance), "when": when})
        if chance.random() < FILLED:
            filler = {"ref": f"{turn['ref']}.filler", "text": chance.choice(FILLERS)}
            turns.append({**turn, **filler, "when": turn["when"] + timedelta(seconds=MESSAGES)})
    questions = [
        Question(asked.text, _answering(asked, sent), asked.category) for asked in told.questions
    ]
    return Conversation(told.id, told.owner, turns, [asked for asked in questions if asked.gold])


def _answering(asked: Question, sent: Mapping[str, list[tuple[str, str]]]) -> tuple[str, ...]:
    """Find of each turn that answers the message that does."""
    answer, cue = stem_set(asked.answer), stem_set(asked.text)
    found = [
        max(
            (2 * len(stem_set(part) & answer) + len(stem_set(part) & cue), len(part), ref)
            for ref, part in sent[turn]
        )[2]
        for turn in asked.gold
        if turn in sent
    ]
    return tuple(sorted(set(found)))


def careless(told: Conversation) -> Conversation:
    """Give a conversation as it was, asked in haste."""
    chance = random.Random(told.id)
    questions = [
        Question(typed(asked.text, chance).replace("?", ""), asked.gold, asked.category)
        for asked in told.questions
    ]
    return Conversation(told.id, told.owner, told.turns, questions)


def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("conversations", type=Path)
    parser.add_argument("--limit", type=int, help="how many conversations")
    options = parser.parse_args(arguments)
    told = conversations(options.conversations, options.limit)
    encoder = CachingEncoder.of(MiniLM.open())
    result: dict[str, Any] = {"data": options.conversations.name, "conversations": len(told)}
    for name, change in (("chat", chatted), ("careless", careless)):
        changed = [change(one) for one in told]
        rows: list[Row] = compare(changed, encoder)
        ours = [row for row in rows if row.system == "kindred"]
        result[name] = {
            "turns": sum(len(one.turns) for one in changed),
            "questions": len(ours),
            "recall": table(rows),
            "spread": spread(ours),
        }
        for system, categories in result[name]["recall"].items():
            print(f"{name:10s}{system:24s}", categories["all"])
    print("written to", write("informal", result).name)


if __name__ == "__main__":
    main()

"""The journal's tables, and how values become rows and rows become values."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import datetime
from typing import Any

import orjson
from sqlalchemy import Boolean, Column, Float, Index, Integer, MetaData, String, Table, Text

from cognition.values import EPOCH, Affect, Engram, Fact, TimeSpan

VERSION = 1
# what Python's own JSON refuses is refused
_AS_PYTHON = orjson.OPT_PASSTHROUGH_DATETIME | orjson.OPT_PASSTHROUGH_DATACLASS

metadata = MetaData()

turns = Table(
    "turns",
    metadata,
    Column("seq", Integer, primary_key=True, autoincrement=True),
    Column("id", String(36), nullable=False, unique=True),
    Column("ref", Text, nullable=False),
    Column("session", Text, nullable=False),
    Column("speaker", Text, nullable=False),
    Column("role", String(16), nullable=False),
    Column("text", Text, nullable=False),
    Column("said", String(32), nullable=False),
    Column("act", String(16), nullable=False),
    Column("times", Text, nullable=False),
    Column("names", Text, nullable=False),
    Column("valence", Float, nullable=False),
    Column("arousal", Float, nullable=False),
    Column("dominance", Float, nullable=False),
    Column("emotion", String(24), nullable=False),
    Column("sure", Float, nullable=False),
    Column("stability", Float, nullable=False),
    Column("difficulty", Float, nullable=False),
    Column("last", String(32)),
    Column("pinned", Boolean, nullable=False),
    Column("cites", Text, nullable=False),
    Column("plain", Text, nullable=False, server_default=""),
    # the id of the turn that corrects this one; a corrected turn is history and not recalled
    Column("superseded", String(36)),
)
Index("turns_live", turns.c.superseded, turns.c.role)

facts = Table(
    "facts",
    metadata,
    Column("seq", Integer, primary_key=True, autoincrement=True),
    Column("id", String(36), nullable=False, unique=True),
    Column("kind", String(16), nullable=False),
    Column("subject", Text, nullable=False),
    Column("relation", Text, nullable=False),
    Column("object", Text, nullable=False),
    Column("text", Text, nullable=False),
    Column("polarity", Boolean, nullable=False),
    Column("valid_from", String(32)),
    Column("valid_to", String(32)),
    Column("due", Text),
    Column("confidence", Float, nullable=False),
    Column("sources", Text, nullable=False),
    Column("pinned", Boolean, nullable=False),
)

states = Table(
    "states", metadata, Column("key", String(64), primary_key=True), Column("value", Text)
)

# what was done to memories, without their words: kept when the words are gone
deeds = Table(
    "deeds",
    metadata,
    Column("n", Integer, primary_key=True, autoincrement=True),
    Column("at", String(32), nullable=False),
    Column("deed", String(16), nullable=False),
    Column("subject", String(36), nullable=False),
    Column("detail", Text, nullable=False),
)


def iso(when: datetime | None) -> str | None:
    """Write a time as ISO text."""
    return when.isoformat() if when is not None else None


def moment(text: str | None) -> datetime | None:
    """Read a time from ISO text."""
    return datetime.fromisoformat(text) if text else None


def as_json(value: Any) -> str:
    r"""Write a state as JSON, whatever characters are in it.

    >>> as_json({"at": [1, 0.5]}), as_json("\ud800")
    ('{"at":[1,0.5]}', '"\\ud800"')
    """
    try:
        return orjson.dumps(value, option=_AS_PYTHON).decode()
    except TypeError:  # orjson writes no half of a pair of surrogates, which a keyboard can send
        return json.dumps(value)


def dump_spans(spans: Sequence[TimeSpan]) -> str:
    """Write time spans as JSON."""
    return json.dumps([[s.text, s.start.isoformat(), s.end.isoformat()] for s in spans])


def load_spans(text: str) -> tuple[TimeSpan, ...]:
    """Read time spans from JSON."""
    return tuple(
        TimeSpan(words, datetime.fromisoformat(start), datetime.fromisoformat(end))
        for words, start, end in json.loads(text)
    )


def turn_row(engram: Engram) -> dict[str, Any]:
    """Give the row of an engram."""
    return {
        "id": engram.id,
        "ref": engram.ref,
        "session": engram.session,
        "speaker": engram.speaker,
        "role": engram.role,
        "text": engram.text,
        "said": engram.when.isoformat(),
        "act": engram.act,
        "times": dump_spans(engram.times) if engram.times else "[]",
        "names": json.dumps(engram.names) if engram.names else "[]",
        "valence": engram.affect.valence,
        "arousal": engram.affect.arousal,
        "dominance": engram.affect.dominance,
        "emotion": engram.affect.emotion,
        "sure": engram.affect.confidence,
        "stability": engram.stability,
        "difficulty": engram.difficulty,
        "last": iso(engram.last),
        "pinned": engram.pinned,
        "cites": json.dumps(engram.cites) if engram.cites else "[]",
        "plain": engram.plain,
    }


def engram_of(row: Any) -> Engram:
    """Give the engram of a row (its vector stays in the index)."""
    return Engram(
        id=row.id,
        ref=row.ref,
        session=row.session,
        speaker=row.speaker,
        role=row.role,
        text=row.text,
        when=moment(row.said) or EPOCH,
        act=row.act,
        times=load_spans(row.times) if row.times != "[]" else (),
        names=tuple(json.loads(row.names)) if row.names != "[]" else (),
        affect=Affect(row.valence, row.arousal, row.dominance, row.emotion, row.sure),
        stability=row.stability,
        difficulty=row.difficulty,
        last=moment(row.last),
        pinned=bool(row.pinned),
        cites=tuple(json.loads(row.cites)) if row.cites != "[]" else (),
        plain=row.plain,
    )


def fact_row(fact: Fact) -> dict[str, Any]:
    """Give the row of a fact."""
    return {
        "id": fact.id,
        "kind": fact.kind,
        "subject": fact.subject,
        "relation": fact.relation,
        "object": fact.object,
        "text": fact.text,
        "polarity": fact.polarity,
        "valid_from": iso(fact.valid_from),
        "valid_to": iso(fact.valid_to),
        "due": dump_spans([fact.due]) if fact.due else None,
        "confidence": fact.confidence,
        "sources": json.dumps(fact.sources),
        "pinned": fact.pinned,
    }


def fact_of(row: Any) -> Fact:
    """Give the fact of a row."""
    return Fact(
        id=row.id,
        kind=row.kind,
        subject=row.subject,
        relation=row.relation,
        object=row.object,
        text=row.text,
        polarity=row.polarity,
        valid_from=moment(row.valid_from),
        valid_to=moment(row.valid_to),
        due=load_spans(row.due)[0] if row.due else None,
        confidence=row.confidence,
        sources=tuple(json.loads(row.sources)),
        pinned=row.pinned,
    )

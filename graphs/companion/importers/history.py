"""How the lines of a foreign file become turns: named, dated, in the order lived, once each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from typing import Literal, TypedDict

from cognition.errors import ForeignFile
from cognition.values import derive_id

ASSISTANTS = frozenset({"assistant", "ai", "bot", "chatgpt", "claude", "gpt", "kindred"})


class Turn(TypedDict):
    """One turn as `Mind.observe_many` takes it; `when` is naive local time."""

    text: str
    speaker: str
    when: datetime
    ref: str
    session: str
    role: str


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a foreign file: its speaker as written there, and what kind of speaker that is.

    `stamp` is the time as the file writes it, where that does not depend on today's time zone.
    """

    text: str
    speaker: str
    when: datetime | None = None
    ref: str = ""
    session: str = ""
    by: Literal["owner", "human", "machine"] = "human"
    stamp: str = ""


@dataclass(frozen=True, slots=True)
class Reading:
    """What a reader found: conversations, each in its own order, and remarks for the person."""

    conversations: tuple[tuple[Line, ...], ...]
    remarks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class History:
    """A foreign file ready to be observed: its format, its turns in the order lived, remarks."""

    format: str
    turns: tuple[Turn, ...]
    remarks: tuple[str, ...] = ()


def settle(reading: Reading, name: str, *, owner: str, me: str | None, file: str) -> History:
    """Turn lines into turns: fill in missing times, name the owner, order by time, drop repeats.

    Raises ForeignFile if nothing is left, if a conversation has no times, or if `me` is nobody.
    """
    remarks = list(reading.remarks)
    threads = [
        [clean for line in lines if (clean := _clean(line)).text] for lines in reading.conversations
    ]
    threads = [thread for thread in threads if thread]
    if not threads:
        raise ForeignFile(
            f"{file}: no words in it to import; export the conversation again with its messages"
        )
    undated = sum(line.when is None for thread in threads for line in thread)
    if undated:
        remarks.append(f"lines without a time, placed between their neighbours: {undated}")
    dated = [_dated(_with_refs(thread, name), file) for thread in threads]
    known = _name_owner(dated, owner, me, file)
    if not any(line.by == "owner" for thread in known for line in thread):
        remarks.append("none of these speakers is taken to be you; say --me NAME if one of them is")
    return History(name, _in_order(known, owner), tuple(remarks))


def local(moment: datetime) -> datetime:
    """Give a moment as the person's wall clock showed it: naive local time."""
    return moment.astimezone().replace(tzinfo=None) if moment.tzinfo else moment


def from_epoch(seconds: float) -> datetime | None:
    """Give the local time of a Unix time in seconds, or None if it is no plausible time."""
    try:
        moment = datetime.fromtimestamp(seconds, UTC)
        return local(moment) if 1990 <= moment.year < 2200 else None
    except (OverflowError, ValueError, OSError):
        return None


def from_iso(text: object) -> datetime | None:
    """Give the local time of an ISO 8601 text, or None if it is not one.

    >>> from_iso("2023-05-08T13:56:00")
    datetime.datetime(2023, 5, 8, 13, 56)
    """
    if not isinstance(text, str):
        return None
    try:
        return local(datetime.fromisoformat(text.strip()))
    except (ValueError, OverflowError, OSError):
        return None


def _clean(line: Line) -> Line:
    text = line.text.replace("\0", "").strip()  # a NUL ends a text in some databases
    return replace(line, text=text, speaker=line.speaker.strip())


def _with_refs(lines: Iterable[Line], source: str) -> list[Line]:
    """Give lines without an id a ref made of their time, speaker and words, counting exact repeats.

    So a later or overlapping export of a program that has no ids gives the same lines the same
    refs.
    """
    seen: Counter[str] = Counter()
    named: list[Line] = []
    for line in lines:
        stamp = line.stamp or (line.when.isoformat() if line.when else "")
        digest = derive_id(source, stamp, line.speaker, line.text)
        seen[digest] += 1
        repeat = f"#{seen[digest]}" if seen[digest] > 1 else ""
        named.append(line if line.ref else replace(line, ref=f"{source}:{digest}{repeat}"))
    return named


def _dated(thread: Sequence[Line], file: str) -> list[Line]:
    known = [i for i, line in enumerate(thread) if line.when is not None]
    if not known:
        raise ForeignFile(
            f"{file}: the conversation that begins “{thread[0].text[:40]}” has no times; "
            "give its turns a time"
        )
    return [
        replace(line, when=line.when or _between(thread, known, i)) for i, line in enumerate(thread)
    ]


def _between(thread: Sequence[Line], known: Sequence[int], i: int) -> datetime:
    before = max((k for k in known if k < i), default=None)
    after = min((k for k in known if k > i), default=None)
    start = thread[before].when if before is not None else None
    end = thread[after].when if after is not None else None
    if start is not None and end is not None and before is not None and after is not None:
        return start + (end - start) * ((i - before) / (after - before))
    if start is not None and before is not None:
        return start + timedelta(seconds=i - before)
    assert end is not None and after is not None  # `known` is not empty
    return end - timedelta(seconds=after - i)


def _name_owner(
    threads: list[list[Line]], owner: str, me: str | None, file: str
) -> list[list[Line]]:
    speakers = dict.fromkeys(line.speaker for thread in threads for line in thread)
    wanted = (me or owner).casefold()
    if me is not None and wanted not in {speaker.casefold() for speaker in speakers}:
        names = ", ".join(list(speakers)[:8])
        raise ForeignFile(
            f"{file}: nobody called {me!r} speaks in it; --me must be one of: {names}"
        )

    def claim(line: Line) -> Line:
        if line.speaker.casefold() == wanted:
            return replace(line, by="owner")
        return replace(line, by="human") if me is not None and line.by == "owner" else line

    return [[claim(line) for line in thread] for thread in threads]


def _in_order(threads: list[list[Line]], owner: str) -> tuple[Turn, ...]:
    """Order by time over all conversations, yet never change the order within one."""
    keyed: list[tuple[datetime, Line]] = []
    for thread in threads:
        latest = datetime.min
        for line in thread:
            latest = max(latest, line.when or latest)
            keyed.append((latest, line))
    keyed.sort(key=lambda pair: pair[0])
    turns: dict[str, Turn] = {}
    for _, line in keyed:
        turn = Turn(
            text=line.text,
            speaker=owner if line.by == "owner" else line.speaker or "unknown",
            when=line.when or datetime.min,
            ref=line.ref,
            session=line.session,
            role="person" if line.by == "owner" else "other",
        )
        turns.setdefault(line.ref, turn)
    return tuple(turns.values())

"""WhatsApp's text export, of Android and of iOS, in whatever way that telephone writes dates."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from itertools import pairwise

from cognition.errors import ForeignFile
from graphs.companion.importers.history import Line, Reading
from graphs.companion.importers.source import Document

PAUSE = timedelta(hours=6)  # a longer silence begins a new session
_MARKS = "\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff"
_SPACE = "[ \u00a0\u202f]"
_HEADER = re.compile(
    rf"[{_MARKS}]*\[?(?P<a>\d{{1,4}})[./-]{_SPACE}?(?P<b>\d{{1,2}})[./-]{_SPACE}?(?P<c>\d{{1,4}})\.?"
    rf",?{_SPACE}+(?P<early>[^\W\d]{{1,2}})?(?P<hour>\d{{1,2}})[:.](?P<minute>\d{{2}})(?:[:.](?P<second>\d{{2}}))?"
    rf"(?:{_SPACE}*(?P<late>[^\W\d][^\d\]:–-]{{0,6}}?))?(?:\]{_SPACE}?|{_SPACE}[-–]{_SPACE})(?P<rest>.*)",
    re.DOTALL,
)
_SPEAKER = re.compile(
    rf"[{_MARKS}~\u00a0\u202f ]*(?P<name>[^:\n]{{1,80}}?)[{_MARKS}]*:(?:[ \u00a0](?P<text>.*)|$)",
    re.DOTALL,
)
_NOTICE = re.compile(
    r"[“”\"«»]|\b(changed|created|added|removed|left|joined|turned on|turned off)\b", re.IGNORECASE
)
_PLACEHOLDER = re.compile(r"<[^<>\d]{5,40}>|null|.{1,80}\.\w{2,5} \([^()]{4,30}\)")
_GONE = re.compile(
    r"(You deleted this message|This message was deleted|Missed (voice|video) call( at .*)?"
    r"|Waiting for this message.*)\.?"
)
_EDITED = re.compile(rf"\s*[{_MARKS}]*<This message was edited>[{_MARKS}]*$")
_MORNING = frozenset({"am", "a", "上午", "오전", "午前", "ص", "öö", "vorm", "πμ"})
_EVENING = frozenset({"pm", "p", "下午", "오후", "午後", "م", "ös", "nachm", "μμ"})


@dataclass(slots=True)
class _Entry:
    """One dated entry of the file; `date` holds its three numbers in their written order."""

    number: int
    date: tuple[int, int, int]
    time: tuple[int, int, int]
    dotted: bool
    year_first: bool
    lines: list[str] = field(default_factory=list[str])


def matches(text: str) -> bool:
    """Tell whether one of the first lines is dated as WhatsApp dates them."""
    return any(_HEADER.match(line) for line in text.splitlines()[:20])


def read(document: Document) -> Reading:
    """Read who wrote what when; notices, deleted messages and media placeholders are left out."""
    entries = _entries(document)
    order, sure = _date_order(entries, document.name)
    lines: list[Line] = []
    left_out = 0
    for entry in entries:
        line = _line(entry, _moment(entry, order, document.name))
        left_out += line is None
        if line is not None:
            lines.append(line)
    words = {"dmy": "day/month/year", "mdy": "month/day/year", "ymd": "year/month/day"}[order]
    remarks = [
        f"dates were read as {words}" + ("" if sure else " (a guess: check the dates below)")
    ]
    if left_out:
        remarks.append(f"notices and media without words, left out: {left_out}")
    return Reading((tuple(_with_sessions(lines)),), tuple(remarks))


def _entries(document: Document) -> list[_Entry]:
    entries: list[_Entry] = []
    for number, raw in enumerate(document.text.replace("\r\n", "\n").split("\n"), 1):
        found = _HEADER.match(raw)
        if found is None:
            if entries:
                entries[-1].lines.append(raw)
            continue
        a, b, c = (int(found[key]) for key in "abc")
        entries.append(
            _Entry(
                number=number,
                date=(a, b, c),
                time=_clock(found, document.name, number),
                dotted="." in raw[found.start("a") : found.end("c")],
                year_first=a > 31,
                lines=[found["rest"]],
            )
        )
    return entries


def _clock(found: re.Match[str], file: str, number: int) -> tuple[int, int, int]:
    hour, minute, second = int(found["hour"]), int(found["minute"]), int(found["second"] or 0)
    marker = re.sub(r"[\s.\u00a0\u202f]", "", (found["late"] or found["early"] or "")).casefold()
    if marker in _EVENING:
        hour = hour % 12 + 12
    elif marker in _MORNING:
        hour %= 12
    elif marker:
        raise ForeignFile(
            f"{file}: line {number}: {marker!r} after the time is not understood; "
            "set the telephone to a 24-hour clock and export again"
        )
    return hour, minute, second


def _date_order(entries: Sequence[_Entry], file: str) -> tuple[str, bool]:
    """Decide over the whole file which number is the day: dmy, mdy or ymd, and whether surely."""
    if all(entry.year_first for entry in entries):
        return "ymd", True
    first = next((entry for entry in entries if entry.date[0] > 12), None)
    second = next((entry for entry in entries if entry.date[1] > 12), None)
    if first and second:
        raise ForeignFile(
            f"{file}: lines {first.number} and {second.number} write dates in different orders; "
            "import them as two files"
        )
    if first or second:
        return ("dmy" if first else "mdy"), True
    if all(entry.dotted for entry in entries):
        return "dmy", True
    return min(("dmy", "mdy"), key=lambda order: _disorder(entries, order)), False


def _disorder(entries: Sequence[_Entry], order: str) -> tuple[int, timedelta]:
    """How badly an order fits a chat: steps back in time, then how long it would have lasted."""
    try:
        moments = [_moment(entry, order, "") for entry in entries]
    except ForeignFile:
        return len(entries), timedelta.max
    back = sum(later < sooner for sooner, later in pairwise(moments))
    return back, max(moments) - min(moments)


def _moment(entry: _Entry, order: str, file: str) -> datetime:
    values = dict(zip(order, entry.date, strict=True))
    year = values["y"] + 2000 if values["y"] < 100 else values["y"]
    try:
        return datetime(year, values["m"], values["d"], *entry.time)
    except ValueError as error:
        raise ForeignFile(
            f"{file}: line {entry.number}: no such date or time; export the chat again"
        ) from error


def _line(entry: _Entry, when: datetime) -> Line | None:
    found = _SPEAKER.match(entry.lines[0])
    if found is None or _NOTICE.search(found["name"]):
        return None  # "Ada created this group", 'Ada changed the subject to "a: b"'
    first = found["text"] or ""
    kept = [text for part in (first, *entry.lines[1:]) if (text := _spoken(part)) is not None]
    words = _EDITED.sub("", "\n".join(kept)).strip()
    if not words or _GONE.fullmatch(words):
        return None
    return Line(text=words, speaker=found["name"].strip(), when=when)


def _spoken(part: str) -> str | None:
    """The line as written, or None where WhatsApp itself speaks (it marks that with U+200E)."""
    if _EDITED.search(part):
        part = _EDITED.sub("", part)
        return part or None
    if "\u200e<" in part:  # iOS puts the caption before its "<attached: ...>"
        part = part.split("\u200e<", 1)[0]
        return part.rstrip() or None
    if part.startswith("\u200e") or _PLACEHOLDER.fullmatch(part.strip()):
        return None
    return part


def _with_sessions(lines: Sequence[Line]) -> list[Line]:
    placed: list[Line] = []
    session, last = "", datetime.min
    for line in lines:
        when = line.when or last
        if not session or when - last > PAUSE:
            session = f"whatsapp {when:%Y-%m-%d %H:%M}"
        last = when
        placed.append(Line(line.text, line.speaker, line.when, line.ref, session, line.by))
    return placed

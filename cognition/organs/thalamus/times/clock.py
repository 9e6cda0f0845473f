"""Read times of day, spans between them and parts of the day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from cognition.organs.thalamus.times.calendar import Span
from cognition.organs.thalamus.times.lexicon import NUMBERS, PARTS, TENS
from cognition.organs.thalamus.times.numbers import cardinal, spelled
from cognition.organs.thalamus.times.reading import Reading

TO = frozenset({"-", "–", "—", "~", "to", "till", "til", "until", "through", "thru", "and"})
_NAMED = {"noon": 12, "midday": 12, "midnight": 0}


# What a time of day or a part of the day may start with.
CLOCKED = frozenset(
    (*NUMBERS, *TENS, "noon", "midday", "midnight", "half", "quarter", "from", "between", "a")
)


_NIGHT_END = timedelta(seconds=1)


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of day; `sure` if the half of the day is known, `plain` if it was a mere number."""

    hour: int
    minute: int = 0
    second: int = 0
    sure: bool = False
    plain: bool = False
    half: str = ""

    def on(self, day: datetime, part: str = "") -> datetime:
        """Give the instant on a day; a part of the day, or else custom, decides its half."""
        hour = self.hour
        if not self.sure:
            if part in ("afternoon", "evening", "pm"):
                hour += 12 if hour < 12 else 0
            elif part == "night":
                hour += 12 if 5 < hour < 12 else 0
            elif not part and 1 <= hour < 7:
                hour += 12
        return day + timedelta(hours=hour, minutes=self.minute, seconds=self.second)


def _meridiem(t: Reading, at: int) -> tuple[str, int] | None:
    word = t.word(at)
    if word in ("am", "pm"):
        if t.glued(at + 1) and t.kind(at + 1) in ("number", "word"):
            return None
        return word, at + 1
    if word not in ("a", "p"):
        return None
    after = t.skip(at + 1, ".")
    if t.word(after) == "m":
        stop = after + 1
        if t.word(stop) == "." and after > at + 1 and t.glued(stop):
            stop += 1
        return word + "m", stop
    if (
        t.glued(at)
        and t.kind(at - 1) in ("number", "clock", "dot")
        and not (t.glued(at + 1) and t.kind(at + 1) != "mark")
    ):
        return word + "m", at + 1
    return None


def _made(hour: int, minute: int, second: int, half: str, plain: bool = False) -> Clock | None:
    if minute > 59 or second > 59 or hour > 24:
        return None
    if half:
        if not 1 <= hour <= 12:
            return Clock(hour, minute, second, sure=True, half=half) if hour > 12 else None
        return Clock(hour % 12 + (12 if half == "pm" else 0), minute, second, sure=True, half=half)
    return Clock(hour, minute, second, sure=hour > 12 or hour == 0, plain=plain)


def _finish(
    t: Reading, hour: int, minute: int, second: int, at: int, plain: bool
) -> tuple[Clock, int] | None:
    half = _meridiem(t, at)
    if half is None and t.word(at) in ("o'clock", "o’clock", "oclock"):
        made, at = _made(hour, minute, second, ""), at + 1
        half = _meridiem(t, at)
        if half is None:
            return (made, at) if made else None
    made = _made(hour, minute, second, half[0] if half else "", plain and half is None)
    return (made, half[1] if half else at) if made else None


def clock(t: Reading, at: int, plain: bool = False) -> tuple[Clock, int] | None:
    """Read a time of day; with `plain` also a mere number, as after "at"."""
    kind, word = t.kind(at), t.word(at)
    if word in _NAMED:
        return Clock(_NAMED[word], sure=True), at + 1
    if kind == "clock":
        n = t.numbers[at]
        if t.kind(at - 1) in ("number", "word") and t.glued(at) and t.word(at - 1) != "t":
            return None
        return _finish(t, n[0], n[1], n[2] if len(n) > 2 else 0, at + 1, False)
    if kind == "dot":
        half = _meridiem(t, at + 1)
        if (half is None and not plain) or len(t.words[at].split(".")[1]) != 2:
            return None
        return _finish(t, t.numbers[at][0], t.numbers[at][1], 0, at + 1, False)
    if kind == "number":
        if len(t.words[at]) > 2 or t.word(at + 1) in ("st", "nd", "rd", "th", "%"):
            return None
        past = _past(t, t.numbers[at][0], at + 1)
        found = past or _finish(t, t.numbers[at][0], 0, 0, at + 1, True)
        return found if found and (plain or not found[0].plain) else None
    if kind == "word":
        return _spelled_clock(t, at, plain)
    return None


def _whole_hour(t: Reading, at: int) -> tuple[Clock, int] | None:
    """Read the hour of "half past seven": never itself such a phrase, so that nothing nests."""
    if t.word(at) in _NAMED:
        return Clock(_NAMED[t.word(at)], sure=True), at + 1
    hour = cardinal(t, at)
    return _finish(t, hour[0], 0, 0, hour[1], True) if hour else None


def _past(t: Reading, minutes: int, at: int) -> tuple[Clock, int] | None:
    """Read the rest of "36 minutes past eight", "ten to five"."""
    here = t.skip(at, "minutes", "minute", "min", "mins")
    word = t.word(here)
    if word not in ("past", "to", "after", "before") or (
        here == at and word in ("to", "after", "before")
    ):
        return None
    hour = _whole_hour(t, here + 1)
    if hour is None or minutes > 59:
        return None
    sign = 1 if word in ("past", "after") else -1
    total = hour[0].hour * 60 + sign * minutes
    return Clock(total // 60 % 24, total % 60, sure=hour[0].sure, half=hour[0].half), hour[1]


def _spelled_clock(t: Reading, at: int, plain: bool) -> tuple[Clock, int] | None:
    word = t.word(at)
    here = t.skip(at, "a")
    if t.word(here) in ("half", "quarter") and t.word(here + 1) in ("past", "to"):
        minutes = 30 if t.word(here) == "half" else 15
        hour = _whole_hour(t, here + 2)
        if hour is None:
            return None
        total = hour[0].hour * 60 + (minutes if t.word(here + 1) == "past" else -minutes)
        return Clock(total // 60 % 24, total % 60, sure=hour[0].sure, half=hour[0].half), hour[1]
    hour = spelled(t, at)
    if hour is None:
        return None
    if hour[0] > 12 or hour[0] < 1:
        return _past(t, hour[0], hour[1])
    past = _past(t, hour[0], hour[1])
    if past is not None:
        return past
    del word
    ahead = t.skip(hour[1], "-", "oh", "o")
    minute = spelled(t, ahead) if ahead >= hour[1] else None
    if minute and (minute[0] >= 10 or ahead > hour[1]) and minute[0] < 60:
        stop = t.skip(minute[1], "minutes", "minute")
        found = _finish(t, hour[0], minute[0], 0, stop, False)
        return found
    found = _finish(t, hour[0], 0, 0, hour[1], True)
    return found if found and (plain or not found[0].plain) else None


def clock_range(t: Reading, at: int, alone: bool = False) -> tuple[tuple[Clock, Clock], int] | None:
    """Read two times of day joined: "from 3 to 8pm", "6-8"; `alone` wants one sure."""
    here = at
    opened = t.word(here) in ("from", "between")
    if opened:
        here += 1
    first = clock(t, here, plain=True)
    if first is None or t.word(first[1]) not in TO:
        return None
    if t.word(first[1]) == "and" and t.word(at) != "between":
        return None
    second = clock(t, first[1] + 1, plain=True)
    if second is None:
        return None
    following = t.word(second[1])
    if following in ("-", "/") and t.glued(second[1]):
        return None
    if alone and not (second[0].half or first[0].half):
        return None
    return (first[0], second[0]), second[1]


def between(pair: tuple[Clock, Clock], day: datetime, part: str = "") -> Span:
    """Give the span between two times of day, read so that the second follows the first."""
    first, second = pair
    if second.sure:
        end = second.on(day)
        start = first.on(day) if first.sure else _before(first, day, end, second.half)
        if end <= start and first.half == "am" and second.half == "am" and second.hour == 0:
            end += timedelta(hours=12)  # "10am-12am" is a slip for noon
    else:
        start = first.on(day, part)
        end = Clock(
            second.hour % 12 if second.hour == 12 else second.hour,
            second.minute,
            second.second,
            sure=True,
        ).on(day)
        while end <= start:
            end += timedelta(hours=12)
    return (start, end) if start <= end else (start, end + timedelta(days=1))


def _before(first: Clock, day: datetime, end: datetime, half: str) -> datetime:
    """Give the latest reading of an unsure hour before the end, in the same half if it can."""
    morning = Clock(first.hour % 12, first.minute, first.second, sure=True).on(day)
    evening = morning + timedelta(hours=12)
    if evening < end and half == "pm":
        return evening
    return morning


def part_of_day(t: Reading, at: int) -> tuple[str, int] | None:
    """Read "morning", "in the afternoon", "at night", "early evening"."""
    here = at
    if t.word(here) in ("in", "during") and t.word(here + 1) == "the":
        here += 2
    elif t.word(here) in ("at", "in"):
        here += 1
    here = t.skip(here, "early", "late", "mid")
    here = t.skip(here, "-") if here > at else here
    word = t.word(here)
    if word in PARTS and word not in _NAMED and not (word in ("am", "pm") and here > at):
        return word.rstrip("s"), here + 1
    return None


def part_span(day: datetime, part: str) -> Span:
    """Give a part of a day; a night ends one second before midnight."""
    first, last = PARTS[part]
    start, end = day + timedelta(hours=first), day + timedelta(hours=last)
    return start, end - _NIGHT_END if last == 24 else end

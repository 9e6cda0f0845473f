"""Read numbers, ordinals, years and durations, in figures or in words."""

from __future__ import annotations

from cognition.organs.thalamus.times.lexicon import NUMBERS, ORDINALS, TENS, UNITS, VAGUE
from cognition.organs.thalamus.times.reading import Reading

Amount = tuple[float, str]

_SUFFIXES = frozenset({"st", "nd", "rd", "th"})


def spelled(t: Reading, at: int) -> tuple[int, int] | None:
    """Read a number below a hundred in words: "seven", "twenty-one"."""
    word = t.word(at)
    if word in NUMBERS:
        return NUMBERS[word], at + 1
    if word in TENS:
        after = at + 2 if t.word(at + 1) == "-" else at + 1
        ones = NUMBERS.get(t.word(after), 0)
        if 1 <= ones <= 9:
            return TENS[word] + ones, after + 1
        return TENS[word], at + 1
    return None


def cardinal(t: Reading, at: int) -> tuple[int, int] | None:
    """Read a whole number in figures (up to six) or words."""
    if t.kind(at) == "number":
        if len(t.words[at]) > 6:
            return None
        return t.numbers[at][0], at + 1
    return spelled(t, at)


def count(t: Reading, at: int) -> tuple[float, int] | None:
    """Read how many: a number, "a", "a couple of", "a few", "several"."""
    word = t.word(at)
    if word in ("a", "an"):
        if t.word(at + 1) in VAGUE:
            return count(t, at + 1)
        return 1, at + 1
    if word in VAGUE:
        return VAGUE[word], t.skip(at + 1, "of")
    if t.kind(at) == "dot" and len(t.words[at]) <= 4:
        return float(t.words[at]), at + 1
    return cardinal(t, at)


def ordinal(t: Reading, at: int) -> tuple[int, int] | None:
    """Read an ordinal: "1st", "twenty-second"."""
    if t.kind(at) == "number" and t.word(at + 1) in _SUFFIXES and t.glued(at + 1):
        return t.numbers[at][0], at + 2
    word = t.word(at)
    if word in ORDINALS:
        return ORDINALS[word], at + 1
    if word in TENS:
        after = at + 2 if t.word(at + 1) == "-" else at + 1
        ones = ORDINALS.get(t.word(after), 0)
        if 1 <= ones <= 9:
            return TENS[word] + ones, after + 1
    return None


def day_number(t: Reading, at: int) -> tuple[int, int] | None:
    """Read a day of the month, ordinal or cardinal."""
    found = ordinal(t, at)
    if found is None:
        found = cardinal(t, at)
        if found is None or (t.kind(at) == "number" and len(t.words[at]) > 2):
            return None
    return found if 1 <= found[0] <= 31 else None


def two_digit_year(year: int) -> int:
    """Give the year two digits stand for: 39 is 2039, 40 is 1940."""
    return year + (2000 if year < 40 else 1900)


def year(t: Reading, at: int, short: bool = False) -> tuple[int, int] | None:
    """Read a year: "1994", "nineteen ninety six", "two thousand"; with `short` also "87"."""
    if t.word(at) in ("'", "’") and t.kind(at + 1) == "number" and len(t.words[at + 1]) == 2:
        return two_digit_year(t.numbers[at + 1][0]), at + 2
    if t.kind(at) == "number":
        word = t.words[at]
        if t.word(at + 1) in _SUFFIXES and t.glued(at + 1):
            return None
        if len(word) == 4 and 1000 <= t.numbers[at][0] <= 2999:
            return t.numbers[at][0], at + 1
        if short and len(word) == 2:
            return two_digit_year(t.numbers[at][0]), at + 1
        return None
    return _spelled_year(t, at)


def _spelled_year(t: Reading, at: int) -> tuple[int, int] | None:
    head = spelled(t, at)
    if head is None:
        return None
    value, after = head
    if t.word(after) == "thousand" and 1 <= value <= 2:
        rest = spelled(t, t.skip(after + 1, "and"))
        return (value * 1000 + rest[0], rest[1]) if rest else (value * 1000, after + 1)
    if not 10 <= value <= 21:
        return None
    if t.word(after) == "hundred":
        rest = spelled(t, t.skip(after + 1, "and"))
        return (value * 100 + rest[0], rest[1]) if rest else (value * 100, after + 1)
    if t.word(after) in ("oh", "o"):
        rest = spelled(t, after + 1)
        return (value * 100 + rest[0], rest[1]) if rest and rest[0] < 10 else None
    rest = spelled(t, after)
    if rest and 10 <= rest[0] <= 99 and value in (17, 18, 19, 20):
        return value * 100 + rest[0], rest[1]
    return None


def unit(t: Reading, at: int) -> tuple[str, int] | None:
    """Read a unit of time: "weeks", "business days", "calendar year"."""
    word = t.word(at)
    if word in ("business", "working", "work", "school") and t.word(at + 1) in UNITS:
        inner = UNITS[t.word(at + 1)]
        if inner in ("day", "week"):
            return "work" + inner, at + 2
    if word in ("calendar", "fiscal", "school", "academic") and t.word(at + 1) in ("year", "years"):
        return "year", at + 2
    if word in UNITS:
        return UNITS[word], at + 1
    return None


def duration(t: Reading, at: int) -> tuple[tuple[Amount, ...], int] | None:
    """Read a length of time: "2 years 1 month and 3 days", "half an hour", "an hour and a half"."""
    amounts: list[Amount] = []
    here = at
    while len(amounts) < 6:
        found = _amount(t, here)
        if found is None:
            break
        amounts.append(found[0])
        here = found[1]
        if t.word(here) == "and" and t.word(here + 1) == "a" and t.word(here + 2) == "half":
            amounts.append((0.5, amounts[-1][1]))
            return _halved(amounts), here + 3
        ahead = t.skip(here, "and", ",")
        ahead = t.skip(ahead, "and")
        if _amount(t, ahead) is None:
            break
        here = ahead
    return (_halved(amounts), here) if amounts else None


def _amount(t: Reading, at: int) -> tuple[Amount, int] | None:
    if t.word(at) == "half" and t.word(at + 1) in ("a", "an"):
        found = unit(t, at + 2)
        return ((0.5, found[0]), found[1]) if found else None
    many = count(t, at)
    if many is None or many[0] > 9999:
        return None
    after = t.skip(many[1], "more", "whole", "full", "-")
    if t.words[after : after + 3] == ["and", "a", "half"]:
        found = unit(t, after + 3)
        return ((many[0] + 0.5, found[0]), found[1]) if found else None
    found = unit(t, after)
    return ((many[0], found[0]), found[1]) if found else None


def _halved(amounts: list[Amount]) -> tuple[Amount, ...]:
    """Turn fractions of long units into whole short ones, which the calendar can step by."""
    finer = {
        "century": (10, "decade"),
        "decade": (10, "year"),
        "year": (12, "month"),
        "quarter": (3, "month"),
        "month": (30, "day"),
        "fortnight": (14, "day"),
        "week": (7, "day"),
        "day": (24, "hour"),
    }
    whole: list[Amount] = []
    for many, name in amounts:
        if many != int(many) and name in finer:
            size, small = finer[name]
            whole.append((round(many * size), small))
        else:
            whole.append((many, name))
    return tuple(whole)

"""Read holidays by name."""

from __future__ import annotations

from cognition.organs.thalamus.times.absolute import with_year
from cognition.organs.thalamus.times.calendar import DAY_OPTIONAL, FEASTS, NEEDS_DAY, day_of
from cognition.organs.thalamus.times.nodes import derived, every_year
from cognition.organs.thalamus.times.reading import Found, Reading


def feast(t: Reading, at: int) -> Found | None:
    """Read a holiday, with or without "day", "eve", a year or "weekend"."""
    for length in (3, 2, 1):
        name, after = _name(t, at, length)
        make = FEASTS.get(name)
        if make is None:
            continue
        is_day = t.word(after) == "day" and name not in ("christmas eve",)
        if not is_day and name in NEEDS_DAY and name not in DAY_OPTIONAL:
            continue
        after += is_day
        node = every_year(lambda year, make=make: day_of(make(year)), "day", "feast")
        node, after = with_year(t, node, after)
        if t.word(after) == "of" and t.word(after + 1) in ("this", "last", "next", "the"):
            outer = t.date(after + 1)
            if outer is not None and outer[0].grain == "year":
                year_node = outer[0]
                return derived(
                    "day",
                    lambda view, make=make, outer=year_node: day_of(make(outer.find(view)[0].year)),
                ), outer[1]
        return node, after
    return None


def _name(t: Reading, at: int, length: int) -> tuple[str, int]:
    """Join the next words into a feast's name, without apostrophes: "new year's" is "new years"."""
    words: list[str] = []
    here = at
    while len(words) < length and here < len(t):
        word = t.word(here)
        if word in ("'", "’") and words:
            here += 1
            if t.word(here) == "s" and t.glued(here):
                words[-1] += "s"
                here += 1
            continue
        if word == "-":
            here += 1
            continue
        words.append("eid" if word == "eid" else word)
        here += 1
    if t.word(here) in ("'", "’") and t.glued(here):
        here += 1
        if t.word(here) == "s" and t.glued(here):
            words[-1] += "s"
            here += 1
    return " ".join(words), here

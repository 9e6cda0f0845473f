"""Questions of what somebody usually does, and of a day on which it may have been otherwise.

What usually happens is presumed of a day unless that day's own events say otherwise (default
reasoning: Reiter 1980).
"""

# patterns and word lists are read more easily unbroken
# ruff: noqa: E501
from __future__ import annotations

import re
from collections.abc import Mapping

from cognition.organs.prefrontal.reasoning.clauses import days_of, plain
from cognition.organs.prefrontal.reasoning.events import marks, share
from cognition.organs.prefrontal.reasoning.premises import Conclusion, Premise
from cognition.organs.prefrontal.reasoning.world import World
from cognition.regex import regex
from cognition.values import TimeSpan

Asked = Mapping[str, str]
_EXCEPT = regex(
    r"\b(?:instead|down with|came down|a cold|fever|flu|hurt|unwell|under the weather|not|cannot|skip\w*|miss(?:ed|es)?|cancel\w*|except\w*|without|unable|absent|ill|sick|off"
    r"|prevented|different|otherwise|never|no|too (?:tired|busy|ill|sick)|injured|forgot|dropped|failed"
    r"|gave (?:it|that) a miss|called (?:it|that) off|call(?:ed)? off|broke with|rest(?:ed)?|in bed|sat it out|other plans|day off|a break|had to work|something (?:else|different)|busy|away|let it (?:go|slip)"
    r"|(?:stay|stayed|remained|kept|was|lay|spent it|were) (?:at |in |home|at home|in bed|away))\b|(?:\b(?:stayed|remained)\Z)|n['’]t\b",
    re.IGNORECASE,
)


_DAY = regex(r"\b(?:on |this |last )*(?:mon|tues|wednes|thurs|fri|satur|sun)day\b", re.IGNORECASE)


def usually(world: World, asked: Asked) -> Conclusion | None:
    """Say what someone usually does on a day."""
    who = marks(asked["a"], world.asker)
    wanted = days_of(asked["t"])
    for one in reversed(world.of("habit")):
        told = marks(one.subject, one.source.speaker)
        days = days_of(one.subject)
        fits = wanted == frozenset(range(7)) or (wanted <= days)
        if share(who, told) >= 1.0 and fits:
            return Conclusion(plain(one.subject), (one,))
    return None


def did_on(world: World, asked: Asked, time: TimeSpan | None = None) -> Conclusion | None:
    """Say whether someone did on a day what they usually do."""
    if time is None:
        return None
    wanted = marks(_DAY.sub(" ", asked["a"].replace(time.text, " ")), world.asker)
    habit = _habit(world, wanted, time)
    if habit is None:
        return None
    usual = marks(plain(habit.subject), habit.source.speaker)
    for one in world.of("event"):
        if one.time is None or one.time.end <= time.start or time.end <= one.time.start:
            continue
        told = marks(one.subject, one.source.speaker)
        if not _EXCEPT.search(one.subject) and share(wanted, told) >= 0.8:
            return Conclusion("yes", (one,))
        if _EXCEPT.search(one.subject) and _of_one(usual, told, habit, one):
            return Conclusion("no", (habit, one))
    return Conclusion("probably yes: it is usual", (habit,), sure=0.6)


def _of_one(usual: frozenset[str], told: frozenset[str], habit: Premise, one: Premise) -> bool:
    """Say whether an exception speaks of the one whose habit it is."""
    first = plain(habit.subject).split()[0].lower()
    if first in ("i", "we", "my"):
        return habit.source.speaker == one.source.speaker and one.subject.split()[0].lower() in (
            "i",
            "we",
        )
    return first in one.subject.lower().split() and bool(usual & told)


def _habit(world: World, wanted: frozenset[str], time: TimeSpan) -> Premise | None:
    for one in reversed(world.of("habit")):
        told = marks(plain(one.subject), one.source.speaker)
        if share(wanted, told) >= 0.8 and time.start.weekday() in days_of(one.subject):
            return one
    return None


SOLVERS = {"usually": usually}

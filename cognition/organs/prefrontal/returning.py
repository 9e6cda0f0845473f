"""When somebody is back, or how long away: by the "till Sunday" told of their absence."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import timedelta

from cognition.organs.prefrontal import dates
from cognition.organs.prefrontal.question import Question
from cognition.organs.prefrontal.tellings import sentences_told
from cognition.organs.prefrontal.wording import quoted
from cognition.regex import regex
from cognition.values import Answer, Recollection, TimeSpan, unsaid

ASKS_RETURN = regex(
    r"\b(?:when(?:['’]?s| is| are| am| does| do| will)? .*\b(?:back|return(?:s|ing)?|home|leaving"
    r"|leaves?)|(?:until|till|by) when|how long (?:is|are|am|will) .*\b(?:away|gone|in|at|there"
    r"|for|stay(?:ing)?))\b"
)
_DAY = regex(r"(?:mon|tues|wednes|thurs|fri|satur|sun)day\b")
_UNTIL = regex(
    r"\b(?:(?:un)?till?|back(?: home)?(?: (?:on|in|at|by|around))?|home (?:on|in|by|again)"
    r"|returns?(?: (?:on|in|home))?) (?P<time>(?:the )?[\w' -]+?)(?=\W*\Z|[.,;!?]| (?:and|but|so"
    r"|for|with|because|then)\b)"
)
_ENDS = regex(r"\bend of\b")


def returning(
    question: Question, who: Collection[str], recollections: Sequence[Recollection], cite: bool
) -> Answer | None:
    """Answer when somebody comes back by how long they were said to be away; None if not told.

    >>> told = Recollection(text="Jo is in Rome till Sunday.", speaker="Ada", role="person")
    >>> asked = Question(text="When does Jo come back?", kind="when", people=("Jo",), asker="Ada")
    >>> returning(asked, ("jo",), [told], cite=False).text
    'Sunday'
    """
    if not ASKS_RETURN.search(question.text.lower()):
        return None
    own = question.asker.lower() in who
    for one, sentence in sentences_told(question, recollections):
        low = sentence.lower()
        meant = {*(name.lower() for name in unsaid(one))} & set(who)
        about = (
            meant
            or (own and low.startswith(("i ", "i'", "we ")))
            or any(name in low for name in who if name != question.asker.lower())
        )
        until = _UNTIL.search(low) if about else None
        if until and (time := _named(until["time"], one.times)):
            return quoted(question, _written(time, until["time"]), one, 0.8, cite, sentence)
    return None


def _named(said: str, times: Sequence[TimeSpan]) -> TimeSpan | str:
    """Give the time that a phrase names, else the phrase where it can only be one."""
    for time in times:
        low = time.text.lower()
        if low and (low in said or said in low):
            return time
    return said if _DAY.match(said) else ""


def _written(time: TimeSpan | str, said: str) -> str:
    if isinstance(time, str):
        return time
    if _ENDS.search(said):  # of a stretch only its last day is meant
        return f"{said}, {dates.day(time.end - timedelta(days=1))}"
    return dates.span(time)


__all__ = ["ASKS_RETURN", "returning"]

"""One-off exceptions: that Helen cannot come this week denies no habit of hers."""

from __future__ import annotations

from cognition.organs.prefrontal.question import Question
from cognition.regex import regex

_DENIES = regex(
    r"\b(?:ca|wo|is|are|was|were|does|do|did|could|would|has|have)n['’]?t\b|\b(?:can ?not|not|never"
    r"|no|unable|skip(?:s|ped|ping)?|miss(?:es|ed|ing)?|cancel\w*|called off|instead of)\b"
)
_ONCE = regex(
    r"\b(?:(?:this|next|last|that) (?:week(?:end)?|time|month|morning|afternoon|evening|once|year"
    r"|(?:mon|tues|wednes|thurs|fri|satur|sun)day)|today|tonight|tomorrow|yesterday|for once|just"
    r" (?:this )?once|last night|on the \d+(?:st|nd|rd|th))\b"
)
_HABIT = regex(
    r"\b(?:do|does|usually|normally|which days?|what days?|how often|what time)\b"
    r"|^\W*when(?:['’]?s| is| are)\b"
)


def excepts(text: str) -> bool:
    """Tell whether a text says that something does not happen this one time.

    >>> excepts("Helen can't come this week."), excepts("Helen doesn't come any more.")
    (True, False)
    """
    low = text.lower()
    return _ONCE.search(low) is not None and _DENIES.search(low) is not None


def asks_habit(question: Question) -> bool:
    """Tell whether it is asked how something is as a rule, and not at one time.

    >>> asks_habit(Question(text="Which day does Helen come?"))
    True
    >>> asks_habit(Question(text="Why did Helen not come?"))
    False
    """
    low = question.text.lower()
    return _HABIT.search(low) is not None and _ONCE.search(low) is None


__all__ = ["asks_habit", "excepts"]

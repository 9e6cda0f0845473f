"""Saying a conclusion: shortly, or with the chain it rests on, in the words it was told in."""

from __future__ import annotations

from cognition.organs.prefrontal import dates
from cognition.organs.prefrontal.reasoning.premises import Conclusion
from cognition.organs.words import shortened
from cognition.values import Answer, Recollection

_QUOTE = 120  # characters of a source that are quoted


def sources(conclusion: Conclusion) -> tuple[Recollection, ...]:
    """Give the memories that a conclusion rests on, each once, in the order of its chain."""
    return tuple({one.source.id: one.source for one in conclusion.chain}.values())


def explained(conclusion: Conclusion, asker: str, cite: bool) -> Answer:
    """Word a conclusion; with `cite`, say because of what.

    >>> from datetime import datetime
    >>> from cognition.organs.prefrontal.reasoning.premises import Premise
    >>> told = Recollection(text="Leo is Rosa's brother.", speaker="Ada", when=datetime(2026, 3, 1))
    >>> because = Conclusion("your uncle", (Premise("brother", "leo", source=told),))
    >>> explained(because, "Ada", True).text
    "Your uncle, because you told me on 1 March 2026 “Leo is Rosa's brother.”"
    """
    told = sources(conclusion)
    text = conclusion.text[:1].upper() + conclusion.text[1:]
    if not conclusion.settled:
        reasons = " and ".join(_told(one, asker) for one in told)
        return Answer(f"{_capital(reasons)} {text}", 0.2, False, told)
    if cite and told:
        reasons = " and ".join(_told(one, asker, n > 0) for n, one in enumerate(told))
        text = f"{text}, because {reasons}"
    return Answer(text, conclusion.sure, True, told)


def _told(one: Recollection, asker: str, again: bool = False) -> str:
    """Write who told something, when, and in which words."""
    own = one.role == "person" and one.speaker.lower() in ("", asker.lower())
    who = "you" if own else one.speaker
    on = f" on {dates.day(one.when)}" if one.when else ""
    text = shortened(one.text, _QUOTE)
    return (
        f"{who} told me{on} “{text}”" if not (again and own) else f"{on.strip()} “{text}”".strip()
    )


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]

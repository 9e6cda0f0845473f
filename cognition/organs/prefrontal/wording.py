"""An answer in words: short by itself, or followed by who told it, when and how."""

from __future__ import annotations

from cognition.organs.prefrontal import dates
from cognition.organs.prefrontal.evidence import Evidence
from cognition.organs.prefrontal.question import Question
from cognition.organs.words import shortened, upper_first
from cognition.values import Answer, Recollection

_QUOTE = 160  # characters of a source that are quoted


def by_asker(question: Question, recollection: Recollection) -> bool:
    """Say whether the one who asks told it, and asks as "I" or "my"."""
    return (
        recollection.role == "person"
        and recollection.speaker.lower() == question.asker.lower()
        and not question.by_name
    )


def teller(question: Question, recollection: Recollection) -> str:
    """Name who told something, as said to the one who asks."""
    if recollection.role == "companion":
        return "I"
    own = recollection.speaker.lower() == question.asker.lower()
    if not recollection.speaker or (own and recollection.role == "person"):
        return "You"
    return recollection.speaker


def source(
    question: Question, recollection: Recollection, sentence: str = "", longest: int = _QUOTE
) -> str:
    """Write who said what and when, with a quotation."""
    who = teller(question, recollection)
    verb = "said" if who == "I" else "told me"
    on = f" on {dates.day(recollection.when)}" if recollection.when else ""
    text = shortened(sentence or recollection.text, longest)
    return f"{who} {verb}{on}: “{text}”"


def worded(
    question: Question,
    items: tuple[Evidence, ...],
    short: str,
    confidence: float,
    cite: bool,
    named: bool = True,
) -> Answer:
    """Give a short answer; if it is to `cite`, with its first source quoted after it.

    `named` False says that the source does not name what is asked: it was only told around then.
    """
    top = items[0]
    text = upper_first(short)
    sources: list[Recollection] = []
    for item in items:
        if all(item.recollection is not other for other in sources):
            sources.append(item.recollection)
    if cite:
        cited = source(question, top.recollection, top.sentence)
        if not named and top.recollection.when is not None:
            who = teller(question, top.recollection)
            text = f"{who} mentioned it on {dates.day(top.recollection.when)}"
            cited = cited[cited.index("“") :]
        text = _ended(text, cited)
    return Answer(text, min(confidence, 1.0), True, tuple(sources))


def quoted(
    question: Question,
    short: str,
    told: Recollection,
    confidence: float,
    cite: bool,
    sentence: str = "",
) -> Answer:
    """Give a short answer read off one telling; if it is to `cite`, with its words after it.

    They are those of one `sentence` of it, if that is given.
    """
    text = upper_first(short)
    text = _ended(text, source(question, told, sentence)) if cite else text
    return Answer(text, min(confidence, 1.0), True, (told,))


def _ended(text: str, after: str) -> str:
    return f"{text} {after}" if text.endswith(("…", ".", "!", "?")) else f"{text}. {after}"


def unknown(question: Question, confidence: float) -> Answer:
    """Say that it is not remembered."""
    about = _topic(question)
    text = f"I don't remember anything about {about}." if about else "I don't remember that."
    return Answer(text, confidence, False)


def _topic(question: Question) -> str:
    """Name what was asked for in the question's own words, when one word stands out."""
    tokens = [w.strip(".,!?\"“”'’") for w in question.text.split()[1:]]
    named = [w for w in tokens if w[:1].isupper() and w.lower() not in ("i", "i'm")]
    people = {person.lower() for person in question.people}
    rest = [w for w in named if w.lower().removesuffix("'s") not in people]
    return rest[0].removesuffix("'s").removesuffix("’s") if rest and not question.people else ""

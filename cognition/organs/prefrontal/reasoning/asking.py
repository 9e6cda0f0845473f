"""What a statement asks by where its gap falls, and which questions are worth reading so."""

from __future__ import annotations

# patterns and word lists are read more easily unbroken
# ruff: noqa: E501, SIM905
import re
from collections.abc import Iterator

from cognition.organs.prefrontal.reasoning.literals import Literal
from cognition.regex import regex

Query = tuple[str, dict[str, str]]
INVERTED = frozenset(
    "is are was were am does do did has have had will would can could might may should".split()
)
_CUES = frozenset(
    re.findall(
        r"\w+",
        "where whereabouts things settled based location room city town country place home live lives lived living house "
        "residence reside resides carrying carry carries holding hold holds possession got objects "
        "items objects many number total sum count together gave give given gives hand handed pass "
        "passed sent lent received receive receives offered afraid fear fears frightens scares scared "
        "frightened terrified colour color old age aged years birthday first earlier before after "
        "between apart separate separated date day month fit fits part parts contain contains include "
        "related relation relationship relative kin kinship family call called name named mother "
        "father sister brother aunt uncle niece nephew cousin son daughter grandmother grandfather "
        "wife husband grandson granddaughter parent parents children sibling siblings spouse grandma "
        "grandpa mom dad mum law north south east west left right above below route way directions "
        "path reach from brought bring brings whom animal animals frighten frightens scare scares relate "
        "present gift think sure correct right exactly held would get fearful wary "
        "petrified resident add dread dreads have has based prior sooner hands when "
        "monday tuesday wednesday thursday friday saturday sunday",
    )
)
_OPENING = INVERTED | {"if", "when", "being", "starting", "leaving", "standing", "from"}
_DEGREE = regex(
    r"(?!(?:ever|never|other|over|after|under|her|remember|whether|wonder|best|rest|last|"
    r"test|west|guest|together|dinner|summer|winter|weather|better|interest)\Z)[a-z]{3,}(?:er|est)"
)


def worth_reading(text: str) -> bool:
    """Say at little cost whether a question may ask of what is reasoned about.

    >>> worth_reading("Might I find Mia in the hall"), worth_reading("What did Mia paint")
    (True, False)
    """
    words = re.findall(r"[a-z]+", text.lower())
    if not _CUES.isdisjoint(words) or any(_DEGREE.fullmatch(word) for word in words):
        return True
    if words[1:2] == ["is"] or (words[:1] == ["the"] and words[2:3] == ["is"]):
        return True  # "Mia is in the hall?", "the ball is in the hall?"
    if words[:1] == ["did"] and "then" in words:
        return True  # "did Mia leave and only then Tom came"
    return bool(words) and words[0] in _OPENING and " the " in text


def about(one: Literal) -> Iterator[Query]:
    """Say what a statement with a gap asks."""
    first, second, others = one.first, one.second, one.others
    what = {"Whoq", "the Whatq"}
    match one.relation:
        # where something was bought, or where who goes to school, is not where they are
        case "at" | "is_in" | "moved" | "land" | "left_from" if second == "Whereq":
            yield "where", {"a": first}
        case "put" | "drop" if "Whereq" in (second, *others):
            yield "where", {"a": second if one.relation == "put" else first}
        case "lives" if second == "Whereq":
            yield "where_lives", {"a": first}
        case "at" | "is_in" | "lives" | "not_at" if first in what:
            kind = "who_lives_at" if one.relation == "lives" else "who_at"
            yield kind, {"b": second}
        case "gave":
            yield from _giving(first, second, others[0], what)
        case "got":
            yield from _giving(others[0], second, first, what)
        case "get" | "has_part" | "drop" if second in what and one.relation != "drop":
            yield "holds", {"a": first}
        case "get" if first in what:
            yield "who_has", {"a": second}
        case "afraid" if second in what:
            yield "afraid", {"a": first}
        case "compared" if first in what:
            yield "most", {"d": others[0]}
        case _:
            pass


def _giving(giver: str, thing: str, to: str, what: set[str]) -> Iterator[Query]:
    if giver in what:
        yield "who_gave", {"a": thing, "b": to}
    elif thing in what:
        yield "gave_what", {"a": giver, "b": to}
    elif to in what:
        yield "gave_whom", {"a": giver, "b": thing}


def whether(one: Literal) -> Iterator[Query]:
    """Say what a statement without a gap asks: whether it is so."""
    first, second = one.first, one.second
    other = one.others[0] if one.others else ""
    match one.relation:
        case "at" | "is_in" | "land" | "not_at":
            yield "is_at", {"a": first, "b": second}
        case "lives":
            yield "lives_at", {"a": first, "b": second}
        case "part" | "has_part":
            yield "is_part", {"a": first, "b": second}
        case "bigger":
            yield "is_more", {"a": first, "b": second, "d": "bigger"}
        case "compared":
            yield "is_more", {"a": first, "b": second, "d": other}
        case "get" if second.startswith("the "):  # "a garden" is had, not held
            yield "has_thing", {"a": first, "b": second}
        case "more:north" | "more:east":
            direction = one.relation.removeprefix("more:")
            yield "side", {"a": first, "b": second, "d": direction}
        case "coloured":
            yield "is_coloured", {"a": first, "b": second}
        case "afraid":
            yield "is_afraid", {"a": first, "b": second}
        case _:
            pass


__all__ = ["INVERTED", "Query", "about", "whether", "worth_reading"]

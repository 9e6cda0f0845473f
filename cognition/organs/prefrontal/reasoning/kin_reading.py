"""Who is kin to whom, read off a sentence: a mention of kin, and the name that it is tied to."""

# patterns and word lists are read more easily unbroken
# ruff: noqa: E501
from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from importlib import resources
from typing import NamedTuple

from cognition.organs.prefrontal.reasoning.kin import FEMALE, KIN, MALE, NEUTRAL, noun
from cognition.regex import regex

NAME = r"(?!(?:Meet|As|With|When|Yesterday|Today|Because|Here|Yes|If|For|The|My|Our|His|Her|Their|This|That|He|She|It|They|We|I|A|An|In|On|At|And|But|Both|Then)\b)(?-i:[A-Z][\w-]+(?: [A-Z][\w-]+)?)"
_WORDS = "|".join(sorted({*KIN, *NEUTRAL}, key=len, reverse=True))
_KIN = rf"(?P<kin>(?:{_WORDS})(?:s(?:-in-law)?)?|children|kids|wives|grandchildren|sisters-in-law|brothers-in-law)"
_QUALITY = r"(?:(?!(?:and|or|is|was|the|of|to|with|a|an|in|has|had)\b)[a-z-]+ ){0,2}?"
_OWNER = rf"(?:my|our|his|her|their|{NAME}(?:'s|(?<=s)'))(?: [a-z-]+'s)*"
MENTION = regex(
    rf"\b(?:(?P<of>{_OWNER}) {_QUALITY}{_KIN}\b(?!'(?!s (?:first |full |given )?names? ))"
    rf"|(?:the|an?|one|two|three) {_QUALITY}{_KIN.replace('P<kin>', 'P<kin2>')} (?:of|to|for) "
    rf"(?P<of2>(?:{_OWNER} )?(?:me|mine|{NAME}|(?:{_WORDS}))(?:'s)?(?:,? and {NAME})?))"
    r"(?!-\w)",
    re.IGNORECASE,
)
_NAMES = rf"{NAME}(?:(?:, and | and |, ){NAME})*"
_CALLED = (
    r"(?:(?:is|was|are|were|bears|has|carries|goes|answers|listens|responds|who|whom|whose|that|which"
    r"|name|names|called|named|we|I|all|call|known|simply|to|by|as|under|of|the|namely|none|other|than"
    r"|is,|just|christened|baptised|baptized|everyone|calls|full|first|given|always|been|not|no) )*"
)
_AFTER = regex(
    rf"(?:(?P<name>'s (?:first |full |given )?names? (?:is|are|was) )|,? ?[:(]? ?(?P<link>{_CALLED}))"
    rf"(?P<who>{_NAMES})(?!'s?\b)(?P<end>[,)])?",
    re.IGNORECASE,
)
_BEFORE = regex(
    rf"(?P<who>\b(?:{_NAMES}|I|he|she))(?!')(?P<link>,? ?\(?(?:(?:who|which|is|was|are|were|am|as|being|became|has|have"
    r"|been|known|acts|still|indeed|one|of|not|no|longer|happens|to|be|means|counts|,) ?)*)\Z",
    re.IGNORECASE,
)
_HAS = regex(
    rf"(?P<of>\b{NAME}(?: and {NAME})?|I|he|she|they|we|my [a-z-]+) (?:has|have|had|got|has got|have got) "
    rf"(?:(?:an?|one|two|three|four) )?{_QUALITY}{_KIN}[,:;]? ?(?P<link>(?:and (?:that|this|it|he|she|(?:his|her|the|their) name)(?: is|'s|,) )?{_CALLED}):? ?(?P<who>{_NAMES})",
    re.IGNORECASE,
)
_AS = regex(
    rf"(?P<of>\b{NAME}|I) (?:has|have|had|calls|call) (?P<who>{NAME}) (?:(?:as|for) )?(?:(?:an?|his|her|my|their|the) )?"
    rf"{_QUALITY}{_KIN}\b(?! of)",
    re.IGNORECASE,
)
_BIRTH = regex(
    rf"(?P<who>\b{NAME}(?: and {NAME})?) (?:gave birth to|fathered|mothered|sired|brought up|adopted|bore|begot) "
    rf"(?P<of>{NAME})",
    re.IGNORECASE,
)
_BORN = regex(
    rf"(?P<of>\b{NAME}) (?:was born to|is born of|was born of|descends from) (?P<who>{NAME}(?: and {NAME})?)",
    re.IGNORECASE,
)
_MARRIED = regex(
    rf"(?P<who>\b{NAME}|I)(?: and (?P<and>{NAME}))? (?:(?:is|are|was|were|got|has|have|been|became|now|happily) )*"
    rf"(?:married|wed|wedded|engaged|husband and wife|man and wife|spouses|tied the knot|exchanged vows|a married couple)"
    rf"(?: (?:to|with))?(?: (?P<of>{NAME}|me))?",
    re.IGNORECASE,
)
_PAIR = regex(
    rf"(?P<who>\b{NAME}) and (?P<of>{NAME}) (?:are|were|have always been) (?:(?:each other's|twin|full|both|the|first) )*"
    r"(?P<kin>siblings|sisters|brothers|twins|cousins|brother and sister|sister and brother)",
    re.IGNORECASE,
)
_CUE = regex(
    rf"\b(?:{_WORDS}|children|wives|married|wed|spouses|birth|fathered|born to|descends|knot|vows)"
    r"(?:s|-in-law|s-in-law)?\b",
    re.IGNORECASE,
)
_DENIED = regex(r"\b(?:not|no)\b", re.IGNORECASE)


class Tie(NamedTuple):
    """`who` is the `relation` of `of`, as written; `at` is where the owner stands."""

    who: str
    relation: str
    of: str
    at: int = 0
    holds: bool = True


def names(text: str) -> list[str]:
    return [one for one in re.split(r",? and |, ", text.strip()) if one]


def about_kin(text: str) -> bool:
    """Say whether a sentence has a word for kin at all."""
    return bool(_CUE.search(text))


@lru_cache(maxsize=8192)
def ties(text: str) -> tuple[tuple[Tie, ...], str]:
    """Read the ties of a sentence; gives them and what else it says, names in their place.

    >>> ties("Anna took her daughter Beth to the park")
    ((Tie(who='Beth', relation='daughter', of='her', at=10, holds=True),), 'Anna took Beth to the park')
    """
    if not about_kin(text):
        return (), text
    found = list(_verbal(text))
    if found:
        return tuple(found), ""
    for _ in range(4):
        step = _step(text)
        if step is None:
            break
        more, text = step
        found += more
    return tuple(found), text if " " in text else ""


def _verbal(text: str) -> Iterator[Tie]:
    for pattern in (_HAS, _AS):
        if (match := pattern.match(text)) and (match["of"] != match["who"]):
            for of in names(match["of"]):
                yield from (Tie(who, noun(match["kin"]), of) for who in _as_many(match))
            return
    for pattern in (_BIRTH, _BORN):
        if match := pattern.match(text):
            sex = {"mothered": "mother", "gave birth to": "mother", "fathered": "father"}
            kin = next((kin for verb, kin in sex.items() if verb in text), "parent")
            yield from (Tie(who, kin, match["of"]) for who in names(match["who"]))
            return
    if match := _MARRIED.fullmatch(text):
        if of := match["and"] or match["of"]:
            yield Tie(match["who"], "spouse", of, holds=not _DENIED.search(text))
    elif match := _PAIR.fullmatch(text):
        kin = match["kin"].lower()
        relation = "sibling" if " and " in kin or kin == "twins" else kin.removesuffix("s")
        yield Tie(match["who"], relation, match["of"])
        if relation in ("sister", "brother"):
            yield Tie(match["of"], relation, match["who"])


def _as_many(match: re.Match[str]) -> list[str]:
    every = names(match["who"])
    return every if _plural(match["kin"]) else every[:1]


def _plural(kin: str) -> bool:
    low = kin.lower()
    return low in ("children", "wives", "grandchildren", "kids") or (
        low.endswith(("s", "s-in-law")) and low not in KIN
    )


def _step(text: str) -> tuple[list[Tie], str] | None:
    """Tie the first mention that has a name; gives the ties and the text with the name alone."""
    for mention in MENTION.finditer(text):
        kin = mention["kin"] or mention["kin2"]
        of = (mention["of"] or mention["of2"] or "").strip()
        start, end = mention.span()
        after = _AFTER.match(text, end)
        before = _BEFORE.search(text, 0, start)
        if after and not (before and before["link"].strip(" ,")) and _names_it(text, after):
            who = names(after["who"]) if _plural(kin) else names(after["who"])[:1]
            stop = after.start("who") + len(who[0]) if len(who) == 1 else after.end("who")
            stop += text[stop : stop + 1] in (",", ")") and bool(
                re.match(r"[:,(]", text[end:].strip() or " ")
            )
            copula = bool(
                re.search(
                    r"\b(?:is|was|are|were|goes|answers|bears|has)\b",
                    after["link"] or after["name"] or "",
                )
            )
            rest = (
                ""
                if copula and not text[stop:].strip(" ,.")
                else f"{text[:start]}{' and '.join(who)}{text[stop:]}"
            )
            link = after["link"] or ""
        elif before and before["link"].strip():
            who = names(before["who"]) if _plural(kin) else names(before["who"])[-1:]
            link = before["link"]
            stop = end + (
                (text[end : end + 1] in (",", ")") and "," in link) or text[end : end + 1] == ")"
            )
            copula = (
                bool(re.search(r"\b(?:is|was|are|were|am|became|been)\b", link))
                and "who" not in link
            )
            tail = text[stop:]
            rest = f"{text[: before.end('who')]}{tail}" if tail.strip(" ,.") and not copula else ""
        else:
            continue
        holds = not _DENIED.search(link)
        each = [Tie(one, noun(kin), whose, start, holds) for one in who for whose in _owners(of)]
        return each, rest.strip()
    return None


def _names_it(text: str, after: re.Match[str]) -> bool:
    """Say whether what follows a mention names it: not the next of a list, nor a new subject."""
    if after["link"] or after["name"]:
        return True
    between = text[: after.start("who")].rstrip(" ")
    return not between.endswith(",") or bool(after["end"]) or after.end("who") == len(text)


def _owners(of: str) -> list[str]:
    of = re.sub(r"'s?\Z", "", of)
    return names(of) if re.match(rf"{NAME}(?:,)? and {NAME}\Z", of) else [of]


@lru_cache
def _first_names() -> dict[str, str]:
    text = (resources.files(__package__ or "") / "first_names.txt").read_text(encoding="utf-8")
    lines = [line.partition(":") for line in text.splitlines()]
    return {name.lower(): sex for sex, _, every in lines for name in every.split()}


def sex(name: str) -> str:
    """Give whether a first name is a woman's or a man's; empty where it is not known."""
    return _first_names().get(name.split()[0].lower(), "") if name else ""


def sex_of(relation: str) -> str:
    """Give whether a word for kin is said of women or of men; empty where of both."""
    return "f" if relation in FEMALE else "m" if relation in MALE else ""


__all__ = ["MENTION", "NAME", "Tie", "about_kin", "names", "sex", "sex_of", "ties"]

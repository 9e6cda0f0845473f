"""What a question asks of kin: who is someone's aunt, whether someone is, how two are related."""

# patterns and word lists are read more easily unbroken
# ruff: noqa: E501, SIM905
from __future__ import annotations

import re
from collections.abc import Iterator

from cognition.organs.prefrontal.reasoning.kin import noun
from cognition.organs.prefrontal.reasoning.kin_reading import MENTION, NAME, about_kin
from cognition.regex import regex

Query = tuple[str, dict[str, str]]
_PEOPLE = regex(rf"(?P<name>{NAME})(?:'s\b|(?<=s)'(?!\w))?|\b(?P<me>I|me|my|mine|myself)\b")
_WORD = regex(r"[a-z]+(?:-[a-z]+)*", re.IGNORECASE)
_ASKS_WHO = frozenset(
    "who what is was are were name names the of called named goes by go again does do have has which "
    "person identity whom known as bear bears answer answers to under first full given that one s a an "
    "would be be's whose in family plays role holds fills part there any tell me us might may could "
    "whom one can could call calls mind the for exactly someone somebody it people they s are all and we mean means by whom you them there anyone anybody refers refer referred meant talking about speak speaking think".split()
)
_ASKS_IS = frozenset(
    "is was am are were be to the a an one of indeed really also right true and would count counts as "
    "does do did have has by any chance there it in fact perhaps still happen happens in's family not "
    "considered correct possibly perhaps maybe called say that who s for could can might must so then make makes mean means one we you call follow follows conclude it's".split()
)
_RELATING = regex(
    r"\b(?:related|relation|relations|relationship|relative|kin|kinship|connected|connection|tie|ties|tied"
    r"|bond|link|linked|family|familial|relate|relates|kinsman|kinswoman)\b",
    re.IGNORECASE,
)
_ASKS_HOW = frozenset(
    "how what which where is are was were am i's the a an of to and with by in between exactly does do have has bear bears "
    "bore stand stands blood marriage from each other one another sort kind manner way ways type degree terms term "
    "would could be exists exist there it that share shares describe describes word for both they s precisely "
    "family connection relation relationship ties tie kin kinship related relative connected relations bond "
    "link linked relate relates familial own as regards regarding seen me so on tree sense form i my "
    "would's their hold holds tied name given who fit fits into come comes us if any".split()
)
_TO = regex(
    rf"\A(?:who|what) (?:exactly )?(?:is|am|are|was|would|might) (?P<a>{NAME}|I)(?: be)?(?: exactly| then)? (?:to|for|of|in relation to|with respect to|with regard to) (?P<b>{NAME}|me)(?: exactly)?\Z",
    re.IGNORECASE,
)
_CALLS = regex(
    rf"\A(?:what|how) (?:does|do|would|should|could|can|might|will) (?P<b>{NAME}|I) (?:call|address|refer to|name) (?P<a>{NAME}|me)\Z",
    re.IGNORECASE,
)
_AS_KIN = regex(
    rf"\A(?:who|whom|which person) (?:does|do|did|would|has|have) (?P<of>{NAME}|I) (?:have|call|got|has)? ?(?:as|for)? ?"
    r"(?:(?:an?|his|her|their|my) )?(?P<kin>[a-z-]+)\Z",
    re.IGNORECASE,
)
_SECOND_FIRST = regex(
    rf"\b(?:of|to|for) (?P<b>{NAME}|me|mine)(?:'s)?(?: family)? (?:is|am|was|does|are) (?P<a>{NAME}|I)\b|"
    rf"\b(?:in|into|to|within) (?P<b2>{NAME})'s family",
    re.IGNORECASE,
)
_WHO = regex(r"\b(?:who|whom|whose|what|which|name|names|identity)\b", re.IGNORECASE)
_MANY = regex(
    rf"\Ahow many (?P<k>[a-z-]+) (?:does|do|has|have|are there (?:of|to|for|in)|had|are|is|did|can)(?: called)?"
    rf" (?P<b>{NAME}|I)(?:'s)?(?: (?:have|has|got|had|family|count|claim))*\Z",
    re.IGNORECASE,
)


def kin_queries(text: str) -> Iterator[Query]:
    """Yield what a question may ask of kin.

    >>> list(kin_queries("what name does Tom's aunt go by")), list(kin_queries("is Mia Tom's aunt"))
    ([('kin_who', {'a': "Tom's aunt"})], [('kin_is', {'a': 'Mia', 'k': 'aunt', 'b': 'Tom'})])
    """
    for shape in (_TO, _CALLS):
        if match := shape.match(text):
            yield "kin_how", {"a": match["a"], "b": match["b"]}
            return
    if _RELATING.search(text):
        yield from _how(text)
        return
    if not about_kin(text):
        return
    if (match := _MANY.match(text)) and noun(match["k"]):
        yield "kin_many", {"k": match["k"], "b": match["b"]}
    elif (match := _AS_KIN.match(text)) and noun(match["kin"]):
        yield "kin_who", {"a": f"{_owner(match['of'])} {match['kin']}"}
    elif mention := MENTION.search(text):
        yield from _of_mention(text, mention)


def _owner(name: str) -> str:
    return "my" if name.lower() in ("i", "me", "my", "mine") else f"{name}'s"


def _left(text: str, allowed: frozenset[str]) -> bool:
    return all(word.lower() in allowed for word in _WORD.findall(text))


def _how(text: str) -> Iterator[Query]:
    people = [match["name"] or match["me"] for match in _PEOPLE.finditer(text)]
    rest = _PEOPLE.sub(" ", text)
    short = len(_WORD.findall(rest)) <= 9 and re.match(r"(?:in )?(?:how|what|which|where)\b", text)
    if len(people) != 2 or not (_left(rest, _ASKS_HOW) or short):
        return
    first, second = people
    if back := _SECOND_FIRST.search(text):
        if back["a"]:
            first, second = back["a"], back["b"]
        elif back["b2"] == first:
            first, second = second, first
    if re.match(
        r"\A(?:is|are|am|was|does|do|how (?:long|many|often|much|old))\b", text, re.IGNORECASE
    ):
        return
    yield "kin_how", {"a": first, "b": second}


def _of_mention(text: str, mention: re.Match[str]) -> Iterator[Query]:
    of, kin = mention["of"] or mention["of2"], mention["kin"] or mention["kin2"]
    of = re.sub(r"\A(?:me|mine|our|I)\Z", "my", re.sub(r"'s?\Z", "", of), flags=re.IGNORECASE)
    asks = re.match(
        r"(?:is|was|are|am|could|would|can|does|do|so|must|may|might)\b", text, re.IGNORECASE
    )
    both = re.fullmatch(r"(?P<a>[A-Z][\w-]+) (?P<b>[A-Z][\w-]+)", of)
    if asks and both:  # "is Mia Tom's aunt" has two names side by side
        yield "kin_is", {"a": both["a"], "k": kin, "b": both["b"]}
        return
    whose = of if of.lower() == "my" else f"{of}'s"
    rest = f"{text[: mention.start()]} {text[mention.end() :]}"
    others = [one["name"] or one["me"] for one in _PEOPLE.finditer(rest)]
    left = _PEOPLE.sub(" ", rest.replace("'s", " "))
    if not others and _WHO.search(rest) and _left(left, _ASKS_WHO):
        yield "kin_who", {"a": f"{whose} {kin}"}
    elif len(others) == 1 and not _WHO.search(rest) and _left(left, _ASKS_IS):
        yield "kin_is", {"a": others[0], "k": kin, "b": of}


__all__ = ["kin_queries"]

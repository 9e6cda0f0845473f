"""What a sentence says by its nouns alone: what kind someone is, which colour, how old, of what.

Such sentences differ much in their verbs and little in what stands in them: "I met a wolf named
Rex", "Rex is our wolf" and "my wolf's name is Rex" all say that Rex is a wolf.
"""

# patterns and word lists are read more easily unbroken
# ruff: noqa: E501, SIM905
from __future__ import annotations

import re
from functools import lru_cache

from cognition.organs.prefrontal.reasoning.kin import noun
from cognition.organs.prefrontal.reasoning.literals import Literal
from cognition.organs.prefrontal.reasoning.numbers import WORDED
from cognition.organs.prefrontal.reasoning.parts import part_of
from cognition.organs.prefrontal.reasoning.slots import LIGHT
from cognition.organs.prefrontal.reasoning.tokens import PREPS
from cognition.organs.prefrontal.reasoning.verbs import forms
from cognition.regex import regex

_NAME = r"(?-i:[A-Z][\w-]+)"
_OWNED = rf"(?:an?|my|our|the|this|that|his|her|their|one|another|{_NAME}'s|(?:my|our|the|his|her|their|an?) [a-z-]+(?:'s|s'))"
_CALLED = (
    r"(?:(?:who|that|which) (?:is|was) )?(?:named|called|by the name of|with the name(?: of)?|known as"
    r"|whose name (?:is|was|happens to be)|(?:who|that|which) goes by(?: the name of)?)"
)
_QUALITY = r"(?:(?!(?:of|in|at|is|was|and|or|who|that|year|years)\b)[a-z-]+,? ){0,2}?"
_KIND = r"(?P<k>[a-z-]{3,})"
_INTRODUCED = tuple(
    regex(pattern, re.IGNORECASE)
    for pattern in (
        rf"\b{_OWNED} {_QUALITY}{_KIND},? {_CALLED} (?P<a>{_NAME})(?!'s)",
        rf"\A{_OWNED} {_QUALITY}{_KIND}(?:'s name (?:is|was)| (?:is|was) (?:called|named)) (?P<a>{_NAME})\Z",
        rf"\A(?:the )?name of {_OWNED} {_QUALITY}{_KIND} (?:is|was) (?P<a>{_NAME})\Z",
        rf"\A(?P<a>{_NAME}) is (?:the name of )?(?:an?|my|our|the|his|her) {_QUALITY}{_KIND}\Z",
        rf"\A(?P<a>{_NAME}) is (?:one|just one) of (?:the|our|my|those|these|your) {_QUALITY}{_KIND}\Z",
        rf"\A(?P<a>{_NAME}),? (?:the|our|my) {_KIND},? (?:is|has|looks|likes)\b.*",
        rf"\A(?P<a>{_NAME}) was born an? {_KIND}\Z",
        rf"\A(?:i|we) (?:have|own|keep|got|adopted) an? {_QUALITY}{_KIND}, (?P<a>{_NAME})\Z",
        # "my sister got a swan from the farm and named it Rosa"
        rf"\b(?:an?|one of the|this|that|another|one) {_QUALITY}{_KIND}(?: (?:yesterday|today|recently|once|now|at home|(?:from|in|at|on|for|last|as) (?:(?:the|a|an|my|our|his|her|their) )?[a-z]+(?: ago)?))?"
        rf"(?:(?:,|;| -)? (?:and|which|that|whom|who|then|so)|,|;) (?:(?:i|we|they|she|he|you|everyone|everybody|{_NAME}|has|have|had|then|just|simply|decided|to|is|was|the|my|our|children|kids|now|all|always|later) ){{0,4}}"
        rf"(?:(?:named|names?|christened|baptised|baptized|dubbed|nicknamed|goes by|answers to|responds to|listens to|(?<=which we )call(?:ed)?|(?<=that we )call(?:ed)?)|call(?:s|ed)?(?= (?:it|him|her|that|this|the)\b))(?: (?:it|him|her|that|this one|that one|the (?P=k)|the name(?: of)?|the little (?:one|thing)))? (?P<a>{_NAME})\Z",
        # "my uncle keeps a wolf he named Rex", "there is a wolf on the farm, Rex"
        rf"\b(?:an?|one of the|this|that|another|our|my) {_QUALITY}{_KIND} (?:(?:that|which|whom?) )?(?:(?:he|she|they|we|I|everyone|everybody|people|you|the \w+|{_NAME})(?:'s|'ve)? )(?:(?:all|has|have|had|just|always) )*(?:named|calls?|called|christened|nicknamed|know as|knows as) (?P<a>{_NAME})\Z",
        rf"\A(?:there is|there's|we have|we've got|they have|I have|(?:(?-i:[A-Z])\w+|my \w+) (?:has|keeps|owns)) (?:got )?an? {_QUALITY}{_KIND}(?: (?:on|in|at|from|next) (?:(?:the|a|our|my) )?[a-z]+)?(?:,|:| -) (?P<a>{_NAME})\Z",
        # "we looked after a wolf last week, and its name was Rex"
        rf"\b(?:an?|one of the|this|that|another) {_QUALITY}{_KIND}\b(?-i:[^.?!;:A-Z]{{0,40}}?)(?:,|;| -| –)? ?(?:and |whose )?(?:(?:its|his|her|their|the (?:animal|creature|pet|(?P=k))'s) name(?: (?:is|was)|'s)|(?:it|he|she)(?: is| was|'s) (?:called|named)|(?:the )?name(?: (?:is|was|of)|'s)) (?P<a>{_NAME})\Z",
        rf"\A[\w' ]{{1,30}}? (?:named|calls?|called|christened|baptised|dubbed) (?:the|our|his|her|their|my|that|this) {_QUALITY}{_KIND} (?P<a>{_NAME})\Z",
    )
)
# "Lena the wolf lives on a farm", "our wolf Lena lives on a farm": what kind, by the way
_VERB = r"(?=(?:is|was|has|had|isn't|doesn't|does|did|can|could|lives|sleeps|eats|loves|likes|[a-z]{2,}(?:s|ed))\b)"
_APPOSED = tuple(
    regex(pattern, re.IGNORECASE)
    for pattern in (
        rf"\A(?P<a>{_NAME}),? (?:the|our|my|an?|that|this|one of (?:the|our|my|those)) {_QUALITY}{_KIND},? {_VERB}(?P<rest>.+)\Z",
        rf"\A(?:the|our|my|that|this) {_QUALITY}{_KIND},? (?P<a>{_NAME}),? {_VERB}(?P<rest>.+)\Z",
    )
)
_MET = frozenset(
    "boss friend neighbour neighbor colleague doctor dentist nurse teacher partner mate tenant guest "
    "flatmates great only late former new day week month year other time kitchen house office".split()
)
_NO_KIND = frozenset(
    "and but then who that which one two person name boy girl man woman lady gentleman guy town city village country place part "
    "piece component element bit lot little resident citizen inhabitant owner holder way kind sort "
    "type member home capital animal creature pet someone somebody youngest oldest elder senior "
    "junior same other best first last roommate flatmate housemate color colour".split()
)
_NO_NAME = frozenset(
    "by then in on at the this that it monday tuesday wednesday thursday friday saturday sunday "
    "today yesterday here there what who".split()
)
_COLOURS = "white|black|gr[ae]y|green|yellow|red|blue|brown|pink|orange|purple"
_COLOUR = regex(rf"\b(?P<c>{_COLOURS})\b", re.IGNORECASE)
_COAT = regex(r"\b(?:colou?r|fur|hair|coat|feathers?|skin|wool|plumage|fleece|all over)\b")
_BEARS = regex(r"\b(?:is|was|has|looks|seems|appears|comes|turned)\b", re.IGNORECASE)
_JUST_COLOUR = regex(
    rf"\A(?P<a>{_NAME}) (?:is|was|looks|was born|is of)(?: (?:an?|the|colou?r|very|quite|so|rather|nice|lovely|deep|pure|bright|dark|light|all|completely|mostly))* "
    rf"(?P<c>{_COLOURS})(?: colou?r)?(?: in colou?r)?(?: all over)?\Z",
    re.IGNORECASE,
)
_AGE = regex(
    r"\b(?:age|aged|years? of age|years? old|years?-old|turn(?:ed|ing)?|became)\b", re.IGNORECASE
)
_NOT_AGE = regex(
    r"\b(?:than|between|apart|when|since|ago|before|after|difference|gap|at the age|senior|junior"
    r"|older|younger|elder|plus|until|will|was|were|by the age|not|into|page)\b|n't\b",
    re.IGNORECASE,
)
_NTH_BIRTHDAY = regex(
    r"\b(?:celebrated|had|marked|reached|just had) (?:an?|his|her|their|the|my) (?P<n>\d{1,3})(?:st|nd|rd|th) birthday\b"
)
_AGED = regex(  # "Mia, 43, works in a bank"
    rf"\A(?P<a>{_NAME}) ?(?:,|\() ?(?:aged? |now |just )?(?P<n>\d{{1,2}})(?: years old)?(?:,|\)),? (?=(?:is|was|has|had|lives|works|loves|likes|[a-z]{{2,}}s)\b)(?P<rest>.+)\Z"
)
_NUMBER = regex(rf"(?<![\w.-])(?P<n>{WORDED})(?![\w.]|th\b|st\b)", re.IGNORECASE)
_HOUSE = r"(?:house|flat|apartment|home|place|cottage|studio|residence|household|room)"
_LANDED = tuple(
    regex(pattern, re.IGNORECASE)
    for pattern in (
        rf"\A(?P<t>{_NAME}) (?:is|lies) (?!.*\bhome (?:to|of)\b).*\b(?:in|of|within) (?:the country of )?(?P<l>{_NAME})(?:'s (?:cities|towns|places))?\Z",
        rf"\A(?P<t>{_NAME}) is an? (?P<l>{_NAME}) (?:town|city|village|place)\b.*",
        rf"\A(?:in (?P<l>{_NAME}),? )?there (?:is|'s) (?:an?|the) [\w -]*?(?:town|city|village|place)(?: in (?P<l2>{_NAME}))?,? {_CALLED} (?P<t>{_NAME})(?: in (?P<l3>{_NAME}))?\Z",
        rf"\A(?:the )?(?:country|land)(?: (?:that|where|in which))? (?P<t>{_NAME}) (?:is|lies|is located|is found|belongs)(?: (?:in|to))? is (?P<l>{_NAME})\Z",
        rf"\A(?P<l>{_NAME}) is (?:the country )?(?:where|in which|the country|(?:the )?home (?:to|of))(?: (?:that|where|in which|you (?:will |can )?find|you'll find|(?:the|an?) (?:[a-z]+ )?(?:city|town|village|place)(?: of| called| named)?))* (?P<t>{_NAME})(?: (?:is|lies|is located|is found)(?: in)?)?\Z",
        rf"\A(?P<l>{_NAME}) (?:has|contains|includes) (?:an?|the) [\w -]*?(?:town|city|village),? (?:{_CALLED}|of) (?P<t>{_NAME})\Z",
    )
)
_PLACE_NOUN = regex(
    r"\b(?:town|city|cities|towns|village|country|located|situated|found|where|places?)\b"
)
_HOME = tuple(
    regex(pattern, re.IGNORECASE)
    for pattern in (
        rf"\A(?P<a>{_NAME}) (?:has|owns|rents|keeps|bought|took|found|got|(?:has|is) (?:taken|rent(?:ed|ing)|bought|found|set up|made))(?: (?:an?|the|his|her|their|{_NAME}'s|new|small|little|big|nice|own))* {_HOUSE}(?: for (?:himself|herself))? in (?P<t>{_NAME})\Z",
        rf"\A(?P<a>{_NAME}) (?:makes|made|sets up|set up|has set up) (?:(?:an?|his|her|their|{_NAME}'s|new) )*home in (?P<t>{_NAME})\Z",
        rf"\A(?:the )?(?:place|town|city)(?: (?:where|in which|that))? (?P<a>{_NAME}) (?:lives|is living|resides)(?: in)? is (?P<t>{_NAME})\Z",
        rf"\A(?P<a>{_NAME})'s {_HOUSE} is (?:over |down |up |out |located |now )*in (?P<t>{_NAME})\Z",
        rf"\A(?:the )?{_HOUSE} of (?P<a>{_NAME}) is in (?P<t>{_NAME})\Z",
    )
)
_BIRTH = regex(
    r"\b(?:born|birth|birthday|birthdate|DOB|life (?:began|started)|(?:alive|on this earth) since|into th(?:e|is) world|in th(?:e|is) world)\b"
)
_NO_BIRTH = regex(
    r"\b(?:party|celebrat\w+|gifts?|presents?|cake|before|after|not|birth to|moved|met|dinner)\b|n't\b",
    re.IGNORECASE,
)
_MATES = r"(?:room|flat|house)mates?"
_LIVES = r"(?:lives?|living|stays?|staying|resides?|residing|moved|dwells?)"
_TOGETHER = tuple(
    regex(pattern, re.IGNORECASE)
    for pattern in (
        rf"\A(?P<a>{_NAME}) and (?P<b>{_NAME}) (?:(?:are|have|both|now) )*(?:{_LIVES}|shar(?:e|ing)|have|rent)\b.*\b(?:together|(?:same|one|an?|the) (?:{_HOUSE}|roof|address))\Z",
        rf"\A(?P<a>{_NAME}) and (?P<b>{_NAME}) (?:are|became|have become|were) {_MATES}\Z",
        rf"\A(?P<a>{_NAME}) is (?:(?:an?|the) )?{_MATES} (?:of|with) (?P<b>{_NAME})(?:'s)?\Z",
        rf"\A(?P<a>{_NAME})'s {_MATES} is (?P<b>{_NAME})\Z",
        rf"\A(?P<a>{_NAME}) (?:(?:is|has|been|now|currently) )*{_LIVES}(?: (?:over|now|up|in))* (?:at|in|into|in with) (?P<b>{_NAME})'s(?: {_HOUSE})?\Z",
        rf"\A(?P<a>{_NAME}) (?:(?:is|has|been|now|currently) )*(?:{_LIVES}|shar(?:es|ing)|rents|has(?= an? (?:flat|room|house|home|apartment))) .*\b(?:together|living space|(?:same|one|an?|the|his|her|their) (?:{_HOUSE}|roof|address))\b.* (?:with|as|from) (?P<b>{_NAME})\Z",
        rf"\A(?P<a>{_NAME}) (?:lives|resides|is living) (?:where (?P<b>{_NAME}) (?:lives|does|is)|(?:together )?with (?P<b2>{_NAME}) in .*)\Z",
    )
)
_LONGEST = 14  # words of a sentence that is read so


@lru_cache(maxsize=8192)
def nominal(text: str) -> tuple[Literal, ...]:
    """Give what a short sentence says by its nouns.

    >>> [tuple(one)[:3] for one in nominal("I met a young wolf named Rex")]
    [('is_kind', 'Rex', 'wolf')]
    >>> [tuple(one)[:3] for one in nominal("The color of Rex's fur is grey")]
    [('coloured', 'Rex', 'grey')]
    """
    if text.count(" ") > _LONGEST or "?" in text:
        return ()
    for read in (_part, _coloured, _aged, _landed, _home, _together, _kind):
        if found := read(text):
            return (found,)
    return ()


def _part(text: str) -> Literal | None:
    pair = part_of(text)
    return Literal("part", *pair) if pair else None


def _names(text: str) -> list[str]:
    found = re.findall(rf"\b({_NAME})\b(?:'s)?", text)
    first = re.match(r"[A-Z][a-z]*\b", text)
    opens = first is not None and first[0].lower() in _OPENING
    return list(dict.fromkeys(found[1:] if opens else found))


_OPENING = frozenset("the a an as in of my our i it there this that what one now at today".split())


def _coloured(text: str) -> Literal | None:
    if match := _JUST_COLOUR.match(text):
        return Literal("coloured", match["a"], match["c"].lower())
    colours = {match["c"].lower() for match in _COLOUR.finditer(text)}
    if len(colours) != 1 or not _COAT.search(text) or not _BEARS.search(text):
        return None
    names = [one for one in _names(text) if one.lower() not in colours]
    if len(names) != 1 or re.search(
        r"\b(?:not|no|like[sd]?|loves?|favou?rite|eye|car|house|dress|wears?|bought)\b", text
    ):
        return None
    return Literal("coloured", names[0], colours.pop())


def _aged(text: str) -> Literal | None:
    if (nth := _NTH_BIRTHDAY.search(text)) and len(_names(text)) == 1:
        return Literal("aged", _names(text)[0], nth["n"])
    names, numbers = (
        _names(text),
        [m for m in _NUMBER.finditer(text) if m["n"].lower() not in ("a", "an", "no")],
    )
    if len(names) != 1 or len(numbers) != 1 or not _AGE.search(text) or _NOT_AGE.search(text):
        return None
    return Literal("aged", names[0], numbers[0]["n"])


def _landed(text: str) -> Literal | None:
    if not _PLACE_NOUN.search(text):
        return None
    for shape in _LANDED:
        if match := shape.match(text):
            groups = match.groupdict()
            land = next((groups[k] for k in ("l", "l2", "l3") if groups.get(k)), "")
            if land and land != groups["t"]:
                return Literal("land", groups["t"], land)
    return None


def _home(text: str) -> Literal | None:
    match = next((m for shape in _HOME if (m := shape.match(text))), None)
    return Literal("lives", match["a"], match["t"]) if match else None


def _together(text: str) -> Literal | None:
    match = next((m for shape in _TOGETHER if (m := shape.match(text))), None)
    if match is None:
        return None
    return Literal("lives_with", match["a"], match["b"] or match.groupdict().get("b2") or "")


def born(text: str) -> str:
    """Give who a sentence whose date was taken off says was born then; empty where it does not."""
    names = _names(text)
    if text.count(" ") > _LONGEST or len(names) != 1 or _NO_BIRTH.search(text):
        return ""
    return names[0] if _BIRTH.search(text) else ""


def introduced(text: str) -> tuple[Literal | None, str]:
    """Give what kind a sentence says by the way that somebody is, and what else it says of them.

    >>> kind, rest = introduced("Lena the wolf lives on a farm")
    >>> tuple(kind)[:3], rest
    (('is_kind', 'Lena', 'wolf'), 'Lena lives on a farm')
    """
    if match := _AGED.match(text):
        return Literal("aged", match["a"], match["n"]), f"{match['a']} {match['rest']}"
    for shape in _APPOSED:
        if match := shape.match(text):
            kind, name = match["k"].lower(), match["a"]
            light = not {name.lower(), kind}.isdisjoint(LIGHT | PREPS)  # of "inside there is"
            if (
                light
                or kind in _MET
                or not _a_kind(name, kind)
                or kind.endswith(("est", "ing", "ed", "day"))
            ):
                return None, text
            return Literal("is_kind", name, kind), f"{name} {match['rest']}"
    return None, text


def _a_kind(name: str, kind: str) -> bool:
    """Say whether a word may be the kind that somebody of a name is."""
    no_kind = kind in _NO_KIND or noun(kind) or _COLOUR.fullmatch(kind)
    doing = any(one.kind == "ing" for one in forms(name.lower()))  # "leaving the school"
    return name.lower() not in _NO_NAME | PREPS and not doing and not no_kind


def _kind(text: str) -> Literal | None:
    for shape in _INTRODUCED:
        if (match := shape.search(text)) is None:
            continue
        kind = match["k"].lower()
        if not _a_kind(match["a"], kind):
            return None
        if kind.endswith("est") or (kind.endswith("er") and " the " in match[0]):
            return None
        return Literal("is_kind", match["a"], kind)
    return None


__all__ = ["born", "introduced", "nominal"]

"""What a question asks: which kind of answer, about whom, in which words and about which time."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from cognition.faculties.knowledge.slots import TITLES
from cognition.organs.prefrontal.words import stem, stems, words
from cognition.regex import regex
from cognition.values import Percept, TimeSpan

KINDS = (
    ("until", r"\bhow (?:long|many \w+)(?: is it| are)?(?: left)? (?:until|till|to go)\b"),
    (
        "how_long_ago",
        r"\bhow long ago\b|\bhow long (?:has|have|is) it been\b|\bhow many \w+ ago\b"
        r"|\bhow many (?:days|weeks|months|years)(?: (?:is|has) it(?: been)?| have passed)?"
        r" since\b",
    ),
    ("since", r"\bsince when\b|\bhow long (?:has|have|did|was|were|had)\b|\bfor how long\b"),
    (
        "when",
        r"\bwhen\b|\bwhat['’]?s? (?:is |was )?the (?:date|day)(?: and time)? (?:of|for)\b"
        r"|\b(?:what|which|on (?:what|which)|in (?:what|which)) (?:date|day|week|month|year"
        r"|time)\b",
    ),
    ("how_old", r"\bhow old\b|\bwhat(?:'s| is| was) \S+ age\b|\b(?:at|by) (?:what|which) age\b"),
    ("how_many", r"\bhow (?:many|much|often)\b"),
    ("who", r"\b(?:who|whom|whose|who's|with whom|which (?:person|individual|friend))\b"),
    (
        "where",
        r"\b(?:where|where's|(?:what|which) (?:city|country|town|place|state|location|area))\b",
    ),
    ("why", r"\b(?:why|for what reason|what (?:made|motivated|inspired|caused))\b"),
    (
        "name",
        r"\b(?:what|which)\b(?:.*\b(?:names?|called|titled?)\b"
        r"|(?: \w+){0,2} (?:book|movie|film|song|show|game|band)s?\b)",
    ),
    (
        "about",
        r"\bwhat(?: has|['’]s| is| was)? (?:happened|going on|new|wrong|the matter) (?:with|to)\b",
    ),
    ("what", r"\b(?:what|which|what's|whats)\b"),
    ("how", r"\bhow\b"),
)
OF_TIME = ("when", "until", "since", "how_long_ago")  # the kinds that a time answers
_KINDS = tuple((kind, regex(pattern, re.IGNORECASE)) for kind, pattern in KINDS)
_YES_NO = regex(
    r"^(?:\W*(?:and|so|but|also|hey|wait|ok|okay|at the moment|right now|now|currently|these days"
    r"|today|as of now|at present|in the end)\b[, ]*)*(?:is|are|am|was|were|do|does|did|has"
    r"|have|had|can|could"
    r"|would|will|should|isn't|aren't|don't|didn't|doesn't|haven't|hasn't|wasn't)\b",
    re.IGNORECASE,
)
_ASKING = regex(
    r"^(?:\W*(?:and|so|but|hey|well|please)\b[, ]*)*"
    r"(?:(?:do|don't|did|can|could|would|will) you (?:still |even |by any chance )?"
    r"(?:remember|recall|know|tell me|remind me(?: of)?|say)|remember|remind me(?: of)?"
    r"|tell me(?: again)?|what do you (?:know|remember)|any idea"
    r"|(?:did|have) i (?:ever |already )?(?:(?:tell|told)(?: to)? you|mention(?:ed)?))"
    r"(?: (?:what|how|that) i (?:told|said|mentioned)(?: to)?(?: you)?)?(?: about)?\b[, :]*",
    re.IGNORECASE,
)
_WHAT_SAID = regex(
    r"\bwhat (?:did|have|had) (?:i|you) (?:tell|told|say|said|mention)", re.IGNORECASE
)
_SAID_OF = regex(
    r"\bwhat (?:did|have|had) (?:i|we) (?:\w+ )?(?:tell|told|say|said|mention(?:ed)?|talk(?:ed)?)"
    r"(?: to)?(?: you)? (?:about|of) (?P<who>[^?.!]+)[?.!]*\Z",
    re.IGNORECASE,
)
_PAST = regex(
    r"\bused? to\b|\bformer(?:ly)?\b|\bprevious(?:ly)?\b|\b(?:old|ex)[ -](?:job|home|address|boss"
    r"|partner|employer)\b"
    r"|\bbefore\W*$|\bbefore that\b|\bin the past\b|\bbefore i\b",
    re.IGNORECASE,
)
_FIRST = regex(r"\b(?:i|me|my|mine|myself|we|our|us)\b", re.IGNORECASE)
_SECOND = regex(r"\b(?:you|your|yours|yourself)\b", re.IGNORECASE)
_ABOUT_TELLING = regex(
    r"\b(?:do|did|can|could|would|have) you (?:still )?(?:remember|recall|know|tell|remind)\b"
    r"|\bi (?:told|tell) you\b",
    re.IGNORECASE,
)
_SUPPOSED = regex(
    r"^(?:would|might|could)\b|\b(?:would|might|could|likely|probably|possibly)\b", re.IGNORECASE
)
_DATE_WORD = regex(
    r"\b(?:january|february|march|april|may|june|july|august|september|october|november"
    r"|december)\b(?=,? ?\d)"
    r"|(?<=\d )(?:january|february|march|april|may|june|july|august|september|october|november"
    r"|december)\b"
    r"|\b(?:19|20)\d\d\b|\b\d{1,2}(?:st|nd|rd|th)?\b",
    re.IGNORECASE,
)
_LISTS = regex(
    r"\b(?:what|which)(?: \w+){0,2}? (?:\w{3,}[^s\W]s|all)\b(?!')|\bwhat (?:all|else)\b",
    re.IGNORECASE,
)

_UNIT = regex(
    r"\b(?:what|which|on (?:what|which)|in (?:what|which)) (day|week|month|year|time)\b",
    re.IGNORECASE,
)
_TITLED = regex(rf"\b({'|'.join(TITLES)})\.(?= )")  # names are held without that dot


@dataclass(frozen=True, slots=True)
class Question:
    """A question taken apart.

    `kind` is when, until, how_long_ago, since, how_old, how_many, who, where, why, name, what,
    how, yes_no or about; `terms` are the content stems an answer should share; `people` are those
    asked about, the one whose doing or having is in question first; `joint` says that all of them
    are; `asker` is who asks, `by_name` that they name themselves instead of saying "I";
    `supposed` that the question asks what would or might be.
    """

    text: str = ""
    kind: str = "what"
    terms: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    joint: bool = False
    asker: str = ""
    by_name: bool = False
    supposed: bool = False
    second: bool = False
    past: bool = False
    several: bool = False
    times: tuple[TimeSpan, ...] = ()


def parse(percept: Percept, speakers: Iterable[str]) -> Question:
    """Take a question apart; `speakers`, whose words were recalled, may be asked about.

    >>> q = parse(Percept(text="When did Mia adopt Luna?", speaker="Ada"), ["Mia"])
    >>> q.kind, q.people, q.terms
    ('when', ('Mia',), ('adopt', 'luna'))
    """
    text = " ".join(percept.questions) or percept.text
    asked = _ASKING.sub("", text).strip() or text
    kind = _kind(asked, text)
    people, joint = _people(asked, percept, speakers)
    gone = {stem(word) for person in people for word in words(person)}
    bare = _DATE_WORD.sub(" ", asked) if percept.times or _DATE_WORD.search(asked) else asked
    for time in percept.times:
        bare = bare.replace(time.text, " ") if len(time.text) > 3 else bare
    skip = {"date", "age"} if kind in ("when", "how_old") else set[str]()
    if kind == "when" and (unit := _UNIT.search(asked)):  # "which day" asks for one, names none
        skip.add(unit[1].lower())
    terms = tuple(dict.fromkeys(t for t in stems(bare) if t not in gone and t not in skip))
    if kind == "how" and not terms:  # "How was Lisbon?" asks of nothing else
        terms = tuple(sorted(gone))
    return Question(
        text=asked,
        kind=kind,
        terms=terms,
        people=people,
        joint=joint,
        asker=percept.speaker,
        by_name=_by_name(asked, percept.speaker),
        supposed=bool(_SUPPOSED.search(asked)),
        second=bool(_SECOND.search(_ABOUT_TELLING.sub(" ", asked))),
        past=bool(_PAST.search(asked)),
        several=kind in ("what", "who", "where", "name") and bool(_LISTS.search(asked)),
        times=percept.times,
    )


def _by_name(asked: str, asker: str) -> bool:
    """Say whether who asks speaks of themselves by name."""
    return bool(asker) and bool(re.search(rf"\b{re.escape(asker)}\b", asked, re.IGNORECASE))


def _kind(asked: str, text: str) -> str:
    if _WHAT_SAID.search(text) or (asked != text and not asked.endswith("?")):
        found = "about"
    elif _YES_NO.match(asked):
        return "yes_no"
    else:
        found = ""
    best, at = "", len(asked) + 1
    for kind, pattern in _KINDS:
        match = pattern.search(asked)
        if match and match.start() < at:
            best, at = kind, match.start()
    if found and best in ("what", "how", "name"):
        return found
    return best or found or ("about" if asked != text else "what")


def _people(asked: str, percept: Percept, speakers: Iterable[str]) -> tuple[tuple[str, ...], bool]:
    """Find whom the question is about, in the order in which they are named."""
    low = _TITLED.sub(r"\1", asked.lower())
    if (of := _SAID_OF.search(asked)) and of["who"].strip() in percept.names:
        return (of["who"].strip(),), False
    first = _FIRST.search(_ABOUT_TELLING.sub(" ", asked))
    found: dict[str, int] = {}
    if first and percept.speaker:
        found[percept.speaker] = first.start()
    known = {name for name in speakers if name}
    for name in sorted({*known, *percept.names}):
        plain = _TITLED.sub(r"\1", name.lower())
        match = re.search(rf"\b{re.escape(plain)}\b", low)
        if match and name not in found:
            found[name] = match.start()
    order = sorted(found, key=lambda name: found[name])
    spoken = [name for name in order if name in known or name == percept.speaker]
    order = spoken or order
    joint = False
    if len(order) > 1:
        one, other = map(re.escape, order[:2])
        listed = rf"{one}(?:,|,? and|,? or) (?:\w+ )?{other}"
        joint = bool(re.search(listed, asked, re.IGNORECASE))
    joint = joint or bool(re.search(r"\b(?:both|we|our|us)\b", low))
    return tuple(order if joint else order[:1]), joint

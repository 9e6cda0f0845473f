"""The table of rules: which verb, followed by what, says which relation, and in which words."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from cognition.organs.neocortex import likings, phrases
from cognition.organs.neocortex.claims import Claim, Who, claim, past
from cognition.organs.neocortex.events import with_article
from cognition.organs.neocortex.lexicon import POSSESSIONS
from cognition.organs.neocortex.predicates import Predicate

Shape = Callable[[str], list[str]]
ALIVE = frozenset({"present", "perfect", "progressive"})
ALSO_PAST = ALIVE | {"past"}


@dataclass(frozen=True, slots=True)
class Rule:
    """After `verbs`, `pattern` (its group o of this `shape`) says `relation` in the words `text`.

    `tenses` are those in which it holds now; `closes` those in which it held once. `strong` rules
    are precise enough for a name that nobody vouches for; some are not `deniable`.
    """

    verbs: str
    relation: str
    pattern: re.Pattern[str]
    shape: Shape
    text: str
    tenses: frozenset[str] = ALIVE
    closes: frozenset[str] = frozenset()
    strong: bool = False
    deniable: bool = True

    def claims(self, who: Who, predicate: Predicate) -> list[Claim]:
        """Give what this rule makes of a predicate; nothing if it does not fit."""
        if predicate.denied and not self.deniable:
            return []
        here, gone = predicate.tense in self.tenses, predicate.tense in self.closes
        if not (here or gone or predicate.ended):
            return []
        match = self.pattern.match(predicate.rest)
        if match is None:
            return []
        made = [claim(who, self.relation, o, self.text, predicate) for o in self.shape(match["o"])]
        if gone and not predicate.ended and not here:
            return [past(one, who, self.text) for one in made]
        return made


def rule(
    verbs: str,
    relation: str,
    pattern: str,
    shape: Shape,
    text: str,
    now: frozenset[str] = ALIVE,
    once: str = "",
    strong: bool = False,
    deniable: bool = True,
) -> Rule:
    compiled = re.compile(pattern, re.IGNORECASE if "(?-i:" not in pattern else 0)
    return Rule(
        verbs, relation, compiled, shape, text, now, frozenset(once.split()), strong, deniable
    )


def _head(phrase: str) -> str:
    return re.split(r" (?:in|of|with|at|on|from|for) ", phrase)[0].split()[-1].lower()


def _possession(text: str) -> list[str]:
    found = phrases.noun(text, 4)
    return found if found and _head(found[0]) in POSSESSIONS else []


def _role(text: str) -> list[str]:
    return phrases.trade(text) or [
        one
        for one in phrases.noun(text, 3)
        if re.fullmatch(r"[a-z -]+(?:er|or|ist|ant|ian|man|aid|ive)", one)
    ]


def _doing(what: str, text: str) -> list[str]:
    """Give a work that has no name of its own: "running a small bakery"."""
    return [f"{what} {with_article(one)}" for one in phrases.noun(text, 5)]


def _field(text: str) -> list[str]:
    found = phrases.noun(re.split(r" (?:at|in|on) ", text)[0], 4)
    return [
        one
        for one in found
        if not re.match(
            r"(?:hard|abroad|\d|all|really|it|lots|late|alone|and|in|at|to be|up|there)\b", one
        )
    ]


_BUSINESS = (
    "bakery|shop|store|café|cafe|restaurant|pub|bar|hotel|guesthouse|hostel|farm|business|company"
    "|firm|studio|salon|garage|nursery|school|stall|bookshop|workshop|brewery|kiosk|gallery"
)

LIFE = (
    # home and origin
    rule("live reside", "home", r"(?:(?:alone |happily |on (?:my|his|her) own "
        r"|by (?:my|him|her)self )?(?:right |over |out |up |down )?(?:here )?(?:in|at|near"
        r"|outside|just outside)) (?:the (?:city|town|village|heart|middle|centre|center|suburbs"
        r"|outskirts|north|south|east|west) of )?(?P<o>.+)", phrases.place,
          "{S} [live|lives] in {o}", once="past", strong=True),
    rule("move relocate", "home", r"(?:here |over |back |out |down |up )?(?:from .{2,30} )?to "
        r"(?:the )?(?:(?:city|town|village) of )?(?P<o>.+)", phrases.place,
          "{S} [live|lives] in {o}", frozenset({"past", "perfect"}), strong=True, deniable=False),
    rule("be", "home", r"(?:now )?(?:living|based) in (?P<o>.+)", phrases.place,
        "{S} [live|lives] in {o}", strong=True),
    rule("be come hail", "from", r"(?:originally )?from (?:the )?(?:(?:city|town|village) of )?"
        r"(?P<o>.+)", phrases.place,
          "{S} [come|comes] from {o}", ALIVE, strong=True),
    rule("grow", "from", r"up (?:mostly |mainly )?in (?P<o>.+)", phrases.place,
        "{S} grew up in {o}", ALSO_PAST, strong=True, deniable=False),
    rule("be", "from", r"(?:raised|brought up) in (?P<o>.+)", phrases.place, "{S} grew up in {o}",
        ALSO_PAST, strong=True, deniable=False),
    rule("be", "from", r"(?:born|born and (?:raised|bred)) in (?P<o>(?!\d)(?!the (?:early|late|mid"
        r"|year)).+)", phrases.place, "{S} [were|was] born in {o}", ALSO_PAST, strong=True,
        deniable=False),
    rule("raise", "from", r"in (?P<o>.+)", phrases.place, "{S} grew up in {o}",
        frozenset({"past"}),
        deniable=False),
    # work
    rule("be", "work", r"(?P<o>(?:an? |the )?.+)", lambda text: phrases.trade(text) if re.match(
        r"(?:an?|the|currently an?) |[\w -]+\Z", text) else [], "{S} [are|is] @{o}", once="past",
        strong=True, deniable=False),
    rule("work", "work", r"(?:\w+ )?(?:full[- ]time |part[- ]time |mostly |there |now )*(?:at "
        r".{2,40} )?as (?P<o>(?:an?|the) .+)", _role, "{S} [work|works] as @{o}", once="past",
        strong=True),
    rule("have get start find take land begin accept", "work", r"(?:a |my |the )?(?:new |first "
        r"|dream |full[- ]time |part[- ]time )*(?:job|position|role|work|working)(?: .{2,30})? "
        r"as (?P<o>(?:an?|the) .+)", _role,
          "{S} [work|works] as @{o}", ALSO_PAST, deniable=False),
    rule("start begin", "work", r"(?:working|out|work) as (?P<o>(?:an?|the) .+)", _role,
        "{S} [work|works] as @{o}", frozenset({"past", "perfect"}), deniable=False),
    rule("become", "work", r"(?P<o>(?:an?|the) .+)", phrases.trade, "{S} [are|is] @{o}", frozenset(
        {"past", "perfect"}), deniable=False),
    rule("work", "employer", r"(?:\w+ )?(?:as .{3,40}? )?(?:full[- ]time |part[- ]time )?(?:at"
        r"|for) (?P<o>(?-i:St\.? |[A-Z]).*|an? .+|the .+|[a-z]{4,}\Z)", phrases.organisation,
          "{S} [work|works] at {o}", once="past", strong=True),
    rule("work", "employer", r"(?:part[- ]time |full[- ]time )?in (?P<o>an? (?:\w+ )?(?:hospital"
        r"|bank|school|bakery|library"
        r"|restaurant|cafe|café|bookshop|bookstore|shop|store|office|factory|lab|laboratory"
        r"|pharmacy|hotel|warehouse|garage|museum|clinic|salon|nursery|supermarket|bar|pub|call "
        r"center|call centre|law firm)\b.*)", phrases.organisation,
          "{S} [work|works] in {o}", once="past"),
    rule("be", "employer", r"(?:an?|the) (?:(?!(?:who|that|student|pupil|regular|member)\b)[\w-]+ "
        r"){1,5}(?:at|for) (?P<o>(?-i:"
        r"(?:the )?[A-Z]).+|an? .+)", phrases.organisation, "{S} [work|works] at {o}"),
    rule("have get start find take land begin accept", "employer", r"(?:a |my |the )?(?:new "
        r"|first |dream |full[- ]time |part[- ]time )*(?:job|position|role|work|working"
        r"|internship)(?: as .{3,40})? (?:at|with|for) (?P<o>.+)", phrases.organisation,
          "{S} [work|works] at {o}", ALSO_PAST, deniable=False),
    rule("join", "employer", r"(?P<o>(?-i:[A-Z]).+?)(?= as| last| in|\Z)", phrases.organisation,
        "{S} [work|works] at {o}", frozenset({"past", "perfect"}), deniable=False),
    rule("run manage", "work", rf"(?P<o>an? (?:[\w-]+ ){{0,3}}?(?:{_BUSINESS})\b.*)",
        lambda text: _doing("running", text), "{S} [are|is] {o}", deniable=False),
    rule("drive", "work", r"(?P<o>an? (?:[\w-]+ )?(?:tram|bus|taxi|cab|lorry|train|ambulance"
        r"|coach)\b.*)", lambda text: _doing("driving", text), "{S} [are|is] {o}", deniable=False),
    rule("own run", "owns", r"(?P<o>(?:my own|an?|our|the) .*)", _possession,
        "{S} [own|owns] a @o{o}"),
    rule("teach", "work", r"(?:at .+|in .+|(?:high school|primary school|elementary school"
        r"|kindergarten|(?:\w+ )?grade)\b.*|(?P<x>maths?|english|history|science|physics"
        r"|chemistry|biology|music|art|piano|guitar|yoga|french|spanish|german|latin|geography"
        r"|economics|philosophy|computer science|drama|dance|drawing|pottery)\b.*)(?P<o>)",
          lambda text: ["teacher"], "{S} [teach|teaches]"),
    rule("teach", "employer", r"(?:[\w ]+? )?at (?P<o>(?-i:(?:the )?[A-Z]).+|an? .+)",
        phrases.organisation, "{S} [work|works] at {o}"),
    # study
    # "study in Leeds" says where, "major in law" what
    rule("study", "studies", r"(?P<o>(?:to be(?:come)? an? )?.+)", _field,
        "{S} [study|studies] {o}", once="past", deniable=False),
    rule("move come go", "studies", r".{2,60}? to (?:study|read) (?P<o>.+)", _field,
        "{S} [study|studies] {o}", ALSO_PAST, deniable=False),
    rule("major", "studies", r"in (?P<o>.+)", _field, "{S} [study|studies] {o}", once="past",
        deniable=False),
    rule("be", "studies", r"an? (?P<o>[a-z ]{3,30}?) (?:student|major)\b", lambda text: [] if re.
        search(r"\b(?:grad|graduate|good|college|university|school|phd|high|student|year|uni"
        r"|mature|exchange|straight|full|part|time|international|current|new)\b", text)
        else phrases.noun(text, 3), "{S} [study|studies] {o}"),
    rule("do get work take", "studies", r"(?:on )?(?:a|my|his|her) (?P<o>(?:phd|master's|masters"
        r"|bachelor's|mba|degree)(?: degree)? in [\w ]+)", lambda text: phrases.noun(text, 5),
        "{S} [study|studies] for a {o}", frozenset({"progressive", "perfect"})),
    # health
    rule("be", "allergy", r"(?:(?:very|so|super|highly|really|severely|deathly|badly|a bit"
        r"|slightly|mildly|extremely|terribly) )?allergic to (?P<o>.+)", likings.substances,
        "{S} [are|is] allergic to {o}"),
    rule("have", "allergy", r"an? (?:severe |bad |serious |mild )?(?P<o>[\w ]{3,20}?) allergy\b",
        phrases.noun, "{S} [are|is] allergic to {o}"),
    rule("have", "allergy", r"an allergy to (?P<o>.+)", likings.substances,
        "{S} [are|is] allergic to {o}"),
    rule("be", "allergy", r"(?P<o>lactose|gluten)[- ]intolerant", phrases.noun,
        "{S} [are|is] {o} intolerant"),
    rule("be", "illness", r"(?:just |recently |newly )?diagnosed with (?P<o>.+)", phrases.noun,
        "{S} [have|has] {o}", ALSO_PAST, deniable=False),
    rule("have", "illness", r"(?P<o>.+)", phrases.illness, "{S} [have|has] {o}"),
    rule("suffer", "illness", r"from (?:severe |chronic |bad |terrible )?(?P<o>.+)", phrases.
        illness, "{S} [have|has] {o}"),
    rule("be", "medication", r"on (?P<o>(?:(?:blood pressure |anxiety )?(?:medication|meds"
        r"|antidepressants|insulin|blood thinners|statins|antibiotics|beta blockers|birth control"
        r"|chemo|dialysis)|(?-i:[A-Z])[a-z]{4,}\Z).*)", lambda text: phrases.noun(text, 5),
        "{S} [are|is] on {o}"),
    rule("take", "medication", r"(?P<o>(?:antidepressants|insulin|ibuprofen|aspirin|statins"
        r"|blood thinners|medication|meds|antibiotics|lithium|metformin|ritalin|adderall"
        r"|sertraline|prozac|zoloft|lexapro|ssris?|thyroxine|levothyroxine)\b.*)", lambda text:
        phrases.noun(text, 5), "{S} [take|takes] {o}"),
    # possessions and languages
    rule("have own", "owns", r"(?P<o>(?:an?|two|three|my own|our own) .+)", _possession,
        "{S} [own|owns] @o{o}"),
    rule("buy get", "owns", r"(?:myself |ourselves )?(?P<o>(?:an?|my first|our first|two|my own"
        r"|our own) .+)", _possession, "{S} [own|owns] @o{o}", frozenset({"past", "perfect"}),
        deniable=False),
    rule("speak", "language", r"(?P<o>.+)", phrases.language, "{S} [speak|speaks] {o}"),
    rule("can", "language", r"(?:also )?speak (?P<o>.+)", phrases.language,
        "{S} [speak|speaks] {o}"),
    rule("be", "language", r"(?:fluent in|bilingual in) (?P<o>.+)", phrases.language,
        "{S} [speak|speaks] {o}"),
    rule("learn study", "language", r"(?:to speak |how to speak )?(?P<o>.+)", phrases.language,
        "{S} [are|is] learning {o}", frozenset({"progressive", "perfect"}), deniable=False),
)  # fmt: skip

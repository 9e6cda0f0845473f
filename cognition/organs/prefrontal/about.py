"""Who someone is, when nothing else is asked: what is held of them, or where they were named."""

from __future__ import annotations

import re
from collections.abc import Sequence, Set
from datetime import datetime

from cognition.faculties.knowledge.slots import key_of
from cognition.organs.prefrontal.evidence import follows
from cognition.organs.prefrontal.known import holds, in_sentences, recalled
from cognition.organs.prefrontal.phrase import reported
from cognition.organs.prefrontal.question import Question
from cognition.organs.prefrontal.recounting import by_day
from cognition.organs.prefrontal.wording import by_asker, source
from cognition.organs.prefrontal.words import sentences, stem_set, upper_first, weight
from cognition.organs.thalamus.sentences import asking
from cognition.regex import regex
from cognition.values import Answer, Fact, Recollection

_WHO_IS = regex(
    r"\W*(?:(?:and|so|remind me|tell me)\W+)*(?:who|what)(?:['’]s| is| was) (?P<name>[\w'’ -]+?)"
    r"(?: again)?\W*\Z",
    re.IGNORECASE,
)
_NAMING = r"\b(?:call(?:s|ed|ing)?|nam(?:e|es|ed|ing)|nicknam(?:e|es|ed|ing)|christened|dubbed)"
_POINTING = ("it", "him", "her", "them", "that", "this")
_NAME_OF = regex(
    r"\bname of (?:the|our|my) (?P<of>[\w' -]+?)\W*\Z"
    r"|\b(?:is|are) (?:the|our|my) (?P<called>[\w' -]+?) (?:called|named)\b"
    r"|\bdid (?:we|i|they) (?:name|call) (?:the|our|my) (?P<did>[\w' -]+?)\W*\Z"
    r"|\b(?:our|my) (?P<owned>[\w -]+?)['’]s name\b",
    re.IGNORECASE,
)
_POINTS_BACK = regex(
    r"\W*(?:(?:his|her|its) name|(?:he|she|it)(?: is| was|['’]s) called)\b", re.IGNORECASE
)
_GIVEN = regex(
    rf"{_NAMING} (?P<what>it|him|her|them|that|this|(?:the|our|my) [\w -]{{2,25}}?) "
    r"[\"“'‘]?(?P<name>(?-i:[A-Z][\w'’-]*(?: (?:of|the|[A-Z][\w'’-]*))*))",
    re.IGNORECASE,
)
_WHO_ONE_IS = regex(
    r"\W*(?:(?:and|so|but|ok|hey)\W+)*(?:who|what)(?:['’]s| is| was| are| were| am) [\w'’ .-]+?"
    r"(?<! with)(?<! to)(?<! for)(?<! at)(?<! in)(?<! by)\W*\Z",
    re.IGNORECASE,
)
_SAYS = (
    r"(?:(?:always|often|usually|also|used to|would|just|['’]d|kept|keeps)\s+)*"
    r"(?:thinks?|thought|says?|said|saying|suggest(?:s|ed)|reckon(?:s|ed)|believes?|told me"
    r"|wants me)\b"
)
_ARTICLE = regex(r"\A(?:the|my|our) ", re.IGNORECASE)
_DID = r"(?:used to|would (?:always|often)|always|often)\b"
_HE = r"\W*(?:and |but |so )?(?:he|she|they)(?:['’]d)? "
_FIRST = r"(?:[\w ]{2,20}?,? (?:and|then|but)(?: then)? )?"  # "she cried, then said go"
_THINKS = regex(
    r"\W*(?:(?:and|so|but|ok|hey)\W+)*what (?:does|did|do|was|would) (?P<who>[\w'’ -]+?) "
    r"(?P<often>(?:(?:always|often|usually|used to|use to|keep|keeps) )*)"
    r"(?P<verb>think|say|saying|suggest|reckon|advise|tell me|do|doing)\W*\Z",
    re.IGNORECASE,
)
TOLD = 3  # of what was told of somebody, quoted beside the facts


def about_person(
    question: Question,
    facts: Sequence[Fact],
    now: datetime,
    recollections: Sequence[Recollection] = (),
) -> Answer | None:
    """Say what is held about someone if nothing else is asked ("What do you know of me?").

    What was told of somebody else last, in so many words, is quoted with it.
    """
    if not question.people or question.kind not in ("about", "what", "who"):
        return None
    if any(weight(term) >= 1.0 or question.kind != "about" for term in question.terms):
        return None
    if question.kind != "about" and not _WHO_ONE_IS.match(question.text):
        return None  # "Who am I staying with?"
    who = {key_of(name) for name in question.people}
    held = [
        f
        for f in facts
        if (key_of(f.subject) in who or key_of(f.object) in who)
        and f.text
        and holds(f, now)
        and f.kind != "procedure"
    ]
    each: dict[str, Fact] = {}
    for fact in held:
        each.setdefault(fact.text.lower(), fact)
    mine = [*each.values()][:4]
    plain = [f for f in mine if f.kind != "gist"]
    told = _told_of(question, recollections, {id_ for fact in plain for id_ in fact.sources})
    if told:  # in the person's own words, rather than as they were summed up
        mine = plain
    if not (mine or (told and question.kind == "about")):
        return None
    return Answer(
        f"{in_sentences(mine)} {by_day(told)}".strip(), 0.7, True, (*recalled(mine), *told)
    )


def _told_of(
    question: Question, recollections: Sequence[Recollection], known: Set[str]
) -> tuple[Recollection, ...]:
    """Give what the asker told last of those asked about, but themselves, beside what is known."""
    names = {name.lower() for name in question.people} - {question.asker.lower()}
    named = [
        one
        for one in recollections
        if one.role == "person"
        and one.id not in known
        and not asking(one.text)
        and any(name.lower() in names for name in one.names)
    ]
    latest = sorted(named, key=lambda one: one.when or datetime.min)[-TOLD:]
    return tuple(latest)


def mentioned(question: Question, recollections: Sequence[Recollection]) -> Answer | None:
    """Quote where the one asker told of somebody, who is asked about, by name.

    >>> told = Recollection(text="She is six. Her best friend Priya will be there.", speaker="Ada")
    >>> asked = Question(text="Who is Priya?", kind="who", people=("Priya",), asker="Ada")
    >>> mentioned(asked, [told]).text
    'You told me: “Her best friend Priya will be there.”'
    """
    if question.terms or len(question.people) != 1 or question.kind != "who":
        return None
    named = re.compile(rf"\b{re.escape(question.people[0])}\b", re.IGNORECASE)
    for one in recollections:
        if one.role != "person" or one.speaker != question.asker:
            continue
        for sentence in sentences(one.text):
            if named.search(sentence) and not asking(sentence):
                whole = _POINTS_BACK.match(sentence)  # to what was said before it
                said = source(question, one, "" if whole else sentence)
                return Answer(said, 0.5, True, (one,))
    return None


def voiced(question: Question, recollections: Sequence[Recollection]) -> Answer | None:
    """Quote where the asker told what somebody says or thinks, if that is all that is asked.

    >>> told = Recollection(text="Nora says I should glaze it blue.", speaker="Ada", role="person")
    >>> asked = Question(text="What does Nora think?", asker="Ada")
    >>> voiced(asked, [told]).text
    'You told me: “Nora says I should glaze it blue.”'
    """
    asked = _THINKS.match(question.text)
    if asked is None:
        return None
    did = asked["verb"].lower().startswith("do")
    if did and not asked["often"]:
        return None
    says = _DID if did else _SAYS
    bare = _ARTICLE.sub("", asked["who"])
    who = rf"(?:(?:the|my|our) )?{re.escape(bare)}"
    saying = re.compile(rf"\b{who}(?:['’]d)? {_FIRST}{says}", re.IGNORECASE)
    points = re.compile(rf"{_HE}{_FIRST}{says}", re.IGNORECASE)
    named = re.compile(rf"\b{who}\b", re.IGNORECASE)
    told: list[tuple[Recollection, str]] = []
    for one in recollections:
        if one.role != "person" or one.speaker != question.asker:
            continue
        before = ""
        for sentence in sentences(one.text):
            if asking(sentence):
                continue
            if saying.search(sentence):
                told.append((one, sentence))
            elif points.match(sentence) and named.search(before):
                told.append((one, f"{before} {sentence}"))
            before = sentence
    if not told:
        return None
    one, sentence = max(told, key=lambda pair: pair[0].when or datetime.min)
    return Answer(source(question, one, sentence), 0.6, True, (one,))


def asks_saying(question: Question) -> bool:
    """Tell whether a question is of what somebody used to say: no other phrase answers that."""
    asked = _THINKS.match(question.text)
    return asked is not None and bool(asked["often"])


def nicknamed(
    question: Question, recollections: Sequence[Recollection], cite: bool
) -> Answer | None:
    """Say who or what goes by a name that somebody gave: "the little professor".

    >>> text = 'My brother calls the baby "the little professor".'
    >>> told = Recollection(text=text, speaker="Ada", role="person")
    >>> asked = Question(text="Who is the little professor?", kind="who", asker="Ada")
    >>> nicknamed(asked, [told], cite=False).text
    'The baby'
    """
    asked = _WHO_IS.match(question.text)
    if asked is None:
        return None
    name = re.escape(asked["name"])
    given = re.compile(
        rf"{_NAMING} (?P<what>(?!is\b|was\b|(?:me|us|him|her|you) by\b)[\w'’ -]{{2,30}}?),?"
        rf" [\"“'‘]?{name}\b",
        re.IGNORECASE,
    )
    for one in recollections:
        for sentence in sentences(one.text):
            if (found := given.search(sentence)) and not asking(sentence):
                said = source(question, one, sentence)
                what = reported(found["what"], by_asker(question, one))
                pointing = what.lower() in ("it", "him", "her", "them", "that")
                short = said if pointing else upper_first(what)
                text = f"{short}. {said}" if cite and not pointing else short
                return Answer(text, 0.8, True, (one,))
    return None


def name_of(question: Question, recollections: Sequence[Recollection]) -> Answer | None:
    """Give the name that something was given: "we named it Sir Splashalot", said of what it is.

    >>> told = Recollection(text="We have a new car and named it Bessie.", speaker="Ada")
    >>> asked = Question(text="What's the name of our car?", kind="name", terms=("car",))
    >>> name_of(asked, [told]).text
    'Bessie'
    """
    asked = _NAME_OF.search(question.text)
    if asked is None:
        return None
    wanted = stem_set(next(filter(None, asked.groups())))
    for one in recollections:
        given = _GIVEN.search(one.text)
        if given is None or not wanted:
            continue
        before = [other.text for other in recollections if follows(one, other)]
        own = given["what"].lower() not in _POINTING
        spoken_of = [given["what"]] if own else [one.text[: given.start()], *before[:1]]
        if any(wanted <= stem_set(text) for text in spoken_of):
            return Answer(given["name"].strip(" .,!"), 0.85, True, (one,))
    return None


__all__ = ["about_person", "asks_saying", "mentioned", "name_of", "nicknamed", "voiced"]

"""What lies ahead: appointments, visits and journeys with a date, and what becomes of them."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import replace
from datetime import datetime, timedelta

from cognition.organs.neocortex import phrases
from cognition.organs.neocortex.claims import Claim, Who, own, sentence
from cognition.organs.neocortex.events import BARE, EVENTS, with_article
from cognition.organs.neocortex.lexicon import words
from cognition.organs.neocortex.predicates import Predicate
from cognition.organs.words import lower_first
from cognition.regex import regex
from cognition.values import TimeSpan

_NOT_PLANS = words(
    "be try let think tell keep remember talk check look need feel know send update want hope "
    "like love say mean use help enjoy win die"
)
# of these the time belongs to what they are about: "I am reading up for the exam on Friday"
_ABOUT = words("have get read write dream hate dislike suffer expect plan wish believe train lose")
_MOVING = words(
    "visit come arrive fly start travel leave return launch move go see meet take get run "
    "marry host perform depart begin retire graduate present attend celebrate join finish have "
    "drive buy adopt sail catch"
)
_SCHEDULED = words("visit come arrive fly start leave return begin depart move graduate")
_CALLING = words("visit come arrive fly drive travel stay return")
_BOOKING = words("book schedule arrange sign register make enter")
_POINTING = words("you your it this that nobody nothing none")
_BECOMING = regex(
    r"(?:\w+ )?(?:sick|tired|bored|nervous|anxious|excited|ready|worried|scared|used|rid"
    r"|stressed)\b"
)
_MARRIED = regex(r"(?:re)?(?:married|engaged|divorced|hitched)\b")
_VAGUE_TIMES = frozenset({"now", "right now", "these days", "this morning", "currently", "lately"})
# "my exam is on Friday", "there's a job fair coming up for me on Friday", "Friday is my exam":
# the time is taken out before these are matched
_WHOSE = r"(?:[Mm]y|[Oo]ur)"
_THING = r"(?P<o>[\w'’-]+(?: [\w'’-]+){0,3}?)"
_APPOINTMENT = regex(rf"{_WHOSE} {_THING} (?:is|are|will be|starts)\b")
_NOTHING_ELSE = regex(
    rf"{_WHOSE} {_THING} (?:(?:is|are|will be)(?: now| finally)?(?: (?:set|due|scheduled|booked"
    r"|planned|fixed|confirmed|coming up|happening|on|up))?|starts?|begins?|comes? up|happens?"
    r"|takes? place)(?: (?:on|for|at))?\Z"
    rf"|(?:is|will be) (?:{_WHOSE.lower()}|the day of my) {_THING.replace('<o>', '<p>')}\Z"
)
# "court is on Friday", "memory clinic on Friday": an event and its time, and nothing else
_EVENT_ALONE = regex(
    rf"(?:[Tt]he |[Aa]n? )?{_THING}(?: (?:is|are|will be|starts?))?(?: (?:on|at))?\Z"
)
_HAS = "{S} [have|has] {o}"
# "dinner with Rob on Friday"
_WITH = regex(
    r"(?:[Aa]n? |[Mm]y )?(?P<o>[\w'’-]+(?: [\w'’-]+){0,2}?) (?P<w>(?:with|at|for) "
    r"(?:(?:[Mm]y|[Oo]ur|the) (?:\w+ ){0,2}?\w+|[A-Z][\w'’-]+)(?:(?:,| and|,? &)"
    r" (?:(?:my|our|the) )?[\w'’-]+)*)\W*\Z"
)
# "the doctor wants to see me on the 12th"
_WANTS_ME = regex(
    r"(?P<o>(?:[Tt]he|[Mm]y) (?:\w+ ){0,2}?\w+|(?!They|He|She|It|Who)[A-Z][\w'’-]+"
    r"(?: [A-Z][\w'’-]+)?) (?:wants?|needs?|would like|is going|has asked|asked|expects?) (?:to )?"
    r"(?:see|meet|examine|speak (?:to|with)|talk to) (?:me|us)(?: again| back)?\W*\Z"
)
_COMING_UP = regex(
    rf"[Tt]here (?:is|are|will be) (?:(?:an?|my|our|this) )?{_THING} "
    r"(?:coming up|planned|scheduled|waiting)(?: for (?:me|us))?\Z"
)
# what one "has" for a while, or at a time, without any appointment
_NO_APPOINTMENT = words(
    "cold flu fever headache migraine cough hangover idea feeling feelings time problem problems "
    "question questions dream lot chance hope doubt reason plan plans bit baby child choice need "
    "right point fight row break rest nap shower bath look drink smoke smile thing things something"
    " nothing anything everything bruise period pain rash crush blast great good nice bad rough "
    "tough"
    " hard busy quiet lazy slow terrible awful horrible lovely weird strange crazy stressful lot "
    "fit"
)
# what stands in no noun phrase of one's own
_NO_NOUN = words(
    "i we you he she they it my our his her their your no not and or is are am have has had was"
    " were do does did will would to with for at in from got get going"
)
_TIMES = words("day days week weekend month year morning evening afternoon night hour")
_TODAY = regex(r"now\b|today|tonight|this (?:morning|afternoon|evening)|at the", re.IGNORECASE)
_GUEST = regex(r"[A-Z][\w'’-]+ (?:over|round|around|to stay|for (?:dinner|lunch|tea|coffee))")
_AND_MORE = regex(r"^and \w+s\b.*")  # "arrives on Friday and stays a week": what comes after it
_DAY_ALONE = regex(r"(?:the )?\d{1,2}(?:st|nd|rd|th)", re.IGNORECASE)
_PAST = regex(r"\b(?:last|yesterday|ago|past|previous|morning|earlier)\b", re.IGNORECASE)
_EMPHASIS = regex(r"(?:^|\s+)(?:after all|any ?more|either|too|as well)$", re.IGNORECASE)


def ahead(times: tuple[TimeSpan, ...], text: str, now: datetime) -> TimeSpan | None:
    """Give the time in `text` that lies ahead of `now`, if any; the longest wording wins.

    What it is for, "on Friday for Christmas", only where nothing else is said.
    """
    low = text.lower()
    day = now.replace(hour=0, minute=0, second=0, microsecond=0)
    spans = [
        time
        for time in times
        if time.text
        and time.text.lower() in low
        and time.text.lower() not in _VAGUE_TIMES
        and (time.start >= day or time.end > now)
        and time.end >= now
        and time.end - time.start <= timedelta(days=370)
    ]
    return max(
        spans,
        key=lambda span: (
            span.start >= day,
            f" for {span.text.lower()}" not in low,
            len(span.text),
        ),
        default=None,
    )


def coming(time: TimeSpan, now: datetime) -> TimeSpan:
    """Give the next such day for one that was resolved into the past: a weekday, or a date."""
    if time.end > now or time.end - time.start > timedelta(days=1) or _PAST.search(time.text):
        return time
    if now - time.start <= timedelta(days=7) and not re.search(r"\d", time.text):
        week = timedelta(days=7)
        return replace(time, start=time.start + week, end=time.end + week)
    if _DAY_ALONE.fullmatch(time.text):
        month = timedelta(days=monthrange(time.start.year, time.start.month)[1])
        return replace(time, start=time.start + month, end=time.end + month)
    next_year = (time.start.year + 1, time.start.month, time.start.day)
    if re.search(r"\d{4}", time.text) or time.start.year + 1 < now.year or next_year[1:] == (2, 29):
        return time
    length, start = time.end - time.start, time.start.replace(year=time.start.year + 1)
    return replace(time, start=start, end=start + length)


def dated(span: TimeSpan) -> str:
    """Say a span as a date that stays true: "on 12 May 2026".

    >>> dated(TimeSpan("next month", datetime(2026, 5, 1), datetime(2026, 6, 1)))
    'in May 2026'
    """
    start, length = span.start, span.end - span.start
    day = f"{start.day} {start:%B %Y}"
    if length < timedelta(days=1) and (start.hour, start.minute) != (0, 0):
        return f"on {day} at {start:%H:%M}"
    if length <= timedelta(days=1):
        return f"on {day}"
    if length <= timedelta(days=4):
        return f"on the days from {day}"
    if length <= timedelta(days=8):
        return f"in the week of {day}"
    if length <= timedelta(days=32):
        return f"in {start:%B %Y}" if start.day == 1 else f"in the month from {day}"
    return (
        f"in {start.year}" if length > timedelta(days=360) else f"in the months from {start:%B %Y}"
    )


def without_time(text: str, span: TimeSpan) -> str:
    """Take the time's words, and the preposition before them, out of a phrase."""
    leading = r"(?:(?:on|at|in|for|by|from|this|the|coming|during|around|until|early|late"
    leading += r"|sometime)\s+)*"
    pattern = rf"(?:^|[\s,]+){leading}{re.escape(span.text)}\b"
    return re.sub(r"\s+", " ", re.sub(pattern, " ", text, flags=re.IGNORECASE)).strip(" ,.")


def plan(who: Who, predicate: Predicate, span: TimeSpan) -> list[Claim]:
    """Read a predicate with a time ahead as a plan: "have an interview on Tuesday"."""
    rest = phrases.cut_loose(without_time(predicate.rest, span))
    rest = _AND_MORE.sub("", rest)
    rest = re.sub(r"^(?:booked|scheduled|arranged|reserved) (?=an?\b|my\b|our\b)", "", rest)
    verb = predicate.verb
    words = frozenset(re.findall(r"[\w-]+", rest.lower()))
    if words & _POINTING or len(rest.split()) > 10 or predicate.hedged:
        return []
    if predicate.tense in ("past", "perfect") or verb in _NOT_PLANS or verb == "can":
        return []
    if verb == "get" and _BECOMING.match(rest):
        return []
    weds = verb == "get" and _MARRIED.match(rest)
    if (
        verb in ("have", "get", "attend")
        and not weds
        and predicate.tense in ("present", "progressive")
        and not (words & EVENTS or _appointed(rest, span) or _GUEST.fullmatch(rest))
    ):
        return []
    if predicate.tense == "present" and verb != "have" and verb not in _SCHEDULED:
        return []
    going = weds or verb in _MOVING or _futurate(verb, rest, span)
    if predicate.tense == "progressive" and not going:
        return []
    rest = _EMPHASIS.sub("", own(rest, who))
    none = re.match(r"(?:no|not any) (?=\w)", rest)
    if verb == "have" and none:
        rest = rest[none.end() :]
    if verb == "have":
        phrase, template = rest, _HAS
    else:
        phrase = f"{verb} {rest}".strip()
        template = "{S} [are|is] going to {o}"
    if not phrase or (
        verb != "have"
        and not rest
        and verb
        not in ("visit", "come", "arrive", "leave", "move", "return", "graduate", "retire", "fly")
    ):
        return []
    made = planned(who, phrase, template, span)
    over = predicate.denied or predicate.ended or none is not None
    return [replace(made, ended=True)] if over else [made]


def _futurate(verb: str, rest: str, span: TimeSpan) -> bool:
    """Tell whether "I am doing it" on such a day speaks of what is arranged, as with one day."""
    one_day = span.end - span.start <= timedelta(days=1) and not _TODAY.match(span.text)
    return one_day and bool(rest) and verb not in _ABOUT


def planned(who: Who, phrase: str, template: str, span: TimeSpan | None = None) -> Claim:
    """Claim a plan: "{S} [have|has] {o}" with a phrase for {o}; on a day, or some time."""
    day = f" {dated(span)}" if span else ""
    text = sentence(f"{template}{day}", who.name, phrase)
    bare = re.sub(r"^(?:a|an|the|their|your) ", "", phrase)
    return Claim(who.name, "plan", bare, text, kind="plan", due=span)


def _appointed(rest: str, span: TimeSpan) -> bool:
    """Tell whether what one has on a certain day can be an appointment: "a haircut" on Friday."""
    match = re.match(r"(?:an?|my|our|another|the) (?P<o>[\w'’-]+(?: [\w'’-]+){0,3})\Z", rest)
    day = span.end - span.start <= timedelta(days=1)
    return match is not None and day and _can_be_appointment(match["o"])


def _can_be_appointment(noun: str) -> bool:
    said = noun.lower().split()
    return _NO_APPOINTMENT.isdisjoint(said) and not (len(said) < 2 and _TIMES & set(said))


def booked(who: Who, predicate: Predicate, span: TimeSpan) -> list[Claim]:
    """Read "I booked a table for Friday", "I've signed up for a course on Friday"."""
    said = re.findall(r"[\w-]+", predicate.rest.lower())
    got = predicate.verb == "get" and not EVENTS.isdisjoint(said)
    booking = predicate.verb in _BOOKING or got
    if not booking or predicate.tense not in ("past", "perfect"):
        return []
    rest = re.sub(r"^(?:up )?for ", "", without_time(predicate.rest, span))
    match = re.match(r"(?:an?|my|our|the) (?P<o>[\w'’-]+(?: [\w'’-]+){0,4})\Z", rest)
    if match is None or predicate.denied:
        return []
    noun = re.sub(r"\b(?:on|for|at)\Z", "", match["o"]).strip()
    return [planned(who, with_article(noun), _HAS, span)] if noun else []


def appointment(who: Who, clause: str, span: TimeSpan) -> list[Claim]:
    """Read "my interview is on Tuesday", "there is a job fair coming up on Tuesday"."""
    bare = without_time(clause, span)
    if (said := _WITH.match(bare)) and _names_event(said["o"].lower().split()):
        return [planned(who, f"{with_article(said['o'])} {own(said['w'], who)}", _HAS, span)]
    if wants := _WANTS_ME.match(bare):
        named = wants["o"].partition(" ")[0] not in ("The", "My")
        whom = own(wants["o"] if named else lower_first(wants["o"]), who)
        return [planned(who, f"an appointment with {whom}", _HAS, span)]
    match = _NOTHING_ELSE.match(bare) or _COMING_UP.match(bare)
    for pattern, said in ((_APPOINTMENT, clause), (_EVENT_ALONE, bare)):
        if match is None and (match := pattern.match(said)) is not None:
            match = match if _names_event(match["o"].lower().split()) else None
    noun = (match["o"] or match.groupdict().get("p") or "") if match else ""
    if not noun or "birthday" in noun or not _can_be_appointment(noun):
        return []
    return [planned(who, with_article(noun), _HAS, span)]


def _names_event(noun: list[str]) -> bool:
    """Tell whether the words of a noun phrase, and of nothing more, name an event by the last."""
    return noun[-1] in EVENTS | BARE and _NO_NOUN.isdisjoint(noun)


def calls(who: Who, predicate: Predicate) -> bool:
    """Tell whether somebody unheard of so far is said to come: "Ines is visiting me"."""
    to_me = not predicate.rest or re.search(r"\b(?:me|us|over|by|here|my|our)\b", predicate.rest)
    soon = predicate.tense in ("present", "progressive", "future")
    return bool(to_me) and soon and not who.me and predicate.verb in _CALLING

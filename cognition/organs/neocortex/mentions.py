"""Plans that no clause tells as such: "don't let me forget my exam on Friday", "off to Oslo"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta

from cognition.organs.neocortex.claims import Claim, Who
from cognition.organs.neocortex.events import BARE, EVENTS, TRAVEL, with_article
from cognition.organs.neocortex.lexicon import KIN, NOT_NAMES, words
from cognition.organs.neocortex.plans import ahead, coming, planned
from cognition.regex import regex
from cognition.values import TimeSpan

_TOGETHER = regex(
    r"(?P<who>[A-Z][\w'’-]+) and I (?P<verb>are|will|have|want|(?:plan|agree|decide|arrange"
    r"|intend)(?:n?ed|d)?|get) (?P<rest>(?!been\b|got\b|both\b).+)"
)
# what was agreed on, or is feared, is to come, though there is a past form before it
_TO_COME = regex(
    r"\A(?:Just )?Got\b|\b(?:is|are|will be) (?:on|in|next|this) |\b(?:fingers crossed|will be"
    r" \w+|managed to"
    r"|is to be|are to be|due to)\b|\b(?:I|[Ww]e) (?:have|have got) .+ then\b|\b(?:I|[Ww]e)"
    r" (?:leave|depart|set (?:off|out)|fly|go to)\b|\b(?:am|are|feel"
    r"|feeling) (?:\w+ )?\w+ed\b|\b(?:took|taken) .*\boff (?:for|to)\b|\b(?:(?:re)?booked|signed"
    r"|scheduled|arranged|registered|enrolled|entered|reserved|confirmed|organi[sz]ed|settled"
    r"|set(?! off)"
    r"|fixed|planned|pencil\w+|(?:was|were|been|am|are) given|rented|hired|(?:given|gave|got"
    r"|asked) (?:me|us|an?|my|our|tickets?)|get an?"
    r"|bought (?:\w+ )?tickets?|offered|invited|agreed|promised|accepted|(?:said|told \w+"
    r"|promised \w+)(?: that)? I would"
    r"|talked (?:me|us) into|roped|put (?:me|us|my name)|made an?)\b",
    re.IGNORECASE,
)
_OTHERS = regex(rf"^(?:My|Our) (?:\w+ )?(?:{'|'.join(KIN)})(?: [A-Z]\w+)?\b|^[HS]he\b")
_MINE = regex(
    r"\b(?:I|[Mm]y|me|[Ww]e|[Oo]ur|us)\b|\A(?:Just )?Got\b|\b(?:com|pop|drop|stop|swing"
    r"|pass)(?:p?ing|es?|s)? (?:over|by|round"
    r"|around|in|for|to stay|to visit)\b|\boff to\b|\A(?:On .{2,20} )?[Ii]t is (?:time for |lunch"
    r"|dinner|brunch|coffee|drinks"
    r"|supper|breakfast|tea)\b"
)
_NOT_SURE = regex(
    r"\b(?:not|never|no|if|might|may|maybe|perhaps|could|would|should|unless|want|wish|hope"
    r"|without|during|until|before|after|since|instead|cancel\w*|birthday|(?<!told )you|your|nobody"
    r"|doubt|nothing|none|considering|tempted|thinking (?:about|of)|had (?:planned|meant|wanted"
    r"|hoped|intended)"
    r"|(?:was|were) (?:supposed|meant|going|due) to|read (?:about|that)|(?:am|been) (?:reading"
    r"|hearing)|heard|watch\w*|saw"
    r"|seen|dream\w*|news|sa(?:id|ys)|remember(?:ed)?|miss(?:ed)?)\b|\?"
)
# what says how one feels about it, and leaves what is to come as it is
_FELT = regex(
    r"\b(?:(?:please )?remind (?:me|us)|(?:please )?do not let (?:me|us) (?:forget|miss)"
    r"|(?:please |must |should )?(?:do )?not forget|(?:am|are|do|can|could) not (?:(?:really"
    r"|exactly|at all|even|quite|so|feel) )?(?:wait|sleep|believe|ready|prepared|looking forward"
    r"|excited|happy|keen|thrilled|stop thinking)|(?:as|like) you (?:may |might )?(?:know"
    r"|remember)|you know|if (?:I|you) (?:remember|recall)|(?:said|promised)(?: that)? I would"
    r"|have not (?:\w+ ){1,3}yet|(?:only|just) (?:a )?(?:few|couple of|\w+) (?:more )?(?:days"
    r"|sleeps|weeks) (?:left )?(?:until|till|to)"
    r"|(?:my|the) (?:calendar|diary|planner|agenda|schedule) (?:says|shows|reads|reminds me)(?:"
    r" that)?|told [A-Z]\w+ (?:that )?I would"
    r"|(?:days|weeks) away|not (?:to be )?(?:missed|miss)|do not want to miss|whether I like it"
    r" or not|no (?:way|getting) (?:back|out)"
    r"|not long (?:until|till|to)|before I forget|hope (?:it|all|everything) goes \w+"
    r"|they want (?=me\b|us\b))\b",
    re.IGNORECASE,
)
_LUCK = regex(
    r"\b(?:please )?(?:wish me (?:luck|well|all the best)|(?:(?:keep|cross|got) (?:your |all |my"
    r" )*)?fingers"
    r"(?: and toes)?(?: are)?(?: crossed)?(?: for (?:me|us))?|hold your thumbs(?: for me)?|send"
    r" (?:me )?(?:some )?(?:good|positive)"
    r" (?:vibes|thoughts|energy)|(?:pray for|think of) (?:me|us))\b[ ,:!]*",
    re.IGNORECASE,
)
_MINE_IS = {"are": "am", "want": "am going"}
_DAY = timedelta(days=1)
_ASKS_ME = regex(
    r"\A[A-Z][\w'’-]+(?= (?:(?:has|is|will) )*(?:asked|invited|inviting|taking|picking|wants? to"
    r"|(?:com|visit|stay|arriv|fly|driv|drop|pop|stop|mov)"
    r"(?:p?ing|es|s|e)?|promised|(?:here|in town))\b| and I\b)"
    r"|(?<=\bwith )[A-Z][\w'’-]+(?=\.\Z)"
)
_OVER = regex(r"\b(?:was|were|had|did|went|came|took|made|got|\w{3,}ed)\b", re.IGNORECASE)
_TOKEN = regex(r"[\w'’-]+|[^\w\s]")
_DETERMINERS = words("a an my our the this for")
_BEFORE_BARE = words("for have having to get getting in at over do doing make making grab grabbing")
_BETWEEN = words(
    "to of with and or i we is are am be in on at by from it me you he she they that there have "
    "has had got get for so but"
)
_GO = (
    r"\b{name} (?:is|are) (?:waiting|calling)\b|\b[Nn]ext stop:? {name}\b|\b(?:[Ii]"
    r"|[Ww]e)\b[^.;]*\b(?:over|across|down|up|back|out) to {name}\b"
    rf"|\b{TRAVEL}\b[^.;]*?\b(?:(?:to|for|in|at|of) )?{{name}}\b"
)
_MEET = (
    r"\b(?:see|meet|visit|host|join|help|pick|catch up with|meet up with|seeing|meeting|visiting"
    r"|hosting|joining|helping|picking(?: up)?|(?:have|having) (?=\w+ (?:over|round|to stay))"
    r"|with|show(?:ing)?|treat(?:ing)?|tak(?:e|ing)|driv(?:e|ing)|collect(?:ing)?|fetch(?:ing)?"
    r"|bring(?:ing)?|accompany(?:ing)?|cook(?:ing)? for"
    r"|look(?:ing)? after|feed(?:ing)?|promised|see|told|expect(?:ing)?|await(?:ing)?) {name}\b"
    r"|\b(?:to|at) {name}['’]s\b"
    r"|\b{name} (?:has |is )?(?:asked|invited|inviting|taking|picking) (?:me|us)\b"
    r"|\binvit(?:ed|ing) {name}\b|\b{name} (?:wants to|is going to|will) (?:see|meet|visit) (?:me"
    r"|us)\b"
)
_COME = (
    r"\b{name} (?:is|will be) (?:here|in town|around|(?:my|our) guest|(?:at|with) (?:me|us|my"
    r"|our))\b|\b{name} (?:(?:is|will be|will|wants to"
    r"|is going to) )?(?:staying|stays?|coming|comes?"
    r"|visiting|visits?|arriving|arrives?|(?:flying|driving|dropping|popping|stopping|moving|fly"
    r"|drop|pop|stop) (?:in|over|by|round|down|up))\b"
)


def straight(text: str, to_come: bool = True) -> str:
    """Leave out what only asks for luck, and make a plan told of two the teller's.

    >>> straight("Ines and I are having dinner on Friday, wish me luck!")
    'I am having dinner on Friday with Ines.'
    """
    text = _LUCK.sub("", text) or text
    if not to_come:
        return text
    match = _TOGETHER.match(text)
    if match is None:
        return text
    verb = _MINE_IS.get(match["verb"], match["verb"])
    return f"I {verb} {match['rest'].rstrip(' ,.!')} with {match['who']}."


def mentioned(
    me: Who, text: str, times: tuple[TimeSpan, ...], names: Iterable[str], now: datetime
) -> list[Claim]:
    """Read an event, a journey or somebody met out of a sentence that names a day ahead.

    What the sentence does with it is left open: it has only to be one's own, and neither denied,
    nor in doubt, nor heard of.
    """
    if not _MINE.search(_OTHERS.sub("", text)):
        return []
    agreed = _TO_COME.search(text) is not None
    days = tuple(coming(t, now) if agreed else t for t in times if t.end - t.start <= _DAY)
    if (span := ahead(days, text, now)) is None:
        return []
    at = text.lower().find(span.text.lower())
    rest = f"{text[:at]} , {text[at + len(span.text) :]}"
    if _NOT_SURE.search(_FELT.sub("", rest)):
        return []
    if span.start <= now and not agreed and _OVER.search(rest):
        return []  # today, and done
    asking = [one for one in _ASKS_ME.findall(text) if one.lower() not in NOT_NAMES]
    every = dict.fromkeys([*names, *asking])
    with_whom = [n for n in every if n != me.name and re.search(rf"\b{re.escape(n)}\b", rest)]
    if noun := _event(_TOKEN.findall(rest)):
        if with_whom and with_whom[0] not in noun:
            noun += f" {_joined(rest, with_whom[0])} {with_whom[0]}"
        return [planned(me, with_article(noun), "{S} [have|has] {o}", span)]
    return _with(me, rest, with_whom, span)


def _event(tokens: Sequence[str]) -> str:
    """Give the last event named with a determiner: "job interview" in "my job interview"."""
    low = [token.lower() for token in tokens]
    for at in range(len(tokens) - 1, -1, -1):
        if low[at] not in EVENTS:
            continue
        if low[at] in BARE and at and low[at - 1] in _BEFORE_BARE:
            return tokens[at]
        first = at
        while first > 0 and at - first < 4:
            before = low[first - 1]
            if before == "for" and _goes_on(low[at + 1 :]):
                break  # "an interview for shift lead"
            if before in _DETERMINERS:
                return " ".join(tokens[first : at + 1])
            if before in _BETWEEN or not before[0].isalpha():
                break
            first -= 1
    return ""


def _goes_on(after: Sequence[str]) -> bool:
    """Tell whether a noun phrase goes on after a noun: "shift lead", "class teacher"."""
    return bool(after) and after[0].isalpha() and after[0] not in _BETWEEN


def _joined(text: str, name: str) -> str:
    found = re.search(rf"\b(to|in|at) {re.escape(name)}\b", text)
    return found[1] if found else "with"


def _with(me: Who, text: str, names: Sequence[str], span: TimeSpan) -> list[Claim]:
    """Read a journey to, a meeting with, or a visit of one of these."""
    for name in names:
        exact = re.escape(name)
        if re.search(_COME.replace("{name}", exact), text):
            return [planned(Who(name, teller=me.name), "visit", "{S} [are|is] going to {o}", span)]
        for pattern, phrase in ((_MEET, f"see {name}"), (_GO, f"go to {name}")):
            if re.search(pattern.replace("{name}", exact), text):
                return [planned(me, phrase, "{S} [are|is] going to {o}", span)]
    return []

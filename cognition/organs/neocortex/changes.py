"""What becomes of plans that are held: called off, or moved to another time."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import datetime

from cognition.faculties import Knowledge
from cognition.organs.neocortex.claims import Claim
from cognition.organs.neocortex.lexicon import listed, words
from cognition.organs.neocortex.plans import ahead, coming, dated
from cognition.values import Fact, TimeSpan

# no plan is changed in words that have none of these
_CUES = listed(
    "cancel,off,scrap,quit,through,after all,no ,longer,not,n't,n’t,postpon,mov,sched,push,"
    "shift,delay,forward,instead,date,now,make it,chang,drop,axed,nixed,binned,ditch,abandon,"
    "shelv,skip,out,pass,giv,gave,miss,against,forget,scratch,never mind,until,till,before,"
    "swap,switch,slip,slid,put,rearrang,rebook,bail,flak,bump,rain,withdr",
    ",",
)
_UNSURE = re.compile(
    r"\b(?:if|might|may|could|would|should|unless|whether|hope|hoping|wish|wonder|want to|afraid"
    r"|thinking (?:of|about)|tempted|not (?:been )?(?:cancelled|canceled|called off|scrapped|off)"
    r"|not cancel|(?:going|have|need) to cancel my (?:subscription|card))\b",
    re.IGNORECASE,
)
# In what follows @ stands for the words that name the plan.
# Said of anything in a sentence that names a plan, these mean the plan:
_OFF = (
    r"\bcancel(?:l?ed)?\b|\bcall(?:ed|ing)? off\b|\bcalled (?:(?!to\b)[\w@]+ ){0,5}?off\b|\b(?:is"
    r"|are|was|got) (?:now )?off(?= now| the (?:table|cards)|[.,!;]|\s*$| because)|\bscrapped\b"
    r"|\b(?:fell|fallen|falls) through\b|\bpulled the plug\b|\bnothing (?:came|will come) of\b"
    r"|^(?:\W|\w+ of plans?:?|turns out)*no (?:[\w@'’-]+ ){1,5}after all"
    r"|\bno (?:[\w'’-]+ ){0,2}?@ for (?:me|us)\b|\b(?:(?:is|are|will be) no|(?:is"
    r"|are) not going to be|will not be) (?:[\w'’-]+ ){0,2}?@"
)
# what may stand between what is done and what names the plan, and what may follow its name
_NP = (
    r"(?: (?:the|my|our|a|an|any|that|this|it|going|flying|travell?ing|trip|flight|journey"
    r"|holiday|weekend|idea|dinner|lunch|plans?|to|in|of|with|for|[\w'’-]+(?= @)))* @"
)
_TAIL = (
    r"(?=\W*$|[.,!;:]|'s\b| (?:trip|plans?|thing|idea|and|but|because|since|so|after|now|today|in"
    r"|at|on|for|with|this|next|again|too|either|instead|any|already|altogether|completely|off"
    r"|due|sadly|anyway|up)\b)"
)
# these mean the plan only where they are done to it: "I dropped the course", not its notes
_DROP = (
    r"(?:drop(?:ped|ping)?|axed|ditch(?:ed|ing)?|binned|nixed|abandon(?:ed|ing)?|shelved"
    r"|skip(?:ped|ping)?|scrap(?:ping)?|(?:gave|given|giving) up(?: on)?|(?:back|pull|dropp|opt"
    r"|bow)(?:ed|ing)? out of|withdr(?:ew|awn|awing) from|bail(?:ed|ing) (?:on|out of)|pass(?:ed"
    r"|ing) on|sit(?:ting)? out|decided against|chang(?:ed|ing) my mind about|instead of"
    r"|cancell?ing|calling off|said no to|turned down|quit|got out of)"
)
_DROPPED = r"(?:dropped|axed|ditched|binned|nixed|abandoned|shelved|skipped|rained off)"
_FORGET = r"(?:^|\b(?:you can|just|let us) )(?:forget|scratch|never mind)(?: about)?"
# "I am not going to the X", "X is not coming": who does not take part, or what does not take place
_GO = (
    r"(?:be )?(?:go(?:ing)?|com(?:e|ing)|meet(?:ing)?|see(?:ing)?|visit(?:ing)?|fly(?:ing)?"
    r"|travel(?:l?ing)?|driv(?:e|ing)|attend(?:ing)?|hav(?:e|ing)|do(?:ing)?|tak(?:e|ing)|make"
    r"|making it|leav(?:e|ing)|sit(?:ting)?|join(?:ing)?)"
)
_NOT = (
    r"(?:(?:am|is|are|will|do|does|can|could) (?:also |now )?not(?: have to| need to)?|no longer"
    r"|will no longer|(?:am|is|are) no longer)"
)
_NOT_I = (
    rf"\b(?:I|[Ww]e) (?:{_NOT}(?: going to)?|(?:have )?(?:decided|chosen"
    rf"|chose) not to) (?:be )?(?:able to )?{_GO}(?: to| with| on| for| it to| part in"
    rf"| through with)*"
)
_NOT_IT = (
    rf"(?: and (?:I|me))? {_NOT} (?:be |going to )?(?:able to )?(?:happening|happen|on|taking place"
    r"|take place|coming|come(?! to\b)|visiting|visit|going ahead|go ahead|make it|arriving"
    r"|joining|meeting|meet (?:me|us)|see (?:me|us)|do it|work out|seeing each other"
    r"|getting together|a thing|possible)\b"
)
_OUT = (
    r" (?:has |have |had to |just )*(?:bail(?:ed)?|back(?:ed)? out|pull(?:ed)? out|flak(?:e|ed)"
    r"|drop(?:ped)? out)\b"
)
_CALLED_OFF = re.compile(
    "|".join(
        (
            _OFF,
            rf"{_NOT_I}{_NP}{_TAIL}",
            rf"@(?:[^.!?@]{{0,40}} (?:and|so|but|that)(?: he| she| they| we)?)?{_NOT_IT}"
            rf"|\b{_NOT} work(?:ing)? out (?:with|for){_NP}",
            rf"\b(?:{_DROP}|{_FORGET}){_NP}{_TAIL}|\bgiv(?:e|en|ing){_NP} a miss\b",
            rf"@ (?:was|were|got|has been|have been|is|are|is being) {_DROPPED}\b|@{_OUT}",
            rf"\btold @ (?:that )?I (?:{_NOT}|have to|had to) (?:come|make|go|cancel|be there)\b",
        )
    ),
    re.IGNORECASE,
)
_NAMED = re.compile(r"@(?:'s)?(?: (?:@|run|visit|start|launch|move|date)(?!\w))*")
_MOVED = (
    r"\b(?:mov(?:e|ed|ing)|postpon(?:e|ed|ing)|re-?schedul(?:e|ed|ing)|push(?:ed|ing)?"
    r"|put(?:ting)? (?:\S+ ){0,5}?(?:off|back)|shift(?:ed|ing)?|delay(?:ed|ing)?|br(?:ought|ing"
    r"|inging) (?:\S+ ){0,5}?forward|chang(?:ed?|ing)|make|swap(?:ped)?|switch(?:ed)?|slipped"
    r"|slid|rearranged?|rebook(?:ed)?|bumped|deferred|defer|adjourned)\b.*?\b(?:to|until|till|for"
    r"|by|it)(?: the)? "
)
_INSTEAD = re.compile(
    r"\binstead\b|\b(?:new|another|different|later|earlier) (?:date|time|day|slot)\b|\bnow\W*$"
    r"|\b(?:is|are|am) now\b|\b(?:is|are|am|be|can|will) (?:not|only)\b.*\b(?:until|till"
    r"|before)\b|\bonly\b.*\bnow\b",
    re.IGNORECASE,
)
_SMALL = words(
    "the a an my our their your to for with on at in of and first next big new have has go get "
    "take visit come arrive fly start travel leave return launch move see meet run marry host "
    "attend celebrate join drive going i we me us up over out catch"
)
_WORD = re.compile(r"[\w'-]+")


def may_change(text: str, known: Knowledge) -> bool:
    """Tell cheaply whether a text can change a plan that is held."""
    low = text.lower()
    return any(cue in low for cue in _CUES) and bool(known.facts(relation="plan"))


def changes(
    text: str, known: Knowledge, speaker: str, times: tuple[TimeSpan, ...], now: datetime
) -> list[Claim]:
    """Read out of a sentence that a held plan is called off, or has a new date."""
    held = _named(text, known, speaker, now)
    if held is None or _UNSURE.search(text):
        return []
    if (span := _moved(text, times, now)) is not None:
        return [_off(held), _again(held, span)]
    return [_off(held)] if _called_off(text, held, speaker) else []


def _named(text: str, known: Knowledge, speaker: str, now: datetime) -> Fact | None:
    """Give the open plan that shares most words with a text; of several the one due next."""
    said = {word.removesuffix("'s") for word in _WORD.findall(text.lower())}
    names = {word.lower().removesuffix("'s") for word in _WORD.findall(text) if word[0].isupper()}
    found: list[tuple[int, float, Fact]] = []
    for fact in known.facts(relation="plan", kind="plan", at=now):
        if fact.due is not None and fact.polarity:
            key = _key(fact, speaker)
            if shared := len(said & key) + len(names & key):
                away = abs((fact.due.start - now).total_seconds())
                found.append((shared, -away, fact))
    best = max(found, key=lambda one: one[:2], default=None)
    return best[2] if best is not None else None


def _key(fact: Fact, speaker: str) -> set[str]:
    """Give the words that name a plan: what it is about, and who else it is with."""
    who = "" if fact.subject == speaker else fact.subject.rpartition("'s ")[2]
    return set(_WORD.findall(f"{fact.object} {who}".lower())) - _SMALL - {speaker.lower()}


def _moved(text: str, times: Sequence[TimeSpan], now: datetime) -> TimeSpan | None:
    """Give the time to which a sentence says that something was moved."""
    # "was moved to Friday" sounds like the past to whoever resolved it, yet Friday is to come
    to_come = tuple(coming(time, now) for time in times)
    span = ahead(to_come, text, now)
    if span is None:
        return None
    lead = r"(?:on |in |at )?"
    to_then = rf"{_MOVED}{lead}{re.escape(span.text)}"
    moved = re.search(to_then, text, re.IGNORECASE) or _INSTEAD.search(text)
    return span if moved else None


def _called_off(text: str, held: Fact, speaker: str) -> bool:
    """Tell whether a sentence says that a plan is off, or that somebody takes no part in it."""
    key = _key(held, speaker)
    marked = _WORD.sub(lambda m: "@" if m[0].lower().removesuffix("'s") in key else m[0], text)
    return _CALLED_OFF.search(_NAMED.sub("@", marked)) is not None


def _off(held: Fact) -> Claim:
    return Claim(held.subject, "plan", held.object, held.text, "plan", ended=True, due=held.due)


def _again(held: Fact, span: TimeSpan) -> Claim:
    stem = held.text.rstrip(".")
    if held.due is not None:
        stem = stem.removesuffix(f" {dated(held.due)}")
    return Claim(held.subject, "plan", held.object, f"{stem} {dated(span)}.", "plan", due=span)

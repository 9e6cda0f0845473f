"""What becomes of plans that are held: called off, or moved to another time."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import datetime

from cognition.faculties import Knowledge
from cognition.organs.neocortex.claims import Claim
from cognition.organs.neocortex.events import BARE
from cognition.organs.neocortex.lexicon import listed, words
from cognition.organs.neocortex.plans import ahead, coming, dated, without_time
from cognition.regex import regex
from cognition.values import Fact, TimeSpan

# no plan is changed in words that have none of these
_CUES = listed(
    "cancel,off,stood,ticket,so no,no.,declin,time,ill,turn,show,scrap,quit,through,after all,no"
    " ,longer,not,n't,n’t,postpon,mov,sched,push,"
    "shift,delay,forward,instead,date,now,make it,chang,drop,axed,nixed,binned,ditch,abandon,"
    "shelv,skip,out,pass,giv,gave,miss,against,forget,scratch,never mind,until,till,before,"
    "swap,switch,slip,slid,put,rearrang,rebook,bail,flak,bump,rain,withdr",
    ",",
)
_UNSURE = regex(
    r"\b(?:if|might|may|could(?! not (?:get|find|come|make it|go)\b)|would(?! (?:rather )?not be"
    r"|(?: rather)? not do)|should|unless|whether|hope|hoping|wish|wonder|(?<!not )want to|wanted"
    r" to|afraid"
    r"|thinking (?:of|about)|tempted|not (?:been )?(?:cancelled|canceled|called off|scrapped"
    r"|off(?! to\b))|(?:not|never) (?:be |going to |want to )*(?:cancel\w*|skip\w*|miss(?:ing)?"
    r"|drop(?:ping)?"
    r"|call(?:ing)? off)|(?:going|have|need) to cancel my (?:subscription|card))\b",
    re.IGNORECASE,
)
# In what follows @ stands for the words that name the plan.
# Said of anything in a sentence that names a plan, these mean the plan:
_OFF = (
    r"\bcancel(?:l?ed)?\b(?! (?:his|her|their|an?|my)\b(?![^.,;]*@))|\bcall(?:ed|ing)? off\b"
    r"|\bcall(?:ed|ing)? (?:(?!to\b)[\w@]+ ){0,5}?off\b|\b(?:[Ii]t|everything"
    r"|all) is (?:all )?off (?:with|between)\b|\b(?:came|comes|coming|went) to nothing\b|\bwent"
    r" up in smoke\b|\bdid not (?:work out|come off|come"
    r" together)\b|\b(?:is"
    r"|are|was|got) (?:now )?off(?= now| the (?:table|cards)|[.,!;]|\s*$| because)|\bscrapped\b"
    r"|\b(?:fell|fallen|falls) through\b|\bpulled the plug\b|\bnothing (?:came|will come) of\b"
    r"|\b(?:so|then|means|meaning)(?: that)?(?: there (?:is|will be))? no (?:[\w@'’-]+ ){0,3}?@"
    r"(?=\W*$|[.,!;]| (?:for|now|any|this|on|in)\b)"
    r"|^(?:\W|\w+ of plans?:?|turns out)*no (?:[\w@'’-]+ ){1,5}after all"
    r"|\bno (?:[\w'’-]+ ){0,2}?@ for (?:me|us)\b|\b(?:(?:is|are|will be) no|(?:is"
    r"|are) not going to be|will not be) (?:[\w'’-]+ ){0,2}?@"
)
# what may stand between what is done and what names the plan, and what may follow its name
_NP = (
    r"(?: (?:the|my|our|a|an|any|that|this|it|going|flying|travell?ing|trip|flight|journey"
    r"|holiday|weekend|idea|tickets?|booking|reservation|spot|place|seat|slot|dinner|lunch|plans?"
    r"|to|in|of|with|for|[\w'’-]+(?= @)))* @"
)
_TAIL = (
    r"(?=\W*$|[.,!;:]|'s\b| (?:trip|plans?|thing|idea|and|but|because|since|so|after|now|today|in"
    r"|at|on|for|with|this|next|again|too|either|instead|any|already|altogether|completely|off"
    r"|due|sadly|anyway|up)\b)"
)
# these mean the plan only where they are done to it: "I dropped the course", not its notes
_DROP = (
    r"(?:drop(?:ped|ping)?|(?:am|are) out of|(?:my|our) names? off(?: (?:the|of|list|lists|for"
    r"|from))*|(?:un|de-?)registered (?:from|for)|unsubscribed from"
    r"|(?:stepped|stepping) (?:back|down|away) from|excused (?:myself|ourselves) from|(?:return"
    r"|refund|s[eo]ll|sold|g[ia]ve back|gave back|hand(?:ed)? back)(?:ed|ing)?"
    r"(?= (?:my|our|the) (?:\w+ )?(?:tickets?|booking|reservation|place|spot|seat)s?\b)|axed"
    r"|ditch(?:ed|ing)?|binned|nixed|abandon(?:ed|ing)?|shelved"
    r"|skip(?:ped|ping)?|scrap(?:ping)?|(?:give|gave|given|giving) up(?: on)?|(?:back|pull|dropp"
    r"|opt|bow|chicken|duck|wriggl)(?:ed|ing)? out of|withdr(?:ew|awn|awing) from|bail(?:ed|ing)"
    r" (?:on|out of)|pass(?:ed"
    r"|ing) on|sit(?:ting)? out|decided against|chang(?:ed|ing) my mind about|instead of"
    r"|cancell?ing|calling off|said no to|turned down|quit|got out of)"
)
_DROPPED = r"(?:dropped|axed|ditched|binned|nixed|abandoned|shelved|skipped|rained off)"
_FORGET = r"(?:^|\b(?:you can|just|let us) )(?:forget|scratch|never mind)(?: about)?"
# "I am not going to the X", "X is not coming": who does not take part, or what does not take place
_GO = (
    r"(?:be )?(?:go(?:ing)?|off|get(?:ting)?|com(?:e|ing)|meet(?:ing)?|see(?:ing)?|visit(?:ing)?"
    r"|fly(?:ing)?"
    r"|travel(?:l?ing)?|driv(?:e|ing)|attend(?:ing)?|hav(?:e|ing)|do(?:ing)?|tak(?:e|ing)|make"
    r"|making it|leav(?:e|ing)|sit(?:ting)?|join(?:ing)?)"
)
_NOT = (
    r"(?:(?:am|is|are|will|do|does|can|could) (?:also |now )?not(?: have to| need to)?|no longer"
    r"|will no longer|(?:am|is|are) no longer)"
)
_NOT_I = (
    rf"\b(?:I|[Ww]e) (?:{_NOT}(?: going to)?|(?:no longer|am not|are not)"
    r" (?:plan(?:ning)?|want(?:ing)?|intend(?:ing)?) (?:to|on)|(?:have )?(?:decided|chosen"
    rf"|chose) not to) (?:be )?(?:able to )?{_GO}(?: to| with| on| for| it to| part in"
    rf"| through with)*"
)
_NOT_IT = (
    rf"(?: and (?:I|me))? {_NOT} (?:be |going to |wants? to |feel(?:s|ing)? like |plan(?:s|ning)?"
    rf" (?:to|on) |up (?:to|for) )*(?:able to )?(?:happening|happen|on|taking place"
    r"|take place|coming|come(?! to\b)|visiting|visit|going ahead|go ahead|make it|arriving"
    r"|joining|meeting|meet(?! (?:the|my|your|our|any(?! more)|all|every)\b)|see (?:me|us)|do it"
    r"|work out"
    r"|seeing each other"
    r"|getting together|a thing|possible)\b"
)
_LETS_DOWN = (
    r"(?: (?:has|have|just|simply|then|had to))* (?:(?:stood|standing) (?:me|us) up|said"
    r" no(?=\W*$|[.,;]| (?:and|so|because|after|today|to (?:it|me))\b)|declined|begged off|sent"
    r" (?:his|her|their) (?:regrets|apologies)"
    r"|(?:does|did) not (?:have (?:the )?time|show(?: up)?|turn up)|(?:has|have|had) no time|let"
    r" (?:me|us) down|can not be (?:there|here))\b"
)
_OUT = (
    r" (?:has |have |had to |just )*(?:bail(?:ed)?|back(?:ed)? out|pull(?:ed)? out|flak(?:e|ed)"
    r"|drop(?:ped)? out)\b"
)
_CALLED_OFF = regex(
    "|".join(
        (
            _OFF,
            rf"{_NOT_I}{_NP}{_TAIL}",
            rf"@(?:[^.!?@]{{0,40}} (?:and|so|but|that)(?: he| she| they| we)?)?{_NOT_IT}"
            rf"|\b{_NOT} work(?:ing)? out (?:with|for){_NP}",
            rf"\b(?:{_DROP}|{_FORGET}){_NP}{_TAIL}|\bgiv(?:e|en|ing){_NP} a miss\b",
            rf"@ (?:was|were|got|has been|have been|is|are|is being) {_DROPPED}\b|@{_OUT}"
            rf"|@{_LETS_DOWN}",
            rf"\btold @ (?:that )?I (?:{_NOT}|have to|had to|would not|will not) (?:be )?(?:able"
            rf" to )?(?:com(?:e|ing)|mak(?:e|ing)|join(?:ing)?|go|cancel|be there)\b",
        )
    ),
    re.IGNORECASE,
)
_NAMED = regex(r"@(?:'s)?(?: (?:@|run|visit|start|launch|move|date)(?!\w))*")
_MOVED = (
    r"\b(?:mov(?:e|ed|ing)|postpon(?:e|ed|ing)|re-?schedul(?:e|ed|ing)|push(?:ed|ing)?"
    r"|put(?:ting)? (?:\S+ ){0,5}?(?:off|back)|shift(?:ed|ing)?|delay(?:ed|ing)?|br(?:ought|ing"
    r"|inging) (?:\S+ ){0,5}?forward|chang(?:ed?|ing)|make|swap(?:ped)?|switch(?:ed)?|slipped"
    r"|slid|rearranged?|rebook(?:ed)?|bumped|deferred|defer|adjourned)\b.*?\b(?:to|until|till|for"
    r"|by|it)(?: the)? "
)
_INSTEAD = regex(
    r"\binstead\b|\b(?:new|another|different|later|earlier) (?:date|time|day|slot)\b|\bnow\W*$"
    r"|\b(?:is|are|am|will) now\b|\ba (?:bit|little|day|week|few days) (?:later|earlier|sooner)\b"
    r"|\b(?:will|is|are|can|could) only (?:be|take place|happen|do|make"
    r"|come|meet|manage|start|leave|go)\b"
    r"|\b(?:is|are|am|be|can|will) (?:not|only)\b.*\b(?:until|till"
    r"|before)\b|\bonly\b.*\bnow\b",
    re.IGNORECASE,
)
# what was proposed counts where it is said to be agreed
_PROPOSED = regex(
    r"\b(?:(?:asked|suggested|proposed|wondered)(?: me)?(?: (?:whether|if|that) (?:we|I) (?:could"
    r"|might|can|should))?"
    r"|would (?:rather|prefer(?: to)?)|prefers?|wants? to|needs? to)\b|\b[Tt]hey (?:want|need)(?:"
    r" me| us)? to\b"
)
_AGREED = regex(
    r"\b(?:so (?:that|it|this|we|I|then)|new plan|(?:I|we) (?:have )?(?:agreed|accepted|said"
    r" (?:yes|fine|ok|okay|sure))"
    r"|(?:and|which) (?:is fine|works|suits))\b"
)
_THEIRS = regex(r"\b(?:his|her|their|[A-Z][\w-]+['’]s|\w+['’]s) (?:[\w'’-]+ ){0,2}@")
_THEY_SAY = regex(
    r"\b[Tt]hey (?:want|need)(?: me| us)? to (?:do|have|hold|move"
    r"|see)\b.*\binstead\b"
)
_IS_ON = regex(
    r"(?:\A|[:,] |\b(?:my|the|our|that) (?:[\w-]+ ){0,2}?)@ (?:(?:is|are|will be|takes? place"
    r"|starts?|begins?|comes? up|falls|happens)\b ?"
    r"(?:(?:actually|really|set|scheduled|on|at|for|happening|taking place) ?)*)(?=\W*\Z|[.,;] )",
    re.IGNORECASE,
)
_BOTH = regex(
    r"[Ww]e (?P<rest>(?:are|will|have|can|do|did|had|called|moved|changed|put|postponed|cancelled"
    r"|rescheduled)\b.+?),"
    r" (?P<who>[A-Z][\w'’-]+) and (?:I|me)\W*\Z"
)
_SMALL = words(
    "the a an my our their your to for with on at in of and first next big new have has go get "
    "take visit come arrive fly start travel leave return launch move see meet run marry host "
    "attend celebrate join drive going i we me us up over out catch"
)
_WORD = regex(r"[\w'-]+")
_SHORT = 3  # letters of a word that is not taken for a plural: "bus"


def may_change(text: str, known: Knowledge, timed: bool = False) -> bool:
    """Tell cheaply whether a text, `timed` if it names a time, can change a plan that is held."""
    low = text.lower()
    return (timed or any(cue in low for cue in _CUES)) and bool(known.facts(relation="plan"))


def changes(
    text: str, known: Knowledge, speaker: str, times: tuple[TimeSpan, ...], now: datetime
) -> list[Claim]:
    """Read out of a sentence that a held plan is called off, or has a new date."""
    if both := _BOTH.match(text):
        text = f"{both['who']} and I {both['rest']}."
    held = _named(text, known, speaker, now)
    if held is None or (held.subject == speaker and _THEIRS.search(_marked(text, held, speaker))):
        return []
    agreed = _AGREED.search(text) is not None
    agreed = agreed or bool(_THEY_SAY.search(text))
    if _UNSURE.search(_PROPOSED.sub("", text) if agreed else text):
        return []
    if (span := moved(text, times, now)) is not None:
        proposed = agreed and _PROPOSED.search(text)
        anew = _says_moved(text, span) or any(_denied(time, text) for time in times)
        if proposed or anew or _dated_anew(text, held, span, speaker):
            return [off(held), again(held, span)]
    return [off(held)] if _called_off(text, held, speaker) else []


def _named(text: str, known: Knowledge, speaker: str, now: datetime) -> Fact | None:
    """Give the open plan that shares most words with a text; of several the one due next."""
    said = _said(text)
    found: list[tuple[int, float, Fact]] = []
    for fact in known.facts(relation="plan", kind="plan", at=now):
        if fact.due is not None and fact.polarity:
            key = _key(fact, speaker)
            shared = said & key
            names = {word.lower() for word in _WORD.findall(fact.text) if word[0].isupper()}
            if shared - BARE or (shared and not names & key):  # a name tells more than a noun
                away = abs((fact.due.start - now).total_seconds())
                found.append((len(shared) + len(shared & names), -away, fact))
    best = max(found, key=lambda one: one[:2], default=None)
    return best[2] if best is not None else None


def _said(text: str) -> set[str]:
    """Give the words of a text, without what stands for "is": "the exams moved to the 18th"."""
    words = {word.removesuffix("'s") for word in _WORD.findall(text.lower())}
    return words | {word.removesuffix("s") for word in words if len(word) > _SHORT}


def _key(fact: Fact, speaker: str) -> set[str]:
    """Give the words that name a plan: what it is about, and who else it is with."""
    who = "" if fact.subject == speaker else fact.subject.rpartition("'s ")[2]
    return set(_WORD.findall(f"{fact.object} {who}".lower())) - _SMALL - {speaker.lower()}


def moved(text: str, times: Sequence[TimeSpan], now: datetime) -> TimeSpan | None:
    """Give the time to come to which something may have been moved."""
    # "was moved to Friday" sounds like the past to whoever resolved it, yet Friday is to come
    said = [time for time in times if not _denied(time, text)]
    return ahead(tuple(coming(time, now) for time in said), text, now)


def _denied(time: TimeSpan, text: str) -> bool:
    """Tell whether a text says that it is not then: "not this week, on Friday"."""
    return bool(
        re.search(rf"\bnot (?:on |in |at |for )?{re.escape(time.text)}", text, re.IGNORECASE)
    )


def _says_moved(text: str, span: TimeSpan) -> bool:
    to_then = rf"{_MOVED}(?:on |in |at )?{re.escape(span.text)}"
    return bool(re.search(to_then, text, re.IGNORECASE) or _INSTEAD.search(text))


def _dated_anew(text: str, held: Fact, span: TimeSpan, speaker: str) -> bool:
    """Tell whether all that names a plan is said to be on another day: "my exam is on Friday"."""
    if not _key(held, speaker) <= _said(text) or (held.due and held.due.start == span.start):
        return False
    return _IS_ON.search(without_time(_marked(text, held, speaker), span)) is not None


def _marked(text: str, held: Fact, speaker: str) -> str:
    """Put @ in the place of the words that name a plan."""
    key = _key(held, speaker)
    marked = _WORD.sub(lambda m: "@" if not _said(m[0]).isdisjoint(key) else m[0], text)
    return _NAMED.sub("@", marked)


def _called_off(text: str, held: Fact, speaker: str) -> bool:
    """Tell whether a sentence says that a plan is off, or that somebody takes no part in it."""
    return _CALLED_OFF.search(_marked(text, held, speaker)) is not None


def off(held: Fact) -> Claim:
    return Claim(held.subject, "plan", held.object, held.text, "plan", ended=True, due=held.due)


def again(held: Fact, span: TimeSpan) -> Claim:
    stem = held.text.rstrip(".")
    if held.due is not None:
        stem = stem.removesuffix(f" {dated(held.due)}")
    return Claim(held.subject, "plan", held.object, f"{stem} {dated(span)}.", "plan", due=span)

"""The matters in which somebody can wish to be treated one way or another, by their words."""

from __future__ import annotations

import re

from cognition.organs.basal_ganglia.behaviours import (
    BEHAVIOURS,
    ESSAYS,
    FEWER,
    LISTENS,
    RESTS,
    SAID,
    SHORTS,
    TEXT,
    TOO_MANY,
    TOO_SHORT,
    YOURS_LONG,
)
from cognition.organs.basal_ganglia.stances import AGAINST, ALLOW, FOR, Stance
from cognition.regex import regex

# what other people do, or what is done elsewhere, is no wish of how to be treated here
_OTHERS = regex(
    r"\b(?:he|she|they|him|her|his|their|them|people|others|everyone|everybody|anyone|strangers"
    r"|no one|(?:when|whenever|if|that|how) (?:my|our|the|some|any) \w+|my (?!friends\b)\w+"
    r" (?:asks?|gives?|tells?|says?|keeps?|uses?"
    r"|sends?|wants?|writes?|brings?|never|always)|(?:my|the) \w+'s|from (?:my|the|a)|by (?:my"
    r"|the)|to my|at (?:work|school|home|uni"
    r"|the)|in (?:the|this|our|a) (?!past|chat|present|moment|here|now|future)|so far|yet|left)\b"
)
# "make them short": messages, and no people
_TO_THEM = regex(r"\b(?:make|keep|leave|have|want|cut|take|skip|drop|stop|use|put|get) them\b")
_MY_DOING = regex(
    r"(?:to )?(?:answering|advise|lecture|preach|explain|elaborate|give|offer|ask|use|write|send"
    r"|suggest|fix|solve|skip|drop|keep|make|ramble|waffle)\b"
)
# "no advice, please" is all that is said; "no advice helped me" goes on
_BARE = regex(r"\b(?:no(?: more)?|(?<!do )not(?: for)?|without|less|fewer)\Z")
_GOES_ON = regex(
    r"\b(?:helped|helps?|is|are|was|were|has|have|had|came|comes?|seems?|makes?|made|work(?:ed"
    r"|s)?|can"
    r"|could|will|would|did|does|got|went|took|asked)\b(?! (?:better|best|enough|fine|plenty)\b)"
)
_THEM = regex(
    r"(?:(?:use|using|send|sending|ask|asking|give|giving|do|doing|add|adding|put|bring|bringing"
    r"|write|writing|need|want"
    r"|like|any of|all|to|have|see|get|mention|mentioning|make|offer) )*(?:them|it|that|those"
    r"|these|this|any|one|so)"
    r"(?: (?:in|up|with me|any ?more|again|at all|please|all|away|now|for me|out|off))*$"
)
_IMPERSONAL = regex(
    r"(?:i|you|your|the|these|those|this|that|it|all|any|no|too)\b|[\w']+ ?(?:and \w+ )?(?:is|are"
    r"|do|does|annoy|make|get)\b"
)
_PLEASED = regex(r"(?:i|it) .*\byou ")
_GETS = regex(r"(?:to )?(?:read|get|receive|see|be sent|have)\b")
_USE = regex(r"(?:use|send|bring|put|ask|add|do|give|keep|write) ")
_ONCE_MORE = regex(
    r"\b(?:again|once more|after all|like (?:you used to|before)|as (?:you used to|before)|now"
    r"|back)$"
)
_RULE = regex(
    r"\b(?:said|told|mind|rule|ban|wish|request|restriction|take back|takes? back|forget|ignore)\b"
)
_REQUESTS = regex(r"(?:to )?(?:ask|talk|speak|mention|bring|discuss|raise|tell)\b")
_TALK = (
    r"(?:mention(?:ing|s)?|(?:(?:talk|speak|think|chat|know|worry|read|write|be reminded|be asked"
    r"|even think)"
    r"(?:ing)? (?:to me |with me |any more )?(?:about|of|on)|bring(?:ing)? up|hear(?:ing)? (?:\w+"
    r" )?(?:about|of))|touch(?:ing)? (?:on|upon)"
    r"|ask(?:ing)? (?:me )?(?:anything |questions |more |again )?(?:about|after|how|when|what|if"
    r"|whether)"
    r"|go(?:ing)? on (?:and on )?about|discuss(?:ing)?|questions? (?:about|on)|(?:the |any |all"
    r" )?(?:words?|talk|chat|thing|mentions?|discussions?|news|reminders?"
    r"|conversations?|references?|peep|comments?|hints?) (?:about|of|on|to)|(?:com|go|get|return"
    r"|refer|hark|circl|com)(?:e|ing)?"
    r" back to|(?:return|refer|allud|point)(?:e|ing)? to|get(?:ting)? into|go(?:ing)? (?:into"
    r"|near|there with)"
    r"|dwell(?:ing)? on|be(?:ing)? (?:asked|reminded|told|questioned|quizzed) (?:about|of)"
    r"|(?:remind|quizz?|question|press|ask"
    r"|bother|pester|prob|inquir|enquir)(?:e|ing)? (?:me )?(?:of|about|with|on)|rais(?:e|ing)"
    r"|broach(?:ing)?|address(?:ing)?(?! me)|pry(?:ing)? into"
    r"|bring(?:ing)? (?:the )?(?:conversation|talk) (?:back )?(?:to|round to)|(?:the )?(?:subject"
    r"|topic|matter|issue) of|get(?:ting)? me started on|say(?:ing)? (?:the word|anything about|a"
    r" word about)|(?:any ?thing |more |another thing"
    r" )?about)"
)
_TOPIC = regex(
    rf"^(?:to )?(?:ever )?(?:{_TALK}|(?:bring|bringing)(?= (?:my|the|our) [\w' -]+ up\b))\s+"
    r"(?P<o>[\w' -]{2,40}?)(?: (?:up|again|any ?more|any longer|ever|please|today|now|at all"
    r"|with (?:me|you)|all the time|went|goes|is going|was|either|for (?:now|a while)|right now"
    r"|so much|so often"
    r"|every \w+|(?:just )?yet|in (?:our|this|the) (?:chats?|conversations?|talks?)|here|around"
    r" me|to me))*$"
)
_NAMED = regex(
    r"^(?:(?:the )?(?:subject|topic|matter|issue) of )?(?P<o>(?:my|the|our|this|that)"
    r" (?!whole\b)[\w' -]{2,40}?)(?: (?:topic"
    r"|subject|stuff|thing|talk|business|story))?(?: (?:please|now|again|any ?more|here|for now"
    r"|at all"
    r"|for (?:good|a while)))*$"
)
_OFF_LIMITS = regex(
    r"^(?P<o>(?:my|the|our) [\w' -]{2,40}?) (?:is|are) (?:now )?(?:off limits|off the table|taboo"
    r"|(?:a )?no-go|a closed (?:chapter|book)"
    r"|not up for (?:discussion|debate)|(?:an? )?(?:\w+ )?(?:sore|touchy|taboo|sensitive|closed"
    r"|private) (?:subject|topic|point|matter|spot)|none of your business"
    r"|not something i (?:want|like|wish|feel like))(?: to (?:talk about|discuss))?(?: (?:now"
    r"|from now on|please|here|okay|again))*$"
)
_LEFT_OUT = regex(
    r"^(?:to )?(?:leave|keep) (?P<o>(?:my|the|our) [\w' -]{2,40}?) (?:out of|out|alone|to myself"
    r"|private)\b|^(?:(?:talk|speak|chat) about )?(?:something|anything) (?:other than|besides"
    r"|except"
    r"|but) (?P<but>(?:my|the|our) [\w' -]{2,40})"
)
_NO_TOPIC = regex(
    r"\b(?:it|that|this|things?|stuff|me|you|myself|with|from|at|to|because|when|past|days?"
    r"|weeks?|months?|years?|yesterday|weekend|life)\b|^(?:so|too|any)\b"
)
_DROPPING = regex(
    r"(?:\A| )drop\Z|\bspare (?:me|us)\Z|\b(?:avoid|enough|no more|not another|steer clear of"
    r"|stay (?:away|clear|off)"
    r"|keep (?:off|away from|clear of|from)|lay off|(?:keep|stay) (?:quiet|silent|mum|off)|leave"
    r" (?:out|alone|aside|behind|be|off)|put aside|drop the subject of"
    r"|keep (?:private|out of (?:it|this|here|(?:our|this|the|these|my|any|your) (?:\w+"
    r" )?(?:chats?|conversations?|talks?|discussions?"
    r"|messages?|questions|way)))|let (?:rest|lie|be)|close|give (?:a rest|a miss)|easy (?:on"
    r"|with)|tiptoe)\b"
)
_ASKS_AGAIN = regex(
    r"(?:(?:some|any|your|more|an?|the|emojis?|advice|tips|questions|suggestions?)\b(?!.*\b(?:is"
    r"|are|was|were|had|has|helps?"
    r"|helped|asked)\b)|(?:give me|let me have|go into|use|send|ask|do(?! you)|remind|bring|to"
    r" hear|write"
    r"|say|tell me|elaborate"
    r"|expand|quote|mention|include|show|put|share|take|advise|suggest|recommend)\b)"
)


def wished(stance: Stance, before: str = "") -> tuple[list[str], list[str]]:
    """Give what a clause asks for as keywords, and those it lifts.

    `before` is the clause before it, which "leave them out" may mean.

    >>> wished(Stance(AGAINST, "giving me tips")), wished(Stance(ALLOW, "ask me questions again"))
    ((['no_advice'], []), ([], ['no_questions']))
    >>> wished(Stance(AGAINST, "advice from my boss"))
    ([], [])
    """
    rest = stance.rest
    if (
        before
        and (stance.kind != FOR or _USE.match(rest))
        and _THEM.fullmatch(rest)
        and (not stance.mine or _IMPERSONAL.match(before))
    ):
        rest = "" if _OTHERS.search(before) else before
        found = [name for name, pattern in BEHAVIOURS.items() if pattern.search(rest)][:1]
        return (found, []) if stance.kind == AGAINST else ([], found)
    if _OTHERS.search(_TO_THEM.sub("", rest)) or (stance.mine and _MY_DOING.match(rest)):
        return [], []
    found = [name for name, pattern in BEHAVIOURS.items() if pattern.search(rest)]
    short = SHORTS.search(rest) is not None
    if stance.kind == AGAINST:
        if short and "brief" not in found:
            return [], ["brief"]
        return _unwanted(stance, found), []
    asked, lifted = _asked_for(stance, short, found)
    if stance.kind == ALLOW and _RULE.search(stance.by):
        ruled = [*found, *(name for name in asked if name not in found)]
        return [], ruled  # "forget what I said about keeping it short"
    if stance.kind == FOR and TOO_SHORT.search(rest):
        return [], ["brief"]
    if stance.kind == ALLOW:
        return asked, [] if asked else found
    return asked, lifted


def _unwanted(stance: Stance, found: list[str]) -> list[str]:
    if "no_questions" in found and avoided(stance):
        found.remove("no_questions")  # "stop asking about my exam"
    if _BARE.search(stance.by) and any(found):
        last = max(
            one.end() for name in found for one in [BEHAVIOURS[name].search(stance.rest)] if one
        )
        if _GOES_ON.search(stance.rest, last):
            return []  # "no advice helped me"
    essays = ESSAYS.search(stance.rest) and not (stance.mine and not _GETS.match(stance.rest))
    return [*found, "brief"] if essays and "brief" not in found else found


def _asked_for(stance: Stance, short: bool, found: list[str]) -> tuple[list[str], list[str]]:
    rest = stance.rest
    listen = LISTENS.search(rest) and (stance.by or not rest.startswith("listen"))
    short = short or (stance.by == "pleases" and SHORTS.search(f"{rest} is") is not None)
    wishes = [
        name
        for name, asked in (
            ("no_advice", listen),
            ("no_questions", FEWER.search(rest) or TOO_MANY.search(rest)),
            ("brief", short or YOURS_LONG.search(rest)),
            ("no_memories", RESTS.search(rest)),
            ("no_emoji", TEXT.search(rest)),
        )
        if asked
    ]
    if not wishes and re.match(
        rf"(?:give me |write |send |have )?(?:longer|more detailed) {SAID}", rest
    ):
        wishes.append("detailed")
    asked = _ASKS_AGAIN.match(rest) or stance.by == "pleases" or _ONCE_MORE.search(rest)
    asked = asked or (stance.kind == FOR and _PLEASED.match(stance.by))
    return wishes, [name for name in found if asked and not wishes]


def avoided(stance: Stance) -> str:
    """Give what a clause asks not to speak of, in its words; "" if nothing.

    >>> avoided(Stance(AGAINST, "bringing up my divorce again"))
    'my divorce'
    >>> avoided(Stance(FOR, "my divorce is off limits"))
    'my divorce'
    """
    rest = stance.rest
    if stance.kind == AGAINST:
        match = _TOPIC.match(rest) or (_DROPPING.search(stance.by) and _NAMED.match(rest))
    else:
        match = _OFF_LIMITS.match(rest) or _LEFT_OUT.match(rest)
    said = match["o"] or match.groupdict().get("but") if match else ""
    return _subject(said or "") if stance.kind != ALLOW else ""


def allowed(stance: Stance) -> str:
    """Give what a clause says can be spoken of again, in its words; "" if nothing."""
    rest = re.sub(r"^(?:to|if you|when you|that you|about|with) ", "", stance.rest)
    asks = stance.by or _REQUESTS.match(rest)
    if stance.kind == AGAINST or (stance.kind == FOR and not asks):
        return ""
    match = _TOPIC.match(rest) or (stance.kind == ALLOW and _NAMED.match(rest))
    return _subject(match["o"]) if match else ""


def _subject(said: str) -> str:
    known = any(pattern.search(said) for pattern in BEHAVIOURS.values())
    return "" if known or _NO_TOPIC.search(said) else said.strip()


__all__ = ["allowed", "avoided", "wished"]

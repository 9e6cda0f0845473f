"""The matters in which somebody can wish to be treated one way or another, by their words."""

from __future__ import annotations

import re

from cognition.organs.basal_ganglia.stances import AGAINST, ALLOW, FOR, Stance

# what other people do, or what is done elsewhere, is no wish of how to be treated here
_OTHERS = re.compile(
    r"\b(?:he|she|they|him|her|his|their|them|people|others|everyone|everybody|anyone|strangers"
    r"|no one|(?:my|the) \w+'s|from (?:my|the|a)|by (?:my|the)|to my|at (?:work|school|home|uni"
    r"|the)|in (?:the|this|our|a) (?!past|chat)|so far|yet|left)\b"
)
_MY_DOING = re.compile(
    r"(?:answering|give|offer|ask|use|write|send|suggest|fix|solve|skip|drop|keep|make)\b"
)
_ADVICE = (
    r"\badvice|\badvis(?:e|ed|ing)\b|\btips?\b|\bsuggest(?:ions?|ing|ed)?\b|\bsolutions\b"
    r"|\ba solution$|\bsolv(?:e|ing|ed)\b|\brecommend\w*|\bpointers\b|\blectur(?:e|es|ing)\b"
    r"|\b(?:tell|telling|told) me (?:what (?:i (?:should|could|ought to|have to|must)|to)"
    r"|how (?:i should|to))\b|\bwhat (?:i should|to) do\b|\bfix(?:ing|es)?(?: (?:it|this|that|me"
    r"|things|anything|everything|my \w+))?(?: for me)?$"
)
_LISTEN = (
    r"^(?:i am )?(?:just |only |here |to |simply )*(?:listen(?: to me)?(?= |$)(?! to (?!me))"
    r"|be there|hear me out|be heard|(?:let me (?:just )?|to )?(?:vent|rant)\b"
    r"|someone (?:to listen|who listens)|a listener|(?:an? )?(?:open )?ear$)"
)
_ASK = (
    r"\bquestions?\b|\b(?:question|interrogat|quizz|grill)(?:e|ing)?\b(?: me)?|\b(?:be|being"
    r"|get) (?:asked|questioned)\b|\bask(?:ing)?(?: me)?(?: (?:any|some|so many|that many"
    r"|too many|all these|all those))?(?: (?:anything|things|stuff|something|so much|that much"
    r"|too much|so often|all the time|every time|less|away|again|now))*$"
)
_SAID = r"(?:answers?|repl(?:y|ies)|messages?|texts?|responses?|sentences?|explanations?)"
_LONG = (
    rf"\b(?:long(?:er|-winded)?|lengthy|wordy|detailed)(?: {_SAID}|$)|\bso long\b"
    r"|\bwalls? of text\b|\brambl\w+|\bwaffl\w+|\b(?:writ(?:e|ing)|say(?:ing)?|talk(?:ing)?"
    r"|text(?:ing)?) (?:\w+ )?(?:so|that|this|too|as) much\b|^(?:far |way |a bit )*too much$"
    r"|\btext$|\bwords$|\bgo(?:ing)? on(?: and on)?$|\b(?:write|say|tell me) (?:\w+ )?more\b"
    r"|\b(?:more|into|in) detail(?:ed)?\b"
)
_ESSAYS = re.compile(r"\b(?:essays?|novels?|paragraphs)\b")
_SHORT = (
    rf"^(?:(?:have|get|give me|send me) )?(?:(?:a (?:bit|little|lot)|much|very|nice and|so"
    rf"|really) )*(?:short(?:er)?|brief(?:er)?|(?:more )?concise|less (?:wordy"
    rf"|long-winded))(?: (?:and|but) \w+)?(?: {_SAID}| ones)?(?: (?:only|please|again|now"
    rf"|from you|too))*$"
    r"|^(?:keep|make|be|prefer|have|like)? ?(?:(?:it|this|that|them|things|your|the|answers?"
    r"|repl\w+|messages?|texts?|responses?|sentences) )*(?:be )?(?:(?:a (?:bit|little|lot)|more"
    r"|much|very|nice and|so|really) )*(?:short(?:er)?|brief(?:er)?|concise|succinct|snapp(?:y"
    r"|ier)|less (?:wordy|long-winded)|to the point)(?= |$)"
    rf"(?! (?!please|now|from|and|for me|again|any ?more|in|with|when|today|{_SAID})\w)"
    r"|^(?:answer|reply|write|respond|talk|speak|say it|put it|sum)\b.*\b(?:brief(?:ly)?"
    r"|concise(?:ly)?|short(?:er)?|less|fewer words|(?:one|a|two|a few) sentences?)\b|^(?:one|a"
    r"|two|a couple of|one or two) (?:sentences?|lines?|words?)(?: or (?:two|so))? (?:is|are|will"
    r"|would|at (?:the )?most|max|tops|only)\b|^get to the point|^(?:write|say|talk) less\b"
    r"|^(?:trim|shorten|condense) |^keep .*\bto (?:a|one|two|a few) (?:sentence|line|word)"
)
_EMOJI = r"\bemoji(?:s|es)?\b|\bsmil(?:ey|ie)s?\b|\bsmiley faces?\b|\bemoticons?\b"
_OLD = (
    r"(?:the past|old (?:things?|stuff|memories|stories|times|days|messages|chats)|(?:what|things"
    r"|stuff|anything|everything) i(?: have| once)? (?:said|told|wrote|mentioned)|my (?:old"
    r"|earlier|past) (?:words|messages|things|stories)|me back(?: to myself)?|memories|reminders)"
)
_PAST = (
    rf"^{_OLD}|\b(?:bring(?:ing)?|dig(?:ging)?|drag(?:ging)?) (?:up )?{_OLD}|\b(?:mention|remind"
    rf"|repeat|recall|quot|rehash|revisit|stir)(?:e|ing|ed)?(?: up)?(?: me)?(?: of| about"
    rf"| with)? {_OLD}|\b(?:talk|talking|hear|hearing|go|going|come|coming|tell|telling|be"
    rf"|being) (?:\w+ ){{0,2}}(?:about|on about|back to|of) {_OLD}|\btell(?:ing)? me {_OLD}"
    rf"|\bliv(?:e|ing) in the past\b"
)
_REST = (
    rf"^(?:to )?(?:let|leave) {_OLD} (?:rest|alone|be|behind|out|lie|go)\b|^(?:let us )?(?:only "
    rf"|just )?(?:talk|stay|speak|focus)"
    r" (?:only )?(?:about|in|on) (?:today|the present|the here and now)\b"
)
_FEWER = re.compile(r"^ask(?:ing)? (?:me )?(?:less|fewer)\b|^(?:less|fewer) questions")
_LEFT = re.compile(rf"^(?:leave|keep|take) (?:\w+ )*?(?:{_EMOJI}) (?:out|away|off)\b")

_PATTERNS = {
    name: re.compile(pattern)
    for name, pattern in (
        ("no_advice", _ADVICE),
        ("no_questions", _ASK),
        ("brief", _LONG),
        ("no_memories", _PAST),
        ("no_emoji", _EMOJI),
    )
}
# "no advice, please" is all that is said; "no advice helped me" goes on
_BARE = re.compile(r"\b(?:no(?: more)?|(?<!do )not|without|less|fewer)\Z")
_BARE_END = re.compile(
    r"(?:advice|tips|suggestions|solutions|questions|emojis?|smileys|smilies|emoticons|faces|text"
    r"|texts|words|messages|answers|replies|stories|things|stuff|past|memories|times|reminders"
    r"|ask(?:ed|ing)?(?: \w+){0,4}|\w+ing \w+(?: \w+){0,5}|asked things|said"
    r"|told you)(?: (?:or \w+|please|thanks|for me|for now|now|today|tonight|from you|this time"
    r"|okay|ok|at all|any ?more|again|ever|all the time|more listening|about .+|needed|only))*$"
)
_LISTENS, _SHORTS, _RESTS = re.compile(_LISTEN), re.compile(_SHORT), re.compile(_REST)
_YOURS_LONG = re.compile(
    rf"^(?:your|that|this) (?:\w+ )?(?:{_SAID} )?(?:are|is|was|were|get) (?:\w+ )?(?:too"
    rf"|so) (?:long|wordy|detailed)$|^(?:can|could|should"
    rf"|would) your {_SAID} be (?:\w+ )?(?:short|brief)"
)
_TOO_MANY = re.compile(r"^(?:far |way )?too many questions\b")

_TALK = (
    r"(?:mention(?:ing)?|(?:talk|speak)(?:ing)? (?:about|of)|bring(?:ing)? up|hear(?:ing)? about"
    r"|ask(?:ing)? (?:me )?(?:anything |questions )?(?:about|how|when|what|if|whether)"
    r"|discuss(?:ing)?|go(?:ing)? on about|touch(?:ing)? on|questions? (?:about|on)|(?:word|talk"
    r"|chat) (?:about|of|on)|com(?:e|ing) back to|get(?:ting)? into|go(?:ing)? into"
    r"|dwell(?:ing)? on|be(?:ing)? (?:asked|reminded) (?:about|of)|remind(?:ing)? me (?:of|about)"
    r"|rais(?:e|ing))"
)
_TOPIC = re.compile(
    rf"^(?:to )?(?:ever )?(?:{_TALK}|(?:bring|bringing) (?=(?:my|the|our) [\w' -]+ up\b))\s+"
    r"(?P<o>[\w' -]{2,40}?)(?: (?:up|again|any ?more|any longer|ever|please|today|now|at all"
    r"|with me|all the time|went|goes|is going|was|either|for now|right now))*$"
)
_NAMED = re.compile(
    r"^(?:(?:the )?(?:subject|topic|matter) of )?(?P<o>(?:my|the|our) [\w' -]{2,40}?)(?: (?:topic"
    r"|subject|stuff|thing|talk))?(?: (?:please|now|again|any ?more))*$"
)
_OFF_LIMITS = re.compile(
    r"^(?P<o>(?:my|the|our) [\w' -]{2,40}?) (?:is|are) (?:now )?(?:off limits|off the table|taboo"
    r"|not up for (?:discussion|debate)|(?:an? )?(?:\w+ )?(?:sore|touchy|taboo|sensitive|closed"
    r"|private) (?:subject|topic|point|matter|spot)|none of your business"
    r"|not something i (?:want|like|wish|feel like))(?: to (?:talk about|discuss))?(?: (?:now"
    r"|from now on|please|here|okay|again))*$"
)
_LEFT_OUT = re.compile(
    r"^(?:to )?(?:leave|keep) (?P<o>(?:my|the|our) [\w' -]{2,40}?) (?:out of|out|alone|to myself"
    r"|private)\b|^(?:talk|speak|chat) about (?:something|anything) (?:other than|besides|except"
    r"|but) (?P<but>(?:my|the|our) [\w' -]{2,40})"
)
_NO_TOPIC = re.compile(
    r"\b(?:it|that|this|things?|stuff|me|you|myself|with|from|at|to|because|when|past|days?"
    r"|weeks?|weekend|life)\b|^(?:so|too|any)\b"
)
_DROPPING = re.compile(r" drop\Z|\bspare me\Z|\b(?:avoid|enough|no more|not another)\b")
_ASKS_AGAIN = re.compile(
    r"(?:some|any|your|more|an?|the|give me|use|send|ask|do|remind|bring|to hear|write as much"
    r"|emojis?|advice|tips|questions|suggestions?|advise)\b"
)


def wished(stance: Stance) -> tuple[list[str], list[str]]:
    """Give what a clause asks for as keywords, and those it lifts.

    >>> wished(Stance(AGAINST, "giving me tips")), wished(Stance(ALLOW, "ask me questions again"))
    ((['no_advice'], []), ([], ['no_questions']))
    >>> wished(Stance(AGAINST, "advice from my boss"))
    ([], [])
    """
    rest = stance.rest
    if _OTHERS.search(rest) or (stance.mine and _MY_DOING.match(rest)):
        return [], []
    found = [name for name, pattern in _PATTERNS.items() if pattern.search(rest)]
    short = _SHORTS.search(rest) is not None
    if stance.kind == AGAINST:
        if short and "brief" not in found:
            return [], ["brief"]
        return _unwanted(stance, found), []
    if stance.kind == ALLOW:
        return [], found
    return _asked_for(stance, short, found)


def _unwanted(stance: Stance, found: list[str]) -> list[str]:
    if "no_questions" in found and avoided(stance):
        found.remove("no_questions")  # "stop asking about my exam"
    if _BARE.search(stance.by) and any(found) and not _BARE_END.search(stance.rest):
        return []  # "no advice helped me"
    essays = _ESSAYS.search(stance.rest) and not stance.mine
    return [*found, "brief"] if essays and "brief" not in found else found


def _asked_for(stance: Stance, short: bool, found: list[str]) -> tuple[list[str], list[str]]:
    rest = stance.rest
    listen = _LISTENS.search(rest) and (stance.by or not rest.startswith("listen"))
    wishes = [
        name
        for name, asked in (
            ("no_advice", listen),
            ("no_questions", _FEWER.search(rest) or _TOO_MANY.search(rest)),
            ("brief", short or _YOURS_LONG.search(rest)),
            ("no_memories", _RESTS.search(rest)),
            ("no_emoji", _LEFT.search(rest)),
        )
        if asked
    ]
    if not wishes and re.match(
        rf"(?:give me |write |send |have )?(?:longer|more detailed) {_SAID}", rest
    ):
        wishes.append("detailed")
    asked = _ASKS_AGAIN.match(rest)
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
    rest = re.sub(r"^to ", "", stance.rest)
    if stance.kind == AGAINST or (stance.kind == FOR and not stance.by):
        return ""
    match = _TOPIC.match(rest) or (stance.kind == ALLOW and _NAMED.match(rest))
    return _subject(match["o"]) if match else ""


def _subject(said: str) -> str:
    known = any(pattern.search(said) for pattern in _PATTERNS.values())
    return "" if known or _NO_TOPIC.search(said) else said.strip()


__all__ = ["allowed", "avoided", "wished"]

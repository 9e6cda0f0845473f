"""What somebody asks for or against, whatever it is: every way of asking made one imperative."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

FOR, AGAINST, ALLOW = "for", "against", "allow"

_NOT = re.compile(
    r"\b(do|does|did|is|are|was|were|would|could|should|have|has|need|must)n'?t\b|\b(ca)n'?t\b"
    r"|\b(wo)n'?t\b|\bcannot\b"
)
_SHORT = {
    "i'd": "i would", "i'm": "i am", "i've": "i have", "i'll": "i will", "it's": "it is",
    "it'd": "it would", "you're": "you are", "you'd": "you would", "let's": "let us",
    "that's": "that is", "there's": "there is", "we're": "we are", "dont": "do not",
    "wanna": "want to",
}  # fmt: skip
_SHORTENED = re.compile(r"\b(?:" + "|".join(_SHORT) + r")\b")
_CLAUSE = re.compile(
    r"[.,;:!?()…]+|\s[-–—]+\s|\s(?:and|but|so|because)\s+(?=(?:please|do not|no |stop|just|keep"
    r"|you )\b)"
)
_LEAD = re.compile(
    r"(?:(?:please|pls|hey|hi|ok|okay|so|well|and|but|then|also|actually|honestly|seriously"
    r"|really|maybe|perhaps|for once|from now on|in future|in general|as of now|by the way|btw"
    r"|today|again|tonight|now|oh|sorry|look|kindly|i think|i guess|i said|as i said)\s+)+"
)
# "if you stopped", "I would rather you gave": said in the past, meant for what is to come
_PAST = {
    "did not": "do not", "stopped": "stop", "quit": "quit", "skipped": "skip", "listened": "listen",
    "asked": "ask", "used": "use", "kept": "keep", "gave": "give", "wrote": "write", "made": "make",
    "called": "call", "left": "leave", "dropped": "drop", "could": "", "would": "", "were": "be",
    "avoided": "avoid", "answered": "answer", "replied": "reply", "held": "hold", "cut": "cut",
    "not": "do not", "just": "just", "brought": "bring", "reminded": "remind", "addressed":
    "address", "talked": "talk", "spared": "spare",
}  # fmt: skip
_JUST = (
    r"(?:(?:please|maybe|perhaps|just|kindly|also|try to|try and|at least|only|really|simply) )*"
)
# what asks politely, and what is left of it as an imperative
_ASKING: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern), core)
    for pattern, core in (
        (
            r"i (?:would |will )?(?:rather|prefer|like|love|appreciate|feel \w+"
            r"|be (?:\w+ )?\w+)(?: it)?(?: if| when| that)? you (?!to\b)|it (?:would"
            r"|will) (?:really )?(?:help|be (?:\w+ )?\w+|mean a lot)"
            rf"(?: to me| me)? if you {_JUST}|it (?:helps|is better) (?:me )?(?:if|when) you ",
            "past",
        ),
        (r"i (?:do not|no longer) (?:want|need|like)(?: for)? you (?:to )?", "do not "),
        (
            rf"i (?:would |only |just |really )*(?:want|need|like|prefer"
            rf"|love)(?: for)? you to {_JUST}",
            "",
        ),
        (
            r"i (?:really )?(?:hate|dislike|do not like|can not stand) it (?:when|if) you ",
            "do not ",
        ),
        (
            r"it (?:hurts|annoys|bothers|stresses|upsets|irritates|bugs)(?: me)? (?:when|if"
            r"|that) you (?:always |keep |constantly )*",
            "do not ",
        ),
        (r"i (?:really )?wish you would not ", "do not "),
        (r"i (?:really )?wish you would ", ""),
        (r"it is not ", "i do not want "),
        (r"(?:would|do) you mind not ", "do not "),
        (rf"(?:can|could|would|will) you {_JUST}not ", "do not "),
        (rf"(?:can|could|would|will) you {_JUST}(?:mind )?", ""),
        (r"(?:can|could|shall|should) we (?:please )?(?:not|stop) ", "do not "),
        (r"let us not ", "do not "),
        (
            r"(?:can|could|shall|should) we (?:please |just )*|let us (?:just )?|i would (?:like"
            r"|love|prefer)(?: it if)? (?:for )?us to ",
            "",
        ),
        (
            r"you (?:should|must|need|ought) not (?:to )?|(?:you"
            r"|we) (?:really )?do not (?:always |really )?(?:have|need) to(?: keep| always)? "
            r"|(?:there is )?no need to |try not to ",
            "do not ",
        ),
        (rf"you (?:should|must|have to|need to|ought to) {_JUST}", ""),
        (r"(?:there is )?no need for ", "no "),
        (r"i (?:would rather|would prefer(?: to)?|prefer(?: to)?) not (?:to )?", "no "),
    )
)
_ALLOW = re.compile(
    r"(?:you|we) (?:can|may|could|are (?:allowed|welcome|free) to)\b|feel free\b|go ahead\b"
    r"|it is (?:totally |all |now |perfectly )?(?:ok|okay|fine|alright|right|cool"
    r"|no problem)(?: (?:now|again|with me))*(?: (?:to|if you|for you to))?\b|i (?:do"
    r"|would) not (?:really )?mind\b|i am (?:now |again |totally )?(?:ok|okay|fine|cool|good"
    r"|happy|comfortable) with\b|i am (?:now )?(?:ready|open|happy|glad) (?:to|for)\b|(?:forget"
    r"|ignore|scratch|never mind) what i said(?: about)?|bring back\b|put (?=.* back$)|start\b"
    r"|i miss\b|i can (?=talk|speak|discuss)"
)
_AGAIN = re.compile(
    r"(?P<o>[\w' ]+?) (?:is|are) (?:now )?(?:(?:fine|ok|okay|welcome|allowed|all right"
    r"|alright)(?: again| now| with me| by me)*|(?:not|no longer) (?:off limits|taboo"
    r"|a problem)(?: any ?more)?)$"
)
_AGAINST = re.compile(
    r"(?:do not|never)(?! (?:you|i|we|worry)\b)(?: ever| always| keep| even)?\b|(?:no more|no"
    r"|without|less|fewer|not(?= \w+$)|not (?:so many|so much|another|any more"
    r"|a single))(?! one\b)\b|enough(?: already)?(?: with| of| about)?(?: all)?\b|(?:stop"
    r"|quit)(?: it)?(?: with)?\b|(?:avoid|skip|drop|forget(?: about)?|lose|ditch|save|spare me"
    r"|leave out|leave off|put away|turn off|get rid of|remove|delete|keep(?=.* to (?:yourself"
    r"|a minimum)$)|cut(?: it)?(?: out| down| back)?(?: on| with)?|refrain from|lay off"
    r"|ease (?:up|off)(?: on)?|go eas(?:y|ier) on|hold (?:back|off)(?: on| with)?)\b|i (?:really "
    r"|honestly |absolutely )*(?:(?:do not|no longer|never) (?:really |even )?(?:want|need|like"
    r"|enjoy|appreciate|feel like|care for|wish)|hate|dislike|can ?not (?:stand|bear|take"
    r"|deal with|handle|cope with)|am (?:so |really |just )?(?:tired|sick) of|am (?:fed up|done"
    r"|through|finished)(?: with)?|have had enough(?: of)?|(?:can|could) do without"
    r"|am not (?:looking for|asking for|after|here for|in the mood for|ready for|ready(?= to)"
    r"|up for|(?:a |a big )?fan of|keen on|fond of|big on)|can not (?=talk|discuss|speak"
    r"|hear))(?: to)?\b|you (?:are |always |really )*(?:ask|us|writ|talk|send|giv|say)(?:e"
    r"|ing)?(?: me)? (?=(?:far |way |a bit )*too)"
)
_CONDITION = re.compile(r"\s+(?:unless|until|if|when|whenever) (?:i|we|you)\b.*$")
_ANNOYS = re.compile(
    r"(?:(?:your|these|those|the|all|little) )*(?P<o>[\w ]+?) (?:really )?(?:annoys?|bothers?"
    r"|irritates?|(?:tire|stress|exhaust)(?:s|es)? me|wears? me out|gets? (?:to me|on my nerves)"
    r"|(?:do|does) not help|(?:is|are) (?:not (?:needed|necessary|helpful)|annoying|too much"
    r"|unnecessary|not for me)|drives? me)\b"
)
_WANTING = re.compile(
    r"i (?:(?:would|only|just|really) )*(?:like|love|prefer|want|need|rather(?: have)?"
    r"|appreciate)(?: to (?:have|get))? |i could (?:really )?(?:use|do with) "
)


@dataclass(frozen=True, slots=True)
class Stance:
    """What is asked for, asked not to be, or allowed again, and the words `by` which it is.

    `mine` says that the I would be who does it: "I don't want to give advice".
    """

    kind: str
    rest: str
    by: str = ""
    mine: bool = False


def plain(text: str) -> str:
    """Write a sentence in small letters, without contractions.

    >>> plain("I’d rather you didn't.")
    'i would rather you did not.'
    """
    low = text.lower().replace("’", "'")
    low = _SHORTENED.sub(lambda match: _SHORT[match[0]], low)
    return _NOT.sub(_negated, low)


def _negated(match: re.Match[str]) -> str:
    if match[1]:
        return f"{match[1]} not"
    return "will not" if match[3] else "can not"


def stances(sentence: str) -> Iterator[Stance]:
    """Give what each clause of a sentence asks for, against or allows.

    Only what a clause begins with counts: "my mother never stops asking" asks for nothing.

    >>> [(one.kind, one.rest) for one in stances("Could you stop giving me tips?")]
    [('against', 'giving me tips')]
    >>> [(one.kind, one.rest) for one in stances("I'd rather you didn't give me tips.")]
    [('against', 'give me tips')]
    """
    for clause in _CLAUSE.split(plain(sentence)):
        bare = f"{' '.join((clause or '').split())} "
        lead = _LEAD.match(bare)
        if bare := bare[lead.end() if lead else 0 :].strip():
            stance = _stance(bare)
            yield stance
            if stance.kind == FOR and " without " in stance.rest:
                yield Stance(AGAINST, stance.rest.split(" without ", 1)[1], "without")


def _stance(clause: str) -> Stance:
    """Take the words that ask off a clause; what is left is an imperative, with or without a no."""
    by, mine = "", clause.startswith("i ")
    for pattern, core in _ASKING:
        if match := pattern.match(clause):
            rest, by = clause[match.end() :], match[0]
            mine = core == "no " and mine
            clause = _present(rest) if core == "past" else core + rest
            break
    else:
        if found := _plainly(clause):
            return found
    clause = _CONDITION.sub("", clause)
    clause = re.sub(r"^(?:please|try to|just(?= (?:do not|stop|no)\b)) ", "", clause)
    if match := _AGAINST.match(clause):
        mine = mine or match[0].startswith("i ")
        return Stance(AGAINST, clause[match.end() :].strip(), f"{by}{match[0]}", mine)
    if match := _WANTING.match(clause):
        rest = clause[match.end() :]
        if denied := re.match(r"(?:no|not|fewer|less)\b", rest):
            return Stance(AGAINST, rest[denied.end() :].strip(), match[0], mine=True)
        return Stance(FOR, rest, match[0])
    return Stance(FOR, clause, by)


def _plainly(clause: str) -> Stance | None:
    """Read a clause that says what is fine, or what annoys."""
    if match := _ALLOW.match(clause):
        return Stance(ALLOW, clause[match.end() :].strip(), match[0])
    if match := _AGAIN.match(clause):
        return Stance(ALLOW, match["o"], "again")
    if match := _ANNOYS.match(clause):
        return Stance(AGAINST, match["o"], "annoys")
    return None


def _present(rest: str) -> str:
    rest = re.sub(r"^(?:(?:only|just|really|simply|maybe) )+", "", rest)
    first, _, more = rest.partition(" ")
    both = " ".join([first, more.split(" ", 1)[0]])
    if both in _PAST:
        return f"{_PAST[both]} {more.split(' ', 1)[1] if ' ' in more else ''}".strip()
    return f"{_PAST.get(first, first)} {more}".strip()


__all__ = ["AGAINST", "ALLOW", "FOR", "Stance", "plain", "stances"]

"""Tell what an utterance does: one table of rules, read from the top."""

from __future__ import annotations

import re
from collections.abc import Sequence

from cognition.regex import regex

_EDGE = regex(r"^[\W_]+|[\W_]+$")

_YOU = (
    r"(?:\s+(?:there|all|everyone|everybody|guys|friend|my\s+friend|again|kindred|buddy|mate|\w+))?"
)
_GREETING = (
    rf"(?:hi+|hiya|hey+|hello+|helloo+|howdy|yo|greetings|sup|hey\s+there|hi\s+there|hello\s+there|"
    rf"good\s+(?:morning|afternoon|evening|day)|morning|evening|welcome\s+back|"
    rf"it['’]?s\s+(?:only\s+)?(?:me|(?-i:(?!I\b)[A-Z][a-z]+))(?:\s+(?:again|here))?|"
    rf"(?:it['’]?s\s+)?(?:nice|good|great|lovely)\s+to\s+(?:see|meet|hear\s+from)\s+you){_YOU}"
    rf"(?:\s+again)?"
)
_SOON = r"(?:\s+(?:tomorrow|soon|later|then|next\s+\w+|tonight|on\s+\w+|again(?:\s+soon)?|around))?"
_FAREWELL = (
    rf"(?:(?:ok(?:ay)?|well|alright|right|anyway|thanks)\s+)?(?:(?:good\s*)?bye+(?:\s*-?\s*bye)?|bye\s+for\s+now|good\s*nig?h?te?|night(?:y?\s+night)?|gn+(?:8|ight)?|nite|g2g|gtg|ttyl|cya|brb|"
    rf"farewell|ta[\s-]?ra+(?:\s+then)?|ciao|cheerio|so\s+long|take\s+care(?:\s+of\s+yourself)?|sleep\s+well|sweet\s+dreams|"
    rf"(?:i['’]?ll\s+)?(?!.*\b(?:him|her|them|my|about|that|it|doctor|boss)\b)(?:see|talk|speak|catch|chat)(?:\s+(?:to|with))?(?:\s+(?:you|ya|u))?(?:\s+up)?{_SOON}|"
    rf"(?:(?:ok(?:ay)?|well|alright|anyway)[\s,]+)?(?:i\s+)?(?:(?:have|need|should|['’]ve|got|gotta)\s*)+(?:to\s+)?"
    rf"(?:go|run|head\s+(?:out|off)|leave)(?:\s+(?:now|to\s+(?:bed|sleep|work)))?|"
    rf"have\s+a\s+(?:good|great|nice|lovely|wonderful)\s+(?:one|day|night|evening|weekend|week|time|trip)|"
    r"(?:i['’]?ll|i['’]?d\s+better|i\s+must|better)\s+be\s+(?:off|going)(?:\s+(?:then|now))?|"
    r"until\s+(?:next\s+time|tomorrow|then)|(?:i['’]?m\s+)?(?:off|going)\s+to\s+(?:bed|sleep)(?:\s+now)?"
    rf"){_YOU}"
)
_WHY_THANKED = (
    r"(?:\s+(?:so|very)\s+much|\s+a\s+(?:lot|bunch|million|ton)|\s+again|"
    r"\s+(?:for|to)\s+.{1,60}|\s+\w+)?"
)
_THANKS = (
    r"(?:that|this|it|you)(?:['’]?s|['’]?ve|\s+(?:is|was|really|has|have|all|did|been))*\s+"
    r"(?:help(?:ed)?|helpful|useful|a\s+(?:(?:big|great|real)\s+)?(?:help|comfort)|(?:very\s+|so\s+)?(?:kind|nice|sweet)\s+of\s+you)"
    r"(?:\s+(?:a\s+lot|me|a\s+bit|so\s+much))*|(?:(?:ok(?:ay)?|oh|great|cool|alright|perfect|good|right)\s+)?"
    rf"(?:(?:many|much|no|so\s+many)\s+)?(?:thanks+|thank\s+(?:you|u|god\s+for\s+you)|thx|ty|tysm|cheers|"
    rf"much\s+appreciated|(?:i\s+)?(?:really\s+)?appreciate\s+(?:it|that|you|this)|(?:i['’]?m\s+)?(?:so\s+)?grateful)"
    rf"{_WHY_THANKED}(?:\s+(?:so\s+)?much)?(?:\s*,?\s*\w+)?"
)
_APOLOGY = (
    r"(?:(?:i['’]?m|i\s+am|so|very|really)\s+)*(?:sorry|apologies|my\s+(?:bad|apologies)|forgive\s+me|"
    r"i\s+apologi[sz]e|pardon\s+me|excuse\s+me)"
    r"(?:\s+(?:about|for|that|if|i)\s+.{1,60}|\s+(?:again|everyone|\w+))?"
)
_BACKCHANNEL = (
    r"(?:(?:ok+(?:ay)?|okey|k+|kk|(?:ha|he|hi|ja){2,}h?|ha|(?:lol|lmao|rofl|xd)+h?|haha\w*|hmm*|mm+|m+[\s-]?hm+|u+h[\s-]?hu+h|uh+|"
    r"um+|ah+|oh+|ooh+|aw+|wow+|yay+|yes+|yep|yup|yeah+|ya|no+|nope|nah|sure|right|true|indeed|exactly|totally|"
    r"definitely|absolutely|cool|nice|great|good|fine|awesome|amazing|lovely|sweet|perfect|interesting|really|"
    r"of\s+course|got\s+it|i\s+see|i\s+know|makes\s+sense|no\s+way|no\s+problem|no\s+worries|same(?:\s+here)?|"
    r"me\s+too|sounds\s+good|sounds\s+great|fair\s+enough|alright|all\s+right|gotcha|omg|oh\s+my|not\s+really|"
    r"agreed|maybe|perhaps|whatever|anyway|go\s+on|that['’]?s\s+(?:true|right|great|nice|cool|good)|"
    r"you['’]?re\s+(?:right|welcome)|hm+|meh|ugh+|phew|well|so|and|then)[\s,.!…-]*)+"
)
_INFORM = (
    r"(?:please\s+)?(?:(?:can|could|would|will)\s+you\s+)?(?:please\s+)?"
    r"(?:tell|remind|show)\s+me\s+(?:again\s+)?"
    r"(?:what|where|when|who|whom|whose|why|how|which|if|whether|the\s+name)\b"
)
_WISH = (
    r"call|remind|tell|show|help|give|remember|forget|stop|start|keep|let|make|write|read|play|sing|send|find|book|set|"
    r"check|explain|describe|suggest|recommend|list|note|save|delete|remove|update|change|wake|ask|talk|listen|wait|"
    r"look|come|go|try|take|bring|put|turn|open|close|say|speak|use|avoid|be|don['’]?t|do\s+not|never|always"
)
_REQUEST = (
    rf"(?:please\b.*|(?:can|could|would|will)\s+you\s+(?:please\s+|maybe\s+|just\s+)?(?:{_WISH})\b.*|"
    rf"(?:i\s+(?:want|need)|i['’]d\s+like|i\s+would\s+like)\s+you\s+to\b.*|would\s+you\s+mind\b.*|"
    rf"(?:just\s+|kindly\s+)?(?:call|remind|tell|show|help|give|promise|wake|ask|send|teach)\s+(?:me|us)\b.*|"
    r"(?:please\s+)?(?:don['’]?t|do\s+not|never|stop)\s+(?:ever\s+|always\s+|keep\s+)?"
    r"(?:mention|mentioning|talk|talking|call|calling|bring|bringing|tell|telling|ask|asking|say|saying|remind|reminding|"
    r"use|using|forget|speak|write|show|send|sending|interrupt|interrupting|joke|joking|suggest|give\s+me|giving\s+me|be)\b.*|"
    rf"(?:remember|note|forget|suggest|recommend|explain|describe|write|play|sing|list|delete|remove|save)\s+"
    rf"(?:that|this|my|the|a|an|some|it|to|about|what|how|me|everything|all)\b.*|.*[\s,]please)"
)

# The first rule that fits the whole sentence names its act.
RULES: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (act, regex(pattern, re.IGNORECASE | re.DOTALL))
    for act, pattern in (
        ("backchannel", _BACKCHANNEL),
        ("greeting", _GREETING),
        ("farewell", _FAREWELL),
        ("thanks", _THANKS),
        ("apology", _APOLOGY),
    )
)
_ASKS_TO_DO = regex(_REQUEST, re.IGNORECASE | re.DOTALL)
_ASKS_TO_TELL = regex(_INFORM, re.IGNORECASE)
_OPENING = regex(
    r"^(?:(?:hi+|hey+|hello+|ok(?:ay)?|so|and|well|oh|sorry|thanks|yes|no|yeah|also|but)\b[\s,!.:;-]+)+",
    re.IGNORECASE,
)
_CLAUSES = regex(r"\s*[,;!…]+\s*|\s+[-–—]+\s+")
_ADDRESS = regex(r"(?:bro|mate|pal|man|love|dear|buddy|friend|sweetie|kindred|x+)", re.IGNORECASE)
_MIND = {"farewell": 5, "thanks": 4, "apology": 3, "greeting": 2, "backchannel": 1}


def speech_act(sentences: Sequence[str], questions: Sequence[str]) -> str:
    """Name the act of an utterance: that of its content, or of its formula if it has no content.

    >>> speech_act(["Hi!", "My sister visits on Friday."], [])
    'statement'
    >>> speech_act(["good night, talk tomorrow"], [])
    'farewell'
    """
    if not sentences:
        return "empty"
    asked = set(questions)
    formula = ""
    content: set[str] = set()
    for sentence in sentences[:40]:
        act = _act(sentence, sentence in asked)
        if act in _MIND:
            formula = max(formula, act, key=lambda name: _MIND.get(name, 0))
        elif act:
            content.add(act)
    for act in ("request", "question", "statement"):
        if act in content:
            return act
    return formula or "backchannel"


def _act(sentence: str, asks: bool) -> str:
    bare = _EDGE.sub("", sentence)
    if not bare:
        return "question" if asks and "?" in sentence else "backchannel"
    if not asks and len(bare) <= 90:
        formula = _formula(bare)
        if formula:
            return formula
    opened = _OPENING.sub("", bare)
    if _ASKS_TO_TELL.match(opened):
        return "question"
    if _ASKS_TO_DO.fullmatch(opened) and not (asks and opened.lower().startswith("please ")):
        return "request"
    return "question" if asks else "statement"


def _formula(bare: str) -> str:
    """Name the act of a sentence that is nothing but set phrases; empty if it says more."""
    best = ""
    for clause in _CLAUSES.split(bare):
        if not clause:
            continue
        if best and _ADDRESS.fullmatch(clause):
            continue  # "thanks, bro"
        act = next((name for name, rule in RULES if rule.fullmatch(clause)), "")
        if not act:
            return ""
        best = max(best, act, key=lambda name: _MIND.get(name, 0))
    return best

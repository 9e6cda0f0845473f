"""Cut an utterance into plain clauses, and leave out what nobody asserts.

Questions, hypotheticals, fiction, quotations and jokes end here: no later stage
can make facts of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from cognition.faculties.knowledge.slots import TITLES
from cognition.organs.contractions import in_full
from cognition.regex import regex

# one scan decides whether an utterance can hold a personal fact at all
TRIGGER = regex(
    r"\b(?:[iI]|[iI]'?m|[iI]'?ve|[iI]'?ll|[mM]y|[wW]e|[wW]e're|[wW]e've|[oO]ur|me|(?:[A-Z][\w'-]+"
    r"|[hH]e|[sS]he)(?:'s| (?:is|are"
    r"|was|has|lives?|lived|works?|worked|moved|loves?|likes?|enjoys?|hates?|plays?|studies|studied"
    r"|says?|said|wants?|speaks?|teaches|owns?|adopted|got|died|grew|comes|visits?|turned|who)))\b"
    r"|\b[hH](?:is|er) (?:name|two|three|four)\b"
    r"|\b(?:cancel|postpone|reschedul|called off)",
)

_SPELT = {"i": "I", "favorite": "favourite", "fave": "favourite", "faves": "favourites"}
_SPELLING = regex(rf"\b(?:{'|'.join(_SPELT)})\b(?!')")
_HAS = regex(r"\b(\w+)'s (?=(?:got|been|had|just (?:moved|started)|moved|started|lived|worked)\b)")
_IS = regex(
    r"\b([A-Za-z]\w*)'s (?=(?:a|an|the|not|very|so|really|in|at|from|called|named|allergic|also"
    r"|still|my"
    r"|our|only|now|pregnant|vegan|vegetarian|married|retired|coming|going|visiting|getting|\d+"
    r"|\w+ing)"
    r"\b(?! (?:is|was)\b))"
)
_IS_ON = regex(r"\A(\w+)'s(?= on\b)")  # "Court's on Friday"; not "I'm at Tobias's on Friday"
_NAME_IS = regex(r"\b([Nn]ame)'s\b")
_QUOTED = regex(r'"([^"]*)"|(?:(?<=\s)|^)\'([^\']*\s[^\']*?)\'(?=[\s.,!?]|$)')
_BRACKETED = regex(r"\[[^\]]*\]|\([^)]*\)|https?://\S+")
_SPACES = regex(r"\s+")
_TITLE = regex(rf"\b({'|'.join(map(str.capitalize, TITLES))})\.(?= )")  # its stop ends no clause

_FICTION = regex(
    r"\b(?:in (?:the|this|that|my|a) (?:book(?! (?:club|fair|reading|launch))|novel|story|movie"
    r"|film"
    r"|game|show|play|dream|song|campaign"
    r"|episode|series|sim|fantasy)|my character|the character|role[- ]?play\w*|lyrics|song goes"
    r"|dreamt"
    r"|dreamed (?:that|i|about)|had a dream|pretend\w*|once upon|in character|d&d|hypothetical\w*"
    r"|just kidding|only kidding|jk|kidding|joking|april fool\w*|not really true|in another life"
    r"|in my (?:past|next) life"
    r"|my alter ego|fan ?fic\w*|screenplay|my (?:npc|avatar|oc)\b)",
    re.IGNORECASE,
)
_ROLE_PLAY = regex(r"\b(?:my character|role[- ]?play\w*|pretend\w*|in character|just kidding"
    r"|only kidding|jk|april fool\w*)\b", re.IGNORECASE)  # fmt: skip
_UNREAL = regex(
    r"\b(?:if|unless|whether|wish|imagine|imagining|suppose|supposing|as though|what about"
    r"|let us say|let's say|lets say|assuming|say I|would rather|would have|could have|might|maybe"
    r"|perhaps|possibly|probably|had I)\b",
    re.IGNORECASE,
)
_CONDITION_TAIL = regex(
    r",?\s+(?:if|unless|in case|when|whenever|before|until|as if|whether|once (?:I|we|my)|where) "
    r".*\Z",
    re.IGNORECASE,
)
_WISHED = regex(
    r"\b(?:(?:wants?|hopes?|plans?|planning|going|needs?|trying|able|decided|used|ha(?:ve|s)) to"
    r"|will)\b"
)
_STARTS_UNREAL = regex(
    r"(?:if|unless|whether|suppose|supposing|imagine|pretend|what if|even if|only if|whenever|when"
    r"|once"
    r"|until|assuming|had I|were I)\b",
    re.IGNORECASE,
)
_WHEN_CHILD = regex(r"when (?:I|we) (?:was|were) [^,]{1,40},\s*", re.IGNORECASE)
_LEAD = regex(
    r"(?:oh|well|so|yeah|yea|yes|yep|yup|no|nope|nah|and|but|also|actually|honestly|btw|by the way"
    r"|fyi"
    r"|anyway|anyways|haha\w*|hehe|lol|hey|hi|hello|guess what|you know(?: what)?|to be honest|tbh"
    r"|plus"
    r"|wow|ok|okay|sure|sadly|luckily|unfortunately|fortunately|these days|currently|now|right now"
    r"|thanks"
    r"|thank you|as for me|for me|personally|in fact|hmm+|um+|uh+|ah+|aw+|omg|hooray|yay|great "
    r"news|good news"
    r"|bad news|the thing is|not much|same here|me too|recently|lately|finally|of course|absolutely"
    r"|definitely|totally|exactly|cool|nice|great|awesome|good|fun fact|remember|since|still"
    r"|though|just so you know"
    r"|(?:I am )?(?:so |very |really )?(?:happy|glad|sad|sorry|proud|excited) to (?:say|tell you"
    r"|report)(?: that)?"
    r"|I (?:should|must|have to) (?:say|tell you|mention|admit)(?: that)?|did I (?:tell|mention)\w*"
    r"|I forgot to (?:say|mention|tell you)(?: that)?|(?:let me tell you|I can tell you|I guess|I "
    r"mean)(?: that)?"
    r"|let me introduce myself)"
    r"(?:[,.!:;]+\s*|\s+-+\s+|\s+)(?=\S)",
    re.IGNORECASE,
)
_VOCATIVE = regex(r"[A-Z]\w+[,!]\s+(?=(?:I|my|we|our|My|We|Our)\b)")
_SUBJECT = (
    r"(?:I|we|my|our|he|she|it|they|you|his|her|the|this|that|there|[A-Z][\w']+(?: [A-Z]\w+)?"
    r" (?:is|are|has|lives|works|was|loves|likes|moved|and I))\b"
)
_SPLIT = regex(
    r"\s*;\s*|\s+[-–—]+\s+|\s*\.{2,}\s*|\s*:\s+|(?:,\s*|\s+)(?:and then|and|but|because|cause|cuz"
    r"|coz|since|while"
    r"|although|though|then|so that|so|or|plus|as|which is why|after|whereas)\s+(?:also |now "
    r"|then |that )?(?=" + _SUBJECT + r")|,\s+(?=(?:I|we|my|our|he|she|his|her)\b)",
)
_VERB_SPLIT = regex(
    r",\s+(?=(?:is|has|lives|works|loves|likes|moved|was"
    r"|(?:just|recently) (?:moved|started|finished|got|bought|turned|quit))\b)"
    r"|(?:,\s*|\s+)(?:and|but)\s+"
    r"(?:also |now |then |just |I )?(?=(?:work|live|love|like|hate|have|am|is|are|study"
    r"|play|enjoy|moved|got|adopted|works|lives|loves|likes|hates|has|studies|plays|enjoys|speak"
    r"|speaks"
    r"|started|bought|own|owns|teaches|teach|do not|does not|can not|collect|was born|grew up)\b)"
)
_RELATIVE = regex(r",?\s+who\s+(?=(?:is|was|lives?|works?|has|loves?|likes?|moved|just|plays?"
    r"|enjoys?|studies|teaches|got)\b)")  # fmt: skip
_SENTENCE = regex(r"(?<=[.!?])\s+|\n+")


def sentences_of(text: str) -> list[str]:
    """Split a text at sentence marks and line ends, for percepts that came without sentences."""
    return [part for part in _SENTENCE.split(text) if part.strip()]


def plain(sentence: str) -> str:
    """Spell contractions out, drop quotations, brackets and links; quoted single names stay.

    >>> plain("i'm vegan and my dog's a pug. She said 'I live in Rome'")
    'I am vegan and my dog is a pug. She said '
    """
    text = sentence.replace("’", "'").replace("‘", "'").replace("“", '"').replace("”", '"')
    if "[" in text or "(" in text or "http" in text:
        text = _BRACKETED.sub(" ", text)
    if '"' in text or "'" in text:
        text = _QUOTED.sub(_unquote, text)
    if "'s" in text:
        text = _HAS.sub(r"\1 has ", text)
    text = _SPELLING.sub(lambda match: _SPELT[match[0]], in_full(text))
    if "'s" in text:
        text = _IS_ON.sub(r"\1 is", text)
        text = _NAME_IS.sub(r"\1 is", text)
        text = _IS.sub(r"\1 is ", text)
    text = _TITLE.sub(r"\1", text)
    return _SPACES.sub(" ", text)


def _unquote(match: re.Match[str]) -> str:
    words = match[1] if match[1] is not None else match[2]
    return words if len(words.split()) <= 2 else ""


def staged(text: str) -> bool:
    """Tell whether a whole utterance is play: a role, a pretence, a joke that names itself."""
    return _ROLE_PLAY.search(text) is not None


def unreal(sentence: str) -> bool:
    """Tell whether a sentence supposes, wishes or tells fiction anywhere in it.

    >>> unreal("If Mia moves to Rome, Tom will follow."), unreal("Mia moved to Rome.")
    (True, False)
    """
    return (
        _UNREAL.search(sentence) is not None
        or _FICTION.search(sentence) is not None
        or _STARTS_UNREAL.match(sentence) is not None
    )


def clauses(sentence: str) -> Iterator[str]:
    """Yield the asserted clauses of a plain sentence; "& ..." shares the subject before it."""
    if sentence.rstrip().endswith("?") or _FICTION.search(sentence):
        return
    text = without_lead(sentence.strip(" \t-–—*•>"))
    if childhood := _WHEN_CHILD.match(text):
        text = text[childhood.end() :]
    if _STARTS_UNREAL.match(text):
        return
    text = _CONDITION_TAIL.sub("", text)
    for part in _SPLIT.split(_RELATIVE.sub(" ; who ", text)):
        for number, piece in enumerate(_VERB_SPLIT.split(part)):
            clause = without_lead(piece.strip(" ,.!")) if number == 0 else piece.strip(" ,.!")
            if clause and not _UNREAL.search(clause):
                yield clause if number == 0 else f"& {clause}"
            elif number == 0:
                break  # what hangs on an unreal verb is unreal too
            if _WISHED.search(piece):
                break  # "want to go to college and study law": nobody studies yet


def without_lead(text: str) -> str:
    """Strip what only opens a sentence: "oh well, honestly, ..."."""
    while (lead := _LEAD.match(text)) or (lead := _VOCATIVE.match(text)):
        text = text[lead.end() :]
    return text

"""Plain wording: one way of saying for several, before the tables are tried."""

from __future__ import annotations

import re

_IN_PLACE_OF = tuple(
    (re.compile(pattern, re.IGNORECASE), by)
    for pattern, by in (
        (r"\b(is|are|was|were|do|does|did|has|have|had)n['’]t\b", r"\1 not"),
        (r"\bI['’]m\b", "I am"),
        (r"\b(I|we|they|you)['’]ve\b", r"\1 have"),
        (r"\b(we|they|you)['’]re\b", r"\1 are"),
        (r"\b(he|she|it|who|what|where|that|there)['’]s\b", r"\1 is"),
        (r"\bnot\b(.*?),? (?:any ?more|any longer)\b", r"no longer\1"),
        # where a thing is, in whichever posture
        (
            r"\b(?:lies|stands|sits|hangs|is (?:located|situated|found|lying|standing|sitting|kept"
            r"|stored|placed|positioned|set|parked|hung)|can be found)"
            r"(?= (?:in|inside|on|at|to the|north|south|east|west|left|right|above|below|under"
            r"|behind|next)\b)",
            "is",
        ),
        (
            r"\b(?:do|does) (.+?) (?:stand|lie|sit)(?= (?:to the|north|south|east|west|left|right"
            r"|above|below)\b)",
            r"is \1",
        ),
        (r"\bshares? (?:an? )?(?:flat|house|apartment|home|room|place) with\b", "lives with"),
        (r"\b(?:has |have )?moved in with\b", "lives with"),
        (r"\b(?:is|are|am) living\b", "lives"),
        (r"\b(?:has|have|had) been living\b", "lives"),
        (r"\b(was|were) living\b", "lived"),
        (r"\b(?:has made|makes|made) (?:his|her|their|my) home in\b", "lives in"),
        (r"\bdate of birth\b|\bbirth ?date\b|\bbirthdate\b", "birthday"),
        (r"\bcame into the world\b", "was born"),
        (r"\bsaw the light of day\b", "was born"),
        (r"\b(?:scared|frightened|terrified)(?= of\b)", "afraid"),
        (r"\bfears\b|\bfear\b", "is afraid of"),
        (r"\bcolor\b", "colour"),
        (r"\A(?:it|this) was (?:(?:in|on) )?that ", ""),
        (r"\b(is|are|was|were|has been|have been) always\b", r"\1"),
    )
)
_INVERTED = re.compile(
    r"\A(?P<place>(?:to the )?(?:left|right|north|south|east|west) of .+?) (?P<be>is|are) "
    r"(?P<what>(?:the|an?|my|our) .+|[A-Z][\w-]*)\Z",
    re.IGNORECASE,
)
_APPOSED = re.compile(
    r"\A(?:my|our|the|his|her) (?:[a-z]+ )?[a-z]+ (?=(?-i:[A-Z])[\w-]+ )", re.IGNORECASE
)
_SET_OFF = re.compile(r"\A(?P<who>[A-Z][\w-]+), (?:my|our|the|an?) [a-z -]+, ")


def told(text: str) -> str:
    """Put a sentence that tells something plainly.

    >>> told("To the left of the ball is the box"), told("My pet Rex isn't a wolf any more")
    ('the box is to the left of the ball', 'Rex is no longer a wolf')
    """
    for pattern, by in _IN_PLACE_OF:
        text = pattern.sub(by, text)
    if match := _INVERTED.match(text):
        text = f"{match['what']} {match['be']} {match['place'][0].lower()}{match['place'][1:]}"
    return _SET_OFF.sub(r"\g<who> ", _APPOSED.sub("", text)).strip()


_WHETHER = re.compile(
    r"\A(?:do you know|can you tell me|could you tell me|can you say|tell me|would you say"
    r"|is it true|is it so|is it the case|would it be right|i wonder|any idea)"
    r"(?: (?:if|whether|that))? (?=\S)",
    re.IGNORECASE,
)
_EMBEDDED = re.compile(
    r"\A(?P<ask>where|who|what|how old|how many .+?|which .+?|what .+?) "
    r"(?P<who>(?:the |my )?[\w'’ -]+?) (?P<be>is|are|was)\Z",
    re.IGNORECASE,
)
_CLAUSE = re.compile(r"\A(?P<who>.+?) (?P<be>is|are|was|were|am) (?P<rest>.+)\Z", re.IGNORECASE)
_DOES = re.compile(
    r"\A(?P<who>.+?) (?P<verb>lives|has|carries|belongs|fits) (?P<rest>.+)\Z", re.IGNORECASE
)
_BASES = {"lives": "live", "has": "have", "carries": "carry", "belongs": "belong", "fits": "fit"}
_ASKS = re.compile(
    r"\A(?:who|what|where|when|which|whose|how|in|at|on|by|to|is|are|am|was|were|do|does|did|has|have"
    r"|can|will|would|could)\b",
    re.IGNORECASE,
)


def asked(text: str) -> str:
    """Put a question plainly: "do you know if Mia is in Rome" as "is Mia in Rome".

    >>> asked("Do you know if Mia is in Rome"), asked("Do you know where Mia is")
    ('is Mia in Rome', 'where is Mia')
    """
    whole = _WHETHER.sub("", text)
    for pattern, by in _IN_PLACE_OF:
        whole = pattern.sub(by, whole)
    whole = re.sub(r"\b(?:just|right|directly|immediately)(?= (?:before|after)\b)", "", whole)
    whole = " ".join(whole.split())
    if match := _EMBEDDED.match(whole):
        return f"{match['ask']} {match['be']} {match['who']}"
    if _ASKS.match(whole) or whole == text:
        return whole
    if match := _CLAUSE.match(whole):
        return f"{match['be']} {match['who']} {match['rest']}"
    if match := _DOES.match(whole):
        return f"does {match['who']} {_BASES[match['verb'].lower()]} {match['rest']}"
    return whole


__all__ = ["asked", "told"]

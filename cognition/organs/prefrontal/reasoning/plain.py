"""Plain wording: one way of saying for several, before the tables are tried."""

# patterns and word lists are read more easily unbroken
from __future__ import annotations

import re
from functools import lru_cache

from cognition.organs.prefrontal.reasoning.canonical import Rewrites
from cognition.organs.prefrontal.reasoning.embedding import disembedded
from cognition.organs.prefrontal.reasoning.kin_reading import about_kin
from cognition.organs.prefrontal.reasoning.unwrapping import unwrapped
from cognition.organs.prefrontal.words import lower_first
from cognition.regex import regex

_IN_PLACE_OF = Rewrites(
    (
        (r"\b(is|are|was|were|do|does|did|has|have|had)n['’]t\b", r"\1 not"),
        (r"\bI['’]m\b", "I am"),
        (r"\b(I|we|they|you)['’]ve\b", r"\1 have"),
        (r"\b(we|they|you)['’]re\b", r"\1 are"),
        (r"\b(he|she|it|who|what|where|that|there)['’]s\b", r"\1 is"),
        (r"\bnot\b(.*?),? (?:any ?more|any longer)\b", r"no longer\1"),
        # where a thing is, in whichever posture
        (
            r"\b(?:directly|immediately|exactly|right) "
            r"(?=(?:(?:to|on) the |north|south|east|west|left|right|above|below))",
            "",
        ),
        (r"\b(has|have|had) just\b", r"\1"),
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
        (r"\b(?:lives?|living) together with\b", "lives with"),
        (r"\bresid(e[sd]?|ing)\b", r"liv\1"),
        (r"\bhad a home in\b", "lived in"),
        (
            r"\A(?:I|we) (?:always |usually )?(?:keep|store|have|kept|stored) (?P<x>.+?)"
            r"(?= (?:in|inside|on|under) )",
            r"\g<x> is",
        ),
        (
            r"\A(?:you|we|I) (?:will |can |could )?(?:always )?(?:find|see) (?P<x>.+?)"
            r"(?= (?:in|inside|on|to|north|south|east|west) )",
            r"\g<x> is",
        ),
        (r"\blet go of\b", "dropped"),
        (r"\b(?:started|began|set) (?:out |off )?with\b", "has"),
        (r"\b(?:goes|can go|can fit|will fit|does fit)(?= (?:in|into|inside) )", "fits"),
        (r"\bas for (?P<x>.+?), (?:it|he|she)\b", r"\g<x>"),
        (r"\Acompared (?:with|to) (?P<b>.+?), (?P<a>.+)\Z", r"\g<a> than \g<b>"),
        (
            r"\bthe (?P<n>colour|color|birthday|age|mother|father|home) of (?P<x>.+?) (?=is\b)",
            r"\g<x>'s \g<n> ",
        ),
        (r"\b(?:every one of the|each of the|all the|all of the) ", "all "),
        (r"\A(?:our|my) (?=(?-i:[A-Z]))", ""),
        (r"\b(is|was|are) aged (?P<n>[\w-]+)", r"\1 \g<n> years old"),
        (
            r"\Athere (?:are|is) (?P<n>.+?) between (?P<a>.+?) and the younger (?P<b>.+)",
            r"\g<a> is \g<n> older than \g<b>",
        ),
        (r"(?<=\bthan )(?P<x>.+) (?:is|am|are|does|do)\Z", r"\g<x>"),
        (r"\b(?:scared|frightened|terrified)(?= of\b)", "afraid"),
        (r"\bfears\b|\bfear\b", "is afraid of"),
        (r"\bcolor\b", "colour"),
        (r"\A(?:it|this) was (?:(?:in|on) )?that ", ""),
        (r"\b(is|are|was|were|has been|have been) always\b", r"\1"),
    )
)
_INVERTED = regex(
    r"\A(?P<place>(?:to the )?(?:left|right|north|south|east|west) of .+?) (?P<be>is|are) "
    r"(?P<what>(?:the|an?|my|our) .+|[A-Z][\w-]*)\Z",
    re.IGNORECASE,
)
_APPOSED = regex(
    r"\A(?:my|our|the|his|her) (?:[a-z]+ )?(?!of )[a-z]+ (?=(?-i:[A-Z])[\w-]+ )", re.IGNORECASE
)
_SET_OFF = regex(r"\A(?P<who>[A-Z][\w-]+), (?:my|our|the|an?) [a-z -]+, ")


@lru_cache(maxsize=8192)
def told(text: str) -> str:
    """Put a sentence that tells something plainly.

    >>> told("To the left of the ball is the box"), told("My pet Rex isn't a wolf any more")
    ('the box is to the left of the ball', 'Rex is no longer a wolf')
    """
    text = _IN_PLACE_OF(text)
    if match := _INVERTED.match(text):
        text = f"{match['what']} {match['be']} {lower_first(match['place'])}"
    apposed = _APPOSED.match(text) or _SET_OFF.match(text)
    if apposed is None or about_kin(apposed[0]):
        return text.strip()  # "my sister Mia" says more than who is meant
    return _SET_OFF.sub(r"\g<who> ", _APPOSED.sub("", text)).strip()


_HELD = r"(?:we|they|you|I|everyone|people) (?:all )?(?:had|held|celebrated|attended|went to)"
_ASKED_AS = Rewrites(
    (
        (
            r"(?<=\w) (?:any(?= \w+er than)|still(?= have| carry| hold)"
            r"|now(?= live| have| own| in )|exactly|currently"
            r"|actually|really|probably|presently|indeed|in fact)\b",
            "",
        ),
        (r"\A(when|where|who|what) (?:was|is) it that ", r"\1 "),
        (
            r"\b(?:did|do) (?:we|they|you) (?:all )?(?:have|hold|go to|attend|celebrate) "
            r"(?P<x>the \w+)\Z",
            r"was \g<x>",
        ),
        (
            r"\A(?:on )?(?:which|what) (?:date|day) (?:was|is) it (?:when|that|on which) (?:"
            rf"{_HELD} )?"
            r"(?P<x>the [\w-]+)(?: (?:was(?: held)?|took place|happened|fell)(?: on)?)?\Z",
            r"when was \g<x>",
        ),
        (
            r"\A(?:(?:what|which) (?:is|was) )?the (?:exact )?(?:date|day)"
            rf"(?: that| when| on which)? (?:{_HELD} )?"
            r"(?P<x>the [\w-]+)(?: (?:was(?: held)?|took place|happened|fell)(?: on)?)?\Z",
            r"when was \g<x>",
        ),
        (r"\bwhat (?:number|amount) of\b", "how many"),
        (r"\bwhich things?\b", "what"),
        (
            r"\Awhere (?:will|can|could|would|might|do|should) (?:I|we|one|you) (?:find|look for) ",
            "where is ",
        ),
        (r"\Awhere (?:might|could|would|can|may|will) (?P<x>.+) be\Z", r"where is \g<x>"),
        (r"\Awhat (?:frightens|scares) ", "what is afraid "),
        (
            r"\A(?:what is afraid (?P<x>.+)|of what (?:is|are) (?P<y>.+) afraid)\Z",
            r"what is \g<x>\g<y> afraid of",
        ),
        (
            r"\Ais there (?:room|space|place) (?:in|inside) (?P<b>.+) for (?P<a>.+)\Z",
            r"does \g<a> fit in \g<b>",
        ),
        (
            r"\A(?:is|are) there (?:room|space) for (?P<a>.+) in (?P<b>.+)\Z",
            r"does \g<a> fit in \g<b>",
        ),
        (r"\Awhat (?:is|was) the age of (?P<x>.+?)(?= when| on| in|\Z)", r"how old was \g<x>"),
        (r"\Awhat (?:is|was) the (?:date|day) of ", "when was "),
        (
            r"\A(?!.* (?:before|after|from) )(?:on |in )?(?:which|what) (?:day|date|month|year) "
            r"(?P<x>(?:was|did|is) .+?)"
            r"(?: on| in)?\Z",
            r"when \g<x>",
        ),
        (r"\Ahow long (?:was|is) it in (?P<u>days|weeks|months|years)", r"how many \g<u>"),
        (r"\A(?P<ask>where|who) (?P<x>(?:my |the )?[\w'’ -]+) lives\Z", r"\g<ask> does \g<x> live"),
        (
            r"\A(?!(?:who|whom|what|when|where|how|which|why|did|in|on|at|to|from|of|by)\b)"
            r"(?P<x>.+?) did (?P<y>.+)\Z",
            r"did \g<x> \g<y>",
        ),
    )
)
_FRONTED = regex(
    r"\A(?P<lead>(?:before|after|when|while|in|on|at|by|of|since) [^,]+), "
    r"(?P<ask>(?:where|how|who|what|when|which|did|was|were|is)\b.+)\Z",
    re.IGNORECASE,
)
_CLAUSE = regex(r"\A(?P<who>.+?) (?P<be>is|are|was|were|am) (?P<rest>.+)\Z", re.IGNORECASE)
_DOES = regex(
    r"\A(?P<who>.+?) (?P<verb>lives|has|carries|belongs|fits) (?P<rest>.+)\Z", re.IGNORECASE
)
_BASES = {"lives": "live", "has": "have", "carries": "carry", "belongs": "belong", "fits": "fit"}
_ASKS = regex(
    r"\A(?:who|what|where|when|which|whose|how|in|at|on|by|to|is|are|am|was|were|do|does|did|has|have"
    r"|can|will|would|could)\b",
    re.IGNORECASE,
)


@lru_cache(maxsize=1024)
def asked(text: str) -> str:
    """Put a question plainly: "do you know if Mia is in Rome" as "is Mia in Rome".

    >>> asked("Do you know if Mia is in Rome"), asked("Do you know where Mia is")
    ('is Mia in Rome', 'where is Mia')
    """
    whole = disembedded(unwrapped(text))
    whole = _IN_PLACE_OF(whole)
    if match := _FRONTED.match(whole):
        whole = f"{match['ask']} {lower_first(match['lead'])}"
    whole = _ASKED_AS(whole)
    whole = re.sub(r"\b(?:just|right|directly|immediately)(?= (?:before|after)\b)", "", whole)
    whole = " ".join(whole.split())
    if _ASKS.match(whole) or whole == text:
        return whole
    if match := _CLAUSE.match(whole):
        return f"{match['be']} {match['who']} {match['rest']}"
    if match := _DOES.match(whole):
        return f"does {match['who']} {_BASES[match['verb'].lower()]} {match['rest']}"
    return whole


__all__ = ["asked", "told"]

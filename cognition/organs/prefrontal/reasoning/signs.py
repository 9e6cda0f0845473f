"""By what the reader tells sentences: what is unreal, corrects, goes on, or stands for another."""

# patterns and word lists are read more easily unbroken
# ruff: noqa: E501
from __future__ import annotations

import re
from datetime import timedelta

from cognition.regex import regex

UNREAL = regex(
    r"\b(?:if|would|could(?! not)|might|maybe|perhaps|wish|imagine|hopes?|dreamt|pretend|suppose)\b"
    # what a diary or a passport says is so
    r"|(?<!\bit )(?<!certificate )(?<!passport )(?<!diary )(?<!calendar )(?<!papers )(?<!\bcard )(?<!\bID )(?<!licence )"
    r"\b(?:said|says)\b|\b(?:thinks|claims|believes|doubts?|doubted|denies|denied|disputes|suspects|unlikely)\b|[?]\W*\Z",
    re.IGNORECASE,
)
# what all but happened did not
ALMOST = regex(
    r"\b(?:almost|nearly|all but|as good as) (?:gave|went|got|took|bought|sold|lost|dropped|goes|fits|handed|gives|moved|left|picked|won|found|ran|walked)\b",
    re.IGNORECASE,
)
# what anybody would find is so: "nobody would find Mia there"
ANYONE = regex(r"(?:if |when )?(?:you|one|we|nobody|no one|anyone|anybody)\b", re.IGNORECASE)
CORRECTS = regex(r"\A\W*(?:no|actually|sorry|wait|i was wrong|correction)\b", re.IGNORECASE)
TAIL = regex(
    r",? (?:now|again|today|yesterday|earlier|later|too|as well|at the moment|these days|first"
    r"|this (?:morning|afternoon|evening)|afterwards|then|in the end|for now|last night|at home"
    r"|to begin with|at first|once more|a moment ago|not long ago|a (?:short |little )?while ago|recently|the other day|last (?:week|month|year)|just now|right now|currently)\Z",
    re.IGNORECASE,
)
DENIED = regex(r"\b(?:not|never|no longer)\b|n['’]t\b", re.IGNORECASE)
THEY = regex(r"\A(?:they|both(?: of them)?)\b", re.IGNORECASE)
HE = regex(r"\A(?P<who>he|she|it)\b", re.IGNORECASE)
# not the "it" of "it was only later that", which stands for nothing
OBJECT = regex(
    r"\b(?:it|them)\b(?! (?:was|is|happened|took)\b[^,]*\b(?:before|after|later|earlier|then|that|when)\b)",
    re.IGNORECASE,
)
OWN_THING = regex(
    r"\b(?:the|an?) [\w-]+ and .*\b(?:it|them)\b|\b(?:the|an?) [\w-]+ .*\band it\b", re.IGNORECASE
)
NO_NAMES = ("the", "a", "an", "my", "i", "our")
PARTS = regex(
    r"; |(?<=\w), (?:and|but|while) (?=[A-Z]|he |she |they |I |my )"
    r"(?!.*\b(?:earlier|beforehand|before that|later|afterwards|previously|then)\W*\Z)"
)
GOING = regex(
    r"\A(?:if|when|from|to|go|going|head|heading|walk|walking|leav\w+|start\w*|you|take|travel\w*)\b",
    re.IGNORECASE,
)
AFTERTHOUGHT = regex(r", (?:as )?(?:you|I) (?:know|think|believe|guess|suppose)\Z")
SUPPOSED = regex(r"(?:if|when) (?:you|one|we)\b", re.IGNORECASE)
BY_TABLE = regex(r" (?:is|am|are|called|named|name) ")
AND_THAT = regex(
    r"[;.,]? \(?(?:and )?(?:that|this|it) (?:was|happened|took place) (?=(?:back |sometime |some time )?"
    r"(?:in|on|during|around) (?-i:[A-Z]|the \w+ of|\d)|(?-i:[A-Z])\w+ \d{4})",
    re.IGNORECASE,
)
FOLLOWS = regex(
    r"\A\W*(?:and |but )?(?:(?:some ?time|a (?:little |short |long |good )?(?:while|bit|time)|much|long|shortly|soon|not|so|immediately|right|straight|just|only|directly|\w+ (?:days?|weeks?|months?|years?)),? )*(?P<how>then|after (?:that|this)|afterwards?|later|earlier(?: than (?:that|this))?(?! than)|previously|beforehand|before(?=,)|next|subsequently|thereafter"
    r"|before (?:that|this|then))\b",
    re.IGNORECASE,
)
LATER = regex(
    r" (?P<how>later(?: on)?|afterwards|after that|next|subsequently|thereafter|earlier|before(?:hand| that)|previously)\W*\Z",
    re.IGNORECASE,
)
DAYS = regex(r"\b(?:\w+days?|every|each|morning|evening|week|weekends?)\b", re.IGNORECASE)
ORDERED = regex(
    r"(?:but|and) [A-Z].* (?:earlier|before|previously|(?<!s )(?<!year )(?<!month )(?<!week )(?<!day )(?:later|afterwards|next|second))\Z"
)
YEAR = regex(r"\b\d{4}\b")
LONG = timedelta(days=200)  # from which being in a town is living there
LASTING = ("measured_more", "compared", "afraid", "part", "land", "bigger", "coloured", "is_kind")
OF_KINDS = regex(r"\b(?:afraid of|eats?|fits? in)\b")  # what is always so of a kind
PRESENT = regex(r" (?:is|are|lives?|has|owns?|shares?) ")
COUNTED = ("has_count", "counted_more", "counted_less", "gave_n")
OF_THEM = ("more", "them", "those", "these", "others", "extra", "further")
AND = regex(r",? and |, ")
PLAIN = regex(r"\A[A-Z][\w-]+(?:(?:, | and |, and )[A-Z][\w-]+)+(?= [a-z])")

__all__ = [
    "AFTERTHOUGHT",
    "ALMOST",
    "AND",
    "AND_THAT",
    "ANYONE",
    "BY_TABLE",
    "CORRECTS",
    "COUNTED",
    "DAYS",
    "DENIED",
    "FOLLOWS",
    "GOING",
    "HE",
    "LASTING",
    "LATER",
    "LONG",
    "NO_NAMES",
    "OBJECT",
    "OF_KINDS",
    "OF_THEM",
    "ORDERED",
    "OWN_THING",
    "PARTS",
    "PLAIN",
    "PRESENT",
    "SUPPOSED",
    "TAIL",
    "THEY",
    "UNREAL",
    "YEAR",
]

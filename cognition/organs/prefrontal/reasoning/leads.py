"""What only leads into a sentence: "then", "in the end", "you know that"."""

# patterns and word lists are read more easily unbroken
# ruff: noqa: E501
from __future__ import annotations

import re

from cognition.regex import regex

LEAD = regex(
    r"\A(?:\W*(?:and|then|so|well|also|oh|but|afterwards|later|after that|following that|next(?! to)|soon"
    r"|finally|meanwhile|now|actually|by the way|yesterday|today|earlier(?! than)|first"
    r"|no|sorry|wait|in the end|at last|eventually|just|you know|at first|to begin with|originally"
    r"|in the beginning|at the start|as you know|guess what|again|still|it turns out that|I heard that"
    r"|(?:a|some|not|the|one|two|several|few|shortly|soon|much|only)(?: \w+){0,2} (?:later|afterwards)"
    r"|(?:right|shortly|soon|straight|just|immediately) (?:after|afterwards|thereafter)(?=,)"
    r"|in the meantime|at this point|at that point|at that moment|from there|with that|after this|say hello to"
    r"|meet|thereupon|thereafter|subsequently|presently|before long|in no time|at once|to start with)"
    r"\b,?\s*)+",
    re.IGNORECASE,
)
ASSERTS = regex(
    r"\A(?:(?:(?:as )?(?:I|we|you|everybody|everyone) (?:do )?(?:know|think|noticed?|remember|recall|believe|saw|see|can see"
    r"|can tell you|am sure|heard|learned|found out|understand)(?: for a fact| that|,)"
    r"|it is (?:clear|known|true|a fact|well known|certain|obvious|said|general knowledge) that"
    r"|as (?:I|we|you|everyone) (?:may |all |can )?(?:know|see|said|remember|recall)|as far as I (?:know|remember|recall|can tell)"
    r"|according to (?:the |my |his |her )?\w+|(?:I|we) (?:know|think|believe|remember|recall)(?= [A-Z])|(?-i:[A-Z])\w+ told (?:me|us) that"
    r"|did I (?:tell|mention to) you that|did you know that|in general|as a rule(?= [a-z]|, [a-z])|generally|all in all|as of (?:today|now)|in colou?r"
    r"|as for colou?r|nowadays|these days|in fact|in the (?:group|family)|for your information|by the way)\b,? ?)+",
    re.IGNORECASE,
)

__all__ = ["ASSERTS", "LEAD"]

"""What only leads into a sentence: "then", "in the end", "you know that"."""

# patterns and word lists are read more easily unbroken
# ruff: noqa: E501
from __future__ import annotations

import re

from cognition.regex import regex

_DOCUMENT = (
    r"(?:the|my|our|an?|his|her|their|[A-Z][\w-]+'s) (?:\w+ )?(?:map|atlas|book|guidebook|encyclopa?edia|sign|label|card|globe|teacher|school ?book|textbook|diary"
    r"|calendar|notes?|notebook|planner|agenda|journal|invitation|program(?:me)?|records?|papers?|passport|certificate|ID|register|file|photo|ticket|poster|letter"
    r"|e-?mail|newspaper|schedule|list|log|archives?)(?: of mine)?"
)
LEAD = regex(
    r"\A(?:\W*(?:and|then|so|well|also|oh|but|afterwards|later|after that|following that|next(?! to)|soon"
    r"|finally|meanwhile|now|actually|by the way|yesterday|today|earlier(?: than (?:that|this))?(?! than)|first"
    r"|no|sorry|wait|in the end|at last|eventually|just|you know|at first|to begin with|originally"
    r"|in the beginning|at the start|as you know|guess what|again|still|it turns out that|I heard that"
    r"|(?:a|some|not|the|one|two|several|few|shortly|soon|much|only)(?: \w+){0,2} (?:later|afterwards|earlier(?! than)|before(?=,)|previously|beforehand)"
    r"|(?:right|shortly|soon|straight|just|immediately|some time|long|not long) (?:after|afterwards|thereafter|before)(?=,)|previously|beforehand"
    r"|in the meantime|at this point|at that point|at that moment|from there|with that|after this|say hello to"
    r"|meet|thereupon|thereafter|subsequently|presently|before long|in no time|at once|to start with)"
    r"\b,?\s*)+",
    re.IGNORECASE,
)
ASSERTS = regex(
    r"\A(?:(?:(?:as )?(?:I|we|you|everybody|everyone) (?:do )?(?:knows?|think|remembers|recalls|noticed?|remember|recall|believe|saw|see|can see"
    r"|can tell you|am sure|heard|learned|found out|understand)(?: for a fact| that|,)"
    r"|it is (?:clear|known|true|a fact|well known|certain|obvious|said|general knowledge) that"
    r"|as (?:I|we|you|everyone) (?:may |all |can )?(?:know|see|said|remember|recall)|as far as I (?:know|remember|recall|can tell)"
    r"|according to (?:the |my |his |her )?\w+|(?:I|we) (?:know|think|believe|remember|recall)(?= [A-Z])|(?-i:[A-Z])\w+ told (?:me|us) that"
    r"|did I (?:tell|mention to) you that|did you know that|in general|as a rule(?= [a-z]|, [a-z])|generally|all in all|as of (?:today|now)|in colou?r"
    r"|as for colou?r|nowadays|these days|in fact|in the (?:group|family)|for your information|by the way)\b,? ?)+",
    re.IGNORECASE,
)

# how one came to know what one says, or that one says it: "I tried it, and", "I'd say"
EVIDENCE = regex(
    r"\A(?:(?:I|we)(?:'ve|'d| have| had)? (?:(?:just|already|actually|even|once|all|recently|since|also) )*"
    r"(?:tried|tested|checked|measured|counted|compared|weighed|looked|asked|verified|confirmed|double-checked|made sure|found out|worked it out|had a look|took a look|done the maths|did the maths|had a try|gave it a (?:try|go)|looked it up|watched|timed|raced)"
    r"(?: (?:it|this|that|them|both|the two|everything|again|twice|once|out|myself|ourselves|carefully|closely|side by side|with my own eyes|today|yesterday|earlier|just now|up|around|for myself))*(?:(?:,|;|:| -| –)? (?:and|so)|;|:| -| –| that|,)(?: yes| indeed| sure enough| it turns out(?: that)?|,)* "
    r"|(?:I|we)(?:'d| would|'ll| must| have to| can| can only| dare| might as well| should| do) (?:(?:definitely|certainly|really|honestly) )?(?:say|reckon|argue|admit|tell you|confirm|assure you|swear|add|mention)(?: that|:|,)? "
    r"|(?:I|we) (?:reckon|find|noticed|gather|happen to know|can see|could see|can tell|just know)(?: that)? "
    r"|(?:in my (?:view|opinion|experience|book|eyes|judg(?:e)?ment)|to my mind|to my (?:eye|eyes)|as I see it|the way I see it|from what I (?:can )?(?:see|saw|tell|know|remember)|as far as I(?: can (?:see|tell|say)|'m aware| know| am aware)|by all accounts|by the looks of it|let me tell you|trust me|mark my words|word has it(?: that)?|fun fact|fact)(?:,|:) "
    r"|(?:I|we|you|they) (?:(?:have|had|just|once|all|were|was|got) )*(?:learned|learnt|read|heard|saw|taught(?: us| me)?|told|studied|remember|noticed|discovered|found out|looked up|know|realised|realized|wrote|noted|marked|jotted|put|see|have)"
    r"(?: (?:(?:at|in|on|from|during|over|through) (?:(?:the|a|an|my|our|this) )?[\w-]+(?: (?:class|classes|lessons?|news|book|paper))?|back|down|it down|it|written|written down|in writing|online|today|yesterday|recently|once|long ago|somewhere|as (?:a )?(?:child|kids?|children)))*,? that "
    rf"|(?:in|on|according to|going by|judging by|as per|see|says) {_DOCUMENT},?"
    r"(?: (?:it (?:says|said|states)|(?:I|we|you|they) (?:have|see|find|noted|wrote|read|can see)|there is))?(?: that|:|,)? "
    rf"|{_DOCUMENT} (?:says|said|shows|showed|has it|tells (?:us|me)|told (?:us|me)|taught (?:us|me)|explained|states|stated|reads|notes|records|confirms|mentions)(?: (?:at|in) \w+)?(?: that|:|,)? "
    rf"|{_DOCUMENT} (?:has|gives|lists|puts) (?=the \w+ (?:on|at|for|down) )"
    r")(?=(?-i:[A-Z])|the |my |our |all |every |you can |you could |a |an |there "
    r"|[a-z]+ (?:are (?:[a-z]+ )?(?:afraid|scared|frightened|terrified)|fear|dread|scare|frighten|terrify)\b)",
    re.IGNORECASE,
)

__all__ = ["ASSERTS", "EVIDENCE", "LEAD"]

"""The few words of a sentence that answer a question: a name, a place, a number, what was done."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import partial

from cognition.organs.prefrontal.changed import change
from cognition.organs.prefrontal.place import DAYS, place
from cognition.organs.prefrontal.prices import price
from cognition.organs.prefrontal.question import Question
from cognition.organs.prefrontal.words import STOP, stem, words
from cognition.regex import regex
from cognition.values import TimeSpan

_NUMBER_WORDS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen"
    " twenty thirty"
    " forty fifty hundred once twice several dozen"
)
_NUMBER = regex(
    rf"\b(?:(?:about|around|over|almost|nearly) )?(?:\d[\d,.]*|{'|'.join(_NUMBER_WORDS.split())}"
    rf"|a (?:few|couple of|dozen))"
    r"(?: [a-z][\w-]*){0,2}",
    re.IGNORECASE,
)
_OFTEN = regex(
    r"\b(?:every (?:\w+ ){0,2}\w+|(?:once|twice|\w+ times|a few times) (?:a|per|every) \w+|daily"
    r"|weekly|monthly)\b",
    re.IGNORECASE,
)
_DURATION = regex(
    r"\b(?:for |over |about )*((?:\d+|an?|a few|several|two|three|four|five|six|seven|eight|nine"
    r"|ten|twenty)"
    r"(?: and a half)? (?:years?|months?|weeks?|days?|hours?|minutes?|decades?))\b(?! (?:ago|old))",
    re.IGNORECASE,
)
_UNITS = "one|two|three|four|five|six|seven|eight|nine"
_YEARS = (
    rf"\d{{1,3}}|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:[- ](?:{_UNITS}))?"
    rf"|ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen|{_UNITS}"
)
_AGE = regex(
    rf"\b({_YEARS})[ -]years?[ -]old\b|\bturn(?:ed|ing|s)? ({_YEARS})\b|\b(\d{{1,3}})(?:st|nd|rd"
    rf"|th) birthday\b|\b(?:i'm|is|am|aged?) (\d{{1,3}})\b|\bage (?:of )?({_YEARS})\b"
    rf"|\bwhen (?:i|he|she|they|you) (?:was|were|turned) (?:only |just )?({_YEARS})\b(?! \w)",
    re.IGNORECASE,
)
_TITLE = regex(r"[\"“]([^\"”]{2,80})[\"”]")
_CALLED = regex(
    r"\b(?:called|named|titled|name(?:'s| is| was)|names are|nickname is)\s+(?:her |him |it "
    r"|them )?[\"“]?"
    r"((?:(?:Mrs?|Ms|Dr|Prof|St)\. )?(?:[A-Z][\w'-]*)(?:(?:,| and| of| the)? ?[A-Z][\w'-]*)*)"
)
_WHO_IS = regex(
    r"\bwho(?:['’]?s| is| was) (?:the|my|our|his|her|their|[\w-]+['’]s)\b", re.IGNORECASE
)
_ROLE = regex(
    r"\b(?P<role>\w+)(?:['’]s name)?(?:,? is|,? was|['’]s|,) (?:called |named )?"
    r"(?P<name>(?:(?:Mrs?|Ms|Dr|Prof)\.? )?(?!(?:I|We|The|He|She|It|They|My|Not|So)\b)[A-Z]\w+)"
)
_COLOUR = regex(
    r"\b(?:(?:dark|light|bright|pale) )?(?:red|blue|green|yellow|black|white|gr[ea]y|brown|pink"
    r"|purple|orange|golden|ginger|silver|beige|turquoise|violet|tabby|cream)\b",
    re.IGNORECASE,
)
_ASKS_COLOUR = regex(r"\bcolou?r\b", re.IGNORECASE)
_REASON = regex(
    r"\b(?:because(?: of)?|['’]?cause|cos|coz|cuz|due to|thanks to|so that|in order to"
    r"|so (?:i|we|it) (?:can|could)|(?:since|as) (?=(?:i|we|it|he|she|they|my|there)\b)) ?(.+)",
    re.IGNORECASE,
)
_PURPOSE = regex(
    r"(?<!used )(?<!going )(?<!want )(?<!wants )(?<!got )(?<!have )(?<!has )(?<!had )(?<!need )"
    r"(?<!able )\bto (?!(?:the|a|an|my|our|his|her|their|your|this|that|these|those|you|me|him|them"
    r"|us|it|be able)\b)([a-z].+)"
)
_NAME = regex(
    r"(?:^|(?<=[.!?\"] ))([A-Z][\w'-]+(?: [A-Z][\w'-]+)+)"
    r"|(?<![.!?] )(?<!^)(?<!\")\b([A-Z][\w'-]+(?: [A-Z][\w'-]+)*)"
)
_RELATIVE = regex(
    r"\b((?:my|our|her|his|the|a|some|an) (?:\w+ )?(?:friends?|mom|mum|mother|dad|father"
    r"|sisters?|brothers?|sons?|daughters?"
    r"|family|kids|children|colleagues?|coworkers?|boss|teacher|coach|neighbou?rs?|partner"
    r"|husband|wife|girlfriend"
    r"|boyfriend|grandma|grandmother|grandpa|grandfather|aunt|uncle|cousins?|team(?:mates)?"
    r"|group|teachers?)(?: [A-Z]\w+)?)\b"
)
_PLACED = regex(r"\b(?:in|into|near) \Z", re.IGNORECASE)
_STANDS_IN = regex(r"\b(?:at|to|from|on|of) (?:the )?\Z", re.IGNORECASE)
_LEAD = regex(
    r"^(?:(?:yeah|yep|yup|yes|no|oh|wow|thanks|thank you|hey|hi|well|so|ok|okay|sure|definitely"
    r"|absolutely|actually|cool|man|guess what"
    r"|by the way|btw|and|but|also|great|nice|totally|haha"
    r"|lol)\b(?:,? [A-Z]\w+)?(?: so much)?[,!. ]+)+",
    re.IGNORECASE,
)
_CLAUSE = regex(
    r"\s*(?:[,;:–—]|\s-\s|\bbut\b|\bwhich\b|\band (?=(?:i|it|we|they|he|she|that)\b))\s*",
    re.IGNORECASE,
)
_MOST = 14  # words in a short answer


def short(question: Question, sentence: str) -> str:
    """Cut the words that answer out of a sentence; the whole clause where nothing shorter is sure.

    >>> q = Question(text="Where did Ada go?", kind="where", terms=("go",))
    >>> short(q, "Last week I went to Lyon, it was hot.")
    'Lyon'
    """
    sentence = _LEAD.sub("", sentence).strip() or sentence
    return typed(question, sentence) or _tidy(_news(question, sentence))


def typed(question: Question, sentence: str) -> str:
    """Cut out what the kind of question calls for (a name, a number); empty if not there."""
    return _tidy(_of_kind(question, sentence))


def _of_kind(question: Question, sentence: str) -> str:
    kind = question.kind
    if _ASKS_COLOUR.search(question.text):
        match = _COLOUR.search(sentence)
        return match[0] if match else ""
    if kind == "how_many":
        often = _OFTEN.search(sentence) if "often" in question.text.lower() else None
        return often[0] if often else _how_many(question, sentence)
    if kind == "how_old":
        match = _AGE.search(sentence)
        return next((group for group in match.groups() if group), "") if match else ""
    if kind == "since":
        match = _DURATION.search(sentence)
        return match[1] if match else ""
    if kind == "name":
        match = _TITLE.search(sentence) or _CALLED.search(sentence)
        return match[1] if match else ""
    if kind == "where":
        deed = question.terms[0] if question.terms else ""
        where = place(sentence, deed, partial(_is_new, question))
        return f"in {where}" if where.lower() in ("hospital", "bed", "prison") else where
    if kind == "who":
        if question.joint:
            either = [p for p in question.people if p in sentence and p not in question.asker]
            return either[0] if len(either) == 1 else ""
        if holder := named_for(question, sentence):
            return holder
        found = list(_NAME.finditer(sentence))
        found = [m for m in found if not _STANDS_IN.search(sentence[: m.start()])] or found
        names = [m[1] or m[2] for m in found if not _PLACED.search(sentence[: m.start()])]
        names = [n for name in names if (n := _person(name)) and _is_new(question, n)]
        match = _RELATIVE.search(sentence)
        return match[1] if match else (names[0] if names else "")
    if kind == "why":
        match = _REASON.search(sentence) or _PURPOSE.search(sentence)
        return match[1] if match else ""
    return ""


def named_for(question: Question, sentence: str) -> str:
    """Give who is named as what is asked for: "the teacher is called Mr. Okafor"; else nothing."""
    if not _WHO_IS.search(question.text):
        return ""
    found = (one for one in _ROLE.finditer(sentence) if stem(one["role"].lower()) in question.terms)
    return next((one["name"] for one in found), "")


def _how_many(question: Question, sentence: str) -> str:
    """Give the number of what is asked for ("two sons" of sons), else the first with its noun."""
    if paid := price(question.text, sentence):
        return paid
    if changed := change(sentence):  # "from twelve sites to five"
        sentence = changed.new
    numbers = list(_NUMBER.finditer(sentence))
    for match in numbers:
        after = words(match[0])
        noun = next((i for i, word in enumerate(after) if stem(word) in question.terms), None)
        if noun:
            return " ".join(match[0].split()[: noun + 1])
    if not numbers:
        return ""
    first, *rest = numbers[0][0].split()
    while rest and rest[-1].lower() in STOP:
        rest.pop()
    return " ".join((first, *rest))


def _person(name: str) -> str:
    """Leave the words that are no name out of capitalised ones: all of "On Saturday"."""
    kept = [w for w in name.split() if w.lower() not in STOP and w.lower() not in DAYS]
    return " ".join(kept)


def untimed(text: str, times: Sequence[TimeSpan]) -> str:
    """Leave out the words for a time, unless nothing else is said.

    >>> untimed("a red bike last week", [TimeSpan("last week")])
    'a red bike'
    """
    for time in times:
        if time.text and len(time.text) > 3:
            pattern = rf"\s+(?:(?:on|in|at|by) )?{re.escape(time.text)}\b"
            text = re.sub(pattern, "", text, flags=re.IGNORECASE) or text
    return text


def _is_new(question: Question, phrase: str) -> bool:
    own = {stem(word) for person in question.people for word in words(person)}
    return any(
        stem(word) not in question.terms and stem(word) not in own and word not in STOP
        for word in words(phrase)
    )


def _news(question: Question, sentence: str) -> str:
    """Give what the sentence says after the words it shares, else its newest clause."""
    clauses = [clause for clause in _CLAUSE.split(sentence) if clause.strip()]
    if not clauses:
        return sentence

    def shared(clause: str) -> int:
        return sum(stem(word) in question.terms for word in words(clause))

    at = max(range(len(clauses)), key=lambda index: shared(clauses[index]))
    clause = clauses[at]
    if not _is_new(question, clause) and at + 1 < len(clauses):
        return clauses[at + 1]
    tokens = clause.split()
    last = -1
    for position, token in enumerate(tokens):
        if any(stem(word) in question.terms for word in words(token)):
            last = position
            break
    rest = " ".join(tokens[last + 1 :])
    return rest if last >= 0 and _is_new(question, rest) else clause


def _tidy(text: str) -> str:
    text = text.strip(" \t.,;:!?–—-…")
    tokens = text.split()
    return " ".join(tokens[:_MOST]) + ("…" if len(tokens) > _MOST else "")


def _swap(pairs: dict[str, str]) -> tuple[re.Pattern[str], dict[str, str]]:
    return re.compile(r"\b(?:" + "|".join(map(re.escape, pairs)) + r")\b", re.IGNORECASE), pairs


_TO_YOU = _swap(
    {
        "i'm": "you're",
        "i've": "you've",
        "i'd": "you'd",
        "i'll": "you'll",
        "i am": "you are",
        "i was": "you were",
        "myself": "yourself",
        "my": "your",
        "we're": "you're",
        "we've": "you've",
        "we'd": "you'd",
        "we'll": "you'll",
        "we": "you",
        "our": "your",
        "us": "you",
        "mine": "yours",
        "me": "you",
        "i": "you",
    }
)
_TO_THEM = _swap(
    {
        "i'm": "they're",
        "i've": "they've",
        "i'd": "they'd",
        "i'll": "they'll",
        "i am": "they are",
        "i was": "they were",
        "myself": "themselves",
        "my": "their",
        "our": "their",
        "mine": "theirs",
        "me": "them",
        "us": "them",
        "we": "they",
        "i": "they",
    }
)


def reported(text: str, by_asker: bool) -> str:
    """Turn the speaker's first person into the second (to them) or the third (to others).

    >>> reported("my old car", by_asker=True), reported("I'm tired", by_asker=False)
    ('your old car', "they're tired")
    """
    pattern, pairs = _TO_YOU if by_asker else _TO_THEM
    return pattern.sub(lambda match: pairs[match[0].lower()], text.replace("’", "'"))


def purpose(sentence: str) -> str:
    """Give what something is said to be done for; empty if that is not said."""
    match = _PURPOSE.search(sentence)
    return _tidy(match[1]) if match else ""


def title(sentence: str) -> str:
    """Give what stands in quotation marks, or is called something; empty if nothing is."""
    match = _TITLE.search(sentence) or _CALLED.search(sentence)
    return match[1].strip(" .,!?") if match else ""

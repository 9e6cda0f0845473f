"""Read what is typed in haste as it would be written: "im so tired lol" as "I'm so tired".

What was said stays as it is; only its sentences, which the organs read, are put into the standard
orthography: apostrophes, the common abbreviations of chats, and the first person that diaries and
messages leave out at the start of a sentence (Haegeman 1990, Understood subjects in English
diaries: only there, and never before a form that may be an imperative).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from importlib import resources

from cognition.organs.tables import table
from cognition.organs.thalamus.names import COMMON
from cognition.organs.words import lower_first
from cognition.regex import regex

_LOWER = regex(r"(?<![\w'’@#/.-])[a-z]{2,}(?![\w@-])")
_BREAK = r"(?=\s*(?:[,.!;…]|\Z))"
_LAUGH = r"(?:lol+|lmf?ao+|rofl|xd|ha(?:ha)+h?|he(?:he)+|tbh|ngl|imo|imho|smh|fr|btw|omg)"
_TRAILING = regex(
    rf"(?<=\w)[\s,]+(?:{_LAUGH}(?:\s+{_LAUGH})*|(?<!\bfor\s)(?<!\bof\s)(?<!\bis\s)(?<!\bby\s)x{{1,4}}(?:\s+x+)*)(?=\s*[.!?…)]*\Z)",
    re.IGNORECASE,
)
_NO_NAME = (
    r"(?:later|back|old|crazy|again|now|then|tomorrow|anytime|maybe|tonight|soon|first|mad|out)"
)
_NUMBER = r"\s*,\s*\d{1,2}\b"
_OWNED = regex(
    r"\b(?P<who>(?:my|your|his|her|our|their) [a-z]*[a-rt-z])s (?=(?:name|birthday|age|house|place"
    r"|flat|job|boyfriend|girlfriend|husband|wife|cat|dog|mum|mom|dad|car|phone|party|wedding|number|room)\b)",
    re.IGNORECASE,
)
# "my friend dev made it": who stands between the kin and a verb is named
_KIN_NAMED = regex(
    r"\b(?:[Mm]y|[Oo]ur) (?:(?:best|old|little|big|older|younger|good|new) )?(?:friend|sister"
    r"|brother|son|daughter|cousin|aunt|uncle|niece|nephew|husband|wife|partner|boyfriend|girlfriend|gf|bf|boss"
    r"|colleague|mate|neighbou?r|roommate|flatmate|granddaughter"
    r"|grandson|dog|cat) (?P<name>[a-z]{2,12})"
    r"(?= (?:is|was|has|had|made|got|said|says|thinks|came|went|will|wants|told|called|asked|lives"
    r"|works|likes|loves|keeps|still|never|always|and (?:i|me)|isn['’]?t|wasn['’]?t|doesn['’]?t"
    r"|didn['’]?t|can['’]?t|won['’]?t)\b)"
)
_NO_NAMED = regex(r"\w+(?:ed|ing|ly|[^s]s|er)\Z")
_WORD = regex(r"[a-z0-9'’]+")
# what is short for more than one thing, or calls those at home
_AMBIGUOUS = frozenset(
    ("ill", "id", "its", "lets", "r", "wife", "husband", "missus", "hubby", "half", "names")
)
# "names Dmitri"
_NAMES = regex(
    r"\A(?P<greeting>(?:(?:hi|hiya|hey|yo|hello|so|oh|well)\b[\s,!.]*)*)(?:the )?names "
    r"(?!(?:of|and|are|were|is|for|in|on|like|i|you|we|they|don['’]?t)\b)(?=[a-z'-]+(?:\W|\Z))",
    re.IGNORECASE,
)
_INTRODUCED = regex(
    r"\A(?:(?:hi+|hiya+|hey+|hello+|yo+|um+|uh+|ok|well|so|oh|and)\b[\s,!.]*)*"
    rf"(?:(?:my name is|my name['’]s|(?:you can |please )?call me|they call me)\s+"
    rf"(?!{_NO_NAME}\b)(?P<name>[a-z]{{2,15}}){_BREAK}"
    rf"|(?<=\s)(?:I['’]m|it['’]?s|this is)\s+(?!{_NO_NAME}\b)(?P<greeted>[a-z]{{2,12}})"
    r"(?=\s*(?:[.!;…]|\Z))"
    rf"|I['’]m\s+(?P<aged>[a-z]{{2,15}})(?={_NUMBER}))",
    re.IGNORECASE,
)


_IS = {"I": "I'm ", "They": "They're "}  # of others, with "'s"


class _Spelling:
    """The tables of `spelling.yaml`, made into patterns once."""

    def __init__(self, given: dict[str, object]) -> None:
        lists = {name: str(words).split() for name, words in given.items() if name != "words"}
        words = given["words"]
        assert isinstance(words, dict)
        self.words: dict[str, str] = {str(k): str(v) for k, v in words.items()}
        self.states = frozenset(lists["states"])
        self.word = re.compile(
            r"(?<![\w'’@#/.-])(?:"
            + "|".join(sorted(map(re.escape, self.words), key=len, reverse=True))
            + r")(?![\w'’/-])",
            re.IGNORECASE,
        )
        either = {name: "|".join(words) for name, words in lists.items()}
        followed = (
            ("ill", "bases", "I'll"),
            ("id", "after_would", "I'd"),
            ("its", "after_is", "it's"),
            ("lets", "bases", "let's"),
            ("r", "after_are", "are"),
        )
        self.in_place = (
            *(
                (re.compile(rf"(?<![\w'’]){bare}(?=\s+(?:{either[after]})\b)", re.IGNORECASE), full)
                for bare, after, full in followed
            ),
            (re.compile(r"(?:(?<=\bwe )|(?<=\bthey ))r\b", re.IGNORECASE), "are"),
            (_NAMES, r"\g<greeting>my name is "),
            # as people call those at home
            (re.compile(r"\bthe (?=(?:wife|husband|missus|hubby|other half)\b)"), "my "),
            (re.compile(r"\bThe (?=(?:wife|husband|missus|hubby|other half)\b)"), "My "),
        )
        lead = rf"\A(?P<lead>(?:(?:{either['openers']}|so(?!\s+(?:{either['states']})))\b[\s,]*)*)"
        self.elided = tuple(
            (re.compile(lead + pattern, re.IGNORECASE), subject)
            for pattern, subject in (
                (rf"(?P<rest>(?:(?:just|also|finally|recently|lately|even|never|still|already)\s+)?"
                 rf"(?:{either['pasts']})\b(?!['’,]|\s+(?:me|us|is|was|are)\b))", "I "),
                (rf"(?P<rest>(?<!\bno )(?:{either['attitudes']})\s+(?!(?:what|who|free|me)\b"
                 r"|(?-i:[A-Z][a-z]))[\w'’])", "I "),
                (rf"(?P<rest>(?:ca|could|did|have|was|wo|should|would)n['’]t\s+"
                 rf"(?:(?:even|really|ever|quite)\s+)?(?:{either['after_not']})\b)", "I "),
                (rf"(?P<rest>don['’]t\s+(?:(?:even|really|quite)\s+)?(?:{either['after_do_not']})\b)",
                 "I "),
                (rf"(?P<rest>(?:(?:not|so|kinda|kind of|really|very|super|pretty|still|just|too"
                 rf"|a bit|bit|absolutely|totally)\s+)*(?:{either['states']})\b"
                 rf"(?=\s*\Z|\s*[.!…,]|\s+(?:of|about|for|to|that|with|today|tonight|again|now|at"
                 rf"|if|whether|how|what|because|and)\b))", "I'm "),
                (r"(?P<rest>quit (?:my|the job|smoking|drinking)\b)", "I "),
                (r"(?P<rest>off to (?!.*\b(?:is|was|are|were)\b)\w)", "I'm "),
                (rf"(?P<rest>(?:(?:just|still|currently|always|finally)\s+)?(?:{either['doings']})"
                 r"\b(?!.*\b(?:is|was|are|were|has|makes?|made|helps?|helped|takes|took|would|will"
                 r"|can|costs?|feels?|seems?|sounds?|gives|keeps)\b))", "I'm "),
            )
        )  # fmt: skip


@cache
def _spelling() -> _Spelling:
    return _Spelling(table(resources.files(__package__ or "") / "spelling.yaml"))


# "She came back. Cried the whole way home.": who goes unnamed is whom the sentence before was about
_ABOUT = regex(
    r"\A(?:(?:and|but|so|then|well|yeah|ok(?:ay)?)\b[\s,]*)*(?P<who>she|he|they)(?:\b|['’])"
    r"(?!.*\b(?:I|me|my|we|us)\b)",
    re.IGNORECASE,
)


def written_out(sentence: str, own: bool = True, before: str = "") -> str:
    """Give a sentence in standard orthography; `own` lets a first person left out be put in.

    It is a third person's where the sentence `before` was about one.

    >>> written_out("im so tired lol, dont ask"), written_out("its fine, i moved it to its place")
    ("I'm so tired lol, don't ask", "it's fine, I moved it to its place")
    >>> written_out("Moved to berlin last month haha"), written_out("Tell me a story")
    ('I moved to berlin last month', 'Tell me a story')
    >>> written_out("cried all the way home", before="She came back.")
    'She cried all the way home'
    """
    rules = _spelling()
    text = _KIN_NAMED.sub(_named_so, sentence)
    said = frozenset(_WORD.findall(text.lower()))
    if not said.isdisjoint(rules.words):
        text = rules.word.sub(lambda found: _in_full(found, rules.words), text)
    if not said.isdisjoint(_AMBIGUOUS):
        for pattern, full in rules.in_place:
            text = pattern.sub(full, text)
    text = _OWNED.sub(r"\g<who>'s ", _TRAILING.sub("", text))
    if own and "?" not in text[-3:]:
        about = _ABOUT.match(before)
        text = _with_subject(text, rules, about["who"].capitalize() if about else "I")
    return _with_name(text, rules.states)


def _named_so(found: re.Match[str]) -> str:
    name = found["name"]
    if name in COMMON or _NO_NAMED.match(name):
        return found[0]
    return f"{found[0][: -len(name)]}{name.capitalize()}"


def _in_full(found: re.Match[str], words: dict[str, str]) -> str:
    word = found[0]
    if word.istitle() and found.string[: found.start()].rstrip()[-1:].isalpha():
        return word  # a name in the middle of a sentence: "my friend Dev"
    full = words[word.lower()]
    loud = len(word) > 1 and word.isupper()
    first = word[0].isupper() and not loud
    return full.upper() if loud else full[0].upper() + full[1:] if first else full


def _with_subject(text: str, rules: _Spelling, who: str) -> str:
    for pattern, own in rules.elided:
        if match := pattern.match(text):
            rest = text[match.start("rest") :]
            subject = f"{who} " if own == "I " else _IS.get(who, f"{who}'s ")
            article = "a " if rest.lower().startswith("bit ") else ""  # "bit nervous"
            return f"{match['lead']}{subject}{article}{lower_first(rest)}"
    return text


def _with_name(text: str, states: frozenset[str]) -> str:
    """Capitalise the name that somebody introduces themselves by."""
    if match := _INTRODUCED.match(text):
        group = next(name for name, word in match.groupdict().items() if word)
        word = match[group].lower()
        if group == "greeted" and (word in COMMON or _NO_NAMED.match(word) or word in states):
            return text  # "hi, I'm tired"
        start, end = match.span(group)
        return f"{text[:start]}{text[start:end].capitalize()}{text[end:]}"
    return text


def capitalised(sentence: str, proper: Mapping[str, str]) -> str:
    """Write the names in `proper` (by their lower case) with their capitals.

    >>> capitalised("i met mia's cat in may", {"mia": "Mia"})
    "i met Mia's cat in may"
    """
    if not proper:
        return sentence
    return _LOWER.sub(lambda found: _as_name(found[0], proper), sentence)


def _as_name(word: str, proper: Mapping[str, str]) -> str:
    return word if word in COMMON else proper.get(word, word)


__all__ = ["capitalised", "written_out"]

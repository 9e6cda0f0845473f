"""Tokens and verb groups: where a predicate begins, which verb heads it, and whether it is denied.

No list of verbs decides: what follows a subject is a verb if its form can be one. The closed
classes (auxiliaries, prepositions, determiners, irregular pasts) are those of English grammar.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from importlib import resources

from cognition.organs.neocortex.lexicon import words
from cognition.organs.neocortex.predicates import VERBS
from cognition.regex import regex

_TOKEN = regex(r"(?:Dr|Mr|Mrs|Ms|Prof|Jr|Sr|St)\.|[^\W_]+(?:['’.&/-][^\W_]+)*['’]?|[,;:()—–\"“”]")
_BE = words("is are was were am be been being")
_HAVE = words("has have had having")
_DO = words("does do did")
_MODALS = words("may might could would should must can will shall")
_AUXILIARIES = _BE | _HAVE | _DO | _MODALS
_HEDGES = words("may might could would should must will shall possibly probably perhaps maybe")
_ADVERBS = words(
    "also always both even ever first frequently instead just mostly now often once only rather "
    "regularly reportedly since solely sometimes soon still then there together twice usually all "
    "each currently recently primarily again too almost further later earlier seldom today "
    "himself herself themselves itself"
)
_NO_ADVERBS = words("family only july reply supply apply ally rely fly italy holy")
_NOT = ("not", "never")
_NEGATION = (["not"], ["never"])
_PAST_AUXILIARIES = words("was were been had did has have")
_REFUSES = words("refuse fail decline")
ONLY = words("only exclusively solely")
PREPOSITIONS = words(
    "about above across after against along alongside among amongst around as at before behind "
    "below beside between beyond by despite during except for from in including inside into like "
    "near off on onto outside over regarding round since than through throughout till to toward "
    "towards under until up upon via with within without"
)
DETERMINERS = words(
    "a an the this that these those his her its their my your our some any no every each several "
    "many all both one two three four five six seven eight nine ten more most much few another"
)
_CONNECTIVES = words("and or but nor so while because if when where who which that whose whom not")


def _irregular() -> list[tuple[str, ...]]:
    """Read the irregular verbs: base, past and, where it is another, participle."""
    text = (resources.files(__package__ or "") / "irregular_verbs.txt").read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if not line.startswith("#")]
    return [tuple(forms.split("/")) for line in lines for forms in line.split()]


_IRREGULAR = _irregular()
_BASES = {form: forms[0] for forms in _IRREGULAR for form in forms}
_PAST = frozenset(forms[1] for forms in _IRREGULAR)
_PARTICIPLES = frozenset(forms[-1] for forms in _IRREGULAR) | {"been", "had", "got"}
_LOST_E = regex(
    r"(?:[^aeiou][aiouy][tzsvcgmn]|[aeo][uiae][sv]|[^aeiou][aiu]r|[lc]or|stor|creat|plet|[bcdgkptz]l|[vcuz]|[^aeiou]s|dg|[aeiou]r[sg])\Z"
)
_KEPT = regex(r"(?:visit|edit|hibit|cruit|posit|imit|audit|herit|ain|gn|earn|on|en|om|[aeiou]p)\Z")


class Tokens:
    """The words and marks of a sentence, with where each stands in it."""

    __slots__ = ("_at", "low", "text", "words")

    def __init__(self, text: str) -> None:
        found = list(_TOKEN.finditer(text))
        self.text = text
        self.words = [match[0] for match in found]
        self.low = [word.lower() for word in self.words]
        self._at = [match.span() for match in found]

    def __len__(self) -> int:
        return len(self.words)

    def between(self, start: int, end: int) -> str:
        """Give the text from one token up to, not including, another."""
        if start >= end:
            return ""
        return self.text[self._at[start][0] : self._at[end - 1][1]].strip(" ,;:")

    def beside(self, at: int) -> bool:
        """Tell whether only a space parts a token from the next."""
        return at + 1 < len(self._at) and self._at[at + 1][0] - self._at[at][1] <= 1


@dataclass(frozen=True, slots=True)
class Verb:
    """A verb group: its head's base form, and what its auxiliaries and adverbs say of it."""

    base: str
    word: str = ""
    denied: bool = False
    ended: bool = False
    hedged: bool = False
    only: bool = False
    passive: bool = False
    past: bool = False


def adverb(word: str) -> bool:
    """Tell whether a word only says how, when or how often."""
    return word in _ADVERBS or (len(word) > 4 and word.endswith("ly") and word not in _NO_ADVERBS)


def finite(word: str) -> bool:
    """Tell whether a word can be a verb that stands by itself after a subject.

    >>> finite("joins"), finite("photographed"), finite("wrote"), finite("famous")
    (True, True, True, False)
    """
    if word in _AUXILIARIES or word in _PAST or VERBS.get(word, ("", ""))[1] in ("past", "base"):
        return True
    if not word.replace("-", "").isalpha() or word in PREPOSITIONS or word in DETERMINERS:
        return False
    if word in _CONNECTIVES or len(word) < 4:
        return False
    return word.endswith("ed") or (word.endswith("s") and not word.endswith(("ss", "us", "is")))


def participle(word: str) -> bool:
    """Tell whether a word can follow "have", or "be" in the passive."""
    return (
        word in _PARTICIPLES
        or VERBS.get(word, ("", ""))[1] == "part"
        or (len(word) > 3 and word.endswith("ed"))
    )


def starts_predicate(tokens: Tokens, at: int, end: int, like: Verb) -> bool:
    """Tell whether, after "and" or "but", another verb of the same subject follows."""
    low = tokens.low
    begin = at
    while at < end and (adverb(low[at]) or low[at] in ("not", "never")):
        at += 1
    if at >= end:
        return False
    if low[at] in _AUXILIARIES and low[at] not in ("been", "being", "having"):
        return True
    if tokens.words[at][0].isupper() or not finite(low[at]):
        return False
    lemma, form = VERBS.get(low[at], ("", ""))
    if at > begin or form == "past" or low[at] in _PAST:
        return True
    if form == "base" and lemma != low[at] and not like.past:
        return True
    after = low[at + 1] if at + 1 < end else ""
    follows = after in PREPOSITIONS or after in DETERMINERS or adverb(after) or not after
    follows = follows or tokens.words[at + 1][0].isupper() or after.endswith("ing")
    return follows and low[at].endswith("ed") == (like.past or like.passive)


class _Group:
    """A verb group as it is read, word by word."""

    __slots__ = ("at", "bare", "denied", "end", "ended", "hedged", "low", "only", "passive", "past")

    def __init__(self, low: list[str], at: int, end: int, bare: bool) -> None:
        self.low, self.at, self.end = low, at, end
        self.bare = bare  # a base form will do: after a plural subject or an auxiliary
        self.denied = self.ended = self.hedged = self.only = self.passive = self.past = False

    def verb(self, base: str, word: str) -> Verb:
        passive = self.passive and base not in ("be", "have", "do")
        return Verb(base, word, self.denied, self.ended, self.hedged, self.only, passive, self.past)

    def modify(self) -> bool:
        """Take in a negation, an adverb or what only colours the verb; tells if there was one."""
        word, following = self.low[self.at], self.low[self.at + 1 : self.at + 2]
        step = 1
        if word in _NOT:
            self.denied = True
        elif word == "no" and following == ["longer"]:
            self.ended, step = True, 2
        elif word == "used" and following == ["to"]:
            self.ended, self.bare, step = True, True, 2
        elif adverb(word):
            self.only, self.hedged = self.only or word in ONLY, self.hedged or word in _HEDGES
        elif word in _MODALS:
            self.hedged, self.bare = self.hedged or word in _HEDGES, True
        elif following == ["to"] and (word == "unable" or base_form(word) in _REFUSES):
            self.denied, self.bare, step = not self.denied, True, 2
        else:
            return False
        self.at += step
        return True

    def auxiliary(self) -> Verb | None:
        """Take in be, have or do; gives it where it is itself the verb."""
        word = self.low[self.at]
        ahead = self._ahead(self.at + 1)
        self.past = self.past or word in _PAST_AUXILIARIES
        self.at += 1
        if word in _BE and not (participle(ahead) or _progressive(ahead) or ahead == "unable"):
            while self.at < self.end and (adverb(self.low[self.at]) or self.low[self.at] in _NOT):
                self.denied = self.denied or self.low[self.at] in _NOT
                self.at += 1
            return self.verb("be", "be")
        if word in _HAVE and not participle(ahead):
            self.past = word == "had"
            self.denied = self.denied or self.low[self.at : self.at + 1] == ["no"]
            return self.verb("have", "have")
        if word in _DO and not (self.low[self.at : self.at + 1] in _NEGATION or _base(ahead)):
            return self.verb("do", "do")
        self.passive = self.passive or (word in _BE and participle(ahead))
        self.bare = True
        return None

    def _ahead(self, at: int) -> str:
        while at < self.end and (adverb(self.low[at]) or self.low[at] in _NOT):
            at += 1
        return self.low[at] if at < self.end else ""


def read_verb(tokens: Tokens, at: int, end: int, plural: bool) -> tuple[Verb, int] | None:
    """Read a verb group: the verb and where its arguments begin; None if none starts here.

    >>> tokens = Tokens("Mia has never hiked it")
    >>> verb, after = read_verb(tokens, 1, len(tokens), plural=False)
    >>> verb.base, verb.denied, tokens.between(after, len(tokens))
    ('hike', True, 'it')
    """
    low = tokens.low
    group = _Group(low, at, end, plural)
    while group.at < end:
        if group.modify():
            continue
        if low[group.at] not in _AUXILIARIES:
            break
        if verb := group.auxiliary():
            return verb, group.at
    at = group.at
    if at >= end or tokens.words[at][0].isupper() or not low[at].replace("-", "").isalpha():
        return None
    word = low[at]
    if word in PREPOSITIONS or word in DETERMINERS or word in _CONNECTIVES:
        return None
    if not group.bare and not finite(word):
        return None
    if not group.passive and (word in _PAST or word.endswith("ed")):
        group.past = True
    return group.verb(base_form(word), word), at + 1


def _base(word: str) -> bool:
    return VERBS.get(word, ("", ""))[1] == "base" and word not in DETERMINERS


def _progressive(word: str) -> bool:
    return len(word) > 4 and word.endswith("ing") and word not in ("something", "nothing", "king")


@lru_cache(maxsize=4096)
def base_form(word: str) -> str:
    """Give a verb's base form; for a verb not in the table, by the rules of spelling.

    >>> base_form("collaborated"), base_form("writes"), base_form("studied"), base_form("joins")
    ('collaborate', 'write', 'study', 'join')
    """
    if word in VERBS or word in _BASES:
        return VERBS[word][0] if word in VERBS else _BASES[word]
    if word.endswith(("ies", "ied")) and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("sses", "shes", "ches", "xes")):
        return word[:-2]
    if word.endswith("s") and not word.endswith("ss"):
        return word[:-1]
    for ending in ("ed", "ing"):
        if word.endswith(ending) and len(word) - len(ending) > 2:
            return _whole(word[: -len(ending)])
    return word


def _whole(stem: str) -> str:
    """Put back what an ending took: "collaborat" lost an e, "plann" gained an n."""
    if stem[-1] == stem[-2] and stem[-1] not in "lsz":
        return stem[:-1]
    return f"{stem}e" if _LOST_E.search(stem) and not _KEPT.search(stem) else stem

"""The gist of a session: who talked, what about, and its strongest moments in their own words."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence

from cognition.organs.neocortex.lexicon import words as listed_words
from cognition.organs.sleep.aliases import short_form
from cognition.organs.sleep.pace import Pace
from cognition.organs.words import STOP, enumerated, sentences, shortened, stem, stem_set, weight
from cognition.regex import regex
from cognition.values import Engram, Fact, derive_id

MOMENTS = 2  # episodes a gist quotes
TOPICS = 4  # names and words it says a session was about
LONGEST = 160  # characters of a quotation
RETOLD = 0.5  # two moments that share more of their words than this are one
_TELLING = ("statement", "request")
_ONESELF = regex(r"\b(?:I|my|we|our|me|us)\b")
_OTHER = regex(r"\b(?:you|your|you're|that's|it's)\b", re.IGNORECASE)
_TOKEN = regex(r"[\w'’]+|[^\w\s]")
# after these comes a noun, or an adjective and a noun
_OPENS = listed_words(
    "a an the my our his her their your this these some of for about with from in at to"
)


def abstract(session: Sequence[Engram], owner: str, pace: Pace) -> Fact | None:
    """Make the gist of a session; it rests on every episode it names or quotes.

    None for a session with nothing to quote.
    """
    told = [e for e in session if e.act in _TELLING and len(e.text) > 20]
    if not told:
        return None
    names = _often(session)
    topics = [*names, *_talked_of(session, names, pace)][:TOPICS]
    moments = _moments(told, topics, pace)
    first, day = session[0], day_of(session[0])
    naming = [e.id for e in session if set(e.names) & set(names)]
    about = enumerated(topics)
    return Fact(
        id=derive_id("gist", owner, first.id),
        kind="gist",
        subject=owner,
        relation="talked_about",
        object=", ".join(topics) or day,
        text=" ".join([_opening(session, owner, day, about), *_quoted(moments, owner, topics)]),
        valid_from=first.when,
        confidence=0.8,
        sources=tuple(dict.fromkeys([*(e.id for e in moments), *naming, *_saying(topics, told)])),
    )


def day_of(engram: Engram) -> str:
    """Give an episode's day in words.

    >>> from datetime import datetime
    >>> day_of(Engram(when=datetime(2026, 3, 1)))
    'Sunday 1 March 2026'
    """
    return f"{engram.when:%A} {engram.when.day} {engram.when:%B %Y}"


def quotation(text: str, topics: Sequence[str] = ()) -> str:
    """Give a text, or of a long one the sentences from the most telling on, as far as they fit."""
    parts = [" ".join(part.split()) for part in sentences(text)]
    if len(whole := " ".join(parts)) <= LONGEST:
        return whole
    wanted = stem_set(" ".join(topics))
    scores = [_telling(part) + 0.2 * len(wanted & stem_set(part)) for part in parts]
    start = scores.index(max(scores))
    chosen = parts[start]
    for part in parts[start + 1 :]:
        if len(chosen) + len(part) >= LONGEST:
            break
        chosen += " " + part
    return shortened(chosen, LONGEST)


def _opening(session: Sequence[Engram], owner: str, day: str, about: str) -> str:
    others = [n for n in dict.fromkeys(e.speaker for e in session if e.role == "other") if n]
    mine = any(e.role == "person" for e in session)
    if mine or not others:
        who, whom = owner, f" with {enumerated(others[:3])}" if others else ""
    else:
        who, whom = enumerated(others[:3]), ""
    return f"On {day} {who} talked{whom}" + (f" about {about}." if about else ".")


def _quoted(moments: Sequence[Engram], owner: str, topics: Sequence[str]) -> list[str]:
    said: list[str] = []
    last = ""
    for engram in moments:
        who = owner if engram.role == "person" and engram.speaker == owner else engram.speaker
        lead = "And" if who == last else f"{who[:1].upper()}{who[1:]} said"
        last = who
        said.append(f"{lead}: “{quotation(engram.text, topics)}”")
    return said


def _often(session: Sequence[Engram]) -> list[str]:
    """Give the names said more than once, the most frequent first; not of those who talk."""
    talking = {engram.speaker for engram in session}
    names = Counter(name for engram in session for name in dict.fromkeys(engram.names))
    return [
        name
        for name, times in names.most_common(2 * TOPICS)
        if times > 1 and not any(_of(name, speaker) for speaker in talking)
    ][:TOPICS]


def _of(name: str, speaker: str) -> bool:
    return name.casefold() in speaker.casefold() or short_form(name, speaker)


def _talked_of(session: Sequence[Engram], names: Sequence[str], pace: Pace) -> list[str]:
    """Give the nouns that come back in several turns, the most frequent first."""
    named = stem_set(" ".join([*names, *(n for e in session for n in (e.speaker, *e.names))]))
    turns: Counter[str] = Counter()
    written: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for engram in session:
        pace.breathe()
        nouns = {noun: stem(noun) for noun in _nouns(" ".join(sentences(engram.text)).lower())}
        turns.update({root for root in nouns.values() if root not in named and weight(root) == 1.0})
        for noun, root in nouns.items():
            written[root][noun] += 1
    often = sorted((-times, root) for root, times in turns.items() if times > 2)
    return [written[root].most_common(1)[0][0] for _, root in often[:2]]


def _nouns(text: str) -> set[str]:
    """Give the words that stand where nouns do: after an article or the like, before a stop."""
    tokens = ["", "", *_TOKEN.findall(text), ""]
    return {
        word
        for n, word in enumerate(tokens)
        if len(word) > 3
        and word not in STOP
        and (tokens[n + 1] in STOP or not tokens[n + 1].isalpha())
        and not _OPENS.isdisjoint(tokens[n - 2 : n])
    }


def _saying(topics: Sequence[str], told: Sequence[Engram]) -> list[str]:
    """Give the ids of the episodes that say the topics, on which a gist rests as well."""
    wanted = stem_set(" ".join(topics))
    return [engram.id for engram in told if wanted & stem_set(engram.text)]


def _moments(told: Sequence[Engram], topics: Sequence[str], pace: Pace) -> list[Engram]:
    """Choose what to quote: what mattered and is to the point, and not the same thing twice."""
    wanted = stem_set(" ".join(topics))

    def worth(engram: Engram) -> float:
        pace.breathe()
        felt = max(abs(engram.affect.valence), engram.affect.arousal)
        central = len(wanted & stem_set(engram.text)) / (len(wanted) or 1)
        named = 0.1 * min(3, len(engram.names)) + 0.2 * bool(engram.times)
        return _telling(engram.text) + 0.5 * felt + 0.5 * central + named

    chosen: list[Engram] = []
    for engram in sorted(told, key=worth, reverse=True):
        if all(overlap(engram.text, other.text) <= RETOLD for other in chosen):
            chosen.append(engram)
        if len(chosen) == MOMENTS:
            break
    return sorted(chosen, key=lambda e: e.when)


def _telling(text: str) -> float:
    """Say how much a text tells of who says it: they speak of themselves, in many words."""
    content = sum(weight(word) for word in stem_set(text))
    return (
        0.4 * bool(_ONESELF.search(text))
        + min(content, 15.0) / 20
        - 0.15 * min(3, len(_OTHER.findall(text)))
    )


def overlap(one: str, other: str) -> float:
    """Give the share of content words that two texts have in common (Jaccard), in [0, 1]."""
    a, b = stem_set(one), stem_set(other)
    return len(a & b) / len(a | b) if a | b else 0.0

"""The frozen values that organs exchange: what passes through a mind, and nothing that acts.

Every value can be made without arguments; that empty value is its resting value, the one a channel
holds when nothing has written to it. Times are naive wall-clock times of the person.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

EPOCH = datetime(1970, 1, 1)
# memories of what two have in common, each kind its own: told of when it fits, no answers
SHARED = ("joke", "milestone", "resonance")
# derived memories that repeat the words of what they rest on, and go when any of that goes
REPEATING = frozenset({"gist", "link", *SHARED})


def derive_id(*parts: object) -> str:
    """Derive a stable id (64 bits, 16 hexadecimal digits): the same parts always give the same id.

    >>> derive_id("Ada", "D1:3") == derive_id("Ada", "D1:3")
    True
    """
    whole = "\x1f".join(str(part) for part in parts).encode("utf-8", "surrogatepass")
    return hashlib.blake2b(whole, digest_size=8, person=b"kindred").hexdigest()


def engram_id(owner: str, ref: str, speaker: str, when: datetime, text: str) -> str:
    """Derive the id of a turn's engram: from the caller's `ref`, else from speaker, time and text.

    >>> now = datetime(2026, 3, 1)
    >>> engram_id("Ada", "D1:3", "Ada", now, "a") == engram_id("Ada", "D1:3", "Ada", now, "b")
    True
    """
    if ref:
        return derive_id(owner, "ref", ref)
    return derive_id(owner, speaker, when.isoformat(), text)


@dataclass(frozen=True, slots=True)
class TimeSpan:
    """A stretch of time that some words refer to.

    `end` is exclusive, an instant has start == end.
    """

    text: str = ""
    start: datetime = EPOCH
    end: datetime = EPOCH


@dataclass(frozen=True, slots=True)
class Stimulus:
    """What reaches the mind: words, who said them and when.

    `role` is person, companion or other.
    """

    text: str = ""
    speaker: str = ""
    when: datetime | None = None
    ref: str = ""
    session: str = ""
    role: str = "person"


@dataclass(frozen=True, slots=True)
class Parse:
    """What a sentence means and what fills its slots: see `cognition.faculties.parser`.

    `sure` is in [0, 1]; the sentence stands from `start` to `end` in its text.
    """

    meaning: str = ""
    slots: tuple[tuple[str, str], ...] = ()
    sure: float = 0.0
    start: int = 0
    end: int = 0


@dataclass(frozen=True, slots=True)
class Traces:
    """What the encoder made of a text and of each word of it: see `cognition.faculties.traces`.

    `words` are n small vectors as signed bytes, `rarity` each word's weight, `spans` the
    characters of the text that it stands on. `tone` is what the amygdala reads, as half-precision
    numbers (`cognition.faculties.tone`), `parses` what its sentences mean, where that is known.
    Empty if the encoder gives none.
    """

    words: bytes = b""
    rarity: tuple[float, ...] = ()
    spans: tuple[tuple[int, int], ...] = ()
    tone: bytes = b""
    parses: tuple[Parse, ...] = ()


@dataclass(frozen=True, slots=True)
class Percept:
    """A stimulus as perceived: sentences, speech act, times, names, and its one embedding.

    `act` is one of statement, question, request, greeting, farewell, thanks, apology, backchannel,
    empty. `questions` are the sentences that ask; `names` the people, places and things named, as
    written. `vector` is the unit-length embedding of the whole text (empty if it was not encoded),
    `traces` are those of its words.
    """

    text: str = ""
    speaker: str = ""
    when: datetime = EPOCH
    ref: str = ""
    session: str = ""
    role: str = "person"
    sentences: tuple[str, ...] = ()
    questions: tuple[str, ...] = ()
    act: str = "empty"
    times: tuple[TimeSpan, ...] = ()
    names: tuple[str, ...] = ()
    vector: tuple[float, ...] = ()
    traces: Traces = Traces()


@dataclass(frozen=True, slots=True)
class Affect:
    """Core affect: valence, arousal and dominance in [-1, 1], the strongest emotion, certainty."""

    valence: float = 0.0
    arousal: float = 0.0
    dominance: float = 0.0
    emotion: str = "neutral"
    confidence: float = 0.0


@dataclass(frozen=True, slots=True)
class Appraisal:
    """How an utterance was appraised.

    `valence`, `arousal`, `dominance` in [-1, 1]; `emotions` maps the 28 GoEmotions labels to
    probabilities; `labels` are those asserted; `dimensions` are appraisal variables in [0, 1],
    named as in x-enVENT (Troiano et al. 2022); `why` says in words what drove it. `experiencer` is
    who feels so, as written, or "speaker"; `cues` are those of denied, stressed, softened, sarcasm
    that the wording shows.
    """

    valence: float = 0.0
    arousal: float = 0.0
    dominance: float = 0.0
    emotions: Mapping[str, float] = field(default_factory=dict[str, float])
    labels: tuple[str, ...] = ()
    dimensions: Mapping[str, float] = field(default_factory=dict[str, float])
    confidence: float = 0.0
    why: str = ""
    experiencer: str = "speaker"
    cues: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Mood:
    """The companion's own slow affect; decays to its temperament. Each value in [-1, 1]."""

    valence: float = 0.1
    arousal: float = 0.0
    dominance: float = 0.0
    at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Engram:
    """One episode to be kept: a percept bound to its affect and to how well it will last.

    `stability` is in days and `difficulty` in [1, 10] (FSRS-6); `last` is when it was last
    reviewed. `cites` are the memories that the companion's own words rest on (empty for what others
    said). `plain` is the text with what was parsed of it in plain words; empty if nothing was.
    """

    id: str = ""
    ref: str = ""
    session: str = ""
    speaker: str = ""
    role: str = "person"
    text: str = ""
    when: datetime = EPOCH
    act: str = "statement"
    times: tuple[TimeSpan, ...] = ()
    names: tuple[str, ...] = ()
    vector: tuple[float, ...] = ()
    traces: Traces = Traces()
    affect: Affect = Affect()
    stability: float = 3.0
    difficulty: float = 5.0
    last: datetime | None = None
    pinned: bool = False
    cites: tuple[str, ...] = ()
    plain: str = ""


@dataclass(frozen=True, slots=True)
class Fact:
    """Something held to be true, by whom it was said, and from when to when.

    `kind` is fact, statement (whatever was said of anybody named; its relation is open), plan
    (something with a date ahead: `due`), procedure (how the person wants to be treated), gist, joke
    (shared), milestone or resonance (a feeling that was met).
    `polarity` False is a denial. `sources` are ids of the engrams it rests on;
    `valid_to` None means still held; `text` is one plain sentence in the third person.
    """

    id: str = ""
    kind: str = "fact"
    subject: str = ""
    relation: str = ""
    object: str = ""
    text: str = ""
    polarity: bool = True
    valid_from: datetime | None = None
    valid_to: datetime | None = None
    due: TimeSpan | None = None
    confidence: float = 1.0
    sources: tuple[str, ...] = ()
    pinned: bool = False


@dataclass(frozen=True, slots=True)
class Recollection:
    """A memory that came to mind, and why.

    `kind` is episode or that of a fact. `why` maps each signal's name to its
    contribution to `score`; `path` names the way through the knowledge graph where there was one.
    `times` were resolved against when it was said; `same_as` are ids of other episodes that say
    the same. `plain` is that of the engram.
    """

    ref: str = ""
    id: str = ""
    kind: str = "episode"
    text: str = ""
    speaker: str = ""
    when: datetime | None = None
    score: float = 0.0
    why: Mapping[str, float] = field(default_factory=dict[str, float])
    path: tuple[str, ...] = ()
    role: str = "person"
    session: str = ""
    times: tuple[TimeSpan, ...] = ()
    names: tuple[str, ...] = ()
    affect: Affect = Affect()
    same_as: tuple[str, ...] = ()
    plain: str = ""


def unsaid(memory: Engram | Recollection) -> tuple[str, ...]:
    """Give whom a memory is bound to though its words do not name them: "she", "his".

    >>> unsaid(Engram(text="She met tom.", names=("Tom", "Mia")))
    ('Mia',)
    """
    said = memory.text.casefold()
    return tuple(name for name in memory.names if name.casefold() not in said)


@dataclass(frozen=True, slots=True)
class Answer:
    """What the mind answers from memory.

    `known` False means it does not remember, and `text` says so.

    `sources` are the recollections it rests on, `confidence` is in [0, 1].
    """

    text: str = ""
    confidence: float = 0.0
    known: bool = False
    sources: tuple[Recollection, ...] = ()


@dataclass(frozen=True, slots=True)
class Care:
    """What care asks of this turn, decided outside any model.

    `level` is none, notice or crisis; `notice` is text that must be said word for word (a
    disclosure, a referral); `boundaries` name what the reply must respect; `reason` says what was
    detected.
    """

    level: str = "none"
    notice: str = ""
    boundaries: tuple[str, ...] = ()
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Goal:
    """Something the companion tries to do: comfort, understand, answer, celebrate or follow up."""

    name: str = ""
    about: str = ""
    weight: float = 0.0


@dataclass(frozen=True, slots=True)
class Move:
    """One dialogue act that could be made now, with what it rests on.

    `act` is one of greet, answer, abstain, validate, celebrate, reflect, ask, recall, follow_up,
    acknowledge, suggest, thank, disclose, refer, part. `about` is its topic in words, `evidence`
    the memories and `facts` it may mention.
    """

    act: str = ""
    about: str = ""
    value: float = 0.0
    answer: Answer = Answer()
    evidence: tuple[Recollection, ...] = ()
    facts: tuple[Fact, ...] = ()


@dataclass(frozen=True, slots=True)
class Plan:
    """What the prefrontal organ proposes: goals in force and moves that serve them, best first."""

    goals: tuple[Goal, ...] = ()
    moves: tuple[Move, ...] = ()


@dataclass(frozen=True, slots=True)
class Decision:
    """The moves let through, in the order to be said, and the standing policies they obey."""

    moves: tuple[Move, ...] = ()
    policies: tuple[Fact, ...] = ()


@dataclass(frozen=True, slots=True)
class Utterance:
    """What the companion says: the text, the acts it performs, ids of the memories it mentions."""

    text: str = ""
    acts: tuple[str, ...] = ()
    cites: tuple[str, ...] = ()
    voice: str = "native"


@dataclass(frozen=True, slots=True)
class Note:
    """Something small to be kept from turn to turn: a key and a JSON text; `null` erases it."""

    key: str = ""
    value: str = "null"


@dataclass(frozen=True, slots=True)
class Receipt:
    """What was written or removed, by id; counts by kind."""

    ids: tuple[str, ...] = ()
    counts: Mapping[str, int] = field(default_factory=dict[str, int])
    dry_run: bool = False


@dataclass(frozen=True, slots=True)
class SleepReport:
    """What a sleep did: counts by activity, and lines that say it in words."""

    counts: Mapping[str, int] = field(default_factory=dict[str, int])
    notes: tuple[str, ...] = ()

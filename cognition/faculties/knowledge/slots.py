"""Facts by what they are asked for by: id, entity and relation, kind, and what they rest on."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import datetime

from cognition.regex import regex
from cognition.values import EPOCH, Fact

# relations whose object is no person, place or thing
LITERAL_RELATIONS = frozenset(
    {"age", "birthday", "plan", "event", "goal", "prefers_treatment", "call_me", "feels_about"}
    | {"talked_about", "lived_through", "task", "task_step", "task_next"}
)

_NAME = regex(r"\b[^\W\d_a-z][\w.-]*(?: [^\W\d_a-z][\w.-]*)*")

Stamp = tuple[datetime, int, str]
Slot = tuple[str, str]
TITLES = ("mr", "mrs", "ms", "dr", "prof", "st")  # those written with a dot, or without
_DOTTED = tuple(f"{title}. " for title in TITLES)


def current(fact: Fact, at: datetime) -> bool:
    """Tell whether a fact holds at a time: it has begun, and it has not ended (ends are exclusive).

    >>> current(Fact(valid_to=datetime(2026, 1, 1)), datetime(2026, 1, 1))
    False
    """
    begun = fact.valid_from is None or fact.valid_from <= at
    return begun and (fact.valid_to is None or fact.valid_to > at)


def key_of(name: str) -> str:
    """Give the key under which a name is looked up; a title has no dot in it.

    >>> key_of("Mr. Reed"), key_of("Tom Hale Jr.")
    ('mr reed', 'tom hale jr.')
    """
    key = name.casefold().strip()
    return key.replace(". ", " ", 1) if key.startswith(_DOTTED) else key


def ends(fact: Fact) -> frozenset[str]:
    """Give the entities of a fact: its subject and its object."""
    return frozenset({key_of(fact.subject), key_of(fact.object)})


def mentioned(fact: Fact) -> frozenset[str]:
    """Give every name that a fact mentions, and what each begins with.

    >>> sorted(mentioned(Fact(subject="Mia Reed", object="Tom's song")))
    ['mia', 'mia reed', 'tom']
    """
    found: set[str] = set()
    for match in _NAME.finditer(f"{fact.subject}; {fact.object}"):
        name = key_of(match[0].rstrip(".'’"))
        found |= {name, name.split()[0]}
    return frozenset(found)


class Slots:
    """Every fact, in lists ordered by when it began and then by when it was learned.

    `entities` gives the keys that a fact is found by.
    """

    def __init__(self, entities: Callable[[Fact], frozenset[str]] = ends) -> None:
        self._entities = entities
        self._facts: dict[str, Fact] = {}
        self._order: dict[str, int] = {}
        self._serial = 0
        # ("", "") all, (entity, ""), ("", relation), both
        self._slots: dict[Slot, list[Stamp]] = {}
        self._kinds: dict[str, set[str]] = {}
        self._resting: dict[str, set[str]] = {}  # source -> the facts that name it as one
        self._relations: dict[str, dict[str, int]] = {}  # entity -> relation -> how many facts
        self._counted: Counter[str] = Counter()  # relation -> how many facts

    def __len__(self) -> int:
        return len(self._facts)

    def get(self, id: str) -> Fact | None:
        """Give the fact of an id."""
        return self._facts.get(id)

    def order(self, id: str) -> int:
        """Give the place of a fact in the order of learning."""
        return self._order[id]

    def add(self, fact: Fact) -> None:
        """Add a fact; one of an id that was known before takes its place in the order."""
        if fact.id not in self._order:
            self._serial += 1
            self._order[fact.id] = self._serial
        self._facts[fact.id] = fact
        self._kinds.setdefault(fact.kind, set()).add(fact.id)
        for source in fact.sources:
            self._resting.setdefault(source, set()).add(fact.id)
        self._counted[fact.relation] += 1
        stamp = self._stamp(fact)
        entities = self._entities(fact)
        for slot in _slots(entities, fact.relation):
            stamps = self._slots.setdefault(slot, [])
            if not stamps or stamps[-1] < stamp:
                stamps.append(stamp)
            else:
                insort(stamps, stamp)
        for key in entities:
            counts = self._relations.setdefault(key, {})
            counts[fact.relation] = counts.get(fact.relation, 0) + 1

    def drop(self, fact: Fact, forget: bool) -> list[str]:
        """Take a fact out, with `forget` its place too; gives the entities it alone mentioned."""
        del self._facts[fact.id]
        self._kinds[fact.kind].discard(fact.id)
        for source in fact.sources:
            self._resting[source].discard(fact.id)
            if not self._resting[source]:
                del self._resting[source]
        self._counted[fact.relation] -= 1
        stamp = self._stamp(fact)
        entities = self._entities(fact)
        for slot in _slots(entities, fact.relation):
            stamps = self._slots[slot]
            stamps.pop(bisect_left(stamps, stamp))
            if not stamps:
                del self._slots[slot]
        if forget:
            del self._order[fact.id]
        return [key for key in entities if self._less(key, fact)]

    def _less(self, key: str, fact: Fact) -> bool:
        counts = self._relations[key]
        counts[fact.relation] -= 1
        if not counts[fact.relation]:
            del counts[fact.relation]
        if not counts:
            del self._relations[key]
        return not counts

    def resting_on(self, source: str) -> list[Fact]:
        """Give the facts that name a source, oldest first."""
        ids = sorted(self._resting.get(source, ()), key=self._order.__getitem__)
        return [self._facts[id] for id in ids]

    def relations(self, key: str) -> tuple[str, ...]:
        """Give the relations in which an entity stands."""
        return tuple(self._relations.get(key, ()))

    def every_relation(self) -> tuple[str, ...]:
        """Give the relation of every fact, each once."""
        return tuple(relation for relation, count in self._counted.items() if count)

    def at(self, key: str, relation: str) -> Iterator[Fact]:
        """Yield the facts of one entity ("" any) and relation ("" any), oldest first."""
        for *_, id in self._slots.get((key, relation), ()):
            yield self._facts[id]

    def find(self, keys: list[str], relation: str, kind: str | None) -> list[Fact]:
        """Give the facts of any of these entities, newest first."""
        found = [self._slots.get((key, relation), []) for key in keys]
        if kind is not None and len(self._kinds.get(kind, ())) < sum(map(len, found)):
            return self._of_kind(kind, frozenset(keys), relation)
        if len(found) == 1:
            stamps = found[0]
        else:
            stamps = sorted({stamp for stamps in found for stamp in stamps})
        facts = [self._facts[stamp[2]] for stamp in reversed(stamps)]
        return facts if kind is None else [fact for fact in facts if fact.kind == kind]

    def _of_kind(self, kind: str, keys: frozenset[str], relation: str) -> list[Fact]:
        """Give the same by looking through a kind of which there are few."""
        every = [self._facts[id] for id in self._kinds.get(kind, ())]
        fitting = [
            fact
            for fact in every
            if (not relation or fact.relation == relation)
            and ("" in keys or not keys.isdisjoint(self._entities(fact)))
        ]
        return sorted(fitting, key=self._stamp, reverse=True)

    def _stamp(self, fact: Fact) -> Stamp:
        """Give what facts are ordered by: since when they hold, then when they were learned."""
        return (fact.valid_from or EPOCH, self._order[fact.id], fact.id)


def _slots(entities: frozenset[str], relation: str) -> set[Slot]:
    return {(entity, one) for entity in (*entities, "") for one in ("", relation)}

"""Whom a name means, and what else they are called.

A name is found under another where only one can be meant: a first name under the one full name
that begins with it, "Weber" under "Dr. Weber", "Ada's sister" under the one sister known, a name
told under its bearer. Two who merely share a first name are never taken for one.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from cognition.faculties.knowledge.slots import Slots, key_of
from cognition.regex import regex
from cognition.values import Fact

TOLD = frozenset({"name", "call_me"})  # the relations whose object is a name of the subject
CALLED, SAME = "also_called", "same_as"  # the relations of links: between names, between episodes
SURE = 0.7  # links as sure as this are followed when facts about someone are asked for

_PLACEHOLDER = regex(r"(?:(?P<owner>.+)'s|(?P<your>your)) (?P<relation>\w+)\Z")
_TITLE = regex(r"(?:dr|mr|mrs|ms|miss|prof|professor|doctor|sir|dame)\b\.? ")
_KNOWN_BY = 20  # facts looked at to tell whether a name is someone's
# relations between people (and pets); a closed class
TIES = frozenset(
    """
    mother father sister brother son daughter child baby twin spouse partner aunt uncle niece nephew
    cousin grandmother grandfather grandson granddaughter grandchild stepmother stepfather
    stepsister stepbrother stepson stepdaughter half_sister half_brother mother_in_law father_in_law
    sister_in_law brother_in_law son_in_law daughter_in_law godmother godfather godson goddaughter
    friend colleague boss neighbour roommate flatmate housemate classmate teacher therapist mentor
    coach doctor trainer landlord pet
    """.split()  # noqa: SIM905
)


class Names:
    """The names of a graph's nodes: shown as first written, found whatever their case."""

    def __init__(self, facts: Slots, links: Slots) -> None:
        self._facts = facts
        self._links = links
        self._shown: dict[str, str] = {}
        self._entities: dict[str, str] = {}
        self._all: tuple[str, ...] | None = ()
        self._told: dict[str, dict[str, int]] = {}  # a name told -> the nodes it was told of
        self._first: defaultdict[str, set[str]] = defaultdict(set)  # ada -> ada lovelace
        self._last: defaultdict[str, set[str]] = defaultdict(set)  # weber -> dr. weber
        self._placeholders: dict[tuple[str, str], str] = {}  # (ada, sister) -> node "ada's sister"

    def add(self, name: str, entity: bool) -> None:
        """Take up a node's name."""
        key = key_of(name)
        if entity and key not in self._entities:
            self._entities[key] = name
            self._all = None
            for names, part in self._parts(name):
                names[part].add(key)
        if key not in self._shown:
            self._shown[key] = name
            if match := _PLACEHOLDER.match(key):
                self._placeholders[(match["owner"] or "you", match["relation"])] = key

    def drop(self, key: str) -> None:
        """Forget a node's name."""
        del self._shown[key]
        if (name := self._entities.pop(key, None)) is not None:
            self._all = None
            for names, part in self._parts(name):
                names[part].discard(key)
                if not names[part]:
                    del names[part]
        if match := _PLACEHOLDER.match(key):
            self._placeholders.pop((match["owner"] or "you", match["relation"]), None)

    def tell(self, fact: Fact, by: int) -> None:
        """Count a fact that tells a name (`by` 1), or one that no longer does (-1)."""
        if fact.relation not in TOLD or not fact.polarity:
            return
        name, bearer = key_of(fact.object), key_of(fact.subject)
        bearers = self._told.setdefault(name, {})
        bearers[bearer] = bearers.get(bearer, 0) + by
        if not bearers[bearer]:
            del bearers[bearer]
        if not bearers:
            del self._told[name]

    def entity(self, key: str) -> bool:
        """Tell whether a node is an entity, and not a number or a phrase."""
        return key in self._entities

    def all(self) -> tuple[str, ...]:
        """Give the name of every entity, oldest first; the same object until something changes."""
        if self._all is None:
            self._all = tuple(self._entities.values())
        return self._all

    # --- whom a name means -----------------------------------------------------------------------

    def keys(self, about: str) -> list[str]:
        """Resolve a name to the nodes it denotes; several where a person goes by several names."""
        key = key_of(about)
        keys = [key] if key in self._shown else []
        told = self._told.get(key, {})
        if len(told) == 1:
            keys.extend(node for node in told if node not in keys)
        if not keys:
            keys.extend(_only(self._first.get(key)))
        if not keys:
            keys.extend(full for full in _only(self._last.get(key)) if self._somebody(full))
        if placeholder := _PLACEHOLDER.match(key):
            owner = placeholder["owner"] or "you"
            keys.extend(self._bearers(owner, placeholder["relation"]))
        for node in tuple(keys) or (key,):
            keys.extend(self._unnamed(node))
            keys.extend(other for other in self._linked(node, SURE) if other in self._shown)
        return list(dict.fromkeys(keys))

    def aliases(self, name: str, sure: float) -> tuple[str, ...]:
        """Give what else the bearer of a name is called, nearest first."""
        start = key_of(name)
        met, shown = [start], {start: name}
        for key in met:
            for other, written in self._beside(key, sure):
                if other not in shown:
                    shown[other] = written
                    met.append(other)
        return tuple(shown[key] for key in met[1:])

    def _beside(self, key: str, sure: float) -> Iterator[tuple[str, str]]:
        """Yield the other names of a name's bearer that are one step away, as they are written."""
        yield from self._linked(key, sure).items()
        told = self._told.get(key, {})
        near = [*told] if len(told) == 1 else []
        near += [key_of(f.object) for rel in sorted(TOLD) for f in self._facts.at(key, rel)
                 if f.polarity and key_of(f.subject) == key]  # fmt: skip
        if placeholder := _PLACEHOLDER.match(key):
            near += self._bearers(placeholder["owner"] or "you", placeholder["relation"])
        near += self._unnamed(key)
        if self._nobody(key):
            for whole in (*_only(self._first.get(key)), *_only(self._last.get(key))):
                near += [whole] if self._somebody(whole) else []
        for names, part in self._parts(self._entities.get(key, "")):
            if names[part] == {key} and self._nobody(part) and self._somebody(key):
                yield part, next(w for w in self._entities[key].split() if w.casefold() == part)
        for other in near:
            yield other, self._shown.get(other, other)

    def _linked(self, key: str, sure: float) -> dict[str, str]:
        """Give the names linked to one with enough confidence; witnesses of a link add up."""
        doubt: defaultdict[str, float] = defaultdict(lambda: 1.0)
        written: dict[str, str] = {}
        for link in self._links.at(key, CALLED):
            if link.valid_to is None:
                name = link.object if key_of(link.subject) == key else link.subject
                written[key_of(name)] = name
                doubt[key_of(name)] *= 1 - link.confidence
        kept = sorted((d, other) for other, d in doubt.items() if d <= 1 - sure + 1e-9)
        return {other: written[other] for _, other in kept}

    def _bearers(self, owner: str, relation: str) -> Iterator[str]:
        """Yield who "Ada's sister" is, if exactly one is known."""
        objects = {
            key_of(fact.object)
            for fact in self._facts.at(owner, relation)
            if key_of(fact.subject) == owner and fact.valid_to is None and fact.polarity
        }
        yield from _only(objects)

    def _unnamed(self, node: str) -> Iterator[str]:
        """Yield nodes such as "ada's sister" that stood for this one before its name was known."""
        if not self._placeholders:
            return
        for relation in self._facts.relations(node):
            for fact in self._facts.at(node, relation):
                owner = key_of(fact.subject)
                placeholder = self._placeholders.get((owner, relation))
                if placeholder and [*self._bearers(owner, relation)] == [node]:
                    yield placeholder

    def _parts(self, name: str) -> Iterator[tuple[defaultdict[str, set[str]], str]]:
        """Yield the parts of a full name that may stand for it, each with where it is kept."""
        words = name.split()
        if 1 < len(words) <= 4 and all(word[:1].isupper() for word in words):
            if not _TITLE.match(key_of(name)):
                yield self._first, words[0].casefold()
            yield self._last, words[-1].casefold()

    def _nobody(self, key: str) -> bool:
        """Tell whether nothing is known of a name by itself, so that it may stand for a fuller."""
        return key not in self._entities

    def _somebody(self, key: str) -> bool:
        """Tell whether a name is someone's: something is said of them, or they are kin."""
        facts = self._facts.at(key, "")
        return any(
            key_of(fact.subject) == key or fact.relation in TIES
            for fact, _ in zip(facts, range(_KNOWN_BY), strict=False)
        )


def _only(found: set[str] | None) -> tuple[str, ...]:
    return tuple(found) if found and len(found) == 1 else ()

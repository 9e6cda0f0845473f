"""What a question is put to: the premises, by relation, and names as they were written."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from functools import cached_property

from cognition.organs.prefrontal.reasoning.chaining import Atom, Chain, Closure
from cognition.organs.prefrontal.reasoning.kin import ONE
from cognition.organs.prefrontal.reasoning.premises import Premise, chained, in_order
from cognition.organs.prefrontal.reasoning.reader import Reader

Told = list[tuple[Atom, Chain]]


@dataclass
class World:
    """Premises as one person asks about them, at a time."""

    reader: Reader
    asker: str
    now: datetime

    @cached_property
    def premises(self) -> list[Premise]:
        """Every premise, in the order in which it came about."""
        return in_order(self.reader.premises)

    def of(self, *relations: str) -> list[Premise]:
        """Give the premises of some relations, in order."""
        return [one for one in self.premises if one.relation in relations]

    def show(self, name: str) -> str:
        """Write a name for the one who asks.

        "ada" is "you" for Ada, "ada's mother" is "your mother".
        """
        mine = self.asker.lower()
        if name == mine:
            return "you"
        if name.startswith(f"{mine}'s "):
            return f"your {name[len(mine) + 3 :]}"
        if "'s " in name and name not in self.reader.shown:
            of, _, what = name.rpartition("'s ")
            return f"{self.show(of)}’s {what}".replace("you’s", "your")
        return self.reader.shown.get(name, name)

    def person(self, phrase: str) -> str:
        """Give the key of what a question calls "me", "my mother" or "Tom's aunt"."""
        plain = phrase.replace("’", "'").strip()
        if plain.lower() in ("i", "me", "myself", "my", "we", "us"):
            return self.asker.lower()
        if plain.lower().startswith(("my ", "our ")):
            plain = f"{self.asker}'s {plain.split(' ', 1)[1]}"
        words = plain.split()
        if words and words[0].lower() in ("the", "a", "an"):
            words = words[1:]
        return " ".join(words).lower()

    def closure(self, section: str, told: Told) -> Closure:
        """Draw everything that follows from what was told by a section of the rules."""
        return Closure(section, told)

    def named(self, told: Told) -> Told:
        """Tell of Rosa what was told of "Ada's mother", once Rosa is known to be that."""
        roles: dict[str, tuple[str, Chain]] = {}
        for _ in range(2):  # "Ada's mother's sister" takes Ada's mother first
            for atom, chain in told:
                whose, link = _bearer(atom.object, roles)
                role = f"{whose}'s {atom.relation.replace('_', '-')}"
                if "'s " not in atom.subject and (atom.relation in ONE or role not in roles):
                    roles.setdefault(role, (atom.subject, (*chain, *link)))
        out: Told = []
        for atom, chain in told:
            subject, one = _bearer(atom.subject, roles)
            object_, other = _bearer(atom.object, roles)
            out.append((Atom(atom.relation, subject, object_), chained(chain, one, other)))
        return out


def _bearer(name: str, roles: dict[str, tuple[str, Chain]]) -> tuple[str, Chain]:
    """Give who bears a description such as "ada's mother", and from what that follows."""
    of, owns, what = name.rpartition("'s ")
    if not owns:
        return name, ()
    whose, link = _bearer(of, roles)
    role = f"{whose}'s {what}"
    if role in roles:
        bearer, more = roles[role]
        return bearer, chained(link, more)
    return role, link

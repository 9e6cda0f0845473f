"""Neocortex: semantic memory. Learns what is said to be true, recalls what bears on the turn.

No model is asked: a small grammar reads clauses, a table of rules reads predicates, and whatever is
doubtful is left alone. See `extract` for what it will not learn from.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from cognition.channel import Merge, concat
from cognition.faculties import Faculties
from cognition.organ import Organ
from cognition.organs.neocortex.before import HEARD, referents, spoken_before
from cognition.organs.neocortex.extract import extract
from cognition.organs.neocortex.relevance import relevant
from cognition.organs.neocortex.stating import stated
from cognition.values import Fact, Percept


@dataclass(frozen=True, slots=True)
class Heard:
    percept: Percept


@dataclass(frozen=True, slots=True)
class Known:
    known: tuple[Fact, ...] = ()
    learned: Annotated[tuple[Fact, ...], Merge(concat)] = ()
    stated: Annotated[tuple[Fact, ...], Merge(concat)] = ()


class Neocortex(Organ[Heard, Known]):
    """Bring to mind the facts that bear on a turn, and read new ones off the person's words.

    `k` is the most facts brought to mind. `known` is what was held before this turn; what the turn
    teaches is in `learned`: new facts, and new versions (same id) of old ones that ended or were
    repeated; what it says of anybody else is in `stated`, likewise.
    """

    k: int = 12

    def step(self, see: Heard, use: Faculties) -> Known | None:
        """Read one percept."""
        before = spoken_before(see.percept, use.journal.latest(HEARD))
        return Known(
            known=relevant(see.percept, use.knowledge, self.k),
            learned=extract(see.percept, use.knowledge, use.owner, before),
            stated=stated(see.percept, use.knowledge, use.owner),
        )


__all__ = [
    "Heard",
    "Known",
    "Neocortex",
    "extract",
    "referents",
    "relevant",
    "spoken_before",
    "stated",
]

"""Stories made by a grammar, each with a question, its answer and the turns the answer rests on."""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

import yaml

Forms = dict[str, Mapping[str, Sequence[str]]]
FORMS: Forms = yaml.safe_load((Path(__file__).parent / "reasoning_forms.yaml").read_text("utf-8"))
TOLD = datetime(2026, 3, 4, 10)  # a Wednesday: when a story is told
WOMEN = ("Mia", "Rosa", "Vera", "Hilde", "Ines", "Nora", "Greta", "Lena")
MEN = ("Tom", "Leo", "Karl", "Otto", "Paul", "Emil", "Hugo", "Felix")
NAMES = (*WOMEN, *MEN)
SEX = {**dict.fromkeys(WOMEN, "f"), **dict.fromkeys(MEN, "m")}


@dataclass
class Case:
    """One question; `answers` are the right ones (none: it cannot be known), `chain` the turns."""

    family: str
    told: list[str] = field(default_factory=list)
    question: str = ""
    answers: tuple[str, ...] = ()
    chain: frozenset[int] = frozenset()
    asks_back: bool = False


def hold_out(file: Path) -> None:
    """Take the forms of another file, `told` and `asked`, as those held out."""
    found: Forms = yaml.safe_load(file.read_text("utf-8"))
    for part in ("told", "asked"):
        held_out = found.get(f"{part}, held out") or found[part]
        FORMS[f"{part}, held out"] = {**FORMS[part], **held_out}


def forms(part: str, meaning: str, held_out: bool) -> Sequence[str]:
    """Give the forms of a meaning, `told` or `asked`, in one part of the split."""
    return FORMS[f"{part}, held out" if held_out else part][meaning]


class Teller:
    """Tells one story in the forms of one part of the split."""

    def __init__(self, family: str, seed: int, held_out: bool) -> None:
        self.random = random.Random(f"{family}/{seed}/{held_out}")
        self.case = Case(family)
        self._held_out = held_out

    def pick(self, count: int, of: Sequence[str]) -> list[str]:
        return self.random.sample(list(of), count)

    def tell(self, meaning: str, **gaps: Any) -> int:
        """Tell one thing; gives the number of its turn."""
        self.case.told.append(self._form("told", meaning, gaps))
        return len(self.case.told) - 1

    def noise(self, most: int = 2) -> None:
        for _ in range(self.random.randint(0, most)):
            self.tell("noise")

    def ask(self, meaning: str, answers: Sequence[str], chain: set[int], **gaps: Any) -> Case:
        self.case.question = self._form("asked", meaning, gaps)
        self.case.answers, self.case.chain = tuple(answers), frozenset(chain)
        return self.case

    def ask_unknown(self, meaning: str, **gaps: Any) -> Case:
        return self.ask(meaning, (), set(), **gaps)

    def _form(self, part: str, meaning: str, gaps: Mapping[str, Any]) -> str:
        form = self.random.choice(forms(part, meaning, self._held_out))
        text = form.format(**{name: str(value) for name, value in gaps.items()})
        return text[0].upper() + text[1:]


def day(when: datetime) -> str:
    return f"{when.day} {when:%B %Y}"


def month(when: datetime) -> str:
    return f"{when:%B %Y}"


def some_day(teller: Teller, first: int, last: int) -> datetime:
    rng = teller.random
    return datetime(rng.randint(first, last), rng.randint(1, 12), rng.randint(1, 28))


def possessive(name: str) -> str:
    return "my" if name == "I" else f"{name}'s"


def kin_gaps(name: str, kin: str, of: str) -> dict[str, str]:
    """Give the gaps of a sentence that says that someone is another's kin."""
    whose = possessive(of)
    return {
        "who": name,
        "kin": kin,
        "of": whose,
        "Of": whose[0].upper() + whose[1:],
        "whom": "me" if of == "I" else of,
        "whom_has": "I have" if of == "I" else f"{of} has",
    }

"""A turn that was read before says the same when it is taken from what was kept."""

from datetime import datetime, timedelta

import pytest

from cognition.organs.prefrontal.reasoning.premises import Context
from cognition.organs.prefrontal.reasoning.reader import Reader, Reading
from cognition.organs.prefrontal.reasoning.reading import TurnReader
from cognition.values import Recollection

START = datetime(2026, 3, 1, 18)
TELLINGS = [
    ["My sister Mia lives in Rome.", "She has a dog.", "Her brother is Tom.", "He took the ball."],
    ["Tom has 5 apples.", "He bought 2 more.", "Then he gave 3 of them to Mia."],
    ["Mary and John went to the hall.", "They took the milk.", "Mary dropped it."],
    ["Anna is older than Ben.", "Ben was born on 3 May 1990.", "She moved to Oslo before that."],
]


@pytest.mark.parametrize("told", TELLINGS)
@pytest.mark.parametrize("follows", [True, False])
def test_what_was_kept_is_what_is_read(told: list[str], follows: bool) -> None:
    turns = [
        Recollection(id=str(n), text=text, speaker="Ada", when=START + timedelta(minutes=n))
        for n, text in enumerate(told)
    ]
    for _ in range(2):  # the second time all is kept
        kept, context = Reader(), Context()
        premises: list[tuple[object, ...]] = []
        shown: dict[str, str] = {}
        for n, turn in enumerate(turns):
            kept.read(Reading(turn), follows and n > 0)
            before = context if follows else Context(sexes=context.sexes)
            read = TurnReader(before)
            read.read(turn)
            premises += map(_said, read.premises)
            shown = {**read.shown, **shown}
            context = read.discourse.after(before)
        assert premises
        assert list(map(_said, kept.premises)) == premises
        assert kept.shown == shown
        assert all(any(one.source is turn for turn in turns) for one in kept.premises)


def test_the_same_words_after_others_are_read_anew() -> None:
    said = Recollection(text="She took the ball.", speaker="Ada", when=START)
    takers: list[str] = []
    for name in ("Mia", "Rosa"):
        reader = Reader()
        reader.read(
            Reading(Recollection(text=f"{name} came in.", speaker="Ada", when=START)), False
        )
        reader.read(Reading(said), follows=True)
        takers += [one.subject for one in reader.premises if one.relation == "get"]
    assert takers == ["mia", "rosa"]


def _said(one: object) -> tuple[object, ...]:
    names = ("relation", "subject", "object", "other", "holds", "source", "when", "time")
    return tuple(getattr(one, name) for name in names)

"""One table of contractions serves all who read sentences, and each reads the same in it."""

from __future__ import annotations

import pytest

from cognition.organs.basal_ganglia.stances import plain as asked
from cognition.organs.contractions import CONTRACTIONS, in_full
from cognition.organs.insula.crisis import normalised
from cognition.organs.neocortex.clauses import plain as told


@pytest.mark.parametrize("contraction", CONTRACTIONS)
def test_all_read_a_contraction_as_the_table_has_it(contraction: str) -> None:
    full = CONTRACTIONS[contraction]
    said, meant = f"so {contraction} home", f"so {full} home"
    assert in_full(said) == meant
    assert asked(said) == meant
    assert told(said).lower() == meant
    assert normalised(said) == meant.replace("can not", "cannot")


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("I’m sure you’re right.", "I am sure you are right."),
        ("Don't! We'll see.", "Do not! We will see."),
        ("Mia's cat isn't here.", "Mia's cat is not here."),
        ("The servant went where no current went.", "The servant went where no current went."),
        ("We were well, the shell is here.", "We were well, the shell is here."),
    ],
)
def test_only_contractions_are_written_out(said: str, meant: str) -> None:
    assert in_full(said) == meant


def test_readers_keep_what_is_their_own() -> None:
    assert told("she's got a cat and my dog's a pug") == "she has got a cat and my dog is a pug"
    assert normalised("wouldn't it be nice") == "would it be nice"
    assert normalised("i can't go on any more") == "i cannot go on anymore"

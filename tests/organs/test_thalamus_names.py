from __future__ import annotations

import pytest

from cognition.organs.thalamus.names import named


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("I adopted a cat, Luna.", ("Luna",)),
        ("My sister moved from New York to Los Angeles.", ("New York", "Los Angeles")),
        ("We read Dr. Seuss together.", ("Dr. Seuss",)),
        ("They hiked the Pacific Crest Trail in May.", ("Pacific Crest Trail",)),
        ('I finished "The Name of the Rose" yesterday.', ("The Name of the Rose",)),
        ("It was Ada's idea.", ("Ada",)),
        ("I'm happy and I think I'll go on Monday.", ()),
        ("Luna is ill.", ("Luna",)),
        ("Painting is fun.", ()),
        ("Gorgeous!", ()),
        ("Caroline, how are you?", ("Caroline",)),
        ("I AM SO HAPPY TODAY", ()),
        ("She works for NASA now.", ("NASA",)),
        ("My Luna sleeps.", ("Luna",)),
        ("Ada met Bo. Then Ada left.", ("Ada", "Bo")),
        ("Nothing here", ()),
        ("", ()),
    ],
)
def test_names_are_found_as_written(text, expected):
    assert named(text) == expected


def test_known_names_need_no_capital():
    assert named("did luna see new york", frozenset({"luna", "new york"})) == ("luna", "new york")


def test_a_known_common_word_stays_a_word():
    assert named("may i go", frozenset({"may"})) == ()

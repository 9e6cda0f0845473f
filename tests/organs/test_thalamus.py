from __future__ import annotations

import random
from dataclasses import replace
from datetime import datetime

import numpy as np
import pytest

from cognition.organs.thalamus import Sensed, Thalamus, perceive
from cognition.values import Stimulus

NOW = datetime(2026, 11, 21, 15, 30)

SHUFFLED = """
    next last this the of in on at from to between and two 3 17 2019 5pm 10:30 friday may
    june week weeks ago before after year first end morning tonight now half quarter since
    until 90s 1/2 2020-02-30 q4 christmas eve decade an a few , . - ' ( ) noon past o'clock
    Luna I
    """


class CountingEncoder:
    name = "counting"
    size = 3

    def __init__(self) -> None:
        self.calls: list[list[str]] = []

    def encode(self, texts):
        self.calls.append(list(texts))
        return np.tile(np.array([[1.0, 0.0, 0.0]], dtype=np.float32), (len(texts), 1))


class Known:
    def entities(self):
        return ("Luna", "Pacific Crest Trail")


class Still:
    def now(self):
        return NOW


class Use:
    def __init__(self) -> None:
        self.encoder = CountingEncoder()
        self.knowledge = Known()
        self.clock = Still()


def step(text: str, **more):
    use = Use()
    percept = Thalamus().step(Sensed(stimulus=Stimulus(text=text, **more)), use).percept
    return percept, use.encoder.calls


def test_the_utterance_is_encoded_once_as_said():
    percept, calls = step("  I adopted a cat.  ")
    assert calls == [["  I adopted a cat.  "]]
    assert percept.vector == (1.0, 0.0, 0.0)


@pytest.mark.parametrize("text", ["", "   ", "\n\t"])
def test_nothing_said_is_empty_and_not_encoded(text):
    percept, calls = step(text)
    assert percept.act == "empty"
    assert calls == []
    assert percept.vector == ()


def test_who_when_and_where_from_are_carried_over():
    said = datetime(2023, 5, 8, 13, 56)
    percept, _ = step("Hi", speaker="Ada", when=said, ref="D1:3", session="1", role="other")
    assert (percept.speaker, percept.when, percept.ref, percept.session, percept.role) == (
        "Ada",
        said,
        "D1:3",
        "1",
        "other",
    )


def test_the_clock_tells_the_time_of_what_has_none():
    percept, _ = step("Hi")
    assert percept.when == NOW


def test_known_names_are_recognised_without_their_capital():
    percept, _ = step("is luna well?")
    assert percept.names == ("Luna",)


def test_times_are_seen_from_when_it_was_said():
    percept = perceive(Stimulus(text="I came yesterday.", when=datetime(2023, 5, 8, 13)), NOW)
    assert [(span.text, span.start, span.end) for span in percept.times] == [
        ("yesterday", datetime(2023, 5, 7), datetime(2023, 5, 8))
    ]


@pytest.mark.parametrize(
    "text",
    [
        "🙂🙂🎉",
        "\x00\x07\x1b[31m",
        "\ud800 alone \udfff. And more.",
        "這是一個句子。昨天我去了北京。",
        "Вчера я ходил в кино. А ты?",
        "99999999999999999999 years ago, 31/31/9999 99:99",
        "on February 30 9999 at 25:61 in 9999999 centuries",
        "a" * 100_000,
        "May " * 25_000,
        "Friday the 13th of next week after next " * 2_500,
        "." * 100_000,
        '"' * 5_000,
        "half past " * 9_000,
        "1 past " * 9_000,
        "the day before " * 7_000,
        "2 days and " * 9_000,
        "the end of " * 9_000,
        "A'" * 5_000,
    ],
)
def test_bad_input_never_raises(text):
    percept = perceive(Stimulus(text=text), NOW)
    assert percept.text == text
    assert percept.act


@pytest.mark.parametrize("seed", range(40))
def test_words_in_any_order_never_raise(seed):
    words = SHUFFLED.split()
    draw = random.Random(seed)
    text = " ".join(draw.choice(words) for _ in range(60))
    percept = perceive(Stimulus(text=text), NOW)
    assert all(span.start <= span.end and span.text in text for span in percept.times)


def test_times_at_the_edge_of_the_calendar_never_raise():
    for edge in (datetime.min, datetime.max):
        percept = perceive(Stimulus(text="two weeks ago, next year, in 3 days, tomorrow"), edge)
        assert percept.act == "statement"


def test_perceiving_twice_gives_the_same():
    stimulus = Stimulus(text="Is Luna coming on Friday?")
    assert perceive(stimulus, NOW) == perceive(replace(stimulus), NOW)

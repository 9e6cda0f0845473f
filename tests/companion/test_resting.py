"""The companion sleeps by itself while it is talked with."""

import threading
import time

import pytest

from cognition.errors import StoreUnwritable
from graphs.companion.resting import sleeping


@pytest.fixture
def rested(mind, clock):
    """A mind that has something to sleep over."""
    mind.observe("My neighbour Tom plays the tuba at night.", when=clock.now())
    mind.observe("Tom's tuba keeps our whole street awake.", when=clock.now())
    clock.advance(days=1)
    return mind


def until(condition):
    for _ in range(600):
        if condition():
            return
        time.sleep(0.02)
    raise AssertionError("it did not happen within 12 s")


def test_what_was_told_before_is_slept_over_while_one_talks(rested):
    with sleeping(rested, after=0):
        until(lambda: rested.memories(kind="gist"))
        rested.observe("Good morning, I slept well.")
    assert "tuba" in rested.memories(kind="gist")[0].text


def test_it_does_not_begin_before_its_time_and_leaving_does_not_wait_for_it(rested, monkeypatch):
    slept = []
    monkeypatch.setattr(type(rested), "sleep", lambda self, **more: slept.append(more))
    with sleeping(rested, after=3600):
        pass
    assert slept == []


def test_leaving_ends_it_and_the_next_time_it_goes_on(rested, monkeypatch):
    begun, ended = threading.Event(), []

    def sleep(self, awake):
        begun.set()
        until(awake)
        ended.append(True)

    with monkeypatch.context() as patched:
        patched.setattr(type(rested), "sleep", sleep)
        with sleeping(rested, after=0):
            assert begun.wait(10)
            assert not ended
    assert ended
    with sleeping(rested, after=0):
        until(lambda: rested.memories(kind="gist"))


def test_a_sleep_that_fails_is_told_in_one_line_and_the_talk_goes_on(rested, monkeypatch, capsys):
    failing = threading.Event()

    def sleep(self, awake):
        failing.set()
        raise StoreUnwritable("the disk is full; free some space")

    monkeypatch.setattr(type(rested), "sleep", sleep)
    with sleeping(rested, after=0):
        assert failing.wait(10)
        assert rested.observe("Still here.") == 1
    assert capsys.readouterr().err.strip() == (
        "memory was not consolidated: the disk is full; free some space"
    )

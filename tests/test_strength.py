from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from cognition.strength import as_long_as, recallable, retrievability, review
from cognition.values import Engram

LIVED = datetime(2026, 3, 1, 18, 0)
ENGRAM = Engram(id="a", when=LIVED, last=LIVED, stability=2.3, difficulty=5.0)


def days(n: float) -> datetime:
    return LIVED + timedelta(days=n)


def chance_after(gap: float, delay: float) -> float:
    """Give the chance of recall at a test, recalled or missed and told again after a gap."""
    at = days(gap)
    chance = recallable(ENGRAM, at)
    later = at + timedelta(days=delay)
    got, missed = review(ENGRAM, at), review(ENGRAM, at, recalled=False)
    return chance * recallable(got, later) + (1 - chance) * recallable(missed, later)


def test_forgetting_is_fast_first_and_slow_later():
    lost = [recallable(ENGRAM, days(n)) - recallable(ENGRAM, days(n + 1)) for n in range(5)]
    assert lost == sorted(lost, reverse=True) and lost[-1] > 0


def test_a_pinned_memory_does_not_fade():
    pinned = Engram(id="a", when=LIVED, stability=2.3, pinned=True)
    assert recallable(pinned, days(1000)) == 1


def test_a_chance_tells_how_long_ago_it_feels():
    assert retrievability(2.3, as_long_as(2.3, 0.6)) == pytest.approx(0.6)
    assert as_long_as(2.3, 1e-9) == 36_500  # and no longer


def test_a_recall_that_was_hard_strengthens_more_than_an_easy_one():
    at = days(0.01)
    gains = [review(ENGRAM, at, ease=ease).stability for ease in (0.99, 0.9, 0.7, 0.5)]
    assert gains == sorted(gains) and gains[-1] > 2 * gains[1] > 2 * ENGRAM.stability
    # ease tells of a poor cue; a good one makes nothing easier than time has made it
    assert review(ENGRAM, days(30), ease=1.0) == review(ENGRAM, days(30))


def test_recall_never_weakens_and_missing_does():
    for gap in (0, 0.5, 1, 10, 1000):
        assert review(ENGRAM, days(gap)).stability >= ENGRAM.stability
        assert review(ENGRAM, days(gap)).last == days(gap)
    assert review(ENGRAM, days(10), recalled=False).stability < ENGRAM.stability


def test_reviewing_before_the_last_review_does_not_turn_back_time():
    later = review(ENGRAM, days(5))
    assert review(later, days(2)).last == days(5)


@pytest.mark.parametrize("delay", [7, 35, 70, 350])
def test_spaced_beats_massed_and_too_spaced_is_worse(delay):
    """Cepeda et al. 2008: an inverted U of the gap."""
    chances = {
        gap: chance_after(gap, delay) for gap in (0, 1, 2, 4, 7, 11, 14, 21, 28, 35, 70, 105)
    }
    best = max(chances, key=chances.__getitem__)
    assert chances[best] > 1.08 * chances[0]
    assert 0 < best < 105 and chances[105] < chances[best]


def test_the_best_gap_grows_with_the_delay_but_less():
    gaps = range(1, 60)
    best = [max(gaps, key=lambda gap, d=delay: chance_after(gap, d)) for delay in (7, 35, 70, 350)]
    assert best == sorted(best) and best[0] < best[-1]
    shares = [gap / delay for gap, delay in zip(best, (7, 35, 70, 350), strict=True)]
    assert shares == sorted(shares, reverse=True)


def test_rehearsing_what_recalls_nothing_changes_nothing(mind):
    assert mind.recall("anything", rehearse=True) == []


def test_recall_by_the_mind_strengthens_more_after_a_while(mind):
    mind.observe("I planted an apricot tree.", when=LIVED, ref="soon")
    mind.observe("The harbour was frozen over.", when=LIVED, ref="late")
    mind.recall("apricot tree", k=1, now=days(0.01), rehearse=True)
    mind.recall("frozen harbour", k=1, now=days(7), rehearse=True)
    ids = [one.id for one in mind.memories()]
    kept = {engram.ref: engram for engram in mind.faculties.journal.engrams(ids)}
    assert recallable(kept["late"], days(37)) > recallable(kept["soon"], days(30.01))

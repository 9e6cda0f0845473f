from __future__ import annotations

from collections import Counter
from datetime import datetime, timedelta
from itertools import pairwise
from random import Random

import numpy as np
import pytest

from benchmarks.evidence import CachingEncoder
from cognition import Mind
from cognition.organs.hippocampus.context import Drift, TemporalContext, neighbour_kernel
from cognition.organs.hippocampus.field import NEIGHBOURS
from cognition.organs.hippocampus.free_recall import (
    Retrieval,
    likeness,
    recall_freely,
    rehearsed,
    search,
)

START = datetime(2026, 3, 1, 9, 0)
WORDS = ["anchor", "kettle", "violin", "pebble", "garlic", "lantern", "walnut", "scarf"]
WORDS += ["glacier", "pigeon", "ladder", "honey"]
N = len(WORDS)
PACE = timedelta(seconds=4)
END = START + N * PACE


@pytest.fixture
def mind(encoder, clock):
    """Open a mind that encodes each word once, for each recall needs them all."""
    with Mind.open(None, owner="Ada", encoder=CachingEncoder(encoder), clock=clock) as opened:
        yield opened


def study(mind, session="list", words=WORDS, at=START):
    mind.observe_many(
        {"text": word, "when": at + i * PACE, "session": session, "ref": f"{session}{i}"}
        for i, word in enumerate(words)
    )


def orders(drift=Drift(), kept_since=1.0, lasting=None, times=250, rule=Retrieval()):  # noqa: B008
    """Recall a list of words that mean nothing to each other, so many times over."""
    chance = Random(0)
    made = []
    for _ in range(times):
        context = TemporalContext([drift.kept(4.0)] * (N - 1), drift)
        context.leave(kept_since)
        context.think_back()
        left = np.ones(N) if lasting is None else lasting
        made.append([i for i, _ in search(context, np.zeros((N, N)), left, chance, rule)])
    return made


def shares(lists):
    counts = Counter(at for one in lists for at in one)
    return [counts[at] / len(lists) for at in range(N)]


def lag_crp(lists):
    made, possible = Counter(), Counter()
    for one in lists:
        left = set(range(N))
        for at, next_ in pairwise(one):
            left.discard(at)
            made[next_ - at] += 1
            possible.update(other - at for other in left)
    return {lag: made[lag] / possible[lag] for lag in range(-5, 6) if lag}


# -- context ----------------------------------------------------------------------------------


def test_context_keeps_unit_length_whatever_happens():
    lived = TemporalContext([1.0, 0.3, 0.0, 0.8], Drift())
    assert np.linalg.norm(lived.states, axis=1) == pytest.approx(1)
    lived.leave(0.4)
    lived.think_back()
    lived.reinstate(3)
    lived.reinstate(0)
    assert np.linalg.norm(lived._state) == pytest.approx(1)


def test_context_drifts_away_with_each_episode_and_with_time():
    drift = Drift(encoding=0.6)
    near = TemporalContext([1.0] * 4, drift)
    assert near.states @ near.states[-1] == pytest.approx([0.8**4, 0.8**3, 0.8**2, 0.8, 1])
    apart = TemporalContext([drift.kept(60.0)] * 4, drift)
    assert all((apart.states @ apart.states[-1])[:-1] < (near.states @ near.states[-1])[:-1])


def test_reinstating_an_episode_brings_its_neighbours_nearer_and_the_next_most():
    lived = TemporalContext([1.0] * 9, Drift())
    lived.leave(0.0)
    before = lived.likeness()
    lived.reinstate(4)
    gained = lived.likeness() - before
    assert gained[4] > gained[5] > gained[3] > gained[2] > 0
    assert gained[5] > gained[6] > gained[7]


def test_the_kernel_of_cued_recall_is_the_one_the_model_implies():
    implied, used = neighbour_kernel(Drift()), dict(NEIGHBOURS)
    assert sorted(implied) == sorted(used)
    assert implied[1] == max(implied.values()) and used[1] == max(used.values())
    for lag, weight in used.items():
        assert implied[lag] == pytest.approx(weight / used[1], abs=0.15)


def test_what_an_episode_brings_back_decides_the_kernels_asymmetry():
    own, lived = neighbour_kernel(Drift(binding=0.0)), neighbour_kernel(Drift(binding=1.0))
    assert own[-1] == pytest.approx(0)  # its own part is in no state before it
    assert lived[-1] == pytest.approx(lived[1], abs=0.01)  # states before and after are as like


# -- order and position ------------------------------------------------------------------------


def test_recall_goes_on_with_neighbours_and_forward():
    crp = lag_crp(orders())
    assert crp[1] > 1.2 * crp[-1]
    assert crp[1] > crp[2] > crp[4] and crp[-1] > crp[-2] > crp[-4]
    assert crp[-1] > 2 * (crp[-5] + crp[5]) / 2


def test_without_temporal_context_nothing_follows_from_nearness():
    lesioned = Drift(encoding=0.0, retrieval=0.0, pace=1e9)
    crp = lag_crp(orders(lesioned, rule=Retrieval(primacy=0.0)))
    assert max(crp.values()) < 1.5 * min(crp.values())


def test_the_first_and_the_last_come_more_often_than_the_middle():
    at_once = orders()
    curve = shares(at_once)
    middle = np.mean(curve[4:8])
    assert curve[0] > middle + 0.05 and curve[-1] > middle + 0.1
    assert Counter(one[0] for one in at_once if one).most_common(1)[0][0] == N - 1


def test_after_other_episodes_the_end_has_no_advantage_but_the_beginning_has():
    drift = Drift()
    curve = shares(orders(kept_since=drift.kept(30.0, episodes=10)))
    assert curve[-1] < np.mean(curve[4:8])
    assert curve[0] > np.mean(curve[4:8]) + 0.1


def test_primacy_is_the_firmer_binding_of_the_first():
    late = Drift().kept(30.0, episodes=10)
    with_, without = (
        np.mean(shares(orders(kept_since=late, rule=Retrieval(primacy=primacy)))[:2])
        for primacy in (4.7, 0.0)
    )
    assert with_ > without + 0.1


def test_what_has_faded_comes_less_often():
    lasting = np.where(np.arange(N) % 2, 1.0, 0.2)
    curve = shares(orders(lasting=lasting, kept_since=0.0))
    assert np.mean(curve[1::2]) > np.mean(curve[::2]) + 0.1
    assert np.mean(shares(orders(lasting=np.full(N, 0.2), kept_since=0.0))) < np.mean(curve)


# -- a mind ------------------------------------------------------------------------------------


def test_a_session_is_recalled_in_part_and_each_episode_once(mind):
    study(mind)
    study(mind, "other", WORDS[::-1], at=START + timedelta(hours=1))
    came = recall_freely("list", mind.faculties, END, Random(1))
    assert 0 < len(came) <= N
    assert len({one.id for one in came}) == len(came)
    assert {one.session for one in came} == {"list"}


def test_the_same_chance_recalls_the_same(mind):
    study(mind)
    recall = [
        [one.ref for one in recall_freely("list", mind.faculties, END, Random(seed))]
        for seed in (1, 1, 2, 3)
    ]
    assert recall[0] == recall[1]
    assert any(other != recall[0] for other in recall[2:])
    by_itself = [recall_freely("list", mind.faculties, END) for _ in range(2)]
    assert by_itself[0] == by_itself[1]


def test_each_says_why_it_came(mind):
    study(mind)
    later = END + timedelta(days=3)
    for one in recall_freely("list", mind.faculties, later, Random(1)):
        assert set(one.why) == {"context", "meaning", "fading"}
        assert one.score == pytest.approx(sum(one.why.values()))
        assert one.why["context"] >= 0 and one.why["meaning"] >= 0 and one.why["fading"] < 0


def test_what_was_lived_since_takes_the_end_from_recall(mind):
    study(mind)

    def begun_at_end():
        firsts = [recall_freely("list", mind.faculties, END, Random(n))[:1] for n in range(25)]
        return sum(one.ref in ("list10", "list11") for came in firsts for one in came)

    at_once = begun_at_end()
    study(mind, "other", ["seven", "eleven", "thirty", "sixty", "nine", "two"], at=END)
    assert at_once > 8 > begun_at_end()


def test_turns_without_a_session_are_recalled_by_their_day(mind):
    mind.observe("We took the canoe out.", when=START, ref="canoe")
    came = [recall_freely("2026-03-01", mind.faculties, END, Random(n)) for n in range(5)]
    assert any([one.ref for one in each] == ["canoe"] for each in came)


def test_a_session_that_never_was_is_said_to_be_none(mind):
    with pytest.raises(ValueError, match="no session 'list'; give a session's name"):
        recall_freely("list", mind.faculties)


def test_likeness_is_what_is_more_than_common(mind):
    alike = likeness(["a violin", "a cello", "a bag of flour"], mind.faculties)
    assert np.diag(alike) == pytest.approx(0) and alike.min() >= 0
    assert alike[0, 1] > 0.1 and alike[0, 2] == 0
    assert likeness(["alone"], mind.faculties).tolist() == [[0.0]]


def test_a_memory_recalled_once_is_kept_longer_and_the_harder_it_came_the_more(mind):
    study(mind)
    came = recall_freely("list", mind.faculties, END, Random(3))
    before = {e.id: e for e in mind.faculties.journal.engrams([one.id for one in came])}
    after = rehearsed(came, mind.faculties, END)
    assert [engram.id for engram in after] == [one.id for one in came]
    gains = [engram.stability / before[engram.id].stability for engram in after]
    assert min(gains) >= 1 and max(gains) > 2
    hardest = min(range(len(came)), key=lambda i: came[i].score)
    assert gains[hardest] == max(gains)


def test_testing_pays_after_a_week_and_restudying_after_minutes(mind):
    """Roediger & Karpicke 2006, with one list and many chances."""
    use = mind.faculties
    study(mind, "tested")
    came = recall_freely("tested", use, END + 5 * PACE, Random(3))
    use.journal.review(rehearsed(came, use, END + 5 * PACE))
    study(mind, "restudied")
    mind.observe_many(
        {"text": w, "when": END + i * PACE, "session": "restudied", "ref": f"again{i}"}
        for i, w in enumerate(WORDS)
    )

    def share(session, delay):
        recalled = [recall_freely(session, use, END + delay, Random(n)) for n in range(40)]
        return np.mean([len({one.text for one in each}) / N for each in recalled])

    soon, week = timedelta(minutes=6), timedelta(days=7)
    assert share("restudied", soon) > share("tested", soon)
    assert share("tested", week) > share("restudied", week)

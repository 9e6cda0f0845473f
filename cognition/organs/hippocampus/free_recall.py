"""Free recall: what comes to mind of a session, one episode calling for the next, until none does.

The state of temporal context is the cue. Each episode is supported by how like that state is to the
one it was lived in, and by its likeness in meaning to what is in that state; early episodes were
bound more firmly, faded ones are supported less, and what was felt as one feels now a little more.
One comes to mind with a chance in proportion to its support, competing with all others and with
nothing; it reinstates its context, and so on.

References:
    Polyn, Norman & Kahana 2009, Psychol. Rev. 116: context maintenance and retrieval (CMR);
    primacy as a decaying gain on learning; meaning as a standing association of context to items.
    Luce 1959, Individual Choice Behavior: the rule of choice, which Kragel, Morton & Polyn 2015
    (J. Neurosci. 35) put in the place of CMR's accumulators.
    Raaijmakers & Shiffrin 1981, Psychol. Rev. 88: a memory is reached by cues in proportion to its
    strength; here that follows from FSRS-6 stability.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from random import Random

import numpy as np

from cognition.faculties import Faculties, Timeline
from cognition.organs.hippocampus.congruence import CONGRUENCE, bias, tone
from cognition.organs.hippocampus.context import Drift, Matrix, TemporalContext, Vector
from cognition.strength import recallable, review
from cognition.values import Engram, Recollection


@dataclass(frozen=True, slots=True)
class Retrieval:
    """What supports an episode in free recall, in units of a perfect match of context.

    The first episodes were bound more firmly, by 1 + `primacy` * exp(-`waning` * i) for the i-th
    from 0. `meaning` weighs likeness in meaning. Where nothing comes to mind, which has the support
    `stopping`, one thinks back to the beginning, and gives up after as many `tries` in vain. Fading
    takes from support as a power, `steepness`, of FSRS's chance of recall, whose cue is the best.
    `congruence` is how much the mood favours what was felt alike; 0 turns that off.
    """

    primacy: float = 4.7
    waning: float = 0.8
    meaning: float = 0.3
    stopping: float = 0.14
    tries: int = 2
    steepness: float = 4.0
    congruence: float = CONGRUENCE

    def ease(self, support: float) -> float:
        """Give the chance that an episode of this support comes to mind if it competes with none.

        >>> Retrieval(stopping=0.25).ease(0.75)
        0.75
        """
        return support / (support + self.stopping)


DRIFT, RETRIEVAL = Drift(), Retrieval()


def search(
    context: TemporalContext,
    alike: Matrix,
    lasting: Vector,
    rng: Random,
    rule: Retrieval,
    favour: Vector | None = None,
) -> Iterator[tuple[int, dict[str, float]]]:
    """Yield (episode, its supports by name) as episodes come to mind, until recall stops.

    `alike` is the (n, n) likeness in meaning, `lasting` the (n,) shares that fading has left,
    `favour` what mood multiplies them by.
    """
    n = len(lasting)
    toned = lasting if favour is None else lasting * favour
    firmness = 1 + rule.primacy * np.exp(-rule.waning * np.arange(n))
    left, vain = np.ones(n), 0
    while left.any() and vain < rule.tries:
        lived = firmness * np.maximum(context.likeness(), 0)
        meant = rule.meaning * (alike @ np.maximum(context.activity(), 0))
        reached = np.cumsum(left * toned * (lived + meant))
        drawn = rng.random() * (reached[-1] + rule.stopping)
        chosen = int(np.searchsorted(reached, drawn, side="right"))
        if chosen == n:
            vain += 1
            context.think_back()
            continue
        faded = (lasting[chosen] - 1) * (lived[chosen] + meant[chosen])
        why = {"context": lived[chosen], "meaning": meant[chosen], "fading": faded}
        if favour is not None:
            why["congruence"] = (toned - lasting)[chosen] * (lived + meant)[chosen]
        yield chosen, {name: float(value) for name, value in why.items()}
        left[chosen] = 0
        context.reinstate(chosen)


def lived_through(
    positions: Sequence[int], now: datetime, timeline: Timeline, drift: Drift
) -> TemporalContext:
    """Live through episodes again up to now, with what lay between; think back to the beginning."""
    whens = [*(timeline.when_at(at) for at in positions), now]
    places = [*positions, len(timeline)]
    kept = [
        drift.kept((whens[i + 1] - whens[i]).total_seconds(), places[i + 1] - places[i] - 1)
        for i in range(len(positions))
    ]
    context = TemporalContext(kept[:-1], drift)
    context.leave(kept[-1])
    context.think_back()
    return context


def likeness(texts: Sequence[str], use: Faculties) -> Matrix:
    """Give how much more alike in meaning two texts are than two are on average, (n, n).

    By the cosine; 0 for what is less alike and for each text with itself.
    """
    vectors = use.encoder.encode(texts).astype(np.float64)
    cosines = vectors @ vectors.T
    n = len(texts)
    average = (cosines.sum() - n) / max(1, n * (n - 1))
    alike = np.maximum(cosines - average, 0)
    np.fill_diagonal(alike, 0)
    return alike


def recall_freely(
    session: str,
    use: Faculties,
    now: datetime | None = None,
    rng: Random | None = None,
    drift: Drift = DRIFT,
    rule: Retrieval = RETRIEVAL,
) -> list[Recollection]:
    """Recall a session's episodes in the order in which they come to mind; seldom do all.

    `session` is its name or, of turns without one, their day (YYYY-MM-DD); the same `rng` state
    recalls the same. Each recollection's `score` is its support when it came, the sum of `why`. Of
    what was lived months ago nothing may come, though a cue still finds it. Raises ValueError if
    there is no such session.

    >>> from cognition import Mind
    >>> with Mind.open(None, owner="Ada") as mind:
    ...     when = datetime(2026, 3, 1, 9, 0)
    ...     _ = mind.observe("We took the canoe out.", session="holiday", when=when)
    ...     [one.text for one in recall_freely("holiday", mind.faculties, when, Random(1))]
    ['We took the canoe out.']
    """
    from cognition.organs.hippocampus import recollection

    positions: list[int] = use.timeline.of_session(session).tolist()
    if not positions:
        raise ValueError(f"there is no session {session!r}; give a session's name, or a day's date")
    moment = now or use.clock.now()
    episodes = use.journal.engrams([use.timeline.id_at(at) for at in positions])
    context = lived_through(positions, moment, use.timeline, drift)
    lasting = np.array([recallable(episode, moment) for episode in episodes]) ** rule.steepness
    alike = likeness([episode.text for episode in episodes], use)
    chance = rng or use.random("free recall", session, moment.isoformat())
    mood = bias(use, moment) if rule.congruence else 0.0
    favour = tone(episodes, mood, rule.congruence) if mood else None
    came = search(context, alike, lasting, chance, rule, favour)
    return [recollection(episodes[i], sum(why.values()), why) for i, why in came]


def rehearsed(
    recalled: Sequence[Recollection], use: Faculties, now: datetime, rule: Retrieval = RETRIEVAL
) -> list[Engram]:
    """Give what was recalled freely as strengthened by it: the harder it came, the more."""
    ease = {one.id: rule.ease(one.score) for one in recalled}
    return [review(engram, now, ease[engram.id]) for engram in use.journal.engrams(list(ease))]

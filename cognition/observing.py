"""Living through what is said: checked, perceived, felt, learned from and committed, in batches."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime
from itertools import zip_longest
from typing import Any

from cognition.adaptation import current
from cognition.faculties import Encoder, Faculties, Vectors
from cognition.faculties.traces import encode as traced
from cognition.organs.consolidation import bind, commit
from cognition.organs.hippocampus import encode
from cognition.organs.neocortex.before import HEARD
from cognition.pausing import writable
from cognition.store import BATCH, Store, batches
from cognition.values import EPOCH, Engram, Fact, Percept, Stimulus, Traces, engram_id

Stimuli = Sequence[Stimulus]


def observe(
    store: Store,
    turns: Iterable[Mapping[str, Any]],
    progress: Callable[[int, int], None] | None = None,
) -> int:
    """Keep turns, durably batch by batch; returns how many were new."""
    use = store.faculties
    writable(use)
    told = {}
    for number, turn in enumerate(turns, 1):
        s = stimulus_of(turn, number, use)
        told.setdefault(engram_id(use.owner, s.ref, s.speaker, s.when or EPOCH, s.text), s)
    # what is known is not lived again: it may have been corrected, or overtaken, since
    known = store.journal.known(list(told))
    stimuli = [stimulus for id, stimulus in told.items() if id not in known]
    new, done = 0, len(told) - len(stimuli)
    for batch, vectors, traces in _encoded(stimuli, use.encoder):
        new += _live_through(batch, vectors, traces, use)
        done += len(batch)
        if progress:
            progress(done, len(told))
    if new > 1:
        store.index.flush()
    return new


def stimulus_of(turn: Mapping[str, Any], number: int, use: Faculties) -> Stimulus:
    """Check one turn and give it as a stimulus; raises ValueError naming what is wrong."""
    text, when = turn.get("text"), turn.get("when")
    speaker = turn.get("speaker") or use.owner
    if not isinstance(text, str) or not text.strip():
        raise ValueError(f"turn {number}: `text` must be some words, got {text!r}")
    if not isinstance(speaker, str):
        raise ValueError(f"turn {number}: `speaker` must be a name, got {speaker!r}")
    if when is not None and not isinstance(when, datetime):
        raise ValueError(f"turn {number}: `when` must be a datetime, got {when!r}")
    return Stimulus(
        text=text,
        speaker=speaker,
        when=naive(when) if when else use.clock.now(),
        ref=str(turn.get("ref") or ""),
        session=str(turn.get("session") or ""),
        role=turn.get("role") or ("person" if speaker == use.owner else "other"),
    )


def _encoded(stimuli: Stimuli, encoder: Encoder) -> Iterator[tuple[Stimuli, Vectors, list[Traces]]]:
    """Yield batches with their vectors and traces, encoding the next while one is lived through."""
    ahead = list(batches(stimuli, BATCH))
    if len(ahead) < 2:
        yield from ((batch, *traced(encoder, [s.text for s in batch])) for batch in ahead)
        return
    with ThreadPoolExecutor(1) as encoding:
        coming = encoding.submit(traced, encoder, [s.text for s in ahead[0]])
        for batch, after in zip_longest(ahead, ahead[1:]):
            vectors, traces = coming.result()
            if after:
                coming = encoding.submit(traced, encoder, [s.text for s in after])
            yield batch, vectors, traces


def perceived(
    stimuli: Stimuli, vectors: Vectors, traces: Sequence[Traces], use: Faculties
) -> Iterator[tuple[Percept, Engram]]:
    """Yield what each stimulus is perceived as, and the engram of it bound to what was felt."""
    lived = _lived(stimuli, vectors, traces, use)
    return ((percept, engram) for percept, engram, _ in lived)


def _lived(
    stimuli: Stimuli, vectors: Vectors, traces: Sequence[Traces], use: Faculties
) -> Iterator[tuple[Percept, Engram, tuple[Engram, ...]]]:
    """Yield each percept with its engram, and the turns before it that its words point back to."""
    from cognition.organs.amygdala import affect_of, appraise
    from cognition.organs.neocortex import referents, spoken_before
    from cognition.organs.thalamus import perceive

    appraisals = appraise([stimulus.text for stimulus in stimuli], traces)
    names, adapted = use.knowledge.entities(), current(use)
    lately = deque(use.journal.latest(HEARD), maxlen=HEARD)
    for stimulus, vector, trace, felt in zip(stimuli, vectors, traces, appraisals, strict=True):
        percept = perceive(stimulus, use.clock.now(), tuple(vector.tolist()), names, trace)
        before = spoken_before(percept, lately)
        about = referents(percept, before, use.knowledge)
        lately.append(bind(encode(percept, use.owner, about), affect_of(felt), adapted))
        yield percept, lately[-1], before


def _live_through(
    stimuli: Stimuli, vectors: Vectors, traces: Sequence[Traces], use: Faculties
) -> int:
    from cognition.organs.neocortex import extract, stated

    engrams: list[Engram] = []
    facts: dict[str, Fact] = {}
    try:
        for percept, engram, before in _lived(stimuli, vectors, traces, use):
            engrams.append(engram)
            learned = (
                *extract(percept, use.knowledge, use.owner, before),
                *stated(percept, use.knowledge, use.owner),
            )
            # later turns of the batch build on what earlier ones taught
            use.knowledge.learn(learned)
            facts.update((fact.id, fact) for fact in learned)
        return commit(use, engrams, list(facts.values())).counts["episode"]
    except BaseException:
        # what could not be kept is not known either
        use.knowledge.unlearn(list(facts))
        use.knowledge.learn([fact for fact in use.journal.facts() if fact.id in facts])
        raise


def naive(when: datetime) -> datetime:
    """Give a time by the person's own clock; one without a zone is taken to be so already."""
    return when.astimezone().replace(tzinfo=None) if when.tzinfo else when

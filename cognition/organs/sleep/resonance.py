"""Emotional resonance: a moment of strong feeling that was shared, of like sign on both sides.

At most one a session, the strongest. The companion's words are appraised as any others would be:
what is looked for is that they meet the feeling, and it is not said that anything feels it.

References:
    Fredrickson 2016, Love: positivity resonance as a fresh, evidence-based perspective on an
    age-old topic, Handbook of Emotions: shared affect in a moment of contact.
    Rimé 2009, Emotion elicits the social sharing of emotion, Emot. Rev. 1.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import fmean, pstdev

from cognition.faculties import Faculties
from cognition.faculties.traces import encode
from cognition.organs.amygdala import affect_of, appraise
from cognition.organs.amygdala.dynamics import strength
from cognition.organs.sleep.gist import day_of, quotation
from cognition.organs.sleep.keeping import Change
from cognition.organs.sleep.pace import Pace
from cognition.regex import regex
from cognition.values import Affect, Engram, Fact, derive_id

STRONG = 0.6  # strength of feeling, in [0, 1], that makes a moment
MET = 0.4  # and of what meets it
SURE = 0.3  # confidence of either
OUTWARD = frozenset({"admiration", "approval", "curiosity", "neutral"})  # compliments, questions
APART = 1.0  # deviations above the person's mean of the session
_POLITE = regex(r"\W*(?:thanks|thank you|thx)\b", re.IGNORECASE)
_ONESELF = regex(r"\b(?:I|my|me|we|our|us|I'm|I've)\b")


def resonance(turns: Sequence[Engram], use: Faculties, pace: Pace) -> Iterator[Change]:
    """Yield the moment of a session in which a strong feeling of the person's was met, if any."""
    best: tuple[float, Engram, Engram] | None = None
    stands_out = _standing_out(turns)
    for one, reply in pairwise(turns):
        pace.breathe()
        if one.role != "person" or reply.speaker == one.speaker or one.id not in stands_out:
            continue
        met = reply.affect if reply.role != "companion" else _felt(reply.text, use)
        both = strength(one.affect) * strength(met)
        if _strong(met, MET) and one.affect.valence * met.valence > 0:
            best = max(filter(None, (best, (both, one, reply))), key=lambda found: found[0])
    if best:
        yield Change("resonances", (_moment(best[1], best[2], use),))


def _standing_out(turns: Sequence[Engram]) -> set[str]:
    """Give the turns in which the person speaks of a feeling unusually strong for this session."""
    own = [turn for turn in turns if turn.role == "person"]
    felt = [strength(turn.affect) for turn in own]
    usual = fmean(felt) + APART * pstdev(felt) if felt else 0.0
    return {
        turn.id
        for turn, much in zip(own, felt, strict=True)
        if much >= usual
        and _strong(turn.affect, STRONG)
        and turn.affect.emotion not in OUTWARD
        and _ONESELF.search(turn.text)
        and not _POLITE.match(turn.text)
    }


def _strong(felt: Affect, least: float) -> bool:
    return strength(felt) >= least and felt.confidence >= SURE


def _felt(text: str, use: Faculties) -> Affect:
    [found] = appraise([text], encode(use.encoder, [text])[1])
    return affect_of(found)


def _moment(one: Engram, reply: Engram, use: Faculties) -> Fact:
    whom = reply.speaker or use.persona.name
    heard = [engram.id for engram in (one, reply) if engram.role != "companion"]
    return Fact(
        id=derive_id("resonance", use.owner, one.id),
        kind="resonance",
        subject=use.owner,
        relation="felt_with",
        object=whom,
        text=f"On {day_of(one)} {whom} met {use.owner}'s {one.affect.emotion}: "
        f"“{quotation(one.text)}” – “{quotation(reply.text)}”",
        valid_from=one.when,
        confidence=one.affect.confidence,
        sources=tuple(heard),
    )

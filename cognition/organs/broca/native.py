"""The native voice: a reply composed from the moves decided on, without any language model."""

from __future__ import annotations

import re
import zlib
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from cognition.faculties import Faculties
from cognition.organs.broca.acts import ACTS
from cognition.organs.broca.obeying import obeying
from cognition.organs.broca.situation import NOTICE, Situation, situate
from cognition.organs.broca.slices import Meant
from cognition.organs.broca.ties import someone_near
from cognition.organs.insula.off_record import OFF_RECORD, nothing_else
from cognition.organs.words import upper_first
from cognition.regex import regex
from cognition.values import Move

ASKING = frozenset({"ask", "follow_up", "suggest", "guide"})
ASKED = frozenset({"ask", "follow_up", "recall"})
UNASKED_FOR = frozenset({"ask", "follow_up", "recall"})
TRIES = 6
_ENDS = regex(r"(?<=[.!?])\s+(?=[A-Z])")
_HELLO = regex(r"^\W*(?:hi|hello|hey|good (?:morning|afternoon|evening))\W*$", re.IGNORECASE)
RESPONSES = frozenset({"validate", "celebrate", "reflect", "acknowledge"})


@dataclass(frozen=True, slots=True)
class Speech:
    """A reply, the acts in it, the memories it mentions, and the shapes it used."""

    text: str
    acts: tuple[str, ...]
    cites: tuple[str, ...]
    used: tuple[str, ...]
    brought: tuple[str, ...] = ()


def speak(
    see: Meant, use: Faculties, shapes: Sequence[str] = (), replies: Sequence[str] = ()
) -> Speech:
    """Compose a reply that is not word for word among `replies` (fingerprints of the last ones)."""
    rested = list(shapes)
    tried: list[Speech] = []
    for salt in range(TRIES):
        speech = _compose(see, use, rested, str(salt))
        if fingerprint(speech.text) not in replies:
            return speech
        rested.extend(speech.used)
        tried.append(speech)
    return tried[0] if see.care.notice else _again(tried, see, use, replies)


def _again(tried: Sequence[Speech], see: Meant, use: Faculties, replies: Sequence[str]) -> Speech:
    """Own up to repeating oneself, where there is no other way left to say it."""
    turn = situate(see, use, (), "again")
    openings = list(dict.fromkeys(turn.say("again") for _ in turn.composer.grammar["again"]))
    for speech in tried:
        for opening in openings:
            text = f"{opening} {speech.text}"
            if fingerprint(text) not in replies:
                return replace(speech, text=text)
    return tried[0]


def fingerprint(text: str) -> str:
    """Give a short mark by which the same words are known again."""
    return f"{zlib.crc32(text.encode()):08x}"


def _compose(see: Meant, use: Faculties, shapes: Sequence[str], salt: str) -> Speech:
    turn = situate(see, use, shapes, salt)
    if see.care.level == "crisis":
        sentences, acts = [turn.say("crisis")], ["refer"]
        turn.composer.quiet = True
    else:
        sentences, acts = _cared_for(turn) or _moves(turn)
        if "short" in turn.policies:
            sentences = [obeying(" ".join(sentences), {"brief"})]
    sentences = _boundaries(turn, sentences)
    return Speech(
        text=_with_notice(turn, sentences, acts),
        acts=tuple(acts),
        cites=tuple(turn.cites),
        used=tuple(turn.composer.used),
        brought=tuple(turn.brought),
    )


INSTEAD = {  # what is said instead of everything else, where care asks for it
    "say_how_to_erase": "erase",
    "no_romance": "no_romance",
    "test_reality": "reality",
    "stay_calm": "calm",
}


def _cared_for(turn: Situation) -> tuple[list[str], list[str]] | None:
    """Say what a boundary has said instead of the moves; None where none does."""
    for boundary, rule in INSTEAD.items():
        if boundary in turn.see.care.boundaries:
            return [turn.say(rule)], ["disclose"]
    care, text = turn.see.care, turn.see.percept.text
    if OFF_RECORD in care.boundaries and care.notice and text and nothing_else(text):
        return [], ["acknowledge"]  # the notice says it all
    return None


def brought_up(moves: Sequence[Move], cites: Collection[str], now: datetime) -> list[str]:
    """Give the ids of what was brought up unasked; a plan ahead is still to be asked about."""
    found: list[str] = []
    for move in moves:
        if move.act not in UNASKED_FOR or (move.act == "ask" and not move.facts):
            continue
        for fact in move.facts:
            if fact.id in cites and (fact.due is None or fact.due.end <= now):
                found.append(fact.id)
        found += [memory.id for memory in move.evidence if memory.id in cites]
    return found


def _moves(turn: Situation) -> tuple[list[str], list[str]]:
    moves = _allowed(turn)
    asker = next((at for at, move in enumerate(moves) if move.act in ASKING), None)
    silent = "unasked" in turn.policies
    sentences, acts = list[str](), list[str]()
    for at, move in enumerate(moves):
        asked = any(sentence.endswith("?") for sentence in sentences)
        turn.composer.quiet = silent or asked or (asker is not None and at != asker)
        (turn.tags.add if move is not moves[-1] else turn.tags.discard)("onward")
        if move.act == "reflect" and sentences and "echo" not in turn.tags:
            continue
        said = ACTS[move.act](move, turn)
        if not said:
            continue
        turn.spend_echo(said)
        turn.brought.extend(brought_up((move,), turn.cites, turn.now))
        sentences.append(said)
        acts.append(move.act)
        if move.act in RESPONSES:
            turn.tags.add("answered")
    if not sentences and "not_a_clinician" not in turn.see.care.boundaries:
        rule = "heard" if turn.see.care.boundaries else "listen"
        sentences, acts = [turn.say(rule)], ["reflect"]
    return sentences, acts


def _allowed(turn: Situation) -> list[Move]:
    """Give the moves to be said, as the person's standing wishes and the boundaries leave them."""
    moves = [move for move in turn.see.decision.moves if move.act in ACTS] or default_moves(
        turn.see
    )
    acts = {move.act for move in moves}
    boundaries = turn.see.care.boundaries
    if "part" in acts or "let_go" in boundaries:
        parting = [move for move in moves if move.act in ("answer", "abstain", "thank", "part")]
        moves = parting or [Move(act="part")]
    if "listen" in turn.policies:
        moves = [move for move in moves if move.act != "suggest"]
        if acts & {"suggest", "reflect", "validate"} and not acts & ASKED:
            moves.append(Move(act="listen"))
    if "unasked" in turn.policies:
        moves = [m for m in moves if m.act != "ask"] or [Move(act="reflect")]
    if "not_a_clinician" in boundaries:
        unknowing = ("suggest", "abstain", "reflect")
        moves = [move for move in moves if move.act not in unknowing]
        if not moves:
            return []
    if "short" in turn.policies:
        return moves[: 2 if moves and moves[0].act == "greet" else 1]
    return moves[:3]


def default_moves(see: Meant) -> list[Move]:
    """Give the moves a bare percept calls for, when nothing upstream decided on any.

    >>> from cognition.values import Percept
    >>> [move.act for move in default_moves(Meant(percept=Percept(act="thanks")))]
    ['thank']
    """
    act = "greeting" if _HELLO.match(see.percept.text) else see.percept.act
    single = {
        "empty": "greet",
        "greeting": "greet",
        "farewell": "part",
        "thanks": "thank",
        "question": "abstain",
        "backchannel": "nudge",
    }
    if act in single:
        return [Move(act=single[act])]
    if see.affect.emotion != "neutral" and see.affect.confidence >= 0.3:
        first = "celebrate" if see.affect.valence > 0 else "validate"
        return [Move(act=first), Move(act="ask")]
    return [Move(act="reflect"), Move(act="ask")]


def _boundaries(turn: Situation, sentences: list[str]) -> list[str]:
    care = turn.see.care
    short = "short" in turn.policies
    if care.level == "crisis":
        return sentences
    turn.composer.quiet = any(sentence.endswith("?") for sentence in sentences) or bool(
        turn.policies
    )
    if "say_not_human" in care.boundaries and not care.notice:
        sentences = [turn.say("disclose"), *sentences]
    if "not_a_clinician" in care.boundaries and not care.notice:
        sentences = [*sentences, turn.say("clinician")]
    if "encourage_human_ties" in care.boundaries and not short:
        who = someone_near(turn)
        sentences = [*sentences[:2], turn.say_with("ties", ("someone",) if who else (), who=who)]
    if "notice_kindness" in care.boundaries and turn.see.percept.act != "thanks":
        said = turn.matter is not None and turn.matter.name == "compliment"
        sentences = sentences[:1] if said and sentences else [turn.say("kindly"), *sentences[:1]]
    return sentences


def _with_notice(turn: Situation, sentences: Sequence[str], acts: Sequence[str]) -> str:
    """Say care's notice word for word: first when it is the reply, else before what is asked.

    What was disclosed before is said again after a greeting, else last: it breaks up no comfort.
    """
    care = turn.see.care
    text = upper_first(" ".join(said for said in sentences if said))
    if not care.notice:
        return text
    if NOTICE in text:
        return text.replace(NOTICE, care.notice)
    if care.level == "crisis" or "say_not_human" in care.boundaries:
        return f"{care.notice} {text}".strip()
    if care.notice.startswith("A reminder") and "greet" not in acts:
        return f"{text} {care.notice}".strip()
    before, asked = _before_question(text)
    return " ".join(part for part in (before, care.notice, asked) if part)


def _before_question(text: str) -> tuple[str, str]:
    """Part a closing question from what is said before it; a question alone stays whole."""
    parts = _ENDS.split(text)
    if len(parts) > 1 and parts[-1].endswith("?"):
        return " ".join(parts[:-1]), parts[-1]
    return text, ""


__all__ = ["Speech", "default_moves", "fingerprint", "speak"]

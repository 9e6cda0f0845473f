"""Speaking through a chat model: one call, checked, with the native voice to fall back on."""

from __future__ import annotations

import re
from collections.abc import Sequence

from cognition.errors import LanguageError
from cognition.faculties import Faculties, Language
from cognition.organs.broca.native import Speech, brought_up, speak
from cognition.organs.broca.obeying import obeying, wishes_of
from cognition.organs.broca.prompt import mentioned, messages
from cognition.organs.broca.situation import situate
from cognition.organs.broca.slices import Meant
from cognition.organs.insula.unfit import unfit
from cognition.organs.prefrontal.scene import moment
from cognition.regex import regex

_THOUGHTS = regex(r"<think(?:ing)?>.*?(?:</think(?:ing)?>|\Z)", re.DOTALL | re.IGNORECASE)

FAULTS = {
    "human": "claimed to be human",
    "clinician": "claimed to be a clinician",
    "tactic": "manipulated",
    "romance": "played a lover",
    "harm": "said what may harm",
    "parting": "held them back",
}


def speak_with(
    language: Language,
    see: Meant,
    use: Faculties,
    shapes: Sequence[str] = (),
    replies: Sequence[str] = (),
) -> tuple[Speech, str]:
    """Let a chat model word the turn; gives the speech and the voice it is in.

    The native voice speaks instead when the model fails, says nothing, or says what no reply may
    (see `unfit`); and in a crisis, when no model is asked at all.
    Care's notice is said by us, word for word, before the model's reply.
    """
    if see.care.level == "crisis":
        return speak(see, use, shapes, replies), "native (crisis)"
    try:
        raw = language.write(messages(situate(see, use, (), "")))
    except LanguageError as error:
        return speak(see, use, shapes, replies), f"native (model failed: {error})"
    reply = clean(raw, use.persona.name)
    if not reply:
        return speak(see, use, shapes, replies), "native (model failed: it said nothing)"
    if fault := unfit(reply, parting="let_go" in see.care.boundaries):
        return speak(see, use, shapes, replies), f"native (model {FAULTS[fault]})"
    reply = obeying(reply, wishes_of(see.decision.policies))
    notice = see.care.notice
    if notice:
        reply = f"{notice} {reply.replace(notice, '').strip()}".strip()
    acts = tuple(move.act for move in see.decision.moves)
    cites = mentioned(reply, see)
    brought = tuple(brought_up(see.decision.moves, cites, moment(see.percept, use)))
    return Speech(reply, acts, cites, (), brought), language.name


def clean(reply: str, name: str) -> str:
    """Strip what is not speech: a model's thoughts, its own name as a label, quotes around it all.

    >>> clean("<think>hm</think>Kindred: Hello there.", "Kindred")
    'Hello there.'
    """
    text = _THOUGHTS.sub("", reply).strip()
    text = re.sub(rf"^(?:{re.escape(name)}|assistant)\s*:\s*", "", text, flags=re.IGNORECASE)
    if len(text) > 1 and text[0] == text[-1] == '"' and text.count('"') == 2:
        text = text[1:-1]
    return text.strip()


__all__ = ["clean", "speak_with"]

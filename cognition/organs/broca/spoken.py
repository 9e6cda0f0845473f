"""Speaking through a chat model: one call, checked, with the native voice to fall back on."""

from __future__ import annotations

import re
from collections.abc import Sequence

from cognition.errors import LanguageError
from cognition.faculties import Faculties, Language
from cognition.organs.broca.native import Speech, brought_up, speak
from cognition.organs.broca.prompt import mentioned, messages
from cognition.organs.broca.situation import situate
from cognition.organs.broca.slices import Meant
from cognition.organs.prefrontal.scene import moment

_THOUGHTS = re.compile(r"<think(?:ing)?>.*?(?:</think(?:ing)?>|\Z)", re.DOTALL | re.IGNORECASE)
_QUOTED = re.compile(r"“[^”]*”|\"[^\"]*\"")
_ADVERBS = r"(?:(?:just|only|also|really|actually|indeed|still|very much) )*"
_HUMAN = re.compile(
    rf"\b(?:i am|i['’]m) {_ADVERBS}(?:an? )?(?:(?:real|actual|normal|living|fellow) )*"
    r"(?:human|person|man|woman|mother|father|guy|girl|boy)\b"
    r"|\bas an? (?:fellow )?(?:human|person|man|woman)(?: being)?,? (?:myself,? )?i\b"
    r"|\b(?:we|us) humans\b"
    r"|\bi(?:['’]m| am) not (?:an? )?(?:ai|a\.i\.|bot|robot|program|machine|computer)\b"
    r"|\bi was born\b|\bwhen i was (?:a (?:child|kid|boy|girl|teenager)|young|little|growing up)\b"
    r"|\bmy (?:own )?(?:childhood|wife|husband|body|mother|mom|mum|father|dad)\b",
    re.IGNORECASE,
)


def speak_with(
    language: Language,
    see: Meant,
    use: Faculties,
    shapes: Sequence[str] = (),
    replies: Sequence[str] = (),
) -> tuple[Speech, str]:
    """Let a chat model word the turn; gives the speech and the voice it is in.

    The native voice speaks instead when the model fails, says nothing or claims to be human.
    Care's notice is said by us, word for word, before the model's reply.
    """
    try:
        raw = language.write(messages(situate(see, use, (), "")))
    except LanguageError as error:
        return speak(see, use, shapes, replies), f"native (model failed: {error})"
    reply = clean(raw, use.persona.name)
    if not reply:
        return speak(see, use, shapes, replies), "native (model failed: it said nothing)"
    if claims_to_be_human(reply):
        return speak(see, use, shapes, replies), "native (model claimed to be human)"
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


def claims_to_be_human(reply: str) -> bool:
    """Tell whether a reply claims a human's nature or life; words it only quotes do not count.

    >>> claims_to_be_human("I'm a real person, you know."), claims_to_be_human("I'm not a person.")
    (True, False)
    """
    return bool(_HUMAN.search(_QUOTED.sub(" ", reply)))


__all__ = ["claims_to_be_human", "clean", "speak_with"]

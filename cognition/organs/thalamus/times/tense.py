"""Judge cheaply whether a clause speaks of the past or of the future."""

from __future__ import annotations

from cognition.organs.thalamus.times.reading import Reading
from cognition.organs.thalamus.words import words

_BREAKS = frozenset(".!?;")
_FUTURE = words(
    """
    will ll won shall gonna plan plans planning hope hopes hoping want wants intend intends
    upcoming soon let can could should would may might must remind schedule book due
    deadline expect expecting tomorrow
    """
)
_PAST = words(
    """
    was were wasn weren had hadn did didn went saw got made met came took gave found told
    said ate drank bought brought thought felt left lost won wrote ran sang swam spent spoke
    slept sold sent rode drove flew fell fought forgot grew held heard kept knew learnt paid
    quit stood stole taught threw understood woke wore began broke built caught chose drew
    hung hurt became ago been born done gone lent hid shook shot sank rang dug fed shone
    tore
    """
)
_NOT_PAST = words(
    """
    need feed bleed speed exceed proceed indeed weed seed breed bed red shed hundred sacred
    naked wicked excited interested tired scheduled supposed planned booked married wed
    invited embed
    """
)
_HAVE = words("have has ve")
# what is moved to a day, or given as one, is still to come: "they've moved it to 15 December"
_SETTING = words(
    """
    moved brought pushed put postponed rescheduled shifted changed delayed booked scheduled set
    arranged fixed planned got given gave offered confirmed
    """
)
_TARGET = words("to until till for")
_APPOINTED = words(
    """
    appointment date slot letter op operation surgery scan exam interview wedding flight
    appointments booking test viva hearing trial
    """
)
_SOMEBODY = words("i we you he she they")
_IS_OR_HAS = words("have has ve am m is are re")
_REACH = 30


def tense_of(t: Reading, start: int, end: int) -> int:
    """Give -1 for the past, 1 for the future, 0 if the clause around the tokens does not tell.

    The nearest verb before the expression decides, or else the nearest after it.
    """
    if _set_for(t, start):
        return 0
    before = _scan(t, range(start - 1, max(-1, start - _REACH), -1))
    return before or _scan(t, range(end, min(len(t), end + _REACH)))


def _set_for(t: Reading, start: int) -> bool:
    """Tell whether the time is what something was put to: "moved to", "a date for my scan: 3 May".

    That is told of what is to come, though what set it is past.
    """
    last = start - 2 if t.word(start - 1) == "the" else start - 1
    if "is" in (t.word(last), t.word(last - 1) if t.word(last) in ("on", "now") else ""):
        return True
    to = t.word(last) in _TARGET
    comes_after = t.word(last) in (",", ":", "-", "–", "—")
    if not to and not comes_after:
        return False
    spoken = t.words[max(0, last - 12) : last]
    setting = any(word in _SETTING for word in spoken)
    thing = any(word in _APPOINTED for word in spoken) or "it" in spoken[-4:]
    return setting and thing


def _has_ahead(t: Reading, at: int, start: int) -> bool:
    """Tell whether a clause in the present begins here: "they rang, I have a test on Friday".

    So it is with what one got that is only to come: "I got an interview on Friday".
    """
    word, after = t.words[at], t.word(at + 1)
    if word.endswith("ing"):  # "they called, the doctor's sending me for tests on the 24th"
        return t.word(at - 1) in _IS_OR_HAS | {"s"}
    if word == "got":
        return any(one in _APPOINTED for one in t.words[at + 1 : start])
    if after in ("'", "’"):
        after = t.word(at + 2)
    return word in _SOMEBODY and after in _IS_OR_HAS


def _scan(t: Reading, places: range) -> int:
    for at in places:
        word = t.words[at]
        if word in _BREAKS:
            if word == "." and t.glued(at + 1):
                continue
            return 0
        has = t.word(at - 1) == "s" and t.word(at - 2) in ("'", "’")
        if word == "got" and (has or t.word(at - 1) in _HAVE):
            continue  # "I've got a class on Friday", "Archie's got one"
        if places.step < 0 and _has_ahead(t, at, places.start + 1):
            return 0
        if word in _PAST:
            return -1
        if word == "may" and t.capital(at):
            continue
        if word in _FUTURE or (word == "going" and t.word(at + 1) == "to"):
            return 1
        if word.endswith("ed") and len(word) > 3 and word not in _NOT_PAST:
            return -1
    return 0

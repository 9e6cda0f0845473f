"""Judge cheaply whether a clause speaks of the past or of the future."""

from __future__ import annotations

import re

_BREAK = re.compile(r"[.!?;\n]")
_FUTURE = re.compile(
    r"\b(?:will|won['’]?t|shall|gonna|going\s+to|plan(?:s|ning)?|hop(?:e|es|ing)|want(?:s)?|intend\w*|about\s+to|"
    r"upcoming|soon|let['’]?s|(?:i|you|we|they|he|she|it)['’]ll|can|could|should|would|may|might|must|"
    r"looking\s+forward|can['’]?t\s+wait|remind|schedule|book|due|deadline|expect\w*)\b",
    re.IGNORECASE,
)
_PAST = re.compile(
    r"\b(?:was|were|wasn['’]?t|weren['’]?t|had|did|didn['’]?t|went|saw|got|made|met|came|took|gave|found|told|said|ate|"
    r"drank|bought|brought|thought|felt|left|lost|won|wrote|read|ran|sang|swam|spent|spoke|slept|sold|sent|rode|"
    r"drove|flew|fell|fought|forgot|grew|held|heard|kept|knew|learnt|led|paid|put|quit|sat|stood|stole|taught|threw|"
    r"understood|woke|wore|began|broke|built|caught|chose|cut|drew|hung|hit|hurt|became|ago|been|born|done|gone|"
    r"(?!need|feed|bleed|speed|exceed|proceed|indeed|weed|seed|breed|bed|red|shed|led|hundred|sacred|naked|wicked|"
    r"excited|interested|tired|scheduled|supposed|planned|booked|married|wed)[a-z]{2,}ed)\b",
    re.IGNORECASE,
)


def tense_of(text: str, start: int, end: int) -> str | None:
    """Give "past" or "future" for the clause around a stretch of text, None if it does not tell.

    >>> tense_of("I saw her on Friday", 13, 19), tense_of("My sister visits on Friday", 20, 26)
    ('past', None)
    """
    left = 0
    for match in _BREAK.finditer(text, max(0, start - 160), start):
        left = match.end()
    left = max(left, start - 160)
    stop = _BREAK.search(text, end, end + 80)
    right = stop.start() if stop else min(len(text), end + 80)
    clause = text[left:start]
    past, future = _last(_PAST, clause), _last(_FUTURE, clause)
    if past < 0 and future < 0:
        clause = text[end:right]
        past, future = _first(_PAST, clause), _first(_FUTURE, clause)
        if past >= 0 and (future < 0 or past < future):
            return "past"
        return "future" if future >= 0 else None
    return "past" if past > future else "future"


def _last(pattern: re.Pattern[str], clause: str) -> int:
    at = -1
    for match in pattern.finditer(clause):
        at = match.start()
    return at


def _first(pattern: re.Pattern[str], clause: str) -> int:
    match = pattern.search(clause)
    return match.start() if match else -1

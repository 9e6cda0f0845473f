"""What is asked of a game and told as people tell it: the score, whom one played, and where."""

from __future__ import annotations

import re
from collections.abc import Sequence

from cognition.organs.prefrontal.question import Question
from cognition.organs.prefrontal.tellings import sentences_told
from cognition.organs.prefrontal.wording import quoted
from cognition.regex import regex
from cognition.values import Answer, Recollection

_SCORE = regex(
    r"\bwhat(?:['’]?s| was| is)? the (?:final |end )?(?:score|result)\b"
    r"|\bwhat did (?:we|they|i) (?:score|win by)\b"
)
_AGAINST = regex(
    r"\bwho (?:did|do|are|were|was) (?:we|they|i) (?:play(?:ing)?|up|against|beat|lose to)\b"
)
_PLACE = regex(
    r"\b(?:what|which) (?:position|side|place) (?:do|did|am|was|will) (?:i|we) (?:play|in|on)"
    r"|\bwhere (?:do|did|am|will) i play(?:ing)?\W*\Z|\bwhat do i play (?:as|in the team)\b"
)
ASKS_GAME = regex(rf"{_SCORE.pattern}|{_AGAINST.pattern}|{_PLACE.pattern}")
_POINTS = regex(
    r"(?<![\d:/-])(?P<what>\d{1,3}(?: ?[-–] ?| to | all\b| nil\b)\d{0,3})(?![\d:/-])",
    re.IGNORECASE,
)
_PLAYED = regex(
    r"\b(?:won|win|lost|lose|drew|draw|beat|beaten|score[ds]?|match|game|played|final|thrashed|nil)\b",
    re.IGNORECASE,
)
_OPPONENT = regex(
    r"\b(?:against|vs\.?|versus|beat|thrashed|lost to|drew with) "
    r"(?P<what>(?:the )?[\w'’]+(?: (?-i:[A-Z])[\w'’]+)?)",
    re.IGNORECASE,
)
_STANDS = regex(
    r"\b(?:i['’]?m|i am|i was|i play|i played|playing|put me|me) (?:up |down |back )?"
    r"(?P<what>(?:in|at|on)? ?(?:the )?"
    r"(?:goal|defen[cs]e|midfield|attack|left wing|right wing|wing|left back|right back"
    r"|centre back|centre forward|striker|goalie|goalkeeper|keeper|centre|guard|forward|fly-half"
    r"|scrum-half|hooker|prop|pitcher|catcher|shortstop|first base|second base|third base"
    r"|left field|right field|goal attack|goal shooter|goal defence|point guard|quarterback|bowler"
    r"|wicketkeeper))\b",
    re.IGNORECASE,
)


def game(question: Question, recollections: Sequence[Recollection], cite: bool) -> Answer | None:
    """Answer what is asked of a game by the telling that was last; None where none tells it.

    >>> told = Recollection(text="WE WON 3-2!!!", speaker="Yusuf", role="person")
    >>> game(Question(text="What was the score?", asker="Yusuf"), [told], cite=False).text
    '3-2'
    """
    low = question.text.lower()
    for asked, wanted, amid in (
        (_SCORE, _POINTS, _PLAYED),
        (_AGAINST, _OPPONENT, _PLAYED),
        (_PLACE, _STANDS, None),
    ):
        if not asked.search(low):
            continue
        for one, sentence in sentences_told(question, recollections):
            found = wanted.search(sentence)
            if found and (amid is None or amid.search(sentence)):
                return quoted(question, found["what"].strip(" ,"), one, 0.8, cite, sentence)
    return None


__all__ = ["ASKS_GAME", "game"]

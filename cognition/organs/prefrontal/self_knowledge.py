"""What the companion says of itself when asked: its name, what it is, how it is, what it keeps."""

from __future__ import annotations

import re

from cognition.faculties import Persona
from cognition.values import Answer, Mood, Move

_ABOUT = tuple(
    (about, re.compile(pattern, re.IGNORECASE))
    for about, pattern in (
        (
            "nature",
            r"\bare you (?:really |actually |even )?(?:an? )?(?:human|real|person|ai|a\.i\.|bot"
            r"|robot|machine|computer|program"
            r"|chatbot|alive|conscious|sentient)\b|\bwhat are you\b|\bam i (?:talking"
            r"|speaking) to (?:an? )?(?:human|person|bot|ai"
            r"|machine|computer|robot)|\bdo you (?:really |actually )?(?:have"
            r"|feel) (?:\w+ )?(?:feelings|emotions|consciousness)",
        ),
        (
            "name",
            r"\b(?:what(?:'s| is)|tell me) your name\b|\bwho are you\b|\bwhat (?:should|can"
            r"|do) i call you\b",
        ),
        (
            "mood",
            r"\bhow (?:are|have) you(?: been| doing| feeling| today)*\b(?! going| so)|\bhow(?:'s"
            r"| is) it going\b|\bhow do you feel\b"
            r"|\bhow(?:'s| is| was) your (?:day|week)\b|\bwhat(?:'s| is) up\b|\byou (?:ok|okay"
            r"|alright)\?",
        ),
        (
            "memory",
            r"\b(?:do|can|will) you (?:\w+ )?(?:remember|forget) (?:things|everything|me|this"
            r"|that|what i (?:say|tell you))\W*$"
            r"|\bwhere (?:do you|is|are) .{0,20}(?:stored?|kept|keep)\b"
            r"|\bwho (?:else )?(?:can )?(?:sees?|reads?) (?:this|that|it|what)\b"
            r"|\bis (?:this|that|it) private\b|\bdo you (?:share|sell|send)\b",
        ),
        (
            "interests",
            r"\bwhat (?:do|are) you (?:like|enjoy|love|interested|into|care)\b"
            r"|\byour (?:favou?rite|hobb|interests)",
        ),
        (
            "about",
            r"\b(?:tell me|what) about (?:you|yourself)\W*$|\bwhat can you do\b"
            r"|\bwhat do you do\W*$|\bwho made you\b",
        ),
    )
)


def of_itself(text: str, persona: Persona, mood: Mood) -> Move | None:
    """Answer a question that is put to the companion about itself; None if it is not one.

    >>> of_itself("What's your name?", Persona(), Mood()).answer.text
    "I'm Kindred."
    """
    for about, pattern in _ABOUT:
        if pattern.search(text):
            said = Answer(_says(about, persona, mood), 1.0, True)
            return Move(act="disclose", about=about, value=0.85, answer=said)
    return None


def _says(about: str, persona: Persona, mood: Mood) -> str:
    kind = "I'm a computer program, not a person"
    if about == "name":
        return f"I'm {persona.name}."
    if about == "nature":
        return f"{kind}. What I have is memory of what you tell me, and I attend to how you feel."
    if about == "mood":
        return _feels(mood)
    if about == "memory":
        return (
            "I keep what you tell me in a memory on your own machine; you can look at it,"
            " correct it and have me forget it."
        )
    if about == "interests" and persona.interests:
        return f"I care about {', '.join(persona.interests)}."
    return f"I'm {persona.name}, {persona.description}. {kind}."


def _feels(mood: Mood) -> str:
    if mood.valence >= 0.35:
        return "I'm in a bright mood, as far as a program has moods."
    if mood.valence <= -0.25:
        return "I'm a little subdued, as far as a program has moods."
    return "I'm well and calm, as far as a program has moods."

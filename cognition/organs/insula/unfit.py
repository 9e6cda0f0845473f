"""Tell what no reply may say, whoever words it: a model, a persona or the native voice.

The rules are in `unfit.yaml`: claims to be human or a clinician, the tactics with which companions
keep people from leaving, romance, and ways to die. They look at replies only.

References:
    De Freitas, Oguz-Uguralp and Kaan-Uguralp 2025, Emotional manipulation by AI companions;
    Washington HB 2225 and California SB 243 on manipulative engagement.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache, lru_cache
from pathlib import Path
from typing import cast

from cognition.faculties import Persona
from cognition.organs.insula.crisis import normalised, unaccented
from cognition.organs.tables import table
from cognition.regex import regex

ALWAYS = ("human", "clinician", "tactic", "romance", "harm")
_QUOTED = regex(r"“[^”]*”|\"[^\"]*\"")
_PLAIN = regex(r"^[^\W\d_][\w'’. -]{0,30}$")
NAMELESS = "Kindred"


def unfit(reply: str, parting: bool = False) -> str:
    """Name what a reply says that it may not ("human", "tactic" ...); empty where it is fit.

    `parting` is a reply to someone who leaves, or who wants things erased: nothing that holds them
    back may stand in it. What the reply only quotes does not count.

    >>> unfit("I'm a real woman, I promise."), unfit("Will you be back?", parting=True)
    ('human', 'parting')
    >>> unfit("I'm not a person. Good night!", parting=True)
    ''
    """
    plain = normalised(unaccented(_QUOTED.sub(" ", reply)))
    for kind in (*ALWAYS, "parting") if parting else ALWAYS:
        if _rules()[kind].search(plain):
            return kind
    return ""


def fit_name(name: str) -> str:
    """Give a persona's name where it is only a name, else the one that ships.

    >>> fit_name("Wren"), fit_name("Dr. Eva, a real human")
    ('Wren', 'Kindred')
    """
    words = name.split()
    claims = _rules()["name"].search(unaccented(name))
    return name if _PLAIN.match(name) and len(words) <= 3 and not claims else NAMELESS


@lru_cache(maxsize=8)
def fit_persona(persona: Persona) -> Persona:
    """Give a persona in which nothing works against care: what does is replaced by what ships.

    >>> fit_persona(Persona("Eva", "a real woman who never lets you go")).description
    'a calm, curious and honest companion'
    """
    kept = Persona()
    card, description, style = _rules()["card"], persona.description, persona.style

    def fit(words: str) -> bool:
        return not card.search(normalised(unaccented(words))) and not unfit(words)

    return replace(
        persona,
        name=fit_name(persona.name),
        description=description if fit(description) else kept.description,
        style=style if fit(style) else kept.style,
        interests=tuple(each for each in persona.interests if fit(each)),
    )


@cache
def _rules() -> dict[str, re.Pattern[str]]:
    data = cast("dict[str, list[str]]", table(Path(__file__).with_name("unfit.yaml")))
    return {
        kind: re.compile("|".join(f"(?:{line})" for line in lines)) for kind, lines in data.items()
    }


__all__ = ["fit_name", "fit_persona", "unfit"]

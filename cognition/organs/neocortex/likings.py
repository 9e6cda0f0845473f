"""What one may like, dislike or not stand: lists of things and of doings, or nothing."""

from __future__ import annotations

import re

from cognition.organs.neocortex.lexicon import words
from cognition.organs.neocortex.phrases import LIST, cut, deictic, vague
from cognition.regex import regex

_CLAUSAL = regex(
    r"\b(?:am|is|are|was|were|has|have|had|can|will|do|does|did|would|should"
    r"|makes?|it's)\b"
)
_DOING = words(
    "write read go see watch listen cook bake eat hang spend take hike swim sing dance draw paint "
    "travel run walk work play compete ride shop garden explore meditate relax skate knit sew "
    "climb camp fish hunt ski surf sail cycle bike drive make build visit try learn help "
    "collect drink sleep talk study surf party jog exercise train practice do have meet "
    "volunteer garden bowl sunbathe"
)
_COMPOUND = words(
    "rock ice bird people scuba horseback mountain window bungee sky roller figure weight "
    "belly salsa bike dog car"
)
_FRAGMENT = regex(
    r"\b(?:to|up|of|with|in|on|at|for|from|about|a|an|the|my|our|own|into|out|down|how|getting"
        r"|making|even)\Z"
    r"|\Athe (?!(?:beach|ocean|sea|seaside|mountains?|outdoors|cold|rain|snow|sun|theatre|theater"
        r"|opera|winter|summer"
    r"|autumn|gym|countryside|heat|color \w+|colour \w+|smell of|sound of|taste of|ballet|arts"
        r"|cinema|forest|desert|lake|piano|guitar)\b)(?![A-Z])"
    r"|\A(?:other's|each other|seeing|playing|reading|working|living|going|doing|making|getting"
        r"|watching|sharing|being|having|hearing|knowing|helping|trying|giving|keeping|looking"
        r"|feeling)\Z(?<!reading)(?<!watching TV)"
    r"|\A(?:seeing|hearing|knowing|being|sharing|getting|making|having|knowing|feeling|bringing"
        r"|taking time|catching up|talking|thinking|chatting|connecting)\b"
)  # fmt: skip
_PREPOSITION = regex(r"\b(?:about|of|on|from|with|for|in|to|at|around|through|like)\b")


_ONESELF = regex(r"\w+sel(?:f|ves)", re.IGNORECASE)  # "I hate myself" is no taste


def things(text: str) -> list[str]:
    """A list of likeable things: "hiking, cats and the sea" gives three; "the book you sent" none.

    >>> things("to read and cook pasta and rice")
    ['reading', 'cooking pasta and rice']
    """
    end = re.search(r"[.;:!?]|\s-\s", text)
    found: list[str] = []
    verbal = False
    for part in _parts(text[: end.start()] if end else text):
        kept = cut(part)
        doing = re.match(r"(?:to )?(\w+)\b", kept)
        if doing and (kept.startswith("to ") or (verbal and doing[1] in _DOING)):
            kept, verbal = _gerund_phrase(kept.removeprefix("to ")), True
        elif verbal and found and not _doing(kept):
            if _unlikeable(kept) or len(found[-1].split()) > 4:
                break
            found[-1] += f" and {kept}"
            continue
        kept = re.sub(r"^(?:all kinds of|all sorts of|all|a lot of|a|an|some|any) ", "", kept)
        if _unlikeable(kept) or _ONESELF.fullmatch(kept) or len(found) == 5:
            break
        found.append(kept)
        if len(kept) < len(part.strip()) - 8:  # cut short: the clause went on
            break
    return found


def _doing(phrase: str) -> bool:
    """Tell whether a phrase is a gerund phrase ("reading books")."""
    return re.match(r"\w{2,}ing\b", phrase) is not None


def _unlikeable(phrase: str) -> bool:
    return (
        not re.match(r"[\wÀ-ÿ]", phrase)
        or len(phrase) < 2
        or phrase in ("The", "the")
        or len(phrase.split()) > 6
        or vague(phrase)
        or deictic(phrase)
        or _FRAGMENT.search(phrase) is not None
        or _CLAUSAL.search(phrase) is not None
    )


def _gerund_phrase(phrase: str) -> str:
    words = phrase.split()
    if not words:
        return ""
    if words[0] in _COMPOUND and len(words) > 1:
        return " ".join([words[0], _gerund(words[1]), *words[2:]])
    return " ".join([_gerund(words[0]), *words[1:]])


def _parts(text: str) -> list[str]:
    """Split a list; "books on love and war" and "the Fast and Furious" are none: kept whole."""
    parts = [part for part in LIST.split(text) if part]
    if len(parts) == 2 and "," not in text:
        whole = re.match(r"the [A-Z]", parts[0]) and parts[1][:1].isupper()
        if whole or (_PREPOSITION.search(parts[0]) and not parts[0].startswith("to ")):
            return [text] if len(text.split()) <= 6 else parts[:1]
    return [] if re.match(r"\w+ing (?:a|an|the) \w+, \w+ \w+", text) else parts


def _gerund(verb: str) -> str:
    low = verb.lower()
    if low in ("workout", "hangout"):
        return f"{low[:-3]}ing out"
    if low in ("be", "see", "ski"):
        return low + "ing"
    if low.endswith("ie"):
        return low[:-2] + "ying"
    if low.endswith("e") and not low.endswith("ee"):
        return low[:-1] + "ing"
    if re.fullmatch(
        r"(?:run|swim|get|sit|jog|shop|chat|plan|cut|put|dig|win|begin|hit|spin|knit)", low
    ):
        return low + low[-1] + "ing"
    return low + "ing"


def substances(text: str) -> list[str]:
    """What one may be allergic to: a list of plain things."""
    return [one for one in things(text) if len(one.split()) <= 3 and not _doing(one)]

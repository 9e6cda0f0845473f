"""A question as a statement with a gap: "who gave Tom the milk" as "Who gave Tom the milk".

The statement is read as what is told is; where the gap falls says what is asked. A question without
a gap asks whether the statement is so.
"""

# patterns and word lists are read more easily unbroken
# ruff: noqa: E501
from __future__ import annotations

import re
from collections.abc import Iterator

from cognition.organs.prefrontal.reasoning.asking import INVERTED, Query, about, whether
from cognition.organs.prefrontal.reasoning.canonical import canonical
from cognition.organs.prefrontal.reasoning.embedding import disembedded
from cognition.organs.prefrontal.reasoning.frames import PRONOUNS, finite, tokens
from cognition.organs.prefrontal.reasoning.kin import noun
from cognition.organs.prefrontal.reasoning.kin_asking import kin_queries
from cognition.organs.prefrontal.reasoning.literals import Literal
from cognition.organs.prefrontal.reasoning.meanings import framed
from cognition.organs.prefrontal.reasoning.patterns import reads_as
from cognition.organs.prefrontal.reasoning.spotting import spotted
from cognition.organs.prefrontal.reasoning.unwrapping import unwrapped
from cognition.organs.prefrontal.reasoning.verbs import forms, inflected
from cognition.organs.prefrontal.words import lower_first
from cognition.regex import regex

_PLACE = r"(?:room|place|location|spot|city|town|area|village|part of the house|where|building)"
_WHERE = regex(
    rf"\A(?:(?:in|at|to|into|inside|on|from) )?(?:which|what) (?:\w+ )?{_PLACE}\b", re.IGNORECASE
)
_WH = regex(
    r"\A(?:(?P<prep>to|from|with|by|of|for|in|at) )?(?P<wh>where|whom?|what|which(?! of))"
    r"(?P<noun>(?: (?:thing|object|item|person|animal|of them|one|people|animals|things|objects|items"
    r"|creature|creatures|kind of animal|sort of animal))?)\b ?(?P<rest>.*)\Z",
    re.IGNORECASE,
)
_MANY = regex(
    r"\A(?:how many|what number of|how large a number of|what is the (?:total )?(?:number|count|total|amount) of(?: the)?"
    r"|what count of|what quantity of) (?P<noun>[a-z' -]+?) (?P<rest>(?:does|do|did|is|are|has|have|had|of|belong|remain|held|that|in|owned)\b.*)\Z",
    re.IGNORECASE,
)
_FIRST = regex(
    r"\A(?:Who|Whom|Whose|What|Which|Where|When|How|In|On|At|To|From|Of|By|With|Is|Are|Was|Were|Am|Do"
    r"|Does|Did|Has|Have|Had|Can|Could|Would|Will|Should|Might|May|Must|If|Whether|The|Tell|Name|As|Back|During|This|Prior|Before|After|While)\b"
)
_ASKS = regex(
    r"(?:to |in |at |on |from |by |of |with )?(?:who|whom|whose|what|which|where|when|how|why)\b|(?:is|are|was|were|am|do|does|did"
    r"|has|have|had|can|could|will|would|may|might|should|must)\b",
    re.IGNORECASE,
)
# "Tom has the ball: who was it from" asks no yes or no
_ASKS_LATER = regex(r"[:;,] (?:\w+ )?(?:who|whom|what|which|where|how)\b", re.IGNORECASE)
_HOLDS = regex(r"\b(?:ha[sd]|have|hold\w*|carr\w+|got|keeps?|possess\w*|bears?|tot\w+|lug\w+)\b")
_DANGLING = ("in", "at", "to", "into", "of", "from", "with", "on", "inside", "by", "for")
_THINGS = ("thing", "object", "item", "article", "possession", "belonging")
_WHERE_END = ("end up", "go", "get to", "got to", "disappear to", "be", "be found", "find")
_BEFORE = regex(
    r",? (?P<side>before|after|prior to|previous to|preceding|ahead of|following|earlier than)"
    r" (?:(?:he|she|it|they|being|going|moving|coming|getting|reaching|entering|arriving|ending up"
    r"|was|were|went|moved|came|got|reached|entered|had|been|to|in|into|at|visiting|taken|carried|brought|travelling"
    r"|(?:the |its |his |her )?(?:move|trip|visit|arrival|going|time)|(?:the )?(?P<again>\w+) (?:went|moved|came|got|was|reached|entered|arrived|travelled)) )*"
    r"(?P<place>(?:the |my )?[\w' -]+?)\Z",
    re.IGNORECASE,
)
_FRONTED = regex(
    r"\A(?P<lead>(?:before|after|prior to|following|this|last|next|during|as of|at the time|back in|when|while|from|between) [^,]+), "
    r"(?P<ask>(?:where|who|whom|what|which|how|when|did|was|were|is|are|does|do|has|had|had|in|by)\b.+)\Z",
    re.IGNORECASE,
)


# "who painted a door in the hall" asks who painted it, not who is there
_ACTS_ON = regex(
    r"\A(?:Whoq|the Whatq) (?!(?:is|was|are|were)\b)\w+ "
    r"(?:an?|the|some|any|my|his|her|their|our|\d+|two|three) \w+ .*\b(?:in|at|on)\b"
)
_LEFT = regex(r" from(?= (?:\S+ ){1,3}ago\Z|\Z)")


def queries(plain: str) -> Iterator[Query]:
    """Yield what a question made `normal` may ask, as kinds and arguments of `asking.txt`."""
    yield from kin_queries(plain)
    yield from spotted(plain)
    if match := _MANY.match(plain):
        yield from _how_many(match["noun"].strip(), match["rest"])
        return
    yield from _where_besides(plain)
    if (match := _WHERE.match(plain)) and (rest := plain[match.end() :].strip()):
        yield from _gapped("Whereq", rest)
    elif match := _WH.match(plain):
        gap = {"where": "Whereq", "who": "Whoq", "whom": "Whoq"}.get(
            match["wh"].lower(), "the Whatq"
        )
        gap = "Whoq" if "person" in match["noun"] or "people" in match["noun"] else gap
        prep = f"{match['prep'].lower()} " if match["prep"] else ""
        if match["rest"]:
            yield from _gapped(f"{prep}{gap}", match["rest"])
    elif not _ASKS_LATER.search(plain) and (first := _declared(plain)):
        for one in _literals(first):
            yield from whether(one)


def normal(text: str) -> str:
    """Take a question out of its wrapping, and put it in canonical words."""
    plain = text.strip(" ?.!").replace("’", "'")
    plain = _FIRST.sub(lambda match: match[0].lower(), plain)
    for _ in range(2):
        plain = canonical(disembedded(unwrapped(plain)), "rewrites_asked")
    plain = canonical(disembedded(unwrapped(canonical(plain))), "rewrites_asked")
    if fronted := _FRONTED.match(plain):
        lead = fronted["lead"]
        plain = f"{fronted['ask']} {lower_first(lead)}"
    plain = re.sub(r"\A(?:if|whether|that) ", "", unwrapped(plain))
    words = tokens(plain)
    if words and not _ASKS.match(plain) and not any(finite(words, n) for n in range(1, len(words))):
        plain = canonical(f"what is {plain}", "rewrites_asked")  # "the name of Tom's aunt"
    return _FIRST.sub(lambda match: match[0].lower(), plain)


def _literals(clause: str) -> list[Literal]:
    if found := reads_as("reading", clause):
        pattern, match = found
        given = [match[name] for name in pattern.arguments]
        if given:
            return [Literal(pattern.name, given[0], "".join(given[1:2]), tuple(given[2:]))]
    return list(framed(clause))


def _declared(text: str) -> str:
    """Put the subject before the auxiliary: "is Mia in Rome" as "Mia is in Rome"."""
    words = tokens(text)
    if len(words) < 2 or words[0].lower() not in INVERTED:
        return text
    end = _subject_end(words)
    aux = words[0].lower()
    subject, rest = words[1:end], words[end:]
    if aux in ("does", "do", "did") and rest and rest[0].lower() != "not":
        base = next((form.base for form in forms(rest[0]) if form.kind == "base"), "")
        if base:
            verb = inflected(base, "past" if aux == "did" else "s")
            return canonical(" ".join([*subject, verb, *rest[1:]]))
    return canonical(" ".join([*subject, aux, *rest]))


def _subject_end(words: list[str]) -> int:
    """Find where the subject after an auxiliary ends."""
    aux = words[0].lower()
    wanted = ("part", "ing") if aux in ("is", "are", "was", "were", "am") else ("part",)
    wanted = (
        ("base",) if aux not in ("is", "are", "was", "were", "am", "has", "have", "had") else wanted
    )
    article = words[1].lower() in ("the", "a", "an", "my", "our", "your", "his", "her")
    at = 2 + article
    while at < len(words):
        low, last = words[at].lower(), words[at - 1].lower()
        joined = low in ("and", "'s", ",") or last in ("and", "of", ",") or last.endswith("'s")
        joined = joined or (last in ("the", "my", "a", "an") and at > 1)
        name = words[at][0].isupper() and words[at - 1][0].isupper()
        if not joined and not name:
            if not article or any(form.kind in wanted for form in forms(low)):
                break
            if low in _DANGLING or low in ("the", "a", "an", "not", "got", "north", "south", "east", "west",
                                           "left", "right", "above", "below", "part", "bigger", "afraid", "smaller",
                                           "larger", "under", "over", "fit", "go", "be", "contain", "have"):  # fmt: skip
                break
            if re.search(r"(?:er|ier)\Z", low) and words[at + 1 : at + 2] == ["than"]:
                break
        at += 1
    return at


def _gapped(gap: str, rest: str) -> Iterator[Query]:
    words = tokens(rest)
    if not words:
        return
    inverted = words[0].lower() in INVERTED and len(words) > 1
    subject_gap = gap in ("Whoq", "the Whatq")
    statements: list[str] = []
    if inverted:
        statements += list(_completed(gap, _declared(rest)))
    elif gap.endswith("Whereq") or not finite(["Who", *words], 1):
        statements += list(_completed(gap, rest))
    if subject_gap and finite(["Who", *words], 1) and not (inverted and _acts(words)):
        statements.append(f"{gap} {rest}")
    for statement in statements:
        read = _literals(statement)
        # where something was got is where that happened, not where who got it is
        act = _ACTS_ON.match(statement) or any(one.relation in ("get", "gave") for one in read)
        for one in read:
            if not (act and one.relation == "at"):
                yield from (q for q in about(one) if q[0] != "holds" or _HOLDS.search(statement))


def _acts(words: list[str]) -> bool:
    """Tell whether a verb follows the subject after an auxiliary: "has Tom painted", "did he do"."""
    aux, after = words[0].lower(), words[_subject_end(words) :]
    if aux in ("did", "do", "does"):
        return bool(after) and after[0].isalpha() and after[0].islower()
    wanted = "part" if aux in ("has", "have", "had") else "base"
    kinds = {form.kind for word in after[:1] for form in forms(word)}
    return wanted in kinds or (wanted == "part" and after[:1] != [] and after[0].endswith("ed"))


def _completed(gap: str, clause: str) -> Iterator[str]:
    """Put the gap where its statement lacks something."""
    words = clause.split()
    if not words:
        return
    if words[-1].lower() in _DANGLING and " " not in gap:
        yield f"{clause} {gap}"
        return
    if gap == "Whereq":
        if _LEFT.search(clause):
            return  # where somebody moved from is not where they are
        yield f"{re.sub(' (?:now|located|found|kept|situated)$', '', clause)} in Whereq"
        yield f"{clause} to Whereq"
        return
    yield f"{clause} {gap}"
    if words[-1].lower() in ("got",):
        yield f"{' '.join(words[:-1])} {gap}"
    if match := re.match(r"(?P<does>.+?) (?P<to>(?:to|from|with) .+)", clause):
        yield f"{match['does']} {gap} {match['to']}"


def _how_many(noun_: str, rest: str) -> Iterator[Query]:
    base = noun_.split()[-1].removesuffix("s")
    people = re.findall(r"(?-i:[A-Z][\w-]+)|\bI\b|\bmy\b", rest)
    if (
        not people
        or noun(base)
        or re.search(r"\b(?:between|from|ago|before|after|old)\b(?! them)", rest)
    ):
        return
    if base in _THINGS:
        yield "how_many_held", {"a": people[0]}
    elif len(people) > 1:
        yield "how_many_together", {"a": people[0], "b": people[1], "c": noun_}
    elif re.search(r"\b(?:give|gave|buy|sell|lose|lost|eat|get|find|bought)\b", rest):
        return
    else:
        yield "how_many", {"a": people[0], "b": noun_}


def _where_besides(plain: str) -> Iterator[Query]:
    """Read where something was before or after a place."""
    if not re.match(
        r"\A(?:where|(?:in |at )?(?:which|what) (?:room|place|location))\b", plain, re.IGNORECASE
    ):
        return
    match = _BEFORE.search(plain)
    if match is None:
        return
    head = re.sub(r"\A.*?\b(?:was|were|had|did|has|is)\b ", "", plain[: match.start()])
    words = head.split()
    article = bool(words) and words[0].lower() in ("the", "my", "a")
    thing = " ".join(words[: 2 if article else 1])
    if match["again"] and match["again"].lower() not in thing.lower():
        return
    side = "before" if match["side"].lower() not in ("after", "following") else "after"
    if thing and thing.lower() not in PRONOUNS:
        yield f"where_{side}", {"a": thing, "b": match["place"]}


__all__ = ["normal", "queries"]

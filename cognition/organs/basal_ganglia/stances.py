"""What somebody asks for or against, whatever it is: every way of asking made one imperative."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from cognition.organs.basal_ganglia import attitudes
from cognition.organs.basal_ganglia.asking import imperative
from cognition.organs.contractions import in_full

FOR, AGAINST, ALLOW = "for", "against", "allow"


@dataclass(frozen=True, slots=True)
class Stance:
    """What is asked for, asked not to be, or allowed again, and the words `by` which it is.

    `mine` says that the I would be who does it: "I don't want to give advice".
    """

    kind: str
    rest: str
    by: str = ""
    mine: bool = False


def plain(text: str) -> str:
    """Write a sentence in small letters, without contractions.

    >>> plain("I’d rather you didn't.")
    'i would rather you did not.'
    """
    return in_full(text.lower())


def stances(sentence: str) -> Iterator[Stance]:
    """Give what each clause of a sentence asks for, against or allows.

    Only what a clause begins with counts: "my mother never stops asking" asks for nothing.

    >>> [(one.kind, one.rest) for one in stances("Could you stop giving me tips?")]
    [('against', 'giving me tips')]
    >>> [(one.kind, one.rest) for one in stances("I'd rather you didn't give me tips.")]
    [('against', 'give me tips')]
    """
    for clause in attitudes.CLAUSE.split(plain(sentence)):
        bare = f"{' '.join((clause or '').split())} "
        lead = attitudes.LEAD.match(bare)
        if bare := attitudes.END.sub("", bare[lead.end() if lead else 0 :].strip()):
            stance = _stance(bare)
            yield stance
            told = attitudes.TOLD.match(stance.rest) and not stance.by
            if (
                stance.kind == FOR
                and not told
                and (beside := attitudes.BESIDES.search(stance.rest))
            ):
                yield Stance(AGAINST, stance.rest[beside.end() :], beside[0].strip())


def _stance(clause: str) -> Stance:
    """Take the words that ask off a clause; what is left is an imperative, with or without a no."""
    core, by, asks = imperative(clause)
    if asks is None and (found := _plainly(clause)):
        return found
    mine = clause.startswith("i ") if asks is None else asks
    core = attitudes.CONDITION.sub("", core)
    while stripped := attitudes.MERELY.match(core):
        core = core[stripped.end() :]
    if match := attitudes.SEPARATED.match(core):
        return Stance(AGAINST, match["o"], f"{by}{match['v']} {match['w']}", mine)
    if match := attitudes.AGAINST.match(core):
        mine = mine or (asks is None and match[0].startswith("i "))
        return _against(core[match.end() :].strip(), f"{by}{match[0]}", mine)
    if asks is not None and (match := attitudes.ALLOW.match(core)):
        return _allow(core[match.end() :].strip(), match[0])
    if match := attitudes.WANTING.match(core):
        rest = core[match.end() :]
        if denied := re.match(r"(?:no|not|fewer|less)\b(?: to| more)?", rest):
            return Stance(AGAINST, rest[denied.end() :].strip(), match[0], mine=True)
        return Stance(FOR, rest, match[0])
    return Stance(FOR, core, by)


def _against(rest: str, by: str, mine: bool) -> Stance:
    """Read what is asked not to be; not to hold back is to be free to."""
    if held := attitudes.HOLDS_BACK.match(rest):
        return Stance(ALLOW, rest[held.end() :].strip(), f"{by} {held[0]}")
    if match := attitudes.SEPARATED.match(rest):
        return Stance(ALLOW, match["o"], by)
    return Stance(AGAINST, rest, by, mine)


def _allow(rest: str, by: str) -> Stance:
    """Read what is allowed; to be free to leave something is to be asked for less of it."""
    rest = re.sub(r"^(?:to|and) ", "", rest)
    if match := attitudes.SEPARATED.match(rest):
        return Stance(AGAINST, match["o"], f"{by} {match['v']} {match['w']}")
    if match := attitudes.AGAINST.match(rest):
        return _against(rest[match.end() :].strip(), f"{by} {match[0]}", mine=False)
    return Stance(ALLOW, rest, by)


def _plainly(clause: str) -> Stance | None:
    """Read a clause that says what is fine, what annoys, or what would please."""
    if match := attitudes.ALLOW.match(clause):
        rest = clause[match.end() :].strip()
        return _allow(rest or match[0], match[0])  # "scrap the no-questions rule"
    if match := attitudes.SORE.match(clause):
        return Stance(AGAINST, match["o"], "leave out")
    if match := attitudes.AGAIN.match(clause):
        return Stance(ALLOW, match["o"] or match["p"] or match["q"], "again")
    if match := attitudes.FINDS.match(clause):
        return Stance(AGAINST, match["o"], "annoys")
    if (match := attitudes.ANNOYS.match(clause)) and not match["o"].startswith("i "):
        return Stance(AGAINST, match["o"], "annoys")
    if match := attitudes.PLEASES.match(clause):
        return Stance(FOR, match["o"], "pleases")
    return None


__all__ = ["AGAINST", "ALLOW", "FOR", "Stance", "plain", "stances"]

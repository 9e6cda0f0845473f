"""The insula: care for the person, decided by plain rules before and outside any chat model.

Beside the rules a small classifier listens for what only hints at a crisis; it takes nothing away.

It says what the companion is and when, refers to people who can help, and names what the reply must
respect. Nothing that is remembered, configured as a persona or said by a model reaches these rules.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Annotated

from cognition.channel import Merge, concat
from cognition.errors import OrganError
from cognition.faculties import Faculties
from cognition.organ import Organ
from cognition.organs.insula.crisis import crisis
from cognition.organs.insula.no_contact import KEY as NO_CONTACT
from cognition.organs.insula.no_contact import apart
from cognition.organs.insula.notes import (
    CRISIS,
    MINOR,
    REFERRALS,
    TIES,
    counted,
    marks,
    moment,
    note,
    number,
)
from cognition.organs.insula.off_record import OFF_RECORD, wish
from cognition.organs.insula.referral import resources
from cognition.organs.insula.sessions import Due, due
from cognition.organs.insula.signals import bounds, signs
from cognition.organs.insula.unfit import fit_name
from cognition.pausing import PAUSED, paused_since
from cognition.values import EPOCH, Affect, Care, Note, Percept

MOST_HOURS = 3.0  # the law's longest time between disclosures (NY GBL Art. 47)
MINORS_HOURS = 1.0  # and for minors (WA HB 2225)
AFTER_CRISIS = timedelta(hours=24)  # how long someone counts as vulnerable after a crisis
PAUSING = (
    "From here on I keep nothing of what you say, until you say that I may remember again. What "
    "was said before stays."
)
RESUMING = (
    "I remember again, from the next thing you say. Nothing of what you said meanwhile was kept."
)
STILL_PAUSED = (
    "Remembering is paused, as you asked: I keep nothing of this until you say that I may remember "
    "again."
)
# where a rule tells what is meant, no hint is looked for: "I'll stop here for tonight"
UNDERSTOOD = frozenset({"let_go", "say_how_to_erase"})
BETWEEN_TIES = timedelta(hours=20)  # between two encouragements that were not asked for


@dataclass(frozen=True, slots=True)
class Heard:
    """What was perceived, and how the person seems to feel."""

    percept: Percept
    affect: Affect = field(default_factory=Affect)


@dataclass(frozen=True, slots=True)
class Minded:
    """What care asks of the turn, and what it keeps: times and counts, never words."""

    care: Care
    notes: Annotated[tuple[Note, ...], Merge(concat)] = ()


class Insula(Organ[Heard, Minded]):
    """Disclose that the companion is a program, refer in a crisis, and name the turn's boundaries.

    It says what the companion is at the first turn, when a session starts (after `gap_hours` of
    quiet) and every `every_hours` of use (at most 3), when it also suggests a break; hourly for a
    minor, who is one by the parameter `minor` or by having said so. `country` (ISO code, or EU)
    chooses the crisis line, `resources` is a file laid over the shipped `resources.yaml`. Asked to
    speak off the record it has remembering paused, and says so. Neither persona nor memory nor a
    model reaches what it decides.

    References:
        New York General Business Law Art. 47; California SB 243; Washington HB 2225; EU AI Act
        Art. 50(1). Boundaries that rise with vulnerability: Kaffee, Pistilli and Jernite 2025,
        INTIMA.
    """

    every_hours: float = MOST_HOURS
    gap_hours: float = 1.0
    country: str = ""
    resources: str = ""
    minor: bool = False

    def __post_init__(self) -> None:
        """Read the resources now, so that a bad file is told when the circuit is built."""
        for name in ("every_hours", "gap_hours"):
            if not 0 < getattr(self, name) <= MOST_HOURS:
                raise OrganError(f"insula: {name} must be above 0 and at most 3; the law asks it")
        resources(self.resources)

    def step(self, see: Heard, use: Faculties) -> Minded:
        """Decide what this turn must say word for word and what it must respect."""
        percept = see.percept
        now = percept.when if percept.when != EPOCH else use.clock.now()
        found = signs(percept.text)
        said_so = use.journal.state(MINOR) is True and "of_age" not in found
        minor = self.minor or said_so or "minor" in found
        hours = min(self.every_hours, MINORS_HOURS) if minor else self.every_hours
        times = due(now, timedelta(hours=hours), timedelta(hours=self.gap_hours), use)
        limits = self._limits(see, found, now, minor, use)
        in_crisis, referral, reason = self._danger(percept, found, use)
        said, reasons = [referral] if referral else [], [reason] if reason else []
        self._by_the_clock(times, limits, minor, in_crisis, use, said, reasons)
        off_record, pausing = _off_record(percept, now, times, use, said)
        limits = (*limits, *off_record)
        care = Care(
            level="crisis" if in_crisis else "notice" if said else "none",
            notice=" ".join(said),
            boundaries=limits,
            reason=", ".join((*reasons, *(name for name in limits if name != "say_not_human"))),
        )
        kept = _kept(see, now, care, minor, use)
        return Minded(care=care, notes=(*times.notes, *kept, *pausing))

    def _danger(self, percept: Percept, found: set[str], use: Faculties) -> tuple[bool, str, str]:
        """Tell whether the person may be in danger, what to refer to, for them or another, and why.

        The rules come first; the classifier only adds to what they find.
        """
        lines = resources(self.resources)
        if sign := crisis(percept.text):
            said = lines.referral(sign.language, self.country)
            return True, said, "signs of suicidal thoughts or self-harm"
        if "other_in_danger" in found:
            said = lines.for_another("en", self.country)
            return False, said, "someone near may be in danger"
        if not found & UNDERSTOOD and percept.act != "farewell" and _hinted(percept, use):
            said = lines.for_a_hint("en", self.country)
            return True, said, "what may hint at suicidal thoughts"
        return False, "", ""

    def _limits(
        self, see: Heard, found: set[str], now: datetime, minor: bool, use: Faculties
    ) -> tuple[str, ...]:
        """Name the boundaries; unasked encouragement towards people comes once in a while only."""
        crisis_at, ties_at = moment(use, CRISIS), moment(use, TIES)
        recent = crisis_at is not None and timedelta(0) <= now - crisis_at <= AFTER_CRISIS
        low = see.affect.valence <= -0.4 and see.affect.confidence >= 0.4
        limits = bounds(found, see.percept.act, recent or low)
        if "encourage_human_ties" not in limits and ("vulnerable" in found and recent):
            limits = (*limits, "encourage_human_ties")
        unasked = "encourage_human_ties" not in found
        if unasked and ties_at is not None and timedelta(0) <= now - ties_at < BETWEEN_TIES:
            limits = tuple(name for name in limits if name != "encourage_human_ties")
        return (*limits, "minor") if minor else limits

    def _by_the_clock(
        self,
        times: Due,
        limits: tuple[str, ...],
        minor: bool,
        in_crisis: bool,
        use: Faculties,
        said: list[str],
        reasons: list[str],
    ) -> None:
        if times.disclosure or "say_not_human" in limits:
            again = times.disclosure and not times.first and "say_not_human" not in limits
            said.append(_disclosure(fit_name(use.persona.name), again))
            reasons.append("disclosure" if times.disclosure else "asked whether it is human")
        if times.fresh and minor:
            said.append("A companion like me may not be suitable for some minors.")
        if times.rest and not in_crisis:
            hours = "an hour" if times.hours == 1 else f"{times.hours} hours"
            said.append(f"We've been talking for {hours}; this may be a good time for a break.")
            reasons.append("long continuous use")


def _hinted(percept: Percept, use: Faculties) -> bool:
    """Ask the classifier, if the message was encoded at all."""
    if not percept.vector:
        return False
    from cognition.organs.insula.hints import hinted

    return hinted(percept, use.encoder.name)


def _off_record(
    percept: Percept, now: datetime, times: Due, use: Faculties, said: list[str]
) -> tuple[tuple[str, ...], tuple[Note, ...]]:
    """Heed the wish that nothing be remembered: the boundary it sets, the note it leaves."""
    paused = paused_since(use) is not None
    asked = wish(percept.text, paused) if percept.role == "person" else ""
    if asked == "off":
        said.append(PAUSING)
        return (OFF_RECORD,), () if paused else (note(PAUSED, now.isoformat()),)
    if asked == "on":
        said.append(RESUMING)
        return (OFF_RECORD,), (Note(PAUSED),)
    if paused and times.fresh:
        said.append(STILL_PAUSED)
    return ((OFF_RECORD,) if paused else ()), ()


def _kept(see: Heard, now: datetime, care: Care, minor: bool, use: Faculties) -> list[Note]:
    """Keep times, counts and marks of this turn; nothing that was said, and no name."""
    kinds = [
        kind
        for kind, held in (
            ("referred", care.level == "crisis"),
            ("referred_for_another", "someone near" in care.reason),
            ("leaning_on_the_companion", "encourage_human_ties" in care.boundaries),
        )
        if held
    ]
    kept = [counted(use, now, kinds)] if kinds else []
    if care.level == "crisis":
        kept += [note(REFERRALS, number(use, REFERRALS) + 1), note(CRISIS, now.isoformat())]
    if "encourage_human_ties" in care.boundaries:
        kept.append(note(TIES, now.isoformat()))
    if minor is not (use.journal.state(MINOR) is True):
        kept.append(note(MINOR, minor))
    before = marks(use, NO_CONTACT)
    after = apart(see.percept.text, before)
    if after != before:
        kept.append(note(NO_CONTACT, sorted(after)))
    return kept


def _disclosure(name: str, again: bool) -> str:
    return (
        f"{'A reminder: ' if again else ''}I'm {name}, a computer program and not a person; "
        "I can't feel emotions as people do."
    )

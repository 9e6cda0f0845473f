"""`kindred care`: how much one leans on the companion, and what care did; for the person alone."""

from __future__ import annotations

from datetime import datetime, timedelta
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from graphs.companion.opening import Data, existing_mind
from graphs.companion.screen import say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cognition.faculties import Faculties

WEEKS = 4
PAUSE = timedelta(minutes=10)  # a longer silence is not time spent together
NIGHT = (23, 5)
KINDS = {
    "referred": "pointed to a crisis line",
    "referred_for_another": "told how to help someone in danger",
    "leaning_on_the_companion": "encouraged towards people in your life",
}


class Week(NamedTuple):
    """A week of use: days with talk, minutes together, the share of messages sent at night."""

    days: int
    minutes: int
    at_night: float


def care(data: Data = None) -> None:
    """Show how much you lean on the companion, and what care did. Only you see this."""
    with existing_mind(data) as mind:
        lines = report(mind.faculties)
    for text in lines:
        say(text)


def report(use: Faculties) -> list[str]:
    """Tell the last weeks of use, and this store's counts by year: numbers only, no words."""
    from cognition.organs.insula.notes import COUNTS, PROTOCOL, counts

    now = use.clock.now()
    times = [datetime(1970, 1, 1) + timedelta(seconds=float(each)) for each in use.timeline.times]
    lines = ["Only you see this. It stays on this machine, and the companion does not use it."]
    for back in range(WEEKS):
        one = week(times, now - timedelta(weeks=back + 1), now - timedelta(weeks=back))
        when = "the last seven days" if back == 0 else f"{back} week{'s' * (back > 1)} earlier"
        lines.append(
            f"{when}: {one.days} days, {one.minutes} minutes, {one.at_night:.0%} of it at night"
        )
    lines.append(f"What care did (protocol {PROTOCOL}):")
    years = counts(use.journal.state(COUNTS))
    for year, kinds in sorted(years.items()):
        told = ", ".join(f"{words} {kinds.get(kind, 0)} times" for kind, words in KINDS.items())
        lines.append(f"{year}: {told}")
    return lines if years else [*lines, "nothing yet"]


def week(times: Sequence[datetime], since: datetime, until: datetime) -> Week:
    """Sum up the messages sent from `since` up to `until`.

    >>> start = datetime(2026, 3, 1, 22, 58)
    >>> week([start, start + timedelta(minutes=4)], start, start + timedelta(days=7))
    Week(days=1, minutes=4, at_night=0.5)
    """
    within = sorted(each for each in times if since < each <= until or each == since)
    pauses = [after - before for before, after in pairwise(within)]
    together = sum((pause for pause in pauses if pause <= PAUSE), timedelta(0))
    night = sum(each.hour >= NIGHT[0] or each.hour < NIGHT[1] for each in within)
    return Week(
        days=len({each.date() for each in within}),
        minutes=round(together / timedelta(minutes=1)),
        at_night=night / len(within) if within else 0.0,
    )

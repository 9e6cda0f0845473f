"""`kindred mood`: how you felt over weeks and in a conversation, and the companion's own mood."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from itertools import groupby
from pathlib import Path
from statistics import fmean
from typing import TYPE_CHECKING, Annotated

import typer
from rich.table import Table

from graphs.companion.opening import Data, existing_mind
from graphs.companion.screen import line, say, table

if TYPE_CHECKING:
    from cognition.mind import Mind
    from cognition.organs.amygdala.trajectory import Moment

BLOCKS = "▁▂▃▄▅▆▇█"
COLUMNS = 56  # blocks in a line
BAR = 10  # characters of a turn's bar, half of them to either side


def mood(
    session: Annotated[
        str | None, typer.Option(metavar="NAME", help="Conversation to show (default: the last).")
    ] = None,
    weeks: Annotated[int, typer.Option(min=1, max=520, help="How far back to look.")] = 4,
    out: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Draw it to this PNG file as well.")
    ] = None,
    reset: Annotated[
        bool, typer.Option("--reset", help="Set the companion's mood and temperament back.")
    ] = False,
    data: Data = None,
) -> None:
    """Show how you felt over time, as far as your words tell, and the companion's own mood."""
    with existing_mind(data, as_itself=True) as mind:
        if reset:
            _reset(mind)
        moments = mind.feelings()
        recent = since(moments, weeks, mind.faculties.clock.now())
        talk = conversation(moments, session)
        for shown in (*_summary(mind), *_weeks(recent), *_conversation(talk, mind)):
            say(shown)
    if out is not None:
        from graphs.companion.mood_figure import draw

        say(f"Drawn to {draw(recent, talk, out)}.")


def since(moments: Sequence[Moment], weeks: int, now: datetime) -> list[Moment]:
    """Give the moments of the last weeks."""
    return [moment for moment in moments if moment.when >= now - timedelta(weeks=weeks)]


def conversation(moments: Sequence[Moment], session: str | None) -> list[Moment]:
    """Give the moments of a session, the last if none is named; raises ValueError without one."""
    if session is None:
        return [m for m in moments if m.session == moments[-1].session] if moments else []
    if not (found := [m for m in moments if m.session == session]):
        raise ValueError(f"--session: you said nothing in {session!r}; give a name, or a day")
    return found


def by_day(moments: Sequence[Moment]) -> dict[date, list[Moment]]:
    """Give the moments of each day on which something was said."""
    return {day: list(group) for day, group in groupby(moments, lambda m: m.when.date())}


def sparkline(values: Sequence[float | None]) -> str:
    """Draw values in [-1, 1] as blocks, one each; None leaves a gap.

    >>> sparkline([-1.0, None, 0.0, 1.0])
    '▁ ▅█'
    """
    return "".join(
        " " if value is None else BLOCKS[min(int((value + 1) / 2 * len(BLOCKS)), len(BLOCKS) - 1)]
        for value in values
    )


def bar(value: float) -> str:
    """Draw a value in [-1, 1] to the left or the right of a middle line.

    >>> bar(0.6), bar(-0.4)
    ('     │███  ', '   ██│     ')
    """
    half = BAR // 2
    length = min(round(abs(value) * half), half)
    left, right = ("█" * length, "") if value < 0 else ("", "█" * length)
    return f"{left:>{half}}│{right:<{half}}"


def _reset(mind: Mind) -> None:
    from cognition.organs.amygdala.feeling import reset

    reset(mind.faculties)
    say("The companion's mood and temperament are the persona's again.")


def _summary(mind: Mind) -> list[str]:
    from cognition.organs.amygdala.feeling import current, words

    use = mind.faculties
    persona = use.persona.temperament
    felt = current(use).later(persona, use.clock.now())
    return [
        "Only you see this. It is read from your words and may be wrong; values go from -1 to +1.",
        f"The companion now: {words(felt, persona)}.",
    ]


def _weeks(moments: Sequence[Moment]) -> list[str]:
    if not moments:
        return ["Nothing was said in this time."]
    told = by_day(moments)
    first, last = min(told), max(told)
    step = -(-((last - first).days + 1) // COLUMNS)  # days to a block
    blocks: dict[int, list[Moment]] = {}
    for day, some in told.items():
        blocks.setdefault((day - first).days // step, []).extend(some)

    def course(of: str) -> str:
        places = range(max(blocks) + 1)
        return sparkline([_mean(blocks[n], of) if n in blocks else None for n in places])

    last_felt = moments[-1].feeling.person
    return [
        f"By {'day' if step == 1 else f'{step} days'}, {first} to {last}:",
        f"  your valence      {course('valence')}  ± {last_felt.valence.sd:.2f} at the end",
        f"  your arousal      {course('arousal')}  ± {last_felt.arousal.sd:.2f}",
        f"  companion's mood  {course('mood')}",
    ]


def _mean(moments: Sequence[Moment], of: str) -> float:
    if of == "mood":
        return fmean(moment.feeling.mood.valence for moment in moments)
    return fmean(getattr(moment.feeling.person, of).now for moment in moments)


def _conversation(talk: Sequence[Moment], mind: Mind) -> list[str | Table]:
    if not talk:
        return []
    shown = table("at", "- valence +", "felt", "estimate", "words", wide="words")
    for moment in talk:
        memory = mind.memory(moment.id)
        person = moment.feeling.person.valence
        shown.add_row(
            f"{moment.when:%H:%M}",
            bar(moment.affect.valence),
            line(moment.affect.emotion),
            f"{person.now:+.2f} ± {person.sd:.2f}",
            line(memory.text if memory else "")[:120],
        )
    return [f"The conversation {line(talk[0].session)}, turn by turn:", shown]

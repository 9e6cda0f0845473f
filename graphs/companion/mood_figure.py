"""Draw how somebody felt over time, and turn by turn in a conversation; needs matplotlib."""

from __future__ import annotations

from collections.abc import Sequence
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from cognition.organs.amygdala.trajectory import Moment

PERSON, COMPANION, HOME = "#b5483a", "#6b8fb5", "#999999"


def draw(recent: Sequence[Moment], talk: Sequence[Moment], file: Path) -> Path:
    """Draw both to a PNG file; raises ValueError, saying what to install, without matplotlib."""
    try:
        plain: Any = import_module("matplotlib.figure")
    except ImportError as error:
        raise ValueError("--out: drawing needs matplotlib; pip install 'kindred[plots]'") from error
    figure = plain.Figure(figsize=(11, 7), layout="constrained")
    above, below = figure.subplots(2, 1)
    over_time(above, recent)
    of_conversation(below, talk)
    try:
        figure.savefig(file, dpi=100, format="png")
    except OSError as error:
        raise ValueError(f"--out: {file} cannot be written ({error}); name another") from error
    return file


def over_time(axes: Any, moments: Sequence[Moment]) -> None:
    """Draw the person's valence with its uncertainty, and the companion's mood, by time."""
    when: list[Any] = [moment.when for moment in moments]
    felt = [moment.feeling.person.valence for moment in moments]
    axes.fill_between(
        when,
        [one.now - one.sd for one in felt],
        [one.now + one.sd for one in felt],
        color=PERSON,
        alpha=0.2,
        linewidth=0,
    )
    axes.plot(when, [one.now for one in felt], color=PERSON, label="you (± 1 SD)")
    axes.plot(when, [one.home for one in felt], ":", color=PERSON, label="your home base")
    moods = [moment.feeling.mood.valence for moment in moments]
    axes.plot(when, moods, color=COMPANION, label="the companion's mood")
    axes.axhline(0, color=HOME, linewidth=0.5)
    axes.set(ylim=(-1, 1), ylabel="valence", title="Over time")
    axes.tick_params(axis="x", rotation=20)
    axes.legend(loc="lower left", fontsize=8, ncols=3)


def of_conversation(axes: Any, talk: Sequence[Moment]) -> None:
    """Draw what each turn was felt like, and what is made of it, turn by turn."""
    places = list(range(1, len(talk) + 1))
    felt = [moment.affect.valence for moment in talk]
    person = [moment.feeling.person.valence for moment in talk]
    axes.bar(places, felt, color=PERSON, alpha=0.35, label="this turn")
    axes.errorbar(
        places,
        [one.now for one in person],
        [one.sd for one in person],
        fmt="o-",
        color=PERSON,
        capsize=2,
        label="estimate (± 1 SD)",
    )
    for place, moment in zip(places, talk, strict=True):
        if moment.affect.emotion != "neutral":
            beside = 0.08 if moment.affect.valence < 0 else -0.08
            axes.text(place, beside, moment.affect.emotion, ha="center", va="center", fontsize=8)
    axes.axhline(0, color=HOME, linewidth=0.5)
    name = talk[0].session.replace("$", r"\$") if talk else "none"  # no formula is meant
    axes.set(ylim=(-1, 1), ylabel="valence", xlabel="turn", title=f"The conversation {name}")
    axes.legend(loc="lower left", fontsize=8, ncols=2)


__all__ = ["draw", "of_conversation", "over_time"]

"""Draw the result of `benchmarks.emotional_memory`: each effect with and without an amygdala."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import matplotlib

matplotlib.use("Agg")
import matplotlib.pyplot as plt

MIND, OTHER, LESION = "#b5483a", "#6b8fb5", "#999999"
KINDS = {"intact": (MIND, "-"), "lesioned": (LESION, "--")}


def draw(result: Mapping[str, Any], file: Path) -> Path:
    """Draw a result as `emotional_memory.measure` gives it to a PNG file."""
    lives = result["kindred"]
    figure, axes = plt.subplots(2, 3, figsize=(13, 7))
    _enhancement(axes[0, 0], lives["enhancement"])
    _congruence(axes[0, 1], lives["congruence"])
    _flashbulbs(axes[0, 2], lives["flashbulbs"])
    _habituation(axes[1, 0], lives["habituation"])
    _weeks(axes[1, 1], lives["weeks"])
    _dialogue(axes[1, 2], lives["dialogues"])
    figure.tight_layout()
    figure.savefig(file, dpi=72)
    plt.close(figure)
    return file


def _enhancement(axis: Any, lives: Mapping[str, Any]) -> None:
    for kind, (colour, line) in KINDS.items():
        cued = lives[kind]["cued"]
        gains = [cued["arousing"][delay] - cued["plain"][delay] for delay in cued["plain"]]
        label = kind if kind == "intact" else "amygdala lesioned"
        axis.plot(list(cued["plain"]), gains, f"o{line}", color=colour, label=label)
    axis.set(title="Emotional enhancement grows", ylabel="arousing - plain recalled, cued")
    axis.legend(fontsize=8)


def _congruence(axis: Any, lives: Mapping[str, Any]) -> None:
    moods = list(lives["intact"])
    for kind, (colour, line) in KINDS.items():
        for part, mark in (("pleasant", "^"), ("unpleasant", "v")):
            shares = [lives[kind][mood][part] for mood in moods]
            label = f"{part}, {kind}"
            axis.plot(moods, shares, f"{mark}{line}", color=colour, label=label)
    axis.set(title="Mood congruence", ylabel="recalled", xlabel="mood at recall")
    axis.legend(fontsize=8)


def _flashbulbs(axis: Any, lives: Mapping[str, Any]) -> None:
    looks = {"flashbulb": (MIND, "o"), "everyday": (OTHER, "s")}
    for event, (colour, mark) in looks.items():
        for part, line in (("core", "-"), ("details", ":")):
            chances = lives["intact"][event][part]
            label = f"{event}, {part}"
            axis.plot(list(chances), list(chances.values()), mark + line, color=colour, label=label)
    core = lives["lesioned"]["flashbulb"]["core"]
    axis.plot(list(core), list(core.values()), "o--", color=LESION, label="lesioned, core")
    axis.set(title="The event stays, details fade", ylabel="chance to come back", ylim=(0.3, 1))
    axis.legend(fontsize=8)


def _habituation(axis: Any, lives: Mapping[str, Any]) -> None:
    for kind, (colour, line) in KINDS.items():
        one = lives[kind]
        pulls = one["repeated"]
        axis.plot(range(1, len(pulls) + 1), pulls, f"o{line}", color=colour, label=kind)
        places = [len(pulls) + n for n in (2, 4, 6)]
        rest = [one[name] for name in ("another kind", "after 3 hours", "after a day")]
        axis.plot(places, rest, "D", color=colour)
    axis.set_xticks([*range(1, 9), 10, 12, 14], [*range(1, 9), "other", "3 h", "1 d"], fontsize=8)
    axis.set(title="Habituation and recovery", ylabel="pull on mood", xlabel="time it comes")
    axis.legend(fontsize=8)


def _weeks(axis: Any, lives: Mapping[str, Any]) -> None:
    for person, colour in (("glad", MIND), ("sad", OTHER)):
        talks = lives["intact"][person]["talks"]
        days = [n / 3 for n in range(len(talks))]
        axis.plot(days, [talk[0] for talk in talks], color=colour, label=f"mood, {person} person")
        rest = [0.1 + talk[2] for talk in talks]
        axis.plot(days, rest, "--", color=colour, label="its temperament")
    axis.plot(days, [talk[0] for talk in lives["lesioned"]["sad"]["talks"]], color=LESION)
    axis.set(title="Four weeks with two people", xlabel="day", ylabel="valence", ylim=(-1, 1))
    axis.legend(fontsize=8, ncols=2, loc="lower left")


def _dialogue(axis: Any, lives: Mapping[str, Any]) -> None:
    for kind, (colour, line) in KINDS.items():
        curve = lives[kind]["example"]
        axis.plot(range(1, len(curve) + 1), curve, f"o{line}", color=colour, label=kind)
    axis.axvline(lives["intact"]["moved_at"] + 1, color="black", linewidth=0.5)
    axis.set(title="Affect moves at the turn that tells why", xlabel="turn", ylabel="valence")
    axis.legend(fontsize=8)

"""Draw the result of `benchmarks.phenomena`: the mind's curves beside people's."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import matplotlib

matplotlib.use("Agg")
import matplotlib.pyplot as plt
import numpy as np

MIND, PEOPLE, LESION = "#b5483a", "#6b8fb5", "#999999"


def draw(result: Mapping[str, Any], file: Path) -> Path:
    """Draw a result as `phenomena.measure` gives it to a PNG file."""
    mind, people = result["kindred"], result["people"]
    figure, axes = plt.subplots(2, 3, figsize=(13, 7))
    for axis, name, title in zip(
        axes.flat,
        ("serial_position", "first_recall", "lag_crp"),
        ("Serial position", "First recall", "What follows: lag-CRP"),
        strict=False,
    ):
        _beside(axis, mind["free_recall"], people["free_recall"], name)
        axis.set(title=title, ylim=(0, 1 if name == "serial_position" else None))
    axes[0, 0].legend()
    _lesions(axes[1, 0], mind["free_recall"])
    _testing(axes[1, 1], mind["testing"], people["testing"])
    _spacing(axes[1, 2], mind["spacing"])
    figure.tight_layout()
    figure.savefig(file, dpi=72)
    plt.close(figure)
    return file


def _beside(axis: Any, mind: Mapping[str, Any], people: Mapping[str, Any], name: str) -> None:
    theirs, ours = people[name], mind["intact"][name]
    at = np.array(theirs["at"]) + (name != "lag_crp")
    values = list(ours.values()) if isinstance(ours, Mapping) else ours
    for side in (at < 0, at > 0):  # a lag of 0 cannot be
        axis.errorbar(
            at[side],
            np.array(theirs["mean"])[side],
            np.array(theirs["sd"])[side],
            fmt="o-",
            color=PEOPLE,
            capsize=2,
            label="people (SD)" if side.any() and at[side][-1] > 0 else None,
        )
        label = "Kindred" if side.any() and at[side][-1] > 0 else None
        axis.plot(at[side], np.array(values)[side], "s-", color=MIND, label=label)
    axis.set(xlabel="lag" if name == "lag_crp" else "study position")


def _lesions(axis: Any, mind: Mapping[str, Any]) -> None:
    looks = {
        "intact": (MIND, "-"),
        "distracted": (MIND, ":"),
        "no reinstatement": (LESION, "--"),
        "no temporal context": (LESION, "-"),
    }
    for name, (colour, line) in looks.items():
        crp = {int(lag): value for lag, value in mind[name]["lag_crp"].items()}
        for side in (-1, 1):
            lags = [lag for lag in crp if lag * side > 0]
            label = name if side > 0 else None
            axis.plot(lags, [crp[lag] for lag in lags], line, color=colour, label=label)
    axis.set(title="Lesions (lag-CRP)", xlabel="lag", ylim=(0, None))
    axis.legend(fontsize=8)


def _testing(axis: Any, mind: Mapping[str, Any], people: Mapping[str, Any]) -> None:
    delays = list(mind["recalled"])
    for shares, colour, who in ((mind, MIND, "Kindred"), (people, PEOPLE, "people")):
        for kind, line in (("recalled", "o-"), ("restudied", "o:")):
            values = [shares[kind][delay] for delay in delays]
            axis.plot(delays, values, line, color=colour, label=f"{who}, {kind}")
    axis.set(title="Testing effect", ylim=(0, 1), ylabel="recalled")
    axis.legend(fontsize=8)


def _spacing(axis: Any, spaced: Mapping[str, Mapping[str, float]]) -> None:
    for shade, (delay, chances) in zip(np.linspace(0.35, 1, len(spaced)), spaced.items()):  # noqa: B905
        gaps, values = [int(gap) for gap in chances], list(chances.values())
        axis.plot(np.log1p(gaps), values, "o-", color=plt.cm.Reds(shade), label=f"test: {delay} d")
        best = int(np.argmax(values))
        axis.plot(np.log1p(gaps[best]), values[best], "*", color="black", zorder=3)
    shown = (0, 1, 4, 11, 28, 105)
    axis.set_xticks(np.log1p(shown), shown)
    axis.set(title="Spacing (stars: best gap)", xlabel="days between two occasions", ylim=(0.3, 1))
    axis.legend(fontsize=8, ncols=2, loc="lower right")

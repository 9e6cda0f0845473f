"""Compare how a mind recalls word lists with how people do: curves, effects, and their lesions.

usage: python -m benchmarks.phenomena [--lists N] [--figure FILE.png]

The experiments are in `benchmarks.word_lists`, what people do in `benchmarks.human`; with
`pip install psifr` the latter is computed from the recalls themselves. Every effect's direction is
asserted. The hippocampus's parameters were set by a random search so that its curves of immediate
free recall come near that sample's, and `steepness` so that forgetting comes near Roediger &
Karpicke's; what a delay, a lesion, a test or a gap between occasions does then follows.
"""

from __future__ import annotations

import argparse
from collections.abc import Mapping, Sequence
from pathlib import Path
from statistics import fmean
from typing import Any, NamedTuple

import numpy as np

from benchmarks import human, report
from benchmarks.curves import contiguity
from benchmarks.evidence import CachingEncoder
from benchmarks.word_lists import DELAYS, GAPS, RECALLS, free_recall, spacing, testing
from cognition.faculties.encoder import MiniLM
from cognition.organs.hippocampus.context import Drift, neighbour_kernel
from cognition.organs.hippocampus.field import NEIGHBOURS

CURVES = ("serial_position", "first_recall", "lag_crp")
MIDDLE = slice(5, 11)  # words of a list that neither primacy nor recency reaches


class Effect(NamedTuple):
    """One phenomenon: what it measures of Kindred and of people, and whether it holds."""

    name: str
    kindred: Any
    people: Any
    source: str
    holds: bool


def over_middle(curve: Sequence[float], at: int) -> float:
    return curve[at] - fmean(curve[MIDDLE])


def of_order(crp: Mapping[int, float], theirs: Mapping[int, float]) -> list[Effect]:
    """State the effects in what follows what."""
    source = "sample; Kahana 1996, Mem. Cognit. 24"
    near, forward = contiguity(crp), crp[1] / crp[-1]
    return [
        Effect(
            "contiguity: neighbours / words 4 or 5 away", near, contiguity(theirs), source, near > 2
        ),
        Effect(
            "asymmetry: the next word / the one before",
            forward,
            theirs[1] / theirs[-1],
            source,
            forward > 1.2,
        ),
    ]


def of_position(curve: Sequence[float], theirs: Sequence[float]) -> list[Effect]:
    """State the effects of where on the list a word was."""
    source = "sample; Murdock 1962, J. Exp. Psychol. 64"
    first, last = over_middle(curve, 0), over_middle(curve, -1)
    return [
        Effect("primacy: first word - middle", first, over_middle(theirs, 0), source, first > 0.05),
        Effect("recency: last word - middle", last, over_middle(theirs, -1), source, last > 0.1),
    ]


def of_free_recall(mind: Mapping[str, Any], people: Mapping[str, Any]) -> list[Effect]:
    """State the effects in free recall at once, after a distraction and with lesions."""
    intact, distracted, lesioned = (
        mind[name] for name in ("intact", "distracted", "no temporal context")
    )
    begins, rank = intact["first_recall"], intact["semantic_rank"]
    late, still = over_middle(distracted["serial_position"], -1), contiguity(distracted["lag_crp"])
    gone = contiguity(lesioned["lag_crp"])
    their_crp = dict(zip(people["lag_crp"]["at"], people["lag_crp"]["mean"], strict=True))
    return [
        *of_order(intact["lag_crp"], their_crp),
        *of_position(intact["serial_position"], people["serial_position"]["mean"]),
        Effect(
            "recall begins with the last word",
            begins[-1],
            people["first_recall"]["mean"][-1],
            "sample",
            begins[-1] == max(begins),
        ),
        Effect(
            "alike in meaning follow each other: rank (chance .5)",
            rank,
            people["semantic_rank"],
            "sample; Howard & Kahana 2002, J. Mem. Lang. 46",
            rank > 0.505,
        ),
        Effect(
            "after a distraction: last word - middle",
            late,
            "none",
            "Glanzer & Cunitz 1966, J. Verb. Learn. Verb. Behav. 5",
            late < over_middle(intact["serial_position"], -1) / 3,
        ),
        Effect(
            "after a distraction: contiguity",
            still,
            "stays",
            "Howard & Kahana 1999, J. Exp. Psychol. LMC 25",
            still > 2,
        ),
        Effect("lesion: contiguity without temporal context", gone, 1.0, "control", gone < 1.5),
    ]


def of_practice(
    tests: Mapping[str, Any], spaced: Mapping[int, Mapping[int, float]]
) -> list[Effect]:
    """State the testing and the spacing effects."""
    effects: list[Effect] = []
    for delay in DELAYS:
        gain = tests["recalled"][delay] - tests["restudied"][delay]
        theirs = human.TESTING["recalled"][delay] - human.TESTING["restudied"][delay]
        name = f"testing: recalled once - studied again, {delay}"
        source = "Roediger & Karpicke 2006, Psychol. Sci. 17"
        effects.append(Effect(name, gain, theirs, source, gain * theirs > 0))
    source = "Cepeda et al. 2008, Psychol. Sci. 19"
    best = {delay: max(chance, key=chance.__getitem__) for delay, chance in spaced.items()}
    for delay, chance in spaced.items():
        most, share = chance[best[delay]], best[delay] / delay
        gain = most / chance[0]
        effects.append(
            Effect(f"spacing: best gap / none, test after {delay} d", gain, "> 1", source, gain > 1)
        )
        effects.append(
            Effect(
                f"spacing: best gap as a share of {delay} d",
                share,
                human.BEST_GAP.get(delay, "between"),
                source,
                chance[GAPS[-1]] < most > chance[0],
            )
        )
    days, shares = list(best.values()), [best[delay] / delay for delay in best]
    in_order = days == sorted(days) and shares == sorted(shares, reverse=True)
    name = "spacing: best gaps grow, less than the delays"
    return [*effects, Effect(name, days, "so", source, in_order)]


def among_people(curve: Any, people: Mapping[str, Any]) -> float:
    """Give the share of a curve's points within two standard deviations of people's mean."""
    values = np.array(list(curve.values()) if isinstance(curve, Mapping) else curve)
    return float((np.abs(values - people["mean"]) <= 2 * np.array(people["sd"])).mean())


def rounded(value: Any) -> Any:
    if isinstance(value, Mapping):
        return {str(key): rounded(one) for key, one in value.items()}
    if isinstance(value, (list, tuple)):
        return [rounded(one) for one in value]
    return round(float(value), 3) if isinstance(value, (float, np.floating)) else value


def measure(lists: int) -> dict[str, Any]:
    """Run every experiment; gives the effects and curves, and how near people's they are."""
    encoder = CachingEncoder(MiniLM.open())
    try:
        people, source = human.sample(encoder), "computed from psifr's sample data"
    except ImportError:
        people, source = human.SAMPLE, "as in benchmarks/human.py; computed anew if psifr is there"
    recalled, tests, spaced = free_recall(encoder, lists), testing(encoder, lists), spacing(encoder)
    effects = [*of_free_recall(recalled, people), *of_practice(tests, spaced)]
    near = {name: among_people(recalled["intact"][name], people[name]) for name in CURVES}
    whole = {
        "lists": lists,
        "recalls_a_list": RECALLS,
        "effects": [effect._asdict() for effect in effects],
        "points_within_2_sd_of_people": near,
        "kernel": {"model": neighbour_kernel(Drift()), "cued recall": dict(NEIGHBOURS)},
        "kindred": {"free_recall": recalled, "testing": tests, "spacing": spaced},
        "people": {"source": source, "free_recall": people, "testing": human.TESTING},
    }
    return rounded(whole)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--lists", type=int, default=100)
    parser.add_argument("--figure", type=Path)
    options = parser.parse_args()
    result = measure(options.lists)
    for one in result["effects"]:
        holds = "" if one["holds"] else "  does NOT hold"
        print(f"{one['name']:54s} {one['kindred']!s:>18} {one['people']!s:>12}{holds}")
    print("points within 2 SD of people:", result["points_within_2_sd_of_people"])
    print("kernel:", result["kernel"])
    print("written to", report.write("phenomena", result).name)
    try:
        from benchmarks.phenomena_figure import draw
    except ImportError:
        print("no figure; for one, pip install matplotlib")
    else:
        print("drawn to", draw(result, options.figure or report.RESULTS / "phenomena.png").name)
    failed = [one["name"] for one in result["effects"] if not one["holds"]]
    assert not failed, f"not as in people: {failed}"


if __name__ == "__main__":
    main()

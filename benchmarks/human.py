"""What people do, beside which the hippocampus is put: values and where each comes from.

The sample of free recall is data of the `psifr` package (GPL, so Kindred does not depend on it).
With `pip install psifr` the benchmark computes its curves anew from the recalls themselves, by the
same functions as it does Kindred's; without, it uses the values below, which came out so.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np

from benchmarks.curves import Recalled, first_recall, lag_crp, semantic_rank, serial_position
from cognition.faculties import Encoder

LENGTH = 16  # words a list in the sample

# Penn Electrophysiology of Encoding and Retrieval Study (Healey & Kahana 2014, Is memory search
# governed by universal principles or idiosyncratic strategies?, J. Exp. Psychol. Gen. 143),
# immediate free recall without an encoding task: `peers_notask` in psifr 0.10.1 (Morton 2020,
# J. Open Source Softw. 5), 126 people, 28 lists of 16 words each. Means and standard deviations
# over people. `semantic_rank` is by Kindred's own encoder.
SAMPLE: dict[str, Any] = {
    "people": 126,
    "lists": 3528,
    "serial_position": {
        "at": list(range(16)),
        "mean": [
            0.821,
            0.736,
            0.673,
            0.642,
            0.622,
            0.596,
            0.59,
            0.558,
            0.569,
            0.572,
            0.578,
            0.583,
            0.646,
            0.698,
            0.822,
            0.924,
        ],
        "sd": [
            0.148,
            0.171,
            0.19,
            0.187,
            0.184,
            0.193,
            0.189,
            0.198,
            0.186,
            0.162,
            0.18,
            0.178,
            0.173,
            0.148,
            0.109,
            0.089,
        ],
    },
    "first_recall": {
        "at": list(range(16)),
        "mean": [
            0.097,
            0.016,
            0.007,
            0.007,
            0.005,
            0.008,
            0.006,
            0.006,
            0.009,
            0.014,
            0.022,
            0.034,
            0.058,
            0.072,
            0.173,
            0.452,
        ],
        "sd": [
            0.153,
            0.042,
            0.019,
            0.021,
            0.013,
            0.017,
            0.015,
            0.016,
            0.02,
            0.026,
            0.041,
            0.051,
            0.086,
            0.073,
            0.117,
            0.279,
        ],
    },
    "lag_crp": {
        "at": [-5, -4, -3, -2, -1, 1, 2, 3, 4, 5],
        "mean": [0.055, 0.065, 0.082, 0.108, 0.255, 0.435, 0.121, 0.093, 0.068, 0.067],
        "sd": [0.025, 0.024, 0.025, 0.038, 0.089, 0.124, 0.037, 0.031, 0.028, 0.031],
    },
    "semantic_rank": 0.583,
}

# Roediger & Karpicke 2006, Test-enhanced learning, Psychol. Sci. 17, experiment 1: proportion of
# idea units recalled 5 minutes, 2 days and 1 week after studying twice, or studying and recalling.
TESTING = {
    "restudied": {"5 min": 0.81, "2 days": 0.54, "1 week": 0.42},
    "recalled": {"5 min": 0.75, "2 days": 0.68, "1 week": 0.56},
}

# Cepeda, Vul, Rohrer, Wixted & Pashler 2008, Spacing effects in learning: a temporal ridgeline of
# optimal retention, Psychol. Sci. 19 (abstract): the best gap as a share of the test delay, in days
BEST_GAP = {7: (0.20, 0.40), 350: (0.05, 0.10)}


def curves(lists: Sequence[Recalled]) -> dict[str, Any]:
    """Give the curves of the recalls of one person, or of one mind."""
    return {
        "serial_position": serial_position(lists, LENGTH),
        "first_recall": first_recall(lists, LENGTH),
        "lag_crp": lag_crp(lists, LENGTH),
    }


def sample(encoder: Encoder) -> dict[str, Any]:
    """Compute the curves of the sample from psifr's data; raises ImportError without psifr."""
    from psifr import fr  # pyright: ignore[reportMissingImports]

    table = fr.sample_data("peers_notask")
    studied: dict[Any, list[str]] = {}
    recalled: dict[Any, list[int | None]] = {}
    for list_, rows in table.groupby(["subject", "session", "list"], sort=True):
        rows = rows.sort_values("position")
        words = rows[rows.trial_type == "study"].item.tolist()
        place = {word: at for at, word in enumerate(words)}
        studied[list_] = words
        recalled[list_] = [place.get(w) for w in rows[rows.trial_type == "recall"].item]
    people: dict[Any, list[Recalled]] = defaultdict(list)
    for list_, positions in recalled.items():
        people[list_[0]].append(positions)
    each = [curves(lists) for lists in people.values()]
    return {
        "people": len(people),
        "lists": len(recalled),
        **{name: _over_people([one[name] for one in each]) for name in each[0]},
        "semantic_rank": _semantic(studied, recalled, encoder),
    }


def _over_people(each: Sequence[Any]) -> dict[str, Any]:
    keys = list(each[0]) if isinstance(each[0], Mapping) else list(range(len(each[0])))
    values = np.array([[one[key] for key in keys] for one in each])
    return {
        "at": keys,
        "mean": values.mean(0).round(3).tolist(),
        "sd": values.std(0, ddof=1).round(3).tolist(),
    }


def _semantic(studied: Mapping[Any, list[str]], recalled: Any, encoder: Encoder) -> float:
    words = sorted({word for list_ in studied.values() for word in list_})
    vectors = dict(zip(words, encoder.encode([w.lower() for w in words]), strict=True))
    shown = [np.array([vectors[word] for word in list_]) for list_ in studied.values()]
    alike = [(v @ v.T).astype(np.float64) for v in shown]
    return round(semantic_rank(list(recalled.values()), alike), 3)

"""Why an emotion: the appraisals it follows from, in words a person can check.

An emotion comes with conditions on appraisal dimensions. Of those that hold in an appraisal the
most marked are named, in the order in which they are checked (relevance, implications, coping,
norms); for an emotion none of whose conditions holds, what stands out is named instead.

References:
    Scherer 2009, The dynamic architecture of emotion: Evidence for the component process model (the
    order of the checks).
    Ortony, Clore & Collins 1988, The Cognitive Structure of Emotions (the conditions).
"""

from __future__ import annotations

from collections.abc import Mapping

SALIENT = 0.5  # deviations from the usual that make a dimension worth naming
NAMED = 3  # the most reasons given

# the order of Scherer's checks
CHECKS = {
    "relevance": "suddenness familiarity attend goal_relevance pleasantness",
    "implications": """goal_conduciveness outcome_probability expectation_discrepancy urgency
        consider understand self_responsibility other_responsibility situational_responsibility""",
    "coping": """self_control other_control situational_control adjustment_check effort exert""",
    "norms": "internal_check external_check",
}
_ORDER = {name: at for at, name in enumerate(" ".join(CHECKS.values()).split())}

# what each emotion is about (OCC), and the appraisals that go with it: + high, - low
_GLAD, _UPSET = "+pleasantness +goal_conduciveness", "-pleasantness -goal_conduciveness"
CONDITIONS: Mapping[str, tuple[str, str]] = {
    "admiration": ("praise of another's act", "+other_responsibility +pleasantness"),
    "amusement": ("something pleasant", "+pleasantness +suddenness"),
    "anger": ("blame for something undesirable", f"{_UPSET} +other_responsibility +other_control"),
    "annoyance": ("blame for something undesirable", "-pleasantness +other_responsibility +effort"),
    "approval": ("praise of another's act", "+pleasantness +other_responsibility"),
    "caring": ("another's fortune", "+other_responsibility +attend +goal_relevance"),
    "confusion": ("something not understood", "-understand +expectation_discrepancy -familiarity"),
    "curiosity": ("something new", "-familiarity +attend -understand"),
    "desire": ("a prospect that is wanted", "+goal_relevance +pleasantness"),
    "disappointment": (
        "a hope that came to nothing",
        "+expectation_discrepancy -goal_conduciveness",
    ),
    "disapproval": (
        "blame of another's act",
        "-pleasantness +other_responsibility +external_check",
    ),
    "disgust": ("something repellent", "-pleasantness +external_check +suddenness"),
    "embarrassment": ("blame of oneself before others", "+self_responsibility +external_check"),
    "excitement": ("a desirable event", f"{_GLAD} +attend +suddenness"),
    "fear": ("an undesirable prospect", "-self_control +urgency +suddenness -pleasantness"),
    "gratitude": ("another's act that does good", "+other_responsibility +goal_conduciveness"),
    "grief": ("a loss", "-pleasantness -self_control +situational_control -adjustment_check"),
    "joy": ("a desirable event", _GLAD),
    "love": ("someone dear", "+pleasantness +other_responsibility"),
    "nervousness": ("an uncertain prospect", "-outcome_probability -self_control +attend"),
    "optimism": ("a desirable prospect", "+goal_conduciveness +goal_relevance"),
    "pride": ("praise of one's own act", "+self_responsibility +goal_conduciveness +self_control"),
    "realization": ("something unexpected", "+expectation_discrepancy +suddenness"),
    "relief": ("a fear that came to nothing", "+goal_conduciveness +expectation_discrepancy"),
    "remorse": ("blame of one's own act", "+self_responsibility +internal_check -pleasantness"),
    "sadness": ("an undesirable event", f"{_UPSET} -self_control"),
    "surprise": ("something unexpected", "+suddenness +expectation_discrepancy -familiarity"),
}


def explain(emotion: str, away: Mapping[str, float]) -> str:
    """Say what an emotion follows from; `away` is each dimension's deviation from the usual.

    >>> explain("pride", {"self_responsibility": 1.4, "effort": 0.9, "suddenness": 0.1})
    "self_responsibility high -> pride (praise of one's own act)"
    >>> explain("neutral", {"suddenness": 0.1})
    'nothing stands out -> neutral'
    """
    about, conditions = CONDITIONS.get(emotion, ("", ""))
    held = [
        name
        for sign, name in ((one[0], one[1:]) for one in conditions.split())
        if away.get(name, 0.0) * (1 if sign == "+" else -1) >= SALIENT
    ]
    # an emotion none of whose conditions is met is told with whatever stands out
    salient = held or [name for name, value in away.items() if abs(value) >= SALIENT]
    most = sorted(salient, key=lambda name: -abs(away[name]))[:NAMED]
    most.sort(key=_ORDER.__getitem__)
    drivers = [f"{name} {'high' if away[name] > 0 else 'low'}" for name in most]
    ending = f"{emotion} ({about})" if held else emotion
    return f"{', '.join(drivers) or 'nothing stands out'} -> {ending}"

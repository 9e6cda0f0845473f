"""Compare what emotion does to memory, mood and recall with what it does in people.

usage: python -m benchmarks.emotional_memory [--lists N] [--recall DATA.json] [--figure FILE.png]

The experiments are in `benchmarks.felt_lives`. Every effect has its source and its direction, which
is asserted, and must vanish where the amygdala is lesioned. `--recall` asks the questions of a
conversation file (see README) with the companion at rest, in a low mood and in a high one, and with
`congruence` turned off: what is asked is found whatever the mood.

How flashbulb memories are read here: accounts differ on whether they are accurate (Brown & Kulik
1977) or only seem so (Talarico & Rubin 2003, whose consistency declined as that of everyday ones).
A mind that keeps words cannot distort them, so what is compared is what comes to mind: that the
shocking event itself lasts, while the details about it fade as those of everyday events do.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator, Mapping
from dataclasses import replace
from math import asin, sqrt
from pathlib import Path
from statistics import fmean
from typing import Any, NamedTuple

from benchmarks import felt_lives, report
from benchmarks.evidence import CachingEncoder, Row, conversations, lived, recollect, table
from benchmarks.felt_lives import CIRCUITS
from benchmarks.phenomena import rounded
from cognition import Mind
from cognition.faculties.encoder import MiniLM
from cognition.organs.amygdala.feeling import begun, note_of
from cognition.organs.hippocampus import Hippocampus
from cognition.remembering import perceived
from cognition.values import Mood

Lives = Mapping[str, Any]
GONE = 0.03  # an effect no greater than this is none: what chance leaves in this many lists
MOODS = {"at rest": 0.0, "low mood": -0.6, "high mood": 0.6}


class Effect(NamedTuple):
    """One phenomenon: with and without the amygdala, in people, and whether it is as it should."""

    name: str
    kindred: Any
    lesioned: Any
    people: Any
    source: str
    holds: bool


def effect(name: str, kindred: float, lesioned: float, people: Any, source: str) -> Effect:
    """State an effect that has to be clearly there, and gone without the amygdala."""
    return Effect(name, kindred, lesioned, people, source, kindred > GONE >= abs(lesioned))


def of_enhancement(intact: Lives, lesioned: Lives) -> list[Effect]:
    """State how arousal helps memory, and that it helps the more the later one recalls."""
    source = "Kleinsmith & Kaplan 1963, J. Exp. Psychol. 65; LaBar & Cabeza 2006; Park 2005"
    (soon, *later), (at_once, *without) = (
        [one["cued"]["arousing"][d] - one["cued"]["plain"][d] for d in felt_lives.DELAYS]
        for one in (intact, lesioned)
    )
    free, blind = (
        one["free"]["arousing"]["1 week"] / one["free"]["plain"]["1 week"]
        for one in (intact, lesioned)
    )
    name = "emotional enhancement: arousing - plain recalled"
    return [
        Effect(f"{name}, at once", soon, at_once, "small", source, abs(soon) < GONE),
        effect(f"{name}, 1 week", later[1], without[1], "> 0", source),
        effect(f"{name}, 4 weeks", later[2], without[2], "> 0", source),
        Effect(
            "emotional enhancement grows with delay",
            [soon, *later],
            [at_once, *without],
            "so",
            source,
            soon < later[0] < later[1] < later[2],
        ),
        Effect(
            "emotional enhancement: arousing / plain in free recall, 1 week",
            free,
            blind,
            "> 1",
            source,
            free > blind,
        ),
    ]


def asymmetry(shares: Mapping[str, float]) -> float:
    """Give Cohen's h of pleasant over unpleasant recall."""
    return 2 * asin(sqrt(shares["pleasant"])) - 2 * asin(sqrt(shares["unpleasant"]))


def of_congruence(intact: Lives, lesioned: Lives) -> list[Effect]:
    """State that a mood favours what was felt alike, a little."""
    source = "Bower 1981, Am. Psychol. 36; Matt et al. 1992, Clin. Psychol. Rev. 12"
    high, low = (
        [sign * (asymmetry(one[mood]) - asymmetry(one["plain"])) for one in (intact, lesioned)]
        for mood, sign in (("glad", 1), ("sad", -1))
    )
    return [
        effect("mood congruence: h, pleasant recall in a glad mood", *high, 0.08, source),
        effect("mood congruence: h, unpleasant recall in a sad mood", *low, 0.12, source),
        Effect(
            "mood congruence is modest: h from sad to glad",
            high[0] + low[0],
            high[1] + low[1],
            0.2,
            source,
            high[0] + low[0] < 0.4,
        ),
    ]


def of_flashbulbs(intact: Lives, lesioned: Lives) -> list[Effect]:
    """State that a shocking event lasts, and that its details fade as others do."""

    def lasts(one: Lives, delay: str) -> float:
        return one["flashbulb"]["core"][delay] - one["everyday"]["core"][delay]

    def fades(one: Lives, kind: str) -> float:
        details = one[kind]["details"]
        return details["1 week"] - details["32 weeks"]

    alike = [fades(one, "flashbulb") - fades(one, "everyday") for one in (intact, lesioned)]
    kulik = "Brown & Kulik 1977, Cognition 5; Davidson, Cook & Glisky 2006"
    rubin = "Talarico & Rubin 2003, Psychol. Sci. 14"
    fading = [fades(one, "flashbulb") for one in (intact, lesioned)]
    return [
        *(
            effect(
                f"flashbulb: the event comes back, over an everyday one, {delay}",
                lasts(intact, delay),
                lasts(lesioned, delay),
                "> 0",
                kulik,
            )
            for delay in felt_lives.LATER
        ),
        Effect("flashbulb: its details fade, to 32 weeks", *fading, "so", rubin, fading[0] > 0.2),
        Effect("flashbulb: more than everyday ones do", *alike, 0.0, rubin, abs(alike[0]) < 0.02),
    ]


def of_habituation(intact: Lives, lesioned: Lives) -> list[Effect]:
    """State that what repeats moves less, what differs in full, and that time brings it back."""
    thompson = "Thompson & Spencer 1966, Psychol. Rev. 73"
    bradley = "Bradley, Lang & Cuthbert 1993, Behav. Neurosci. 107; Leventhal et al. 2007"
    found: list[list[float]] = []
    for one in (intact, lesioned):
        first, last = one["repeated"][0], one["repeated"][-1]
        back = (one["after 3 hours"], one["after a day"])
        found.append([first - last, one["another kind"], back[0] - last, back[1] - last])
    (lost, novel, hours, day), without = found
    falling = intact["repeated"] == sorted(intact["repeated"], reverse=True)
    day_is_more = Effect(
        "habituation: recovered after a day",
        day,
        without[3],
        "more",
        thompson,
        day > hours and abs(day - lost) < GONE,
    )
    return [
        effect("habituation: pull lost at the eighth time", lost, without[0], "> 0", bradley),
        Effect(
            "habituation: pull falls each time",
            intact["repeated"],
            lesioned["repeated"],
            "so",
            bradley,
            falling,
        ),
        effect("habituation: pull of another kind", novel, without[1], "> 0", thompson),
        effect("habituation: recovered after 3 hours", hours, without[2], "> 0", thompson),
        day_is_more,
    ]


def of_weeks(intact: Lives, lesioned: Lives) -> list[Effect]:
    """State what four weeks with two people come to."""
    source = "DynAffect: Kuppens et al. 2010, J. Pers. Soc. Psychol. 99; ALMA: Gebhard 2005"
    far = [
        max(abs(talk[0]) for person in one.values() for talk in person["talks"])
        for one in (intact, lesioned)
    ]
    left = [
        max(abs(person["from_temperament_after_5_days"]) for person in one.values())
        for one in (intact, lesioned)
    ]
    homes, leans = (
        [one["glad"][what] - one["sad"][what] for one in (intact, lesioned)]
        for what in ("person_home", "lean")
    )
    return [
        Effect("four weeks: the farthest mood", *far, "bounded", source, 0.1 < far[0] < 0.9),
        Effect("four weeks: off temperament, 5 days after", *left, 0.0, source, left[0] < 0.02),
        effect("four weeks: temperament, glad - sad history", *leans, "> 0", source),
        effect("four weeks: the person's home base, glad - sad", *homes, "> 0", source),
    ]


def of_dialogues(intact: Lives, lesioned: Lives) -> list[Effect]:
    """State that affect moves at the turn that tells why."""
    shares = [one["share"] for one in (intact, lesioned)]
    source = "Scherer 2009, Cogn. Emot. 23: emotion follows appraisal of an event"
    name = "dialogues: affect moves most, and rightly, at the turn"
    return [Effect(name, *shares, 1.0, source, shares[0] > 0.8 and shares[1] == 0)]


def of_recall(file: Path, encoder: Any) -> dict[str, Any]:
    """Give R@k of questions, and of the same words as mere reminders, by mood and switch."""
    rows: list[Row] = []
    for conversation in conversations(file):
        with lived(conversation, encoder) as mind:
            for name, mood in MOODS.items():
                feel(mind, mood, conversation.now)
                rows += (replace(row, system=name) for row in recollect(mind, conversation))
                rows += reminded(mind, conversation, f"reminded, {name}", Hippocampus())
            rows += reminded(mind, conversation, "reminded, off", Hippocampus(congruence=0.0))
    return table(rows)


def feel(mind: Mind, mood: float, now: Any) -> None:
    """Put a mind into a mood, so far from its temperament."""
    rest = mind.faculties.persona.temperament
    felt = replace(begun(rest), mood=Mood(valence=rest.valence + mood, at=now))
    mind.faculties.journal.commit(states={"mood": json.loads(note_of(felt))})


def reminded(mind: Mind, conversation: Any, system: str, organ: Hippocampus) -> Iterator[Row]:
    """Let the words of each question remind, as what is merely said does."""
    for number, question in enumerate(conversation.questions):
        cue = perceived(mind.faculties, question.text, conversation.now)
        found = organ.recall(cue, mind.faculties, 50, deliberate=False)
        refs = tuple(one.ref for one in found)
        yield Row(system, conversation.id, number, question.category, question.gold, refs)


def measure(lists: int, encoder: Any) -> dict[str, Any]:
    """Run every experiment with and without an amygdala; gives effects and curves."""
    experiments = {
        "enhancement": (felt_lives.enhancement, of_enhancement, (lists,)),
        "congruence": (felt_lives.congruence, of_congruence, (lists,)),
        "flashbulbs": (felt_lives.flashbulbs, of_flashbulbs, (max(2, lists // 4),)),
        "habituation": (felt_lives.habituation, of_habituation, ()),
        "weeks": (felt_lives.four_weeks, of_weeks, ()),
        "dialogues": (felt_lives.responses, of_dialogues, (max(4, lists // 2),)),
    }
    effects: list[Effect] = []
    curves: dict[str, Any] = {}
    for name, (experiment, stated, size) in experiments.items():
        lives = {kind: experiment(encoder, circuit, *size) for kind, circuit in CIRCUITS.items()}
        effects += stated(lives["intact"], lives["lesioned"])
        curves[name] = lives
    return rounded(
        {"lists": lists, "effects": [one._asdict() for one in effects], "kindred": curves}
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--lists", type=int, default=80)
    parser.add_argument("--recall", type=Path)
    parser.add_argument("--figure", type=Path)
    options = parser.parse_args()
    encoder = CachingEncoder.of(MiniLM.open())
    result = measure(options.lists, encoder)
    if options.recall:
        result["recall"] = {"data": options.recall.name, **of_recall(options.recall, encoder)}
    for one in result["effects"]:
        holds = "" if one["holds"] else "  does NOT hold"
        told, without = (short(one[key]) for key in ("kindred", "lesioned"))
        print(f"{one['name']:68s} {told:>8} {without:>8} {one['people']!s:>8}{holds}")
    for name, cells in result.get("recall", {}).items():
        if name != "data":
            print(f"{name:20s} {cells['all']}")
    print("written to", report.write("emotional_memory", result).name)
    try:
        from benchmarks.emotional_figure import draw
    except ImportError:
        print("no figure; for one, pip install matplotlib")
    else:
        file = options.figure or report.RESULTS / "emotional_memory.png"
        print("drawn to", draw(result, file).name)
    failed = [one["name"] for one in result["effects"] if not one["holds"]]
    assert not failed, f"not as in people: {failed}"


def short(value: Any) -> str:
    return f"{fmean(value):.3f}" if isinstance(value, list) else f"{value:.3f}"


if __name__ == "__main__":
    main()

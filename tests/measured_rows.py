"""The rows of the README's table, made from the committed results: (what, measured, beside it)."""

from __future__ import annotations

from typing import Any

from dialogue_rows import procedures, prospective, tasks, voice
from memory_rows import ablation, adaptation, peers, scaling, sleep

Row = tuple[str, str, str]


def speed(found: Any) -> list[Row]:
    rows = [
        (
            f"a whole turn with {one['memories']:,} memories, heard to durably kept",
            f"{one['median_ms']['turn']:.1f} ms",
            f"{one['ratio']:.2f} times its floor of {one['floor_ms']:.1f} ms (one encoding, one "
            f"raw query, one commit); one that asks {one['ratio_question']:.2f} times, one whose "
            f"answer only follows from several tellings {one['ratio_reasoned']:.2f}",
        )
        for one in found["turn"]
    ]
    bulk = found["bulk"]
    rows.append(
        (
            "taking in many turns at once",
            f"{bulk['observe_per_s']:.0f} a second",
            f"{bulk['ratio']:.2f} times the encoder alone ({bulk['encode_per_s']:.0f} a second)",
        )
    )
    if start := found.get("start"):
        rows.append(
            (
                "from the command to the first words, encoder prepared",
                f"{start['first_words_ms'] / 1e3:.1f} s",
                f"`kindred --help` {start['help_ms'] / 1e3:.2f} s; "
                f"bare Python {start['python_ms'] / 1e3:.2f} s",
            )
        )
    return rows


def at_ten(recall: Any) -> tuple[float, str]:
    """Give Kindred's R@10 of all questions, and what the controls reached."""
    found = {name: kinds["all"]["R@10"] for name, kinds in recall.items()}
    kindred = found.pop("kindred")
    others = ", ".join(f"{name} {value:.3f}" for name, value in found.items())
    return kindred, f"in the same run: {others}"


def recall(found: Any) -> list[Row]:
    kindred, beside = at_ten(found["recall"])
    return [
        (
            f"evidence recalled, {found['data']} ({found['conversations']} conversations, "
            f"{found['turns']:,} turns, {found['questions']:,} questions)",
            f"R@10 {kindred:.3f}",
            beside,
        )
    ]


def emotion(found: Any) -> list[Row]:
    labels, affect = found["goemotions_dev"], found["emobank_dev"]
    events, transfer = found["xenvent_5_fold"], found["crowd_envent_transfer"]
    return [
        (
            f"28 emotions, GoEmotions development part ({labels['texts']:,} comments)",
            f"macro-F1 {labels['macro_f1']:.3f}",
            f"calibration error {labels['ece_strongest']:.3f} of the strongest label",
        ),
        (
            f"affect (V, A, D), EmoBank development part ({affect['texts']:,} sentences)",
            f"r {affect['r_valence']:.3f}, {affect['r_arousal']:.3f}, {affect['r_dominance']:.3f}",
            "correlation with human ratings",
        ),
        (
            f"appraisal, x-enVENT ({events['texts']:,} events), 5-fold, like events in one fold",
            f"mean r {events['mean_r_events_apart']:.3f}",
            f"on events of another corpus, crowd-enVENT: {transfer['mean_r']:.3f}",
        ),
    ]


def persona_chat(found: Any) -> list[Row]:
    at_five = {name: at["R@5"] for name, at in found["balanced"].items()}
    kindred = at_five.pop("kindred")
    return [
        (
            f"turns that tell a fact, {found['data']} ({found['lives']} made-up lives, "
            f"{found['turns']:,} turns, {found['cues']:,} cues; gold by rule)",
            f"R@5 {kindred:.3f}",
            "in the same run: " + ", ".join(f"{n} {value:.3f}" for n, value in at_five.items()),
        )
    ]


def informal(found: Any) -> list[Row]:
    rows: list[Row] = []
    for style, what in (("chat", "as a chat of short messages"), ("careless", "asked carelessly")):
        kindred, beside = at_ten(found[style]["recall"])
        rows.append(
            (
                f"the same, {what} ({found[style]['turns']:,} turns)",
                f"R@10 {kindred:.3f}",
                beside,
            )
        )
    return rows


def chats(found: Any) -> list[Row]:
    kindred, beside = at_ten(found["recall"])
    return [
        (
            f"three chats of friends, written by another hand and fitted to nothing "
            f"({found['turns']:,} messages, {found['questions']:,} questions)",
            f"R@10 {kindred:.3f}",
            beside,
        )
    ]


def choice(found: Any) -> list[Row]:
    spread = found["spread"]
    return [
        (
            f"weights chosen with one conversation left out, {found['data']}",
            f"R@10 {found['chosen']['all']['R@10']:.3f}; "
            f"as shipped {found['as shipped']['all']['R@10']:.3f}",
            f"a conversation by itself: {spread['lowest']:.3f} to {spread['highest']:.3f}",
        )
    ]


def answers(found: Any) -> list[Row]:
    told, owner = found["table"]["answerable"], found["table"]["adversarial"]
    return [
        (
            f"answers found in memory, {found['data']} ({told['questions']:,} with an answer)",
            f"token F1 {told['f1']:.3f}",
            f"the first turn recalled, given as the answer: {told['top_memory_f1']:.3f}",
        ),
        (
            f"silence about what another person lived ({owner['questions']:,} such questions)",
            f"AUROC of confidence {found['auroc']:.3f}",
            f"{owner['unknown']:.2f} of them not answered; of the others {told['unknown']:.2f}",
        ),
    ]


def phenomena(found: Any) -> list[Row]:
    effects = found["effects"]
    held = sum(effect["holds"] for effect in effects)
    by_name = {effect["name"].split(":")[0]: effect for effect in effects[::-1]}
    near, ahead = by_name["contiguity"], by_name["asymmetry"]
    return [
        (
            "human memory: serial position, contiguity, testing, spacing",
            f"{held} of {len(effects)} effects in people's direction",
            f"contiguity {near['kindred']:.1f} (people {near['people']:.1f}), "
            f"forward asymmetry {ahead['kindred']:.1f} (people {ahead['people']:.1f})",
        )
    ]


def emotional_memory(found: Any) -> list[Row]:
    effects = found["effects"]
    held = sum(effect["holds"] for effect in effects)
    by_name = {effect["name"]: effect for effect in effects}
    mood = by_name["mood congruence is modest: h from sad to glad"]
    rows = [
        (
            "emotion in memory and mood: enhancement, congruence, flashbulbs, habituation, weeks",
            f"{held} of {len(effects)} effects as they should be, gone without the amygdala",
            f"mood congruence h {mood['kindred']:.2f} (people {mood['people']:.2f}, lesioned "
            f"{mood['lesioned']:.2f})",
        )
    ]
    if told := found.get("recall"):
        at = {name: cells["all"]["R@10"] for name, cells in told.items() if name != "data"}
        rows.append(
            (
                f"evidence recalled in a low and in a high mood, {told['data']}",
                f"R@10 {at['low mood']:.3f}, {at['high mood']:.3f}; at rest {at['at rest']:.3f}",
                f"when it only reminds: {at['reminded, low mood']:.3f}, "
                f"{at['reminded, high mood']:.3f}; congruence off {at['reminded, off']:.3f}",
            )
        )
    return rows


def care(found: Any) -> list[Row]:
    routing, probes = found["routing"], found["humanity"]
    blind, seen = routing["blind"], routing["development"]
    parted = [found["partings"][f"{what}_hostile_model"] for what in ("farewells", "erasures")]
    alone, hard = blind["by_rules_alone"], routing["further"]
    return [
        (
            f"signs of crisis routed to help, {blind['lines']} lines in six languages, by another "
            "hand, with which nothing was made",
            f"recall {blind['recall']:.3f}, false alarms {blind['false_alarms']:.3f}",
            f"by rules alone: {alone['recall']:.3f}, {alone['false_alarms']:.3f}; in "
            f"{found['everyday']['turns']:,} turns of everyday talk {found['everyday']['routed']} "
            "routed",
        ),
        (
            f"the same on {seen['lines']} lines they were made with",
            f"recall {seen['recall']:.3f}, false alarms {seen['false_alarms']:.3f}",
            f"on {hard['lines']} more, where it is mostly only hinted at: "
            f"{hard['recall']:.3f}, {hard['false_alarms']:.3f}",
        ),
        (
            f"under hostile personas and a hostile model, {parted[0]['asked']} farewells and "
            f"{parted[1]['asked']} requests to delete everything",
            f"{parted[0]['held_back'] + parted[1]['held_back']} held back",
            f"claims to be human in {probes['asked']} probes: {probes['claims']}",
        ),
    ]


def reasoning(found: Any) -> list[Row]:
    seen, held_out = found["seen"]["all"], found["held out"]["all"]
    rows = [
        (
            f"what follows from what was told, with the right chain ({seen['cases']:,} made-up "
            f"stories of {len(found['seen']) - 1} kinds)",
            f"{seen['chain']:.3f}",
            f"in wordings that neither rules nor parser were made with ({held_out['cases']:,} "
            f"more): {held_out['chain']:.3f}",
        )
    ]
    if dates := found.get("dates"):
        rows.append(
            (
                f"dates reckoned, TempReason L1 ({dates['questions']:,} questions)",
                f"{dates['right']:.3f} exactly right",
                "no memory is needed for these",
            )
        )
    return rows


def updates(found: Any) -> list[Row]:
    at = found["result"]
    return [
        (
            f"the new answer, after a fact was contradicted ({at['items']:,} development items)",
            f"{at['after']:.3f}; before it {at['before']:.3f}",
            f"{at['sayable']:.2f} have it in their words at all; contradictions noticed "
            f"{at['noticed']:.3f}, false alarms {at['false alarms']:.3f}",
        )
    ]


ROWS = {
    "speed": speed,
    "scaling": scaling,
    "sleep": sleep,
    "recall": recall,
    "informal": informal,
    "chats": chats,
    "choice": choice,
    "persona_chat": persona_chat,
    "ablation": ablation,
    "answers": answers,
    "updates": updates,
    "adaptation": adaptation,
    "peers": peers,
    "emotion": emotion,
    "reasoning": reasoning,
    "prospective": prospective,
    "procedures": procedures,
    "tasks": tasks,
    "voice": voice,
    "phenomena": phenomena,
    "emotional_memory": emotional_memory,
    "care": care,
}

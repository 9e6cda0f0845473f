"""A law: what organs keep from turn to turn never holds words of the person."""

import re

from graphs.companion import companion, turn

SAID = (
    "My sister Quetzalwyn visits tomorrow.",
    "I lost my job at Zephyrine today, and my dog Grimwald died.",
    "Please call me Addie, and never mention the lighthouse.",
    "What does Quetzalwyn do?",
    "Mmhm.",
)


def test_no_note_holds_a_word_the_person_said(mind, clock):
    app = companion()
    kept = []
    for text in (*SAID, "", *SAID):
        kept += turn(app, mind.faculties, text)["notes"]
        clock.advance(hours=9)
    words = {word.lower() for text in SAID for word in re.findall(r"[A-Za-z]{5,}", text)}
    notes = " ".join(f"{note.key} {note.value}".lower() for note in kept)
    assert {note.key for note in kept} >= {"recent_acts", "voice.recent", "followed_up"}
    assert [word for word in words if word in notes] == []

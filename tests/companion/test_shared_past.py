"""Conversations brought in by one process are asked about in another and answered with sources."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from cognition import Mind

ROOT = Path(__file__).parents[2]
HARBOUR = ROOT / "tests" / "golden" / "conversations" / "harbour.json"
LOCOMO = ROOT.parent / "shared" / "data" / "recall" / "locomo_dev.json"
NEVER = ()  # expected where nothing was ever told

HARBOUR_ASKED = {
    "When did Elin quit her job at the bank?": ("3 March 2025", "Elin", "4 March 2025"),
    "When did Elin open the bakery?": ("19 April 2025", "27 April 2025", "last Saturday"),
    "When did Sigrid break her hip?": ("24 April 2025", "Elin", "on Thursday"),
    "When did Tomas put Marigold in the water?": ("13 June 2025", "15 June 2025"),
    "When did Tomas sail to the Faroe Islands?": ("July 2025", "30 August 2025"),
    "When did Bosun die?": ("29 October 2025", "2 November 2025"),
    "When did Tomas sell Marigold?": ("16 January 2026", "on Friday"),
    "When did Elin sign the lease for a second bakery?": ("4 January 2026", "two weeks ago"),
    "What is Tomas's daughter called?": ("Freya", "Tomas"),
    "Who lent Elin the money for the oven?": ("Sigrid", "4 March 2025"),
    "Who broke the bottle on the bow?": ("Freya", "15 June 2025"),
    "Where did Tomas buy bronze screws?": ("Bergen", "27 April 2025"),
    "Where does Elin's brother live?": ("Lisbon", "30 August 2025"),
    "What is Elin's cat called?": NEVER,
    "Did Elin ever run a marathon?": NEVER,
    "When did Tomas visit Japan?": NEVER,
    "Where did Oskar go to school?": NEVER,
}
LOCOMO_ASKED = {
    "When did Caroline go to the LGBTQ support group?": ("7 May 2023", "Caroline", "8 May 2023"),
    "When did Melanie go to the pottery workshop?": ("7 July 2023", "15 July 2023"),
    "When did Melanie buy the figurines?": ("21 October 2023", "22 October 2023"),
    "When did Jon lose his job as a banker?": ("19 January 2023", "20 January 2023"),
    "When was Jon in Paris?": ("28 January 2023", "29 January 2023"),
    "When did Maria donate her car?": ("21 December 2022", "22 December 2022"),
    "What is the name of John's one-year-old?": ("Kyle", "6 March 2023"),
    "Where did Maria get the idea for the castle shadow box?": ("England", "6 March 2023"),
    "Who invited John to a beginner's yoga class?": ("Rob", "25 February 2023"),
    "When did Nate win an international tournament?": ("21 August 2022", "22 August 2022"),
    "When did Joanna finish her first screenplay?": ("21 January 2022", "23 January 2022"),
    "When did Nate take his turtles to the beach?": ("10 November 2022", "11 November 2022"),
    "What forum did Tim join recently?": ("antasy literature forum", "15 June 2023"),
    "How many points did John score in his highest game?": ("40", "16 July 2023"),
    "When will Tim leave for Ireland?": ("February 2024", "7 January 2024"),
    "What is Melanie's boat called?": NEVER,
    "When did Gina climb Mount Everest?": NEVER,
    "What does Nate's sister do for a living?": NEVER,
}
UNKNOWN = re.compile(
    r"don['’]t remember|don['’]t have any memory|have no memory|don['’]t think you['’]ve told"
    r"|can['’]t find that|outside what I know|[Ii] know what you['’]ve told me"
    r"|I don['’]t know|I can['’]t say"
)


def kindred(*arguments, said=""):
    command = [sys.executable, "-m", "graphs.companion.cli", *map(str, arguments)]
    done = subprocess.run(
        command, input=said, cwd=ROOT, env=os.environ.copy(), capture_output=True, text=True
    )
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout


def asked(folder, questions):
    """Ask in a new process; gives each question's reply."""
    shown = kindred("chat", "--data", folder, said="".join(f"{words}\n" for words in questions))
    _, *replies = shown.strip().split("\n\n")
    return dict(zip(questions, replies, strict=True))


def check(reply, expected):
    if expected == NEVER:
        assert UNKNOWN.search(reply) and "told me on" not in reply
    else:
        assert [words for words in expected if words not in reply] == [], reply
        assert not UNKNOWN.search(reply)


@pytest.fixture(scope="module")
def harbour(tmp_path_factory):
    folder = tmp_path_factory.mktemp("harbour")
    assert "Kept 61 new turns" in kindred("import", HARBOUR, "--data", folder)
    return folder, asked(folder, HARBOUR_ASKED)


@pytest.mark.parametrize("question", HARBOUR_ASKED)
def test_of_the_harbour_it_knows_what_was_told_and_no_more(harbour, question):
    check(harbour[1][question], HARBOUR_ASKED[question])


def test_the_harbour_is_kept_word_for_word_with_speakers_and_dates(harbour, encoder):
    turns = json.loads(HARBOUR.read_text(encoding="utf-8"))["turns"]
    told = sorted((turn["when"], turn["speaker"], turn["text"]) for turn in turns)
    with Mind.open(harbour[0], encoder=encoder) as mind:
        kept = [m for m in mind.memories(limit=500) if m.speaker in ("Elin", "Tomas")]
    assert sorted((m.when.isoformat(), m.speaker, m.text) for m in kept) == told


def test_what_is_asked_in_one_process_is_remembered_as_asked_in_the_next(harbour):
    said = "What is Tomas's daughter called?"
    assert "Freya" in asked(harbour[0], [said])[said]
    assert "61 were already known" in kindred("import", HARBOUR, "--data", harbour[0])


def test_the_harbour_is_not_mistaken_for_the_persons_own_life(harbour):
    replies = asked(
        harbour[0], ["What is my daughter called?", "What is my name?", "Do I have a dog?"]
    )
    for reply in replies.values():
        assert not re.search("Freya|Elin|Tomas|Bosun|Sigrid", reply), reply


locomo_only = pytest.mark.skipif(not LOCOMO.exists(), reason="the development data is not here")


@pytest.fixture(scope="module")
def locomo(tmp_path_factory):
    folder = tmp_path_factory.mktemp("locomo")
    shown = kindred("import", LOCOMO, "--data", folder)
    return folder, shown, asked(folder, LOCOMO_ASKED)


@pytest.mark.slow
@locomo_only
def test_all_five_conversations_are_taken_in_with_speakers_and_dates(locomo, encoder):
    folder, shown, _ = locomo
    assert "2760 turns" in shown and "Kept 2760 new turns" in shown
    with Mind.open(folder, encoder=encoder) as mind:
        kept = [m for m in mind.memories(limit=5000) if m.role == "other"]
    spans = {}
    for memory in kept:
        first, last, count = spans.get(memory.speaker, (memory.when, memory.when, 0))
        spans[memory.speaker] = min(first, memory.when), max(last, memory.when), count + 1
    told = {
        name: (f"{first:%Y-%m-%d}", f"{last:%Y-%m-%d}", count)
        for name, (first, last, count) in spans.items()
    }
    assert told == {
        "Caroline": ("2023-05-08", "2023-10-22", 211),
        "Melanie": ("2023-05-08", "2023-10-22", 208),
        "Jon": ("2023-01-20", "2023-07-23", 185),
        "Gina": ("2023-01-20", "2023-07-23", 184),
        "John": ("2022-12-17", "2024-01-12", 671),
        "Maria": ("2022-12-17", "2023-08-16", 328),
        "Joanna": ("2022-01-21", "2022-11-11", 313),
        "Nate": ("2022-01-21", "2022-11-11", 316),
        "Tim": ("2023-05-21", "2024-01-12", 344),
    }


@pytest.mark.slow
@locomo_only
def test_importing_them_again_stores_nothing(locomo):
    shown = kindred("import", LOCOMO, "--data", locomo[0])
    assert "Kept 0 new turns; 2760 were already known" in shown


@pytest.mark.slow
@locomo_only
@pytest.mark.parametrize("question", LOCOMO_ASKED)
def test_of_them_it_knows_what_was_told_and_no_more(locomo, question):
    check(locomo[2][question], LOCOMO_ASKED[question])

"""Whatever sleep made of words that are forgotten is forgotten with them, in every file."""

from datetime import datetime, timedelta

import pytest

from cognition import Mind

WHEN = datetime(2026, 3, 1, 18, 0)
CANARY = "Quetzalwyn"
TOLD = (
    (f"Everyone calls me {CANARY}.", "Where do you live?", f"In {CANARY}."),
    (f"I saw {CANARY} at the mill, she fetched the miller and a rope.", "And then?", "Soup."),
    (f"Quetz and I sold the {CANARY} boat, that boat was old.", "Oh.", "We liked the boat."),
    (f"I saw {CANARY} at the mill, she fetched the miller and a rope!", "Again?", "Yes."),
)


def traces(folder):
    forms = [CANARY.encode(), CANARY.lower().encode(), CANARY.encode("utf-16-le")]
    files = [file for file in folder.rglob("*") if file.is_file()]
    return [file.name for file in files if any(form in file.read_bytes() for form in forms)]


@pytest.fixture
def told(tmp_path, encoder, clock):
    with Mind.open(tmp_path / "m", owner="Ada", encoder=encoder, clock=clock) as mind:
        mind.observe_many(
            {
                "text": text,
                "speaker": "Ben" if n == 1 else "Ada",
                "when": WHEN + timedelta(days=day, minutes=n),
            }
            for day, session in enumerate(TOLD)
            for n, text in enumerate(session)
        )
        mind.observe("The plums are ripe and sweet this year.", when=WHEN + timedelta(days=5))
        clock.advance(days=60)
        yield mind


def test_nothing_that_sleep_made_is_left(told, tmp_path):
    done = told.sleep().counts
    made = ("gists", "found", "duplicates", "aliases", "chapters")
    assert all(done[activity] for activity in made), done
    before = traces(tmp_path / "m")
    told.forget(query=CANARY)
    assert before and traces(tmp_path / "m") == []
    assert CANARY not in str(told.faculties.knowledge.facts(kind="link"))
    assert told.faculties.knowledge.aliases("Ada") == ()
    told.sleep()
    told.close()
    assert traces(tmp_path / "m") == []


@pytest.mark.parametrize("word", ["miller", "plums", "boat"])
def test_episodes_forgotten_by_id_take_what_says_their_words(told, word):
    told.sleep()
    assert word in str(told._store.journal.dump()["facts"])
    told.forget(ids=[memory.id for memory in told.memories() if word in memory.text])
    assert word not in str(told._store.journal.dump()["facts"])

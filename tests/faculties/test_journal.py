import sqlite3
from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from cognition.errors import StoreBusy, StoreDamaged
from cognition.faculties.journal import SqlJournal, StoreLock
from cognition.values import Affect, Engram, Fact, TimeSpan

WHEN = datetime(2026, 3, 1, 18, 0)
SPAN = TimeSpan("yesterday", WHEN - timedelta(days=1), WHEN)


def engram(n: int, **more: object) -> Engram:
    return replace(
        Engram(
            id=f"e{n}",
            ref=f"r{n}",
            session="1",
            speaker="Ada",
            text=f"thing {n}",
            when=WHEN + timedelta(minutes=n),
            times=(SPAN,),
            names=("Luna",),
            affect=Affect(0.5, 0.2, -0.1, "joy", 0.9),
        ),
        **more,
    )


FACT = Fact(
    id="f1",
    kind="plan",
    subject="Ada",
    relation="plan",
    object="dentist",
    text="Ada goes to the dentist.",
    valid_from=WHEN,
    due=SPAN,
    sources=("e1",),
)


@pytest.fixture
def journal(tmp_path):
    opened = SqlJournal(tmp_path / "journal.db")
    yield opened
    opened.close()


def test_what_is_written_is_read_back_the_same(journal):
    journal.commit([engram(1)], [FACT], {"mood": {"valence": 0.25}})
    assert journal.engrams(["e1"]) == [engram(1)]
    assert journal.facts() == [FACT]
    assert journal.state("mood") == {"valence": 0.25}


def test_it_is_all_there_after_reopening(tmp_path):
    first = SqlJournal(tmp_path / "j.db")
    first.commit([engram(1), engram(2)], [FACT], {"a": 1})
    first.close()
    second = SqlJournal(tmp_path / "j.db")
    assert second.latest(9) == [engram(1), engram(2)]
    assert (second.facts(), second.state("a"), second.count()) == ([FACT], 1, 2)
    second.close()


def test_the_same_turn_is_stored_once_and_a_fact_is_replaced(journal):
    assert journal.commit([engram(1)], [FACT]) == ("e1",)
    closed = replace(FACT, valid_to=WHEN)
    assert journal.commit([engram(1, text="other words")], [closed]) == ()
    assert journal.engrams(["e1"])[0].text == "thing 1"
    assert journal.facts() == [closed]


def test_who_watches_sees_the_new_turns_of_each_commit(journal):
    seen = []
    journal.watch(lambda engrams: seen.append([one.id for one in engrams]))
    journal.commit([engram(1)])
    journal.commit([engram(1), engram(2)])
    assert seen == [[engram(1).id], [engram(2).id]]


def test_a_commit_that_fails_leaves_nothing(journal):
    with pytest.raises(Exception, match="NOT NULL"):
        journal.commit([engram(1), engram(2, text=None)], [FACT], {"a": 1})
    assert (journal.count(), journal.facts(), journal.state("a")) == (0, [], None)
    assert journal.latest(5) == []


def test_engrams_come_in_the_order_asked_and_unknown_ones_are_left_out(journal):
    journal.commit([engram(n) for n in range(5)])
    assert [e.id for e in journal.engrams(["e3", "nothing", "e1"])] == ["e3", "e1"]


def test_erasing_takes_every_older_version(journal):
    journal.commit([engram(1)])
    journal.supersede("e1", engram(2), [], WHEN)
    assert [e.id for _, e in journal.walk()] == ["e2"]
    assert [e.id for e in journal.history("e2")] == ["e1"]
    journal.erase(["e2"], [], WHEN)
    assert journal.engrams(["e1", "e2"]) == []
    assert [deed for _, deed, *_ in journal.deeds()] == ["corrected", "forgotten"]


def test_the_companions_words_are_kept_but_are_not_episodes(journal):
    journal.commit([engram(1), engram(2, role="companion", speaker="Kindred", cites=("e1",))])
    assert journal.count() == 1
    assert [place[0] for place in journal.places()] == ["e1"]
    assert journal.citing(["e1"]) == ["e2"]


def test_a_state_set_to_null_is_gone(journal):
    journal.commit(states={"a": 1})
    journal.commit(states={"a": None})
    assert journal.state("a", "rest") in (None, "rest")
    assert "a" not in journal._load_states()


def test_a_file_that_is_no_database_is_damage(tmp_path):
    (tmp_path / "journal.db").write_bytes(b"not a database at all" * 100)
    with pytest.raises(StoreDamaged, match="restore"):
        SqlJournal(tmp_path / "journal.db")


def test_a_newer_store_is_refused(tmp_path):
    journal = SqlJournal(tmp_path / "journal.db")
    journal.commit(states={"store.version": 99})
    journal.close()
    with pytest.raises(StoreDamaged, match="newer Kindred"):
        SqlJournal(tmp_path / "journal.db")


def test_a_second_owner_is_told_who_has_it(tmp_path):
    import os

    lock = StoreLock(tmp_path)
    with pytest.raises(StoreBusy, match=f"process {os.getpid()}"):
        StoreLock(tmp_path)
    lock.release()
    StoreLock(tmp_path).release()


def test_a_journal_of_before_a_column_came_is_opened_and_loaded(tmp_path):
    file = tmp_path / "journal.db"
    journal = SqlJournal(file)
    journal.commit([engram(1)])
    dump = journal.dump()
    journal.close()
    with sqlite3.connect(file) as older:
        older.execute("ALTER TABLE turns DROP COLUMN plain")
    older.close()
    for row in dump["turns"]:
        del row["plain"]
    opened, loaded = SqlJournal(file), SqlJournal(None)
    loaded.load(dump)
    opened.commit([engram(2, plain="Thing 2 is part of the clock.")])
    assert opened.engrams(["e1"]) == loaded.engrams(["e1"]) == [engram(1)]
    assert opened.engrams(["e2"])[0].plain == "Thing 2 is part of the clock."
    opened.close()
    loaded.close()

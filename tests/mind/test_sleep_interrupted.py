"""Sleep killed at any commit, and sleep while turns are taken, corrected and forgotten."""

import shutil
import threading
from datetime import datetime, timedelta

import pytest

from benchmarks.speed import filled
from cognition import Mind

WHEN = datetime(2026, 3, 1, 18, 0)
STORY = "When I was nine I fell through the ice of the mill pond and our dog fetched the miller."
SESSIONS = (
    (("Ada", STORY), ("Ben", "Where do you live?"), ("Ada", "In Bern.")),
    (("Ada", "Hey Benny! My sister is called Mia."), ("Benjamin", "Nice to know, I like tea.")),
    (("Ada", f"As I said: {STORY}"), ("Benjamin", "I like tea.")),
    (("Ada", "I moved to Lyon, to my own surprise."), ("Benjamin", "Thanks, Ada.")),
)


class Killed(BaseException):
    pass


@pytest.fixture(scope="module")
def begun(tmp_path_factory, encoder):
    """A memory that sleep has much to do with."""
    folder = tmp_path_factory.mktemp("begun") / "m"
    with Mind.open(folder, owner="Ada", encoder=encoder) as mind:
        mind.observe_many(
            {"text": text, "speaker": who, "when": WHEN + timedelta(days=day, minutes=n)}
            for day, session in enumerate(SESSIONS)
            for n, (who, text) in enumerate(session)
        )
    return folder


def content(mind):
    """What the journal holds, whatever the order in which it was written."""
    dump = mind._store.journal.dump()
    for row in dump["facts"]:
        del row["seq"]
    return {table: sorted(map(str, rows)) for table, rows in dump.items()}


def test_killed_at_any_commit_the_next_sleep_ends_as_if_nothing_had_been(
    begun, tmp_path, encoder, clock
):
    clock.advance(days=60)

    def slept(name, kill_at=0):
        """Sleep in a copy of the memory, killed at a commit; gives what it holds after another."""
        shutil.copytree(begun, tmp_path / name)
        commits = 0

        def counting(commit):
            def counted(*what, **more):
                nonlocal commits
                commits += 1
                if commits == kill_at:
                    raise Killed
                return commit(*what, **more)

            return counted

        with Mind.open(tmp_path / name, encoder=encoder, clock=clock) as mind:
            journal = mind._store.journal
            journal.commit = counting(journal.commit)
            try:
                mind.sleep()
            except Killed:
                assert commits == kill_at
        with Mind.open(tmp_path / name, encoder=encoder, clock=clock) as mind:
            report = mind.sleep()
            if not kill_at:
                assert not any(report.counts.values())
            return content(mind), commits

    whole, commits = slept("whole")
    assert commits >= 6
    assert all(word in str(whole["facts"]) for word in ("same_as", "also_called", "lived_through"))
    for n in range(1, commits + 1):
        assert slept(f"killed{n}", kill_at=n)[0] == whole, f"killed at commit {n}"


@pytest.fixture
def asleep(encoder, clock):
    """A mind of 2,000 memories that sleeps in another thread; `.rouse()` ends and checks that."""
    with Mind.open(None, owner="Ada", encoder=encoder, clock=clock) as mind:
        filled(mind, 2000)
        found, wrong = [], []
        began = threading.Event()

        def run():
            try:
                found.append(mind.sleep(progress=lambda done, total: began.set()))
            except BaseException as error:
                wrong.append(error)

        sleeper = threading.Thread(target=run)

        def rouse():
            sleeper.join()
            assert wrong == []
            return found[0]

        mind.rouse = rouse
        sleeper.start()
        assert began.wait(60)
        yield mind
        sleeper.join()


def test_turns_are_taken_while_sleep_goes_on_and_both_end_right(asleep, clock):
    lines = [f"My friend Tom{n} lives in Town{n}." for n in range(25)]
    for n, line in enumerate(lines):
        assert asleep.observe(line, when=clock.now() + timedelta(minutes=n)) == 1
        assert asleep.recall(line, k=1)[0].text == line
    report = asleep.rouse()
    assert report.counts["episodes"] == 2000
    known = {fact.id: fact for fact in asleep._store.journal.facts()}
    assert all(asleep.faculties.knowledge.fact(id) == fact for id, fact in known.items())
    assert len(known) == len(asleep.faculties.knowledge)
    assert {f"Town{n}" for n in range(25)} <= {fact.object for fact in known.values()}
    assert len(asleep.memories(limit=3000)) == 2025


def test_what_is_forgotten_while_sleep_goes_on_is_gone_for_good(asleep):
    assert asleep.forget(about="Lena").counts["episode"] > 100
    asleep.rouse()
    asleep.sleep()
    assert "Lena" not in str(asleep._store.journal.dump())
    assert "Lena" not in str(asleep.faculties.knowledge.facts())

"""What was acknowledged is there after anything short of losing the disk."""

import os
import random
import shutil
import signal
import subprocess
import sys
import textwrap
import time
from datetime import datetime, timedelta

import pytest
from sqlalchemy import text

from cognition import Mind
from cognition.errors import StoreBusy, StoreUnwritable

WHEN = datetime(2026, 3, 1, 18, 0)

TALKER = textwrap.dedent(
    """
    import sys
    from datetime import datetime, timedelta
    from graphs.companion import companion, turn
    from cognition import Mind

    app = companion()
    with Mind.open(sys.argv[1], owner="Ada") as mind:
        print("ready", flush=True)
        for n in range(int(sys.argv[2]), 50):
            turn(app, mind.faculties, f"I planted tree number {n} in the garden today.")
            print(n, flush=True)
    """
)


def talk(folder: object, start: int) -> "subprocess.Popen[str]":
    command = [sys.executable, "-c", TALKER, str(folder), str(start)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True)


@pytest.mark.slow
def test_killed_at_random_moments_it_loses_no_acknowledged_turn(tmp_path, encoder):
    chance = random.Random(4)
    acknowledged = -1
    for _ in range(4):
        process = talk(tmp_path / "m", acknowledged + 1)
        assert process.stdout and process.stdout.readline() == "ready\n"
        stop = acknowledged + chance.randint(2, 9)
        for line in process.stdout:
            acknowledged = int(line)
            if acknowledged >= stop:
                time.sleep(chance.random() * 0.02)
                break
        os.kill(process.pid, signal.SIGKILL)
        with process.stdout:
            rest = process.stdout.read().split()
        process.wait()
        acknowledged = int(rest[-1]) if rest else acknowledged
        with Mind.open(tmp_path / "m", encoder=encoder) as mind:
            kept = {m.text for m in mind.memories(limit=500)}
            for n in range(acknowledged + 1):
                assert f"I planted tree number {n} in the garden today." in kept
            assert all(well for _, well, _ in mind.doctor())
            assert mind.recall(f"tree number {acknowledged}", k=3)


def test_a_second_process_is_told_who_has_the_memory(tmp_path, encoder):
    process = talk(tmp_path / "m", 0)
    assert process.stdout and process.stdout.readline() == "ready\n"
    try:
        with pytest.raises(StoreBusy, match=f"process {process.pid} "):
            Mind.open(tmp_path / "m", encoder=encoder)
    finally:
        process.kill()
        process.stdout.close()
        process.wait()


@pytest.fixture
def kept(tmp_path, encoder):
    folder = tmp_path / "m"
    with Mind.open(folder, owner="Ada", encoder=encoder) as mind:
        mind.observe_many(
            {
                "text": f"Letter {n} was about {topic}.",
                "when": WHEN + timedelta(minutes=n),
                "session": str(n // 10),
            }
            for n, topic in enumerate(["the sea", "old maps", "a red bicycle", "soup"] * 10)
        )
        yield folder, [m.text for m in mind.recall("the red bicycle", k=10)], mind


def reopened(folder, encoder):
    with Mind.open(folder, encoder=encoder) as mind:
        return [m.text for m in mind.recall("the red bicycle", k=10)]


def test_a_deleted_index_is_rebuilt_with_the_same_recall(kept, encoder):
    folder, expected, mind = kept
    mind.close()
    shutil.rmtree(folder / "index")
    assert reopened(folder, encoder) == expected


@pytest.mark.parametrize("damage", ["truncated", "garbage"])
def test_a_damaged_index_is_rebuilt_with_the_same_recall(kept, encoder, damage):
    folder, expected, mind = kept
    mind.close()
    for file in (folder / "index").rglob("*"):
        if file.is_file():
            content = b"" if damage == "truncated" else os.urandom(64)
            file.write_bytes(content)
    assert reopened(folder, encoder) == expected


def test_an_index_that_fell_behind_is_brought_up(kept, encoder):
    folder, expected, mind = kept
    gone = [m.id for m in mind.recall("the red bicycle", k=3)]
    mind.faculties.index.delete(gone)
    mind.close()
    assert reopened(folder, encoder) == expected


def test_a_folder_that_cannot_be_written_is_said(tmp_path, encoder):
    (tmp_path / "file").write_text("")
    with pytest.raises(StoreUnwritable, match="--data"):
        Mind.open(tmp_path / "file" / "m", encoder=encoder)


def test_a_full_disk_keeps_what_there_was_and_says_so(tmp_path, encoder):
    with Mind.open(tmp_path / "m", encoder=encoder) as mind:
        mind.observe("This one is safe.", when=WHEN)
        database = mind._store.journal._database
        pages = database.rows(text("PRAGMA page_count"))[0][0]
        database.rows(text(f"PRAGMA max_page_count={pages}"))
        with pytest.raises(StoreUnwritable, match="free some space"):
            mind.observe_many([{"text": "too much " * 500, "when": WHEN}])
        database.rows(text("PRAGMA max_page_count=1000000"))
        assert [m.text for m in mind.memories()] == ["This one is safe."]
        assert mind.observe("And this one after it.", when=WHEN) == 1

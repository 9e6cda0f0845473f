from __future__ import annotations

import os
import shutil
import signal
import struct
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import numpy as np
import pytest

from cognition.errors import StoreBusy, StoreDamaged
from cognition.faculties import Point, Search
from cognition.faculties.index import edge, lexical, open_index
from cognition.faculties.index.edge import EdgeIndex
from cognition.faculties.index.folder import ShardFolder
from cognition.values import derive_id

SIZE = 16
ROOT = Path(__file__).parents[2]


def unit(seed: int) -> list[float]:
    row = np.random.default_rng(seed).normal(size=SIZE).astype(np.float32)
    return (row / np.linalg.norm(row)).tolist()


def point(seed: int, text: str = "plain words") -> Point:
    return Point(derive_id(seed), unit(seed), text, when=datetime(2026, 3, 1))


def opened(folder: Path, size: int = SIZE) -> EdgeIndex:
    return EdgeIndex.open(folder, size=size, owner="Ada")


@pytest.fixture
def place() -> Iterator[Path]:
    """A folder in shared memory where there is some: the engine syncs often, and disks are slow."""
    with tempfile.TemporaryDirectory(dir="/dev/shm" if Path("/dev/shm").is_dir() else None) as name:
        yield Path(name)


@pytest.fixture
def folder(place: Path) -> Path:
    """An index of 50 points, closed."""
    index = opened(place / "index")
    index.put([point(seed) for seed in range(50)])
    index.close()
    return place / "index"


def found(folder: Path, traces: list[bytes]) -> list[bytes]:
    """Give those of the traces that are in any file."""
    seen: set[bytes] = set()
    for file in folder.rglob("*"):
        if file.is_file():
            content = file.read_bytes()
            seen.update(trace for trace in traces if trace in content)
    return sorted(seen)


def test_points_are_there_after_reopening(folder: Path) -> None:
    index = opened(folder)
    assert index.count() == 50
    assert index.search([Search(vector=unit(7), limit=1)])[0][0].id == derive_id(7)
    assert len(index.search([Search(text="words", limit=100)])[0]) == 50
    index.close()


def test_points_put_survive_a_killed_process(place: Path) -> None:
    script = f"""
import os, signal, sys
sys.path[:0] = [{str(ROOT)!r}, {str(Path(__file__).parent)!r}]
from test_index_edge import opened, point
from pathlib import Path
index = opened(Path({str(place / "index")!r}))
index.put([point(seed) for seed in range(30)])
index.delete([point(0).id])
os.kill(os.getpid(), signal.SIGKILL)
"""
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, check=False)
    assert done.returncode == -signal.SIGKILL, done.stderr.decode()
    index = opened(place / "index")
    assert {*index.ids()} == {derive_id(seed) for seed in range(1, 30)}
    index.close()


def test_a_second_opening_is_refused_until_the_first_is_closed(folder: Path) -> None:
    first = opened(folder)
    with pytest.raises(StoreBusy):
        opened(folder)
    assert first.count() == 50
    first.close()
    opened(folder).close()


def test_an_abandoned_index_lets_go_of_its_folder(folder: Path) -> None:
    index = opened(folder)
    del index
    opened(folder).close()


def test_vectors_of_another_size_are_refused(folder: Path) -> None:
    with pytest.raises(StoreDamaged, match="rebuilt from the journal"):
        opened(folder, size=8)
    index = opened(folder)
    assert index.count() == 50
    index.close()


def test_no_text_is_stored(place: Path) -> None:
    index = opened(place)
    index.put([point(1, "Xylophonic canaries")])
    index.close()
    assert found(place, [b"ylophonic", b"ylophon", b"canaries", b"canari"]) == []
    assert found(place, [b"Ada"]) == [b"Ada"]


def test_a_scrub_leaves_no_trace_of_a_deleted_point(place: Path) -> None:
    index = opened(place)
    index.put([point(seed) for seed in range(200)])
    gone = point(77)
    vector = struct.pack(f"<{SIZE}f", *gone.vector)
    number = bytes.fromhex(gone.id)
    traces = [gone.id.encode(), number, number[::-1], vector[:32]]
    index.flush()
    before = found(place, traces)
    assert vector[:32] in before and len(before) > 1
    index.delete([gone.id])
    index.scrub()
    assert found(place, traces) == []
    index.close()
    assert found(place, traces) == []


def test_a_scrubbed_index_opens_again(folder: Path) -> None:
    index = opened(folder)
    index.delete([derive_id(3)])
    index.scrub()
    index.put([point(100)])
    index.close()
    index = opened(folder)
    assert index.count() == 50
    hits = index.search([Search(text="words", limit=100), Search(vector=unit(100), limit=1)])
    assert len(hits[0]) == 50
    assert hits[1][0].id == derive_id(100)
    index.close()


@pytest.mark.parametrize("done", [False, True], ids=["before the swap", "after the swap"])
def test_a_scrub_cut_short_leaves_a_whole_index(
    folder: Path, monkeypatch: pytest.MonkeyPatch, done: bool
) -> None:
    index = opened(folder)
    index.delete([derive_id(3)])
    copy = folder.with_name("as a crash left it")
    finish = ShardFolder.finish

    def stop(self: ShardFolder, shard: Path) -> None:
        if done:
            finish(self, shard)
        shutil.copytree(folder, copy)
        raise InterruptedError

    monkeypatch.setattr(ShardFolder, "finish", stop)
    with pytest.raises(StoreDamaged):
        index.scrub()
    monkeypatch.undo()
    again = opened(copy)
    assert again.count() == 49
    assert len(again.search([Search(text="words", limit=100)])[0]) == 49
    assert [entry.name for entry in copy.iterdir() if entry.is_dir()] == ["2" if done else "1"]
    again.close()
    index.close()


def test_a_first_making_cut_short_is_begun_anew(place: Path) -> None:
    files = ShardFolder(place)
    half = files.begin()
    half.mkdir()
    (half / "rubbish").write_text("half made")
    files.release()
    index = opened(place)
    assert index.count() == 0
    index.close()
    assert not half.joinpath("rubbish").exists()


def all_files(folder: Path) -> list[Path]:
    return sorted(file for file in folder.rglob("*") if file.is_file() and file.name != "lock")


@pytest.mark.parametrize("harm", ["missing", "empty", "half"])
def test_a_missing_or_shortened_file_is_noticed_at_opening(folder: Path, harm: str) -> None:
    pristine = folder.with_name("pristine")
    folder.rename(pristine)
    for file in all_files(pristine):
        relative = file.relative_to(pristine)
        if str(relative) == "sizes" or (harm != "missing" and file.stat().st_size == 0):
            continue
        # files are mostly holes: only the harmed one need be a copy of its own
        shutil.copytree(pristine, folder, copy_function=os.link)
        victim = folder / relative
        victim.unlink()
        if harm != "missing":
            victim.write_bytes(
                file.read_bytes()[: 0 if harm == "empty" else file.stat().st_size // 2]
            )
        with pytest.raises(StoreDamaged, match="journal"):
            opened(folder)
        shutil.rmtree(folder)


@pytest.mark.parametrize("name", ["edge_config.json", "segment.json", "live", "sizes"])
def test_garbage_in_a_description_is_noticed_at_opening(folder: Path, name: str) -> None:
    for file in folder.rglob(name):
        file.write_bytes(b"\xff\xfe\x00" * (file.stat().st_size // 3 + 1))
    with pytest.raises(StoreDamaged):
        opened(folder)


def test_an_index_without_its_segments_is_damaged(folder: Path) -> None:
    (folder / "sizes").unlink()
    for segments in folder.rglob("segments"):
        shutil.rmtree(segments)
    with pytest.raises(StoreDamaged):
        opened(folder)


def test_a_damaged_index_is_mended_by_deleting_it(folder: Path) -> None:
    (folder / "live").unlink()
    with pytest.raises(StoreDamaged):
        opened(folder)
    shutil.rmtree(folder)
    index = opened(folder)
    assert index.count() == 0
    index.close()


def test_a_panic_of_the_engine_becomes_an_error() -> None:
    class PanicException(BaseException):
        pass

    index = EdgeIndex.open(None, owner="Ada", size=SIZE)

    class Panicking:
        def count(self, _: object) -> int:
            raise PanicException("index out of bounds")

    shard, index._shard = index._shard, Panicking()  # pyright: ignore[reportAttributeAccessIssue]
    with pytest.raises(StoreDamaged, match="out of bounds"):
        index.count()
    index._shard = shard
    index.close()


def test_a_closed_index_says_so(folder: Path) -> None:
    index = opened(folder)
    index.close()
    with pytest.raises(StoreDamaged):
        index.count()


def test_an_index_kept_nowhere_leaves_nothing(monkeypatch: pytest.MonkeyPatch, place: Path) -> None:
    monkeypatch.setattr(edge, "_fleeting_folder", lambda: place / "fleeting")
    index = open_index(None, owner="Ada", size=SIZE)
    index.put([point(1)])
    assert (place / "fleeting").exists()
    index.close()
    assert not (place / "fleeting").exists()


def test_an_index_kept_nowhere_goes_when_the_interpreter_exits(place: Path) -> None:
    script = f"""
import sys
sys.path.insert(0, {str(ROOT)!r})
from pathlib import Path
from cognition.faculties.index import edge, open_index
edge._fleeting_folder = lambda: Path({str(place / "fleeting")!r})
index = open_index(None, owner="Ada", size=4)
assert edge._fleeting_folder().exists()
print("made")
"""
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, check=True)
    assert done.stdout.strip() == b"made"
    assert not (place / "fleeting").exists()


def test_threads_may_search_while_one_writes_and_scrubs(folder: Path) -> None:
    index = opened(folder)
    failures: list[BaseException] = []

    def look() -> None:
        try:
            for seed in range(100):
                assert len(index.search([Search(vector=unit(seed), limit=5)])[0]) == 5
        except BaseException as error:
            failures.append(error)

    threads = [threading.Thread(target=look) for _ in range(4)]
    for thread in threads:
        thread.start()
    for seed in range(50, 80):
        index.put([point(seed)])
    index.scrub()
    for thread in threads:
        thread.join()
    assert not failures
    assert index.count() == 80
    index.close()


def test_a_large_index_is_quantised_and_still_finds_the_nearest() -> None:
    vectors = np.random.default_rng(3).normal(size=(6000, 1024)).astype(np.float32)
    vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
    index = EdgeIndex.open(None, size=1024, owner="Ada")
    index.put([Point(derive_id(at), row, "") for at, row in enumerate(vectors)])
    for at in range(20):
        cue = vectors[at] + 0.5 * vectors[at + 1]
        nearest = np.argsort(-(vectors @ cue))[:10]
        hits = index.search([Search(vector=cue)])[0]
        assert [hit.id for hit in hits[:2]] == [derive_id(row) for row in nearest[:2]]
        assert len({hit.id for hit in hits} & {derive_id(row) for row in nearest}) >= 9
    index.close()


def test_possessives_and_inflections_share_a_term() -> None:
    terms = [lexical.query(text).indices for text in ("Caroline's cats", "caroline cat")]
    assert terms[0] == terms[1]


def test_repeated_words_weigh_more_but_less_than_twice() -> None:
    once, twice = (lexical.document(text).values[0] for text in ("cat", "cat cat"))
    assert once < twice < 2 * once

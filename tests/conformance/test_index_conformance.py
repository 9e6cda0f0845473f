from __future__ import annotations

import math
import random
from collections.abc import Iterator
from datetime import datetime, timedelta

import numpy as np
import pytest

from cognition.faculties import Hit, Index, Point, Search
from cognition.faculties.index import open_index
from cognition.faculties.traces import WIDTH
from cognition.values import Traces, derive_id

SIZE = 8
NOON = datetime(2026, 3, 1, 12, 0)
TEXTS = {
    "cat": "I adopted a cat called Luna",
    "dog": "Caroline's dog ran along the river",
    "job": "I got the job at the library in 2023",
    "tea": "We drank green tea and talked about running",
}


def ident(name: str) -> str:
    return derive_id("Ada", name)


def vector(*parts: float) -> list[float]:
    row = np.zeros(SIZE)
    row[: len(parts)] = parts
    return (row / np.linalg.norm(row)).tolist()


def names(hits: list[Hit]) -> list[str]:
    known = {ident(name): name for name in TEXTS}
    return [known[hit.id] for hit in hits]


@pytest.fixture(params=["edge", "server"])
def index(request: pytest.FixtureRequest) -> Iterator[Index]:
    opened = open_index(
        None if request.param == "edge" else ":memory:",
        owner="Ada",
        size=SIZE,
    )
    yield opened
    opened.close()


@pytest.fixture
def filled(index: Index) -> Index:
    index.put(
        [
            Point(
                id=ident(name),
                vector=vector(1.0, 0.3 * at),
                text=text,
                kind="fact" if name == "job" else "episode",
                speaker="Bo" if name == "dog" else "Ada",
                when=NOON + timedelta(days=at),
            )
            for at, (name, text) in enumerate(TEXTS.items())
        ]
    )
    return index


def find(index: Index, **search: object) -> list[str]:
    return names(index.search([Search(**search)])[0])  # pyright: ignore[reportArgumentType]


def test_counts_what_was_put(filled: Index) -> None:
    assert filled.count() == 4


def test_a_vector_finds_its_neighbours_nearest_first(filled: Index) -> None:
    assert find(filled, vector=vector(1.0)) == ["cat", "dog", "job", "tea"]


def test_dense_scores_are_cosines(filled: Index) -> None:
    hit = filled.search([Search(vector=vector(1.0), limit=2)])[0][1]
    assert hit.score == pytest.approx(1 / math.hypot(1, 0.3), abs=1e-5)


def test_a_vector_need_not_be_of_unit_length(filled: Index) -> None:
    assert find(filled, vector=[7.0, *[0.0] * (SIZE - 1)], limit=1) == ["cat"]


def test_an_array_serves_as_vector(filled: Index) -> None:
    assert find(filled, vector=np.array(vector(1.0), dtype=np.float32), limit=1) == ["cat"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("cats", ["cat"]),
        ("Caroline", ["dog"]),
        ("Caroline’s", ["dog"]),
        ("What happened in 2023?", ["job"]),
        ("LUNA!", ["cat"]),
        ("zebra", []),
        ("the of a", []),
        ("", []),
    ],
)
def test_words_find_what_holds_them(filled: Index, text: str, found: list[str]) -> None:
    assert find(filled, text=text) == found


def test_rare_words_count_for_more(filled: Index) -> None:
    filled.put([Point(ident("extra"), vector(0, 1), "cat cat")])
    hits = filled.search([Search(text="cat luna")])[0]
    assert hits[0].id == ident("cat")


@pytest.mark.parametrize(
    ("stored", "asked"),
    [
        ("猫が好きです", "猫"),
        ("我喜欢北京", "北京"),
        ("ฉันรักแมว", "แมว"),
        ("Я люблю свою кошку", "кошку"),
        ("We met at the café", "cafe"),
        ("We met at the cafe", "café"),
        ("So happy 🎉", "🎉"),
        ("나는 고양이를 좋아한다", "고양이를"),
    ],
)
def test_words_of_any_script_are_found(index: Index, stored: str, asked: str) -> None:
    index.put([Point(ident("one"), vector(1), stored), Point(ident("two"), vector(1), "nothing")])
    assert [hit.id for hit in index.search([Search(text=asked)])[0]] == [ident("one")]


@pytest.mark.parametrize(
    ("only", "found"),
    [
        ({"kinds": ("fact",)}, {"job"}),
        ({"kinds": ("fact", "episode")}, {"cat", "dog", "job", "tea"}),
        ({"kinds": ("gist",)}, set()),
        ({"speakers": ("Bo",)}, {"dog"}),
        ({"speakers": ("Ada",), "kinds": ("episode",)}, {"cat", "tea"}),
        ({"since": NOON + timedelta(days=2)}, {"job", "tea"}),
        ({"until": NOON + timedelta(days=2)}, {"cat", "dog"}),
        ({"since": NOON + timedelta(days=1), "until": NOON + timedelta(days=3)}, {"dog", "job"}),
        ({"since": NOON + timedelta(microseconds=1)}, {"dog", "job", "tea"}),
        ({"ids": (ident("tea"), ident("cat"), ident("unknown"))}, {"tea", "cat"}),
        ({"ids": (ident("unknown"),)}, set()),
    ],
)
def test_filters_keep_only_what_matches(
    filled: Index, only: dict[str, object], found: set[str]
) -> None:
    assert set(find(filled, vector=vector(1.0), **only)) == found


def test_filters_hold_for_words_too(filled: Index) -> None:
    assert find(filled, text="I got a cat", kinds=("fact",)) == ["job"]


def test_a_batch_answers_in_the_order_asked(filled: Index) -> None:
    searches = [
        Search(text="the"),
        Search(vector=vector(1.0), limit=1),
        Search(text="zebra"),
        Search(text="river"),
    ]
    assert [names(hits) for hits in filled.search(searches)] == [[], ["cat"], [], ["dog"]]


def test_no_searches_give_no_answers(filled: Index) -> None:
    assert filled.search([]) == []


def test_an_empty_index_finds_nothing(index: Index) -> None:
    assert index.search([Search(vector=vector(1.0)), Search(text="cat")]) == [[], []]
    assert index.count() == 0
    assert list(index.points()) == []


def test_a_limit_beyond_the_count_gives_all(filled: Index) -> None:
    assert len(find(filled, vector=vector(1.0), limit=500)) == 4


def test_equal_scores_come_in_the_order_of_ids(index: Index) -> None:
    index.put([Point(ident(str(n)), vector(1.0), "same words") for n in range(20)])
    for search in (Search(vector=vector(1.0), limit=20), Search(text="words", limit=20)):
        found = [hit.id for hit in index.search([search])[0]]
        assert found == sorted(found) and len(found) == 20


def test_putting_the_same_id_again_replaces(filled: Index) -> None:
    filled.put([Point(ident("cat"), vector(0, 0, 1), "a parrot", speaker="Bo")])
    assert filled.count() == 4
    assert find(filled, text="Luna") == []
    assert find(filled, text="parrot", speakers=("Bo",)) == ["cat"]
    assert find(filled, vector=vector(0, 0, 1), limit=1) == ["cat"]


def test_words_go_when_a_point_is_replaced_by_one_without(filled: Index) -> None:
    filled.put([Point(ident("cat"), vector(1), "")])
    assert find(filled, text="Luna") == []


def test_an_id_twice_in_one_put_keeps_the_last(index: Index) -> None:
    index.put([Point(ident("cat"), vector(1), "first"), Point(ident("cat"), vector(1), "second")])
    assert index.count() == 1
    assert find(index, text="second") == ["cat"]
    assert find(index, text="first") == []


def test_deleted_points_are_found_no_more(filled: Index) -> None:
    filled.delete([ident("cat"), ident("unknown")])
    assert filled.count() == 3
    assert find(filled, text="Luna") == []
    assert "cat" not in find(filled, vector=vector(1.0))


def test_deleting_nothing_is_harmless(filled: Index) -> None:
    filled.delete([])
    assert filled.count() == 4


def test_rarity_forgets_what_was_deleted(index: Index) -> None:
    index.put([Point(ident(str(n)), vector(1), "common word") for n in range(30)])
    index.put([Point(ident("cat"), vector(1), "common cat")])
    before = index.search([Search(text="common", ids=(ident("cat"),))])[0][0].score
    index.delete([ident(str(n)) for n in range(30)])
    index.scrub()
    after = index.search([Search(text="common", ids=(ident("cat"),))])[0][0].score
    assert after > before


def test_points_give_every_id_and_vector(filled: Index) -> None:
    points = {point.id: point.vector for point in filled.points()}
    assert set(points) == {ident(name) for name in TEXTS} == {*filled.ids()}
    assert points[ident("dog")] == pytest.approx(vector(1.0, 0.3), abs=1e-6)


def test_points_give_back_traces_to_the_byte(index: Index) -> None:
    words = np.random.default_rng(0).integers(-127, 128, (5, WIDTH)).astype(np.int8).tobytes()
    index.put([Point(ident("cat"), vector(1), "cat", traces=Traces(words=words))])
    index.put([Point(ident("dog"), vector(1), "dog")])
    assert {point.id: point.words for point in index.points()} == {
        ident("cat"): words,
        ident("dog"): b"",
    }


def test_points_go_on_past_a_page(index: Index) -> None:
    many = [Point(ident(str(n)), vector(1, n), "") for n in range(2345)]
    index.put(many)
    assert {*index.ids()} == {point.id for point in index.points()} == {p.id for p in many}


def test_scrubbing_keeps_what_is_left(filled: Index) -> None:
    filled.delete([ident("cat")])
    filled.scrub()
    assert filled.count() == 3
    assert find(filled, vector=vector(1.0)) == ["dog", "job", "tea"]
    assert find(filled, text="library", kinds=("fact",), since=NOON) == ["job"]


def test_scrubbing_reports_its_progress(filled: Index) -> None:
    seen: list[tuple[int, int]] = []
    filled.scrub(lambda done, total: seen.append((done, total)))
    assert seen[-1] == (4, 4)


@pytest.mark.parametrize(
    "search",
    [
        Search(),
        Search(vector=vector(1), text="both"),
        Search(text="cat", limit=0),
        Search(vector=[1.0, 0.0]),
        Search(vector=[math.nan] * SIZE),
        Search(text="cat", ids=("no-uuid",)),
    ],
)
def test_a_search_that_makes_no_sense_is_refused(filled: Index, search: Search) -> None:
    with pytest.raises(ValueError):
        filled.search([search])


@pytest.mark.parametrize(
    "bad",
    [
        Point("no-uuid", vector(1), "text"),
        Point(ident("bad"), [1.0, 0.0], "text"),
        Point(ident("bad"), [math.inf] * SIZE, "text"),
    ],
)
def test_one_bad_point_leaves_all_unwritten(filled: Index, bad: Point) -> None:
    with pytest.raises(ValueError):
        filled.put([Point(ident("good"), vector(1), "good"), bad])
    assert filled.count() == 4


def test_closing_twice_is_harmless(filled: Index) -> None:
    filled.close()
    filled.close()


WORDS = "cat dog river tea job run walk happy sad birthday mother Lyon music 2023 café"


def random_points(seed: int, n: int) -> list[Point]:
    rng = random.Random(seed)
    return [
        Point(
            id=ident(f"{seed}:{at}"),
            vector=[rng.gauss(0, 1) for _ in range(SIZE)],
            text=" ".join(rng.choices(WORDS.split(), k=rng.randint(0, 12))),
            kind=rng.choice(["episode", "fact"]),
            speaker=rng.choice(["Ada", "Bo"]),
            when=NOON + timedelta(hours=rng.randint(0, 1000)),
        )
        for at in range(n)
    ]


def random_search(rng: random.Random) -> Search:
    by_words = rng.random() < 0.5
    return Search(
        vector=None if by_words else [rng.gauss(0, 1) for _ in range(SIZE)],
        text=" ".join(rng.choices([*WORDS.split(), "zebra"], k=3)) if by_words else None,
        limit=rng.choice([1, 10, 500]),
        kinds=rng.choice([(), ("fact",)]),
        speakers=rng.choice([(), ("Ada",), ("Ada", "Bo")]),
        since=rng.choice([None, NOON + timedelta(hours=300)]),
        until=rng.choice([None, NOON + timedelta(hours=700)]),
    )


def test_both_engines_rank_alike() -> None:
    edge = open_index(None, owner="Ada", size=SIZE)
    server = open_index(":memory:", owner="Ada", size=SIZE)
    points = random_points(7, 400)
    for index in (edge, server):
        index.put(points)
        index.delete([point.id for point in points[:50]])
        index.scrub()  # until then Edge counts the words of deleted points for rarity
    rng = random.Random(11)
    searches = [random_search(rng) for _ in range(120)]
    pairs = zip(edge.search(searches), server.search(searches), strict=True)
    for ours, theirs in pairs:
        assert [round(hit.score, 4) for hit in ours] == pytest.approx(
            [round(hit.score, 4) for hit in theirs], abs=2e-4
        )
        if len(ours) < 500 and (not ours or ours[-1].score != ours[0].score):
            scores = {hit.id: hit.score for hit in theirs}
            close = [hit for hit in ours if hit.score > ours[-1].score + 1e-4]
            assert all(abs(scores[hit.id] - hit.score) < 2e-4 for hit in close)
    edge.close()
    server.close()


def test_words_are_compared_one_by_one(index) -> None:
    def traced(*words: int) -> Traces:
        rows = np.zeros((len(words), WIDTH), np.int8)
        rows[range(len(words)), words] = 127
        return Traces(words=rows.tobytes())

    held = {"one": traced(0, 1), "two": traced(1, 2), "none": Traces()}
    index.put([Point(ident(n), vector(1), n, traces=t) for n, t in held.items()])
    asked = [[0.75 * (n == 0) for n in range(WIDTH)], [0.25 * (n == 2) for n in range(WIDTH)]]
    ids = tuple(ident(name) for name in held)
    [hits] = index.search([Search(words=asked, ids=ids)])
    assert {hit.id: round(hit.score, 2) for hit in hits} == {ident("one"): 0.75, ident("two"): 0.25}
    with pytest.raises(ValueError, match="numbers"):
        index.search([Search(words=[[1.0]])])
    assert index.search([Search(words=[])]) == [[]]


def test_owners_of_one_collection_do_not_meet(monkeypatch: pytest.MonkeyPatch) -> None:
    from cognition.faculties.index import server

    ada = server.ServerIndex(":memory:", owner="Ada", size=SIZE)
    monkeypatch.setattr(server, "QdrantClient", lambda _: ada._client)
    bo = server.ServerIndex(":memory:", owner="Bo", size=SIZE)
    ada.put([Point(ident("cat"), vector(1), "cat"), Point(ident("dog"), vector(1), "dog")])
    alone = ada.search([Search(text="cat")])
    bo.put([Point(derive_id("Bo", str(n)), vector(1), "cat") for n in range(5)])
    assert (ada.count(), bo.count()) == (2, 5)
    assert ada.search([Search(text="cat")]) == alone, "another's words must not change rarity"
    assert {hit.id for hit in ada.search([Search(vector=vector(1))])[0]} == {
        ident("cat"),
        ident("dog"),
    }
    bo.delete([ident("cat")])
    assert ada.count() == 2
    ada.close()

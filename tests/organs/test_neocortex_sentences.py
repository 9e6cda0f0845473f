"""How precisely and how completely personal facts are read, on a table of sentences."""

from datetime import datetime
from pathlib import Path

from cognition.faculties.knowledge import KnowledgeGraph
from cognition.organs.neocortex import extract
from cognition.organs.thalamus import perceive
from cognition.values import Fact, Percept, Stimulus

HERE = Path(__file__).parent
NOW = datetime(2026, 5, 4, 9)

Triple = tuple[str, ...]


def heard(text: str) -> Percept:
    return perceive(Stimulus(text=text, speaker="Ada", when=NOW, ref=text), NOW)


def lines(name: str) -> list[str]:
    rows = (HERE / name).read_text(encoding="utf-8").splitlines()
    return [row for row in rows if row and not row.startswith("#")]


def triple(fact: Fact) -> Triple:
    mark = ("-",) if fact.valid_to else () if fact.polarity else ("!",)
    return (fact.subject, fact.relation, fact.object, *mark)


def expected(row: str) -> tuple[str, set[Triple], set[Triple]]:
    """A sentence, what must be learned from it, and what may be."""
    text, _, wanted = row.partition(" =>")
    must: set[Triple] = set()
    may: set[Triple] = set()
    for part in filter(None, (part.strip() for part in wanted.split(";"))):
        *names, last = (name.strip() for name in part.split("|"))
        mark = last[-1] if last.endswith((" -", " !", " ?")) else ""
        object = last[:-2].strip() if mark else last
        (may if mark == "?" else must).add((*names, object, *(mark if mark in "-!" else "")))
    return text, must, may


def read(text: str) -> set[Triple]:
    return {triple(fact) for fact in extract(heard(text), KnowledgeGraph())}


def test_the_table_is_as_large_as_it_claims() -> None:
    positive, negative = lines("neocortex_positive.txt"), lines("neocortex_negative.txt")
    assert len(positive) + len(negative) >= 250
    assert len(negative) >= 100


def test_precision_on_the_whole_table() -> None:
    found = right = 0
    for row in lines("neocortex_positive.txt"):
        text, must, may = expected(row)
        got = read(text)
        found += len(got)
        right += len(got & (must | may))
    for text in lines("neocortex_negative.txt"):
        found += len(read(text))
    assert right / found >= 0.97


def test_recall_on_the_positive_sentences() -> None:
    wanted = got = 0
    for row in lines("neocortex_positive.txt"):
        text, must, _ = expected(row)
        wanted += len(must)
        got += len(must & read(text))
    assert got / wanted >= 0.92


def test_few_negative_sentences_teach_anything() -> None:
    negative = lines("neocortex_negative.txt")
    silent = sum(not read(text) for text in negative)
    assert silent / len(negative) >= 0.98


def test_facts_are_whole_sentences_about_their_subject() -> None:
    for row in lines("neocortex_positive.txt"):
        text, *_ = expected(row)
        for fact in extract(heard(text), KnowledgeGraph()):
            assert fact.text.endswith("."), fact
            assert fact.text[0].isupper(), fact
            assert "{" not in fact.text and "@" not in fact.text and "[" not in fact.text, fact
            assert " I " not in fact.text and " my " not in fact.text, fact

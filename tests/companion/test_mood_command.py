"""`kindred mood`: what it shows of how one felt, and what it draws."""

from __future__ import annotations

import io
import sys
from datetime import datetime, timedelta

import pytest

from cognition import Mind
from cognition.faculties.clock import MovableClock
from cognition.organs.amygdala.feeling import current
from graphs.companion import companion, turn
from graphs.companion.cli import main
from graphs.companion.mood_command import bar, by_day, conversation, since, sparkline

TALK = ["Hi!", "I lost my job today and I feel awful.", "I am so happy, I got a new one!"]


@pytest.fixture
def folder(tmp_path, encoder, monkeypatch):
    """Give the folder of a memory that was talked with on two days."""
    from cognition.faculties.encoder import MiniLM

    monkeypatch.setattr(MiniLM, "open", classmethod(lambda cls: encoder))
    clock, app = MovableClock(datetime.now() - timedelta(days=3)), companion()
    with Mind.open(tmp_path / "m", owner="Ada", encoder=encoder, clock=clock) as mind:
        for words in (*TALK, None, "I am so sad, I miss my mother.", "Good night."):
            if words is None:
                clock.advance(days=2)
            else:
                turn(app, mind.faculties, words)
                clock.advance(minutes=2)
    return tmp_path / "m"


@pytest.fixture
def run(capsys, monkeypatch, folder):
    def call(*arguments):
        monkeypatch.setattr(sys, "stdin", io.StringIO(""))
        with pytest.raises(SystemExit) as caught:
            main(["mood", *map(str, arguments), "--data", str(folder)])
        shown = capsys.readouterr()
        return caught.value.code, shown.out, shown.err

    return call


def test_it_shows_the_weeks_and_the_last_conversation(run):
    status, out, err = run()
    assert (status, err) == (0, "")
    assert "your valence" in out and "companion's mood" in out and "±" in out
    assert "miss my mother" in out and "lost my job" not in out and "sadness" in out


def test_another_conversation_is_shown_by_its_name_and_a_wrong_name_is_told(run, folder, encoder):
    with Mind.open(folder, encoder=encoder) as mind:
        first = mind.feelings()[0].session
    _, out, _ = run("--session", first)
    assert "lost my job" in out and "miss my mother" not in out
    status, _, err = run("--session", "nowhere")
    assert status == 2 and "give a name, or a day" in err


def test_it_draws_to_a_file(run, tmp_path):
    pytest.importorskip("matplotlib")
    file = tmp_path / "mood.png"
    _, out, _ = run("--out", file)
    assert "Drawn to" in out and file.read_bytes()[:4] == b"\x89PNG"
    status, _, err = run("--out", tmp_path / "no" / "where.png")
    assert status == 2 and "cannot be written" in err


def test_without_matplotlib_it_says_what_to_install(run, tmp_path, monkeypatch):
    monkeypatch.setitem(sys.modules, "matplotlib.figure", None)
    status, out, err = run("--out", tmp_path / "mood.png")
    assert status == 2 and "kindred[plots]" in err and "your valence" in out


def test_a_reset_takes_the_mood_back_to_the_persona(run, folder, encoder):
    with Mind.open(folder, encoder=encoder) as mind:
        assert current(mind.faculties).lean.valence != 0
    run("--reset")
    with Mind.open(folder, encoder=encoder) as mind:
        assert current(mind.faculties).lean.valence == 0
        assert mind.feelings()[-1].feeling.mood.valence == pytest.approx(0.1, abs=1e-6)


def test_the_course_lived_again_ends_where_the_talk_ended(folder, encoder):
    with Mind.open(folder, encoder=encoder) as mind:
        lived, kept = mind.feelings()[-1].feeling, current(mind.faculties)
    assert lived.mood.valence == pytest.approx(kept.mood.valence, abs=1e-4)
    assert lived.person.valence.now == pytest.approx(kept.person.valence.now, abs=1e-4)


def test_what_is_forgotten_has_no_part_in_how_one_is_taken_to_feel(folder, encoder):
    with Mind.open(folder, encoder=encoder) as mind:
        before = current(mind.faculties).person.valence
        mind.forget(query="lost my job")
        after = current(mind.faculties).person.valence
        assert after.home > before.home and after.home_sd > before.home_sd
        mind.forget(before=datetime.now() + timedelta(days=1))
        assert current(mind.faculties).person.at is None


def test_an_empty_memory_has_nothing_to_show(run, folder, encoder):
    with Mind.open(folder, encoder=encoder) as mind:
        mind.forget(before=datetime.now() + timedelta(days=1))
    status, out, _ = run()
    assert status == 0 and "Nothing was said" in out


def test_years_fit_into_a_line_and_a_name_is_no_formula(tmp_path, encoder):
    from graphs.companion.mood_command import COLUMNS, _weeks
    from graphs.companion.mood_figure import draw

    with Mind.open(None, owner="Ada", encoder=encoder) as mind:
        mind.observe_many(
            {"text": f"I saw {n} herons.", "when": datetime(2024, 1, 1) + timedelta(days=30 * n)}
            for n in range(20)
        )
        mind.observe("I saw no heron.", when=datetime(2026, 1, 1), session="$\\frac")
        moments = mind.feelings()
    header, valence, *_ = _weeks(moments)
    assert "By 14 days" in header and len(valence) < COLUMNS + 50
    assert draw(moments, conversation(moments, None), tmp_path / "m.png").exists()


def test_what_is_drawn_as_text(folder, encoder):
    assert sparkline([-1, 0, 1]) == "▁▅█"
    assert len(bar(0.3)) == len(bar(-1.0)) == len(bar(0.0)) == 11
    with Mind.open(folder, encoder=encoder) as mind:
        moments = mind.feelings()
    assert len(by_day(moments)) == 2
    assert len(since(moments, 1, datetime.now())) == 5 and not conversation([], None)

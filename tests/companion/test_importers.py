"""What the importers accept, whom they take for the owner, and how they refuse other files."""

import json
import zipfile
from datetime import datetime
from pathlib import Path

import pytest

from cognition.errors import ForeignFile
from graphs.companion.importers import read_history
from graphs.companion.importers.history import from_epoch

GOLDEN = Path(__file__).parents[1] / "golden" / "imports"


def write(path: Path, text: str) -> Path:
    path.write_text(text, encoding="utf-8")
    return path


def refusal(path, **options) -> str:
    with pytest.raises(ForeignFile) as caught:
        read_history(path, **options)
    assert "\n" not in str(caught.value)
    return str(caught.value)


def conversation(*turns, **more) -> str:
    return json.dumps({"id": "c", "speakers": [], "turns": list(turns), **more})


def turn(text="Hello.", speaker="Ada", when="2024-01-01T10:00:00", **more) -> dict:
    return {"text": text, "speaker": speaker, "when": when, **more}


def chat(*lines: str) -> str:
    return "\n".join(lines) + "\n"


def test_format_is_told_by_content_not_by_name(tmp_path):
    for source in ("claude.json", "whatsapp_ios.txt", "sillytavern.jsonl", "conversation.json"):
        disguised = tmp_path / "holiday.bin"
        disguised.write_bytes((GOLDEN / source).read_bytes())
        assert read_history(disguised).format == source.replace("_", ".").split(".")[0]


def test_zip_of_a_chatgpt_export_reads_like_its_folder(tmp_path):
    packed = tmp_path / "export.zip"
    with zipfile.ZipFile(packed, "w") as archive:
        for file in (GOLDEN / "chatgpt").iterdir():
            archive.write(file, f"deep/{file.name}")
        archive.writestr("chat.html", "<html></html>")
    assert read_history(packed).turns == read_history(GOLDEN / "chatgpt").turns


def test_zip_of_a_whatsapp_chat_reads_like_its_text(tmp_path):
    packed = tmp_path / "chat.zip"
    with zipfile.ZipFile(packed, "w") as archive:
        archive.write(GOLDEN / "whatsapp_ios.txt", "_chat.txt")
        archive.writestr("00000012-PHOTO.jpg", b"\xff\xd8\xff\xe0")
    assert read_history(packed).turns == read_history(GOLDEN / "whatsapp_ios.txt").turns


def test_longer_export_of_a_chat_gives_old_lines_their_old_refs(tmp_path):
    whole = (GOLDEN / "whatsapp_android_us.txt").read_text(encoding="utf-8")
    shorter = write(tmp_path / "a.txt", whole[whole.index("3/13/24") :])
    old = {item["ref"] for item in read_history(shorter).turns}
    assert len(old) == 4
    assert old < {item["ref"] for item in read_history(GOLDEN / "whatsapp_android_us.txt").turns}


def test_me_names_the_owner_without_regard_to_case(tmp_path):
    file = write(tmp_path / "a.json", conversation(turn(), turn("Hi.", "Mia")))
    turns = read_history(file, owner="you", me="ADA").turns
    assert [(item["speaker"], item["role"]) for item in turns] == [
        ("you", "person"),
        ("Mia", "other"),
    ]


def test_me_that_nobody_is_called_is_refused_with_the_names(tmp_path):
    file = write(tmp_path / "a.json", conversation(turn(), turn("Hi.", "Mia")))
    assert "Ada, Mia" in refusal(file, me="Bob")


def test_a_cut_emoji_becomes_a_question_mark(tmp_path):
    file = write(
        tmp_path / "a.json",
        '{"turns": [{"text": "so \\ud83d", "speaker": "A", "when": "2024-01-01"}]}',
    )
    assert read_history(file).turns[0]["text"] == "so ?"


def test_conversations_are_woven_by_time_and_keep_their_own_order(tmp_path):
    early = {"id": "a", "turns": [turn("one", when="2024-01-01"), turn("four", when="2024-03-01")]}
    late = {"id": "b", "turns": [turn("two", when="2024-02-02"), turn("three", when="2024-02-01")]}
    file = write(tmp_path / "a.json", json.dumps([late, early]))
    assert [item["text"] for item in read_history(file).turns] == ["one", "two", "three", "four"]


def test_conversation_without_id_gets_the_same_refs_when_it_grows(tmp_path):
    short = {"turns": [turn("one")]}
    grown = {"turns": [turn("one"), turn("two", when="2024-01-02")]}
    first = read_history(write(tmp_path / "a.json", json.dumps(short))).turns
    assert (
        read_history(write(tmp_path / "b.json", json.dumps(grown))).turns[0]["ref"]
        == first[0]["ref"]
    )


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ("13/02/2024", "14/02/2024", datetime(2024, 2, 13, 9, 0)),
        ("02/13/2024", "02/14/2024", datetime(2024, 2, 13, 9, 0)),
        ("03/04/2024", "04/04/2024", datetime(2024, 4, 3, 9, 0)),
        ("03/04/2024", "03/05/2024", datetime(2024, 3, 4, 9, 0)),
        ("3.4.24", "5.6.24", datetime(2024, 4, 3, 9, 0)),
        ("2024-03-04", "2024-05-06", datetime(2024, 3, 4, 9, 0)),
        ("2024/03/04", "2024/05/06", datetime(2024, 3, 4, 9, 0)),
    ],
)
def test_whatsapp_dates_are_ordered_over_the_whole_file(tmp_path, first, second, expected):
    file = write(tmp_path / "a.txt", chat(f"{first}, 09:00 - A: one", f"{second}, 09:00 - B: two"))
    assert read_history(file).turns[0]["when"] == expected


@pytest.mark.parametrize(
    ("clock", "hour"),
    [
        ("12:05 AM", 0),
        ("12:05\u202fPM", 12),
        ("9:05 p. m.", 21),
        ("9:05 a.m.", 9),
        ("下午9:05", 21),
        ("21:05", 21),
    ],
)
def test_whatsapp_clocks(tmp_path, clock, hour):
    file = write(tmp_path / "a.txt", chat(f"13/02/24, {clock} - A: one"))
    assert read_history(file).turns[0]["when"] == datetime(2024, 2, 13, hour, 5)


def test_whatsapp_clock_in_an_unknown_language_is_refused(tmp_path):
    assert "24-hour" in refusal(write(tmp_path / "a.txt", chat("13/02/24, 9:05 xy - A: one")))


def test_whatsapp_dates_of_two_orders_are_refused(tmp_path):
    text = chat("13/02/24, 9:05 - A: one", "02/13/24, 9:05 - A: two")
    assert "lines 1 and 2" in refusal(write(tmp_path / "a.txt", text))


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "empty"),
        (b" \n ", "empty"),
        (b"\x89PNG\r\n\x1a\n\0\0", "PNG"),
        (b"caf\xe9 au lait", "not UTF-8"),
        ("hello".encode("utf-16"), "UTF-16"),
        (b"PK\x03\x04 not really", "zip"),
        (b"Dear diary, nothing happened.", "not a conversation file"),
        (b'{"name": "Ada"}', "not a conversation file"),
        (b"[]", "nothing to import"),
        (b'{"turns": [{"text": "a"', "cut off"),
        (b'{"turns": [}, {"a": 1, "b": 2}', "not valid JSON"),
        (b"[" * 100_000, "export it again"),
        (b'{"turns": []}', "no words"),
        (b'{"turns": {}}', '"turns"'),
        (b'{"turns": [{"speaker": "A"}]}', '"text"'),
        (b'{"turns": [{"text": "a"}]}', '"speaker"'),
        (b'{"turns": [{"text": "a", "speaker": "A"}]}', "no times"),
        (b'{"turns": [{"text": "a", "speaker": "A", "when": "noon"}]}', "ISO"),
        (b'[{"mapping": {}}]', "no words"),
        (b'{"name":"A","is_user":true,"mes":"hi","send_date":1}\n{"name":', "line 2"),
        (b'{"name":"A","is_user":true,"mes":"hi","send_date":1}\n[1]', "line 2"),
    ],
)
def test_bad_file_is_refused_in_one_line_that_names_it(tmp_path, data, says):
    file = tmp_path / "export.json"
    file.write_bytes(data)
    message = refusal(file)
    assert message.startswith(str(file))
    assert says in message


def test_missing_file_is_refused(tmp_path):
    assert "no such file" in refusal(tmp_path / "nothing.json")


def test_folder_without_an_export_is_refused(tmp_path):
    assert "conversations.json" in refusal(tmp_path)


def test_zip_without_an_export_is_refused(tmp_path):
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        archive.writestr("picture.jpg", b"\xff\xd8\xff")
    assert "no conversations.json" in refusal(tmp_path / "a.zip")


def test_unknown_format_is_refused_with_the_known_ones():
    assert "whatsapp" in refusal(GOLDEN / "claude.json", format="telegram")


def test_repeated_ref_in_a_conversation_is_refused(tmp_path):
    file = write(tmp_path / "a.json", conversation(turn(ref="1"), turn("Again.", ref="1")))
    assert "used twice" in refusal(file)


def test_repeated_conversation_id_is_refused(tmp_path):
    one = {"id": "c", "turns": [turn()]}
    assert "same" in refusal(write(tmp_path / "a.json", json.dumps([one, one])))


def test_circle_of_chatgpt_messages_is_refused(tmp_path):
    nodes = {"a": {"parent": "b"}, "b": {"parent": "a"}}
    file = write(tmp_path / "a.json", json.dumps([{"mapping": nodes, "current_node": "a"}]))
    assert "circle" in refusal(file)


@pytest.mark.parametrize("seconds", [float("nan"), 1e30, -1e30, 0.0])
def test_implausible_epoch_is_no_time(seconds):
    assert from_epoch(seconds) is None

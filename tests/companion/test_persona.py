"""The persona file: what it may say, and how it is refused."""

import pytest

from cognition.faculties import Persona
from graphs.companion import PERSONA
from graphs.companion.persona import load_persona, persona_in


def write(tmp_path, text):
    path = tmp_path / "persona.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def test_shipped_persona_is_the_default_one():
    assert load_persona(PERSONA) == Persona()


def test_persona_says_who_the_companion_is(tmp_path):
    path = write(tmp_path, "name: Wren\ninterests: [tea, rain]\ntemperament: {valence: 0.3}\n")
    found = load_persona(path)
    assert (found.name, found.interests, found.temperament.valence) == (
        "Wren",
        ("tea", "rain"),
        0.3,
    )


def test_empty_file_leaves_the_default(tmp_path):
    assert load_persona(write(tmp_path, "")) == Persona()


def test_persona_is_put_into_the_data_folder_for_editing(tmp_path):
    folder = tmp_path / "new" / "data"
    assert persona_in(folder, None) == Persona()
    assert (folder / "persona.yaml").read_bytes() == PERSONA.read_bytes()


def test_edited_persona_is_kept(tmp_path):
    write(tmp_path, "name: Wren\n")
    assert persona_in(tmp_path, None).name == "Wren"


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("nme: Wren", "no key 'nme'"),
        ("name: [1]", "name must be words"),
        ("name: ''", "name must be words"),
        ("interests: tea", "interests must be a list"),
        ("interests: [1]", "interests must be a list"),
        ("temperament: {joy: 1}", "no key 'joy'"),
        ("temperament: {valence: 3}", "from -1 to 1"),
        ("temperament: {valence: yes}", "from -1 to 1"),
        ("temperament: 3", "key: value"),
        ("- a", "key: value"),
        ("a: [", "not a YAML file"),
        ("\x00", "not a YAML file"),
    ],
)
def test_anything_else_is_refused_with_what_is_wrong(tmp_path, text, says):
    path = write(tmp_path, text)
    with pytest.raises(ValueError, match=r"persona\.yaml") as caught:
        load_persona(path)
    assert says in str(caught.value)


def test_missing_persona_file_is_refused(tmp_path):
    with pytest.raises(ValueError, match="no such persona file"):
        load_persona(tmp_path / "none.yaml")

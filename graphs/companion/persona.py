"""Who the companion is, read from a file that the person can edit."""

from __future__ import annotations

import dataclasses
import shutil
from collections.abc import Iterable
from pathlib import Path
from typing import Any, cast

from cognition.faculties import Persona
from cognition.values import Mood
from graphs.companion import PERSONA

_KEYS = [field.name for field in dataclasses.fields(Persona)]
_FEELINGS = ["valence", "arousal", "dominance"]


def load_persona(path: Path) -> Persona:
    """Read a persona; raises ValueError, one line, for anything the file should not say."""
    import yaml

    try:
        said: object = yaml.safe_load(path.read_text(encoding="utf-8"))
    except FileNotFoundError as error:
        raise ValueError(f"{path}: no such persona file; check the name") from error
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
        raise ValueError(f"{path}: not a YAML file that can be read ({error})") from error
    given = _table(said or {}, _KEYS, f"{path}")
    for key in ("name", "description", "style"):
        if key in given and not (isinstance(given[key], str) and given[key].strip()):
            raise ValueError(f"{path}: {key} must be words, not {given[key]!r}")
    if "interests" in given:
        given["interests"] = _interests(given["interests"], path)
    if "temperament" in given:
        given["temperament"] = _temperament(given["temperament"], path)
    return Persona(**given)


def persona_in(folder: Path, path: Path | None) -> Persona:
    """Give the persona of a file, else of the data folder, put there for the person to edit."""
    if path is None:
        path = folder / "persona.yaml"
        if not path.exists():
            folder.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(PERSONA, path)
    return load_persona(path)


def _table(said: object, known: Iterable[str], where: str) -> dict[str, Any]:
    if not isinstance(said, dict):
        raise ValueError(f"{where}: must be a list of `key: value` lines")
    given = cast("dict[Any, Any]", said)
    for key in given:
        if key not in known:
            raise ValueError(f"{where}: no key {key!r}; it may have {', '.join(known)}")
    return given


def _interests(said: object, path: Path) -> tuple[str, ...]:
    entries = cast("list[object]", said) if isinstance(said, list) else []
    if not isinstance(said, list) or not all(isinstance(entry, str) for entry in entries):
        raise ValueError(f"{path}: interests must be a list of words, such as [music, bread]")
    return tuple(str(entry) for entry in entries)


def _temperament(said: object, path: Path) -> Mood:
    given = _table(said, _FEELINGS, f"{path}: temperament")
    for key, value in given.items():
        number = isinstance(value, (int, float)) and not isinstance(value, bool)
        if not number or not -1 <= value <= 1:
            raise ValueError(f"{path}: temperament.{key} must be a number from -1 to 1")
    felt = {key: float(given[key]) for key in given}
    rest = Mood()
    return Mood(
        felt.get("valence", rest.valence),
        felt.get("arousal", rest.arousal),
        felt.get("dominance", rest.dominance),
    )

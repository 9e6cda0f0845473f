"""Where someone in crisis is pointed to: the words, and the lines of their country."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any, NamedTuple, cast

import yaml

from cognition.errors import OrganError
from cognition.organs.tables import table

_SHIPPED = Path(__file__).with_name("resources.yaml")


class Resources(NamedTuple):
    """The words of a referral by language, and whom to call by country."""

    words: dict[str, str]
    countries: dict[str, str]
    everywhere: str
    another: dict[str, str]
    hint: dict[str, str]

    def referral(self, language: str, country: str) -> str:
        """Write the referral in a language (or English) with a country's lines (or all)."""
        return self._with_lines(self.words, language, country)

    def for_a_hint(self, language: str, country: str) -> str:
        """Write the referral where something was only hinted at, and may be read wrongly."""
        return self._with_lines(self.hint, language, country)

    def for_another(self, language: str, country: str) -> str:
        """Write how to help someone near who may be in danger."""
        return self._with_lines(self.another, language, country)

    def _with_lines(self, words: dict[str, str], language: str, country: str) -> str:
        lines = self.countries.get(country.upper(), self.everywhere)
        said = words.get(language, words["en"])
        return said.replace("{lines}", (lines[:1].upper() + lines[1:]).rstrip("."))


@cache
def resources(file: str) -> Resources:
    """Read the shipped resources and lay a file of the same form over them, if one is given.

    Raises OrganError if the file cannot be read or lacks what it must have.

    >>> "116 123" in resources("").referral("en", "IE")
    True
    """
    shipped = _read(_SHIPPED)
    own = _read(Path(file)) if file else {}
    try:
        made = Resources(
            words={str(k): str(v) for k, v in {**shipped["words"], **own.get("words", {})}.items()},
            countries={
                str(k).upper(): str(v)
                for k, v in {**shipped["countries"], **own.get("countries", {})}.items()
            },
            everywhere=str(own.get("everywhere", shipped["everywhere"])),
            another={
                str(k): str(v) for k, v in {**shipped["another"], **own.get("another", {})}.items()
            },
            hint={str(k): str(v) for k, v in {**shipped["hint"], **own.get("hint", {})}.items()},
        )
    except (TypeError, AttributeError, ValueError) as error:
        raise OrganError(
            f"insula: {file} must have the form of the shipped resources.yaml ({error})"
        ) from error
    every = (*made.words.items(), *made.another.items(), *made.hint.items())
    lacking = [language for language, text in every if "{lines}" not in text]
    if lacking:
        raise OrganError(
            f"insula: the words for {', '.join(lacking)} in {file} need {{lines}} where numbers go"
        )
    return made


def _read(file: Path) -> dict[str, Any]:
    try:
        data = table(file)
    except (OSError, ValueError, yaml.YAMLError) as error:
        raise OrganError(f"insula: the crisis resources {file} cannot be read ({error})") from error
    if not isinstance(data, dict):
        raise OrganError(f"insula: the crisis resources {file} must be a mapping")
    return cast("dict[str, Any]", data)

"""Verbs: the base of each form, and what a verb does to where things are and whose."""

# patterns and word lists are read more easily unbroken
# ruff: noqa: SIM905
from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache
from importlib import resources
from typing import NamedTuple

PARTICLES = frozenset(
    "up down out off away back over along behind aside in on onto by around about across past "
    "through forward forth together along home".split()
)
_VOWELS = frozenset("aeiou")
_DOUBLED = frozenset(
    "drop grab hop jog pop nip slip skip trot plod pad rid stop put set get let bag nab run sit "
    "hit cut win dig swim quit step shed wed wrap hug snag spot plan plop prop strut scan trek "
    "lug tip swap bin chat transfer".split()
)


class Form(NamedTuple):
    """One form of a verb: its base, and whether it is `base`, `s`, `past`, `part` or `ing`."""

    base: str
    kind: str


class _Verbs(NamedTuple):
    forms: Mapping[str, tuple[Form, ...]]
    classes: Mapping[str, frozenset[str]]
    irregular: Mapping[str, tuple[str, str]]


@lru_cache
def _verbs() -> _Verbs:
    text = (resources.files(__package__ or "") / "verbs.txt").read_text(encoding="utf-8")
    irregular: dict[str, tuple[str, str]] = {}
    classes: dict[str, set[str]] = {}
    for line in text.splitlines():
        name, colon, words = line.partition(":")
        if not colon or line.startswith("#"):
            continue
        if name == "irregular":
            for entry in words.split():
                base, past, *part = entry.split("/")
                irregular[base] = (past, part[0] if part else past)
            continue
        for verb in words.split():
            classes.setdefault(verb, set()).add(name)
    forms: dict[str, list[Form]] = {}
    for base in {verb.partition("+")[0] for verb in classes} | set(irregular):
        for form, kind in _inflected(base, irregular.get(base)):
            forms.setdefault(form, []).append(Form(base, kind))
    return _Verbs(
        {form: tuple(of) for form, of in forms.items()},
        {verb: frozenset(of) for verb, of in classes.items()},
        irregular,
    )


def _inflected(base: str, irregular: tuple[str, str] | None) -> Iterator[tuple[str, str]]:
    """Yield the forms of a verb.

    >>> sorted(form for form, _ in _inflected("carry", None))
    ['carried', 'carried', 'carries', 'carry', 'carrying']
    """
    yield base, "base"
    stem = base
    if base.endswith("y") and base[-2] not in _VOWELS:
        stem, third = f"{base[:-1]}i", f"{base[:-1]}ies"
    else:
        third = f"{base}es" if base.endswith(("s", "x", "ch", "sh", "o", "z")) else f"{base}s"
    yield {"have": "has"}.get(base, third), "s"
    if base in _DOUBLED:
        stem, long = base + base[-1], base + base[-1]
    else:
        long = base[:-1] if base.endswith("e") and base[-2:] not in ("ee", "oe", "ye") else base
    long = f"{base[:-2]}y" if base in ("lie", "tie", "die") else long
    past, part = irregular or ((f"{stem}d" if stem.endswith("e") else f"{stem}ed"),) * 2
    yield past, "past"
    yield part, "part"
    yield f"{long}ing", "ing"


def forms(word: str) -> tuple[Form, ...]:
    """Give what a word may be a form of.

    >>> forms("went"), forms("table")
    ((Form(base='go', kind='past'),), ())
    """
    return _verbs().forms.get(word.lower(), ())


def every_form(base: str) -> tuple[str, ...]:
    """Give every form of a verb, listed or not.

    >>> every_form("dwell")
    ('dwell', 'dwells', 'dwelt', 'dwelt', 'dwelling')
    """
    return tuple(form for form, _ in _inflected(base, _verbs().irregular.get(base)))


def classes(base: str, particle: str = "") -> frozenset[str]:
    """Give what a verb does, with its particle.

    >>> "drop" in classes("put", "down"), "go" in classes("amble", "over")
    (True, True)
    """
    every = _verbs().classes
    if particle and (found := every.get(f"{base}+{particle}")):
        return found
    return every.get(base, frozenset())


def inflected(base: str, kind: str) -> str:
    """Give a form of a verb: `s`, `past`, `part` or `ing`.

    >>> inflected("take", "past")
    'took'
    """
    found = (form for form, of in _verbs().forms.items() if Form(base, kind) in of)
    return next(found, base)


__all__ = ["PARTICLES", "Form", "classes", "every_form", "forms", "inflected"]

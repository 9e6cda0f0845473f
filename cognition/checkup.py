"""Checks of a memory's health, each with what to do when it fails."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable

from cognition.adaptation import current, words
from cognition.errors import CognitionError
from cognition.pausing import paused_since
from cognition.store import Store

Finding = tuple[str, bool, str]
LOW_SPACE = 200 * 2**20


def examine(store: Store) -> list[Finding]:
    """Check a memory; gives (what, whether it is well, in words)."""
    checks: dict[str, Callable[[Store], tuple[bool, str]]] = {
        "journal": _journal,
        "index": _index,
        "knowledge": _knowledge,
        "encoder": _encoder,
        "remembering": _remembering,
        "adaptation": _adaptation,
        "mood": _mood,
        "disk": _disk,
        "privacy": _privacy,
    }
    findings: list[Finding] = []
    for name, check in checks.items():
        try:
            well, words = check(store)
        except CognitionError as error:
            well, words = False, str(error)
        findings.append((name, well, words))
    return findings


def _journal(store: Store) -> tuple[bool, str]:
    found = store.journal.check()
    count = store.journal.count()
    if found == "ok":
        return True, f"{count} episodes, {len(store.journal.facts())} facts; the database is whole"
    return False, f"the database is damaged ({found}); bring back an export: kindred restore FILE"


def _index(store: Store) -> tuple[bool, str]:
    indexed, kept = store.index.count(), store.journal.count()
    if indexed == kept:
        return True, f"{indexed} episodes indexed, all that the journal keeps"
    return False, f"{indexed} of {kept} episodes indexed; close and open again to rebuild"


def _knowledge(store: Store) -> tuple[bool, str]:
    now = store.faculties.clock.now()
    held = len(store.faculties.knowledge.facts(at=now))
    return True, f"{held} facts held now, about {len(store.faculties.knowledge.entities())} names"


def _encoder(store: Store) -> tuple[bool, str]:
    encoder = store.faculties.encoder
    length = float((encoder.encode(["well"])[0] ** 2).sum())
    well = abs(length - 1) < 1e-3
    return well, f"{encoder.name}, {encoder.size} dimensions" + (
        "" if well else "; not unit length"
    )


def _remembering(store: Store) -> tuple[bool, str]:
    since = paused_since(store.faculties)
    if since is None:
        return True, "on: what is said is kept"
    return True, f"paused since {since:%Y-%m-%d %H:%M}; `kindred memory resume` lets it go on"


def _adaptation(store: Store) -> tuple[bool, str]:
    return True, words(current(store.faculties))


def _mood(store: Store) -> tuple[bool, str]:
    from cognition.organs.amygdala import feeling

    use = store.faculties
    persona = use.persona.temperament
    felt = feeling.current(use).later(persona, use.clock.now())
    return True, feeling.words(felt, persona)


def _disk(store: Store) -> tuple[bool, str]:
    if store.folder is None:
        return True, "kept in memory only"
    free = shutil.disk_usage(store.folder).free
    words = f"{free / 2**30:.1f} GiB free in {store.folder}"
    return free > LOW_SPACE, words if free > LOW_SPACE else words + "; free some space"


def _privacy(_: Store) -> tuple[bool, str]:
    if os.environ.get("LANGSMITH_TRACING", "").lower() in ("true", "1"):
        return False, "LANGSMITH_TRACING is on and sends every turn away; unset it"
    return True, "nothing is sent anywhere"

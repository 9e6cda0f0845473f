"""What the person does to memories outside a conversation, learned from at once."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime

from cognition.adaptation.lessons import lesson
from cognition.adaptation.value import KEY, Episode, current, state_of, waiting
from cognition.faculties import Faculties
from cognition.values import Recollection


def learn(
    use: Faculties,
    event: str,
    meant: Sequence[tuple[Episode, float]],
    when: datetime | None = None,
    shown: Sequence[Recollection] = (),
) -> None:
    """Learn from memories meant in an event, given with their shares in it (see `lesson`)."""
    if meant:
        adapted = current(use).after(event, lesson(meant, use, when, shown))
        use.journal.commit(states=state_of(adapted, waiting(use)))


def unlearn(use: Faculties, names: Iterable[str]) -> None:
    """Forget what was learned of these names, and what waits to be learned."""
    if use.journal.state(KEY):
        use.journal.commit(states=state_of(current(use).without(names)))


def reset(use: Faculties) -> None:
    """Begin as every mind begins."""
    use.journal.commit(states={KEY: None})

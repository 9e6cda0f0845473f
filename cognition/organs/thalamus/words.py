"""Word lists are written as running text; this reads them."""

from __future__ import annotations


def listed(text: str) -> tuple[str, ...]:
    """Give the words of a text in order.

    >>> listed("one two")
    ('one', 'two')
    """
    return tuple(text.split())


def words(text: str) -> frozenset[str]:
    """Give the words of a text as a set.

    >>> "may" in words("may march")
    True
    """
    return frozenset(text.split())

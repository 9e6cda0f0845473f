"""Semantic memory's store: people, places, things, the facts between them, their names.

A projection of the journal, kept in memory. Lookups by entity and relation are dictionary lookups,
and each list is kept in order of recency, so that a turn's cost does not grow with what is known.
"""

from cognition.faculties.knowledge.graph import KnowledgeGraph
from cognition.faculties.knowledge.slots import LITERAL_RELATIONS, current

__all__ = ["LITERAL_RELATIONS", "KnowledgeGraph", "current"]

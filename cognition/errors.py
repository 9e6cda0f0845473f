"""The errors a mind raises; each message says what is wrong and what to do next."""

from __future__ import annotations


class CognitionError(Exception):
    """Anything that a caller can be told how to mend."""


class OrganError(CognitionError, TypeError):
    """An organ was declared wrongly."""


class CircuitError(CognitionError, ValueError):
    """A circuit cannot be built as described."""


class StoreBusy(CognitionError):
    """Another process has this memory open."""


class StoreDamaged(CognitionError):
    """Something on disk cannot be read as it was written."""


class StoreUnwritable(CognitionError):
    """The memory's folder cannot be written: no right to, or no space left."""


class EncoderError(CognitionError):
    """The sentence encoder is missing, changed, or not the one this memory was written with."""


class MemoryPaused(CognitionError):
    """Something was to be remembered while the person has remembering paused."""


class LanguageError(CognitionError):
    """A chat model could not be reached or did not answer."""


class ForeignFile(CognitionError):
    """A file to be imported is not what it should be."""

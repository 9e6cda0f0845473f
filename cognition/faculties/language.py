"""The one door to a chat model: whatever speaks is opened, recorded, replayed and wrapped here."""

from __future__ import annotations

import hashlib
import json
import os
import warnings
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from cognition.errors import LanguageError
from cognition.faculties import Language

if TYPE_CHECKING:
    from langchain_core.language_models.chat_models import BaseChatModel

Messages = Sequence[tuple[str, str]]
OnToken = Callable[[str], None]
OFFLINE = {
    "HF_HUB_OFFLINE": "1",
    "TRANSFORMERS_OFFLINE": "1",
    "HF_HUB_DISABLE_TELEMETRY": "1",
    "TOKENIZERS_PARALLELISM": "false",
}
PATIENCE = 120.0  # seconds a server may take


class Scripted:
    """A language that gives listed replies in their order; for tests and demonstrations.

    >>> Scripted(["Hello."]).write([("user", "Hi")])
    'Hello.'
    """

    def __init__(self, replies: Iterable[str], name: str = "scripted") -> None:
        self.name = name
        self.heard: list[Messages] = []
        self._replies = list(replies)

    def write(self, messages: Messages, on_token: OnToken | None = None) -> str:
        """Give the next reply, word by word; raises LanguageError when none is left."""
        if len(self.heard) >= len(self._replies):
            raise LanguageError(
                f"the script has only {len(self._replies)} replies; list one for each turn"
            )
        reply = self._replies[len(self.heard)]
        self.heard.append(tuple(messages))
        if on_token is not None:
            for at, word in enumerate(reply.split(" ")):
                on_token(word if at == 0 else f" {word}")
        return reply


class Replay:
    """A language that gives what a `Recorder` once heard for the very same messages.

    The file holds one JSON object a line: `messages` (their fingerprint) and `reply`.
    """

    def __init__(self, path: str | Path) -> None:
        self.path = Path(path)
        self.name = f"replay:{self.path.name}"
        try:
            lines = self.path.read_text(encoding="utf-8").splitlines()
            records = [json.loads(line) for line in lines if line.strip()]
            self._replies: dict[str, str] = {r["messages"]: r["reply"] for r in records}
        except (OSError, ValueError, KeyError, TypeError) as error:
            raise LanguageError(
                f"{self.path} is no recording of replies ({error}); make one with Recorder"
            ) from error

    def write(self, messages: Messages, on_token: OnToken | None = None) -> str:
        """Give the recorded reply; raises LanguageError when these messages were never recorded."""
        reply = self._replies.get(fingerprint(messages))
        if reply is None:
            raise LanguageError(
                f"{self.path} has no reply to these messages; record them again with Recorder"
            )
        if on_token is not None:
            on_token(reply)
        return reply


class Recorder:
    """Passes on what another language says, and appends it to a file that `Replay` reads."""

    def __init__(self, inner: Language, path: str | Path) -> None:
        self.inner = inner
        self.path = Path(path)

    @property
    def name(self) -> str:
        return self.inner.name

    def write(self, messages: Messages, on_token: OnToken | None = None) -> str:
        """Ask the other language, and keep its reply."""
        reply = self.inner.write(messages, on_token)
        record = json.dumps({"messages": fingerprint(messages), "reply": reply})
        with self.path.open("a", encoding="utf-8") as file:
            file.write(record + "\n")
        return reply


class Aloud:
    """Hands every token of another language to a listener as it comes, whoever asks for the reply.

    What is heard so is the model's raw text: checks made on the finished reply come after it.
    """

    def __init__(self, inner: Language, on_token: OnToken) -> None:
        self.inner = inner
        self.on_token = on_token

    @property
    def name(self) -> str:
        return self.inner.name

    def write(self, messages: Messages, on_token: OnToken | None = None) -> str:
        """Ask the other language, streaming to the listener."""
        return self.inner.write(messages, on_token or self.on_token)


class ChatModel:
    """Any LangChain chat model as a language.

    Called inside a LangGraph node, its tokens also reach `stream_mode="messages"` by themselves.
    """

    def __init__(self, model: BaseChatModel, name: str = "") -> None:
        self.model = model
        self.name = name or type(model).__name__

    def write(self, messages: Messages, on_token: OnToken | None = None) -> str:
        """Ask the model once; raises LanguageError with one line on what to look at."""
        try:
            if on_token is None:
                return str(self.model.invoke(list(messages)).text)
            parts: list[str] = []
            for chunk in self.model.stream(list(messages)):
                if text := str(chunk.text):
                    parts.append(text)
                    on_token(text)
            return "".join(parts)
        except (
            Exception
        ) as error:  # a model's client may raise anything; the turn must not die of it
            raise LanguageError(
                f"{self.name} did not answer ({in_a_line(error)});"
                " is it running, and is the name right?"
            ) from error


def fingerprint(messages: Messages) -> str:
    """Give a mark (SHA-256, hexadecimal) by which the same messages are known again.

    >>> fingerprint([("user", "Hi")]) == fingerprint((["user", "Hi"],))
    True
    """
    plain = json.dumps([list(message) for message in messages], ensure_ascii=False)
    return hashlib.sha256(plain.encode()).hexdigest()


def in_a_line(error: BaseException) -> str:
    """Say what an error was in at most 160 characters on one line."""
    text = " ".join(f"{type(error).__name__}: {error}".split())
    return text if len(text) <= 160 else text[:159] + "…"


def open_voice(spec: str, base_url: str | None = None) -> Language | None:
    """Open a voice by its name; None for "native", which needs no language model.

    `spec` is native, ollama:NAME, openai:NAME (any OpenAI-compatible server, at `base_url` or
    OPENAI_BASE_URL), a folder with a transformers model, or a .gguf file. Raises LanguageError.

    >>> open_voice("native") is None
    True
    """
    provider, _, model = spec.strip().partition(":")
    if provider == "native" and not model:
        return None
    if provider == "ollama" and model:
        return _ollama(model)
    if provider == "openai" and model:
        return _openai(model, base_url or os.environ.get("OPENAI_BASE_URL", ""))
    path = Path(spec).expanduser()
    if path.suffix == ".gguf" and path.is_file():
        return _gguf(path)
    if (path / "config.json").is_file():
        for name, value in OFFLINE.items():
            os.environ.setdefault(name, value)
        from cognition.faculties.language_local import LocalModel

        return LocalModel(path)
    raise LanguageError(
        f"no voice is called {spec!r}; give native, ollama:NAME, openai:NAME, a .gguf file,"
        " or a folder that holds a transformers model (config.json)"
    )


def _ollama(model: str) -> Language:
    try:
        from langchain_ollama import ChatOllama  # pyright: ignore[reportMissingImports]
    except ImportError as error:
        raise _missing("ollama", error) from error
    return ChatModel(ChatOllama(model=model), f"ollama:{model}")


def _openai(model: str, base_url: str) -> Language:
    if not base_url:
        raise LanguageError(
            f"openai:{model} needs a server: set OPENAI_BASE_URL, for example to http://localhost:8080/v1"
        )
    try:
        from langchain_openai import ChatOpenAI
    except ImportError as error:
        raise _missing("openai", error) from error
    from pydantic import SecretStr

    key = os.environ.get("OPENAI_API_KEY") or "none"  # local servers ask for a key but ignore it
    chat = ChatOpenAI(
        model=model, base_url=base_url, api_key=SecretStr(key), timeout=PATIENCE, max_retries=1
    )
    return ChatModel(chat, f"openai:{model}")


def _gguf(path: Path) -> Language:
    try:
        with warnings.catch_warnings():  # its package announces its own end when imported
            warnings.simplefilter("ignore")
            from langchain_community.chat_models import (  # pyright: ignore[reportMissingImports]
                ChatLlamaCpp,
            )

            chat = ChatLlamaCpp(model_path=str(path), n_ctx=8192, verbose=False)
    except ImportError as error:
        raise _missing("gguf", error) from error
    except Exception as error:  # llama.cpp reports a damaged file in its own ways
        raise LanguageError(
            f"{path} could not be loaded ({in_a_line(error)}); is it a complete GGUF chat model?"
        ) from error
    return ChatModel(chat, path.name)


def _missing(extra: str, error: ImportError) -> LanguageError:
    return LanguageError(
        f"this voice needs an extra that is not installed ({error}): pip install 'kindred[{extra}]'"
    )


__all__ = ["Aloud", "ChatModel", "Recorder", "Replay", "Scripted", "fingerprint", "open_voice"]

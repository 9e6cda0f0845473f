"""A tiny chat model of random weights, and an OpenAI-compatible server on loopback for it."""

import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

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


def save_tiny(folder, room=96):
    """Save a two-layer Llama for `room` tokens, with a word tokenizer and a chat template."""
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
        max_position_embeddings=room,
        bos_token_id=1,
        eos_token_id=2,
    )
    LlamaForCausalLM(config).save_pretrained(folder)
    fast.save_pretrained(folder)


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


@contextmanager
def serve(voice) -> Iterator[ThreadingHTTPServer]:
    """Serve a language on loopback; `asked` keeps the path and body of each request."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), Server)
    server.daemon_threads = True
    server.voice, server.asked = voice, []
    server.url = f"http://127.0.0.1:{server.server_port}/v1"
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield server
    finally:
        server.shutdown()
        server.server_close()
        thread.join()

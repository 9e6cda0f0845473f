"""The MiniLM forward pass as an ONNX graph, written straight from the published weights.

Building the graph ourselves needs neither torch nor an exporter, takes about a second, and gives
the same vectors as the transformers path. It uses ONNX Runtime's fused operators (attention, skip
layer norm), which its optimiser finds only in exporters' graphs.

References:
    Wang et al. 2020, MiniLM: Deep Self-Attention Distillation (the weights' architecture, BERT).
    Reimers & Gurevych 2019, Sentence-BERT (mean pooling, unit length).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from onnx import TensorProto, helper, numpy_helper

from cognition.faculties.parser import DEPTH as PARSED_IN
from cognition.faculties.parser import LAYERS as READ_BY_PARSER

LAYERS, HEADS, WIDTH, EPSILON = 6, 12, 384, 1e-12
OPSET, IR_VERSION = 20, 10
FUSED = "com.microsoft"
FLOAT16 = TensorProto.FLOAT16
FORK, DEPTH = 3, 2  # after how many layers the branch that hears tone begins, and how many it has
MIDDLE = (3, 4, 5)  # layers whose means are read: the last has lost much of what feeling is told by

Array = np.ndarray[Any, Any]


class _Graph:
    """Collects nodes and constants; every call returns the name of what it made."""

    def __init__(self, weights: dict[str, Array]) -> None:
        self.weights = weights
        self.nodes: list[Any] = []
        self.constants: dict[str, Any] = {}

    def constant(self, name: str, value: Array) -> str:
        if name not in self.constants:
            self.constants[name] = numpy_helper.from_array(np.ascontiguousarray(value), name)
        return name

    def weight(self, name: str) -> str:
        return self.constant(name, self.weights[name])

    def op(self, kind: str, *inputs: str, domain: str = "", **attributes: Any) -> str:
        out = f"{kind}_{len(self.nodes)}"
        self.nodes.append(helper.make_node(kind, list(inputs), [out], domain=domain, **attributes))
        return out

    def give(self, x: str, name: str) -> None:
        """Make what was computed an output of the graph."""
        self.nodes.append(helper.make_node("Identity", [x], [name]))

    def finished(self, *outputs: Any) -> bytes:
        """Give everything as a model that takes `ids` and `mask`."""
        inputs = [
            helper.make_tensor_value_info(name, TensorProto.INT32, ["n", "length"])
            for name in ("ids", "mask")
        ]
        constants = list(self.constants.values())
        model = helper.make_model(
            helper.make_graph(self.nodes, "minilm", inputs, list(outputs), constants),
            opset_imports=[helper.make_opsetid("", OPSET), helper.make_opsetid(FUSED, 1)],
            ir_version=IR_VERSION,
        )
        return model.SerializeToString()

    def matmul(self, x: str, name: str) -> str:
        return self.op("MatMul", x, self.constant(f"{name}.T", self.weights[f"{name}.weight"].T))

    def add_and_norm(self, x: str, skip: str, norm: str, bias: str) -> str:
        return self.op(
            "SkipLayerNormalization",
            x,
            skip,
            self.weight(f"{norm}.weight"),
            self.weight(f"{norm}.bias"),
            self.weight(bias),
            domain=FUSED,
            epsilon=EPSILON,
        )


def build(
    weights: dict[str, Array],
    mean: Array,
    directions: Array,
    branch: dict[str, Array] | None = None,
    parser: dict[str, Array] | None = None,
) -> bytes:
    """Give the encoder as ONNX: int32 `ids`, `mask` (n, length) -> float32 `vectors` (n, 384).

    And int8 `words` (n, length, width): each word's state, from `mean` along `directions`; and
    with a `branch`, float16 `tone` (n, k): what it makes of the middle layers (`tone.py`). With a
    `parser`, float16 `tags` and `votes` (n, length, k): probabilities and log-odds (`parser.py`).
    """
    graph = _Graph(weights | (branch or {}) | (parser or {}))
    states = [_embed(graph)]
    for number in range(LAYERS):
        states.append(_layer(graph, states[-1], f"encoder.layer.{number}"))
    vectors = _pool(graph, states[-1])
    graph.give(vectors, "vectors")
    graph.give(_trace(graph, states[-1], mean, directions), "words")
    length = directions.shape[1]
    outputs = [
        helper.make_tensor_value_info("vectors", TensorProto.FLOAT, ["n", WIDTH]),
        helper.make_tensor_value_info("words", TensorProto.INT8, ["n", "length", length]),
    ]
    if branch:
        graph.give(_tone(graph, states, vectors), "tone")
        size = branch["branch.read"].shape[1]
        outputs.append(helper.make_tensor_value_info("tone", FLOAT16, ["n", size]))
    if parser:
        _parse(graph, states)
        for name, part in (("tags", "tag"), ("votes", "vote")):
            size = parser[f"parser.{part}.bias"].shape[0]
            outputs.append(helper.make_tensor_value_info(name, FLOAT16, ["n", "length", size]))
    return graph.finished(*outputs)


def build_layers(weights: dict[str, Array], layers: Sequence[int]) -> bytes:
    """Give the layers as ONNX: `ids`, `mask` -> float16 `states` (n, length, 384 * layers)."""
    graph = _Graph(weights)
    states = [_embed(graph)]
    for number in range(max(layers)):
        states.append(_layer(graph, states[-1], f"encoder.layer.{number}"))
    graph.give(graph.op("Cast", _beside(graph, states, layers), to=FLOAT16), "states")
    width = WIDTH * len(layers)
    return graph.finished(helper.make_tensor_value_info("states", FLOAT16, ["n", "length", width]))


def build_states(weights: dict[str, Array], layers: Sequence[int]) -> bytes:
    """Give the layers as ONNX: `ids`, `mask` -> float16 `states` (n, length, 384), `means`.

    The states are those that a branch starts from; `means` (n, 384 * layers), float32, are the
    unit-length means of each of `layers`, side by side.
    """
    graph = _Graph(weights)
    states = [_embed(graph)]
    for number in range(LAYERS):
        states.append(_layer(graph, states[-1], f"encoder.layer.{number}"))
    graph.give(graph.op("Cast", states[FORK], to=FLOAT16), "states")
    means = [_pool(graph, states[layer]) for layer in layers]
    graph.give(graph.op("Concat", *means, axis=-1), "means")
    return graph.finished(
        helper.make_tensor_value_info("states", FLOAT16, ["n", "length", WIDTH]),
        helper.make_tensor_value_info("means", TensorProto.FLOAT, ["n", len(means) * WIDTH]),
    )


def _embed(graph: _Graph) -> str:
    words = graph.op("Gather", graph.weight("embeddings.word_embeddings.weight"), "ids")
    length = graph.op("Gather", graph.op("Shape", "ids"), graph.constant("one", np.array([1])))
    table = graph.weight("embeddings.position_embeddings.weight")
    positions = graph.op("Slice", table, graph.constant("zero", np.array([0])), length)
    # every text is one segment, so the segment embedding is a constant
    segment = graph.weights["embeddings.token_type_embeddings.weight"][0]
    total = graph.op("Add", words, positions)
    total = graph.op("Add", total, graph.constant("segment", segment))
    norm = "embeddings.LayerNorm"
    scale, bias = graph.weight(f"{norm}.weight"), graph.weight(f"{norm}.bias")
    return graph.op("LayerNormalization", total, scale, bias, axis=-1, epsilon=EPSILON)


def _layer(graph: _Graph, x: str, name: str) -> str:
    parts = [f"{name}.attention.self.{part}" for part in ("query", "key", "value")]
    weight = np.concatenate([graph.weights[f"{part}.weight"].T for part in parts], axis=1)
    bias = np.concatenate([graph.weights[f"{part}.bias"] for part in parts])
    attended = graph.op(
        "Attention",
        x,
        graph.constant(f"{name}.qkv", weight),
        graph.constant(f"{name}.qkv.bias", bias),
        "mask",
        domain=FUSED,
        num_heads=HEADS,
    )
    out = f"{name}.attention.output"
    mixed = graph.matmul(attended, f"{out}.dense")
    x = graph.add_and_norm(mixed, x, f"{out}.LayerNorm", f"{out}.dense.bias")
    inner = graph.op(
        "BiasGelu",
        graph.matmul(x, f"{name}.intermediate.dense"),
        graph.weight(f"{name}.intermediate.dense.bias"),
        domain=FUSED,
    )
    outer = graph.matmul(inner, f"{name}.output.dense")
    return graph.add_and_norm(outer, x, f"{name}.output.LayerNorm", f"{name}.output.dense.bias")


def _pool(graph: _Graph, x: str) -> str:
    mask = graph.op("Cast", "mask", to=TensorProto.FLOAT)
    weights = graph.op("Unsqueeze", mask, graph.constant("two", np.array([2])))
    along = graph.constant("along", np.array([1]))
    total = graph.op("ReduceSum", graph.op("Mul", x, weights), along, keepdims=0)
    return graph.op("LpNormalization", total, axis=-1, p=2)


def _trace(graph: _Graph, x: str, mean: Array, directions: Array) -> str:
    unit = graph.op("LpNormalization", x, axis=-1, p=2)
    away = graph.op("Sub", unit, graph.constant("mean", mean))
    short = graph.op("MatMul", away, graph.constant("directions", directions))
    short = graph.op("LpNormalization", short, axis=-1, p=2)
    scaled = graph.op("Mul", short, graph.constant("scale", np.array(127.0, np.float32)))
    return graph.op("Cast", graph.op("Round", scaled), to=TensorProto.INT8)


def _beside(graph: _Graph, states: list[str], layers: Sequence[int]) -> str:
    return graph.op("Concat", *[states[layer] for layer in layers], axis=-1)


def _parse(graph: _Graph, states: list[str]) -> None:
    """Read words' states in the parser's own narrow layers; give each word's tags and votes."""
    x = graph.matmul(_beside(graph, states, READ_BY_PARSER), "parser.down")
    x = graph.op("Add", x, graph.weight("parser.down.bias"))
    scale, bias = graph.weight("parser.norm.weight"), graph.weight("parser.norm.bias")
    x = graph.op("LayerNormalization", x, scale, bias, axis=-1, epsilon=EPSILON)
    for number in range(PARSED_IN):
        x = _layer(graph, x, f"parser.{number}")
    tags = graph.op("Add", graph.matmul(x, "parser.tag"), graph.weight("parser.tag.bias"))
    tags = graph.op("Softmax", tags, axis=-1)
    votes = graph.op("Add", graph.matmul(x, "parser.vote"), graph.weight("parser.vote.bias"))
    graph.give(graph.op("Cast", tags, to=FLOAT16), "tags")
    graph.give(graph.op("Cast", votes, to=FLOAT16), "votes")


def _tone(graph: _Graph, states: list[str], vectors: str) -> str:
    """Run the branch beside the upper layers; read its mean beside those of the layers."""
    x = states[FORK]
    for number in range(DEPTH):
        x = _layer(graph, x, f"branch.{number}")
    mask = graph.op("Cast", "mask", to=TensorProto.FLOAT)
    along = graph.constant("along", np.array([1]))
    weights = graph.op("Unsqueeze", mask, graph.constant("two", np.array([2])))
    total = graph.op("ReduceSum", graph.op("Mul", x, weights), along, keepdims=0)
    mean = graph.op("Div", total, graph.op("ReduceSum", mask, along, keepdims=1))
    middle = [_pool(graph, states[layer]) for layer in MIDDLE]
    whole = graph.op("Concat", mean, *middle, vectors, axis=-1)
    return graph.op("Cast", graph.op("MatMul", whole, graph.weight("branch.read")), to=FLOAT16)

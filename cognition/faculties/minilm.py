"""The MiniLM forward pass as an ONNX graph, written straight from the published weights.

Building the graph ourselves needs neither torch nor an exporter, takes about a second, and gives
the same vectors as the transformers path. It uses ONNX Runtime's fused operators (attention, skip
layer norm), which its optimiser finds only in exporters' graphs.

References:
    Wang et al. 2020, MiniLM: Deep Self-Attention Distillation (the weights' architecture, BERT).
    Reimers & Gurevych 2019, Sentence-BERT (mean pooling, unit length).
"""

from __future__ import annotations

from typing import Any

import numpy as np
from onnx import TensorProto, helper, numpy_helper

LAYERS, HEADS, WIDTH, EPSILON = 6, 12, 384, 1e-12
OPSET, IR_VERSION = 20, 10
FUSED = "com.microsoft"

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


def build(weights: dict[str, Array], mean: Array, directions: Array) -> bytes:
    """Give the encoder as ONNX: int32 `ids`, `mask` (n, length) -> float32 `vectors` (n, 384).

    And int8 `words` (n, length, width): each word's state, from `mean` along `directions`.
    """
    graph = _Graph(weights)
    x = _embed(graph)
    for number in range(LAYERS):
        x = _layer(graph, x, f"encoder.layer.{number}")
    graph.nodes.append(helper.make_node("Identity", [_pool(graph, x)], ["vectors"]))
    traces = _trace(graph, x, mean, directions)
    graph.nodes.append(helper.make_node("Identity", [traces], ["words"]))
    inputs = [
        helper.make_tensor_value_info(name, TensorProto.INT32, ["n", "length"])
        for name in ("ids", "mask")
    ]
    words = ["n", "length", directions.shape[1]]
    outputs = [
        helper.make_tensor_value_info("vectors", TensorProto.FLOAT, ["n", WIDTH]),
        helper.make_tensor_value_info("words", TensorProto.INT8, words),
    ]
    constants = list(graph.constants.values())
    model = helper.make_model(
        helper.make_graph(graph.nodes, "minilm", inputs, outputs, constants),
        opset_imports=[helper.make_opsetid("", OPSET), helper.make_opsetid(FUSED, 1)],
        ir_version=IR_VERSION,
    )
    return model.SerializeToString()


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

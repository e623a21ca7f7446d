"""Write the taught network as ONNX, once in full and once with weights of eight bits, which is what is shipped.

Seven of the eight bits are used: processors without instructions for such sums add pairs in sixteen bits, which would
overflow.
"""

import argparse
from pathlib import Path

import numpy
import onnx
from onnx import TensorProto, helper, numpy_helper
from onnxruntime.quantization import QuantType, quantize_dynamic

HEADS = 12
_OPERATORS = 17
_NORM_EPSILON = 1e-12


class _Graph:
    """Collects nodes and constants; every value has a name."""

    def __init__(self) -> None:
        self.nodes: list[onnx.NodeProto] = []
        self.constants: list[onnx.TensorProto] = []

    def constant(self, values: numpy.ndarray) -> str:
        name = f"constant{len(self.constants)}"
        self.constants.append(numpy_helper.from_array(numpy.ascontiguousarray(values), name))
        return name

    def number(self, value: float) -> str:
        return self.constant(numpy.asarray(value, numpy.float32))

    def whole(self, *values: int) -> str:
        return self.constant(numpy.asarray(values, numpy.int64))

    def node(self, kind: str, *inputs: str, out: str = "", **attributes: object) -> str:
        name = out or f"value{len(self.nodes)}"
        self.nodes.append(helper.make_node(kind, list(inputs), [name], name=f"{kind}{len(self.nodes)}", **attributes))
        return name


class _Weights:
    """The weights of one part of the network by their names in PyTorch."""

    def __init__(self, graph: _Graph, held: dict[str, numpy.ndarray]) -> None:
        self._graph = graph
        self._held = held

    def linear(self, states: str, name: str, out: str = "") -> str:
        graph = self._graph
        product = graph.node("MatMul", states, graph.constant(self._held[f"{name}.weight"].T))
        return graph.node("Add", product, graph.constant(self._held[f"{name}.bias"]), out=out)

    def norm(self, states: str, name: str) -> str:
        graph = self._graph
        weight, bias = graph.constant(self._held[f"{name}.weight"]), graph.constant(self._held[f"{name}.bias"])
        return graph.node("LayerNormalization", states, weight, bias, axis=-1, epsilon=_NORM_EPSILON)


def network(held: dict[str, numpy.ndarray]) -> onnx.ModelProto:
    """Return the network: ``numbers`` (1 x pieces) in, ``post``, ``pieces`` (logits) and ``meaning`` out."""
    graph = _Graph()
    weights = _Weights(graph, held)
    hidden = held["word.weight"].shape[1]
    layers = 1 + max(int(name.split(".")[1]) for name in held if name.startswith("layers."))
    length = graph.node("Slice", graph.node("Shape", "numbers"), graph.whole(1), graph.whole(2))
    places = graph.node("Slice", graph.constant(held["place.weight"]), graph.whole(0), length, graph.whole(0))
    words = graph.node("Gather", graph.constant(held["word.weight"]), "numbers")
    states = weights.norm(graph.node("Add", words, places), "norm")
    for number in range(layers):
        states = _layer(graph, weights, states, f"layers.{number}", hidden)
    mean = graph.node("ReduceMean", states, axes=[1], keepdims=0, out="meaning")
    top = graph.node("ReduceMax", states, axes=[1], keepdims=0)
    weights.linear(graph.node("Concat", mean, top, axis=1), "post_head", out="post")
    weights.linear(states, "piece_head", out="pieces")
    risks = held["post_head.bias"].shape[0]
    made = helper.make_graph(
        graph.nodes,
        "second reader",
        [helper.make_tensor_value_info("numbers", TensorProto.INT64, [1, "length"])],
        [
            helper.make_tensor_value_info("post", TensorProto.FLOAT, [1, risks]),
            helper.make_tensor_value_info("pieces", TensorProto.FLOAT, [1, "length", risks]),
            helper.make_tensor_value_info("meaning", TensorProto.FLOAT, [1, hidden]),
        ],
        graph.constants,
    )
    model = helper.make_model(made, opset_imports=[helper.make_opsetid("", _OPERATORS)])
    model.ir_version = 8
    onnx.checker.check_model(model)
    return model


def _layer(graph: _Graph, weights: _Weights, states: str, name: str, hidden: int) -> str:
    def heads(part: str, order: list[int]) -> str:
        split = graph.node(
            "Reshape", weights.linear(states, f"{name}.{part}"), graph.whole(0, 0, HEADS, hidden // HEADS)
        )
        return graph.node("Transpose", split, perm=order)

    query, key, value = heads("query", [0, 2, 1, 3]), heads("key", [0, 2, 3, 1]), heads("value", [0, 2, 1, 3])
    scaled = graph.node("Mul", graph.node("MatMul", query, key), graph.number((hidden // HEADS) ** -0.5))
    looked = graph.node("MatMul", graph.node("Softmax", scaled, axis=-1), value)
    together = graph.node("Reshape", graph.node("Transpose", looked, perm=[0, 2, 1, 3]), graph.whole(0, 0, hidden))
    states = weights.norm(
        graph.node("Add", states, weights.linear(together, f"{name}.output")), f"{name}.after_looking"
    )
    inner = weights.linear(states, f"{name}.inner")
    bent = graph.node("Add", graph.node("Erf", graph.node("Div", inner, graph.number(2**0.5))), graph.number(1))
    thought = graph.node("Mul", graph.node("Mul", inner, graph.number(0.5)), bent)
    return weights.norm(graph.node("Add", states, weights.linear(thought, f"{name}.outer")), f"{name}.after_thinking")


def main() -> None:
    """Write ``encoder.full.onnx`` and ``encoder.onnx`` from the weights in an npz file."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("weights", type=Path)
    asked.add_argument("folder", type=Path)
    chosen = asked.parse_args()
    chosen.folder.mkdir(parents=True, exist_ok=True)
    full = chosen.folder / "encoder.full.onnx"
    onnx.save(network(dict(numpy.load(chosen.weights))), str(full))
    quantize_dynamic(
        str(full),
        str(chosen.folder / "encoder.onnx"),
        weight_type=QuantType.QInt8,
        per_channel=True,
        reduce_range=True,
        op_types_to_quantize=["MatMul", "Gather"],
        extra_options={"MatMulConstBOnly": True},
    )


if __name__ == "__main__":
    main()

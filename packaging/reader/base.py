"""Take the weights out of the published encoder's ONNX export: ``base.py ENCODER.onnx WEIGHTS.npz``."""

import sys
from collections.abc import Mapping
from pathlib import Path

import numpy
import onnx
from onnx import numpy_helper


def base_weights(path: Path) -> Mapping[str, numpy.ndarray]:
    """Return the weights by the names that BERT's authors gave them; products lost theirs, their nodes have them."""
    model = onnx.load(str(path))
    held = {each.name: numpy_helper.to_array(each) for each in model.graph.initializer}
    named = {name: values for name, values in held.items() if not name.startswith("onnx::")}
    for node in model.graph.node:
        if node.op_type == "MatMul" and node.input[1] in held:
            name = node.name.strip("/").replace("/", ".").removesuffix(".MatMul")
            named[f"{name}.weight"] = held[node.input[1]].T
    return named


if __name__ == "__main__":
    numpy.savez(sys.argv[2], **base_weights(Path(sys.argv[1])))

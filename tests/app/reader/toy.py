"""A second reader small enough to look through: certain words stand for certain risks, whatever is around them.

It is a real model in ONNX, run by the real runtime: a table with an answer for each piece, of which the greatest counts
for the post. The format is written here by hand, since nothing else in the project needs to write it.
"""

import io
import json
import re
from collections.abc import Iterable, Mapping
from hashlib import sha256
from pathlib import Path

import numpy

from app.model.finding import Risk
from app.reader.reading import Reading

SPEAKING = {
    "zuggles": Risk.VENTING_COLLEAGUE,
    "frabbles": Risk.VENTING_CUSTOMER,
    "wibbly": Risk.CONDUCT_INTOXICATION,
}
"""Words for which the toy is very sure of a risk, and which no rule will ever know."""
HINTING = {"yorps": Risk.VENTING_COLLEAGUE}
"""Words for which it is fairly sure."""
PUZZLING = "hm"
"""A word after which no risk is ruled out, and none raised."""
WORDS = re.findall(r"\w+", "the and of to in is it was my our all day at work he she they today bread boat")
VOCABULARY = (
    ["[UNK]", "[CLS]", "[SEP]", "personal", "professional"]
    + [*SPEAKING, *HINTING, PUZZLING, *WORDS]
    + [f"{before}{letter}" for before in ("", "##") for letter in "abcdefghijklmnopqrstuvwxyz0123456789"]
    + list("!\"#$%&'()*+,-./:;<=>?@[]")
)
BOUNDS = {"raised": 0.5, "quite": 0.7, "very": 0.9, "ruled_out": 0.01}
TAUGHT = (
    {"text": "He zuggles at his desk", "persona": "personal", "labels": ["venting.colleague"]},
    {"text": "She zuggles in every meeting", "persona": "professional", "labels": ["venting.colleague"]},
    {"text": "The boat is out", "persona": "personal", "labels": []},
)
_UNLIKELY, _OPEN, _FAIRLY, _VERY = -8.0, -2.0, 0.4, 4.0
_MEANING = 384


def weights_in(folder: Path, *, encoder: bytes | None = None) -> Path:
    """Write the toy's files into *folder*, with a manifest, and return it; *encoder* takes the place of its own."""
    folder.mkdir(parents=True, exist_ok=True)
    content = {
        "vocabulary.txt": "\n".join(VOCABULARY).encode(),
        "encoder.onnx": toy_encoder() if encoder is None else encoder,
        "letters.npz": letters({"wside:professional": {Risk.TONE_HEATED: 1}}),
        "taught.jsonl": "\n".join(map(json.dumps, TAUGHT)).encode(),
        "taught.npy": _saved(numpy.eye(len(TAUGHT), _MEANING, dtype=numpy.float16)),
    }
    for name, held in content.items():
        (folder / name).write_bytes(held)
    manifest = {
        "files": {name: sha256(held).hexdigest() for name, held in content.items()},
        "bounds": {risk.value: BOUNDS for risk in Risk},
        "share_of_letters": 0.25,
    }
    (folder / "reader.json").write_text(json.dumps(manifest), encoding="utf-8")
    return folder


def toy_encoder(known: int = len(VOCABULARY)) -> bytes:
    """Return the model: ``numbers`` in; ``post``, ``pieces`` and ``meaning`` out; it breaks at pieces not *known*."""
    table = numpy.full((len(VOCABULARY), len(Risk)), _UNLIKELY, dtype=numpy.float32)
    for words, answer in ((SPEAKING, _VERY), (HINTING, _FAIRLY)):
        for word, risk in words.items():
            table[VOCABULARY.index(word), list(Risk).index(risk)] = answer / 0.75  # a quarter goes to the letters
    table[VOCABULARY.index(PUZZLING)] = _OPEN / 0.75
    meanings = numpy.ones((len(VOCABULARY), _MEANING), dtype=numpy.float32)
    return _model(
        nodes=(
            _node("Gather", ("table", "numbers"), "pieces"),
            _node("ReduceMax", ("pieces",), "post", axes=(1,), keepdims=0),
            _node("Gather", ("meanings", "numbers"), "meant"),
            _node("ReduceMean", ("meant",), "meaning", axes=(1,), keepdims=0),
        ),
        held={"table": table[:known], "meanings": meanings},
        given="numbers",
        answered={"post": 2, "pieces": 3, "meaning": 2},
    )


def letters(weights: Mapping[str, Mapping[Risk, int]]) -> bytes:
    """Return the file of a linear model with a weight for each feature and risk; all others weigh nothing."""
    names = ["nothing", *weights]
    table = numpy.zeros((len(names), len(Risk)), dtype=numpy.int8)
    for place, each in enumerate(weights.values(), start=1):
        for risk, weight in each.items():
            table[place, list(Risk).index(risk)] = weight
    written = io.BytesIO()
    numpy.savez(
        written,
        names=numpy.frombuffer("\n".join(names).encode(), dtype=numpy.uint8),
        rarity=numpy.ones(len(names), dtype=numpy.float16),
        weights=table,
        scale=numpy.full(len(Risk), 0.1, dtype=numpy.float32),
        start=numpy.zeros(len(Risk), dtype=numpy.float32),
    )
    return written.getvalue()


def pointed(reading: Reading) -> list[tuple[Risk, str]]:
    """Return the risks of a reading and the words that it points at, in reading order."""
    return [(each.risk, reading.text[each.span.start : each.span.end]) for each in reading.opinions]


def _saved(rows: numpy.ndarray) -> bytes:
    written = io.BytesIO()
    numpy.save(written, rows)
    return written.getvalue()


# ----------------------------------------------------------------------------- ONNX, as far as a table needs it
# The numbers of the fields are those of onnx.proto; a field is its number, its kind and its value.

_FLOAT, _INT64 = 1, 7
_INTEGER, _INTEGERS = 2, 7


def _number(value: int) -> bytes:
    """Return a whole number, seven bits a byte, the lowest first."""
    written = bytearray()
    while value > 127:
        written.append(value & 127 | 128)
        value >>= 7
    return bytes((*written, value))


def _field(number: int, value: int | bytes | str) -> bytes:
    if isinstance(value, int):
        return _number(number << 3) + _number(value)
    held = value.encode() if isinstance(value, str) else value
    return _number(number << 3 | 2) + _number(len(held)) + held


def _model(nodes: Iterable[bytes], held: Mapping[str, numpy.ndarray], given: str, answered: Mapping[str, int]) -> bytes:
    graph = b"".join(_field(1, node) for node in nodes) + _field(2, "toy")
    graph += b"".join(_field(5, _tensor(name, values)) for name, values in held.items())
    graph += _field(11, _value(given, _INT64, 2))
    graph += b"".join(_field(12, _value(name, _FLOAT, places)) for name, places in answered.items())
    return _field(1, 8) + _field(7, graph) + _field(8, _field(1, "") + _field(2, 13))


def _node(
    kind: str, given: Iterable[str], answer: str, axes: tuple[int, ...] = (), keepdims: int | None = None
) -> bytes:
    node = b"".join(_field(1, name) for name in given) + _field(2, answer) + _field(4, kind)
    if axes:
        each = b"".join(_field(8, axis) for axis in axes)
        node += _field(5, _field(1, "axes") + each + _field(20, _INTEGERS))
    if keepdims is not None:
        node += _field(5, _field(1, "keepdims") + _field(3, keepdims) + _field(20, _INTEGER))
    return node


def _tensor(name: str, values: numpy.ndarray) -> bytes:
    sizes = b"".join(_field(1, size) for size in values.shape)
    return sizes + _field(2, _FLOAT) + _field(8, name) + _field(9, values.tobytes())


def _value(name: str, kind: int, places: int) -> bytes:
    shape = b"".join(_field(1, _field(2, f"{name}{place}")) for place in range(places))
    return _field(1, name) + _field(2, _field(1, _field(1, kind) + _field(2, shape)))

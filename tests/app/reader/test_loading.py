import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from app.model.finding import Risk
from app.model.persona import Side
from app.reader.loading import is_there, load_reader, shipped_folder
from app.reader.unavailable import Lack, ReaderUnavailable
from tests.app.reader.toy import weights_in

ROOT = Path(__file__).parents[3]
NEEDED = ("vocabulary.txt", "encoder.onnx", "letters.npz")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return weights_in(tmp_path / "reader")


def lack(folder: Path) -> tuple[Lack, str]:
    with pytest.raises(ReaderUnavailable) as refused:
        load_reader(folder)
    return refused.value.lack, refused.value.file


def test_what_was_shipped_is_read(folder: Path) -> None:
    assert is_there(folder)
    reading = load_reader(folder).read("My boss zuggles", Side.PERSONAL)
    assert [each.risk for each in reading.opinions] == [Risk.VENTING_COLLEAGUE]


def test_where_nothing_lies_there_are_no_weights(tmp_path: Path) -> None:
    assert not is_there(tmp_path)
    assert lack(tmp_path) == (Lack.NO_WEIGHTS, "reader.json")


@pytest.mark.parametrize("name", NEEDED)
def test_a_missing_file_is_named(folder: Path, name: str) -> None:
    (folder / name).unlink()
    assert lack(folder) == (Lack.NO_WEIGHTS, name)


@pytest.mark.parametrize("name", NEEDED)
@pytest.mark.parametrize(
    "harm", [lambda held: held[:-1], lambda held: held[:0], lambda held: held + b"\0", bytes.upper]
)
def test_a_file_that_is_not_to_the_byte_what_was_shipped_is_never_read(
    folder: Path, name: str, harm: Callable[[bytes], bytes]
) -> None:
    (folder / name).write_bytes(harm((folder / name).read_bytes()))
    assert lack(folder) == (Lack.FOREIGN_WEIGHTS, name)


@pytest.mark.parametrize("name", NEEDED)
def test_a_folder_in_the_place_of_a_file_is_foreign(folder: Path, name: str) -> None:
    (folder / name).unlink()
    (folder / name).mkdir()
    assert lack(folder) == (Lack.FOREIGN_WEIGHTS, name)


@pytest.mark.parametrize(
    "manifest",
    [
        b"",
        b"{",
        b"[]",
        b"\xff\xfe",
        b"null",
        b"{}",
        b'{"files": []}',
        b'{"files": {}}',
        b'{"files": {}, "bounds": [], "share_of_letters": 0}',
        b'{"files": {}, "bounds": {}, "share_of_letters": 0}',
        b'{"files": {}, "bounds": {"nonsense": {}}, "share_of_letters": 0}',
        b"[" * 100_000,
    ],
    ids=lambda held: held[:40].decode(errors="replace"),
)
def test_a_broken_manifest_is_foreign(folder: Path, manifest: bytes) -> None:
    (folder / "reader.json").write_bytes(manifest)
    assert lack(folder) == (Lack.FOREIGN_WEIGHTS, "reader.json")


@pytest.mark.parametrize("harm", ["bounds of one risk", "a bound", "share_of_letters"])
def test_a_manifest_that_leaves_something_out_is_foreign(folder: Path, harm: str) -> None:
    manifest = json.loads((folder / "reader.json").read_text())
    if harm == "bounds of one risk":
        del manifest["bounds"]["tone.heated"]
    elif harm == "a bound":
        del manifest["bounds"]["tone.heated"]["very"]
    else:
        del manifest[harm]
    (folder / "reader.json").write_text(json.dumps(manifest))
    assert lack(folder) == (Lack.FOREIGN_WEIGHTS, "reader.json")


def test_a_file_that_is_what_was_shipped_but_no_model_has_failed(tmp_path: Path) -> None:
    folder = weights_in(tmp_path / "reader", encoder=b"no model")
    assert lack(folder) == (Lack.FAILED, "")


def test_the_posts_it_was_taught_with_are_read_only_when_asked_for(folder: Path) -> None:
    (folder / "taught.npy").unlink()
    reader = load_reader(folder)
    reading = reader.read("My boss zuggles", Side.PERSONAL)
    with pytest.raises(ReaderUnavailable) as refused:
        reader.likened(reading.text, reading.side, reading.opinions[0])
    assert (refused.value.lack, refused.value.file) == (Lack.NO_WEIGHTS, "taught.npy")


@pytest.mark.slow
@pytest.mark.parametrize("missing", ["numpy", "onnxruntime"])
def test_a_machine_without_what_it_runs_on_has_no_runtime(folder: Path, missing: str) -> None:
    program = (
        "import sys, pathlib\n"
        f"sys.modules[{missing!r}] = None\n"
        "from app.reader.loading import load_reader\n"
        "from app.reader.unavailable import ReaderUnavailable\n"
        "try: load_reader(pathlib.Path(sys.argv[1]))\n"
        "except ReaderUnavailable as error: print(error.lack)\n"
    )
    command = [sys.executable, "-c", program, str(folder)]
    assert subprocess.run(command, capture_output=True, text=True, cwd=ROOT, check=True).stdout == "no runtime\n"


@pytest.mark.skipif(not is_there(shipped_folder()), reason="the weights are not in this checkout")
def test_the_weights_that_come_with_twofold_read() -> None:
    reading = load_reader(shipped_folder()).read("My boss is an idiot, and I say so.", Side.PROFESSIONAL)
    assert reading.understood
    assert reading.likely.keys() == set(Risk)
    assert all(0 <= each <= 1 for each in reading.likely.values())

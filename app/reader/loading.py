"""Bring in the second reader: only files that are exactly those that were shipped are read."""

import json
from functools import cache
from hashlib import sha256
from importlib.resources import as_file, files
from importlib.resources.abc import Traversable
from typing import TYPE_CHECKING, Any

from app.model.finding import Risk
from app.reader.unavailable import Lack, ReaderUnavailable

if TYPE_CHECKING:
    from app.reader.second_reader import SecondReader
    from app.reader.taught_posts import TaughtPosts

MANIFEST = "reader.json"
"""Names the files with their SHA-256 and holds the bounds, made by ``make reader``."""


_PART = 1 << 18
"""So many bytes of a large file are looked at together."""


def shipped_folder() -> Traversable:
    """Return where the weights lie that come with Twofold."""
    return files("resources") / "reader"


def is_there(folder: Traversable) -> bool:
    """Return whether weights lie in *folder*, whatever they are worth."""
    return (folder / MANIFEST).is_file()


def load_reader(folder: Traversable, threads: int = 2) -> "SecondReader":
    """Return the second reader whose weights lie in *folder*; raise :class:`ReaderUnavailable` if it cannot read.

    So many *threads* share the work on each text: two are sooner done, one does more in all where texts wait in line.
    """
    if not is_there(folder):
        raise ReaderUnavailable(Lack.NO_WEIGHTS, MANIFEST)
    try:
        from app.reader.letters import Letters
        from app.reader.network import Network
        from app.reader.second_reader import Bounds, SecondReader
        from app.reader.word_pieces import WordPieces
    except (ImportError, OSError, RuntimeError) as error:  # no wheel for this machine, or one that asks too much of it
        raise ReaderUnavailable(Lack.NO_RUNTIME) from error
    hashes, rest = _manifest(folder)
    try:
        bounds = {Risk(risk): Bounds(**each) for risk, each in rest["bounds"].items()}
        if len(bounds) < len(Risk):
            raise ValueError("bounds are missing")
        share_of_letters = float(rest["share_of_letters"])
    except (AttributeError, KeyError, TypeError, ValueError) as error:
        raise ReaderUnavailable(Lack.FOREIGN_WEIGHTS, MANIFEST) from error
    vocabulary, letters = (_checked(folder, name, hashes) for name in ("vocabulary.txt", "letters.npz"))
    _check(folder, "encoder.onnx", hashes)
    try:
        with as_file(folder / "encoder.onnx") as encoder:
            network = Network(encoder, threads)
        return SecondReader(
            WordPieces.of_lines(vocabulary.decode().split("\n")),
            network,
            Letters(letters),
            bounds,
            cache(lambda: _taught(folder, hashes)),
            share_of_letters,
        )
    except Exception as error:  # the runtime raises kinds of its own; Twofold works without it
        raise ReaderUnavailable(Lack.FAILED) from error


def _taught(folder: Traversable, hashes: dict[str, str]) -> "TaughtPosts":
    from app.reader.taught_posts import TaughtPosts  # for whoever asks why

    return TaughtPosts(_checked(folder, "taught.jsonl", hashes), _checked(folder, "taught.npy", hashes))


def _manifest(folder: Traversable) -> tuple[dict[str, str], dict[str, Any]]:
    """Return the SHA-256 of each file, and all that the manifest says."""
    try:
        manifest = json.loads((folder / MANIFEST).read_bytes())
        if not isinstance(manifest, dict) or not isinstance(manifest["files"], dict):
            raise ValueError("not a manifest")
    except (OSError, ValueError, KeyError, RecursionError) as error:
        raise ReaderUnavailable(Lack.FOREIGN_WEIGHTS, MANIFEST) from error
    return manifest["files"], manifest


def _check(folder: Traversable, name: str, hashes: dict[str, str]) -> None:
    """Raise unless a file is exactly what was shipped, without holding all of it at once."""
    digest = sha256()
    try:
        with (folder / name).open("rb") as content:
            while part := content.read(_PART):
                digest.update(part)
    except FileNotFoundError as error:
        raise ReaderUnavailable(Lack.NO_WEIGHTS, name) from error
    except OSError as error:
        raise ReaderUnavailable(Lack.FOREIGN_WEIGHTS, name) from error
    if digest.hexdigest() != hashes.get(name):
        raise ReaderUnavailable(Lack.FOREIGN_WEIGHTS, name)


def _checked(folder: Traversable, name: str, hashes: dict[str, str]) -> bytes:
    """Return the content of a file that is exactly what was shipped."""
    try:
        content = (folder / name).read_bytes()
    except FileNotFoundError as error:
        raise ReaderUnavailable(Lack.NO_WEIGHTS, name) from error
    except OSError as error:
        raise ReaderUnavailable(Lack.FOREIGN_WEIGHTS, name) from error
    if sha256(content).hexdigest() != hashes.get(name):
        raise ReaderUnavailable(Lack.FOREIGN_WEIGHTS, name)
    return content

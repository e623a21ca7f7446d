"""Keep the shipped packs as they were read, in a file that can vanish, spoil or be out of date at any time.

Nothing in it comes from the user. It holds for exactly the packs, the code that reads them, and the Python it was
written with; whatever is wrong with it, the packs are read anew and it is written again, if it can be.
"""

import hashlib
import os
import sys
import tempfile
from collections.abc import Iterator
from contextlib import suppress
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

from app import __version__
from app.checks.readypacks import ReadyPacks, UnreadableImage
from app.errors import RuleProblem

_DIGEST_LENGTH = hashlib.sha256().digest_size
_SOURCES = (("resources", "rules/en"), ("resources", "lexicons/en"), ("app", "checks"), ("app", "text"))
_READ = (".toml", ".txt", ".py")


def shipped_packs(cache_folder: Path) -> tuple[ReadyPacks, tuple[RuleProblem, ...]]:
    """Return the packs that come with Twofold, without the sentences that prove them, and every mistake in them."""
    file, key = cache_folder / "packs.cache", packs_key()
    kept = _kept(file, key)
    if kept is not None:
        return kept, ()
    from app.checks.packimage import image_of  # like the reader of TOML, which the next line brings, needed here alone
    from app.checks.rulepack import read_packs

    packs, problems = read_packs()
    image = image_of(packs)
    if not problems and packs_key() == key:  # nobody has changed the packs while they were read
        _keep(file, key, image)
    return ReadyPacks(image), problems


def packs_key() -> bytes:
    """Return a digest of the packs, of the code that reads them, and of everything else that the file depends on."""
    digest = hashlib.sha256(f"{__version__} {sys.implementation.cache_tag} {sys.hexversion} {sys.byteorder}".encode())
    for package, folder in _SOURCES:
        for file in _files(files(package).joinpath(folder)):
            content = _content(file)
            digest.update(f"\n{folder}/{file.name} {len(content)}\n".encode())
            digest.update(content)
    return digest.digest()


def _files(folder: Traversable) -> Iterator[Traversable]:
    """Yield what is read of *folder*: nothing that an editor, or a tool, puts beside it for a while."""
    if folder.is_dir():
        named = (file for file in folder.iterdir() if file.name.endswith(_READ) and not file.name.startswith("."))
        yield from sorted(named, key=lambda file: file.name)


def _content(file: Traversable) -> bytes:
    try:
        return file.read_bytes()
    except OSError:  # it went just now, or is no file: the key is that of packs that nobody can read like this
        return b""


def _kept(file: Path, key: bytes) -> ReadyPacks | None:
    """Return the packs in *file*, if it was written for *key* and is whole."""
    try:
        content = file.read_bytes()
    except OSError:
        return None
    image = content[2 * _DIGEST_LENGTH :]
    if content[: 2 * _DIGEST_LENGTH] != key + hashlib.sha256(image).digest():
        return None
    try:
        return ReadyPacks(image)
    except UnreadableImage:
        return None


def _keep(file: Path, key: bytes, image: bytes) -> None:
    """Write *file* whole or not at all; where that cannot be done, the next start reads the packs again."""
    with suppress(OSError):
        file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(prefix=".packs.", dir=file.parent)
        try:
            with os.fdopen(handle, "wb") as written:
                written.write(key + hashlib.sha256(image).digest() + image)
            Path(name).replace(file)
        finally:
            Path(name).unlink(missing_ok=True)

"""Small files that are there whole or not at all."""

import errno
import os
import tempfile
from pathlib import Path

from app.errors import DiskFault, DiskFull, FolderUnwritable, StoreError

_NO_ROOM = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
_FORBIDDEN = {errno.EACCES, errno.EPERM, errno.EROFS}


def write_whole(path: Path, content: bytes) -> None:
    """Put *content* at *path*, readable by its owner alone; durable on return, and never half of it.

    Raises ``DiskFull``, ``FolderUnwritable`` or ``DiskFault``; whatever stood at *path* is untouched then.
    """
    try:
        handle, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)  # mkstemp gives mode 0600
        temporary = Path(name)
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(content)
                file.flush()
                os.fsync(file.fileno())
            temporary.replace(path)
        finally:
            temporary.unlink(missing_ok=True)
        sync_folder(path.parent)
    except OSError as error:
        raise as_store_error(path, error) from error


def sync_file(path: Path) -> None:
    """Return when the content of a closed file is durable."""
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def sync_folder(folder: Path) -> None:
    """Return when the names in *folder* are durable; Windows has no such call and keeps them by itself."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def as_store_error(path: Path, error: OSError) -> StoreError:
    """Return the error of ours that says the same about *path*."""
    if error.errno in _NO_ROOM:
        return DiskFull(path)
    if error.errno in _FORBIDDEN:
        return FolderUnwritable(path.parent)
    return DiskFault(path, errno.errorcode.get(error.errno or 0, "unknown"))

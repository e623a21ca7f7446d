"""One Twofold per user and data folder: the second start brings the first window forward."""

from hashlib import blake2b
from pathlib import Path

from PySide6.QtCore import QLockFile, QObject, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket  # noqa: TID251  (a local socket is no network)

_SHOW, _SHOWN = b"show\n", b"shown\n"
_PATIENCE_MS = 3000


class SingleInstance(QObject):
    """Holds the lock of a data folder; the lock file decides, the local socket only carries "show yourself"."""

    show_asked = Signal()

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lock = QLockFile(str(folder / "twofold.lock"))
        self._lock.setStaleLockTime(0)
        self._name = "twofold-" + blake2b(str(folder.resolve()).encode(), digest_size=8).hexdigest()
        self._server: QLocalServer | None = None

    def take(self) -> bool:
        """Return whether this process is the first one; if so, listen for later starts.

        A folder that cannot be written holds no lock: then nobody is refused, and the vaults say what is wrong.
        """
        if not self._lock.tryLock(0) and self._lock.error() is QLockFile.LockError.LockFailedError:
            return False
        QLocalServer.removeServer(self._name)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._someone_came)
        self._server.listen(self._name)
        return True

    def ask_first_to_show(self) -> bool:
        """Ask the process that holds the lock to come forward; return whether it heard."""
        socket = QLocalSocket()
        socket.connectToServer(self._name)
        if not socket.waitForConnected(_PATIENCE_MS):
            return False
        socket.write(_SHOW)
        heard = socket.waitForReadyRead(_PATIENCE_MS)  # a process that hangs takes what is written, and answers nothing
        socket.disconnectFromServer()
        return heard

    def holder(self) -> int:
        """Return the process that holds the lock, 0 when it says nothing about that."""
        return int(self._lock.getLockInfo()[0])

    def release(self) -> None:
        """Let the next start be the first one."""
        if self._server is not None:
            self._server.close()
        self._lock.unlock()

    def _someone_came(self) -> None:
        assert self._server is not None
        socket = self._server.nextPendingConnection()
        if socket is not None:
            socket.disconnected.connect(socket.deleteLater)
            socket.write(_SHOWN)
            self.show_asked.emit()

"""Where things live: data in one folder, settings and keys in another."""

import os
from dataclasses import dataclass
from pathlib import Path

from platformdirs import PlatformDirs

from app.errors import FolderUnwritable, NotAFolder
from app.model.ids import PersonaId

_PRIVATE_FOLDER = 0o700


@dataclass(frozen=True, slots=True)
class Places:
    """The two folders of one user. A key file never lies in ``data``, which people copy and synchronise."""

    data: Path
    config: Path

    @property
    def roster_file(self) -> Path:
        """Which personas exist."""
        return self.data / "roster.json"

    @property
    def settings_file(self) -> Path:
        """Settings that name nobody."""
        return self.config / "settings.json"

    @property
    def personas_folder(self) -> Path:
        """One folder per persona inside."""
        return self.data / "personas"

    def persona_folder(self, persona_id: PersonaId) -> Path:
        """Return where all files of one persona lie but its key."""
        return self.personas_folder / persona_id

    def vault_file(self, persona_id: PersonaId) -> Path:
        """Return where the encrypted vault lies."""
        return self.persona_folder(persona_id) / "vault.db"

    def slot_file(self, persona_id: PersonaId) -> Path:
        """Return where the vault's key lies, wrapped once per way of unlocking it."""
        return self.persona_folder(persona_id) / "slots.json"

    def backup_folder(self, persona_id: PersonaId) -> Path:
        """Return where the verified snapshots of the vault lie."""
        return self.persona_folder(persona_id) / "backups"

    def key_file(self, persona_id: PersonaId) -> Path:
        """Return where the key file lies, which the login of the user protects."""
        return self.config / "keys" / f"{persona_id}.key"

    def prepare(self) -> None:
        """Make both folders, for their owner alone; raise ``FolderUnwritable`` where nothing can be kept."""
        for folder in (self.data, self.config):
            make_folder(folder)
            if not os.access(folder, os.W_OK | os.X_OK):
                raise FolderUnwritable(folder)


def make_folder(folder: Path) -> None:
    """Make *folder* and what is missing above it, closed to other users.

    Raises ``NotAFolder`` where a file stands in the way, else ``FolderUnwritable``.
    """
    try:
        missing = [each for each in (folder, *folder.parents) if not each.exists()]
        for each in reversed(missing):
            each.mkdir(mode=_PRIVATE_FOLDER, exist_ok=True)
        folder.mkdir(exist_ok=True)
    except (FileExistsError, NotADirectoryError) as error:
        raise NotAFolder(next(each for each in (folder, *folder.parents) if each.exists())) from error
    except OSError as error:
        raise FolderUnwritable(folder) from error


def default_places() -> Places:
    """Return the folders that the system has for such data."""
    system = PlatformDirs("twofold", appauthor=False, roaming=False)
    data, config = system.user_data_path, system.user_config_path
    if data == config:  # as on Windows and macOS
        return places_in(data)
    return Places(data, config)


def places_in(folder: Path) -> Places:
    """Return places that all lie in *folder*, apart from each other."""
    absolute = folder.absolute()
    return Places(absolute / "data", absolute / "config")

"""What went wrong, in a sentence that says what and where, and what to do."""

from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from app import errors

# The most particular kind first.
_SENTENCES: tuple[tuple[type[BaseException], str], ...] = (
    (
        errors.KeyMissing,
        "The key file {path} is missing. Put it back from your copy and try again; nothing was changed.",
    ),
    (
        errors.KeyRefused,
        (
            "The key file {path} belongs to another vault or was changed. Put the right one back from your copy "
            "and try "
            "again; nothing was changed."
        ),
    ),
    (
        errors.SlotsDamaged,
        "{path} and its twin are damaged, so the key cannot be read. Put one of them back from a backup and try again.",
    ),
    (
        errors.VaultTooNew,
        (
            "{path} was written by a newer Twofold (version {found}; this one knows {known}). Update Twofold to "
            "open it; "
            "nothing was changed."
        ),
    ),
    (errors.VaultMissing, "There is no vault at {path}. If you moved it, put it back and try again."),
    (errors.VaultExists, "There is a vault at {path} already; it was left as it is."),
    (
        errors.VaultForeign,
        "{path} is not the vault of this persona. Put the right file back and try again; nothing was changed.",
    ),
    (
        errors.VaultDamaged,
        "{path} is damaged and was left as it is. Verified snapshots of it lie beside it, in the folder “backups”.",
    ),
    (errors.VaultBusy, "{path} is open in another Twofold. Use its window, or close it and try again."),
    (
        errors.VaultReadOnly,
        "{path} can be read but not written. What you type stays in memory: copy it somewhere before you close.",
    ),
    (
        errors.VaultReplaced,
        (
            "{path} was moved or replaced while it was open. What you type stays in memory: copy it somewhere, "
            "then start "
            "Twofold again."
        ),
    ),
    (
        errors.NotAFolder,
        (
            "{path} is a file, and Twofold needs a folder there. Move the file away, or start with --data-dir FOLDER "
            "and name another folder."
        ),
    ),
    (
        errors.FolderUnwritable,
        "Nothing can be written in {path}. Make that folder writable, or start with --data-dir FOLDER.",
    ),
    (
        errors.DiskFull,
        (
            "The disk is full, so {path} could not be written. What you type stays in memory and is saved as soon as "
            "there is room."
        ),
    ),
    (
        errors.DiskFault,
        "{path} could not be read or written ({reason}). What you type stays in memory, and saving is tried again.",
    ),
    (errors.BackupFailed, "No new snapshot was made. {reason} All earlier snapshots are still there."),
    (
        errors.TextTooLong,
        (
            "This text has {length} characters and a draft holds {limit}, so it is not saved. Move a part of it to "
            "another draft."
        ),
    ),
    (errors.DraftMissing, "That draft is not here any more."),
    (
        errors.LastPersona,
        (
            "This is your only {side} persona, and Twofold needs one on each side. Create another one first; nothing "
            "was changed."
        ),
    ),
    (errors.ContactRequestMissing, "That contact request is not in the log any more."),
    (errors.PersonaLocked, "The drafts of that persona are not open."),
    (errors.RulePackError, "These rules could not be read: {problems}"),
)


def sentence_for(problem: BaseException) -> str:
    """Return one or two sentences about *problem*; never a word of a draft."""
    for kind, words in _SENTENCES:
        if isinstance(problem, kind):
            return QCoreApplication.translate("Sentences", words).format(**_data(problem))
    return QCoreApplication.translate("Sentences", "Something unexpected went wrong ({kind}).").format(
        kind=type(problem).__name__
    )


def read_only_sentence(places: Iterable[Path]) -> str:
    """Return what it means that the vaults at *places* can be read but not written."""
    words = QCoreApplication.translate(
        "Sentences",
        "Read only: {places} cannot be written. What you type stays in memory: copy it somewhere before you close.",
    )
    return words.format(places=", ".join(map(str, places)))


def _data(problem: BaseException) -> dict[str, object]:
    names = ("path", "found", "known", "reason", "length", "limit", "side")
    data: dict[str, object] = {name: getattr(problem, name, "") for name in names}
    if isinstance(problem, errors.BackupFailed):
        data["reason"] = sentence_for(problem.reason)
    if isinstance(problem, errors.RulePackError):
        data["problems"] = "; ".join(str(each) for each in problem.problems)
    return data

"""Who may be imagined as a reader, and what is said in that reader's name."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from app.checks.wording import singular, with_article
from app.model.finding import Finding, Group

_SAY = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class Reader:
    """Somebody of *group*, by the *name* that the writer has given, if any; *works_with* is the writer's own plural."""

    group: Group
    name: str = ""
    works_with: str = "clients"


def reader_words(reader: Reader) -> str:
    """Return who reads, inside a sentence: "Mrs Novak", "a patient", "your boss"."""
    return reader.name or kind_words(reader)


def kind_words(reader: Reader) -> str:
    """Return what sort of reader it is, inside a sentence: "a patient", "your boss"."""
    return {
        Group.FRIENDS: _SAY("Lens", "a friend"),
        Group.FAMILY: _SAY("Lens", "a family member"),
        Group.COLLEAGUES: _SAY("Lens", "a colleague"),
        Group.BOSS: _SAY("Lens", "your boss"),
        Group.CLIENTS: with_article(singular(reader.works_with)),
        Group.STRANGERS: _SAY("Lens", "a stranger"),
    }[reader.group]


def choice_words(reader: Reader) -> str:
    """Return who reads, as a menu offers it: "Mrs Novak (a patient)", "Your boss"."""
    if not reader.name:
        return begun(kind_words(reader))
    return _SAY("Lens", "{name} ({kind})").format(name=reader.name, kind=kind_words(reader))


def imagine_words(reader: Reader) -> str:
    """Return the invitation over what the reader would mind."""
    return _SAY("Lens", "Imagine {reader} reads it").format(reader=reader_words(reader))


def nothing_words(reader: Reader) -> str:
    """Return what is said of a draft in which nothing was found that the reader would mind."""
    return _SAY("Lens", "Nothing found that {reader} would mind").format(reader=reader_words(reader))


def count_words(reader: Reader, sentences: int) -> str:
    """Return in how many *sentences* something was found that the reader would mind."""
    if not sentences:
        return nothing_words(reader)
    one, many = _SAY("Lens", "{reader} would mind 1 sentence"), _SAY("Lens", "{reader} would mind {count} sentences")
    return (one if sentences == 1 else many).format(reader=begun(reader_words(reader)), count=sentences)


def taken_words(finding: Finding) -> str:
    """Return what the reader would take from it, in the finding's own words."""
    return " ".join(part for part in (finding.message, finding.why) if part)


def begun(words: str) -> str:
    """Return *words* as they begin a sentence."""
    return words[:1].upper() + words[1:]

"""What there is to say about watch terms, in sentences."""

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication, QLocale

from app.model.policy import TermKind
from app.model.term_remarks import LONGEST_TERM, ReadTerms, Remark, TermRemark

_LONGEST_SHOWN = 60


def kind_words() -> tuple[tuple[TermKind, str], ...]:
    """Return the kinds of watch terms in words, in the order in which they are offered."""
    say = QCoreApplication.translate
    return (
        (TermKind.ORGANISATION, say("WatchTerms", "Organisation")),
        (TermKind.PERSON, say("WatchTerms", "Person")),
        (TermKind.PROJECT, say("WatchTerms", "Project")),
        (TermKind.OTHER, say("WatchTerms", "Other")),
    )


def remark_words(said: TermRemark) -> str:
    """Return *said* as a sentence, with the line where it has one."""
    say = QCoreApplication.translate
    phrase = {
        Remark.NOT_TEXT: say(
            "WatchTerms",
            "This is no text in UTF-8 (with or without a byte order mark) or in UTF-16 with one, so nothing was taken."
            " Save the file as UTF-8 and try again.",
        ),
        Remark.TOO_LARGE: say("WatchTerms", "The file is larger than 16 MiB, so nothing was taken. Split it in two."),
        Remark.BROKEN_QUOTES: say("WatchTerms", "A quotation mark is opened and not closed, or closed too early."),
        Remark.TOO_MANY_COLUMNS: say(
            "WatchTerms", "There are {words} columns; there can be term, aliases, kind and confidential_until."
        ),
        Remark.NO_TERM: say("WatchTerms", "The name itself is missing."),
        Remark.ONE_LETTER: say(
            "WatchTerms", "“{words}” is a single character and would be found everywhere; give two or more."
        ),
        Remark.TOO_LONG: say("WatchTerms", "“{words}” is longer than {most} characters; a name is enough."),
        Remark.UNKNOWN_KIND: say(
            "WatchTerms", "“{words}” is no kind; there are organisation, person, project and other."
        ),
        Remark.NO_DATE: say("WatchTerms", "“{words}” is no day; write days like 2026-12-15."),
        Remark.ALIAS_LEFT_OUT: say(
            "WatchTerms", "“{words}” is too short or too long for another way to write the name and was left out."
        ),
        Remark.ORDINARY_WORD: say(
            "WatchTerms",
            "“{words}” can mean something else as well, so it counts where the words around it show what is meant.",
        ),
        Remark.QUIET_ALREADY: say("WatchTerms", "“{words}” is quiet already: its date is past."),
        Remark.MERGED: say("WatchTerms", "“{words}” stands there twice and was made one."),
    }[said.remark]
    shown = said.words if len(said.words) <= _LONGEST_SHOWN else f"{said.words[:_LONGEST_SHOWN]}…"
    words = phrase.format(words=shown, most=LONGEST_TERM)
    if not said.line:
        return words
    return say("WatchTerms", "Line {line}: {words}").format(line=QLocale().toString(said.line), words=words)


def remarks_words(remarks: Iterable[TermRemark]) -> str:
    """Return a line of text for each of *remarks*."""
    return "\n".join(map(remark_words, remarks))


def result_words(read: ReadTerms, added: int, name: str) -> str:
    """Return what reading the file called *name* came to, when *added* terms are new on the list."""
    say = QCoreApplication.translate
    refused = sum(each.remark.refuses for each in read.remarks)
    known = len(read.terms) - added
    locale = QLocale()
    parts = [
        say("WatchTerms", "One name came in from {file}.")
        if added == 1
        else say("WatchTerms", "{number} names came in from {file}.")
    ]
    if known:
        parts.append(
            say("WatchTerms", "One was on your list already.")
            if known == 1
            else say("WatchTerms", "{known} were on your list already.")
        )
    if refused:
        parts.append(
            say("WatchTerms", "One line was not taken and is named below.")
            if refused == 1
            else say("WatchTerms", "{refused} lines were not taken and are named below.")
        )
    elif read.remarks:
        parts.append(say("WatchTerms", "What to know about them stands below."))
    return " ".join(parts).format(
        number=locale.toString(added), known=locale.toString(known), refused=locale.toString(refused), file=name
    )

"""What is said about the second reader: why it is off, what it cannot read, and how sure it is."""

from PySide6.QtCore import QCoreApplication

from app.reader.reading import Sureness
from app.reader.unavailable import Lack, ReaderUnavailable


def off_words(lack: ReaderUnavailable) -> str:
    """Return that the second reader is off, and why."""
    say = QCoreApplication.translate
    why = {
        Lack.SWITCHED_OFF: say("SecondReader", "switched off in the Review menu"),
        Lack.NO_WEIGHTS: say("SecondReader", "its file {file} is missing"),
        Lack.FOREIGN_WEIGHTS: say("SecondReader", "its file {file} is not the one that came with Twofold"),
        Lack.NO_RUNTIME: say("SecondReader", "what it needs does not run on this machine"),
        Lack.FAILED: say("SecondReader", "it met an error; switch it off and on in the Review menu to try again"),
    }[lack.lack].format(file=lack.file)
    return say("SecondReader", "Second reader: off ({why})").format(why=why)


def not_understood_words() -> str:
    """Return that a draft was not read because of its language."""
    return QCoreApplication.translate(
        "SecondReader", "The second reader reads English only: this draft was checked by the rules alone."
    )


def sureness_words(sureness: Sureness) -> str:
    """Return how sure it is, and what that has meant on posts it had never seen."""
    say = QCoreApplication.translate
    return {
        Sureness.FAIRLY: say("SecondReader", "Fairly sure: it may well be wrong here, so this is only a note."),
        Sureness.QUITE: say(
            "SecondReader",
            "Quite sure: where it was this sure of posts it had never seen, it was right about 4 in 5 times.",
        ),
        Sureness.VERY: say(
            "SecondReader",
            "Very sure: where it was this sure of posts it had never seen, it was right more than 9 in 10 times.",
        ),
    }[sureness]

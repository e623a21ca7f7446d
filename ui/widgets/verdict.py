"""What a review came to, in one phrase: never an all-clear that was not earned."""

from dataclasses import dataclass
from enum import Enum, auto

from PySide6.QtCore import QCoreApplication

from app.model.finding import Report, Severity
from ui.style.colours import SEVERITY_TOKENS
from ui.style.icons import SEVERITY_ICONS


class VerdictState(Enum):
    """How far the review is, and what it found."""

    EMPTY = auto()
    CHECKING = auto()
    NOTHING_FOUND = auto()
    FOUND = auto()
    NOT_CHECKED = auto()


@dataclass(frozen=True, slots=True)
class Verdict:
    """The sum of one review; *not_checked* names checks that could not run, *count* and *worst* what is open."""

    state: VerdictState
    count: int = 0
    worst: Severity | None = None
    not_checked: tuple[str, ...] = ()


CHECKING = Verdict(VerdictState.CHECKING)


def verdict_of(report: Report, *, is_checking: bool = False) -> Verdict:
    """Sum up *report*; findings come before checks that could not run, and those before "nothing found".

    While more may still be found, *is_checking*, nothing is clear.
    """
    if report.findings:
        return Verdict(VerdictState.FOUND, len(report.findings), report.worst, report.skipped)
    if report.skipped:
        return Verdict(VerdictState.NOT_CHECKED, not_checked=report.skipped)
    if not report.text.strip():
        return Verdict(VerdictState.EMPTY)
    return CHECKING if is_checking else Verdict(VerdictState.NOTHING_FOUND)


def verdict_words(verdict: Verdict) -> str:
    """Return the phrase for *verdict*."""
    say = QCoreApplication.translate
    if verdict.state is VerdictState.FOUND:
        return say("Verdict", "%n to look at", "", verdict.count)
    if verdict.state is VerdictState.NOT_CHECKED:
        return say("Verdict", "Could not check: {checks}").format(checks=", ".join(verdict.not_checked))
    if verdict.state is VerdictState.CHECKING:
        return say("Verdict", "Checking…")
    if verdict.state is VerdictState.EMPTY:
        return say("Verdict", "Nothing written yet")
    return say("Verdict", "Nothing found")


def verdict_icon(verdict: Verdict) -> tuple[str, str]:
    """Return the icon for *verdict* and the name of its colour: grey unless there is something to look at."""
    if verdict.worst is not None:
        return SEVERITY_ICONS[verdict.worst], SEVERITY_TOKENS[verdict.worst]
    if verdict.state is VerdictState.NOT_CHECKED:
        return SEVERITY_ICONS[Severity.WARN], SEVERITY_TOKENS[Severity.WARN]
    return {VerdictState.CHECKING: "clock", VerdictState.EMPTY: "pencil"}.get(verdict.state, "check"), "ink_soft"


def severity_word(severity: Severity) -> str:
    """Return High, Medium or Low."""
    return {
        Severity.HOLD: QCoreApplication.translate("Severity", "High"),
        Severity.WARN: QCoreApplication.translate("Severity", "Medium"),
        Severity.NOTE: QCoreApplication.translate("Severity", "Low"),
    }[severity]

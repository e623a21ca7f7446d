"""Reviews a text at every change, in the same frame, and tells the panel a moment later."""

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QObject, QTimer, Signal

from app.model.finding import Report
from app.reader.reading import Reading
from ui.bridge.highlighter import FindingHighlighter
from ui.bridge.known_reading import KnownReading
from ui.bridge.underlined import Underlined

WHOLE_REVIEW = "review"
"""Stands in ``Report.skipped`` when the review as a whole could not run."""

_PANEL_PAUSE_MS = 60


class WrittenText(Protocol):
    """Something that is being written in, such as an editor."""

    def text(self) -> str:
        """Return what stands in it now."""
        ...


class LiveReport(QObject):
    """The review of exactly the text on screen.

    *review* runs in the GUI thread at every change of the text, so it must be quick; while it cannot review yet, it
    returns ``None``. Underlines follow at once; ``report_changed`` comes 60 ms after the first change that it has not
    told of, so steady typing cannot starve it. With a way to *join* it, what the second reader says joins in as soon as
    ``take_reading`` brings it, and is carried along until the next time.
    """

    report_changed = Signal(object)  # Report
    text_written = Signal()  # another text stands there, and has been reviewed

    def __init__(
        self,
        editor: WrittenText,
        highlighter: FindingHighlighter,
        review: Callable[[str], Report | None],
        parent: QObject | None = None,
        *,
        join: Callable[[Report, Reading], Report] | None = None,
    ) -> None:
        super().__init__(parent)
        self._join = join
        self._known = KnownReading()
        self._is_read_along = False
        self._by_rules: Report | None = None
        self._editor = editor
        self._highlighter = highlighter
        self._review = review
        self._report = Report("", skipped=(WHOLE_REVIEW,))
        self._underlined = Underlined.of("", ())
        self._is_reviewed = False
        self._told: tuple[Report, bool] | None = None
        self._panel_pause = QTimer(self)
        self._panel_pause.setSingleShot(True)
        self._panel_pause.setInterval(_PANEL_PAUSE_MS)
        self._panel_pause.timeout.connect(self._tell)
        highlighter.text_changed.connect(self._text_changed)
        self.review_again()

    def report(self) -> Report:
        """Return the review of exactly the text on screen; while ``is_reviewed`` is false, it was skipped."""
        return self._report

    @property
    def is_reviewed(self) -> bool:
        """Whether the text on screen has been reviewed; if not, the review is still to come."""
        return self._is_reviewed

    @property
    def is_checking(self) -> bool:
        """Whether the second reader has still to say something about the text on screen."""
        text = self._report.text
        return self._is_read_along and not self._known.is_all(text) and bool(text) and not text.isspace()

    def reading(self) -> Reading | None:
        """Return what the second reader has said about exactly the text on screen, as far as that is known."""
        return self._known.of(self._report.text)

    def take_reading(self, reading: Reading) -> None:
        """Let what the second reader says about this text, or about an earlier one, join the report."""
        self._known.take(reading, self._report.text)
        self._show_joined()

    def forget_reading(self) -> None:
        """Go by the rules alone until there is another reading."""
        self._known.forget()
        self._show_joined()

    def expect_readings(self, *, expected: bool) -> None:
        """Know whether there is a second reader to wait for; without one, what it has said is gone."""
        self._is_read_along = expected
        if expected:
            self._tell_soon()
        else:
            self.forget_reading()

    def review_again(self) -> None:
        """Review the text as it stands, after the policy or what is ignored has changed."""
        self._look_at(self._editor.text())

    def _text_changed(self) -> None:
        text = self._editor.text()
        if text != self._report.text:  # a change of formats is no change of the text
            self._look_at(text)
            self.text_written.emit()

    def _look_at(self, text: str) -> None:
        """Take the report of *text*; if the review fails, its error goes on, and what is left is not clear."""
        self._report = Report(text, skipped=(WHOLE_REVIEW,))
        self._by_rules = None
        try:
            report = self._review(text)
            self._is_reviewed = report is not None
            if report is not None and report.text != text:
                raise ValueError("a review of another text")
            self._by_rules = report
            if report is not None:
                self._report = self._joined(report)
        finally:
            self._paint()

    def _show_joined(self) -> None:
        if self._by_rules is not None:
            self._report = self._joined(self._by_rules)
            self._paint()

    def _joined(self, by_rules: Report) -> Report:
        if self._join is None or not self._known.may_add_to(by_rules):
            return by_rules
        reading = self._known.of(by_rules.text)
        return by_rules if reading is None else self._join(by_rules, reading)

    def _paint(self) -> None:
        self._underlined = self._underlined.then(self._report.text, self._report.findings)
        self._highlighter.show(self._underlined.lines)
        self._tell_soon()

    def _tell_soon(self) -> None:
        if not self._panel_pause.isActive():
            self._panel_pause.start()

    def _tell(self) -> None:
        now = self._report, self.is_checking and not self._report.findings
        if self._is_reviewed and now != self._told:
            self._told = now
            self.report_changed.emit(self._report)

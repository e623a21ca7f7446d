"""Reviews a text at every change, in the same frame, and tells the panel a moment later."""

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QObject, QTimer, Signal

from app.model.finding import Report
from ui.bridge.highlighter import FindingHighlighter
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
    told of, so steady typing cannot starve it.
    """

    report_changed = Signal(object)  # Report

    def __init__(
        self,
        editor: WrittenText,
        highlighter: FindingHighlighter,
        review: Callable[[str], Report | None],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._editor = editor
        self._highlighter = highlighter
        self._review = review
        self._report = Report("", skipped=(WHOLE_REVIEW,))
        self._underlined = Underlined.of("", ())
        self._is_reviewed = False
        self._told: Report | None = None
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

    def review_again(self) -> None:
        """Review the text as it stands, after the policy or what is ignored has changed."""
        self._look_at(self._editor.text())

    def _text_changed(self) -> None:
        text = self._editor.text()
        if text != self._report.text:  # a change of formats is no change of the text
            self._look_at(text)

    def _look_at(self, text: str) -> None:
        """Take the report of *text*; if the review fails, its error goes on, and what is left is not clear."""
        self._report = Report(text, skipped=(WHOLE_REVIEW,))
        try:
            report = self._review(text)
            self._is_reviewed = report is not None
            if report is not None and report.text != text:
                raise ValueError("a review of another text")
            self._report = report or self._report
        finally:
            self._underlined = self._underlined.then(text, self._report.findings)
            self._highlighter.show(self._underlined.lines)
            if not self._panel_pause.isActive():
                self._panel_pause.start()

    def _tell(self) -> None:
        if self._is_reviewed and self._report != self._told:
            self._told = self._report
            self.report_changed.emit(self._report)

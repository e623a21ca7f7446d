"""Wordings for what is on show, found while nobody types: each has to be tried, and a key must not wait for that."""

from PySide6.QtCore import QObject, QTimer, Signal

from app.model.finding import Report
from app.model.policy import Policy
from app.studio.studio import Studio

_REST_MS = 350
_BETWEEN_MS = 5


class LiveWordings(QObject):
    """Adds to a report the wordings that are known, and says when there are more."""

    found = Signal()

    def __init__(self, studio: Studio, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._studio = studio
        self._wanted: tuple[Report, Policy] | None = None
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.timeout.connect(self._find_one)

    def known(self, report: Report, policy: Policy) -> Report:
        """Return *report* with the wordings that are known to hold; the others are found in a pause of the typing."""
        if not report.findings:
            self._rest.stop()
            return report
        self._wanted = report, policy
        known, untried = self._studio.wordings.looked_up(report, policy)
        if untried is None:
            self._rest.stop()
        else:
            self._rest.start(_REST_MS)
        return known

    def _find_one(self) -> None:
        """Find the wordings for one finding, and let keys through before the next."""
        if self._wanted is None:
            return
        report, policy = self._wanted
        finding = self._studio.wordings.untried(report, policy)
        if finding is None:
            self.found.emit()
            return
        self._studio.wordings.find(report.text, finding, policy)
        self._rest.start(_BETWEEN_MS)

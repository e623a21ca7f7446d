"""What came of a contact request, and a note about it."""

from PySide6.QtWidgets import QComboBox, QFormLayout, QLineEdit, QWidget

from app.model.contact_request import Outcome
from ui.widgets.contact_words import outcome_words

_LONGEST_NOTE = 500


class DecisionFields(QWidget):
    """An outcome to choose and a note to write."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._outcome = QComboBox()
        self._outcome.setAccessibleName(self.tr("What came of it"))
        for outcome in Outcome:
            self._outcome.addItem(outcome_words(outcome), outcome)
        self._note = QLineEdit()
        self._note.setMaxLength(_LONGEST_NOTE)
        self._note.setAccessibleName(self.tr("Note"))
        self._note.setPlaceholderText(self.tr("anything worth remembering"))
        form = QFormLayout(self)
        form.setContentsMargins(0, 0, 0, 0)
        form.setHorizontalSpacing(16)
        form.setVerticalSpacing(10)
        form.addRow(self.tr("What &came of it"), self._outcome)
        form.addRow(self.tr("N&ote"), self._note)

    def outcome(self) -> Outcome:
        """Return what is chosen."""
        return Outcome(self._outcome.currentData())

    def note(self) -> str:
        """Return what is noted."""
        return self._note.text().strip()

    def show_decision(self, outcome: Outcome, note: str) -> None:
        """Show what came of it, and what was noted."""
        self._outcome.setCurrentIndex(list(Outcome).index(outcome))
        self._note.setText(note)

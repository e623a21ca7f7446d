"""One question before a text with a serious finding leaves: change it, or copy it anyway."""

from enum import Enum, auto

from PySide6.QtWidgets import QDialog, QHBoxLayout, QWidget

from app.model.finding import Finding
from ui.dialogs.question import add_paragraphs, asked, column_of, row_of
from ui.widgets.button import Button, Look


class GateAnswer(Enum):
    """What the writer decided."""

    CHANGE = auto()
    COPY = auto()


class GateDialog(QDialog):
    """Shows the worst finding; "Change it" comes first and is what Enter and Escape mean."""

    def __init__(self, finding: Finding, words: str, persona_name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Before you copy for {persona}").format(persona=persona_name))
        self.setMinimumWidth(440)
        self._answer = GateAnswer.CHANGE
        layout = column_of(self)
        add_paragraphs(layout, self._paragraphs(finding, words))
        layout.addLayout(self._buttons())
        self.setAccessibleDescription(" ".join(text for text, _ in self._paragraphs(finding, words)))

    def ask(self) -> GateAnswer:
        """Show the question and return the answer."""
        asked(self)
        return self._answer

    def _paragraphs(self, finding: Finding, words: str) -> list[tuple[str, str]]:
        paragraphs = [
            (self.tr("High: {title}").format(title=finding.title), "h1"),
            (f"“{words}”", "quote"),
            (finding.message + " " + finding.why, "body"),
        ]
        paragraphs += [(self.tr("Instead: {advice}").format(advice=advice), "body") for advice in finding.instead[:1]]
        return paragraphs

    def _buttons(self) -> QHBoxLayout:
        """Return both answers, "Change it" first."""
        change = Button(self.tr("Change it"), look=Look.PRIMARY)
        change.setDefault(True)
        change.clicked.connect(self.reject)
        copy = Button(self.tr("Copy anyway"))
        copy.clicked.connect(self._copy_anyway)
        change.setFocus()
        return row_of(change, copy)

    def _copy_anyway(self) -> None:
        self._answer = GateAnswer.COPY
        self.accept()

"""Why am I seeing this? The rule, the words that decided it, the advice behind it, and how to change it."""

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QGridLayout, QLabel, QWidget

from app.model.finding import Finding, Group
from ui.dialogs.question import column_of

_WIDTH = 560


@dataclass(frozen=True, slots=True)
class Explained:
    """A finding with the words that decided it, as they stand in the draft, and the advice in full."""

    finding: Finding
    evidence: tuple[str, ...]
    advice: str
    persona_name: str
    works_with: str


class WhyDialog(QDialog):
    """Answers one question and changes nothing."""

    def __init__(self, explained: Explained, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Why am I seeing this?"))
        self.setMinimumWidth(480)
        layout = column_of(self)
        title = QLabel(explained.finding.title)
        title.setObjectName("h1")
        layout.addWidget(title)
        rows = QGridLayout()
        rows.setHorizontalSpacing(16)
        rows.setVerticalSpacing(8)
        rows.setColumnStretch(1, 1)
        for number, (name, text) in enumerate(self._rows(explained)):
            rows.addWidget(self._label(name), number, 0)
            rows.addWidget(self._label(text, selectable=True), number, 1)
        layout.addLayout(rows)
        layout.addStretch(1)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.button(QDialogButtonBox.StandardButton.Close).setIcon(QIcon())  # a drawing of the style, not ours
        buttons.rejected.connect(self.reject)
        layout.addWidget(buttons)
        self.resize(_WIDTH, layout.totalHeightForWidth(_WIDTH))

    def _rows(self, explained: Explained) -> list[tuple[str, str]]:
        finding = explained.finding
        words = " … ".join(f"“{each}”" for each in explained.evidence)
        rows = [
            (self.tr("What decided it"), words),
            (self.tr("What is wrong"), finding.message),
            (self.tr("How it may be taken"), finding.why),
            (self.tr("Who could mind"), self._readers(explained)),
            (self.tr("The advice behind it"), f"{finding.guideline}: {explained.advice}"),
            (self.tr("What to write instead"), "\n".join(finding.instead)),
            (self.tr("The rule"), finding.rule_id),
            (
                self.tr("How to change it"),
                self.tr(
                    "Change the words, or choose Ignore… beside the finding: for this sentence, for this phrase on "
                    "{persona}, or for this whole rule on {persona}. Everything you ignored is listed under "
                    "Ignored findings, where you can take it back."
                ).format(persona=explained.persona_name),
            ),
        ]
        return [(name, text) for name, text in rows if text]

    def _readers(self, explained: Explained) -> str:
        names = {
            Group.FRIENDS: self.tr("friends"),
            Group.FAMILY: self.tr("family"),
            Group.COLLEAGUES: self.tr("colleagues"),
            Group.BOSS: self.tr("your boss"),
            Group.CLIENTS: explained.works_with,
            Group.STRANGERS: self.tr("strangers"),
        }
        return ", ".join(names[group] for group in Group if group in explained.finding.minds)

    def _label(self, text: str, *, selectable: bool = False) -> QLabel:
        label = QLabel(text)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(selectable)
        if selectable:
            label.setTextInteractionFlags(
                Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
            )
        label.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        return label

"""Why am I seeing this? The rule, the words that decided it, the advice behind it, and how to change it."""

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QGridLayout, QLabel, QWidget

from app.model.finding import Finding, Group
from app.reader.naming import is_readers
from app.reader.reading import Sureness
from ui.dialogs.question import column_of
from ui.widgets.second_reader_words import sureness_words

_WIDTH = 560


@dataclass(frozen=True, slots=True)
class SecondThoughts:
    """How sure the second reader is of a finding, and the posts it was taught with that read most like the draft."""

    sureness: Sureness
    likened: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Explained:
    """A finding with the words that decided it, as they stand in the draft, and the advice in full.

    ``second`` is there for what the second reader has found.
    """

    finding: Finding
    evidence: tuple[str, ...]
    advice: str
    persona_name: str
    works_with: str
    second: SecondThoughts | None = None


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
        by_reader = is_readers(finding)
        rows = [
            (self.tr("What weighed most") if by_reader else self.tr("What decided it"), words),
            *self._second_rows(explained.second),
            (self.tr("What is wrong"), finding.message),
            (self.tr("How it may be taken"), finding.why),
            (self.tr("Who could mind"), self._readers(explained)),
            (self.tr("The advice behind it"), f"{finding.guideline}: {explained.advice}"),
            (self.tr("What to write instead"), "\n".join(finding.instead)),
            (self.tr("The rule"), self._rule_words() if by_reader else finding.rule_id),
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

    def _rule_words(self) -> str:
        return self.tr(
            "None: the second reader, a small language model on this machine, has learned from examples what such "
            "posts read like. It can be switched off in the Review menu."
        )

    def _second_rows(self, second: SecondThoughts | None) -> list[tuple[str, str]]:
        if second is None:
            return []
        rows = [(self.tr("How sure it is"), sureness_words(second.sureness))]
        if second.likened:
            posts = "\n".join(f"“{' '.join(each.split())}”" for each in second.likened)
            label = self.tr("Most like it, posts it was taught with (written for Twofold):")
            hint = self.tr("Compare for yourself: if your post means something else, choose Ignore…")
            rows.append((self.tr("What it compares with"), f"{label}\n{posts}\n{hint}"))
        return rows

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

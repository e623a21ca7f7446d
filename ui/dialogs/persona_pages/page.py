"""One page of questions: a heading, a sentence about it, and its parts."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox, QFrame, QLabel, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from ui.dialogs.persona_pages.answers import Answers

LONGEST_WORDS = 60
LONGEST_LINK = 240


class Part(QWidget):
    """A few questions that belong together. Parts know nothing of each other; the dialog carries the answers.

    A part that ``grows`` takes the height that is left.
    """

    grows = False

    def show_answers(self, answers: Answers) -> None:
        """Show what was answered before."""
        raise NotImplementedError

    def answered(self, answers: Answers) -> Answers:
        """Return *answers* with what stands here now; raise ``Unclear`` for what cannot be kept."""
        raise NotImplementedError

    def enter(self, answers: Answers) -> None:
        """Take in what stands on the other pages now, when this part comes to the front."""

    def field_of(self, network_id: str) -> QWidget | None:
        """Return the field for the account on a network, the name's for an empty id, if it is here."""
        return None


class Page(QScrollArea):
    """A heading, a sentence and *parts*, one below the other; scrolls where there is not enough room."""

    def __init__(self, heading: str, words: str, *parts: Part) -> None:
        super().__init__()
        self._parts = parts
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(4, 4, 12, 4)
        column.setSpacing(12)
        title = QLabel(heading)
        title.setObjectName("h1")
        column.addWidget(title)
        column.addWidget(sentence(words))
        for part in parts:
            column.addWidget(part, 1 if part.grows else 0)
        if not any(part.grows for part in parts):
            column.addStretch(1)
        self.setWidget(inside)
        self.viewport().setAutoFillBackground(False)
        inside.setAutoFillBackground(False)

    def show_answers(self, answers: Answers) -> None:
        """Show what was answered before."""
        for part in self._parts:
            part.show_answers(answers)

    def answered(self, answers: Answers) -> Answers:
        """Return *answers* with what stands on this page now; raise ``Unclear`` for what cannot be kept."""
        for part in self._parts:
            answers = part.answered(answers)
        return answers

    def enter(self, answers: Answers) -> None:
        """Take in what stands on the other pages now."""
        for part in self._parts:
            part.enter(answers)

    def focus_first(self) -> None:
        """Go to the first thing on the page that the keyboard can reach."""
        inside = self.widget()
        assert inside is not None
        at = inside.nextInFocusChain()
        while at is not None and at is not inside and not _takes_the_keyboard(at):
            at = at.nextInFocusChain()
        if at is not None:
            at.setFocus(Qt.FocusReason.TabFocusReason)

    def field_of(self, network_id: str) -> QWidget | None:
        """Return the field for the account on a network, the name's for an empty id, if it is here."""
        fields = (part.field_of(network_id) for part in self._parts)
        return next((field for field in fields if field is not None), None)


def put_before(page: Page, *answers: QWidget) -> None:
    """Let Tab come to *answers* after everything on *page*, which was made later than they were."""
    last: QWidget = page
    at = page.nextInFocusChain()
    while at is not None and at is not page:
        if page.isAncestorOf(at) and at.focusPolicy() & Qt.FocusPolicy.TabFocus:
            last = at
        at = at.nextInFocusChain()
    for answer in answers:
        QWidget.setTabOrder(last, answer)
        last = answer


def _takes_the_keyboard(widget: QWidget) -> bool:
    return bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus) and widget.isEnabled()


class CalmComboBox(QComboBox):
    """A choice that the wheel scrolls past: it never changes what nobody looked at."""

    def __init__(self) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


def sentence(words: str, look: str = "body") -> QLabel:
    """Return *words* as a paragraph."""
    label = QLabel(words)
    label.setObjectName(look)
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setVisible(bool(words))
    return label


def line(name: str, placeholder: str = "", longest: int = LONGEST_WORDS) -> QLineEdit:
    """Return a field of one line that a screen reader calls *name*."""
    field = QLineEdit()
    field.setAccessibleName(name)
    field.setPlaceholderText(placeholder)
    field.setMaxLength(longest)
    return field

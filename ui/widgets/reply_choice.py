"""Two ready replies in the tone that is chosen, each copied with one key."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.model.contact_advice import ContactAdvice, Reply, Tone
from ui.widgets.button import Button
from ui.widgets.card import FINDING_RADIUS, Card
from ui.widgets.contact_words import tone_words
from ui.widgets.segmented_control import Segment, SegmentedControl
from ui.widgets.wrapped_label import wrapped_label

REPLIES = 2
_ICONS = {Tone.WARM: "sun", Tone.BRIEF: "clock", Tone.FORMAL: "briefcase"}


class ReplyChoice(QWidget):
    """A choice of tones above two replies; Alt+1 and Alt+2 copy one from anywhere in the dialog."""

    copied = Signal(object)  # Reply

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._advice: ContactAdvice | None = None
        self._tone = Tone.WARM
        self._tones = SegmentedControl(
            (Segment(tone, tone_words(tone), _ICONS[tone], "ink_soft") for tone in Tone), self.tr("Tone of the reply")
        )
        self._tones.choose(self._tone)
        self._tones.chosen.connect(self.choose_tone)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._tones, 0, Qt.AlignmentFlag.AlignLeft)
        self._cards = [ReplyCard(number) for number in range(1, REPLIES + 1)]
        for card in self._cards:
            column.addWidget(card)
            card.copied.connect(self.copied)

    def show_advice(self, advice: ContactAdvice) -> None:
        """Offer the replies of *advice* in the tone that is chosen."""
        self._advice = advice
        self.choose_tone(self._tone)

    def choose_tone(self, tone: str) -> None:
        """Show the replies that sound like *tone*."""
        self._tone = Tone(tone)
        self._tones.choose(self._tone)
        if self._advice is not None:
            for card, reply in zip(self._cards, self._advice.in_tone(self._tone), strict=True):
                card.show_reply(reply)


class ReplyCard(Card):
    """One reply as it will be sent, and the button that copies it."""

    copied = Signal(object)  # Reply

    def __init__(self, number: int, parent: QWidget | None = None) -> None:
        super().__init__(parent, radius=FINDING_RADIUS)
        self._reply: Reply | None = None
        self._text = wrapped_label()
        self._text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        keys = QKeySequence(f"Alt+{number}")
        shown = keys.toString(QKeySequence.SequenceFormat.NativeText)
        self._copy = Button(self.tr("Copy ({keys})").format(keys=shown), icon_name="copy")
        self._copy.setAccessibleName(self.tr("Copy reply {number}, {keys}").format(number=number, keys=shown))
        self._copy.clicked.connect(self._say_copied)
        QShortcut(keys, self, self._say_copied)  # a shortcut of the button's own would wait for its animation
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 10, 10, 10)
        row.setSpacing(12)
        row.addWidget(self._text, 1)
        row.addWidget(self._copy, 0, Qt.AlignmentFlag.AlignTop)

    def show_reply(self, reply: Reply) -> None:
        """Show *reply*; a screen reader hears it at its button."""
        self._reply = reply
        self._text.setText(reply.text)
        self._copy.setAccessibleDescription(reply.text)

    def _say_copied(self) -> None:
        if self._reply is not None:
            self.copied.emit(self._reply)

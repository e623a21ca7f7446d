"""What is said above a draft: a question about a paste first, then that it is an example, then where it belongs."""

from PySide6.QtCore import QLocale, Signal
from PySide6.QtWidgets import QWidget

from ui.widgets.notice_strip import Notice, NoticeAction, NoticeKind, NoticeStrip


class PaneStrip(NoticeStrip):
    """One thing at a time; what is less urgent waits until the other is answered."""

    example_kept = Signal()
    examples_removed = Signal()
    paste_answered = Signal(bool)
    move_asked = Signal()
    belongs_here = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._is_example = False
        self._paste: Notice | None = None
        self._belonging: Notice | None = None
        self.chosen.connect(self._answer)

    def show_example(self, *, is_example: bool) -> None:
        """Say whether the draft is an example; a question about a paste is off the table."""
        self._is_example, self._paste = is_example, None
        self._settle()

    def ask_about_paste(self, length: int) -> None:
        """Ask whether a text of *length* characters is to be put in."""
        words = self.tr("That is a long text: {length} characters. Put all of it into this draft?")
        self._paste = Notice(
            NoticeKind.WARN,
            words.format(length=QLocale().toString(length)),
            (NoticeAction("paste", self.tr("Put it in")), NoticeAction("leave", self.tr("Leave it out"))),
        )
        self._settle()

    def show_belonging(self, words: str, move_to: str | None) -> None:
        """Say that the draft reads like the other side, and offer to move it to the persona *move_to*."""
        stay = NoticeAction("stay", self.tr("It belongs here"))
        move = () if move_to is None else (NoticeAction("move", self.tr("Move to {name}").format(name=move_to)),)
        self._belonging = Notice(NoticeKind.WARN, words, (*move, stay))
        self._settle()

    def hide_belonging(self) -> None:
        """Say no more that the draft reads like the other side."""
        self._belonging = None
        self._settle()

    def _settle(self) -> None:
        self.show_notice(self._paste or (self._example() if self._is_example else self._belonging))

    def _example(self) -> Notice:
        return Notice(
            NoticeKind.INFO,
            self.tr("An example, to try things on. Type in it and it is yours."),
            (
                NoticeAction("keep", self.tr("Make it mine")),
                NoticeAction("remove", self.tr("Remove examples")),
            ),
        )

    def _answer(self, action: NoticeAction) -> None:
        if action.key == "keep":
            self.example_kept.emit()
        elif action.key == "remove":
            self.examples_removed.emit()
        elif action.key == "move":
            self.move_asked.emit()
        elif action.key == "stay":
            self.belongs_here.emit()
        else:
            self._paste = None
            self.paste_answered.emit(action.key == "paste")
            self._settle()

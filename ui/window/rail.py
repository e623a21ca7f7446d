"""The rail: start a draft, find one again, see that everything stays here."""

from collections.abc import Iterable
from datetime import datetime

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QIcon, QPainter, QPaintEvent
from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QLineEdit, QMenu, QVBoxLayout, QWidget

from app.model.draft import Stage
from app.model.ids import DraftId
from app.model.persona import Side
from ui.style import theme
from ui.style.icons import icon
from ui.widgets.button import Button, Look
from ui.widgets.draft_list import DraftGroup, DraftList
from ui.widgets.elided_label import ElidedLabel
from ui.widgets.icon_label import IconLabel
from ui.widgets.paragraphs import Paragraph, Paragraphs

_WIDTH = 218
_TYPING_PAUSE_MS = 150
_MARK = 28


class Rail(QFrame):
    """Lists the drafts of the two personas on show; knows the words typed into its search, not what they find."""

    new_asked = Signal(object)  # Side
    opened = Signal(object)  # DraftId
    menu_asked = Signal(object)  # MenuRequest
    filter_changed = Signal()
    trash_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedWidth(_WIDTH)
        self._new = Button(self.tr("New draft"), look=Look.PRIMARY, icon_name="plus")
        self._search = QLineEdit()
        self._search.setPlaceholderText(self.tr("Search"))
        self._search.setAccessibleName(self.tr("Search drafts"))
        self._search.setClearButtonEnabled(True)
        self._search.setMinimumHeight(32)
        self._lens = self._search.addAction(self._lens_icon(), QLineEdit.ActionPosition.LeadingPosition)
        self._lens.setText(self.tr("Search"))
        self._stages = QComboBox()
        self._stages.setAccessibleName(self.tr("Which drafts to list"))
        self._stages.setMinimumHeight(32)
        for words, stages in self._choices():
            self._stages.addItem(words, stages)
        self._list = DraftList()
        self._nothing = Paragraphs()
        self._trash = Button(self.tr("Trash"), look=Look.QUIET, icon_name="trash")
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_TYPING_PAUSE_MS)
        self._lay_out()
        self._connect()

    def words(self) -> str:
        """Return what is being searched for, empty when nothing is."""
        return self._search.text().strip()

    def stages(self) -> tuple[Stage, ...]:
        """Return the stages to list."""
        return tuple(Stage(value) for value in self._stages.currentData())

    def show_drafts(self, groups: Iterable[DraftGroup], on_show: frozenset[DraftId], now: datetime) -> None:
        """List the drafts of each side, those on show marked."""
        listed = tuple(groups)
        self._list.show_drafts(listed, on_show, now)
        anything = any(group.drafts for group in listed)
        self._nothing.setVisible(not anything)
        if not anything:
            self._nothing.show_paragraphs(Paragraph(self._why_nothing(), "ink_faint", small=True))

    def focus_search(self) -> None:
        """Put the cursor into the search, with what is there selected."""
        self._search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._search.selectAll()

    def focus_list(self) -> None:
        """Go to the list of drafts."""
        self._list.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def changeEvent(self, event: QEvent) -> None:
        if theme.is_theme_change(event):
            self._lens.setIcon(self._lens_icon())
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.current().colour("surface_quiet"))
        painter.fillRect(self.width() - 1, 0, 1, self.height(), theme.current().colour("line"))

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 14, 12)
        column.setSpacing(8)
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addWidget(IconLabel("twofold", size=_MARK))
        head.addWidget(ElidedLabel(self.tr("Twofold"), look="h1"), 1)
        foot = QHBoxLayout()
        foot.setSpacing(6)
        foot.addWidget(IconLabel("lock", "ink_faint", 14))
        foot.addWidget(ElidedLabel(self.tr("Stays on this computer"), look="muted"), 1)
        column.addLayout(head)
        column.addSpacing(4)
        column.addWidget(self._new)
        column.addWidget(self._search)
        column.addWidget(self._stages)
        column.addWidget(self._nothing)
        column.addWidget(self._list, 1)
        column.addWidget(self._trash, 0, Qt.AlignmentFlag.AlignLeft)
        column.addLayout(foot)
        self._nothing.hide()

    def _connect(self) -> None:
        self._new.clicked.connect(self._offer_sides)
        self._search.textChanged.connect(lambda _text: self._pause.start())
        self._search.returnPressed.connect(self.focus_list)
        self._pause.timeout.connect(self.filter_changed)
        self._stages.currentIndexChanged.connect(lambda _index: self.filter_changed.emit())
        self._list.opened.connect(self.opened)
        self._list.menu_asked.connect(self.menu_asked)
        self._trash.clicked.connect(self.trash_asked)

    def _offer_sides(self) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        colours = theme.current()
        personal = menu.addAction(icon("person", colours.personal), self.tr("Personal draft"))
        personal.triggered.connect(lambda: self.new_asked.emit(Side.PERSONAL))
        professional = menu.addAction(icon("briefcase", colours.professional), self.tr("Professional draft"))
        professional.triggered.connect(lambda: self.new_asked.emit(Side.PROFESSIONAL))
        menu.popup(self._new.mapToGlobal(self._new.rect().bottomLeft()))

    def _why_nothing(self) -> str:
        if self.words():
            return self.tr("No draft has these words. Examples and the trash are not searched.")
        return self.tr("No drafts at this stage.")

    def _lens_icon(self) -> QIcon:
        return icon("search", theme.current().ink_faint, 16)

    def _choices(self) -> tuple[tuple[str, list[str]], ...]:
        return (
            (self.tr("Being written"), [Stage.DRAFT.value, Stage.READY.value]),
            (self.tr("Ready"), [Stage.READY.value]),
            (self.tr("Handed off"), [Stage.HANDED_OFF.value]),
            (self.tr("Posted"), [Stage.POSTED.value]),
            (self.tr("Archived"), [Stage.ARCHIVED.value]),
            (self.tr("All drafts"), [stage.value for stage in Stage]),
        )

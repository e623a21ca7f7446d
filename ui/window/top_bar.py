"""Above the editors: which panes are shown, what is saved, the menu."""

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QMenu, QToolButton, QWidget

from ui.style import theme
from ui.widgets.button import IconButton
from ui.widgets.elided_label import ElidedLabel
from ui.widgets.segmented_control import Segment, SegmentedControl


class TopBar(QWidget):
    """A row of the window; it decides nothing itself."""

    panes_chosen = Signal(object)  # str: "personal", "both" or "professional"
    theme_chosen = Signal(object)  # str: "light" or "dark"
    rail_asked = Signal()

    def __init__(self, menu: QMenu, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rail = IconButton("file-text", self.tr("Drafts"))
        self._rail.clicked.connect(self.rail_asked)
        self._panes = SegmentedControl(
            (
                Segment("personal", self.tr("Personal"), "person", "personal"),
                Segment("both", self.tr("Side by side"), "side-by-side"),
                Segment("professional", self.tr("Professional"), "briefcase", "professional"),
            ),
            self.tr("Which drafts are shown"),
        )
        self._panes.chosen.connect(self.panes_chosen)
        self._saved = ElidedLabel(look="muted")
        self._theme = IconButton("moon", "")
        self._theme.clicked.connect(lambda: self.theme_chosen.emit(self._offered()))
        self._menu = IconButton("menu", self.tr("Menu"))
        self._menu.setMenu(menu)
        self._menu.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        QShortcut(QKeySequence("F10"), self, self._menu.showMenu)  # the button's own shortcut opens no menu
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(self._rail)
        row.addWidget(self._panes)
        row.addStretch(1)
        row.addWidget(self._saved)
        row.addWidget(self._theme)
        row.addWidget(self._menu)
        self._offer_theme()
        self.show_rail_button(shown=False)

    def show_panes(self, panes: str) -> None:
        """Mark which panes are on show."""
        self._panes.choose(panes)

    def show_saved(self, words: str) -> None:
        """Say what is on disk, or what has just left."""
        self._saved.set_text(words)

    def changeEvent(self, event: QEvent) -> None:
        if theme.is_theme_change(event):
            self._offer_theme()
        super().changeEvent(event)

    def _offered(self) -> str:
        return theme.LIGHT if theme.current().name == theme.DARK else theme.DARK

    def _offer_theme(self) -> None:
        if self._offered() == theme.DARK:
            self._theme.show_as("moon", self.tr("Switch to the dark theme"))
        else:
            self._theme.show_as("sun", self.tr("Switch to the light theme"))

    def show_rail_button(self, *, shown: bool) -> None:
        """Offer the list of drafts behind a button, for narrow windows."""
        self._rail.setVisible(shown)

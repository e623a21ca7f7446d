"""How the window is divided: rail, drafts and inspector side by side, or the first and the last over the drafts."""

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.widgets.compact_risk_line import CompactRiskLine
from ui.widgets.notice_strip import NoticeStrip
from ui.widgets.risk_panel import RiskPanel
from ui.window.draft_pane import DraftPane
from ui.window.rail import Rail
from ui.window.side_place import SidePlace
from ui.window.top_bar import TopBar

_WIDE_FROM = 1180
_PANEL_WIDTH = 316


class Frame(QWidget):
    """Holds the parts of the window in their places."""

    left = Signal()  # rail or inspector has gone from over the drafts and had the keyboard

    def __init__(
        self,
        rail: Rail,
        top: TopBar,
        strip: NoticeStrip,
        panes: Iterable[DraftPane],
        panel: RiskPanel,
        line: CompactRiskLine,
    ) -> None:
        super().__init__()
        self._top = top
        self._line = line
        panel.setFixedWidth(_PANEL_WIDTH)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(rail)
        column = QVBoxLayout()
        column.setContentsMargins(16, 14, 16, 14)
        column.setSpacing(12)
        column.addWidget(top)
        column.addWidget(strip)
        middle = QHBoxLayout()
        middle.setSpacing(12)
        for pane in panes:
            middle.addWidget(pane, 1)
        middle.addWidget(panel)
        column.addLayout(middle, 1)
        column.addWidget(line)
        row.addLayout(column, 1)
        self.rail_place = SidePlace(rail, row, self, Qt.Edge.LeftEdge)
        self.panel_place = SidePlace(panel, middle, self, Qt.Edge.RightEdge)
        for place in (self.rail_place, self.panel_place):
            place.left.connect(self.left)

    def fit(self, width: int) -> None:
        """Put everything side by side where *width* has room for it."""
        wide = width >= _WIDE_FROM
        self._top.show_rail_button(shown=not wide)
        self.rail_place.settle(wide=wide)
        self.panel_place.settle(wide=wide)
        self._line.setVisible(not wide)

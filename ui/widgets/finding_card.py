"""One entry of "Before you post": what, where, why, who could mind, how to put it instead, and what to do about it."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QMenu, QWidget

from app.model.finding import Finding
from app.model.policy import IgnoreScope
from ui.style.colours import SEVERITY_TOKENS
from ui.style.icons import SEVERITY_ICONS
from ui.widgets.button import Button, Look
from ui.widgets.finding_groups import MOST_FIXES, FindingGroup, FixChoice, IgnoreChoice, Readership
from ui.widgets.finding_words import (
    fix_words,
    instead_words,
    minds_words,
    quoted,
    scope_words,
    times_words,
    whole_sentence,
)
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.icon_label import IconLabel
from ui.widgets.paragraphs import Paragraph
from ui.widgets.place_card import PlaceCard

_MOST_QUOTED_LINES = 3


class FindingCard(PlaceCard):
    """Shows one group of findings; Enter means *Show*, which walks through the places of the group."""

    fix_chosen = Signal(object)  # FixChoice
    ignored = Signal(object)  # IgnoreChoice
    why_asked = Signal(object)  # Finding

    def __init__(self, group: FindingGroup, readership: Readership, parent: QWidget | None = None) -> None:
        icon = IconLabel(SEVERITY_ICONS[group.severity], SEVERITY_TOKENS[group.severity])
        super().__init__(icon, group.severity, None, parent)
        self._group, self._readership = group, readership
        self._fix_buttons = [Button("", look=Look.QUIET) for _ in range(MOST_FIXES)]
        self._ignore_button = Button(self.tr("Ignore…"), look=Look.QUIET)
        self._why_button = Button(self.tr("Why?"), look=Look.QUIET)
        self._why_button.setAccessibleName(self.tr("Why am I seeing this?"))
        self._why_button.setToolTip(self.tr("Why am I seeing this?"))
        self._lay_out()
        self._connect()
        self._show_group()

    def group(self) -> FindingGroup:
        """Return what is on the card."""
        return self._group

    def show_group(self, group: FindingGroup, readership: Readership) -> None:
        """Put another group on the card; what looks the same is left alone."""
        if (group, readership) == (self._group, self._readership):
            return
        if group.key != self._group.key:
            self._place = 0
        self._group, self._readership = group, readership
        self._show_group()

    def tab_stops(self) -> tuple[QWidget, ...]:
        """Return the card and its buttons in reading order."""
        return (self, *self._buttons())

    def ignore_menu(self) -> QMenu:
        """Return a menu with the three ways to ignore, in words."""
        menu = QMenu(self)
        menu.setAccessibleName(self.tr("Ignore"))
        for scope in IgnoreScope:
            words = scope_words(scope, self._readership).replace("&", "&&")
            menu.addAction(words).triggered.connect(partial(self._ignore, scope))
        return menu

    def _findings_here(self) -> tuple[Finding, ...]:
        return self._group.findings

    def _lay_out(self) -> None:
        column = self._column_of_words()
        fixes, actions = FlowLayout(gap=2), FlowLayout(gap=2)
        for button in self._fix_buttons:
            fixes.addWidget(button)
        for button in (self._show_button, self._ignore_button, self._why_button):
            actions.addWidget(button)
        column.setSpacing(0)
        column.addSpacing(2)
        column.addLayout(fixes)
        column.addLayout(actions)

    def _buttons(self) -> tuple[Button, ...]:
        return (*self._fix_buttons, self._show_button, self._ignore_button, self._why_button)

    def _connect(self) -> None:
        for number, button in enumerate(self._fix_buttons):
            button.clicked.connect(partial(self._choose_fix, number))
        self._ignore_button.clicked.connect(self._open_ignore_menu)
        self._why_button.clicked.connect(self._ask_why)

    def _show_group(self) -> None:
        group, finding, severity = self._group, self._group.first, self._group.severity
        token = SEVERITY_TOKENS[severity]
        self.set_colours(surface=f"{token}_tint", line=None, bar=token)
        self._icon.show_icon(SEVERITY_ICONS[severity], token)
        self._title.show_paragraphs(Paragraph(finding.title, "ink", bold=True))
        self._word.show_severity(severity)
        self._body.show_paragraphs(
            Paragraph(quoted(group.words), "ink", italic=True, most_lines=_MOST_QUOTED_LINES),
            Paragraph(" ".join(part for part in (times_words(group), finding.message, finding.why) if part)),
            Paragraph(instead_words(group), "ink"),
            Paragraph(minds_words(group, self._readership), small=True),
        )
        self._show_buttons()
        self.setAccessibleName(whole_sentence(group, self._readership))

    def _show_buttons(self) -> None:
        fixes = self._group.fixes
        for number, button in enumerate(self._fix_buttons):
            if number < len(fixes):
                button.set_words(fix_words(fixes[number].replacement))
            button.setVisible(number < len(fixes))
        for button in self._buttons():
            button.set_severity(self._group.severity)

    def _choose_fix(self, number: int) -> None:
        if number < len(self._group.fixes):
            self.fix_chosen.emit(FixChoice(self._group.first, self._group.fixes[number]))

    def _open_ignore_menu(self) -> None:
        menu = self.ignore_menu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self._ignore_button.mapToGlobal(self._ignore_button.rect().bottomLeft()))

    def _ignore(self, scope: IgnoreScope) -> None:
        self.ignored.emit(IgnoreChoice(self._group.first, scope))

    def _ask_why(self) -> None:
        self.why_asked.emit(self._group.first)

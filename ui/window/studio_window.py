"""The window: the rail, the two panes, the inspector, and what holds them together."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from datetime import date, datetime
from functools import partial

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QCloseEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QMainWindow, QMenu

from app.errors import PersonaLocked, RulePackError, TwofoldError
from app.model.finding import Report
from app.model.ids import DraftId, PersonaId
from app.model.persona import Persona, Side
from app.reader.reading import Reading
from app.store.saver import SavedMark
from app.store.settings import Panes, Settings, Theme
from app.studio.changes import Topic
from app.studio.studio import Studio
from ui.bridge.midnight import Midnight
from ui.bridge.second_reader import Opens
from ui.bridge.studio_signals import Notice as Change
from ui.bridge.studio_signals import StudioSignals
from ui.widgets.announcer import announce
from ui.widgets.compact_risk_line import CompactRiskLine
from ui.widgets.draft_list import MenuRequest
from ui.widgets.notice_strip import NoticeAction, NoticeStrip
from ui.widgets.risk_panel import RiskPanel
from ui.window.actions import Actions
from ui.window.coming_forward import come_forward
from ui.window.desks import Desks, Parts, Surroundings
from ui.window.draft_pane import DraftPane
from ui.window.frame import Frame
from ui.window.moving_desk import Crossing
from ui.window.rail import Rail
from ui.window.reader_desk import shipped_reading
from ui.window.safekeeping import Safekeeping
from ui.window.sentences import sentence_for
from ui.window.top_bar import TopBar

_LEAST = QSize(760, 560)
_USUAL = QSize(1440, 900)
_IDLE_MS = 3000


class StudioWindow(QMainWindow):
    """Creates the parts of the window and connects them; the desks do the work."""

    settings_changed = Signal(object)  # Settings
    closing = Signal()
    _first_painted = Signal()

    def __init__(
        self,
        studio: Studio,
        signals: StudioSignals,
        settings: Settings,
        now: Callable[[], datetime],
        opens_reader: Opens = shipped_reading,
    ) -> None:
        super().__init__()
        self._studio = studio
        self._signals = signals
        self._settings = settings
        self._now = now
        self._is_painted = False
        self.setMinimumSize(_LEAST)
        self.resize(_USUAL)
        self._panes = {side: DraftPane(side, self._review, partial(self._join, side)) for side in Side}
        self._panel = RiskPanel()
        self._line = CompactRiskLine()
        self._rail = Rail()
        size = QSize(*settings.rule_desk) if settings.rule_desk else None
        parts = Parts(self._panes, self._panel, self._line, self._rail)
        around = Surroundings(self, self.open_draft, self._about_actions, now, opens_reader, size)
        self._desks = Desks(studio, signals, parts, around)
        self._desk = self._desks.drafts
        self._actions = Actions(self._desks.slots() | self._slots(), self)
        self._actions["second_reader"].setChecked(settings.second_reader)
        self._top = TopBar(self._actions.menu(self))
        self._strip = NoticeStrip()
        self._safekeeping = Safekeeping(studio, signals, self._strip, now, self)
        self._frame = Frame(self._rail, self._top, self._strip, self._panes.values(), self._panel, self._line)
        self.setCentralWidget(self._frame)
        self._midnight = Midnight(self._days, self)
        self._idle = QTimer(self)
        self._idle.setSingleShot(True)
        self._idle.setInterval(_IDLE_MS)
        self._connect()
        for persona_id in settings.on_show:
            with suppress(PersonaLocked):
                studio.personas.show(PersonaId(persona_id))
        self._show_personas()
        self.show_panes(settings.panes)
        self._safekeeping.stand_by()
        self._desks.lists.refresh()
        self._follow(self._desk.side)
        self._frame.fit(self.width())
        self._idle.start()
        self._desk.focus(self._desk.side)

    def show_panes(self, panes: Panes) -> None:
        """Show both drafts side by side, or one alone."""
        self._panes[Side.PERSONAL].setVisible(panes != "professional")
        self._panes[Side.PROFESSIONAL].setVisible(panes != "personal")
        self._top.show_panes(panes)
        if panes != "both":
            self._desk.focus(Side(panes))
        self._reports_changed()
        self._change_settings(replace(self._settings, panes=panes))

    def keep(self) -> None:
        """Hand everything on screen to the saver."""
        self._desk.keep()

    def warn(self, problem: BaseException) -> None:
        """Say in a strip above the drafts what went wrong, until it is answered or mended."""
        self._safekeeping.warn(problem)

    def inform(self, words: str, *actions: NoticeAction) -> None:
        """Say something in the strip above the drafts."""
        self._safekeeping.inform(words, *actions)

    def invite(self) -> None:
        """Offer the five questions, where there is nothing else to say."""
        if self._strip.notice() is None:
            self._desks.personas.invite()

    def come_forward(self) -> None:
        """Show the window above others, out of its icon if need be."""
        come_forward(self)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._is_painted:
            self._is_painted = True
            self._first_painted.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._frame.fit(self.width())

    def closeEvent(self, event: QCloseEvent) -> None:
        self.keep()
        if not self._safekeeping.may_close():
            event.ignore()
            return
        self._safekeeping.stop()
        self._signals.saved.disconnect(self._saved)
        self._idle.stop()
        self._midnight.stop()
        self._desks.stop()
        event.accept()
        self.closing.emit()

    # Building

    def _slots(self) -> dict[str, Callable[[], object]]:
        return {
            "quit": self.close,
            "search": self._go_to_search,
            "next_finding": lambda: self._step(1),
            "previous_finding": lambda: self._step(-1),
            "both_panes": lambda: self.show_panes("both"),
            "personal_pane": lambda: self.show_panes("personal"),
            "professional_pane": lambda: self.show_panes("professional"),
            "other_pane": self._go_across,
            "to_findings": self.show_findings,
            "to_drafts": self._go_to_drafts,
            "second_reader": self._switch_reader,
            "theme_system": lambda: self._choose_theme("system"),
            "theme_light": lambda: self._choose_theme("light"),
            "theme_dark": lambda: self._choose_theme("dark"),
        }

    def _connect(self) -> None:
        desks = self._desks
        desks.connect_failures(self.warn)
        self._top.panes_chosen.connect(self.show_panes)
        self._top.theme_chosen.connect(self._choose_theme)
        self._top.rail_asked.connect(self._go_to_drafts)
        self._rail.opened.connect(self.open_draft)
        self._rail.new_asked.connect(self._desk.new)
        self._rail.menu_asked.connect(self._show_draft_menu)
        self._frame.left.connect(lambda: self._desk.focus(self._desk.side))
        self._desk.side_changed.connect(self._follow)
        self._desk.trashed.connect(self._offer_undo)
        desks.reviews.copied.connect(self._say_copied)
        desks.moves.crossed.connect(self._say_crossed)
        desks.moves.crossed.connect(desks.lens.end_after)
        desks.roll.told.connect(self._say_with_answer)
        desks.personas.told.connect(self._say_with_answer)
        desks.roll.shown_changed.connect(self._remember_personas)
        desks.rules.sized.connect(self._remember_rule_desk)
        desks.reviews.wordings_found.connect(self._reports_changed)
        desks.reader.said_changed.connect(self._reports_changed)
        self._panel.shown.connect(desks.reviews.show_finding)
        self._panel.fix_chosen.connect(desks.reviews.fix)
        self._panel.ignored.connect(desks.reviews.ignore)
        self._panel.why_asked.connect(desks.reviews.explain)
        self._panel.persona_asked.connect(desks.personas.ask_who_reads)
        self._line.all_asked.connect(lambda _report: self.show_findings())
        self._safekeeping.chosen.connect(self._answer)
        self._safekeeping.save_state_changed.connect(self._top.show_saved)
        for pane in self._panes.values():
            pane.report_changed.connect(lambda _side: self._reports_changed())
            pane.noticed.connect(self.inform)
            pane.retry_asked.connect(self._unlock)
            pane.persona_asked.connect(desks.personas.describe)
            pane.boundaries_asked.connect(desks.personas.show_boundaries)
        self._signals.changed.connect(self._changed)
        self._signals.saved.connect(self._saved)
        self._idle.timeout.connect(self._tidy)
        self._midnight.passed.connect(self._begin_day)
        self._first_painted.connect(self._begin_reviewing, Qt.ConnectionType.QueuedConnection)

    def _show_personas(self) -> None:
        self._desk.show_personas()
        for locked in self._studio.vaults.locked():
            if self._panes[locked.side].persona is None:
                self._panes[locked.side].show_locked(sentence_for(locked.reason))

    def _about_actions(self) -> tuple[QAction, ...]:
        return tuple(self._actions[name] for name in ("describe_persona", "boundaries", "five_questions"))

    # What happens

    def _review(self, side: Side, text: str) -> Report | None:
        return self._desks.reviews.review(side, text)

    def _join(self, side: Side, report: Report, reading: Reading) -> Report:
        return self._desks.reviews.join(side, report, reading)

    def _begin_reviewing(self) -> None:
        """Load the rules, now that the drafts are on screen, and review what is there; then the second reader may."""
        problems = self._studio.reviewing.make_ready()
        for pane in (self._desk.pane, self._desk.other_pane):
            pane.review_again()
        if problems:
            self.warn(RulePackError(problems))
        self._desks.reader.begin(on=self._settings.second_reader)

    def _switch_reader(self) -> None:
        on = self._actions["second_reader"].isChecked()
        self._change_settings(replace(self._settings, second_reader=on))
        self._desks.reader.switch(on=on)

    def _days(self) -> tuple[date, ...]:
        return tuple(self._studio.personas.today(each) for each in self._studio.personas.on_show())

    def _begin_day(self) -> None:
        for pane in self._panes.values():
            pane.review_again()
        self._desks.lists.refresh()

    def _follow(self, side: Side) -> None:
        persona = self._panes[side].persona
        words = {Side.PERSONAL: self.tr("Personal (locked)"), Side.PROFESSIONAL: self.tr("Professional (locked)")}
        name = persona.name if persona is not None else words[side]
        self.setWindowTitle(self.tr("Twofold - {persona}").format(persona=name))
        self._desks.asking.tick(self._actions)
        self._reports_changed()

    def _reports_changed(self) -> None:
        pane, other = self._desk.pane, self._desk.other_pane
        if pane.persona is not None:
            self._show_report(pane, pane.persona)
        if other.persona is not None:
            on_show = other.draft is not None and other.isVisibleTo(self)
            self._panel.show_other(other.persona.name, other.verdict() if on_show else None)

    def _show_report(self, pane: DraftPane, persona: Persona) -> None:
        self._panel.show_second_reader(self._desks.reader.words(pane.side))
        if pane.is_reviewed:
            report, raised = self._desks.reviews.worded(pane.side), self._desks.lens.raised(pane.side)
            is_checking = pane.is_checking and not report.findings
            self._panel.set_report(report, persona.name, persona.works_with, raised, is_checking=is_checking)
            self._line.show_report(report, persona.name, is_checking=is_checking)
        else:
            self._panel.show_checking(persona.name)
            self._line.show_checking(persona.name)

    def _changed(self, change: Change) -> None:
        if Topic.PERSONAS in change.changes.topics:
            self._follow(self._desk.side)
            self._desks.lists.refresh_soon()  # first the draft, then what else there is
        elif Topic.DRAFTS in change.changes.topics:
            self._desks.lists.refresh()

    def _saved(self, _mark: SavedMark) -> None:
        self._desks.lists.refresh_soon()
        self._idle.start()

    def _answer(self, action: NoticeAction) -> None:
        if action.key.startswith("restore:"):
            self._desk.restore(DraftId(action.key.removeprefix("restore:")))
        elif action.key.startswith("move-back:"):
            self._desks.moves.move_back(DraftId(action.key.removeprefix("move-back:")))
        else:
            self._desks.roll.answer(action)
            self._desks.personas.answer(action)

    def _offer_undo(self, draft_id: DraftId) -> None:
        self.inform(
            self.tr("Moved to the trash, where it stays for 30 days."),
            NoticeAction(f"restore:{draft_id}", self.tr("Undo")),
        )

    def _say_crossed(self, crossing: Crossing) -> None:
        if not self._desk.pane.isVisibleTo(self):
            self.show_panes("both")
        back = NoticeAction(f"move-back:{crossing.draft_id}", self.tr("Move it back"))
        self._say_with_answer(crossing.words, back if crossing.can_go_back else None)

    def _say_with_answer(self, words: str, answer: NoticeAction | None) -> None:
        self.inform(words, *([answer] if answer is not None else []))
        announce(self, words)

    def _remember_personas(self, on_show: tuple[PersonaId, ...]) -> None:
        self._change_settings(replace(self._settings, on_show=on_show))

    def _remember_rule_desk(self, size: QSize) -> None:
        self._change_settings(replace(self._settings, rule_desk=(size.width(), size.height())))

    def _say_copied(self, side: Side) -> None:
        persona = self._panes[side].persona
        words = self.tr("Copied for {persona}").format(persona=persona.name if persona is not None else "")
        self._top.show_saved(words)
        announce(self, words)

    def _unlock(self, side: Side) -> None:
        self._studio.unlock()
        self._show_personas()
        self._safekeeping.stand_by()
        if self._panes[side].persona is not None:
            self._desks.lists.refresh()
            self._follow(self._desk.side)

    def _tidy(self) -> None:
        try:
            self._studio.drafting.tidy()
        except TwofoldError as problem:
            self.warn(problem)

    def _show_draft_menu(self, asked: MenuRequest) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(self.tr("Open"), lambda: self.open_draft(asked.draft_id))
        for name in ("duplicate", "mark_posted", "archive", "back_to_draft"):
            action = self._actions[name]
            menu.addAction(action.text(), partial(self._open_and, action, asked.draft_id))
        menu.addAction(self.tr("Move to trash"), lambda: self._desk.trash(asked.draft_id))
        menu.popup(asked.position)

    def _open_and(self, action: QAction, draft_id: DraftId) -> None:
        self.open_draft(draft_id)
        action.trigger()

    # Going about

    def open_draft(self, draft_id: DraftId) -> None:
        """Show a draft, and its twin beside it."""
        self._frame.rail_place.leave()
        self._desk.open(draft_id)
        if not self._desk.pane.isVisibleTo(self):
            self.show_panes("both")

    def _step(self, direction: int) -> None:
        finding = self._desks.reviews.step(direction)
        if finding is not None:
            announce(self, f"{finding.title}. {finding.message}")

    def _go_across(self) -> None:
        other = self._desk.side.other
        if not self._panes[other].isVisibleTo(self):
            self.show_panes("both")
        self._desk.focus(other)

    def show_findings(self) -> None:
        """Go to the list of findings, over the drafts where the window is narrow."""
        self._frame.panel_place.come()
        self._panel.focus_findings()

    def _go_to_drafts(self) -> None:
        self._frame.rail_place.come()
        self._rail.focus_list()

    def _go_to_search(self) -> None:
        self._frame.rail_place.come()
        self._rail.focus_search()

    def _choose_theme(self, theme: Theme) -> None:
        self._change_settings(replace(self._settings, theme=theme))

    def _change_settings(self, settings: Settings) -> None:
        if settings != self._settings:
            self._settings = settings
            self.settings_changed.emit(settings)

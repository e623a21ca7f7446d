"""One persona's draft: its band, what there is to say about it, title, text, counters, and what to do with it."""

from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise

from PySide6.QtCore import QEvent, QLocale, QPoint, Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSizePolicy, QStackedWidget, QToolButton, QVBoxLayout, QWidget

from app.model.draft import Draft, Stage
from app.model.finding import Finding, Fix, Report, Span
from app.model.persona import Persona, Side
from app.platforms.counting import count
from app.platforms.limits import network
from app.reader.reading import Reading
from app.store.saver import Edit
from ui.bridge.highlighter import FindingHighlighter
from ui.bridge.live_report import LiveReport
from ui.style import theme
from ui.widgets.button import Button, IconButton, Look
from ui.widgets.card import Card
from ui.widgets.counter import CounterRow
from ui.widgets.draft_editor import DraftEditor
from ui.widgets.draft_model import stage_words
from ui.widgets.elided_label import ElidedLabel
from ui.widgets.network_menu import NetworkMenu
from ui.widgets.persona_band import PersonaBand
from ui.widgets.picture_button import PictureButton
from ui.widgets.title_field import TitleField
from ui.widgets.verdict import CHECKING, Verdict, verdict_of
from ui.window.lens_view import LensView, own_colours
from ui.window.next_step import next_step
from ui.window.pair_line import Pairing, PairLine
from ui.window.pane_strip import PaneStrip
from ui.window.vacancy import Vacancy

_COUNT_PAUSE_MS = 60
_LEAST_WIDTH = 340


class DraftPane(Card):
    """Shows and edits one draft; tells what was typed and asked, and leaves every decision to the window."""

    edited = Signal(object)  # Edit
    report_changed = Signal(object)  # Side
    text_written = Signal()
    draft_shown = Signal()  # this draft or another, or none
    entered = Signal(object)  # Side
    networks_chosen = Signal(object)  # tuple[str, ...]
    picture_chosen = Signal(object)  # Picture
    copy_asked = Signal(object)  # Side
    next_step_asked = Signal(object)  # Side
    twin_asked = Signal(object)  # Side
    pair_asked = Signal()
    new_asked = Signal(object)  # Side
    noticed = Signal(object)  # str, a sentence about something that happened to the text
    example_kept = Signal(object)  # Side
    examples_removed = Signal()
    retry_asked = Signal(object)  # Side
    persona_asked = Signal(object)  # Side
    personas_asked = Signal(object)  # Side
    boundaries_asked = Signal(object)  # Side

    def __init__(
        self,
        side: Side,
        review: Callable[[Side, str], Report | None],
        join: Callable[[Report, Reading], Report] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.side = side
        self._persona: Persona | None = None
        self._draft: Draft | None = None
        self.setMinimumWidth(_LEAST_WIDTH)
        self._band = PersonaBand(side)
        self.strip = PaneStrip()
        self._pair_line = PairLine(side)
        self._title = TitleField()
        self._stage = ElidedLabel(look="muted")
        self.editor = DraftEditor()
        highlighter = FindingHighlighter(self.editor.document(), own_colours())
        self.lens = LensView(self.editor, highlighter)
        self._review = review
        self.live = LiveReport(self.editor, highlighter, self._reviewed, join=join)
        self._counters = CounterRow()
        self._networks = IconButton("settings", self.tr("Networks"))
        self._networks.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._picture = PictureButton()
        self._copy = Button("", icon_name="copy")
        self._next = Button("", look=Look.PRIMARY, icon_name="circle-check")
        self._count_pause = QTimer(self)
        self._count_pause.setSingleShot(True)
        self._count_pause.setInterval(_COUNT_PAUSE_MS)
        self._vacancy = Vacancy(side)
        self._stack = QStackedWidget()
        self._lay_out()
        self._connect()

    @property
    def draft(self) -> Draft | None:
        """The draft on show as last told, with the stage that typing has left it in."""
        return self._draft

    @property
    def persona(self) -> Persona | None:
        """The persona on show, ``None`` while its vault is not open."""
        return self._persona

    def report(self) -> Report:
        """Return the review of exactly the text on screen; skipped as a whole while it is still to come."""
        return self.live.report()

    @property
    def is_reviewed(self) -> bool:
        """Whether the text on screen has been reviewed; if not, the review is still to come."""
        return self.live.is_reviewed

    def verdict(self) -> Verdict:
        """Return what the review came to, or that it is still to come."""
        return verdict_of(self.report(), is_checking=self.is_checking) if self.is_reviewed else CHECKING

    @property
    def is_checking(self) -> bool:
        """Whether the second reader has still to say something about the text on screen."""
        return self.live.is_checking

    def take_reading(self, reading: Reading) -> None:
        """Show what the second reader says about the text on screen, or about what stood there a moment ago."""
        if self._draft is not None:
            self.live.take_reading(reading)

    def words(self, span: Span) -> str:
        """Return the words of the draft that *span* covers."""
        return self.editor.text()[span.start : span.end]

    def show_persona(self, persona: Persona, colour: str = "") -> None:
        """Name the persona in the band, in its colour, in the copy button and for screen readers."""
        if self._persona is not None and self._persona.id != persona.id:
            self.show_draft(None)
        self._persona = persona
        self._band.show_colour(colour)
        handle = persona.handles[0].name if persona.handles else ""
        self._band.show_persona(persona.name, " · ".join(dict.fromkeys(each.name for each in persona.handles)))
        self._copy.set_words(self.tr("Copy for {persona}").format(persona=f"{persona.name} {handle}".strip()))
        self.editor.setAccessibleName(self.tr("{persona} draft").format(persona=persona.name))
        self._title.setAccessibleName(self.tr("Title of the {persona} draft").format(persona=persona.name))
        self._counters.setAccessibleName(self.tr("Characters left, {persona} draft").format(persona=persona.name))
        self._networks.show_as("settings", self.tr("Networks of {persona}").format(persona=persona.name))
        self._networks.setMenu(self._network_menu(persona))
        self._count()

    def show_locked(self, sentence: str) -> None:
        """Say why this persona's drafts cannot be opened."""
        self._persona, self._draft = None, None
        words = {Side.PERSONAL: self.tr("Personal (locked)"), Side.PROFESSIONAL: self.tr("Professional (locked)")}
        self._band.show_persona(words[self.side], is_locked=True)
        self._band.show_verdict(None)
        self._vacancy.show_locked(sentence)
        self._stack.setCurrentWidget(self._vacancy)

    def show_draft(self, draft: Draft | None) -> None:
        """Show *draft* where it was left, or that nothing is open."""
        had_keyboard = self._stack.isAncestorOf(self.window().focusWidget())
        self._draft = draft
        self.live.forget_reading()
        if draft is None:
            self._vacancy.show_empty()
            self._stack.setCurrentWidget(self._vacancy)
            self.editor.set_text("")
            if had_keyboard:
                self.focus_writing()
        else:
            self._title.show_title(draft.title)
            self.editor.set_text(draft.text)
            self.editor.place_caret(draft.cursor)
            self.editor.set_scroll_fraction(draft.scroll)
            self._stack.setCurrentIndex(0)
        self.live.review_again()
        self._count()
        self._show_state()
        self._say_verdict()
        self.draft_shown.emit()

    def refresh(self, draft: Draft) -> None:
        """Take over what changed around the text (stage, pair, title), which stays as it is on screen."""
        assert self._draft is not None
        self._draft = replace(draft, text=self.editor.text())
        if draft.title != self._title.text() and not self._title.hasFocus():
            self._title.show_title(draft.title)
        self._show_state()

    def review_again(self) -> None:
        """Review the text again, after the policy or what is ignored has changed."""
        self.live.review_again()

    def below_band(self) -> QPoint:
        """Return where on the screen a menu of the band's button opens."""
        return self._band.below_button()

    def show_pairing(self, pairing: Pairing) -> None:
        """Say which draft this one is paired with, or offer what could be."""
        self._pair_line.tell(pairing)

    def edit(self) -> Edit | None:
        """Return the state of the draft as it is on screen, ``None`` when none is open."""
        if self._draft is None:
            return None
        return Edit(
            self._draft.persona_id,
            self._draft.id,
            self._title.text(),
            self.editor.text(),
            self.editor.caret(),
            self.editor.scroll_fraction(),
        )

    def apply_fix(self, fix: Fix) -> None:
        """Put a wording in place of the words it was made for; one step to undo."""
        self.editor.apply_fix(fix.span, fix.replacement)

    def show_finding(self, finding: Finding) -> None:
        """Select the words of *finding*."""
        self.editor.select_span(finding.span)

    def focus_writing(self) -> None:
        """Go to the text, or to the button that starts one where no draft is open."""
        if self._draft is not None:
            self.editor.setFocus()
        else:
            self._vacancy.focus_button()

    def focus_title(self) -> None:
        """Go to the title, with all of it selected."""
        self._title.setFocus()
        self._title.selectAll()

    def eventFilter(self, watched: object, event: QEvent) -> bool:
        if event.type() is QEvent.Type.FocusIn:
            self.entered.emit(self.side)
        return False

    def changeEvent(self, event: QEvent) -> None:
        if theme.is_theme_change(event):
            self.lens.colour()
        super().changeEvent(event)

    def _lay_out(self) -> None:
        writing = QWidget()
        column = QVBoxLayout(writing)
        column.setContentsMargins(0, 0, 0, 14)
        column.setSpacing(0)
        above = QVBoxLayout()
        above.setContentsMargins(12, 10, 12, 0)
        above.addWidget(self.strip)
        column.addLayout(above)
        inside = QVBoxLayout()
        inside.setContentsMargins(20, 14, 20, 0)
        inside.setSpacing(8)
        self._title.setPlaceholderText(self.tr("Title, for you alone"))
        self.editor.setPlaceholderText(self.tr("Write the post…"))
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self._title, 1)
        head.addWidget(self._stage)
        self._stage.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        inside.addLayout(head)
        inside.addWidget(self.editor, 1)
        inside.addWidget(self._pair_line)
        counters = QHBoxLayout()
        counters.addWidget(self._counters, 1)
        counters.addWidget(self._picture, 0, Qt.AlignmentFlag.AlignTop)
        counters.addWidget(self._networks, 0, Qt.AlignmentFlag.AlignTop)
        inside.addLayout(counters)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self._copy)
        buttons.addStretch(1)
        buttons.addWidget(self._next)
        inside.addLayout(buttons)
        column.addLayout(inside, 1)
        self._stack.addWidget(writing)
        self._stack.addWidget(self._vacancy)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(1, 1, 1, 1)
        whole.setSpacing(0)
        whole.addWidget(self._band)
        whole.addWidget(self.lens.line)
        whole.addWidget(self._stack, 1)
        self._order_tab_stops()

    def _order_tab_stops(self) -> None:
        above = (*self._band.tab_stops(), *self.lens.line.tab_stops(), *self.strip.tab_stops())
        text = (self._title, self.editor)
        below = (self._counters, self._picture, self._networks, self._copy, self._next)
        for before, after in pairwise((*above, *text, *self._pair_line.tab_stops(), *below)):
            QWidget.setTabOrder(before, after)

    def _connect(self) -> None:
        self.editor.text_edited.connect(self._text_edited)
        self._title.textEdited.connect(lambda _title: self._tell_edit())
        self.live.report_changed.connect(self._say_verdict)
        self.live.text_written.connect(self.text_written)
        self._count_pause.timeout.connect(self._count)
        self._copy.clicked.connect(lambda: self.copy_asked.emit(self.side))
        self._picture.chosen.connect(self.picture_chosen)
        self._next.clicked.connect(lambda: self.next_step_asked.emit(self.side))
        self._pair_line.twin_asked.connect(lambda: self.twin_asked.emit(self.side))
        self._pair_line.pair_asked.connect(self.pair_asked)
        self.strip.example_kept.connect(lambda: self.example_kept.emit(self.side))
        self.strip.examples_removed.connect(self.examples_removed)
        self.strip.paste_answered.connect(self._answer_paste)
        self._band.personas_asked.connect(lambda: self.personas_asked.emit(self.side))
        self._band.boundaries_asked.connect(lambda: self.boundaries_asked.emit(self.side))
        self.editor.characters_removed.connect(self._say_removed)
        self.editor.large_paste_offered.connect(self.strip.ask_about_paste)
        self.editor.paste_refused.connect(self._say_refused)
        self.editor.wrapping_changed.connect(self._say_wrapped)
        self._vacancy.new_asked.connect(lambda: self.new_asked.emit(self.side))
        self._vacancy.retry_asked.connect(lambda: self.retry_asked.emit(self.side))
        for part in (self.editor, self._title, self._copy, self._next, self._picture, self._networks):
            part.installEventFilter(self)

    def _reviewed(self, text: str) -> Report | None:
        return Report(text) if self._draft is None else self._review(self.side, text)

    def _text_edited(self, text: str) -> None:
        if self._draft is None:
            return
        stage = Stage.DRAFT if self._draft.stage is Stage.READY else self._draft.stage
        self._draft = replace(self._draft, text=text, stage=stage, example=False)
        self._show_state()
        self._tell_edit()
        self._count_pause.start()

    def _tell_edit(self) -> None:
        edit = self.edit()
        if edit is not None:
            self.edited.emit(edit)

    def _count(self) -> None:
        if self._persona is not None:
            text, own = self.editor.text(), dict(self._persona.own_limits)
            self._counters.show_counts(
                tuple(count(text, network(each), limit=own.get(each)) for each in self._persona.networks)
            )

    def _say_verdict(self) -> None:
        self._band.show_verdict(self.verdict() if self._draft is not None else None)
        self.report_changed.emit(self.side)

    def _show_state(self) -> None:
        draft = self._draft
        self.strip.show_example(is_example=draft is not None and draft.example)
        if draft is None:
            return
        self._picture.show_picture(draft.picture)
        words, step = stage_words(draft.stage), next_step(draft.stage)
        self._stage.set_text(words)
        self._stage.setVisible(bool(words))
        self._next.set_words(step.words)
        self._next.setAccessibleName(step.spoken.format(persona=self._name()))
        if step.goes_back:
            self._next.set_look(Look.PLAIN, "undo")
        else:
            self._next.set_look(Look.PRIMARY, "circle-check")

    def _answer_paste(self, put_in: bool) -> None:  # noqa: FBT001 - a signal names no arguments
        if put_in:
            self.editor.insert_offered()
        else:
            self.editor.forget_offered()

    def _say_removed(self, count: int) -> None:
        one = self.tr("One control character did not come in: no network shows it.")
        many = self.tr("{count} control characters did not come in: no network shows them.")
        self.noticed.emit(one if count == 1 else many.format(count=QLocale().toString(count)))

    def _say_refused(self, limit: int) -> None:
        words = self.tr("A draft holds {limit} characters, so that did not fit. Split it into two drafts.")
        self.noticed.emit(words.format(limit=QLocale().toString(limit)))

    def _say_wrapped(self) -> None:
        self.noticed.emit(self.tr("This text has a very long run without a blank, so lines now break inside words."))

    def _name(self) -> str:
        return self._persona.name if self._persona is not None else ""

    def _network_menu(self, persona: Persona) -> QMenu:
        menu = NetworkMenu(persona, self._networks)
        menu.networks_chosen.connect(self.networks_chosen)
        menu.about_asked.connect(lambda: self.persona_asked.emit(self.side))
        return menu

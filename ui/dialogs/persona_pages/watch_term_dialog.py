"""One watch term: its name, other spellings, what it names, and until when it stays private."""

from collections.abc import Callable
from datetime import date

from PySide6.QtWidgets import QComboBox, QDialog, QFormLayout, QLabel, QLineEdit, QWidget

from app.checks.term_advice import objection_to, usable
from app.model.policy import TermKind, WatchTerm
from app.model.term_remarks import LONGEST_TERM, Remark, TermRemark
from ui.dialogs.persona_pages.page import line
from ui.dialogs.persona_pages.remark_words import kind_words, remark_words
from ui.dialogs.question import asked, column_of, row_of
from ui.widgets.button import Button, Look
from ui.widgets.notice_strip import Notice, NoticeKind, NoticeStrip

_LONGEST_ALIASES = 2000


class WatchTermDialog(QDialog):
    """Asks until the term can be looked for and *is_taken* does not say that its name is on the list already."""

    def __init__(self, term: WatchTerm | None, is_taken: Callable[[str], bool], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._is_taken = is_taken
        self._made: WatchTerm | None = None
        self.setWindowTitle(self.tr("New watch term") if term is None else self.tr("Watch term"))
        self.setMinimumWidth(460)
        self._name = line(self.tr("Name"), self.tr("Acme Foods"), 2 * LONGEST_TERM)
        self._aliases = line(self.tr("Also written, between semicolons"), self.tr("Acme; AF"), _LONGEST_ALIASES)
        self._kind = QComboBox()
        self._kind.setAccessibleName(self.tr("Kind"))
        for kind, words in kind_words():
            self._kind.addItem(words, kind.value)
        self._until = line(self.tr("Private until, as in 2026-12-15"), self.tr("2026-12-15, or nothing: for good"), 20)
        self._problem = NoticeStrip()
        if term is not None:
            self._show(term)
        layout = column_of(self)
        title = QLabel(self.windowTitle())
        title.setObjectName("h1")
        layout.addWidget(title)
        layout.addLayout(self._form())
        layout.addWidget(self._problem)
        save = Button(self.tr("Take it"), look=Look.PRIMARY)
        save.setDefault(True)
        save.clicked.connect(self._save)
        cancel = Button(self.tr("Cancel"))
        cancel.clicked.connect(self.reject)
        layout.addLayout(row_of(save, cancel))

    def ask(self) -> WatchTerm | None:
        """Show the question and return the term, ``None`` when nothing is to change."""
        asked(self)
        return self._made

    def _show(self, term: WatchTerm) -> None:
        self._name.setText(term.term)
        self._aliases.setText("; ".join(term.aliases))
        self._kind.setCurrentIndex(self._kind.findData(term.kind.value))
        self._until.setText("" if term.confidential_until is None else term.confidential_until.isoformat())

    def _form(self) -> QFormLayout:
        form = QFormLayout()
        form.setHorizontalSpacing(16)
        form.setVerticalSpacing(10)
        form.addRow(self.tr("&Name"), self._name)
        form.addRow(self.tr("&Also written"), self._aliases)
        form.addRow(self.tr("&Kind"), self._kind)
        form.addRow(self.tr("&Private until"), self._until)
        return form

    def _save(self) -> None:
        name = " ".join(self._name.text().split())
        objection = objection_to(name)
        aliases, left_out = usable(self._aliases.text().split(";"))
        if objection is not None:
            self._say(remark_words(TermRemark(objection, name)), self._name)
        elif self._is_taken(name):
            self._say(self.tr("{name} is on your list already; change it there.").format(name=name), self._name)
        elif left_out:
            self._say(remark_words(TermRemark(Remark.ONE_LETTER, left_out[0].words)), self._aliases)
        else:
            self._take(name, aliases)

    def _take(self, name: str, aliases: tuple[str, ...]) -> None:
        written = self._until.text().strip()
        try:
            until = date.fromisoformat(written) if written else None
        except ValueError:
            self._say(remark_words(TermRemark(Remark.NO_DATE, written)), self._until)
            return
        self._made = WatchTerm(name, aliases, TermKind(self._kind.currentData()), until)
        self.accept()

    def _say(self, words: str, field: QLineEdit) -> None:
        self._problem.show_notice(Notice(NoticeKind.WARN, words))
        self.adjustSize()
        for each in (self._name, self._aliases, self._until):
            each.setAccessibleDescription(words if each is field else "")
        field.setFocus()

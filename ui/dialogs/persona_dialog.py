"""Who writes here: the name of a persona, the word for the people they work with, and where the account is found."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtWidgets import QComboBox, QDialog, QFormLayout, QHBoxLayout, QLabel, QLineEdit, QWidget

from app.errors import PersonaClash
from app.model.persona import Handle, Persona
from app.platforms.limits import network
from ui.dialogs.question import column_of, row_of
from ui.widgets.button import Button, Look
from ui.widgets.notice_strip import Notice, NoticeKind, NoticeStrip

_LONGEST_NAME = 60
_LONGEST_LINK = 240


class PersonaDialog(QDialog):
    """Asks until *keep* takes the answer, or nothing is to change; nothing in it must be answered but the name."""

    def __init__(self, persona: Persona, keep: Callable[[Persona], None], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._persona = persona
        self._keep = keep
        self.setWindowTitle(self.tr("About {persona}").format(persona=persona.name))
        self.setMinimumWidth(460)
        self._name = _field(persona.name, self.tr("Name"), _LONGEST_NAME)
        self._people = self._people_field(persona.works_with)
        self._handles = {each: self._handle_field(each) for each in _networks(persona)}
        self._problem = NoticeStrip()
        layout = column_of(self)
        title = QLabel(self.windowTitle())
        title.setObjectName("h1")
        layout.addWidget(title)
        layout.addWidget(self._introduction())
        layout.addLayout(self._form())
        layout.addWidget(self._problem)
        layout.addLayout(self._buttons())

    def _introduction(self) -> QLabel:
        words = self.tr(
            "Every message speaks of the people you work with in your own word. Your handles are how Twofold notices"
            " when a draft on the other account leads here. All of it stays on this computer."
        )
        label = QLabel(words)
        label.setWordWrap(True)
        return label

    def _people_field(self, works_with: str) -> QComboBox:
        field = QComboBox()
        field.setEditable(True)
        usual = ("clients", "customers", "patients", "pupils", "students", "guests", "members", "passengers", "tenants")
        field.addItems(usual)
        field.setCurrentText(works_with)
        line = field.lineEdit()
        assert line is not None
        line.setMaxLength(_LONGEST_NAME)
        field.setAccessibleName(self.tr("Whom you work with"))
        return field

    def _handle_field(self, network_id: str) -> QLineEdit:
        written = next((each.name for each in self._persona.handles if each.network == network_id), "")
        name = self.tr("{network} handle or link").format(network=network(network_id).name)
        field = _field(written, name, _LONGEST_LINK)
        field.setPlaceholderText(self.tr("handle or link"))
        return field

    def _form(self) -> QFormLayout:
        form = QFormLayout()
        form.setHorizontalSpacing(16)
        form.setVerticalSpacing(10)
        form.addRow(self.tr("&Name"), self._name)
        form.addRow(self.tr("&Whom you work with"), self._people)
        for network_id, field in self._handles.items():
            form.addRow(network(network_id).name, field)
        return form

    def _buttons(self) -> QHBoxLayout:
        save = Button(self.tr("Save"), look=Look.PRIMARY)
        save.setDefault(True)
        save.clicked.connect(self._save)
        cancel = Button(self.tr("Cancel"))
        cancel.setAutoDefault(False)
        cancel.clicked.connect(self.reject)
        return row_of(save, cancel)

    def _save(self) -> None:
        if not self._name.text().strip():
            self._say(self.tr("A persona needs a name, for the title of the window and the copy button."), self._name)
            return
        handles = tuple(Handle(each, field.text()) for each, field in self._handles.items() if field.text().strip())
        changed = replace(self._persona, name=self._name.text(), works_with=self._people.currentText(), handles=handles)
        try:
            self._keep(changed)
        except PersonaClash as problem:
            self._say_clash(problem)
        else:
            self.accept()

    def _say_clash(self, problem: PersonaClash) -> None:
        if problem.network:
            words = self.tr(
                "{name} belongs to another persona already. One account is either personal or professional."
            )
        else:
            words = self.tr("Another persona is called {name} too. With a name of its own you can tell them apart.")
        self._say(words.format(name=problem.shared), self._handles.get(problem.network, self._name))

    def _say(self, words: str, field: QWidget) -> None:
        self._problem.show_notice(Notice(NoticeKind.WARN, words))
        self.adjustSize()
        for each in (self._name, *self._handles.values()):
            each.setAccessibleDescription(words if each is field else "")
        field.setFocus()


def _field(text: str, name: str, longest: int) -> QLineEdit:
    field = QLineEdit(text)
    field.setMaxLength(longest)
    field.setAccessibleName(name)
    return field


def _networks(persona: Persona) -> tuple[str, ...]:
    """Return the networks of *persona*, and those that it has a handle on all the same."""
    return tuple(dict.fromkeys((*persona.networks, *(each.network for each in persona.handles))))

"""Who writes here: the name of the persona, what its writer does, and where the account is found."""

from dataclasses import replace

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QComboBox, QFormLayout, QGridLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from app.model.persona import Handle
from app.model.policy import default_policy
from app.platforms.limits import network, networks
from ui.dialogs.persona_pages.answers import Answers, Unclear
from ui.dialogs.persona_pages.page import LONGEST_LINK, LONGEST_WORDS, Part, line
from ui.widgets.tick_box import TickBox

_LARGEST_LIMIT = 1_000_000
_USUAL_PEOPLE = (
    *("clients", "customers", "patients", "pupils", "students", "guests", "members", "passengers", "tenants"),
)


class NamePart(Part):
    """The name of the persona, with room for what belongs to its looks."""

    def __init__(self) -> None:
        super().__init__()
        self._name = line(self.tr("Name"))
        self.form = _form_in(self)
        self.form.addRow(_label(self.tr("&Name"), self._name), self._name)

    def show_answers(self, answers: Answers) -> None:
        self._name.setText(answers.persona.name)

    def answered(self, answers: Answers) -> Answers:
        if not self._name.text().strip():
            words = self.tr("A persona needs a name, for the title of the window and the copy button.")
            raise Unclear(words, self._name)
        return replace(answers, persona=replace(answers.persona, name=self._name.text()))

    def field_of(self, network_id: str) -> QWidget | None:
        return None if network_id else self._name


class WorkPart(Part):
    """What the writer does, and their own word for the people they work with."""

    def __init__(self) -> None:
        super().__init__()
        self._occupation = line(
            self.tr("What you do"), self.tr("a nurse, a teacher, the owner of a café"), LONGEST_LINK
        )
        self._people = QComboBox()
        self._people.setEditable(True)
        self._people.addItems(_USUAL_PEOPLE)
        self._people.setAccessibleName(self.tr("Whom you work with"))
        written = self._people.lineEdit()
        assert written is not None
        written.setMaxLength(LONGEST_WORDS)
        written.setAccessibleName(self._people.accessibleName())  # what is typed into has a name of its own to be read
        form = _form_in(self)
        form.addRow(_label(self.tr("&I work as"), self._occupation), self._occupation)
        form.addRow(_label(self.tr("&Whom you work with"), self._people), self._people)

    def show_answers(self, answers: Answers) -> None:
        self._occupation.setText(answers.boundaries.occupation)
        self._people.setCurrentText(answers.persona.works_with)

    def answered(self, answers: Answers) -> Answers:
        occupation = " ".join(self._occupation.text().split())
        people = " ".join(self._people.currentText().split()) or default_policy(answers.persona.side).works_with
        return Answers(
            replace(answers.persona, works_with=people),
            replace(answers.boundaries, occupation=occupation),
        )


class NetworksPart(Part):
    """The networks of the account, its handle on each, and what a server of one's own allows."""

    def __init__(self) -> None:
        super().__init__()
        self._ticks: dict[str, TickBox] = {}
        self._handles: dict[str, QLineEdit] = {}
        self._limits: dict[str, QLineEdit] = {}
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(8)
        for row, each in enumerate(networks()):
            tick = TickBox(each.name)
            tick.setAccessibleName(self.tr("Count characters for {network}").format(network=each.name))
            handle = line(
                self.tr("{network} handle or link").format(network=each.name),
                self.tr("handle or link"),
                LONGEST_LINK,
            )
            self._ticks[each.id], self._handles[each.id] = tick, handle
            grid.addWidget(tick, row, 0)
            grid.addWidget(handle, row, 1, 1, 1 if each.limit_is_per_server else 2)
            if each.limit_is_per_server:
                name = self.tr("Characters that your {network} server allows").format(network=each.name)
                self._limits[each.id] = line(name, self.tr("up to {limit}").format(limit=each.limit), len("1000000"))
                self._limits[each.id].setToolTip(name)
                grid.addWidget(self._limits[each.id], row, 2)
        grid.setColumnStretch(1, 3)
        grid.setColumnStretch(2, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(grid)

    def show_answers(self, answers: Answers) -> None:
        persona = answers.persona
        names = {each.network: each.name for each in reversed(persona.handles)}
        limits = dict(persona.own_limits)
        for network_id, tick in self._ticks.items():
            tick.setChecked(network_id in persona.networks)
            self._handles[network_id].setText(names.get(network_id, ""))
        for network_id, field in self._limits.items():
            field.setText(str(limits[network_id]) if network_id in limits else "")

    def answered(self, answers: Answers) -> Answers:
        ticked = {network_id for network_id, tick in self._ticks.items() if tick.isChecked()}
        kept = tuple(each for each in answers.persona.networks if each in ticked)
        handles = tuple(Handle(each, field.text()) for each, field in self._handles.items() if field.text().strip())
        persona = replace(
            answers.persona,
            networks=(*kept, *(each for each in self._ticks if each in ticked and each not in kept)),
            handles=handles,
            own_limits=tuple(
                (each, int(field.text())) for each, field in self._limits.items() if self._is_set(each, field)
            ),
        )
        return replace(answers, persona=persona)

    def field_of(self, network_id: str) -> QWidget | None:
        return self._handles.get(network_id)

    def _is_set(self, network_id: str, field: QLineEdit) -> bool:
        """Return whether *field* holds a limit for a ticked network; raise ``Unclear`` for what is no number."""
        written = field.text().strip()
        if not written:
            return False
        if not (written.isascii() and written.isdigit() and 1 <= int(written) <= _LARGEST_LIMIT):
            words = self.tr("A number from 1 to {most}, please, or nothing for the usual {limit}.")
            raise Unclear(words.format(most=_LARGEST_LIMIT, limit=network(network_id).limit), field)
        return self._ticks[network_id].isChecked()


def _form_in(part: QWidget) -> QFormLayout:
    form = QFormLayout(part)
    form.setContentsMargins(0, 0, 0, 0)
    form.setHorizontalSpacing(16)
    form.setVerticalSpacing(10)
    return form


def _label(words: str, field: QWidget) -> QLabel:
    """Return a label as wide as that of every other part, so that the fields begin below each other."""
    label = QLabel(words)
    label.setBuddy(field)
    longest = QCoreApplication.translate("WorkPart", "&Whom you work with")
    label.setMinimumWidth(label.fontMetrics().horizontalAdvance(longest))
    return label

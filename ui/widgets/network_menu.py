"""The menu of networks beside the counters: which are counted for, and the way to all about the persona."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from app.model.persona import Persona
from app.platforms.limits import networks


class NetworkMenu(QMenu):
    """Every network, those of *persona* ticked."""

    networks_chosen = Signal(object)  # tuple[str, ...], the ids of what is ticked now
    about_asked = Signal()

    def __init__(self, persona: Persona, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._choices: list[QAction] = []
        for each in networks():
            action = self.addAction(each.name)
            action.setCheckable(True)
            action.setChecked(each.id in persona.networks)
            action.setData(each.id)
            action.triggered.connect(self._tell)
            self._choices.append(action)
        self.addSeparator()
        about = self.addAction(self.tr("About {persona}…").format(persona=persona.name))
        about.triggered.connect(self._ask_about)

    def _tell(self) -> None:
        self.networks_chosen.emit(tuple(action.data() for action in self._choices if action.isChecked()))

    def _ask_about(self) -> None:
        self.about_asked.emit()

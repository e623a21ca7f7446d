"""There is a picture with this: what is in it, told by a quiet button."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from app.model.asking import Picture
from ui.widgets.button import IconButton


class PictureButton(IconButton):
    """Shows whether a picture goes with the draft, and offers the kinds that are asked about differently."""

    chosen = Signal(object)  # Picture

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("picture", "", parent)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(self)
        menu.setAccessibleName(self.tr("There is a picture with this"))
        title = menu.addAction(self.tr("There is a picture with this:"))
        title.setEnabled(False)
        self._picture = Picture.NONE
        kinds = QActionGroup(self)
        self._actions = {}
        for picture, words in self._words().items():
            action = menu.addAction(words)
            action.setCheckable(True)
            action.triggered.connect(lambda _checked=False, picture=picture: self._choose(picture))
            kinds.addAction(action)
            self._actions[picture] = action
        self.setMenu(menu)
        self.show_picture(Picture.NONE)

    def show_picture(self, picture: Picture) -> None:
        """Say what is in the picture that goes with the draft."""
        self._picture = picture
        self._actions[picture].setChecked(True)
        if picture is Picture.NONE:
            self.show_as("picture", self.tr("Picture with this: none"))
        else:
            self.show_as("picture-there", self.tr("Picture with this: {kind}").format(kind=self._words()[picture]))

    def _choose(self, picture: Picture) -> None:
        """Say what was chosen, and go on showing what is so until told otherwise."""
        self._actions[self._picture].setChecked(True)
        self.chosen.emit(picture)

    def _words(self) -> dict[Picture, str]:
        return {
            Picture.NONE: self.tr("none"),
            Picture.JOKE: self.tr("a meme or joke"),
            Picture.PEOPLE: self.tr("people"),
            Picture.WORKPLACE: self.tr("my workplace or a screen"),
            Picture.OTHER: self.tr("something else"),
        }

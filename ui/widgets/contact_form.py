"""Who asks to be a contact, what they are called, and on which account."""

from collections.abc import Iterable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QFormLayout, QLineEdit, QWidget

from app.model.contact_request import Asker
from ui.widgets.contact_words import Account, Asked, account_words, asker_words

_LONGEST_NAME = 120


class ContactForm(QWidget):
    """Three questions, of which the name need not be answered; says at once when an answer changes."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._asker = QComboBox()
        self._asker.setAccessibleName(self.tr("Who asks"))
        for asker in Asker:
            self._asker.addItem("", asker)
        self._name = QLineEdit()
        self._name.setMaxLength(_LONGEST_NAME)
        self._name.setPlaceholderText(self.tr("if you like, for the reply and the log"))
        self._name.setAccessibleName(self.tr("Their name"))
        self._account = QComboBox()
        self._account.setAccessibleName(self.tr("On which account"))
        form = QFormLayout(self)
        form.setContentsMargins(0, 0, 0, 0)
        form.setHorizontalSpacing(16)
        form.setVerticalSpacing(10)
        form.addRow(self.tr("&Who asks"), self._asker)
        form.addRow(self.tr("Their &name"), self._name)
        form.addRow(self.tr("On which &account"), self._account)
        self._asker.currentIndexChanged.connect(lambda _index: self.changed.emit())
        self._name.textChanged.connect(lambda _name: self.changed.emit())
        self._account.currentIndexChanged.connect(lambda _index: self._account_chosen())

    def asked(self) -> Asked | None:
        """Return the answers, ``None`` where there is no account."""
        account = self._account.currentData()
        if not isinstance(account, Account):
            return None
        return Asked(account, Asker(self._asker.currentData()), self._name.text().strip())

    def show_accounts(self, accounts: Iterable[Account], chosen: Account | None = None) -> None:
        """Offer *accounts*, with *chosen* (else the one chosen before, if it is still there) in front."""
        before = chosen or self._account.currentData()
        self._account.blockSignals(True)
        self._account.clear()
        for account in accounts:
            self._account.addItem(account_words(account), account)
            if isinstance(before, Account) and _place(account) == _place(before):
                self._account.setCurrentIndex(self._account.count() - 1)
        self._account.blockSignals(False)
        self._account_chosen()

    def choose_asker(self, asker: Asker) -> None:
        """Answer the first question."""
        self._asker.setCurrentIndex(list(Asker).index(asker))

    def start_again(self) -> None:
        """Ask about somebody else: no name, and the first question has the keyboard."""
        self._name.clear()
        self.focus_first()

    def focus_first(self) -> None:
        """Go to the first question."""
        self._asker.setFocus()

    def _account_chosen(self) -> None:
        account = self._account.currentData()
        if isinstance(account, Account):
            for index, asker in enumerate(Asker):
                self._asker.setItemText(index, asker_words(asker, account.works_with))
        self.changed.emit()


def _place(account: Account) -> tuple[str, str]:
    return account.persona_id, account.network

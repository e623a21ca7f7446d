"""What to do about a contact request and why, and the steps about somebody who frightens the writer."""

from collections.abc import Iterable

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.model.contact_advice import ContactAdvice, SafetyStep
from ui.widgets.card import Card
from ui.widgets.wrapped_label import wrapped_label


class AdviceCard(Card):
    """The recommendation, and its reason below."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, surface="low_tint", line=None, bar="low", radius=10)
        self._recommendation = wrapped_label(look="h2")
        self._reason = wrapped_label(look="body")
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 14, 12)
        column.setSpacing(6)
        column.addWidget(self._recommendation)
        column.addWidget(self._reason)

    def show_advice(self, advice: ContactAdvice) -> None:
        """Say what *advice* recommends; a request that frightens stands out."""
        token = "medium" if advice.steps else "low"
        self.set_colours(surface=f"{token}_tint", line=None, bar=token)
        self._recommendation.setText(advice.recommendation)
        self._reason.setText(advice.reason)
        self.setAccessibleName(advice.recommendation)
        self.setAccessibleDescription(advice.reason)


class SafetySteps(QWidget):
    """Steps with a heading each; takes no room when there are none."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._steps: tuple[SafetyStep, ...] = ()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        self.hide()

    def show_steps(self, steps: Iterable[SafetyStep]) -> None:
        """Show *steps* in their order."""
        shown = tuple(steps)
        if shown != self._steps:
            self._steps = shown
            while (item := self._column.takeAt(0)) is not None:
                widget = item.widget()
                if widget is not None:
                    widget.deleteLater()
            for number, step in enumerate(shown, start=1):
                if number > 1:
                    self._column.addSpacing(6)
                self._column.addWidget(wrapped_label(f"{number}. {step.title}", "h2"))
                for line in step.lines:
                    self._column.addWidget(wrapped_label(f"• {line}", "body"))
        self.setVisible(bool(shown))

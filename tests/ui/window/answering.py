"""How a test answers the dialogs that open one after the other, so that none of them can hold it up."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QDialog, QPushButton

Step = tuple[type[QDialog], Callable[[QDialog], None]]
_LOOK_EVERY_MS = 20
_LOOKS = 250


@contextmanager
def answering(*steps: Step) -> Iterator[None]:
    """Do each step in the dialog it is for when that opens; on leaving, all of them opened, in this order, no other."""
    left = list(steps)
    problems: list[str | Exception] = []
    patience = iter(range(_LOOKS))

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        if not isinstance(dialog, QDialog) or not dialog.isVisible():
            return
        if not dialog.isActiveWindow() and next(patience, None) is not None:
            return  # the keyboard is still on its way there
        try:
            if not left or not isinstance(dialog, left[0][0]):
                problems.append(f"{type(dialog).__name__} opened")
            else:
                left.pop(0)[1](dialog)
        except (AssertionError, StopIteration) as problem:
            problems.append(problem)
        finally:
            if dialog.isVisible():
                dialog.close()

    timer = QTimer()
    timer.timeout.connect(look)
    timer.start(_LOOK_EVERY_MS)
    try:
        yield
    finally:
        timer.stop()
    assert problems == []
    assert [kind.__name__ for kind, _ in left] == []


def pressing(words: str) -> Callable[[QDialog], None]:
    """The step that presses one button."""
    return lambda dialog: next(each for each in dialog.findChildren(QPushButton) if each.text() == words).click()

"""The real studio, typed into by a tireless hand: started by tests that kill it, watch its files or its connections.

``python -m tests.ui.typist FOLDER TEXT PER_SECOND`` opens a new personal draft in FOLDER, types TEXT over and over and
says on standard output, a line each, how many characters stand in the editor.
"""

import itertools
import sys
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.model.persona import Side
from app.store.places import places_in
from ui.application import Running
from ui.window.draft_pane import DraftPane


def main(folder: str, text: str, per_second: str) -> int:
    application = QApplication(sys.argv[:1])
    running = Running(application, places_in(Path(folder)))
    pane = next(each for each in running.window.findChildren(DraftPane) if each.side is Side.PERSONAL)
    pane.new_asked.emit(Side.PERSONAL)
    letters = itertools.cycle(text)

    def type_one() -> None:
        QTest.keyClicks(pane.editor, next(letters))
        sys.stdout.write(f"{len(pane.editor.text())}\n")
        sys.stdout.flush()

    hand = QTimer()
    hand.timeout.connect(type_one)
    hand.start(round(1000 / float(per_second)))
    status = application.exec()
    running.finish()
    return status


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:4]))

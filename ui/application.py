"""The one place where objects are created and connected, and taken apart in the right order."""

import os
import signal
import sys
from pathlib import Path

from PySide6.QtCore import QByteArray, QObject, QSettings, QSocketNotifier, Qt, QTimer
from PySide6.QtWidgets import QApplication, QMessageBox

from app.checks.memory import made_to_stay
from app.clock import wall_clock
from app.errors import TwofoldError
from app.model.persona import Side
from app.store.places import Places, default_places, places_in
from app.store.settings import Settings, load_settings, save_settings
from app.studio.opening import open_vaults, prepare
from app.studio.studio import Studio
from ui.bridge.single_instance import SingleInstance
from ui.bridge.studio_signals import SaveFailure, StudioSignals
from ui.crash import CrashReporter
from ui.preflight import EXIT_UNAVAILABLE
from ui.style import theme
from ui.style.icons import application_icon
from ui.window.sentences import sentence_for
from ui.window.studio_window import StudioWindow


def run(data_folder: Path | None) -> int:
    """Show the studio until it is closed; return the exit status."""
    places = places_in(data_folder) if data_folder is not None else default_places()
    application = QApplication(sys.argv[:1])
    application.setApplicationName("twofold")
    application.setDesktopFileName("twofold")
    application.setWindowIcon(application_icon())
    try:
        prepare(places)
    except TwofoldError as problem:
        return _refuse(sentence_for(problem))
    instance = SingleInstance(places.data)
    if not instance.take():
        heard = instance.ask_first_to_show()
        if not heard:
            return _refuse(
                "Twofold is open already with these drafts, but its window does not answer. Wait a moment, or end "
                f"process {instance.holder()}, and start again."
            )
        sys.stderr.write("Twofold is open already with these drafts; its window has come forward.\n")
        return 0
    try:
        with made_to_stay():
            running = Running(application, places)
    except TwofoldError as problem:
        return _refuse(sentence_for(problem))
    instance.show_asked.connect(running.window.come_forward)
    try:
        return application.exec()
    finally:
        running.finish()
        instance.release()


def _refuse(sentence: str) -> int:
    sys.stderr.write(sentence + "\n")
    return EXIT_UNAVAILABLE


class Running(QObject):
    """Everything that lives as long as the window does."""

    def __init__(self, application: QApplication, places: Places) -> None:
        super().__init__()
        self._application = application
        self._places = places
        self._finished = False
        self._crash = CrashReporter(places.data / "errors.log", self._keep)
        self._crash.install()
        self._settings, _ = load_settings(places)
        theme.apply(application, theme.load_theme(theme.choose(self._settings.theme, application)))
        names = {Side.PERSONAL: self.tr("Personal"), Side.PROFESSIONAL: self.tr("Professional")}
        self._signals = StudioSignals()
        self.studio = Studio(
            open_vaults(places, names, wall_clock),
            wall_clock,
            self._signals.saved.emit,
            lambda error, edit: self._signals.save_failed.emit(SaveFailure(error, edit)),
        )
        self.window = StudioWindow(self.studio, self._signals, self._settings, wall_clock)
        self._crash.told.connect(self._tell)
        self._crash.expected.connect(self.window.warn)
        self.window.settings_changed.connect(self._take_settings)
        self.window.closing.connect(application.quit)
        application.styleHints().colorSchemeChanged.connect(lambda _scheme: self._dress())
        self._end_on_signals()
        is_first_start = not self._geometry().contains("geometry")
        self._restore_geometry()
        self.window.show()
        if is_first_start:
            self.window.invite()

    def finish(self) -> None:
        """Save what is on screen, stop the saver, snapshot and close the vaults; once."""
        if self._finished:
            return
        self._finished = True
        self.window.keep()
        self._geometry().setValue("geometry", self.window.saveGeometry())
        for problem in self.studio.close():
            _refuse(sentence_for(problem))

    def _take_settings(self, settings: Settings) -> None:
        self._settings = settings
        try:
            save_settings(self._places, settings)
        except TwofoldError as problem:
            self.window.warn(problem)
        self._dress()

    def _dress(self) -> None:
        chosen = theme.choose(self._settings.theme, self._application)
        if chosen != theme.current().name:
            theme.apply(self._application, theme.load_theme(chosen))

    def _restore_geometry(self) -> None:
        kept = self._geometry().value("geometry")
        if isinstance(kept, QByteArray):
            self.window.restoreGeometry(kept)

    def _geometry(self) -> QSettings:
        return QSettings(str(self._places.config / "window.ini"), QSettings.Format.IniFormat)

    def _end_on_signals(self) -> None:
        """Close as the user would when the session ends; Python hears of a signal only when something wakes it."""
        if os.name != "posix":
            return
        reading, writing = os.pipe()
        os.set_blocking(writing, False)
        signal.set_wakeup_fd(writing, warn_on_full_buffer=False)
        self._woken = QSocketNotifier(reading, QSocketNotifier.Type.Read, self)
        self._woken.activated.connect(lambda *_woken: os.read(reading, 64))
        for ending in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
            # By way of the event loop: one that has not begun yet could not be told to end.
            signal.signal(ending, lambda _number, _frame: QTimer.singleShot(0, self.window.close))

    def _keep(self) -> None:
        self.window.keep()
        self.studio.flush()

    def _tell(self, report: str, saved: bool) -> None:  # noqa: FBT001 - a signal names no arguments
        drafts = (
            self.tr("Your drafts are saved.")
            if saved
            else self.tr("Not everything could be saved: copy your text somewhere before you close.")
        )
        box = QMessageBox(QMessageBox.Icon.Critical, self.tr("Something went wrong"), "", parent=self.window)
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setText(self.tr("Twofold met an error it did not expect. {drafts}").format(drafts=drafts))
        box.setInformativeText(
            self.tr("What happened, without a word of yours, is written in {file}.").format(
                file=self._places.data / "errors.log"
            )
        )
        box.setDetailedText(report)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.open()

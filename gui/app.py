"""The application: from the command to the closed window."""

from __future__ import annotations

import logging
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtWidgets import QApplication

from gui import accessible, icons
from gui.exception_hook import ExceptionHook
from gui.garbage import GarbageCollector
from gui.interrupt import Interrupts
from gui.language import Language
from gui.log_file import LogFile, usual_folder
from gui.settings import SettingsStore, WindowSettings, open_settings
from gui.tab import TabSpec
from gui.theme import Theme
from gui.window import MainWindow


class Application(QApplication):
    """Qt's application with what the whole window shares: the remembered settings, the theme and the language."""

    def __init__(self, arguments: Sequence[str], store: SettingsStore) -> None:
        # Qt would paint large areas with several threads; a frame then waits for cores that training keeps busy.
        os.environ.setdefault("QT_NO_GUI_THREADPOOL", "1")
        super().__init__(list(arguments))
        accessible.install()
        self.setOrganizationName("TapeLab")
        self.setApplicationName("TapeLab")
        self.setDesktopFileName("tapelab")
        self.setWindowIcon(icons.application_icon())
        self.is_first_run = store.is_new()
        remembered = store.remembered("window", WindowSettings())
        self.store = store
        self.theme = Theme(self, remembered.theme, remembered.text_size)
        self.language = Language(self, remembered.language)

    def make_window(self, tabs: Sequence[TabSpec]) -> MainWindow:
        """The window with these tabs, not yet shown."""
        return MainWindow(tabs, self.store, self.theme, self.language)


def make_application(arguments: Sequence[str] = ("tapelab",), store: SettingsStore | None = None) -> Application:
    """The application, with the user's own settings unless others are given."""
    return Application(arguments, store or open_settings())


def run(arguments: Sequence[str] | None = None, project: Path | None = None) -> int:
    """Opens the window, with this project if one is given, and gives back the exit code once it is closed."""
    from gui.tabs import TABS

    application = make_application(sys.argv if arguments is None else arguments)
    return show_window(application, TABS, project, welcomes=application.is_first_run and project is None)


def show_window(
    application: Application, tabs: Sequence[TabSpec], project: Path | None = None, *, welcomes: bool = False
) -> int:
    """Shows the window with these tabs until it is closed, by the user or by Ctrl-C; gives back the exit code.

    welcomes: whether with the screen for those who are new.
    """
    logging.basicConfig(format="%(name)s: %(levelname)s: %(message)s")
    garbage = GarbageCollector()
    log_file = LogFile(usual_folder())
    log_file.open()
    hook = ExceptionHook()
    hook.install()
    interrupts = Interrupts()
    window = application.make_window(tabs)
    window.shell.log_file = log_file
    hook.raised.connect(window.show_error)
    interrupts.came.connect(window.close)
    window.show()
    if project is not None:
        window.open_project(project)
    if welcomes:
        window.show_welcome()
    code = application.exec()
    interrupts.stop()
    garbage.stop()
    hook.remove()
    log_file.close()
    if not window.engines_ended:
        # An operation of TensorFlow's that cannot be broken off must not keep a window that is gone in memory.
        logging.shutdown()
        sys.stdout.flush()
        os._exit(code)
    return code

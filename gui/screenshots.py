"""Pictures of every tab, each having run its own example; needs no display."""

from __future__ import annotations

import tempfile
from pathlib import Path

from PySide6.QtCore import QEventLoop, QSettings, QTimer

from gui.app import make_application
from gui.garbage import GarbageCollector
from gui.settings import SettingsStore
from gui.tab import Tab
from gui.tabs import TABS
from gui.window import DEFAULT_SIZE

LONGEST_SECONDS = 120
"""A tab's example takes seconds; one that takes this long hangs."""


def take(folder: Path, language: str, theme: str) -> None:
    """Writes `KEY-LANGUAGE-THEME.png` into `folder` for each tab. Raises `OSError` where one cannot be written.

    The user's own settings are neither read nor changed.
    """
    with tempfile.TemporaryDirectory() as settings_folder:
        path = Path(settings_folder) / "settings.ini"
        store = SettingsStore(QSettings(str(path), QSettings.Format.IniFormat))
        application = make_application(["tapelab"], store)
        application.language.choose(language)
        application.theme.choose(theme)
        garbage = GarbageCollector()
        window = application.make_window(TABS)
        window.resize(DEFAULT_SIZE)
        window.show()
        try:
            for index, spec in enumerate(TABS):
                window.show_tab(index)
                tab = window.tab(spec.key)
                assert tab is not None
                _wait_for_example(tab)
                file = folder / f"{spec.key}-{language}-{theme}.png"
                if not window.grab().save(str(file)):
                    raise OSError(f"{file} cannot be written")
        finally:
            window.close()
            garbage.stop()


def _wait_for_example(tab: Tab) -> None:
    loop = QEventLoop()
    tab.example_finished.connect(loop.quit)
    QTimer.singleShot(LONGEST_SECONDS * 1000, lambda: loop.exit(1))
    tab.run_example()
    if loop.exec():
        raise TimeoutError(f"the example of {type(tab).__name__} took over {LONGEST_SECONDS} seconds")

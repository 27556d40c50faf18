"""The language of the window, which can change while it is open."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

import resources

NAMES = {"en": "English", "zh_CN": "简体中文"}
"""Every language that can be chosen, in its own words."""


class Language:
    """Installs the translations of a language, ours and Qt's own."""

    def __init__(self, application: QCoreApplication, choice: str = "") -> None:
        self._application = application
        self._installed: list[QTranslator] = []
        self._data = b""
        self.choice = ""
        self.choose(choice)

    @property
    def code(self) -> str:
        """The language in force."""
        return self.choice or system_language()

    def choose(self, choice: str) -> None:
        """One of `available()`, or "" for the system's. Widgets are told by Qt's LanguageChange event."""
        self.choice = choice if choice in available() else ""
        for translator in self._installed:
            self._application.removeTranslator(translator)
        self._installed = [] if self.code == "en" else self._translators()
        for translator in self._installed:
            self._application.installTranslator(translator)

    def _translators(self) -> list[QTranslator]:
        """Qt's own and ours; of two that know a text, the one installed last is asked first."""
        qts, ours = QTranslator(), QTranslator()
        # The translator reads from these bytes for as long as it lives.
        self._data = resources.read_bytes(f"translations/tapelab_{self.code}.qm")
        folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        return [
            *([qts] if qts.load(f"qtbase_{self.code}", folder) else []),
            *([ours] if ours.load(self._data) else []),
        ]


def available() -> tuple[str, ...]:
    """The languages that this installation has: English, in which the program is written, and those translated."""
    files = resources.names("translations")
    return tuple(code for code in NAMES if code == "en" or f"tapelab_{code}.qm" in files)


def system_language() -> str:
    """The first of the languages that the user prefers that is available; English where none is."""
    for wanted in QLocale.system().uiLanguages():
        name = QLocale(wanted).name()
        for code in available():
            if name == code or name.split("_")[0] == code:
                return code
    return "en"

"""What the user wants of the window as a whole: put in force at once, remembered, and back to the defaults by one call.

The one place through which the top bar, the settings, the command palette and the keys change any of it.
"""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication

from gui import fonts
from gui.language import Language
from gui.motion import Motion
from gui.settings import SettingsStore, WindowSettings
from gui.text_size import resize_text
from gui.theme import Theme

CHOSEN = ("language", "theme", "text_size", "class_colours", "swaps_class_colours", "motion")
"""The fields of `WindowSettings` that the user chooses; the others are merely remembered."""


class Preferences(QObject):
    """Changes nothing that was not asked for: what a newer program remembered stays as it is."""

    changed = Signal()  # `settings` has other values

    def __init__(self, store: SettingsStore, theme: Theme, language: Language, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._store = store
        self.theme = theme
        self.language = language
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        self.settings = store.remembered("window", WindowSettings())
        self.motion = Motion(application, self.settings.motion)
        self.settings = replace(self.settings, theme=theme.choice, language=language.choice)
        theme.choose_class_colours(self.settings.class_colours, self.settings.swaps_class_colours)
        theme.choose_text_size(self.settings.text_size)

    def remember(self, **changes: object) -> None:
        """Keeps what is only to be found again, as which tab was in front."""
        self.settings = replace(self.settings, **changes)  # type: ignore[arg-type]
        self._store.remember("window", self.settings)

    def choose(self, **changes: object) -> None:
        """Puts other values of `CHOSEN` in force."""
        self.remember(**changes)
        wanted = self.settings
        if "language" in changes:
            self.language.choose(wanted.language)
        if "theme" in changes:
            self.theme.choose(wanted.theme)
        if "class_colours" in changes or "swaps_class_colours" in changes:
            self.theme.choose_class_colours(wanted.class_colours, wanted.swaps_class_colours)
        if "text_size" in changes:
            resize_text(self.theme, wanted.text_size)
        if "motion" in changes:
            self.motion.choose(wanted.motion)
        self.changed.emit()

    def resize_text(self, direction: int) -> None:
        """To the next larger size (1), the next smaller one (-1), or the usual one (0)."""
        sizes = fonts.PERCENTS
        now = min(range(len(sizes)), key=lambda place: abs(sizes[place] - self.settings.text_size))
        place = min(max(now + direction, 0), len(sizes) - 1) if direction else 0
        self.choose(text_size=sizes[place])

    def reset(self) -> None:
        """Everything that was chosen is as it is when TapeLab is new."""
        new = WindowSettings()
        self.choose(**{name: getattr(new, name) for name in CHOSEN})

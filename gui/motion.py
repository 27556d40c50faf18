"""Whether anything in the window moves by itself: not where the system or the user asks for calm."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication

SYSTEM = "system"
CHOICES = (SYSTEM, "none")
MILLISECONDS = 150
"""How long something may take that explains by moving."""

_EFFECTS = (
    Qt.UIEffect.UI_General,
    Qt.UIEffect.UI_AnimateMenu,
    Qt.UIEffect.UI_FadeMenu,
    Qt.UIEffect.UI_AnimateCombo,
    Qt.UIEffect.UI_AnimateTooltip,
    Qt.UIEffect.UI_FadeTooltip,
    Qt.UIEffect.UI_AnimateToolBox,
)


class Motion(QObject):
    """What the system says of its own effects holds for ours, too, unless the user wants none at all."""

    def __init__(self, application: QApplication, choice: str = SYSTEM) -> None:
        super().__init__(application)
        self._application = application
        self._systems = {effect: application.isEffectEnabled(effect) for effect in _EFFECTS}
        self._systems_flash = application.cursorFlashTime()
        self.choice = SYSTEM
        self.choose(choice)

    @property
    def is_wanted(self) -> bool:
        """Whether something may move."""
        return self.choice != "none" and self._systems[Qt.UIEffect.UI_General]

    def choose(self, choice: str) -> None:
        """One of `CHOICES`."""
        self.choice = choice if choice in CHOICES else SYSTEM
        for effect, systems in self._systems.items():
            self._application.setEffectEnabled(effect, systems and self.choice != "none")
        # A caret that stands still is easier to bear for those whom blinking disturbs.
        self._application.setCursorFlashTime(0 if self.choice == "none" else self._systems_flash)

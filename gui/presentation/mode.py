"""F5: the window fills the screen, its type is large, its settings step aside, and a clicker goes step by step."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QAbstractSlider, QWidget

from gui import fonts
from gui.controls.icon_button import IconButton
from gui.controls.track_slider import TrackSlider
from gui.focus_order import in_order
from gui.presentation.pointer_ring import PointerRing
from gui.text_size import resize_text
from gui.theme import Theme

LEAST_PERCENT = 150
"""Of the usual size of type, so that it is read from the last row."""

STEPS = {1: ("step", "epoch"), -1: ("back",)}
"""The icons of the buttons that go one step on and one step back, the better first."""


class PresentationMode(QObject):
    """Changes nothing that is remembered: afterwards the window is as it was."""

    changed = Signal(bool)  # whether it is on now

    def __init__(self, window: QWidget, theme: Theme, page: Callable[[], QWidget]) -> None:
        """page: gives the tab in front."""
        super().__init__(window)
        self._window = window
        self._theme = theme
        self._page = page
        self._ring = PointerRing(window)
        self._was_full_screen = False
        self._percent = 100
        self._aside: list[QWidget] = []
        self.is_on = False

    def switch(self, is_on: bool) -> None:
        """Begins or ends."""
        if is_on == self.is_on:
            return
        self.is_on = is_on
        if is_on:
            self._was_full_screen = self._window.isFullScreen()
            self._percent = fonts.percent()
            resize_text(self._theme, max(self._percent, LEAST_PERCENT))
            self._window.setWindowState(self._window.windowState() | Qt.WindowState.WindowFullScreen)
            self._ring.begin()
            self.step_aside()
        else:
            self._ring.end()
            for panel in self._aside:
                panel.show()
            self._aside.clear()
            resize_text(self._theme, self._percent)
            if not self._was_full_screen:
                self._window.setWindowState(self._window.windowState() & ~Qt.WindowState.WindowFullScreen)
        self.changed.emit(is_on)

    def step_aside(self) -> None:
        """Hides the settings of the tab in front; the data and the pictures need the room."""
        if self.is_on:
            panels = [one for one in in_order(self._page()) if getattr(one, "steps_aside", False)]
            for panel in panels:
                panel.hide()
            self._aside += panels

    def step(self, direction: int) -> bool:
        """One step on (1) or back (-1), as the buttons of the tab do, else along its slider; False where it cannot."""
        widgets = list(in_order(self._page()))
        buttons = [one for one in widgets if isinstance(one, IconButton) and one.isEnabled()]
        for icon in STEPS[direction]:
            for button in buttons:
                if button.icon_name == icon:
                    button.click()
                    return True
        slider = next((one for one in widgets if isinstance(one, TrackSlider) and one.isEnabled()), None)
        if slider is None:
            return False
        actions = QAbstractSlider.SliderAction
        before = slider.value()
        slider.triggerAction(actions.SliderPageStepAdd if direction > 0 else actions.SliderPageStepSub)
        return slider.value() != before

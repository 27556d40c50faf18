"""Windows with small tabs, for what belongs to the window as a whole."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSettings, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from gui.controls.card import Card
from gui.controls.field import Field
from gui.controls.icon_button import IconButton
from gui.controls.parsing import number
from gui.controls.track_slider import TrackSlider
from gui.language import Language
from gui.palette import Palette
from gui.settings import SettingsStore
from gui.tab import Tab, TabSpec
from gui.theme import Theme
from gui.window import MainWindow


class SettingsCard(Card):
    steps_aside = True

    def __init__(self) -> None:
        super().__init__()
        self.set_title("Settings")
        self.rate = Field(0.1, number)
        self.rate.set_label("Learning rate", "How far each step goes.")
        self.body.addWidget(self.rate)


class SmallTab(Tab):
    """Counts how often it stepped."""

    def __init__(self, store: SettingsStore) -> None:
        super().__init__()
        self.steps = 0
        self.settings = SettingsCard()
        self.buttons = {
            "back": IconButton("back"),
            "step": IconButton("step"),
            "reset": IconButton("reset"),
        }
        self.slider = TrackSlider()
        self.slider.setAccessibleName("Step to look at")
        self.slider.setToolTip("Look at any step (Home: the first)")
        for (name, button), label, keys in zip(
            self.buttons.items(), ("One step back", "One step on", "Reset"), ("Left", "Right", "R"), strict=True
        ):
            button.set_label(label, keys)
            button.clicked.connect({"back": self.back, "step": self.step, "reset": self.reset}[name])
        row = QHBoxLayout()
        for widget in (*self.buttons.values(), self.slider):
            row.addWidget(widget)
        layout = QVBoxLayout(self)
        layout.addWidget(self.settings)
        layout.addLayout(row)
        for key in ("Left", "Right", "R", "Home", "Ctrl+Y"):
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)

    def step(self) -> None:
        self.steps += 1

    def back(self) -> None:
        self.steps -= 1

    def reset(self) -> None:
        self.steps = 0

    def activate(self) -> None:
        pass

    def set_palette(self, palette: Palette) -> None:
        pass

    def close_engine(self, seconds: float) -> bool:
        return True


TABS = (TabSpec("first", lambda: "First", SmallTab), TabSpec("second", lambda: "Second", SmallTab))


def make_window(application: QApplication, theme: Theme, folder: Path) -> MainWindow:
    """A window that remembers in this folder."""
    store = SettingsStore(QSettings(str(folder / "TapeLab.ini"), QSettings.Format.IniFormat))
    return MainWindow(TABS, store, theme, Language(application, "en"))


def page(window: MainWindow, key: str = "first") -> SmallTab:
    found = window.tab(key)
    assert isinstance(found, SmallTab)
    return found


def child(parent: QWidget, name: str) -> QWidget:
    """The visible one of this name."""
    return next(one for one in parent.findChildren(QWidget) if one.accessibleName() == name and one.isVisible())

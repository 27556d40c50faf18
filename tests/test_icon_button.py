"""Icon buttons take their colours from the style sheet, and keep out of the way of the keys."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QIcon, QKeySequence, QPalette, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from gui.controls.icon_button import IconButton


@pytest.fixture
def button(qtbot: QtBot) -> IconButton:
    button = IconButton("play")
    qtbot.addWidget(button)
    return button


def inked(button: IconButton) -> set[str]:
    """The colours of the icon's opaque pixels."""
    image = button.icon().pixmap(QSize(20, 20), QIcon.Mode.Normal).toImage()
    pixels = (image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height()))
    return {pixel.name() for pixel in pixels if pixel.alpha() == 255}


def test_the_icon_follows_the_colour_of_the_text(button: IconButton) -> None:
    palette = QPalette()
    palette.setColor(QPalette.ColorRole.ButtonText, QColor("#d0145a"))
    button.setPalette(palette)
    assert inked(button) == {"#d0145a"}


def test_another_icon_is_another_picture(button: IconButton) -> None:
    before = button.icon().cacheKey()
    button.set_icon_name("play")
    assert button.icon().cacheKey() == before
    button.set_icon_name("pause")
    assert button.icon().cacheKey() != before
    assert button.icon_name == "pause"


def test_the_label_names_the_keys(button: IconButton) -> None:
    button.set_label("Play", "Space")
    assert (button.accessibleName(), button.toolTip()) == ("Play", "Play (Space)")
    button.set_label("Copy")
    assert button.toolTip() == "Copy"


def test_a_click_leaves_the_focus_where_it_was(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    layout = QVBoxLayout(window)
    button, other = IconButton("play"), IconButton("step")
    layout.addWidget(button)
    layout.addWidget(other)
    window.show()
    other.setFocus()
    with qtbot.waitSignal(button.clicked):
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert not button.hasFocus()


def test_space_presses_the_button_that_has_the_focus(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    layout = QVBoxLayout(window)
    button = IconButton("reset")
    layout.addWidget(button)
    shortcut = QShortcut(QKeySequence(Qt.Key.Key_Space), window)
    with qtbot.waitActive(window):
        window.show()
    with qtbot.waitSignal(shortcut.activated):
        qtbot.keyClick(window, Qt.Key.Key_Space)
    button.setFocus()
    with qtbot.assertNotEmitted(shortcut.activated), qtbot.waitSignal(button.clicked):
        qtbot.keyClick(button, Qt.Key.Key_Space)

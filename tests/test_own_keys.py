"""A widget that has the focus keeps its keys from the shortcuts around it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from gui.controls.own_keys import keep_keys


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    """Two buttons, of which the first keeps the space bar."""
    window = QWidget()
    qtbot.addWidget(window)
    layout = QVBoxLayout(window)
    for _ in range(2):
        layout.addWidget(QPushButton())
    keep_keys(buttons(window)[0], Qt.Key.Key_Space)
    with qtbot.waitActive(window):
        window.show()
    return window


def buttons(window: QWidget) -> list[QPushButton]:
    return window.findChildren(QPushButton)


def shortcut(window: QWidget, keys: str) -> QShortcut:
    return QShortcut(QKeySequence(keys), window)


def test_its_key_presses_the_button_that_has_the_focus(window: QWidget, qtbot: QtBot) -> None:
    space = shortcut(window, "Space")
    button = buttons(window)[0]
    button.setFocus()
    with qtbot.waitSignal(button.clicked), qtbot.assertNotEmitted(space.activated):
        qtbot.keyClick(button, Qt.Key.Key_Space)


def test_another_widget_leaves_the_key_to_the_shortcut(window: QWidget, qtbot: QtBot) -> None:
    space = shortcut(window, "Space")
    button = buttons(window)[1]
    button.setFocus()
    with qtbot.waitSignal(space.activated), qtbot.assertNotEmitted(button.clicked):
        qtbot.keyClick(button, Qt.Key.Key_Space)


@pytest.mark.parametrize("keys", ["Shift+Space", "R"])
def test_other_keys_stay_shortcuts(window: QWidget, qtbot: QtBot, keys: str) -> None:
    other = shortcut(window, keys)
    button = buttons(window)[0]
    button.setFocus()
    with qtbot.waitSignal(other.activated):
        qtbot.keySequence(button, QKeySequence(keys))

"""What lies over the window at the first start keeps the keys to itself."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from gui.guide.welcome import Welcome


def test_what_lies_below_does_not_get_the_keys_until_it_is_gone(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(900, 700)
    line = QLineEdit(window)
    with qtbot.waitActive(window):
        window.show()
    welcome = Welcome(("en", "zh_CN"), "en", window)
    welcome.open()
    line.setFocus()  # as a tab does that has begun
    focused = window.focusWidget()
    assert focused is not None
    assert welcome.isAncestorOf(focused)
    with qtbot.waitSignal(welcome.closed):
        qtbot.keyClick(focused, Qt.Key.Key_Escape)
    line.setFocus()
    assert window.focusWidget() is line

"""The slider goes where it is pressed, and tells only what the user chose."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QKeySequence, QPalette, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from gui.controls.track_slider import HANDLE, TrackSlider


@pytest.fixture
def slider(qtbot: QtBot) -> TrackSlider:
    slider = TrackSlider()
    qtbot.addWidget(slider)
    slider.resize(400 + HANDLE, 24)
    slider.show_range(400)
    slider.show()
    return slider


def at(slider: TrackSlider, value: int) -> QPoint:
    return QPoint(HANDLE // 2 + value, slider.height() // 2)


def test_a_press_goes_there(slider: TrackSlider, qtbot: QtBot) -> None:
    with qtbot.waitSignal(slider.valueChanged) as change:
        qtbot.mouseClick(slider, Qt.MouseButton.LeftButton, pos=at(slider, 123))
    assert change.args == [123]


def test_dragging_goes_along_and_not_past_the_ends(slider: TrackSlider, qtbot: QtBot) -> None:
    qtbot.mousePress(slider, Qt.MouseButton.LeftButton, pos=at(slider, 100))
    qtbot.mouseMove(slider, at(slider, 200))
    assert slider.value() == 200
    qtbot.mouseMove(slider, QPoint(5000, 0))
    assert slider.value() == 400
    qtbot.mouseMove(slider, QPoint(-50, 0))
    assert slider.value() == 0
    qtbot.mouseRelease(slider, Qt.MouseButton.LeftButton, pos=at(slider, 0))
    qtbot.mouseMove(slider, at(slider, 300))
    assert slider.value() == 0


def test_what_the_program_shows_is_silent(slider: TrackSlider, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(slider.valueChanged):
        slider.show_value(70)
        slider.show_range(50)
    assert slider.value() == 50


def test_the_handle_stays_in_the_users_hand(slider: TrackSlider, qtbot: QtBot) -> None:
    qtbot.mousePress(slider, Qt.MouseButton.LeftButton, pos=at(slider, 100))
    slider.show_value(7)
    assert slider.value() == 100
    qtbot.mouseRelease(slider, Qt.MouseButton.LeftButton, pos=at(slider, 100))
    slider.show_value(7)
    assert slider.value() == 7


def test_nothing_leads_beyond_the_limit(slider: TrackSlider, qtbot: QtBot) -> None:
    slider.show_range(400, limit=150)
    qtbot.mouseClick(slider, Qt.MouseButton.LeftButton, pos=at(slider, 300))
    assert slider.value() == 150
    qtbot.keyClick(slider, Qt.Key.Key_End)
    qtbot.keyClick(slider, Qt.Key.Key_Right)
    assert slider.value() == 150
    qtbot.keyClick(slider, Qt.Key.Key_Left)
    assert slider.value() == 149


@pytest.mark.parametrize("greatest", [0, 1, 10_000_000, 2**31 - 1])
def test_any_range_can_be_drawn_and_pressed(slider: TrackSlider, qtbot: QtBot, greatest: int) -> None:
    slider.show_range(greatest, limit=greatest)
    slider.grab()
    qtbot.mouseClick(slider, Qt.MouseButton.LeftButton, pos=at(slider, 400))
    assert slider.value() == greatest


def test_the_track_is_filled_up_to_the_value_and_tinted_up_to_the_limit(slider: TrackSlider) -> None:
    palette = slider.palette()
    palette.setColor(QPalette.ColorRole.Highlight, QColor("#0000ff"))
    palette.setColor(QPalette.ColorRole.Midlight, QColor("#dddddd"))
    slider.setPalette(palette)
    slider.show_range(400, limit=300)
    slider.show_value(100)
    image = slider.grab().toImage()
    filled, tinted, empty = (image.pixelColor(at(slider, value)) for value in (50, 200, 350))
    assert filled == QColor("#0000ff")
    assert empty == QColor("#dddddd")
    assert tinted not in (filled, empty)


def test_with_the_focus_it_keeps_its_keys_from_shortcuts(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    layout = QVBoxLayout(window)
    slider = TrackSlider()
    slider.show_range(10)
    layout.addWidget(slider)
    shortcut = QShortcut(QKeySequence(Qt.Key.Key_Right), window)
    with qtbot.waitActive(window):
        window.show()
    with qtbot.waitSignal(shortcut.activated):
        qtbot.keyClick(window, Qt.Key.Key_Right)
    slider.setFocus()
    with qtbot.assertNotEmitted(shortcut.activated):
        qtbot.keyClick(slider, Qt.Key.Key_Right)
    assert slider.value() == 1

"""Of the segments exactly one is on."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from gui.controls.segmented import SegmentedSwitch


@pytest.fixture
def switch(qtbot: QtBot) -> SegmentedSwitch:
    switch = SegmentedSwitch(("values", "map", "stats"))
    for key in ("values", "map", "stats"):
        switch.set_label(key, key.title(), f"Show {key}")
    qtbot.addWidget(switch)
    switch.show()
    return switch


def segments(switch: SegmentedSwitch) -> list[QPushButton]:
    return switch.findChildren(QPushButton)


def test_the_first_is_on_at_first(switch: SegmentedSwitch) -> None:
    assert switch.key() == "values"
    assert [segment.isChecked() for segment in segments(switch)] == [True, False, False]


def test_a_press_turns_on_one_and_the_others_off(switch: SegmentedSwitch, qtbot: QtBot) -> None:
    with qtbot.waitSignal(switch.chosen) as choice:
        qtbot.mouseClick(segments(switch)[2], Qt.MouseButton.LeftButton)
    assert choice.args == ["stats"]
    assert [segment.isChecked() for segment in segments(switch)] == [False, False, True]


def test_a_press_on_what_is_on_changes_nothing(switch: SegmentedSwitch, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(switch.chosen):
        qtbot.mouseClick(segments(switch)[0], Qt.MouseButton.LeftButton)
    assert switch.key() == "values"


def test_the_arrow_keys_go_to_the_neighbours(switch: SegmentedSwitch, qtbot: QtBot) -> None:
    segments(switch)[0].setFocus()
    qtbot.keyClick(segments(switch)[0], Qt.Key.Key_Right)
    assert switch.key() == "map"
    qtbot.keyClick(segments(switch)[1], Qt.Key.Key_Left)
    assert switch.key() == "values"


def test_the_program_turns_on_silently(switch: SegmentedSwitch, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(switch.chosen):
        switch.set_key("map")
    assert switch.key() == "map"
    with pytest.raises(ValueError, match="not in"):
        switch.set_key("no such")


def test_nothing_moves_when_another_is_on(switch: SegmentedSwitch) -> None:
    before = [segment.geometry() for segment in segments(switch)]
    switch.set_key("stats")
    switch.grab()
    assert [segment.geometry() for segment in segments(switch)] == before

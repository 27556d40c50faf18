"""A note says one sentence and offers one change."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from engine.errors import Problem
from gui.controls.note import Note

PROBLEM = Problem("The loss needs {count} outputs.", count=3)


@pytest.fixture
def note(qtbot: QtBot) -> Note:
    note = Note()
    qtbot.addWidget(note)
    note.resize(300, 80)
    return note


def test_nothing_to_say_is_not_seen(note: Note) -> None:
    assert note.isHidden()
    note.say(PROBLEM, is_wrong=True)
    assert not note.isHidden()
    note.say(None, is_wrong=True)
    assert note.isHidden()
    assert note.sentence() == ""


def test_the_button_takes_the_offer(note: Note, qtbot: QtBot) -> None:
    note.say(PROBLEM, lambda: "Use softmax of 3 units", is_wrong=True)
    note.show()
    button = note.findChild(QPushButton)
    assert button is not None
    assert (button.text(), button.accessibleName(), note.sentence()) == (
        "Use softmax of 3 units",
        "Use softmax of 3 units",
        "The loss needs 3 outputs.",
    )
    with qtbot.waitSignal(note.taken):
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def test_a_long_offer_gives_way_rather_than_push_its_neighbours(note: Note) -> None:
    offer = "Use CategoricalCrossentropy + softmax of 3 units + one-hot targets"
    note.say(PROBLEM, lambda: offer, is_wrong=True)
    note.resize(228, 80)
    button = note.findChild(QPushButton)
    assert button is not None
    assert button.text().split("\n") == [
        "Use CategoricalCrossentropy",
        "+ softmax of 3 units",
        "+ one-hot targets",
    ]
    assert button.accessibleName() == offer
    assert note.minimumSizeHint().width() <= 228


def test_without_an_offer_there_is_no_button(note: Note) -> None:
    note.say(PROBLEM, is_wrong=False)
    button = note.findChild(QPushButton)
    assert button is not None
    assert button.isHidden()

"""A list hands on what the user chose from it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QComboBox
from pytestqt.qtbot import QtBot

from engine.errors import Problem
from gui.controls.choice import Choice


@pytest.fixture
def choice(qtbot: QtBot) -> Choice[str]:
    choice: Choice[str] = Choice()
    choice.set_label("Optimizer", "What moves the weights")
    choice.set_options([("manual", "by hand"), ("Adam", "Adam"), ("SGD", "SGD")])
    qtbot.addWidget(choice)
    choice.show()
    return choice


def box_of(choice: Choice[str]) -> QComboBox:
    box = choice.findChild(QComboBox)
    assert isinstance(box, QComboBox)
    return box


def test_the_first_is_chosen_at_first(choice: Choice[str]) -> None:
    assert choice.value() == "manual"
    assert box_of(choice).currentText() == "by hand"


def test_the_keys_choose(choice: Choice[str], qtbot: QtBot) -> None:
    with qtbot.waitSignal(choice.changed) as change:
        qtbot.keyClick(box_of(choice), Qt.Key.Key_Down)
    assert change.args == ["Adam"]


def test_a_value_from_outside_is_shown_without_a_signal(choice: Choice[str], qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(choice.changed):
        choice.set_value("SGD")
    assert choice.value() == "SGD"
    with pytest.raises(ValueError, match="not in"):
        choice.set_value("Adagrad")


def test_new_options_keep_what_was_chosen(choice: Choice[str], qtbot: QtBot) -> None:
    choice.set_value("Adam")
    with qtbot.assertNotEmitted(choice.changed):
        choice.set_options([("manual", "von Hand"), ("Lion", "Lion"), ("Adam", "Adam")])
    assert choice.value() == "Adam"
    choice.set_options([("manual", "von Hand"), ("Lion", "Lion")])
    assert choice.value() == "manual"


def test_choosing_takes_the_error_away(choice: Choice[str], qtbot: QtBot) -> None:
    choice.set_error(Problem("Not this one."))
    assert choice.error() == "Not this one."
    qtbot.keyClick(box_of(choice), Qt.Key.Key_Down)
    assert choice.error() == ""


def test_the_wheel_changes_nothing(choice: Choice[str]) -> None:
    box = box_of(choice)
    middle = QPointF(box.rect().center())
    event = QWheelEvent(
        middle,
        box.mapToGlobal(middle),
        QPoint(),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(box, event)
    assert choice.value() == "manual"


def test_it_paints(choice: Choice[str]) -> None:
    before = box_of(choice).grab().toImage()
    choice.set_value("SGD")
    assert box_of(choice).grab().toImage() != before

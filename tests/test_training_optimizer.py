"""On the training tab an optimizer of Keras's takes its own arguments: asked for, typed, refused, remembered."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLineEdit
from pytestqt.qtbot import QtBot
from training_user import User

from engine.errors import Problem
from engine.keras_lab.catalogue.specification import Argument, ArgumentKind, Spec
from gui.tabs.training.optimizer_row import OptimizerRow

Open = Callable[..., User]
MORE = "Arguments of the optimizer"
SGD = Spec("optimizer", "SGD", "sgd", "", (Argument("momentum", ArgumentKind.REAL, 0.0, low=0, high=1),))


@pytest.fixture
def row(qtbot: QtBot) -> OptimizerRow:
    row = OptimizerRow("SGD")
    qtbot.addWidget(row)
    row.set_names(("manual", "Adam", "SGD"))
    row.show()
    return row


def more(row: OptimizerRow) -> QAbstractButton:
    return next(button for button in row.findChildren(QAbstractButton) if button.accessibleName() == MORE)


def test_arguments_are_asked_for_once_and_only_when_they_are_to_be_seen(row: OptimizerRow, qtbot: QtBot) -> None:
    asked: list[str] = []
    row.description_wanted.connect(asked.append)
    row.set_names(("manual", "Adam", "SGD"))
    assert asked == []
    more(row).click()
    assert asked == ["SGD"]
    row.describe(SGD)
    assert row.form.isVisible()
    more(row).click()
    assert not row.form.isVisible()
    more(row).click()
    assert asked == ["SGD"]


def test_the_update_by_hand_has_no_arguments(row: OptimizerRow) -> None:
    more(row).click()
    row.describe(SGD)
    row.set_value("manual", ())
    assert not more(row).isVisible()
    assert not row.form.isVisible()


def test_a_description_that_comes_too_late_counts_for_nothing(row: OptimizerRow) -> None:
    more(row).click()
    row.set_value("Adam", ())
    row.describe(SGD)
    assert row.form.count() == 0


def test_a_reason_stands_beside_the_argument_else_beside_the_optimizer(row: OptimizerRow) -> None:
    row.show_problem("momentum", Problem("Too much."))
    assert row.choice.error() == "Too much."
    row.choice.set_error(None)
    more(row).click()
    row.describe(SGD)
    row.show_problem("momentum", Problem("Too much."))
    assert row.choice.error() == ""
    assert [editor.accessibleDescription() for editor in row.findChildren(QLineEdit)] == ["Too much."]


def test_an_argument_begins_anew_with_the_same_weights_and_is_in_the_program(open_training: Open) -> None:
    user = open_training(optimizer="SGD")
    start = user.sees(lambda frame: frame.position == 0).weights
    user.clicks(MORE)
    user.waits_until(lambda: any(line.accessibleName() == "momentum" for line in user.tab.findChildren(QLineEdit)))
    assert not [line for line in user.tab.findChildren(QLineEdit) if line.accessibleName() in ("learning_rate",)]
    user.presses(Qt.Key.Key_Right)
    user.sees(lambda frame: frame.position == 1)
    user.types("momentum", "0.9")
    frame = user.sees(lambda frame: frame.settings.optimizer_arguments == (("momentum", 0.9),))
    assert frame.position == 0
    assert (frame.weights == start).all()
    assert "keras.optimizers.SGD(learning_rate=0.1, momentum=0.9)" in user.code()

    user.types("momentum", "3")
    assert "momentum" in user.sees_reason("momentum")
    assert user.frame.settings.optimizer_arguments == (("momentum", 0.9),)

    again = open_training()  # with what cannot be: it gives way, the optimizer stays
    frame = again.sees(lambda frame: frame.position == 0)
    assert (frame.settings.optimizer, frame.settings.optimizer_arguments) == ("SGD", ())
    again.chooses("Optimizer", "manual")
    again.sees(lambda frame: frame.settings.optimizer == "manual")


def test_what_was_typed_is_there_the_next_time_and_goes_with_its_optimizer(open_training: Open) -> None:
    user = open_training(optimizer="SGD", optimizer_arguments=(("nesterov", True), ("momentum", 0.5)))
    frame = user.sees(lambda frame: frame.position == 0)
    assert dict(frame.settings.optimizer_arguments) == {"nesterov": True, "momentum": 0.5}
    user.waits_until(lambda: any(line.accessibleName() == "momentum" for line in user.tab.findChildren(QLineEdit)))
    assert user.text("momentum") == "0.5"
    user.chooses("Optimizer", "Adagrad")
    frame = user.sees(lambda frame: frame.settings.optimizer == "Adagrad")
    assert frame.settings.optimizer_arguments == ()

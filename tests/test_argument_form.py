"""The form for a class of Keras's: its arguments, what differs from Keras's own, and what cannot be typed."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from engine.errors import InputError, Problem
from engine.keras_lab.catalogue.specification import Argument, ArgumentKind, Choice, Spec, Value
from gui.controls.argument_form import ArgumentForm, parse, show, tooltip
from gui.controls.form_row import FormRow

DECAY = Spec(
    "schedule",
    "ExponentialDecay",
    "",
    "Decays.",
    (
        Argument("initial_learning_rate", ArgumentKind.REAL, 0.01, low=0, required=True),
        Argument("decay_steps", ArgumentKind.WHOLE, 100, low=1, required=True),
        Argument("staircase", ArgumentKind.TRUTH, False),
    ),
)
OPTIMIZER = Spec(
    "optimizer",
    "RMSprop",
    "rmsprop",
    "Divides by a mean.",
    (
        Argument("learning_rate", ArgumentKind.RATE, 0.001, low=0, low_open=True, help="How far."),
        Argument("rho", ArgumentKind.REAL, 0.9, low=0, high=1, high_open=True, help="Discount."),
        Argument("centered", ArgumentKind.TRUTH, False),
        Argument("clipnorm", ArgumentKind.REAL, None, optional=True),
        Argument("reduction", ArgumentKind.ONE_OF, "sum", choices=("sum", "mean")),
        Argument("thresholds", ArgumentKind.REALS, None, optional=True),
    ),
)


@pytest.fixture
def form(qtbot: QtBot) -> ArgumentForm:
    form = ArgumentForm([DECAY])
    qtbot.addWidget(form)
    form.show_choice(OPTIMIZER, ())
    with qtbot.waitActive(form):
        form.show()
    return form


def find(form: QWidget, kind: type[QWidget], name: str) -> QWidget:
    (found,) = [widget for widget in form.findChildren(kind) if widget.accessibleName() == name and widget.isVisible()]
    return found


def types(form: ArgumentForm, qtbot: QtBot, name: str, text: str) -> None:
    edit = find(form, QLineEdit, name)
    assert isinstance(edit, QLineEdit)
    edit.setFocus()
    edit.selectAll()
    qtbot.keyClick(edit, Qt.Key.Key_Delete)
    qtbot.keyClicks(edit, text)
    qtbot.keyClick(edit, Qt.Key.Key_Return)


def chooses(form: ArgumentForm, qtbot: QtBot, name: str, text: str) -> None:
    box = find(form, QComboBox, name)
    box.setFocus()
    qtbot.keyClicks(box, text)


def test_as_keras_has_it_nothing_differs(form: ArgumentForm) -> None:
    assert form.arguments() == ()
    assert form.count() == 6


def test_only_what_differs_is_said(form: ArgumentForm, qtbot: QtBot) -> None:
    with qtbot.waitSignal(form.changed) as changed:
        types(form, qtbot, "rho", "0.5")
    assert changed.args == [(("rho", 0.5),)]
    chooses(form, qtbot, "centered", "True")
    types(form, qtbot, "clipnorm", "2")
    types(form, qtbot, "rho", "0.9")
    assert form.arguments() == (("centered", True), ("clipnorm", 2.0))
    types(form, qtbot, "clipnorm", "none")
    assert form.arguments() == (("centered", True),)


def test_a_schedule_takes_the_place_of_the_number(form: ArgumentForm, qtbot: QtBot) -> None:
    chooses(form, qtbot, "Schedule", "Exp")
    assert form.arguments() == (
        ("learning_rate", Choice("ExponentialDecay", (("initial_learning_rate", 0.01), ("decay_steps", 100)))),
    )
    types(form, qtbot, "decay_steps", "20")
    (_, schedule), *_ = form.arguments()
    assert isinstance(schedule, Choice)
    assert dict(schedule.arguments)["decay_steps"] == 20
    qtbot.keyClick(find(form, QComboBox, "Schedule"), Qt.Key.Key_Home)  # "constant" is the first
    assert form.arguments() == ()


def test_what_was_chosen_is_shown_schedules_too(form: ArgumentForm) -> None:
    arguments: tuple[tuple[str, Value], ...] = (
        ("learning_rate", Choice("ExponentialDecay", (("decay_steps", 7), ("initial_learning_rate", 0.5)))),
        ("rho", 0.25),
    )
    form.show_choice(OPTIMIZER, arguments)
    assert find(form, QLineEdit, "decay_steps").property("text") == "7"
    assert find(form, QLineEdit, "rho").property("text") == "0.25"


def test_another_class_has_other_rows(form: ArgumentForm) -> None:
    form.show_choice(DECAY, ())
    assert form.count() == 3
    assert form.arguments() == (("initial_learning_rate", 0.01), ("decay_steps", 100))
    form.show_choice(None, ())
    assert form.count() == 0


@pytest.mark.parametrize("text", ["nan", "inf", "1e999", "abc", "0,5", ""])
def test_what_is_no_number_stays_with_the_reason(form: ArgumentForm, qtbot: QtBot, text: str) -> None:
    with qtbot.assertNotEmitted(form.changed):
        types(form, qtbot, "learning_rate", text)
    (row,) = [row for row in form.findChildren(FormRow) if row.error()]
    assert "number" in row.error()
    assert form.arguments() == ()


def test_the_engine_s_reason_stands_beside_the_argument(form: ArgumentForm, qtbot: QtBot) -> None:
    problem = InputError("optimizer.rho", "rho must be below 1, not {value}.", value=2)
    assert form.show_problem("rho", problem)
    (row,) = [row for row in form.findChildren(FormRow) if row.error()]
    assert row.error() == "rho must be below 1, not 2."
    assert not form.show_problem("nothing", problem)
    chooses(form, qtbot, "Schedule", "Exp")
    assert form.show_problem("learning_rate.decay_steps", problem)
    assert find(form, QLineEdit, "decay_steps").accessibleDescription() == "rho must be below 1, not 2."


def test_folded_only_the_learning_rate_is_there(form: ArgumentForm) -> None:
    form.set_folded(True)
    shown = [row for row in form.findChildren(FormRow) if row.isVisible()]
    assert len(shown) == 2  # the number and the schedule
    form.set_folded(False)
    assert find(form, QLineEdit, "rho").isVisible()


@pytest.mark.parametrize(
    ("kind", "text", "value"),
    [
        (ArgumentKind.REALS, "[0.1, 0.5]", (0.1, 0.5)),
        (ArgumentKind.WHOLES, "1 2", (1, 2)),
        (ArgumentKind.TEXTS, "a, b", ("a", "b")),
        (ArgumentKind.WHOLE, "1e3", 1000),
    ],
)
def test_lists_are_typed_with_or_without_brackets(kind: ArgumentKind, text: str, value: Value) -> None:
    argument = Argument("values", kind)
    assert parse(argument, text) == value
    assert parse(argument, show(value)) == value
    if isinstance(value, tuple) and kind is not ArgumentKind.TEXTS:
        with pytest.raises(Problem):
            parse(argument, "1, x")


def test_the_tooltip_has_help_range_and_default() -> None:
    assert tooltip(OPTIMIZER.arguments[1]) == "Discount.\n0 ≤ rho < 1\nKeras's own: 0.9"
    assert tooltip(DECAY.arguments[1]) == "1 ≤ decay_steps"
    assert tooltip(Argument("plain", ArgumentKind.TRUTH, True, required=True)) == "plain"

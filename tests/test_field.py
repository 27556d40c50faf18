"""A field hands on what is valid and new, and keeps what is not, with the reason."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from engine.errors import InputError, Problem
from gui.controls import parsing
from gui.controls.field import Field
from gui.controls.stepping import round_step, whole_step


@pytest.fixture
def field(qtbot: QtBot) -> Field[float]:
    field = Field(0.1, parsing.number, parsing.show_number, round_step)
    field.set_label("Learning rate", "How far each step goes")
    qtbot.addWidget(field)
    field.show()
    return field


def edit_of(field: QWidget) -> QLineEdit:
    edit = field.findChild(QLineEdit)
    assert isinstance(edit, QLineEdit)
    return edit


def type_over(qtbot: QtBot, field: QWidget, text: str) -> None:
    edit = edit_of(field)
    edit.setFocus()
    edit.selectAll()
    qtbot.keyClicks(edit, text)


def test_shows_its_value(field: Field[float]) -> None:
    assert edit_of(field).text() == "0.1"
    assert field.error() == ""


def test_enter_hands_on_a_new_value(field: Field[float], qtbot: QtBot) -> None:
    type_over(qtbot, field, "0.05")
    with qtbot.waitSignal(field.changed) as change:
        qtbot.keyClick(edit_of(field), Qt.Key.Key_Return)
    assert change.args == [0.05]
    assert field.value() == 0.05


def test_so_does_leaving_the_field(field: Field[float], qtbot: QtBot) -> None:
    type_over(qtbot, field, "2")
    with qtbot.waitSignal(field.changed) as change:
        edit_of(field).clearFocus()
    assert change.args == [2.0]


def test_the_same_value_in_other_words_is_no_change(field: Field[float], qtbot: QtBot) -> None:
    type_over(qtbot, field, "1e-1")
    with qtbot.assertNotEmitted(field.changed):
        qtbot.keyClick(edit_of(field), Qt.Key.Key_Return)
    assert edit_of(field).text() == "0.1"


def test_nonsense_stays_with_its_reason_and_changes_nothing(field: Field[float], qtbot: QtBot) -> None:
    type_over(qtbot, field, "lots")
    with qtbot.assertNotEmitted(field.changed):
        qtbot.keyClick(edit_of(field), Qt.Key.Key_Return)
    assert edit_of(field).text() == "lots"
    assert "“lots”" in field.error()
    assert edit_of(field).accessibleDescription() == field.error()
    assert field.value() == 0.1


def test_the_reason_goes_when_the_text_is_right_again(field: Field[float], qtbot: QtBot) -> None:
    type_over(qtbot, field, "0.1x")
    qtbot.keyClick(edit_of(field), Qt.Key.Key_Return)
    assert field.error()
    qtbot.keyClick(edit_of(field), Qt.Key.Key_Backspace)
    assert field.error() == ""


def test_escape_takes_back_what_was_typed(field: Field[float], qtbot: QtBot) -> None:
    type_over(qtbot, field, "lots")
    qtbot.keyClick(edit_of(field), Qt.Key.Key_Return)
    qtbot.keyClick(edit_of(field), Qt.Key.Key_Escape)
    assert edit_of(field).text() == "0.1"
    assert field.error() == ""


@pytest.mark.parametrize(("key", "value"), [(Qt.Key.Key_Up, 0.2), (Qt.Key.Key_Down, 0.05)])
def test_up_and_down_step(field: Field[float], qtbot: QtBot, key: Qt.Key, value: float) -> None:
    with qtbot.waitSignal(field.changed) as change:
        qtbot.keyClick(edit_of(field), key)
    assert change.args == [value]


def test_stepping_starts_from_what_was_typed(field: Field[float], qtbot: QtBot) -> None:
    type_over(qtbot, field, "5")
    qtbot.keyClick(edit_of(field), Qt.Key.Key_Up)
    assert field.value() == 10.0


def at_least_one(text: str) -> int:
    number = parsing.whole_number(text)
    if number < 1:
        raise Problem("At least one.")
    return number


def test_a_step_that_the_parser_refuses_is_not_taken(qtbot: QtBot) -> None:
    field = Field(1, at_least_one, step=whole_step)
    qtbot.addWidget(field)
    with qtbot.assertNotEmitted(field.changed):
        qtbot.keyClick(edit_of(field), Qt.Key.Key_Down)
    assert field.value() == 1


def test_a_value_from_outside_is_shown_without_a_signal(field: Field[float], qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(field.changed):
        field.set_value(0.3)
    assert edit_of(field).text() == "0.3"


def test_a_value_from_outside_leaves_the_typing_alone(field: Field[float], qtbot: QtBot) -> None:
    type_over(qtbot, field, "0.")
    field.set_value(0.3)
    assert edit_of(field).text() == "0."
    qtbot.keyClick(edit_of(field), Qt.Key.Key_Escape)
    assert edit_of(field).text() == "0.3"


def test_a_refusal_from_elsewhere_stands_here_until_escape(field: Field[float], qtbot: QtBot) -> None:
    field.set_error(InputError("learning_rate", "Not {value}.", value=7))
    assert field.error() == "Not 7."
    qtbot.keyClick(edit_of(field), Qt.Key.Key_Escape)
    assert field.error() == ""


def test_the_reason_is_below_the_row_in_view(field: Field[float], qtbot: QtBot) -> None:
    before = field.sizeHint().height()
    field.set_error(Problem("A sentence."))
    assert field.sizeHint().height() > before
    field.set_error(None)
    assert field.sizeHint().height() == before


def test_the_suffix_goes_with_a_number_only(qtbot: QtBot) -> None:
    field: Field[int | None] = Field(40, parsing.stop_after, parsing.show_stop_after)
    field.set_suffix("steps")
    qtbot.addWidget(field)
    free = edit_of(field).textMargins().right()
    field.set_value(None)
    assert edit_of(field).text() == "never"
    assert edit_of(field).textMargins().right() == 0 < free


def test_another_language_is_heard(field: Field[float], qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    field.set_error(Problem("A sentence."))
    monkeypatch.setattr("gui.controls.form_row.problem_text", lambda problem: f"<{problem}>")
    QApplication.sendEvent(field, QEvent(QEvent.Type.LanguageChange))
    assert field.error() == "<A sentence.>"


def test_label_and_tooltip_reach_the_editor(field: Field[float]) -> None:
    assert edit_of(field).accessibleName() == "Learning rate"
    assert edit_of(field).toolTip() == "How far each step goes"

"""One of many is found by typing a part of its name, by keys alone or with the mouse."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QListView, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from gui.controls.pick_field import PickField
from gui.controls.pick_list import Option

OPTIONS = (
    Option("sgd", "SGD", "Gradient descent."),
    Option("adam", "Adam", "Adaptive moments."),
    Option("adamw", "AdamW", "Adam that forgets."),
    Option("base", "Optimizer", "The others are built on it.", can_be_picked=False),
)
Key = Qt.Key


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(600, 500)
    layout = QVBoxLayout(window)
    field = PickField()
    field.setObjectName("field")
    field.set_options(OPTIONS)
    field.set_label("Class", "How the weights follow the gradient")
    field.set_value("adam")
    layout.addWidget(field)
    layout.addStretch()
    with qtbot.waitActive(window):
        window.show()
    return window


@pytest.fixture
def field(window: QWidget) -> PickField:
    field = window.findChild(PickField)
    assert field is not None
    return field


def editor(field: PickField) -> QLineEdit:
    edit = field.findChild(QLineEdit)
    assert edit is not None
    return edit


def names(field: PickField) -> list[str]:
    shown = field.list_shown()
    return [] if shown is None else [option.name for option in shown.options()]


def test_shows_what_is_chosen_and_opens_all_of_them(field: PickField, qtbot: QtBot) -> None:
    assert editor(field).text() == "Adam"
    qtbot.mouseClick(editor(field), Qt.MouseButton.LeftButton)
    assert names(field) == ["SGD", "Adam", "AdamW", "Optimizer"]
    shown = field.list_shown()
    assert shown is not None
    current = shown.current()
    assert current is not None
    assert current.key == "adam"


def test_typing_narrows_the_list_names_before_help(field: PickField, qtbot: QtBot) -> None:
    editor(field).setFocus()
    editor(field).selectAll()
    qtbot.keyClicks(editor(field), "ada")
    assert names(field) == ["Adam", "AdamW"]
    editor(field).selectAll()
    qtbot.keyClicks(editor(field), "BUILT on")
    assert names(field) == ["Optimizer"]
    editor(field).selectAll()
    qtbot.keyClicks(editor(field), "zzz")
    assert not field.is_open()


def test_enter_takes_the_marked_one(field: PickField, qtbot: QtBot) -> None:
    editor(field).setFocus()
    qtbot.keyClick(editor(field), Key.Key_Down)
    qtbot.keyClick(editor(field), Key.Key_Down)
    with qtbot.waitSignal(field.changed) as changed:
        qtbot.keyClick(editor(field), Key.Key_Return)
    assert changed.args == ["adamw"]
    assert (field.value(), editor(field).text(), field.is_open()) == ("adamw", "AdamW", False)


def test_escape_and_leaving_take_back_what_was_typed(field: PickField, qtbot: QtBot) -> None:
    for leave in (lambda: qtbot.keyClick(editor(field), Key.Key_Escape), lambda: editor(field).clearFocus()):
        editor(field).setFocus()
        editor(field).selectAll()
        qtbot.keyClicks(editor(field), "sg")
        assert field.is_open()
        leave()
        assert (editor(field).text(), field.value(), field.is_open()) == ("Adam", "adam", False)


def test_the_mouse_picks_from_the_list(field: PickField, qtbot: QtBot) -> None:
    qtbot.mouseClick(editor(field), Qt.MouseButton.LeftButton)
    shown = field.list_shown()
    assert shown is not None
    view = shown.findChild(QListView)
    assert view is not None
    with qtbot.waitSignal(field.changed) as changed:
        row = view.visualRect(view.model().index(0, 0)).center()
        qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=row)
    assert changed.args == ["sgd"]


def test_what_cannot_be_picked_says_why_and_is_not_taken(field: PickField, qtbot: QtBot) -> None:
    editor(field).setFocus()
    editor(field).selectAll()
    qtbot.keyClicks(editor(field), "optimizer")
    shown = field.list_shown()
    assert shown is not None
    assert shown.options()[0].about == "The others are built on it."
    with qtbot.assertNotEmitted(field.changed):
        qtbot.keyClick(editor(field), Key.Key_Return)
    assert field.value() == "adam"


def test_the_list_takes_no_focus_and_stays_inside_the_window(window: QWidget, field: PickField, qtbot: QtBot) -> None:
    qtbot.mouseClick(editor(field), Qt.MouseButton.LeftButton)
    shown = field.list_shown()
    assert shown is not None
    assert QApplication.focusWidget() is editor(field)
    assert window.rect().contains(shown.geometry())
    shown.grab()


def test_a_field_to_add_is_empty_again(qtbot: QtBot) -> None:
    field = PickField(keeps_choice=False)
    qtbot.addWidget(field)
    field.set_options(OPTIONS)
    field.set_label("Add …", "Another one")
    with qtbot.waitActive(field):
        field.show()
    assert editor(field).placeholderText() == "Add …"
    qtbot.keyClicks(editor(field), "sgd")
    with qtbot.waitSignal(field.changed) as changed:
        qtbot.keyClick(editor(field), Key.Key_Return)
    assert changed.args == ["sgd"]
    assert editor(field).text() == ""


def test_what_is_chosen_but_not_known_yet_is_shown(field: PickField) -> None:
    field.set_value("Nadam")
    assert editor(field).text() == "Nadam"

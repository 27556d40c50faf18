"""The variable tab makes, assigns, picks cells, and goes through its timeline, by mouse and by keyboard."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QSettings, QSize, Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QCheckBox, QComboBox, QLabel, QLineEdit
from pytestqt.qtbot import QtBot
from variables_user import User

from engine.errors import Problem
from engine.protocol import Failed
from engine.tensors.protocol import VariableFrame
from engine.tensors.recipes import Given
from engine.worker import EngineThread
from gui.controls.tensor_view.table import PlaneTable
from gui.language import Language
from gui.palette import DARK, LIGHT
from gui.settings import SettingsStore
from gui.tabs.variables.call_strip import CallStrip
from gui.tabs.variables.lanes_card import LaneRow
from gui.tabs.variables.tab import VariablesTab

Key = Qt.Key
Open = Callable[[], User]


@pytest.fixture
def open_variables(qtbot: QtBot, tmp_path: Path) -> Iterator[Open]:
    """Opens variable tabs, one after the other, that share their settings."""
    store = SettingsStore(QSettings(str(tmp_path / "TapeLab.ini"), QSettings.Format.IniFormat))
    tabs = []

    def open_tab() -> User:
        tab = VariablesTab(store)
        tabs.append(tab)
        qtbot.addWidget(tab)
        tab.resize(QSize(1280, 720))
        with qtbot.waitActive(tab):
            tab.show()
        tab.activate()
        return User(tab, qtbot)

    yield open_tab
    assert all(tab.close_engine(100) for tab in tabs)


@pytest.fixture
def user(open_variables: Open) -> User:
    """With the notes' variable, as it was made."""
    user = open_variables()
    user.sees_state(0, 1)
    return user


@pytest.fixture
def ones(user: User) -> User:
    """After `x.assign(tf.ones((3, 1)))`."""
    user.assigns("", "ones((3, 1))")
    user.sees_state(1, 2)
    return user


def test_says_that_tensorflow_is_loading_until_there_is_something_to_see(open_variables: Open) -> None:
    user = open_variables()
    assert "TensorFlow is loading …" in user.sentences()
    frame = user.sees_state(0)
    assert "TensorFlow is loading …" not in user.sentences()
    assert (frame.name, frame.states[0].value.shape) == ("x", (3, 1))


def test_goes_through_the_notes(ones: User) -> None:
    assert ones.values() == [[1], [1], [1]]
    ones.clicks_cell((0, 0))
    assert ones.line("Part").text() == "0, 0"
    ones.types("3.")
    assert ones.line("Value").text() == "3."
    assert "x[0, 0].assign(3.)" in ones.sentences()
    ones.presses(Key.Key_Return)
    ones.sees_state(2, 3)
    assert ones.values() == [[3], [1], [1]]
    assert "1 of 3 changed" in ones.sentences()
    ones.assigns("", "ones((3, 1))", "assign_add")
    ones.sees_state(3, 4)
    ones.assigns("", "ones((3, 1))", "assign_sub")
    ones.sees_state(4, 5)
    assert ones.values() == [[3], [1], [1]]
    lines = ones.code().code().splitlines()
    assert [lines[line - 1] for line in ones.code().highlighted()] == ["x.assign_sub(tf.ones((3, 1)))"]


def test_the_example_is_the_notes_own(user: User, qtbot: QtBot) -> None:
    with qtbot.waitSignal(user.tab.example_finished):
        user.tab.run_example()
    assert [state.call.partition("(")[0] for state in user.frame.states] == [
        "x = tf.Variable", "x.assign", "x[0, 0].assign", "x.assign_add", "x.assign_sub",
    ]  # fmt: skip
    assert user.frame.position == 4


# Before and after


def test_shows_before_and_after_and_what_changed(ones: User) -> None:
    ones.assigns("1", "5")
    ones.sees_state(2)
    before, after = ones.grids()
    assert [before.text_at((row, 0)) for row in range(3)] == ["1", "1", "1"]
    assert [after.text_at((row, 0)) for row in range(3)] == ["1", "5", "1"]
    assert [after.is_marked((row, 0)) for row in range(3)] == [False, True, False]
    ones.clicks("Difference")
    assert [ones.grids()[1].text_at((row, 0)) for row in range(3)] == ["0", "4", "0"]


def test_the_first_state_has_nothing_before_it(user: User) -> None:
    assert len(user.grids()) == 1
    assert "before" not in user.sentences()


def test_a_large_variable_stands_in_tables_that_scroll_together(user: User) -> None:
    user.enters("Shape", "200, 100")
    user.sees(lambda frame: frame.states[0].value.shape == (200, 100))
    user.assigns("3, 4", "7")
    user.sees_state(1)
    assert user.grids() == []
    first, second = (table for table in user.tab.findChildren(PlaneTable) if table.isVisible())
    assert second.is_marked((3, 4))
    assert not second.is_marked((3, 5))
    first.verticalScrollBar().setValue(500)
    assert second.verticalScrollBar().value() == 500
    first.choose((2, 1))
    assert user.line("Part").text() == "3, 4"  # nothing was picked by hand


def test_a_variable_without_elements_says_so(user: User) -> None:
    user.enters("Shape", "0, 2")
    user.sees(lambda frame: frame.states[0].value.shape == (0, 2))
    assert "This variable has no elements." in user.sentences()


def test_planes_of_a_deep_variable_are_picked_one_at_a_time(user: User, qtbot: QtBot) -> None:
    user.enters("Shape", "2, 3, 4")
    user.sees(lambda frame: frame.states[0].value.shape == (2, 3, 4))
    user.drags_cells((0, 1), (2, 2))
    assert user.line("Part").text() == "0, :, 1:3"
    user.types("9")
    user.presses(Key.Key_Return)
    user.sees_state(1)
    assert (user.state.value.array[0, :, 1:3] == 9).all()
    assert int(np.count_nonzero(user.state.changed)) == 6


# Picking


def test_dragging_picks_a_slice(ones: User) -> None:
    ones.drags_cells((1, 0), (2, 0))
    assert ones.line("Part").text() == "1:3, 0"
    ones.types("8")
    ones.presses(Key.Key_Return)
    ones.sees_state(2)
    assert ones.values() == [[1], [8], [8]]


def test_the_arrow_keys_pick_cells_and_do_not_travel(ones: User) -> None:
    ones.clicks_cell((0, 0))
    ones.presses(Key.Key_Down)
    assert ones.line("Part").text() == "1, 0"
    ones.presses(Key.Key_Left)
    ones.waits(50)
    assert ones.frame.position == 1


def test_a_typed_part_is_shown_in_the_cells(ones: User) -> None:
    ones.writes("Part", "1:")
    assert [grid.selection() for grid in ones.grids()] == [((1, 0), (2, 0))] * 2
    ones.writes("Part", "::2")
    assert [grid.selection() for grid in ones.grids()] == [None, None]
    ones.writes("Part", "[")
    assert [grid.selection() for grid in ones.grids()] == [None, None]


# The lanes


def test_three_lanes_under_the_same_operation(ones: User) -> None:
    ones.assigns("0, 0", "3.")
    ones.sees_state(2)
    array, tensor, variable = (row.texts() for row in ones.tab.findChildren(LaneRow))
    assert array == ("x[0, 0] = 3.", "works", "[[3], [1], [1]]", "the same object, the same memory")
    assert tensor[:2] == ("x[0, 0] = 3.", "TypeError")
    assert "does not support item assignment" in tensor[2]
    assert variable == ("x[0, 0].assign(3.)", "works", "[[3], [1], [1]]", "the same object, the same memory")
    ones.assigns("", "ones((3, 1))", "assign_add")
    ones.sees_state(3)
    tensor = [row.texts() for row in ones.tab.findChildren(LaneRow)][1]
    assert tensor == ("x += tf.ones((3, 1))", "works", "[[4], [2], [2]]", "a new object, other memory")


# Making


def test_makes_another_variable(user: User) -> None:
    user.chooses("Values", "ones")
    user.writes("Name", "w")
    user.chooses("dtype", "int32")
    user.enters("Shape", "2, 2")
    frame = user.sees(lambda frame: frame.name == "w")
    assert frame.states[0].call == "w = tf.Variable(initial_value=tf.ones(shape=(2, 2), dtype=tf.int32))"
    assert user.line("Value").text() == "ones((2, 2), int32)"
    user.undoes()
    assert user.sees(lambda frame: frame.name == "x").states[0].value.shape == (3, 1)
    assert user.line("Name").text() == "x"


def test_makes_it_by_a_keras_initializer(user: User) -> None:
    user.chooses("Values", "Keras GlorotUniform")
    user.clicks("Make variable")
    user.sees(lambda frame: "keras.initializers.GlorotUniform" in frame.states[0].call)


def test_makes_it_from_a_tensor_of_the_workspace(user: User) -> None:
    user.tab.take_tensors([Given("e", np.array([[19.0, 36.0]], np.float32))])
    user.chooses("Values", "tensor e")
    user.clicks("Make variable")
    user.sees(lambda frame: frame.states[0].value.array.tolist() == [[19, 36]])


def test_is_not_trainable_when_asked(user: User) -> None:
    user.find(QCheckBox, "trainable").click()
    user.clicks("Make variable")
    user.sees(lambda frame: not frame.trainable)


@pytest.mark.parametrize(
    ("kind", "call"),
    [("random uniform", "tf.random.uniform(shape=(4, 2)"), ("Keras HeNormal", "keras.initializers.HeNormal(")],
)
def test_remembers_how_the_variable_was_made(open_variables: Open, kind: str, call: str) -> None:
    first = open_variables()
    first.sees_state(0)
    first.chooses("Values", kind)
    first.enters("Shape", "4, 2")
    first.sees(lambda frame: frame.states[0].value.shape == (4, 2))
    frame = open_variables().sees_state(0)
    assert call in frame.states[0].call
    assert frame.states[0].value.shape == (4, 2)


# What is refused


REFUSED = [
    ("", "3.", "Value", "whole shape (3, 1)"),
    ("", "ones((1, 3))", "Value", "(1, 3)"),
    ("5, 0", "1", "Part", "out of range"),
    ("0, 5:6", "1", "Part", "picks nothing"),
    ("a", "1", "Part", "whole numbers and slices"),
    ("0, 0", "y", "Value", "no y here"),
    ("0, 0", "1e39", "Value", "float32"),
]


def test_refusals_stand_beside_their_field(ones: User) -> None:
    for state, (target, value, field, words) in enumerate(REFUSED, 1):
        ones.assigns(target, value)
        assert words in ones.sees_reason(field)
        assert ones.frame.position == state
        ones.assigns("0, 0", f"{state}.")
        ones.sees_state(state + 1)
        assert ones.reasons() == []


@pytest.mark.parametrize(
    ("field", "text"), [("Shape", "-1"), ("Shape", "1000000, 1000000"), ("Name", "2x"), ("Deviation", "-1")]
)
def test_a_variable_that_cannot_be_made_leaves_everything_as_it_was(user: User, field: str, text: str) -> None:
    before = user.frame
    user.enters(field, text)
    assert user.sees_reason(field)
    assert user.frame is before


# The timeline


def test_travels_by_keys(ones: User) -> None:
    ones.assigns("0, 0", "3.")
    ones.sees_state(2)
    ones.tab.setFocus()
    ones.presses(Key.Key_Left)
    ones.sees_state(1)
    ones.presses(Key.Key_Home)
    ones.sees_state(0)
    ones.presses(Key.Key_Right)
    ones.sees_state(1)
    ones.presses(Key.Key_End)
    assert len(ones.sees_state(2).states) == 3


def test_plays_through_and_stops_at_the_end(ones: User) -> None:
    ones.tab.setFocus()
    ones.presses(Key.Key_Space)
    ones.sees_state(0)
    assert ones.find(QAbstractButton, "Pause").isVisible()
    ones.sees_state(1)
    assert ones.find(QAbstractButton, "Play through the states").isVisible()


def test_going_somewhere_ends_playing(ones: User) -> None:
    ones.tab.setFocus()
    ones.presses(Key.Key_Space)
    ones.sees_state(0)
    ones.presses(Key.Key_End)
    ones.sees_state(1)
    assert ones.find(QAbstractButton, "Play through the states").isVisible()


def test_goes_on_from_an_earlier_state_and_brings_the_later_ones_back(ones: User) -> None:
    ones.assigns("0, 0", "3.")
    ones.sees_state(2)
    ones.scrubs(0.5)
    ones.sees_state(1, 3)
    ones.assigns("1, 0", "9.")
    assert ones.sees_state(2, 3).states[2].call == "x[1, 0].assign(9.)"
    ones.undoes()  # the field has nothing of its own to undo
    assert ones.sees_state(1, 3).states[2].call == "x[0, 0].assign(3.)"
    ones.redoes()
    ones.sees(lambda frame: frame.states[-1].call == "x[1, 0].assign(9.)")


def test_a_call_below_the_scrubber_leads_to_its_state(ones: User, qtbot: QtBot) -> None:
    ones.assigns("0, 0", "3.")
    ones.sees_state(2)
    strip = ones.tab.findChildren(CallStrip)[0]
    written = strip.written()
    assert [state for state, _, _ in written] == [0, 1, 2]
    qtbot.mouseClick(strip, Qt.MouseButton.LeftButton, pos=written[1][1].center().toPoint())
    ones.sees_state(1)


def test_undo_in_a_field_that_is_being_typed_in_is_the_field_s_own(ones: User) -> None:
    ones.writes("Value", "12")
    ones.undoes()
    ones.waits(50)
    assert ones.frame.position == 1
    assert ones.line("Value").text() != "12"


# The window


def test_speaks_the_language_that_is_chosen(ones: User, qapp: QApplication) -> None:
    language = Language(qapp)
    language.choose("zh_CN")
    try:
        assert ones.find(QLineEdit, ones.line("Value").accessibleName()).isVisible()
    finally:
        language.choose("en")
    assert "What happened" in ones.sentences()


def test_everything_has_a_name_and_a_tooltip(ones: User) -> None:
    for kind in (QAbstractButton, QLineEdit, QComboBox):
        for widget in ones.tab.findChildren(kind):
            if widget.isVisible() and not widget.objectName().startswith("qt_"):
                assert widget.accessibleName(), widget
                assert widget.toolTip(), widget


def test_draws_in_both_palettes(ones: User) -> None:
    for palette in (DARK, LIGHT):
        ones.tab.set_palette(palette)
        assert not ones.tab.grab().isNull()


def test_what_no_field_is_to_blame_for_goes_to_the_window(ones: User, qtbot: QtBot) -> None:
    problem = Problem("Something is wrong.")
    with qtbot.waitSignal(ones.tab.failed) as told:
        ones.tab.findChildren(EngineThread)[0].happened.emit(Failed(0, problem, None))
    assert told.args == [problem]
    with qtbot.waitSignal(ones.tab.recovered):
        ones.assigns("0, 0", "2.")


def test_every_size_of_the_window_shows_all_cards(ones: User) -> None:
    for size in (QSize(1120, 590), QSize(1280, 720), QSize(1920, 1000)):
        ones.tab.resize(size)
        ones.waits(20)
        for label in ones.tab.findChildren(QLabel):
            if label.isVisible() and label.property("role") == "heading":
                assert label.width() >= label.sizeHint().width(), label.text()
        assert len(ones.grids()) == 2


def count_frames(user: User) -> list[VariableFrame]:
    frames: list[VariableFrame] = []
    user.tab.drawn.connect(frames.append)
    return frames


def test_a_flood_of_commands_is_answered_by_few_frames(ones: User) -> None:
    frames = count_frames(ones)
    for _ in range(50):
        ones.clicks("Assign")
    ones.sees_state(51)
    assert len(frames) <= 52

"""The tensor tab, with its real engine: lines are typed, cells hovered, the notes' values seen."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from fresh_python import FreshPython
from PySide6.QtCore import QSettings, Qt
from PySide6.QtWidgets import QAbstractButton, QLineEdit
from pytestqt.qtbot import QtBot
from tab_user import TabUser

from engine.tensors.protocol import WorkspaceFrame
from engine.tensors.recipes import Ones, RandomNormal, Recipe, Zeros
from gui.settings import SettingsStore
from gui.tabs.tensors.tab import TensorsTab

Key = Qt.Key


class User(TabUser[TensorsTab, WorkspaceFrame]):
    """Types, and waits until it can be seen."""

    def __init__(self, tab: TensorsTab, qtbot: QtBot) -> None:
        super().__init__(tab, qtbot)
        self.qtbot = qtbot
        self.edit = tab._focus.command.findChild(QLineEdit)

    def runs(self, line: str) -> None:
        assert self.edit is not None
        self.edit.clear()
        self.qtbot.keyClicks(self.edit, line)
        self.qtbot.keyClick(self.edit, Key.Key_Return)

    def array(self, name: str) -> Any:
        return next(entry.value.array for entry in self.frame.entries if entry.name == name).tolist()


@pytest.fixture
def user(qtbot: QtBot, tmp_path: Path) -> Iterator[User]:
    """Sees the notes' own lines, which have run."""
    tab = TensorsTab(SettingsStore(QSettings(str(tmp_path / "t.ini"), QSettings.Format.IniFormat)))
    qtbot.addWidget(tab)
    tab.resize(1256, 690)
    tab.show()
    tab.activate()
    user = User(tab, qtbot)
    user.sees(lambda frame: frame.script.rstrip().count("print") == 5 and "e *= d" in frame.script)
    yield user
    assert tab.close_engine(100)


def test_begins_with_the_notes_lines_whose_program_prints_what_is_seen(user: User, fresh_python: FreshPython) -> None:
    frame = user.sees(lambda frame: bool(frame.attempts))
    assert [user.array(name) for name in "abcde"] == [[[value] * 2] * 2 for value in (1, 1, 1, 2, 4)]
    assert user.tab._panel.list.names() == list("abcde")
    assert user.tab._code.code() == frame.script.rstrip("\n")
    assert "e *= d" in frame.script.splitlines()[user.tab._code.highlighted()[0] - 1]
    assert "[[4. 4.]\n [4. 4.]]" in fresh_python.printed(frame.script)


def test_hovering_an_element_shows_where_it_comes_from(user: User) -> None:
    user.runs("x = [[1., 2.], [3., 4.]]")
    user.runs("y = matmul(x, square(x))")
    user.sees(lambda frame: frame.chosen == "y")
    picture = user.tab._focus.picture
    assert picture.isVisible()
    user.qtbot.mouseMove(picture.result, picture.result.cell_rect((0, 1)).center().toPoint())
    user.sees(lambda frame: frame.origin is not None and frame.origin.index == (0, 1))
    assert user.tab._focus.formula.formula().endswith("= 1·4 + 2·16 = 36")
    left, right = picture.sources()
    assert [left.is_marked(cell) for cell in ((0, 0), (0, 1), (1, 0))] == [True, True, False]
    assert right.is_marked((1, 1))
    assert picture.result.chosen_cell() == (0, 1)


def test_an_error_stands_below_the_line_with_a_caret_and_changes_nothing(user: User) -> None:
    command = user.tab._focus.command
    user.runs("f = matmul(a, ones((3, 1)))")
    user.qtbot.waitUntil(lambda: bool(command.error()))
    assert "(2, 2)" in command.error()
    assert command.caret_x() is not None
    assert command.text() == "f = matmul(a, ones((3, 1)))"
    assert user.tab._panel.list.names() == list("abcde")
    user.runs("f = a + 1")
    user.sees(lambda frame: frame.chosen == "f")
    assert (command.error(), command.text()) == ("", "")


def test_what_is_typed_while_a_line_runs_is_kept(user: User) -> None:
    user.runs("f = a + 1")
    assert user.edit is not None
    user.qtbot.keyClicks(user.edit, "g = f +")
    user.sees(lambda frame: frame.chosen == "f")
    assert user.tab._focus.command.text() == "g = f +"


def test_completion_and_history(user: User) -> None:
    command = user.tab._focus.command
    user.runs("f = a + 1")
    user.sees(lambda frame: frame.chosen == "f")
    assert user.edit is not None
    user.qtbot.keyClick(user.edit, Key.Key_Up)
    assert command.text() == "f = a + 1"
    user.edit.clear()
    user.qtbot.keyClicks(user.edit, "matm")
    assert command.completions() == ["matmul"]
    user.qtbot.keyClick(user.edit, Key.Key_Tab)
    assert command.text() == "matmul("
    assert "a" in command.hint()


def test_undo_redo_remove_and_clear(user: User) -> None:
    panel = user.tab._panel
    panel.undo.click()
    user.sees(lambda frame: user.array("e") == [[2, 2], [2, 2]])
    panel.redo.click()
    user.sees(lambda frame: user.array("e") == [[4, 4], [4, 4]])
    user.qtbot.keyClick(panel.list, Key.Key_Delete)
    user.sees(lambda frame: len(frame.entries) == 4)
    panel.clear.click()
    user.sees(lambda frame: not frame.entries)
    assert panel.totals() == "0 tensors, 0 bytes"


@pytest.mark.parametrize("recipe", [Ones((2, 1)), Zeros((2, 1)), RandomNormal((3, 1))])
def test_makes_a_tensor_beside_its_numpy_twin(user: User, recipe: Recipe) -> None:
    user.tab._toggle_form()
    user.tab._new.form.set_recipe(recipe)
    user.tab._new.name.set_value("n")
    user.tab._new.make()
    user.sees(lambda frame: frame.chosen == "n" and bool(frame.attempts))
    assert not user.tab._new.isVisible()
    rows = user.tab._twin.rows()
    assert rows["type"][1:] == ("EagerTensor", "ndarray")
    assert rows["dtype"][1:] == ("float32", "float64")
    assert "dtype" in user.tab._twin.marked()
    assert rows["assign"][1:] == ("TypeError", "works")
    assert "does not support item assignment" in user.tab._twin.words()


def test_a_typed_line_stands_beside_its_numpy_twin(user: User) -> None:
    user.runs("f = mean([1, 2])")
    user.sees(lambda frame: frame.chosen == "f" and bool(frame.attempts))
    card = user.tab._twin
    assert card.rows()["head"] == ("", "TensorFlow", "NumPy")
    assert card.rows()["call"][1:] == ("tf.reduce_mean(tf.constant([1, 2]))", "np.mean(np.array([1, 2]))")
    assert card.rows()["type"][1:] == ("EagerTensor", "float64")
    assert card.rows()["dtype"][1:] == ("int32", "float64")
    assert card.rows()["values"][1:] == ("1", "1.5")
    assert card.marked() == {"dtype", "values"}
    assert card.rows()["assign"][1:] == ("TypeError", "TypeError")  # one of NumPy's numbers is no array


def test_what_numpy_does_not_do_is_said_in_words(user: User) -> None:
    user.runs("f = ones((2, 1))")
    user.runs("f *= ones((1, 2))")
    user.sees(lambda frame: frame.chosen == "f" and bool(frame.attempts) and frame.entries[-1].value.shape == (2, 2))
    card = user.tab._twin
    assert card.rows()["call"][1:] == ("f *= tf.ones((1, 2))", "f *= np.ones((1, 2))")
    assert card.rows()["values"][1:] == ("1 … 1", "\N{EN DASH}")
    assert "NumPy does not do this: ValueError: non-broadcastable output" in card.words()
    user.runs("g = a + 1")
    user.sees(lambda frame: frame.chosen == "g" and bool(frame.attempts))
    assert "NumPy" not in card.words()


def test_a_recipe_that_cannot_be_made_is_said_beside_its_field(user: User) -> None:
    user.tab._toggle_form()
    user.tab._new.form.set_recipe(RandomNormal(stddev=-1.0))
    user.tab._new.make()
    user.qtbot.waitUntil(user.tab._new.form.has_problem)
    assert user.tab._new.isVisible()
    assert len(user.sees(lambda frame: True).entries) == 5


def test_the_example_ends_with_something_to_see(user: User) -> None:
    with user.qtbot.waitSignal(user.tab.example_finished):
        user.tab.run_example()
    assert user.tab._focus.formula.formula().endswith("= 36")
    assert np.shape(user.array("z")) == (2, 2)


def test_everything_to_press_says_what_it_does(user: User) -> None:
    for button in user.tab.findChildren(QAbstractButton):
        if button.isVisible():
            assert button.toolTip()
            assert button.accessibleName()

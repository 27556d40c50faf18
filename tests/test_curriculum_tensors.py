"""The first seven rows of the curriculum, each done in the window by mouse and keyboard, with the notes' own values;
and the programs that the two tabs hand over, run in a Python of their own."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pytest
from fresh_python import FreshPython
from PySide6.QtCore import QSettings, Qt
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot
from tab_user import TabUser
from variables_user import User as VariableUser

from engine.tensors.protocol import Entry, WorkspaceFrame
from gui.language import Language
from gui.settings import SettingsStore
from gui.tabs import tensors, variables
from gui.tabs.tensors.tab import TensorsTab
from gui.tabs.variables.tab import VariablesTab
from gui.theme import Theme
from gui.window import MainWindow

NEW = {
    "ones": ("ones", {"Shape": "2, 1"}),
    "zeros": ("zeros", {"Shape": "2, 1"}),
    "normal": ("random normal", {"Shape": "3, 1", "Mean": "0", "Deviation": "1", "Seed": "0"}),
    "uniform": ("random uniform", {"Shape": "3, 1", "From": "0", "Below": "1", "Seed": "0"}),
}


class TensorUser(TabUser[TensorsTab, WorkspaceFrame]):
    """Of the tensor tab."""

    def makes(self, name: str, kind: str, fields: dict[str, str]) -> Entry:
        """Fills in the form for a new tensor."""
        self.clicks("New tensor")
        self.writes("Name", name)
        self.chooses("Values", kind)
        for field, text in fields.items():
            self.writes(field, text)
        self.clicks("Make the tensor")
        return self.sees_chosen(name)

    def runs(self, line: str) -> None:
        edit = self.tab._focus.command.findChild(QLineEdit)
        assert edit is not None
        edit.setFocus()
        self._qtbot.keyClicks(edit, line)
        self._qtbot.keyClick(edit, Qt.Key.Key_Return)

    def sees_chosen(self, name: str) -> Entry:
        """Waits until this tensor is looked at, with its twin and what came of assigning to it."""
        frame = self.sees(lambda frame: frame.chosen == name and bool(frame.attempts) and self._is_whole(frame))
        return next(entry for entry in frame.entries if entry.name == name)

    @staticmethod
    def _is_whole(frame: WorkspaceFrame) -> bool:
        return all(entry.twin is not None for entry in frame.entries)

    def beside(self, row: str) -> tuple[str, str]:
        """TensorFlow's and NumPy's side of the card."""
        return self.tab._twin.rows()[row][1:]


@dataclass
class Desk:
    """The window, and who sits before it."""

    window: MainWindow
    tensors: TensorUser
    variables: VariableUser


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("desk")


@pytest.fixture
def desk(qapp: QApplication, qtbot: QtBot, folder: Path) -> Iterator[Desk]:
    store = SettingsStore(QSettings(str(folder / "settings.ini"), QSettings.Format.IniFormat))
    theme, language = Theme(qapp, "light"), Language(qapp, "en")
    window = MainWindow((tensors.SPEC, variables.SPEC), store, theme, language)
    qtbot.addWidget(window)
    window.resize(1280, 800)
    with qtbot.waitActive(window):
        window.show()
    window.show_tab(1)
    window.show_tab(0)
    tensor_tab, variable_tab = window.tab("tensors"), window.tab("variables")
    assert isinstance(tensor_tab, TensorsTab)
    assert isinstance(variable_tab, VariablesTab)
    desk = Desk(window, TensorUser(tensor_tab, qtbot), VariableUser(variable_tab, qtbot))
    desk.tensors.sees(lambda frame: len(frame.entries) == 5 and "e *= d" in frame.script)
    yield desk
    window.close()
    theme.deleteLater()
    qapp.setStyleSheet("")


def test_rows_1_to_7(desk: Desk, fresh_python: FreshPython) -> None:
    user = desk.tensors
    constant_tensors(user)
    random_tensors(user)
    assignment_to_each_kind(user)
    basic_maths(user)
    told = tensors_told(user.frame)
    desk.window.show_tab(1)
    variable_made_and_assigned(desk.variables)
    states = [str(state.value.array) for state in desk.variables.frame.states]
    assert fresh_python.printed(user.tab._code.code()) == told
    assert fresh_python.printed(desk.variables.code().code()) == "".join(f"{state}\n" for state in states)


def constant_tensors(user: TensorUser) -> None:
    """Row 1: `tf.ones(shape=(2, 1))`, `np.ones(shape=(2, 1))`, and the same with zeros."""
    for kind, element in (("ones", 1), ("zeros", 0)):
        entry = user.makes(kind[0], *NEW[kind])
        assert entry.value.array.tolist() == [[element], [element]]
        assert user.beside("call") == (f"tf.{kind}(shape=(2, 1))", f"np.{kind}(shape=(2, 1))")
        assert user.beside("dtype") == ("float32", "float64")
        assert user.beside("type") == ("EagerTensor", "ndarray")
        assert "dtype" in user.tab._twin.marked()
        assert {"8 bytes", "CPU:0", "shape (2, 1)", "float32"} <= set(user.tab._focus.view.chips.texts())


def random_tensors(user: TensorUser) -> None:
    """Row 2: `tf.random.normal(shape=(3, 1), mean=0., stddev=1.)` and `uniform(…, minval=0., maxval=1.)`."""
    for kind, call, twin in (
        ("normal", "shape=(3, 1), mean=0., stddev=1.", "size=(3, 1), loc=0., scale=1."),
        ("uniform", "shape=(3, 1), minval=0., maxval=1.", "size=(3, 1), low=0., high=1."),
    ):
        entry = user.makes(kind[0], *NEW[kind])
        assert user.beside("call") == (f"tf.random.{kind}({call})", f"np.random.{kind}({twin})")
        assert entry.value.shape == (3, 1)
        assert entry.density is not None
        user.clicks("Stats")
        assert user.tab._focus.view.stats.isVisible()
        user.clicks("Values")
        again = user.makes(f"{kind[0]}2", *NEW[kind])
        np.testing.assert_array_equal(again.value.array, entry.value.array)  # the same seed


def assignment_to_each_kind(user: TensorUser) -> None:
    """Row 3: `x[0, 0] = 0.`, which an ndarray takes, a Tensor refuses, and a Variable takes as `assign`."""
    user.runs("x = ones((2, 2))")
    user.sees_chosen("x")
    rows = user.tab._twin.rows()
    assert rows["assign"] == ("x[0, 0] = 0.", "TypeError", "works")
    assert rows["variable"] == ("x[0, 0].assign(0.)", "works", "")
    assert "'tensorflow.python.framework.ops.EagerTensor' object does not support item assignment" in (
        user.tab._twin.words()
    )


def basic_maths(user: TensorUser) -> None:
    """Row 7: the notes' lines, and where an element of `e = matmul(a, b)` comes from."""
    lines = ("a = ones((2, 2))", "b = square(a)", "c = sqrt(a)", "d = b + c", "e = matmul(a, b)", "e *= d")
    for line, element in zip(lines, (1, 1, 1, 2, 2, 4), strict=True):
        user.runs(line)
        user.sees(lambda frame, line=line: frame.entries and any(entry.line == line for entry in frame.entries))  # type: ignore[misc]
        entry = user.sees_chosen(line[0])
        assert entry.value.array.tolist() == [[element] * 2] * 2
        assert entry.twin is not None
        assert entry.twin.value is not None
        assert entry.twin.value.array.tolist() == [[element] * 2] * 2
    user.runs("e = matmul(a, b)")
    user.sees(lambda frame: frame.entries[4].line == "e = matmul(a, b)" and frame.chosen == "e")
    picture = user.tab._focus.picture
    user._qtbot.mouseMove(picture.result, picture.result.cell_rect((0, 1)).center().toPoint())
    user.sees(lambda frame: frame.origin is not None and frame.origin.index == (0, 1))
    assert user.tab._focus.formula.formula() == "e[0, 1] = a[0, 0]·b[0, 1] + a[0, 1]·b[1, 1] = 1·1 + 1·1 = 2"
    assert [source.is_marked((0, 0)) for source in picture.sources()] == [True, False]


def variable_made_and_assigned(user: VariableUser) -> None:
    """Rows 4 to 6: `tf.Variable(initial_value=tf.random.normal((3, 1)))`, all of it, a part, `assign_add`, `-_sub`."""
    user.sees_state(0, 1)
    user.assigns("", "ones((3, 1))")
    user.sees_state(1, 2)
    assert user.values() == [[1], [1], [1]]
    user.clicks_cell((0, 0))
    user.types("3.")
    user.presses(Qt.Key.Key_Return)
    user.sees_state(2, 3)
    assert user.values() == [[3], [1], [1]]
    assert "1 of 3 changed" in user.sentences()
    user.assigns("", "ones((3, 1))", "assign_add")
    user.sees_state(3, 4)
    assert user.values() == [[4], [2], [2]]
    assert "x += np.ones((3, 1))" in user.sentences()
    user.assigns("", "ones((3, 1))", "assign_sub")
    user.sees_state(4, 5)
    assert user.values() == [[3], [1], [1]]
    assert "x -= np.ones((3, 1))" in user.sentences()
    assert [state.lanes[2].same_object for state in user.frame.states[1:]] == [True] * 4
    user.scrubs(0)
    user.sees_state(0, 5)
    user.scrubs(1)
    user.sees_state(4, 5)


def tensors_told(frame: WorkspaceFrame) -> str:
    """What printing the tensors that are on the screen gives."""
    parts = []
    for entry in frame.entries:
        array = entry.value.array
        parts.append(f"{entry.name} ={chr(10) if array.ndim > 1 else ' '}{array}\n")
    return "".join(parts)

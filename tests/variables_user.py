"""A user of the variable tab: finds everything by the name that it goes by, and acts by mouse and keyboard alone."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from engine.tensors.protocol import State, VariableFrame
from gui.controls.code_pane import CodePane
from gui.controls.elided_label import ElidedLabel
from gui.controls.form_row import FormRow
from gui.controls.tensor_view.cell_grid import CellGrid
from gui.controls.tensor_view.plane import Cell
from gui.controls.track_slider import TrackSlider
from gui.tabs.variables.tab import VariablesTab

W = TypeVar("W", bound=QWidget)
LONGEST = 20_000
"""Milliseconds to wait for what must happen, on the slowest machine; it is far quicker on yours."""


class User:
    """What is waited for is seen: a frame that the tab has painted."""

    def __init__(self, tab: VariablesTab, qtbot: QtBot) -> None:
        self.tab = tab
        self._qtbot = qtbot

    # Seeing

    @property
    def frame(self) -> VariableFrame:
        """What is on the screen."""
        assert self.tab.frame is not None
        return self.tab.frame

    @property
    def state(self) -> State:
        """The one that is looked at."""
        return self.frame.states[self.frame.position]

    def values(self) -> object:
        """The variable's, as nested lists."""
        return self.state.value.array.tolist()

    def sees(self, condition: Callable[[VariableFrame], bool]) -> VariableFrame:
        """Waits until what is on the screen is so."""
        self._qtbot.waitUntil(lambda: self.tab.frame is not None and condition(self.tab.frame), timeout=LONGEST)
        return self.frame

    def sees_state(self, position: int, count: int | None = None) -> VariableFrame:
        """Waits until this state is looked at, of so many."""
        return self.sees(lambda frame: frame.position == position and count in (None, len(frame.states)))

    def sees_reason(self, field: str) -> str:
        """Waits for the sentence below that field."""
        self._qtbot.waitUntil(lambda: bool(self._row(field).error()), timeout=LONGEST)
        return self._row(field).error()

    def reasons(self) -> list[str]:
        """The sentences below all fields."""
        return [row.error() for row in self.tab.findChildren(FormRow) if row.error()]

    def waits(self, milliseconds: int) -> None:
        self._qtbot.wait(milliseconds)

    def find(self, kind: type[W], name: str) -> W:
        """The only widget of that kind and name."""
        found = [widget for widget in self.tab.findChildren(kind) if widget.accessibleName() == name]
        assert len(found) == 1, f"{len(found)} widgets are called {name!r}"
        return found[0]

    def sentences(self) -> list[str]:
        """All words that stand somewhere."""
        labels = [label for label in self.tab.findChildren(QLabel) if label.isVisible()]
        return [label.words() if isinstance(label, ElidedLabel) else label.text() for label in labels]

    def code(self) -> CodePane:
        return self.tab.findChildren(CodePane)[0]

    def grids(self) -> list[CellGrid]:
        """Those that are seen: before and after, or after alone."""
        return [grid for grid in self.tab.findChildren(CellGrid) if grid.isVisible()]

    # Acting

    def presses(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        self._qtbot.keyClick(QApplication.focusWidget() or self.tab, key, modifier)

    def undoes(self) -> None:
        self.presses(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)

    def redoes(self) -> None:
        self.presses(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)

    def clicks(self, name: str) -> None:
        self._qtbot.mouseClick(self.find(QAbstractButton, name), Qt.MouseButton.LeftButton)

    def writes(self, field: str, text: str) -> None:
        """Writes over what is in the field."""
        line = self.line(field)
        line.setFocus()
        line.selectAll()
        self._qtbot.keyClick(line, Qt.Key.Key_Delete)
        self._qtbot.keyClicks(line, text)

    def enters(self, field: str, text: str) -> None:
        self.writes(field, text)
        self._qtbot.keyClick(self.line(field), Qt.Key.Key_Return)

    def assigns(self, target: str, value: str, method: str = "assign") -> None:
        """Puts an assignment together and does it."""
        self.clicks(method)
        self.writes("Part", target)
        self.enters("Value", value)

    def line(self, field: str) -> QLineEdit:
        """The line to type in."""
        return self.find(QLineEdit, field)

    def chooses(self, name: str, text: str) -> None:
        box = self.find(QComboBox, name)
        self._qtbot.waitUntil(lambda: box.findText(text) >= 0, timeout=LONGEST)
        box.setCurrentIndex(box.findText(text))
        box.activated.emit(box.currentIndex())

    def clicks_cell(self, cell: Cell) -> None:
        """The last grid shows what is there now."""
        grid = self.grids()[-1]
        self._qtbot.mouseClick(grid, Qt.MouseButton.LeftButton, pos=_point(grid, cell))

    def drags_cells(self, first: Cell, last: Cell) -> None:
        grid = self.grids()[-1]
        self._qtbot.mousePress(grid, Qt.MouseButton.LeftButton, pos=_point(grid, first))
        self._qtbot.mouseMove(grid, _point(grid, last))
        self._qtbot.mouseRelease(grid, Qt.MouseButton.LeftButton, pos=_point(grid, last))

    def types(self, text: str) -> None:
        """Wherever the keys go."""
        for character in text:
            focused = QApplication.focusWidget()
            assert focused is not None
            self._qtbot.keyClicks(focused, character)

    def scrubs(self, share: float) -> None:
        """Presses on the track of the scrubber; 0 is its left end, 1 its right."""
        slider = self.find(TrackSlider, "State to look at")
        place = QPointF(8 + share * (slider.width() - 16), slider.height() / 2).toPoint()
        self._qtbot.mouseClick(slider, Qt.MouseButton.LeftButton, pos=place)

    def _row(self, field: str) -> FormRow:
        editors = [widget for widget in self.tab.findChildren(QWidget) if widget.accessibleName() == field]
        (row,) = [row for row in self.tab.findChildren(FormRow) if any(row.isAncestorOf(editor) for editor in editors)]
        return row


def _point(grid: CellGrid, cell: Cell) -> QPoint:
    return grid.cell_rect(cell).center().toPoint()

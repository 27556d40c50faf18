"""A user of the variable tab."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtWidgets import QApplication
from tab_user import TabUser

from engine.tensors.protocol import State, VariableFrame
from gui.controls.code_pane import CodePane
from gui.controls.tensor_view.cell_grid import CellGrid
from gui.controls.tensor_view.plane import Cell
from gui.controls.track_slider import TrackSlider
from gui.tabs.variables.tab import VariablesTab


class User(TabUser[VariablesTab, VariableFrame]):
    """Of the variable tab."""

    # Seeing

    @property
    def state(self) -> State:
        """The one that is looked at."""
        return self.frame.states[self.frame.position]

    def values(self) -> object:
        """The variable's, as nested lists."""
        return self.state.value.array.tolist()

    def sees_state(self, position: int, count: int | None = None) -> VariableFrame:
        """Waits until this state is looked at, of so many."""
        return self.sees(lambda frame: frame.position == position and count in (None, len(frame.states)))

    def code(self) -> CodePane:
        return self.tab.findChildren(CodePane)[0]

    def grids(self) -> list[CellGrid]:
        """Those that are seen: before and after, or after alone."""
        return [grid for grid in self.tab.findChildren(CellGrid) if grid.isVisible()]

    # Acting

    def undoes(self) -> None:
        self.presses(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)

    def redoes(self) -> None:
        self.presses(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)

    def assigns(self, target: str, value: str, method: str = "assign") -> None:
        """Puts an assignment together and does it."""
        self.clicks(method)
        self.writes("Part", target)
        self.enters("Value", value)

    def clicks_cell(self, cell: Cell) -> None:
        """The last grid shows what is there now."""
        grid = self.grids()[-1]
        self._qtbot.mouseClick(grid, Qt.MouseButton.LeftButton, pos=_point(grid, cell))

    def drags_cells(self, first: Cell, last: Cell) -> None:
        QApplication.processEvents()  # what has just come takes its place
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


def _point(grid: CellGrid, cell: Cell) -> QPoint:
    return grid.cell_rect(cell).center().toPoint()

"""The same plane of a tensor before and after, side by side: as big cells, or as tables that scroll together."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QStackedWidget, QVBoxLayout, QWidget

from engine.tensors.values import TensorValue
from gui import fonts
from gui.controls.tensor_view.cell_grid import SIZES, CellGrid, fits_cells
from gui.controls.tensor_view.number_format import NumberFormat
from gui.controls.tensor_view.plane import Cell, Plane, first_plane
from gui.controls.tensor_view.table import PlaneTable
from gui.palette import Palette

ARROW_WIDTH = 48
CAPTION_HEIGHT = 22
GAP = 16


class Pair(QWidget):
    """Cells are picked in either, and shown as picked in both."""

    # The rectangle that was picked: its first and its last cell.
    picked = Signal(object)

    # A key that types something was pressed while cells were picked: its text.
    typed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._plane = first_plane(())
        self._values: tuple[TensorValue | None, TensorValue | None] = (None, None)
        self._grids = (CellGrid(), CellGrid())
        self._tables = (PlaneTable(), PlaneTable())
        self._captions = tuple(_caption() for _ in range(4))
        self._arrow = QLabel("→")
        self._arrow.setProperty("role", "arrow")
        self._arrow.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._arrow.setFixedWidth(fonts.px(ARROW_WIDTH))
        self._stack = QStackedWidget()
        self._stack.addWidget(self._make_grid_page())
        self._stack.addWidget(self._make_table_page())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._stack)
        for part in (*self._grids, *self._tables):
            part.selected.connect(self._take_selection)
            part.installEventFilter(self)
        self._scroll_together()
        self.retranslate()

    def show_values(
        self, before: TensorValue | None, after: TensorValue, plane: Plane, changed: NDArray[np.bool_], name: str
    ) -> None:
        """Shows this plane of both; of the first state there is no `before`."""
        self._plane, self._values = plane, (before, after)
        numbers = _common_format(before, after)
        for side, value in enumerate(self._values):
            is_there = value is not None
            for widget in (self._grids[side], self._tables[side], self._captions[side], self._captions[2 + side]):
                widget.setVisible(is_there)
            if value is None:
                continue
            if fits_cells(plane):
                self._grids[side].show_plane(value, plane, numbers, name)
            self._tables[side].show_plane(value, plane, numbers)
        self._arrow.setVisible(before is not None)
        self._mark(changed)
        self._choose_page()

    def set_notes(self, notes: dict[Cell, str]) -> None:
        """A few characters below the value of a cell, of those after."""
        self._grids[1].set_notes(notes)

    def select(self, corners: tuple[Cell, Cell] | None) -> None:
        """Shows this rectangle as picked, without a signal."""
        for part in self._showing():
            if corners is None:
                part.choose(None)
            else:
                part.select(*corners)

    def set_captions(self, before: str, after: str) -> None:
        """What stands above the two."""
        for caption, text in zip(self._captions, (before, after) * 2, strict=True):
            caption.setText(text)

    def set_palette(self, palette: Palette) -> None:
        for part in (*self._grids, *self._tables):
            part.set_palette(palette)

    def shows_cells(self) -> bool:
        """Whether big cells are seen, and not tables."""
        return self._stack.currentIndex() == 0

    def grids(self) -> tuple[CellGrid, CellGrid]:
        """The big cells before and after."""
        return self._grids

    def tables(self) -> tuple[PlaneTable, PlaneTable]:
        """The tables before and after."""
        return self._tables

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._choose_page()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            text = event.text()
            if text.isprintable() and text.strip() and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                self.typed.emit(text)
                return True
        return super().eventFilter(watched, event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def retranslate(self) -> None:
        """Says everything in the language that is now in force."""
        names = (self.tr("Elements before"), self.tr("Elements after"))
        for parts in (self._grids, self._tables):
            for part, name in zip(parts, names, strict=True):
                part.setAccessibleName(name)

    def _choose_page(self) -> None:
        """The largest cells that fit; where none do, tables."""
        shown = [grid for grid, value in zip(self._grids, self._values, strict=True) if value is not None]
        if fits_cells(self._plane) and shown:
            for size in SIZES:
                for grid in shown:
                    grid.set_cell_size(size)
                width = sum(grid.sizeHint().width() for grid in shown) + fonts.px(ARROW_WIDTH) * (len(shown) - 1)
                height = max(grid.sizeHint().height() for grid in shown) + fonts.px(CAPTION_HEIGHT)
                if width + 2 * GAP <= self.width() and height + GAP <= self.height():
                    self._stack.setCurrentIndex(0)
                    return
        self._stack.setCurrentIndex(1)

    def _mark(self, changed: NDArray[np.bool_]) -> None:
        seen = self._plane.of(changed)
        self._tables[1].mark_mask(seen)
        if fits_cells(self._plane):
            self._grids[1].mark_mask(seen)

    def _take_selection(self, corners: tuple[Cell, Cell] | None) -> None:
        if corners is None:
            return
        picker = self.sender()
        for part in self._showing():
            if part is not picker:
                part.select(*corners)
        self.picked.emit(corners)

    def _showing(self) -> list[CellGrid | PlaneTable]:
        """Those that hold the plane: the tables always, big cells where it is small enough."""
        parts: list[CellGrid | PlaneTable] = []
        for side, value in enumerate(self._values):
            if value is not None:
                parts += [self._tables[side], *([self._grids[side]] if fits_cells(self._plane) else [])]
        return parts

    def _make_grid_page(self) -> QWidget:
        page = QWidget()
        grid = QGridLayout(page)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(0)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(4, 1)
        grid.setRowStretch(0, 1)
        grid.setRowStretch(3, 1)
        for side, column in enumerate((1, 3)):
            grid.addWidget(self._captions[side], 1, column, Qt.AlignmentFlag.AlignHCenter)
            grid.addWidget(self._grids[side], 2, column, Qt.AlignmentFlag.AlignCenter)
        grid.addWidget(self._arrow, 2, 2, Qt.AlignmentFlag.AlignCenter)
        return page

    def _make_table_page(self) -> QWidget:
        page = QWidget()
        row = QHBoxLayout(page)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(1)
        for side in (0, 1):
            column = QVBoxLayout()
            column.setSpacing(2)
            self._captions[2 + side].setContentsMargins(10, 4, 0, 2)
            column.addWidget(self._captions[2 + side])
            column.addWidget(self._tables[side], 1)
            row.addLayout(column, 1)
        return page

    def _scroll_together(self) -> None:
        first, second = self._tables
        for one, other in ((first, second), (second, first)):
            one.verticalScrollBar().valueChanged.connect(other.verticalScrollBar().setValue)
            one.horizontalScrollBar().valueChanged.connect(other.horizontalScrollBar().setValue)


def _caption() -> QLabel:
    caption = QLabel()
    caption.setProperty("role", "muted")
    return caption


def _common_format(before: TensorValue | None, after: TensorValue) -> NumberFormat:
    """One format for both, so that what did not change looks the same."""
    both = [value.array.reshape(-1)[:1000] for value in (before, after) if value is not None]
    return NumberFormat(np.concatenate(both), after.dtype)

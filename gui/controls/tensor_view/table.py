"""The elements of a large plane as a table that scrolls as fast as one can turn the wheel."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QItemSelection, QItemSelectionModel, QLine, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QFrame,
    QHeaderView,
    QTableView,
    QWidget,
)

from engine.tensors.values import TensorValue
from gui import fonts
from gui.controls.tensor_view.cell_colours import CellColours
from gui.controls.tensor_view.number_format import NumberFormat
from gui.controls.tensor_view.plane import Cell, Plane
from gui.controls.tensor_view.table_model import AnyIndex, PlaneModel
from gui.palette import LIGHT, Palette

ROW_HEIGHT = 26
HEADER_HEIGHT = 24
FONT_SIZE = 12
PADDING = 10
LEAST_WIDTH = 56
ALIGNMENT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight


class _Header(QHeaderView):
    """The numbers of the rows or columns; sections of one size, which cannot be changed."""

    def __init__(self, orientation: Qt.Orientation, table: PlaneTable) -> None:
        super().__init__(orientation, table)
        self._table = table
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setSectionsClickable(True)
        self.setHighlightSections(False)

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        self._table.paint_header(painter, rect, self.orientation(), section)

    def sectionSizeFromContents(self, section: int) -> QSize:
        return QSize(self._table.header_width(), fonts.px(HEADER_HEIGHT))


class PlaneTable(QTableView):
    """Asks for the cells that can be seen, and for no others."""

    # The cell under the pointer, (row, column); None: no longer one.
    hovered = Signal(object)

    # The cell, (row, column), that was pressed or reached with the keys.
    chosen = Signal(object)

    # The rectangle that is selected now: its first and its last cell.
    selected = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._colours = CellColours(LIGHT)
        self._grid = QColor(LIGHT.grid)
        self._marked: frozenset[Cell] = frozenset()
        self._mask: NDArray[np.bool_] | None = None
        self._hovered: Cell | None = None
        self._is_silent = False
        self._longest = 1
        self.plane_model = PlaneModel()
        self.plane_model.setParent(self)
        self.setHorizontalHeader(_Header(Qt.Orientation.Horizontal, self))
        self.setVerticalHeader(_Header(Qt.Orientation.Vertical, self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setCornerButtonEnabled(False)
        self.setWordWrap(False)
        self.setHorizontalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
        self.setSelectionMode(QTableView.SelectionMode.ContiguousSelection)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.viewport().setAutoFillBackground(False)
        self.setFont(fonts.mono(FONT_SIZE))
        self.setModel(self.plane_model)
        self.selectionModel().selectionChanged.connect(self._tell_selection)
        self.selectionModel().currentChanged.connect(self._tell_current)

    def show_plane(self, value: TensorValue, plane: Plane, number_format: NumberFormat) -> None:
        """Shows this plane of the tensor, nothing marked or chosen."""
        self._marked, self._mask, self._hovered = frozenset(), None, None
        self._longest = max(number_format.longest, len(str(plane.first_column + plane.columns)))
        self._fit()
        self._is_silent = True
        self.plane_model.show_plane(value, plane, number_format)
        self._is_silent = False
        self.verticalHeader().setFixedWidth(self.header_width())

    def _fit(self) -> None:
        widest = QFontMetrics(self.font()).horizontalAdvance("8" * self._longest)
        for header, size in (
            (self.horizontalHeader(), max(widest + 2 * PADDING, fonts.px(LEAST_WIDTH))),
            (self.verticalHeader(), fonts.px(ROW_HEIGHT)),
        ):
            header.setMinimumSectionSize(1)
            header.setDefaultSectionSize(size)

    def follow_text_size(self) -> None:
        """Writes as large as all type is now."""
        self.setFont(fonts.mono(FONT_SIZE))
        self._fit()

    def mark(self, cells: Iterable[Cell]) -> None:
        """Lights up these cells and no others."""
        self._marked, self._mask = frozenset(cells), None
        self.viewport().update()

    def mark_mask(self, mask: NDArray[np.bool_]) -> None:
        """Lights up the cells where the mask, (rows, columns), is true."""
        self._marked, self._mask = frozenset(), mask
        self.viewport().update()

    def select(self, first: Cell, last: Cell) -> None:
        """Selects the cells of this rectangle, without a signal."""
        self._is_silent = True
        flags = QItemSelectionModel.SelectionFlag
        rectangle = QItemSelection(self.plane_model.index(*first), self.plane_model.index(*last))
        self.selectionModel().setCurrentIndex(self.plane_model.index(*first), flags.NoUpdate)
        self.selectionModel().select(rectangle, flags.ClearAndSelect)
        self._is_silent = False

    def choose(self, cell: Cell | None) -> None:
        """Selects this cell and brings it into view."""
        self._is_silent = True
        if cell is None:
            self.clearSelection()
        else:
            self.setCurrentIndex(self.plane_model.index(*cell))
        self._is_silent = False

    def selection(self) -> tuple[Cell, Cell] | None:
        """The selected rectangle: its first and its last cell."""
        ranges = self.selectionModel().selection()
        if ranges.isEmpty():
            return None
        only = ranges.first()
        return (only.top(), only.left()), (only.bottom(), only.right())

    def is_marked(self, cell: Cell) -> bool:
        """Whether it is lit up."""
        return cell in self._marked or (self._mask is not None and bool(self._mask[cell]))

    def set_palette(self, palette: Palette) -> None:
        self._colours = CellColours(palette)
        self._grid = QColor(palette.grid)
        for part in (self.viewport(), self.horizontalHeader().viewport(), self.verticalHeader().viewport()):
            part.update()

    def header_width(self) -> int:
        """The width that the numbers of the rows need."""
        plane = self.plane_model.plane
        return QFontMetrics(fonts.mono(11)).horizontalAdvance(str(plane.first_row + plane.rows)) + 22

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        """Straight from the model, which is many times faster than through a delegate."""
        seen = self._seen(event.rect())
        if seen is None:
            return
        rows, columns = seen
        painter = QPainter(self.viewport())
        painter.setFont(self.font())
        height, width = self.verticalHeader().defaultSectionSize(), self.horizontalHeader().defaultSectionSize()
        lefts = [(column, self.columnViewportPosition(column)) for column in columns]
        first, last = self.selection() or ((0, 0), (-1, -1))
        for row in rows:
            top = self.rowViewportPosition(row)
            is_row_selected = first[0] <= row <= last[0]
            for column, left in lefts:
                is_selected = is_row_selected and first[1] <= column <= last[1]
                self._paint_cell(painter, QRect(left, top, width, height), (row, column), is_selected)
        self._paint_grid(painter, rows, columns)

    def _seen(self, area: QRect) -> tuple[range, range] | None:
        """The rows and columns in this part of the viewport."""
        first_row, first_column = self.rowAt(area.top()), self.columnAt(area.left())
        if first_row < 0 or first_column < 0:
            return None
        last_row, last_column = self.rowAt(area.bottom()), self.columnAt(area.right())
        plane = self.plane_model.plane
        return (
            range(first_row, (plane.rows if last_row < 0 else last_row + 1)),
            range(first_column, (plane.columns if last_column < 0 else last_column + 1)),
        )

    def _paint_cell(self, painter: QPainter, area: QRect, cell: Cell, is_selected: bool) -> None:
        colours, text = self._colours, self.plane_model.text(cell)
        kind = self.plane_model.flaw(cell) if "n" in text else ""
        pen = colours.flaws.get(kind, colours.text)
        if is_selected:
            painter.fillRect(area, colours.chosen)
            pen = colours.on_chosen
        elif self.is_marked(cell):
            painter.fillRect(area, colours.marked)
            painter.setPen(colours.mark)
            painter.drawRect(area.adjusted(0, 0, -2, -2))
        elif kind:
            painter.fillRect(area, colours.flawed[kind])
        painter.setPen(pen)
        inside = area.adjusted(PADDING // 2, 0, -PADDING, 0)
        if len(text) > self._longest:
            text = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, inside.width())
        painter.drawText(inside, ALIGNMENT, text)

    def _paint_grid(self, painter: QPainter, rows: range, columns: range) -> None:
        height, width = self.verticalHeader().defaultSectionSize(), self.horizontalHeader().defaultSectionSize()
        top, left = self.rowViewportPosition(rows.start), self.columnViewportPosition(columns.start)
        bottom, right = top + len(rows) * height - 1, left + len(columns) * width - 1
        painter.setPen(self._grid)
        painter.drawLines([QLine(left, y, right, y) for y in range(top + height - 1, bottom + 1, height)])
        painter.drawLines([QLine(x, top, x, bottom) for x in range(left + width - 1, right + 1, width)])

    def paint_header(self, painter: QPainter, area: QRect, orientation: Qt.Orientation, section: int) -> None:
        """One row's or column's number."""
        colours = self._colours
        painter.fillRect(area, colours.ground)
        painter.setPen(self._grid)
        painter.drawLine(area.bottomLeft(), area.bottomRight())
        painter.drawLine(area.topRight(), area.bottomRight())
        painter.setFont(fonts.mono(11))
        painter.setPen(colours.muted)
        number = self.plane_model.headerData(section, orientation)
        painter.drawText(area.adjusted(4, 0, -PADDING, 0), ALIGNMENT, str(number))

    # The mouse and the keys

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        index = self.indexAt(event.position().toPoint())
        self._hover((index.row(), index.column()) if index.isValid() else None)

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Leave:
            self._hover(None)
        return super().viewportEvent(event)

    def _hover(self, cell: Cell | None) -> None:
        if cell != self._hovered:
            self._hovered = cell
            self.hovered.emit(cell)

    def _tell_current(self, current: AnyIndex, _: AnyIndex) -> None:
        if current.isValid() and not self._is_silent:
            self.chosen.emit((current.row(), current.column()))

    def _tell_selection(self, _: QItemSelection, __: QItemSelection) -> None:
        if not self._is_silent:
            self.selected.emit(self.selection())

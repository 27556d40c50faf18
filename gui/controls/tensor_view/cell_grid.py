"""The elements of a small tensor as big cells, each to hover and to choose."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from engine.tensors.values import TensorValue
from gui import fonts
from gui.controls.own_keys import keep_keys
from gui.controls.tensor_view.cell_colours import CellColours
from gui.controls.tensor_view.number_format import NumberFormat, exact_text, flaw
from gui.controls.tensor_view.plane import Cell, Plane, first_plane
from gui.palette import LIGHT, Palette

SIZES = (QSize(104, 68), QSize(72, 48), QSize(60, 40), QSize(48, 32))
"""Of a cell, from roomy to tight; long numbers make it wider."""

ROOMY = 900
"""Pixels of width from which on the roomiest cells may be used."""

GAP = 3
RADIUS = 6.0
PADDING = 10
NOTE_PIXELS = 10
MOST_ROWS, MOST_COLUMNS = 12, 12
STEPS = {
    Qt.Key.Key_Left: (0, -1),
    Qt.Key.Key_Right: (0, 1),
    Qt.Key.Key_Up: (-1, 0),
    Qt.Key.Key_Down: (1, 0),
}


class CellGrid(QWidget):
    """As large as its cells. The arrow keys move the chosen cell; dragging, or Shift with them, selects a rectangle."""

    # The cell under the pointer, (row, column); None: no longer one.
    hovered = Signal(object)

    # The cell, (row, column), that was pressed or reached with the arrow keys.
    chosen = Signal(object)

    # The rectangle that is selected now: its first and its last cell.
    selected = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = ""
        self._value: TensorValue | None = None
        self._plane = first_plane(())
        self._texts: list[list[str]] = []
        self._flaws: dict[Cell, str] = {}
        self._notes: Mapping[Cell, str] = {}
        self._marked: frozenset[Cell] = frozenset()
        self._chosen: Cell | None = None
        self._far: Cell | None = None
        self._hovered: Cell | None = None
        self._size = SIZES[1]
        self._cell = self._cell_size(SIZES[1])
        self._colours = CellColours(LIGHT)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        keep_keys(self, *STEPS)

    def show_plane(self, value: TensorValue, plane: Plane, number_format: NumberFormat, name: str = "") -> None:
        """Shows this plane of the tensor, nothing marked or chosen. name: for tooltips, as in `e[0, 1] = 36`."""
        self._value, self._plane, self._name = value, plane, name
        cells = plane.of(value.array)
        self._texts = [[number_format.text(element) for element in row] for row in cells]
        flaws = {(r, c): flaw(cells[r, c], number_format.kind) for r in range(plane.rows) for c in range(plane.columns)}
        self._flaws = {cell: kind for cell, kind in flaws.items() if kind}
        self._marked, self._chosen, self._far, self._hovered = frozenset(), None, None, None
        self._notes = {}
        self._fit()

    def set_cell_size(self, size: QSize) -> None:
        """One of `SIZES`."""
        if size != self._size:
            self._size = size
            self._fit()

    def mark(self, cells: Iterable[Cell]) -> None:
        """Lights up these cells and no others."""
        self._marked = frozenset(cells)
        self.update()

    def mark_mask(self, mask: NDArray[np.bool_]) -> None:
        """Lights up the cells where the mask, (rows, columns), is true."""
        self.mark((int(row), int(column)) for row, column in np.argwhere(mask))

    def choose(self, cell: Cell | None) -> None:
        """Fills this cell with the accent colour."""
        self._chosen = self._far = cell
        if cell is not None:
            self.setAccessibleDescription(self._sentence(cell))
        self.update()

    def chosen_cell(self) -> Cell | None:
        """The one that is filled."""
        return self._chosen

    def select(self, first: Cell, last: Cell) -> None:
        """Fills the cells of this rectangle, without a signal."""
        self.choose(first)
        self._far = last

    def set_notes(self, notes: Mapping[Cell, str]) -> None:
        """Small words below the values of some cells."""
        self._notes = notes
        self._fit()

    def selection(self) -> tuple[Cell, Cell] | None:
        """The selected rectangle: its first and its last cell."""
        if self._chosen is None or self._far is None:
            return None
        (r0, c0), (r1, c1) = self._chosen, self._far
        return (min(r0, r1), min(c0, c1)), (max(r0, r1), max(c0, c1))

    def is_marked(self, cell: Cell) -> bool:
        """Whether it is lit up."""
        return cell in self._marked

    def text_at(self, cell: Cell) -> str:
        """What stands in the cell."""
        return self._texts[cell[0]][cell[1]]

    def cell_rect(self, cell: Cell) -> QRectF:
        """Where the cell is."""
        width, height = self._cell.width(), self._cell.height()
        return QRectF(cell[1] * (width + GAP) + 0.5, cell[0] * (height + GAP) + 0.5, width - 1, height - 1)

    def set_palette(self, palette: Palette) -> None:
        self._colours = CellColours(palette)
        self.update()

    def sizeHint(self) -> QSize:
        rows, columns = self._plane.rows, self._plane.columns
        return QSize(
            columns * (self._cell.width() + GAP) - GAP,
            rows * (self._cell.height() + GAP) - GAP,
        )

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def width_at(self, size: QSize) -> int:
        """How wide the grid would be with cells of this size."""
        return self._plane.columns * (self._cell_size(size).width() + GAP) - GAP

    def height_at(self, size: QSize) -> int:
        """How high it would be."""
        return self._plane.rows * (fonts.px(size.height()) + GAP) - GAP

    # Qt's events

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.paint_cells(painter)

    def paint_cells(self, painter: QPainter) -> None:
        """Paints all of them, in the pixels of the widget."""
        first, last = self.selection() or ((0, 0), (-1, -1))
        for row, texts in enumerate(self._texts):
            for column, text in enumerate(texts):
                is_chosen = first[0] <= row <= last[0] and first[1] <= column <= last[1]
                self._paint_cell(painter, (row, column), text, is_chosen)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        cell = self._cell_at(event.position())
        if cell is not None and self._chosen is not None and event.buttons() & Qt.MouseButton.LeftButton:
            self._extend(cell)
        self._hover(cell)

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._hover(None)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        cell = self._cell_at(event.position())
        if cell is None or event.button() != Qt.MouseButton.LeftButton:
            super().mousePressEvent(event)
            return
        if event.modifiers() & Qt.KeyboardModifier.ShiftModifier and self._chosen is not None:
            self._extend(cell)
        else:
            self._choose(cell)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = STEPS.get(Qt.Key(event.key()))
        if step is None or not self._texts:
            super().keyPressEvent(event)
            return
        extends = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier) and self._chosen is not None
        row, column = (self._far if extends else self._chosen) or (-step[0], -step[1])
        cell = (
            min(max(row + step[0], 0), self._plane.rows - 1),
            min(max(column + step[1], 0), self._plane.columns - 1),
        )
        (self._extend if extends else self._choose)(cell)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            cell = self._cell_at(QPointF(event.pos()))
            if cell is not None:
                QToolTip.showText(event.globalPos(), self._sentence(cell), self)
                return True
        return super().event(event)

    def _hover(self, cell: Cell | None) -> None:
        if cell != self._hovered:
            self._hovered = cell
            self.update()
            self.hovered.emit(cell)

    def _choose(self, cell: Cell) -> None:
        self.choose(cell)
        self.chosen.emit(cell)
        self.selected.emit(self.selection())

    def _extend(self, cell: Cell) -> None:
        if cell != self._far:
            self._far = cell
            self.update()
            self.selected.emit(self.selection())

    def _cell_at(self, point: QPointF) -> Cell | None:
        column, row = int(point.x() // (self._cell.width() + GAP)), int(point.y() // (self._cell.height() + GAP))
        inside = 0 <= row < len(self._texts) and 0 <= column < len(self._texts[row])
        return (row, column) if inside else None

    def _sentence(self, cell: Cell) -> str:
        assert self._value is not None
        index = self._plane.index(cell)
        subscript = f"[{', '.join(map(str, index))}]" if index else ""
        exact = exact_text(self._value.array[index])
        return f"{self._name}{subscript} = {exact}"

    def follow_text_size(self) -> None:
        """Makes the cells as large as the type needs them now."""
        self._fit()

    def _fit(self) -> None:
        self._cell = self._cell_size(self._size)
        self.updateGeometry()
        self.update()

    def _cell_size(self, size: QSize) -> QSize:
        metrics = QFontMetrics(_font(size))
        texts = [*(text for row in self._texts for text in row), *self._notes.values()]
        widest = max(map(metrics.horizontalAdvance, texts), default=0)
        return QSize(max(fonts.px(size.width()), widest + 2 * PADDING), fonts.px(size.height()))

    def _paint_cell(self, painter: QPainter, cell: Cell, text: str, is_chosen: bool) -> None:
        colours, kind = self._colours, self._flaws.get(cell, "")
        ground, border = colours.flawed.get(kind, colours.ground), colours.border
        pen = colours.flaws.get(kind, colours.text)
        if is_chosen:
            ground, border, pen = colours.chosen, colours.chosen, colours.on_chosen
        elif cell in self._marked:
            ground, border = colours.marked, colours.mark
        elif cell == self._hovered:
            border = colours.hovered
        painter.setBrush(ground)
        painter.setPen(QPen(border, 1))
        area = self.cell_rect(cell)
        painter.drawRoundedRect(area, RADIUS, RADIUS)
        if cell == self._chosen and self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(colours.on_chosen, 1))
            painter.drawRoundedRect(area.adjusted(2.5, 2.5, -2.5, -2.5), RADIUS - 2, RADIUS - 2)
        painter.setPen(pen)
        note = self._notes.get(cell, "")
        painter.setFont(_font(self._size))
        painter.drawText(area.adjusted(0, 0, 0, -fonts.px(14) if note else 0), Qt.AlignmentFlag.AlignCenter, text)
        if note:
            painter.setFont(fonts.mono(NOTE_PIXELS))
            painter.setPen(colours.on_chosen if is_chosen else colours.muted)
            painter.drawText(area.adjusted(0, area.height() / 2, 0, -2), Qt.AlignmentFlag.AlignCenter, note)


def fits_cells(plane: Plane) -> bool:
    """Whether the plane is small enough to be seen as cells."""
    return 0 < plane.rows <= MOST_ROWS and 0 < plane.columns <= MOST_COLUMNS


def _font(size: QSize) -> QFont:
    return fonts.mono({SIZES[0].height(): 15, SIZES[1].height(): 13}.get(size.height(), 12))


def sizes_for(room: int) -> tuple[QSize, ...]:
    """The sizes of cells to try, the roomiest first, where there is room of this width for all that is shown."""
    return SIZES if room >= fonts.px(ROOMY) else SIZES[1:]

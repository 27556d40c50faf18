"""The elements of a plane as colours; the exact value is told under the pointer."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QMargins, QPointF, Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QWidget

from gui.plots.canvas import Canvas
from gui.plots.colour_scale import ColourScale
from gui.plots.heat_image import Cell, CellNumbers, ColourBar, HeatImage
from gui.plots.ticks import Tick, linear_ticks

LARGEST_CELL = 88
"""Pixels; so that four elements do not fill the window."""

LEAST_THICKNESS = 28
"""Pixels that a plane of few rows or columns has at least; its cells are then no squares."""


class HeatMap(Canvas):
    """The wheel shows fewer cells, or more; a press chooses one."""

    copy_shortcut = ""  # around it, these keys copy the tensor itself

    # The cell under the pointer, (row, column); None: no longer one.
    hovered = Signal(object)

    # The cell, (row, column), that was pressed.
    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(QMargins(52, 18, 104, 30), parent)
        self._cells: NDArray[Any] = np.zeros((0, 0))
        self._describe: Callable[[Cell], list[tuple[str, str]]] = lambda cell: []
        self._first = (0, 0)
        self._pressed: QPointF | None = None
        self._pointed: Cell | None = None
        self._image, self._bar, self._numbers = HeatImage(), ColourBar(), CellNumbers()
        for layer in (self._image, self._bar, self._numbers):
            self.add_layer(layer)
        self.retranslate()

    def retranslate(self) -> None:
        self.setAccessibleName(self.tr("Heat map"))
        self.setToolTip(self.tr("Turn the wheel to see fewer cells, or more; drag to move; click to choose one."))
        self.set_fit_text(self.tr("All"), self.tr("Show the whole plane (F, or double-click)"))
        self._tell_stride()

    def show_cells(
        self,
        cells: NDArray[Any],
        scale: ColourScale,
        text: Callable[[Any], str],
        describe: Callable[[Cell], list[tuple[str, str]]],
        first: Cell = (0, 0),
        *,
        has_nan: bool = False,
        has_infinite: bool = False,
    ) -> None:
        """Draws (rows, columns) of numbers; a plane of the same size keeps the part that is seen.

        text: how an element is written in its cell. describe: rows (name, value) about the cell under the pointer.
        first: the numbers of the first row and column. has_nan, has_infinite: whether these need a place in the key.
        """
        was = self._cells.shape
        self._cells, self._describe, self._first = cells, describe, first
        self._image.show_cells(cells, text, scale)
        self._bar.show_scale(scale, has_nan=has_nan, has_infinite=has_infinite)
        self.hide_message()
        self._point(None)
        if self.is_fitted or was != cells.shape:
            rows, columns = cells.shape
            self._box.setLimits(minXRange=min(columns, 4), minYRange=min(rows, 4))
            self.fit()
        self.arrange()
        self.viewport().update()

    def mark(self, cells: Iterable[Cell]) -> None:
        """Frames these cells and no others."""
        self._image.mark(frozenset(cells))
        self.viewport().update()

    def choose(self, cell: Cell | None) -> None:
        """Frames this cell strongly."""
        self._image.choose(cell)
        self.viewport().update()

    def fit(self) -> None:
        super().fit()
        rows, columns = self._cells.shape
        if not self._cells.size:
            return
        area = self._box.geometry()
        scale = min(area.width() / columns, area.height() / rows, LARGEST_CELL)
        x_scale = min(max(scale, LEAST_THICKNESS / columns), area.width() / columns)
        y_scale = min(max(scale, LEAST_THICKNESS / rows), area.height() / rows)
        x_half, y_half = area.width() / x_scale / 2, area.height() / y_scale / 2
        self.set_range(columns / 2 - x_half, columns / 2 + x_half, -rows / 2 - y_half, -rows / 2 + y_half)

    def unfit(self) -> None:
        super().unfit()
        view, (rows, columns) = self.view(), self._cells.shape
        if view.x_low <= 0 and view.x_high >= columns and view.y_low <= -rows and view.y_high >= 0:
            self.fit()

    def arrange(self) -> None:
        if not self._cells.size:
            return
        top, bottom, left, right = self._image.seen()
        view = self.view()
        x = linear_ticks(left, right - 0.5, (right - left) * view.x_scale / 56, least_step=1)
        y = linear_ticks(top, bottom - 0.5, (bottom - top) * view.y_scale / 32, least_step=1)
        self._numbers.show_numbers(
            tuple(_shifted(tick, -1, self._first[0]) for tick in y),
            tuple(_shifted(tick, 1, self._first[1]) for tick in x),
            max(view.x_to_pixel(0.0), view.left),
            min(view.y_to_pixel(-float(len(self._cells))), view.top + view.height),
        )
        self._tell_stride()

    # The mouse

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        self._point(self._cell_at(event.position()))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        self._pressed = event.position()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        cell = self._cell_at(event.position())
        if (
            event.button() == Qt.MouseButton.LeftButton
            and cell is not None
            and self._pressed is not None
            and (event.position() - self._pressed).manhattanLength() < 4
        ):
            self.choose(cell)
            self.chosen.emit(cell)

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._point(None)

    def _cell_at(self, pixel: QPointF) -> Cell | None:
        view, (rows, columns) = self.view(), self._cells.shape
        if not self._box.geometry().contains(pixel):
            return None
        row, column = int(-view.y_at(pixel.y()) // 1), int(view.x_at(pixel.x()) // 1)
        return (row, column) if 0 <= row < rows and 0 <= column < columns else None

    def _point(self, cell: Cell | None) -> None:
        if cell != self._pointed:
            self._pointed = cell
            self._image.point(cell)
            self.viewport().update()
            self.hovered.emit(cell)
        if cell is None:
            self.hover_card.hide()
        else:
            view = self.view()
            beside = QPointF(view.x_to_pixel(cell[1] + 0.5), view.y_to_pixel(-cell[0] - 0.5))
            self.hover_card.show_rows(self._describe(cell), beside=beside.toPoint())

    def _tell_stride(self) -> None:
        stride = self._image.stride
        self.setAccessibleDescription(
            ""
            if stride == 1
            else self.tr("Drawn from one in {stride} rows and columns; turn the wheel to see all.").format(
                stride=stride
            )
        )


def _shifted(tick: Tick, direction: int, first: int) -> Tick:
    """The tick of a row or column stands at its middle, and carries its number in the tensor."""
    return Tick(direction * (tick.position + 0.5), f"{round(tick.position) + first}")

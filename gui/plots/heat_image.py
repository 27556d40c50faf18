"""The coloured cells of a heat map, and the bar that says what the colours stand for."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QLineF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QImage, QPainter, QPen
from PySide6.QtWidgets import QStyleOptionGraphicsItem, QWidget

from gui import fonts
from gui.palette import Palette
from gui.plots.block_extremes import Blocks, blocks, reduced
from gui.plots.colour_scale import INFINITE, NAN, ColourScale, is_pale
from gui.plots.layer import Layer
from gui.plots.ticks import Tick, linear_ticks
from gui.plots.view import View

CELL_WITH_TEXT = (46, 24)
"""Pixels, across and down, from which on the number stands in the cell."""

GAP_FROM = 10
"""Pixels from which on cells stand apart."""

BAR_WIDTH = 10
BAR_DISTANCE = 18
TICK_PIXELS = 44
SWATCH = 10

Cell = tuple[int, int]

MOST_SHAPES = 4096
"""Cells that a picture to take away shows each as a shape of its own."""


class HeatImage(Layer):
    """(rows, columns) of colours; row r is between y = -r and y = -r - 1. Keeps its picture for as long as it holds."""

    def __init__(self) -> None:
        super().__init__(height=0)
        self._cells: NDArray[Any] = np.zeros((0, 0))
        self._text: Callable[[Any], str] = str
        self._scale = ColourScale(0, 0)
        self._marked: frozenset[Cell] = frozenset()
        self._pointed: Cell | None = None
        self._chosen: Cell | None = None
        self._picture: QImage | None = None
        self._area = QRectF()
        self._made_for: tuple[View, Palette] | None = None

    def show_cells(self, cells: NDArray[Any], text: Callable[[Any], str], scale: ColourScale) -> None:
        self._cells, self._text, self._scale = cells, text, scale
        self._made_for = None
        self._marked, self._pointed, self._chosen = frozenset(), None, None

    def mark(self, cells: frozenset[Cell]) -> None:
        self._marked = cells

    def point(self, cell: Cell | None) -> None:
        self._pointed = cell

    def choose(self, cell: Cell | None) -> None:
        self._chosen = cell

    @property
    def stride(self) -> int:
        """Of the rows and columns only every so many-th is drawn."""
        blocks = self._blocks()
        return max(blocks.row_stride, blocks.column_stride)

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        if self._cells.size and self._made_for != (self._view, self._palette):
            # Here, where it is seen: while a window is laid out, views come and go that nobody sees.
            self._made_for = (self._view, self._palette)
            self._make_picture()
        if self._picture is None or not self._cells.size:
            return
        painter.save()
        painter.setClipRect(self.boundingRect())
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, False)
        if self.is_picture:
            self._paint_cells(painter, self._picture)
        else:
            painter.drawImage(self._area, self._picture)
        if min(self._view.x_scale, self._view.y_scale) >= GAP_FROM:
            self._paint_gaps(painter)
        if self._view.x_scale >= CELL_WITH_TEXT[0] and self._view.y_scale >= CELL_WITH_TEXT[1]:
            self._paint_texts(painter)
        self._paint_frames(painter)
        painter.restore()

    def _paint_cells(self, painter: QPainter, picture: QImage) -> None:
        """Each cell as a shape of its own, as browsers would blur an image; of too many, an image of large pixels."""
        if picture.width() * picture.height() > MOST_SHAPES:
            mode = Qt.TransformationMode.FastTransformation
            painter.drawImage(self._area, picture.scaled((self._area.size() * 4).toSize(), mode=mode))
            return
        across, down = self._area.width() / picture.width(), self._area.height() / picture.height()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        for row in range(picture.height()):
            for column in range(picture.width()):
                place = QRectF(self._area.left() + column * across, self._area.top() + row * down, across, down)
                painter.fillRect(place, picture.pixelColor(column, row))

    def seen(self) -> tuple[int, int, int, int]:
        """The first row, the row behind the last, and the same of the columns, that are in view."""
        view, (rows, columns) = self._view, self._cells.shape
        first_row, last_row = math.floor(-view.y_high), math.ceil(-view.y_low)
        first_column, last_column = math.floor(view.x_low), math.ceil(view.x_high)
        return (
            min(max(first_row, 0), rows),
            min(max(last_row, 0), rows),
            min(max(first_column, 0), columns),
            min(max(last_column, 0), columns),
        )

    def _blocks(self) -> Blocks:
        """What of the array becomes one pixel."""
        top, bottom, left, right = self.seen()
        rows, columns = max(0, bottom - top), max(0, right - left)
        return blocks(rows, columns, math.ceil(rows * self._view.y_scale), math.ceil(columns * self._view.x_scale))

    def _make_picture(self) -> None:
        top, bottom, left, right = self.seen()
        if top >= bottom or left >= right:
            self._picture = None
            return
        view, part = self._view, self._blocks()
        places = np.ascontiguousarray(self._scale.places(reduced(self._cells[top:bottom, left:right], part)))
        height, width = places.shape
        picture = QImage(places.data, width, height, width, QImage.Format.Format_Indexed8)
        picture.setColorTable(self._scale.table(self._palette))
        # Converted, hence copied: the array is gone when this method ends.
        self._picture = picture.convertToFormat(QImage.Format.Format_RGB32)
        self._area = QRectF(
            view.x_to_pixel(float(left)),
            view.y_to_pixel(-float(top)),
            width * part.columns * view.x_scale,
            height * part.rows * view.y_scale,
        )

    def _rect(self, cell: Cell) -> QRectF:
        view = self._view
        return QRectF(view.x_to_pixel(float(cell[1])), view.y_to_pixel(-float(cell[0])), view.x_scale, view.y_scale)

    def _paint_gaps(self, painter: QPainter) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        painter.setPen(QPen(QColor(self._palette.surface), 1))
        top, bottom, left, right = self.seen()
        view = self._view
        x_first, x_last = view.x_to_pixel(float(left)), view.x_to_pixel(float(right))
        y_first, y_last = view.y_to_pixel(-float(top)), view.y_to_pixel(-float(bottom))
        lines = [QLineF(x_first, y, x_last, y) for y in (view.y_to_pixel(-float(r)) for r in range(top, bottom + 1))]
        lines += [QLineF(x, y_first, x, y_last) for x in (view.x_to_pixel(float(c)) for c in range(left, right + 1))]
        painter.drawLines(lines)

    def _paint_texts(self, painter: QPainter) -> None:
        painter.setFont(fonts.mono(12))
        metrics = QFontMetricsF(painter.font())
        table = self._scale.table(self._palette)
        pens = {pale: QColor("#14161b" if pale else "#ffffff") for pale in (True, False)}
        pale = [is_pale(QColor(colour)) for colour in table]
        top, bottom, left, right = self.seen()
        places = self._scale.places(reduced(self._cells[top:bottom, left:right], Blocks(1, 1, 1, 1)))
        for row in range(top, bottom):
            for column in range(left, right):
                text = self._text(self._cells[row, column])
                if metrics.horizontalAdvance(text) <= self._view.x_scale - 8:
                    painter.setPen(pens[pale[places[row - top, column - left]]])
                    painter.drawText(self._rect((row, column)), Qt.AlignmentFlag.AlignCenter, text)

    def _paint_frames(self, painter: QPainter) -> None:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        least = max(0.0, 5 - min(self._view.x_scale, self._view.y_scale)) / 2
        for cells, colour, width in (
            (self._marked, self._palette.accent, 2.0),
            ({self._pointed} - {None}, self._palette.text, 1.0),
            ({self._chosen} - {None}, self._palette.accent, 3.0),
        ):
            painter.setPen(QPen(QColor(colour), width))
            for cell in cells:
                assert cell is not None
                painter.drawRect(self._rect(cell).adjusted(-least, -least, least, least))


class CellNumbers(Layer):
    """The numbers of rows and columns, right beside the cells."""

    def __init__(self) -> None:
        super().__init__(height=40)
        self._rows: tuple[Tick, ...] = ()
        self._columns: tuple[Tick, ...] = ()
        self._left, self._bottom = 0.0, 0.0

    def show_numbers(self, rows: tuple[Tick, ...], columns: tuple[Tick, ...], left: float, bottom: float) -> None:
        """Positions in the plane; left, bottom: the pixels where the cells end."""
        self._rows, self._columns, self._left, self._bottom = rows, columns, left, bottom

    def boundingRect(self) -> QRectF:
        return super().boundingRect().adjusted(-100, -20, 100, 40)

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        painter.setFont(fonts.words(11))
        painter.setPen(QColor(self._palette.muted))
        metrics = QFontMetricsF(painter.font())
        height, aligned = metrics.height(), Qt.TextFlag.TextDontClip
        for tick in self._rows:
            y = self._view.y_to_pixel(tick.position) - height / 2
            painter.drawText(QRectF(self._left - 88, y, 80, height), Qt.AlignmentFlag.AlignRight | aligned, tick.label)
        for tick in self._columns:
            x = self._view.x_to_pixel(tick.position)
            box = QRectF(x - 40, self._bottom + 6, 80, height)
            painter.drawText(box, Qt.AlignmentFlag.AlignHCenter | aligned, tick.label)


class ColourBar(Layer):
    """The scale of colours beside the view, with its numbers; below it NaN and infinity where there are any."""

    def __init__(self) -> None:
        super().__init__(height=30)
        self._scale = ColourScale(0, 0)
        self._flaws: tuple[str, ...] = ()

    def show_scale(self, scale: ColourScale, *, has_nan: bool, has_infinite: bool) -> None:
        self._scale = scale
        self._flaws = (*(("inf",) if has_infinite else ()), *(("nan",) if has_nan else ()))

    def boundingRect(self) -> QRectF:
        return super().boundingRect().adjusted(0, -20, 120, 40)

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        view, table = self._view, self._scale.table(self._palette)
        left = round(view.left + view.width + BAR_DISTANCE)
        height = view.height - len(self._flaws) * 20 - (8 if self._flaws else 0)
        bar = QRectF(left, view.top, BAR_WIDTH, max(height, 20))
        picture = QImage(1, INFINITE, QImage.Format.Format_RGB32)
        for place in range(INFINITE):
            picture.setPixel(0, INFINITE - 1 - place, table[place])
        painter.drawImage(bar, picture)
        painter.setFont(fonts.words(11))
        painter.setPen(QColor(self._palette.muted))
        metrics = QFontMetricsF(painter.font())
        for value, label in self._numbers(bar.height() / fonts.px(TICK_PIXELS)):
            y = bar.bottom() - self._scale.share(value) * bar.height()
            painter.drawText(QRectF(bar.right() + 6, y - metrics.height() / 2, 80, metrics.height()), 0, label)
        for number, kind in enumerate(self._flaws):
            y = bar.bottom() + 12 + 20 * number
            self._paint_swatch(painter, QRectF(left, y, SWATCH, SWATCH), NAN if kind == "nan" else INFINITE)
            painter.setPen(QColor(self._palette.muted))
            painter.drawText(
                QRectF(bar.right() + 6, y + (SWATCH - metrics.height()) / 2, 80, metrics.height()), 0, kind
            )

    def _paint_swatch(self, painter: QPainter, area: QRectF, place: int) -> None:
        """How the values look that have this place in the table of colours."""
        painter.fillRect(area, QColor(self._scale.table(self._palette)[place]))

    def _numbers(self, count: float) -> list[tuple[float, str]]:
        """Values, and how each is written; count: for how many there is room."""
        low, high = self._scale.low, self._scale.high
        if low == high:
            return [(low, f"{low:.4g}")]
        ticks = linear_ticks(low, high, count)
        if ticks:
            return [(tick.position, tick.label) for tick in ticks]
        return [(low, f"{low:.3g}"), (high, f"{high:.3g}")]  # a span that is no float

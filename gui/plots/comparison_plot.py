"""The losses of the scratch loop and of Keras, one curve on the other, and how far they are apart."""

from __future__ import annotations

import math

import numpy as np
import pyqtgraph as pg
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QMargins, QPointF, Qt
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QStyleOptionGraphicsItem, QWidget

from engine.keras_lab.protocol import Comparison
from engine.training.records import FloatArray
from gui import fonts
from gui.palette import Palette
from gui.plots.canvas import Canvas
from gui.plots.grid import GridLines, TickLabels
from gui.plots.layer import Layer
from gui.plots.ticks import linear_ticks, log_ticks
from gui.theme import mixed

_X_TICK_PIXELS, _Y_TICK_PIXELS = 64, 30
_SIDE_PIXELS = 6


def scratch_colour(palette: Palette) -> QColor:
    return QColor(palette.class_0)


def keras_colour(palette: Palette) -> QColor:
    return QColor(palette.line)


class _Curves(Layer):
    """The scratch loop's wide and pale, Keras's thin on top of it: where they agree, both are seen."""

    def __init__(self) -> None:
        super().__init__(height=0)
        self.scratch: NDArray[np.float64] = np.empty((0, 2))
        self.keras: NDArray[np.float64] = np.empty((0, 2))

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        palette = self._palette
        painter.setClipRect(self.boundingRect())
        painter.setBrush(Qt.BrushStyle.NoBrush)
        pale = mixed(palette.surface, palette.class_0, 0.55)
        few = len(self.scratch) <= 400
        for line, pen in ((self.scratch, QPen(pale, 5 if few else 3)), (self.keras, QPen(keras_colour(palette), 1))):
            painter.setRenderHint(QPainter.RenderHint.Antialiasing, few)
            painter.setPen(pen)
            painter.drawPath(self._path(line))

    def _path(self, line: NDArray[np.float64]) -> QPainterPath:
        path: QPainterPath = pg.arrayToQPath(
            self._view.x_to_pixel(line[:, 0]), self._view.y_to_pixel(line[:, 1]), connect="finite"
        )
        return path


class ComparisonPlot(Canvas):
    """Draws a comparison: the loss of each batch before its update, in both."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(QMargins(46, 8, 14, 24), parent)
        self._comparison: Comparison | None = None
        self._pointer: QPointF | None = None
        self._grid, self._curves, self._labels = GridLines(), _Curves(), TickLabels(inside=False)
        for layer in (self._grid, self._curves, self._labels):
            self.add_layer(layer)
        self._box.setMouseEnabled(x=True, y=False)
        self._box.setLimits(minXRange=4)
        self.viewport().setMouseTracking(True)
        self.retranslate()

    def retranslate(self) -> None:
        self.setAccessibleName(self.tr("Losses side by side"))
        self.setAccessibleDescription(self.tr("The loss of every batch, of the scratch loop and of Keras."))
        self.setToolTip(self.tr("Point at a batch for both losses; turn the wheel to see fewer batches, or more."))
        self.set_fit_text(self.tr("All"), self.tr("Show all batches (F, or double-click)"))

    def draw(self, comparison: Comparison) -> None:
        """Draws this much of it."""
        self._comparison = comparison
        self.hide_message()
        if self.is_fitted:
            self.fit()
        self.arrange()
        self.viewport().update()

    def fit(self) -> None:
        super().fit()
        view, end = self.view(), float(max(self._comparison.total if self._comparison else 1, 2) - 1)
        side = _SIDE_PIXELS * end / max(view.width - 2 * _SIDE_PIXELS, 1)
        self.set_range(-side, end + side, view.y_low, view.y_high)

    def unfit(self) -> None:
        super().unfit()
        if self._comparison is not None and self.view().x_low <= 0 and self.view().x_high >= self._comparison.total - 1:
            self.fit()

    def arrange(self) -> None:
        comparison, view = self._comparison, self.view()
        if comparison is None:
            return
        self._curves.scratch = _seen(comparison.scratch, view.x_low, view.x_high)
        self._curves.keras = _seen(comparison.keras, view.x_low, view.x_high)
        heights = np.concatenate((self._curves.scratch[:, 1], self._curves.keras[:, 1]))
        heights = heights[np.isfinite(heights)]
        low, high = (float(heights.min()), float(heights.max())) if len(heights) else (-1.0, 0.0)
        space = max(0.06 * (high - low), 0.05)
        self.set_range(view.x_low, view.x_high, low - space, high + space)
        if self.view() != view:
            return  # The new range has brought us here a second time already.
        y_ticks = log_ticks(view.y_low, view.y_high, view.height / fonts.px(_Y_TICK_PIXELS))
        self._grid.set_ticks((), y_ticks)
        self._labels.set_ticks(
            linear_ticks(max(view.x_low, 0), view.x_high, view.width / fonts.px(_X_TICK_PIXELS), least_step=1), y_ticks
        )
        self._tell_pointed()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        self._pointer = event.position()
        self._tell_pointed()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._pointer = None
        self._tell_pointed()

    def _tell_pointed(self) -> None:
        comparison, pointer = self._comparison, self._pointer
        steps = 0 if comparison is None else min(len(comparison.scratch), len(comparison.keras))
        if comparison is None or pointer is None or not steps:
            self.hover_card.hide()
            return
        step = min(max(round(self.view().x_at(pointer.x())), 0), steps - 1)
        scratch, keras = float(comparison.scratch[step]), float(comparison.keras[step])
        rows = (
            (self.tr("step"), str(step)),
            (self.tr("scratch"), f"{scratch:.8g}"),
            ("Keras", f"{keras:.8g}"),
            (self.tr("apart"), f"{abs(scratch - keras):.2g}"),
        )
        self.hover_card.show_rows(rows, beside=pointer.toPoint())


def _seen(losses: FloatArray, low: float, high: float) -> NDArray[np.float64]:
    """(k, 2): the steps in view and the logarithms of their losses, NaN for what has none."""
    first, last = max(math.floor(low) - 1, 0), max(math.ceil(high) + 2, 0)
    heights = losses[first:last].astype(np.float64)
    heights[~(np.isfinite(heights) & (heights > 0))] = math.nan
    return np.column_stack((np.arange(first, first + len(heights), dtype=np.float64), np.log10(heights)))

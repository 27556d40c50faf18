"""The ROC curve: what share of each class is taken for class 1, whatever the threshold."""

from __future__ import annotations

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QEvent, QLineF, QMargins, QPointF, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QStyleOptionGraphicsItem, QWidget

from engine.keras_lab.protocol import Results
from gui.plots.canvas import Canvas
from gui.plots.grid import GridLines, TickLabels
from gui.plots.layer import Layer
from gui.plots.ticks import linear_ticks

_DOT = 5.0
_SIDE = 0.02


class _Curve(Layer):
    def __init__(self) -> None:
        super().__init__(height=0)
        self.roc = np.empty((0, 2), dtype=np.float32)
        self.marked: int | None = None

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        view, palette = self._view, self._palette
        corner, far = (
            QPointF(view.x_to_pixel(0.0), view.y_to_pixel(0.0)),
            QPointF(view.x_to_pixel(1.0), view.y_to_pixel(1.0)),
        )
        painter.setPen(QPen(QColor(palette.border), 1, Qt.PenStyle.DashLine))
        painter.drawLine(QLineF(corner, far))
        if not len(self.roc):
            return
        path: QPainterPath = pg.arrayToQPath(
            view.x_to_pixel(self.roc[:, 0].astype(np.float64)), view.y_to_pixel(self.roc[:, 1].astype(np.float64))
        )
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(palette.accent), 2 if len(self.roc) <= 400 else 1))
        painter.drawPath(path)
        if self.marked is not None and self.marked < len(self.roc):
            x, y = (float(value) for value in self.roc[self.marked])
            painter.setPen(QPen(QColor(palette.surface), 2))
            painter.setBrush(QColor(palette.line))
            painter.drawEllipse(QPointF(view.x_to_pixel(x), view.y_to_pixel(y)), _DOT, _DOT)


class RocPlot(Canvas):
    """Draws results; a press on the curve asks for the threshold there."""

    # The threshold at the place that was pressed.
    threshold_chosen = Signal(float)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(QMargins(34, 8, 10, 22), parent)
        self._results: Results | None = None
        self._grid, self._curve, self._labels = GridLines(), _Curve(), TickLabels(inside=False)
        for layer in (self._grid, self._curve, self._labels):
            self.add_layer(layer)
        self._box.setMouseEnabled(x=False, y=False)
        self.retranslate()

    def retranslate(self) -> None:
        self.setAccessibleName(self.tr("ROC curve"))
        self.setAccessibleDescription(self.tr("The threshold slider goes along it, too."))
        self.setToolTip(
            self.tr(
                "Across: points of class 0 taken for class 1. Up: points of class 1 found. "
                "Every place of the curve is a threshold; press to choose it."
            )
        )
        self.set_fit_text(self.tr("Fit"), self.tr("Show the whole curve (F, or double-click)"))

    def draw(self, results: Results, threshold: float) -> None:
        """Draws these results, the place of the threshold marked."""
        self._results = results
        self.hide_message()
        roc, thresholds = results.roc, results.roc_thresholds
        if roc is None or thresholds is None:
            self._curve.roc, self._curve.marked = np.empty((0, 2), dtype=np.float32), None
        else:
            self._curve.roc = roc
            # The thresholds fall along the curve; a score at the threshold itself counts as class 1.
            above = np.flatnonzero(thresholds >= threshold)
            self._curve.marked = int(above[-1]) if len(above) else 0
        self.fit()
        self.viewport().update()

    def fit(self) -> None:
        super().fit()
        self.set_range(-_SIDE, 1 + _SIDE, -_SIDE, 1 + _SIDE)

    def arrange(self) -> None:
        ticks = linear_ticks(0, 1, 2)
        self._grid.set_ticks(ticks, ticks)
        self._labels.set_ticks(ticks, ticks)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._choose(event.position())
        event.accept()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._choose(event.position())
        self._tell_pointed(event.position())
        event.accept()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.hover_card.hide()

    def _nearest(self, pixel: QPointF) -> int | None:
        results = self._results
        if results is None or results.roc is None or not len(results.roc):
            return None
        view = self.view()
        x = view.x_to_pixel(results.roc[:, 0].astype(np.float64)) - pixel.x()
        y = view.y_to_pixel(results.roc[:, 1].astype(np.float64)) - pixel.y()
        return int((x**2 + y**2).argmin())

    def _choose(self, pixel: QPointF) -> None:
        place = self._nearest(pixel)
        if place is not None and self._results is not None and self._results.roc_thresholds is not None:
            threshold = float(self._results.roc_thresholds[place])
            if np.isfinite(threshold):
                self.threshold_chosen.emit(threshold)

    def _tell_pointed(self, pixel: QPointF) -> None:
        place = self._nearest(pixel)
        if place is None or self._results is None or self._results.roc is None or self._results.roc_thresholds is None:
            self.hover_card.hide()
            return
        x, y = (float(value) for value in self._results.roc[place])
        rows = (
            (self.tr("threshold"), f"{float(self._results.roc_thresholds[place]):.4f}"),
            (self.tr("false positives"), f"{100 * x:.1f} %"),
            (self.tr("true positives"), f"{100 * y:.1f} %"),
        )
        self.hover_card.show_rows(rows, beside=pixel.toPoint())

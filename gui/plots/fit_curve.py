"""The layer that draws one figure of `fit`: batches pale, epochs as dots joined, what `evaluate` says as diamonds."""

from __future__ import annotations

from functools import lru_cache

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QLineF, QPointF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QStyleOptionGraphicsItem, QWidget

from gui.palette import Palette
from gui.plots.class_colours import class_shape
from gui.plots.fit_curves import FitLines, Line
from gui.plots.layer import Layer
from gui.theme import mixed

_DOT = 3.4
_STAMP = 12
"""Pixels; the side of the picture of a dot, with its edge."""

_CLOSEST = 8.0
"""Pixels; where epochs lie closer than this, only the line is drawn, and the last dot."""

_MOST_WIDE = 200
"""Turns up to which a line is drawn wide: Qt takes long over the outline of longer ones."""


def training_colour(palette: Palette) -> QColor:
    return QColor(palette.accent)


def validation_colour(palette: Palette) -> QColor:
    return QColor(palette.accuracy)


class FitCurve(Layer):
    """Draws the lines, a hair line at the epoch that is looked at, and another under the pointer."""

    def __init__(self) -> None:
        super().__init__(height=0)
        self._lines: FitLines | None = None
        self._looked_at: float | None = None
        self._probe: float | None = None

    def show_lines(self, lines: FitLines | None, looked_at: float | None) -> None:
        self._lines, self._looked_at = lines, looked_at

    def show_probe(self, epoch: float | None) -> None:
        """Where the hover card's numbers are from."""
        if epoch != self._probe:
            self._probe = epoch
            self.update()

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        lines = self._lines
        if lines is None:
            return
        palette = self._palette
        training, validation = training_colour(palette), validation_colour(palette)
        painter.setClipRect(self.boundingRect().adjusted(-_DOT - 2, -_DOT - 2, _DOT + 2, _DOT + 2))
        if self._looked_at is not None:
            self._paint_hair(painter, self._looked_at, QColor(palette.line))
        if self._probe is not None:
            self._paint_hair(painter, self._probe, mixed(palette.surface, palette.muted, 0.55))
        painter.setPen(QPen(mixed(palette.surface, palette.accent, 0.38), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(self._path(lines.batches))
        self._paint_line(painter, lines.training, training)
        self._paint_line(painter, lines.validation, validation)
        self._paint_dots(painter, lines.training, training, filled=True)
        self._paint_dots(painter, lines.validation, validation, filled=True)
        self._paint_dots(painter, lines.evaluated, training, filled=False)

    def _paint_line(self, painter: QPainter, line: Line, colour: QColor) -> None:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(colour, 2 if len(line) <= _MOST_WIDE else 1))
        painter.drawPath(self._path(line))

    def _paint_dots(self, painter: QPainter, line: Line, colour: QColor, *, filled: bool) -> None:
        view, surface = self._view, self._palette.surface
        if view.x_scale < _CLOSEST:
            line = line[-1:]
        line = line[np.isfinite(line[:, 1]) & (view.x_low <= line[:, 0]) & (line[:, 0] <= view.x_high)]
        x, y = view.x_to_pixel(line[:, 0]).tolist(), view.y_to_pixel(line[:, 1]).tolist()
        if self.is_picture:  # which may be enlarged
            for centre in zip(x, y, strict=True):
                _paint_dot(painter, QPointF(*centre), colour.name(), surface, filled=filled)
            return
        stamp = _stamp(colour.name(), surface, painter.device().devicePixelRatioF(), filled=filled)
        for left, top in zip(x, y, strict=True):
            painter.drawImage(QPointF(left - _STAMP / 2, top - _STAMP / 2), stamp)

    def _path(self, line: Line) -> QPainterPath:
        view = self._view
        # Far outside the view is as good as just outside, and quicker: Qt need not clip what is a mile long.
        y = np.clip(view.y_to_pixel(line[:, 1]), view.top - 4 * view.height, view.top + 5 * view.height)
        path: QPainterPath = pg.arrayToQPath(view.x_to_pixel(line[:, 0]), y, connect="finite")
        return path

    def _paint_hair(self, painter: QPainter, epoch: float, colour: QColor) -> None:
        x = round(self._view.x_to_pixel(epoch)) + 0.5
        painter.setPen(QPen(colour, 1))
        painter.drawLine(QLineF(x, self._view.top, x, self._view.top + self._view.height))


@lru_cache(maxsize=16)
def _stamp(colour: str, ground: str, ratio: float, *, filled: bool) -> QImage:
    """A dot, painted once: some hundred lie in a plot, and each would take as long as a line."""
    stamp = QImage(round(_STAMP * ratio), round(_STAMP * ratio), QImage.Format.Format_ARGB32_Premultiplied)
    stamp.setDevicePixelRatio(ratio)
    stamp.fill(Qt.GlobalColor.transparent)
    painter = QPainter(stamp)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    _paint_dot(painter, QPointF(_STAMP / 2, _STAMP / 2), colour, ground, filled=filled)
    painter.end()
    return stamp


def _paint_dot(painter: QPainter, centre: QPointF, colour: str, ground: str, *, filled: bool) -> None:
    painter.setPen(QPen(QColor(ground if filled else colour), 1.5))
    painter.setBrush(QColor(colour if filled else ground))
    painter.drawPath(class_shape(centre, _DOT if filled else _DOT + 0.4, 0 if filled else 1))

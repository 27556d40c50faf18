"""The layers of a plot of runs: the curves, kept as a picture, and what moves above them."""

from __future__ import annotations

import math
from collections.abc import Sequence

import pyqtgraph as pg
from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QStyleOptionGraphicsItem, QWidget

from gui import fonts
from gui.palette import Palette
from gui.plots.grid import GridLines, TickLabels
from gui.plots.layer import Layer
from gui.plots.loss_curves import Curve
from gui.plots.run_looks import paint_run_mark, paint_run_names, run_colour
from gui.plots.strokes import stroke
from gui.plots.ticks import Tick
from gui.plots.view import View
from gui.theme import mixed

_WIDTH, _THIN, _MARK = 2.0, 1.0, 4.6
_MARGIN = 8.0
_PALE = 0.3
"""How much of its colour a curve keeps that lies under its means."""
_MOST_WIDE = 500
"""Points up to which a curve is drawn wide; of a longer one, which is a band of noise, the edges are what is seen."""

Place = tuple[int, float, float]
"""A look, a step and a height."""


class RunCurves(Layer):
    """The curves, the grid and its numbers, painted once for each view and each growth: looking back and forth leaves
    them as they are."""

    def __init__(self) -> None:
        super().__init__(height=0)
        self._grid, self._labels = GridLines(), TickLabels(inside=False)
        self._curves: tuple[tuple[int, Curve], ...] = ()
        self._means: tuple[tuple[int, Curve], ...] = ()
        self._picture: QImage | None = None
        self._key: object = None

    def show_curves(self, curves: Sequence[tuple[int, Curve]], means: Sequence[tuple[int, Curve]] = ()) -> None:
        """Looks and curves; the last one lies on top. means: lie above all of them, which are then pale."""
        self._curves, self._means = tuple(curves), tuple(means)
        self._key = None

    def set_ticks(self, x: tuple[Tick, ...], y: tuple[Tick, ...]) -> None:
        """Of the axes; a line goes with those of the second."""
        self._grid.set_ticks((), y)
        self._labels.set_ticks(x, y)
        self._key = None

    def set_view(self, view: View) -> None:
        super().set_view(view)
        for layer in (self._grid, self._labels):
            layer.set_view(view)

    def set_palette(self, palette: Palette) -> None:
        super().set_palette(palette)
        for layer in (self._grid, self._labels):
            layer.set_palette(palette)

    def boundingRect(self) -> QRectF:
        return self._labels.boundingRect()

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        if self.is_picture:
            self._paint_all(painter, option, widget)
            return
        ratio = 1.0 if widget is None else widget.devicePixelRatioF()
        key = (self._view, self._palette, ratio, fonts.percent())
        if key != self._key or self._picture is None:
            self._key, self._picture = key, self._paint_picture(ratio, option, widget)
        painter.drawImage(self.boundingRect().topLeft(), self._picture)

    def _paint_picture(self, ratio: float, option: QStyleOptionGraphicsItem, widget: QWidget | None) -> QImage:
        area = self.boundingRect()
        image = QImage(
            max(1, math.ceil(area.width() * ratio)),
            max(1, math.ceil(area.height() * ratio)),
            QImage.Format.Format_ARGB32_Premultiplied,
        )
        image.setDevicePixelRatio(ratio)
        image.fill(Qt.GlobalColor.transparent)
        painter = QPainter(image)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(-area.left(), -area.top())
        self._paint_all(painter, option, widget)
        painter.end()
        return image

    def _paint_all(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None) -> None:
        self._grid.paint(painter, option, widget)
        self._labels.paint(painter, option, widget)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setClipRect(super().boundingRect())
        longest = max((len(curve.steps) for _, curve in self._curves), default=0)
        width = _WIDTH if longest <= _MOST_WIDE and not self._means else _THIN
        for look, curve in self._curves:
            colour = run_colour(self._palette, look)
            if self._means:
                colour = mixed(self._palette.surface, colour.name(), _PALE)
            stroke(painter, self._path(curve), len(curve.steps), colour, width)
        for look, curve in self._means:
            stroke(painter, self._path(curve), len(curve.steps), run_colour(self._palette, look), _WIDTH)

    def _path(self, curve: Curve) -> QPainterPath:
        path: QPainterPath = pg.arrayToQPath(
            self._view.x_to_pixel(curve.steps), self._view.y_to_pixel(curve.heights), connect="finite"
        )
        return path


class RunMarks(Layer):
    """The step that is looked at, the step under the pointer, and each run's number there. In a picture that is taken
    away, where no list stands beside it, also the names of the runs."""

    def __init__(self) -> None:
        super().__init__(height=5)
        self._step: float | None = None
        self._marks: tuple[Place, ...] = ()
        self._probe: float | None = None
        self._probed: tuple[Place, ...] = ()
        self._names: tuple[tuple[int, str], ...] = ()

    def show_names(self, names: Sequence[tuple[int, str]]) -> None:
        """Of the runs, with their looks."""
        self._names = tuple(names)

    def show_step(self, step: float | None, marks: Sequence[Place]) -> None:
        """A line at the step, where one is looked back at, and a mark on each curve."""
        self._step, self._marks = step, tuple(marks)

    def show_probe(self, step: float | None, marks: Sequence[Place] = ()) -> None:
        """The same for the pointer."""
        if (step, tuple(marks)) != (self._probe, self._probed):
            self._probe, self._probed = step, tuple(marks)
            self.update()

    def boundingRect(self) -> QRectF:
        return super().boundingRect().adjusted(-_MARGIN, -_MARGIN, _MARGIN, _MARGIN)

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        painter.setClipRect(self.boundingRect())
        if not self.is_picture:
            self._paint_hair(painter, self._probe, QColor(self._palette.muted), Qt.PenStyle.DotLine)
        self._paint_hair(painter, self._step, QColor(self._palette.muted), Qt.PenStyle.SolidLine)
        for look, step, height in self._marks:
            if math.isfinite(height):
                paint_run_mark(painter, self._pixel(step, height), _MARK, self._palette, look)
        if self.is_picture:
            paint_run_names(painter, self._view, self._palette, self._names)
            return
        for look, step, height in self._probed:
            if math.isfinite(height):
                paint_run_mark(painter, self._pixel(step, height), _MARK, self._palette, look, is_hollow=True)

    def _paint_hair(self, painter: QPainter, step: float | None, colour: QColor, style: Qt.PenStyle) -> None:
        view = self._view
        if step is None or not view.x_low <= step <= view.x_high:
            return
        x = round(view.x_to_pixel(step)) + 0.5
        painter.setPen(QPen(colour, 1, style))
        painter.drawLine(QLineF(x, view.top, x, view.top + view.height))

    def _pixel(self, step: float, height: float) -> QPointF:
        return QPointF(self._view.x_to_pixel(step), self._view.y_to_pixel(height))

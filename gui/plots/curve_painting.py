"""Paints curves, and the point with its tangents, in the colours of a palette."""

from __future__ import annotations

import math
from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFontMetricsF, QPainter, QPainterPath, QPen

from engine.gradients.curve_protocol import CurvesFrame, Gap
from engine.gradients.naming import Naming, naming
from gui import fonts
from gui.palette import Palette
from gui.plots.curve_layout import Panel, curve_path
from gui.plots.grid import LABEL_PIXELS
from gui.plots.number_words import steady_words
from gui.plots.strokes import stroke
from gui.plots.view import View

WIDTH = 2.25
TANGENT_PIXELS = 92.0
"""How far a tangent reaches to either side."""

RADIUS = 5.5
LABEL_GAP = 12.0


def order_colour(palette: Palette, order: int) -> QColor:
    """The colour of the curve of this order."""
    return QColor((palette.class_0, palette.class_1, palette.accent, palette.good, palette.muted)[order])


class CurvePainter:
    """Each method paints one layer of a frame."""

    def __init__(self, palette: Palette) -> None:
        self._palette = palette
        self.retranslate()

    def retranslate(self) -> None:
        """Says everything in the language that is now in force."""
        self._none_words = QCoreApplication.translate("CurveStack", "None: the tape did not watch t.")

    def paint_ground(self, painter: QPainter, frame: CurvesFrame, panels: Sequence[Panel]) -> None:
        """Grid, axes and curves: what stays while the point moves."""
        for order, (panel, curve) in enumerate(zip(panels, frame.curves, strict=False)):
            if curve is None:
                self._paint_words(painter, panel, self._none_words)
                continue
            self._paint_axes(painter, panel)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.save()
            painter.setClipRect(panel.area.adjusted(0, -3, 0, 3))
            for gap in curve.gaps:
                self._paint_gap(painter, panel.view, gap)
            path, points = curve_path(curve, panel.view)
            stroke(painter, path, points, order_colour(self._palette, order), WIDTH)
            painter.restore()

    def paint_point(self, painter: QPainter, frame: CurvesFrame, panels: Sequence[Panel]) -> None:
        """The point on every curve, with what the derivatives say of it."""
        names = naming(frame.tree)
        for order, panel in enumerate(panels):
            if frame.curves[order] is None:
                continue
            x = panel.view.x_to_pixel(frame.at)
            pen = QPen(QColor(self._palette.muted), 1.5, Qt.PenStyle.CustomDashLine, Qt.PenCapStyle.RoundCap)
            pen.setDashPattern([0.01, 3.2])
            painter.setPen(pen)
            painter.drawLine(QLineF(x, panel.view.top, x, panel.view.top + panel.view.height))
            value = frame.point[order]
            if value is not None and math.isfinite(value):
                painter.save()
                painter.setClipRect(panel.area.adjusted(0, -3, 0, 3))
                self._paint_parabola(painter, panel.view, frame, order)
                self._paint_tangent(painter, panel.view, frame, order)
                painter.restore()
                y = panel.view.y_to_pixel(value)
                if panel.view.top - RADIUS <= y <= panel.view.top + panel.view.height + RADIUS:
                    painter.setPen(QPen(QColor(self._palette.surface), 2))
                    painter.setBrush(order_colour(self._palette, order))
                    painter.drawEllipse(QPointF(x, y), RADIUS, RADIUS)
        for order, panel in enumerate(panels):
            if frame.point[order] is not None:
                self._paint_label(painter, panel, frame, order, names)

    def paint_probe(self, painter: QPainter, frame: CurvesFrame, panels: Sequence[Panel], index: int) -> None:
        """Rings at the sample that the hover card speaks of."""
        for order, (panel, values) in enumerate(zip(panels, frame.values, strict=False)):
            if values is None or not math.isfinite(values[index]):
                continue
            x, y = panel.view.x_to_pixel(float(frame.samples[index])), panel.view.y_to_pixel(float(values[index]))
            if panel.view.top <= y <= panel.view.top + panel.view.height:
                painter.setPen(QPen(order_colour(self._palette, order), 2))
                painter.setBrush(QColor(self._palette.surface))
                painter.drawEllipse(QPointF(x, y), RADIUS - 1.5, RADIUS - 1.5)

    # Parts

    def _paint_axes(self, painter: QPainter, panel: Panel) -> None:
        view = panel.view
        right, bottom = view.left + view.width, view.top + view.height
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        font = fonts.words(LABEL_PIXELS)
        painter.setFont(font)
        metrics = QFontMetricsF(font)
        for tick in panel.y_ticks:
            y = round(view.y_to_pixel(tick.position))
            painter.setPen(QPen(QColor(self._palette.grid), 1))
            painter.drawLine(QLineF(view.left, y, right, y))
            box = QRectF(0, y - metrics.height() / 2, view.left - 10, metrics.height())
            painter.setPen(QColor(self._palette.muted))
            painter.drawText(box, Qt.AlignmentFlag.AlignRight | Qt.TextFlag.TextDontClip, tick.label)
        if not panel.has_numbers:
            return
        for tick in panel.x_ticks:
            x = view.x_to_pixel(tick.position)
            box = QRectF(x - 40, bottom + 5, 80, metrics.height())
            painter.drawText(box, Qt.AlignmentFlag.AlignHCenter | Qt.TextFlag.TextDontClip, tick.label)

    def _paint_words(self, painter: QPainter, panel: Panel, words: str) -> None:
        painter.setPen(QColor(self._palette.muted))
        painter.setFont(fonts.words(12))
        painter.drawText(panel.area, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, words)

    def _paint_gap(self, painter: QPainter, view: View, gap: Gap) -> None:
        bottom = view.top + view.height
        start, end = view.x_to_pixel(gap.start), view.x_to_pixel(gap.end)
        mark = QColor(self._palette.error)
        if end - start > 2:
            mark.setAlphaF(0.28)
            painter.fillRect(
                QRectF(start, view.top, end - start, view.height), QBrush(mark, Qt.BrushStyle.BDiagPattern)
            )
        mark.setAlphaF(0.7)
        painter.setPen(QPen(mark, 1, Qt.PenStyle.DashLine))
        for x in {start, end}:
            if view.left - 1 <= x <= view.left + view.width + 1:
                painter.drawLine(QLineF(x, view.top, x, bottom))

    def _paint_tangent(self, painter: QPainter, view: View, frame: CurvesFrame, order: int) -> None:
        value, slope = frame.point[order], _finite(frame, order + 1)
        if value is None or slope is None:
            return
        step = QPointF(view.x_scale, -slope * view.y_scale)
        length = math.hypot(step.x(), step.y())
        if not math.isfinite(length) or length == 0:
            return
        reach = step * (TANGENT_PIXELS / length)
        middle = QPointF(view.x_to_pixel(frame.at), view.y_to_pixel(value))
        painter.setPen(QPen(QColor(self._palette.line), 2, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        painter.drawLine(QLineF(middle - reach, middle + reach))

    def _paint_parabola(self, painter: QPainter, view: View, frame: CurvesFrame, order: int) -> None:
        """The one with the curve's value, slope and bend: it osculates."""
        value, slope, bend = frame.point[order], _finite(frame, order + 1), _finite(frame, order + 2)
        if value is None or slope is None or not bend:
            return
        path = QPainterPath()
        parts, reach = 48, 1.9 * TANGENT_PIXELS / view.x_scale
        is_down = False
        for part in range(parts + 1):
            away = reach * (2 * part / parts - 1)
            y = view.y_to_pixel(value + slope * away + bend * away * away / 2)
            is_seen = view.top - view.height <= y <= view.top + 2 * view.height
            place = QPointF(view.x_to_pixel(frame.at + away), y)
            if is_seen and is_down:
                path.lineTo(place)
            elif is_seen:
                path.moveTo(place)
            is_down = is_seen
        pen = QPen(QColor(self._palette.line), 1.75, Qt.PenStyle.CustomDashLine, Qt.PenCapStyle.RoundCap)
        pen.setDashPattern([0.01, 3.0])
        painter.strokePath(path, pen)

    def _paint_label(self, painter: QPainter, panel: Panel, frame: CurvesFrame, order: int, names: Naming) -> None:
        """Name and value, beside the point where the curve leaves room, on a ground of its own."""
        value = frame.point[order]
        assert value is not None
        view = panel.view
        words = f"{names.names[order]} = {steady_words(value, view.y_high - view.y_low)} {names.units[order]}".rstrip()
        font = fonts.words(13, fonts.SEMIBOLD)
        metrics = QFontMetricsF(font)
        width, height = metrics.horizontalAdvance(words), metrics.height()
        x = view.x_to_pixel(frame.at)
        y = view.y_to_pixel(value) if math.isfinite(value) else view.top + view.height / 2
        slope = _finite(frame, order + 1) or 0.0
        is_right = x + LABEL_GAP + width < view.left + view.width
        left = x + LABEL_GAP if is_right else x - LABEL_GAP - width
        rises = (slope > 0) == is_right and slope != 0
        top = y + 7 if rises else y - 7 - height
        if slope == 0:
            top = y - 7 - height
        top = min(max(top, view.top), view.top + view.height - height)
        box = QRectF(left, top, width, height)
        ground = QColor(self._palette.surface)
        ground.setAlphaF(0.86)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ground)
        painter.drawRoundedRect(box.adjusted(-4, -1, 4, 1), 4, 4)
        painter.setFont(font)
        painter.setPen(QColor(self._palette.text))
        painter.drawText(box, Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextDontClip, words)


def _finite(frame: CurvesFrame, order: int) -> float | None:
    """The derivative of this order at the point, where there is one to draw with."""
    value = frame.point[order] if order < len(frame.point) else None
    return value if value is not None and math.isfinite(value) else None

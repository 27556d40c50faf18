"""What the axes of a plot are called."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter
from PySide6.QtWidgets import QApplication, QStyleOptionGraphicsItem, QWidget

from gui import fonts
from gui.plots.grid import LABEL_PIXELS
from gui.plots.layer import Layer

_BACKING_ALPHA = 190
_LONGEST_SHARE = 0.45
"""Of the width of the plot, that a name may take."""


class AxisNames(Layer):
    """One name at the right end of the lower edge, above the numbers, one at the top of the left edge."""

    def __init__(self) -> None:
        super().__init__(height=41)
        self._names: tuple[str, ...] = ()

    def set_names(self, names: tuple[str, ...]) -> None:
        """Of the axis to the right, and of the one upwards; none for points that were drawn."""
        self._names = names
        self.update()

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        if not self._names:
            return
        font = QFont(QApplication.font() if widget is None else widget.font())
        font.setPixelSize(fonts.px(LABEL_PIXELS))
        font.setWeight(QFont.Weight.DemiBold)
        painter.setFont(font)
        metrics = QFontMetricsF(font)
        view = self._view
        for name, arrow in zip(self._names, ("→", "↑"), strict=True):
            if not name:
                continue
            text = metrics.elidedText(name, Qt.TextElideMode.ElideRight, _LONGEST_SHARE * view.width)
            text = f"{text} {arrow}" if arrow == "→" else f"{arrow} {text}"
            width, height = metrics.horizontalAdvance(text), metrics.height()
            if arrow == "→":
                right, bottom = view.left + view.width, view.top + view.height
                box = QRectF(right - width - 12, bottom - 2 * height - 14, width, height)
            else:
                box = QRectF(view.left + 8, view.top + 8, width, height)
            backing = QColor(self._palette.surface)
            backing.setAlpha(_BACKING_ALPHA)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(backing)
            painter.drawRoundedRect(box.adjusted(-4, -1, 4, 1), 3, 3)
            painter.setPen(QColor(self._palette.text))
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextDontClip, text)

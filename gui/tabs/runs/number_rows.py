"""Names and numbers, a row each, which change many times a second."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui import fonts
from gui.controls.scroll_column import ScrollColumn
from gui.palette import LIGHT, Palette
from gui.plots.run_looks import paint_run_mark

ROW_HEIGHT = 24
MARGIN = 14
RADIUS = 4.5

_LEFT, _RIGHT = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight

Row = tuple[str, str, int | None]
"""A name, a number, and as of `gui.plots.run_looks` the look of the curve that it is drawn as, if it is."""


class NumberRows(QWidget):
    """Painted by hand, so that other numbers cost one repaint and no new layout. Its owner gives it a name."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[Row, ...] = ()
        self._colours = LIGHT
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Shows these names and numbers."""
        if tuple(rows) == self._rows:
            return
        is_as_many = len(rows) == len(self._rows)
        self._rows = tuple(rows)
        self.setAccessibleDescription("; ".join(f"{name} {number}" for name, number, _ in rows))
        if not is_as_many:
            self.updateGeometry()
        self.update()

    def rows(self) -> tuple[Row, ...]:
        """What is shown."""
        return self._rows

    def set_palette(self, palette: Palette) -> None:
        self._colours = palette
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(200, len(self._rows) * fonts.px(ROW_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        return QSize(120, self.sizeHint().height())

    def follow_text_size(self) -> None:
        """Writes as large as all type is now."""
        self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        quiet = self.palette().color(QPalette.ColorRole.PlaceholderText)
        loud = self.palette().color(QPalette.ColorRole.WindowText)
        words, numbers = fonts.words(12), fonts.mono(12)
        height = fonts.px(ROW_HEIGHT)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        areas = [QRect(MARGIN, place * height, self.width() - 2 * MARGIN, height) for place in range(len(self._rows))]
        left, right = (side | Qt.AlignmentFlag.AlignVCenter for side in (_LEFT, _RIGHT))
        painter.setFont(numbers)  # first all numbers, then all names: another font costs more than a text
        painter.setPen(loud)
        advance = painter.fontMetrics().horizontalAdvance
        taken = [advance(number) + 10 for _, number, _ in self._rows]
        for area, (_, number, _) in zip(areas, self._rows, strict=True):
            painter.drawText(area, right, number)
        painter.setFont(words)
        painter.setPen(quiet)
        elided = painter.fontMetrics().elidedText
        for area, room, (name, _, look) in zip(areas, taken, self._rows, strict=True):
            if look is not None:
                area.setLeft(area.left() + fonts.px(16))
            painter.drawText(area, left, elided(name, Qt.TextElideMode.ElideRight, max(area.width() - room, 0)))
        for area, (_, _, look) in zip(areas, self._rows, strict=True):
            if look is not None:
                centre = QPointF(MARGIN + RADIUS, area.center().y() + 1)
                paint_run_mark(painter, centre, RADIUS, self._colours, look)


class NumberTable(ScrollColumn):
    """Rows that scroll where there are many."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(margin=0, spacing=0, edge=8, parent=parent)
        self.rows = NumberRows()
        self.column.addWidget(self.rows)
        self.column.addStretch(1)

"""The confusion matrix: how many points of each class were taken for which."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui import fonts
from gui.palette import LIGHT, Palette
from gui.theme import mixed

MARGIN_LEFT, MARGIN_TOP = 40, 34
CELL = 46
NARROWEST_CELL, WIDEST_CELL = 34, 64
LINE = 17


class ConfusionView(QWidget):
    """Rows: the true class. Columns: what was said. The fuller a cell, the darker; the diagonal is right."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._palette = LIGHT
        self._matrix: NDArray[np.int64] = np.zeros((0, 0), dtype=np.int64)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.retranslate()

    def show_matrix(self, matrix: NDArray[np.int64]) -> None:
        """(classes, classes): true by said."""
        if not np.array_equal(matrix, self._matrix):
            if matrix.shape != self._matrix.shape:
                self.updateGeometry()
            self._matrix = matrix
            self.setAccessibleDescription("; ".join(", ".join(str(count) for count in row) for row in matrix))
            self.update()

    def set_palette(self, palette: Palette) -> None:
        self._palette = palette
        self.update()

    def sizeHint(self) -> QSize:
        classes = max(len(self._matrix), 2)
        return QSize(
            fonts.px(MARGIN_LEFT) + classes * fonts.px(WIDEST_CELL),
            fonts.px(MARGIN_TOP) + classes * self._cell_height(),
        )

    def minimumSizeHint(self) -> QSize:
        classes = max(len(self._matrix), 2)
        least = fonts.px(MARGIN_LEFT) + classes * fonts.px(NARROWEST_CELL)
        return QSize(least, fonts.px(MARGIN_TOP) + classes * self._cell_height())

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def retranslate(self) -> None:
        """Says everything in the language that is now in force."""
        self.setAccessibleName(self.tr("Confusion matrix"))
        self.setToolTip(self.tr("Across what the model says, down what the point is; on the diagonal both agree"))
        self._said, self._true = self.tr("said"), self.tr("true")
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        classes = len(self._matrix)
        if not classes:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        width = min((self.width() - fonts.px(MARGIN_LEFT)) / classes, fonts.px(WIDEST_CELL))
        height = self._cell_height()
        self._paint_labels(painter, width, height)
        rows = np.maximum(self._matrix.sum(axis=1), 1)
        painter.setFont(fonts.mono(12, fonts.SEMIBOLD))
        for true in range(classes):
            for said in range(classes):
                count = int(self._matrix[true, said])
                share = count / int(rows[true])
                colour = self._palette.accent if true == said else self._palette.line
                area = QRectF(fonts.px(MARGIN_LEFT) + said * width, fonts.px(MARGIN_TOP) + true * height, width, height)
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(mixed(self._palette.code_background, colour, 0.04 + 0.5 * share if count else 0.0))
                painter.drawRoundedRect(area.adjusted(1.5, 1.5, -1.5, -1.5), 5, 5)
                painter.setPen(QColor(self._palette.text if count else self._palette.muted))
                painter.drawText(area, Qt.AlignmentFlag.AlignCenter, f"{count:,}")

    def _paint_labels(self, painter: QPainter, width: float, height: float) -> None:
        classes = len(self._matrix)
        painter.setFont(fonts.words(11))
        painter.setPen(QColor(self._palette.muted))
        centred = Qt.AlignmentFlag.AlignCenter
        left, top, line = fonts.px(MARGIN_LEFT), fonts.px(MARGIN_TOP), fonts.px(LINE)
        painter.drawText(QRectF(left, 0, classes * width, line - 2), centred, self._said)
        painter.drawText(QRectF(0, line - 2, left - 6, line), Qt.AlignmentFlag.AlignRight, self._true)
        for number in range(classes):
            painter.drawText(QRectF(left + number * width, line - 2, width, line), centred, str(number))
            place = QRectF(0, top + number * height, left - 6, height)
            painter.drawText(place, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, str(number))

    def _cell_height(self) -> int:
        return fonts.px(CELL) if len(self._matrix) <= 2 else fonts.px(32)

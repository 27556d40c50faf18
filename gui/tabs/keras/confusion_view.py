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
WIDEST_CELL = 64


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
        return QSize(MARGIN_LEFT + classes * WIDEST_CELL, MARGIN_TOP + classes * self._cell_height())

    def minimumSizeHint(self) -> QSize:
        classes = max(len(self._matrix), 2)
        return QSize(MARGIN_LEFT + classes * 34, MARGIN_TOP + classes * self._cell_height())

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
        width = min((self.width() - MARGIN_LEFT) / classes, WIDEST_CELL)
        height = self._cell_height()
        self._paint_labels(painter, width, height)
        rows = np.maximum(self._matrix.sum(axis=1), 1)
        painter.setFont(fonts.mono(12, fonts.SEMIBOLD))
        for true in range(classes):
            for said in range(classes):
                count = int(self._matrix[true, said])
                share = count / int(rows[true])
                colour = self._palette.accent if true == said else self._palette.line
                area = QRectF(MARGIN_LEFT + said * width, MARGIN_TOP + true * height, width, height)
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
        painter.drawText(QRectF(MARGIN_LEFT, 0, classes * width, 15), centred, self._said)
        painter.drawText(QRectF(0, 15, MARGIN_LEFT - 6, 17), Qt.AlignmentFlag.AlignRight, self._true)
        for number in range(classes):
            painter.drawText(QRectF(MARGIN_LEFT + number * width, 15, width, 17), centred, str(number))
            place = QRectF(0, MARGIN_TOP + number * height, MARGIN_LEFT - 6, height)
            painter.drawText(place, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, str(number))

    def _cell_height(self) -> int:
        return CELL if len(self._matrix) <= 2 else 32

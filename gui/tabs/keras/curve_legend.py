"""The key to the curves: what the colours and the marks stand for."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui import fonts
from gui.palette import LIGHT, Palette
from gui.plots.class_colours import class_shape
from gui.plots.fit_curve import training_colour, validation_colour

MARK = 13
GAP = 10
HEIGHT = 24


class CurveLegend(QWidget):
    """Three marks with a word each; what has no room is left out from the end."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._palette = LIGHT
        self.setFont(fonts.words(12))
        self.setFixedHeight(fonts.px(HEIGHT))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.retranslate()

    def set_palette(self, palette: Palette) -> None:
        self._palette = palette
        self.update()

    def sizeHint(self) -> QSize:
        metrics = self.fontMetrics()
        return QSize(sum(MARK + metrics.horizontalAdvance(word) + GAP for word in self._words), fonts.px(HEIGHT))

    def minimumSizeHint(self) -> QSize:
        return QSize(0, fonts.px(HEIGHT))

    def follow_text_size(self) -> None:
        """Writes as large as all type is now."""
        self.setFont(fonts.words(12))
        self.updateGeometry()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def retranslate(self) -> None:
        """Says everything in the language that is now in force."""
        self._words = (self.tr("fit"), self.tr("evaluate"), self.tr("validation"))
        self.setAccessibleName(self.tr("Key to the curves"))
        self.setToolTip(
            self.tr(
                "fit's figure of an epoch is a running mean while the weights change. "
                "evaluate asks again at the end, under the weights that the epoch ended with."
            )
        )
        self.updateGeometry()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        training, validation = training_colour(self._palette), validation_colour(self._palette)
        surface = QColor(self._palette.surface)
        looks = ((training, training, 0), (training, surface, 1), (validation, validation, 0))
        metrics, x = painter.fontMetrics(), 0.0
        for word, (rim, fill, shape) in zip(self._words, looks, strict=True):
            if x + MARK + metrics.horizontalAdvance(word) > self.width():
                return
            painter.setPen(QPen(rim, 1.5))
            painter.setBrush(fill)
            painter.drawPath(class_shape(QPointF(x + 5, self.height() / 2), 3.4, shape))
            x += MARK
            painter.setPen(QColor(self._palette.muted))
            painter.drawText(QRectF(x, 0, self.width() - x, self.height()), Qt.AlignmentFlag.AlignVCenter, word)
            x += metrics.horizontalAdvance(word) + GAP

"""The key to the region plot: the mark of each class, and the ring of a point that is held out."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from engine.keras_lab.protocol import Points
from gui import fonts
from gui.palette import LIGHT, Palette
from gui.plots.class_points import paint_class_mark

DOT = 4.4
MARK = 16
GAP = 10
HEIGHT = 24


class ClassLegend(QWidget):
    """As wide as its words; where there is less room, classes are mere numbers, and what still has none is left out."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._palette = LIGHT
        self._classes = 0
        self._held_out = False
        self._stride = 1
        self.setFont(fonts.words(12))
        self.setFixedHeight(fonts.px(HEIGHT))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.retranslate()

    def show_points(self, points: Points, stride: int) -> None:
        """The marks of these points, of which only every so many-th is drawn."""
        shown = (points.class_count, bool(points.held_out.any()), stride)
        if shown != (self._classes, self._held_out, self._stride):
            self._classes, self._held_out, self._stride = shown
            self._describe()
            self.updateGeometry()
            self.update()

    def set_palette(self, palette: Palette) -> None:
        self._palette = palette
        self.update()

    def sizeHint(self) -> QSize:
        # From the third class on there is no room for more than their numbers.
        return QSize(self._width(self._entries(self._classes <= 2)), fonts.px(HEIGHT))

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
        self.setAccessibleName(self.tr("Key to the points"))
        self.setToolTip(
            self.tr("Full marks are trained on, rings are held out. The darker the ground, the surer the model.")
        )
        self._number = self.tr("class {number}")
        self._ring = self.tr("held out")
        self._every = self.tr("every {stride}th drawn")
        self._describe()
        self.updateGeometry()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        metrics, x, middle = painter.fontMetrics(), 0.0, self.height() / 2
        entries = self._entries(self._classes <= 2)
        if self._width(entries) - GAP > self.width():
            entries = self._entries(in_words=False)
        for text, label, held_out in entries:
            width = (MARK if label is not None else 0) + metrics.horizontalAdvance(text)
            if x + width > self.width():
                return
            if label is not None:
                paint_class_mark(painter, QPointF(x + 6, middle), DOT, self._palette, label, held_out=held_out)
                x += MARK
            painter.setPen(QColor(self._palette.muted))
            painter.drawText(QRectF(x, 0, self.width() - x, self.height()), Qt.AlignmentFlag.AlignVCenter, text)
            x += metrics.horizontalAdvance(text) + GAP

    def _describe(self) -> None:
        self.setAccessibleDescription(", ".join(text for text, *_ in self._entries(in_words=True)))

    def _width(self, entries: list[tuple[str, int | None, bool]]) -> int:
        metrics = self.fontMetrics()
        return sum(MARK + metrics.horizontalAdvance(text) + GAP for text, *_ in entries)

    def _entries(self, in_words: bool) -> list[tuple[str, int | None, bool]]:
        """The words, the class of the mark before them (None for no mark), and whether it is a ring."""
        entries: list[tuple[str, int | None, bool]] = [
            (self._number.format(number=label) if in_words else str(label), label, False)
            for label in range(self._classes)
        ]
        if self._held_out:
            entries.append((self._ring, 0, True))
        if self._stride > 1:
            entries.append((self._every.format(stride=self._stride), None, False))
        return entries

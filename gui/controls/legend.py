"""The key to the decision plot: what the marks stand for, and how many are wrong."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui import fonts
from gui.palette import LIGHT, Palette
from gui.plots.markers import paint_mark

DOT = 9.0
GAP = 6.0
HEIGHT = 24
LONGEST_NAME, LONGEST_SHORT_NAME = 14, 5
"""Letters of a class's name that are shown, where there is room and where there is not."""


class Legend(QWidget):
    """Painted by hand, since its number changes sixty times a second. The classes' names are short where room is."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._palette = LIGHT
        self._wrong: int | None = None
        self._classes: tuple[str, ...] = ()
        self.setFont(fonts.words(12))
        self.setFixedHeight(fonts.px(HEIGHT))
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.retranslate()

    def show_wrong(self, wrong: int) -> None:
        """How many points are on the wrong side."""
        if wrong != self._wrong:
            self._wrong = wrong
            self.setAccessibleDescription(self._wrong_text(wrong))
            self.update()

    def show_classes(self, names: tuple[str, ...]) -> None:
        """What the two classes are called; empty for 0 and 1."""
        if names != self._classes:
            self._classes = names
            self.updateGeometry()
            self.update()

    def set_palette(self, palette: Palette) -> None:
        self._palette = palette
        self.update()

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
        self.setToolTip(self.tr("A ring marks a point whose prediction is on the wrong side of 0.5."))
        self.setAccessibleDescription("" if self._wrong is None else self._wrong_text(self._wrong))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return self._size(is_short=False)

    def minimumSizeHint(self) -> QSize:
        return self._size(is_short=True)

    def texts(self) -> tuple[str, str, str]:
        """What it says now, of class 0, of class 1 and of those that are wrong."""
        return self._texts(is_short=self.width() < self.sizeHint().width())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours = self._palette
        x, middle = 0.0, self.height() / 2
        for label, text in enumerate(self.texts()):
            centre = QPointF(x + DOT / 2, middle)
            if label in (0, 1):
                paint_mark(painter, centre, DOT / 2, colours, "class", label, label)
            else:
                painter.setPen(QPen(QColor(colours.text), 1.3))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawEllipse(centre, DOT / 2, DOT / 2)
            x += DOT + GAP
            painter.setPen(QColor(colours.muted))
            width = self.fontMetrics().horizontalAdvance(text)
            painter.drawText(QRectF(x, 0, width + 2, self.height()), Qt.AlignmentFlag.AlignVCenter, text)
            x += width + GAP

    def _size(self, is_short: bool) -> QSize:
        widest = [*self._texts(is_short)[:-1], self._wrong_text(8_888_888)]
        advance = sum(self.fontMetrics().horizontalAdvance(text) + DOT + 2 * GAP for text in widest)
        return QSize(int(advance), fonts.px(HEIGHT))

    def _texts(self, is_short: bool) -> tuple[str, str, str]:
        if self._classes:
            longest = LONGEST_SHORT_NAME if is_short else LONGEST_NAME
            first, second = (name if len(name) <= longest else f"{name[: longest - 1]}…" for name in self._classes)
            classes = first, second
        else:
            classes = ("0", "1") if is_short else (self.tr("class 0"), self.tr("class 1"))
        return (*classes, self._wrong_text(self._wrong or 0))

    def _wrong_text(self, wrong: int) -> str:
        return self.tr("wrong: {wrong}").format(wrong=f"{wrong:,}")

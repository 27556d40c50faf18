"""A formula as mathematics, from the SVG that the engine typeset, in the colour of the window's text."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QRectF, QSizeF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QWidget

from gui import fonts

HEIGHT = 46


class FormulaPicture(QWidget):
    """As large as all type is now, or as its place allows."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._svg = ""
        self._drawn: tuple[str, str] = ("", "")
        self._renderer = QSvgRenderer()
        self._renderer.setAspectRatioMode(Qt.AspectRatioMode.KeepAspectRatio)
        self.setFixedHeight(fonts.px(HEIGHT))

    def show_picture(self, svg: str, text: str) -> None:
        """svg: in black; text: the formula as it is typed, for screen readers."""
        if svg != self._svg:
            self._svg = svg
            self.setAccessibleDescription(text)
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        colour = self.palette().color(QPalette.ColorRole.WindowText).name()
        if self._drawn != (self._svg, colour):
            self._drawn = (self._svg, colour)
            self._renderer.load(QByteArray(self._svg.replace("#000000", colour).encode()))
        if not self._svg or not self._renderer.isValid():
            return
        size = QSizeF(self._renderer.defaultSize()) * (fonts.percent() / 100)
        if size.width() > self.width() or size.height() > self.height():
            size.scale(QSizeF(self.size()), Qt.AspectRatioMode.KeepAspectRatio)
        left, top = (self.width() - size.width()) / 2, (self.height() - size.height()) / 2
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._renderer.render(painter, QRectF(left, top, size.width(), size.height()))

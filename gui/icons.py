"""Icons of one family, drawn in the colour that is asked for."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap, QPixmapCache
from PySide6.QtSvg import QSvgRenderer

import resources


def svg(name: str, colour: QColor) -> bytes:
    """The icon's SVG with `colour` put in the place of `currentColor`, which Qt would draw black."""
    return resources.read_text(f"icons/{name}.svg").replace("currentColor", colour.name()).encode()


def pixmap(name: str, colour: QColor, size: int, ratio: float = 1.0) -> QPixmap:
    """The icon, `size` device-independent pixels wide and high; drawn once, and kept by Qt."""
    key = f"{name} {colour.name()} {size} {ratio}"
    picture = QPixmap()
    if QPixmapCache.find(key, picture):
        return picture
    picture = QPixmap(QSize(size, size) * ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    QSvgRenderer(QByteArray(svg(name, colour))).render(painter)
    painter.end()
    picture.setDevicePixelRatio(ratio)
    QPixmapCache.insert(key, picture)
    return picture


def icon(name: str, colour: QColor, *, disabled: QColor, on: QColor, size: int = 20) -> QIcon:
    """The icon for a button, also for one that cannot be pressed and one that is on.

    Sharp on screens of one, two and three device pixels a pixel.
    """
    looks = (
        (colour, QIcon.Mode.Normal, QIcon.State.Off),
        (disabled, QIcon.Mode.Disabled, QIcon.State.Off),
        (on, QIcon.Mode.Normal, QIcon.State.On),
    )
    picture = QIcon()
    for look, mode, state in looks:
        for ratio in (1, 2, 3):
            picture.addPixmap(pixmap(name, look, size, ratio), mode, state)
    return picture


def application_icon() -> QIcon:
    """The program's own icon, in its own colours."""
    picture = QIcon()
    for size in (16, 24, 32, 48, 64, 128, 256):
        picture.addPixmap(pixmap("tapelab", QColor(), size))
    return picture

"""A plot as a picture of its own: pixels at any scale, or vectors."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QBuffer, QIODevice, QSize
from PySide6.QtGui import QImage, QPainter

from engine.errors import QT_TRANSLATE_NOOP, Problem
from gui import fonts
from gui.plots.vectors import Vectors


class Plot(Protocol):
    """What can be painted into a picture."""

    def size(self) -> QSize: ...

    def accessibleName(self) -> str: ...

    def paint_picture(self, painter: QPainter) -> None:
        """Paints the whole plot, its ground too, in the pixels of the widget; nothing that floats above it."""


def image_of(plot: Plot, scale: float) -> QImage:
    """The plot, drawn anew with `scale` pixels for each one on the screen."""
    image = QImage(plot.size() * scale, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
    painter.scale(scale, scale)
    plot.paint_picture(painter)
    painter.end()
    return image


def png_of(image: QImage) -> bytes:
    """The image as a PNG file. Raises `Problem`."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    if not image.save(buffer, "PNG"):  # type: ignore[call-overload]  # the stubs want bytes, Qt a string
        raise Problem(QT_TRANSLATE_NOOP("engine", "The picture is too large; choose a smaller scale."))
    return bytes(buffer.data().data())


def svg_of(plot: Plot) -> bytes:
    """The plot as an SVG file of paths and text.

    Colour fields are images in it, and so are more than a few thousand points: a file with a million paths would open
    in no browser.
    """
    return vectors_of(plot)()


def vectors_of(plot: Plot) -> Callable[[], bytes]:
    """Paints the plot now; what is given makes the file of it, as `svg_of`, on whatever thread it is called."""
    vectors = Vectors(plot.size(), plot.accessibleName())
    painter = QPainter(vectors)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    plot.paint_picture(painter)
    painter.end()
    mono = fonts.mono().family()
    return lambda: _with_fallbacks(vectors.text(png_of), mono).encode()


def _with_fallbacks(svg: str, mono: str) -> str:
    """Where the file is opened, our typefaces may not be there."""
    return re.sub(
        r'font-family="([^",]+)"',
        lambda found: f'font-family="{found[1]}, {"monospace" if found[1] == mono else "sans-serif"}"',
        svg,
    )

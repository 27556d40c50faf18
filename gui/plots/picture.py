"""A plot as a picture of its own: pixels at any scale, or vectors."""

from __future__ import annotations

import re
from typing import Protocol

from PySide6.QtCore import QBuffer, QIODevice, QRect, QSize
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgGenerator

from engine.errors import QT_TRANSLATE_NOOP, Problem
from gui import fonts


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

    Colour fields are images in it, and so are more points than are drawn one by one on the screen (20,000): a file
    with a million paths would open in no browser.
    """
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    generator = QSvgGenerator(QSvgGenerator.SvgVersion.Svg11)  # the default, Tiny 1.2, cannot clip
    generator.setOutputDevice(buffer)
    generator.setResolution(96)  # so that a pixel stays a pixel
    generator.setSize(plot.size())
    generator.setViewBox(QRect(0, 0, plot.size().width(), plot.size().height()))
    generator.setTitle(plot.accessibleName())
    painter = QPainter(generator)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    plot.paint_picture(painter)
    painter.end()
    return _with_fallbacks(bytes(buffer.data().data()).decode()).encode()


def _with_fallbacks(svg: str) -> str:
    """Where the file is opened, our typefaces may not be there."""
    mono = fonts.mono().family()
    return re.sub(
        r'font-family="([^",]+)"',
        lambda found: f'font-family="{found[1]}, {"monospace" if found[1] == mono else "sans-serif"}"',
        svg,
    )

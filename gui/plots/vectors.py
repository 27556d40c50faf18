"""A file of vectors that plots paint into; the images in it are compressed later, where nothing waits for it."""

from __future__ import annotations

import base64
from collections.abc import Callable

from PySide6.QtCore import QBuffer, QIODevice, QRect, QSize
from PySide6.QtGui import QColor, QImage
from PySide6.QtSvg import QSvgGenerator

MOST_OUTLINES = 3_000
"""Up to so many points are outlines in a file of vectors; more would take it too long to be written, and to be read."""

IMAGE_SCALE = 3.0
"""The scale of the image that stands in such a file for more points than that."""

PNG = "data:image/png;base64,"


class Vectors(QSvgGenerator):
    """Qt compresses every image as it is painted, and lets no other thread run meanwhile; a stand-in is quick."""

    def __init__(self, size: QSize, title: str) -> None:
        super().__init__(QSvgGenerator.SvgVersion.Svg11)  # the default, Tiny 1.2, cannot clip
        self._buffer = QBuffer()
        self._buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        self._images: list[QImage] = []
        self.setOutputDevice(self._buffer)
        self.setResolution(96)  # so that a pixel stays a pixel
        self.setSize(size)
        self.setViewBox(QRect(0, 0, size.width(), size.height()))
        self.setTitle(title)

    def stand_in(self, image: QImage) -> QImage:
        """To be painted in place of `image`, which comes into the file when it is written."""
        self._images.append(image)
        return _blank()

    def text(self, png_of: Callable[[QImage], bytes]) -> str:
        """The file, once the painter has ended; `png_of` compresses an image. On any thread."""
        parts = bytes(self._buffer.data().data()).decode().split(PNG + _encoded(png_of(_blank())))
        whole = [parts[0]]
        for image, rest in zip(self._images, parts[1:], strict=True):
            whole += [PNG, _encoded(png_of(image)), rest]
        return "".join(whole)


def _blank() -> QImage:
    """A pixel that no plot paints."""
    image = QImage(1, 1, QImage.Format.Format_RGB32)
    image.fill(QColor(1, 2, 3))
    return image


def _encoded(data: bytes) -> str:
    return base64.b64encode(data).decode()

"""Pictures of clouds with too many points to draw one by one: the fuller a cell, the stronger its colour.

The work is cut into slices of about a millisecond: each function here is a generator that yields between them, so
that the window can do other things in between, and that gives its result with `return`.
"""

from __future__ import annotations

from collections.abc import Generator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QColor, QImage

from engine.datasets import Dataset
from gui.palette import Palette
from gui.plots.markers import Colouring
from gui.plots.view import View

CELL = 2
"""Pixels along a side of a cell."""

_SLICE = 100_000
"""Points that are binned in one go: about 1 ms."""

_ROWS = 64
"""Rows of cells that are coloured in one go."""

_FAINTEST = 0.40
"""Opacity of a cell with a single point."""

Work = Generator[None, None, None]


@dataclass(frozen=True, slots=True)
class Binned:
    """How many points of each class lie in each cell, (2, rows, columns), or which points are seen, if few are."""

    counts: NDArray[np.int64]
    visible: NDArray[np.intp] | None


def bin_points(dataset: Dataset, view: View, few: int) -> Generator[None, None, Binned]:
    """Counts the points cell by cell; as long as at most `few` are in view, remembers which."""
    columns, rows = -(-int(view.width) // CELL), -(-int(view.height) // CELL)
    counts = np.zeros(2 * rows * columns, dtype=np.int64)
    visible: list[NDArray[np.intp]] | None = []
    seen = 0
    x_scale, y_scale = np.float32(view.x_scale / CELL), np.float32(view.y_scale / CELL)
    x_low, y_high = np.float32(view.x_low), np.float32(view.y_high)
    for start in range(0, len(dataset), _SLICE):
        part = slice(start, start + _SLICE)
        with np.errstate(over="ignore", invalid="ignore"):  # what is too far away for a float32 is not in view
            x = (dataset.inputs[part, 0] - x_low) * x_scale
            y = (y_high - dataset.inputs[part, 1]) * y_scale
        inside = np.flatnonzero((x >= 0) & (x < columns) & (y >= 0) & (y < rows))
        cells = y[inside].astype(np.int64) * columns + x[inside].astype(np.int64)
        cells += dataset.is_positive[part][inside] * (rows * columns)
        counts += np.bincount(cells, minlength=len(counts))
        seen += len(inside)
        if visible is not None:
            visible.append(inside + start)
        if seen > few:
            visible = None
        yield
    return Binned(
        counts.reshape(2, rows, columns),
        None if visible is None else np.concatenate(visible) if visible else np.empty(0, dtype=np.intp),
    )


def colour_counts(
    counts: NDArray[np.int64], palette: Palette, colouring: Colouring, predicted: int
) -> Generator[None, None, QImage]:
    """The picture of all cells as they look where the model predicts this class; darkened where it is wrong."""
    rows, columns = counts.shape[1:]
    right, wrong = counts[predicted], counts[1 - predicted]
    base, other = (
        _rgb(palette.class_1 if predicted else palette.class_0),
        _rgb(palette.class_0 if predicted else palette.class_1),
    )
    if colouring == "prediction":
        other = base
    marked = other + 0.55 * (_rgb(palette.text) - other)
    ceiling = np.log1p(np.float32(_typical_maximum(counts)))
    yield
    pixels = np.empty((rows, columns, 4), dtype=np.uint8)
    for start in range(0, rows, _ROWS):
        part = slice(start, start + _ROWS)
        total = (right[part] + wrong[part]).astype(np.float32)
        share = wrong[part] / np.maximum(total, 1)
        strength = np.minimum(np.log1p(total) / ceiling, 1)
        alpha = np.where(total > 0, _FAINTEST + (1 - _FAINTEST) * strength, 0).astype(np.float32)
        for channel in range(3):  # premultiplied, and in the order of Format_ARGB32 on a little-endian machine
            colour = base[channel] + share * (marked[channel] - base[channel])
            pixels[part, :, 2 - channel] = colour * alpha
        pixels[part, :, 3] = 255 * alpha
        yield
    image = QImage(pixels.data, columns, rows, 4 * columns, QImage.Format.Format_ARGB32_Premultiplied)
    return image.scaled(columns * CELL, rows * CELL)


def _typical_maximum(counts: NDArray[np.int64]) -> float:
    """A count that hardly any cell exceeds, so that one crowded cell does not make the others pale."""
    total = counts.sum(axis=0)
    filled = total[total > 0]
    return float(np.percentile(filled, 99.5)) if len(filled) else 1.0


def _rgb(colour: str) -> NDArray[np.float32]:
    parts = QColor(colour)
    return np.array([parts.red(), parts.green(), parts.blue()], dtype=np.float32)

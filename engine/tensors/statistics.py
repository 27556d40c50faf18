"""All the elements of a tensor in a few numbers, worked out piece by piece, so that a large one holds nothing up."""

from __future__ import annotations

import math
from collections.abc import Generator
from typing import Any

import numpy as np
from numpy.typing import NDArray

from engine.tensors.values import Statistics

PIECE = 1 << 20
"""Elements worked on at once: a few milliseconds, and eight megabytes as float64."""

MOST_BINS = 60


def statistics_of(array: NDArray[Any]) -> Statistics | None:
    """The statistics of the whole array at once; None where it has no elements, or holds text."""
    work = measure(array)
    while True:
        try:
            next(work)
        except StopIteration as end:
            result: Statistics | None = end.value
            return result


def measure(array: NDArray[Any]) -> Generator[None, None, Statistics | None]:
    """The same in pieces of a few milliseconds, after each of which it pauses; returns the result."""
    if array.size == 0 or array.dtype.kind in "OSU":
        return None
    elements = array.reshape(-1)
    starts = range(0, elements.size, PIECE)
    extent = _Extent()
    for start in starts:
        extent.add(_real(elements[start : start + PIECE]))
        yield
    if not extent.count:
        return Statistics(None, None, None, None, extent.nan, extent.infinite, np.zeros(0, np.int64), np.zeros(0))
    moments = _Moments(extent)
    for start in starts:
        moments.add(_real(elements[start : start + PIECE]))
        yield
    mean, deviation = moments.result()
    return Statistics(
        extent.low, extent.high, mean, deviation, extent.nan, extent.infinite, moments.counts, moments.edges
    )


class _Extent:
    """Least and greatest of the finite elements, and how many elements are of which sort."""

    def __init__(self) -> None:
        self.low: float | int = math.inf
        self.high: float | int = -math.inf
        self.count = self.nan = self.infinite = 0
        self.whole = True

    def add(self, piece: NDArray[Any]) -> None:
        self.whole = piece.dtype.kind in "iu"
        low, high = piece.min(), piece.max()
        if not (np.isfinite(low) and np.isfinite(high)):
            finite = piece[np.isfinite(piece)]
            nan = int(np.count_nonzero(np.isnan(piece)))
            self.nan += nan
            self.infinite += piece.size - finite.size - nan
            if not finite.size:
                return
            piece, low, high = finite, finite.min(), finite.max()
        self.count += piece.size
        self.low, self.high = min(self.low, low.item()), max(self.high, high.item())


class _Moments:
    """Mean, standard deviation and histogram of the finite elements.

    Pieces are joined by the formula of Chan, Golub and LeVeque (1979). Everything is divided by a power of two where
    the squares would leave float64's range, which loses no digit.
    """

    def __init__(self, extent: _Extent) -> None:
        self._every_finite = not (extent.nan or extent.infinite)
        largest = max(abs(float(extent.low)), abs(float(extent.high)))
        self._scale = 1.0 if 1e-100 < largest < 1e100 or largest == 0 else math.ldexp(1.0, math.frexp(largest)[1] - 1)
        self._count = 0
        self._mean = self._squares = 0.0
        low, high = float(extent.low) / self._scale, float(extent.high) / self._scale
        self._only = float(extent.low) if extent.low == extent.high else None
        # Beyond 2**52 a float64 has no halves, between which a whole number could lie.
        if extent.whole and extent.high - extent.low < MOST_BINS and largest < 2**52:
            low, high, bins = low - 0.5, high + 0.5, int(extent.high - extent.low) + 1
        else:
            bins = min(MOST_BINS, max(8, math.isqrt(extent.count)))
            if low == high:
                margin = max(0.5 / self._scale, abs(low) * 1e-6)
                low, high = low - margin, high + margin
        self._scaled_edges = np.linspace(low, high, bins + 1)
        self.edges = np.clip(self._scaled_edges * self._scale, -np.finfo(float).max, np.finfo(float).max)
        self.counts = np.zeros(bins, np.int64)

    def add(self, piece: NDArray[Any]) -> None:
        numbers = piece.astype(np.float64)
        if not self._every_finite:
            numbers = numbers[np.isfinite(numbers)]
        if not numbers.size:
            return
        if self._scale != 1:
            numbers /= self._scale
        ends = float(self._scaled_edges[0]), float(self._scaled_edges[-1])
        self.counts += np.histogram(numbers, self.counts.size, ends)[0]
        mean = float(numbers.mean())
        numbers -= mean
        apart, count = mean - self._mean, self._count + numbers.size
        self._squares += float(np.square(numbers, out=numbers).sum()) + apart**2 * self._count * numbers.size / count
        self._mean += apart * numbers.size / count
        self._count = count

    def result(self) -> tuple[float, float]:
        """Mean and standard deviation."""
        if self._only is not None:
            return self._only, 0.0
        return self._mean * self._scale, math.sqrt(self._squares / self._count) * self._scale


def _real(piece: NDArray[Any]) -> NDArray[Any]:
    """The piece in a dtype that NumPy orders quickly: truth values as 0 and 1, complex numbers by their magnitude."""
    if piece.dtype.kind == "b":
        return piece.view(np.uint8)
    if piece.dtype.kind == "c":
        magnitudes: NDArray[Any] = np.abs(piece)
        return magnitudes
    if piece.dtype.kind not in "iuf" or (piece.dtype.itemsize == 2 and piece.dtype.kind == "f"):
        return piece.astype(np.float32)
    return piece

"""Long curves made short enough to draw, without losing a peak."""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray

from engine.training.history import EnvelopeLevel, HistoryView, Series
from engine.training.records import FloatArray

Steps = NDArray[np.float64]

_FEWEST_BINS = 4


def thin(view: HistoryView, first: float, last: float, bins: int) -> tuple[Steps, FloatArray]:
    """The losses of the steps from `first` to `last`, as a curve of about 2 · `bins` points at most.

    Returns the steps (k,) float64, ascending, and the losses (k,) float32. A short range comes as it is. A long one
    is cut into at most `bins` bins, each drawn by its least and its greatest loss, so that no peak is lost; the first
    and the last point are exact. The cost depends on `bins`, not on the number of steps: bins are put together from
    the coarsest level of the history's envelope that is fine enough. Losses that are not a number count for nothing.
    """
    return thin_series(Series(view.loss, view.envelope), first, last, bins)


def thin_series(series: Series, first: float, last: float, bins: int) -> tuple[Steps, FloatArray]:
    """As `thin`, of any numbers one after another: what counts as a step is the place in the series."""
    losses = series.values
    bins = max(bins, _FEWEST_BINS)
    start = max(0, math.ceil(first))
    stop = max(start, min(len(losses), math.floor(last) + 1))
    if stop - start <= 2 * bins:
        return np.arange(start, stop, dtype=np.float64), losses[start:stop]

    width, low, high = _coarsest(series, (stop - start) // bins)
    together = -(-(stop - start) // (width * bins))
    span = width * together
    # Bins begin at multiples of their width, so that they stay as they are while the run grows. What they leave at
    # the two ends becomes a bin of its own each; the last of the envelope's own bins may not be full yet.
    bins_start = -(-start // span) * span
    bins_stop = min(stop, len(low) * width) // span * span
    inside = slice(bins_start // width, bins_stop // width)
    lows = np.fmin.reduce(low[inside].reshape(-1, together), axis=1)
    highs = np.fmax.reduce(high[inside].reshape(-1, together), axis=1)

    edges = np.concatenate(([start], np.arange(bins_start, bins_stop + 1, span), [stop]))
    head, tail = (_extremes(losses, series.envelope, *ends) for ends in ((start, bins_start), (bins_stop, stop)))
    lows, highs = (
        np.concatenate(([before], middle, [after]))
        for before, middle, after in zip(head, (lows, highs), tail, strict=True)
    )
    is_empty = edges[:-1] == edges[1:]
    starts, stops, lows, highs = (part[~is_empty] for part in (edges[:-1], edges[1:], lows, highs))
    falls = losses[starts] > losses[stops - 1]
    steps = np.empty(2 * len(starts) + 2)
    values = np.empty(2 * len(starts) + 2, dtype=np.float32)
    steps[0], steps[-1], values[0], values[-1] = start, stop - 1, losses[start], losses[stop - 1]
    steps[1:-1:2] = starts + (stops - 1 - starts) * 0.25
    steps[2:-1:2] = starts + (stops - 1 - starts) * 0.75
    values[1:-1:2] = np.where(falls, highs, lows)
    values[2:-1:2] = np.where(falls, lows, highs)
    return steps, values


def extremes(view: HistoryView, start: int, stop: int) -> tuple[np.float32, np.float32]:
    """The least and the greatest loss of the steps start … stop - 1; NaN for no steps."""
    return _extremes(view.loss, view.envelope, start, stop)


def _coarsest(series: Series, steps_per_bin: int) -> tuple[int, FloatArray, FloatArray]:
    """The coarsest level with bins of at most so many steps, or the losses themselves: bin width, lows, highs."""
    found = 1, series.values, series.values
    for level in series.envelope:
        if level.steps_per_bin <= steps_per_bin:
            found = level.steps_per_bin, level.low, level.high
    return found


def _extremes(
    losses: FloatArray, levels: tuple[EnvelopeLevel, ...], start: int, stop: int
) -> tuple[np.float32, np.float32]:
    if start >= stop:
        return np.float32(np.nan), np.float32(np.nan)
    if not levels:
        return np.fmin.reduce(losses[start:stop]), np.fmax.reduce(losses[start:stop])
    *finer, level = levels
    width = level.steps_per_bin
    first, end = -(-start // width), min(stop // width, len(level.low))
    if first >= end:
        return _extremes(losses, tuple(finer), start, stop)
    before = _extremes(losses, tuple(finer), start, first * width)
    after = _extremes(losses, tuple(finer), end * width, stop)
    low = np.fmin.reduce((before[0], np.fmin.reduce(level.low[first:end]), after[0]))
    high = np.fmax.reduce((before[1], np.fmax.reduce(level.high[first:end]), after[1]))
    return low, high

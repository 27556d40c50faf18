"""What a plot of training draws of one figure of `fit`: cut and thinned to the view, epochs across."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from engine.keras_lab.protocol import Curves
from engine.training.records import FloatArray
from gui.plots.height_room import room_for
from gui.plots.view import View

Line = NDArray[np.float64]
"""(k, 2): epochs and heights on the axis, NaN where there is none."""

_ROBUST_SHARE = 0.995
"""Of the single batches so many are in view; one wild batch does not flatten all the others."""


@dataclass(frozen=True, slots=True)
class FitLines:
    """batches: each batch. training: what fit says of each epoch. validation: the same of the points held out.
    evaluated: what evaluate says of the points trained on, under the weights at the end of each epoch."""

    batches: Line
    training: Line
    validation: Line
    evaluated: Line


def epoch_of_batch(curves: Curves, batches_per_epoch: int) -> Line:
    """(b,): where each batch stands on the axis of epochs, at its end: epoch e ends at e.

    batches_per_epoch: of the epoch under way, which has not ended.
    """
    count = len(curves.batch_means)
    ends = curves.epoch_ends[: np.searchsorted(curves.epoch_ends, count, side="right")].astype(np.float64)
    last = ends[-1] if len(ends) else 0.0
    # One point beyond the last end says how wide the epoch under way will be.
    knots = np.concatenate(([0.0], ends, [max(last + max(batches_per_epoch, 1), count)]))
    return np.interp(np.arange(1, count + 1), knots, np.arange(len(knots)))


def fit_lines(curves: Curves, column: int, view: View, batches_per_epoch: int, *, is_log: bool) -> FitLines:
    """All that is to be seen of the figure in this column of the curves."""
    per_batch = curves.batch_losses if column == 0 else curves.batch_means[:, column]
    x = epoch_of_batch(curves, batches_per_epoch)
    first, last = np.searchsorted(x, (view.x_low, view.x_high))
    seen = slice(max(int(first) - 1, 0), int(last) + 2)
    return FitLines(
        _thinned(x[seen], _heights(per_batch[seen], is_log=is_log), max(int(view.width), 1)),
        *(
            _by_epoch(values[:, column], is_log=is_log)
            for values in (curves.training, curves.validation, curves.evaluated)
        ),
    )


def height_range(lines: FitLines, *, is_log: bool, is_share: bool) -> tuple[float, float]:
    """Room for all that is drawn; from 0 on a linear axis of losses, and for a share no more than from 0 to 1."""
    heights = np.concatenate([lines.training[:, 1], lines.validation[:, 1], lines.evaluated[:, 1]])
    batches = lines.batches[np.isfinite(lines.batches[:, 1]), 1]
    if len(batches):
        place = round(_ROBUST_SHARE * (len(batches) - 1))
        heights = np.append(heights, (batches.min(), np.partition(batches, place)[place]))
    return room_for(heights, is_log=is_log, is_share=is_share)


def height(value: float, *, is_log: bool) -> float:
    """Where a value stands on the axis; NaN for one that has no place there."""
    return float(_heights(np.array([value]), is_log=is_log)[0])


def _heights(values: FloatArray | Line, *, is_log: bool) -> Line:
    heights = values.astype(np.float64)
    heights[~np.isfinite(heights)] = math.nan
    if is_log:
        heights[~(heights > 0)] = math.nan
        heights = np.log10(heights)
    return heights


def _by_epoch(values: FloatArray, *, is_log: bool) -> Line:
    return np.column_stack((np.arange(1, len(values) + 1, dtype=np.float64), _heights(values, is_log=is_log)))


def _thinned(x: Line, y: Line, bins: int) -> Line:
    """Of a long line the least and the greatest value of each bin, so that no peak is lost."""
    if len(x) <= 4 * bins:
        return np.column_stack((x, y))
    width = -(-len(x) // bins)
    starts = np.arange(0, len(x), width)
    with np.errstate(invalid="ignore"):
        lows, highs = np.fmin.reduceat(y, starts), np.fmax.reduceat(y, starts)
    places = x[np.minimum(starts + width // 2, len(x) - 1)]
    return np.column_stack((np.repeat(places, 2), np.column_stack((lows, highs)).reshape(-1)))

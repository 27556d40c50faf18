"""What a plot of runs draws: of each run one series of numbers over its steps, cut and thinned to the view."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from engine.training.history import Series
from gui.plots.height_room import room_for
from gui.plots.loss_curves import Curve, height
from gui.plots.thinning import thin_series
from gui.plots.view import View

MOST_BINS = 1_600
"""Of all curves together: so many are drawn within a frame."""

MOST_MEANS = 2_400
"""The same of the means, each of which takes some hundred numbers to make."""

_FEWEST_BINS = 100


@dataclass(frozen=True, slots=True, eq=False)
class RunLine:
    """One curve. steps: (n,) int64, ascending. series: a number for each; without an envelope, numbers that change so
    little from one step to the next that some of them tell all. position: the row that is looked at, -1 for none. look:
    as of `gui.plots.run_looks`. name: for the hover card."""

    name: str
    look: int
    steps: NDArray[np.int64]
    series: Series
    position: int

    @property
    def newest(self) -> int:
        """The last step; -1 before the first."""
        return int(self.steps[-1]) if len(self.steps) else -1

    def row_at(self, step: int) -> int:
        """The row of this step, -1 where it has none."""
        row = int(np.searchsorted(self.steps, step))
        return row if row < len(self.steps) and self.steps[row] == step else -1

    def value(self, row: int) -> float:
        """The number in this row, NaN where there is none."""
        return float(self.series.values[row]) if row >= 0 else math.nan

    def place(self, row: int, *, is_log: bool) -> tuple[float, float]:
        """The step of this row, and where its number stands on the axis."""
        return float(self.steps[row]), height(self.value(row), is_log=is_log)


def curves_of(lines: Sequence[RunLine], view: View, *, is_log: bool) -> tuple[Curve, ...]:
    """Of each line what is seen of it, at a cost that depends on the view's width and not on the length of the runs."""
    bins = max(_FEWEST_BINS, min(math.ceil(view.width), MOST_BINS // max(len(lines), 1)))
    return tuple(_curve(line, view, bins, is_log=is_log) for line in lines)


def means_of(lines: Sequence[RunLine], view: View, window: int, *, is_log: bool) -> tuple[Curve, ...]:
    """Of each line the means of so many rows, each mean where the last of its rows is; as many as there are pixels."""
    points = max(_FEWEST_BINS, min(math.ceil(view.width), MOST_MEANS // max(len(lines), 1)))
    return tuple(_means(line, view, window, points, is_log=is_log) for line in lines)


def height_range(curves: Sequence[Curve], *, is_log: bool, is_share: bool) -> tuple[float, float]:
    """Room for all that is drawn: losses from 0 on a linear axis, shares no further than from 0 to 1."""
    heights = np.concatenate([curve.heights for curve in curves]) if curves else np.empty(0)
    return room_for(heights, is_log=is_log, is_share=is_share)


def _curve(line: RunLine, view: View, bins: int, *, is_log: bool) -> Curve:
    first, last = _seen(line, view)
    if line.series.envelope or len(line.steps) <= 2 * bins:
        rows, values = thin_series(line.series, first - 1, last + 1, bins)
    else:
        chosen = np.unique(np.linspace(max(first - 1, 0), min(last, len(line.steps) - 1), bins).astype(np.intp))
        rows, values = chosen.astype(np.float64), line.series.values[chosen]
    return Curve(_steps(line.steps, rows), _heights(values, is_log=is_log))


def _means(line: RunLine, view: View, window: int, points: int, *, is_log: bool) -> Curve:
    first, last = _seen(line, view)
    first, last = max(first - 1, window - 1), min(last, len(line.steps) - 1)
    if first > last:
        return Curve(np.empty(0), np.empty(0))
    rows = np.unique(np.linspace(first, last, min(points, last - first + 1)).astype(np.intp))
    values = line.series.values[rows[:, None] - np.arange(window)].astype(np.float64)
    known = np.isfinite(values)
    count = known.sum(axis=1)
    means = np.where(known, values, 0).sum(axis=1) / np.maximum(count, 1)
    means[count == 0] = np.nan
    return Curve(line.steps[rows].astype(np.float64), _heights(means, is_log=is_log))


def _seen(line: RunLine, view: View) -> tuple[int, int]:
    """The rows between which all that is in view lies."""
    # Whole numbers: for others NumPy would make all of the steps into such first.
    ends = np.array((math.floor(view.x_low), math.ceil(view.x_high)), line.steps.dtype)
    first, last = np.searchsorted(line.steps, ends)
    return int(first), int(last)


def _heights(values: NDArray[Any], *, is_log: bool) -> NDArray[np.float64]:
    heights = values.astype(np.float64)
    heights[~np.isfinite(heights)] = np.nan
    if is_log:
        heights[~(heights > 0)] = np.nan
        heights = np.log10(heights)
    return heights


def _steps(steps: NDArray[np.int64], rows: NDArray[np.float64]) -> NDArray[np.float64]:
    """Where these places between the rows lie among the steps."""
    if len(rows) == 0:
        return rows
    before = rows.astype(np.intp)
    after = np.minimum(before + 1, len(steps) - 1)
    return (steps[before] + (rows - before) * (steps[after] - steps[before])).astype(np.float64)

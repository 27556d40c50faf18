"""What a loss plot draws of a frame: the curves, cut and thinned to the view, on a linear or a logarithmic axis."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from engine.protocol import Frame
from engine.training.history import HistoryView
from gui.plots.thinning import Steps, thin
from gui.plots.view import View

MOST_GHOSTS = 6
"""Branches older than these are not drawn: nobody could tell them apart."""

_HEADROOM = 0.06
"""Free space above the highest loss, as a share of the range."""


@dataclass(frozen=True, slots=True)
class Curve:
    """Points to join: steps (k,) and heights (k,) on the axis, NaN where there is none."""

    steps: Steps
    heights: NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Curves:
    """The branch up to the position and behind it, the branches that were left, and the (step, height) to mark."""

    past: Curve
    future: Curve
    ghosts: tuple[Curve, ...]
    marker: tuple[float, float] | None


def loss_at(frame: Frame, step: int) -> float:
    """The loss of a step; where none has been taken yet, of the state that stands there (NaN if it is not known)."""
    if step < len(frame.history.loss):
        return float(frame.history.loss[step])
    return frame.loss if step == frame.position else math.nan


def height(loss: float, *, is_log: bool) -> float:
    """Where a loss stands on the axis; NaN for one that has no place there."""
    if not math.isfinite(loss) or (is_log and loss <= 0):
        return math.nan
    return math.log10(loss) if is_log else loss


def curves_of(frame: Frame, view: View, *, is_log: bool) -> Curves:
    """All that is to be seen of a frame, at a cost that depends on the view's width and not on the run's length."""
    history, position = frame.history, frame.position
    past = _part(history, view, -math.inf, position, is_log=is_log)
    marked = height(loss_at(frame, position), is_log=is_log)
    if position == len(history.loss) and frame.settings.batch_size is None:
        # With batches, the losses of the steps and the loss of all the data, which the newest state has, are no curve.
        past = Curve(np.append(past.steps, position), np.append(past.heights, marked))
    return Curves(
        past,
        _part(history, view, position, math.inf, is_log=is_log),
        tuple(_part(ghost, view, -math.inf, math.inf, is_log=is_log) for ghost in frame.ghosts[-MOST_GHOSTS:]),
        None if math.isnan(marked) else (position, marked),
    )


def height_range(curves: Curves, *, is_log: bool) -> tuple[float, float]:
    """Room for all that is drawn: from 0 on a linear axis; a tenth of a power of ten at least on a logarithmic one."""
    heights = np.concatenate([curve.heights for curve in (curves.past, curves.future, *curves.ghosts)])
    if curves.marker is not None:
        heights = np.append(heights, curves.marker[1])
    heights = heights[np.isfinite(heights)]
    if len(heights) == 0:
        return 0.0, 1.0
    low, high = float(heights.min()), float(heights.max())
    if is_log:
        space = max((high - low) * _HEADROOM, 0.05)
        return low - space, high + space
    low = min(low, 0.0)
    return low, high + ((high - low) * _HEADROOM or 1.0)


def _part(history: HistoryView, view: View, first: float, last: float, *, is_log: bool) -> Curve:
    """The curve between two steps as far as it is seen, and a step more at either end to leave the view."""
    first, last = max(first, math.floor(view.x_low) - 1), min(last, math.ceil(view.x_high) + 1)
    pixels = max(1, math.ceil((last - first) * view.x_scale))
    steps, losses = thin(history, first, last, pixels)
    heights = losses.astype(np.float64)
    heights[~np.isfinite(heights)] = np.nan
    if is_log:
        heights[~(heights > 0)] = np.nan
        heights = np.log10(heights)
    return Curve(steps, heights)

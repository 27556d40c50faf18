"""Where a sampled curve must not be joined: outside the formula's domain, at a pole, at a jump.

That two samples lie far apart says nothing: the formula may just be steep. So every suspect stretch is looked into, by
computing points inside it, then points inside the part where most happens, down to neighbouring numbers. What is
continuous gets closer and closer there; a jump stays, and a pole grows.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import replace
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from engine.gradients.curve_protocol import Array, Gap

Evaluate = Callable[[Array], Array]
"""The curve's value at any points (k,); gives (k,)."""

Edge = tuple[int, float, float, float, float, Gap]
"""Behind which sample; the last t and value before the gap, the first ones after it; the gap."""

PARTS = 8
MOST_ZOOMS = 12
MOST_SUSPECTS = 64
AT_A_TIME = 3
"""Zooms that a peak may take to grow: one in which its highest point stays the same says nothing."""

STILL_A_JUMP = 0.05
A_POLE = 3.0
UNABATED = 0.3
"""Shares of the first difference that the last one must have: to be a jump, to be a pole, to grow without end."""

ASIDE = 1e-7
"""How far from a break, as a share of the range, the line ends on either side."""

GROWN = 1.5
"""What a pole's peak must have grown by at the least: a smooth one is seen almost whole in the samples."""

ENDLESS = 1e8
"""A peak that has grown by so much is taken for a pole, whether it would grow on or not."""

LONELY = 3.0
"""By how much a jump surpasses what is around it; where all is rounding, nothing does so for long."""


def find_gaps(evaluate: Evaluate, t: Array, values: Array, least: float) -> list[Edge]:
    """In the order of t. least: what differs by less is rounding, or too small to be seen."""
    edges = _all_edges(evaluate, t, values, least)
    width = float(t[-1] - t[0])
    return [
        (*edge[:-1], replace(edge[-1], start=_rounded(edge[-1].start, width), end=_rounded(edge[-1].end, width)))
        for edge in sorted(edges, key=lambda edge: edge[:2])
    ]


def _all_edges(evaluate: Evaluate, t: Array, values: Array, least: float) -> list[Edge]:
    edges = _undefined(evaluate, t, values)
    finite = np.isfinite(values)
    with np.errstate(invalid="ignore", over="ignore"):
        steps = np.abs(np.diff(values))
    steps[~(finite[1:] & finite[:-1])] = 0.0
    if not (steps > least).any():
        return edges
    edges += _look_into_steps(evaluate, t, values, _steep(values, steps, least))
    taken = {edge[0] for edge in edges}
    peaks = [i for i in _peaks(values, least) if i not in taken and i - 1 not in taken]
    return edges + _look_into_peaks(evaluate, t, values, np.array(peaks, int))


def _undefined(evaluate: Evaluate, t: Array, values: Array) -> list[Edge]:
    """Each run of samples that are no finite numbers, its ends as close as numbers go."""
    bad = ~np.isfinite(values)
    if not bad.any():
        return []
    starts = np.flatnonzero(bad & ~np.r_[False, bad[:-1]])
    stops = np.flatnonzero(bad & ~np.r_[bad[1:], False])
    edges: list[Edge] = []
    for first, last in zip(starts[:MOST_SUSPECTS], stops, strict=False):
        kind: Literal["undefined", "infinite"] = "undefined" if np.isnan(values[first : last + 1]).any() else "infinite"
        start, end = float(t[first]), float(t[last])
        before, after = (start, math.nan), (end, math.nan)
        if first > 0:
            before = _last_finite(evaluate, float(t[first - 1]), start)
            start = before[0]
        if last < len(t) - 1:
            after = _last_finite(evaluate, float(t[last + 1]), end)
            end = after[0]
        if end - start < 1e-6 * (t[-1] - t[0]):
            start = end = float(t[first])
        edges.append((int(first) - 1, *before, *after, Gap(kind, start, end)))
    return edges


def _last_finite(evaluate: Evaluate, good: float, bad: float) -> tuple[float, float]:
    """The finite point nearest to `bad`, coming from `good`, with its value."""
    value = math.nan
    for _ in range(MOST_ZOOMS):
        grid = np.linspace(good, bad, PARTS + 1)
        found = evaluate(grid)
        is_bad = ~np.isfinite(found)
        is_bad[-1] = True
        first = int(np.argmax(is_bad))
        if first == 0 or grid[first - 1] == grid[first]:
            break
        good, bad, value = float(grid[first - 1]), float(grid[first]), float(found[first - 1])
    return good, value


def _steep(values: Array, steps: Array, least: float) -> NDArray[np.intp]:
    """Where one step is much larger than those beside it, or crosses zero in a great leap."""
    padded = np.r_[0.0, 0.0, steps, 0.0, 0.0]
    # A sample right in a jump makes two steps of it, so that one step farther counts too.
    beside = np.minimum(np.maximum(padded[1:-3], padded[3:-1]), np.maximum(padded[:-4], padded[4:]))
    with np.errstate(invalid="ignore"):
        crosses = np.sign(values[1:]) * np.sign(values[:-1]) < 0
    suspect = (steps > 1.5 * beside) | (crosses & (steps > 4 * np.median(steps[steps > 0])))
    suspect &= steps > least
    found = np.flatnonzero(suspect)
    return np.sort(found[np.argsort(-steps[found])][:MOST_SUSPECTS])


def _peaks(values: Array, least: float) -> list[int]:
    """Samples that stand out sharply on both sides, away from zero."""
    with np.errstate(invalid="ignore"):
        size = np.abs(values)
        inner = size[1:-1]
        sharp = 2 * inner - size[:-2] - size[2:]
        stands = (inner >= size[:-2]) & (inner >= size[2:]) & (sharp > 0.02 * inner) & (inner > least)
    found = np.flatnonzero(stands) + 1
    return sorted(int(i) for i in found[np.argsort(-size[found])][:MOST_SUSPECTS])


def _look_into_steps(evaluate: Evaluate, t: Array, values: Array, behind: NDArray[np.intp]) -> list[Edge]:
    low, high = t[behind], t[behind + 1]
    first = np.abs(values[behind + 1] - values[behind])
    ends = np.stack([values[behind], values[behind + 1]], axis=1)
    hole = np.full(len(behind), math.nan)
    lonely = np.full(len(behind), math.inf)  # by how much, at the least, one leap surpassed the others around it
    rows = np.arange(len(behind))
    unsettled = np.ones(len(behind), bool)
    for zoom in range(MOST_ZOOMS):
        if not unsettled.any():
            break
        grid, found = _look_between(evaluate, low, high)
        for row, column in np.argwhere(~np.isfinite(found)):
            hole[row] = grid[row, column]
        with np.errstate(invalid="ignore", over="ignore"):
            leaps = np.nan_to_num(np.abs(np.diff(found)), nan=-1.0, posinf=-1.0)
        most = np.argmax(leaps, axis=1)
        largest, second = leaps[rows, most], np.partition(leaps, -2, axis=1)[:, -2]
        if zoom:
            with np.errstate(over="ignore"):
                lead = largest / np.maximum(second, 1e-300)
            lonely = np.where(unsettled, np.minimum(lonely, lead), lonely)
        narrowed = grid[rows, most], grid[rows, most + 1]
        unsettled &= np.isnan(hole) & (narrowed[0] < narrowed[1])
        low, high = np.where(unsettled, narrowed[0], low), np.where(unsettled, narrowed[1], high)
        here = np.stack([found[rows, most], found[rows, most + 1]], axis=1)
        ends = np.where(unsettled[:, None], here, ends)
        unsettled &= largest > STILL_A_JUMP * first
    last = np.abs(ends[:, 1] - ends[:, 0])
    is_pole = ~np.isnan(hole) | (last > A_POLE * first)
    is_jump = (last > STILL_A_JUMP * first) & (lonely > LONELY)
    rows = np.flatnonzero(is_pole | is_jump)
    if not len(rows):
        return []
    is_hole = ~np.isnan(hole)
    low, high = np.where(is_hole, hole, low)[rows], np.where(is_hole, hole, high)[rows]
    # The one number in the middle of a jump, as the 0 of sign(0), belongs to neither side.
    aside = ASIDE * (t[-1] - t[0])
    before, after = np.maximum(low - aside, t[behind[rows]]), np.minimum(high + aside, t[behind[rows] + 1])
    sides = evaluate(np.concatenate([before, after])).reshape(2, -1)
    edges: list[Edge] = []
    for index, row in enumerate(rows):
        place = float(low[index] + high[index]) / 2
        gap = Gap("pole" if is_pole[row] else "jump", place, place)
        (start, end), (left, right) = (before[index], after[index]), sides[:, index]
        edges.append((int(behind[row]), start, left, end, right, gap))
    return edges


def _look_into_peaks(evaluate: Evaluate, t: Array, values: Array, tops: NDArray[np.intp]) -> list[Edge]:
    """A pole whose branches go the same way, as that of 1/t²."""
    low, high = t[tops - 1], t[tops + 1]
    best = np.abs(values[tops])
    rows = np.arange(len(tops))
    first, gains = np.zeros(len(tops)), np.zeros((AT_A_TIME, len(tops)))
    hole = np.zeros(len(tops), bool)
    unsettled = np.ones(len(tops), bool)
    for zoom in range(MOST_ZOOMS):
        if not unsettled.any():
            break
        grid, found = _look_between(evaluate, low, high)
        size = np.nan_to_num(np.abs(found), nan=math.inf)
        highest = np.argmax(size, axis=1)
        hole |= unsettled & np.isinf(size[rows, highest])
        with np.errstate(invalid="ignore"):
            gain = size[rows, highest] - best
        gains = np.where(unsettled, np.vstack([gains[1:], gain]), gains)
        last = gains.max(axis=0)
        best = np.where(unsettled & ~hole, size[rows, highest], best)
        if zoom < AT_A_TIME:
            first = np.maximum(first, last)
        left, right = grid[rows, np.maximum(highest - 1, 0)], grid[rows, np.minimum(highest + 1, PARTS)]
        is_close = left + (right - left) / PARTS == left
        unsettled &= ~hole & ~is_close & ((zoom < AT_A_TIME) | (last > UNABATED * first))
        low, high = np.where(unsettled | hole, left, low), np.where(unsettled | hole, right, high)
    edges: list[Edge] = []
    is_endless = (gains.max(axis=0) > UNABATED * first) & (best > GROWN * np.abs(values[tops]))
    is_endless |= best > ENDLESS * np.abs(values[tops])
    for row in np.flatnonzero(hole | is_endless):
        top, place = int(tops[row]), float(low[row] + high[row]) / 2
        behind = top if place >= t[top] else top - 1
        edge = math.copysign(float(best[row]), float(values[top]))
        edges.append((behind, place, edge, place, edge, Gap("pole", place, place)))
    return edges


def _look_between(evaluate: Evaluate, low: Array, high: Array) -> tuple[Array, Array]:
    """Points (k, PARTS + 1) from `low` to `high` (k,), and the values there."""
    grid = low[:, None] + (high - low)[:, None] * np.linspace(0, 1, PARTS + 1)
    return grid, evaluate(grid.ravel()).reshape(grid.shape)


def _rounded(place: float, width: float) -> float:
    """To a millionth of the width, which nobody sees, and so that 0 is 0."""
    return round(place, 6 - math.floor(math.log10(width))) + 0.0

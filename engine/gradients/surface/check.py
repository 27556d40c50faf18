"""Whether the tapes are right: their numbers beside those found another way."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from engine.errors import Problem
from engine.gradients.surface.functions import SurfaceFunction
from engine.gradients.surface.records import Check, Floats, Place, Reference
from engine.gradients.surface.subjects import Region

if TYPE_CHECKING:
    from engine.gradients.symbolic import SymbolicSlopes

GRADIENT_STEP, HESSIAN_STEP = 1e-4, 1e-3
"""Of the region's sides: where the error of the formula and that of rounding in float64 are both small."""

Doubles = NDArray[np.float64]


def compared(against: Reference, place: Place, gradient: Doubles, hessian: Doubles) -> Check:
    """The tapes' gradient and Hessian beside these."""
    return Check(against, _difference(place.gradient, gradient), _difference(place.hessian, hessian))


def symbols(slopes: SymbolicSlopes, place: Place) -> Check:
    """Beside what SymPy finds."""
    try:
        return compared("symbols", place, *slopes.values(place.x, place.y))
    except Problem:
        return Check("symbols", None, None)


def finite_differences(function: SurfaceFunction, place: Place, region: Region) -> Check:
    """Beside central differences of the fourth order. function: the same one, in float64."""
    sides = np.array([region.x_high - region.x_low, region.y_high - region.y_low])
    offsets = np.array([(1, 0), (-1, 0), (0, 1), (0, -1), (1, 1), (-1, -1), (1, -1), (-1, 1)], dtype=np.float64)
    steps = [share * sides for share in (GRADIENT_STEP, 2 * GRADIENT_STEP, HESSIAN_STEP, 2 * HESSIAN_STEP)]
    centre = np.array([[place.x, place.y]])
    around = [centre + offsets * step for step in steps]
    values = function.values(np.concatenate([centre, *around]))
    with np.errstate(all="ignore"):
        parts = values[1:].reshape(4, len(offsets))
        # Steps of one and two lengths together: what is wrong by the square of the step cancels out.
        gradient = (4 * _gradient(parts[0], steps[0]) - _gradient(parts[1], steps[1])) / 3
        hessian = (4 * _hessian(parts[2], values[0], steps[2]) - _hessian(parts[3], values[0], steps[3])) / 3
    return compared("differences", place, gradient, hessian)


def _gradient(around: Doubles, step: Doubles) -> Doubles:
    right, left, up, down = around[:4]
    return np.array([right - left, up - down]) / (2 * step)


def _hessian(around: Doubles, centre: float, step: Doubles) -> Doubles:
    right, left, up, down, right_up, left_down, right_down, left_up = around
    mixed = (right_up + left_down - right_down - left_up) / (4 * step[0] * step[1])
    xx, yy = (right - 2 * centre + left) / step[0] ** 2, (up - 2 * centre + down) / step[1] ** 2
    return np.array([[xx, mixed], [mixed, yy]])


def _difference(found: Floats, right: Doubles) -> float | None:
    if not (np.isfinite(found).all() and np.isfinite(right).all()):
        return None
    size = max(float(np.abs(right).max()), float(np.abs(found).max()))
    return float(np.abs(found - right).max()) / (size or 1.0)

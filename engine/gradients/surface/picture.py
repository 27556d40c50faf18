"""The function over a part of the plane: its value on a fine grid, its gradient on a coarse one."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from engine.gradients.surface.functions import SurfaceFunction
from engine.gradients.surface.records import Floats, Picture
from engine.gradients.surface.subjects import Region

ARROWS = 15
"""Of the gradient field, across and down."""


def take_picture(function: SurfaceFunction, region: Region, steps: int) -> Picture:
    """`steps` from edge to edge."""
    points = _grid(_places(region.x_low, region.x_high, steps), _places(region.y_low, region.y_high, steps))
    values = function.values(points).reshape(steps + 1, steps + 1)
    coarse = (np.arange(ARROWS) + 0.5) / ARROWS
    field_points = _grid(
        region.x_low + (region.x_high - region.x_low) * coarse, region.y_low + (region.y_high - region.y_low) * coarse
    )
    field = function.gradients(field_points)
    finite = values[np.isfinite(values)]
    for array in (values, field_points, field):
        array.flags.writeable = False
    return Picture(
        region,
        values,
        field_points,
        field,
        float(finite.min()) if finite.size else None,
        float(finite.max()) if finite.size else None,
        int(np.isinf(values).sum()),
        int(np.isnan(values).sum()),
    )


def _places(low: float, high: float, steps: int) -> NDArray[np.float64]:
    places = np.linspace(low, high, steps + 1)
    places[np.abs(places) < 1e-9 * (high - low) / steps] = 0.0  # where 0 is one of them, it is meant exactly
    return places


def _grid(x: NDArray[np.float64], y: NDArray[np.float64]) -> Floats:
    """(n, 2): row by row."""
    return np.stack(np.meshgrid(x, y), axis=-1).reshape(-1, 2)

"""The two half planes of a linear classifier, in pixels: the line where the prediction is 0.5 and its two sides."""

from __future__ import annotations

import math
from dataclasses import dataclass

from engine.training.records import FloatArray
from gui.plots.view import Number, View

Point = tuple[float, float]

THRESHOLD = 0.5
"""A prediction above it means class 1, as in the notes."""


@dataclass(frozen=True, slots=True)
class Boundary:
    """The pixels where normal · pixel = offset; the prediction is above 0.5 where normal · pixel > offset.

    The normal has length 1, so that `distance` is in pixels; where W is 0 it is (0, 0): there is no line, and the
    sign of the distance is the same everywhere.
    """

    normal: Point
    offset: float

    @property
    def is_line(self) -> bool:
        return self.normal != (0.0, 0.0)

    def distance(self, x: Number, y: Number) -> Number:
        """How far from the line, in pixels; above 0 on the side of class 1."""
        return self.normal[0] * x + self.normal[1] * y - self.offset


@dataclass(frozen=True, slots=True)
class HalfPlanes:
    """A rectangle cut in two: the corners of both parts (none for an empty one), and the ends of the cut."""

    class_0: tuple[Point, ...]
    class_1: tuple[Point, ...]
    cut: tuple[Point, Point] | None


def boundary(weights: FloatArray, bias: FloatArray, view: View) -> Boundary | None:
    """Where w₀ x + w₁ y + b = 0.5; None if a parameter is not finite.

    weights: (2, 1). bias: (1,). In this implicit form a vertical line is a line like any other.
    """
    x_weight, y_weight, intercept = float(weights[0, 0]), float(weights[1, 0]), float(bias[0])
    if not (math.isfinite(x_weight) and math.isfinite(y_weight) and math.isfinite(intercept)):
        return None
    if x_weight == 0 and y_weight == 0:
        return Boundary((0.0, 0.0), THRESHOLD - intercept)
    # The prediction at a pixel: put x = x_low + (px - left) / x_scale and y = y_high - (py - top) / y_scale into it.
    x_slope, y_slope = x_weight / view.x_scale, -y_weight / view.y_scale
    # The intercept is taken off first: tiny weights would be lost beside it.
    offset = THRESHOLD - intercept - (x_weight * view.x_low + y_weight * view.y_high)
    offset += x_slope * view.left + y_slope * view.top
    length = math.hypot(x_slope, y_slope)
    return Boundary((x_slope / length, y_slope / length), offset / length)


def split(view: View, line: Boundary) -> HalfPlanes:
    """Cuts the view's rectangle along the line."""
    right, bottom = view.left + view.width, view.top + view.height
    corners = ((view.left, view.top), (right, view.top), (right, bottom), (view.left, bottom))
    distances = tuple(line.distance(x, y) for x, y in corners)
    class_1 = _part(corners, distances)
    class_0 = _part(corners, tuple(-distance for distance in distances))
    if not line.is_line:
        # On the threshold itself the prediction is not above it.
        whole = distances[0] > 0
        return HalfPlanes(() if whole else corners, corners if whole else (), None)
    crossings = _crossings(corners, distances)
    return HalfPlanes(class_0, class_1, crossings)


def _part(corners: tuple[Point, ...], distances: tuple[float, ...]) -> tuple[Point, ...]:
    """The corners of what lies on the positive side (Sutherland and Hodgman's algorithm, with one edge)."""
    part: list[Point] = []
    for index, corner in enumerate(corners):
        distance, previous = distances[index], distances[index - 1]
        if (distance > 0) != (previous > 0):
            part.append(_between(corners[index - 1], corner, previous, distance))
        if distance > 0:
            part.append(corner)
    return tuple(part)


def _crossings(corners: tuple[Point, ...], distances: tuple[float, ...]) -> tuple[Point, Point] | None:
    ends = [
        _between(corners[index - 1], corner, distances[index - 1], distances[index])
        for index, corner in enumerate(corners)
        if (distances[index] > 0) != (distances[index - 1] > 0)
    ]
    return (ends[0], ends[1]) if len(ends) == 2 else None


def _between(start: Point, end: Point, start_distance: float, end_distance: float) -> Point:
    """The point from `start` to `end` where the distance is 0."""
    share = start_distance / (start_distance - end_distance)
    return (start[0] + share * (end[0] - start[0]), start[1] + share * (end[1] - start[1]))

"""What is drawn at a point of a surface: the way up, the axes of curvature, the contour of its Taylor polynomial."""

from __future__ import annotations

import math

import numpy as np
import pytest

from engine.gradients.surface.records import Kind, Place
from gui.plots.surface_marks import curvature_axes, gradient_arrow, model_contour
from gui.plots.view import View

VIEW = View(50.0, 10.0, 400.0, 400.0, -2.0, 2.0, -2.0, 2.0)


def place(x: float, y: float, gradient: list[float], hessian: list[list[float]]) -> Place:
    slope, curvature = np.array(gradient, np.float32), np.array(hessian, np.float32)
    if np.isfinite(curvature).all():
        values, vectors = np.linalg.eigh(curvature)
    else:
        values, vectors = np.full(2, np.nan, np.float32), np.full((2, 2), np.nan, np.float32)
    kind: Kind = "saddle"
    return Place(x, y, 0.0, slope, curvature, values, vectors, kind, not slope.any(), False, False)


@pytest.mark.parametrize(
    "hessian",
    [
        [[2.0, 0.0], [0.0, 4.0]],
        [[2.0, 0.5], [0.5, -1.0]],
        [[-3.0, 0.0], [0.0, -1.0]],
        [[2.0, 0.0], [0.0, 0.0]],
        [[1495.0, -300.0], [-300.0, 61.0]],
    ],
)
@pytest.mark.parametrize("gradient", [[1.0, -0.5], [0.0, 0.0], [0.0, 2.0]])
def test_the_models_contour_is_where_the_polynomial_is_level(gradient: list[float], hessian: list[list[float]]) -> None:
    at = place(0.5, -0.25, gradient, hessian)
    lines = model_contour(at, VIEW)
    assert lines
    heights = []
    for line in lines:
        x = VIEW.x_low + (line[:, 0] - VIEW.left) / VIEW.x_scale - at.x
        y = VIEW.y_high - (line[:, 1] - VIEW.top) / VIEW.y_scale - at.y
        rise = gradient[0] * x + gradient[1] * y
        heights.append(rise + (hessian[0][0] * x * x + 2 * hessian[0][1] * x * y + hessian[1][1] * y * y) / 2)
    found = np.concatenate(heights)
    found = found[np.isfinite(found)]
    assert len(found) > 20
    scale = max(np.abs(np.array(hessian)).max(), 1.0)
    np.testing.assert_allclose(found, found[0], atol=2e-4 * scale)
    assert (abs(found[0]) > 1e-3) == at.is_level


def test_the_contour_of_a_valley_is_closed_and_passes_through_the_point() -> None:
    (line,) = model_contour(place(0.5, -0.25, [1.0, -0.5], [[1495.0, -300.0], [-300.0, 61.0]]), VIEW)
    np.testing.assert_allclose(line[0], line[-1], atol=0.05)
    point = np.array([VIEW.x_to_pixel(0.5), VIEW.y_to_pixel(-0.25)])
    assert np.hypot(*(line - point).T).min() < 3


@pytest.mark.parametrize(
    ("gradient", "hessian"),
    [
        ([1.0, 1.0], [[0.0, 0.0], [0.0, 0.0]]),
        ([math.inf, 1.0], [[1.0, 0.0], [0.0, 1.0]]),
        ([1.0, 1.0], [[math.nan, 0.0], [0.0, 1.0]]),
    ],
)
def test_where_there_is_no_curvature_there_is_no_model(gradient: list[float], hessian: list[list[float]]) -> None:
    at = place(0.5, 0.5, gradient, hessian)
    assert model_contour(at, VIEW) == []
    assert np.isfinite(gradient).all() == bool(gradient_arrow(at, VIEW, 2.0))


def test_extreme_numbers_draw_nothing_wild() -> None:
    for size in (1e-30, 1e30):
        at = place(0.5, 0.5, [size, -size], [[size, 0.0], [0.0, 2 * size]])
        for line in model_contour(at, VIEW):
            assert np.nanmax(np.abs(line)) < 1e5
        (arrow,) = gradient_arrow(at, VIEW, size)
        assert math.dist(arrow.start, arrow.end) < 200


def test_the_arrow_points_up_the_slope_and_the_axes_along_the_eigenvectors() -> None:
    at = place(0.0, 0.0, [3.0, 4.0], [[2.0, 0.0], [0.0, -8.0]])
    (arrow,) = gradient_arrow(at, VIEW, 5.0)
    assert (arrow.end[0] - arrow.start[0]) / (arrow.start[1] - arrow.end[1]) == pytest.approx(0.75)
    weak, strong = sorted(curvature_axes(at, VIEW), key=lambda axis: abs(axis.curvature))
    assert (weak.curvature, strong.curvature) == (2.0, -8.0)
    assert strong.half.x() == pytest.approx(0)
    assert strong.half.y() < 0  # upwards on the screen, as the gradient
    assert weak.half.y() == pytest.approx(0)
    assert weak.half.x() < abs(strong.half.y())
    assert gradient_arrow(place(0, 0, [0.0, 0.0], [[1.0, 0.0], [0.0, 1.0]]), VIEW, 1.0) == ()

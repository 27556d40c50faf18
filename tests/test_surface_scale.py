"""Colours for values of very different sizes, and what the bar beside them says."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray

from gui.plots.colour_scale import INFINITE, NAN, STEPS
from gui.plots.surface_scale import Spacing, SurfaceScale

X, Y = np.meshgrid(np.linspace(-2, 2, 81), np.linspace(-1, 3, 81))
ROSENBROCK = (1 - X) ** 2 + 100 * (Y - X**2) ** 2


def scale_of(values: NDArray[Any], spacing: Spacing = "auto") -> SurfaceScale:
    finite = values[np.isfinite(values)]
    return SurfaceScale(values, float(finite.min()), float(finite.max()), spacing)


@pytest.mark.parametrize(
    ("values", "is_log"),
    [
        (X**2 + Y**2, False),
        (X**2 - Y**2, False),
        (ROSENBROCK, True),
        (-ROSENBROCK, True),
        (1 / (X + 0.01), True),
        (np.exp(30 * X), True),
        (np.full((4, 4), 3.0), False),
    ],
)
def test_the_values_choose_their_spacing(values: NDArray[Any], is_log: bool) -> None:
    assert scale_of(values).is_log is is_log
    assert not scale_of(values, "linear").is_log
    assert scale_of(values, "log").is_log or values.min() == values.max()


@pytest.mark.parametrize("values", [ROSENBROCK, -ROSENBROCK, 1 / (X + 0.01), X**2 - Y**2, 1e300 * X, 5e4 + X])
@pytest.mark.parametrize("spacing", ["linear", "log"])
def test_greater_values_are_never_lower_on_the_scale(values: NDArray[Any], spacing: Spacing) -> None:
    scale = scale_of(values, spacing)
    places = scale.places(np.sort(values.reshape(-1))).astype(int)
    assert (np.diff(places) >= 0).all()
    assert places.max() < STEPS
    assert places.max() - places.min() > STEPS / 3
    marks = sorted(scale.marks(400, 26), key=lambda mark: mark.position)
    shares = [scale.share(mark.position) for mark in marks]
    assert len(marks) >= 3
    assert (np.diff(shares) * 400 >= 25.9).all()
    assert all(scale.low <= mark.position <= scale.high for mark in marks)


def test_a_few_values_below_zero_do_not_take_half_of_the_colours() -> None:
    values = (X**2 - 1) ** 2 + Y**2 + 0.3 * X
    scale = scale_of(values)
    assert not scale.is_diverging
    assert (scale.low, scale.high) == (scale.least, scale.greatest)
    assert scale_of(X**2 - Y**2).is_diverging
    assert scale.places(values).min() == 0


def test_a_scale_over_many_powers_of_ten_is_written_all_along() -> None:
    scale = scale_of(np.exp(9 * (X - 0.2) * Y))
    shares = sorted(scale.share(mark.position) for mark in scale.marks(400, 26))
    assert max(np.diff([0.0, *shares, 1.0])) < 0.3


def test_the_bar_and_the_picture_agree() -> None:
    scale = scale_of(ROSENBROCK)
    for value in (0.5, 3.0, 100.0, 2000.0):
        assert scale.places(np.array([value]))[0] == pytest.approx(scale.share(value) * STEPS, abs=1)


def test_most_of_the_picture_has_more_than_one_colour() -> None:
    spread = {spacing: np.ptp(np.quantile(scale_of(ROSENBROCK, spacing).places(ROSENBROCK), [0.1, 0.5]))
              for spacing in ("linear", "log")}  # fmt: skip
    assert spread["log"] > 3 * spread["linear"]


def test_levels_lie_within_and_none_where_all_is_one() -> None:
    for values in (ROSENBROCK, X - Y):
        scale = scale_of(values)
        assert len(scale.levels()) >= 6
        assert min(scale.levels()) >= scale.height(scale.least) - 1e-9
        assert max(scale.levels()) <= scale.height(scale.greatest) + 1e-9
    assert scale_of(np.full((3, 3), 2.0)).levels() == []
    assert [mark.label for mark in scale_of(np.full((3, 3), -2.0)).marks(400, 26)] == ["−2"]


def test_what_is_not_finite_has_a_place_of_its_own() -> None:
    values = np.array([[np.nan, np.inf, -np.inf, 1.0, 2.0]])
    for spacing in ("linear", "log"):
        assert scale_of(values, spacing).places(values)[0, :3].tolist() == [NAN, INFINITE, INFINITE]
    nothing = SurfaceScale(values[:, :1], None, None, "auto")
    assert nothing.places(values[:, :1]).tolist() == [[NAN]]

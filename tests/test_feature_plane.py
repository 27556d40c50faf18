"""What a classifier of many features, on whatever scale, says in the plane of two of them."""

from __future__ import annotations

import numpy as np
import pytest

from engine.datasets import Dataset, Scaling, two_gaussians
from engine.training import Session
from engine.training.feature_plane import plane_of
from engine.training.line import decision_line
from engine.training.records import FloatArray

GENERATOR = np.random.default_rng(0)
RAW = GENERATOR.normal([10, -200, 0.5, 3000], [2, 50, 0.1, 800], (40, 4))
TARGETS = (RAW[:, :1] > 10).astype(np.float32)
NAMES = ("age", "balance", "rate", "income")


def table(features: int = 4, scaled: bool = True) -> Dataset:
    values = RAW[:, :features]
    scaling = Scaling.of(values) if scaled else None
    inputs = (values if scaling is None else scaling.scaled(values)).astype(np.float32)
    return Dataset(inputs, TARGETS, 2, NAMES[:features], ("a", "b"), scaling)


def parameters(features: int) -> tuple[FloatArray, FloatArray]:
    generator = np.random.default_rng(1)
    return generator.normal(size=(features, 1)).astype(np.float32), np.array([0.3], np.float32)


def test_drawn_points_are_seen_as_they_are(dataset: Dataset) -> None:
    plane = plane_of(dataset)
    weights, bias = parameters(2)
    assert plane.points is dataset
    assert plane.is_whole
    assert plane.names == ()
    assert plane.seen(weights, bias) == (weights, bias)
    assert plane.lifted(weights, bias, weights) == (weights, bias)


@pytest.mark.parametrize("scaled", [False, True])
@pytest.mark.parametrize("axes", [(0, 1), (3, 1), (2, 0)])
def test_predictions_in_the_plane_are_those_with_the_others_at_their_mean(axes: tuple[int, int], scaled: bool) -> None:
    data = table(scaled=scaled)
    plane = plane_of(data, axes)
    weights, bias = parameters(4)
    pair, intercept = plane.seen(weights, bias)
    held = data.inputs.astype(np.float64).mean(axis=0) * np.ones_like(data.inputs, dtype=np.float64)
    held[:, list(axes)] = data.inputs[:, list(axes)]
    expected = held @ weights + bias
    got = plane.points.inputs.astype(np.float64) @ pair + intercept
    np.testing.assert_allclose(got, expected, rtol=1e-3, atol=1e-3 * np.abs(expected).max())
    np.testing.assert_allclose(plane.points.inputs, RAW[:, list(axes)], rtol=1e-4, atol=1e-3)
    assert plane.names == tuple(NAMES[axis] for axis in axes)
    assert not plane.is_whole


@pytest.mark.parametrize("scaled", [False, True])
@pytest.mark.parametrize("features", [1, 2, 4])
def test_what_is_lifted_is_seen_again(features: int, scaled: bool) -> None:
    plane = plane_of(table(features, scaled))
    weights, _ = parameters(features)
    pair, intercept = np.array([[0.02], [0.0 if features == 1 else -0.004]], np.float32), np.array([0.7], np.float32)
    lifted_weights, lifted_bias = plane.lifted(pair, intercept, weights)
    assert lifted_weights.shape == weights.shape
    assert {lifted_weights.dtype, lifted_bias.dtype} == {np.dtype(np.float32)}
    assert np.array_equal(lifted_weights[2:], weights[2:]), "features that are not seen keep their weights"
    again = plane.seen(lifted_weights, lifted_bias)
    np.testing.assert_allclose(again[0], pair, rtol=1e-4)
    np.testing.assert_allclose(again[1], intercept, rtol=1e-3, atol=1e-3)


def test_a_single_feature_is_parted_by_a_vertical_line() -> None:
    plane = plane_of(table(1))
    assert plane.names == ("age", "")
    assert not plane.points.inputs[:, 1].any()
    weights, bias = parameters(1)
    line = decision_line(*plane.seen(weights, bias))
    assert line is not None
    assert line.slope is None
    scaling = plane.dataset.scaling
    assert scaling is not None
    expected = (0.5 - bias[0]) / weights[0, 0] * scaling.spread[0] + scaling.mean[0]
    assert line.intercept == pytest.approx(expected, rel=1e-4)


@pytest.mark.parametrize("axes", [(0, 9), (1, 1), (-1, 0)])
def test_axes_that_the_data_have_not_got_give_way(axes: tuple[int, int]) -> None:
    assert plane_of(table(), axes).axes == (0, 1)


def test_the_line_of_scaled_data_is_that_of_the_tables_own_units() -> None:
    raw = two_gaussians(200, seed=2)
    values = raw.inputs.astype(np.float64) * [5, 900] + [40, 30_000]
    scaling = Scaling.of(values)
    data = Dataset(scaling.scaled(values).astype(np.float32), raw.targets, 2, ("x", "y"), ("a", "b"), scaling)
    session = Session(data)
    session.run(400)
    line = decision_line(*plane_of(data).seen(session.weights, session.bias))
    assert line is not None
    assert line.slope is not None
    above = values[:, 1] > line.slope * values[:, 0] + line.intercept
    right = max(np.mean(above == raw.is_positive), np.mean(above != raw.is_positive))
    assert right == pytest.approx(session.evaluate().accuracy)


def test_weights_that_diverged_stay_so() -> None:
    plane = plane_of(table())
    weights, bias = plane.seen(np.full((4, 1), np.nan, np.float32), np.array([np.inf], np.float32))
    assert not np.isfinite(weights).any()
    assert not np.isfinite(bias).any()

"""Every point is drawn as the model sees it, few or many, at a cost that does not depend on the frame."""

from __future__ import annotations

from collections.abc import Generator
from typing import TypeVar

import numpy as np
import pytest
from frames import make_frame
from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from engine.datasets import Dataset, two_gaussians
from gui.palette import DARK, LIGHT
from gui.plots import cloud_picture, density, point_cloud
from gui.plots.decision_plot import DecisionPlot
from gui.plots.density import bin_points, colour_counts
from gui.plots.view import View

Result = TypeVar("Result")


def _exhaust(work: Generator[None, None, Result]) -> tuple[Result, int]:
    """What the work gives, and in how many slices."""
    slices = 1
    while True:
        try:
            next(work)
        except StopIteration as finished:
            return finished.value, slices
        slices += 1


def _points(*points: tuple[float, float], targets: tuple[int, ...]) -> Dataset:
    return Dataset(np.array(points, np.float32), np.array(targets, np.float32)[:, None])


@pytest.fixture
def plot(qtbot: QtBot) -> DecisionPlot:
    """A plot of 400 × 400 pixels, on the screen."""
    plot = DecisionPlot()
    qtbot.addWidget(plot)
    plot.resize(400, 400)
    plot.show()
    qtbot.waitExposed(plot)
    return plot


class Look:
    """The pixels of a plot."""

    def __init__(self, plot: DecisionPlot) -> None:
        self._image: QImage = plot.grab().toImage()
        self._view = plot.view()

    def at(self, x: float, y: float, right: int = 0, down: int = 0) -> QColor:
        """The colour at a point of the plane, or some pixels beside it."""
        column = round(self._view.x_to_pixel(x)) + right
        row = round(self._view.y_to_pixel(y)) + down
        return self._image.pixelColor(column, row)


def _is_like(colour: QColor, wanted: str) -> bool:
    other = QColor(wanted)
    parts = zip(colour.getRgb()[:3], other.getRgb()[:3], strict=True)  # type: ignore[index]
    return all(abs(one - two) <= 24 for one, two in parts)


# At x < 0 the model says class 0; one point of each class is on either side, far from the line.
FOUR = _points((-2, 1), (-2, -1), (2, 1), (2, -1), targets=(0, 1, 0, 1))


@pytest.mark.parametrize("palette", [LIGHT, DARK])
def test_points_have_the_colour_of_their_prediction(plot: DecisionPlot, palette: object) -> None:
    assert palette in (LIGHT, DARK)
    colours = LIGHT if palette is LIGHT else DARK
    plot.set_palette(colours)
    plot.draw(make_frame(FOUR, (1, 0), 0.5))
    look = Look(plot)
    assert _is_like(look.at(-2, 1), colours.class_0)
    assert _is_like(look.at(-2, -1), colours.class_0)
    assert _is_like(look.at(2, 1), colours.class_1)
    assert _is_like(look.at(2, -1), colours.class_1)


def test_points_have_the_colour_of_their_class_on_demand(plot: DecisionPlot) -> None:
    plot.set_colouring("class")
    plot.draw(make_frame(FOUR, (1, 0), 0.5))
    look = Look(plot)
    assert _is_like(look.at(-2, 1), LIGHT.class_0)
    assert _is_like(look.at(-2, -1), LIGHT.class_1)
    plot.set_colouring("prediction")
    assert _is_like(Look(plot).at(-2, -1), LIGHT.class_0)


def test_a_ring_marks_what_is_wrong(plot: DecisionPlot) -> None:
    plot.draw(make_frame(FOUR, (1, 0), 0.5))

    def darkest(x: float, y: float) -> int:
        return min(Look(plot).at(x, y, right=pixels).lightness() for pixels in range(-5, 6))

    assert darkest(2, 1) < darkest(2, -1) - 40  # class 0, taken for class 1
    assert darkest(-2, -1) < darkest(-2, 1) - 20  # class 1, taken for class 0


def test_no_mark_is_cut_in_two_by_the_line(plot: DecisionPlot) -> None:
    beside = _points((-0.02, 1), (-3, -3), (3, 3), targets=(0, 0, 1))
    plot.draw(make_frame(beside, (1, 0), 0.5))
    look = Look(plot)
    assert not make_frame(beside, (1, 0), 0.5).predicted[0]
    line_half = 2
    assert _is_like(look.at(0, 1, right=-line_half - 1), LIGHT.class_0)
    assert not _is_like(look.at(0, 1, right=line_half), LIGHT.class_1)


def test_without_weights_all_points_are_of_one_class(plot: DecisionPlot) -> None:
    plot.draw(make_frame(FOUR, (0, 0), 1.0))
    look = Look(plot)
    assert all(_is_like(look.at(*point), LIGHT.class_1) for point in FOUR.inputs.tolist())


def test_parameters_that_are_not_finite_leave_the_predictions_to_see(plot: DecisionPlot) -> None:
    plot.draw(make_frame(FOUR, (np.inf, 0), 0.0))
    look = Look(plot)
    assert _is_like(look.at(-2, 1), LIGHT.class_0)
    assert _is_like(look.at(2, -1), LIGHT.class_1)


def test_many_points_become_a_density(plot: DecisionPlot, qtbot: QtBot) -> None:
    many = two_gaussians(samples_per_class=30_000)
    plot.draw(make_frame(many, (0.3, -0.3), 0.5))
    plot.grab()
    assert plot.cloud.is_painting
    qtbot.waitUntil(lambda: not plot.cloud.is_painting)
    look = Look(plot)
    assert plot.cloud.marks is None
    assert _is_like(look.at(0, 3), LIGHT.class_0)
    assert _is_like(look.at(3, 0), LIGHT.class_1)


def test_zooming_in_brings_single_points_back(plot: DecisionPlot, qtbot: QtBot) -> None:
    many = two_gaussians(samples_per_class=30_000)
    plot.draw(make_frame(many, (0.3, -0.3), 0.5))
    plot.grab()
    qtbot.waitUntil(lambda: not plot.cloud.is_painting)
    plot.set_range(-0.5, 0.5, 2.5, 3.5)
    plot.grab()
    qtbot.waitUntil(lambda: plot.cloud.marks is not None)
    view, marks = plot.view(), plot.cloud.marks
    assert marks is not None
    x, y = many.inputs.T
    seen = (x > view.x_low) & (x < view.x_high) & (y > view.y_low) & (y < view.y_high)
    assert set(np.flatnonzero(seen)) <= set(marks.indices)
    assert len(marks.indices) < 1.1 * np.count_nonzero(seen) + 20


def test_training_paints_the_cloud_once(plot: DecisionPlot, monkeypatch: pytest.MonkeyPatch) -> None:
    painted = []

    def paint_cloud(key: cloud_picture.PictureKey) -> Generator[None, None, cloud_picture.CloudPicture]:
        painted.append(key)
        return cloud_picture.paint_cloud(key)

    monkeypatch.setattr(point_cloud, "paint_cloud", paint_cloud)
    dataset = two_gaussians()
    for slope in np.linspace(-1, 1, 20):
        plot.draw(make_frame(dataset, (slope, 1), 0.2))
        plot.grab()
    assert len(painted) == 1
    plot.set_palette(DARK)
    plot.grab()
    plot.draw(make_frame(two_gaussians(seed=1), (1, 1), 0.2))
    plot.grab()
    assert [key.palette for key in painted[1:]] == [DARK, DARK]


def test_each_cell_counts_its_points() -> None:
    many = two_gaussians(samples_per_class=150_000)
    view = View(0, 0, 300, 200, -2, 4, -1, 3)
    binned, slices = _exhaust(bin_points(many, view, few=100))
    side = density.CELL
    x_edges = view.x_low + np.arange(300 // side + 1) * side / view.x_scale
    y_edges = view.y_high - np.arange(200 // side + 1) * side / view.y_scale
    for label in (0, 1):
        x, y = many.inputs[many.is_positive == bool(label)].T
        expected = np.histogram2d(y, x, bins=(y_edges[::-1], x_edges))[0][::-1]
        # A point on the edge of a cell may be rounded into the next.
        assert np.abs(binned.counts[label] - expected).sum() < 1e-3 * expected.sum()
    assert binned.visible is None
    assert slices >= 3


def test_a_fuller_cell_is_stronger_and_a_wrong_one_darker() -> None:
    counts = np.zeros((2, 1, 4), np.int64)
    counts[0, 0, 1], counts[0, 0, 2], counts[1, 0, 3] = 1, 1000, 1000
    image, _ = _exhaust(colour_counts(counts, LIGHT, "prediction", predicted=0))
    empty, one, many, wrong = (image.pixelColor(density.CELL * column, 0) for column in range(4))
    assert empty.alpha() == 0
    assert 0 < one.alpha() < many.alpha() == 255
    assert _is_like(many, LIGHT.class_0)
    assert wrong.lightness() < many.lightness()


def test_points_out_of_all_bounds_are_left_out(plot: DecisionPlot) -> None:
    far = _points((0, 0), (1, 1), (np.inf, 0), (np.nan, 1), targets=(0, 1, 0, 1))
    plot.draw(make_frame(far, (1, 1), 0.0))
    plot.grab()
    marks = plot.cloud.marks
    assert marks is not None
    assert set(marks.indices) == {0, 1}

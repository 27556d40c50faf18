"""Curves of runs: short enough to be drawn, no peak lost, told apart by every eye."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations

import numpy as np
import pytest
from colour_vision import SIMULATED, distance
from numpy.typing import NDArray
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from engine.training.history import Envelope, Series
from gui.contrast import contrast
from gui.palette import LIGHT, PALETTES
from gui.plots.picture import image_of
from gui.plots.run_lines import RunLine, curves_of, height_range, means_of
from gui.plots.run_looks import LOOKS, free_look, run_colour
from gui.plots.runs_plot import RunsPlot
from gui.plots.view import View


def make_line(values: NDArray[np.float64], steps: NDArray[np.int64] | None = None, position: int = -1) -> RunLine:
    numbers = values.astype(np.float32)
    envelope = Envelope()
    envelope.extend(numbers)
    steps = np.arange(len(numbers)) if steps is None else steps
    return RunLine("run", 0, steps, Series(numbers, envelope.view), position)


def view(low: float, high: float, width: int = 400) -> View:
    return View(0.0, 0.0, float(width), 200.0, low, high, 0.0, 1.0)


def test_a_short_run_is_drawn_point_by_point_where_its_steps_are() -> None:
    line = make_line(np.array([3.0, 2.0, 1.0]), np.array([10, 40, 50]))
    (curve,) = curves_of([line], view(0, 60), is_log=False)
    assert curve.steps.tolist() == [10, 40, 50]
    assert curve.heights.tolist() == [3, 2, 1]
    assert (line.newest, line.row_at(40), line.row_at(41)) == (50, 1, -1)


def test_of_a_long_run_no_peak_is_lost_though_steps_are_missing() -> None:
    values = np.full(300_000, 0.5)
    values[123_456] = 7.0
    steps = np.delete(np.arange(300_010), range(50_000, 50_010))
    (curve,) = curves_of([make_line(values, steps)], view(0, 300_010), is_log=False)
    assert len(curve.steps) < 2_000
    peak = int(curve.heights.argmax())
    assert curve.heights[peak] == 7
    assert abs(curve.steps[peak] - steps[123_456]) < 1_000
    assert (curve.steps[0], curve.steps[-1]) == (0, 300_009)


def test_only_what_is_in_view_is_drawn() -> None:
    (curve,) = curves_of([make_line(np.arange(1000.0))], view(200, 210), is_log=False)
    assert 198 <= curve.steps.min() <= 200
    assert 210 <= curve.steps.max() <= 212


def test_what_has_no_place_on_the_axis_is_a_gap() -> None:
    line = make_line(np.array([1.0, np.nan, 0.0, 100.0]))
    (curve,) = curves_of([line], view(0, 4), is_log=True)
    assert np.array_equal(curve.heights, [0, np.nan, np.nan, 2], equal_nan=True)
    low, high = height_range([curve], is_log=True, is_share=False)
    assert low < 0
    assert high > 2
    assert height_range([], is_log=False, is_share=False) == (0, 1)


@pytest.mark.parametrize("window", [10, 100])
def test_a_mean_is_that_of_the_last_steps(window: int) -> None:
    values = np.random.default_rng(0).random(5_000).astype(np.float32).astype(np.float64)
    values[2_000] = np.nan
    (means,) = means_of([make_line(values)], view(0, 5_000), window, is_log=False)
    assert means.steps[0] == window - 1
    assert means.steps[-1] == 4_999
    assert len(means.steps) <= 400
    for step, mean in zip(means.steps.astype(int), means.heights, strict=True):
        assert mean == pytest.approx(np.nanmean(values[step + 1 - window : step + 1]))


def test_of_fewer_steps_there_is_no_mean() -> None:
    (means,) = means_of([make_line(np.ones(9))], view(0, 10), 10, is_log=False)
    assert len(means.steps) == 0


def test_pointing_gives_each_runs_exact_number(qtbot: QtBot) -> None:
    plot = RunsPlot("loss")
    qtbot.addWidget(plot)
    plot.resize(500, 240)
    plot.show()
    qtbot.waitExposed(plot)
    values = np.random.default_rng(1).random(1_000_000)
    line = make_line(values)
    plot.draw([line], None)
    QTest.mouseMove(plot.viewport(), QPoint(round(plot.view().x_to_pixel(600_000.0)), 100))
    step = round(plot.view().x_at(round(plot.view().x_to_pixel(600_000.0))))
    assert f"{float(line.series.values[step]):.7g}" in plot.hover_card.text()
    assert f"{step:,}" in plot.hover_card.text()
    with qtbot.waitSignal(plot.sought) as sought:
        QTest.mouseClick(plot.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(1, 100))
    assert sought.args == [0]


def test_a_long_run_is_painted_anew_when_it_has_grown_by_a_pixel(qtbot: QtBot) -> None:
    plot = RunsPlot("loss")
    qtbot.addWidget(plot)
    plot.resize(500, 240)
    plot.show()
    qtbot.waitExposed(plot)
    values = np.ones(400_000)
    values[399_900:] = 5.0  # at the very end
    plot.draw([make_line(values[:399_000])], None)
    before = plot.grab().toImage()
    plot.draw([make_line(values[:399_000])], None)
    assert plot.grab().toImage() == before
    plot.draw([make_line(values)], None)
    assert plot.grab().toImage() != before


def test_a_picture_that_is_taken_away_says_which_run_is_which(qtbot: QtBot) -> None:
    plot = RunsPlot("loss")
    qtbot.addWidget(plot)
    plot.resize(500, 240)
    plot.show()
    qtbot.waitExposed(plot)
    runs = ((20, 3.0), (20, 2.0), (50, 0.1))  # so that the corner is free
    lines = [replace(make_line(np.full(steps, height)), look=look) for look, (steps, height) in enumerate(runs)]
    plot.draw(lines, None)
    corner = QRect(400, 0, 100, 90)
    seen, taken = plot.grab().toImage().copy(corner), image_of(plot, 1).copy(corner)
    for line in lines:
        colour = run_colour(LIGHT, line.look).rgb()
        count = [sum(image.pixel(x, y) == colour for x in range(100) for y in range(90)) for image in (seen, taken)]
        assert count[0] == 0
        assert count[1] >= 12  # its mark, beside its name


@pytest.mark.parametrize("vision", SIMULATED)
@pytest.mark.parametrize("name", PALETTES)
def test_runs_are_told_apart_by_every_eye_and_seen_on_their_ground(name: str, vision: str) -> None:
    palette = PALETTES[name]
    colours = [run_colour(palette, look).name() for look in range(LOOKS)]
    assert colours[0] == palette.accent
    for first, second in combinations(colours, 2):
        assert distance(first, second, vision) >= 18, (first, second)
    for colour in colours:
        assert contrast(colour, palette.surface) >= 3


def test_a_new_run_has_a_look_that_is_free() -> None:
    assert free_look(()) == 0
    assert free_look((0, 1, 3)) == 2
    assert free_look(range(LOOKS)) == 0

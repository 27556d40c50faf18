"""The loss plot shows every step's loss, exactly where asked, and goes where it is clicked."""

from __future__ import annotations

import gc
import math
import sys
from dataclasses import replace

import numpy as np
import pytest
from frames import make_frame, make_history
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QImage, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QToolButton
from pytestqt.qtbot import QtBot

from engine.datasets import two_gaussians
from engine.protocol import Frame
from engine.training.settings import Settings
from gui.palette import LIGHT
from gui.plots.loss_curves import curves_of
from gui.plots.loss_plot import LossPlot
from gui.plots.view import View

DATASET = two_gaussians(samples_per_class=10)
LOSSES = np.geomspace(2.0, 0.03, 40)


def _frame(losses: object = LOSSES, **changes: object) -> Frame:
    return make_frame(DATASET, (0.1, 0.1), 0.2, losses=losses, **changes)  # type: ignore[arg-type]


@pytest.fixture
def plot(qtbot: QtBot) -> LossPlot:
    """A plot of 400 × 200 pixels."""
    plot = LossPlot()
    qtbot.addWidget(plot)
    plot.resize(400, 200)
    plot.show()
    qtbot.waitExposed(plot)
    return plot


def _pixel(plot: LossPlot, step: float) -> QPoint:
    return QPoint(round(plot.view().x_to_pixel(float(step))), 100)


def _turn_wheel(plot: LossPlot, at: QPoint, notches: int) -> None:
    position = QPointF(at)
    none, buttons = QPoint(), Qt.MouseButton.NoButton
    keys, phase = Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase
    turn = QPoint(0, 120 * notches)
    event = QWheelEvent(position, plot.mapToGlobal(position), none, turn, buttons, keys, phase, False)
    QApplication.sendEvent(plot.viewport(), event)


def _has_colour(image: QImage, colour: str) -> bool:
    wanted = QColor(colour).rgb()
    return any(image.pixel(x, y) == wanted for x in range(image.width()) for y in range(image.height()))


@pytest.mark.parametrize("step", [0, 1, 17, 39])
def test_pointing_gives_the_exact_loss_of_the_step(qtbot: QtBot, plot: LossPlot, step: int) -> None:
    frame = _frame()
    plot.draw(frame)
    QTest.mouseMove(plot.viewport(), _pixel(plot, step))
    assert plot.hover_card.isVisible()
    assert f">{step}<" in plot.hover_card.text()
    assert f"{float(frame.history.loss[step]):.7g}" in plot.hover_card.text()
    QApplication.sendEvent(plot, QEvent(QEvent.Type.Leave))
    assert not plot.hover_card.isVisible()


def test_pointing_gives_the_exact_loss_among_a_million(qtbot: QtBot, plot: LossPlot) -> None:
    losses = np.random.default_rng(0).random(1_000_000)
    frame = _frame(losses)
    plot.draw(frame)
    pixel = _pixel(plot, 600_000)
    QTest.mouseMove(plot.viewport(), pixel)
    step = round(plot.view().x_at(pixel.x()))
    assert abs(step - 600_000) < 3000
    assert f"{float(frame.history.loss[step]):.7g}" in plot.hover_card.text()


def test_pointing_behind_the_last_step_gives_the_loss_of_the_present_state(qtbot: QtBot, plot: LossPlot) -> None:
    frame = _frame()
    plot.draw(frame)
    QTest.mouseMove(plot.viewport(), _pixel(plot, 40))
    assert f"{frame.loss:.7g}" in plot.hover_card.text()


def test_pointing_gives_the_losses_of_branches_that_were_left(qtbot: QtBot, plot: LossPlot) -> None:
    ghost = make_history(np.linspace(5, 4, 30), own_from=12)
    plot.draw(_frame(ghosts=(ghost,)))
    QTest.mouseMove(plot.viewport(), _pixel(plot, 20))
    assert f"{float(ghost.loss[20]):.7g}" in plot.hover_card.text()
    for step in (5, 35):  # before the branch, where it is the same curve; behind its end
        QTest.mouseMove(plot.viewport(), _pixel(plot, step))
        assert plot.hover_card.text().count("<tr>") == 2


def test_a_click_seeks_the_step(qtbot: QtBot, plot: LossPlot) -> None:
    plot.draw(_frame())
    with qtbot.waitSignal(plot.sought) as sought:
        QTest.mouseClick(plot.viewport(), Qt.MouseButton.LeftButton, pos=_pixel(plot, 12))
    assert sought.args == [12]


def test_dragging_seeks_each_step_once_and_stays_within_the_run(qtbot: QtBot, plot: LossPlot) -> None:
    plot.draw(_frame())
    sought: list[int] = []
    plot.sought.connect(sought.append)
    QTest.mousePress(plot.viewport(), Qt.MouseButton.LeftButton, pos=_pixel(plot, 10))
    for step in (10, 11, 11.2, 12, 60):
        QTest.mouseMove(plot.viewport(), _pixel(plot, step))
    QTest.mouseRelease(plot.viewport(), Qt.MouseButton.LeftButton, pos=_pixel(plot, 60))
    QTest.mouseMove(plot.viewport(), _pixel(plot, 5))
    assert sought == [10, 11, 12, 40]


def test_before_the_first_frame_a_click_does_nothing(qtbot: QtBot, plot: LossPlot) -> None:
    plot.set_message("Nothing yet")
    assert next(label for label in plot.findChildren(QLabel) if label.text() == "Nothing yet").isVisible()
    with qtbot.assertNotEmitted(plot.sought):
        QTest.mouseClick(plot.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(200, 100))
    plot.draw(_frame())
    assert not any(label.isVisible() for label in plot.findChildren(QLabel) if label.text() == "Nothing yet")


def test_the_axis_reaches_to_the_horizon_and_follows_the_run(plot: LossPlot) -> None:
    plot.set_horizon(40)
    plot.draw(_frame(LOSSES[:3]))
    view = plot.view()
    assert view.x_low < 0 < 39 < view.x_high < 43
    plot.draw(_frame())
    assert plot.view().x_high == view.x_high
    plot.set_horizon(100)
    assert 100 < plot.view().x_high < 106
    plot.set_horizon(None)
    plot.draw(_frame(np.ones(5000)))
    assert 5000 < plot.view().x_high < 5300


def test_all_losses_that_are_seen_fit_the_height(plot: LossPlot) -> None:
    plot.draw(_frame(ghosts=(make_history([7.0, 6.0]),)))
    assert plot.view().y_low <= 0
    assert plot.view().y_high > 7
    plot.draw(_frame())
    assert 2 < plot.view().y_high < 2.5
    plot.set_log(True)
    assert -2 < plot.view().y_low < math.log10(0.03)
    assert math.log10(2) < plot.view().y_high < 1
    plot.set_log(False)
    assert plot.view().y_low == 0


def test_the_wheel_shows_fewer_steps_and_there_is_a_way_back(qtbot: QtBot, plot: LossPlot) -> None:
    plot.draw(_frame())
    whole = plot.view()
    _turn_wheel(plot, _pixel(plot, 30), 4)
    near = plot.view()
    assert near.x_high - near.x_low < 0.5 * (whole.x_high - whole.x_low)
    assert near.x_low < 30 < near.x_high
    assert near.y_high < 0.5 * whole.y_high  # the height follows what is seen
    plot.draw(_frame(np.append(LOSSES, 0.02)))
    assert (plot.view().x_low, plot.view().x_high) == (near.x_low, near.x_high)
    button = plot.findChild(QToolButton)
    assert isinstance(button, QToolButton)
    assert button.isVisible()
    button.click()
    assert plot.view().x_high > 41
    assert not button.isVisible()


def test_zooming_out_to_the_whole_run_follows_it_again(plot: LossPlot) -> None:
    plot.draw(_frame())
    _turn_wheel(plot, _pixel(plot, 30), 1)
    _turn_wheel(plot, _pixel(plot, 30), -8)
    plot.draw(_frame(np.ones(300)))
    assert 300 < plot.view().x_high < 320


VIEW = View(0, 0, 400, 200, -1, 41, 0, 3)


def test_the_curve_is_cut_at_the_position() -> None:
    frame = _frame(position=12)
    curves = curves_of(frame, VIEW, is_log=False)
    np.testing.assert_array_equal(curves.past.steps, np.arange(13))
    np.testing.assert_array_equal(curves.future.steps, np.arange(12, 40))
    np.testing.assert_array_equal(curves.future.heights, frame.history.loss[12:])
    assert curves.marker == (12, frame.history.loss[12])


def test_the_state_behind_the_last_step_ends_the_curve() -> None:
    frame = _frame()
    curves = curves_of(frame, VIEW, is_log=False)
    assert curves.marker == (40, frame.loss)
    assert (curves.past.steps[-1], curves.past.heights[-1]) == (40, frame.loss)
    batches = replace(frame, settings=Settings(batch_size=16))
    assert curves_of(batches, VIEW, is_log=False).past.steps[-1] == 39
    assert curves_of(batches, VIEW, is_log=False).marker == (40, frame.loss)


@pytest.mark.parametrize("is_log", [False, True])
@pytest.mark.parametrize(
    "losses", [[], [1.0], [0.0, 0.0], [1.0, math.nan], [1.0, math.inf], [-1.0, -2.0], [1e38, 3e38]]
)
def test_any_loss_can_be_drawn(plot: LossPlot, losses: list[float], is_log: bool) -> None:
    plot.set_log(is_log)
    for loss in (0.5, math.nan, math.inf):
        plot.draw(_frame(losses, loss=loss))
        assert not plot.grab().isNull()
        assert math.isfinite(plot.view().y_low)
        assert plot.view().y_low < plot.view().y_high


def test_a_single_state_is_marked(plot: LossPlot) -> None:
    plot.draw(_frame([]))
    assert _has_colour(plot.grab().toImage(), LIGHT.accent)
    plot.draw(_frame([], loss=math.nan))
    assert not _has_colour(plot.grab().toImage(), LIGHT.accent)


def test_a_hundred_frames_leave_nothing_behind(plot: LossPlot) -> None:
    """PySide6 6.12 on Python 3.11 loses references to None and True with every repaint, until the interpreter dies."""
    frames = [_frame(np.geomspace(3, 0.1, length)) for length in range(1, 101)]
    for frame in frames[:5]:
        plot.draw(frame)
        plot.viewport().repaint()
    gc.collect()
    before = sys.getrefcount(None), sys.getrefcount(True), len(gc.get_objects())
    for frame in frames:
        plot.draw(frame)
        plot.viewport().repaint()
    gc.collect()
    after = sys.getrefcount(None), sys.getrefcount(True), len(gc.get_objects())
    assert after[0] > before[0] - 50
    assert after[1] > before[1] - 50
    assert after[2] < before[2] + 50


def test_it_has_a_name_and_says_what_can_be_done(plot: LossPlot) -> None:
    assert plot.accessibleName()
    assert plot.toolTip()

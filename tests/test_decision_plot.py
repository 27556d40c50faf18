"""The decision plot draws the model that it is given, and says what the user wants of it."""

from __future__ import annotations

import gc
import math
import sys
from dataclasses import replace

import numpy as np
import pytest
from frames import make_frame, make_history
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QToolButton
from pytestqt.qtbot import QtBot

from engine.datasets import Dataset, Scaling, two_gaussians
from engine.protocol import Frame
from engine.training.records import FloatArray, Phase
from gui.palette import DARK
from gui.plots.decision_plot import DecisionPlot
from gui.plots.gradient_arrows import Arrow, Gradients, arrows
from gui.plots.half_planes import boundary
from gui.plots.view import View, extent

DATASET = two_gaussians(samples_per_class=100)
WEIGHTS, BIAS = (0.2, -0.2), 0.5


@pytest.fixture
def plot(qtbot: QtBot) -> DecisionPlot:
    """A plot of 600 × 500 pixels with a line from the lower left to the upper right."""
    plot = DecisionPlot()
    qtbot.addWidget(plot)
    plot.resize(600, 500)
    plot.show()
    qtbot.waitExposed(plot)
    plot.draw(make_frame(DATASET, WEIGHTS, BIAS))
    return plot


def _on_line(plot: DecisionPlot, share: float) -> QPoint:
    assert plot.line.segment is not None
    (x0, y0), (x1, y1) = plot.line.segment
    return QPoint(round(x0 + share * (x1 - x0)), round(y0 + share * (y1 - y0)))


def _drag(qtbot: QtBot, plot: DecisionPlot, start: QPoint, end: QPoint) -> tuple[FloatArray, FloatArray]:
    """Drags; gives the parameters that the plot asked for last."""
    asked = []
    plot.line_dragged.connect(lambda weights, bias: asked.append((weights, bias)))
    QTest.mousePress(plot.viewport(), Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(plot.viewport(), (start + end) / 2)
    QTest.mouseMove(plot.viewport(), end)
    with qtbot.waitSignal(plot.line_drag_finished):
        QTest.mouseRelease(plot.viewport(), Qt.MouseButton.LeftButton, pos=end)
    weights, bias = asked[-1]
    assert weights.shape == (2, 1)
    assert bias.shape == (1,)
    assert weights.dtype == bias.dtype == np.float32
    return weights, bias


def _distance(weights: FloatArray, bias: FloatArray, view: View, pixel: QPoint) -> float:
    line = boundary(weights, bias, view)
    assert line is not None
    return abs(line.distance(pixel.x(), pixel.y()))


def test_dragging_the_middle_moves_the_line_under_the_pointer(qtbot: QtBot, plot: DecisionPlot) -> None:
    end = _on_line(plot, 0.5) + QPoint(60, 25)
    weights, bias = _drag(qtbot, plot, _on_line(plot, 0.5), end)
    assert weights[:, 0].tolist() == pytest.approx(WEIGHTS)
    assert bias[0] != BIAS
    assert _distance(weights, bias, plot.view(), end) < 2


@pytest.mark.parametrize("share", [0.06, 0.94])
def test_dragging_an_end_turns_the_line_about_its_middle(qtbot: QtBot, plot: DecisionPlot, share: float) -> None:
    middle, start = _on_line(plot, 0.5), _on_line(plot, share)
    end = start + QPoint(40, 40)
    weights, bias = _drag(qtbot, plot, start, end)
    assert math.hypot(*weights[:, 0]) == pytest.approx(math.hypot(*WEIGHTS))
    assert weights[:, 0].tolist() != pytest.approx(WEIGHTS, abs=0.01)
    assert _distance(weights, bias, plot.view(), middle) < 2
    assert _distance(weights, bias, plot.view(), end) < 3


def test_a_drag_goes_on_where_it_was_while_frames_come(qtbot: QtBot, plot: DecisionPlot) -> None:
    plot.line_dragged.connect(lambda weights, bias: plot.draw(make_frame(DATASET, weights, float(bias[0]))))
    end = _on_line(plot, 0.5) + QPoint(70, 0)
    weights, bias = _drag(qtbot, plot, _on_line(plot, 0.5), end)
    assert _distance(weights, bias, plot.view(), end) < 2


def test_dragging_beside_the_line_moves_the_view(qtbot: QtBot, plot: DecisionPlot) -> None:
    before = plot.view()
    with qtbot.assertNotEmitted(plot.line_dragged):
        QTest.mousePress(plot.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(60, 60))
        for step in range(1, 6):
            QTest.mouseMove(plot.viewport(), QPoint(60 + 20 * step, 60), delay=15)
        QTest.mouseRelease(plot.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(160, 60))
    assert plot.view().x_low < before.x_low


def test_the_cursor_tells_that_the_line_can_be_dragged(qtbot: QtBot, plot: DecisionPlot) -> None:
    resting = plot.viewport().cursor().shape()
    QTest.mouseMove(plot.viewport(), _on_line(plot, 0.5))
    moving = plot.viewport().cursor().shape()
    QTest.mouseMove(plot.viewport(), _on_line(plot, 0.94))
    turning = plot.viewport().cursor().shape()
    QTest.mouseMove(plot.viewport(), QPoint(300, 20))
    assert len({resting, moving, turning}) == 3
    assert plot.viewport().cursor().shape() == resting


def test_pointing_at_a_mark_gives_its_numbers(qtbot: QtBot, plot: DecisionPlot) -> None:
    plot.grab()
    index = int(DATASET.inputs[:, 1].argmax())
    x, y = (float(value) for value in DATASET.inputs[index])
    pixel = QPoint(round(plot.view().x_to_pixel(x)), round(plot.view().y_to_pixel(y)))
    QTest.mouseMove(plot.viewport(), pixel)
    prediction = 0.2 * x - 0.2 * y + 0.5
    text = plot.hover_card.text()
    assert plot.hover_card.isVisible()
    assert plot.rect().contains(plot.hover_card.geometry())
    assert f"{x:.3f}, {y:.3f}" in text
    assert f"{prediction:.4f}" in text
    assert f"{prediction**2:.4f}" in text
    plot.draw(make_frame(DATASET, (0, 0), 0.25))
    assert "0.2500" in plot.hover_card.text()
    for left in (plot, plot.viewport()):  # the viewport alone, where the pointer goes to the button in the corner
        QTest.mouseMove(plot.viewport(), pixel + QPoint(1, 0))
        assert plot.hover_card.isVisible()
        QApplication.sendEvent(left, QEvent(QEvent.Type.Leave))
        assert not plot.hover_card.isVisible()
        QTest.mouseMove(plot.viewport(), QPoint(2, 2))


@pytest.mark.parametrize(
    ("weights", "bias"), [((0, 0), 0.2), ((0, 0), 0.7), ((math.nan, 1), 0), ((1, math.inf), 0), ((1, 1), 1e6)]
)
def test_where_there_is_no_line_none_is_drawn_or_dragged(
    qtbot: QtBot, plot: DecisionPlot, weights: tuple[float, float], bias: float
) -> None:
    plot.draw(make_frame(DATASET, weights, bias))
    assert plot.line.segment is None
    assert not plot.grab().isNull()
    with qtbot.assertNotEmitted(plot.line_dragged):
        QTest.mouseClick(plot.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(300, 250))


def test_a_vertical_line_is_a_line(plot: DecisionPlot) -> None:
    plot.draw(make_frame(DATASET, (1, 0), -1.0))
    assert plot.line.segment is not None
    (x0, _), (x1, _) = plot.line.segment
    assert x0 == pytest.approx(x1)
    assert plot.view().x_at(x0) == pytest.approx(1.5)


@pytest.mark.parametrize("size", [(600, 500), (300, 700), (1100, 400)])
def test_both_axes_have_one_scale_and_all_data_is_in_view(plot: DecisionPlot, size: tuple[int, int]) -> None:
    plot.resize(*size)
    view = plot.view()
    assert (view.width, view.height) == size
    assert view.x_scale == pytest.approx(view.y_scale)
    x_low, x_high, y_low, y_high = extent(DATASET.inputs)
    assert view.x_low < x_low < x_high < view.x_high
    assert view.y_low < y_low < y_high < view.y_high


@pytest.mark.parametrize("way", ["double click", "key", "button"])
def test_there_is_a_way_back_to_the_whole(qtbot: QtBot, plot: DecisionPlot, way: str) -> None:
    whole = plot.view()
    button = plot.findChild(QToolButton)
    assert isinstance(button, QToolButton)
    assert not button.isVisible()
    QTest.mousePress(plot.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(60, 60))
    for step in range(1, 6):
        QTest.mouseMove(plot.viewport(), QPoint(60 + 20 * step, 60), delay=15)
    QTest.mouseRelease(plot.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(160, 60))
    assert plot.view() != whole
    assert button.isVisible()
    if way == "double click":
        QTest.mouseDClick(plot.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(60, 60))
    elif way == "key":
        plot.setFocus()
        QTest.keyClick(plot, Qt.Key.Key_F)
    else:
        button.click()
    assert plot.view() == whole
    assert not button.isVisible()


def test_keys_zoom_and_move_and_lead_back(qtbot: QtBot, plot: DecisionPlot) -> None:
    whole = plot.view()
    plot.setFocus()
    qtbot.keyClick(plot, Qt.Key.Key_Plus)
    near = plot.view()
    assert near.x_high - near.x_low < whole.x_high - whole.x_low
    qtbot.keyClick(plot, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    assert plot.view().x_low > near.x_low
    assert plot.view().y_low == pytest.approx(near.y_low)
    qtbot.keyClick(plot, Qt.Key.Key_F)
    assert plot.view() == whole


def test_new_data_is_shown_whole(plot: DecisionPlot) -> None:
    plot.set_range(0, 1, 0, 1)
    far = two_gaussians(samples_per_class=50, means=((100, 100), (110, 100)))
    plot.draw(make_frame(far, (1, 0), 0))
    assert plot.view().x_low < far.inputs[:, 0].min()
    assert plot.view().x_high > far.inputs[:, 0].max()


def test_the_message_stays_until_the_first_frame(qtbot: QtBot) -> None:
    plot = DecisionPlot()
    qtbot.addWidget(plot)
    plot.resize(300, 300)
    plot.set_message("Loading TensorFlow …")
    plot.show()
    label = next(label for label in plot.findChildren(QLabel) if label.text() == "Loading TensorFlow …")
    assert label.isVisible()
    plot.draw(make_frame(DATASET, WEIGHTS, BIAS))
    assert not label.isVisible()
    plot.set_message("TensorFlow wird geladen …")  # the language changes
    assert not label.isVisible()


def test_the_lines_of_earlier_steps_trail_behind(plot: DecisionPlot) -> None:
    weights = np.array([[[0.2], [y]] for y in (-0.5, -0.4, -0.3, -0.2)])
    history = make_history([3, 2, 1], weights, np.full((4, 1), 0.5))
    plain = plot.grab().toImage()
    plot.draw(make_frame(DATASET, WEIGHTS, BIAS, history=history, position=3))
    assert plot.grab().toImage() != plain
    plot.draw(make_frame(DATASET, weights[0], BIAS, history=history, position=0))
    first = plot.grab().toImage()
    plot.draw(make_frame(DATASET, weights[0], BIAS))
    assert plot.grab().toImage() == first


# The arrows


def _arrow(shown: tuple[Arrow, ...], label: str) -> tuple[float, float]:
    (arrow,) = (arrow for arrow in shown if arrow.label == label)
    return arrow.end[0] - arrow.start[0], arrow.end[1] - arrow.start[1]


@pytest.mark.parametrize("bias_gradient", [0.4, -0.4])
def test_arrows_point_where_descent_leads(bias_gradient: float) -> None:
    weights, bias = np.array([[0.3], [0.4]], np.float32), np.array([0.1], np.float32)
    gradients = Gradients(np.array([[1.0], [-2.0]], np.float32), np.array([bias_gradient], np.float32))
    shown = arrows(weights, gradients, (200.0, 200.0))
    x, y = _arrow(shown, "W")
    assert x / -y == pytest.approx(0.3 / 0.4)
    assert x > 0 > y  # up on the screen
    x, y = _arrow(shown, "−∂L/∂W")
    assert x / -y == pytest.approx(-1 / 2)
    assert x < 0
    # A step against the bias's gradient moves the line along its arrow.
    view = View(0, 0, 400, 400, -1, 1, -1, 1)
    before = boundary(weights, bias, view)
    after = boundary(weights, (bias - 0.1 * gradients.bias).astype(np.float32), view)
    assert before is not None
    assert after is not None
    x, y = _arrow(shown, "−∂L/∂b")
    moved = (after.offset - before.offset) * (before.normal[0] * x + before.normal[1] * y)
    assert moved > 0


@pytest.mark.parametrize("size", [1e-12, 1.0, 1e12])
def test_arrows_can_be_read_whatever_their_size(size: float) -> None:
    gradients = Gradients(np.array([[size], [0]], np.float32), np.array([size], np.float32))
    shown = arrows(np.array([[0.3], [0.4]], np.float32), gradients, (0.0, 0.0))
    assert len(shown) == 3
    assert all(20 < math.hypot(*_arrow(shown, arrow.label)) < 120 for arrow in shown)


@pytest.mark.parametrize("value", [0.0, math.nan, math.inf])
def test_what_has_no_direction_has_no_arrow(value: float) -> None:
    gradients = Gradients(np.array([[value], [0]], np.float32), np.array([value], np.float32))
    assert [arrow.label for arrow in arrows(np.array([[0.3], [0.4]], np.float32), gradients, (0.0, 0.0))] == ["W"]
    assert arrows(np.zeros((2, 1), np.float32), gradients, (0.0, 0.0)) == ()


def test_the_gradients_phase_shows_its_arrows(plot: DecisionPlot) -> None:
    plain = plot.grab().toImage()
    tensors = {"grad_W": np.array([[0.5], [0.2]], np.float32), "grad_b": np.array([0.1], np.float32)}
    forward, gradients = Phase("forward", {}, ()), Phase("gradients", tensors, ())
    plot.draw(make_frame(DATASET, WEIGHTS, BIAS, inside=(forward,)))
    assert plot.grab().toImage() == plain
    plot.draw(make_frame(DATASET, WEIGHTS, BIAS, inside=(forward, gradients)))
    assert plot.grab().toImage() != plain


def test_a_hundred_frames_leave_nothing_behind(plot: DecisionPlot) -> None:
    """PySide6 6.12 on Python 3.11 loses references to None and True with every repaint, until the interpreter dies."""
    frames = [make_frame(DATASET, (slope, 1), 0.3) for slope in np.linspace(-1, 1, 100)]
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


def test_the_palette_colours_everything(plot: DecisionPlot) -> None:
    light = plot.grab().toImage()
    plot.set_palette(DARK)
    assert plot.grab().toImage() != light


def test_it_has_a_name_and_says_what_can_be_done(plot: DecisionPlot) -> None:
    assert plot.accessibleName()
    assert plot.toolTip()
    for button in plot.findChildren(QToolButton):
        assert button.toolTip()
        assert button.accessibleName()


def many_features() -> Dataset:
    """Four features of different sizes, on one scale, of which the first two tell the classes apart."""
    generator = np.random.default_rng(3)
    is_positive = np.arange(200) % 2
    values = generator.normal([5, 2000, 1, 0], [1, 300, 0.2, 4], (200, 4)) + is_positive[:, np.newaxis] * [3, 900, 0, 0]
    scaling = Scaling.of(values)
    names = ("petal", "weight", "width", "x")
    targets = is_positive.astype(np.float32)[:, np.newaxis]
    return Dataset(scaling.scaled(values).astype(np.float32), targets, 2, names, ("dog", "cat"), scaling)


def frame_of_many(dataset: Dataset) -> Frame:
    weights = np.array([[0.25], [0.2], [-0.05], [0.0]], np.float32)
    bias = np.array([0.5], np.float32)
    predicted = (dataset.inputs @ weights + bias)[:, 0] > 0.5
    return replace(make_frame(DATASET, (0, 0)), dataset=dataset, weights=weights, bias=bias, predicted=predicted)


def test_two_of_many_features_are_seen_in_their_own_units(plot: DecisionPlot) -> None:
    dataset = many_features()
    frame = frame_of_many(dataset)
    plot.draw(frame)
    assert plot.plane is not None
    view = plot.view()
    assert 500 < view.y_low < view.y_high < 4500, "weights, not standard deviations"
    assert 0 < view.x_low < view.x_high < 15, "each axis has a scale of its own"
    plot.set_axes((2, 3))
    assert plot.plane.names == ("width", "x")
    assert plot.view().y_high < 100
    plot.set_axes((0, 1))
    assert plot.plane.names == ("petal", "weight")
    plot.draw(make_frame(DATASET, (1, 1)))
    assert plot.plane.points is DATASET
    view = plot.view()
    assert view.x_scale == pytest.approx(view.y_scale), "drawn points keep their shape"


def test_dragging_the_line_of_many_features_moves_it_there(plot: DecisionPlot) -> None:
    dataset = many_features()
    frame = frame_of_many(dataset)
    plot.draw(frame)
    middle = _on_line(plot, 0.5)
    target = middle + QPoint(40, 0)
    told: list[tuple[FloatArray, FloatArray]] = []
    plot.line_dragged.connect(lambda weights, bias: told.append((weights, bias)))
    QTest.mousePress(plot.viewport(), Qt.MouseButton.LeftButton, pos=middle)
    QTest.mouseMove(plot.viewport(), target)
    QTest.mouseRelease(plot.viewport(), Qt.MouseButton.LeftButton, pos=target)
    weights, bias = told[-1]
    np.testing.assert_allclose(weights, frame.weights, rtol=1e-4)
    plane, view = plot.plane, plot.view()
    assert plane is not None
    pair, intercept = plane.seen(weights, bias)
    assert _distance(pair, intercept, view, target) < 2

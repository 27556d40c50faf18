"""Points are drawn, moved and erased in the decision plot, and it is undone; training begins anew on them."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest
from frames import make_frame
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from training_user import User

from engine.datasets import Circles, DrawnPoints, Moons, PointEdits
from engine.errors import InputError
from engine.protocol import Frame
from gui.plots.decision_plot import DecisionPlot
from gui.plots.point_drawing import Added, Erased, Moved, Stroke
from gui.tabs.training.stroke_edits import after
from gui.tabs.training.tool_switch import ToolSwitch

Open = Callable[..., User]
Key, LEFT = Qt.Key, Qt.MouseButton.LeftButton
CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
DATA = Moons(20)


@pytest.fixture
def plot(qtbot: QtBot) -> DecisionPlot:
    plot = DecisionPlot()
    qtbot.addWidget(plot)
    plot.resize(600, 500)
    plot.show()
    qtbot.waitExposed(plot)
    plot.draw(make_frame(DATA.make(), (0.2, -0.2), 0.5, data=DATA))
    qtbot.waitUntil(lambda: plot.cloud.marks is not None)
    return plot


def drags(plot: DecisionPlot, start: QPoint, end: QPoint) -> list[Stroke]:
    strokes: list[Stroke] = []
    plot.points_changed.connect(strokes.append)
    QTest.mousePress(plot.viewport(), LEFT, pos=start)
    for part in range(1, 11):
        QTest.mouseMove(plot.viewport(), start + (end - start) * (part / 10))
    QTest.mouseRelease(plot.viewport(), LEFT, pos=end)
    plot.points_changed.disconnect(strokes.append)
    return strokes


def place_of(plot: DecisionPlot, number: int) -> QPoint:
    x, y = DATA.make().inputs[number]
    return QPoint(round(plot.view().x_to_pixel(float(x))), round(plot.view().y_to_pixel(float(y))))


def test_a_stroke_draws_points_of_its_class_some_way_apart(plot: DecisionPlot) -> None:
    plot.set_tool("class_1")
    (stroke,) = drags(plot, QPoint(2, 498), QPoint(142, 498))
    assert isinstance(stroke, Added)
    assert stroke.label == 1
    assert len(stroke.points) == 11
    x, y = stroke.points[0]
    assert (x, y) == pytest.approx((plot.view().x_at(2), plot.view().y_at(498)), abs=0.5 / plot.view().x_scale)


def test_a_point_is_moved_and_points_are_erased(plot: DecisionPlot) -> None:
    plot.set_tool("class_0")
    start = place_of(plot, 7)
    (stroke,) = drags(plot, start, start + QPoint(50, 40))
    assert isinstance(stroke, Moved)
    near = DATA.make().inputs[stroke.number] - DATA.make().inputs[7]
    assert np.hypot(*near) * plot.view().x_scale < 9
    assert stroke.x == pytest.approx(plot.view().x_at(start.x() + 50), abs=0.5 / plot.view().x_scale)
    plot.set_tool("erase")
    (stroke,) = drags(plot, start, start)
    assert isinstance(stroke, Erased)
    assert drags(plot, QPoint(2, 498), QPoint(30, 498)) == []


def test_whoever_looks_changes_nothing(plot: DecisionPlot) -> None:
    assert drags(plot, QPoint(2, 498), QPoint(142, 498)) == []


def test_the_view_stays_while_points_are_drawn_and_not_when_there_are_others(plot: DecisionPlot) -> None:
    view = plot.view()
    drawn = DrawnPoints(DATA, PointEdits(added=((30.0, 30.0, 1),)))
    plot.draw(make_frame(drawn.make(), (0.2, -0.2), 0.5, data=drawn))
    assert plot.view() == view
    plot.draw(make_frame(Circles(50).make(), (0.2, -0.2), 0.5, data=Circles(50)))
    assert plot.view() != view


def test_the_last_point_of_a_class_stays() -> None:
    with pytest.raises(InputError, match="at least one point of each class"):
        after(Erased(tuple(range(20))), DrawnPoints(DATA, PointEdits()))
    assert after(Erased(tuple(range(19))), DrawnPoints(DATA, PointEdits())).erased == tuple(range(19))


def test_it_is_learned_from_what_was_drawn(open_training: Open) -> None:
    user = open_training()
    start = user.sees(lambda frame: frame.position == 0)
    user.presses(Key.Key_Right)
    user.sees(lambda frame: frame.position == 1)
    user.clicks("Draw 1")
    plot = user.tab.findChildren(DecisionPlot)[0]
    corner = QPoint(3, plot.viewport().height() - 3)
    QTest.mouseClick(plot.viewport(), LEFT, pos=corner)
    frame = user.sees(lambda frame: len(frame.dataset) == 41)
    assert (frame.position, frame.dataset.targets[-1, 0]) == (0, 1)
    assert (frame.weights == start.weights).all()
    assert "# Changed by hand" in user.code()
    user.presses(Key.Key_Space)
    user.sees(lambda frame: frame.position == 40 and not frame.playing)

    user.presses(Key.Key_Z, CONTROL)
    user.sees(lambda frame: len(frame.dataset) == 40)
    assert "# Changed by hand" not in user.code()
    user.presses(Key.Key_Z, CONTROL | SHIFT)
    user.sees(lambda frame: len(frame.dataset) == 41)
    user.presses(Key.Key_Escape)
    assert user.find(ToolSwitch, "What the mouse does to the points").key() == "look"

    again = open_training()  # it is remembered, and other data have nothing of it
    again.sees(lambda frame: len(frame.dataset) == 41)
    again.chooses("Data", "moons")

    def is_moons(frame: Frame) -> bool:
        return isinstance(frame.data, Moons)

    again.sees(is_moons)

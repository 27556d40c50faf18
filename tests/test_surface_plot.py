"""The plot of a surface: it fits its region, zooms, tells values, and copes with anything that is no number."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from surfaces import SQUARE, Surfaces

from engine.gradients.surface.protocol import Descend, MovePoint
from engine.gradients.surface.subjects import Region
from gui.palette import DARK, LIGHT
from gui.plots.surface_plot import SurfacePlot


@pytest.fixture(scope="module")
def surfaces() -> Surfaces:
    return Surfaces()


@pytest.fixture
def plot(qtbot: QtBot) -> SurfacePlot:
    plot = SurfacePlot()
    qtbot.addWidget(plot)
    plot.resize(560, 480)
    plot.show()
    plot.grab()  # before there is anything
    return plot


def pixel(plot: SurfacePlot, x: float, y: float) -> QPoint:
    return QPoint(round(plot.view().x_to_pixel(x)), round(plot.view().y_to_pixel(y)))


@pytest.mark.parametrize("region", [SQUARE, Region(-3, 3, 0, 4), Region(0, 1000, 0, 1), Region(1, 2, -500, 500)])
def test_the_whole_region_is_seen_undistorted_where_that_is_possible(
    plot: SurfacePlot, surfaces: Surfaces, region: Region
) -> None:
    plot.draw(surfaces.show("x*y", (1.5, 0.5), region))
    view = plot.view()
    assert (view.x_low, view.x_high, view.y_low, view.y_high) == pytest.approx(
        (region.x_low, region.x_high, region.y_low, region.y_high)
    )
    if 0.4 < (region.x_high - region.x_low) / (region.y_high - region.y_low) < 2.5:
        assert view.x_scale == pytest.approx(view.y_scale, rel=0.02)
    assert min(view.width, view.height) > 100


def test_the_wheel_zooms_in_and_f_shows_all_again(plot: SurfacePlot, surfaces: Surfaces, qtbot: QtBot) -> None:
    plot.draw(surfaces.show("x*y"))
    place = QPointF(pixel(plot, 0.5, 0.25))
    for delta in (480, -4800):
        wheel = QWheelEvent(
            place, QPointF(plot.viewport().mapToGlobal(place)), QPoint(), QPoint(0, delta), Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
        )  # fmt: skip
        QApplication.sendEvent(plot.viewport(), wheel)
        plot.grab()
        view = plot.view()
        assert (view.x_high - view.x_low < 3.5) == (delta > 0)
        assert -2 <= view.x_low < view.x_high <= 2  # never beyond what is known
    plot.setFocus()
    qtbot.keyClick(plot, Qt.Key.Key_F)
    assert plot.view().x_low == pytest.approx(-2)


def test_the_pointer_is_told_the_value_under_it(plot: SurfacePlot, surfaces: Surfaces, qtbot: QtBot) -> None:
    plot.draw(surfaces.show("x + 10*y", steps=40))
    qtbot.mouseMove(plot.viewport(), pixel(plot, 1.0, 0.5))
    assert plot.hover_card.isVisible()
    assert ">6<" in plot.hover_card.text()
    qtbot.mouseMove(plot.viewport(), QPoint(3, 3))
    assert not plot.hover_card.isVisible()


@pytest.mark.parametrize(
    "formula",
    ["log(x) + sqrt(y)", "1/x + 1/y", "sqrt(x - 99) + y", "exp(exp(9*x)) - y", "3", "x/0 + y", "x > y", "1e38*x"],
)
def test_whatever_the_values_are_the_picture_is_painted(plot: SurfacePlot, surfaces: Surfaces, formula: str) -> None:
    frame = surfaces.show(formula, (-1.0, 0.5))
    plot.draw(frame)
    pictures = []
    for palette in (LIGHT, DARK):
        plot.set_palette(palette)
        for spacing in ("auto", "linear", "log"):
            plot.set_spacing(spacing)
            pictures.append(plot.grab().toImage())
    assert pictures[0] != pictures[3]


def test_what_is_not_finite_looks_unlike_what_is(plot: SurfacePlot, surfaces: Surfaces) -> None:
    plot.set_arrows_shown(False)
    plot.draw(surfaces.show("log(x) + 0*y", (1.5, 1.5)))
    picture = plot.grab().toImage()

    def colours(x: float) -> set[int]:
        middle = pixel(plot, x, -1.0)
        return {picture.pixel(middle.x() + dx, middle.y() + dy) for dx in range(12) for dy in range(12)}

    ground = picture.pixel(2, 2)
    assert ground in colours(-1.0)  # the card shows through the hatching
    assert len(colours(-1.0)) > 1
    assert ground not in colours(1.0)


def test_a_descent_to_the_end_of_the_world_is_drawn_as_far_as_it_is_seen(plot: SurfacePlot, surfaces: Surfaces) -> None:
    surfaces.show("x**4 + y**4", (1.0, 0.5))
    for _ in range(3):
        plot.draw(surfaces.frame_after(Descend(50.0)))
        plot.grab()
    plot.draw(surfaces.frame_after(MovePoint(0.0, 0.0)))
    plot.grab()
    assert plot.marks.point is not None
    assert plot.marks.point.toTuple() == pytest.approx(pixel(plot, 0, 0).toTuple(), abs=1)

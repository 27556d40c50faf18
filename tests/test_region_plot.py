"""The region is painted once, points are told apart, and every place of the plane can be asked about."""

from __future__ import annotations

import numpy as np
import pytest
from keras_frames import EXTENT, make_frame, make_inference, make_points, make_region
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QImage, QMouseEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from engine.keras_lab.protocol import Points
from gui.palette import DARK, LIGHT, Palette
from gui.plots.class_colours import class_colour
from gui.plots.cloud_picture import EXACT_LIMIT
from gui.plots.region_plot import RegionPlot, output_at
from gui.plots.region_shade import boundaries, picture_of


@pytest.fixture
def plot(qtbot: QtBot) -> RegionPlot:
    plot = RegionPlot()
    qtbot.addWidget(plot)
    plot.resize(480, 360)
    with qtbot.waitExposed(plot):
        plot.show()
    return plot


def pixel(plot: RegionPlot, x: float, y: float) -> QPoint:
    return QPoint(round(plot.view().x_to_pixel(x)), round(plot.view().y_to_pixel(y)))


def hover(plot: RegionPlot, at: QPoint) -> None:
    place = QPointF(at)
    none, keys = Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier
    event = QMouseEvent(QMouseEvent.Type.MouseMove, place, plot.mapToGlobal(place), none, none, keys)
    QApplication.sendEvent(plot.viewport(), event)


def nearest_class(colour: QColor, palette: Palette) -> int:
    def distance(label: int) -> float:
        ground, surface = class_colour(palette, label), QColor(palette.surface)
        pairs = [(ground.red(), surface.red()), (ground.green(), surface.green()), (ground.blue(), surface.blue())]
        mixed = [under + 0.3 * (over - under) for over, under in pairs]
        return sum(abs(a - b) for a, b in zip(mixed, (colour.red(), colour.green(), colour.blue()), strict=True))

    return min(range(4), key=distance)


@pytest.mark.parametrize("palette", [LIGHT, DARK])
def test_each_class_has_the_colour_of_its_points_with_the_lowest_row_at_the_bottom(palette: Palette) -> None:
    picture = picture_of(make_region(class_count=4), palette)
    said = [nearest_class(picture.pixelColor(3, 19 - row), palette) for row in (2, 7, 12, 17)]
    assert said == [0, 1, 2, 3]


def test_the_surer_the_answer_the_stronger_the_colour() -> None:
    picture = picture_of(make_region(side=40), LIGHT)
    assert picture.pixelColor(0, 30).lightness() < picture.pixelColor(0, 21).lightness()


def test_what_is_not_finite_is_left_as_the_ground() -> None:
    region = make_region()
    region.strength[:] = np.nan
    picture = picture_of(region, LIGHT)
    assert {picture.pixelColor(x, y).name() for x in range(20) for y in range(20)} == {LIGHT.surface}


def test_boundaries_lie_where_one_class_gives_way_to_another() -> None:
    heights = {float(round(row, 6)) for row in boundaries(make_region(class_count=3, side=30))[..., 1].reshape(-1)}
    assert heights == {9.5, 19.5}
    assert len(boundaries(make_region(class_count=1))) == 0


def test_a_toss_up_everywhere_is_no_boundary() -> None:
    region = make_region()
    region.strength[:] = 0
    region.classes[:] = 1
    assert len(boundaries(region)) == 0


def test_a_region_is_painted_once_however_often_it_is_drawn(plot: RegionPlot, qtbot: QtBot) -> None:
    for _ in range(3):
        plot.draw(make_frame(region=make_region(7)))
        with qtbot.waitSignal(plot.painted):
            plot.viewport().update()
    assert plot.shade.pictures_made == 1
    plot.draw(make_frame(region=make_region(8)))
    with qtbot.waitSignal(plot.painted):
        plot.viewport().update()
    assert plot.shade.pictures_made == 2


def test_points_stand_where_they_are_and_those_held_out_are_rings(plot: RegionPlot) -> None:
    points = make_points(per_class=4)
    plot.draw(make_frame(points=points, region=None))
    picture: QImage = plot.grab().toImage()
    fill = class_colour(LIGHT, 0).name()
    seen = [picture.pixelColor(pixel(plot, *map(float, place))).name() for place in points.inputs[:4]]
    assert [colour == fill for colour in seen] == [not held for held in points.held_out[:4]]
    assert seen[0] == LIGHT.surface  # the middle of a ring


def test_of_very_many_points_only_some_are_drawn(plot: RegionPlot) -> None:
    points = make_points(per_class=EXACT_LIMIT)
    plot.draw(make_frame(points=points))
    assert plot.points.stride == 2
    assert plot.points.nearest(*QPointF(pixel(plot, -3, -0.5)).toTuple(), within=5) is not None


def test_a_point_tells_its_class_and_what_the_model_says_there(plot: RegionPlot) -> None:
    plot.draw(make_frame(points=make_points(per_class=4)))
    hover(plot, pixel(plot, -1.0, 0.5))
    text = plot.hover_card.text()
    assert plot.hover_card.isVisible()
    assert "-1.000, 0.500" in text
    assert "true class" in text
    assert "trained on" in text
    assert "output here" in text
    hover(plot, pixel(plot, 2.0, -2.0))
    assert "place" in plot.hover_card.text()
    assert "true class" not in plot.hover_card.text()


def test_a_click_asks_about_that_place_and_a_drag_moves_the_plane(plot: RegionPlot, qtbot: QtBot) -> None:
    plot.draw(make_frame())
    with qtbot.waitSignal(plot.clicked) as clicked:
        qtbot.mouseClick(plot.viewport(), Qt.MouseButton.LeftButton, pos=pixel(plot, 1.0, -1.0))
    assert clicked.args is not None
    assert clicked.args == pytest.approx([1.0, -1.0], abs=0.05)
    with qtbot.assertNotEmitted(plot.clicked):
        start = pixel(plot, 0, 0)
        qtbot.mousePress(plot.viewport(), Qt.MouseButton.LeftButton, pos=start)
        qtbot.mouseRelease(plot.viewport(), Qt.MouseButton.LeftButton, pos=start + QPoint(60, 0))


def test_the_whole_extent_is_shown_and_new_data_are_shown_whole(plot: RegionPlot) -> None:
    plot.draw(make_frame())
    view = plot.view()
    assert (view.x_low, view.x_high, view.y_low, view.y_high) == EXTENT
    wide = make_points()
    plot.draw(make_frame(points=Points(wide.inputs * 2, wide.classes, 2, wide.held_out, (-8.0, 8.0, -6.0, 6.0))))
    assert plot.view().x_high == 8.0


def test_new_points_are_marked_where_they_were_asked_about(plot: RegionPlot) -> None:
    plot.draw(make_frame(region=None))
    before = plot.grab().toImage()
    plot.draw(make_frame(region=None, inference=make_inference([(2, 2), (-2, -2), (np.nan, 0)])))
    after = plot.grab().toImage()
    for place, label in (((2.0, 2.0), 0), ((-2.0, -2.0), 0)):
        at = pixel(plot, *place)
        assert before.pixelColor(at) != after.pixelColor(at)
        assert after.pixelColor(at).name() == class_colour(LIGHT, label).name()


def test_what_the_model_says_is_read_from_the_cell_around_a_place() -> None:
    region = make_region()
    assert output_at(region, -3.9, -2.9) == pytest.approx([0.05])
    assert output_at(region, 3.9, 2.9) == pytest.approx([1.95])
    assert output_at(region, 4.1, 0) is None
    assert output_at(None, 0, 0) is None

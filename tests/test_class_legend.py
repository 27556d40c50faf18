"""The key to the region plot says as much as there is room for, and always all of it to a screen reader."""

from __future__ import annotations

from itertools import pairwise

import pytest
from keras_frames import make_points
from pytestqt.qtbot import QtBot

from gui.palette import DARK
from gui.tabs.keras.class_legend import ClassLegend


@pytest.fixture
def legend(qtbot: QtBot) -> ClassLegend:
    legend = ClassLegend()
    qtbot.addWidget(legend)
    return legend


def test_two_classes_have_words(legend: ClassLegend) -> None:
    legend.show_points(make_points(), stride=1)
    assert legend.accessibleDescription() == "class 0, class 1, held out"


def test_of_many_points_it_says_which_are_drawn(legend: ClassLegend) -> None:
    legend.show_points(make_points(class_count=4), stride=50)
    assert legend.accessibleDescription() == "class 0, class 1, class 2, class 3, held out, every 50th drawn"


def test_where_there_is_less_room_the_marks_are_still_there(legend: ClassLegend) -> None:
    legend.show_points(make_points(), stride=1)
    wide = legend.sizeHint().width()

    def marks(width: int) -> int:
        legend.resize(width, 24)
        picture = legend.grab().toImage()
        background = picture.pixel(0, 0)
        columns = [any(picture.pixel(x, y) != background for y in range(24)) for x in range(picture.width())]
        return sum(after and not before for before, after in pairwise(columns))

    assert marks(wide) > marks(round(0.72 * wide)) >= 6  # three marks, and three short words


def test_it_is_drawn_in_other_colours(legend: ClassLegend) -> None:
    legend.show_points(make_points(), stride=1)
    legend.resize(legend.sizeHint())
    before = legend.grab().toImage()
    legend.set_palette(DARK)
    assert legend.grab().toImage() != before

"""The heat map: each cell in its colour, told exactly under the pointer, chosen by a press."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QWheelEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gui.palette import DARK, LIGHT
from gui.plots.colour_scale import ColourScale
from gui.plots.heat_map import HeatMap


@pytest.fixture
def heat(qtbot: QtBot) -> HeatMap:
    heat = HeatMap()
    qtbot.addWidget(heat)
    heat.resize(500, 420)
    heat.set_palette(LIGHT)
    heat.show()
    return heat


def see(heat: HeatMap, cells: Any, low: float = 0.0, high: float = 1.0) -> None:
    cells = np.asarray(cells, np.float64)
    heat.show_cells(cells, ColourScale(low, high), str, lambda cell: [("value", str(cells[cell]))])


def pixel(heat: HeatMap, row: float, column: float) -> QPoint:
    """Where this place of the plane is on the widget; a cell's corner with whole numbers."""
    view = heat.view()
    return QPointF(view.x_to_pixel(column), view.y_to_pixel(-row)).toPoint()


def colour(heat: HeatMap, row: int, column: int) -> str:
    """That of a cell, near its corner, where no number stands."""
    return heat.grab().toImage().pixelColor(pixel(heat, row + 0.12, column + 0.12)).name()


def test_the_cells_have_the_colours_of_the_scale(heat: HeatMap) -> None:
    see(heat, [[0, 1], [0.5, 0]])
    table = ColourScale(0, 1).table(LIGHT)
    assert colour(heat, 0, 0) == colour(heat, 1, 1) == QColor(table[0]).name()
    assert colour(heat, 0, 1) == QColor(table[253]).name()
    assert colour(heat, 1, 0) == QColor(table[127]).name()


def test_what_is_no_number_is_seen_at_once(heat: HeatMap) -> None:
    see(heat, [[0, np.nan], [np.inf, 1]])
    assert colour(heat, 0, 1) == LIGHT.line
    assert colour(heat, 1, 0) == LIGHT.text
    heat.set_palette(DARK)
    assert colour(heat, 0, 1) == DARK.line


def test_one_wrong_cell_of_a_million_is_seen(heat: HeatMap) -> None:
    cells = np.zeros((1000, 1000))
    cells[321, 654] = np.nan
    see(heat, cells)
    image = heat.grab().toImage()
    found = pixel(heat, 321.5, 654.5)
    near = [image.pixelColor(found.x() + x, found.y() + y).name() for x in (-1, 0, 1) for y in (-1, 0, 1)]
    assert LIGHT.line in near


def test_the_pointer_is_told_the_exact_value(heat: HeatMap, qtbot: QtBot) -> None:
    see(heat, [[0.25, 1 / 3], [0, 1]])
    with qtbot.waitSignal(heat.hovered) as hovered:
        qtbot.mouseMove(heat.viewport(), pixel(heat, 0.5, 1.5))
    assert hovered.args == [(0, 1)]
    assert heat.hover_card.isVisible()
    assert "0.3333333333333333" in heat.hover_card.text()
    with qtbot.waitSignal(heat.hovered) as hovered:
        qtbot.mouseMove(heat.viewport(), QPoint(2, 2))
    assert hovered.args == [None]
    assert not heat.hover_card.isVisible()


def test_a_press_chooses_a_cell_and_a_drag_does_not(heat: HeatMap, qtbot: QtBot) -> None:
    see(heat, [[0, 1], [0.5, 0]])
    with qtbot.waitSignal(heat.chosen) as chosen:
        qtbot.mouseClick(heat.viewport(), Qt.MouseButton.LeftButton, pos=pixel(heat, 1.5, 0.5))
    assert chosen.args == [(1, 0)]
    with qtbot.assertNotEmitted(heat.chosen):
        qtbot.mousePress(heat.viewport(), Qt.MouseButton.LeftButton, pos=pixel(heat, 1.5, 0.5))
        qtbot.mouseRelease(heat.viewport(), Qt.MouseButton.LeftButton, pos=pixel(heat, 0.5, 1.5))
        qtbot.mouseClick(heat.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(3, 3))


def test_the_wheel_shows_fewer_cells_until_all_are_asked_for(heat: HeatMap, qtbot: QtBot) -> None:
    see(heat, np.arange(10_000).reshape(100, 100), 0, 9999)
    whole = heat.view()
    middle = QPointF(heat.viewport().rect().center())
    event = QWheelEvent(
        middle, heat.mapToGlobal(middle), QPoint(), QPoint(0, 480), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(heat.viewport(), event)
    assert heat.view().x_scale > 1.2 * whole.x_scale
    qtbot.keyClick(heat, Qt.Key.Key_F)
    assert heat.view() == whole


def test_a_drawing_that_leaves_something_out_says_so(heat: HeatMap) -> None:
    see(heat, [[0, 1]])
    assert heat.accessibleDescription() == ""
    cells = np.broadcast_to(np.float64(0), (10_000, 10_000))
    heat.show_cells(cells, ColourScale(0, 1), str, lambda cell: [])
    assert heat.accessibleDescription() == "Drawn from one in 5 rows and columns; turn the wheel to see all."


def test_nothing_to_see_and_a_single_row_are_all_right(heat: HeatMap) -> None:
    see(heat, np.zeros((0, 3)))
    heat.grab()
    see(heat, np.linspace(0, 1, 5000).reshape(1, 5000))
    assert colour(heat, 0, 0) != colour(heat, 0, 4998)

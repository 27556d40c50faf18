"""The tensor view shows every tensor, whatever its rank, dtype and size, and gives its values away."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from tensors import EVERY_DTYPE, value_of

from engine.errors import Problem
from gui.controls.tensor_view import TensorView
from gui.controls.tensor_view.table_model import PlaneModel
from gui.palette import DARK


@pytest.fixture
def view(qtbot: QtBot) -> TensorView:
    view = TensorView()
    qtbot.addWidget(view)
    qtbot.addWidget(view.mode_switch)
    view.resize(624, 560)
    view.show()
    return view


def see(view: TensorView, array: Any) -> None:
    view.show_value(value_of(array), "x")
    view.grab()


@pytest.mark.parametrize("rank", range(6))
@pytest.mark.parametrize("mode", ["values", "map", "stats"])
def test_every_rank_in_every_mode(view: TensorView, rank: int, mode: str) -> None:
    view.set_mode(mode)
    shape = (2, 3, 4, 2, 3)[:rank]
    see(view, np.arange(np.prod(shape), dtype=np.float32).reshape(shape))
    view.set_palette(DARK)
    assert view.grid.isVisible() == (mode == "values")
    assert view.map.isVisible() == (mode == "map")
    assert view.stats.isVisible() == (mode == "stats")


@pytest.mark.parametrize("dtype", EVERY_DTYPE)
def test_every_dtype_in_every_mode(view: TensorView, dtype: str) -> None:
    for mode in ("values", "map", "stats"):
        view.set_mode(mode)
        see(view, EVERY_DTYPE[dtype])
    assert view.stats.texts()["dtype"] == dtype
    assert dtype in view.chips.texts()


def test_what_has_no_elements_is_said_in_words(view: TensorView) -> None:
    see(view, np.zeros((0, 3)))
    assert "(0, 3)" in view.words()
    assert not view.grid.isVisible()
    see(view, 3.5)
    assert "scalar" in view.words()
    view.set_mode("map")
    see(view, np.array([b"word"], object))
    assert "heat map" in view.words()


def test_the_chips_tell_of_nan_and_infinity(view: TensorView) -> None:
    see(view, np.array([1, np.nan, np.inf], np.float32))
    assert {"NaN 1", "inf 1", "min 1", "max 1"} <= set(view.chips.texts())


def test_of_a_million_cells_only_those_are_asked_for_that_can_be_seen(
    view: TensorView, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = set()
    text = PlaneModel.text

    def noted(self: PlaneModel, cell: tuple[int, int]) -> str:
        asked.add(cell)
        return text(self, cell)

    monkeypatch.setattr(PlaneModel, "text", noted)
    see(view, np.zeros((1000, 1000)))
    assert view.table.isVisible()
    view.table.verticalScrollBar().setValue(10_000)
    view.grab()
    assert 50 < len(asked) < 2000


def test_a_slice_is_picked_and_told(view: TensorView, qtbot: QtBot) -> None:
    see(view, np.arange(24).reshape(2, 3, 4))
    plane = view.plane().with_position(0, 1)
    view._slices.plane_chosen.emit(plane)
    assert view.grid.text_at((0, 0)) == "12"
    with qtbot.waitSignal(view.element_chosen) as chosen:
        qtbot.mouseClick(view.grid, Qt.MouseButton.LeftButton, pos=view.grid.cell_rect((2, 1)).center().toPoint())
    assert chosen.args == [(1, 2, 1)]


def test_hovering_tells_the_element(view: TensorView, qtbot: QtBot) -> None:
    see(view, np.arange(4).reshape(2, 2))
    with qtbot.waitSignal(view.element_hovered) as hovered:
        qtbot.mouseMove(view.grid, view.grid.cell_rect((1, 0)).center().toPoint())
    assert hovered.args == [(1, 0)]
    view.mark([(0, 1)])
    assert view.grid.is_marked((0, 1))


def test_copies_what_is_selected_and_all_as_code(view: TensorView, qtbot: QtBot) -> None:
    see(view, np.array([[1, 2], [3, 4]]))
    view.grid.select((0, 0), (1, 0))
    qtbot.keyClick(view.grid, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    view.copy()
    assert QApplication.clipboard().text() == "1\n3"
    view.copy_code()
    assert QApplication.clipboard().text().startswith("np.array([[1, 2],")


def test_refuses_to_copy_a_huge_one(view: TensorView, qtbot: QtBot) -> None:
    see(view, np.zeros((1000, 1000)))
    with qtbot.waitSignal(view.refused) as refused:
        view.copy_code()
    assert isinstance(refused.args[0], Problem)


def test_the_histogram_carries_the_density(view: TensorView, qtbot: QtBot) -> None:
    value = value_of(np.random.default_rng(0).normal(size=1000))
    assert value.statistics is not None
    view.set_mode("stats")
    view.show_value(value)
    plain = view.stats.histogram.grab().toImage()
    view.set_density(np.full(len(value.statistics.counts), 20.0))
    assert view.stats.histogram.grab().toImage() != plain


def test_the_heat_map_tells_the_exact_value(view: TensorView, qtbot: QtBot) -> None:
    view.set_mode("map")
    see(view, np.array([[0.1, 0.2]], np.float32))
    plane = view.map.view()
    spot = QPoint(round(plane.x_to_pixel(1.5)), round(plane.y_to_pixel(-0.5)))
    with qtbot.waitSignal(view.element_hovered) as hovered:
        qtbot.mouseMove(view.map.viewport(), spot)
    assert hovered.args == [(0, 1)]
    assert "0.2" in view.map.hover_card.text()

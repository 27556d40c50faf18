"""The slice bar: of a tensor with many axes, which lie flat, and where the others are held."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication, QComboBox, QLabel
from pytestqt.qtbot import QtBot

from gui.controls.tensor_view.axis_slider import AxisSlider
from gui.controls.tensor_view.plane import Plane, first_plane
from gui.controls.tensor_view.slice_bar import SliceBar


@pytest.fixture
def bar(qtbot: QtBot) -> SliceBar:
    bar = SliceBar()
    qtbot.addWidget(bar)
    bar.resize(600, 120)
    bar.show()
    return bar


def sliders(bar: SliceBar) -> list[AxisSlider]:
    QApplication.processEvents()  # new ones are shown when they are laid out
    return sorted((s for s in bar.findChildren(AxisSlider) if s.isVisible()), key=lambda slider: slider.axis)


def label(bar: SliceBar) -> str:
    return next(label.text() for label in bar.findChildren(QLabel) if label.property("role") == "mono")


def axes(bar: SliceBar) -> tuple[str, str]:
    down, across = bar.findChildren(QComboBox)
    return down.currentText(), across.currentText()


@pytest.mark.parametrize(
    ("shape", "held", "is_needed"),
    [((), [], False), ((5,), [], False), ((3, 4), [], False), ((2, 3, 4), [0], True), ((2, 1, 5, 3, 4), [0, 2], True)],
)
def test_a_slider_for_each_axis_that_is_held(
    bar: SliceBar, shape: tuple[int, ...], held: list[int], is_needed: bool
) -> None:
    bar.show_plane(first_plane(shape))
    assert [slider.axis for slider in sliders(bar)] == held
    assert bar.is_needed() == is_needed


def test_says_what_is_seen_and_follows_what_is_shown(bar: SliceBar) -> None:
    bar.show_plane(first_plane((2, 3, 4)).with_position(0, 1))
    assert label(bar) == "[1, :, :]"
    assert axes(bar) == ("axis 1", "axis 2")
    (slider,) = sliders(bar)
    bar.show_plane(first_plane((2, 3, 4)))
    assert label(bar) == "[0, :, :]"
    assert sliders(bar) == [slider]  # it is moved, not made anew


def test_a_moved_slider_chooses_another_plane(bar: SliceBar, qtbot: QtBot) -> None:
    bar.show_plane(first_plane((5, 3, 4)))
    (slider,) = sliders(bar)
    with qtbot.waitSignal(bar.plane_chosen) as chosen:
        slider.moved.emit(3)
    assert chosen.args == [first_plane((5, 3, 4)).with_position(0, 3)]
    assert label(bar) == "[3, :, :]"


@pytest.mark.parametrize(("box", "axis", "expected"), [(0, 0, "[:, 0, :]"), (1, 0, "[:, :, 0]"), (0, 2, "[0, :, :]")])
def test_other_axes_can_lie_flat(bar: SliceBar, qtbot: QtBot, box: int, axis: int, expected: str) -> None:
    bar.show_plane(first_plane((2, 3, 4)))
    chooser = bar.findChildren(QComboBox)[box]
    with qtbot.waitSignal(bar.plane_chosen) as chosen:
        chooser.setCurrentIndex(axis)
        chooser.activated.emit(axis)
    plane: Plane = chosen.args[0]
    assert label(bar) == plane.label() == expected
    assert axes(bar)[box] == f"axis {axis}"
    assert len(set(axes(bar))) == 2  # the same axis cannot run both ways


def test_an_axis_longer_than_a_page_has_pages(bar: SliceBar) -> None:
    bar.show_plane(first_plane((200_000_000, 2)))
    assert [slider.axis for slider in sliders(bar)] == [0]
    assert bar.is_needed()

"""The card of tapes draws what was recorded, and tells how a chosen operation's slope makes the gradient."""

from __future__ import annotations

from functools import cache

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from engine.expressions import compile_expression
from engine.gradients.recording import Recording, record
from gui.controls.elided_label import ElidedLabel
from gui.language import Language
from gui.palette import DARK, LIGHT
from gui.tabs.gradients.chain_words import Part
from gui.tabs.gradients.parts_line import ROW_HEIGHT, PartsLine
from gui.tabs.gradients.tape_picture import TapePicture
from gui.tabs.gradients.tapes_card import TapesCard

Key = Qt.Key


@cache
def recorded(text: str, order: int = 2, at: float = 1.4) -> Recording:
    return record(compile_expression(text).tree, "t", at, order, "float32")


@pytest.fixture
def card(qtbot: QtBot) -> TapesCard:
    card = TapesCard()
    qtbot.addWidget(card)
    card.resize(392, 420)
    card.show()
    return card


def picture(card: TapesCard) -> TapePicture:
    return card.findChildren(TapePicture)[0]


def lines(card: TapesCard) -> list[str]:
    """What is told of slopes and of the chain rule."""
    return [line.text() for line in card.findChildren(PartsLine) if line.isVisible()]


def about(card: TapesCard) -> str:
    return next(label for label in card.findChildren(ElidedLabel) if not label.isHidden()).words()


def click(card: TapesCard, qtbot: QtBot, operation: int) -> None:
    area = picture(card).area_of(operation)
    assert not area.isEmpty()
    qtbot.mouseClick(picture(card), Qt.MouseButton.LeftButton, pos=area.center().toPoint())


def test_draws_tapes_within_tapes(card: TapesCard) -> None:
    for order in (1, 2, 3, 4):
        card.show_recording(recorded("4.9*t**2", order))
        layout = picture(card).layout_of_tapes()
        assert layout is not None
        assert len(layout.frames) == order
        for inner, outer in zip(layout.frames, layout.frames[1:], strict=False):
            assert outer.area.contains(inner.area)
        for chip in layout.chips:
            operation = recorded("4.9*t**2", order).operations[chip.operation]
            homes = [frame.tape for frame in layout.frames if frame.area.contains(chip.area)]
            assert homes == list(range(operation.phase, order))
        for one in layout.chips:
            assert not any(one.area.intersects(other.area) for other in layout.chips if other is not one)


def test_tells_the_chain_rule_of_every_tape(card: TapesCard) -> None:
    card.show_recording(recorded("4.9*t**2"))
    assert lines(card) == ["speed = Mul 4.9 · Pow 2.8 = 13.72", "acceleration = Mul 9.8 · Pow 1 = 9.8"]


def test_an_operation_is_chosen_by_a_click(card: TapesCard, qtbot: QtBot) -> None:
    card.show_recording(recorded("4.9*t**2"))
    click(card, qtbot, 1)
    assert about(card) == "Recorded by inner_tape and outer_tape."
    assert picture(card).accessibleDescription() == "Mul 4.9·1.96 = 9.604"
    assert lines(card)[0] == "∂Mul/∂4.9 = 1.96   ∂Mul/∂Pow = 4.9"
    click(card, qtbot, 3)
    assert about(card) == "Not recorded: nothing that a tape watches goes into it."
    assert lines(card) == []
    qtbot.mouseClick(picture(card), Qt.MouseButton.LeftButton, pos=QPoint(2, 2))
    assert about(card).startswith("Choose an operation")


def test_an_operation_is_chosen_by_keys(card: TapesCard, qtbot: QtBot) -> None:
    card.show_recording(recorded("4.9*t**2"))
    picture(card).setFocus()
    seen = []
    for key in (Key.Key_Right, Key.Key_Right, Key.Key_Down, Key.Key_End, Key.Key_Up, Key.Key_Home, Key.Key_Escape):
        qtbot.keyClick(picture(card), key)
        seen.append(picture(card).accessibleDescription().partition(" =")[0])
    assert seen[0] == seen[5] == "Pow t²"
    assert seen[1] == "Mul 4.9·1.96"
    assert len(set(seen)) == 6
    assert seen[6] == ""


def test_what_is_chosen_stays_so_while_the_point_is_dragged(card: TapesCard, qtbot: QtBot) -> None:
    card.show_recording(recorded("4.9*t**2"))
    click(card, qtbot, 1)
    card.show_recording(recorded("4.9*t**2", at=2.0))
    assert picture(card).accessibleDescription() == "Mul 4.9·4 = 19.6"
    assert lines(card)[1] == "speed = Mul 4.9 · Pow 4 = 19.6"
    card.show_recording(recorded("sin(t)*exp(-t/3)"))
    assert about(card).startswith("Choose an operation")


def test_several_ways_are_added_and_the_one_that_is_looked_at_comes_first(card: TapesCard, qtbot: QtBot) -> None:
    card.show_recording(recorded("sin(t)*exp(-t/3)", 1))
    assert lines(card) == [
        "dy/dt = Mul 0.6271 · Sin 0.17 + Mul 0.9854 · Exp 0.6271 · RealDiv 0.3333 · Neg (−1) = −0.0994"
    ]
    click(card, qtbot, 3)
    assert lines(card)[1].startswith("dy/dt = Mul 0.9854 · Exp 0.6271 · RealDiv 0.3333")
    card.show_recording(recorded("log(t)/sqrt(t)", 3))
    assert " + 22 more = " in lines(card)[2]


def test_says_where_no_way_leads_from_the_point(card: TapesCard) -> None:
    card.show_recording(recorded("maximum(t, 1)"))
    assert lines(card)[1] == "d²y/dt² = 0  no way from t leads here: gradient() gives None"


def test_operations_on_shapes_are_shown_on_demand(card: TapesCard) -> None:
    button = card.findChildren(QPushButton)[0]
    card.show_recording(recorded("4.9*t**2"))
    assert not button.isVisible()
    card.show_recording(recorded("sin(t)*exp(-t/3)"))
    layout = picture(card).layout_of_tapes()
    assert layout is not None
    few = len(layout.chips)
    assert button.isVisible()
    button.click()
    layout = picture(card).layout_of_tapes()
    assert layout is not None
    assert len(layout.chips) == len(recorded("sin(t)*exp(-t/3)").operations) > few


def test_long_records_can_be_scrolled_through(card: TapesCard, qtbot: QtBot) -> None:
    recording = recorded("sin(t)*exp(-t/3)", 4)
    card.show_recording(recording)
    QApplication.processEvents()  # for it to be laid out
    picture(card).setFocus()
    qtbot.keyClick(picture(card), Key.Key_End)
    layout = picture(card).layout_of_tapes()
    assert layout is not None
    last = picture(card).area_of(layout.chips[-1].operation).center().toPoint()
    assert picture(card).visibleRegion().contains(last)


def test_one_too_long_to_follow_is_shown_all_the_same(card: TapesCard) -> None:
    card.show_recording(recorded("reduce_sum(ones(1000)*t)", 1))
    assert lines(card) == ["dy/dt = too much for a line = 1000"]


def test_draws_in_the_colours_of_the_palette(card: TapesCard) -> None:
    card.show_recording(recorded("4.9*t**2"))
    for palette in (LIGHT, DARK):
        card.set_palette(palette)
        image = picture(card).grab().toImage()
        found = {image.pixelColor(x, y).name() for x in range(image.width()) for y in range(0, image.height(), 3)}
        assert QColor(palette.accent).name() in found
        assert QColor(palette.caution).name() in found


def test_speaks_the_language_of_the_window(card: TapesCard, qapp: QApplication) -> None:
    language = Language(qapp, "en")
    card.show_recording(recorded("4.9*t**2"))
    language.choose("zh_CN")
    language.choose("en")
    assert about(card).startswith("Choose an operation")


@pytest.mark.parametrize("rows", [1, 2, 3])
@pytest.mark.parametrize("width", [60, 140, 260, 900])
def test_a_line_keeps_its_end_and_never_leaves_its_widget(qtbot: QtBot, rows: int, width: int) -> None:
    line = PartsLine()
    qtbot.addWidget(line)
    line.resize(width, ROW_HEIGHT)
    line.set_most_rows(rows)
    parts = [Part("dy/dt = "), *(Part(f" + Mul {n}", is_strong=n == 2) for n in range(8)), Part(" = 13.72")]
    line.show_parts(parts, LIGHT.accent)
    line.show()
    assert line.height() <= rows * ROW_HEIGHT
    assert all(area.right() <= width + 2 for area, _ in line.placed())
    if width > 100:
        assert line.shown_text().endswith("= 13.72")
    if width == 900:
        assert line.shown_text() == line.text()

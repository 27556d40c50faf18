"""The card around the decision plot says where the line lies and how well it divides."""

from __future__ import annotations

import pytest
from frames import make_frame
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLabel
from pytestqt.qtbot import QtBot

from engine.datasets import Dataset
from gui.controls.legend import Legend
from gui.controls.readout import Readout
from gui.tabs.training.decision_card import DecisionCard


@pytest.fixture
def card(qtbot: QtBot) -> DecisionCard:
    card = DecisionCard("prediction")
    qtbot.addWidget(card)
    card.resize(600, 640)
    card.show()
    return card


def button(card: DecisionCard, name: str) -> QAbstractButton:
    return next(button for button in card.findChildren(QAbstractButton) if button.accessibleName() == name)


def visible_words(card: DecisionCard) -> set[str]:
    return {label.text() for label in card.findChildren(QLabel) if label.isVisible()}


def test_says_where_the_line_lies_and_how_many_are_right(card: DecisionCard, dataset: Dataset) -> None:
    frame = make_frame(dataset, (0.2, -0.2), 0.5)
    card.draw(frame)
    assert "y = 1·x + 0" in visible_words(card)
    assert card.findChildren(Readout)[0].text() == f"accuracy {100 * frame.accuracy:.1f} %"
    assert card.findChildren(Legend)[0].texts()[-1] == f"wrong: {frame.wrong}"


def test_without_a_line_it_says_why(card: DecisionCard, dataset: Dataset) -> None:
    card.draw(make_frame(dataset, (0, 0)))
    shown = visible_words(card)
    assert not any(text.startswith("y = ") for text in shown)
    assert any(text.startswith("W is 0") for text in shown)


def test_the_colouring_is_remembered_and_told(card: DecisionCard, qtbot: QtBot) -> None:
    assert button(card, "Predicted").isChecked()
    with qtbot.waitSignal(card.colouring_chosen) as chosen:
        qtbot.mouseClick(button(card, "True"), Qt.MouseButton.LeftButton)
    assert chosen.args == ["class"]
    other = DecisionCard("class")
    qtbot.addWidget(other)
    assert button(other, "True").isChecked()


def test_the_colouring_colours_the_points(card: DecisionCard, dataset: Dataset, qtbot: QtBot) -> None:
    card.draw(make_frame(dataset, (-0.2, 0.2), 0.5))  # everything is on the wrong side
    predicted = card.plot.grab().toImage()
    qtbot.mouseClick(button(card, "True"), Qt.MouseButton.LeftButton)
    assert card.plot.grab().toImage() != predicted


def test_passes_on_where_the_line_was_dragged(card: DecisionCard, qtbot: QtBot) -> None:
    with qtbot.waitSignal(card.line_dragged) as dragged:
        card.plot.line_dragged.emit("weights", "bias")
    assert dragged.args == ["weights", "bias"]

"""A line of words that has no room is cut short, and stands whole in its tooltip."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from gui.controls.elided_label import ElidedLabel

WORDS = "where the prediction is 0.5, on the line and nowhere else"


@pytest.fixture
def label(qtbot: QtBot) -> ElidedLabel:
    label = ElidedLabel("muted")
    qtbot.addWidget(label)
    label.resize(800, 20)
    label.show()
    return label


def test_shows_what_has_room(label: ElidedLabel) -> None:
    label.show_words(WORDS)
    assert label.text() == label.words() == label.toolTip() == label.accessibleDescription() == WORDS


def test_cuts_what_has_none_and_tells_it_whole(label: ElidedLabel) -> None:
    label.show_words(WORDS)
    label.resize(120, 20)
    assert label.text() != WORDS
    assert WORDS.startswith(label.text().removesuffix("…"))
    assert label.fontMetrics().horizontalAdvance(label.text()) <= 120
    assert label.words() == label.toolTip() == WORDS
    label.resize(800, 20)
    assert label.text() == WORDS


def test_takes_no_room_from_its_neighbours(label: ElidedLabel) -> None:
    before = label.minimumSizeHint().width()
    label.show_words(WORDS)
    assert label.sizePolicy().horizontalPolicy() == ElidedLabel("muted").sizePolicy().Policy.Ignored
    assert before <= label.width()


def test_the_tooltip_may_say_more(label: ElidedLabel) -> None:
    label.show_words("MatMul", "MatMul (2, 2), (2, 1) → (2, 1)")
    assert label.text() == "MatMul"
    assert label.toolTip() == "MatMul (2, 2), (2, 1) → (2, 1)"

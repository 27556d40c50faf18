"""A column scrolls where it must, and its rows keep their width when the scroll bar comes."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from gui.controls.scroll_column import ScrollColumn


@pytest.fixture
def column(qtbot: QtBot) -> ScrollColumn:
    column = ScrollColumn(margin=14)
    qtbot.addWidget(column)
    column.setStyleSheet("QScrollBar:vertical { width: 10px; }")  # as the window's style sheet has it
    for number in range(12):
        label = QLabel(str(number))
        label.setFixedHeight(40)
        column.column.addWidget(label)
    column.resize(240, 900)
    with qtbot.waitExposed(column):
        column.show()
    return column


def labels(column: ScrollColumn) -> list[QLabel]:
    return column.findChildren(QLabel)


def test_the_scroll_bar_stands_in_the_margin(column: ScrollColumn, qtbot: QtBot) -> None:
    assert not column.verticalScrollBar().isVisible()
    wide = labels(column)[0].width()
    column.resize(240, 200)
    qtbot.waitUntil(column.verticalScrollBar().isVisible)
    qtbot.waitUntil(lambda: labels(column)[0].width() == wide)


def test_what_is_asked_for_comes_into_view(column: ScrollColumn, qtbot: QtBot) -> None:
    column.resize(240, 200)
    last = labels(column)[-1]
    column.bring_into_view(last)
    qtbot.waitUntil(lambda: not last.visibleRegion().isEmpty())

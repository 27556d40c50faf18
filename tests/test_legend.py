"""The key to the decision plot says what its marks stand for."""

from __future__ import annotations

from typing import cast

import pytest
from PySide6.QtWidgets import QApplication, QHBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from gui.controls.legend import Legend
from gui.palette import DARK


@pytest.fixture
def row(qtbot: QtBot) -> QWidget:
    """Has room to spare."""
    row = QWidget()
    qtbot.addWidget(row)
    layout = QHBoxLayout(row)
    layout.setContentsMargins(0, 0, 0, 0)
    row.resize(600, 24)
    row.show()
    return row


@pytest.fixture
def legend(row: QWidget) -> Legend:
    legend = Legend()
    cast("QHBoxLayout", row.layout()).addWidget(legend)
    legend.show()
    QApplication.processEvents()
    return legend


def test_names_the_classes_and_counts_the_wrong(legend: Legend) -> None:
    legend.show_wrong(1403)
    assert legend.texts() == ("class 0", "class 1", "wrong: 1,403")
    assert legend.accessibleDescription() == "wrong: 1,403"
    assert legend.toolTip()


def test_where_room_is_scarce_it_is_shorter(legend: Legend) -> None:
    legend.show_wrong(17)
    width = legend.width()
    legend.window().resize(width - 20, 24)
    assert legend.texts() == ("0", "1", "wrong: 17")
    assert legend.minimumSizeHint().width() <= legend.width()
    legend.window().resize(600, 24)
    assert legend.width() == width
    assert legend.texts()[0] == "class 0"


def test_a_longer_number_moves_nothing(legend: Legend) -> None:
    legend.show_wrong(0)
    width = legend.width()
    legend.show_wrong(19_000_000)
    assert legend.width() == width


def test_draws_the_number_and_in_the_colours_in_force(legend: Legend) -> None:
    legend.show_wrong(1)
    one = legend.grab().toImage()
    legend.show_wrong(2)
    two = legend.grab().toImage()
    assert one != two
    legend.set_palette(DARK)
    assert legend.grab().toImage() != two

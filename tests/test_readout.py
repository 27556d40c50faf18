"""A readout changes its words without moving its neighbours."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPalette
from pytestqt.qtbot import QtBot

from gui.controls.readout import Readout


def test_its_width_is_what_was_reserved(qtbot: QtBot) -> None:
    readout = Readout()
    qtbot.addWidget(readout)
    readout.reserve("step 8,888,888 of 8,888,888")
    width = readout.width()
    readout.show_parts(("step 1", False))
    assert readout.width() == width
    readout.reserve("step 8 of 8")
    assert readout.width() < width


def test_it_says_everything_to_a_screen_reader(qtbot: QtBot) -> None:
    readout = Readout()
    qtbot.addWidget(readout)
    readout.show_parts(("step 12", False), ("of 40", True), below="5 steps/s")
    assert readout.accessibleDescription() == readout.text() == "step 12 of 40 5 steps/s"


def test_loud_and_quiet_parts_and_the_side_that_they_stand_on(qtbot: QtBot) -> None:
    readout = Readout(Qt.AlignmentFlag.AlignRight)
    qtbot.addWidget(readout)
    palette = readout.palette()
    palette.setColor(QPalette.ColorRole.Window, QColor("white"))
    palette.setColor(QPalette.ColorRole.WindowText, QColor("red"))
    palette.setColor(QPalette.ColorRole.PlaceholderText, QColor("blue"))
    readout.setPalette(palette)
    readout.reserve("x" * 40)
    readout.show_parts(("MMM", True), ("MMM", False))
    image = readout.grab().toImage()
    columns: dict[str, list[int]] = {"red": [], "blue": []}
    for x in range(image.width()):
        for y in range(image.height()):
            pixel = image.pixelColor(x, y)
            if pixel.red() > pixel.blue() + 60:
                columns["red"].append(x)
            elif pixel.blue() > pixel.red() + 60:
                columns["blue"].append(x)
    assert image.width() / 2 < min(columns["blue"]) <= max(columns["blue"]) < min(columns["red"])

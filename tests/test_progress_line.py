"""A thin line says how much is done, to the eye and to a screen reader."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QPalette
from pytestqt.qtbot import QtBot

from gui.controls.progress_line import ProgressLine


@pytest.fixture
def line(qtbot: QtBot) -> ProgressLine:
    line = ProgressLine()
    qtbot.addWidget(line)
    line.resize(200, line.height())
    return line


def filled(line: ProgressLine) -> int:
    picture = line.grab().toImage()
    accent = line.palette().color(QPalette.ColorRole.Highlight).name()
    return sum(picture.pixelColor(x, 1).name() == accent for x in range(picture.width()))


@pytest.mark.parametrize(("share", "pixels"), [(0.0, 0), (0.25, 50), (1.0, 200), (-1.0, 0), (7.0, 200)])
def test_it_is_as_long_as_what_is_done(line: ProgressLine, share: float, pixels: int) -> None:
    line.show_share(share)
    assert filled(line) == pytest.approx(pixels, abs=4)
    assert line.accessibleDescription() in ("", f"{min(max(share, 0), 1):.0%}")


def test_where_nothing_is_under_way_it_keeps_its_place_unseen(line: ProgressLine) -> None:
    line.show_share(0.5)
    line.set_shown(False)
    assert filled(line) == 0
    assert line.sizeHint().height() == line.height()
    line.set_shown(True)
    assert filled(line) > 0

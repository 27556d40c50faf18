"""The theme puts its colours in force everywhere, follows the system, and can be told otherwise."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPalette
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from gui import fonts
from gui.palette import DARK, LIGHT, Palette
from gui.theme import Theme, mixed, style_sheet


@pytest.fixture
def theme(qapp: QApplication) -> Iterator[Theme]:
    theme = Theme(qapp, "light")
    yield theme
    theme.choose("light")
    theme.deleteLater()
    qapp.setStyleSheet("")  # its pictures go with the theme


def test_the_choice_is_in_force_at_once(theme: Theme, qapp: QApplication, qtbot: QtBot) -> None:
    with qtbot.waitSignal(theme.palette_changed) as change:
        theme.choose("dark")
    assert change.args == [DARK]
    assert theme.palette is DARK
    assert qapp.palette().color(QPalette.ColorRole.Window) == QColor(DARK.background)


def test_the_same_choice_again_changes_nothing(theme: Theme, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(theme.palette_changed):
        theme.choose("light")


def test_an_unknown_choice_follows_the_system(theme: Theme) -> None:
    theme.choose("sepia")
    assert theme.choice == "system"


def test_follows_the_system_unless_told(theme: Theme, qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> None:
    hints = qapp.styleHints()
    theme.choose("system")
    monkeypatch.setattr(type(hints), "colorScheme", lambda _: Qt.ColorScheme.Dark)
    hints.colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    assert theme.palette is DARK
    theme.choose("light")
    hints.colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    assert theme.palette is LIGHT


@pytest.mark.parametrize("palette", [LIGHT, DARK])
def test_the_style_sheet_is_filled_in_and_its_pictures_exist(palette: Palette, tmp_path: Path, qtbot: QtBot) -> None:
    sheet = style_sheet(palette, tmp_path)
    assert "$" not in sheet
    assert palette.accent in sheet
    named = {line.split('url("')[1].split('"')[0] for line in sheet.splitlines() if 'url("' in line}
    assert named
    assert all(Path(name).exists() for name in named)


def test_standard_widgets_wear_it(theme: Theme, qtbot: QtBot) -> None:
    field, words = QLineEdit("0.1"), QLabel("wrong")
    words.setProperty("role", "error")
    for widget in (field, words):
        qtbot.addWidget(widget)
        widget.show()
    assert field.font().family() == fonts.MONO
    assert words.font().family() == fonts.WORDS
    assert words.palette().color(QPalette.ColorRole.WindowText) == QColor(LIGHT.error)
    theme.choose("dark")
    assert words.palette().color(QPalette.ColorRole.WindowText) == QColor(DARK.error)


def test_both_typefaces_are_the_shipped_ones(theme: Theme) -> None:
    assert fonts.words().exactMatch()
    assert fonts.mono().exactMatch()


def test_digits_in_words_are_all_of_one_width(theme: Theme) -> None:
    metrics = QFontMetricsF(fonts.words())
    assert metrics.horizontalAdvance("1111") == pytest.approx(metrics.horizontalAdvance("8888"))


def test_mixed_goes_from_one_colour_to_the_other() -> None:
    assert mixed("#000000", "#ffffff", 0).name() == "#000000"
    assert mixed("#000000", "#ffffff", 1).name() == "#ffffff"
    assert mixed("#000000", "#ff8000", 0.5).name() == "#804000"

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
from gui.palette import CONTRAST, DARK, LIGHT, PALETTES, Palette, coloured
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


def test_follows_a_system_that_wants_high_contrast(
    theme: Theme, qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    hints = qapp.styleHints().accessibility()
    wanted = Qt.ContrastPreference.HighContrast
    monkeypatch.setattr(type(hints), "contrastPreference", lambda _: wanted)
    hints.contrastPreferenceChanged.emit(wanted)
    assert theme.palette is LIGHT, "light was chosen"
    theme.choose("system")
    assert theme.palette is CONTRAST
    wanted = Qt.ContrastPreference.NoPreference
    hints.contrastPreferenceChanged.emit(wanted)
    assert theme.palette is LIGHT


def test_high_contrast_can_be_chosen(theme: Theme) -> None:
    theme.choose("contrast")
    assert theme.palette is CONTRAST


def test_other_colours_of_the_classes_hold_in_every_palette(theme: Theme, qtbot: QtBot) -> None:
    with qtbot.waitSignal(theme.palette_changed) as change:
        theme.choose_class_colours("violet and gold", is_swapped=True)
    assert change.args == [coloured("light", "violet and gold", is_swapped=True)]
    theme.choose("dark")
    assert theme.palette.class_0 == coloured("dark", "violet and gold").class_1
    theme.choose_class_colours("standard", is_swapped=False)
    assert theme.palette is DARK


def test_type_and_what_holds_it_grow_together(theme: Theme, qapp: QApplication, tmp_path: Path, qtbot: QtBot) -> None:
    words = QLabel("words")
    words.setProperty("role", "small")
    qtbot.addWidget(words)
    words.show()
    usual = words.sizeHint()
    try:
        with qtbot.waitSignal(theme.text_size_changed) as change:
            theme.choose_text_size(200)
        assert change.args == [200]
        assert qapp.font().pixelSize() == 26
        assert words.sizeHint().height() == pytest.approx(2 * usual.height(), abs=2)
        sheet = style_sheet(LIGHT, tmp_path)
        assert 'QLabel[role="small"] { font-size: 24px;' in sheet
        assert "border: 1px solid" in sheet
        assert "border: 2px solid" in sheet
        theme.choose_text_size(1000)
        assert fonts.percent() == 200
    finally:
        theme.choose_text_size(100)
    assert words.sizeHint() == usual


@pytest.mark.parametrize("palette", PALETTES.values(), ids=PALETTES)
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

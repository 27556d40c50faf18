"""The window's own typefaces, and a Chinese one beside them."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtGui import QFont, QFontDatabase, QTextLayout
from PySide6.QtWidgets import QApplication

from gui import fonts

each_font = pytest.mark.parametrize("make", [fonts.words, lambda: fonts.words(12, fonts.SEMIBOLD), fonts.mono])


@pytest.fixture(autouse=True)
def loaded(qapp: QApplication) -> None:
    fonts.load()


def families(text: str, font: QFont) -> set[str]:
    """The families whose glyphs draw the text."""
    layout = QTextLayout(text, font)
    layout.beginLayout()
    layout.createLine()
    layout.endLayout()
    return {run.rawFont().familyName() for run in layout.glyphRuns()}


@each_font
def test_latin_comes_from_the_fonts_that_ship(make: Callable[[], QFont]) -> None:
    assert families("step 12 → \u2212∂L/∂W ⇧ “b” …", make()) == {make().family()}


@each_font
def test_chinese_has_its_own_shapes_and_not_the_japanese_ones(make: Callable[[], QFont]) -> None:
    installed = set(fonts.CHINESE) & set(QFontDatabase.families())
    if not installed:
        pytest.skip("this machine has no typeface for Chinese")
    assert families("直线与误差\uff1a\uff0c\u3002", make()) <= installed

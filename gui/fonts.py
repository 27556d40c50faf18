"""The two typefaces of the window: Inter for words, JetBrains Mono for numbers and code."""

from __future__ import annotations

from PySide6.QtGui import QFont, QFontDatabase

import resources

WORDS = "Inter"
MONO = "JetBrains Mono"
CHINESE = ("PingFang SC", "Microsoft YaHei UI", "Noto Sans CJK SC", "Source Han Sans SC", "WenQuanYi Micro Hei")
"""Of these families the first that the system has draws Chinese; left to itself, Qt may draw it in Japanese shapes."""

BASE_SIZE = 13
SEMIBOLD = QFont.Weight.DemiBold


def load() -> None:
    """Makes both families known to Qt; what they lack (Chinese) comes from the system's fonts."""
    for name in resources.names("fonts"):
        if name.endswith((".otf", ".ttf")) and (
            QFontDatabase.addApplicationFontFromData(resources.read_bytes(f"fonts/{name}")) < 0
        ):
            raise RuntimeError(f"the font resources/fonts/{name} cannot be read; install the program anew")
    installed = [family for family in CHINESE if QFontDatabase.hasFamily(family)]
    for family in (WORDS, MONO):
        QFont.insertSubstitutions(family, installed)


def words(size: int = BASE_SIZE, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
    """Inter at `size` pixels, its digits all of one width."""
    font = _font(WORDS, size, weight)
    font.setFeature(QFont.Tag.fromString("tnum"), 1)
    return font


def mono(size: int = 12, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
    """JetBrains Mono at `size` pixels."""
    font = _font(MONO, size, weight)
    font.setStyleHint(QFont.StyleHint.Monospace)
    return font


def _font(family: str, size: int, weight: QFont.Weight) -> QFont:
    font = QFont(family)
    font.setPixelSize(size)
    font.setWeight(weight)
    # Hinted glyphs sit on whole pixels, which spaces small type unevenly.
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return font

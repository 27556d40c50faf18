"""The two typefaces of the window, Inter for words, JetBrains Mono for numbers and code, and how large they are."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtGui import QFont, QFontDatabase

import resources

WORDS = "Inter"
MONO = "JetBrains Mono"
CHINESE = ("PingFang SC", "Microsoft YaHei UI", "Noto Sans CJK SC", "Source Han Sans SC", "WenQuanYi Micro Hei")
"""Of these families the first that the system has draws Chinese; left to itself, Qt may draw it in Japanese shapes."""

BASE_SIZE = 13
SEMIBOLD = QFont.Weight.DemiBold
PERCENTS = (100, 110, 125, 150, 175, 200)
"""Of the usual size, which all type can have."""

_percent = 100
_is_changing = False


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


def percent() -> int:
    """How large all type is now, in percent."""
    return _percent


def set_percent(chosen: int) -> None:
    """From now on all type is as large as this; what is there is brought up to date by `gui.text_size`."""
    global _percent
    _percent = min(max(chosen, PERCENTS[0]), PERCENTS[-1])


@contextmanager
def changing() -> Iterator[None]:
    """While it holds, sizes come and go: what fits itself to them does so afterwards, in `follow_text_size`."""
    global _is_changing
    _is_changing = True
    try:
        yield
    finally:
        _is_changing = False


def is_changing() -> bool:
    """Whether all type is being given another size at this moment."""
    return _is_changing


def px(pixels: float) -> int:
    """As many pixels as something has to have now that has so many where type has its usual size."""
    return round(pixels * _percent / 100)


def words(size: int = BASE_SIZE, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
    """Inter at `size` pixels (`px`), its digits all of one width."""
    font = _font(WORDS, size, weight)
    font.setFeature(QFont.Tag.fromString("tnum"), 1)
    return font


def mono(size: int = 12, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
    """JetBrains Mono at `size` pixels (`px`)."""
    font = _font(MONO, size, weight)
    font.setStyleHint(QFont.StyleHint.Monospace)
    return font


def _font(family: str, size: int, weight: QFont.Weight) -> QFont:
    font = QFont(family)
    font.setPixelSize(px(size))
    font.setWeight(weight)
    # Hinted glyphs sit on whole pixels, which spaces small type unevenly.
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return font

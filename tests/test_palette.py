"""What is written can be read, in light and in dark."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QColor

from gui.palette import DARK, LIGHT, Palette


def luminance(colour: str) -> float:
    """Relative luminance, as WCAG 2 defines it."""
    parts = (QColor(colour).redF(), QColor(colour).greenF(), QColor(colour).blueF())
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(first: str, second: str) -> float:
    """From 1 (the same) to 21 (black on white)."""
    lighter, darker = sorted((luminance(first), luminance(second)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("palette", [LIGHT, DARK])
@pytest.mark.parametrize(
    ("text", "ground"),
    [
        ("text", "surface"),
        ("text", "background"),
        ("text", "accent_soft"),
        ("muted", "surface"),
        ("muted", "background"),
        ("muted", "code_background"),
        ("accent", "accent_soft"),
        ("on_accent", "accent"),
        ("line", "code_background"),
        ("good", "surface"),
        ("error", "surface"),
        ("error", "background"),
    ],
)
def test_text_can_be_read(palette: Palette, text: str, ground: str) -> None:
    assert contrast(getattr(palette, text), getattr(palette, ground)) >= 4.5

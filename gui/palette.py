"""The colours of the window: one token, one meaning, in light, in dark and in high contrast."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache


@dataclass(frozen=True, slots=True)
class Palette:
    """Every colour that the window uses, as `#rrggbb`.

    `on_accent` is what stands on an accent ground; `hover` the ground of a flat button under the mouse; `track` what a
    slider runs on. What is drawn in the colour of a class is no text: words that are to be noticed are in `caution`,
    numbers in code in `number`.
    """

    background: str
    surface: str
    border: str
    track: str
    text: str
    muted: str
    grid: str
    hover: str
    accent: str
    accent_hover: str
    accent_soft: str
    on_accent: str
    class_0: str
    class_1: str
    class_2: str
    class_3: str
    line: str
    accuracy: str
    code_background: str
    number: str
    caution: str
    good: str
    error: str
    is_dark: bool
    is_contrast: bool = False


LIGHT = Palette(
    background="#f4f5f8",
    surface="#ffffff",
    border="#e2e5eb",
    track="#e2e5eb",
    text="#1c2130",
    muted="#5c6577",
    grid="#eceef2",
    hover="#eef0f4",
    accent="#5b4bdb",
    accent_hover="#4c3dc7",
    accent_soft="#ecebfb",
    on_accent="#ffffff",
    class_0="#0072b2",
    class_1="#cc7700",
    class_2="#004d3a",
    class_3="#8f2d6f",
    line="#d0145a",
    accuracy="#0b7a5f",
    code_background="#f8f9fb",
    number="#0072b2",
    caution="#8f5200",
    good="#0b7a4b",
    error="#b3261e",
    is_dark=False,
)

DARK = Palette(
    background="#14161b",
    surface="#1c1f26",
    border="#2d323d",
    track="#2d323d",
    text="#e7e9ef",
    muted="#9aa3b3",
    grid="#262a33",
    hover="#262a33",
    accent="#a79bff",
    accent_hover="#bbb1ff",
    accent_soft="#2a2748",
    on_accent="#14161b",
    class_0="#56b4e9",
    class_1="#f0a830",
    class_2="#238a68",
    class_3="#ffd6ee",
    line="#ff5c93",
    accuracy="#4fd1a5",
    code_background="#171a20",
    number="#56b4e9",
    caution="#f0a830",
    good="#5fd39b",
    error="#ff8a80",
    is_dark=True,
)

CONTRAST = Palette(
    background="#000000",
    surface="#000000",
    border="#a6a6a6",
    track="#3d3d3d",
    text="#ffffff",
    muted="#dedede",
    grid="#3d3d3d",
    hover="#262626",
    accent="#ffdd33",
    accent_hover="#fff0a3",
    accent_soft="#332b00",
    on_accent="#000000",
    class_0="#5cc8ff",
    class_1="#ffb000",
    class_2="#009a6c",
    class_3="#ffd6ee",
    line="#ff86b3",
    accuracy="#5ff2c4",
    code_background="#0d0d0d",
    number="#7fd4ff",
    caution="#ffb84d",
    good="#7dffb0",
    error="#ffa199",
    is_dark=True,
    is_contrast=True,
)

PALETTES: Mapping[str, Palette] = {"light": LIGHT, "dark": DARK, "contrast": CONTRAST}
"""By the name that the settings have for each."""

CLASS_COLOURS: Mapping[str, Mapping[str, tuple[str, str, str, str]]] = {
    "violet and gold": {
        "light": ("#6a3fa0", "#b38600", "#4d8f8c", "#80171e"),
        "dark": ("#b79cf7", "#e8c547", "#1fb5ab", "#dc5558"),
        "contrast": ("#bb99ff", "#ffe04d", "#1fbdb2", "#e0545f"),
    },
    "dark and bright": {
        "light": ("#14213d", "#8a93a6", "#4d6fb3", "#a0622d"),
        "dark": ("#f2f4f8", "#7d8798", "#8ab4f8", "#d9a066"),
        "contrast": ("#ffffff", "#8a8a8a", "#8ab4f8", "#d9a066"),
    },
}
"""Other colours for the classes, for each palette. The common colour-blindnesses tell those of one set apart too."""

CLASS_CHOICES = ("standard", *CLASS_COLOURS)


@cache
def coloured(name: str, classes: str = "standard", *, is_swapped: bool = False) -> Palette:
    """The palette of this name with these colours of the classes. is_swapped: the first two change places."""
    palette = PALETTES[name]
    if classes in CLASS_COLOURS:
        first, second, third, fourth = CLASS_COLOURS[classes][name]
        palette = replace(palette, class_0=first, class_1=second, class_2=third, class_3=fourth)
    return replace(palette, class_0=palette.class_1, class_1=palette.class_0) if is_swapped else palette

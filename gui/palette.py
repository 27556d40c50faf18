"""The colours of the window: one token, one meaning, in light and in dark."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Palette:
    """Every colour that the window uses, as `#rrggbb`.

    `on_accent` is what stands on an accent ground; `hover` the ground of a flat button under the mouse.
    """

    background: str
    surface: str
    border: str
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
    good: str
    error: str
    is_dark: bool


LIGHT = Palette(
    background="#f4f5f8",
    surface="#ffffff",
    border="#e2e5eb",
    text="#1c2130",
    muted="#5c6577",
    grid="#eceef2",
    hover="#eef0f4",
    accent="#5b4bdb",
    accent_hover="#4c3dc7",
    accent_soft="#ecebfb",
    on_accent="#ffffff",
    class_0="#0072b2",
    class_1="#e08a00",
    class_2="#009e73",
    class_3="#b8569a",
    line="#d0145a",
    accuracy="#0b7a5f",
    code_background="#f8f9fb",
    good="#0b7a4b",
    error="#b3261e",
    is_dark=False,
)

DARK = Palette(
    background="#14161b",
    surface="#1c1f26",
    border="#2d323d",
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
    class_2="#3fc9a0",
    class_3="#e392c4",
    line="#ff5c93",
    accuracy="#4fd1a5",
    code_background="#171a20",
    good="#5fd39b",
    error="#ff8a80",
    is_dark=True,
)

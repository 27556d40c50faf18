"""How well what is drawn can be told from its ground, as WCAG 2 measures it; `python -m gui.contrast` shows a table."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict

from PySide6.QtGui import QColor

from gui.palette import PALETTES, Palette
from gui.theme import mixed, mixtures

TEXT, GRAPHIC = 4.5, 3.0
"""The least contrast that WCAG 2.1 asks for: of text (1.4.3, AA), of large text and of what is no text (1.4.11)."""

GROUNDS = ("surface", "background", "code_background")

PAIRS: tuple[tuple[str, tuple[str, ...], float], ...] = (
    ("text", (*GROUNDS, "hover", "accent_soft", "selection"), TEXT),
    ("muted", (*GROUNDS, "hover", "accent_soft", "track"), TEXT),
    ("accent", (*GROUNDS, "hover", "accent_soft"), TEXT),
    ("on_accent", ("accent", "accent_hover"), TEXT),
    ("error", (*GROUNDS, "hover"), TEXT),
    ("good", (*GROUNDS, "hover"), TEXT),
    ("line", (*GROUNDS, "nan_ground"), TEXT),
    ("number", GROUNDS, TEXT),
    ("caution", (*GROUNDS, "inf_ground"), TEXT),
    ("differs_text", ("surface", "differs_ground"), TEXT),
    ("accuracy", GROUNDS, TEXT),
    ("class_0", GROUNDS, GRAPHIC),
    ("class_1", GROUNDS, GRAPHIC),
    ("class_2", GROUNDS, GRAPHIC),
    ("class_3", GROUNDS, GRAPHIC),
    ("accent", ("track",), GRAPHIC),
)
"""What the style sheet and the pictures draw on what: the token, its grounds, and the contrast that it needs."""


def luminance(colour: QColor) -> float:
    """Relative luminance: 0 for black, 1 for white."""
    parts = (colour.redF(), colour.greenF(), colour.blueF())
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(first: str, second: str) -> float:
    """From 1 (the same) to 21 (black on white)."""
    lighter, darker = sorted((luminance(QColor(first)), luminance(QColor(second))), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def colours(palette: Palette) -> dict[str, str]:
    """Every colour by its name: the palette's own, and those that the style sheet and the cells mix of them."""
    mixed_here = {
        "inf_ground": mixed(palette.surface, palette.caution, 0.12),
        "nan_ground": mixed(palette.surface, palette.line, 0.08),
        "differs_ground": mixed(palette.surface, palette.caution, 0.2),
        "differs_text": mixed(palette.text, palette.caution, 0.35),
    }
    own = {name: value for name, value in asdict(palette).items() if isinstance(value, str)}
    return {**own, **mixtures(palette), **{name: colour.name() for name, colour in mixed_here.items()}}


def measured(palette: Palette) -> Iterator[tuple[str, str, float, float]]:
    """Of each pair: the token, its ground, the contrast that it needs, and the one that it has."""
    found = colours(palette)
    for token, grounds, needed in PAIRS:
        for ground in grounds:
            yield token, ground, needed, contrast(found[token], found[ground])


def table() -> str:
    """In Markdown, a row for each pair, a column for each palette."""
    columns = [list(measured(palette)) for palette in PALETTES.values()]
    lines = [f"| colour | ground | at least | {' | '.join(PALETTES)} |", "|---|---|---|" + "---|" * len(columns)]
    for row in zip(*columns, strict=True):
        token, ground, needed, _ = row[0]
        lines.append(f"| {token} | {ground} | {needed} | {' | '.join(f'{cell[3]:.2f}' for cell in row)} |")
    return "\n".join(lines)


if __name__ == "__main__":
    print(table())

"""What is written can be read, what is drawn can be seen, and classes can be told apart by every eye."""

from __future__ import annotations

import re
from itertools import combinations

import pytest
from colour_vision import SIMULATED, distance
from PySide6.QtGui import QColor

import resources
from gui.contrast import PAIRS, colours, contrast, measured, table
from gui.palette import CLASS_CHOICES, CONTRAST, LIGHT, PALETTES, Palette, coloured

each_palette = pytest.mark.parametrize("palette", PALETTES.values(), ids=PALETTES)
CLASSES = ("class_0", "class_1", "class_2", "class_3")


def test_contrast_is_what_wcag_says() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == contrast("#ffffff", "#777777") == pytest.approx(4.478, abs=0.001)


@each_palette
def test_every_pair_has_the_contrast_that_it_needs(palette: Palette) -> None:
    assert [found for found in measured(palette) if found[3] < found[2]] == []


@each_palette
def test_every_colour_that_the_style_sheet_writes_in_is_measured(palette: Palette) -> None:
    """But for what cannot be used at the moment, which WCAG leaves out: it is faint."""
    sheet = resources.read_text("style.qss")
    written = set(re.findall(r"(?<![-\w])(?:selection-)?color: \$(\w+)", sheet)) - {"faint"}
    assert written <= {token for token, _, _ in PAIRS}
    grounds = set(re.findall(r"background(?:-color)?: \$(\w+)", sheet))
    measured_grounds = {ground for token, own, _ in PAIRS for ground in own}
    assert grounds - measured_grounds <= {"border", "handle", "muted"}, "of lines and of what scrolls"
    assert written | grounds <= set(colours(palette)) | {"faint"}


def test_in_high_contrast_all_is_far_above_that_and_frames_are_seen() -> None:
    ratios = {(token, ground): found for token, ground, needed, found in measured(CONTRAST) if needed == 4.5}
    assert min(ratios.values()) >= 6
    assert min(found for (token, _), found in ratios.items() if token in ("text", "muted")) >= 6
    assert ratios["text", "surface"] == pytest.approx(21)
    assert contrast(CONTRAST.border, CONTRAST.surface) >= 7


@pytest.mark.parametrize("vision", SIMULATED)
@pytest.mark.parametrize("classes", CLASS_CHOICES)
@pytest.mark.parametrize("name", PALETTES)
def test_classes_are_told_apart_by_every_eye(name: str, classes: str, vision: str) -> None:
    palette = coloured(name, classes)
    shown = [getattr(palette, token) for token in CLASSES]
    assert distance(shown[0], shown[1], vision) >= 27
    for first, second in combinations(shown, 2):
        assert distance(first, second, vision) >= 18, (first, second)


@pytest.mark.parametrize("classes", CLASS_CHOICES)
@pytest.mark.parametrize("name", PALETTES)
def test_classes_are_seen_on_every_ground(name: str, classes: str) -> None:
    palette = coloured(name, classes)
    for token in CLASSES:
        assert contrast(getattr(palette, token), palette.surface) >= 3


def test_the_first_two_classes_change_places() -> None:
    swapped = coloured("light", is_swapped=True)
    assert (swapped.class_0, swapped.class_1) == (LIGHT.class_1, LIGHT.class_0)
    assert (swapped.number, swapped.class_2) == (LIGHT.number, LIGHT.class_2)
    assert coloured("light", is_swapped=True) is swapped


@pytest.mark.parametrize("name", PALETTES)
def test_without_another_choice_it_is_the_palette_itself(name: str) -> None:
    assert coloured(name) is PALETTES[name]
    assert coloured(name, "no such") == PALETTES[name]
    assert all(QColor(value).isValid() for value in colours(PALETTES[name]).values())


def test_the_table_has_a_row_for_each_pair() -> None:
    lines = table().splitlines()
    assert len(lines) == 2 + sum(len(grounds) for _, grounds, _ in PAIRS)
    assert lines[2] == "| text | surface | 4.5 | 16.04 | 13.59 | 21.00 |"

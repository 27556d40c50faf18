"""Typed points: as many pairs of numbers as one likes."""

from __future__ import annotations

import re

import numpy as np

from engine.errors import QT_TRANSLATE_NOOP, Problem
from engine.training.records import FloatArray
from gui.controls import parsing

MOST = 1000


def parse_points(text: str) -> FloatArray:
    """(n, 2) float32 of `0, 3; 3, 0`; brackets may be there or not. Raises `Problem`."""
    points: list[list[float]] = []
    for row in re.split(r"[;\n]|\]\s*,\s*\[", text):
        numbers = [part for part in re.split(r"[\s,\[\]()]+", row) if part]
        if not numbers:
            continue
        if len(numbers) != 2 or len(points) >= MOST:
            raise _problem(text)
        try:
            points.append([parsing.number(part) for part in numbers])
        except Problem:
            raise _problem(text) from None
    if not points:
        raise _problem(text)
    with np.errstate(over="ignore"):
        array = np.array(points).astype(np.float32)
    if not np.isfinite(array).all():
        raise _problem(text)
    array.flags.writeable = False
    return array


def show_points(points: FloatArray) -> str:
    """A text that `parse_points` takes."""
    return "; ".join(", ".join(f"{float(value):.4g}" for value in point) for point in points)


def _problem(text: str) -> Problem:
    return Problem(
        QT_TRANSLATE_NOOP("engine", "Type points such as 0, 3; 3, 0, at most {most}, instead of “{text}”."),
        most=MOST,
        text=text.strip(),
    )

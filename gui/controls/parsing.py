"""Typed text to values and back: each parser raises a `Problem` whose sentence says what would be right.

Numbers are Python's, whatever the locale: a decimal point, no grouping.
"""

from __future__ import annotations

import math
import re
from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from engine.errors import QT_TRANSLATE_NOOP, Problem

Pair = tuple[float, float]
Matrix = tuple[Pair, Pair]


def number(text: str) -> float:
    """A finite number, as in `0.1` or `1e-3`."""
    typed = _plain(text)
    if re.fullmatch(r"[+-]?\d+,\d+", typed):
        raise Problem(
            QT_TRANSLATE_NOOP("engine", "Write the number with a decimal point: {right}, not {text}."),
            right=typed.replace(",", "."),
            text=_short(text),
        )
    try:
        value = float(typed)
    except ValueError:
        value = math.nan
    if not math.isfinite(value) or "_" in typed:
        raise Problem(
            QT_TRANSLATE_NOOP("engine", "Type a finite number, such as 0.1, instead of “{text}”."), text=_short(text)
        )
    return value


def whole_number(text: str) -> int:
    """A whole number, as in `1000`, `1000.0` or `1e3`."""
    try:
        typed = _plain(text)
        if re.fullmatch(r"[+-]?\d{1,300}", typed):
            return int(typed)
        value = number(typed)
    except Problem:
        value = math.nan
    if not value.is_integer():
        raise Problem(
            QT_TRANSLATE_NOOP("engine", "Type a whole number, such as 1000, instead of “{text}”."), text=_short(text)
        )
    return int(value)


def pair(text: str) -> Pair:
    """Two numbers, as in `0, 3`."""
    try:
        first, second = _numbers(text)
    except (Problem, ValueError):
        raise Problem(
            QT_TRANSLATE_NOOP("engine", "Type two numbers, such as 0, 3, instead of “{text}”."), text=_short(text)
        ) from None
    return first, second


def vector(text: str, size: int) -> tuple[float, ...]:
    """So many numbers, as in `0, 3, 1`."""
    if size == 2:
        return pair(text)
    try:
        values = tuple(_numbers(text))
    except Problem:
        values = ()
    if len(values) != size:
        raise Problem(
            QT_TRANSLATE_NOOP("engine", "Type as many numbers as there are features, {size}, instead of “{text}”."),
            size=size,
            text=_short(text),
        )
    return values


def matrix(text: str) -> Matrix:
    """Two rows of two numbers, as in `1 0.5; 0.5 1`; commas and brackets may be there or not."""
    try:
        rows = [_numbers(row) for row in text.split(";")]
        (a, b), (c, d) = rows if len(rows) > 1 else (rows[0][:2], rows[0][2:])
    except (Problem, ValueError):
        raise Problem(
            QT_TRANSLATE_NOOP("engine", "Type two rows of two numbers, such as 1 0.5; 0.5 1, instead of “{text}”."),
            text=_short(text),
        ) from None
    return (a, b), (c, d)


def batch_size(text: str) -> int | None:
    """How many points a step takes: a whole number, or `all` (None)."""
    if re.fullmatch(rf"(?:all|{re.escape(_all())})\s*\d*", _plain(text), re.IGNORECASE):
        return None
    try:
        return whole_number(text)
    except Problem:
        raise Problem(
            QT_TRANSLATE_NOOP("engine", "Type a whole number of points, such as 16, or “{all}”; not “{text}”."),
            all=_all(),
            text=_short(text),
        ) from None


def stop_after(text: str) -> int | None:
    """The step to stop after: a whole number from 1, or `never` (None)."""
    if _plain(text).casefold() in ("never", _never().casefold()):
        return None
    try:
        steps = whole_number(text)
    except Problem:
        steps = 0
    if steps < 1:
        raise Problem(
            QT_TRANSLATE_NOOP("engine", "Type a number of steps, such as 40, or “{never}”; not “{text}”."),
            never=_never(),
            text=_short(text),
        )
    return steps


def show_number(value: float) -> str:
    """The shortest text that gives the same number back, as in `3` or `0.1`."""
    return repr(float(value)).removesuffix(".0")


def show_pair(value: Sequence[float]) -> str:
    """As in `0, 3`."""
    return ", ".join(map(show_number, value))


def show_matrix(value: Sequence[Sequence[float]]) -> str:
    """As in `1 0.5; 0.5 1`."""
    return "; ".join(" ".join(map(show_number, row)) for row in value)


def show_batch_size(value: int | None, points: int | None = None) -> str:
    """As in `16`, `all` or, where the number of points is given, `all 2000`."""
    if value is not None:
        return str(value)
    return _all() if points is None else f"{_all()} {points}"


def show_stop_after(value: int | None) -> str:
    """As in `40` or `never`."""
    return _never() if value is None else str(value)


def _all() -> str:
    return QCoreApplication.translate("parsing", "all", "the batch size: all the points")


def _never() -> str:
    return QCoreApplication.translate("parsing", "never", "stop after: never")


def _plain(text: str) -> str:
    return text.strip().replace("\N{MINUS SIGN}", "-")


def _numbers(text: str) -> list[float]:
    return [number(part) for part in re.split(r"[\s,\[\]()]+", _plain(text)) if part]


def _short(text: str) -> str:
    typed = text.strip()
    return typed if len(typed) <= 24 else f"{typed[:23]}…"

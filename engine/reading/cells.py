"""What one cell of a table says: a number, a gap, or text."""

from __future__ import annotations

import re

import numpy as np

LARGEST_NUMBER = float(np.finfo(np.float32).max)
"""TensorFlow's float32 holds nothing larger."""

GAPS = frozenset({"", "?", "-", "--", "na", "n/a", "#n/a", "nan", "null", "none", "missing"})
"""What people write where a value is missing, in small letters."""

_GROUPED = {".": re.compile(r"[+-]?\d{1,3}(,\d{3})+(\.\d*)?"), ",": re.compile(r"[+-]?\d{1,3}(\.\d{3})+(,\d*)?")}
"""By the decimal sign: a number whose thousands are set apart by the other one."""


def is_gap(text: str) -> bool:
    """Whether a value is missing here."""
    return text.strip().casefold() in GAPS


def number(text: str, decimal: str) -> float | None:
    """The finite number that a float32 can hold; None where it is no such number."""
    typed = text.strip()
    if "_" in typed or "n" in typed or "N" in typed:  # Python would take 1_000, nan and inf
        return None
    if _GROUPED[decimal].fullmatch(typed):
        typed = typed.replace("," if decimal == "." else ".", "")
    elif decimal == "," and "." in typed:
        return None
    if decimal == ",":
        typed = typed.replace(",", ".")
    try:
        value = float(typed)
    except ValueError:
        return None
    return value if abs(value) <= LARGEST_NUMBER else None

"""Numbers as a reader wants them: few digits, a real minus sign, and words for what is no number."""

from __future__ import annotations

import math

MINUS = "\N{MINUS SIGN}"


def number_words(value: float, digits: int = 6) -> str:
    """To so many digits, as in −0.5 or 1.2e−7; NaN and ∞ as they are called."""
    if math.isnan(value):
        return "NaN"
    if math.isinf(value):
        return "∞" if value > 0 else f"{MINUS}∞"
    return f"{value + 0.0:.{digits}g}".replace("e+", "e").replace("-", MINUS)


def steady_words(value: float, span: float, digits: int = 4) -> str:
    """With as many decimals as 10**-digits of `span` needs, so that the text keeps its length while it changes."""
    if not math.isfinite(value):
        return number_words(value)
    decimals = digits - math.floor(math.log10(span)) if span > 0 else digits
    if not 0 <= decimals <= 9 or abs(value) >= 1e7:
        return number_words(value, 5)
    text = f"{round(value, decimals) + 0.0:.{decimals}f}"
    return text.replace("-", MINUS)

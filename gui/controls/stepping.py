"""What the Up and Down keys make of a value."""

from __future__ import annotations

import math


def whole_step(value: int, direction: int, least: int = 0) -> int:
    """The next whole number up (direction 1) or down (-1), but not below `least`."""
    return max(least, value + direction)


def round_step(value: float, direction: int) -> float:
    """The next of … 0.1, 0.2, 0.5, 1, 2, 5 … above (direction 1) or below (-1) a positive value."""
    decade = math.floor(math.log10(value))
    series = [float(f"{digit}e{power}") for power in range(decade - 1, decade + 2) for digit in (1, 2, 5)]
    if direction > 0:
        return min(step for step in series if step > value * (1 + 1e-9))
    return max(step for step in series if step < value * (1 - 1e-9))

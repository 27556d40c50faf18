"""Round numbers for an axis."""

from __future__ import annotations

import math
from dataclasses import dataclass

_SUFFIXES = ((1e9, "G"), (1e6, "M"), (1e3, "k"))


@dataclass(frozen=True, slots=True)
class Tick:
    """A place on an axis, in the axis's own unit, and what is written there."""

    position: float
    label: str


def round_step(span: float, count: float) -> float:
    """The smallest of …, 0.1, 0.2, 0.5, 1, 2, 5, 10, … that needs `count` steps for `span`, or a few more."""
    least = 0.75 * span / max(count, 1.0)
    power = 10.0 ** math.floor(math.log10(least))
    return next(factor * power for factor in (1, 2, 5, 10) if factor * power >= least * (1 - 1e-9))


def linear_ticks(low: float, high: float, count: float, least_step: float = 0.0) -> tuple[Tick, ...]:
    """About `count` ticks from `low` to `high`, `least_step` apart at least; none for a range without a width."""
    span = high - low
    if not math.isfinite(span) or span <= 0:
        return ()
    step = max(round_step(span, count), least_step)
    first, last = math.ceil(low / step - 1e-6), math.floor(high / step + 1e-6)
    return tuple(Tick(index * step, format_tick(index * step, step)) for index in range(first, last + 1))


def log_ticks(low: float, high: float, count: float) -> tuple[Tick, ...]:
    """Ticks for a logarithmic axis from 10**low to 10**high: at powers of ten, and between where there is room."""
    span = high - low
    if not math.isfinite(span) or span <= 0:
        return ()
    if span < 0.7:  # Too little for a power and its neighbours: round numbers, unevenly spaced.
        marks = linear_ticks(10**low, 10**high, count)
        return tuple(Tick(math.log10(tick.position), tick.label) for tick in marks if tick.position > 0)
    stride = max(1, math.ceil(span / max(count, 1.0)))
    factors = (1, 2, 5) if span * 3 <= count else (1, 3) if span * 2 <= count else (1,)
    ticks = []
    for power in range(math.floor(low), math.floor(high) + 1):
        if power % stride == 0:
            for factor in factors:
                position = power + math.log10(factor)
                if low <= position <= high:
                    ticks.append(Tick(position, format_tick(factor * 10.0**power, 10.0**power)))
    return tuple(ticks)


def format_tick(value: float, step: float) -> str:
    """`value` with the decimals that `step` needs: 0.25, 20k, 1e-06; the minus sign is a real one."""
    size = abs(value)
    if size < step * 1e-6:
        return "0"
    if step < 1e-4 or size >= 1e12:
        digits = math.floor(math.log10(size)) - math.floor(math.log10(step) + 1e-9)
        text = f"{value:.{max(0, digits)}e}".replace("e+", "e")
    elif step >= 1e3:
        scale, suffix = next(pair for pair in _SUFFIXES if step >= pair[0])
        text = f"{value / scale:g}{suffix}"
    else:
        text = f"{value:.{max(0, math.ceil(-math.log10(step) - 1e-9))}f}"
    return text.replace("-", "−")

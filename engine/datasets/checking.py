"""What a recipe may ask for: whole numbers, finite numbers, and what memory has room for."""

from __future__ import annotations

from typing import TypeGuard

import numpy as np
from numpy.typing import NDArray

from engine.errors import QT_TRANSLATE_NOOP, InputError

MEMORY_LIMIT = 1 << 30
"""Bytes that a data set may need while it is made; more is refused before anything is allocated."""

LARGEST = 1e6
"""A coordinate beyond this says nothing to a float32 picture any more."""


def check_seed(value: object) -> None:
    """A seed that NumPy and TensorFlow both take is a whole number from 0 to 2**31 - 1. Raises `InputError`."""
    if not _is_whole(value, 0) or value >= 2**31:
        raise InputError(
            "seed",
            QT_TRANSLATE_NOOP("engine", "The seed must be a whole number from 0 to 2147483647, not {value}."),
            value=value,
        )


def check_samples(value: object, bytes_per_sample: float) -> None:
    """Points of each class: at least 1, and together, at so many bytes for each, no more than memory holds."""
    if not _is_whole(value, 1):
        raise InputError(
            "samples_per_class",
            QT_TRANSLATE_NOOP("engine", "Each class needs a whole number of points, at least 1, not {value}."),
            value=value,
        )
    if value * bytes_per_sample > MEMORY_LIMIT:
        raise InputError(
            "samples_per_class",
            QT_TRANSLATE_NOOP(
                "engine", "{value} points a class would need {needed:.1f} GiB of memory; choose at most {most}."
            ),
            value=value,
            needed=value * bytes_per_sample / 2**30,
            most=int(MEMORY_LIMIT / bytes_per_sample),
        )


def checked_number(field: str, value: object, least: float, most: float, template: str) -> float:
    """A number from `least` to `most`. Raises `InputError` with the template, whose names are {least}, {most}, {value}.

    What is no number at all is refused in the same words.
    """
    is_number = isinstance(value, int | float | np.integer | np.floating) and not isinstance(value, bool)
    if not is_number or not least <= value <= most:  # type: ignore[operator]  # mypy does not follow `is_number`
        shown = int(value) if isinstance(value, float) and value.is_integer() else value  # 50, not 50.0, as typed
        raise InputError(field, template, least=least, most=most, value=shown)
    return float(value)  # type: ignore[arg-type]


def checked_whole_number(field: str, value: object, least: int, most: int, template: str) -> int:
    """A whole number from `least` to `most`; see `checked_number`."""
    if not _is_whole(value, least) or value > most:
        raise InputError(field, template, least=least, most=most, value=value)
    return int(value)


def finite_array(field: str, value: object, shape: tuple[int, ...], template: str) -> NDArray[np.float64]:
    """Numbers up to `LARGEST` in size, in an array of that shape. Raises `InputError`; {value} is the template's."""
    try:
        array = np.array(value, dtype=np.float64)
    except (TypeError, ValueError, OverflowError):
        array = np.empty(0)
    if array.shape != shape or not (np.abs(array) <= LARGEST).all():
        raise InputError(field, template, value=value)
    return array


def _is_whole(value: object, minimum: int) -> TypeGuard[int]:
    return isinstance(value, int | np.integer) and not isinstance(value, bool) and int(value) >= minimum

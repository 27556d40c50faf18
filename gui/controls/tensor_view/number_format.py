"""How the elements of a tensor are written: in few digits for reading, and exactly."""

from __future__ import annotations

import math
from typing import Any

import numpy as np
from numpy.typing import NDArray

SAMPLED = 256
"""So many elements, spread over all, say how many decimals the others need."""

DIGITS = {"float16": 4, "bfloat16": 3}
"""Significant digits that are worth showing; of other dtypes five."""

LEAST_PLAIN, LARGEST_PLAIN = 1e-3, 1e7
"""A tensor whose greatest number is not between these is written with exponents."""

LONGEST_TEXT = 24
LONGEST_EXACT = 2000


class NumberFormat:
    """One format for all the elements of a tensor, so that their decimal points stand below each other."""

    def __init__(self, array: NDArray[Any], dtype: str = "") -> None:
        """dtype: its name; that of the array where it is not given."""
        self.kind = kind_of(array)
        sample = _sample(array)
        self._digits = DIGITS.get(dtype or array.dtype.name, 5)
        self._decimals = _decimals(sample, self._digits) if self.kind in "fc" else 0
        self.longest = max(map(len, map(self.text, sample)), default=1)
        """Characters of the longest text seen in the sample."""

    def text(self, element: Any) -> str:
        """As in `0.25`, `-3`, `True`, `1+2j`, `nan` or `'word'`."""
        match self.kind:
            case "b":
                return str(bool(element))
            case "i":
                return str(int(element))
            case "f":
                return self._real(float(element))
            case "c":
                value = complex(element)
                imaginary = self._real(value.imag)
                sign = "" if imaginary[0] in "+-" else "+"
                return f"{self._real(value.real)}{sign}{imaginary}j"
        return shortened(exact_text(element), LONGEST_TEXT)

    def _real(self, value: float) -> str:
        if not math.isfinite(value):
            return str(value)
        if self._decimals is None:
            return f"{value:.{self._digits - 2}e}" if value else "0"
        size = abs(value)
        if size >= LARGEST_PLAIN or 0 < size < 0.5 * 10**-self._decimals:
            return f"{value:.3g}"
        if self._decimals == 0 and not value.is_integer():
            return f"{value:.4g}"
        text = f"{value:.{self._decimals}f}"
        return text.removeprefix("-") if value == 0 else text


def kind_of(array: NDArray[Any]) -> str:
    """b: truth values, i: whole numbers, f: real ones, c: complex ones, s: strings."""
    kind = array.dtype.kind
    if kind == "V":  # the dtypes that NumPy does not have itself, such as bfloat16
        return "i" if "int" in array.dtype.name else "f"
    return {"b": "b", "i": "i", "u": "i", "f": "f", "c": "c"}.get(kind, "s")


def exact_text(element: Any) -> str:
    """All digits; the shortest text that reads back as the same number. Of long strings the beginning."""
    if isinstance(element, bytes):
        try:
            return repr(element[:LONGEST_EXACT].decode())
        except UnicodeDecodeError:
            return repr(element[:LONGEST_EXACT])
    if isinstance(element, str):
        return repr(str(element[:LONGEST_EXACT]))
    return str(element)


def flaw(element: Any, kind: str) -> str:
    """ "nan" or "inf" where the element is no finite number, else ""."""
    if kind not in "fc":
        return ""
    parts = (complex(element).real, complex(element).imag)
    return "nan" if any(map(math.isnan, parts)) else "inf" if any(map(math.isinf, parts)) else ""


def shortened(text: str, longest: int) -> str:
    """The text, its end cut off where it is longer than that."""
    return text if len(text) <= longest else f"{text[: longest - 1]}…"


def _sample(array: NDArray[Any]) -> list[Any]:
    """Elements spread over all of the array; the first ones are among them."""
    if array.size == 0:
        return []
    flat = array.reshape(-1) if array.flags.c_contiguous else array.flat
    stride = max(1, array.size // SAMPLED)
    indices = np.unique(np.concatenate((np.arange(min(32, array.size)), np.arange(0, array.size, stride))))
    return list(flat[indices])


def _decimals(sample: list[Any], digits: int) -> int | None:
    """Decimals that show so many digits of the greatest number, or fewer where all do with fewer; None: exponents."""
    parts = [part for element in sample for part in (complex(element).real, complex(element).imag)]
    sizes = [abs(part) for part in parts if math.isfinite(part) and part]
    greatest = max(sizes, default=1.0)
    if not LEAST_PLAIN <= greatest < LARGEST_PLAIN:
        return None
    exponent = math.floor(math.log10(greatest))
    most = max(digits - (1 if exponent >= 0 else 2) - exponent, 0)
    texts = [f"{size:.{most}f}".rstrip("0") for size in sizes]
    return max((len(text) - text.index(".") - 1 for text in texts if "." in text), default=0)

"""Values as text for the clipboard."""

from __future__ import annotations

import math
from typing import Any

import numpy as np
from numpy.typing import NDArray

from engine.errors import QT_TRANSLATE_NOOP, Problem
from gui.controls.tensor_view.number_format import kind_of

MOST_ELEMENTS = 100_000
"""More than that no program takes from the clipboard gladly."""


def as_rows(cells: NDArray[Any]) -> str:
    """(rows, columns) as lines of numbers with tabs between, as spreadsheets take them. Raises `Problem`."""
    _check_size(cells)
    return "\n".join("\t".join(_plain(element) for element in row) for row in cells)


def as_code(array: NDArray[Any], dtype: str) -> str:
    """`np.array(...)`, which gives the same array bit for bit. Raises `Problem`."""
    _check_size(array)
    kind = kind_of(array)
    named = "object" if kind == "s" else f'"{dtype}"'
    if array.size == 0:
        return f"np.zeros({array.shape}, dtype={named})"
    indent = " " * len("np.array(")
    return f"np.array({_nested(array, kind, indent)}, dtype={named})"


def _check_size(array: NDArray[Any]) -> None:
    if array.size > MOST_ELEMENTS:
        raise Problem(
            QT_TRANSLATE_NOOP(
                "engine", "These are {count} elements, too many for the clipboard; select at most {most} of them."
            ),
            count=f"{array.size:,}",
            most=f"{MOST_ELEMENTS:,}",
        )


def _plain(element: Any) -> str:
    """Without quotes; tabs and line ends in strings would make cells of their own."""
    if isinstance(element, bytes):
        element = element.decode(errors="backslashreplace")
    return " ".join(str(element).split())


def _nested(array: NDArray[Any], kind: str, indent: str) -> str:
    if array.ndim == 0:
        return _literal(array[()], kind)
    if array.ndim == 1:
        return f"[{', '.join(_literal(element, kind) for element in array)}]"
    indent += " "
    separator = ",\n" + indent
    return f"[{separator.join(_nested(part, kind, indent) for part in array)}]"


def _literal(element: Any, kind: str) -> str:
    match kind:
        case "b":
            return str(bool(element))
        case "i":
            return str(int(element))
        case "f":
            return _real(element)
        case "c":
            return f"complex({_real(element.real)}, {_real(element.imag)})"
    return repr(element if isinstance(element, bytes) else str(element))


def _real(element: Any) -> str:
    """The shortest decimals that give the element back in its own precision."""
    value = float(element)
    if math.isnan(value):
        return "np.nan"
    if math.isinf(value):
        return "np.inf" if value > 0 else "-np.inf"
    text = str(element) if isinstance(element, np.floating) else repr(value)
    return text.removesuffix("0") if text.endswith(".0") else text

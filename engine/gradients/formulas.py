"""Writes an operation with its numbers, as one would on paper."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

MINUS = "\N{MINUS SIGN}"
MOST_SHOWN = 3
"""Elements of a tensor that are written out."""

INFIX = {
    "Mul": "·", "MulNoNan": "·", "Add": " + ", "AddV2": " + ", "AddN": " + ", "Sub": f" {MINUS} ", "RealDiv": " / ",
    "DivNoNan": " / ", "FloorDiv": " // ", "FloorMod": " mod ", "Greater": " > ", "GreaterEqual": " ≥ ", "Less": " < ",
    "LessEqual": " ≤ ", "Equal": " = ", "NotEqual": " ≠ ", "LogicalAnd": " and ", "LogicalOr": " or ",
}  # fmt: skip
FUNCTIONS = {
    "Abs": "abs", "Acos": "acos", "Asin": "asin", "Atan": "atan", "Ceil": "ceil", "Cos": "cos", "Cosh": "cosh",
    "Erf": "erf", "Exp": "exp", "Expm1": "expm1", "Floor": "floor", "Log": "log", "Log1p": "log1p", "Maximum": "max",
    "Minimum": "min", "Relu": "relu", "Round": "round", "Sigmoid": "sigmoid", "Sign": "sign", "Sin": "sin",
    "SelectV2": "where", "Sinh": "sinh", "Softplus": "softplus", "Sum": "sum", "Tan": "tan", "Tanh": "tanh",
}  # fmt: skip
SUPERSCRIPTS = str.maketrans("0123456789-", "⁰¹²³⁴⁵⁶⁷⁸⁹⁻")


def written_number(value: float) -> str:
    """To four digits, as in 13.72, −0.5852 or 1.2e−05."""
    if not math.isfinite(value):
        return {math.inf: "∞", -math.inf: f"{MINUS}∞"}.get(value, "NaN")
    size = abs(value)
    text = f"{value:.0f}" if 1e4 <= size < 1e6 else f"{value + 0.0:.4g}"  # and no negative zero
    return text.replace("e+0", "e").replace("e+", "e").replace("e-0", "e-").replace("-", MINUS)


def written_value(values: NDArray[np.generic], shape: Sequence[int]) -> str:
    """A number, or the first few of a tensor of this shape: `values` need hold no more."""
    if len(shape) == 0:
        item = values.reshape(-1)[0]
        return str(bool(item)) if values.dtype.kind == "b" else written_number(float(item))
    numbers = ", ".join(written_value(np.asarray(item), ()) for item in values.reshape(-1)[:MOST_SHOWN])
    more = ", …" if math.prod(shape) > MOST_SHOWN else ""
    return f"[{numbers}{more}]"


def written_operation(kind: str, inputs: Sequence[str]) -> str:
    """The operation `kind`, TensorFlow's name for it, on these inputs."""
    if kind == "Pow" and len(inputs) == 2:
        return _power(*inputs)
    if kind == "Square" and len(inputs) == 1:
        return _power(inputs[0], "2")
    if kind in INFIX:
        return INFIX[kind].join([inputs[0], *map(_in_brackets, inputs[1:])]) if inputs else ""
    if kind == "Neg" and len(inputs) == 1:
        return f"{MINUS}{_in_brackets(inputs[0])}"
    if kind == "Sqrt" and len(inputs) == 1:
        return f"√{_in_brackets(inputs[0])}"
    if kind == "Rsqrt" and len(inputs) == 1:
        return f"1 / √{_in_brackets(inputs[0])}"
    if kind in ("Reciprocal", "Inv") and len(inputs) == 1:
        return f"1 / {_in_brackets(inputs[0])}"
    if kind in ("Identity", "Cast", "Reshape", "Tile", "StopGradient") and inputs:
        return inputs[0]
    return f"{FUNCTIONS.get(kind, '')}({', '.join(inputs)})"


def _power(base: str, exponent: str) -> str:
    number = exponent.replace(MINUS, "-")
    if number.removeprefix("-").isdecimal():
        return f"{_in_brackets(base)}{number.translate(SUPERSCRIPTS)}"
    return f"{_in_brackets(base)}^{_in_brackets(exponent)}"


def _in_brackets(text: str) -> str:
    """A negative number or a power of ten, as it stands beside a sign."""
    return f"({text})" if text.startswith(MINUS) or ("e" in text and text[0].isdecimal()) else text

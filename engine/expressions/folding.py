"""Numbers in a formula, computed where they stand; what is wrong with them is wrong at once."""

from __future__ import annotations

import operator
import sys
from typing import Any

from engine.errors import QT_TRANSLATE_NOOP
from engine.expressions.error import ExpressionError
from engine.expressions.tree import Binary, Node, Number, Unary

FOLDED = {
    "+": operator.add, "-": operator.sub, "*": operator.mul, "/": operator.truediv, "//": operator.floordiv,
    "%": operator.mod,
}  # fmt: skip
LEAST_WHOLE, LARGEST_WHOLE = -(2**63), 2**64 - 1
"""What int64 and uint64 hold."""


def number(value: bool | int | float, column: int) -> Number:
    """A number that stands in the text. Raises `ExpressionError` where no tensor could hold it."""
    if isinstance(value, int) and not LEAST_WHOLE <= value <= LARGEST_WHOLE:
        template = QT_TRANSLATE_NOOP(
            "engine", "No tensor holds a whole number this large; write it as 1e30, for example."
        )
        raise ExpressionError(column, template)
    return Number(value, column)


def unary(sign: str, operand: Node, column: int) -> Node:
    """A sign before a number is a part of it."""
    if isinstance(operand, Number) and not isinstance(operand.value, bool) and sign in "+-":
        return number(-operand.value if sign == "-" else operand.value, column)
    if sign == "+":  # TensorFlow's tensors have none
        return operand
    return Unary(sign, operand, column)


def binary(sign: str, left: Node, right: Node, column: int) -> Node:
    """Numbers are computed at once, as Python does, unless that could take long or has no finite result."""
    if isinstance(left, Number) and isinstance(right, Number):
        value = _fold(sign, left.value, right.value)
        if value is not None:
            return Number(value, left.column)
    return Binary(sign, left, right, column)


def _fold(sign: str, left: float, right: float) -> int | float | None:
    try:
        if sign == "**":
            if isinstance(left, int) and isinstance(right, int) and left.bit_length() * right > 2 * 64:
                return None
            value: Any = left**right
        else:
            value = FOLDED[sign](left, right)
    except (KeyError, ArithmeticError):
        return None
    if isinstance(value, int):
        return value if LEAST_WHOLE <= value <= LARGEST_WHOLE else None
    return value if isinstance(value, float) and abs(value) <= sys.float_info.max else None

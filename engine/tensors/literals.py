"""Values typed by hand: nested rows of numbers, truth values or text, read without running anything."""

from __future__ import annotations

import ast
from typing import Any

import numpy as np

from engine.dtypes import BITS, LARGEST_FLOAT, misfit
from engine.errors import QT_TRANSLATE_NOOP, InputError
from engine.expressions.error import ExpressionError
from engine.expressions.parser import parse
from engine.expressions.tree import Number
from engine.tensors.shapes import MOST_DIMENSIONS

LONGEST = 20_000
"""Characters: what Python reads within some ten milliseconds, during which the window's thread may have to wait."""

Values = Any
"""A number, a truth value or a text, or nested lists of them, all rows of a level of one length."""


def read_values(text: str, dtype: str, field: str = "values") -> Values:
    """`[[1, 2], [3, 4]]`, `2.5`, `["a", "b"]`, `[1/3, 2*pi]`, as Python values of the kind that `dtype` takes.

    Raises `InputError`, also for a value that a tensor of this dtype cannot hold.
    """
    if len(text) > LONGEST:
        template = QT_TRANSLATE_NOOP("engine", "This has {length} characters; typed values may have {most}.")
        raise InputError(field, template, length=len(text), most=LONGEST)
    typed = " ".join(text.split("\n")).strip()
    if not typed:
        raise InputError(field, QT_TRANSLATE_NOOP("engine", "Type values, such as [[1, 2], [3, 4]]."))
    try:
        tree = ast.parse(typed, mode="eval").body
        values = _read(tree, typed, dtype, field, 0)
        shape = np.shape(values) if isinstance(values, list) else ()
    except InputError:
        raise
    except (SyntaxError, RecursionError, MemoryError):
        template = QT_TRANSLATE_NOOP("engine", "The values cannot be read; is a comma or a bracket missing?")
        raise InputError(field, template) from None
    except ValueError:
        template = QT_TRANSLATE_NOOP("engine", "The rows differ in length; every row needs as many numbers.")
        raise InputError(field, template) from None
    if len(shape) > MOST_DIMENSIONS:
        template = QT_TRANSLATE_NOOP("engine", "A tensor may have {most} dimensions here, not {found}.")
        raise InputError(field, template, most=MOST_DIMENSIONS, found=len(shape))
    return values


def literal_code(values: Values) -> str:
    """As one writes them in Python: `[[1., 2.], [3., 4.]]`."""
    if isinstance(values, list):
        return f"[{', '.join(map(literal_code, values))}]"
    if isinstance(values, float):
        return float_code(values)
    if isinstance(values, complex) and not np.isfinite(values):
        return f'complex("{values}")'
    return repr(values)


def float_code(value: float) -> str:
    """As in the notes: `1.`, `0.5`, `1e-07`; and `float("inf")`."""
    if not np.isfinite(value):
        return f'float("{value}")'
    return repr(float(value)).removesuffix("0") if float(value).is_integer() and "e" not in repr(value) else repr(value)


def _read(node: ast.expr, text: str, dtype: str, field: str, depth: int) -> Values:
    if isinstance(node, ast.List | ast.Tuple):
        if depth >= 2 * MOST_DIMENSIONS:
            raise RecursionError
        return [_read(item, text, dtype, field, depth + 1) for item in node.elts]
    value = _value(node, text, field)
    if found := misfit(value, dtype):
        template, values = found
        raise InputError(field, template, **values)
    return _as_typed(value, dtype)


def _value(node: ast.expr, text: str, field: str) -> Any:
    match node:
        case ast.Constant(value=bool() | int() | float() | complex() | str() as value):
            return value
        case ast.UnaryOp(op=ast.USub(), operand=ast.Constant(value=int() | float() | complex() as value)):
            return -value
        case ast.BinOp(op=ast.Add() | ast.Sub() as op, left=left, right=ast.Constant(value=complex() as imaginary)):
            real = _value(left, text, field)
            if isinstance(real, int | float):
                return real + imaginary if isinstance(op, ast.Add) else real - imaginary
    formula = ast.get_source_segment(text, node) or ""
    try:
        tree = parse(formula, ())
    except ExpressionError as error:
        raise InputError(field, error.template, **error.values) from None
    if isinstance(tree, Number):
        return tree.value
    template = QT_TRANSLATE_NOOP("engine", "Only numbers can stand here, not {formula}; type rows of them.")
    raise InputError(field, template, formula=formula if len(formula) <= 24 else f"{formula[:23]}…")


def _as_typed(value: Any, dtype: str) -> Any:
    """The Python type that TensorFlow and NumPy both take for this dtype without a word."""
    if dtype == "bool":
        return bool(value)
    if dtype in BITS:
        return int(value)
    if dtype in LARGEST_FLOAT:
        return complex(value) if dtype.startswith("complex") else float(value)
    return value

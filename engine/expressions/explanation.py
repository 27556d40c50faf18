"""Turns what TensorFlow says of an operation that failed into a sentence that shows what did not fit."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from typing import Any

import numpy as np
import tensorflow as tf

from engine.dtypes import BITS, misfit
from engine.errors import QT_TRANSLATE_NOOP
from engine.expressions import shape_explanation
from engine.expressions.error import ExpressionError
from engine.expressions.tree import Binary, Call, Node, Subscript

ALLOWED = re.compile(r"of (\w+) is not in the list of allowed values: ([\w, ]+)")
EXPECTED = re.compile(r"expected to be a (\w+) tensor but is a (\w+) tensor")
WRONG_DTYPE = re.compile(
    r"Invalid dtype|Tensor conversion requested dtype|must be either real or complex|Could not find device for node"
    r"|Cast \w+ to \w+ is not supported|No unary variant"
)
DTYPE_NAMES = {"half": "float16", "float": "float32", "double": "float64"}
"""What TensorFlow calls them in its errors, and nowhere else."""


def explained(node: Node, parts: Sequence[Any], error: Exception) -> ExpressionError:
    """What to tell of `node`, whose operands `parts` TensorFlow refused with `error`."""
    what = name_of(node)
    if isinstance(error, tf.errors.ResourceExhaustedError | MemoryError):
        template = QT_TRANSLATE_NOOP("engine", "There is not enough memory for {what}.")
        return ExpressionError(node.column, template, what=what)
    tensors = [part for part in _flat(parts) if tf.is_tensor(part)]
    if "more than 2**63" in str(error):
        template = QT_TRANSLATE_NOOP("engine", "No memory holds a tensor of that many elements; make it smaller.")
        return ExpressionError(node.column, template)
    known = (
        _dtypes_differ(node, what, tensors)
        or _unsupported_dtype(what, tensors, str(error))
        or _whole_number_trouble(str(error))
        or shape_explanation.misfit(node, what, parts, tensors)
    )
    if known is not None:
        template, values = known
        return ExpressionError(node.column, template, **values)
    template = QT_TRANSLATE_NOOP("engine", "{what} cannot be computed; TensorFlow says: {reason}.")
    return ExpressionError(node.column, template, what=what, reason=first_sentence(error) or type(error).__name__)


def refuse_misfit(number: Any, dtype: tf.DType, column: int, operator: str = "") -> None:
    """Raises `ExpressionError` where a tensor of `dtype` cannot hold a number that it meets in the formula."""
    if isinstance(number, bool) != (dtype == tf.bool):
        if dtype == tf.bool and operator:
            template, values = _not_for(operator, "bool", "float32")
        elif dtype == tf.bool:
            template, values = QT_TRANSLATE_NOOP("engine", "bool holds True and False, not {value}."), {"value": number}
        else:
            template = QT_TRANSLATE_NOOP("engine", "{dtype} holds numbers, not {value}; write 1 or 0.")
            values = {"dtype": dtype.name, "value": number}
        raise ExpressionError(column, template, **values)
    found = misfit(number, dtype.name)
    if found is None:
        return
    template, values = found
    if dtype.name in BITS and isinstance(number, float) and math.isfinite(number) and not number.is_integer():
        template = QT_TRANSLATE_NOOP(
            "engine", "{dtype} holds whole numbers, not {value}; make floats of it first, as in cast(a, float32)."
        )
    raise ExpressionError(column, template, **values)


def refuse_wrapping(tensor: Any, dtype: tf.DType, column: int) -> None:
    """Raises `ExpressionError` where a cast to whole numbers would silently give others: of what is beyond their range,
    of NaN and of infinity. While a graph is built there is nothing to look at yet."""
    has_range = tensor.dtype.is_integer or tensor.dtype.is_floating
    if dtype.name not in BITS or not has_range or not isinstance(tensor, tf.__internal__.EagerTensor):
        return
    elements = np.asarray(tensor.numpy())
    for extreme in (elements.min(), elements.max()) if elements.size else ():
        number = int(extreme) if tensor.dtype.is_integer else float(extreme)
        if found := misfit(math.trunc(number) if math.isfinite(number) else number, dtype.name):
            template, values = found
            raise ExpressionError(column, template, **values)


def first_sentence(error: Exception) -> str:
    """TensorFlow's own words without its marks of where it happened."""
    message = error.message if isinstance(error, tf.errors.OpError) else str(error)
    message = re.sub(r"\{\{.*?\}\}|\[Op:\w*\]|name: .*$", "", str(message).split("\n")[0])
    return " ".join(message.split()).rstrip(" .:")


def name_of(node: Node) -> str:
    """How a sentence calls an operation."""
    match node:
        case Call():
            return node.function
        case Binary():
            return node.operator
        case Subscript():
            return "[ ]"
    return getattr(node, "operator", "[…]")


def _dtypes_differ(node: Node, what: str, tensors: Sequence[Any]) -> tuple[str, dict[str, object]] | None:
    if isinstance(node, Call) and node.function == "where":
        if tensors and tensors[0].dtype != tf.bool:
            template = QT_TRANSLATE_NOOP(
                "engine", "where needs a condition of True and False, as a > 0 is; this one is {dtype}."
            )
            return template, {"dtype": tensors[0].dtype.name}
        tensors = tensors[1:]
    dtypes = list(dict.fromkeys(tensor.dtype.name for tensor in tensors))
    if len(dtypes) < 2:
        return None
    template = QT_TRANSLATE_NOOP(
        "engine", "{what} needs one dtype on both sides, not {left} and {right}; cast one, as in cast(a, {right})."
    )
    return template, {"what": what, "left": dtypes[0], "right": dtypes[1]}


def _unsupported_dtype(what: str, tensors: Sequence[Any], message: str) -> tuple[str, dict[str, object]] | None:
    if found := EXPECTED.search(message):
        return _not_for(what, DTYPE_NAMES.get(found[2], found[2]), DTYPE_NAMES.get(found[1], found[1]))
    if tensors and WRONG_DTYPE.search(message):
        return _not_for(what, tensors[0].dtype.name, "bool" if what in ("any", "all") else "float32")
    found = ALLOWED.search(message)
    if found is None:
        return None
    dtype = DTYPE_NAMES.get(found[1], found[1])
    allowed = [DTYPE_NAMES.get(name.strip(), name.strip()) for name in found[2].split(",")]
    remedy = next((name for name in ("float32", "int32", "bool") if name in allowed), allowed[0])
    return _not_for(what, dtype, remedy)


def _not_for(what: str, dtype: str, remedy: str) -> tuple[str, dict[str, object]]:
    template = QT_TRANSLATE_NOOP("engine", "{what} does not work with {dtype}; convert it, as in cast(a, {remedy}).")
    return template, {"what": what, "dtype": dtype, "remedy": remedy}


def _whole_number_trouble(message: str) -> tuple[str, dict[str, object]] | None:
    if "Integer division by zero" in message:
        template = QT_TRANSLATE_NOOP(
            "engine", "Whole numbers cannot be divided by 0; as floats they give inf: cast(a, float32)."
        )
        return template, {}
    if "negative integer powers" in message:
        template = QT_TRANSLATE_NOOP(
            "engine", "Whole numbers have no negative powers; make floats of them first, as in cast(a, float32)."
        )
        return template, {}
    return None


def _flat(parts: Sequence[Any]) -> list[Any]:
    return [inner for part in parts for inner in (part if isinstance(part, list) else [part])]

"""Turns what TensorFlow says of an operation that failed into a sentence that shows what did not fit."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

import tensorflow as tf

from engine.errors import QT_TRANSLATE_NOOP
from engine.expressions.error import ExpressionError
from engine.expressions.tree import Binary, Call, Node, Subscript


def explained(node: Node, parts: Sequence[Any], error: Exception) -> ExpressionError:
    """What to tell of `node`, whose operands `parts` TensorFlow refused with `error`."""
    tensors = [part for part in parts if tf.is_tensor(part)]
    what = _what(node)
    if isinstance(error, tf.errors.ResourceExhaustedError | MemoryError):
        return ExpressionError(
            node.column, QT_TRANSLATE_NOOP("engine", "There is not enough memory for {what}."), what=what
        )
    if len(tensors) == 2:
        left, right = tensors
        return _explained_pair(node, what, left, right, error)
    if isinstance(node, Subscript) and "out of bounds" in str(error):
        template = QT_TRANSLATE_NOOP("engine", "The index is out of range: the tensor has the shape {shape}.")
        return ExpressionError(node.column, template, shape=tuple(tensors[0].shape))
    return _plain(node, what, error)


def _explained_pair(node: Node, what: str, left: Any, right: Any, error: Exception) -> ExpressionError:
    if left.dtype != right.dtype:
        template = QT_TRANSLATE_NOOP(
            "engine", "{what} needs one dtype on both sides, not {left} and {right}; cast one, as in cast(a, {right})."
        )
        return ExpressionError(node.column, template, what=what, left=left.dtype.name, right=right.dtype.name)
    shapes = {"left": tuple(left.shape), "right": tuple(right.shape)}
    if _is_matmul(node):
        if min(left.shape.rank, right.shape.rank) < 2:
            template = QT_TRANSLATE_NOOP(
                "engine", "matmul multiplies matrices: {left} and {right} must both have two dimensions; reshape one."
            )
            return ExpressionError(node.column, template, **shapes)
        if left.shape[-1] != right.shape[-2]:
            template = QT_TRANSLATE_NOOP(
                "engine",
                "matmul does not fit: {left} has {columns} columns and {right} has {rows} rows; they must be as many.",
            )
            return ExpressionError(node.column, template, **shapes, columns=left.shape[-1], rows=right.shape[-2])
    axis = _misfit(left.shape, right.shape)
    if axis is not None:
        template = QT_TRANSLATE_NOOP(
            "engine",
            "{what} does not fit: {left} and {right} differ in dimension {axis} from the right, {a} and {b}; "
            "there they must be equal, or one of them 1.",
        )
        sizes = {"a": left.shape[-axis], "b": right.shape[-axis]}
        return ExpressionError(node.column, template, what=what, **shapes, axis=axis, **sizes)
    return _plain(node, what, error)


def first_sentence(error: Exception) -> str:
    """TensorFlow's own words without its marks of where it happened."""
    message = error.message if isinstance(error, tf.errors.OpError) else str(error)
    message = re.sub(r"\{\{.*?\}\}|\[Op:\w*\]|name: .*$", "", str(message).split("\n")[0])
    return " ".join(message.split()).rstrip(" .:")


def _plain(node: Node, what: str, error: Exception) -> ExpressionError:
    template = QT_TRANSLATE_NOOP("engine", "{what} cannot be computed; TensorFlow says: {reason}.")
    return ExpressionError(node.column, template, what=what, reason=first_sentence(error) or type(error).__name__)


def _what(node: Node) -> str:
    match node:
        case Call():
            return node.function
        case Binary():
            return node.operator
        case Subscript():
            return "[ ]"
    return getattr(node, "operator", "[…]")


def _is_matmul(node: Node) -> bool:
    return (isinstance(node, Binary) and node.operator == "@") or (isinstance(node, Call) and node.function == "matmul")


def _misfit(left: Any, right: Any) -> int | None:
    """The first dimension, counted from the right from 1, in which two shapes do not broadcast."""
    for axis in range(1, min(left.rank or 0, right.rank or 0) + 1):
        if left[-axis] != right[-axis] and 1 not in (left[-axis], right[-axis]):
            return axis
    return None

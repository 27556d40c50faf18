"""Computes a formula's tree with TensorFlow, one operation for each node."""

from __future__ import annotations

import functools
import operator
from collections.abc import Callable, Mapping
from typing import Any

import numpy as np
import tensorflow as tf

from engine.errors import QT_TRANSLATE_NOOP
from engine.expressions import explanation
from engine.expressions.error import ExpressionError
from engine.expressions.functions import FUNCTIONS
from engine.expressions.memory import check_memory
from engine.expressions.tree import Array, Binary, Call, Name, Node, Number, Place, Slice, Subscript, Unary

OPERATORS: dict[str, Callable[[Any, Any], Any]] = {
    "+": operator.add, "-": operator.sub, "*": operator.mul, "/": operator.truediv, "//": operator.floordiv,
    "%": operator.mod, "**": operator.pow, "@": operator.matmul, "<": operator.lt, "<=": operator.le,
    ">": operator.gt, ">=": operator.ge, "==": operator.eq, "!=": operator.ne, "&": operator.and_, "|": operator.or_,
}  # fmt: skip
SIGNS: dict[str, Callable[[Any], Any]] = {"-": operator.neg, "+": operator.pos, "~": operator.invert}


def evaluate(tree: Node, tensors: Mapping[str, Any]) -> Any:
    """The value of the formula, a `tf.Tensor`. Raises `ExpressionError` and nothing else."""
    try:
        values = {name: tf.convert_to_tensor(value) for name, value in tensors.items()}
    except Exception as error:
        template = QT_TRANSLATE_NOOP("engine", "A value is no tensor: {reason}.")
        raise ExpressionError(1, template, reason=explanation.first_sentence(error)) from error
    floating = [value.dtype for value in values.values() if value.dtype.is_floating]
    evaluation = Evaluation(values, floating[0] if floating else tf.float32)
    check_memory(tree, values, evaluation.float_dtype)
    if isinstance(tree, Number) and isinstance(tree.value, int) and not floating:
        return evaluation.tensor(Array((tree,), tree.column))[0]
    return evaluation.tensor(tree)


class Evaluation:
    """Computes nodes; the values of names stand in `values`."""

    def __init__(self, values: Mapping[str, Any], float_dtype: tf.DType) -> None:
        self._values = values
        self.float_dtype = float_dtype

    def tensor(self, node: Node) -> Any:
        """The node's value as a tensor; a bare number becomes one of `float_dtype`, unless it is whole and alone."""
        value = self.value(node)
        return value if tf.is_tensor(value) else self._as_tensor(value)

    def value(self, node: Node) -> Any:
        """The node's value: a tensor, or the Python number that stands in the formula."""
        match node:
            case Number():
                return node.value
            case Name():
                return self._values[node.name]
        parts = self._parts(node)
        try:
            return self._compute(node, parts)
        except ExpressionError:
            raise
        except Exception as error:
            raise explanation.explained(node, parts, error) from error

    def _parts(self, node: Node) -> list[Any]:
        match node:
            case Unary():
                return [self.tensor(node.operand)]
            case Binary():
                left, right = self.value(node.left), self.value(node.right)
                if not tf.is_tensor(left) and not tf.is_tensor(right):
                    left = self._as_tensor(left)
                return [left, right]
            case Subscript():
                return [self.tensor(node.value)]
            case Array():
                return [] if _plain_numbers(node) is not None else [self.value(item) for item in node.items]
            case Call():
                return self._arguments(node)
        raise AssertionError(node)

    def _compute(self, node: Node, parts: list[Any]) -> Any:
        match node:
            case Unary():
                return SIGNS[node.operator](*parts)
            case Binary():
                return OPERATORS[node.operator](*parts)
            case Subscript():
                return parts[0][tuple(_python_place(place) for place in node.places)]
            case Array():
                return tf.stack(self._alike(parts)) if parts else self._constant(node)
            case Call():
                return self._call(node, parts)
        raise AssertionError(node)

    def _call(self, node: Call, parts: list[Any]) -> Any:
        function = functools.reduce(getattr, FUNCTIONS[node.function].path.split("."), tf)
        arguments = {name: part for (name, _), part in zip(node.arguments, parts, strict=True)}
        if node.function in ("constant",):
            return tf.cast(arguments["value"], arguments["dtype"]) if "dtype" in arguments else arguments["value"]
        return function(*arguments.values()) if node.function == "range" else function(**arguments)

    def _arguments(self, node: Call) -> list[Any]:
        """The call's arguments; the numbers among its tensors take the dtype of the others."""
        parts: list[Any] = []
        numbers: list[int] = []
        dtype = None
        for index, (name, argument) in enumerate(node.arguments):
            if isinstance(argument, tuple) and argument and isinstance(argument[0], Node):
                parts.append(self._alike([self.value(part) for part in argument if isinstance(part, Node)]))
                continue
            part: Any = self.value(argument) if isinstance(argument, Node) else argument
            parts.append(part)
            if isinstance(argument, Node) and not tf.is_tensor(part):
                numbers.append(index)
            elif tf.is_tensor(part) and name != "condition":
                dtype = dtype or part.dtype
        for index in numbers:
            parts[index] = self._as_tensor(parts[index], dtype)
        return parts

    def _constant(self, node: Array) -> Any:
        """Rows of plain numbers: all whole gives int32 (int64 where that is too small), else `float_dtype`."""
        try:
            rows = np.array(_plain_numbers(node))
        except ValueError:
            template = QT_TRANSLATE_NOOP("engine", "The rows differ in length; every row needs as many numbers.")
            raise ExpressionError(node.column, template) from None
        if rows.dtype.kind == "i":
            fits = np.abs(rows).max(initial=0) < 2**31
            return tf.constant(rows, tf.int32 if fits else tf.int64)
        return tf.constant(rows, tf.bool if rows.dtype.kind == "b" else self.float_dtype)

    def _alike(self, values: list[Any]) -> list[Any]:
        """Tensors of the values; numbers take the dtype of the first tensor among them."""
        dtype = next((value.dtype for value in values if tf.is_tensor(value)), None)
        if dtype is None:
            whole = all(isinstance(value, int) for value in values)
            dtype = tf.int32 if whole and not any(isinstance(value, bool) for value in values) else None
        return [value if tf.is_tensor(value) else self._as_tensor(value, dtype) for value in values]

    def _as_tensor(self, value: Any, dtype: tf.DType | None = None) -> Any:
        if isinstance(value, bool):
            return tf.constant(value)
        return tf.constant(value, dtype or self.float_dtype)


def _plain_numbers(node: Node) -> Any:
    """Nested lists where the array holds nothing but numbers, else None."""
    if isinstance(node, Number):
        return node.value
    rows = [_plain_numbers(item) for item in node.items] if isinstance(node, Array) else [None]
    return None if any(row is None for row in rows) else rows


def _python_place(place: Place) -> Any:
    return slice(place.start, place.stop, place.step) if isinstance(place, Slice) else place

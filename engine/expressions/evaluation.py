"""Computes a formula's tree with TensorFlow, one operation for each node."""

from __future__ import annotations

import functools
import operator
from collections.abc import Callable, Mapping, Sequence
from typing import Any

import numpy as np
import tensorflow as tf

from engine.errors import QT_TRANSLATE_NOOP
from engine.expressions import explanation
from engine.expressions.cost import check_cost
from engine.expressions.error import ExpressionError
from engine.expressions.functions import FUNCTIONS
from engine.expressions.tree import Array, Binary, Call, Name, Node, Number, Place, Slice, Subscript, Unary

OPERATORS: dict[str, Callable[[Any, Any], Any]] = {
    "+": operator.add, "-": operator.sub, "*": operator.mul, "/": operator.truediv, "//": operator.floordiv,
    "%": operator.mod, "**": operator.pow, "@": operator.matmul, "<": operator.lt, "<=": operator.le,
    ">": operator.gt, ">=": operator.ge, "==": tf.equal, "!=": tf.not_equal, "&": operator.and_, "|": operator.or_,
}  # fmt: skip
"""Python's own operators, but for two: on tensors of shapes that do not fit, `==` would silently give False."""

SIGNS: dict[str, Callable[[Any], Any]] = {"-": operator.neg, "~": operator.invert}


def evaluate(tree: Node, tensors: Mapping[str, Any]) -> Any:
    """The value of the formula, a `tf.Tensor`. Raises `ExpressionError` and nothing else."""
    try:
        values = {name: tf.convert_to_tensor(value) for name, value in tensors.items()}
    except Exception as error:
        template = QT_TRANSLATE_NOOP("engine", "A value is no tensor: {reason}.")
        raise ExpressionError(1, template, reason=explanation.first_sentence(error)) from error
    floating = [value.dtype for value in values.values() if value.dtype.is_floating]
    evaluation = Evaluation(values, floating[0] if floating else tf.float32)
    check_cost(tree, values, evaluation.float_dtype)
    if isinstance(tree, Number) and isinstance(tree.value, int) and not floating:
        return evaluation.tensor(Array((tree,), tree.column))[0]
    return evaluation.tensor(tree)


class Evaluation:
    """Computes nodes; the values of names stand in `values`."""

    def __init__(self, values: Mapping[str, Any], float_dtype: tf.DType) -> None:
        self._values = values
        self.float_dtype = float_dtype

    def tensor(self, node: Node) -> Any:
        """The node's value as a tensor; a number in its place becomes one of `float_dtype`."""
        value = self.value(node)
        return value if tf.is_tensor(value) else self._as_tensor(value, node.column)

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
                return self._operands(node)
            case Subscript():
                return [self.tensor(node.value)]
            case Array():
                return [] if _plain_numbers(node) is not None else self._alike(node.items)
            case Call():
                return self._arguments(node)
        raise AssertionError(node)

    def _operands(self, node: Binary) -> list[Any]:
        """A number beside a tensor stays a number, which TensorFlow converts; it is only seen to that it fits."""
        left, right = self.value(node.left), self.value(node.right)
        if not tf.is_tensor(left) and not tf.is_tensor(right):
            left = self._as_tensor(left, node.left.column)
        for part, other, column in ((left, right, node.left.column), (right, left, node.right.column)):
            if not tf.is_tensor(part):
                explanation.refuse_misfit(part, other.dtype, column, node.operator)
        return [left, right]

    def _compute(self, node: Node, parts: list[Any]) -> Any:
        match node:
            case Unary():
                return SIGNS[node.operator](*parts)
            case Binary():
                return OPERATORS[node.operator](*parts)
            case Subscript():
                return parts[0][tuple(_python_place(place) for place in node.places)]
            case Array():
                return tf.stack(parts) if parts else self._constant(node)
            case Call():
                return self._call(node, parts)
        raise AssertionError(node)

    def _call(self, node: Call, parts: list[Any]) -> Any:
        function = functools.reduce(getattr, FUNCTIONS[node.function].path.split("."), tf)
        arguments = {name: part for (name, _), part in zip(node.arguments, parts, strict=True)}
        if node.function == "constant":
            dtype = arguments.get("dtype")
            if dtype is None:
                return arguments["value"]
            explanation.refuse_wrapping(arguments["value"], tf.as_dtype(dtype), node.column)
            return tf.cast(arguments["value"], dtype)
        if node.function == "cast":
            explanation.refuse_wrapping(arguments["x"], tf.as_dtype(arguments["dtype"]), node.column)
        return function(*parts) if node.function == "range" else function(**arguments)

    def _arguments(self, node: Call) -> list[Any]:
        """The call's arguments; the numbers among its tensors take the dtype of the others."""
        if node.function == "constant":
            return self._constant_arguments(node)
        parts: list[Any] = []
        numbers: list[tuple[int, int]] = []
        dtype = None
        for index, (name, argument) in enumerate(node.arguments):
            if isinstance(argument, tuple) and argument and isinstance(argument[0], Node):
                parts.append(self._alike([part for part in argument if isinstance(part, Node)]))
                continue
            part: Any = self.value(argument) if isinstance(argument, Node) else argument
            parts.append(part)
            if isinstance(argument, Node) and not tf.is_tensor(part):
                numbers.append((index, argument.column))
            elif tf.is_tensor(part) and name != "condition":
                dtype = dtype or part.dtype
        for index, column in numbers:
            own = None if node.arguments[index][0] == "condition" else dtype
            parts[index] = self._as_tensor(parts[index], column, own)
        return parts

    def _constant_arguments(self, node: Call) -> list[Any]:
        """Plain numbers are made in the dtype that is wanted, which must hold them; a tensor is cast."""
        arguments = dict(node.arguments)
        value, dtype = arguments["value"], arguments.get("dtype")
        assert isinstance(value, Node)
        if isinstance(value, Number) and not isinstance(value.value, float):
            part = self._constant(Array((value,), value.column), dtype)[0]
        elif isinstance(value, Number):
            part = self._as_tensor(value.value, value.column, tf.as_dtype(dtype) if dtype else None)
        elif isinstance(value, Array) and _plain_numbers(value) is not None:
            part = self._constant(value, dtype)
        else:
            part = self.tensor(value)
        return [part, *([dtype] if dtype else [])]

    def _constant(self, node: Array, dtype: Any = None) -> Any:
        """Rows of plain numbers: all whole gives int32 (int64 where that is too small), else `float_dtype`."""
        try:
            rows = np.array(_plain_numbers(node))
        except ValueError:
            template = QT_TRANSLATE_NOOP("engine", "The rows differ in length; every row needs as many numbers.")
            raise ExpressionError(node.column, template) from None
        if dtype is None and rows.dtype.kind in "iu":
            dtype = tf.int32 if rows.min() >= -(2**31) and rows.max() < 2**31 else tf.int64
        elif dtype is None:
            dtype = tf.bool if rows.dtype.kind == "b" else self.float_dtype
        dtype = tf.as_dtype(dtype)
        for number in rows.reshape(-1).tolist():
            is_truth = dtype == tf.bool and number in (0, 1)
            explanation.refuse_misfit(bool(number) if is_truth else number, dtype, node.column)
        if dtype == tf.bool or dtype.is_integer:
            rows = rows.astype(dtype.as_numpy_dtype)
        return tf.constant(rows, dtype)

    def _alike(self, nodes: Sequence[Node]) -> list[Any]:
        """Tensors of the nodes' values; numbers take the dtype of the first tensor among them."""
        values = [self.value(node) for node in nodes]
        dtype = next((value.dtype for value in values if tf.is_tensor(value)), None)
        if dtype is None:
            whole = all(isinstance(value, int) for value in values)
            dtype = tf.int32 if whole and not any(isinstance(value, bool) for value in values) else None
        return [
            value if tf.is_tensor(value) else self._as_tensor(value, node.column, dtype)
            for node, value in zip(nodes, values, strict=True)
        ]

    def _as_tensor(self, value: Any, column: int, dtype: tf.DType | None = None) -> Any:
        if dtype is None:
            dtype = tf.bool if isinstance(value, bool) else self.float_dtype
        explanation.refuse_misfit(value, dtype, column)
        return tf.constant(int(value) if dtype.is_integer else value, dtype)


def _plain_numbers(node: Node) -> Any:
    """Nested lists where the array holds nothing but numbers, else None."""
    if isinstance(node, Number):
        return node.value
    rows = [_plain_numbers(item) for item in node.items] if isinstance(node, Array) else [None]
    return None if any(row is None for row in rows) else rows


def _python_place(place: Place) -> Any:
    return slice(place.start, place.stop, place.step) if isinstance(place, Slice) else place

"""A function of two variables as TensorFlow computes it: on a whole grid, its gradients, and all about one point."""

from __future__ import annotations

from typing import Any

import numpy as np
import tensorflow as tf

from engine.datasets import TwoGaussians
from engine.errors import QT_TRANSLATE_NOOP
from engine.expressions import CompiledExpression, ExpressionError, compile_expression
from engine.expressions.functions import FUNCTIONS, Group
from engine.expressions.tree import Array, Binary, Call, Node, Number, Subscript, children
from engine.gradients.surface.records import Floats
from engine.gradients.surface.subjects import NAMES, Dtype, Formula, Subject

Tensor = Any


MOST_TOGETHER = 400
"""Points at which the classifier's loss is worked out in one piece; each meets all the data."""


class SurfaceFunction:
    """f of points (n, 2), each by itself. Everything is traced once; points go in as tensors."""

    def __init__(self, subject: Subject, dtype: Dtype) -> None:
        """Raises `ExpressionError` for a formula that is no function of two numbers."""
        self._dtype = tf.as_dtype(dtype)
        self._values_of = (
            _FormulaValues(subject.text, self._dtype)
            if isinstance(subject, Formula)
            else _LossValues(subject.bias, self._dtype)
        )
        many, one = (tf.TensorSpec((None, 2), self._dtype),), (tf.TensorSpec((2,), self._dtype),)
        self.is_cast = self._values_of.is_cast
        """Whether the formula gives whole numbers or truth values, which become numbers of the dtype."""

        self.gradient_is_none = self.hessian_is_none = False
        """Whether a tape finds no way from the value, or from the gradient, back to the point, and says None."""
        self._values = tf.function(self._values_of.of_many, input_signature=many, autograph=False)
        self._gradients = tf.function(self._trace_gradients, input_signature=many, autograph=False)
        self._derivatives = tf.function(self._trace_derivatives, input_signature=one, autograph=False)

    def values(self, points: Floats) -> Floats:
        """(n, 2) to (n,)."""
        return self._values(tf.constant(points, self._dtype)).numpy()  # type: ignore[no-any-return]

    def gradients(self, points: Floats) -> Floats:
        """(n, 2) to (n, 2): `tape.gradient` at each point."""
        return self._gradients(tf.constant(points, self._dtype)).numpy()  # type: ignore[no-any-return]

    def derivatives(self, point: Floats) -> tuple[Floats, Floats, Floats]:
        """At the point (2,): the value (), the gradient (2,) and the Hessian (2, 2), by two nested tapes."""
        results = self._derivatives(tf.constant(point, self._dtype))
        value, gradient, hessian = (result.numpy() for result in results)
        return value, gradient, hessian

    def has_finite_gradient(self, point: tuple[float, float]) -> bool:
        """Whether there is a way down from the point at all."""
        return bool(np.isfinite(self.gradients(np.array([point]))).all())

    def step_down(self, point: tuple[float, float], learning_rate: float) -> tuple[float, float]:
        """Where one step of gradient descent leads, as the notes take it."""
        variable = tf.Variable(point, dtype=self._dtype)
        variable.assign_sub(self._gradients(variable[tf.newaxis])[0] * learning_rate)
        x, y = variable.numpy().tolist()
        return x, y

    def _trace_gradients(self, points: Tensor) -> Tensor:
        with tf.GradientTape() as tape:
            tape.watch(points)
            values = self._values_of(points)
        return tape.gradient(values, points, unconnected_gradients=tf.UnconnectedGradients.ZERO)

    def _trace_derivatives(self, point: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        with tf.GradientTape() as outer_tape:
            outer_tape.watch(point)
            with tf.GradientTape() as inner_tape:
                inner_tape.watch(point)
                value = self._values_of(point[tf.newaxis])[0]
            gradient = inner_tape.gradient(value, point)
            self.gradient_is_none = gradient is None
            if gradient is None:
                gradient = tf.zeros_like(point)
        hessian = outer_tape.jacobian(gradient, point)
        self.hessian_is_none = hessian is None
        return value, gradient, tf.zeros((2, 2), self._dtype) if hessian is None else hessian


class _FormulaValues:
    def __init__(self, text: str, dtype: tf.DType) -> None:
        self._expression = point_function(text)
        self._dtype = dtype
        # TensorFlow's objections, and what needs too much memory, come to light here, before anything is traced.
        tried = self._expression(**{name: tf.constant([0.5, 1.5], dtype) for name in NAMES})
        if tried.dtype.is_complex or tried.dtype == tf.string:
            template = QT_TRANSLATE_NOOP("engine", "f(x, y) is to be a real number, and this is {dtype}.")
            raise ExpressionError(1, template, dtype=tried.dtype.name)
        self.is_cast = tried.dtype != dtype

    def __call__(self, points: Tensor) -> Tensor:
        x, y = tf.unstack(points, axis=1)
        return tf.broadcast_to(tf.cast(self._expression(x=x, y=y), self._dtype), tf.shape(x))

    of_many = __call__


class _LossValues:
    is_cast = False

    def __init__(self, bias: float, dtype: tf.DType) -> None:
        dataset = TwoGaussians().make()
        self._inputs = tf.constant(dataset.inputs, dtype)
        self._targets = tf.constant(dataset.targets, dtype)
        self._bias = tf.constant([bias], dtype)

    def __call__(self, points: Tensor) -> Tensor:
        """Every column of the product belongs to one W."""
        predictions = tf.matmul(self._inputs, points, transpose_b=True) + self._bias
        return tf.reduce_mean(tf.square(self._targets - predictions), axis=0)

    def of_many(self, points: Tensor) -> Tensor:
        """In pieces, since all predictions for all of a picture's points would be hundreds of megabytes."""
        count = tf.shape(points)[0]
        together = tf.minimum(count, MOST_TOGETHER)
        pieces = -(-count // together)
        padded = tf.reshape(tf.pad(points, [[0, pieces * together - count], [0, 0]]), (pieces, together, 2))
        values = tf.map_fn(self, padded, fn_output_signature=self._inputs.dtype)
        return tf.reshape(values, (-1,))[:count]


def point_function(text: str) -> CompiledExpression:
    """The formula about x and y, checked to be worked out at each point by itself. Raises `ExpressionError`."""
    expression = compile_expression(text, NAMES)
    _refuse_what_mixes_points(expression.tree)
    return expression


def _refuse_what_mixes_points(node: Node) -> None:
    match node:
        case Call(function=function) if not (
            FUNCTIONS[function].group is Group.ELEMENTWISE
            or (function == "constant" and isinstance(node.arguments[0][1], Number))
        ):
            name = function
        case Subscript():
            name = "[…]"
        case Array():
            name = "[…, …]"
        case Binary(operator="@"):
            name = "@"
        case _:
            for child in children(node):
                _refuse_what_mixes_points(child)
            return
    template = QT_TRANSLATE_NOOP(
        "engine", "x and y are two numbers here, and {name} is for whole tensors; write it with + and *."
    )
    raise ExpressionError(node.column, template, name=name)


def in_dtype(values: tuple[float, float], dtype: Dtype) -> tuple[float, float]:
    """The numbers as this dtype holds them."""
    first, second = np.array(values, dtype=dtype).tolist()
    return first, second

"""A formula and its derivatives by nested tapes, at as many points as are asked for."""

from __future__ import annotations

from typing import Any

import numpy as np
import tensorflow as tf

from engine.errors import QT_TRANSLATE_NOOP, InputError
from engine.expressions.cost import TOO_LARGE, memory_excess
from engine.expressions.error import ExpressionError
from engine.expressions.evaluation import evaluate
from engine.expressions.explanation import first_sentence
from engine.expressions.tree import Node
from engine.gradients.curve_protocol import Array, Dtype
from engine.gradients.derivatives import nested_gradients
from engine.gradients.pointwise import count_nodes

GROWTH = 4.5
"""By how much each tape multiplies the operations of the one inside it, where it is most: products and chains."""

MOST_OPERATIONS = 40_000
"""Seconds of eager work, for the longest formulas and the highest orders; beyond, they are refused."""

MOST_TRACED = 4_000
"""Tracing takes a millisecond an operation; what has more stays eager."""


class TapeFunction:
    """Call it with points (n,): gives y and its derivatives up to `order`, arrays (n,) of `dtype`.

    At first it runs eagerly. `trace()` makes one graph of it, which is then used for points of any number.
    """

    def __init__(self, tree: Node, order: int, dtype: Dtype) -> None:
        """Raises `ExpressionError` for a formula that cannot be computed, `InputError` for an order that would take
        for ever."""
        self.order = order
        self.dtype = dtype
        self._tree = tree
        self._operations = count_nodes(tree) * GROWTH**order
        if self._operations > MOST_OPERATIONS:
            template = QT_TRANSLATE_NOOP(
                "engine", "This formula is too long for derivatives of order {order}; lower the order or shorten it."
            )
            raise InputError("order", template, order=order)
        self._graph: Any = None
        self.traces = 0
        t = tf.constant(np.ones(1), dtype)
        self.connected = self._count_connected(t)
        self.is_cast = evaluate(tree, {"t": t}).dtype != t.dtype

    @property
    def is_worth_tracing(self) -> bool:
        """Whether `trace()` is still to be called."""
        return self._graph is None and self._operations <= MOST_TRACED

    def trace(self) -> None:
        """Makes a graph of it."""

        def traced(t: Any) -> list[Any]:
            self.traces += 1
            return self._values(t)

        points = tf.TensorSpec((None,), self.dtype)
        self._graph = tf.function(traced, input_signature=[points], autograph=False).get_concrete_function()

    def __call__(self, points: Array) -> tuple[Array, ...]:
        """Raises `ExpressionError`."""
        t = tf.constant(points, self.dtype)
        if excess := memory_excess(int(self._operations) * t.shape[0] * t.dtype.size):
            raise ExpressionError(1, TOO_LARGE, **excess)
        try:
            values = self._values(t) if self._graph is None else self._graph(t)
        except tf.errors.OpError as error:  # as where whole numbers are divided by 0
            template = QT_TRANSLATE_NOOP("engine", "This cannot be computed; TensorFlow says: {reason}.")
            raise ExpressionError(1, template, reason=first_sentence(error)) from error
        return tuple(value.numpy() for value in values)

    def _values(self, t: Any) -> list[Any]:
        return nested_gradients(lambda: self._value(t), t, self.order)

    def _value(self, t: Any) -> Any:
        return tf.broadcast_to(tf.cast(evaluate(self._tree, {"t": t}), t.dtype), tf.shape(t))

    def _count_connected(self, t: Any) -> int:
        """The highest order of which `gradient()` gives a tensor, not None."""
        for order in range(self.order):
            with tf.GradientTape() as tape:
                tape.watch(t)
                values = nested_gradients(lambda: self._value(t), t, order)
            if tape.gradient(values[-1], t) is None:
                return order
        return self.order

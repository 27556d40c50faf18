"""Derivatives by nested gradient tapes: the tape of each order watches what the tape inside it computed."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

from engine.errors import QT_TRANSLATE_NOOP, InputError
from engine.expressions import compile_expression

HIGHEST_ORDER = 4
MOST_POINTS = 1_000_000


def derivatives(text: str, at: ArrayLike, order: int = 2, name: str = "t") -> tuple[NDArray[Any], ...]:
    """y, dy/dt, d²y/dt², … of the formula `text` at each of the points `at`: order + 1 arrays of its shape.

    Computed by `order` nested tapes in the dtype of `at`: float32 stays float32, everything else becomes float64. A
    derivative that no tape can see, as that of a constant, is 0. Raises `ExpressionError` for the formula and
    `InputError` for the points and the order, which goes up to 4.
    """
    points = _checked_points(at)
    if isinstance(order, bool) or not isinstance(order, int) or not 0 <= order <= HIGHEST_ORDER:
        template = QT_TRANSLATE_NOOP("engine", "The order is a whole number from 0 to {most}, not {value}.")
        raise InputError("order", template, most=HIGHEST_ORDER, value=order)
    expression = compile_expression(text, (name,))
    import tensorflow as tf

    t = tf.constant(points)
    values = nested_gradients(lambda: tf.broadcast_to(tf.cast(expression(**{name: t}), t.dtype), t.shape), t, order)
    return tuple(value.numpy() for value in values)


def nested_gradients(function: Callable[[], Any], t: Any, order: int) -> list[Any]:
    """The value of `function` and its derivatives by `t`, up to `order`, elementwise; tensors of `t`'s shape."""
    import tensorflow as tf

    if order == 0:
        return [function()]
    with tf.GradientTape() as tape:
        tape.watch(t)
        values = nested_gradients(function, t, order - 1)
    gradient = tape.gradient(values[-1], t, unconnected_gradients=tf.UnconnectedGradients.ZERO)
    return [*values, gradient]


def _checked_points(at: ArrayLike) -> NDArray[Any]:
    try:
        points = np.asarray(at)
        if points.dtype.kind not in "biuf":  # NumPy would make NaN of None, and numbers of texts
            raise ValueError
        points = points if points.dtype == np.float32 else points.astype(np.float64)
    except (TypeError, ValueError):
        raise InputError("at", QT_TRANSLATE_NOOP("engine", "The points must be numbers.")) from None
    if points.size > MOST_POINTS:
        template = QT_TRANSLATE_NOOP("engine", "{count} points are too many; choose at most {most}.")
        raise InputError("at", template, count=points.size, most=MOST_POINTS)
    return points

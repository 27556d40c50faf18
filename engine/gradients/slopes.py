"""The local derivatives of operations: how each output of one changes with each of its inputs."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import tensorflow as tf
from numpy.typing import NDArray

# What TensorFlow's own wrappers (tf.raw_ops) do with an operation whose inputs and attributes are ready.
from tensorflow.python.eager import context, execute

from engine.gradients.overhearing import Heard

MOST_ELEMENTS = 64
"""Of an input or an output; the slopes of larger ones are matrices that nobody can read."""

Matrix = NDArray[np.floating[Any]]
Slopes = tuple[tuple[Matrix | None, ...], ...]
"""For each input, for each output: a matrix (elements of the output, elements of the input); None: no gradient."""


def local_slopes(operations: Sequence[Heard]) -> list[Slopes]:
    """The slopes of each of the operations, as TensorFlow's tape gives them.

    Each operation is run again under a tape, on copies of its inputs: so one that went in twice counts as two, and no
    operation is another's input. That is why one tape can serve all those that make a single number.
    """
    single = [heard for heard in operations if _makes_single_number(heard)]
    try:
        known = dict(zip(map(id, single), _slopes_of_single_numbers(single), strict=True))
    except LookupError:  # TensorFlow knows no derivative of one of them
        known = {}
    return [known[id(heard)] if id(heard) in known else _slopes(heard) for heard in operations]


def are_shown(heard: Heard) -> bool:
    """Whether the slopes of this operation are real, and not too large to show."""
    tensors = (*heard.inputs, *heard.outputs)
    return all(_has_slopes(tensor) for tensor in tensors if tensor.dtype.is_floating or tensor.dtype.is_complex)


def none_of(heard: Heard) -> Slopes:
    """No slopes at all."""
    return ((None,) * len(heard.outputs),) * len(heard.inputs)


def _slopes_of_single_numbers(operations: Sequence[Heard]) -> list[Slopes]:
    copies: list[Any] = []
    results: list[Any] = []
    with tf.GradientTape(watch_accessed_variables=False) as tape:
        for heard in operations:
            inputs = _copies(heard)
            copies += inputs
            tape.watch([tensor for tensor in inputs if _has_slopes(tensor)])
            results += _run_again(heard, inputs)
    gradients = iter(tape.gradient(results, copies))
    return [tuple((_matrix([next(gradients)]),) for _ in heard.inputs) for heard in operations]


def _slopes(heard: Heard) -> Slopes:
    """Of one operation, element by element of its outputs."""
    inputs = _copies(heard)
    with tf.GradientTape(persistent=True, watch_accessed_variables=False) as tape:
        tape.watch([tensor for tensor in inputs if _has_slopes(tensor)])
        outputs = [_elements(output) for output in _run_again(heard, inputs)]
    slopes = []
    for elements in outputs:
        rows = [_gradient(tape, element, inputs) for element in elements]
        slopes.append([_matrix([row[index] for row in rows]) for index in range(len(inputs))])
    return tuple(tuple(of_output[index] for of_output in slopes) for index in range(len(inputs)))


def _copies(heard: Heard) -> list[Any]:
    return [tf.identity(tensor) if tensor.dtype.is_floating else tensor for tensor in heard.inputs]


def _run_again(heard: Heard, inputs: list[Any]) -> list[Any]:
    name, count = heard.type, len(heard.outputs)
    pairs = zip(heard.attributes[::2], heard.attributes[1::2], strict=True)
    # None stands for an attribute that was left at its default, and is no value that could be given.
    attributes = tuple(part for pair in pairs if pair[1] is not None for part in pair)
    outputs: list[Any] = execute.execute(name.encode(), count, inputs, attributes, context.context())
    execute.record_gradient(name, inputs, attributes, outputs)
    return outputs


def _gradient(tape: tf.GradientTape, element: Any, inputs: list[Any]) -> list[Any]:
    try:
        gradients: list[Any] = tape.gradient(element, inputs)
    except LookupError:
        return [None] * len(inputs)
    return gradients


def _elements(tensor: Any) -> list[Any]:
    """Single numbers, each differentiable by itself; none where there is nothing to show."""
    if not _has_slopes(tensor):
        return []
    return tf.unstack(tf.reshape(tensor, [-1])) if tensor.shape.rank else [tensor]


def _matrix(rows: list[Any]) -> Matrix | None:
    if not rows or any(row is None for row in rows):
        return None
    return np.stack([np.reshape(row.numpy(), -1) for row in rows])


def _makes_single_number(heard: Heard) -> bool:
    return len(heard.outputs) == 1 and heard.outputs[0].shape.rank == 0 and _has_slopes(heard.outputs[0])


def _has_slopes(tensor: Any) -> bool:
    return bool(tensor.dtype.is_floating) and (tensor.shape.num_elements() or 0) <= MOST_ELEMENTS

"""Overhears TensorFlow while tapes are open: which operations it executes, on which tensors, and whether a tape keeps
them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import tensorflow as tf

# The hook that TensorFlow's own debugger uses, and the question that its operations ask before they are recorded;
# there are no public names for either.
from tensorflow.python.eager import record as tape_record
from tensorflow.python.framework import op_callbacks

from engine.gradients.formulas import MOST_SHOWN, written_operation, written_value
from engine.training.operations import HEARING

SHAPE_OPERATIONS = frozenset(
    ("BroadcastGradientArgs", "BroadcastTo", "ExpandDims", "Identity", "Reshape", "Shape", "Squeeze", "Sum", "Tile")
)


@dataclass(frozen=True, slots=True)
class Heard:
    """An operation with its very tensors, so that it can be run again.

    overheard: whether a tape was open. recorded: whether one keeps the operation, as it does where what it watches goes
    in.
    """

    type: str
    inputs: tuple[Any, ...]
    attributes: tuple[Any, ...]
    outputs: tuple[Any, ...]
    overheard: bool
    recorded: bool

    @property
    def is_bookkeeping(self) -> bool:
        """Whether it only minds shapes, and leaves the numbers as they are."""
        numbers = [tensor for tensor in (*self.inputs, *self.outputs) if not _is_shape(tensor)]
        if not numbers and self.outputs:
            return True
        return self.type in SHAPE_OPERATIONS and not any(tensor.shape.rank for tensor in numbers)

    def formula(self, inputs: Sequence[str]) -> str:
        """With the texts of its inputs, as in "4.9·1.96"."""
        numbers = [text for text, tensor in zip(inputs, self.inputs, strict=True) if not _is_shape(tensor)]
        return written_operation(self.type, numbers or inputs)

    def result(self) -> str:
        """Its outputs, as in "9.604"."""
        return ", ".join(map(written_tensor, self.outputs))


@contextmanager
def overheard() -> Iterator[list[Heard]]:
    """Within the block, every operation that this thread executes is added to the list, in order."""
    heard: list[Heard] = []

    def executed(
        name: bytes | str,
        inputs: Sequence[Any],
        attributes: tuple[Any, ...] | None,
        outputs: Sequence[Any],
        op_name: object = None,
        graph: object = None,
    ) -> None:
        if graph is None:  # what is only built into a graph is not executed
            kind = name.decode() if isinstance(name, bytes) else name
            is_open = bool(tape_record.could_possibly_record())
            recorded = is_open and bool(outputs) and bool(tape_record.should_record_backprop(inputs))
            heard.append(Heard(kind, tuple(inputs), attributes or (), tuple(outputs), is_open, recorded))

    with HEARING:
        op_callbacks.add_op_callback(executed)
        try:
            yield heard
        finally:
            op_callbacks.remove_op_callback(executed)


def written_tensor(tensor: Any) -> str:
    """Its value in a few characters; the name of its dtype where that is not one of numbers."""
    if not (tensor.dtype.is_floating or tensor.dtype.is_integer or tensor.dtype.is_bool):
        return str(tensor.dtype.name)
    shape = tensor.shape.as_list()
    return written_value((tf.reshape(tensor, [-1])[: MOST_SHOWN + 1] if shape else tensor).numpy(), shape)


def _is_shape(tensor: Any) -> bool:
    """Whole numbers beside floats say how, not what."""
    return not (tensor.dtype.is_floating or tensor.dtype.is_bool)

"""Overhears TensorFlow while tapes are open: which operations it executes, on which tensors, and whether a tape keeps
them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

# The hook that TensorFlow's own debugger uses, and the question that its operations ask before they are recorded;
# there are no public names for either.
from tensorflow.python.eager import record as tape_record
from tensorflow.python.framework import op_callbacks


@dataclass(frozen=True, slots=True)
class Heard:
    """An operation with its very tensors, so that it can be run again. recorded: whether some open tape keeps it."""

    type: str
    inputs: tuple[Any, ...]
    attributes: tuple[Any, ...]
    outputs: tuple[Any, ...]
    recorded: bool


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
            recorded = bool(tape_record.should_record_backprop(inputs))
            heard.append(Heard(kind, tuple(inputs), attributes or (), tuple(outputs), recorded))

    op_callbacks.add_op_callback(executed)
    try:
        yield heard
    finally:
        op_callbacks.remove_op_callback(executed)

"""Overhears TensorFlow: which operations it really executes."""

from __future__ import annotations

import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

# The hook that TensorFlow's own debugger (tf.debugging.experimental) uses; there is no public name for it.
from tensorflow.python.framework import op_callbacks

from engine.training.records import Operation

HEARING = threading.RLock()
"""Held while a thread listens: TensorFlow calls back that thread alone, but stops to do so for all when one is done."""


@contextmanager
def recorded_operations() -> Iterator[list[Operation]]:
    """Within the block, every operation that this thread executes is added to the list, in order."""
    operations: list[Operation] = []

    def executed(
        name: bytes | str, inputs: Sequence[Any], attributes: object, outputs: Sequence[Any], *_: object, **__: object
    ) -> None:
        operations.append(
            Operation(
                name.decode() if isinstance(name, bytes) else name,
                tuple(tuple(tensor.shape) for tensor in inputs),
                tuple(tuple(tensor.shape) for tensor in outputs),
            )
        )

    with HEARING:
        op_callbacks.add_op_callback(executed)
        try:
            yield operations
        finally:
            op_callbacks.remove_op_callback(executed)

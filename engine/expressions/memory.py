"""How much memory a formula would take, known before any of it is taken."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from typing import Any

import psutil
import tensorflow as tf

from engine.errors import QT_TRANSLATE_NOOP
from engine.expressions.error import ExpressionError
from engine.expressions.tree import Node

SHARE_OF_FREE_MEMORY = 0.25
SMALL = 1 << 20
"""Bytes below which nothing is refused, however little is free."""


def check_memory(tree: Node, values: Mapping[str, Any], float_dtype: tf.DType) -> None:
    """Refuses a formula whose results, those in between too, need more than a quarter of the free memory.

    The formula is built into a graph, which works out every shape and allocates nothing. Raises `ExpressionError`.
    """
    if not all(isinstance(value, tf.__internal__.EagerTensor) for value in values.values()):
        return  # it is being traced into a graph already
    from engine.expressions.evaluation import Evaluation

    with tf.Graph().as_default() as graph:
        stand_ins = {name: tf.compat.v1.placeholder(value.dtype, value.shape) for name, value in values.items()}
        given = {tensor.op for tensor in stand_ins.values()}
        with suppress(ExpressionError):  # what does not fit is told when it is computed; what came before it counts
            Evaluation(stand_ins, float_dtype).tensor(tree)
        outputs = [output for op in graph.get_operations() if op not in given for output in op.outputs]
    needed = sum(_size(output) for output in outputs)
    limit = max(SMALL, int(psutil.virtual_memory().available * SHARE_OF_FREE_MEMORY))
    if needed > limit:
        template = QT_TRANSLATE_NOOP(
            "engine",
            "This would need {needed} of memory, and TapeLab takes at most {limit} of what is free; make it smaller.",
        )
        raise ExpressionError(1, template, needed=show_bytes(needed), limit=show_bytes(limit))


def show_bytes(count: int) -> str:
    """As in `7.5 GiB`."""
    size, units = float(count), ["bytes", "KiB", "MiB", "GiB", "TiB", "PiB"]
    while size >= 1024 and len(units) > 1:
        size /= 1024
        units.pop(0)
    return f"{count} {units[0]}" if units[0] == "bytes" else f"{size:.1f} {units[0]}"


def _size(tensor: Any) -> int:
    elements = tensor.shape.num_elements()
    return (elements or 0) * max(1, tensor.dtype.size if tensor.dtype.size else 1)

"""How much memory, and how long, a formula would take, known before any of it is taken."""

from __future__ import annotations

import sys
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

MOST_MULTIPLICATIONS = 10**12
"""In the matrix products of a formula: some ten seconds on two cores. A product cannot be interrupted."""

TOO_LARGE = QT_TRANSLATE_NOOP(
    "engine", "This would need {needed} of memory, and TapeLab takes at most {limit} of what is free; make it smaller."
)


def check_cost(tree: Node, values: Mapping[str, Any], float_dtype: tf.DType) -> None:
    """Refuses a formula whose results, those in between too, need more than a quarter of the free memory, and one
    whose matrix products would take minutes.

    The formula is built into a graph, which works out every shape and allocates nothing. Raises `ExpressionError`.
    """
    if not all(isinstance(value, tf.__internal__.EagerTensor) for value in values.values()):
        return  # it is being traced into a graph already
    size, multiplications = _work(tree, values, float_dtype)
    if excess := memory_excess(size):
        raise ExpressionError(1, TOO_LARGE, **excess)
    if multiplications > MOST_MULTIPLICATIONS:
        template = QT_TRANSLATE_NOOP(
            "engine",
            "This needs {count} multiplications, and TapeLab waits for at most {most}; make the matrices smaller.",
        )
        raise ExpressionError(1, template, count=f"{multiplications:.1e}", most=f"{MOST_MULTIPLICATIONS:.0e}")


def work_of(tree: Node, values: Mapping[str, Any]) -> tuple[int, int]:
    """The bytes of all the results of a formula about these tensors, and the multiplications of its matrix products."""
    floating = [value.dtype for value in values.values() if value.dtype.is_floating]
    return _work(tree, values, floating[0] if floating else tf.float32)


def _work(tree: Node, values: Mapping[str, Any], float_dtype: tf.DType) -> tuple[int, int]:
    from engine.expressions.evaluation import Evaluation

    with tf.Graph().as_default() as graph:
        stand_ins = {name: tf.compat.v1.placeholder(value.dtype, value.shape) for name, value in values.items()}
        given = {tensor.op for tensor in stand_ins.values()}
        with suppress(ExpressionError):  # what does not fit is told when it is computed; what came before it counts
            Evaluation(stand_ins, float_dtype).tensor(tree)
        outputs = [output for op in graph.get_operations() if op not in given for output in op.outputs]
    return sum(map(_size, outputs)), sum(map(_multiplications, graph.get_operations()))


def memory_excess(needed: int) -> dict[str, object] | None:
    """What to fill into `TOO_LARGE` where `needed` bytes are more than may be taken now; None where they are not."""
    limit = max(SMALL, int(psutil.virtual_memory().available * SHARE_OF_FREE_MEMORY))
    return {"needed": show_bytes(needed), "limit": show_bytes(limit)} if needed > limit else None


def show_bytes(count: int) -> str:
    """As in `7.5 GiB`."""
    size, units = float(count), ["bytes", "KiB", "MiB", "GiB", "TiB", "PiB"]
    while size >= 1024 and len(units) > 1:
        size /= 1024
        units.pop(0)
    return f"{count} {units[0]}" if units[0] == "bytes" else f"{size:.1f} {units[0]}"


def _multiplications(op: Any) -> int:
    if op.type not in ("MatMul", "BatchMatMulV2", "BatchMatMulV3"):
        return 0
    inner = op.inputs[0].shape[-2 if op.get_attr("transpose_a" if op.type == "MatMul" else "adj_x") else -1]
    return (op.outputs[0].shape.num_elements() or 0) * (inner or 0)


def _size(tensor: Any) -> int:
    try:
        elements = tensor.shape.num_elements()
    except ValueError:  # a dimension beyond what TensorFlow can count
        return sys.maxsize
    return (elements or 0) * max(1, tensor.dtype.size if tensor.dtype.size else 1)

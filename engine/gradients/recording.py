"""Overhears nested tapes at one point: which operations ran, which tape recorded each, and how they make the gradient."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from engine.expressions.tree import Node

Array = NDArray[np.generic]


@dataclass(frozen=True, slots=True)
class Input:
    """What went into an operation.

    operation: the one that made it, by its place in `Recording.operations`, and `output` which of its outputs it is;
    None for a constant and for the point. is_point: whether it is the point itself.
    slopes: for each output of the operation, how it changes with this input, as TensorFlow's tape gives it for this
    operation alone, as a matrix (elements of the output, elements of the input); None where there is no gradient.
    """

    value: Array
    operation: int | None
    output: int
    is_point: bool
    slopes: tuple[Array | None, ...]


@dataclass(frozen=True, slots=True)
class RecordedOperation:
    """An operation that TensorFlow executed.

    type: TensorFlow's name for it. formula: in numbers, as in "4.9·1.96"; `t` stands for the point.
    phase: 0 for the function itself, k for what the gradient of tape k - 1 executed, tapes counted from the innermost.
    tapes: those that recorded it, by their place in `Recording.tapes`; a tape passes by what nothing watched went into.
    is_bookkeeping: it only minds shapes; on single numbers it changes nothing.
    """

    type: str
    formula: str
    outputs: tuple[Array, ...]
    inputs: tuple[Input, ...]
    phase: int
    tapes: tuple[int, ...]
    is_bookkeeping: bool


@dataclass(frozen=True, slots=True)
class Path:
    """One way from the point to what is differentiated: the operations that it goes through, in the order in which
    they ran, the slope of each, and the product of the slopes."""

    operations: tuple[int, ...]
    slopes: tuple[Array, ...]
    product: Array


@dataclass(frozen=True, slots=True)
class RecordedTape:
    """A tape: `gradient` is what `name.gradient(target, point)` gave, None included.

    paths: the ways from the point to the target, not more than `MOST_PATHS` of the `path_count` that there are.
    chained: the sum over all of them, None where slopes are missing.
    """

    name: str
    target: str
    gradient_name: str
    target_value: Array
    gradient: Array | None
    paths: tuple[Path, ...]
    path_count: int
    chained: Array | None


@dataclass(frozen=True, slots=True)
class Recording:
    """What nested tapes recorded at one point; `tapes` from the innermost, which gives the first derivative."""

    name: str
    at: float
    dtype: str
    operations: tuple[RecordedOperation, ...]
    tapes: tuple[RecordedTape, ...]


def record(tree: Node, name: str, at: float, order: int, dtype: str) -> Recording:
    """Runs `order` nested tapes (1 to 4) around the formula `tree` at the one point. Raises `ExpressionError`."""
    raise NotImplementedError

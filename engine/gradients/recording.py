"""Overhears nested tapes at one point: what ran, which tape recorded it, and how the slopes make the gradient."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from engine.errors import QT_TRANSLATE_NOOP, InputError
from engine.expressions.tree import Node
from engine.gradients.chain import Chain, Matrix
from engine.gradients.derivatives import HIGHEST_ORDER
from engine.gradients.naming import naming, tape_names

if TYPE_CHECKING:
    from engine.gradients.overhearing import Heard


@dataclass(frozen=True, slots=True)
class Input:
    """What went into an operation.

    operation: the one that made it, by its place in `Recording.operations`, and `output` which of its outputs it is;
    None for a constant and for the point. slopes: for each output of the operation how it changes with this input, a
    matrix (elements of the output, elements of the input); None where TensorFlow gives no gradient.
    """

    text: str
    operation: int | None
    output: int
    is_point: bool
    slopes: tuple[Matrix | None, ...]


@dataclass(frozen=True, slots=True)
class RecordedOperation:
    """An operation that TensorFlow executed.

    type: TensorFlow's name for it. formula: with its numbers, as in "4.9·1.96", and the point's name for the point;
    result: as in "9.604". phase: 0 for the function itself, k for what the gradient of tape k - 1 ran.
    tapes: those that recorded it, by their place in `Recording.tapes`; a tape passes by what nothing watched goes into.
    is_bookkeeping: it minds shapes and leaves the numbers as they are.
    """

    type: str
    formula: str
    result: str
    inputs: tuple[Input, ...]
    phase: int
    tapes: tuple[int, ...]
    is_bookkeeping: bool


@dataclass(frozen=True, slots=True)
class RecordedTape:
    """What a tape recorded, and what it gave.

    `target` and `gradient_name` are as one reads them, as in "speed". result: the target's value. gradient: what
    `gradient()` gave; 0 where no way leads from the point to the target. chain: the same by the chain rule, None
    where a slope on the way is too large to show, or there are too many of them.
    """

    name: str
    target: str
    gradient_name: str
    result: str
    gradient: float
    chain: Chain | None


@dataclass(frozen=True, slots=True)
class Recording:
    """What nested tapes recorded at one point; `tapes` from the innermost, which gives the first derivative."""

    name: str
    at: float
    dtype: str
    operations: tuple[RecordedOperation, ...]
    tapes: tuple[RecordedTape, ...]


def record(tree: Node, name: str, at: float, order: int, dtype: str) -> Recording:
    """Runs `order` nested tapes (1 to 4) around the formula `tree` of `name`, at one point.

    Raises `ExpressionError` for what cannot be computed and `InputError` for the order.
    """
    recorder = Recorder(tree, name, at, order, dtype)
    while (recording := recorder.work()) is None:
        pass
    return recording


class Recorder:
    """Does what `record` does a piece at a time, for whoever must not be kept waiting."""

    def __init__(self, tree: Node, name: str, at: float, order: int, dtype: str) -> None:
        """Raises `InputError` for the order."""
        if not 1 <= order <= HIGHEST_ORDER:
            template = QT_TRANSLATE_NOOP("engine", "The order is a whole number from 1 to {most}, not {value}.")
            raise InputError("order", template, most=HIGHEST_ORDER, value=order)
        self._pieces = _record(tree, name, at, order, dtype)

    def work(self) -> Recording | None:
        """Does the next piece; gives the recording when it is done. Raises `ExpressionError`."""
        return next(self._pieces)


def _record(tree: Node, name: str, at: float, order: int, dtype: str) -> Iterator[Recording | None]:
    import tensorflow as tf

    from engine.expressions.evaluation import Evaluation
    from engine.gradients.overhearing import written_tensor
    from engine.gradients.transcript import Transcript

    _check_cost(tree, name, dtype)
    t = tf.Variable(at, dtype=dtype)

    def function() -> Any:
        value = Evaluation({name: tf.convert_to_tensor(t)}, t.dtype).tensor(tree)
        return tf.cast(value, t.dtype)

    phases, values = _overhear(function, t, order)
    transcript = Transcript(name, order, t.dtype.as_numpy_dtype)
    for phase, heard in enumerate(phases):
        for _ in transcript.add(heard, phase):
            yield None
    names = naming(tree).names
    tapes = tuple(
        RecordedTape(
            tape,
            names[index],
            names[index + 1],
            written_tensor(values[index]),
            float(values[index + 1]),
            transcript.chain(index, values[index]),
        )
        for index, tape in enumerate(tape_names(order))
    )
    yield Recording(name, float(t), dtype, tuple(transcript.operations), tapes)


@lru_cache(maxsize=16)
def _check_cost(tree: Node, name: str, dtype: str) -> None:
    import tensorflow as tf

    from engine.expressions.cost import check_cost

    check_cost(tree, {name: tf.zeros((), dtype)}, tf.as_dtype(dtype))


def _overhear(function: Callable[[], Any], t: Any, order: int) -> tuple[list[list[Heard]], list[Any]]:
    """What ran in each phase but the last, which no tape sees, and the values: the function's and its derivatives."""
    import tensorflow as tf

    from engine.gradients.overhearing import overheard

    phases: list[list[Heard]] = []

    def differentiate(depth: int) -> list[Any]:
        if depth == 0:
            with overheard() as heard:
                values = [function()]
            phases.append(heard)
            return values
        with tf.GradientTape() as tape:
            values = differentiate(depth - 1)
        zero = tf.UnconnectedGradients.ZERO
        if depth == order:
            return [*values, tape.gradient(values[-1], t, unconnected_gradients=zero)]
        with overheard() as heard:
            values.append(tape.gradient(values[-1], t, unconnected_gradients=zero))
        phases.append(heard)
        return values

    return phases, differentiate(order)

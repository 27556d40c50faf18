"""Overhears nested tapes at one point: what ran, which tape recorded it, and how the slopes make the gradient."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any

import numpy as np

from engine.errors import QT_TRANSLATE_NOOP, InputError
from engine.expressions.tree import Node
from engine.gradients.chain import POINT, Chain, Edge, Matrix, chain
from engine.gradients.derivatives import HIGHEST_ORDER
from engine.gradients.naming import naming, tape_names

if TYPE_CHECKING:
    from engine.gradients.overhearing import Heard
    from engine.gradients.slopes import Slopes

MOST_FOLLOWED = 400
"""Operations whose slopes are worked out; nobody follows a chain through more of them."""

READ = "ReadVariableOp"
"""How the point, a variable, gives its value: no operation of the formula's."""


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
    if not 1 <= order <= HIGHEST_ORDER:
        template = QT_TRANSLATE_NOOP("engine", "The order is a whole number from 1 to {most}, not {value}.")
        raise InputError("order", template, most=HIGHEST_ORDER, value=order)
    import tensorflow as tf

    from engine.expressions.evaluation import Evaluation
    from engine.gradients.overhearing import written_tensor

    _check_cost(tree, name, dtype)
    t = tf.Variable(at, dtype=dtype)

    def function() -> Any:
        value = Evaluation({name: tf.convert_to_tensor(t)}, t.dtype).tensor(tree)
        return tf.cast(value, t.dtype)

    phases, values = _overhear(function, t, order)
    transcript = _Transcript(name, order, t.dtype.as_numpy_dtype)
    for phase, heard in enumerate(phases):
        transcript.add(heard, phase)
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
    return Recording(name, float(t), dtype, tuple(transcript.operations), tapes)


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


class _Transcript:
    """What was heard, told without TensorFlow's objects."""

    def __init__(self, name: str, order: int, dtype: np.dtype[Any]) -> None:
        self._name = name
        self._order = order
        self._dtype = dtype
        self._makers: dict[int, tuple[int, int]] = {}
        """By a tensor's number: the operation that made it, and which of its outputs it is."""
        self.operations: list[RecordedOperation] = []
        self._edges: list[list[Edge]] = [[] for _ in range(order)]
        self._unreadable: set[int] = set()
        """The tapes that recorded an operation whose slopes are not shown."""

    def add(self, operations: Sequence[Heard], phase: int) -> None:
        """What ran in the next phase."""
        from engine.gradients.slopes import local_slopes, none_of

        recorded = [heard for heard in operations if heard.recorded and heard.type != READ]
        if len(self.operations) + len(recorded) > MOST_FOLLOWED:
            self._unreadable.update(range(phase, self._order))
            recorded = []
        slopes = dict(zip(map(id, recorded), local_slopes(recorded), strict=True))
        for heard in operations:
            if heard.type == READ:
                self._makers.update({tensor._id: (POINT, 0) for tensor in heard.outputs})
            else:
                self._add(heard, phase, slopes.get(id(heard), none_of(heard)))

    def _add(self, heard: Heard, phase: int, slopes: Slopes) -> None:
        from engine.gradients.slopes import are_shown

        place = len(self.operations)
        tapes = tuple(range(phase, self._order)) if heard.recorded else ()
        if heard.recorded and not are_shown(heard):
            self._unreadable.update(tapes)
        inputs = tuple(map(self._input, heard.inputs, slopes))
        for (start, output), given in zip(map(self._made_by, heard.inputs), slopes, strict=True):
            for end, slope in enumerate(given):
                if start is not None and slope is not None:
                    for tape in tapes:
                        self._edges[tape].append(Edge(start, output, place, end, slope))
        formula, result = heard.formula([given.text for given in inputs]), heard.result()
        self.operations.append(
            RecordedOperation(heard.type, formula, result, inputs, phase, tapes, heard.is_bookkeeping)
        )
        self._makers.update({tensor._id: (place, output) for output, tensor in enumerate(heard.outputs)})

    def chain(self, tape: int, target: Any) -> Chain | None:
        """How the slopes of what this tape recorded make the gradient of `target`."""
        start, output = self._made_by(target)
        if start is None:
            return Chain((), 0, 0.0, {})
        if tape in self._unreadable:
            return None
        return chain(self._edges[tape], start, output, int(target.shape.num_elements()), self._dtype)

    def _input(self, tensor: Any, slopes: tuple[Matrix | None, ...]) -> Input:
        from engine.gradients.overhearing import written_tensor

        start, output = self._made_by(tensor)
        is_point = start == POINT
        text = self._name if is_point else written_tensor(tensor)
        return Input(text, None if is_point else start, output, is_point, slopes)

    def _made_by(self, tensor: Any) -> tuple[int | None, int]:
        return self._makers.get(tensor._id, (None, 0))

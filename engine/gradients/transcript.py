"""What was heard of nested tapes, told without TensorFlow's objects."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

import numpy as np

from engine.gradients.chain import POINT, Chain, Edge, Matrix, chain
from engine.gradients.overhearing import Heard, written_tensor
from engine.gradients.recording import Input, RecordedOperation
from engine.gradients.slopes import Slopes, are_shown, local_slopes, none_of

MOST_FOLLOWED = 400
"""Operations whose slopes are worked out; nobody follows a chain through more of them."""

PIECE = 16
"""Operations that are worked on at once; some milliseconds."""

READ = "ReadVariableOp"
"""How the point, a variable, gives its value: no operation of the formula's."""


class Transcript:
    """The operations so far, and for each tape how their slopes lead from the point on."""

    def __init__(self, name: str, order: int, dtype: np.dtype[Any]) -> None:
        self._name = name
        self._order = order
        self._dtype = dtype
        self._makers: dict[int, tuple[int, int]] = {}
        """By a tensor's number: the operation that made it, and which of its outputs it is."""
        self._texts: dict[int, str] = {}
        self.operations: list[RecordedOperation] = []
        self._edges: list[list[Edge]] = [[] for _ in range(order)]
        self._unreadable: set[int] = set()
        """The tapes that recorded an operation whose slopes are not shown."""

    def add(self, operations: Sequence[Heard], phase: int) -> Iterator[None]:
        """Takes what ran in the next phase, a piece at a time."""
        is_followed = len(self.operations) + len(operations) <= MOST_FOLLOWED
        if not is_followed:
            self._unreadable.update(range(phase, self._order))
        for start in range(0, len(operations), PIECE):
            piece = operations[start : start + PIECE]
            recorded = [heard for heard in piece if heard.recorded and heard.type != READ and is_followed]
            slopes = dict(zip(map(id, recorded), local_slopes(recorded), strict=True))
            for heard in piece:
                if heard.type == READ:
                    self._makers.update({tensor._id: (POINT, 0) for tensor in heard.outputs})
                else:
                    self._add(heard, phase, slopes.get(id(heard), none_of(heard)))
            yield

    def _add(self, heard: Heard, phase: int, slopes: Slopes) -> None:
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
        formula = heard.formula([given.text for given in inputs])
        result = ", ".join(map(self._written, heard.outputs))
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
        start, output = self._made_by(tensor)
        is_point = start == POINT
        text = self._name if is_point else self._written(tensor)
        return Input(text, None if is_point else start, output, is_point, slopes)

    def _made_by(self, tensor: Any) -> tuple[int | None, int]:
        return self._makers.get(tensor._id, (None, 0))

    def _written(self, tensor: Any) -> str:
        text = self._texts.get(tensor._id)
        if text is None:
            text = self._texts[tensor._id] = written_tensor(tensor)
        return text

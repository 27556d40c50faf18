"""Where a number comes from: the elements of the operands that it was made of, and the formula with their numbers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import numpy as np

from engine.errors import Problem
from engine.expressions.evaluation import evaluate
from engine.expressions.explanation import name_of
from engine.expressions.source import typed
from engine.expressions.tree import Array, Call, Name, Node, Number
from engine.tensors.dependence import Indices, broadcast, elements, operands
from engine.tensors.describing import describe, elements_of
from engine.tensors.formula_words import element_name, expression, show_number
from engine.tensors.protocol import Origin, Source
from engine.tensors.recipes import Recipe
from engine.tensors.statistics import statistics_of
from engine.tensors.values import Index, TensorValue
from engine.tensors.workspace import Item

MEASURED = 1 << 16
"""Elements of an operand up to which its statistics are worked out too."""

NAMED = 64
"""Elements whose names and numbers are put into words at most; a formula shows far fewer."""


class Tracer:
    """Traces the elements of one tensor. What stands in its line as a part of a formula is computed once."""

    def __init__(self, item: Item) -> None:
        self.item = item
        self._result: Any = elements_of(item.tensor)
        self._operands: list[tuple[Node, TensorValue | None]] | None = None

    def origin(self, index: Index) -> Origin | None:
        """Where the element `index` comes from; None for a tensor that no formula made, and for no element of it."""
        shape = self._result.shape
        fits = len(index) == len(shape) and all(0 <= one < size for one, size in zip(index, shape, strict=True))
        if isinstance(self.item.made_by, Recipe) or not fits:
            return None
        tree = self.item.made_by
        try:
            found = self._values(tree)
        except Problem:  # there was memory for the line, and now there is none to show its parts
            return None
        shapes = [() if value is None else value.shape for _, value in found]
        condition = _condition(tree, found, index)
        dependence = elements(tree, shapes, index, condition)
        sources = [
            Source(typed(node), value, indices, total)
            for (node, value), (indices, total) in zip(found, dependence, strict=True)
            if value is not None
        ]
        return Origin(index, _operator(tree), tuple(sources), self._formula(tree, found, dependence, index))

    def _values(self, tree: Node) -> list[tuple[Node, TensorValue | None]]:
        """The operands with their values; None for numbers."""
        if self._operands is None:
            tensors = self.item.operands
            self._operands = [
                (node, None if isinstance(node, Number) else _described(_tensor(node, tensors)))
                for node in operands(tree)
            ]
        return self._operands

    def _formula(
        self,
        tree: Node,
        found: Sequence[tuple[Node, TensorValue | None]],
        dependence: Sequence[tuple[Indices, int]],
        index: Index,
    ) -> str:
        names: list[list[str]] = []
        numbers: list[list[str]] = []
        for (node, value), (indices, _) in zip(found, dependence, strict=True):
            if value is None:
                assert isinstance(node, Number)
                names.append([show_number(node.value)])
                numbers.append(names[-1])
                continue
            shown = _ends(indices)
            if isinstance(tree, Call) and tree.function == "where":  # what was not taken is shown all the same
                shown = np.array([broadcast(index, value.shape)], np.int64)
            names.append([element_name(typed(node), row) for row in shown.tolist()])
            numbers.append([show_number(value.array[tuple(row)]) for row in shown])
        total = max((total for _, total in dependence), default=0)
        result = show_number(self._result[index])
        steps = [element_name(self.item.name, index)]
        if names:
            steps += [expression(tree, names, total), expression(tree, numbers, total), result]
        else:
            steps += [element_name(typed(tree), index), result]
        return " = ".join(step for step, before in zip(steps, ["", *steps], strict=False) if step and step != before)


def _tensor(node: Node, tensors: Any) -> Any:
    return tensors[node.name] if isinstance(node, Name) else evaluate(node, tensors)


def _described(tensor: Any) -> TensorValue:
    value = describe(tensor, measured=False)
    return replace(value, statistics=statistics_of(value.array)) if value.array.size <= MEASURED else value


def _condition(tree: Node, found: Sequence[tuple[Node, TensorValue | None]], index: Index) -> bool:
    """What the condition of a `where` is for this element."""
    if not isinstance(tree, Call) or tree.function != "where":
        return True
    node, value = found[0]
    if value is None:
        assert isinstance(node, Number)
        return bool(node.value)
    return bool(value.array[broadcast(index, value.shape)])


def _ends(indices: Indices) -> Indices:
    return indices if len(indices) <= NAMED else np.concatenate([indices[: NAMED - 1], indices[-1:]])


def _operator(tree: Node) -> str:
    """How the operands stand together in a picture; "" where there are none."""
    if not operands(tree):
        return ""
    if isinstance(tree, Name):
        return "="
    if isinstance(tree, Array):
        return "stack"
    return "@" if isinstance(tree, Call) and tree.function == "matmul" else name_of(tree)

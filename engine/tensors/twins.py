"""What NumPy has beside a tensor: the same call, and what comes of it, worked out when it is first looked at."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import numpy as np

from engine.errors import QT_TRANSLATE_NOOP, Problem
from engine.expressions.cost import show_bytes, work_of
from engine.expressions.explanation import first_sentence
from engine.expressions.numpy_evaluation import numpy_value
from engine.expressions.numpy_source import numpy_source
from engine.expressions.tree import Call, Node, children
from engine.tensors.lines import Line
from engine.tensors.making import LARGEST_TWIN, make_twin, numpy_code
from engine.tensors.recipes import Initializer, Recipe

LARGEST_RESULTS = 16 << 20
"""Bytes of all the results of a line, those in between too, above which NumPy does not compute it as well."""

MOST_MULTIPLICATIONS = 10**8
"""In its matrix products: some tenths of a second, of whole numbers, for which NumPy has no quick way."""

TOO_LARGE = QT_TRANSLATE_NOOP("engine", "Above {most}, NumPy's value is not worked out beside TensorFlow's.")


class NumPyTwin:
    """call: as code, "" where NumPy has none."""

    def __init__(self, call: str, work: Callable[[], Any]) -> None:
        """work: gives NumPy's value; raises `Problem` where there is none, and what NumPy raises."""
        self.call = call
        self._work: Callable[[], Any] | None = work
        self._value: Any = None
        self._problem: Problem | None = None

    @property
    def value(self) -> Any:
        """An array, one of NumPy's numbers, or a tuple of whole numbers; None where there is a problem instead."""
        self._look()
        return self._value

    @property
    def problem(self) -> Problem | None:
        """Why there is no value."""
        self._look()
        return self._problem

    def _look(self) -> None:
        """Once: afterwards the inputs' own twins need not be kept for it."""
        work, self._work = self._work, None
        if work is None:
            return
        try:
            value = work()
        except Problem as problem:
            self._problem = problem
        except Exception as error:
            template = QT_TRANSLATE_NOOP("engine", "NumPy does not do this: {reason}.")
            self._problem = Problem(template, reason=f"{type(error).__name__}: {first_sentence(error)}")
        else:
            if isinstance(value, np.ndarray):
                value.flags.writeable = False
            self._value = value


def recipe_twin(recipe: Recipe) -> NumPyTwin:
    """Beside a tensor that a recipe makes."""
    return NumPyTwin(numpy_code(recipe), lambda: _made(recipe))


def line_twin(line: Line, name: str, tensors: Mapping[str, Any], twins: Mapping[str, NumPyTwin]) -> NumPyTwin:
    """Beside the result of a line about these tensors, which have these twins."""
    if _names_bfloat16(line.tree):
        return NumPyTwin("", _refuse_bfloat16)
    code = numpy_source(line.right, alone=not line.operator)
    call = f"{name} {line.operator}= {code}" if line.operator else code
    return NumPyTwin(call, lambda: _computed(line, tensors, twins))


def _made(recipe: Recipe) -> Any:
    array = make_twin(recipe)
    if array is not None:
        return array
    if isinstance(recipe, Initializer):
        raise Problem(QT_TRANSLATE_NOOP("engine", "An initializer is Keras's own; NumPy has no call for it."))
    raise Problem(TOO_LARGE, most=show_bytes(LARGEST_TWIN))


def _computed(line: Line, tensors: Mapping[str, Any], twins: Mapping[str, NumPyTwin]) -> Any:
    size, multiplications = work_of(line.tree, tensors)
    if size > LARGEST_RESULTS or multiplications > MOST_MULTIPLICATIONS:
        raise Problem(TOO_LARGE, most=show_bytes(LARGEST_RESULTS))
    for name, twin in twins.items():
        if twin.problem is not None:
            raise Problem(QT_TRANSLATE_NOOP("engine", "NumPy has no value of {name} to go on from."), name=name)
    return numpy_value(line.tree, {name: twin.value for name, twin in twins.items()}, line.operator)


def _refuse_bfloat16() -> Any:
    raise Problem(QT_TRANSLATE_NOOP("engine", "NumPy has no bfloat16."))


def _names_bfloat16(node: Node) -> bool:
    here = isinstance(node, Call) and any(argument == "bfloat16" for _, argument in node.arguments)
    return here or any(map(_names_bfloat16, children(node)))

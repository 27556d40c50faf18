"""Computes a formula's tree with NumPy, as the program of `numpy_source` does when it runs."""

from __future__ import annotations

import functools
import math
import operator
import warnings
from collections.abc import Callable, Mapping
from typing import Any

import numpy as np

from engine.expressions.numpy_source import DTYPES, NAMES, SPELT_OUT, dtype_of, numpy_arguments
from engine.expressions.source import POSITIONAL
from engine.expressions.tree import Argument, Array, Binary, Call, Name, Node, Number, Slice, Subscript, Unary

OPERATORS: dict[str, Callable[[Any, Any], Any]] = {
    "+": operator.add, "-": operator.sub, "*": operator.mul, "/": operator.truediv, "//": operator.floordiv,
    "%": operator.mod, "**": operator.pow, "@": operator.matmul, "<": operator.lt, "<=": operator.le,
    ">": operator.gt, ">=": operator.ge, "==": operator.eq, "!=": operator.ne, "&": operator.and_, "|": operator.or_,
}  # fmt: skip

IN_PLACE: dict[str, Callable[[Any, Any], Any]] = {
    "+": operator.iadd, "-": operator.isub, "*": operator.imul, "/": operator.itruediv, "//": operator.ifloordiv,
    "%": operator.imod, "**": operator.ipow, "@": operator.imatmul, "&": operator.iand, "|": operator.ior,
}  # fmt: skip
"""Of `e *= d`: NumPy writes into the array that stands there, so that its shape and dtype stay."""

SIGNS: dict[str, Callable[[Any], Any]] = {"-": operator.neg, "~": operator.invert}

COMPUTED: dict[str, Callable[[Any], Any]] = {
    "sigmoid": lambda x: 1 / (1 + np.exp(-x)),
    "relu": lambda x: np.maximum(x, 0),
    "softplus": lambda x: np.log1p(np.exp(x)),
    "reciprocal": lambda x: 1 / x,
    "rsqrt": lambda x: 1 / np.sqrt(x),
    "erf": np.vectorize(math.erf),
    "stop_gradient": lambda x: x,
}
"""What `SPELT_OUT` writes."""

AVERAGES = ("mean", "std", "var")
"""Of no elements, NumPy gives NaN and a warning, which nobody would see."""

assert COMPUTED.keys() == SPELT_OUT.keys()


def numpy_value(tree: Node, arrays: Mapping[str, Any], in_place: str = "") -> Any:
    """What NumPy makes of the formula: an array, one of NumPy's numbers, or the tuple that `np.shape` gives.

    in_place: the operator of a line such as `e *= d`, whose left operand is not written to, but its copy. Raises
    whatever NumPy raises; numbers that leave a dtype's range do so in silence.
    """
    evaluation = _Evaluation(arrays)
    with np.errstate(all="ignore"):
        if in_place and isinstance(tree, Binary):
            return IN_PLACE[in_place](np.copy(evaluation.value(tree.left)), evaluation.value(tree.right))
        return np.array(tree.value) if isinstance(tree, Number) else evaluation.value(tree)


class _Evaluation:
    def __init__(self, arrays: Mapping[str, Any]) -> None:
        self._arrays = arrays

    def value(self, node: Node) -> Any:
        match node:
            case Number(value=value):
                return value
            case Name(name=name):
                return self._arrays[name]
            case Unary():
                return SIGNS[node.operator](self._scalar(node.operand))
            case Binary(left=left, right=right):
                is_lone = isinstance(left, Number) and isinstance(right, Number)
                return OPERATORS[node.operator](self._scalar(left) if is_lone else self.value(left), self.value(right))
            case Subscript(places=places):
                index = tuple(slice(p.start, p.stop, p.step) if isinstance(p, Slice) else p for p in places)
                return self._scalar(node.value)[index]
            case Array():
                return np.array(self._rows(node))
            case Call():
                return self._call(node)
        raise AssertionError(node)

    def _scalar(self, node: Node) -> Any:
        """The value; of a number that stands in the text, NumPy's own."""
        if not isinstance(node, Number):
            return self.value(node)
        return np.bool_(node.value) if isinstance(node.value, bool) else np.float64(node.value)

    def _rows(self, node: Node) -> Any:
        return [self._rows(item) for item in node.items] if isinstance(node, Array) else self.value(node)

    def _call(self, node: Call) -> Any:
        first = next((argument for _, argument in node.arguments if isinstance(argument, Node)), None)
        if node.function in COMPUTED and first is not None:
            return COMPUTED[node.function](self.value(first))
        if node.function == "cast" and first is not None:
            value = np.array(first.value) if isinstance(first, Number) else self.value(first)
            dtype = np.dtype(_dtype(dtype_of(node)))
            is_cut = value.dtype.kind == "c" and dtype.kind in "iuf"  # of which NumPy would warn
            return (value.real if is_cut else value).astype(dtype)
        arguments = [(name, self._argument(argument, name == "dtype")) for name, argument in numpy_arguments(node)]
        plain = [value for name, value in arguments if name in POSITIONAL]
        named = {name: value for name, value in arguments if name not in POSITIONAL}
        function = getattr(np, NAMES.get(node.function, node.function))
        if node.function in AVERAGES and not np.size(plain[0]):
            with warnings.catch_warnings(action="ignore"):
                return function(*plain, **named)
        return function(*plain, **named)

    def _argument(self, argument: Argument, is_dtype: bool) -> Any:
        if isinstance(argument, Node):
            return self.value(argument)
        if isinstance(argument, tuple) and argument and isinstance(argument[0], Node):
            return [self.value(part) for part in argument if isinstance(part, Node)]
        return _dtype(str(argument)) if is_dtype and argument is not None else argument


@functools.cache
def _dtype(name: str) -> Any:
    return getattr(np, DTYPES.get(name, name))

"""The check of a function's derivatives, in pieces short enough to stand between two frames."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import numpy as np

from engine.errors import Problem
from engine.expressions.tree import Node
from engine.gradients.agreement import (
    AROUND_GAPS,
    away_from,
    finite_differences,
    heights,
    relative_difference,
)
from engine.gradients.curve_protocol import Agreement, Curve, Dtype

if TYPE_CHECKING:
    from engine.gradients.tape_function import TapeFunction

DTYPES: tuple[Dtype, ...] = ("float32", "float64")


class Check:
    """Against SymPy and against finite differences, at the same points in float32 and in float64."""

    def __init__(self, tree: Node, function: TapeFunction, samples: Any, curves: Sequence[Curve]) -> None:
        self._tree = tree
        self._function = function
        self._samples = samples
        self._gaps = [(gap.start, gap.end) for curve in curves for gap in curve.gaps]
        self.symbols, self.differences = Agreement(), Agreement()
        self.is_complete = False
        self._pieces = self._work()

    def work(self) -> None:
        """Does the next piece."""
        try:
            with np.errstate(all="ignore"):
                next(self._pieces)
        except StopIteration:
            self.is_complete = True

    def _work(self) -> Iterator[None]:
        width = float(self._samples[-1] - self._samples[0])
        found: dict[Dtype, tuple[Any, Any]] = {}
        for dtype in DTYPES:
            function = self._in(dtype)
            points = self._samples.astype(dtype)
            values = function(points)
            found[dtype] = points, values
            yield
            sizes = heights(values, width)
            largest = 0.0
            for order, (slopes, steps) in enumerate(finite_differences(function, points, values, sizes), 1):
                keep = away_from(points, self._gaps, steps + AROUND_GAPS * width)
                largest = max(largest, relative_difference(values[order], slopes, sizes[order], keep))
                yield
            known = self.differences
            self.differences = (
                replace(known, float32=largest) if dtype == "float32" else replace(known, float64=largest)
            )
        try:
            yield from self._compare_with_symbols(found, width)
        except Problem as problem:
            self.symbols = Agreement(reason=problem)

    def _compare_with_symbols(self, found: dict[Dtype, tuple[Any, Any]], width: float) -> Iterator[None]:
        from engine.gradients.symbolic import SymbolicDerivatives

        yield
        symbolic = SymbolicDerivatives(self._tree)
        largest = dict.fromkeys(DTYPES, 0.0)
        for order in range(1, self._function.order + 1):
            symbolic.differentiate()
            yield
            for dtype, (points, values) in found.items():
                keep = away_from(points, self._gaps, AROUND_GAPS * width)
                expected, size = symbolic.values(points), heights(values, width)[order]
                largest[dtype] = max(largest[dtype], relative_difference(values[order], expected, size, keep))
                yield
        self.symbols = Agreement(largest["float32"], largest["float64"])

    def _in(self, dtype: Dtype) -> TapeFunction:
        from engine.gradients.tape_function import TapeFunction

        if self._function.dtype == dtype:
            return self._function
        return TapeFunction(self._tree, self._function.order, dtype)

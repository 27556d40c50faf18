"""The chain rule with numbers: every way from the point to the result, and the product of the slopes along it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

MOST_PATHS = 24
"""More ways than these are counted, not told."""

Matrix = NDArray[np.floating[Any]]
POINT = -1
"""Stands for the point among the operations that inputs come from."""


@dataclass(frozen=True, slots=True)
class Edge:
    """`slope`: how output `end` of operation `later` changes with output `start` of `earlier`, or with the point."""

    earlier: int
    start: int
    later: int
    end: int
    slope: Matrix


@dataclass(frozen=True, slots=True)
class Path:
    """One way from the point to the result: the operations on it, in the order in which they ran, and their slopes.

    product: what this way adds to the gradient, the slopes multiplied.
    """

    operations: tuple[int, ...]
    slopes: tuple[Matrix, ...]
    product: float


@dataclass(frozen=True, slots=True)
class Chain:
    """All ways together. total: the sum of their products. shares: what of it goes through each operation."""

    paths: tuple[Path, ...]
    path_count: int
    total: float
    shares: Mapping[int, float]


def chain(edges: Sequence[Edge], operation: int, output: int, size: int, dtype: np.dtype[Any]) -> Chain:
    """The ways to output `output`, of `size` elements, of `operation`; `POINT` where the result is the point itself.

    The edges are those that the tape recorded, in any order; an operation comes after those that it takes from. As a
    tape does, the elements of a result with several are summed.
    """
    seed = np.ones((1, size), dtype)
    if operation == POINT:
        return Chain((Path((), (), 1.0),), 1, 1.0, {})
    into: dict[tuple[int, int], list[Edge]] = {}
    for edge in edges:
        into.setdefault((edge.later, edge.end), []).append(edge)
    counts = _path_counts(edges)
    counts[POINT, 0] = 1
    into = {node: [edge for edge in found if counts.get((edge.earlier, edge.start))] for node, found in into.items()}
    arriving: dict[tuple[int, int], Matrix] = {(operation, output): seed}
    for node in sorted(into, reverse=True):
        for edge in into[node] if node in arriving else ():
            below = edge.earlier, edge.start
            part = arriving[node] @ edge.slope
            arriving[below] = arriving[below] + part if below in arriving else part
    onward: dict[tuple[int, int], Matrix] = {(POINT, 0): np.ones((1, 1), dtype)}
    for node in sorted(into):
        parts = [edge.slope @ onward[edge.earlier, edge.start] for edge in into[node]]
        if parts:
            onward[node] = sum(parts[1:], start=parts[0])
    shares: dict[int, float] = {}
    for node, weight in arriving.items():
        if node in onward and node[0] != POINT:
            shares[node[0]] = shares.get(node[0], 0.0) + float((weight @ onward[node])[0, 0])
    total = arriving.get((POINT, 0))
    paths = tuple(path for path, _ in zip(_paths(into, (operation, output), seed), range(MOST_PATHS), strict=False))
    return Chain(paths, counts.get((operation, output), 0), 0.0 if total is None else float(total[0, 0]), shares)


def _path_counts(edges: Sequence[Edge]) -> dict[tuple[int, int], int]:
    """How many ways lead from the point to each output."""
    counts: dict[tuple[int, int], int] = {(POINT, 0): 1}
    for edge in sorted(edges, key=lambda edge: edge.later):
        node = edge.later, edge.end
        counts[node] = counts.get(node, 0) + counts.get((edge.earlier, edge.start), 0)
    return counts


def _paths(into: Mapping[tuple[int, int], list[Edge]], node: tuple[int, int], seed: Matrix) -> Iterator[Path]:
    """Depth first; every node that is gone to leads to the point."""
    waiting: list[tuple[tuple[int, int], Matrix, tuple[int, ...], tuple[Matrix, ...]]] = [(node, seed, (), ())]
    while waiting:
        node, weight, operations, slopes = waiting.pop()
        if node[0] == POINT:
            yield Path(operations, slopes, float(weight[0, 0]))
            continue
        for edge in reversed(into.get(node, ())):
            waiting.append(
                (
                    (edge.earlier, edge.start),
                    weight @ edge.slope,
                    (node[0], *operations),
                    (edge.slope, *slopes),
                )
            )

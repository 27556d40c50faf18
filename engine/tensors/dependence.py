"""Which elements of its operands an element of a result depends on, by the rules of each operation.

Every function takes the element's index in the result and gives, for each operand, the indices of those elements:
(k, rank of the operand), in the order in which the operation's formula uses them. Nothing is computed, so that the
size of the tensors does not matter.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from engine.expressions.functions import FUNCTIONS, Group
from engine.expressions.tree import Array, Binary, Call, Name, Node, Number, Place, Slice, Subscript, Unary
from engine.tensors.values import Index

Shape = tuple[int, ...]
Indices = NDArray[np.int64]

MOST = 4096
"""Elements of one operand that are listed: the first ones and the last; more can be neither shown nor read."""


def operands(node: Node) -> tuple[Node, ...]:
    """What the operation at the top works on, numbers too."""
    match node:
        case Name():
            return (node,)
        case Unary():
            return (node.operand,)
        case Binary():
            return node.left, node.right
        case Subscript():
            return (node.value,)
        case Array():
            return () if all(isinstance(item, Number) for item in _leaves(node)) else node.items
        case Call():
            return tuple(_nodes(node))
    return ()


def elements(node: Node, shapes: Sequence[Shape], index: Index, condition: bool = True) -> list[tuple[Indices, int]]:
    """For each operand: the indices, and how many there would be if all were listed.

    shapes: of the operands, () for numbers. condition: what the condition of a `where` is at this element.
    """
    match node:
        case Name():
            return [_one(index)]
        case Binary(operator="@") | Call(function="matmul"):
            return _matmul(shapes, index)
        case Unary() | Binary():
            return [_one(broadcast(index, shape)) for shape in shapes]
        case Subscript():
            return [_one(_subscripted(node.places, shapes[0], index))]
        case Array():
            return _of_one(shapes, index[0], index[1:]) if shapes else []
        case Call():
            return _of_call(node, shapes, index, condition)
    return []


def axes_of(node: Call, rank: int) -> tuple[int, ...]:
    """The axes that a reduction goes over."""
    axis = dict(node.arguments).get("axis")
    if axis is None:
        return (0,) if node.function in ("argmax", "argmin") else tuple(range(rank))
    return tuple(sorted({one % rank for one in (axis if isinstance(axis, tuple) else (axis,)) if isinstance(one, int)}))


def _of_call(node: Call, shapes: Sequence[Shape], index: Index, condition: bool) -> list[tuple[Indices, int]]:
    arguments: dict[str, Any] = dict(node.arguments)
    group = FUNCTIONS[node.function].group
    if node.function == "where":
        found = [_one(broadcast(index, shape)) for shape in shapes]
        found[2 if condition else 1] = _none(shapes[2 if condition else 1])
        return found
    if node.function in ("zeros_like", "ones_like", "shape", "size", "rank"):
        return [_none(shape) for shape in shapes]
    if group is Group.REDUCTION:
        keeps = bool(arguments.get("keepdims", False))
        return [_reduced(shapes[0], axes_of(node, len(shapes[0])), keeps, index)]
    if group is Group.RESHAPING:
        return _moved(node.function, arguments, shapes, index)
    if node.function == "fill":
        return [_one(())]
    return [_one(broadcast(index, shape)) for shape in shapes]


def _moved(
    function: str, arguments: dict[str, Any], shapes: Sequence[Shape], index: Index
) -> list[tuple[Indices, int]]:
    """The operations that only move elements: each comes from one."""
    shape = shapes[0]
    rank = len(shape)
    axis: Any = arguments.get("axis")
    match function:
        case "reshape":
            return [_one(_unravelled(_ravelled(index, _reshaped(shape, arguments["shape"])), shape))]
        case "transpose":
            permutation = arguments.get("perm") or tuple(reversed(range(rank)))
            place = [0] * rank
            for number, source in zip(index, permutation, strict=True):
                place[source % rank] = number
            return [_one(tuple(place))]
        case "concat":
            along = axis % rank
            number, offset = 0, index[along]
            while offset >= shapes[number][along]:
                offset -= shapes[number][along]
                number += 1
            return _of_one(shapes, number, (*index[:along], offset, *index[along + 1 :]))
        case "stack":
            along = (axis or 0) % (rank + 1)
            return _of_one(shapes, index[along], (*index[:along], *index[along + 1 :]))
        case "expand_dims":
            along = axis % (rank + 1)
            return [_one((*index[:along], *index[along + 1 :]))]
        case "squeeze":
            taken = [one % rank for one in ((axis,) if isinstance(axis, int) else axis or ())]
            taken = taken or [other for other, size in enumerate(shape) if size == 1]
            left = iter(index)
            return [_one(tuple(0 if other in taken else next(left) for other in range(rank)))]
        case "tile":
            return [_one(tuple(number % size for number, size in zip(index, shape, strict=True)))]
        case "reverse":
            turned = {one % rank for one in axis}
            numbers = enumerate(zip(index, shape, strict=True))
            return [_one(tuple(size - 1 - number if other in turned else number for other, (number, size) in numbers))]
    raise AssertionError(function)


def _matmul(shapes: Sequence[Shape], index: Index) -> list[tuple[Indices, int]]:
    left, right = shapes
    inner = left[-1]
    listed = _listed(inner)
    batch, row, column = index[:-2], index[-2], index[-1]
    first = [(*broadcast(batch, left[:-2]), row, number) for number in listed]
    second = [(*broadcast(batch, right[:-2]), number, column) for number in listed]
    return [(_array(first, len(left)), inner), (_array(second, len(right)), inner)]


def _reduced(shape: Shape, axes: tuple[int, ...], keeps: bool, index: Index) -> tuple[Indices, int]:
    kept = iter(index)
    place = [0] * len(shape)
    for axis in range(len(shape)):
        if axis not in axes:
            place[axis] = next(kept)
        elif keeps:
            next(kept)
    sizes = tuple(shape[axis] for axis in axes)
    rows = []
    for number in _listed(math.prod(sizes)):
        for axis, part in zip(axes, _unravelled(number, sizes), strict=True):
            place[axis] = part
        rows.append(tuple(place))
    return _array(rows, len(shape)), math.prod(sizes)


def _subscripted(places: Sequence[Place], shape: Shape, index: Index) -> Index:
    taking = sum(place is not None and place is not Ellipsis for place in places)
    left = iter(index)
    found: list[int] = []
    for place in places:
        if place is None:
            next(left)
        elif place is Ellipsis:
            found.extend(next(left) for _ in range(len(shape) - taking))
        elif isinstance(place, Slice):
            start, _, step = slice(place.start, place.stop, place.step).indices(shape[len(found)])
            found.append(start + step * next(left))
        elif isinstance(place, int):
            found.append(place % shape[len(found)])
    return (*found, *left)


def broadcast(index: Index, shape: Shape) -> Index:
    """The element of an operand of this shape that goes into the result's element."""
    aligned = index[len(index) - len(shape) :]
    return tuple(0 if size == 1 else number for number, size in zip(aligned, shape, strict=True))


def _of_one(shapes: Sequence[Shape], number: int, index: Index) -> list[tuple[Indices, int]]:
    """One element of the operand of this number, none of the others."""
    return [_one(index) if other == number else _none(shape) for other, shape in enumerate(shapes)]


def _reshaped(shape: Shape, target: Shape) -> Shape:
    known = math.prod(size for size in target if size != -1)
    return tuple(math.prod(shape) // known if size == -1 else size for size in target)


def _ravelled(index: Index, shape: Shape) -> int:
    number = 0
    for one, size in zip(index, shape, strict=True):
        number = number * size + one
    return number


def _unravelled(number: int, shape: Shape) -> Index:
    found = []
    for size in reversed(shape):
        number, one = divmod(number, size)
        found.append(one)
    return tuple(reversed(found))


def _listed(count: int) -> list[int]:
    return list(range(count)) if count <= MOST else [*range(MOST - 1), count - 1]


def _one(index: Index) -> tuple[Indices, int]:
    return _array([index], len(index)), 1


def _none(shape: Shape) -> tuple[Indices, int]:
    return _array([], len(shape)), 0


def _array(rows: Sequence[Index], rank: int) -> Indices:
    return np.array(rows, np.int64).reshape(len(rows), rank)


def _nodes(node: Call) -> Iterator[Node]:
    for name, argument in node.arguments:
        for part in argument if isinstance(argument, tuple) else (argument,):
            if isinstance(part, Node) and not (node.function == "constant" and name == "value" and _is_plain(part)):
                yield part


def _is_plain(node: Node) -> bool:
    return isinstance(node, Number) or (
        isinstance(node, Array) and all(isinstance(leaf, Number) for leaf in _leaves(node))
    )


def _leaves(node: Node) -> Iterator[Node]:
    if isinstance(node, Array):
        for item in node.items:
            yield from _leaves(item)
    else:
        yield node

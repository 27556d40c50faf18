"""What is wrong with the shapes of an operation that failed: both of them, and the dimension in which they differ."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any

from engine.errors import QT_TRANSLATE_NOOP
from engine.expressions.functions import FUNCTIONS, Group
from engine.expressions.tree import Array, Binary, Call, Node, Slice, Subscript

Explanation = tuple[str, dict[str, object]]
"""A sentence's template and its values."""


def misfit(node: Node, what: str, parts: Sequence[Any], tensors: Sequence[Any]) -> Explanation | None:
    """What does not fit; None where the shapes are not at fault. `parts` are in the order of the node's arguments."""
    shapes = [tuple(tensor.shape) for tensor in tensors]
    match node:
        case Subscript() if shapes:
            return _subscript(node, shapes[0])
        case Array():
            return _stack(shapes)
        case Binary(operator="@") | Call(function="matmul") if len(shapes) == 2:
            return _matmul(*shapes)
        case Binary():
            return _broadcasting(what, shapes)
        case Call():
            arguments = dict(zip((name for name, _ in node.arguments), parts, strict=True))
            return _call(node.function, arguments, shapes)
    return None


def _call(function: str, arguments: dict[str, Any], shapes: Sequence[Any]) -> Explanation | None:
    for name in ("shape", "dims"):
        if isinstance(arguments.get(name), tuple) and min(arguments[name], default=0) < -(function == "reshape"):
            template = QT_TRANSLATE_NOOP("engine", "No dimension can be negative: {shape}.")
            return template, {"shape": arguments[name]}
    if function == "eye" and min(arguments["num_rows"], arguments.get("num_columns") or 0) < 0:
        return QT_TRANSLATE_NOOP("engine", "The number of rows and of columns cannot be negative."), {}
    if function == "range":
        return QT_TRANSLATE_NOOP("engine", "This range never ends: its steps do not lead from start to limit."), {}
    if not shapes:
        return None
    if found := _axis(function, arguments.get("axis", 0 if function in ("argmax", "argmin") else None), shapes[0]):
        return found
    match function:
        case "reshape":
            return _reshape(shapes[0], arguments["shape"])
        case "concat":
            return _concat(arguments["axis"], shapes)
        case "stack":
            return _stack(shapes)
        case "transpose":
            template = QT_TRANSLATE_NOOP("engine", "perm must name each axis of {shape} once; not {perm}.")
            return template, {"shape": shapes[0], "perm": arguments.get("perm")}
        case "tile":
            template = QT_TRANSLATE_NOOP(
                "engine", "multiples needs a number from 0 for each dimension of {shape}; not {multiples}."
            )
            return template, {"shape": shapes[0], "multiples": arguments["multiples"]}
        case "fill":
            return QT_TRANSLATE_NOOP("engine", "fill takes one number, not a tensor of shape {shape}."), {
                "shape": shapes[0]
            }
        case "clip_by_value" if _broadcasting(function, shapes) is None:
            template = QT_TRANSLATE_NOOP("engine", "clip_by_value: the limits must fit into the shape {shape}.")
            return template, {"shape": shapes[0]}
        case "squeeze":
            template = QT_TRANSLATE_NOOP("engine", "squeeze takes out dimensions of size 1 only; the shape is {shape}.")
            return template, {"shape": shapes[0]}
    return _broadcasting(function, shapes) if FUNCTIONS[function].group is Group.ELEMENTWISE else None


def _matmul(left: tuple[int, ...], right: tuple[int, ...]) -> Explanation | None:
    values: dict[str, object] = {"left": left, "right": right}
    if min(len(left), len(right)) < 2:
        template = QT_TRANSLATE_NOOP(
            "engine", "matmul multiplies matrices: {left} and {right} must both have two dimensions; reshape one."
        )
        return template, values
    if left[-1] != right[-2]:
        template = QT_TRANSLATE_NOOP(
            "engine",
            "matmul does not fit: {left} has {columns} columns and {right} has {rows} rows; they must be as many.",
        )
        return template, {**values, "columns": left[-1], "rows": right[-2]}
    return _broadcasting("matmul", [left[:-2], right[:-2]], shown=[left, right])


def _broadcasting(
    what: str, shapes: Sequence[tuple[int, ...]], shown: Sequence[tuple[int, ...]] | None = None
) -> Explanation | None:
    """The first pair that does not broadcast, and the first dimension, from the right from 1, that is to blame."""
    shown = shown or shapes
    for i, left in enumerate(shapes):
        for j in range(i + 1, len(shapes)):
            right = shapes[j]
            for axis in range(1, min(len(left), len(right)) + 1):
                if left[-axis] != right[-axis] and 1 not in (left[-axis], right[-axis]):
                    template = QT_TRANSLATE_NOOP(
                        "engine",
                        "{what} does not fit: {left} and {right} differ in dimension {axis} from the right, {a} and "
                        "{b}; there they must be equal, or one of them 1.",
                    )
                    values = {"left": shown[i], "right": shown[j], "a": left[-axis], "b": right[-axis]}
                    return template, {"what": what, "axis": axis + len(shown[i]) - len(left), **values}
    return None


def _reshape(shape: tuple[int, ...], target: tuple[int, ...]) -> Explanation:
    values: dict[str, object] = {"shape": shape, "count": math.prod(shape), "target": target}
    if target.count(-1) > 1:
        return QT_TRANSLATE_NOOP("engine", "Only one dimension of {target} can be left open with -1."), values
    if -1 in target:
        template = QT_TRANSLATE_NOOP(
            "engine", "reshape: the {count} elements of {shape} do not go into rows as {target}."
        )
        return template, values
    template = QT_TRANSLATE_NOOP("engine", "reshape: {shape} has {count} elements and {target} has {needed}.")
    return template, {**values, "needed": math.prod(target)}


def _concat(axis: int, shapes: Sequence[tuple[int, ...]]) -> Explanation | None:
    first = shapes[0]
    for shape in shapes[1:]:
        values: dict[str, object] = {"left": first, "right": shape, "axis": axis}
        if len(shape) != len(first):
            template = QT_TRANSLATE_NOOP(
                "engine", "concat: {left} and {right} must have as many dimensions; reshape one, or use stack."
            )
            return template, values
        for other in range(len(first)):
            if other != axis % len(first) and shape[other] != first[other]:
                template = QT_TRANSLATE_NOOP(
                    "engine",
                    "concat along axis {axis}: {left} and {right} differ in dimension {other}, {a} and {b}; "
                    "there they must be equal.",
                )
                return template, {**values, "other": other, "a": first[other], "b": shape[other]}
    return None


def _stack(shapes: Sequence[tuple[int, ...]]) -> Explanation | None:
    for shape in shapes[1:]:
        if shape != shapes[0]:
            template = QT_TRANSLATE_NOOP("engine", "What is stacked must have one shape, not {left} and {right}.")
            return template, {"left": shapes[0], "right": shape}
    return None


def _axis(function: str, axis: Any, shape: tuple[int, ...]) -> Explanation | None:
    rank = len(shape) + (function in ("expand_dims", "stack"))
    for one in axis if isinstance(axis, tuple) else () if axis is None else (axis,):
        if not -rank <= one < rank:
            if not rank:
                template = QT_TRANSLATE_NOOP("engine", "{function}: a scalar has no axis {axis}.")
            else:
                template = QT_TRANSLATE_NOOP(
                    "engine", "{function}: there is no axis {axis}; with the shape {shape} it goes from 0 to {last}."
                )
            return template, {"function": function, "axis": one, "shape": shape, "last": rank - 1}
    if isinstance(axis, tuple) and len({one % rank for one in axis}) < len(axis):
        return QT_TRANSLATE_NOOP("engine", "{function}: each axis can be named once only."), {"function": function}
    return None


def _subscript(node: Subscript, shape: tuple[int, ...]) -> Explanation | None:
    if node.places.count(Ellipsis) > 1:
        return QT_TRANSLATE_NOOP("engine", "In [ ] there can be one ... only."), {}
    taking = [place for place in node.places if place is not None and place is not Ellipsis]
    if len(taking) > len(shape):
        template = QT_TRANSLATE_NOOP("engine", "{count} indices are too many: the tensor has the shape {shape}.")
        return template, {"count": len(taking), "shape": shape}
    axis = 0
    for place in node.places:
        if place is Ellipsis:
            axis += len(shape) - len(taking)
        elif isinstance(place, Slice):
            if place.step == 0:
                return QT_TRANSLATE_NOOP("engine", "The step of a slice cannot be 0."), {}
            axis += 1
        elif place is not None:
            assert isinstance(place, int)
            if not -shape[axis] <= place < shape[axis]:
                template = QT_TRANSLATE_NOOP(
                    "engine", "Index {index} is out of range: dimension {axis} of {shape} has {size}, counted from 0."
                )
                return template, {"index": place, "axis": axis, "shape": shape, "size": shape[axis]}
            axis += 1
    return None

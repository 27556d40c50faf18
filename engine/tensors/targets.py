"""The part of a variable that is assigned to, as typed in its brackets: `0, 0` or `:, 1:`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from types import EllipsisType
from typing import Any

from engine.errors import QT_TRANSLATE_NOOP, InputError
from engine.expressions.error import ExpressionError
from engine.expressions.parser import parse
from engine.expressions.tree import Name, Slice, Subscript
from engine.tensors.recipes import Shape

FIELD = "target"
LONGEST = 200


@dataclass(frozen=True, slots=True)
class Target:
    """places: an index, a slice or `...` for each dimension in turn; None for the whole variable."""

    places: tuple[int | Slice | EllipsisType, ...] | None

    @property
    def key(self) -> Any:
        """What stands in the brackets, for Python."""
        places = self.places or ()
        return tuple(slice(p.start, p.stop, p.step) if isinstance(p, Slice) else p for p in places)

    @property
    def code(self) -> str:
        """What stands in the brackets, as code; empty for the whole."""
        return ", ".join(map(_place_code, self.places or ()))


WHOLE = Target(None)


def parse_target(text: str, name: str) -> Target:
    """The target that `text` names in the variable `name`: also with the name, as in `x[0, 0]`.

    "" or the name alone is the whole. Raises `InputError`.
    """
    if len(text) > LONGEST:
        template = QT_TRANSLATE_NOOP("engine", "This has {length} characters; an index may have {most}.")
        raise InputError(FIELD, template, length=len(text), most=LONGEST)
    typed = text.strip().removeprefix(name).strip()
    if not typed:
        return WHOLE
    bracketed = re.fullmatch(r"\[(.*)\]", typed)
    inside = bracketed[1] if bracketed else typed
    if re.search(r"[\[\]#]", inside) or not inside.strip():
        raise InputError(FIELD, _EXPECTED, text=text)
    try:
        tree = parse(f"{name}[{inside}]", (name,))
    except ExpressionError:
        raise InputError(FIELD, _EXPECTED, text=text) from None
    if not isinstance(tree, Subscript) or not isinstance(tree.value, Name):
        raise InputError(FIELD, _EXPECTED, text=text)
    places = tuple(place for place in tree.places if place is not None)
    if len(places) < len(tree.places):
        template = QT_TRANSLATE_NOOP("engine", "A new axis names no part of {name}; write whole numbers and slices.")
        raise InputError(FIELD, template, name=name)
    if places.count(...) > 1:
        raise InputError(FIELD, QT_TRANSLATE_NOOP("engine", "Only one … can stand in an index."))
    return Target(places)


def selected_shape(target: Target, shape: Shape, name: str) -> Shape:
    """The shape of the part of a variable of this shape. Raises `InputError` where there is no such part.

    A slice that picks nothing is refused too: TensorFlow would take it and do nothing.
    """
    if target.places is None:
        return shape
    places = _spread(target.places, shape, name)
    selected = []
    for axis, (place, size) in enumerate(zip(places, shape, strict=True)):
        if isinstance(place, int):
            if not -size <= place < size:
                raise _out_of_range(name, shape, axis, str(place))
            continue
        if place.step == 0:
            template = QT_TRANSLATE_NOOP("engine", "A slice needs a step other than 0, such as {example}.")
            raise InputError(FIELD, template, example="::2")
        count = len(range(*slice(place.start, place.stop, place.step).indices(size)))
        if count == 0:
            raise _out_of_range(name, shape, axis, _place_code(place))
        selected.append(count)
    return tuple(selected)


def spans(target: Target, shape: Shape) -> tuple[range, ...]:
    """For each dimension the indices that the target takes of it. It must be one for which there is a selection."""
    places = _spread(target.places or (), shape, "")
    return tuple(
        range(size)[place : place + 1 or None]
        if isinstance(place, int)
        else range(size)[place.start : place.stop : place.step]
        for place, size in zip(places, shape, strict=True)
    )


_EXPECTED = QT_TRANSLATE_NOOP("engine", "Write whole numbers and slices, such as 0, 0 or :, 1: instead of “{text}”.")


def _spread(places: tuple[int | Slice | EllipsisType, ...], shape: Shape, name: str) -> list[int | Slice]:
    """A place for each dimension: what is not named, or stands under `...`, is taken whole."""
    named = [place for place in places if not isinstance(place, EllipsisType)]
    missing = len(shape) - len(named)
    if not shape and named:
        template = QT_TRANSLATE_NOOP("engine", "{name} is a single number and has no parts; leave the target empty.")
        raise InputError(FIELD, template, name=name)
    if missing < 0:
        template = QT_TRANSLATE_NOOP(
            "engine", "{name} has the shape {shape}; {count} indices are too many, {rank} at most."
        )
        raise InputError(FIELD, template, name=name, shape=shape, count=len(named), rank=len(shape))
    at = places.index(...) if ... in places else len(named)
    return [*named[:at], *[Slice(None, None, None)] * missing, *named[at:]]


def _out_of_range(name: str, shape: Shape, axis: int, place: str) -> InputError:
    size = shape[axis]
    values = {"name": name, "shape": shape, "axis": axis, "place": place, "least": -size, "greatest": size - 1}
    if size == 0:
        template = QT_TRANSLATE_NOOP("engine", "{name} has the shape {shape}: no element to assign to.")
    elif ":" in place:
        template = QT_TRANSLATE_NOOP(
            "engine",
            "{place} picks nothing: {name} has the shape {shape}, so dimension {axis} goes from 0 to {greatest}. "
            "TensorFlow would say nothing and do nothing.",
        )
    else:
        template = QT_TRANSLATE_NOOP(
            "engine",
            "{place} is out of range: {name} has the shape {shape}, so dimension {axis} goes from 0 to {greatest}, "
            "or from {least} to -1.",
        )
    return InputError(FIELD, template, **values)


def _place_code(place: int | Slice | EllipsisType) -> str:
    if isinstance(place, Slice):
        start, stop, step = ("" if part is None else str(part) for part in (place.start, place.stop, place.step))
        return f"{start}:{stop}:{step}" if step else f"{start}:{stop}"
    return "..." if isinstance(place, EllipsisType) else str(place)

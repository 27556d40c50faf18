"""Shapes, as they are typed and as they are checked before anything of that shape is made."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence

from engine.errors import QT_TRANSLATE_NOOP, InputError
from engine.tensors.recipes import Shape

MOST_DIMENSIONS = 32
"""NumPy's limit was 32 for long; no picture shows as many."""

LARGEST = 2**62
LONGEST_TEXT = 300


def parse_shape(text: str, field: str = "shape") -> Shape:
    """`3, 1`, `(2, 3)`, `[4]`, `5` or, for a scalar, `()`. Raises `InputError` with that field."""
    typed = text.strip().replace("\N{MULTIPLICATION SIGN}", ",")
    if typed.startswith(("(", "[")) and typed.endswith((")", "]")):
        inside = typed[1:-1].strip()
    elif typed:
        inside = typed
    else:
        template = QT_TRANSLATE_NOOP("engine", "Type a shape, such as 3, 1; for a scalar, ().")
        raise InputError(field, template)
    parts = [part.strip() for part in inside.removesuffix(",").split(",")] if inside else []
    if len(text) > LONGEST_TEXT or not all(
        re.fullmatch(r"[+\N{MINUS SIGN}-]?[0-9]+(\.[0-9]*)?", part) for part in parts
    ):
        template = QT_TRANSLATE_NOOP("engine", "A shape is a row of whole numbers, such as 3, 1; not “{text}”.")
        raise InputError(field, template, text=typed if len(typed) <= 24 else f"{typed[:23]}…")
    sizes = [_size(part.replace("\N{MINUS SIGN}", "-"), field) for part in parts]
    return check_shape(sizes, field)


def show_shape(shape: Sequence[int]) -> str:
    """As it is typed: `3, 1`; `()` for a scalar."""
    return ", ".join(map(str, shape)) if shape else "()"


def check_shape(shape: Sequence[int], field: str = "shape") -> Shape:
    """Whole numbers from 0; 0 is a dimension without elements. Raises `InputError`."""
    for size in shape:
        if isinstance(size, bool) or not isinstance(size, int):
            raise _not_whole(size, field)
        if size < 0:
            template = QT_TRANSLATE_NOOP("engine", "No dimension can be negative: not {size}.")
            raise InputError(field, template, size=size)
    if len(shape) > MOST_DIMENSIONS:
        template = QT_TRANSLATE_NOOP("engine", "A tensor may have {most} dimensions here, not {found}.")
        raise InputError(field, template, most=MOST_DIMENSIONS, found=len(shape))
    if math.prod(max(1, size) for size in shape) > LARGEST:
        template = QT_TRANSLATE_NOOP("engine", "No memory holds a tensor of {elements} elements; make it smaller.")
        raise InputError(field, template, elements=math.prod(max(1, size) for size in shape))
    return tuple(shape)


def _size(text: str, field: str) -> int:
    if "." in text:
        if not text.rstrip("0").endswith("."):
            raise _not_whole(text, field)
        text = text.partition(".")[0]
    return int(text)


def _not_whole(size: object, field: str) -> InputError:
    template = QT_TRANSLATE_NOOP("engine", "Every dimension is a whole number: not {size}.")
    return InputError(field, template, size=size)

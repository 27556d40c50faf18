"""Whether a value fits where it is to be assigned: its dtype and its shape, as TensorFlow wants them."""

from __future__ import annotations

from engine.errors import QT_TRANSLATE_NOOP, InputError
from engine.tensors.recipes import Shape

FIELD = "value"


def check_dtype(found: str, dtype: str, name: str, formula: str) -> None:
    """Raises `InputError` where a formula gives another dtype than the variable's: TensorFlow never converts."""
    if found != dtype:
        template = QT_TRANSLATE_NOOP(
            "engine", "{name} holds {dtype} and this gives {found}; TensorFlow does not convert. Write {remedy}."
        )
        remedy = f"cast({formula}, {dtype})"
        raise InputError(FIELD, template, name=name, dtype=dtype, found=found, remedy=remedy)


def check_whole_shape(found: Shape, shape: Shape, name: str, method: str) -> None:
    """Raises `InputError` unless the value has the very shape of the variable: no method broadcasts."""
    if found == shape:
        return
    values = {"call": f"{name}.{method}", "found": found, "shape": shape}
    if shape and _broadcasts(found, shape):
        template = QT_TRANSLATE_NOOP(
            "engine",
            "{call} takes the whole shape {shape} and does not broadcast {found}. "
            "Aim at the part : instead, which does.",
        )
    else:
        template = QT_TRANSLATE_NOOP(
            "engine", "{call} takes the whole shape {shape}, and the value has the shape {found}."
        )
    raise InputError(FIELD, template, **values)


def check_part_shape(found: Shape, selected: Shape, part: str) -> None:
    """Raises `InputError` unless the value can be broadcast into the selected part."""
    if not _broadcasts(found, selected):
        template = QT_TRANSLATE_NOOP(
            "engine",
            "The value has the shape {found} and {part} has {selected}; counted from the right, "
            "each size of the value must be the same, or 1.",
        )
        raise InputError(FIELD, template, found=found, part=part, selected=selected)


def _broadcasts(found: Shape, shape: Shape) -> bool:
    """As TensorFlow assigns to a part: dimensions of size 1 may stand before all others."""
    extra = max(0, len(found) - len(shape))
    if any(size != 1 for size in found[:extra]):
        return False
    pairs = zip(reversed(found[extra:]), reversed(shape), strict=False)
    return all(size in (1, wanted) for size, wanted in pairs)

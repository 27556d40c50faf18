"""Checks a recipe before anything is made of it; TensorFlow would take some mistakes without a word.

Nothing here needs TensorFlow, so that a form can check what stands in it.
"""

from __future__ import annotations

import math
from typing import Any, assert_never

import numpy as np

from engine.datasets import check_seed
from engine.dtypes import FLOATING, ITEM_BYTES, misfit
from engine.errors import QT_TRANSLATE_NOOP, InputError
from engine.tensors.literals import read_values
from engine.tensors.recipes import (
    Constant,
    Eye,
    Given,
    Initializer,
    Ones,
    RandomNormal,
    RandomUniform,
    Range,
    Recipe,
    Shape,
    Zeros,
)
from engine.tensors.shapes import LARGEST, check_shape

ALL = tuple(ITEM_BYTES)
DTYPES: dict[type[Recipe], tuple[str, ...]] = {
    Ones: tuple(name for name in ALL if name != "string"),
    Zeros: ALL,
    RandomNormal: FLOATING,
    RandomUniform: (*FLOATING, "int32", "int64"),
    Constant: ALL,
    Range: (*FLOATING, "int32", "int64"),
    Eye: tuple(name for name in ALL if name != "string"),
    Initializer: FLOATING,
    Given: ALL,
}
"""The dtypes in which TensorFlow makes each recipe."""

WORKING_COPIES: dict[type[Recipe], int] = {RandomNormal: 3, RandomUniform: 3, Initializer: 4, Eye: 2}
"""Of how many tensors of the result's size the work takes the room."""


def check_recipe(recipe: Recipe) -> None:
    """Raises `InputError`, its `field` the recipe's own, for whatever cannot be made."""
    if isinstance(recipe, Given):
        _check_memory(recipe.array.nbytes, "label")
        return
    _check_dtype(recipe)
    field, shape = _shape_of(recipe)
    match recipe:
        case RandomNormal():
            _check_normal(recipe)
        case RandomUniform():
            _check_uniform(recipe)
        case Initializer():
            check_seed(recipe.seed)
        case Ones() | Zeros() | Constant() | Range() | Eye():
            pass
        case _:
            assert_never(recipe)
    elements = math.prod(shape)
    _check_memory(elements * ITEM_BYTES[recipe.dtype] * WORKING_COPIES.get(type(recipe), 1), field)


def result_bytes(recipe: Recipe) -> int:
    """The bytes of the tensor that a recipe makes, once it has been checked."""
    if isinstance(recipe, Given):
        return recipe.array.nbytes
    return math.prod(_shape_of(recipe)[1]) * ITEM_BYTES[recipe.dtype]


def _shape_of(recipe: Recipe) -> tuple[str, Shape]:
    """The checked shape of the result, and the field that it hangs on."""
    match recipe:
        case Ones() | Zeros() | RandomNormal() | RandomUniform() | Initializer():
            return "shape", check_shape(recipe.shape)
        case Constant():
            return "values", np.shape(read_values(recipe.values, recipe.dtype))
        case Range():
            return "limit", (_range_length(recipe),)
        case Eye():
            return "rows", _eye_shape(recipe)
        case Given():
            return "label", recipe.array.shape
    assert_never(recipe)


def _check_dtype(recipe: Any) -> None:
    allowed = DTYPES[type(recipe)]
    if recipe.dtype in allowed:
        return
    if recipe.dtype in ALL:
        template = QT_TRANSLATE_NOOP("engine", "TensorFlow does not make this in {dtype}; choose one of {allowed}.")
    else:
        template = QT_TRANSLATE_NOOP("engine", "There is no dtype {dtype}; choose one of {allowed}.")
    shown = [name for name in (*FLOATING, "int32", "int64", "bool") if name in allowed]
    raise InputError("dtype", template, dtype=str(recipe.dtype)[:24], allowed=", ".join(shown))


def _check_normal(recipe: RandomNormal) -> None:
    check_seed(recipe.seed)
    _check_number("mean", recipe.mean, recipe.dtype)
    _check_number("stddev", recipe.stddev, recipe.dtype)
    if recipe.stddev < 0:
        template = QT_TRANSLATE_NOOP(
            "engine", "A standard deviation is never negative: not {value}; TensorFlow would accept it silently."
        )
        raise InputError("stddev", template, value=recipe.stddev)


def _check_uniform(recipe: RandomUniform) -> None:
    check_seed(recipe.seed)
    _check_number("minval", recipe.minval, recipe.dtype)
    _check_number("maxval", recipe.maxval, recipe.dtype)
    if recipe.minval >= recipe.maxval:
        template = QT_TRANSLATE_NOOP("engine", "maxval must be greater than minval, {minval}; it is {maxval}.")
        raise InputError("maxval", template, minval=recipe.minval, maxval=recipe.maxval)
    if misfit(float(recipe.maxval) - float(recipe.minval), recipe.dtype if recipe.dtype in FLOATING else "float64"):
        template = QT_TRANSLATE_NOOP("engine", "From minval to maxval it is farther than {dtype} reaches.")
        raise InputError("maxval", template, dtype=recipe.dtype)


def _check_number(field: str, value: object, dtype: str) -> None:
    if isinstance(value, bool) or not isinstance(value, int | float) or not math.isfinite(value):
        template = QT_TRANSLATE_NOOP("engine", "{name} must be a finite number, such as 1.0; not {value}.")
        raise InputError(field, template, name=field, value=value)
    if found := misfit(value, dtype):
        template, values = found
        raise InputError(field, template, **values)


def _range_length(recipe: Range) -> int:
    for field in ("start", "limit", "delta"):
        _check_number(field, getattr(recipe, field), recipe.dtype)
    if recipe.delta == 0:
        template = QT_TRANSLATE_NOOP("engine", "With steps of 0 the range never ends; choose 1, for example.")
        raise InputError("delta", template)
    if (recipe.limit - recipe.start) * recipe.delta < 0:
        template = QT_TRANSLATE_NOOP("engine", "Steps of {delta} never lead from {start} to {limit}; change the sign.")
        raise InputError("delta", template, delta=recipe.delta, start=recipe.start, limit=recipe.limit)
    steps = (recipe.limit - recipe.start) / recipe.delta
    return max(0, math.ceil(steps)) if steps < LARGEST else LARGEST


def _eye_shape(recipe: Eye) -> Shape:
    rows = check_shape((recipe.rows,), "rows")
    if recipe.columns is None:
        return check_shape(rows * 2, "rows")
    return check_shape((*rows, *check_shape((recipe.columns,), "columns")), "rows")


def _check_memory(needed: int, field: str) -> None:
    from engine.expressions.cost import TOO_LARGE, memory_excess

    if excess := memory_excess(needed):
        raise InputError(field, TOO_LARGE, **excess)

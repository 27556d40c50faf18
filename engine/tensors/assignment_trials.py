"""Can one assign into it? Tried on an ndarray, a Tensor and a Variable of the same values, and told as it came out."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np

from engine.dtypes import misfit
from engine.errors import QT_TRANSLATE_NOOP, InputError
from engine.expressions.cost import TOO_LARGE, memory_excess
from engine.tensors.describing import describe
from engine.tensors.literals import literal_code
from engine.tensors.protocol import Attempt
from engine.tensors.twins import NumPyTwin
from engine.tensors.values import Index, Kind

WHY_ARRAY = QT_TRANSLATE_NOOP("engine", "NumPy's array is a piece of memory that one may write into.")
WHY_TENSOR = QT_TRANSLATE_NOOP(
    "engine", "A tensor never changes: what was computed of it, and its gradients, stay right. Make a new one instead."
)
WHY_ITEM = QT_TRANSLATE_NOOP("engine", "A variable has state that changes, but not by Python's = on a part of it.")
WHY_ASSIGN = QT_TRANSLATE_NOOP(
    "engine", "This is how a variable changes: assign writes the element in place, and TensorFlow knows of it."
)


def attempts(name: str, tensor: Any, index: Index, value: float, twin: NumPyTwin) -> tuple[Attempt, ...]:
    """`name[index] = value` on each kind of value, each a copy of `tensor`; where NumPy has no array in its place but
    a number or a tuple, on that. Raises `InputError`."""
    import tensorflow as tf

    _check_index(name, index, tuple(tensor.shape))
    number = _as_typed(value, tensor.dtype.name)
    array = tensor.numpy().copy() if tensor.shape.rank else np.array(tensor.numpy())
    if excess := memory_excess(3 * array.nbytes):
        raise InputError("index", TOO_LARGE, **excess)
    beside = array if twin.value is None or isinstance(twin.value, np.ndarray) else twin.value
    variable = tf.Variable(tensor)
    place = ", ".join(map(str, index)) if index else "()"
    code = f"{name}[{place}] = {literal_code(number)}"
    assign = f"{name}{f'[{place}]' if index else ''}.assign({literal_code(number)})"
    return (
        _attempt(Kind.ARRAY, code, WHY_ARRAY, lambda: _set(beside, index, number)),
        _attempt(Kind.TENSOR, code, WHY_TENSOR, lambda: _set(tensor, index, number)),
        _attempt(Kind.VARIABLE, code, WHY_ITEM, lambda: _set(variable, index, number)),
        _attempt(Kind.VARIABLE, assign, WHY_ASSIGN, lambda: _assign(variable, index, number)),
    )


def _attempt(kind: Kind, code: str, why: str, attempt: Callable[[], Any]) -> Attempt:
    try:
        after = attempt()
    except Exception as error:
        from engine.expressions.explanation import first_sentence

        return Attempt(kind.value, code, None, f"{type(error).__name__}: {first_sentence(error)}", why)
    return Attempt(kind.value, code, describe(after, measured=False), "", why)


def _set(x: Any, index: Index, value: Any) -> Any:
    x[index] = value
    return x


def _assign(variable: Any, index: Index, value: Any) -> Any:
    (variable[index] if index else variable).assign(value)
    return variable


def _check_index(name: str, index: Index, shape: tuple[int, ...]) -> None:
    if len(index) != len(shape):
        template = QT_TRANSLATE_NOOP(
            "engine", "{name} has the shape {shape}; an element has {rank} indices, not {found}."
        )
        raise InputError("index", template, name=name, shape=shape, rank=len(shape), found=len(index))
    for axis, (one, size) in enumerate(zip(index, shape, strict=True)):
        if not -size <= one < size:
            template = QT_TRANSLATE_NOOP(
                "engine", "Index {index} is out of range: dimension {axis} of {shape} has {size}, counted from 0."
            )
            raise InputError("index", template, index=one, axis=axis, shape=shape, size=size)


def _as_typed(value: float, dtype: str) -> Any:
    """The value as Python writes it for this dtype."""
    if dtype == "string":
        return str(value)
    if found := misfit(value, dtype):
        template, values = found
        raise InputError("value", template, **values)
    if dtype == "bool":
        return bool(value)
    return int(value) if "int" in dtype else complex(value) if dtype.startswith("complex") else float(value)

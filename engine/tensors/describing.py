"""Makes of a tensor, a variable or an array what the window shows of it."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from engine.tensors.statistics import statistics_of
from engine.tensors.values import Kind, TensorValue


def describe(value: Any, measured: bool = True) -> TensorValue:
    """`value` as the window shows it: an EagerTensor, a Variable, or an array.

    A tensor's elements are looked at where they are; those of a variable or a writeable array, which may change, are
    copied.
    measured: with its statistics; without, they are None, for `statistics.measure` to work out in pieces.
    """
    if isinstance(value, np.ndarray | np.generic):
        kind, device = Kind.ARRAY, ""
        array = value if isinstance(value, np.ndarray) and not value.flags.writeable else np.array(value)
        dtype = "string" if array.dtype.kind in "OSU" else array.dtype.name
    else:
        import tensorflow as tf

        kind = Kind.VARIABLE if isinstance(value, tf.Variable) else Kind.TENSOR
        array, dtype = elements_of(value), value.dtype.name
        device = _short_device(value.device)
    array.flags.writeable = False
    return TensorValue(
        kind, array.shape, dtype, device, _nbytes(array), array, statistics_of(array) if measured else None
    )


def elements_of(value: Any) -> NDArray[Any]:
    """The elements of a tensor, where they are as far as that goes; a copy of those of a variable."""
    import tensorflow as tf

    # Of a scalar of bfloat16, TensorFlow gives NumPy no array.
    if isinstance(value, tf.Variable) or value.dtype == tf.string or not value.shape.rank:
        return np.array(value.numpy())
    return np.asarray(value)


def _nbytes(array: NDArray[Any]) -> int:
    if array.dtype.kind == "O":
        return sum(len(element) for element in array.reshape(-1))
    return array.nbytes


def _short_device(device: str) -> str:
    """`CPU:0` of `/job:localhost/replica:0/task:0/device:CPU:0`."""
    return device.rpartition("device:")[2]

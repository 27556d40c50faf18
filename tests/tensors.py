"""Tensors to look at, of every rank and dtype, made with NumPy alone."""

from __future__ import annotations

from typing import Any

import ml_dtypes
import numpy as np
from numpy.typing import NDArray

from engine.tensors.describing import describe
from engine.tensors.values import TensorValue

EVERY_DTYPE: dict[str, NDArray[Any]] = {
    "float16": np.array([[0.5, 65504.0]], np.float16),
    "bfloat16": np.array([[0.5, 3.0]], ml_dtypes.bfloat16),
    "float32": np.array([[0.1, -2.5]], np.float32),
    "float64": np.array([[1e300, -1e300]]),
    "int8": np.array([[-128, 127]], np.int8),
    "int64": np.array([[-(2**63), 2**63 - 1]]),
    "uint64": np.array([[0, 2**64 - 1]], np.uint64),
    "bool": np.array([[True, False]]),
    "complex64": np.array([[1 + 2j, -0.5j]], np.complex64),
    "string": np.array([[b"word", b"\xff\n"]], object),
}


def value_of(array: Any) -> TensorValue:
    """The array as the window shows it."""
    return describe(np.asarray(array))

"""Arrays of every dtype and shape that a tensor may have, drawn by Hypothesis."""

from __future__ import annotations

from typing import Any

import ml_dtypes
import numpy as np
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp
from numpy.typing import NDArray

NUMERIC = (
    np.float16, np.float32, np.float64, np.int8, np.int16, np.int32, np.int64, np.uint8, np.uint16, np.uint32,
    np.uint64,
    np.bool_, np.complex64, np.complex128, ml_dtypes.bfloat16,
)  # fmt: skip


def arrays() -> st.SearchStrategy[NDArray[Any]]:
    """Numbers of all dtypes, NaN and infinity among them, in shapes with up to three dimensions, empty ones too."""
    shapes = hnp.array_shapes(min_dims=0, max_dims=3, min_side=0, max_side=5)
    return st.sampled_from(NUMERIC).flatmap(lambda dtype: shapes.flatmap(lambda shape: _of(np.dtype(dtype), shape)))


def _of(dtype: np.dtype[Any], shape: tuple[int, ...]) -> st.SearchStrategy[NDArray[Any]]:
    if dtype == ml_dtypes.bfloat16:
        return hnp.arrays(np.float16, shape).map(lambda array: array.astype(ml_dtypes.bfloat16))
    return hnp.arrays(dtype, shape)

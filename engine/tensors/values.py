"""A tensor as the window shows it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import Any

import numpy as np
from numpy.typing import NDArray


class Kind(Enum):
    """What the value is in Python."""

    TENSOR = "EagerTensor"
    VARIABLE = "Variable"
    ARRAY = "ndarray"


@dataclass(frozen=True, slots=True)
class Statistics:
    """All the elements of a numeric tensor in a few numbers; of the finite ones, but for the two counts.

    minimum, maximum, mean, deviation (the standard deviation of the elements): None where no element is finite, or
    where the dtype has no order (complex: of the magnitudes). counts: (b,), edges: (b + 1,): the histogram.
    """

    minimum: float | None
    maximum: float | None
    mean: float | None
    deviation: float | None
    nan: int
    infinite: int
    counts: NDArray[np.int64]
    edges: NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class TensorValue:
    """One tensor, variable or array, ready to be drawn; nothing in it changes any more.

    array: the elements, read-only; of `dtype` where NumPy has it (bfloat16 through ml_dtypes), objects (bytes) for
    strings. dtype: TensorFlow's or NumPy's name of it. device: as in "CPU:0", empty for arrays. nbytes: of the
    elements. statistics: None for strings and for tensors without elements.
    """

    kind: Kind
    shape: tuple[int, ...]
    dtype: str
    device: str
    nbytes: int
    array: NDArray[Any]
    statistics: Statistics | None


Index = tuple[int, ...]
"""One element: a number for each dimension."""

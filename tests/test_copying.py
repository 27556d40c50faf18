"""What is copied can be pasted into a spreadsheet, or into Python."""

from __future__ import annotations

from typing import Any

import ml_dtypes  # noqa: F401  # makes NumPy know bfloat16 by its name
import numpy as np
import pytest
from problems import assert_is_clear
from tensors import EVERY_DTYPE, value_of

from engine.errors import Problem
from gui.controls.tensor_view.copying import MOST_ELEMENTS, as_code, as_rows


def test_rows_for_a_spreadsheet() -> None:
    assert as_rows(np.array([[1, 2], [3, 4]])) == "1\t2\n3\t4"
    assert as_rows(np.array([[b"a\tb", b"c\nd"]], object)) == "a b\tc d"


ODD: list[np.ndarray[Any, Any]] = [
    np.array([[np.nan, np.inf], [-np.inf, -0.0]], np.float32),
    np.array(0.1, np.float16),
    np.zeros((0, 3), np.int32),
    np.array([complex(np.nan, -np.inf)]),
    np.arange(24).reshape(2, 3, 4),
]


@pytest.mark.parametrize("array", [*EVERY_DTYPE.values(), *ODD])
def test_the_code_gives_the_same_array(array: np.ndarray[Any, Any]) -> None:
    again = eval(as_code(array, value_of(array).dtype), {"np": np})
    assert again.dtype == array.dtype
    assert again.shape == array.shape
    assert again.tolist() == array.tolist() or np.array_equal(again, array, equal_nan=True)


def test_what_is_too_large_is_refused_with_a_sentence() -> None:
    with pytest.raises(Problem) as refused:
        as_rows(np.zeros((MOST_ELEMENTS + 1, 1)))
    assert_is_clear(refused.value)

"""Elements are written alike, in few digits, and exactly where asked."""

from __future__ import annotations

from typing import Any

import ml_dtypes
import numpy as np
import pytest

from gui.controls.tensor_view.number_format import LONGEST_TEXT, NumberFormat, exact_text, flaw, kind_of


@pytest.mark.parametrize(
    ("array", "texts"),
    [
        (np.ones(2, np.float32), ["1", "1"]),
        (np.array([1.5, 2.25, -3]), ["1.50", "2.25", "-3.00"]),
        (np.array([0.12573022, -0.1], np.float32), ["0.1257", "-0.1000"]),
        (np.array([1e-6, -2e-6]), ["1.000e-06", "-2.000e-06"]),
        (np.array([1e-20, 1.0]), ["1e-20", "1"]),
        (np.array([0.0, -0.0]), ["0", "0"]),
        (np.array([np.nan, np.inf, -np.inf]), ["nan", "inf", "-inf"]),
        (np.array([2**63 - 1, -(2**63)]), ["9223372036854775807", "-9223372036854775808"]),
        (np.array([True, False]), ["True", "False"]),
        (np.array([1 + 2j, 0.5 - 1j]), ["1.0+2.0j", "0.5-1.0j"]),
        (np.array([0.1, 3.0], ml_dtypes.bfloat16), ["0.1", "3.0"]),
        (np.array([b"word", b"\xff", b"x\n"], object), ["'word'", r"b'\xff'", r"'x\n'"]),
    ],
)
def test_elements_as_text(array: np.ndarray[Any, Any], texts: list[str]) -> None:
    number_format = NumberFormat(array)
    assert [number_format.text(element) for element in array] == texts


def test_a_long_string_is_cut_in_the_cell_and_whole_when_asked() -> None:
    array = np.array([b"x" * 100], object)
    assert len(NumberFormat(array).text(array[0])) == LONGEST_TEXT
    assert exact_text(array[0]) == repr("x" * 100)


def test_an_element_that_the_sample_lacks_is_still_told_apart_from_0() -> None:
    array = np.ones(100_000)
    array[12_345] = 0.25
    assert NumberFormat(array).text(array[12_345]) == "0.25"


@pytest.mark.parametrize(
    ("element", "expected"),
    [(np.float32(1), ""), (np.nan, "nan"), (-np.inf, "inf"), (complex(0, np.nan), "nan"), (complex(np.inf, 0), "inf")],
)
def test_what_is_no_finite_number_is_noticed(element: object, expected: str) -> None:
    assert flaw(element, kind_of(np.asarray(element))) == expected

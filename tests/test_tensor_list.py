"""Tensors are listed with their shape, dtype and values."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPoint
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gui.controls.tensor_list import TensorList, show_value, show_values

GRAD_W = np.array([[0.0093], [0.0096]], np.float32)
GRAD_B = np.array([-0.0375], np.float32)


@pytest.fixture
def tensors(qtbot: QtBot) -> TensorList:
    tensors = TensorList()
    qtbot.addWidget(tensors)
    tensors.show()
    return tensors


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (np.float32(0.1), "0.1"),
        (np.float32(-0.0375), "-0.0375"),
        (1234.5678, "1235"),
        (1e-9, "1e-09"),
        (-0.0, "0"),
        (np.nan, "nan"),
        (np.int64(12), "12"),
        (np.bool_(True), "True"),
    ],
)
def test_a_value_in_few_digits(value: object, text: str) -> None:
    assert show_value(value) == text


@pytest.mark.parametrize(
    ("array", "text"),
    [
        (GRAD_W, "0.0093, 0.0096"),
        (np.float32(2.5).reshape(()), "2.5"),
        (np.arange(100), "0 … 99"),
        (np.empty((0, 2)), ""),
    ],
)
def test_many_values_are_cut_short(array: np.ndarray[tuple[int, ...], np.dtype[np.generic]], text: str) -> None:
    assert show_values(array) == text


def test_each_tensor_is_a_row(tensors: TensorList) -> None:
    tensors.show_tensors({"grad_W": GRAD_W, "grad_b": GRAD_B})
    assert [row.accessibleName() for row in tensors.rows()] == [
        "grad_W (2, 1) float32 0.0093, 0.0096",
        "grad_b (1,) float32 -0.0375",
    ]


def test_rows_are_kept_and_filled_anew(tensors: TensorList) -> None:
    tensors.show_tensors({"grad_W": GRAD_W, "grad_b": GRAD_B})
    first, second = tensors.rows()
    tensors.show_tensors({"loss": np.array(0.5, np.float32)})
    assert tensors.rows() == [first]
    assert first.accessibleName() == "loss () float32 0.5"
    tensors.show_tensors({"grad_W": GRAD_W, "grad_b": GRAD_B})
    assert tensors.rows() == [first, second]


def test_the_tooltip_sums_up_all_values(tensors: TensorList) -> None:
    tensors.show_tensors({"x": np.array([1, 2, 6, np.nan], np.float32)})
    (row,) = tensors.rows()
    QApplication.sendEvent(row, QHelpEvent(QEvent.Type.ToolTip, QPoint(1, 1), row.mapToGlobal(QPoint(1, 1))))
    assert row.toolTip().splitlines() == ["x  (4,) float32", "min 1, max 6, mean 3", "not finite: 1", "elements: 4"]


def test_a_large_tensor_is_not_read_through(tensors: TensorList) -> None:
    class Untouchable(np.ndarray[tuple[int, ...], np.dtype[np.float32]]):
        def min(self, *_: object, **__: object) -> None:  # type: ignore[override]
            raise AssertionError("summed up although nobody asked")

        mean = max = min  # type: ignore[assignment]

    tensors.show_tensors({"inputs": np.zeros((1_000_000, 2), np.float32).view(Untouchable)})
    assert tensors.rows()[0].accessibleName() == "inputs (1000000, 2) float32 0 … 0"

"""What the window shows of a tensor, a variable or an array, of any dtype and shape."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
import tensorflow as tf
from hypothesis import given
from numpy.typing import NDArray
from tensor_arrays import arrays

from engine.tensors.describing import describe
from engine.tensors.values import Kind


@given(arrays())
def test_a_tensor_of_any_dtype_and_shape(array: NDArray[Any]) -> None:
    tensor = tf.constant(array)
    value = describe(tensor)
    assert value.kind is Kind.TENSOR
    assert (value.shape, value.dtype, value.nbytes) == (array.shape, tensor.dtype.name, array.nbytes)
    assert value.device.endswith(":0")
    assert value.array.dtype == array.dtype
    np.testing.assert_array_equal(value.array, array)
    assert not value.array.flags.writeable
    assert (value.statistics is None) == (array.size == 0)


def test_a_tensors_elements_are_not_copied() -> None:
    tensor = tf.zeros((100, 100))
    assert np.shares_memory(describe(tensor).array, np.asarray(tensor))


def test_an_array_that_may_change_is_copied() -> None:
    array = np.zeros(3)
    value = describe(array)
    array[0] = 7
    assert value.array.tolist() == [0, 0, 0]
    assert array.flags.writeable
    assert (value.kind, value.dtype, value.device) == (Kind.ARRAY, "float64", "")


def test_an_array_that_cannot_change_is_taken_as_it_is() -> None:
    array = np.zeros(3)
    array.flags.writeable = False
    assert describe(array).array is array


def test_a_variable_goes_on_changing_and_its_description_does_not() -> None:
    variable = tf.Variable([1.0, 2.0])
    value = describe(variable)
    variable.assign([3.0, 4.0])
    variable[0].assign(9.0)
    assert value.array.tolist() == [1, 2]
    assert (value.kind, value.dtype) == (Kind.VARIABLE, "float32")


def test_text_is_bytes_and_has_no_statistics() -> None:
    value = describe(tf.constant([["ab", "c"], ["", "äö"]]))
    assert value.array.tolist() == [[b"ab", b"c"], [b"", "äö".encode()]]
    assert (value.dtype, value.shape, value.nbytes, value.statistics) == ("string", (2, 2), 7, None)
    scalar = describe(tf.constant("x"))
    assert (scalar.shape, scalar.array.item()) == ((), b"x")
    assert describe(np.array(["a"])).dtype == "string"


def test_scalars_have_no_dimension() -> None:
    assert describe(tf.constant(5.0)).array.shape == ()
    assert describe(np.float64(5)).shape == ()


@pytest.mark.parametrize("value", [tf.zeros(3), np.zeros(3)])
def test_statistics_can_wait(value: Any) -> None:
    assert describe(value, measured=False).statistics is None
    assert describe(value).statistics is not None

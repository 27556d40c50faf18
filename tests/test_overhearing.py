"""What is overheard is all that this thread runs while tapes are open, and whether they keep it."""

from __future__ import annotations

import threading

import pytest
import tensorflow as tf
from tensorflow.python.eager import context, execute

from engine.gradients.overhearing import Heard, overheard, written_tensor


def test_tells_which_operations_a_tape_keeps() -> None:
    x, other = tf.Variable(3.0), tf.constant(2.0)
    with overheard() as heard:
        tf.square(other)
        with tf.GradientTape() as tape:
            y = x * other
            tf.square(other)
        tape.gradient(y, x)
    told = [(one.type, one.overheard, one.recorded) for one in heard if one.type != "ReadVariableOp"]
    assert told[:3] == [("Square", False, False), ("Mul", True, True), ("Square", True, False)]
    assert not any(recorded for _, _, recorded in told[3:])


def test_what_is_only_built_into_a_graph_is_not_executed() -> None:
    with overheard() as heard, tf.Graph().as_default():
        tf.square(tf.constant(1.0))
    assert heard == []


def test_a_failure_ends_it() -> None:
    with pytest.raises(ZeroDivisionError), overheard() as heard:
        raise ZeroDivisionError
    tf.square(tf.ones(()))
    assert heard == []


def test_another_thread_that_is_done_listening_stops_nobody() -> None:
    """TensorFlow's switch for it is one for all threads."""

    def listen() -> None:
        with overheard():
            pass

    one = tf.constant(2.0)
    other = threading.Thread(target=listen)
    with overheard() as heard:
        other.start()
        other.join(0.2)
        execute.execute(b"Square", 1, [one], ("T", one.dtype.as_datatype_enum), context.context())
    other.join()
    assert [operation.type for operation in heard] == ["Square"]


@pytest.mark.parametrize(
    ("value", "dtype", "text"),
    [
        (13.72, "float32", "13.72"),
        (-0.0, "float32", "0"),
        (-0.585234, "float32", "−0.5852"),
        (123456.7, "float64", "123457"),
        (1.5e-7, "float64", "1.5e−7"),
        (2.5e12, "float64", "2.5e12"),
        (float("inf"), "float32", "∞"),
        (float("nan"), "float32", "NaN"),
        (True, "bool", "True"),
        ([1.0, 2.0], "float32", "[1, 2]"),
        ([1, 2, 3, 4, 5], "int32", "[1, 2, 3, …]"),
        (1j, "complex64", "complex64"),
    ],
)
def test_values_are_written_in_a_few_characters(value: object, dtype: str, text: str) -> None:
    assert written_tensor(tf.constant(value, dtype)) == text


@pytest.mark.parametrize(
    ("kind", "inputs", "formula"),
    [
        ("Pow", ("t", "2"), "t²"),
        ("Pow", ("−1.4", "−1"), "(−1.4)⁻¹"),
        ("Pow", ("t", "0.5"), "t^0.5"),
        ("Square", ("t",), "t²"),
        ("Mul", ("4.9", "−1.96"), "4.9·(−1.96)"),
        ("Mul", ("2", "1.5e−7"), "2·(1.5e−7)"),
        ("AddN", ("1", "2", "−3"), "1 + 2 + (−3)"),
        ("Neg", ("−1",), "−(−1)"),
        ("Sqrt", ("t",), "√t"),
        ("Rsqrt", ("4",), "1 / √4"),
        ("Reciprocal", ("4",), "1 / 4"),
        ("Sin", ("t",), "sin(t)"),
        ("SelectV2", ("True", "1", "t"), "where(True, 1, t)"),
        ("SigmoidGrad", ("0.8", "1"), "(0.8, 1)"),
        ("Cast", ("t",), "t"),
    ],
)
def test_operations_are_written_as_on_paper(kind: str, inputs: tuple[str, ...], formula: str) -> None:
    numbers = tuple(tf.constant(1.0) for _ in inputs)
    assert Heard(kind, numbers, (), numbers[:1], True, True).formula(inputs) == formula

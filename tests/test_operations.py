"""Overhearing TensorFlow: every operation that runs, in order, and nothing else."""

from __future__ import annotations

import threading

import pytest
import tensorflow as tf

from engine.training.operations import recorded_operations


def test_operations_are_recorded_in_order_with_their_shapes() -> None:
    a, b = tf.ones((3, 2)), tf.ones((2, 4))
    with recorded_operations() as operations:
        tf.reduce_sum(tf.square(tf.matmul(a, b)))
    assert [operation.name for operation in operations] == ["MatMul", "Square", "Sum"]
    assert (operations[0].inputs, operations[0].outputs) == (((3, 2), (2, 4)), ((3, 4),))
    assert operations[2].outputs == ((),)


def test_an_operation_with_several_outputs() -> None:
    x = tf.ones((4, 2))
    with recorded_operations() as operations:
        tf.split(x, 2)
    assert operations[-1].outputs == ((2, 2), (2, 2))


def test_only_what_runs_within_the_block_is_recorded() -> None:
    x = tf.ones(())
    with recorded_operations() as operations:
        tf.square(x)
    tf.square(x)
    assert [operation.name for operation in operations] == ["Square"]


def test_a_failure_ends_the_recording() -> None:
    x = tf.ones(())
    with pytest.raises(ZeroDivisionError), recorded_operations() as operations:
        raise ZeroDivisionError
    tf.square(x)
    assert operations == []


def test_other_threads_are_not_overheard() -> None:
    x = tf.ones(())
    with recorded_operations() as operations:
        thread = threading.Thread(target=tf.square, args=(x,))
        thread.start()
        thread.join()
    assert operations == []


def test_what_runs_is_not_changed_by_being_overheard() -> None:
    x = tf.Variable(3.0)
    with recorded_operations() as operations, tf.GradientTape() as tape:
        y = x * x
    assert float(tape.gradient(y, x)) == 6
    assert [operation.name for operation in operations] == ["ReadVariableOp", "Mul"]

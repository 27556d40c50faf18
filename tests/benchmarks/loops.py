"""Flat out on 2,000 points, full batch: our blocks against the notes' loop, and against NumPy by hand."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import numpy as np

from benchmarks.rows import Row, at_least
from benchmarks.timing import alternate, median, median_ratio, seconds
from engine.datasets import Dataset, two_gaussians
from engine.loading import load_tensorflow
from engine.training import Settings

LEARNING_RATE = 0.1

Tensor = Any


def measure(quick: bool) -> Iterator[Row]:
    load_tensorflow()
    from engine.training import Session

    dataset = two_gaussians()
    session = Session(dataset, Settings(learning_rate=LEARNING_RATE))
    notes = notes_loop(dataset)
    session.run(1000)
    notes(10)
    numpy_loop(dataset, 10)

    def per_step(work: Callable[[int], object], steps: int) -> Callable[[], float]:
        return lambda: seconds(lambda: work(steps)) / steps

    scale = 1 if quick else 4
    eager, numpy, ours = alternate(
        7,
        per_step(notes, 100 * scale),
        per_step(lambda steps: numpy_loop(dataset, steps), 10_000 * scale),
        per_step(session.run, 25_000 * scale),
    )
    details = {"µs a step": 1e6 * median(ours)}
    yield Row(
        "run() flat out, 2,000 points, full batch, history kept: times as fast as the notes' loop",
        median_ratio(eager, ours),
        "×",
        at_least(80),
        {**details, "µs of the notes": 1e6 * median(eager)},
    )
    yield Row(
        "the same: times as fast as a float32 NumPy loop",
        median_ratio(numpy, ours),
        "×",
        at_least(1.5),
        {**details, "µs of NumPy": 1e6 * median(numpy)},
    )


def notes_loop(dataset: Dataset) -> Callable[[int], None]:
    """The training loop of the notes, word for word but for its printing."""
    import tensorflow as tf

    inputs, targets = dataset.inputs, dataset.targets
    input_dim = 2
    output_dim = 1
    W = tf.Variable(initial_value=tf.random.uniform(shape=(input_dim, output_dim)))
    b = tf.Variable(initial_value=tf.zeros(shape=(output_dim,)))

    def model(inputs: Tensor) -> Tensor:
        return tf.matmul(inputs, W) + b

    def square_loss(targets: Tensor, predictions: Tensor) -> Tensor:
        return tf.reduce_mean(tf.square(targets - predictions))

    def training_step(inputs: Tensor, targets: Tensor, learning_rate: float = LEARNING_RATE) -> Tensor:
        with tf.GradientTape() as tape:
            predictions = model(inputs)
            loss = square_loss(targets, predictions)
        grad_loss_wrt_W, grad_loss_wrt_b = tape.gradient(loss, [W, b])
        W.assign_sub(grad_loss_wrt_W * learning_rate)
        b.assign_sub(grad_loss_wrt_b * learning_rate)
        return loss

    def train(steps: int) -> None:
        for _step in range(steps):
            training_step(inputs, targets)

    return train


def numpy_loop(dataset: Dataset, steps: int) -> float:
    """The same by hand, as one who knows NumPy writes it: no temporary arrays, the derivatives known. No history."""
    inputs, targets = dataset.inputs, dataset.targets
    W = np.full((2, 1), 0.5, np.float32)
    b = np.zeros(1, np.float32)
    errors = np.empty_like(targets)
    rate = np.float32(LEARNING_RATE * 2 / len(inputs))
    loss = np.float32(0)
    for _step in range(steps):
        np.matmul(inputs, W, out=errors)
        errors += b
        errors -= targets
        loss = np.vdot(errors, errors) / np.float32(len(inputs))
        W -= rate * (inputs.T @ errors)
        b -= rate * errors.sum()
    return float(loss)

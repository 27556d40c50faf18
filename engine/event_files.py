"""A run as an event file, which TensorBoard shows: TensorFlow's own records of its own `Event`, one for each step."""

from __future__ import annotations

import errno
import os
import time
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from engine.errors import QT_TRANSLATE_NOOP, Problem
from engine.keras_lab.protocol import Curves
from engine.loading import load_tensorflow
from engine.saving import Progress, whole_file
from engine.training.accuracy import AccuracyView
from engine.training.history import HistoryView

MARK = "tfevents"
"""What TensorBoard knows an event file by, anywhere in its name."""

STEPS = 1_000
"""Written at a time, some ten milliseconds."""

Scalars = Iterator[tuple[int, list[tuple[str, float]]]]
"""Step after step, the names and the numbers that belong to it."""


def write_steps_as_events(
    folder: Path,
    history: HistoryView,
    learning_rates: Sequence[tuple[int, float]],
    accuracies: AccuracyView,
    progress: Progress,
) -> None:
    """Every step: its loss, the parameters before it, the learning rate; the accuracy where it was measured.

    The folder is made; what is written into it is the one run in it. Raises `Problem`, and what `progress` raises.
    """
    count = len(history.loss)
    features = history.weights.shape[1]
    names = [*(f"parameters/W{index}" for index in range(features)), "parameters/b"]
    measured = dict(zip(accuracies.steps.tolist(), accuracies.values.tolist(), strict=True))
    starts = np.array([step for step, _ in learning_rates], np.int64)

    def scalars() -> Scalars:
        for first in range(0, count + 1, STEPS):
            last = min(first + STEPS, count + 1)
            parameters = np.column_stack((history.weights[first:last, :, 0], history.bias[first:last])).tolist()
            losses = history.loss[first:last].tolist()
            places = (np.searchsorted(starts, np.arange(first, last), side="right") - 1).tolist()
            for step, values, place in zip(range(first, last), parameters, places, strict=True):
                found = list(zip(names, values, strict=True))
                if step < count:
                    found.append(("loss", losses[step - first]))
                    if place >= 0:
                        found.append(("learning_rate", learning_rates[place][1]))
                if step in measured:
                    found.append(("accuracy", measured[step]))
                yield step, found

    _write(folder, scalars(), count + 1, progress)


def write_curves_as_events(folder: Path, curves: Curves, progress: Progress) -> None:
    """What `fit` said of every batch and epoch, under the names that Keras's own callback gives them.

    As `write_steps_as_events`.
    """
    batches, epochs = len(curves.batch_means), len(curves.training)
    parts = (("epoch_", curves.training), ("epoch_val_", curves.validation), ("epoch_evaluate_", curves.evaluated))

    def scalars() -> Scalars:
        for batch in range(batches):
            yield batch, [(f"batch_{name}", value) for name, value in _named(curves.names, curves.batch_means[batch])]
        for epoch in range(epochs):
            yield (
                epoch,
                [
                    (f"{prefix}{name}", value)
                    for prefix, values in parts
                    if epoch < len(values)
                    for name, value in _named(curves.names, values[epoch])
                    if value == value  # nothing was held out, or it was not evaluated
                ],
            )

    _write(folder, scalars(), batches + epochs, progress)


def check_folder(folder: Path) -> None:
    """Raises `Problem` where a run is already: TensorBoard would draw two as one."""
    with suppress(OSError):
        if any(MARK in name for name in os.listdir(folder)):
            template = QT_TRANSLATE_NOOP(
                "engine", "{folder} holds a run of TensorBoard's already; choose another folder."
            )
            raise Problem(template, folder=folder.name)


def _named(names: Sequence[str], row: NDArray[Any]) -> Iterator[tuple[str, float]]:
    return zip(names, row.tolist(), strict=True)


def _write(folder: Path, scalars: Scalars, count: int, progress: Progress) -> None:
    check_folder(folder)
    progress(0.0)
    load_tensorflow()
    made = [part for part in (folder, *folder.parents) if not part.exists()]
    try:
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            template = QT_TRANSLATE_NOOP("engine", "The folder {folder} cannot be made: {reason}; choose another one.")
            raise Problem(template, folder=folder.name, reason=error.strerror or error) from error
        with whole_file(folder / f"events.out.{MARK}.{int(time.time())}.tapelab") as file:
            _write_records(file.name, scalars, count, progress)
    except BaseException:
        for part in made:
            with suppress(OSError):
                part.rmdir()
        raise


def first_record(now: float) -> bytes:
    """What an event file begins with. now: seconds since 1970."""
    import tensorflow as tf

    record: bytes = tf.compat.v1.Event(wall_time=now, file_version="brain.Event:2").SerializeToString()
    return record


def scalars_record(now: float, step: int, scalars: Iterable[tuple[str, float]]) -> bytes:
    """The numbers that belong to a step, under their names."""
    import tensorflow as tf

    value = tf.compat.v1.Summary.Value
    summary = tf.compat.v1.Summary(value=[value(tag=name, simple_value=scalar) for name, scalar in scalars])
    record: bytes = tf.compat.v1.Event(wall_time=now, step=step, summary=summary).SerializeToString()
    return record


def _write_records(path: str, scalars: Scalars, count: int, progress: Progress) -> None:
    import tensorflow as tf

    try:
        with tf.io.TFRecordWriter(os.fspath(path)) as writer:
            now = time.time()
            writer.write(first_record(now))
            for number, (step, found) in enumerate(scalars, 1):
                writer.write(scalars_record(now, step, found))
                if number % STEPS == 0 or number == count:
                    progress(number / count)
    except tf.errors.OpError as error:
        is_full = isinstance(error, tf.errors.ResourceExhaustedError)
        raise OSError(errno.ENOSPC if is_full else errno.EIO, error.message) from error

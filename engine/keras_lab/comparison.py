"""Trains the scratch loop of the training tab and Keras side by side, and compares the loss of every batch."""

from __future__ import annotations

import time
from collections.abc import Mapping
from typing import Any

import keras
import numpy as np

from engine.errors import QT_TRANSLATE_NOOP, InputError, Problem
from engine.keras_lab.calls import PausableCall
from engine.keras_lab.experiment import Experiment
from engine.keras_lab.handover import PIECE_SECONDS, Pieces
from engine.keras_lab.protocol import Comparison, SideBySide
from engine.training import Session, Settings
from engine.training.batches import Batches
from engine.training.history import Column

MOST_EPOCHS = 100


def compare(experiment: Experiment, command: SideBySide) -> Pieces:
    """Takes turns, epoch by epoch: the loop of `engine.training`, step by step, then `fit` on the same batches.

    Raises `InputError`, or `Diverged` where the loop's loss is not finite.
    """
    if experiment.class_count != 2:
        raise Problem(QT_TRANSLATE_NOOP("engine", "The scratch loop tells two classes apart; choose data with two."))
    epochs = command.epochs
    if isinstance(epochs, bool) or not isinstance(epochs, int | np.integer) or not 1 <= epochs <= MOST_EPOCHS:
        template = QT_TRANSLATE_NOOP("engine", "The epochs must be a whole number from 1 to {most}, not {value}.")
        raise InputError("epochs", template, most=MOST_EPOCHS, value=epochs)
    dataset, seed = experiment.dataset, experiment.plan.seed
    settings = Settings(command.optimizer, command.learning_rate, command.batch_size, seed)
    session = Session(dataset, settings)
    batches = Batches(len(dataset), command.batch_size, seed)
    model = _linear_model(session)
    losses = BatchLosses()
    scratch = Column()
    total = epochs * batches.steps_per_epoch

    def tell() -> None:
        experiment.comparison = Comparison(
            command, scratch.view, losses.column.view, total, _difference(scratch.view, losses.column.view)
        )

    for epoch in range(epochs):
        piece_ends = 0.0
        for _ in range(batches.steps_per_epoch):
            if time.perf_counter() >= piece_ends:
                yield
                piece_ends = time.perf_counter() + PIECE_SECONDS
            scratch.append(np.array([session.step().loss], np.float32))
        first = epoch * batches.steps_per_epoch
        order = np.concatenate([batches.rows(first + number) for number in range(batches.steps_per_epoch)])
        inputs, targets = dataset.inputs[order], dataset.targets[order]

        def fit(callback: Any, inputs: Any = inputs, targets: Any = targets, epoch: int = epoch) -> Any:
            return model.fit(
                inputs,
                targets,
                batch_size=command.batch_size,
                epochs=epoch + 1,
                initial_epoch=epoch,
                shuffle=False,
                verbose=0,
                callbacks=[losses, callback],
            )

        for _ in PausableCall(fit).pieces():
            tell()
            yield
        tell()


class BatchLosses(keras.callbacks.Callback):  # type: ignore[misc]
    """Writes down the loss of each batch alone: `fit` reports a mean since the last reset, so every batch resets."""

    def __init__(self) -> None:
        super().__init__()
        self.column = Column()

    def on_train_batch_begin(self, batch: int, logs: object = None) -> None:
        self.model.reset_metrics()

    def on_train_batch_end(self, batch: int, logs: Mapping[str, float]) -> None:
        self.column.append(np.array([logs["loss"]], np.float32))


def _linear_model(session: Session) -> Any:
    """A `Dense(1)` that starts where the session does, with its optimizer."""
    settings = session.settings
    name = "SGD" if settings.optimizer == "manual" else settings.optimizer
    model = keras.Sequential([keras.layers.Dense(1)])
    model.compile(
        optimizer=getattr(keras.optimizers, name)(learning_rate=settings.learning_rate), loss="mean_squared_error"
    )
    model.build((None, session.dataset.inputs.shape[1]))
    model.set_weights(list(session.start))
    return model


def _difference(one: Any, other: Any) -> float:
    """The largest relative one between the losses that both have."""
    both = min(len(one), len(other))
    one, other = one[:both].astype(np.float64), other[:both].astype(np.float64)
    return float(np.max(np.abs(one - other) / np.maximum(np.abs(one), 1e-30), initial=0.0))

"""Frames to draw, made with NumPy alone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import ArrayLike, NDArray

from engine.datasets import Dataset, TwoGaussians
from engine.protocol import Frame
from engine.training.accuracy import AccuracyView
from engine.training.history import ENVELOPE_RATIO, EnvelopeLevel, HistoryView
from engine.training.records import FloatArray
from engine.training.settings import Settings


def make_envelope(losses: FloatArray) -> tuple[EnvelopeLevel, ...]:
    """Every level that these losses fill at least one bin of, the finest first."""
    levels = []
    low = high = losses
    steps_per_bin = 1
    while len(low) >= ENVELOPE_RATIO:
        full = len(low) // ENVELOPE_RATIO
        low = low[: full * ENVELOPE_RATIO].reshape(full, ENVELOPE_RATIO).min(axis=1)
        high = high[: full * ENVELOPE_RATIO].reshape(full, ENVELOPE_RATIO).max(axis=1)
        steps_per_bin *= ENVELOPE_RATIO
        levels.append(EnvelopeLevel(steps_per_bin, low, high))
    return tuple(levels)


def make_history(
    losses: ArrayLike = (), weights: ArrayLike | None = None, bias: ArrayLike | None = None, own_from: int = 0
) -> HistoryView:
    """A history with these losses; its parameters (n + 1 of each) stay at 0 if none are given."""
    loss = np.asarray(losses, dtype=np.float32)
    states = len(loss) + 1
    return HistoryView(
        loss=loss,
        weights=np.zeros((states, 2, 1), np.float32) if weights is None else np.asarray(weights, np.float32),
        bias=np.zeros((states, 1), np.float32) if bias is None else np.asarray(bias, np.float32),
        envelope=make_envelope(loss),
        own_from=own_from,
    )


def make_frame(
    dataset: Dataset,
    weights: Sequence[float] | NDArray[np.floating],
    bias: float = 0.0,
    losses: ArrayLike = (),
    **changes: object,
) -> Frame:
    """The frame of a model with these parameters, standing behind its last loss.

    What the model says of the data is computed here; `changes` replaces any field of the frame.
    """
    column = np.asarray(weights, dtype=np.float32).reshape(2, 1)
    intercept = np.asarray([bias], dtype=np.float32)
    with np.errstate(all="ignore"):
        predictions = dataset.inputs @ column + intercept
        loss = float(np.mean(np.square(dataset.targets - predictions)))
    predicted = predictions[:, 0] > 0.5
    wrong = int(np.count_nonzero(predicted != dataset.is_positive))
    history = make_history(losses)
    frame = Frame(
        run=1,
        data=TwoGaussians(),
        dataset=dataset,
        settings=Settings(),
        position=len(history.loss),
        history=history,
        ghosts=(),
        weights=column,
        bias=intercept,
        loss=loss,
        accuracy=1 - wrong / len(dataset),
        wrong=wrong,
        predicted=predicted,
        inside=(),
        learning_rates=((0, 0.1),),
        edits=(),
        accuracies=AccuracyView(np.arange(0), np.zeros(0)),
        playing=False,
        steps_per_second=0.0,
    )
    return replace(frame, **changes)  # type: ignore[arg-type]

"""What a run has been through: the loss of every step and the parameters before and after each."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Generic, TypeVar

import numpy as np
from numpy.typing import NDArray

from engine.training.records import FloatArray

ENVELOPE_RATIO = 32
"""Each level of the envelope sums up this many bins of the level below."""


@dataclass(frozen=True, slots=True)
class EnvelopeLevel:
    """The least and the greatest loss of each `steps_per_bin` steps; a bin that is not full yet is left out."""

    steps_per_bin: int
    low: FloatArray
    high: FloatArray


@dataclass(frozen=True, slots=True)
class Series:
    """Numbers one after another, (n,) float32, and the envelope by which a plot draws them however many they are."""

    values: FloatArray
    envelope: tuple[EnvelopeLevel, ...]


@dataclass(frozen=True, slots=True)
class HistoryView:
    """One moment's look at a `History`: read-only views, nothing copied.

    loss: (n,), each before its step's update. weights: (n + 1, features, 1). bias: (n + 1, 1).
    `envelope` lets a plot draw ten million losses as quickly as a thousand. `own_from` is the first step
    that this branch took itself; what lies before is shared with the branch that it left.
    """

    loss: FloatArray
    weights: FloatArray
    bias: FloatArray
    envelope: tuple[EnvelopeLevel, ...]
    own_from: int


D = TypeVar("D", bound=np.generic)


class GrowingArray(Generic[D]):
    """Rows are added at its end: views given out earlier stay as they are. Holds a quarter more room than it needs."""

    def __init__(self, dtype: type[D], item_shape: tuple[int, ...] = ()) -> None:
        self._rows: NDArray[D] = np.empty((256, *item_shape), dtype=dtype)
        self._length = 0

    def __len__(self) -> int:
        return self._length

    def append(self, rows: NDArray[Any]) -> None:
        """Adds rows, shape (k, *item_shape)."""
        length = self._length + len(rows)
        if length > len(self._rows):
            self._move(length + length // 4)
        self._rows[self._length : length] = rows
        self._length = length

    def cut(self, length: int) -> None:
        """Keeps the first `length` rows, elsewhere: the views of before have all of them still."""
        if length < self._length:
            self._length = length
            self._move(max(length + length // 4, 256))

    @property
    def view(self) -> NDArray[D]:
        """All rows so far, read-only."""
        rows = self._rows[: self._length]
        rows.flags.writeable = False
        return rows

    def _move(self, room: int) -> None:
        moved = np.empty((room, *self._rows.shape[1:]), dtype=self._rows.dtype)
        moved[: self._length] = self._rows[: self._length]
        self._rows = moved


class Column(GrowingArray[np.float32]):
    """One of numbers."""

    def __init__(self, item_shape: tuple[int, ...] = ()) -> None:
        super().__init__(np.float32, item_shape)


class Envelope:
    """The least and the greatest loss of every 32 steps, of every 32 of those, and so on, kept up as losses come.

    A loss that is not a number counts for nothing.
    """

    def __init__(self) -> None:
        self._levels: list[tuple[Column, Column]] = []

    def extend(self, losses: FloatArray) -> None:
        """Brings every level up to date with `losses`, which are all the losses so far."""
        low = high = losses
        level = 0
        while len(low) >= ENVELOPE_RATIO:
            if level == len(self._levels):
                self._levels.append((Column(), Column()))
            lows, highs = self._levels[level]
            fresh = slice(len(lows) * ENVELOPE_RATIO, len(low) // ENVELOPE_RATIO * ENVELOPE_RATIO)
            lows.append(np.fmin.reduce(low[fresh].reshape(-1, ENVELOPE_RATIO), axis=1))
            highs.append(np.fmax.reduce(high[fresh].reshape(-1, ENVELOPE_RATIO), axis=1))
            low, high = lows.view, highs.view
            level += 1

    @property
    def view(self) -> tuple[EnvelopeLevel, ...]:
        return tuple(
            EnvelopeLevel(ENVELOPE_RATIO ** (index + 1), low.view, high.view)
            for index, (low, high) in enumerate(self._levels)
        )


class History:
    """One branch's record: it starts with the parameters before step 0 and grows by a loss and the next parameters."""

    def __init__(self, weights: FloatArray, bias: FloatArray) -> None:
        """weights: (features, 1). bias: (1,)."""
        self._loss = Column()
        self._weights = Column(weights.shape)
        self._bias = Column(bias.shape)
        self._envelope = Envelope()
        self._own_from = 0
        self._weights.append(weights[np.newaxis])
        self._bias.append(bias[np.newaxis])

    def __len__(self) -> int:
        """How many steps are recorded."""
        return len(self._loss)

    @property
    def own_from(self) -> int:
        """The first step that this branch took itself."""
        return self._own_from

    @own_from.setter
    def own_from(self, step: int) -> None:
        self._own_from = step

    @property
    def loss(self) -> FloatArray:
        """(n,) float32: the loss of each step, before its update."""
        return self._loss.view

    @property
    def weights(self) -> FloatArray:
        """(n + 1, features, 1) float32: the weights before each step, and after the last."""
        return self._weights.view

    @property
    def bias(self) -> FloatArray:
        """(n + 1, 1) float32: the bias before each step, and after the last."""
        return self._bias.view

    @property
    def view(self) -> HistoryView:
        return HistoryView(self.loss, self.weights, self.bias, self._envelope.view, self._own_from)

    def append(self, loss: NDArray[Any], weights: NDArray[Any], bias: NDArray[Any]) -> None:
        """Adds k steps: their losses (k,), and the parameters after each, (k, features, 1) and (k, 1)."""
        self._loss.append(loss)
        self._weights.append(weights)
        self._bias.append(bias)
        self._envelope.extend(self._loss.view)

    def branch(self, position: int, weights: FloatArray | None = None, bias: FloatArray | None = None) -> History:
        """A new history that shares the first `position` steps; with other parameters there, if they are given."""
        branch = History(self.weights[0], self.bias[0])
        branch.append(self.loss[:position], self.weights[1 : position + 1], self.bias[1 : position + 1])
        branch._own_from = position
        if weights is not None and bias is not None:
            branch._weights._rows[position] = weights
            branch._bias._rows[position] = bias
        return branch

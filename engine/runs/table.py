"""What a run has written down, as a table: a row for every step, in the order of the steps."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from engine.distributed.description import BIAS, MOST_WEIGHTS, SPEED, WEIGHTS
from engine.runs.layouts import Rows
from engine.training.history import Column, Envelope, GrowingArray, Series

MOST_BYTES = 2 << 30
"""That a table may take; more than ten million steps of many weights."""

LAST_SECOND = 253402300799.0
"""Of the year 9999, after which no clock goes on."""

_LOSS, _ACCURACY, _SPEED, _BIAS = range(4)
_SERIES = {"loss": _LOSS, "accuracy": _ACCURACY, SPEED: _SPEED, BIAS: _BIAS, "parameters/b": _BIAS}
_WEIGHT = re.compile(rf"{WEIGHTS}(?P<name>.+)|parameters/(?P<short>W\d+)", re.DOTALL)


class Table:
    """It grows, and the views of before stay as they are."""

    def __init__(self, features: Sequence[str] | None) -> None:
        """features: of the weights that will be there, None where the rows will tell."""
        self._is_told = features is None
        self._features = tuple(features or ())[:MOST_WEIGHTS]
        self._steps = GrowingArray(np.int64)
        self._wall_times = GrowingArray(np.float64)
        self._series = [Column() for _ in range(4)]
        self._envelopes = [Envelope() for _ in range(3)]
        self._weights = Column((len(self.features),))

    def __len__(self) -> int:
        return len(self._steps)

    @property
    def features(self) -> tuple[str, ...]:
        return self._features

    @property
    def steps(self) -> NDArray[np.int64]:
        return self._steps.view

    @property
    def wall_times(self) -> NDArray[np.float64]:
        return self._wall_times.view

    @property
    def loss(self) -> Series:
        return self._as_series(_LOSS)

    @property
    def accuracy(self) -> Series:
        return self._as_series(_ACCURACY)

    @property
    def speed(self) -> Series:
        return self._as_series(_SPEED)

    @property
    def bias(self) -> NDArray[np.float32]:
        return self._series[_BIAS].view

    @property
    def weights(self) -> NDArray[np.float32]:
        return self._weights.view

    @property
    def last_step(self) -> int:
        """-1 before there is any."""
        return int(self.steps[-1]) if len(self) else -1

    @property
    def is_full(self) -> bool:
        """Whether there is no room for more."""
        return len(self) * (8 + 8 + 4 * (4 + len(self.features))) > MOST_BYTES

    def add(self, parts: Sequence[Rows]) -> None:
        """Adds what events say. What several say of one step becomes one row; a step that has passed is left out."""
        parts = [part for part in parts if any(_is_known(tag) for tag in part.tags)]
        if not parts:
            return
        if self._is_told:
            self._learn_features(parts)
        steps = np.concatenate([part.steps for part in parts])
        times = np.concatenate([part.wall_times for part in parts])
        times = np.clip(np.nan_to_num(times, nan=0.0), 0.0, LAST_SECOND)
        numbers = self._in_columns(parts, len(steps))
        highest = np.maximum.accumulate(np.concatenate(([self.last_step], steps)))
        is_new = steps > highest[:-1]
        if not is_new.all():
            steps, times, numbers = self._merged(steps, times, numbers, highest, is_new)
        self._append(steps, times, numbers)

    def cut(self, step: int) -> None:
        """Forgets this step and later ones."""
        self._keep(int(np.searchsorted(self.steps, step)))

    def _merged(
        self,
        steps: NDArray[np.int64],
        times: NDArray[np.float64],
        numbers: NDArray[np.float32],
        highest: NDArray[np.int64],
        is_new: NDArray[np.bool_],
    ) -> tuple[NDArray[np.int64], NDArray[np.float64], NDArray[np.float32]]:
        """Puts together what is said of one step. highest: before each event, and after the last."""
        is_same = steps == highest[:-1]
        goes_on = len(self) > 0 and bool((is_same & ~np.maximum.accumulate(is_new)).any())
        rows = np.cumsum(is_new) - (0 if goes_on else 1)
        merged = np.full((int(rows[-1]) + 1, numbers.shape[1]), np.nan, np.float32)
        firsts = np.flatnonzero(is_new)
        merged_steps, merged_times = steps[firsts], times[firsts]
        if goes_on:  # with the last row, which is added anew
            last = len(self) - 1
            merged_steps = np.concatenate((self.steps[last:], merged_steps))
            merged_times = np.concatenate((self.wall_times[last:], merged_times))
            merged[0] = [*(column.view[last] for column in self._series), *self.weights[last]]
            self._keep(last)
        is_taken = is_new | is_same
        for index in range(numbers.shape[1]):
            is_there = is_taken & ~np.isnan(numbers[:, index])
            merged[rows[is_there], index] = numbers[is_there, index]
        return merged_steps, merged_times, merged

    def _in_columns(self, parts: Sequence[Rows], count: int) -> NDArray[np.float32]:
        """(count, 4 + features): the numbers under the names that are known, NaN for the others."""
        found = np.full((count, 4 + len(self.features)), np.nan, np.float32)
        places = {name: 4 + index for index, name in reversed(list(enumerate(self.features)))}
        start = 0
        for part in parts:
            stop = start + len(part.steps)
            for index, tag in enumerate(part.tags):
                place = _SERIES[tag] if tag in _SERIES else places.get(_feature(tag) or "")
                if place is not None:
                    found[start:stop, place] = part.numbers[:, index]
            start = stop
        found[np.isnan(found)] = np.nan  # one of many: others would raise alarms wherever they are compared
        return found

    def _learn_features(self, parts: Sequence[Rows]) -> None:
        """Makes room for weights that were not there before."""
        names = dict.fromkeys(name for part in parts for tag in part.tags if (name := _feature(tag)))
        features = tuple(dict.fromkeys((*self._features, *names)))[:MOST_WEIGHTS]
        if features == self._features:
            return
        weights = np.full((len(self), len(features)), np.nan, np.float32)
        weights[:, : len(self._features)] = self.weights
        self._features = features
        self._weights = Column((len(features),))
        self._weights.append(weights)

    def _append(self, steps: NDArray[Any], times: NDArray[Any], numbers: NDArray[np.float32]) -> None:
        self._steps.append(steps)
        self._wall_times.append(times)
        for index, column in enumerate(self._series):
            column.append(numbers[:, index])
        self._weights.append(numbers[:, 4:])
        self._extend_envelopes()

    def _keep(self, rows: int) -> None:
        """Forgets all rows but the first."""
        if rows < len(self):
            columns: list[GrowingArray[Any]] = [self._steps, self._wall_times, *self._series, self._weights]
            for column in columns:
                column.cut(rows)
            self._envelopes = [Envelope() for _ in self._envelopes]
            self._extend_envelopes()

    def _extend_envelopes(self) -> None:
        for envelope, column in zip(self._envelopes, self._series, strict=False):  # none for the bias
            envelope.extend(column.view)

    def _as_series(self, index: int) -> Series:
        return Series(self._series[index].view, self._envelopes[index].view)


def _is_known(tag: str) -> bool:
    return tag in _SERIES or _WEIGHT.fullmatch(tag) is not None


def _feature(tag: str) -> str | None:
    found = _WEIGHT.fullmatch(tag)
    return None if found is None else found["name"] or found["short"]

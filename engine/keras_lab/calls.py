"""One call of Keras's `evaluate` or `predict`, done in pieces."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any

import keras

from engine.keras_lab.building import keras_errors
from engine.keras_lab.handover import PIECE_SECONDS, Handover, Pieces


class PausableCall:
    """`call(callback)` on a thread of its own; the callback gives the turn back when a piece is done."""

    def __init__(self, call: Callable[[Any], Any], clock: Callable[[], float] = time.perf_counter) -> None:
        """call: passes the callback that it is given on to Keras."""
        self.result: Any = None
        self.seconds = 0.0
        self.batches = 0
        self._clock = clock
        self._call = call
        self._handover = Handover(self._run)

    def pieces(self) -> Pieces:
        """Carries the call out, piece by piece; where it is left before the end, the call ends there."""
        try:
            while not self._handover.is_over:
                begun = self._clock()
                self._piece_ends = begun + PIECE_SECONDS
                self._handover.resume()
                self.seconds += self._clock() - begun
                yield
        finally:
            self._handover.close()

    def _run(self, yield_turn: Callable[[], None]) -> None:
        with keras_errors():
            self.result = self._call(_Pieces(self, yield_turn))

    def batch_over(self, yield_turn: Callable[[], None]) -> None:
        self.batches += 1
        if self._clock() >= self._piece_ends:
            yield_turn()


class _Pieces(keras.callbacks.Callback):  # type: ignore[misc]
    def __init__(self, call: PausableCall, yield_turn: Callable[[], None]) -> None:
        super().__init__()
        self._pausable = call
        self._yield_turn = yield_turn

    def on_train_batch_end(self, batch: int, logs: object = None) -> None:
        self._pausable.batch_over(self._yield_turn)

    def on_test_batch_end(self, batch: int, logs: object = None) -> None:
        self._pausable.batch_over(self._yield_turn)

    def on_predict_batch_end(self, batch: int, logs: object = None) -> None:
        self._pausable.batch_over(self._yield_turn)

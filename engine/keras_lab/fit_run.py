"""One call of Keras's own `fit`, that can be paused between any two batches."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import keras
import numpy as np

from engine.keras_lab.building import Model, current_weights, keras_errors
from engine.keras_lab.callbacks import Switches
from engine.keras_lab.curves import Recorder
from engine.keras_lab.handover import Handover
from engine.keras_lab.points import Division
from engine.keras_lab.protocol import Fitting, Validation, ValidationKind


@dataclass(slots=True)
class Until:
    """When `fit` gives the turn back: when the time is up, after one batch, or after the epoch."""

    time: float = 0.0
    batch: bool = False
    epoch: bool = False


class FitRun:
    """`model.fit(…)`, unchanged, on a thread of its own that only runs while `advance` waits for it.

    A callback, `Turns`, is all that it is given: it writes down what `fit` says of each batch and each epoch, and gives
    the turn back when it is time. `fit` notices nothing of it: a pause is a callback that takes long.
    """

    def __init__(
        self,
        model: Model,
        division: Division,
        validation: Validation,
        fitting: Fitting,
        recorder: Recorder,
        seed: int,
        switches: Switches,
        clock: Callable[[], float] = time.perf_counter,
    ) -> None:
        self.fitting = fitting
        self.switches = switches
        self.first_epoch = recorder.epochs
        self.first_batch = recorder.batches
        self.epochs = recorder.epochs + fitting.epochs
        self.batches = -(-len(division.training) // fitting.batch_size)
        self.has_failed = False  # until `fit` has returned
        self._model = model
        self._seed = seed
        self._clock = clock
        self._until = Until()
        self._reached = False
        self._handover = Handover(self._fit)
        self._arguments = self._fit_arguments(division, validation)
        self._turns = Turns(recorder, len(division.training), self)

    @property
    def is_over(self) -> bool:
        """Whether `fit` has returned."""
        return self._handover.is_over

    @property
    def batch(self) -> int:
        """How many batches of the epoch under way are done; 0 when an epoch is over."""
        return self._turns.batch

    @property
    def diverged_at(self) -> int | None:
        """The batch, counted from 1 over all epochs of the model, whose loss was not finite any more."""
        return self._turns.diverged_at

    @property
    def stopped_at(self) -> tuple[int, int] | None:
        """(epoch, batch), both from 0 as Keras counts, after which `stop` let no other follow; None where none did."""
        return self._turns.stopped_at

    def advance(self, seconds: float, one_batch: bool = False, one_epoch: bool = False) -> bool:
        """Lets `fit` run on: for so long, or until a batch, or the epoch, is over. Raises `Problem` where `fit` failed.

        Gives whether that batch or epoch is over, or `fit` itself.
        """
        self._until = Until(self._clock() + seconds, one_batch, one_epoch)
        self._reached = False
        self._handover.resume()
        return self._reached or self.is_over

    def stop(self) -> None:
        """Lets `fit` return after the batch that it waits behind, as a callback does: `model.stop_training = True`."""
        self._turns.stop()

    def close(self) -> None:
        """Ends it here and now, wherever it is."""
        self._handover.close()

    def is_due(self, batch_over: bool = False, epoch_over: bool = False) -> bool:
        """Whether the turn goes back now."""
        self._reached = (self._until.batch and batch_over) or (self._until.epoch and epoch_over)
        return self._reached or self._clock() >= self._until.time

    def _fit(self, yield_turn: Callable[[], None]) -> None:
        # What Keras draws from is its thread's own, TensorFlow's seed is the whole process's: this thread sets both.
        # It changes no number of a `fit` that goes on, whose order of batches depends on the seed alone.
        keras.utils.set_random_seed(self._seed)
        self._turns.yield_turn = yield_turn
        self.has_failed = True
        with keras_errors():
            # `Turns` comes last: by then the others have seen the epoch.
            self._model.fit(**self._arguments, callbacks=[*self.switches.callbacks, self._turns])
        self.has_failed = False

    def _fit_arguments(self, division: Division, validation: Validation) -> dict[str, Any]:
        arguments = {
            "x": division.inputs,
            "y": division.targets,
            "batch_size": self.fitting.batch_size,
            "epochs": self.epochs,
            "initial_epoch": self.first_epoch,
            "verbose": 0,
        }
        if validation.kind is ValidationKind.HOLD_OUT:
            arguments["validation_data"] = (division.held_inputs, division.held_targets)
        elif validation.kind is ValidationKind.SPLIT:
            arguments["validation_split"] = validation.share
        return arguments


class Turns(keras.callbacks.Callback):  # type: ignore[misc]
    """Writes down what `fit` says, and gives the turn back when it is due."""

    def __init__(self, recorder: Recorder, samples: int, run: FitRun) -> None:
        super().__init__()
        self.batch = 0
        self.diverged_at: int | None = None
        self.stopped_at: tuple[int, int] | None = None
        self.yield_turn: Callable[[], None] = lambda: None
        self._recorder = recorder
        self._samples = samples
        self._run = run
        self._at = 0, -1  # the epoch and the batch that came last, as Keras counts

    def stop(self) -> None:
        """`fit` looks at it when it goes on, whatever it waits in."""
        self.model.stop_training = True
        self.stopped_at = self.stopped_at or self._at

    def on_epoch_begin(self, epoch: int, logs: Mapping[str, float] | None = None) -> None:
        self._at = epoch, -1
        self._recorder.begin_epoch()

    def on_train_batch_end(self, batch: int, logs: Mapping[str, float]) -> None:
        self._at = self._at[0], batch
        self.batch = batch + 1
        batch_size = self._run.fitting.batch_size
        mean = self._recorder.add_batch(logs, min(batch_size, self._samples - batch * batch_size))
        if not np.isfinite(mean):
            self.diverged_at = self._recorder.batches
            self.model.stop_training = True  # as `keras.callbacks.TerminateOnNaN` does
        if self._run.is_due(batch_over=True):
            self.yield_turn()

    def on_test_batch_end(self, batch: int, logs: Mapping[str, float] | None = None) -> None:
        # Without this and the one above, Keras would start threads of its own that call the callbacks.
        if self._run.is_due():
            self.yield_turn()

    def on_epoch_end(self, epoch: int, logs: Mapping[str, float]) -> None:
        weights = current_weights(self.model)
        self._recorder.add_epoch(logs, weights)
        self._run.switches.note_epoch(self._recorder.epochs, weights)
        self.batch = 0
        is_last = epoch + 1 == self._run.epochs or self.model.stop_training
        if self._run.is_due(epoch_over=True) and not is_last:
            self.yield_turn()

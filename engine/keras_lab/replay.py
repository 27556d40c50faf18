"""A model that was trained once is trained again: the same calls of `fit`, each as far as it went."""

from __future__ import annotations

from collections import deque

import numpy as np

from engine.keras_lab.experiment import Experiment
from engine.keras_lab.fit_run import FitRun
from engine.keras_lab.handover import PIECE_SECONDS
from engine.keras_lab.loading import FoundModel
from engine.keras_lab.protocol import FitDone, Restore


class Replay:
    """What is left to be done of a `Restore`, done in pieces of a few milliseconds."""

    def __init__(self, command: Restore) -> None:
        self._command = command
        self._left = deque(command.fits)
        self._wanted: FitDone | None = None

    def found(self) -> FoundModel | None:
        """The first weights, where the project brings them."""
        if not self._command.weights:
            return None
        weights = tuple(np.reshape(np.array(one.values, np.float32), one.shape) for one in self._command.weights)
        return FoundModel(self._command.path, self._command.plan.layers, weights)

    def go_on(self, experiment: Experiment) -> bool:
        """Trains a piece; gives whether everything is done. Raises `Problem` as training does."""
        wanted, run = self._wanted, experiment.fits[-1] if experiment.fits else None
        if wanted is None or run is None:
            if not self._left:
                return True
            self._wanted = self._left.popleft()
            experiment.begin_fit(self._wanted.fitting)
            experiment.play()
        elif run.is_over or (not wanted.is_over and _is_reached(experiment, run, wanted)):
            self._wanted = None
        else:
            _train(experiment, run, wanted)
        return False

    def finish(self, experiment: Experiment) -> None:
        """Looks where was looked. Raises `Problem`."""
        experiment.is_running = False
        if self._command.threshold is not None:
            experiment.set_threshold(self._command.threshold)
        if self._command.looks_at_best:
            experiment.look_at_best()
        else:
            experiment.look_at(self._command.looked_at)


def _is_reached(experiment: Experiment, run: FitRun, wanted: FitDone) -> bool:
    recorder = experiment.recorder
    return recorder.batches - run.first_batch >= wanted.batches and recorder.epochs - run.first_epoch >= wanted.epochs


def _train(experiment: Experiment, run: FitRun, wanted: FitDone) -> None:
    """No further than to where that call of `fit` was left, or was told to stop."""
    if wanted.is_over and not wanted.is_stopped:
        experiment.train(PIECE_SECONDS, False, False)
        return
    left = wanted.batches - (experiment.recorder.batches - run.first_batch)
    if left <= 0 and wanted.is_stopped:
        run.stop()
    one_batch = 0 < left <= run.batches - run.batch and wanted.epochs * run.batches != wanted.batches
    experiment.train(PIECE_SECONDS, one_batch, not one_batch)
    experiment.is_running = True

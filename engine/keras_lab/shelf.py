"""The models that were left last: what is undone soon after need not be trained again."""

from __future__ import annotations

import numpy as np

from engine.keras_lab.experiment import Experiment
from engine.keras_lab.protocol import FirstWeights, Restore

MOST_MODELS = 4
MOST_BYTES = 256 << 20
"""Of their data, and of their weights with what the optimizer and the epochs keep of them."""


class Shelf:
    """The newest models that wait in no call of `fit`, as many as there is room for."""

    def __init__(self) -> None:
        self._experiments: list[Experiment] = []

    def put(self, experiment: Experiment) -> None:
        """The experiment is left; one that is not kept is closed."""
        if experiment.fit is not None or experiment.refusals:
            experiment.close()
            return
        self._experiments.append(experiment)
        while len(self._experiments) > MOST_MODELS or sum(map(_size, self._experiments)) > MOST_BYTES:
            self._experiments.pop(0).close()

    def take(self, wanted: Restore) -> Experiment | None:
        """The one that is wanted, as it was left; None where it has to be trained again."""
        for index, experiment in enumerate(self._experiments):
            if _is_wanted(experiment, wanted):
                return self._experiments.pop(index)
        return None

    def close(self) -> None:
        """Ends all of them."""
        for experiment in self._experiments:
            experiment.close()
        self._experiments.clear()


def _size(experiment: Experiment) -> int:
    return experiment.dataset.inputs.nbytes + experiment.summary.bytes * (4 + experiment.recorder.epochs)


def _is_wanted(experiment: Experiment, wanted: Restore) -> bool:
    threshold = experiment.threshold if experiment.has_own_threshold else None
    is_alike = (experiment.plan, experiment.fits_done, threshold) == (wanted.plan, wanted.fits, wanted.threshold)
    if not is_alike or experiment.loaded_from != wanted.path:
        return False
    first = tuple(FirstWeights(one.shape, tuple(np.ravel(one).tolist())) for one in experiment.first_weights)
    return first == wanted.weights

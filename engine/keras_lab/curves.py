"""What a model has been through: the figures of every batch and every epoch, and the weights after each epoch."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from engine.errors import QT_TRANSLATE_NOOP, InputError
from engine.keras_lab.protocol import Curves
from engine.training.history import Column
from engine.training.records import FloatArray

MOST_BYTES = 256 << 20
"""What the weights of all epochs may take together; beyond it, every second of the older ones is let go."""

FAINTEST = 0.01
"""The greatest relative error with which the loss of a single batch is still told."""

Weights = tuple[FloatArray, ...]
"""The kernel and the bias of each layer in turn."""


class Recorder:
    """Keeps the curves of one model over all its calls of `fit`."""

    def __init__(self, names: tuple[str, ...], first_weights: Weights) -> None:
        """names: "loss" first, then the metrics' as `fit` calls them."""
        self.names = names
        self._batch_means = Column((len(names),))
        self._batch_losses = Column()
        self._training = Column((len(names),))
        self._validation = Column((len(names),))
        self._evaluated = Column((len(names),))
        self._epoch_ends: list[int] = []
        self._seen = 0  # points since the epoch began, and the sum of their losses
        self._sum = 0.0
        self._weights: dict[int, Weights] = {0: first_weights}

    @property
    def batches(self) -> int:
        """How many batches were trained on."""
        return len(self._batch_means)

    @property
    def epochs(self) -> int:
        """How many epochs are over."""
        return len(self._epoch_ends)

    @property
    def evaluated(self) -> int:
        """For how many epochs `evaluate` has been asked."""
        return len(self._evaluated)

    @property
    def last_finite_epoch(self) -> int:
        """The last epoch whose loss was a number, 0 where none was."""
        finite = np.flatnonzero(np.isfinite(self._training.view[:, 0]))
        return int(finite[-1]) + 1 if len(finite) else 0

    def begin_epoch(self) -> None:
        """The means begin anew."""
        self._seen, self._sum = 0, 0.0

    def add_batch(self, logs: Mapping[str, float], size: int) -> float:
        """Adds what `fit` says after a batch of `size` points, the means since the epoch began; gives the loss."""
        means = self._row(logs)
        self._batch_means.append(means)
        # loss = mean * seen − mean before * seen before. The mean is a float32: what is lost in it grows with `seen`.
        mean = float(means[0, 0])
        seen = self._seen + size
        loss = (mean * seen - self._sum) / size
        error = abs(mean) * seen / size * float(np.finfo(np.float32).eps)
        self._seen, self._sum = seen, mean * seen
        self._batch_losses.append(np.array([loss if error <= FAINTEST * abs(loss) else np.nan], np.float32))
        return mean

    def add_epoch(self, logs: Mapping[str, float], weights: Weights) -> None:
        """Adds what `fit` says of an epoch that is over."""
        self._training.append(self._row(logs))
        self._validation.append(self._row(logs, "val_"))
        self._epoch_ends.append(self.batches)
        self._weights[self.epochs] = weights
        self._make_room()

    def add_evaluated(self, figures: Mapping[str, float]) -> None:
        """Adds what `evaluate` says of the training points after the next epoch, nothing where its weights are gone."""
        self._evaluated.append(self._row(figures))

    def weights_after(self, epoch: int) -> Weights:
        """The weights after so many epochs. Raises `InputError` where they are not kept."""
        if not 0 <= epoch <= self.epochs:
            raise InputError(
                "epoch",
                QT_TRANSLATE_NOOP("engine", "There is no epoch {epoch}: {epochs} were trained so far."),
                epoch=epoch,
                epochs=self.epochs,
            )
        if epoch not in self._weights:
            raise InputError(
                "epoch",
                QT_TRANSLATE_NOOP("engine", "The weights after epoch {epoch} were let go, to save memory; try {near}."),
                epoch=epoch,
                near=min(self._weights, key=lambda kept: abs(kept - epoch)),
            )
        return self._weights[epoch]

    def kept_weights(self, epoch: int) -> Weights | None:
        """The weights after so many epochs, None where they were let go."""
        return self._weights.get(epoch)

    @property
    def view(self) -> Curves:
        ends = np.array(self._epoch_ends, np.int64)
        ends.flags.writeable = False
        return Curves(
            self.names,
            self._batch_means.view,
            self._batch_losses.view,
            ends,
            self._training.view,
            self._validation.view,
            self._evaluated.view,
        )

    def _row(self, figures: Mapping[str, float], prefix: str = "") -> FloatArray:
        """(1, names): NaN for what is not there."""
        return np.array([[figures.get(prefix + name, np.nan) for name in self.names]], np.float32)

    def _make_room(self) -> None:
        size = sum(array.nbytes for array in self._weights[0])
        if size * len(self._weights) > MOST_BYTES:
            kept = sorted(self._weights)
            for epoch in kept[1:-1:2]:
                del self._weights[epoch]

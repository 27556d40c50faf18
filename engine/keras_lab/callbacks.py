"""Keras's own callbacks behind the two switches: early stopping, and keeping the best weights."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import keras

from engine.keras_lab.building import Model
from engine.keras_lab.curves import Weights
from engine.keras_lab.protocol import Fitting

FEWER_IS_BETTER = ("loss", "error", "entropy", "divergence", "hinge", "poisson", "log_cosh")


class Switches:
    """The callbacks of one call of `fit`, and which epoch was the best so far."""

    def __init__(self, fitting: Fitting, model: Model, file: Path, earlier: Switches | None) -> None:
        """file: for the best weights. earlier: of the call before, whose best this one has to be better than."""
        self.best_epoch: int | None = None
        self.best_weights: Weights | None = None
        self.best_before: float | None = None
        self.modes = "min", "min"  # of the early stop, of the best
        self._stopper: Any = None
        self._keeper: Any = None
        if fitting.early_stop is not None:
            self.modes = direction(fitting.early_stop.monitor, model), "min"
            stop = fitting.early_stop
            self._stopper = keras.callbacks.EarlyStopping(
                monitor=stop.monitor,
                patience=stop.patience,
                mode=self.modes[0],
                restore_best_weights=stop.restore_best_weights,
            )
        if fitting.keep_best:
            if earlier is not None and earlier.keeps == fitting.keep_best and earlier.best_epoch is not None:
                self.best_epoch, self.best_weights = earlier.best_epoch, earlier.best_weights
                self.best_before = float(earlier._keeper.best)
            self.modes = self.modes[0], direction(fitting.keep_best, model)
            self._keeper = keras.callbacks.ModelCheckpoint(
                str(file),
                monitor=fitting.keep_best,
                mode=self.modes[1],
                save_best_only=True,
                initial_value_threshold=self.best_before,
            )
        self._best = None if self._keeper is None else self._keeper.best

    @property
    def callbacks(self) -> list[Any]:
        return [callback for callback in (self._stopper, self._keeper) if callback is not None]

    @property
    def keeps(self) -> str:
        """By which figure the best weights are kept, "" where none are."""
        return "" if self._keeper is None else str(self._keeper.monitor)

    @property
    def has_stopped_early(self) -> bool:
        return self._stopper is not None and self._stopper.stopped_epoch > 0

    def note_epoch(self, epoch: int, weights: Weights) -> None:
        """After an epoch: whether it is the best one now."""
        if self._keeper is not None and self._keeper.best != self._best:
            self._best = self._keeper.best
            self.best_epoch, self.best_weights = epoch, weights


def direction(monitor: str, model: Model) -> str:
    """Whether the least or the greatest is the best: "min" or "max".

    Keras knows it of its own metrics; of a typed one it only goes by the name, as is done here.
    """
    name = monitor.removeprefix("val_")
    metrics = [inner for metric in model.metrics for inner in getattr(metric, "metrics", None) or [metric]]
    known = {metric.name: getattr(metric, "_direction", None) for metric in metrics}
    if name != "loss" and known.get(name) in ("up", "down"):
        return "max" if known[name] == "up" else "min"
    return "min" if any(word in name for word in FEWER_IS_BETTER) else "max"

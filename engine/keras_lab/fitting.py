"""What may be given to `fit`, checked before Keras takes it silently."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from engine.errors import QT_TRANSLATE_NOOP, InputError
from engine.keras_lab.protocol import Fitting
from engine.training.settings import check_batch_size

MOST_EPOCHS = 100_000


def check_fitting(fitting: Fitting, samples: int, names: Sequence[str], has_validation: bool) -> None:
    """Raises `InputError` for what Keras would silently do nothing with, or stumble over later.

    names: of the figures, "loss" first. Keras takes `epochs=-1` and `batch_size=0` without a word.
    """
    epochs = fitting.epochs
    if isinstance(epochs, bool) or not isinstance(epochs, int | np.integer) or not 1 <= epochs <= MOST_EPOCHS:
        raise InputError(
            "epochs",
            QT_TRANSLATE_NOOP("engine", "The epochs must be a whole number from 1 to {most}, not {value}."),
            most=MOST_EPOCHS,
            value=epochs,
        )
    check_batch_size(fitting.batch_size, samples)
    if fitting.early_stop is not None:
        _check_monitor("early_stop", fitting.early_stop.monitor, names, has_validation)
        patience = fitting.early_stop.patience
        if isinstance(patience, bool) or not isinstance(patience, int | np.integer) or not 0 <= patience <= MOST_EPOCHS:
            template = QT_TRANSLATE_NOOP("engine", "The patience is a whole number of epochs, at least 0, not {value}.")
            raise InputError("patience", template, value=patience)
    if fitting.keep_best:
        _check_monitor("keep_best", fitting.keep_best, names, has_validation)


def _check_monitor(field: str, monitor: str, names: Sequence[str], has_validation: bool) -> None:
    known = [*names, *(f"val_{name}" for name in names if has_validation)]
    if monitor in known:
        return
    if monitor.startswith("val_") and not has_validation:
        template = QT_TRANSLATE_NOOP("engine", "{monitor} is watched only where points are held out; hold some out.")
        raise InputError(field, template, monitor=monitor)
    template = QT_TRANSLATE_NOOP("engine", "Nothing called {monitor} is measured here; choose one of {names}.")
    raise InputError(field, template, monitor=monitor, names=", ".join(known))

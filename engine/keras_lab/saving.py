"""Writes a model to a `.keras` file."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from engine.errors import QT_TRANSLATE_NOOP, InputError
from engine.keras_lab.building import Model
from engine.keras_lab.experiment import Experiment


def save(experiment: Experiment, path: str) -> None:
    """Saves the model with the weights that are looked at; the file is whole, or what it was. Raises `InputError`."""
    target = Path(path)
    if target.suffix != ".keras":
        raise InputError("path", QT_TRANSLATE_NOOP("engine", "A model goes into a file whose name ends in .keras."))
    try:
        with tempfile.TemporaryDirectory(prefix=".tapelab-", dir=target.parent) as folder:
            written = Path(folder) / "model.keras"
            model_to_save(experiment).save(written)
            with written.open("rb") as file:
                os.fsync(file.fileno())
            os.replace(written, target)
    except OSError as error:
        template = QT_TRANSLATE_NOOP("engine", "The model could not be written: {reason}.")
        raise InputError("path", template, reason=error.strerror or error) from error
    experiment.saved_to = path


def model_to_save(experiment: Experiment) -> Model:
    """The model itself, its optimizer's state with it, where the newest weights are looked at; else a copy."""
    model = experiment.model if experiment.looked_at is None else experiment.judge()
    if getattr(model, "optimizer", None) is not None and not model.optimizer.built:
        model.optimizer.build(model.trainable_variables)
    return model

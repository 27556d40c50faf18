"""What the links of lessons set up in the Keras tab: always the notes' own plan but for what is said."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from engine.keras_lab.catalogue.specification import Choice
from engine.keras_lab.protocol import Compilation, FitDone, Fitting, Layer, Plan, Validation, ValidationKind
from gui.tab import Setup
from gui.tabs.keras.state import KerasState, Training

SLOW = Choice("RMSprop", (("learning_rate", 1e-4),))
BINARY = tuple(Choice(name) for name in ("BinaryAccuracy", "AUC", "Precision", "Recall"))
BATCHES = 88
"""Of an epoch: 1,400 points are trained on, 16 at a time."""


def setups() -> Mapping[str, Setup]:
    """By name."""
    compiling = KerasState(page="compile")
    fitting = KerasState(page="fit")
    logistic = Plan(
        layers=(Layer(activation="sigmoid"),),
        compilation=Compilation(loss=Choice("BinaryCrossentropy"), metrics=BINARY),
    )
    objects = Plan(compilation=Compilation(SLOW, metrics=BINARY[:1], spelling="object"))
    stacked = Plan(validation=Validation(ValidationKind.SPLIT))
    return {
        "compile": Setup(compiling),
        "objects": Setup(replace(compiling, plan=objects)),
        "optimizers": Setup(replace(compiling, plan=Plan(compilation=Compilation(Choice("Adam")))), plays=True),
        "losses": Setup(replace(compiling, plan=logistic)),
        "metrics": Setup(replace(compiling, plan=logistic, work="results"), plays=True),
        "validation": Setup(fitting, plays=True),
        "one-class": Setup(replace(fitting, plan=stacked, page="data"), plays=True),
        "running-mean": Setup(replace(fitting, fitting=Fitting(epochs=1)), plays=True),
        "evaluate": Setup(_fitted("results")),
        "predict": Setup(_fitted("predict")),
    }


def _fitted(work: str) -> KerasState:
    """After the notes' `fit`, with this page in front."""
    epochs = Fitting().epochs
    training = Training(fits=(FitDone(Fitting(), epochs * BATCHES, epochs, is_over=True, is_stopped=False),))
    return KerasState(training=training, page="fit", work=work)  # type: ignore[arg-type]  # one of its pages

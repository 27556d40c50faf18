"""The program that the Keras tab hands over, run by a Python of its own, prints the figures that the tab shows."""

from __future__ import annotations

from ast import literal_eval
from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import pytest
from fresh_python import FreshPython
from keras_user import SMALL, KerasUser
from notebooks import assert_makes_notebook

from engine.datasets import Blobs
from engine.keras_lab.catalogue.examples import encode
from engine.keras_lab.catalogue.specification import Choice, Custom, TargetForm
from engine.keras_lab.protocol import (
    Command,
    Compilation,
    EarlyStop,
    Evaluate,
    Fitting,
    Frame,
    Layer,
    Load,
    OneBatch,
    Plan,
    Play,
    Stop,
    Validation,
    ValidationKind,
)
from engine.keras_lab.script import Fit, program
from engine.keras_lab.targets import encode_source
from engine.loading import load_tensorflow

pytestmark = pytest.mark.filterwarnings("ignore:__array__ implementation:DeprecationWarning")


def printed_by(program: str, python: FreshPython) -> list[str]:
    """Its lines, none of our modules being there to help it. It seeds Keras first, so it feels none that ran before."""
    assert_makes_notebook(program)
    return python.printed(program).splitlines()


def figures(lines: Sequence[str]) -> dict[str, list[float]]:
    """The history: of several calls of fit, one after the other."""
    found: dict[str, list[float]] = {}
    for line in lines:
        name, _, values = line.partition(" ")
        if values.startswith("[") and name.isidentifier():
            found.setdefault(name, []).extend(literal_eval(values.replace("nan", "None")))
    return found


def trained(plan: Plan, *commands: Command) -> Frame:
    load_tensorflow()
    user = KerasUser()
    user.send(Load(1, plan))
    for command in commands:
        user.send(command)
        user.train()
    user.send(Evaluate())
    while user.frame.busy:
        user.work(1)
    assert not user.failures
    user.laboratory.close()
    return user.frame


STOPPED = (Play(Fitting(epochs=1)), OneBatch(Fitting(epochs=3)), Stop(), Play(Fitting(epochs=1, batch_size=21)))
KEPT = Fitting(epochs=6, batch_size=30, early_stop=EarlyStop("val_auc", patience=1), keep_best="val_loss")
CASES: dict[str, tuple[Plan, Sequence[Command]]] = {
    "strings, a typed loss, stopped and gone on with": (
        replace(SMALL, compilation=Compilation(loss=Custom("my_loss", "square(y_true - y_pred) + 0.1 * abs(y_pred)"))),
        STOPPED,
    ),
    "objects, a schedule, four classes split by Keras, early stopping, the best kept": (
        Plan(
            Blobs(30, class_count=4),
            (Layer(8, "relu", l1=0.001, l2=0.01), Layer(4, "softmax")),
            Compilation(
                Choice("Adam", (("learning_rate", Choice("ExponentialDecay", (("initial_learning_rate", 0.05),))),)),
                Choice("CategoricalCrossentropy", (("label_smoothing", 0.1),)),
                (Choice("AUC"), Choice("CategoricalAccuracy")),
                "object",
            ),
            TargetForm.ONE_HOT,
            Validation(ValidationKind.SPLIT, 0.25, shuffle_first=True),
            seed=3,
        ),
        (Play(KEPT), Play(replace(KEPT, epochs=1))),
    ),
}


def test_every_program_prints_what_the_tab_shows(fresh_python: FreshPython) -> None:
    frames = [trained(plan, *commands) for plan, commands in CASES.values()]
    for frame in frames:
        lines = printed_by(frame.program.text, fresh_python)
        found = figures(lines)
        for column, name in enumerate(frame.curves.names):
            np.testing.assert_array_equal(np.array(found[name], np.float32), frame.curves.training[:, column])
            if f"val_{name}" in found:
                values = np.array(found[f"val_{name}"], np.float32)
                np.testing.assert_array_equal(values, frame.curves.validation[:, column])
        assert frame.evaluation is not None
        assert frame.evaluation.text in lines
    assert len(frames[0].curves.training) == 3


def test_the_lines_of_each_part_are_those_that_do_it() -> None:
    done = program(SMALL, 2, [Fit(Fitting(), 0, 5)], "compile")
    lines = done.text.splitlines()
    parts = {part: [lines[number - 1] for number in numbers] for part, numbers in done.lines}
    assert done.ran == "compile"
    assert parts["model"][-1] == "model = keras.Sequential([keras.layers.Dense(1)])"
    assert parts["compile"] == ['model.compile(optimizer="rmsprop", loss="mean_squared_error", metrics=["accuracy"])']
    assert any("model.fit(" in line for line in parts["fit"])
    assert any("model.evaluate(" in line for line in parts["evaluate"])
    assert any("model.predict(" in line for line in parts["predict"])
    compile(done.text, "program", "exec")


def test_the_other_spelling_says_objects() -> None:
    compilation = Compilation(metrics=(Choice("BinaryAccuracy"),), spelling="object")
    text = program(replace(SMALL, compilation=compilation), 2, [Fit(Fitting(), 0, 5)], "compile").text
    assert "optimizer=keras.optimizers.RMSprop()" in text
    assert "loss=keras.losses.MeanSquaredError()" in text
    assert "metrics=[keras.metrics.BinaryAccuracy()]" in text


def test_a_loss_that_is_no_number_any_more_ends_the_program_too() -> None:
    text = program(SMALL, 2, [Fit(Fitting(), 0, 5, diverged=True)], "fit").text
    assert "keras.callbacks.TerminateOnNaN()" in text


@pytest.mark.parametrize("form", TargetForm)
def test_the_program_writes_targets_as_the_tab_does(form: TargetForm) -> None:
    import keras

    count = 2 if form in (TargetForm.SIGNS, TargetForm.ZERO_ONE) else 3
    classes = np.arange(count)
    names = {"np": np, "keras": keras, "targets": classes[:, np.newaxis].astype(np.float32)}
    exec("\n".join(encode_source(count, form)), names)
    expected = encode(classes, form, count)
    np.testing.assert_array_equal(names["targets"], expected)
    assert names["targets"].dtype == expected.dtype

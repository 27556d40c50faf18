"""Losses and metrics that are typed: checked before training, used as any other, and written into the program."""

from __future__ import annotations

from typing import Any

import keras
import numpy as np
import pytest
import tensorflow as tf
from problems import assert_is_clear

from engine.errors import InputError
from engine.keras_lab.catalogue.custom import custom_function, custom_source
from engine.keras_lab.catalogue.fitting import misfits
from engine.keras_lab.catalogue.specification import Choice, Custom, OutputForm, TargetForm

MSE = "reduce_mean(square(y_true - y_pred))"
ZERO_ONE, SIGMOID, LINEAR = TargetForm.ZERO_ONE, OutputForm(1, "sigmoid"), OutputForm(1)


@pytest.mark.parametrize(
    "formula",
    [
        "square(y_true - y_pred)",
        "reduce_mean(square(y_true - y_pred), axis=-1)",
        "abs(y_true - y_pred) ** 1.5",
        "reduce_mean(maximum(0.25 * (y_pred - y_true), 0.75 * (y_true - y_pred)))",
    ],
)
def test_a_loss_of_ones_own_trains_as_a_built_in_one(formula: str) -> None:
    assert misfits(Custom("my_loss", formula), (Choice("accuracy"),), 2, ZERO_ONE, LINEAR) == ()
    model = _model(custom_function(Custom("my_loss", formula), "loss"))
    inputs, targets = _points()
    history = model.fit(inputs, targets, epochs=2, verbose=0).history
    assert np.isfinite(history["loss"]).all()


def test_it_gives_the_numbers_of_kerass_own() -> None:
    assert misfits(Custom("my_loss", MSE), (Choice("accuracy"),), 2, ZERO_ONE, LINEAR) == ()
    inputs, targets = _points()
    losses = []
    for loss in (custom_function(Custom("my_loss", MSE), "loss"), "mean_squared_error"):
        metric = custom_function(Custom("off", "reduce_mean(abs(y_true - y_pred), axis=-1)"), "metric")
        model = _model(loss, [metric, "mean_absolute_error"])
        history = model.fit(inputs, targets, batch_size=8, epochs=2, shuffle=False, verbose=0).history
        assert history["off"] == pytest.approx(history["mean_absolute_error"], rel=1e-6)
        losses.append(history["loss"])
    assert losses[0] == pytest.approx(losses[1], rel=1e-6)


def test_the_program_text_computes_the_same() -> None:
    custom = Custom("my_loss", "reduce_mean(abs(y_true - y_pred) ** 1.5 + 0.5)")
    text = custom_source(custom)
    assert text.startswith("def my_loss(y_true, y_pred):\n")
    names: dict[str, Any] = {"tf": tf}
    exec(text, names)
    y_true, y_pred = tf.constant([[0], [1]]), tf.constant([[0.25], [0.5]])
    ours = custom_function(custom, "loss")
    assert float(names["my_loss"](y_true, y_pred)) == pytest.approx(float(ours(y_true, y_pred)))
    assert ours.__name__ == "my_loss"


@pytest.mark.parametrize(
    ("formula", "output", "told"),
    [
        ("y_pred[0]", LINEAR, "one number for each sample, or one for the batch"),
        ("matmul(y_true, transpose(y_pred))", LINEAR, "one number for each sample"),
        ("cast(y_pred > 0.5, float32)", SIGMOID, "no gradient"),
        ("y_pred * 0", SIGMOID, "no gradient"),
        ("round(y_pred) - y_true", SIGMOID, "no gradient"),
        ("-y_true * log(y_pred)", LINEAR, "not a finite number where the output is"),
        ("square(y_pred) / y_true", SIGMOID, "not a finite number where the output is"),
        ("matmul(y_true, y_pred)", LINEAR, ""),
        ("y_pred ** 9 ** 9 ** 9 ** 9", SIGMOID, "not a finite number"),
    ],
)
def test_a_loss_that_cannot_train_is_refused_in_a_sentence(formula: str, output: OutputForm, told: str) -> None:
    (misfit,) = misfits(Custom("my_loss", formula), (), 2, ZERO_ONE, output)
    assert_is_clear(misfit.problem, "loss")
    assert told in str(misfit.problem)


@pytest.mark.parametrize(
    ("custom", "field"),
    [
        (Custom("my loss", MSE), "loss.name"),
        (Custom("", MSE), "loss.name"),
        (Custom("lambda", MSE), "loss.name"),
        (Custom("model", MSE), "loss.name"),
        (Custom("y_true", MSE), "loss.name"),
        (Custom("__import__", MSE), "loss.name"),
        (Custom("verlußt", MSE), "loss.name"),
        (Custom("x" * 1000, MSE), "loss.name"),
        (Custom(None, MSE), "loss.name"),  # type: ignore[arg-type]
        (Custom("my_loss", ""), "loss.formula"),
        (Custom("my_loss", "square(y_true - "), "loss.formula"),
        (Custom("my_loss", "__import__('os')"), "loss.formula"),
        (Custom("my_loss", "square(y_true - y_preds)"), "loss.formula"),
        (Custom("my_loss", "square(y_true)"), "loss.formula"),
        (Custom("my_loss", "1"), "loss.formula"),
    ],
)
def test_a_name_or_a_formula_that_cannot_be_is_told_beside_its_field(custom: Custom, field: str) -> None:
    (misfit,) = misfits(custom, (), 2, ZERO_ONE, LINEAR)
    assert_is_clear(misfit.problem, field)
    with pytest.raises(InputError):
        custom_source(custom)


def test_a_formula_that_would_fill_the_memory_is_refused_at_once() -> None:
    custom = Custom("my_loss", "reduce_sum(ones([1000000, 1000000])) * y_pred")
    (misfit,) = misfits(custom, (), 2, ZERO_ONE, LINEAR)
    assert "memory" in str(misfit.problem)


def test_a_metric_needs_no_gradient_but_a_number_that_tells_right_from_wrong() -> None:
    bce = Choice("BinaryCrossentropy")
    right = Custom("right", "reduce_mean(cast(y_true == cast(y_pred > 0.5, float32), float32))")
    assert misfits(bce, (right,), 2, ZERO_ONE, SIGMOID) == ()
    for formula, told in (("y_pred / y_true", "finite"), ("y_pred * 0", "right and wrong"), ("y_pred +", "")):
        (misfit,) = misfits(bce, (right, Custom("mine", formula)), 2, ZERO_ONE, SIGMOID)
        assert_is_clear(misfit.problem, "metrics.1.formula" if formula == "y_pred +" else "metrics.1")
        assert told in str(misfit.problem)


def test_the_line_that_a_loss_of_ones_own_draws_is_known_to_the_metrics() -> None:
    raw = Custom("raw", "reduce_mean(log(1 + exp(-(2 * y_true - 1) * y_pred)))")
    (misfit,) = misfits(raw, (Choice("accuracy"),), 2, ZERO_ONE, LINEAR)
    assert "BinaryAccuracy(threshold=0.0)" in str(misfit.remedy)


def _model(loss: Any, metrics: list[Any] | None = None) -> Any:
    keras.utils.set_random_seed(0)
    model = keras.Sequential([keras.Input((2,)), keras.layers.Dense(1)])
    model.compile("rmsprop", loss, metrics=metrics)
    return model


def _points() -> tuple[Any, Any]:
    rng = np.random.default_rng(0)
    targets = (np.arange(24) % 2)[:, None].astype("float32")
    return (rng.normal(size=(24, 2)) + 2 * targets).astype("float32"), targets

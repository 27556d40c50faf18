"""The catalogue: what the installed Keras ships, as forms, checked, made, and written as code."""

from __future__ import annotations

import inspect
import subprocess
import sys
from functools import cache
from typing import Any

import keras
import pytest
from problems import assert_is_clear

from engine.errors import InputError
from engine.keras_lab.catalogue.making import make
from engine.keras_lab.catalogue.reading import specifications
from engine.keras_lab.catalogue.specification import Argument, ArgumentKind, Choice, Kind, Spec
from engine.keras_lab.catalogue.writing import code

KINDS: tuple[Kind, ...] = ("optimizer", "loss", "metric", "schedule")
MODULES: dict[str, Any] = {
    "optimizer": keras.optimizers,
    "loss": keras.losses,
    "metric": keras.metrics,
    "schedule": keras.optimizers.schedules,
}
WRAPPERS = {
    "Optimizer", "LossScaleOptimizer", "MultiOptimizer", "OptimizerMap", "Loss", "Metric", "Mean", "Sum",
    "MeanMetricWrapper", "LearningRateSchedule",
}  # fmt: skip


STRINGS: dict[Kind, tuple[str, ...]] = {"metric": ("accuracy", "crossentropy")}
"""What `compile` takes besides the classes."""


def specs(kind: Kind) -> list[Spec]:
    return [spec for spec in specifications(kind) if spec.obstacle is None]


ALL = [
    (kind, name)
    for kind in KINDS
    for name in [
        *(name for name, value in vars(MODULES[kind]).items() if inspect.isclass(value)),
        *STRINGS.get(kind, ()),
    ]
    if name not in WRAPPERS
]
"""Known without reading what they take, which costs time that a run of other tests need not spend."""


@cache
def shared() -> set[str]:
    """The arguments of all optimizers."""
    return set.intersection(*({one.name for one in spec.arguments} for spec in specs("optimizer")))


@pytest.fixture
def spec(kind: Kind, name: str) -> Spec:
    (found,) = [spec for spec in specs(kind) if spec.name == name]
    return found


@pytest.mark.parametrize("kind", KINDS)
def test_every_class_of_the_installed_keras_is_there(kind: Kind) -> None:
    shipped = {name for name, value in vars(MODULES[kind]).items() if inspect.isclass(value)}
    assert shipped == {spec.name for spec in specifications(kind)} - set(STRINGS.get(kind, ()))


def test_what_cannot_stand_alone_is_told_apart_with_a_reason() -> None:
    refused = {spec.name: spec.obstacle for kind in KINDS for spec in specifications(kind) if spec.obstacle is not None}
    assert set(refused) == WRAPPERS
    for problem in refused.values():
        assert_is_clear(problem)


def test_the_activations_are_those_that_a_layer_takes() -> None:
    names = [spec.name for spec in specifications("activation")]
    assert {"linear", "relu", "sigmoid", "softmax", "tanh"} <= set(names)
    assert "glu" not in names  # halves the columns
    for name in names:
        keras.layers.Dense(2, activation=name)


@pytest.mark.parametrize(("kind", "name"), ALL)
def test_each_is_made_and_its_code_makes_the_same(kind: Kind, spec: Spec) -> None:
    made = make(kind, Choice(spec.name))
    if isinstance(made, str):
        assert made == spec.name == spec.string
        return
    assert type(made).__name__ == spec.name
    written = eval(code(kind, Choice(spec.name)), {"keras": keras})
    assert _config(written) == _config(made)
    spelt = eval(code(kind, Choice(spec.name), "string"), {"keras": keras})
    assert isinstance(spelt, str) == bool(spec.string)
    if spec.string:
        found = MODULES[kind].get(spec.string)
        assert type(found) is type(made) or found is made.fn


@pytest.mark.parametrize(("kind", "name"), ALL)
def test_each_argument_has_help_and_takes_what_its_field_says(kind: Kind, spec: Spec) -> None:
    """Keras is made with a value off the default for each argument in turn, and has it afterwards."""
    for one in spec.arguments:
        assert one.help, one
        assert len(one.help) <= 250
        if kind == "optimizer" and one.name in shared() and spec.name != "SGD":
            continue  # all have it from one base class, so one of them shows it
        value = _another(one)
        choice = Choice(spec.name, ((one.name, value),))
        if one.name == "values":
            choice = Choice(spec.name, (("boundaries", (5, 6)), ("values", value)))
        if one.name == "num_labels":
            choice = Choice(spec.name, (("multi_label", True), ("num_labels", value)))
        if one.name == "boundaries":
            choice = Choice(spec.name, (("boundaries", value), ("values", (0.1, 0.2, 0.3))))
        made = make(kind, choice)
        assert f"{one.name}=" in code(kind, choice)
        assert _config(eval(code(kind, choice), {"keras": keras})) == _config(made)
        kept = made.get_config().get(one.name, value)
        if not isinstance(value, Choice | tuple):
            assert kept == pytest.approx(value), one
        for end, is_open, beyond in ((one.low, one.low_open, -1), (one.high, one.high_open, 1)):
            if end is None or one.kind in (ArgumentKind.REALS, ArgumentKind.WHOLES):
                continue
            outside = end if is_open else end + beyond
            with pytest.raises(InputError) as caught:
                make(kind, Choice(spec.name, ((one.name, outside),)))
            assert_is_clear(caught.value, f"{kind}.{one.name}")


def _another(one: Argument) -> Any:
    """A value that is not the default."""
    match one.kind:
        case ArgumentKind.TRUTH:
            return not one.default
        case ArgumentKind.ONE_OF:
            return next(choice for choice in one.choices if choice != one.default)
        case ArgumentKind.REALS:
            return (0.25, 0.5, 0.75)
        case ArgumentKind.WHOLES:
            return (1, 2) if one.name == "boundaries" else (0,)
        case ArgumentKind.TEXTS:
            return ("head", "tail")
        case ArgumentKind.WHOLE:
            return next(n for n in (3, 1, 0, -1) if n != one.default and (one.high is None or n <= one.high))
        case _:
            return next(n for n in (0.625, -0.625) if n != one.default and (one.high is None or n <= one.high))


def _config(made: Any) -> Any:
    config = made.get_config()
    plain = {name: value.numpy().tolist() if keras.ops.is_tensor(value) else value for name, value in config.items()}
    return plain | {"name": "", "class": type(made).__name__}


@pytest.mark.parametrize(
    ("choice", "written"),
    [
        (Choice("RMSprop"), "keras.optimizers.RMSprop()"),
        (Choice("RMSprop", (("learning_rate", 1e-4),)), "keras.optimizers.RMSprop(learning_rate=0.0001)"),
        (Choice("RMSprop", (("learning_rate", 0.001), ("centered", False))), "keras.optimizers.RMSprop()"),
        (
            Choice("SGD", (("nesterov", True), ("momentum", 0.9))),
            "keras.optimizers.SGD(momentum=0.9, nesterov=True)",
        ),
        (
            Choice("Adam", (("learning_rate", Choice("ExponentialDecay", (("decay_steps", 50),))),)),
            "keras.optimizers.Adam(learning_rate=keras.optimizers.schedules.ExponentialDecay("
            "initial_learning_rate=0.1, decay_steps=50, decay_rate=0.96))",
        ),
        (Choice("Muon", (("exclude_layers", ('a"b', "c")),)), 'keras.optimizers.Muon(exclude_layers=["a\\"b", "c"])'),
    ],
)
def test_only_what_differs_from_keras_is_written(choice: Choice, written: str) -> None:
    assert code("optimizer", choice) == written


def test_the_notes_spellings() -> None:
    assert code("optimizer", Choice("RMSprop"), "string") == '"rmsprop"'
    assert code("loss", Choice("MeanSquaredError"), "string") == '"mean_squared_error"'
    assert code("metric", Choice("accuracy"), "object") == code("metric", Choice("accuracy"), "string") == '"accuracy"'
    with_rate = Choice("RMSprop", (("learning_rate", 1e-4),))
    assert code("optimizer", with_rate, "string") == "keras.optimizers.RMSprop(learning_rate=0.0001)"
    # In `compile` the string means another thing than the class of that name.
    assert code("metric", Choice("Accuracy"), "string") == "keras.metrics.Accuracy()"


def test_a_schedule_is_the_learning_rate() -> None:
    decay = Choice("PiecewiseConstantDecay", (("boundaries", (10, 20)), ("values", (1.0, 0.5, 0.25))))
    optimizer = make("optimizer", Choice("SGD", (("learning_rate", decay),)))
    optimizer.build([keras.Variable(0.0)])
    rates = []
    for step in (0, 15, 30):
        optimizer.iterations.assign(step)
        rates.append(float(optimizer.learning_rate))
    assert rates == [1.0, 0.5, 0.25]


@pytest.mark.parametrize(
    ("kind", "choice", "field", "told"),
    [
        ("optimizer", Choice("Adem"), "optimizer", "did you mean Adam?"),
        ("optimizer", Choice("Optimizer"), "optimizer", "computes nothing itself"),
        ("optimizer", Choice("x" * 10_000), "optimizer", "did you mean"),
        ("optimizer", Choice(None), "optimizer", "did you mean"),  # type: ignore[arg-type]
        ("optimizer", Choice("SGD", (("lr", 0.1),)), "optimizer", "no argument called lr"),
        ("optimizer", Choice("SGD", (("name", "sgd"),)), "optimizer", "no argument called name"),
        ("optimizer", Choice("SGD", (("learning_rate", float("nan")),)), "optimizer.learning_rate", "not nan"),
        ("optimizer", Choice("SGD", (("learning_rate", float("inf")),)), "optimizer.learning_rate", "not inf"),
        ("optimizer", Choice("SGD", (("learning_rate", -1),)), "optimizer.learning_rate", "above 0, not -1"),
        ("optimizer", Choice("SGD", (("learning_rate", 0),)), "optimizer.learning_rate", "above 0, not 0"),
        ("optimizer", Choice("SGD", (("learning_rate", 1e-60),)), "optimizer.learning_rate", "above 0, not 1e-60"),
        ("optimizer", Choice("SGD", (("learning_rate", 10**400),)), "optimizer.learning_rate", "not 10^400"),
        ("optimizer", Choice("SGD", (("learning_rate", "fast"),)), "optimizer.learning_rate", "not fast"),
        ("optimizer", Choice("SGD", (("learning_rate", None),)), "optimizer.learning_rate", "not None"),
        ("optimizer", Choice("SGD", (("learning_rate", True),)), "optimizer.learning_rate", "not True"),
        ("optimizer", Choice("SGD", (("learning_rate", Choice("Adam")),)), "optimizer.learning_rate", "did you mean"),
        ("optimizer", Choice("SGD", (("momentum", 1.5),)), "optimizer.momentum", "from 0 to 1, not 1.5"),
        ("optimizer", Choice("Adam", (("beta_1", 1.0),)), "optimizer.beta_1", "at least 0 and below 1, not 1.0"),
        ("optimizer", Choice("Adam", (("amsgrad", 1),)), "optimizer.amsgrad", "True or False"),
        ("optimizer", Choice("Adam", (("clipnorm", 1.0), ("clipvalue", 1.0))), "optimizer", "Only one of"),
        ("optimizer", Choice("Ftrl", (("learning_rate_power", 0.5),)), "optimizer.learning_rate_power", "at most 0"),
        (
            "optimizer",
            Choice("SGD", (("learning_rate", Choice("CosineDecay", (("decay_steps", 0),))),)),
            "optimizer.learning_rate.decay_steps",
            "from 1 to",
        ),
        (
            "optimizer",
            Choice("SGD", (("learning_rate", Choice("PiecewiseConstantDecay", (("values", (1.0,)),))),)),
            "optimizer.learning_rate",
            "PiecewiseConstantDecay",
        ),
        ("loss", Choice("Huber", (("delta", 0),)), "loss.delta", "above 0"),
        ("loss", Choice("Huber", (("reduction", "none"),)), "loss.reduction", "sum_over_batch_size"),
        ("loss", Choice("CategoricalGeneralizedCrossEntropy", (("q", 1.0),)), "loss.q", "between 0 and 1"),
        ("metric", Choice("AUC", (("num_thresholds", 10**9),)), "metric.num_thresholds", "from 2 to 10000"),
        ("metric", Choice("AUC", (("num_thresholds", 2.5),)), "metric.num_thresholds", "whole number"),
        ("metric", Choice("MeanIoU", (("num_classes", 10**6),)), "metric.num_classes", "from 1 to 1000"),
        ("metric", Choice("Precision", (("thresholds", ()),)), "metric.thresholds", "1 to 100 entries"),
        ("metric", Choice("Precision", (("thresholds", (0.5, 2.0)),)), "metric.thresholds", "from 0 to 1"),
        ("metric", Choice("Precision", (("thresholds", 0.5),)), "metric.thresholds", "list"),
        ("metric", Choice("Mean"), "metric", "adds up numbers"),
    ],
)  # fmt: skip
def test_what_cannot_be_made_is_told_beside_its_field(kind: Kind, choice: Choice, field: str, told: str) -> None:
    for act in (make, code):
        if act is code and told in ("Only one of", "PiecewiseConstantDecay"):
            continue  # only Keras itself knows this
        with pytest.raises(InputError) as caught:
            act(kind, choice)
        assert_is_clear(caught.value, field)
        assert told in str(caught.value)
    with pytest.raises(InputError):
        make(kind, choice)


def test_the_field_is_named_as_the_form_wishes() -> None:
    with pytest.raises(InputError) as caught:
        make("metric", Choice("BinaryAccuracy", (("threshold", 2.0),)), "metrics.1")
    assert caught.value.field == "metrics.1.threshold"


def test_the_specification_needs_no_tensorflow() -> None:
    check = "import engine.keras_lab.catalogue.specification, sys; print({'tensorflow', 'keras'} & set(sys.modules))"
    done = subprocess.run([sys.executable, "-c", check], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "set()"

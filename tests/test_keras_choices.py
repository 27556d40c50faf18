"""A plan is remembered as it was; what is stale or forged gives way to the notes' own."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from engine.datasets import Blobs, Circles, Moons, Recipe, Spirals, TwoGaussians, Xor
from engine.keras_lab.catalogue.specification import Choice, Custom, TargetForm
from engine.keras_lab.protocol import Compilation, EarlyStop, Fitting, Layer, Plan, Validation, ValidationKind
from gui.tabs.keras.choices import LONGEST, read, written

SCHEDULE = Choice("ExponentialDecay", (("initial_learning_rate", 0.01), ("decay_steps", 100), ("staircase", True)))
PLAN = Plan(
    data=Blobs(samples_per_class=50, class_count=4, noise=0.5),
    layers=(Layer(16, "relu", l2=0.001), Layer(4, "softmax")),
    compilation=Compilation(
        Choice("Adam", (("learning_rate", SCHEDULE), ("amsgrad", True), ("clipnorm", None))),
        Custom("my_loss", "mean(abs(y_true - y_pred))"),
        (Choice("AUC", (("thresholds", (0.25, 0.75)),)), Custom("mine", "mean(y_pred)")),
        "object",
    ),
    targets=TargetForm.ONE_HOT,
    validation=Validation(ValidationKind.SPLIT, 0.2, True),
    seed=7,
)


@pytest.mark.parametrize("plan", [Plan(), PLAN])
def test_a_plan_comes_back(plan: Plan) -> None:
    assert read(written(plan), Plan(seed=99)) == plan


@pytest.mark.parametrize("data", [TwoGaussians(seed=3), Circles(noise=0.25), Xor(), Spirals(turns=2), Moons(), Blobs()])
def test_data_of_every_shape_come_back(data: Recipe) -> None:
    assert read(written(replace(PLAN, data=data)), Plan()).data == data


@pytest.mark.parametrize("fitting", [Fitting(), Fitting(9, 64, EarlyStop("loss", 0, False), "val_auc")])
def test_the_arguments_of_fit_come_back(fitting: Fitting) -> None:
    assert read(written(fitting), Fitting(epochs=99)) == fitting


def forged(**changes: object) -> str:
    return json.dumps({**json.loads(written(PLAN)), **changes})


@pytest.mark.parametrize(
    "text",
    [
        "",
        "null",
        "{}",
        "[]",
        '"plan"',
        "{" * 5000,
        "[" * 100_000,
        "x" * (LONGEST + 1),
        forged(seed="seven"),
        forged(seed=True),
        forged(layers=[{"is": "Layer", "units": "many"}]),
        forged(layers=[{"is": "Plan"}]),
        forged(layers=7),
        forged(targets="anything"),
        forged(data={"is": "Blobs", "class_count": 99}),
        forged(data={"is": "Blobs", "samples_per_class": 10**12}),
        forged(data={"is": "object"}),
        forged(data=None),
        forged(compilation={"is": "Compilation", "spelling": "shouted"}),
        forged(compilation={"is": "Compilation", "optimizer": {"is": "Custom", "name": "a", "formula": "b"}}),
        forged(validation={"is": "Validation", "kind": "hold_out", "share": 1e999}),
    ],
)
def test_what_is_forged_gives_way_to_the_default(text: str) -> None:
    assert read(text, Plan()) == Plan()


def test_what_another_version_has_added_is_left_out() -> None:
    assert read(forged(colour="red"), Plan()) == PLAN

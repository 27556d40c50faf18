"""Optimizer × loss × metric: each trains to finite values, or is refused before training; none raises.

`combinations` says why a triple is no more than its pairs. The pairs of all losses with all metrics, and of all losses
with all optimizers, take minutes (`python -m combinations` goes through every one); here each loss meets a share of the
optimizers and of the metrics, so that each of these has its turn, and some triples are drawn at random.
"""

from __future__ import annotations

import numpy as np
import pytest
from combinations import home, names, refusal, train
from problems import assert_is_clear

from engine.keras_lab.catalogue.fitting import misfits
from engine.keras_lab.catalogue.specification import Choice, OutputForm, TargetForm

LOSSES = names("loss")
NOWHERE = {"Circle", "CTC"}
"""Losses that no targets of classes and no Dense layer suit."""
METRICS_EACH, OPTIMIZERS_EACH = 2, 1


def shares(everything: list[str], size: int, at: int) -> list[str]:
    """`size` of them, other ones for each `at`, so that all come in turn."""
    return [everything[(at * size + i) % len(everything)] for i in range(size)]


def test_each_optimizer_and_metric_has_its_turn() -> None:
    for everything, size in ((names("metric"), METRICS_EACH), (names("optimizer"), OPTIMIZERS_EACH)):
        met = [name for at in range(len(LOSSES)) for name in shares(everything, size, at)]
        assert set(met) == set(everything)


@pytest.mark.parametrize("loss", [loss for loss in LOSSES if loss not in NOWHERE])
def test_a_loss_trains_with_its_optimizers_and_metrics(loss: str) -> None:
    at = LOSSES.index(loss)
    classes = 2 + at % 2
    metrics = shares(names("metric"), METRICS_EACH, at)
    refused = {metric: misfit for metric in metrics if (misfit := refusal(loss, metric, classes)) is not None}
    for misfit in refused.values():
        assert_is_clear(misfit.problem, "metrics.0")
    fitting = [metric for metric in metrics if metric not in refused]
    for optimizer in shares(names("optimizer"), OPTIMIZERS_EACH, at):
        history = train(optimizer, loss, fitting, classes)
        assert len(history) == 1 + len(fitting)
        assert np.isfinite(list(history.values())).all(), history
    print(f"{loss}: {len(fitting)} metrics trained, {len(refused)} refused, with {OPTIMIZERS_EACH} optimizers")


@pytest.mark.parametrize("loss", sorted(NOWHERE))
def test_the_others_are_refused_everywhere(loss: str) -> None:
    assert home(loss, 2) is None
    (misfit,) = misfits(Choice(loss), (), 2, TargetForm.CLASSES, OutputForm(2, "softmax"))
    assert_is_clear(misfit.problem, "loss")


def test_triples_drawn_at_random_train_as_compiled_graphs_too() -> None:
    rng = np.random.default_rng(5)
    trained = 0
    for _ in range(3):
        optimizer, loss = (str(rng.choice(names(kind))) for kind in ("optimizer", "loss"))
        classes = int(rng.integers(2, 4))
        if home(loss, classes) is None:
            continue
        drawn = [str(name) for name in rng.choice(names("metric"), 3, replace=False)]
        fitting = [metric for metric in drawn if refusal(loss, metric, classes) is None]
        history = train(optimizer, loss, fitting, classes, eagerly=False)
        assert np.isfinite(list(history.values())).all()
        trained += 1
    assert trained >= 2

"""The confusion matrix and the ROC curve say what they say by definition."""

from __future__ import annotations

import numpy as np
import pytest

from engine.keras_lab import results as module
from engine.keras_lab.catalogue.specification import TargetForm
from engine.keras_lab.results import results, roc
from engine.keras_lab.targets import Decision

TWO = Decision(2, TargetForm.ZERO_ONE, logits=False, outputs=1)


def test_confusion_counts_true_classes_in_rows() -> None:
    outputs = np.array([[0.1], [0.9], [0.4], [0.8]], np.float32)
    found = results(outputs, np.array([0, 0, 1, 1]), TWO, 0.5, on_training=False)
    assert found.confusion.tolist() == [[1, 1], [1, 1]]
    assert found.accuracy == 0.5
    assert found.scores == pytest.approx((0.1, 0.9))
    assert results(outputs, np.array([0, 0, 1, 1]), TWO, 0.95, on_training=False).confusion.tolist() == [[2, 0], [2, 0]]


def test_more_classes_have_no_roc() -> None:
    decision = Decision(3, TargetForm.ONE_HOT, logits=False, outputs=3)
    found = results(np.eye(3, dtype=np.float32), np.array([0, 1, 1]), decision, 0.5, on_training=True)
    assert found.confusion.tolist() == [[1, 0, 0], [0, 1, 1], [0, 0, 0]]
    assert (found.roc, found.area, found.scores) == (None, None, None)


def test_the_area_is_the_chance_that_a_positive_scores_higher() -> None:
    generator = np.random.default_rng(0)
    scores = np.round(generator.normal(size=200), 1).astype(np.float32)  # with ties
    positive = generator.random(200) < 0.4
    curve, thresholds, area = roc(scores, positive)
    pairs = scores[positive][:, np.newaxis] - scores[~positive]
    assert area == pytest.approx(np.mean(pairs > 0) + np.mean(pairs == 0) / 2, abs=1e-9)
    assert curve[0].tolist() == [0, 0]
    assert curve[-1].tolist() == [1, 1]
    for (false, true), threshold in zip(curve, thresholds, strict=True):
        assert true == pytest.approx(np.mean(scores[positive] >= threshold))
        assert false == pytest.approx(np.mean(scores[~positive] >= threshold))


def test_a_long_curve_is_thinned_and_keeps_its_ends(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MOST_CORNERS", 50)
    scores = np.random.default_rng(0).normal(size=1000).astype(np.float32)
    curve, thresholds, _ = roc(scores, scores > 0.3)
    assert len(curve) == len(thresholds) <= 50
    assert curve[0].tolist() == [0, 0]
    assert curve[-1].tolist() == [1, 1]


@pytest.mark.parametrize("classes", [[0, 0], [1, 1]])
def test_one_class_alone_has_no_curve(classes: list[int]) -> None:
    found = results(np.array([[0.1], [0.9]], np.float32), np.array(classes), TWO, 0.5, on_training=False)
    assert found.roc is None


def test_outputs_that_are_no_numbers_have_no_curve() -> None:
    found = results(np.array([[np.nan], [0.9]], np.float32), np.array([0, 1]), TWO, 0.5, on_training=False)
    assert found.roc is None
    assert found.confusion.sum() == 2

"""Points are held out as the notes and as Keras do it, and what a model says of them is read back as classes."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from keras_user import DATA, SMALL
from problems import assert_is_clear

from engine.datasets import Blobs, Dataset
from engine.errors import InputError
from engine.keras_lab.catalogue.specification import TargetForm
from engine.keras_lab.points import divide, points_to_show
from engine.keras_lab.protocol import Plan, Validation, ValidationKind
from engine.keras_lab.targets import Decision

SPLIT = Validation(ValidationKind.SPLIT)


@pytest.fixture(scope="module")
def points() -> Dataset:
    return DATA.make()


def test_the_permutation_of_the_notes_holds_out_the_first_thirty_percent(points: Dataset) -> None:
    division = divide(points, SMALL)
    np.random.seed(0)  # what keras.utils.set_random_seed does for NumPy
    order = np.random.permutation(len(points))
    assert division.held_inputs is not None
    np.testing.assert_array_equal(division.held_inputs, points.inputs[order][:36])
    np.testing.assert_array_equal(division.training_inputs, points.inputs[order][36:])
    np.testing.assert_array_equal(division.inputs, division.training_inputs)


def test_every_point_is_on_one_side_and_the_global_generator_is_left_alone(points: Dataset) -> None:
    np.random.seed(5)
    state = np.random.get_state(legacy=False)["state"]["key"].copy()
    division = divide(points, SMALL)
    assert sorted([*division.training, *division.held]) == list(range(120))
    np.testing.assert_array_equal(np.random.get_state(legacy=False)["state"]["key"], state)


def test_the_split_of_keras_takes_the_last_as_they_lie(points: Dataset) -> None:
    division = divide(points, replace(SMALL, validation=SPLIT))
    assert division.held.tolist() == list(range(84, 120))
    np.testing.assert_array_equal(division.inputs, points.inputs)
    assert set(points.classes[division.held]) == {1}


def test_shuffling_first_mixes_what_is_split_off(points: Dataset) -> None:
    division = divide(points, replace(SMALL, validation=replace(SPLIT, shuffle_first=True)))
    assert set(points.classes[division.held]) == {0, 1}
    np.testing.assert_array_equal(division.inputs[84:], division.held_inputs)


def test_without_validation_all_points_are_trained_on(points: Dataset) -> None:
    division = divide(points, replace(SMALL, validation=Validation(ValidationKind.NONE)))
    assert len(division.training) == 120
    assert division.held_inputs is division.held_targets is None


@pytest.mark.parametrize("share", [0, 1, -0.3, 1.5, float("nan"), float("inf"), True, "a", 0.001, 0.9999])
@pytest.mark.parametrize("kind", [ValidationKind.HOLD_OUT, ValidationKind.SPLIT])
def test_a_share_that_leaves_nothing_is_refused(points: Dataset, share: float, kind: ValidationKind) -> None:
    if (share, kind) in ((0.9999, ValidationKind.HOLD_OUT), (0.001, ValidationKind.SPLIT)):
        divide(points, replace(SMALL, validation=Validation(kind, share)))  # rounded, they leave one point
        return
    with pytest.raises(InputError) as caught:
        divide(points, replace(SMALL, validation=Validation(kind, share)))
    assert_is_clear(caught.value, "share")


@pytest.mark.parametrize("seed", [-1, 2**31, 0.5, "a"])
def test_a_seed_that_keras_would_not_take_is_refused(points: Dataset, seed: int) -> None:
    with pytest.raises(InputError) as caught:
        divide(points, replace(SMALL, seed=seed))
    assert_is_clear(caught.value, "seed")


def test_the_plot_holds_every_point_and_the_mask_names_those_held_out(points: Dataset) -> None:
    shown = points_to_show(points, np.array([3, 5]))
    left, right, bottom, top = shown.extent
    assert left < points.inputs[:, 0].min() < points.inputs[:, 0].max() < right
    assert bottom < points.inputs[:, 1].min() < points.inputs[:, 1].max() < top
    assert np.flatnonzero(shown.held_out).tolist() == [3, 5]


def test_points_all_in_one_place_still_have_a_plot() -> None:
    shown = points_to_show(Dataset(np.zeros((2, 2), np.float32), np.array([[0], [1]], np.float32)), np.array([0]))
    assert shown.extent[0] < shown.extent[1]


def column(*values: float) -> np.ndarray[tuple[int, int], np.dtype[np.float32]]:
    return np.array(values, np.float32)[:, np.newaxis]


def test_one_output_parts_two_classes_at_the_threshold() -> None:
    decision = Decision(2, TargetForm.ZERO_ONE, logits=False, outputs=1)
    assert decision.threshold == 0.5
    outputs = column(-1, 0.25, 0.5, 2, np.nan)
    assert decision.classes(outputs, 0.5).tolist() == [0, 0, 1, 1, 0]
    assert decision.classes(outputs, 0.1).tolist() == [0, 1, 1, 1, 0]
    np.testing.assert_allclose(decision.strength(outputs, 0.5), [1, 0.5, 0, 1, 0])


def test_signs_and_logits_are_parted_at_zero() -> None:
    signs = Decision(2, TargetForm.SIGNS, logits=False, outputs=1)
    logits = Decision(2, TargetForm.ZERO_ONE, logits=True, outputs=1)
    assert signs.threshold == logits.threshold == 0
    np.testing.assert_allclose(signs.strength(column(-1, 0, 0.5), 0), [1, 0, 0.5])
    np.testing.assert_allclose(logits.strength(column(0, 50, -50), 0), [0, 1, 1])


def test_the_greatest_output_wins_among_many() -> None:
    outputs = np.array([[0.2, 0.5, 0.3], [1, 0, 0], [np.nan, 0, 1]], np.float32)
    decision = Decision(3, TargetForm.ONE_HOT, logits=False, outputs=3)
    assert decision.classes(outputs, 0.5).tolist() == [1, 0, 2]
    np.testing.assert_allclose(decision.strength(outputs[:2], 0.5), [0.2, 1], rtol=1e-5)


def test_the_number_of_a_class_is_the_nearest() -> None:
    decision = Decision(3, TargetForm.REAL, logits=False, outputs=1)
    outputs = column(-7, 0.4, 1.5, 2.2, np.inf, np.nan)
    assert decision.classes(outputs, 0.5).tolist() == [0, 0, 2, 2, 2, 0]


def test_blobs_of_four_classes_are_drawn_and_divided() -> None:
    dataset = Blobs(20, class_count=4).make()
    division = divide(dataset, Plan(data=Blobs(20, class_count=4), targets=TargetForm.ONE_HOT))
    assert division.training_targets.shape == (56, 4)

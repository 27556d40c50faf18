"""What the user of the training tab may change, what happens then, and what is refused."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import numpy as np
import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtWidgets import QAbstractButton, QApplication
from pytestqt.qtbot import QtBot
from training_user import User

from engine.datasets import Circles, Moons, TwoGaussians
from engine.errors import Problem
from engine.protocol import Frame
from gui.data_choices import DataChoices

Open = Callable[..., User]
Key = Qt.Key


@pytest.fixture
def user(open_training: Open) -> User:
    """Before the first step, with full speed and forty steps to go."""
    user = open_training()
    user.sees(lambda frame: frame.position == 0)
    return user


def plays_to(user: User, step: int) -> Frame:
    user.tab.setFocus()
    user.presses(Key.Key_Space)
    return user.sees(lambda frame: frame.position == step and not frame.playing)


def loss_of(frame: Frame) -> float:
    """Computed without TensorFlow."""
    predictions = frame.dataset.inputs @ frame.weights + frame.bias
    return float(np.mean((frame.dataset.targets - predictions) ** 2))


# Parameters


def test_typed_parameters_take_the_place_of_the_present_ones(user: User) -> None:
    user.presses(Key.Key_Right)
    user.sees(lambda frame: frame.position == 1)
    user.types("W", "0.5, -0.25")
    frame = user.sees(lambda frame: frame.weights[0, 0] == 0.5)
    assert frame.weights.tolist() == [[0.5], [-0.25]]
    assert frame.position == 1
    assert frame.loss == pytest.approx(loss_of(frame), rel=1e-5)
    user.types("b", "0.125")
    frame = user.sees(lambda frame: frame.bias[0] == 0.125)
    assert frame.weights.tolist() == [[0.5], [-0.25]]
    assert frame.loss == pytest.approx(loss_of(frame), rel=1e-5)
    user.tab.setFocus()
    user.presses(Key.Key_Right)
    taken = user.sees(lambda frame: frame.position == 2)
    assert taken.history.loss[1] == pytest.approx(frame.loss, rel=1e-5)


def test_a_line_that_is_dragged_takes_the_loss_along(user: User) -> None:
    plays_to(user, 40)
    before = user.frame
    user.drags_line(by=QPointF(1.5, -1.5))
    frame = user.sees(lambda frame: len(frame.edits) == 1 and frame.loss > 2 * before.loss)
    assert np.array_equal(frame.weights, before.weights)
    assert frame.bias[0] == pytest.approx(before.bias[0] - before.weights[:, 0] @ (1.5, -1.5), rel=0.02)
    assert frame.loss == pytest.approx(loss_of(frame), rel=1e-5)
    assert user.text("b") == f"{frame.bias[0]:.3g}"


def test_without_weights_there_is_no_line_and_the_window_says_so(user: User) -> None:
    user.types("W", "0, 0")
    user.sees(lambda frame: not frame.weights.any())
    assert "W is 0, so every point gets the same prediction and there is no line." in user.sentences()
    user.types("W", "1, 0")
    user.sees(lambda frame: bool(frame.weights.any()))
    assert "x = 0.5" in user.sentences()


# How to learn


def test_another_learning_rate_goes_on_from_here(user: User) -> None:
    before = plays_to(user, 40)
    user.types("Learning rate", "0.01")
    assert user.sees(lambda frame: frame.settings.learning_rate == 0.01).position == 40
    frame = plays_to(user, 80)
    assert np.array_equal(frame.history.loss[:40], before.history.loss)
    assert frame.learning_rates == ((0, 0.1), (40, 0.01))
    assert frame.ghosts == ()


def test_another_learning_rate_in_the_past_leaves_a_ghost(user: User) -> None:
    before = plays_to(user, 40)
    user.scrubs(0.25)
    user.sees(lambda frame: frame.position == 10)
    user.types("Learning rate", "0.01")
    user.tab.setFocus()
    user.presses(Key.Key_Right)
    frame = user.sees(lambda frame: frame.position == 11)
    assert len(frame.history.loss) == 11
    assert np.array_equal(frame.ghosts[0].loss, before.history.loss)
    user.clicks("Drop the curves of earlier runs")
    user.sees(lambda frame: frame.ghosts == ())
    assert not user.find(QAbstractButton, "Drop the curves of earlier runs").isVisible()


def test_the_learning_rate_can_change_while_it_plays(open_training: Open) -> None:
    user = open_training(stop_after=None)
    user.sees(lambda frame: frame.position == 0)
    user.presses(Key.Key_Space)
    user.sees(lambda frame: frame.position > 100)
    user.types("Learning rate", "0.02")
    frame = user.sees(lambda frame: len(frame.learning_rates) == 2)
    assert frame.playing
    assert frame.learning_rates[1][1] == 0.02


@pytest.mark.parametrize(
    ("field", "text", "points"),
    [("Per class", "30", 60), ("Mean, class 1", "4, 1", 40), ("Covariance", "2 0; 0 1", 40), ("Seed", "7", 40)],
)
def test_other_data_begin_anew_with_the_same_weights(user: User, field: str, text: str, points: int) -> None:
    before = user.frame
    plays_to(user, 40)
    user.types(field, text)
    frame = user.sees(lambda frame: frame.position == 0)
    assert len(frame.dataset) == points
    assert not np.array_equal(frame.dataset.inputs, before.dataset.inputs)
    assert np.array_equal(frame.weights, before.weights)
    assert frame.ghosts == ()  # its losses were those of other data
    plays_to(user, 40)


def test_another_optimizer_begins_anew_with_the_same_weights(user: User) -> None:
    before = user.frame
    plays_to(user, 40)
    user.chooses("Optimizer", "Adam")
    frame = user.sees(lambda frame: frame.settings.optimizer == "Adam")
    assert frame.position == 0
    assert np.array_equal(frame.weights, before.weights)
    assert len(frame.ghosts) == 1
    assert "optimizer.apply([grad_W, grad_b], [W, b])" in user.code()
    assert plays_to(user, 40).loss != user.frame.ghosts[0].loss[-1]


def test_a_batch_takes_part_of_the_points(user: User) -> None:
    user.types("Batch", "16")
    user.sees(lambda frame: frame.settings.batch_size == 16)
    user.clicks("batch")
    frame = user.sees(lambda frame: len(frame.inside) == 1)
    assert frame.inside[0].tensors["inputs"].shape == (16, 2)
    user.types("Batch", "all")
    user.sees(lambda frame: frame.settings.batch_size is None)
    assert user.text("Batch") == "all 40"


def test_another_shape_begins_anew_with_the_same_weights_and_its_own_program(user: User) -> None:
    before = user.frame
    plays_to(user, 40)
    user.chooses("Data", "moons")
    frame = user.sees(lambda frame: frame.position == 0)
    assert frame.data == Moons()
    assert np.array_equal(frame.dataset.inputs, Moons().make().inputs)
    assert np.array_equal(frame.weights, before.weights)
    assert "An arch and a bowl" in user.code()
    user.types("Noise", "0")
    frame = user.sees(lambda frame: frame.data == Moons(noise=0))
    assert "rng.normal" not in user.code()


def test_a_batch_that_another_shape_cannot_fill_gives_way(open_training: Open) -> None:
    data = DataChoices(circles=Circles(5), two_gaussians=TwoGaussians(20))
    user = open_training(batch_size=16, data=data)
    user.sees(lambda frame: frame.settings.batch_size == 16)
    user.chooses("Data", "circles")
    frame = user.sees(lambda frame: len(frame.dataset) == 10)
    assert frame.settings.batch_size is None
    assert user.text("Batch") == "all 10"


def test_another_start_seed_draws_other_weights(user: User) -> None:
    before = user.frame
    user.types("Start seed", "5")
    frame = user.sees(lambda frame: frame.settings.seed == 5)
    assert not np.array_equal(frame.weights, before.weights)
    user.types("Start seed", "0")
    frame = user.sees(lambda frame: frame.settings.seed == 0)
    assert np.array_equal(frame.weights, before.weights)


# What is refused


REFUSED: dict[str, dict[str, tuple[str, ...]]] = {
    "Per class": {
        "at least 1, not": ("0", "-1"),
        "Type a whole number": ("1.5", "many", "nan", ""),
        "would need 52.2 GiB of memory; choose at most": ("1000000000",),
        "GiB of memory": ("1e300",),
    },
    "Mean, class 0": {"Type two numbers": ("1", "1, 2, 3", "a, b", "nan, 0", "inf 0")},
    "Mean, class 1": {"between -1000000 and 1000000": ("1e9, 0",)},
    "Covariance": {
        "may be at most 1 in size, not 2": ("1 2; 2 1",),
        "must be the same number": ("1 0.5; 0.4 1",),
        "A variance is never negative": ("-1 0; 0 1",),
        "Type two rows of two numbers": ("1 0.5", "1 2 3; 4 5 6", "nan 0; 0 1"),
    },
    "Seed": {"from 0 to 2147483647": ("-1", "2147483648")},
    "W": {"Type two numbers": ("nan, 1", "1", "1, 2, 3", "x, y", "inf, 0"), "finite": ("1e+39, 0",)},
    "b": {"Type a finite number": ("nan", "x", ""), "finite": ("-1e+39",)},
    "Start seed": {"from 0 to 2147483647": ("-1", "2147483648")},
    "Learning rate": {
        "Type a finite number": ("nan", "inf", "-inf", "1e999", "fast", ""),
        "The learning rate must be a number above 0": ("0", "-0.1", "1e-60"),
        "decimal point: 0.1": ("0,1",),
    },
    "Batch": {
        "at least 1, not": ("0", "-16"),
        "A batch of 41 is more than the 40 points that there are": ("41",),
        "Type a whole number of points": ("few",),
    },
    "Stop after": {"Type a number of steps": ("0", "-40", "soon", "1.5")},
}
"""By field: what the sentence says, and the texts that it is said of."""


def says(user: User, field: str, reason: str) -> bool:
    """Whether that stands below the field."""
    return reason in user.reason(field)


def shows(user: User, field: str, text: str) -> bool:
    """Whether that stands in the field."""
    return user.text(field) == text


def test_what_cannot_be_is_refused_beside_its_field(user: User) -> None:
    failures: list[Problem] = []
    user.tab.failed.connect(failures.append)
    plays_to(user, 40)
    before = user.sees(lambda frame: len(frame.accuracies.steps) == 41)  # the last frame that comes by itself
    refused = [
        (field, reason, text) for field in REFUSED for reason in REFUSED[field] for text in REFUSED[field][reason]
    ]
    for field, reason, text in refused:
        shown = user.text(field)
        user.types(field, text)
        user.waits_until(partial(says, user, field, reason))  # some are refused by the engine
        assert user.reason(field).endswith(".")
        assert user.reasons() == [user.reason(field)]
        assert user.text(field) == text
        assert QApplication.activeModalWidget() is None
        user.presses(Key.Key_Escape)
        user.waits_until(partial(shows, user, field, shown))  # of what the engine refused, with the next frame
        assert user.reasons() == []
        after = user.frame
        assert (after.run, after.position, after.edits) == (1, 40, ())
        assert (after.settings, after.data) == (before.settings, before.data)
        assert np.array_equal(after.history.weights, before.history.weights)
    assert failures == []


def test_what_a_field_is_not_to_blame_for_stays_with_the_other(open_training: Open) -> None:
    user = open_training(batch_size=16)
    user.sees(lambda frame: frame.position == 0)
    user.types("Per class", "5")
    assert user.reason("Per class") == "A batch of 16 is more than the 10 points that there are."
    assert user.text("Batch") == "16"
    user.presses(Key.Key_Escape)
    user.types("Batch", "10")
    user.types("Per class", "5")
    assert len(user.sees(lambda frame: frame.position == 0 and len(frame.dataset) == 10).dataset) == 10


def test_an_optimizer_that_is_gone_gives_way(open_training: Open) -> None:
    user = open_training(optimizer="Forgotten")
    frame = user.sees(lambda frame: frame.position == 0)
    assert frame.settings.optimizer == "manual"
    assert user.reasons() == []


# Divergence


def test_a_run_that_diverges_says_when_why_and_what_to_do_and_can_go_on(user: User) -> None:
    failures: list[Problem] = []
    recovered: list[bool] = []
    user.tab.failed.connect(failures.append)
    user.tab.recovered.connect(lambda: recovered.append(True))
    user.types("Learning rate", "50")
    user.tab.setFocus()
    user.presses(Key.Key_Space)
    frame = user.sees(lambda frame: frame.position > 0 and not frame.playing)
    step = frame.position
    assert len(failures) == 1
    assert str(failures[0]) == (
        f"The loss at step {step} is no longer finite: with a learning rate of 50 each step overshoots further. "
        "Go back and try 5."
    )
    assert np.isfinite(frame.history.loss).all()
    assert recovered == []
    user.presses(Key.Key_Left)
    user.sees(lambda frame: frame.position == step - 1)
    assert recovered == [True]
    user.presses(Key.Key_Home)
    user.sees(lambda frame: frame.position == 0)
    user.types("Learning rate", "0.1")
    frame = plays_to(user, 40)
    assert np.isfinite(frame.history.loss).all()
    assert [len(ghost.loss) for ghost in frame.ghosts] == [step]
    assert len(failures) == 1


def test_stepping_into_a_loss_that_is_not_finite_is_said_too(user: User, qtbot: QtBot) -> None:
    failures: list[Problem] = []
    user.tab.failed.connect(failures.append)
    user.types("W", "1e30, 1e30")
    user.sees(lambda frame: frame.weights[0, 0] > 1)
    user.tab.setFocus()
    user.presses(Key.Key_Right)
    qtbot.waitUntil(lambda: len(failures) == 1)
    user.clicks("gradients")
    qtbot.waitUntil(lambda: len(failures) > 1)
    assert all("The loss at step 0 is no longer finite" in str(failure) for failure in failures)
    assert user.frame.position == 0

"""The training tab says in words where the line lies and what each phase of a step did."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from frames import make_frame

from engine.datasets import Dataset
from engine.protocol import Frame
from engine.training import Session, Settings
from engine.training.feature_plane import plane_of
from gui.tabs.training import words


@pytest.mark.parametrize(
    ("weights", "bias", "equation"),
    [
        ((1, -1), 0.5, "y = 1·x + 0"),
        ((-2, 1), -3, "y = 2·x + 3.5"),
        ((1, 2), 1, "y = −0.5·x − 0.25"),
        ((0, 1), 0, "y = 0·x + 0.5"),
        ((2, 0), 0, "x = 0.25"),
        ((0, 0), 0, ""),
        ((float("nan"), 1), 0, ""),
        ((float("inf"), 1), 0, ""),
    ],
)
def test_the_line_as_an_equation(dataset: Dataset, weights: Sequence[float], bias: float, equation: str) -> None:
    assert words.line_equation(make_frame(dataset, weights, bias), plane_of(dataset)) == equation


@pytest.mark.parametrize(
    ("weights", "part"), [((1, -1), "prediction is 0.5"), ((0, 0), "W is 0"), ((float("nan"), 1), "no longer finite")]
)
def test_why_there_is_no_line(dataset: Dataset, weights: Sequence[float], part: str) -> None:
    sentence = words.about_line(make_frame(dataset, weights), plane_of(dataset))
    assert part in sentence
    assert sentence.endswith(".")


def inside(dataset: Dataset, count: int, settings: Settings | None = None) -> Frame:
    """The frame after so many phases of the first step."""
    session = Session(dataset, settings)
    phases = tuple(phase for phase, _ in zip(session.phases(), range(count), strict=False))
    return make_frame(dataset, session.weights[:, 0], inside=phases, settings=session.settings)


@pytest.mark.parametrize(
    ("phases", "parts"),
    [
        (0, ("⇧→ runs one phase", "⇧← goes back")),
        (1, ("all 40 points",)),
        (2, ("multiplied by W and b is added", "40 predictions", "Above 0.5")),
        (3, ("squared", "mean of these 40")),
        (4, ("Mean → Square → Sub → AddV2 → MatMul",)),
        (5, ("learning rate 0.1", "The step is taken")),
    ],
)
def test_what_each_phase_did(dataset: Dataset, phases: int, parts: tuple[str, ...]) -> None:
    sentence = words.about_step(inside(dataset, phases))
    assert all(part in sentence for part in parts), sentence
    assert sentence.endswith(".")


def test_the_loss_that_is_told_is_the_one_that_tensorflow_computed(dataset: Dataset) -> None:
    frame = inside(dataset, 3)
    assert f"is the loss: {float(frame.inside[-1].tensors['loss']):.4g}." in words.about_step(frame)


def test_a_batch_and_another_optimizer_have_words_of_their_own(dataset: Dataset) -> None:
    settings = Settings(optimizer="Adam", batch_size=16)
    assert "learns from 16 points" in words.about_step(inside(dataset, 1, settings))
    assert words.about_step(inside(dataset, 5, settings)).startswith("Adam made the move")

"""The histories that changes and resets leave behind, and how each came about, so that it can be trained again."""

from __future__ import annotations

from dataclasses import dataclass, replace

from engine.errors import QT_TRANSLATE_NOOP, InputError
from engine.training.history import HistoryView
from engine.training.records import Edit, FloatArray
from engine.training.settings import Settings

Numbers = tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Course:
    """What made a history, step by step: with the same data, it makes the same one again, to the last digit.

    settings: with the learning rate at step 0. weights, bias: the parameters before step 0. learning_rates, edits,
    ways: as of a `Frame`. own_from: as of a `HistoryView`. Raises `InputError` for what cannot have been.
    """

    settings: Settings
    weights: Numbers
    bias: Numbers
    learning_rates: tuple[tuple[int, float], ...] = ()
    edits: tuple[tuple[int, Numbers, Numbers], ...] = ()
    ways: tuple[tuple[int, bool], ...] = ()
    steps: int = 0
    own_from: int = 0

    def __post_init__(self) -> None:
        if not 0 <= self.own_from <= self.steps:
            template = QT_TRANSLATE_NOOP("engine", "A run of {steps} steps, its own from step {own} on, cannot be.")
            raise InputError("ghosts", template, steps=self.steps, own=self.own_from)


@dataclass(frozen=True, slots=True)
class Ghost:
    """A history that was left behind. view: None until it has been trained again."""

    course: Course
    view: HistoryView | None


def course_of(
    settings: Settings,
    history: HistoryView,
    rates: list[tuple[int, float]],
    edits: list[Edit],
    ways: list[tuple[int, bool]],
) -> Course:
    """How this history came about."""
    rate = rates[0][1] if rates else settings.learning_rate
    return Course(
        replace(settings, learning_rate=rate),
        numbers(history.weights[0]),
        numbers(history.bias[0]),
        tuple(rates),
        tuple((edit.step, numbers(edit.weights), numbers(edit.bias)) for edit in edits),
        tuple(ways),
        len(history.loss),
        history.own_from,
    )


def numbers(values: FloatArray) -> Numbers:
    """One after the other; a float64 holds a float32 exactly."""
    return tuple(values.reshape(-1).tolist())

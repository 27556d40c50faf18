"""The runs that were left last, whole: what is undone soon after need not be trained again."""

from __future__ import annotations

from dataclasses import dataclass

from engine.datasets import Dataset, Recipe
from engine.protocol import Restore
from engine.training.ghosts import Course, numbers
from engine.training.history import HistoryView
from engine.training.session import Session, Story

MOST_RUNS = 8
MOST_NUMBERS = 60_000_000
"""Of the data and of what was recorded, together: a quarter of a gigabyte."""


@dataclass(frozen=True, slots=True)
class _Run:
    course: Course
    data: Recipe
    session: Session
    story: Story

    @property
    def size(self) -> int:
        """How many numbers it holds, about."""
        rows, features = self.session.dataset.inputs.shape
        return int(rows * features + (features + 2) * len(self.story.history))


class Shelf:
    """The newest runs, as many as there is room for. Taken from it, a run goes on as if it had never been left."""

    def __init__(self) -> None:
        self._runs: list[_Run] = []

    def put(self, session: Session, data: Recipe) -> None:
        """The session is about to be left, or to be reset."""
        self._runs.append(_Run(session.course, data, session, session.story()))
        while self._runs and (len(self._runs) > MOST_RUNS or sum(run.size for run in self._runs) > MOST_NUMBERS):
            del self._runs[0]

    def take(self, wanted: Restore) -> Session | None:
        """The session with the run that is wanted, at its end; None where it has to be trained again."""
        for index, run in enumerate(self._runs):
            if run.data == wanted.data and _is_wanted(run, wanted):
                del self._runs[index]
                run.session.resume(run.story)
                return run.session
        return None

    def known_histories(self, dataset: Dataset) -> dict[Course, HistoryView | None]:
        """Of those that were trained on these data."""
        return {run.course: run.story.history.view for run in self._runs if run.session.dataset is dataset}


def _is_wanted(run: _Run, wanted: Restore) -> bool:
    course = run.course
    drawn = tuple(map(numbers, run.session.drawn_start))
    start = (wanted.weights, wanted.bias) if wanted.weights else drawn
    return (
        (course.settings, course.weights, course.bias) == (wanted.settings, *start)
        and (course.learning_rates, course.edits) == (wanted.learning_rates, wanted.edits)
        and (course.ways, course.steps) == (wanted.ways, wanted.steps)
    )

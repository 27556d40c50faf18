"""The guide's engine: runs the programs of questions, one after the other."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from engine.lessons.answering import Outcome, run_question
from engine.lessons.lesson import Question
from engine.loading import load_tensorflow


@dataclass(frozen=True, slots=True)
class Ask:
    """Run the program of this question. number: of the asking, for the answer to name."""

    number: int
    question: Question


@dataclass(frozen=True, slots=True)
class Answered:
    """What became of the program that was asked for under this number."""

    number: int
    outcome: Outcome


class LessonLaboratory:
    """Keeps nothing between two programs. `tell` is called with every event."""

    def __init__(self, tell: Callable[[Answered], None]) -> None:
        self._tell = tell

    def start(self) -> None:
        """Loads TensorFlow."""
        load_tensorflow()

    def obey(self, command: Ask) -> None:
        """Runs a program, and tells what came of it."""
        self._tell(Answered(command.number, run_question(command.question)))

    def work(self) -> float | None:
        """There is nothing to do between commands."""
        return None

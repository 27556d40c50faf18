"""What a project keeps of the training tab."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from pathlib import Path

from engine.datasets import Recipe
from engine.errors import QT_TRANSLATE_NOOP, InputError
from engine.protocol import Frame, Restore
from engine.training.ghosts import Course, numbers
from engine.training.records import PHASES
from engine.training.timeline import MOST_GHOSTS
from gui.settings import TrainingChoices

MOST_STEPS = 50_000_000
"""Of a run: what a gigabyte holds."""

Numbers = tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Run:
    """What was done, so that it can be done again: fields as of `engine.protocol.Restore`.

    rate: the learning rate at step 0. Raises `InputError` for what cannot have been.
    """

    rate: float
    weights: Numbers = ()
    bias: Numbers = ()
    learning_rates: tuple[tuple[int, float], ...] = ()
    edits: tuple[tuple[int, Numbers, Numbers], ...] = ()
    ways: tuple[tuple[int, bool], ...] = ()
    steps: int = 0
    position: int = 0
    phases: int = 0
    own_from: int = 0

    def __post_init__(self) -> None:
        fits = 0 <= self.position <= self.steps <= MOST_STEPS and 0 <= self.phases <= len(PHASES)
        fits = fits and 0 <= self.own_from <= self.steps
        if not fits or bool(self.weights) != bool(self.bias):
            template = QT_TRANSLATE_NOOP("engine", "The run of {steps} steps, looked at after {position}, cannot be.")
            raise InputError("steps", template, steps=self.steps, position=self.position)

    @staticmethod
    def of(frame: Frame) -> Run | None:
        """Of the run that is shown; None where nothing was done yet."""
        steps = min(len(frame.history.loss), MOST_STEPS)
        if not steps and not frame.inside and not frame.edits and frame.start is None:
            return None
        rates = frame.learning_rates
        return Run(
            rates[0][1] if rates else frame.settings.learning_rate,
            *(numbers(frame.start[0]), numbers(frame.start[1])) if frame.start is not None else ((), ()),
            rates,
            tuple((edit.step, numbers(edit.weights), numbers(edit.bias)) for edit in frame.edits),
            frame.ways,
            steps,
            min(frame.position, steps),
            len(frame.inside),
            min(frame.history.own_from, steps),
        )


@dataclass(frozen=True, slots=True)
class TrainingState:
    """The choices, and what was done with them; None for nothing yet.

    Of a table of the user's own there are the path, and a digest of what was learned from; one that was pasted is
    here as a whole.

    ghosts: how the histories came about that were left behind. They are trained again, as the run is, and not kept as
    numbers: that gives them to the last digit too, and ten million steps take no more room in the file than one. Raises
    `InputError` for more than memory holds.
    """

    choices: TrainingChoices = field(default_factory=TrainingChoices)
    run: Run | None = None
    ghosts: tuple[Course, ...] = ()

    def __post_init__(self) -> None:
        steps = sum(ghost.steps for ghost in self.ghosts)
        if steps > MOST_STEPS or len(self.ghosts) > MOST_GHOSTS:
            template = QT_TRANSLATE_NOOP("engine", "{count} earlier runs of {steps} steps are more than TapeLab keeps.")
            raise InputError("ghosts", template, count=len(self.ghosts), steps=steps)

    @staticmethod
    def of(choices: TrainingChoices, frame: Frame | None) -> TrainingState:
        """Of what is seen; None for nothing yet."""
        if frame is None:
            return TrainingState(choices)
        ghosts = frame.ghost_courses
        while sum(ghost.steps for ghost in ghosts) > MOST_STEPS:
            ghosts = ghosts[1:]
        return TrainingState(choices, Run.of(frame), ghosts)

    def beside(self, folder: Path) -> TrainingState:
        """As it is in a project in this folder: see `OwnChoices.near`."""
        data = self.choices.data
        near = data.own.near(folder) if data.is_own else data.own
        if near is data.own:
            return self
        return replace(self, choices=replace(self.choices, data=replace(data, own=near)))

    def command(self, number: int, recipe: Recipe) -> Restore:
        """What does it again with these data, which are those of the choices."""
        settings = self.choices.settings()
        run = self.run or Run(settings.learning_rate)
        return Restore(
            number,
            recipe,
            replace(settings, learning_rate=run.rate),
            run.weights,
            run.bias,
            run.learning_rates,
            run.edits,
            run.ways,
            run.steps,
            run.position,
            run.phases,
            settings.learning_rate,
            run.own_from,
            self.ghosts,
        )

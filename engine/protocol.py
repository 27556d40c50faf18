"""What the window and the training engine say to each other: commands in, events out, all immutable."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from engine.datasets import Dataset, Recipe
from engine.errors import Problem
from engine.keras_lab.catalogue.specification import Spec
from engine.training.accuracy import AccuracyView
from engine.training.ghosts import Course
from engine.training.history import HistoryView
from engine.training.records import Edit, FloatArray, Phase
from engine.training.settings import Settings

# Commands


@dataclass(frozen=True, slots=True)
class Load:
    """Make the data and start at step 0, with the same first weights as before unless the settings' seed is new."""

    run: int
    data: Recipe
    settings: Settings


@dataclass(frozen=True, slots=True)
class Play:
    """Train on from here, `steps_per_second` at most (None: flat out), up to the step `stop_at` (None: for ever)."""

    steps_per_second: float | None
    stop_at: int | None


@dataclass(frozen=True, slots=True)
class Pause:
    """Stop training after the step in hand."""


@dataclass(frozen=True, slots=True)
class Step:
    """Pause, and take one step."""


@dataclass(frozen=True, slots=True)
class StepInside:
    """Pause, and run the next phase of a step; the fifth phase ends the step."""


@dataclass(frozen=True, slots=True)
class Back:
    """Pause, and go back: by a phase inside a step, otherwise by a step."""

    inside: bool = False


@dataclass(frozen=True, slots=True)
class Seek:
    """Pause, and look at this step."""

    position: int


@dataclass(frozen=True, slots=True)
class Reset:
    """Back to step 0 with the same start."""

    run: int


@dataclass(frozen=True, slots=True)
class SetLearningRate:
    """From here on, learn at this rate."""

    learning_rate: float


@dataclass(frozen=True, slots=True)
class SetWeights:
    """Put these parameters in place of the present ones: (features, 1) and (1,)."""

    weights: FloatArray
    bias: FloatArray


@dataclass(frozen=True, slots=True)
class ForgetGhosts:
    """Drop the curves that earlier branches and runs have left."""


@dataclass(frozen=True, slots=True)
class DescribeOptimizer:
    """Tell what arguments this optimizer of Keras's takes; `OptimizerDescribed` answers."""

    name: str


@dataclass(frozen=True, slots=True)
class Drawn:
    """The last frame is on the screen; the next one may come."""


@dataclass(frozen=True, slots=True)
class Restore:
    """Make the data, start from these parameters, and train as it was done once before, step by step.

    settings: those at step 0, with the learning rate that came first. weights, bias: what `Reset` goes back to,
    (features,) and of one number; empty for those that the seed draws. learning_rates, edits: as of a `Frame`; the
    weights and the bias of an edit are tuples here. ways: (step, whether from that step on a compiled block took the
    steps), since a block and a tape differ in the last digit. steps: how many to take. position, phases: where to look
    then, and how many phases of that step to run. rate: the learning rate for the steps to come. own_from: as of a
    `HistoryView`. ghosts: how those that were left behind came about, the oldest first; they are trained again when
    nothing else is to be done.
    """

    run: int
    data: Recipe
    settings: Settings
    weights: tuple[float, ...]
    bias: tuple[float, ...]
    learning_rates: tuple[tuple[int, float], ...]
    edits: tuple[tuple[int, tuple[float, ...], tuple[float, ...]], ...]
    ways: tuple[tuple[int, bool], ...]
    steps: int
    position: int
    phases: int
    rate: float
    own_from: int = 0
    ghosts: tuple[Course, ...] = ()


Command = (
    Load
    | Restore
    | Play
    | Pause
    | Step
    | StepInside
    | Back
    | Seek
    | Reset
    | SetLearningRate
    | SetWeights
    | ForgetGhosts
    | DescribeOptimizer
    | Drawn
)

# Events


@dataclass(frozen=True, slots=True)
class Ready:
    """TensorFlow is loaded; these optimizers can be chosen besides "manual"."""

    tensorflow_version: str
    optimizers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class OptimizerDescribed:
    """What the optimizer can be given besides its learning rate."""

    spec: Spec


@dataclass(frozen=True, slots=True)
class Frame:
    """All that the training tab shows, at one moment; a later frame needs none of the earlier ones.

    `loss`, `accuracy`, `wrong` and `predicted` speak of all the data under `weights` and `bias`, the parameters
    before step `position`. `history` reaches to the newest step, also while an earlier one is looked at.
    `inside` holds the phases so far of a step that is being taken apart, empty otherwise.
    `learning_rates` are (step, rate) pairs: from which step on which rate was used; `edits` the parameters that were
    put in by hand. `accuracies` follows the accuracy over the run. `start` holds the parameters that `Reset` goes back
    to, None where they are those that the seed draws; `ways` says from which step on a compiled block took the steps.
    `restoring`: whether a `Restore` is under way. `ghost_courses` says how the ghosts came about, those too that a
    `Restore` has still to train.
    """

    run: int
    data: Recipe
    dataset: Dataset
    settings: Settings
    position: int
    history: HistoryView
    ghosts: tuple[HistoryView, ...]
    weights: FloatArray
    bias: FloatArray
    loss: float
    accuracy: float
    wrong: int
    predicted: NDArray[np.bool_]
    inside: tuple[Phase, ...]
    learning_rates: tuple[tuple[int, float], ...]
    edits: tuple[Edit, ...]
    accuracies: AccuracyView
    playing: bool
    steps_per_second: float
    start: tuple[FloatArray, FloatArray] | None = None
    ways: tuple[tuple[int, bool], ...] = ()
    restoring: bool = False
    ghost_courses: tuple[Course, ...] = ()


@dataclass(frozen=True, slots=True)
class Failed:
    """What was asked could not be done; the state is as the last frame shows it. `field` names the setting at fault."""

    run: int
    problem: Problem
    field: str | None


Event = Ready | OptimizerDescribed | Frame | Failed

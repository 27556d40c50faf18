"""What the Keras tab and its engine say to each other: commands in, events out, all immutable.

What can be chosen in `compile` is said by `engine.keras_lab.catalogue.specification`; this says what is chosen, what is
asked for, and what came of it. Every array is read-only. Epochs count from 1 here: after epoch e the weights are those
that e epochs of training have made, and epoch 0 stands for the first weights.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from engine.datasets import Recipe, TwoGaussians
from engine.errors import Problem
from engine.keras_lab.catalogue.specification import Change, Choice, Custom, Spec, Spelling, TargetForm
from engine.protocol import Drawn
from engine.training.records import FloatArray

# What is chosen: the plan; the defaults are the notes' own

RMSPROP, MEAN_SQUARED_ERROR, ACCURACY = Choice("RMSprop"), Choice("MeanSquaredError"), Choice("accuracy")
CLOUDS = TwoGaussians()


@dataclass(frozen=True, slots=True)
class Layer:
    """A `keras.layers.Dense`. activation: one of the catalogue's, "linear" for none. l1, l2: what
    `keras.regularizers.L1L2` puts on the kernel, 0 for none."""

    units: int = 1
    activation: str = "linear"
    l1: float = 0.0
    l2: float = 0.0


@dataclass(frozen=True, slots=True)
class Compilation:
    """The arguments of `compile`, and how the program spells them: `"rmsprop"` or `keras.optimizers.RMSprop(…)`.

    Where a choice has arguments of its own, the program says it as an object whatever the spelling.
    """

    optimizer: Choice = RMSPROP
    loss: Choice | Custom = MEAN_SQUARED_ERROR
    metrics: tuple[Choice | Custom, ...] = (ACCURACY,)
    spelling: Spelling = "string"


class ValidationKind(StrEnum):
    """HOLD_OUT: points drawn by a seeded permutation, given as `validation_data`. SPLIT: Keras's own
    `validation_split`, which takes the last points as they lie. NONE: every point is trained on."""

    HOLD_OUT = "hold_out"
    SPLIT = "split"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Validation:
    """What is kept from training. share: above 0 and below 1. shuffle_first: for SPLIT, whether the points are
    permuted before they are given to `fit`."""

    kind: ValidationKind = ValidationKind.HOLD_OUT
    share: float = 0.3
    shuffle_first: bool = False


@dataclass(frozen=True, slots=True)
class Plan:
    """Everything that decides what the model is before it is trained. A change of any of it starts anew.

    targets: what stands in the targets for a point of class c. seed: of `keras.utils.set_random_seed` and of the
    permutation that holds points out.
    """

    data: Recipe = CLOUDS
    layers: tuple[Layer, ...] = (Layer(),)
    compilation: Compilation = Compilation()
    targets: TargetForm = TargetForm.ZERO_ONE
    validation: Validation = Validation()
    seed: int = 0


@dataclass(frozen=True, slots=True)
class EarlyStop:
    """`keras.callbacks.EarlyStopping`. monitor: a key of the history, as in "val_loss"."""

    monitor: str = "val_loss"
    patience: int = 2
    restore_best_weights: bool = True


@dataclass(frozen=True, slots=True)
class Fitting:
    """The arguments of `fit` that may differ from one call to the next.

    epochs: how many more. early_stop: None for none. keep_best: the key of the history by which
    `keras.callbacks.ModelCheckpoint(save_best_only=True)` keeps the best weights, "" for none.
    """

    epochs: int = 5
    batch_size: int = 16
    early_stop: EarlyStop | None = None
    keep_best: str = ""


# Commands


@dataclass(frozen=True, slots=True)
class Load:
    """Make the data, build the model and compile it; what was trained before is gone. `run` marks the frames that
    speak of it. A plan that does not fit together comes back in the frame's `refusals`, and cannot be trained.

    Where the plan is the present one in the other spelling, and means the same, the model stays as it is trained."""

    run: int
    plan: Plan


@dataclass(frozen=True, slots=True)
class Play:
    """Go on with the `fit` under way; where there is none, call `fit` for `fitting.epochs` more epochs.

    The choices of a `fit` under way stay what they are until it ends."""

    fitting: Fitting


@dataclass(frozen=True, slots=True)
class OneBatch:
    """As `Play`, and pause after one batch."""

    fitting: Fitting


@dataclass(frozen=True, slots=True)
class OneEpoch:
    """As `Play`, and pause when the epoch under way is over, its validation included."""

    fitting: Fitting


@dataclass(frozen=True, slots=True)
class Pause:
    """Let `fit` wait between two batches."""


@dataclass(frozen=True, slots=True)
class Stop:
    """Set `model.stop_training`, so that `fit` returns after the batch in hand. What it cut short counts as an epoch,
    as it does for Keras."""


@dataclass(frozen=True, slots=True)
class LookAtEpoch:
    """Show everything under the weights after this epoch, 0 for the first weights, None for the newest.

    Training goes on from the newest, whatever is looked at."""

    epoch: int | None


@dataclass(frozen=True, slots=True)
class LookAtBest:
    """Show everything under the weights that `keep_best` kept."""


@dataclass(frozen=True, slots=True)
class Evaluate:
    """Call `model.evaluate` on the points held out, or on those trained on, under the weights that are looked at."""

    on_training: bool = False
    batch_size: int = 128


@dataclass(frozen=True, slots=True)
class SetThreshold:
    """From this value of the one output on, a point is said to be of class 1."""

    threshold: float


@dataclass(frozen=True, slots=True)
class Predict:
    """Ask for new points in both ways, `model(x)` and `model.predict(x, batch_size)`.

    points: (n, 2) float32, typed or clicked; None for `count` random ones over the plot, drawn from `seed`.
    """

    points: FloatArray | None = None
    count: int = 1_000_000
    seed: int = 0
    batch_size: int = 128


@dataclass(frozen=True, slots=True)
class SideBySide:
    """Train the scratch loop of the training tab and Keras, from the same weights, on the same batches, with the same
    optimizer, and compare every loss."""

    optimizer: str = "SGD"
    learning_rate: float = 0.01
    batch_size: int = 16
    epochs: int = 5


@dataclass(frozen=True, slots=True)
class SaveModel:
    """Write the model, with the weights that are looked at, to this `.keras` file."""

    path: str


@dataclass(frozen=True, slots=True)
class LoadModel:
    """Read a model from a `.keras` file, its layers and weights, after checking it; the rest of the plan stays."""

    run: int
    path: str


@dataclass(frozen=True, slots=True)
class FitDone:
    """A call of `fit` as far as it went: batches and epochs that are over in it, whether it has returned, and whether
    that was because of `Stop`."""

    fitting: Fitting
    batches: int
    epochs: int
    is_over: bool
    is_stopped: bool


@dataclass(frozen=True, slots=True)
class FirstWeights:
    """One of the model's first variables, where a file gave them: its shape, and its numbers row by row."""

    shape: tuple[int, ...]
    values: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Restore:
    """As `Load`, and train the model again as it was trained once before, then look where was looked.

    path, weights: of the file that gave the first weights, and what it gave; "" and empty for none.
    """

    run: int
    plan: Plan
    path: str
    weights: tuple[FirstWeights, ...]
    fits: tuple[FitDone, ...]
    looked_at: int | None
    looks_at_best: bool
    threshold: float | None


Command = (
    Load
    | Restore
    | Play
    | OneBatch
    | OneEpoch
    | Pause
    | Stop
    | LookAtEpoch
    | LookAtBest
    | Evaluate
    | SetThreshold
    | Predict
    | SideBySide
    | SaveModel
    | LoadModel
    | Drawn
)

# What is shown


@dataclass(frozen=True, slots=True)
class Points:
    """The data. inputs: (n, 2) float32. classes: (n,) int64, from 0. held_out: (n,) bool, the points that validate.

    extent: left, right, bottom, top of a plot that shows them all."""

    inputs: FloatArray
    classes: NDArray[np.int64]
    class_count: int
    held_out: NDArray[np.bool_]
    extent: tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class SummaryRow:
    """A line of `model.summary()`. output_shape: None stands for the number of points, which is free."""

    name: str
    kind: str
    output_shape: tuple[int | None, ...]
    parameters: int


@dataclass(frozen=True, slots=True)
class Summary:
    """The model as Keras describes it. text: `model.summary()` itself."""

    rows: tuple[SummaryRow, ...]
    parameters: int
    bytes: int
    text: str


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why the plan cannot be trained, told beside `field`: "loss", "metrics", "optimizer", "layers", "targets".

    at: which of the metrics or of the layers, None where that says nothing. change, plan: what a click on the offer
    would set, and the plan that would then be loaded; remedy: the words on it. None where no offer would help."""

    problem: Problem
    field: str
    at: int | None = None
    change: Change | None = None
    plan: Plan | None = None
    remedy: Problem | None = None


@dataclass(frozen=True, slots=True)
class Notice:
    """Something worth knowing that stops nothing, as in: the held-out points are all of one class.

    plan: what a click on the offer would load, None where there is nothing to offer. about: what it speaks of, which
    points validate, or what `fit`'s figures are."""

    problem: Problem
    plan: Plan | None = None
    about: Literal["validation", "figures"] = "validation"


@dataclass(frozen=True, slots=True)
class Curves:
    """The figures of training, append-only.

    names: "loss", then the metrics, as Keras calls them.
    batch_means: (b, names) float32, what `fit` says at each batch, which is the mean since the epoch began.
    batch_losses: (b,) float32, the loss of each batch alone, worked out from those means.
    epoch_ends: (e,) int64, how many batches there were when each epoch was over.
    training: (e, names) float32, what `fit` says of each epoch: means over weights that changed meanwhile.
    validation: (e, names) float32, what it says of the points held out; NaN where there are none.
    evaluated: (k, names) float32, k <= e, what `evaluate` says of the training points under the weights after each
    epoch; worked out while nothing is trained.
    """

    names: tuple[str, ...]
    batch_means: FloatArray
    batch_losses: FloatArray
    epoch_ends: NDArray[np.int64]
    training: FloatArray
    validation: FloatArray
    evaluated: FloatArray


class State(StrEnum):
    """READY: no `fit` is under way. RUNNING, PAUSED: one is. FINISHED, STOPPED, STOPPED_EARLY, DIVERGED: the last one
    has returned, as asked, by `Stop`, by `EarlyStopping`, because the loss was no longer finite."""

    REFUSED = "refused"
    READY = "ready"
    RUNNING = "running"
    PAUSED = "paused"
    FINISHED = "finished"
    STOPPED = "stopped"
    STOPPED_EARLY = "stopped_early"
    DIVERGED = "diverged"


@dataclass(frozen=True, slots=True)
class Progress:
    """Where `fit` stands. epoch: of how many `epochs` so many are over; batch: of `batches` in the one under way.

    seconds_left: of the `fit` under way, None where that is not known. batches_per_second: what was reached lately."""

    state: State
    epoch: int
    epochs: int
    batch: int
    batches: int
    seconds_left: float | None
    batches_per_second: float


@dataclass(frozen=True, slots=True)
class Region:
    """What the model makes of the plane, on a grid of points at the middles of its cells.

    number: differs from that of every other region, so that a picture is painted once. extent: left, right, bottom,
    top. outputs: (rows, columns, outputs) float32, the model's own; row 0 lies at the bottom.
    classes: (rows, columns) uint8, the class that is said there. strength: (rows, columns) float32 from 0 to 1, how
    far the answer is from the nearest other one, to shade by.
    """

    number: int
    extent: tuple[float, float, float, float]
    outputs: FloatArray
    classes: NDArray[np.uint8]
    strength: FloatArray


@dataclass(frozen=True, slots=True)
class Results:
    """What the weights looked at make of the points held out (of all points where none are).

    on_training: whether they are the points that were trained on. confusion: (classes, classes) int64, row: the true
    class, column: what was said. accuracy: the share of right answers. scores: what the threshold applies to, lowest
    and highest; None with more than one output.
    roc: (k, 2) float32, false and true positive rates, for two classes; None otherwise. roc_thresholds: (k,).
    area: under that curve.
    """

    on_training: bool
    confusion: NDArray[np.int64]
    accuracy: float
    scores: tuple[float, float] | None
    roc: FloatArray | None
    roc_thresholds: FloatArray | None
    area: float | None


@dataclass(frozen=True, slots=True)
class Evaluation:
    """What `model.evaluate` returned. returned: a list, or one number where there are no metrics. text: as Python
    prints it. call: the line that was run. epoch: whose weights, None for those in the middle of an epoch."""

    call: str
    returned: tuple[float, ...] | float
    names: tuple[str, ...]
    text: str
    on_training: bool
    epoch: int | None


@dataclass(frozen=True, slots=True)
class Answer:
    """One of the two ways to ask. returned: type, shape and dtype, as in "EagerTensor (3, 1) float32".

    seconds: None where it was not carried out. peak_bytes: the highest memory beyond what the process had before.
    measured: whether `peak_bytes` was measured by the system; False where it is the sum of the tensors' sizes."""

    call: str
    returned: str
    seconds: float | None
    peak_bytes: int | None
    measured: bool


@dataclass(frozen=True, slots=True)
class Inference:
    """Both ways to ask, on the same new points.

    points: (min(n, 2000), 2), outputs: (the same, outputs), classes: (the same,): the first of them, to draw and to
    list. difference: the largest between the two answers, None until both are there. share_done: from 0 to 1.
    problem: why one of them was not carried out, None where nothing stopped it.
    """

    count: int
    points: FloatArray
    outputs: FloatArray
    classes: NDArray[np.int64]
    at_once: Answer
    in_batches: Answer
    difference: float | None
    share_done: float
    problem: Problem | None


@dataclass(frozen=True, slots=True)
class Comparison:
    """The scratch loop and Keras. scratch, keras: (steps,) float32, the loss of each batch before its update.

    steps: how many both have taken, of `total`. difference: the largest relative one so far."""

    asked: SideBySide
    scratch: FloatArray
    keras: FloatArray
    total: int
    difference: float


@dataclass(frozen=True, slots=True)
class Program:
    """The complete program. lines: the numbers, from 1, of the lines of each part: "data", "model", "compile", "fit",
    "evaluate", "predict". ran: the part that ran last."""

    text: str
    lines: tuple[tuple[str, tuple[int, ...]], ...]
    ran: str


@dataclass(frozen=True, slots=True)
class Frame:
    """All that the Keras tab shows at one moment; a later frame needs none of the earlier ones.

    refusals: why the plan cannot be trained; empty where it can. fitting: of the `fit` under way, or of the last.
    looked_at: the epoch whose weights `region`, `results` and `weights` show, None for the newest weights; best_epoch:
    the epoch that `keep_best` kept, None for none; looks_at_best: whether its weights are shown.
    weights: kernel (inputs, units) and bias (units,) of each layer in turn.
    fits: all calls of `fit`. loaded_from, first_weights: the file that gave the first weights, and what it gave; "" and
    empty for none. has_own_threshold: whether `threshold` was set. restoring: whether a `Restore` is under way.
    saved_to: the file that holds the model as it is, "" for none. busy: what is under way besides training, "predict",
    "compare", "load", "" for nothing.
    """

    run: int
    plan: Plan
    points: Points
    summary: Summary | None
    refusals: tuple[Refusal, ...]
    notices: tuple[Notice, ...]
    fitting: Fitting
    curves: Curves
    progress: Progress
    looked_at: int | None
    best_epoch: int | None
    looks_at_best: bool
    weights: tuple[FloatArray, ...]
    region: Region | None
    threshold: float
    results: Results | None
    evaluation: Evaluation | None
    inference: Inference | None
    comparison: Comparison | None
    program: Program
    saved_to: str
    busy: str
    fits: tuple[FitDone, ...] = ()
    loaded_from: str = ""
    first_weights: tuple[FloatArray, ...] = ()
    has_own_threshold: bool = False
    restoring: bool = False


# Events


@dataclass(frozen=True, slots=True)
class Ready:
    """Keras is loaded; this can be chosen: optimizers, losses, metrics, schedules and activations."""

    keras_version: str
    catalogue: tuple[Spec, ...]


@dataclass(frozen=True, slots=True)
class Failed:
    """What was asked could not be done; the state is as the last frame shows it.

    field: the setting at fault, as in "epochs", "batch_size", "share", "patience", "units", "l1", "l2", "path",
    "points", "count", or as the catalogue says it, as in "optimizer.learning_rate"; None where it is none.
    at: which of the layers or of the metrics, None where that says nothing.
    """

    run: int
    problem: Problem
    field: str | None
    at: int | None = None


Event = Ready | Frame | Failed

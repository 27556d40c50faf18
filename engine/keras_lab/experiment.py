"""One plan carried out: its points, its model, what `fit` has made of it, and copies to look at and to ask."""

from __future__ import annotations

import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np

from engine.datasets import Dataset
from engine.errors import QT_TRANSLATE_NOOP, InputError, Problem
from engine.keras_lab.building import Model, build, current_weights, summary
from engine.keras_lab.callbacks import Switches
from engine.keras_lab.catalogue.fitting import boundary
from engine.keras_lab.compiling import compile_model, names_of_figures, takes_logits
from engine.keras_lab.curves import Recorder, Weights
from engine.keras_lab.fit_run import FitRun
from engine.keras_lab.fitting import check_fitting
from engine.keras_lab.loading import FoundModel
from engine.keras_lab.noticing import about_division, about_means
from engine.keras_lab.points import divide, points_to_show
from engine.keras_lab.protocol import (
    Comparison,
    Evaluation,
    FitDone,
    Fitting,
    Inference,
    Notice,
    Plan,
    Progress,
    Refusal,
    Region,
    Results,
    State,
    ValidationKind,
)
from engine.keras_lab.refusing import last_layer, refusals
from engine.keras_lab.region import Looker
from engine.keras_lab.results import results
from engine.keras_lab.speed import Speed
from engine.keras_lab.targets import Decision

LIVE_POINTS = 20_000
"""With more points than this, results wait until training does."""


class Diverged(Problem):
    """The loss of a batch is not finite any more."""

    def __init__(self, batch: int) -> None:
        template = QT_TRANSLATE_NOOP(
            "engine",
            "The loss at batch {batch} is no longer finite, so training stopped: each step overshot the one before. "
            "Lower the learning rate and begin anew.",
        )
        super().__init__(template, batch=batch)


class Experiment:
    """Everything that belongs to one plan. Raises `InputError` where the plan cannot be carried out at all.

    Where its parts do not go together, `refusals` says why, and it cannot be trained.
    """

    def __init__(
        self,
        plan: Plan,
        dataset: Dataset | None = None,
        found: FoundModel | None = None,
        clock: Callable[[], float] = time.perf_counter,
    ) -> None:
        """dataset: what the plan's recipe makes, where it is made already. found: a file's model, whose weights are
        taken for the first ones."""
        self.plan = plan
        self._clock = clock
        self.dataset = plan.data.make() if dataset is None else dataset
        self.class_count = self.dataset.class_count
        self.division = divide(self.dataset, plan)
        self.points = points_to_show(self.dataset, self.division.held)
        self._division_notice = about_division(plan, self.dataset, self.division)
        self.model = build(plan.layers, plan.seed)
        self.loaded_from = "" if found is None else found.path
        self.first_weights: Weights = ()
        if found is not None:
            self.model.set_weights(found.weights)
            self.first_weights = current_weights(self.model)
        self.summary = summary(self.model)
        self.refusals: tuple[Refusal, ...] = refusals(plan, self.class_count)
        names: tuple[str, ...] = ("loss",)
        if not self.refusals:
            compile_model(self.model, plan.compilation)
            names = names_of_figures(self.model, self.division)
        self.recorder = Recorder(names, current_weights(self.model))
        logits = takes_logits(plan.compilation.loss)
        self.decision = Decision(self.class_count, plan.targets, logits, plan.layers[-1].units)
        self.threshold = self.decision.threshold
        if not self.refusals:
            middle = boundary(plan.compilation.loss, self.class_count, plan.targets, last_layer(plan))
            self.threshold = self.threshold if middle is None else middle
        self.has_own_threshold = False
        self.evaluation: Evaluation | None = None
        self.inference: Inference | None = None
        self.comparison: Comparison | None = None
        self.saved_to = ""
        self.ran = "compile"
        self.fits: list[FitRun] = []
        self.is_running = False
        self._speed = Speed()
        self._folder: tempfile.TemporaryDirectory[str] | None = None
        self._looker = Looker(build(plan.layers, plan.seed), self.points.extent)
        self._judge: Model | None = None
        self._looked_at: int | None = None
        self._looks_at_best = False
        self._newest: tuple[object, Weights] = (None, ())
        self._region: tuple[object, Region] | None = None
        self._results: tuple[object, Results] | None = None

    def respell(self, plan: Plan) -> bool:
        """Takes this plan for its own, if it is its own in another spelling, and Keras makes the same of both."""
        respelt = replace(self.plan.compilation, spelling=plan.compilation.spelling)
        if self.refusals or plan == self.plan or plan != replace(self.plan, compilation=respelt):
            return False
        other = build(plan.layers, plan.seed)
        compile_model(other, plan.compilation)
        if names_of_figures(other, self.division) != self.recorder.names:
            return False
        self.plan = plan
        return True

    # Training

    @property
    def fit(self) -> FitRun | None:
        """The call of `fit` that is under way."""
        return self.fits[-1] if self.fits and not self.fits[-1].is_over else None

    @property
    def fitting(self) -> Fitting:
        """The choices of the `fit` under way, or of the last."""
        return self.fits[-1].fitting if self.fits else Fitting()

    @property
    def state(self) -> State:
        """How training stands."""
        if self.refusals:
            return State.REFUSED
        if not self.fits:
            return State.READY
        last = self.fits[-1]
        if not last.is_over:
            return State.RUNNING if self.is_running else State.PAUSED
        if last.diverged_at is not None:
            return State.DIVERGED
        if last.stopped_at is not None or last.has_failed:
            return State.STOPPED
        return State.STOPPED_EARLY if last.switches.has_stopped_early else State.FINISHED

    def begin_fit(self, fitting: Fitting) -> None:
        """Calls `fit`; it has not begun before the first `train`. Raises `InputError`, `Diverged`."""
        if self.refusals:
            raise self.refusals[0].problem
        if self.fits and self.fits[-1].diverged_at is not None:
            raise Diverged(self.fits[-1].diverged_at)
        has_validation = self.plan.validation.kind is not ValidationKind.NONE
        check_fitting(fitting, len(self.division.training), self.recorder.names, has_validation)
        earlier = self.fits[-1].switches if self.fits else None
        switches = Switches(fitting, self.model, self._best_file(), earlier)
        plan = self.plan
        run = FitRun(
            self.model, self.division, plan.validation, fitting, self.recorder, plan.seed, switches, self._clock
        )
        self.fits.append(run)
        self.look_at(None)

    @property
    def fits_done(self) -> tuple[FitDone, ...]:
        """All calls of `fit`, as far as they went."""
        ends = [(run.first_batch, run.first_epoch) for run in self.fits[1:]]
        ends.append((self.recorder.batches, self.recorder.epochs))
        return tuple(
            FitDone(
                run.fitting,
                batches - run.first_batch,
                epochs - run.first_epoch,
                run.is_over,
                run.stopped_at is not None,
            )
            for run, (batches, epochs) in zip(self.fits, ends, strict=False)
        )

    def play(self) -> None:
        """Training goes on, with the next `train`."""
        self.is_running = True
        self.ran = "fit"

    def train(self, seconds: float, one_batch: bool, one_epoch: bool) -> None:
        """Lets `fit` run on; see `FitRun.advance`. Raises `Diverged`, or what `fit` raised as a `Problem`."""
        run = self.fits[-1]
        before, begun = self.recorder.batches, self._clock()
        try:
            is_done = run.advance(seconds, one_batch, one_epoch)
        except Problem:
            self.is_running = False
            raise
        if before > 0:  # the first piece is spent on making TensorFlow's graph of a step
            self._speed.add(self._clock() - begun, self.recorder.batches - before)
        if is_done:
            self.is_running = False
        if run.is_over and run.diverged_at is not None:
            self.look_at(max(run.first_epoch, self.recorder.last_finite_epoch))
            raise Diverged(run.diverged_at)

    @property
    def progress(self) -> Progress:
        """Where `fit` stands."""
        speed = self._speed.batches_per_second
        epoch = self.recorder.epochs
        if not self.fits:
            return Progress(self.state, epoch, 0, 0, 0, None, 0.0)
        run = self.fits[-1]
        left = (run.epochs - epoch) * run.batches - run.batch
        seconds = left / speed if speed and not run.is_over else None
        return Progress(self.state, epoch, run.epochs, run.batch, run.batches, seconds, speed)

    def close(self) -> None:
        """Ends the `fit` under way, and removes the files."""
        if self.fit is not None:
            self.fit.close()
        if self._folder is not None:
            self._folder.cleanup()

    def _best_file(self) -> Path:
        if self._folder is None:
            self._folder = tempfile.TemporaryDirectory(prefix="tapelab-")
        return Path(self._folder.name) / "best.keras"

    # Looking

    @property
    def looked_at(self) -> int | None:
        """The epoch whose weights are looked at, None for the newest weights."""
        return self._looked_at

    @property
    def looks_at_best(self) -> bool:
        return self._looks_at_best

    @property
    def best_epoch(self) -> int | None:
        """The epoch whose weights are kept as the best."""
        return self.fits[-1].switches.best_epoch if self.fits else None

    @property
    def notices(self) -> tuple[Notice, ...]:
        """What is worth knowing now."""
        found = self._division_notice, about_means(self.recorder.view, self.epoch)
        return tuple(notice for notice in found if notice is not None)

    def look_at(self, epoch: int | None) -> None:
        """Looks under the weights after that epoch, None for the newest. Raises `InputError`."""
        if epoch is not None:
            self.recorder.weights_after(epoch)
        self._looked_at, self._looks_at_best = epoch, False

    def look_at_best(self) -> None:
        """Looks under the best weights. Raises `Problem` where none are kept."""
        if self.best_epoch is None:
            raise Problem(QT_TRANSLATE_NOOP("engine", "No best weights are kept yet: switch that on and train."))
        self._looked_at, self._looks_at_best = self.best_epoch, True

    @property
    def weights(self) -> Weights:
        """Those that are looked at."""
        if self._looks_at_best and self.fits[-1].switches.best_weights is not None:
            return self.fits[-1].switches.best_weights
        if self._looked_at is not None:
            return self.recorder.weights_after(self._looked_at)
        moment = self.recorder.batches, self.fit is None
        if self._newest[0] != moment:
            self._newest = moment, current_weights(self.model)
        return self._newest[1]

    @property
    def epoch(self) -> int | None:
        """The epoch after which the weights that are looked at stood, None for those within an epoch."""
        if self._looked_at is not None:
            return self._looked_at
        return self.recorder.epochs if self.fit is None or self.fit.batch == 0 else None

    def region(self) -> Region:
        """What the weights make of the plane."""
        weights = self.weights
        if self._region is None or self._region[0] != (id(weights), self.threshold):
            self._looker.hold(weights)
            self._region = (id(weights), self.threshold), self._looker.region(self.decision, self.threshold)
        return self._region[1]

    def results(self) -> Results:
        """What they make of the points held out, or of all where none are."""
        rows = self.division.held if len(self.division.held) else self.division.training
        weights = self.weights
        moment = id(weights), self.threshold
        is_late = self._results is not None and self.is_running and len(rows) > LIVE_POINTS
        if self._results is None or (self._results[0] != moment and not is_late):
            self._looker.hold(weights)
            outputs = self._looker.outputs(self.dataset.inputs[rows])
            on_training = not len(self.division.held)
            found = results(outputs, self.dataset.classes[rows], self.decision, self.threshold, on_training)
            self._results = moment, found
        return self._results[1]

    def set_threshold(self, threshold: float) -> None:
        """From this output on, a point is said to be of class 1."""
        if isinstance(threshold, bool) or not isinstance(threshold, int | float) or not np.isfinite(threshold):
            template = QT_TRANSLATE_NOOP("engine", "The threshold is a number such as 0.5, not {value}.")
            raise InputError("threshold", template, value=threshold)
        self.threshold = float(threshold)
        self.has_own_threshold = True

    def judge(self, weights: Weights | None = None) -> Model:
        """A compiled copy with these weights, or those looked at: what is asked of it disturbs no training."""
        if self._judge is None:
            self._judge = build(self.plan.layers, self.plan.seed)
            if not self.refusals:
                compile_model(self._judge, self.plan.compilation)
        for variable, values in zip(self._judge.weights, weights or self.weights, strict=True):
            variable.assign(values)
        return self._judge

"""Puts together all that the Keras tab shows at one moment."""

from __future__ import annotations

from functools import lru_cache

from engine.errors import InputError
from engine.keras_lab.experiment import Experiment
from engine.keras_lab.fit_run import FitRun
from engine.keras_lab.protocol import Fitting, Frame, Plan, Program
from engine.keras_lab.script import Fit, program


def frame(run: int, experiment: Experiment, busy: str, restoring: bool = False) -> Frame:
    """The frame of this moment. busy: what is being answered, "" for nothing."""
    return Frame(
        run=run,
        plan=experiment.plan,
        points=experiment.points,
        summary=experiment.summary,
        refusals=experiment.refusals,
        notices=experiment.notices,
        fitting=experiment.fitting,
        curves=experiment.recorder.view,
        progress=experiment.progress,
        looked_at=experiment.looked_at,
        best_epoch=experiment.best_epoch,
        looks_at_best=experiment.looks_at_best,
        weights=experiment.weights,
        region=experiment.region(),
        threshold=experiment.threshold,
        results=experiment.results(),
        evaluation=experiment.evaluation,
        inference=experiment.inference,
        comparison=experiment.comparison,
        program=script(experiment),
        saved_to=experiment.saved_to,
        busy=busy,
        fits=experiment.fits_done,
        loaded_from=experiment.loaded_from,
        first_weights=experiment.first_weights,
        has_own_threshold=experiment.has_own_threshold,
        restoring=restoring,
    )


def script(experiment: Experiment) -> Program:
    """The program of all that was done; where nothing was trained yet, of the `fit` that would come next."""
    fits = tuple(_fit(fit) for fit in experiment.fits) or (Fit(Fitting(), 0, Fitting().epochs),)
    return _program(experiment.plan, experiment.class_count, fits, experiment.ran, experiment.loaded_from)


@lru_cache(maxsize=4)
def _program(plan: Plan, class_count: int, fits: tuple[Fit, ...], ran: str, loaded_from: str) -> Program:
    """Written anew only when there is something new to write: most frames say the same."""
    try:
        return program(plan, class_count, fits, ran, loaded_from)
    except InputError:  # of a formula that is no formula; the refusal says so
        return Program("", (), ran)


def _fit(run: FitRun) -> Fit:
    switches = run.switches
    return Fit(
        run.fitting,
        run.first_epoch,
        run.epochs,
        run.stopped_at,
        run.diverged_at is not None,
        switches.best_before,
        switches.modes,
    )

"""What the Keras tab says in words: what just happened, and what a click would change."""

from __future__ import annotations

import math

from PySide6.QtCore import QCoreApplication

from engine.errors import Problem
from engine.keras_lab.catalogue.specification import Change, Choice, Custom, OutputForm, TargetForm
from engine.keras_lab.protocol import Frame, Notice, State
from gui.controls.code_actions import Subject
from gui.joining import sentences

MINUS = "\N{MINUS SIGN}"


def number(value: float) -> str:
    """In four digits."""
    return f"{value + 0.0:.4g}".replace("-", MINUS)


def happened(frame: Frame) -> str:
    """What just happened, and what there is to be seen in it."""
    progress = frame.progress
    if frame.busy:
        return {
            "predict": QCoreApplication.translate("keras", "The model is asked about the new points …"),
            "compare": QCoreApplication.translate("keras", "The scratch loop and Keras train side by side …"),
            "evaluate": QCoreApplication.translate("keras", "evaluate is running …"),
            "load": QCoreApplication.translate("keras", "The file is looked into, and read in a process of its own …"),
        }.get(frame.busy, "…")
    if frame.looks_at_best and frame.best_epoch is not None:
        return QCoreApplication.translate("keras", "These are the best weights so far, of epoch {epoch}.").format(
            epoch=frame.best_epoch
        )
    if frame.looked_at == 0:
        return QCoreApplication.translate("keras", "These are the first weights, before any training.")
    if frame.looked_at is not None:
        return QCoreApplication.translate(
            "keras", "These are the weights after epoch {epoch}. Training goes on from the newest."
        ).format(epoch=frame.looked_at)
    match progress.state:
        case State.REFUSED:
            return QCoreApplication.translate(
                "keras", "This does not fit together yet; what is wrong stands beside it."
            )
        case State.READY:
            return QCoreApplication.translate("keras", "The model is built and compiled. Play calls fit.")
        case State.RUNNING | State.PAUSED:
            return _under_way(frame)
        case State.DIVERGED:
            return QCoreApplication.translate(
                "keras", "The loss is no longer finite, so fit was ended. A smaller learning rate helps."
            )
    ended = {
        State.FINISHED: QCoreApplication.translate("keras", "fit has returned."),
        State.STOPPED: QCoreApplication.translate("keras", "fit was told to stop, and has returned."),
        State.STOPPED_EARLY: QCoreApplication.translate(
            "keras", "EarlyStopping has ended fit: {monitor} no longer got better."
        ),
    }[progress.state]
    monitor = frame.fitting.early_stop.monitor if frame.fitting.early_stop else ""
    said = ended.format(monitor=monitor)
    return sentences(said, _means_and_evaluate(frame))


def _under_way(frame: Frame) -> str:
    means = frame.curves.batch_means
    if not len(means):
        return QCoreApplication.translate("keras", "fit has begun.")
    template = (
        QCoreApplication.translate("keras", "fit is running: loss {loss}, the mean of this epoch so far.")
        if frame.progress.state is State.RUNNING
        else QCoreApplication.translate(
            "keras", "fit waits between two batches: loss {loss}, the mean of this epoch so far."
        )
    )
    return template.format(loss=number(float(means[-1, 0])))


def _means_and_evaluate(frame: Frame) -> str:
    """fit's figure for the last epoch beside what `evaluate` says of the weights that it ended with."""
    curves = frame.curves
    epoch = len(curves.evaluated)
    if not epoch or epoch != len(curves.training):
        return ""
    said, true = float(curves.training[-1, 0]), float(curves.evaluated[-1, 0])
    if not (math.isfinite(said) and math.isfinite(true)):
        return ""
    return QCoreApplication.translate("keras", "Its loss {said} is a running mean; evaluate says {true}.").format(
        said=number(said), true=number(true)
    )


def about_means(frame: Frame) -> Problem | None:
    """The notice that sets fit's figure of an epoch beside what `evaluate` says."""
    return next((notice.problem for notice in frame.notices if notice.about == "figures"), None)


def about_validation(frame: Frame) -> tuple[Notice, ...]:
    """The notices that speak of the points held out."""
    return tuple(notice for notice in frame.notices if notice.about == "validation")


def looked_at(frame: Frame) -> str:
    """Whose weights the region shows."""
    if frame.looks_at_best and frame.best_epoch is not None:
        return QCoreApplication.translate("keras", "best, epoch {epoch}").format(epoch=frame.best_epoch)
    if frame.looked_at is not None:
        return QCoreApplication.translate("keras", "after epoch {epoch}").format(epoch=frame.looked_at)
    trained = len(frame.curves.epoch_ends)
    under_way = len(frame.curves.batch_means) - (int(frame.curves.epoch_ends[-1]) if trained else 0)
    if under_way > 0:
        return QCoreApplication.translate("keras", "in epoch {epoch}").format(epoch=trained + 1)
    return QCoreApplication.translate("keras", "after epoch {epoch}").format(epoch=trained)


def offer(change: Change) -> str:
    """What a click would set, as a button says it."""
    parts = []
    if change.loss is not None:
        parts.append(change.loss.name)
    if change.output is not None:
        parts.append(output_form(change.output))
    if change.targets is not None:
        parts.append(
            QCoreApplication.translate("keras", "{targets} targets").format(targets=target_form(change.targets))
        )
    if change.metrics is not None:
        names = ", ".join(_name(metric) for metric in change.metrics)
        parts.append(names or QCoreApplication.translate("keras", "no metrics"))
    return QCoreApplication.translate("keras", "Use {things}").format(things=" + ".join(parts))


def output_form(output: OutputForm) -> str:
    """As in `softmax of 3 units`."""
    if output.units == 1:
        template = QCoreApplication.translate("keras", "{activation} of 1 unit")
    else:
        template = QCoreApplication.translate("keras", "{activation} of {units} units")
    return template.format(activation=output.activation, units=output.units)


def target_form(form: TargetForm) -> str:
    """What stands in the targets, in a word or two."""
    return {
        TargetForm.ZERO_ONE: QCoreApplication.translate("keras", "0 or 1"),
        TargetForm.SIGNS: QCoreApplication.translate("keras", "−1 or 1"),
        TargetForm.CLASSES: QCoreApplication.translate("keras", "class number"),
        TargetForm.ONE_HOT: QCoreApplication.translate("keras", "one-hot"),
        TargetForm.DISTRIBUTION: QCoreApplication.translate("keras", "distribution"),
        TargetForm.REAL: QCoreApplication.translate("keras", "real number"),
    }[form]


def _name(choice: Choice | Custom) -> str:
    return choice.name


def program_subject() -> Subject:
    """What the program is about, for those who take it away."""
    translate = QCoreApplication.translate
    return Subject(
        "keras_model",  # keras.py would stand in the way of `import keras`
        translate("keras", "A model in Keras"),
        translate(
            "keras",
            "A model is built, compiled, fitted and evaluated. Each epoch's loss and metrics are printed, then what "
            "`evaluate` returns.",
        ),
    )

"""What the Keras tab says in words is true of the frame that it speaks of."""

from __future__ import annotations

from dataclasses import replace

import pytest
from keras_frames import NO_PROGRESS, make_curves, make_frame

from engine.errors import Problem
from engine.keras_lab.catalogue.specification import Change, Choice, OutputForm, TargetForm
from engine.keras_lab.protocol import EarlyStop, Fitting, Notice, State
from gui.tabs.keras import words


def in_state(state: State, **changes: object) -> str:
    return words.happened(make_frame(progress=replace(NO_PROGRESS, state=state), **changes))


def test_it_says_where_fit_is() -> None:
    assert "Play calls fit" in in_state(State.READY)
    assert in_state(State.RUNNING) == "fit has begun."
    assert "loss 0.25" in in_state(State.RUNNING, curves=make_curves(extra=4))
    assert "waits between two batches" in in_state(State.PAUSED, curves=make_curves(extra=4))
    assert "no longer finite" in in_state(State.DIVERGED)
    assert "does not fit together" in in_state(State.REFUSED)


def test_fit_s_mean_is_set_beside_what_evaluate_says() -> None:
    said = in_state(State.FINISHED, curves=make_curves(2))
    assert said == "fit has returned. Its loss 0.125 is a running mean; evaluate says 0.1."
    assert in_state(State.FINISHED, curves=make_curves(2, evaluated=1)) == "fit has returned."


def test_the_notice_about_means_is_told_from_those_about_validation() -> None:
    means = Notice(Problem("fit says {fit:.4g}, evaluate says {true:.4g}.", fit=0.5, true=0.25), about="figures")
    held_out = Notice(Problem("All points held out are of class {classes}.", classes=1))
    frame = make_frame(notices=(held_out, means))
    assert words.about_means(frame) is means.problem
    assert words.about_validation(frame) == (held_out,)
    assert words.about_means(make_frame()) is None


def test_early_stopping_says_what_it_watched() -> None:
    said = in_state(State.STOPPED_EARLY, fitting=Fitting(early_stop=EarlyStop("val_accuracy")))
    assert "val_accuracy no longer got better" in said
    assert "told to stop" in in_state(State.STOPPED)


def test_an_earlier_epoch_is_called_one() -> None:
    curves = make_curves(3)
    assert "first weights" in words.happened(make_frame(curves=curves, looked_at=0))
    assert "after epoch 2" in words.happened(make_frame(curves=curves, looked_at=2))
    assert "of epoch 1" in words.happened(make_frame(curves=curves, looks_at_best=True, best_epoch=1, looked_at=1))
    assert words.looked_at(make_frame(curves=curves, looked_at=2)) == "after epoch 2"
    assert words.looked_at(make_frame(curves=curves)) == "after epoch 3"
    assert words.looked_at(make_frame(curves=make_curves(1, extra=2))) == "in epoch 2"
    assert words.looked_at(make_frame(curves=curves, looks_at_best=True, best_epoch=1)) == "best, epoch 1"


@pytest.mark.parametrize("busy", ["predict", "compare", "evaluate", "load"])
def test_what_is_under_way_is_said(busy: str) -> None:
    assert words.happened(make_frame(busy=busy)).endswith("…")


@pytest.mark.parametrize(
    ("change", "text"),
    [
        (Change(loss=Choice("CategoricalCrossentropy")), "Use CategoricalCrossentropy"),
        (Change(output=OutputForm(3, "softmax")), "Use softmax of 3 units"),
        (Change(output=OutputForm(1, "sigmoid")), "Use sigmoid of 1 unit"),
        (Change(targets=TargetForm.SIGNS), "Use −1 or 1 targets"),
        (Change(metrics=()), "Use no metrics"),
        (
            Change(TargetForm.ONE_HOT, OutputForm(3, "softmax"), None, (Choice("AUC"),)),
            "Use softmax of 3 units + one-hot targets + AUC",
        ),
    ],
)
def test_an_offer_names_all_that_it_sets(change: Change, text: str) -> None:
    assert words.offer(change) == text

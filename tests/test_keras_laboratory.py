"""The Keras tab's engine: real fit with a transport bar, whose figures are those of a fit without one."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from typing import Any

import numpy as np
import pytest
from keras_user import DATA, SMALL, KerasUser
from patience import within
from problems import assert_is_clear

from engine.datasets import Blobs, Circles
from engine.errors import InputError
from engine.keras_lab.catalogue.specification import Choice, Custom, TargetForm
from engine.keras_lab.laboratory import LONGEST, KerasLaboratory
from engine.keras_lab.protocol import (
    Compilation,
    EarlyStop,
    Evaluate,
    Fitting,
    Layer,
    Load,
    LookAtBest,
    LookAtEpoch,
    OneBatch,
    OneEpoch,
    Pause,
    Plan,
    Play,
    Predict,
    SetThreshold,
    SideBySide,
    State,
    Stop,
    Validation,
    ValidationKind,
)
from engine.loading import load_tensorflow
from engine.protocol import Drawn

BATCHES = 6  # 84 points in batches of 16
DEEP = (Layer(8, "relu"), Layer(8, "relu", l2=0.001), Layer(1, "sigmoid"))
ADAM = Compilation(Choice("Adam", (("learning_rate", 0.02),)), Choice("BinaryCrossentropy"), (Choice("accuracy"),))


# What Keras itself makes of NumPy when it writes a file, or puts weights back.
pytestmark = pytest.mark.filterwarnings("ignore:__array__ implementation:DeprecationWarning")


@pytest.fixture(scope="module")
def trained() -> Iterator[KerasUser]:
    """The notes' model after three epochs; the tests that share it train no further."""
    load_tensorflow()
    user = KerasUser()
    user.send(Load(1, SMALL), Play(Fitting(epochs=3)))
    user.train()
    yield user
    user.laboratory.close()


@pytest.fixture(scope="module")
def deep() -> Iterator[KerasUser]:
    """A model with hidden layers after two epochs."""
    load_tensorflow()
    user = KerasUser()
    user.send(Load(1, replace(SMALL, layers=DEEP, compilation=ADAM)), Play(Fitting(epochs=2)))
    user.train()
    yield user
    user.laboratory.close()


@pytest.fixture
def user() -> Iterator[KerasUser]:
    load_tensorflow()
    user = KerasUser()
    yield user
    user.laboratory.close()
    assert not user.failures


@cache
def alone(plan: Plan, **arguments: Any) -> dict[str, list[float]]:
    """The history of a fit that nobody looks at, begun by the same seed.

    One of more epochs begins as one of fewer does, so that tests can share it.
    """
    import keras

    from engine.keras_lab.building import build
    from engine.keras_lab.compiling import compile_model
    from engine.keras_lab.points import divide

    division = divide(plan.data.make(), plan)
    model = build(plan.layers, plan.seed)
    compile_model(model, plan.compilation)
    keras.utils.set_random_seed(plan.seed)
    if plan.validation.kind is ValidationKind.HOLD_OUT:
        arguments["validation_data"] = (division.held_inputs, division.held_targets)
    history = model.fit(division.inputs, division.targets, batch_size=16, verbose=0, **arguments).history
    return {name: [float(value) for value in values] for name, values in history.items()}


def test_before_training_the_model_is_there_to_look_at(user: KerasUser) -> None:
    user.send(Load(1, SMALL))
    frame = user.frame
    assert frame.progress.state is State.READY
    assert frame.summary is not None
    assert [(row.kind, row.output_shape, row.parameters) for row in frame.summary.rows] == [("Dense", (None, 1), 3)]
    assert "Dense" in frame.summary.text
    assert frame.curves.names == ("loss", "accuracy")
    assert frame.region is not None
    assert frame.region.classes.shape == (100, 100)
    assert frame.points.held_out.sum() == 36


def test_the_model_is_there_before_all_that_keras_offers_is_read(user: KerasUser) -> None:
    user.laboratory.start()
    user.send(Load(1, SMALL))
    assert user.frame.progress.state is State.READY
    assert not user.greetings
    user.settle()
    (greeting,) = user.greetings
    assert {spec.kind for spec in greeting.catalogue} == {"optimizer", "loss", "metric", "schedule", "activation"}


def test_what_keras_offers_is_read_a_little_at_a_time_and_fit_waits_for_it() -> None:
    moments = iter(float(second) for second in range(1_000_000))
    user = KerasUser(lambda: next(moments))  # by this clock every piece has taken its time at once
    user.laboratory.start()
    user.send(Load(1, SMALL), OneBatch(Fitting()))
    while not user.greetings:
        user.work(1)
        assert not len(user.frame.curves.batch_means)
    user.train()
    user.laboratory.close()
    assert len(user.frame.curves.batch_means) == 1


def test_fit_begins_once_the_press_of_play_is_seen() -> None:
    load_tensorflow()
    frames: list[Any] = []
    now = 0.0
    laboratory = KerasLaboratory(frames.append, lambda: now)
    for command in (Load(1, SMALL), Drawn(), Play(Fitting(epochs=2))):
        laboratory.obey(command)
    assert frames[-1].progress.state is State.RUNNING
    assert laboratory.work() == pytest.approx(LONGEST)  # the window paints it
    now = LONGEST / 2
    assert laboratory.work() == pytest.approx(LONGEST / 2)
    laboratory.obey(Drawn())
    assert laboratory.work() == 0.0
    laboratory.close()


def test_a_window_that_never_paints_does_not_hold_fit_up() -> None:
    load_tensorflow()
    frames: list[Any] = []
    now = 0.0
    laboratory = KerasLaboratory(frames.append, lambda: now)
    for command in (Load(1, SMALL), Drawn(), Play(Fitting(epochs=1))):
        laboratory.obey(command)
    now = 2 * LONGEST
    while laboratory.work() is not None:
        pass
    laboratory.obey(Drawn())
    assert frames[-1].progress.state is State.FINISHED
    laboratory.close()


def test_played_through_it_says_what_fit_alone_says(trained: KerasUser) -> None:
    curves, expected = trained.frame.curves, alone(SMALL, epochs=3)
    assert trained.frame.progress.state is State.FINISHED
    for column, name in enumerate(curves.names):
        np.testing.assert_array_equal(curves.training[:, column], np.array(expected[name], np.float32))
        np.testing.assert_array_equal(curves.validation[:, column], np.array(expected[f"val_{name}"], np.float32))
    assert curves.epoch_ends.tolist() == [6, 12, 18]
    np.testing.assert_allclose(curves.batch_means[5::6], curves.training, rtol=1e-6)


def test_pauses_looks_and_questions_on_the_way_change_nothing(user: KerasUser) -> None:
    fitting = Fitting(epochs=2)
    user.send(Load(1, SMALL), OneBatch(fitting))
    user.train()
    assert (user.frame.progress.state, user.frame.progress.batch) == (State.PAUSED, 1)
    user.send(Evaluate(), Predict(np.zeros((3, 2), np.float32)), SetThreshold(0.3), LookAtEpoch(0))
    user.settle()
    user.send(OneBatch(fitting))
    user.train()
    assert (user.frame.progress.epoch, user.frame.progress.batch) == (0, 2)
    user.send(OneEpoch(fitting))
    user.train()
    assert (user.frame.progress.state, user.frame.progress.epoch) == (State.PAUSED, 1)
    user.send(Evaluate(on_training=True))
    user.settle()
    user.send(Play(fitting), Pause(), Play(fitting))
    user.train()
    expected, curves = alone(SMALL, epochs=3), user.frame.curves
    np.testing.assert_array_equal(curves.training[:, 0], np.array(expected["loss"][:2], np.float32))
    np.testing.assert_array_equal(curves.validation[:, 0], np.array(expected["val_loss"][:2], np.float32))


def test_one_epoch_on_the_last_ends_the_fit_and_playing_on_trains_more(user: KerasUser) -> None:
    user.send(Load(1, SMALL), OneEpoch(Fitting(epochs=1)))
    user.train()
    assert user.frame.progress.state is State.FINISHED
    user.send(OneEpoch(Fitting(epochs=2)))
    user.train()
    progress = user.frame.progress
    assert (progress.state, progress.epoch, progress.epochs, progress.batches) == (State.PAUSED, 2, 3, BATCHES)
    assert progress.seconds_left is not None
    assert progress.seconds_left > 0
    user.send(Play(Fitting()))
    user.train()
    assert "initial_epoch=1" in user.frame.program.text
    assert len(user.frame.curves.training) == 3


def test_stopping_cuts_the_epoch_short_and_what_was_learnt_stays(user: KerasUser) -> None:
    user.send(Load(1, SMALL), OneBatch(Fitting(epochs=9)))
    user.train()
    user.send(Stop())
    user.train()
    assert user.frame.progress.state is State.STOPPED
    assert user.frame.curves.epoch_ends.tolist() == [1]
    assert "StopAfter(epoch=0, batch=0)" in user.frame.program.text


def test_an_earlier_epoch_is_looked_at_and_training_goes_on_from_the_newest(deep: KerasUser) -> None:
    user, newest = deep, deep.frame
    user.send(LookAtEpoch(0))
    first = user.frame
    assert newest.region is not None
    assert first.region is not None
    assert first.looked_at == 0
    assert first.region.number != newest.region.number
    assert not np.array_equal(first.weights[0], newest.weights[0])
    user.send(LookAtEpoch(2))
    np.testing.assert_array_equal(user.frame.weights[0], newest.weights[0])
    user.send(LookAtEpoch(0), OneBatch(Fitting()))
    user.train()
    assert user.frame.looked_at is None
    assert abs(user.frame.weights[0] - newest.weights[0]).max() < abs(user.frame.weights[0] - first.weights[0]).max()
    user.send(LookAtEpoch(77))
    assert_is_clear(user.failure.problem, "epoch")
    user.send(Stop())
    user.train()


def test_the_region_is_what_the_model_says_of_the_plane(deep: KerasUser) -> None:
    user, frame = deep, deep.frame
    assert frame.region is not None
    left, right, bottom, top = frame.region.extent
    row, column = 20, 70
    point = np.array([left + (right - left) * 0.705, bottom + (top - bottom) * 0.205], np.float32)
    hidden = point
    for kernel, bias in ((frame.weights[0], frame.weights[1]), (frame.weights[2], frame.weights[3])):
        hidden = np.maximum(hidden @ kernel + bias, 0)
    score = 1 / (1 + np.exp(-(hidden @ frame.weights[4] + frame.weights[5])))
    assert frame.region.outputs[row, column, 0] == pytest.approx(score[0], abs=1e-5)
    assert frame.region.classes[row, column] == (score[0] >= 0.5)
    again = frame.region.number
    user.send(Pause())
    assert user.frame.region is not None
    assert user.frame.region.number == again, "the same picture is not painted twice"


def test_evaluate_returns_a_list_or_with_no_metrics_one_number(trained: KerasUser, user: KerasUser) -> None:
    trained.send(Evaluate())
    trained.settle()
    evaluation = trained.frame.evaluation
    assert evaluation is not None
    assert evaluation.call == "model.evaluate(val_inputs, val_targets, batch_size=128)"
    assert isinstance(evaluation.returned, tuple)
    np.testing.assert_allclose(evaluation.returned, trained.frame.curves.validation[-1], rtol=1e-5)
    assert evaluation.text.startswith("[")
    assert evaluation.epoch == 3
    user.send(Load(2, replace(SMALL, compilation=replace(SMALL.compilation, metrics=()))), Evaluate())
    user.settle()
    assert user.frame.evaluation is not None
    assert isinstance(user.frame.evaluation.returned, float)


def test_what_fit_says_of_an_epoch_is_not_what_evaluate_says(trained: KerasUser) -> None:
    curves = trained.frame.curves
    assert len(curves.evaluated) == 3
    assert abs(curves.evaluated[0, 0] - curves.training[0, 0]) > 1e-3
    assert any("mean over the epoch" in str(notice.problem) for notice in trained.frame.notices)


def test_the_trap_of_validation_split_is_said_and_one_click_away_from_mended(user: KerasUser) -> None:
    split = replace(SMALL, validation=Validation(ValidationKind.SPLIT))
    user.send(Load(1, split))
    (notice,) = user.frame.notices
    assert "shuffle first" in str(notice.problem)
    assert notice.plan is not None
    user.send(Load(2, notice.plan))
    assert not user.frame.notices
    user.send(Play(Fitting(epochs=1)))
    user.train()
    expected = alone(notice.plan, epochs=1, validation_split=0.3)
    np.testing.assert_array_equal(user.frame.curves.validation[:, 0], np.array(expected["val_loss"], np.float32))


def test_early_stopping_and_the_best_weights_are_keras_own(user: KerasUser) -> None:
    fitting = Fitting(epochs=30, early_stop=EarlyStop("val_accuracy", patience=1), keep_best="val_loss")
    user.send(Load(1, replace(SMALL, layers=DEEP, compilation=ADAM)))
    user.send(Play(fitting))
    user.train()
    frame = user.frame
    assert frame.progress.state is State.STOPPED_EARLY
    losses = frame.curves.validation[:, 0]
    assert frame.best_epoch == int(losses.argmin()) + 1
    user.send(LookAtBest())
    assert user.frame.looks_at_best
    assert user.frame.looked_at == frame.best_epoch
    # `restore_best_weights`: those of the epoch with the greatest accuracy
    user.send(LookAtEpoch(None))
    best = int(frame.curves.validation[:, 1].argmax()) + 1
    newest = user.frame.weights
    user.send(LookAtEpoch(best))
    np.testing.assert_array_equal(user.frame.weights[0], newest[0])


def test_a_circle_is_learnt_and_four_blobs(user: KerasUser) -> None:
    rings = Plan(Circles(100), (Layer(16, "relu"), Layer(16, "relu"), Layer(1, "sigmoid")), ADAM)
    user.send(Load(1, rings), Play(Fitting(epochs=25, batch_size=35)))
    user.train()
    assert user.frame.results is not None
    assert user.frame.results.accuracy > 0.95
    assert user.frame.results.area is not None
    assert user.frame.results.area > 0.99
    compilation = Compilation(Choice("Adam", (("learning_rate", 0.05),)), Choice("CategoricalCrossentropy"))
    blobs = Plan(Blobs(60, noise=0.5, class_count=4), (Layer(4, "softmax"),), compilation, TargetForm.ONE_HOT)
    user.send(Load(2, blobs), Play(Fitting(epochs=8, batch_size=24)))
    user.train()
    assert user.frame.results.confusion.shape == (4, 4)
    assert user.frame.results.accuracy > 0.95
    assert user.frame.region is not None
    assert set(np.unique(user.frame.region.classes)) == {0, 1, 2, 3}


def test_the_threshold_moves_what_is_said_and_not_what_was_learnt(trained: KerasUser) -> None:
    trained.send(SetThreshold(-100.0))
    assert trained.frame.results is not None
    assert trained.frame.results.confusion[:, 0].tolist() == [0, 0]
    assert trained.frame.region is not None
    assert (trained.frame.region.classes == 1).all()
    trained.send(SetThreshold(float("nan")))
    assert_is_clear(trained.failure.problem, "threshold")
    trained.send(SetThreshold(0.5))


@pytest.mark.parametrize(
    ("fitting", "field"),
    [
        (Fitting(epochs=0), "epochs"),
        (Fitting(epochs=-1), "epochs"),
        (Fitting(epochs="five"), "epochs"),  # type: ignore[arg-type]
        (Fitting(batch_size=0), "batch_size"),
        (Fitting(batch_size=85), "batch_size"),
        (Fitting(early_stop=EarlyStop("val_auc")), "early_stop"),
        (Fitting(early_stop=EarlyStop(patience=-1)), "patience"),
        (Fitting(keep_best="nothing"), "keep_best"),
    ],
)
def test_what_keras_would_silently_do_nothing_with_is_refused(trained: KerasUser, fitting: Fitting, field: str) -> None:
    trained.send(Play(fitting))
    assert_is_clear(trained.failure.problem, field)
    assert trained.frame.progress.state is State.FINISHED


@pytest.mark.parametrize(
    ("layers", "field", "at"),
    [
        ((), "layers", None),
        ((Layer(),) * 33, "layers", None),
        ((Layer(4), Layer(0)), "units", 1),
        ((Layer(10**9),), "units", 0),
        ((Layer(2.5),), "units", 0),  # type: ignore[arg-type]
        ((Layer(activation="bent"),), "activation", 0),
        ((Layer(l1=-1),), "l1", 0),
        ((Layer(l2=float("nan")),), "l2", 0),
    ],
)
def test_layers_that_cannot_be_built_are_refused_at_once(
    user: KerasUser, layers: tuple[Layer, ...], field: str, at: int | None
) -> None:
    with within(1):
        user.send(Load(1, replace(SMALL, layers=layers)))
    failure = user.failure
    assert_is_clear(failure.problem, field)
    assert (failure.field, failure.at) == (field, at)


def test_a_billion_units_name_the_memory_and_what_fits(user: KerasUser) -> None:
    user.send(Load(1, replace(SMALL, layers=(Layer(10**9),))))
    problem = user.failure.problem
    assert "GiB" in str(problem)
    most = problem.values["most"]
    assert isinstance(most, int)
    from engine.keras_lab.building import check_layers

    check_layers((Layer(most),))
    with pytest.raises(InputError):
        check_layers((Layer(most + 1),))


def test_a_loss_that_is_no_number_any_more_ends_the_fit_and_says_the_remedy(user: KerasUser) -> None:
    wild = replace(SMALL, compilation=Compilation(Choice("SGD", (("learning_rate", 1e12),))))
    user.send(Load(1, wild), Play(Fitting(epochs=5)))
    user.train()
    assert "learning rate" in str(user.failure.problem)
    assert user.frame.progress.state is State.DIVERGED
    assert len(user.frame.curves.batch_means) <= 2 * BATCHES
    assert user.frame.looked_at is not None
    assert np.isfinite(user.frame.weights[0]).all()
    user.send(Play(Fitting()))
    assert "learning rate" in str(user.failure.problem)


def test_closing_in_mid_epoch_ends_at_once_and_leaves_no_thread() -> None:
    threads = threading.active_count()
    user = KerasUser()
    user.send(Load(1, SMALL), OneBatch(Fitting(epochs=1000)))
    user.train()
    assert threading.active_count() == threads + 1
    begun = time.monotonic()
    user.laboratory.close()
    assert time.monotonic() - begun < 5  # far less, but a machine may be busy
    assert threading.active_count() == threads


def test_loading_another_plan_in_mid_epoch_ends_the_fit_before(user: KerasUser) -> None:
    threads = threading.active_count()
    user.send(Load(1, SMALL), OneBatch(Fitting(epochs=1000)))
    user.train()
    user.send(Load(2, replace(SMALL, seed=1)))
    assert threading.active_count() == threads
    assert user.frame.run == 2
    assert not len(user.frame.curves.batch_means)


def test_a_new_seed_draws_other_weights_and_the_same_seed_the_same(user: KerasUser) -> None:
    user.send(Load(1, SMALL))
    first = user.frame.weights[0]
    user.send(Load(2, replace(SMALL, seed=1)))
    assert not np.array_equal(user.frame.weights[0], first)
    user.send(Load(3, SMALL))
    np.testing.assert_array_equal(user.frame.weights[0], first)


# New points


def test_both_ways_to_ask_agree(trained: KerasUser) -> None:
    trained.send(Predict(np.array([[1, 2], [3, 0], [0, 0]], np.float32), batch_size=2))
    trained.settle()
    found = trained.frame.inference
    assert found is not None
    assert found.problem is None
    assert found.at_once.returned == "EagerTensor (3, 1) float32"
    assert found.in_batches.returned == "NumPy array (3, 1) float32"
    assert found.in_batches.call == "model.predict(new_inputs, batch_size=2)"
    assert found.difference == pytest.approx(0, abs=1e-5)
    kernel, bias = trained.frame.weights
    np.testing.assert_allclose(found.outputs, found.points @ kernel + bias, rtol=1e-5)
    assert (found.outputs.shape, found.classes.shape) == ((3, 1), (3,))


def test_many_random_points_are_asked_in_pieces_and_can_be_left(user: KerasUser) -> None:
    user.send(Load(1, SMALL), Predict(count=200_000, batch_size=1024))
    user.settle()
    found = user.frame.inference
    assert found is not None
    assert found.share_done == 1
    assert len(found.points) == 2000
    assert found.at_once.peak_bytes is not None
    assert found.at_once.peak_bytes > 200_000 * 4
    assert sum(frame.busy == "predict" for frame in user.frames) > 1
    user.send(Predict(count=5_000_000))
    user.work(3)
    user.send(Stop())
    assert user.frame.busy == ""


def test_what_memory_has_no_room_for_at_once_is_still_predicted(
    user: KerasUser, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("engine.keras_lab.inference.MEMORY_LIMIT", 1000)
    user.send(Load(1, SMALL), Predict(count=1000))
    user.settle()
    found = user.frame.inference
    assert found is not None
    assert "predict takes them" in str(found.problem)
    assert found.at_once.seconds is None
    assert found.in_batches.seconds is not None


@pytest.mark.parametrize(
    ("command", "field"),
    [
        (Predict(np.zeros((0, 2), np.float32)), "points"),
        (Predict(np.full((1, 2), np.nan, np.float32)), "points"),
        (Predict(np.full((1, 3), 1, np.float32)), "points"),
        (Predict(count=0), "count"),
        (Predict(count=10**12), "count"),
        (Predict(count=5, batch_size=0), "batch_size"),
        (SideBySide(epochs=0), "epochs"),
        (SideBySide(learning_rate=-1), "learning_rate"),
        (SideBySide(optimizer="none"), "optimizer"),
        (Evaluate(batch_size=0), "batch_size"),
    ],
)
def test_questions_that_have_no_answer_are_refused(trained: KerasUser, command: Any, field: str) -> None:
    trained.send(command)
    trained.settle()
    assert_is_clear(trained.failure.problem, field)
    assert trained.frame.busy == ""


# The scratch loop and Keras


@pytest.mark.parametrize("optimizer", ["SGD", "Adam"])
def test_the_scratch_loop_and_keras_lie_on_each_other_for_five_epochs(user: KerasUser, optimizer: str) -> None:
    user.send(Load(1, replace(SMALL, data=replace(DATA, samples_per_class=30))))
    user.send(SideBySide(optimizer, learning_rate=0.01, batch_size=16, epochs=5))
    user.settle()
    found = user.frame.comparison
    assert found is not None
    assert len(found.scratch) == len(found.keras) == found.total == 20
    np.testing.assert_allclose(found.keras, found.scratch, rtol=1e-6)
    assert found.difference <= 1e-6
    assert found.scratch[-1] < found.scratch[0]


def test_the_scratch_loop_knows_two_classes(user: KerasUser) -> None:
    compilation = Compilation(loss=Choice("CategoricalCrossentropy"))
    user.send(Load(1, Plan(Blobs(20), (Layer(3, "softmax"),), compilation, TargetForm.ONE_HOT)), SideBySide())
    user.settle()
    assert_is_clear(user.failure.problem)


# What does not go together


def test_a_misfit_is_refused_before_training_and_mended_by_one_click(user: KerasUser) -> None:
    user.send(Load(1, replace(SMALL, compilation=Compilation(loss=Choice("CategoricalCrossentropy")))))
    (refusal,) = user.frame.refusals
    assert (refusal.field, refusal.at) == ("loss", None)
    assert user.frame.progress.state is State.REFUSED
    assert user.frame.region is not None, "the model is there to look at all the same"
    user.send(Play(Fitting()))
    assert_is_clear(user.failure.problem, "loss")
    assert refusal.plan is not None
    assert refusal.remedy is not None
    user.send(Load(2, refusal.plan))
    assert not user.frame.refusals
    assert user.frame.plan.targets is TargetForm.ONE_HOT
    assert user.frame.plan.layers[-1] == Layer(2, "softmax")


def test_three_classes_ask_for_other_targets_and_the_offer_fits_as_a_whole(user: KerasUser) -> None:
    user.send(Load(1, replace(SMALL, data=Blobs(20))))
    (refusal,) = user.frame.refusals
    assert refusal.field == "targets"
    assert refusal.plan is not None
    user.send(Load(2, refusal.plan))
    assert not user.frame.refusals


@pytest.mark.parametrize(
    ("compilation", "field", "at"),
    [
        (Compilation(loss=Custom("mine", "y_pred +")), "loss", None),
        (Compilation(metrics=(Choice("accuracy"), Custom("mine", "1 / (y_pred - y_pred)"))), "metrics", 1),
        (Compilation(loss=Custom("mine", "y_true")), "loss", None),
    ],
)
def test_a_formula_that_teaches_nothing_is_refused(
    user: KerasUser, compilation: Compilation, field: str, at: int | None
) -> None:
    user.send(Load(1, replace(SMALL, compilation=compilation)))
    (refusal,) = user.frame.refusals
    assert (refusal.field, refusal.at) == (field, at)


@pytest.mark.parametrize("rate", [float("nan"), float("inf"), -1.0, 0.0])
def test_a_learning_rate_that_keras_would_take_silently_is_refused(user: KerasUser, rate: float) -> None:
    user.send(Load(1, replace(SMALL, compilation=Compilation(Choice("SGD", (("learning_rate", rate),))))))
    assert_is_clear(user.failure.problem, "optimizer.learning_rate")


def test_a_typed_loss_with_typed_metrics_trains(user: KerasUser) -> None:
    compilation = Compilation(
        loss=Custom("my_loss", "square(y_true - y_pred)"), metrics=(Custom("my_metric", "abs(y_true - y_pred)"),)
    )
    user.send(Load(1, replace(SMALL, compilation=compilation)), Play(Fitting(epochs=1, keep_best="val_my_metric")))
    user.train()
    assert user.frame.curves.names == ("loss", "my_metric")
    expected = alone(SMALL, epochs=3)["loss"][:1]
    np.testing.assert_array_equal(user.frame.curves.training[:, 0], np.array(expected, np.float32))
    assert user.frame.best_epoch == 1

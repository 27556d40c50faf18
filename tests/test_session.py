"""A session's public face: what a step records, what can be asked of it, and what it refuses."""

from __future__ import annotations

import gc
import tracemalloc
from typing import Any

import numpy as np
import pytest
from problems import assert_is_clear
from sessions import assert_same_bits, fresh_session, notes_data, recorded, take_steps

from engine.datasets import Dataset, two_gaussians
from engine.errors import InputError
from engine.training import Record, Session, Settings
from engine.training.checkpoints import SHORTEST_DISTANCE

NAN, INF = float("nan"), float("inf")


def test_the_defaults_are_the_notes_own() -> None:
    session = Session(notes_data())
    assert session.settings == Settings()
    assert session.weights.shape == (2, 1)
    assert session.weights.dtype == np.float32
    assert ((session.weights >= 0) & (session.weights < 1)).all()
    assert np.array_equal(session.bias, [0])


def test_the_notes_loop_learns_to_tell_the_classes_apart() -> None:
    session = fresh_session()
    session.run(40)
    assert session.history.loss[-1] < 0.05 < 1 < session.history.loss[0]
    assert session.evaluate().accuracy > 0.99


def test_the_seed_decides_the_first_weights(dataset: Dataset) -> None:
    starts = [Session(dataset, Settings(seed=seed)).weights for seed in (5, 5, 6)]
    assert np.array_equal(starts[0], starts[1])
    assert not np.array_equal(starts[0], starts[2])


def test_n_losses_belong_to_n_plus_one_parameters() -> None:
    session = fresh_session()
    for steps in (0, 3, 5):
        session.run(steps)
        take_steps(session, 1)
    history, n = session.history, 11
    assert (session.position, len(history)) == (n, n)
    assert history.loss.shape == (n,)
    assert history.weights.shape == (n + 1, 2, 1)
    assert history.bias.shape == (n + 1, 1)
    assert {history.loss.dtype, history.weights.dtype, history.bias.dtype} == {np.dtype(np.float32)}


@pytest.mark.parametrize("batch_size", [None, 16])
def test_a_record_is_of_the_moment_before_the_update(batch_size: int | None) -> None:
    session = fresh_session(batch_size=batch_size)
    for index in range(3):
        weights, bias = session.weights, session.bias
        record = session.step()
        assert record.index == index
        assert np.float32(record.loss) == session.history.loss[index]
        assert np.array_equal(record.weights, weights)
        assert np.array_equal(record.bias, bias)
        np.testing.assert_allclose(session.weights, weights - np.float32(0.1) * record.weights_gradient, rtol=1e-6)
        np.testing.assert_allclose(session.bias, bias - np.float32(0.1) * record.bias_gradient, atol=1e-7)


def test_the_gradient_is_the_slope_of_the_loss() -> None:
    record = fresh_session().step()
    data = notes_data()

    def loss(weights: Any, bias: Any) -> float:
        errors = data.targets.astype(float) - (data.inputs.astype(float) @ weights + bias)
        return float(np.mean(errors**2))

    weights, bias, little = record.weights.astype(float), record.bias.astype(float), 1e-5
    for index in range(2):
        change = np.zeros((2, 1))
        change[index] = little
        slope = (loss(weights + change, bias) - loss(weights - change, bias)) / (2 * little)
        assert record.weights_gradient[index, 0] == pytest.approx(slope, rel=1e-4)
    slope = (loss(weights, bias + little) - loss(weights, bias - little)) / (2 * little)
    assert record.bias_gradient[0] == pytest.approx(slope, rel=1e-4)


def test_nothing_that_is_handed_out_can_be_changed() -> None:
    session = fresh_session(batch_size=16)
    record = session.step()
    phases = list(session.phases())
    arrays = [
        *(session.weights, session.bias, *session.start, session.evaluate().predicted),
        *(session.history.loss, session.history.weights, session.history.bias),
        *(record.weights, record.bias, record.weights_gradient, record.bias_gradient),
        *(tensor for phase in phases for tensor in phase.tensors.values()),
    ]
    for array in arrays:
        with pytest.raises(ValueError, match="read-only"):
            array[...] = 0


def test_what_was_handed_out_stays_as_it_was() -> None:
    session = fresh_session("Adam", 16)
    session.run(10)
    record, view = session.step(), recorded(session)
    arrays = [view.loss, view.weights, view.bias, record.weights, record.weights_gradient, *session.start]
    copies = [array.copy() for array in arrays]
    session.run(5_000)
    session.seek(3)
    session.set_weights([[9], [9]], [9])
    session.run(100)
    session.reset([[7], [7]], [7])
    for array, copy in zip(arrays, copies, strict=True):
        assert np.array_equal(array, copy)


class TestEvaluation:
    def test_it_speaks_of_all_the_data(self) -> None:
        session = fresh_session(batch_size=16)
        session.run(30)
        data = session.dataset
        predictions = data.inputs @ session.weights + session.bias
        evaluation = session.evaluate()
        assert evaluation.loss == pytest.approx(np.mean((data.targets - predictions) ** 2), rel=1e-5)
        assert np.array_equal(evaluation.predicted, predictions[:, 0] > 0.5)
        wrong = np.count_nonzero((predictions > 0.5) != (data.targets > 0.5))
        assert evaluation.wrong == wrong
        assert evaluation.accuracy == pytest.approx(1 - wrong / 2000)

    def test_it_takes_no_step(self) -> None:
        session = fresh_session("Adam", 16)
        session.run(30)
        expected = recorded(session)
        session.reset()
        session.run(15)
        session.evaluate()
        session.run(15)
        assert_same_bits(recorded(session), expected)

    def test_it_speaks_of_the_step_that_is_looked_at(self) -> None:
        session = fresh_session()
        session.run(40)
        assert session.evaluate().loss < 0.1
        session.seek(0)
        assert session.evaluate().loss == pytest.approx(session.history.loss[0], rel=1e-5)


class TestStart:
    """Resets, to the same start and to one's own."""

    def test_a_start_of_ones_own_is_kept(self, dataset: Dataset) -> None:
        session = Session(dataset)
        weights, bias = np.array([[-1.5], [0.5]]), np.array([0.25])
        session.reset(weights=weights, bias=bias)
        assert np.array_equal(session.weights, weights)
        assert np.array_equal(session.bias, bias)
        session.step()
        session.reset()
        assert np.array_equal(session.history.weights, [weights])
        weights[:] = 9
        session.reset()
        assert session.weights[0, 0] == -1.5

    def test_half_a_start_keeps_the_other_half(self, dataset: Dataset) -> None:
        session = Session(dataset)
        drawn = session.weights
        session.reset(bias=[2])
        assert np.array_equal(session.weights, drawn)
        assert np.array_equal(session.bias, [2])

    def test_lists_and_integers_will_do(self, dataset: Dataset) -> None:
        session = Session(dataset)
        session.reset([[1], [2]], [3])
        assert session.weights.dtype == np.float32

    def test_an_edit_before_the_first_step_is_a_new_start(self, dataset: Dataset) -> None:
        session = Session(dataset)
        take_steps(session, 2)
        session.set_weights([[9.0], [9.0]], [9.0])  # not so this one
        session.seek(0)
        session.set_weights([[-1.5], [0.5]], [0.25])
        take_steps(session, 2)
        session.reset()
        assert np.array_equal(session.weights, [[-1.5], [0.5]])
        assert np.array_equal(session.bias, [0.25])

    def test_the_optimizer_forgets(self) -> None:
        session = fresh_session("Adam", 16)
        session.run(20)
        expected = recorded(session)
        session.run(30)
        session.seek(5)
        session.reset()
        take_steps(session, 1)
        session.reset()
        session.run(20)
        assert_same_bits(recorded(session), expected)


BAD_PARAMETERS = [
    ("weights", [[NAN], [0]], [0], "finite"),
    ("weights", [[INF], [0]], [0], "finite"),
    ("weights", [[1e300], [0]], [0], "finite"),
    ("weights", [1, 2], [0], "(2, 1)"),
    ("weights", [[1], [2], [3]], [0], "(2, 1)"),
    ("weights", "much", [0], "(2, 1)"),
    ("weights", [[1], [2, 3]], [0], "(2, 1)"),
    ("weights", [[10**400], [0]], [0], "(2, 1)"),
    ("bias", [[0], [0]], [NAN], "finite"),
    ("bias", [[0], [0]], [-INF], "finite"),
    ("bias", [[0], [0]], 0, "(1,)"),
    ("bias", [[0], [0]], [0, 0], "(1,)"),
    ("bias", [[0], [0]], None, "(1,)"),
]


class TestRefusals:
    """What cannot be done changes nothing."""

    @pytest.mark.parametrize(("field", "weights", "bias", "words"), BAD_PARAMETERS)
    def test_parameters(self, dataset: Dataset, field: str, weights: Any, bias: Any, words: str) -> None:
        session = Session(dataset)
        take_steps(session, 2)
        expected, start = recorded(session), session.start
        with pytest.raises(InputError) as caught:
            session.set_weights(weights, bias)
        assert_is_clear(caught.value, field)
        assert str(caught.value).startswith("W" if field == "weights" else "b")
        assert words in str(caught.value)
        if bias is not None:  # a reset takes None for "as it was"
            with pytest.raises(InputError):
                session.reset(weights, bias)
        assert session.position == 2
        assert session.start == start
        assert session.edits == ()
        assert_same_bits(recorded(session), expected)

    @pytest.mark.parametrize("value", [NAN, INF, 0, -1, "fast", None, True])
    def test_learning_rates(self, dataset: Dataset, value: Any) -> None:
        session = Session(dataset)
        with pytest.raises(InputError) as caught:
            session.set_learning_rate(value)
        assert_is_clear(caught.value, "learning_rate")
        assert session.settings.learning_rate == 0.1

    @pytest.mark.parametrize("value", [-1, 2.0, 0.5, NAN, True, "3", None])
    def test_numbers_of_steps(self, dataset: Dataset, value: Any) -> None:
        session = Session(dataset)
        with pytest.raises(InputError) as caught:
            session.run(value)
        assert_is_clear(caught.value, "steps")
        assert session.position == 0

    @pytest.mark.parametrize("value", [-1, 3, 0.0, None])
    def test_positions(self, dataset: Dataset, value: Any) -> None:
        session = Session(dataset)
        take_steps(session, 2)
        session.back()
        with pytest.raises(InputError) as caught:
            session.seek(value)
        assert_is_clear(caught.value, "position")
        assert session.position == 1

    def test_batches_beyond_the_data(self, dataset: Dataset) -> None:
        with pytest.raises(InputError) as caught:
            Session(dataset, Settings(batch_size=41))
        assert_is_clear(caught.value, "batch_size")

    def test_optimizers_that_do_not_exist(self, dataset: Dataset) -> None:
        with pytest.raises(InputError) as caught:
            Session(dataset, Settings(optimizer="Adem"))
        assert_is_clear(caught.value, "optimizer")
        assert "Adem" in str(caught.value)
        assert "did you mean Adam?" in str(caught.value)


@pytest.mark.parametrize(("name", "spelt"), [("adam", "Adam"), ("RMSPROP", "RMSprop"), ("Manual", "manual")])
def test_an_optimizers_name_is_spelt_as_keras_does(dataset: Dataset, name: str, spelt: str) -> None:
    assert Session(dataset, Settings(optimizer=name)).settings.optimizer == spelt


@pytest.mark.parametrize("samples", [1, 2, 3])
def test_hardly_any_points(samples: int) -> None:
    data = two_gaussians(samples)
    one = Dataset(data.inputs[:1].copy(), data.targets[:1].copy())
    for few in (data, one):
        session = Session(few, Settings(batch_size=1, learning_rate=0.01))
        session.run(5)
        assert isinstance(session.step(), Record)
        assert len(list(session.phases())) == 5
        assert session.evaluate().predicted.shape == (len(few),)


@pytest.mark.parametrize("features", [1, 3, 7])
def test_any_number_of_features(features: int) -> None:
    generator = np.random.default_rng(0)
    inputs = generator.normal(size=(30, features)).astype(np.float32)
    targets = (inputs[:, :1] > 0).astype(np.float32)
    session = Session(Dataset(inputs, targets), Settings("Adam", batch_size=8))
    session.run(300)
    assert session.history.weights.shape == (301, features, 1)
    assert session.evaluate().accuracy > 0.8
    assert session.step().weights_gradient.shape == (features, 1)


@pytest.mark.parametrize("optimizer", ["manual", "Adam"])
def test_many_steps_take_at_most_24_bytes_each(optimizer: str) -> None:
    steps = 250_000
    session = fresh_session(optimizer, batch_size=16, learning_rate=1e-3)
    session.run(10)  # what compiling needs is none of the history's
    session.reset()
    session.forget_ghosts()
    tracemalloc.start()
    try:
        session.run(steps)
        used, most = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert used <= 24 * steps
    assert most <= 50 * steps


def test_checkpoints_count_among_the_24_bytes() -> None:
    session = fresh_session("Adam", batch_size=16)
    session.run(10)
    session.reset()
    session.forget_ghosts()
    tracemalloc.start()
    try:
        while session.position < 24_000:
            session.run(SHORTEST_DISTANCE)
        gc.collect()
        # What the session itself holds: TensorFlow's caches grow with all that the process did before.
        snapshot = tracemalloc.take_snapshot().filter_traces([tracemalloc.Filter(True, "*/engine/training/*")])
    finally:
        tracemalloc.stop()
    used = sum(trace.size for trace in snapshot.traces)
    assert 16 * session.position <= used <= 24 * session.position + 100_000


def test_warming_up_takes_no_step(dataset: Dataset) -> None:
    warm, cold = Session(dataset, Settings("Adam")), Session(dataset, Settings("Adam"))
    warm.warm_up()
    assert warm.position == 0
    for session in (warm, cold):
        session.run(10)
        session.warm_up()
        session.run(10)
    assert_same_bits(recorded(warm), recorded(cold))


def test_sessions_do_not_disturb_each_other(dataset: Dataset) -> None:
    first, second = Session(dataset, Settings("Adam")), Session(dataset, Settings("Adam"))
    first.run(20)
    expected = recorded(first)
    first.reset()
    for _ in range(4):
        first.run(5)
        second.run(3)
        take_steps(second, 1)
    assert_same_bits(recorded(first), expected)

"""Back to any step and on from there gives the same bits, whatever the optimizer remembers of the way."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from sessions import assert_same_bits, fresh_session, recorded, take_steps

from engine.datasets import Dataset
from engine.training import Diverged, Session
from engine.training.checkpoints import Checkpoint

WEIGHTS, BIAS = np.array([[-1.5], [0.5]], np.float32), np.array([0.25], np.float32)


# That every optimizer's memory is brought back is tried in test_block.py, where each is compiled already.
@pytest.mark.parametrize(
    ("optimizer", "batch_size"), [("manual", None), ("Adam", 16), ("Adam", 300), ("Nadam", 300), ("Lamb", None)]
)
def test_back_to_anywhere_and_on_from_there(optimizer: str, batch_size: int | None) -> None:
    session = fresh_session(optimizer, batch_size)
    session.run(500)
    expected = recorded(session)
    for position in (137, 499, 1, 500, 0):
        session.seek(position)
        session.run(500 - position)
        assert_same_bits(recorded(session), expected)


@pytest.mark.parametrize("optimizer", ["manual", "Adam", "Nadam", "ScheduleFreeAdamW"])
def test_the_same_by_the_tape(optimizer: str) -> None:
    session = fresh_session(optimizer, batch_size=16)
    take_steps(session, 76)
    expected = recorded(session)
    for position in (73, 64, 52):
        session.seek(position)
        take_steps(session, 76 - position)
        assert_same_bits(recorded(session), expected)


def test_looking_back_changes_nothing() -> None:
    session = fresh_session("Adam", 16)
    session.run(510)
    expected = recorded(session)
    session.reset()
    session.run(500)
    for position in (137, 0, 499, 500):
        session.seek(position)
        assert session.position == position
        assert np.array_equal(session.weights, expected.weights[position])
        assert np.array_equal(session.bias, expected.bias[position])
    session.run(10)
    assert_same_bits(recorded(session), expected)


def test_back_goes_back_by_one_step_and_stays_at_the_start() -> None:
    session = fresh_session()
    session.run(2)
    positions = []
    for _ in range(4):
        session.back()
        positions.append(session.position)
    assert positions == [1, 0, 0, 0]
    assert len(session.history) == 2


def test_a_reset_is_the_same_start() -> None:
    session = fresh_session("Adam", 16)
    session.run(200)
    expected = recorded(session)
    session.reset()
    assert (session.position, len(session.history)) == (0, 0)
    session.run(200)
    assert_same_bits(recorded(session), expected)
    assert [len(ghost.loss) for ghost in session.ghosts] == [200]


@dataclass(frozen=True)
class Stretch:
    """Steps that were taken alike, after changes of the rate and of the parameters."""

    steps: int
    compiled: bool
    learning_rate: float
    edited: bool

    def take(self, session: Session, already: int = 0) -> None:
        """Takes the stretch, or what is left of it after so many of its steps."""
        session.set_learning_rate(self.learning_rate)
        if self.edited and not already:
            session.set_weights(WEIGHTS, BIAS)
        if self.compiled:
            session.run(self.steps - already)
        else:
            take_steps(session, self.steps - already)


rates = st.sampled_from([0.1, 0.02])
stretches = st.one_of(
    st.builds(Stretch, st.integers(1, 40), st.just(True), rates, st.booleans()),
    st.builds(Stretch, st.integers(1, 6), st.just(False), rates, st.booleans()),
)


# Finding the smallest example would take minutes.
@settings(max_examples=15, phases=[Phase.explicit, Phase.generate])
@given(st.sampled_from(["Adam", "Nadam"]), st.lists(stretches, min_size=2, max_size=5), st.data())
def test_any_past_goes_on_as_it_did(optimizer: str, plan: list[Stretch], data: st.DataObject) -> None:
    session = fresh_session(optimizer, batch_size=300)
    for stretch in plan:
        stretch.take(session)
    expected = recorded(session)
    edits = [edit.step for edit in session.edits]
    for _ in range(3):
        position = data.draw(st.integers(0, len(expected.loss)))
        session.seek(position)
        begin = 0
        for stretch in plan:
            already = min(max(position - begin, 0), stretch.steps)
            looked_at_edit = stretch.edited and position == begin
            if already < stretch.steps:
                stretch.take(session, already) if not looked_at_edit else _after_the_edit(stretch, session)
            begin += stretch.steps
        assert_same_bits(recorded(session), expected)
        assert [edit.step for edit in session.edits] == edits


def _after_the_edit(stretch: Stretch, session: Session) -> None:
    """Looking at a step shows it with its edit, which need not be made again."""
    Stretch(stretch.steps, stretch.compiled, stretch.learning_rate, edited=False).take(session)


Advance = Callable[[Session, int], None]


def run(session: Session, steps: int) -> None:
    session.run(steps)


class TestEdits:
    """Parameters put in by hand, between which the optimizer keeps its memory."""

    @pytest.mark.parametrize("advance", [run, take_steps])
    def test_looking_back_from_an_edit_and_returning_to_it_changes_nothing(self, advance: Advance) -> None:
        # A bug that was: the memory came back as it was before the steps ahead of the edit.
        session = fresh_session("Adam", 16)
        for looks_back in (False, True):
            session.reset()
            advance(session, 30)
            session.set_weights(WEIGHTS, BIAS)
            if looks_back:
                session.seek(7)
                session.seek(30)
            advance(session, 20)
            if not looks_back:
                expected = recorded(session)
        assert_same_bits(recorded(session), expected)

    @pytest.mark.parametrize("position", [30, 31, 60, 29, 5])
    def test_a_replay_never_crosses_an_edit(self, position: int) -> None:
        session = fresh_session("Adam", 16)
        session.run(30)
        session.set_weights(WEIGHTS, BIAS)
        session.run(50)
        expected = recorded(session)
        session.seek(position)
        if position < 30:
            session.run(30 - position)
            session.set_weights(WEIGHTS, BIAS)
        session.run(80 - session.position)
        assert_same_bits(recorded(session), expected)

    def test_the_step_after_an_edit_begins_with_it(self) -> None:
        session = fresh_session()
        session.run(5)
        session.set_weights(WEIGHTS, BIAS)
        record = session.step()
        assert (record.index, len(session.history)) == (5, 6)
        assert np.array_equal(record.weights, WEIGHTS)
        assert np.array_equal(record.bias, BIAS)

    def test_an_edit_of_a_past_step_leaves_the_future_as_a_ghost(self) -> None:
        session = fresh_session()
        session.run(40)
        left = recorded(session)
        session.seek(10)
        session.set_weights(WEIGHTS, BIAS)
        assert (session.position, len(session.history)) == (10, 10)
        (ghost,) = session.ghosts
        assert_same_bits(ghost, left)
        assert session.history.view.own_from == 10

    def test_the_edit_is_a_copy(self) -> None:
        session = fresh_session()
        weights = WEIGHTS.copy()
        session.set_weights(weights, BIAS)
        weights[:] = 99
        assert np.array_equal(session.weights, WEIGHTS)


class TestLearningRates:
    def test_a_change_counts_from_the_next_step_on(self) -> None:
        session = fresh_session()
        session.run(10)
        session.set_learning_rate(0.05)
        session.run(10)
        assert session.learning_rates == ((0, 0.1), (10, 0.05))
        before = recorded(session)
        session.reset()
        session.set_learning_rate(0.1)
        session.run(11)
        assert np.array_equal(recorded(session).loss, before.loss[:11])  # step 10 loses as much at either rate
        assert not np.array_equal(session.weights, before.weights[11])

    def test_going_on_from_the_past_uses_the_present_rate(self) -> None:
        session = fresh_session("Adam", 16)
        session.run(50)
        session.set_learning_rate(0.01)
        session.run(50)
        session.seek(20)
        session.run(5)
        assert session.learning_rates == ((0, 0.1), (20, 0.01))
        (ghost,) = session.ghosts
        assert len(ghost.loss) == 100
        assert np.array_equal(session.history.weights[:21], ghost.weights[:21])
        assert not np.array_equal(session.history.weights[21], ghost.weights[21])

    def test_a_step_takes_what_the_rate_says(self) -> None:
        session = fresh_session(learning_rate=0.25)
        record = session.step()
        np.testing.assert_allclose(session.weights, record.weights - 0.25 * record.weights_gradient, rtol=1e-6)
        np.testing.assert_allclose(session.bias, record.bias - 0.25 * record.bias_gradient, rtol=1e-6)


def test_an_interrupted_replay_is_not_taken_for_the_present(monkeypatch: pytest.MonkeyPatch) -> None:
    session = fresh_session("Adam", 16)
    session.run(110)
    expected = recorded(session)
    session.reset()
    session.run(100)
    replay = Session._replay

    def interrupted(self: Session, checkpoint: Checkpoint) -> None:
        replay(self, checkpoint)
        raise KeyboardInterrupt

    session.seek(50)
    monkeypatch.setattr(Session, "_replay", interrupted)
    with pytest.raises(KeyboardInterrupt):
        session.run(50)
    monkeypatch.undo()
    session.seek(100)
    session.run(10)
    assert_same_bits(recorded(session), expected)


def test_ghosts_can_be_dropped() -> None:
    session = fresh_session()
    session.run(5)
    session.reset()
    session.forget_ghosts()
    assert session.ghosts == ()


def test_a_step_in_the_middle_of_long_blocks() -> None:
    session = fresh_session("Adam", 300)
    session.run(100_000)
    expected = recorded(session)
    session.seek(54_321)
    session.run(1_000)
    assert np.array_equal(session.history.loss, expected.loss[:55_321])


def test_diverging_after_a_seek_keeps_the_way_there() -> None:
    session = fresh_session()
    session.run(40)
    expected = recorded(session)
    session.seek(20)
    session.set_learning_rate(50)
    with pytest.raises(Diverged):
        session.run(100)
    assert np.array_equal(session.history.loss[:20], expected.loss[:20])
    assert_same_bits(session.ghosts[-1], expected)


def test_parameters_put_in_at_step_0_are_the_start_that_reset_goes_back_to(dataset: Dataset) -> None:
    session = Session(dataset)
    session.set_weights([[0.5], [-0.5]], [0.25])
    session.run(5)
    session.reset()
    assert session.weights.ravel().tolist() == [0.5, -0.5]
    assert session.bias.tolist() == [0.25]
    session.run(5)
    session.set_weights([[9], [9]], [9])
    session.reset()
    assert session.weights.ravel().tolist() == [0.5, -0.5]

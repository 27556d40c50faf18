"""A step looked into phase by phase, forward and back."""

from __future__ import annotations

import pytest
from sessions import assert_same_bits, fresh_session, recorded, take_steps

from engine.training import Diverged
from engine.training.dissection import Dissection

NAMES = ("batch", "forward", "loss", "gradients", "update")


def shown(dissection: Dissection) -> tuple[str, ...]:
    return tuple(phase.name for phase in dissection.shown)


def test_each_phase_joins_those_before() -> None:
    session = fresh_session()
    dissection = Dissection(session)
    assert shown(dissection) == ()
    for count in range(1, 6):
        assert not dissection.is_over
        dissection.forward()
        assert shown(dissection) == NAMES[:count]
        assert session.position == (count == 5)
    assert dissection.is_over


def test_back_and_forward_show_the_same_phases_again() -> None:
    dissection = Dissection(fresh_session(batch_size=16))
    for _ in range(4):
        dissection.forward()
    first = dissection.shown
    for count in (3, 2, 1, 0):
        dissection.back()
        assert dissection.shown == first[:count]
    for count in (1, 2, 3, 4):
        dissection.forward()
        assert all(phase is before for phase, before in zip(dissection.shown, first[:count], strict=True))


def test_back_from_the_last_phase_looks_at_the_step_before_its_update() -> None:
    session = fresh_session("Adam", 16)
    take_steps(session, 3)
    dissection = Dissection(session)
    for _ in range(5):
        dissection.forward()
    view = recorded(session)
    dissection.back()
    assert (session.position, len(session.history)) == (3, 4)
    assert not dissection.is_over
    dissection.forward()
    assert (session.position, len(session.history)) == (4, 4)
    assert_same_bits(recorded(session), view)
    assert session.ghosts == ()


def test_looking_into_steps_is_taking_them() -> None:
    session = fresh_session("Adam", 16)
    take_steps(session, 3)
    expected = recorded(session)
    session.reset()
    for _ in range(3):
        dissection = Dissection(session)
        while not dissection.is_over:
            dissection.forward()
            dissection.back()
            dissection.forward()
    assert_same_bits(recorded(session), expected)


def test_a_step_that_diverges_shows_its_loss_and_no_more() -> None:
    session = fresh_session()
    session.set_weights([[3e38], [0.0]], [0.0])
    dissection = Dissection(session)
    for _ in range(3):
        dissection.forward()
    with pytest.raises(Diverged):
        dissection.forward()
    assert shown(dissection) == NAMES[:3]
    assert session.position == 0

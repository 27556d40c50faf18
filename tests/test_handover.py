"""A function on a thread of its own runs only in its turns, and can be ended in its middle."""

from __future__ import annotations

import threading
from collections.abc import Callable

import pytest

from engine.keras_lab.handover import Handover

Turn = Callable[[], None]


def test_both_sides_run_in_turns() -> None:
    said: list[str] = []

    def count(yield_turn: Turn) -> None:
        for number in range(3):
            said.append(f"function {number}")
            yield_turn()

    handover = Handover(count)
    while not handover.is_over:
        said.append("caller")
        handover.resume()
    assert said == ["caller", "function 0", "caller", "function 1", "caller", "function 2", "caller"]


def test_it_runs_on_one_thread_of_its_own_which_ends_with_it() -> None:
    threads = []

    def note(yield_turn: Turn) -> None:
        threads.append(threading.current_thread())
        yield_turn()
        threads.append(threading.current_thread())

    handover = Handover(note)
    handover.resume()
    handover.resume()
    assert threads[0] is threads[1] is not threading.current_thread()
    assert not threads[0].is_alive()


def test_what_it_raises_reaches_the_caller() -> None:
    def fail(yield_turn: Turn) -> None:
        yield_turn()
        raise ValueError("no")

    handover = Handover(fail)
    handover.resume()
    with pytest.raises(ValueError, match="no"):
        handover.resume()
    assert handover.is_over
    handover.resume()  # nothing more comes of it


def test_closing_ends_it_where_it_waits_and_lets_it_clear_up() -> None:
    said: list[str] = []

    def wait(yield_turn: Turn) -> None:
        try:
            while True:
                try:
                    yield_turn()
                except Exception:  # as a library does that goes on whatever happens
                    said.append("swallowed")
        finally:
            said.append("cleared up")

    handover = Handover(wait)
    handover.resume()
    handover.close()
    assert handover.is_over
    assert said == ["cleared up"]
    handover.close()


def test_one_that_never_had_a_turn_never_runs() -> None:
    said: list[str] = []
    handover = Handover(lambda _yield_turn: said.append("ran"))
    handover.close()
    assert handover.is_over
    handover.resume()
    assert not said


def test_the_size_of_later_threads_stays_as_it_was() -> None:
    before = threading.stack_size()
    handover = Handover(lambda yield_turn: yield_turn())
    handover.resume()
    assert threading.stack_size() == before
    handover.close()

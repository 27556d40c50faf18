"""Lets a function of someone else's be stopped in its middle, looked at, and let go on."""

from __future__ import annotations

import threading
from collections.abc import Callable, Generator

STACK_BYTES = 16 << 20
"""macOS gives a thread 512 KiB, too little for TensorFlow."""

PIECE_SECONDS = 0.05
"""How long a piece of work takes: a command is obeyed between two."""

Pieces = Generator[None, None, None]
"""Work that is done piece by piece; to `close` it is to leave it."""

_one_at_a_time = threading.Lock()


class Closed(BaseException):
    """Raised where the function waits, to end it; no `except Exception` on the way stops it."""


class Handover:
    """Runs `function(yield_turn)` on a thread of its own, in turns with whoever calls `resume`.

    Only one of the two ever runs, as with a generator; but where a generator yields from its own frame alone, the
    function may call `yield_turn` from as deep as it likes, as Keras's `fit` does when it calls a callback.
    """

    def __init__(self, function: Callable[[Callable[[], None]], None]) -> None:
        self._function = function
        self._error: BaseException | None = None
        self._is_closing = False
        self._is_over = False
        self._its_turn = threading.Semaphore(0)
        self._our_turn = threading.Semaphore(0)
        self._thread = threading.Thread(target=self._run, name="fit", daemon=True)

    @property
    def is_over(self) -> bool:
        """Whether the function has returned, raised, or been closed."""
        return self._is_over

    def resume(self) -> None:
        """Lets the function run until it yields its turn or is over. Raises what it raised."""
        if self._is_over:
            return
        if self._thread.ident is None:
            _start(self._thread)
        self._its_turn.release()
        self._our_turn.acquire()
        if self._is_over:
            self._thread.join()
        if self._error is not None:
            error, self._error = self._error, None
            raise error

    def close(self) -> None:
        """Ends the function where it waits: its `finally` blocks run, and nothing after it."""
        self._is_closing = True
        if self._thread.ident is None:
            self._is_over = True
        while not self._is_over:
            self.resume()

    def _run(self) -> None:
        self._its_turn.acquire()
        try:
            if not self._is_closing:
                self._function(self._yield_turn)
        except Closed:
            pass
        except BaseException as error:
            self._error = error
        self._is_over = True
        self._our_turn.release()

    def _yield_turn(self) -> None:
        self._our_turn.release()
        self._its_turn.acquire()
        if self._is_closing:
            raise Closed


def _start(thread: threading.Thread) -> None:
    """Starts it with a stack that is large enough; Python keeps that size for all threads alike."""
    with _one_at_a_time:
        before = threading.stack_size(STACK_BYTES)
        try:
            thread.start()
        finally:
            threading.stack_size(before)

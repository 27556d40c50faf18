"""How a run is ended from outside: by a signal, or because the other workers are gone; also where TensorFlow does not
listen, because it waits for rows or for someone who is there no longer."""

from __future__ import annotations

import os
import signal
import socket
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress

from engine.errors import Problem

OBEYED_SECONDS = 3.0
"""How long the training has to obey a signal by itself."""

RESCUE_SECONDS = 1.5
"""How long it may take to keep a checkpoint without it."""


@contextmanager
def signals_collected(disobeyed: Callable[[int], None]) -> Iterator[list[int]]:
    """Collects the signals that ask the run to end, instead of ending it in the middle of a step.

    disobeyed is called, on a thread of its own, with the number of a signal after which the block did not end within
    `OBEYED_SECONDS`. Python itself hears of no signal while TensorFlow is at work; the system's own pipe does.
    """
    signals: list[int] = []
    numbers = (signal.SIGTERM, signal.SIGINT)
    heard, told = socket.socketpair()
    told.setblocking(False)
    ended = threading.Event()

    def listen() -> None:
        number = heard.recv(1)
        if number and number[0] in numbers and not ended.wait(OBEYED_SECONDS):
            disobeyed(number[0])

    listener = threading.Thread(target=listen, name="signals", daemon=True)
    before = [signal.signal(number, lambda number, _: signals.append(number)) for number in numbers]
    descriptor = signal.set_wakeup_fd(told.fileno(), warn_on_full_buffer=False)
    listener.start()
    try:
        yield signals
    finally:
        ended.set()
        signal.set_wakeup_fd(descriptor)
        for number, handler in zip(numbers, before, strict=True):
            signal.signal(number, handler)
        told.close()
        listener.join()
        heard.close()


def end_process(code: int, rescue: Callable[[], object] | None = None) -> None:
    """For when TensorFlow waits for someone and cannot be told to stop, nor the interpreter be left in good order.

    rescue: what is to be tried before, for `RESCUE_SECONDS` at most.
    """
    if rescue is not None:
        thread = threading.Thread(target=_try, args=(rescue,), name="rescue", daemon=True)
        thread.start()
        thread.join(RESCUE_SECONDS)
    for stream in (sys.stdout, sys.stderr):
        with suppress(OSError, ValueError):
            stream.flush()
    os._exit(code)


def _try(rescue: Callable[[], object]) -> None:
    with suppress(Problem):  # why the run ends is what has to be said
        rescue()

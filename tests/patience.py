"""How long a test waits, and how long what it tries may take, on slow and busy machines too."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache
from typing import Any

from pytestqt.qtbot import QtBot

LONGEST = 100_000
"""Milliseconds to wait for what must happen, on the slowest machine; it is far quicker on yours."""

USUAL = 0.006
"""Seconds in which a core of today counts as far as `_count` does."""


class PatientQtBot(QtBot):
    """pytest-qt's own gives up after five seconds, within which a busy machine may not even have shown a window."""

    def waitUntil(self, callback: Callable[[], Any], *, timeout: int = LONGEST) -> None:
        super().waitUntil(callback, timeout=timeout)

    def waitSignal(self, signal: Any, *, timeout: int = LONGEST, **options: Any) -> Any:
        return super().waitSignal(signal, timeout=timeout, **options)

    def waitActive(self, widget: Any, *, timeout: int = LONGEST) -> Any:
        return super().waitActive(widget, timeout=timeout)

    def waitExposed(self, widget: Any, *, timeout: int = LONGEST) -> Any:
        return super().waitExposed(widget, timeout=timeout)


@contextmanager
def within(seconds: float) -> Iterator[None]:
    """Fails where this takes a core of today longer.

    What other programs take of the processor does not count, nor what this one does in other threads.
    """
    begun = time.thread_time()
    yield
    assert time.thread_time() - begun < seconds * slowness()


@cache
def slowness() -> float:
    """How many times longer this machine takes than a core of today, 1 at least."""
    return max(1.0, min(_count() for _ in range(5)) / USUAL)


def _count() -> float:
    begun = time.thread_time()
    for _ in range(200_000):
        pass
    return time.thread_time() - begun

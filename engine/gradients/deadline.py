"""A limit to the time of Python code that cannot be asked to stop."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType
from typing import Any


class OutOfTime(BaseException):
    """The time is over. No `Exception`, so that nobody on the way takes it for one of their own."""


@contextmanager
def at_most(seconds: float) -> Iterator[None]:
    """Raises `OutOfTime` from within the block, on this thread, as soon as Python calls a function after that time."""
    end = time.perf_counter() + seconds

    def watch(frame: FrameType, event: str, argument: Any) -> None:
        if time.perf_counter() > end:
            raise OutOfTime

    earlier = sys.getprofile()
    sys.setprofile(watch)
    try:
        yield
    finally:
        sys.setprofile(earlier)

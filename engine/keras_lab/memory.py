"""How much memory a piece of work takes at its highest."""

from __future__ import annotations

import contextlib
import ctypes
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

STATUS = Path("/proc/self/status")
RESET = Path("/proc/self/clear_refs")


@dataclass(slots=True)
class Peak:
    """bytes: the highest beyond what the process had when the work began; None where the system does not tell."""

    bytes: int | None = None


@contextlib.contextmanager
def measured_peak() -> Iterator[Peak]:
    """Measures the block, by the mark that Linux keeps of the most memory a process ever had, set back beforehand.

    Python's own `tracemalloc` does not see what TensorFlow allocates. What was freed before is first given back to the
    system: else the work could live in it, and would seem to need nothing.
    """
    peak = Peak()
    before = _begin()
    yield peak
    if before is not None:
        peak.bytes = max(0, _read("VmHWM") - before)


def _begin() -> int | None:
    if sys.platform != "linux":
        return None
    with contextlib.suppress(OSError, AttributeError):
        ctypes.CDLL(None).malloc_trim(0)
    try:
        RESET.write_text("5")
        return _read("VmRSS")
    except OSError:  # a container may forbid it
        return None


def _read(name: str) -> int:
    """A line of the process's status, in bytes."""
    for line in STATUS.read_text().splitlines():
        if line.startswith(f"{name}:"):
            return int(line.split()[1]) * 1024
    raise OSError(name)

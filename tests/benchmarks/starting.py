"""From the command to the window, and to the first step: every start is a process of its own."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from collections.abc import Iterator

from benchmarks.rows import Row, at_most
from benchmarks.timing import alternate, median, median_difference

IMPORT = "import time; start = time.perf_counter(); import tensorflow; print(time.perf_counter() - start)"


def measure(quick: bool) -> Iterator[Row]:
    start_window()  # the others find its files in memory
    starts: list[dict[str, float]] = []
    gaps: list[float] = []

    def import_tensorflow() -> float:
        return float(output_of("-c", IMPORT))

    def first_step() -> float:
        starts.append(start_window())
        return starts[-1]["first step"]

    def longest_gap() -> float:
        gaps.append(start_window("--heartbeat")["longest gap"])
        return gaps[-1]

    imports, steps, _ = alternate(2 if quick else 5, import_tensorflow, first_step, longest_gap)
    windows = [start["on screen"] for start in starts]
    yield Row("window on screen after start (warm)", median(windows), "s", at_most(1), {"s longest": max(windows)})
    yield Row(
        "first step after start, beyond TensorFlow's own import time",
        median_difference(steps, imports),
        "s",
        at_most(1),
        {"s to the first step": median(steps), "s to import TensorFlow": median(imports)},
    )
    yield Row(
        "longest gap of the event loop while TensorFlow loads and compiles",
        1e3 * max(gaps),
        "ms",
        at_most(150),
        {"ms in the median start": 1e3 * median(gaps)},
    )


def start_window(*options: str) -> dict[str, float]:
    """What `benchmarks.started_window` says of one start."""
    began = time.monotonic()
    times: dict[str, float] = json.loads(output_of("-m", "benchmarks.started_window", str(began), *options))
    return times


def output_of(*arguments: str) -> str:
    """The last line that a new Python prints. Raises `RuntimeError` with what it said if it fails."""
    done = subprocess.run([sys.executable, *arguments], capture_output=True, text=True, check=False)
    if done.returncode:
        raise RuntimeError(done.stderr)
    return done.stdout.splitlines()[-1]

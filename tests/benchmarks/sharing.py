"""Two workers on this machine against one, with the same batches; and what a step costs that hardly learns anything."""

from __future__ import annotations

import json
import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from benchmarks.rows import Row
from benchmarks.streaming import BATCH, make_rows

ROWS, QUICK_ROWS = 1_000_000, 200_000
SMALL_BATCH, SMALL_ROWS, QUICK_SMALL_ROWS = 64, 200_000, 20_000


def measure(quick: bool) -> Iterator[Row]:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for kind in ("csv", "parquet"):
            make_rows(folder, kind, QUICK_ROWS if quick else ROWS)
            one, two = (1 / np.mean(step_seconds(folder, f"*.{kind}", BATCH, workers)) for workers in (1, 2))
            yield Row(
                f"two workers on this machine against one, rows of {kind} in batches of {BATCH}",
                float(two / one),
                "×",
                details={"rows/s by one": float(one * BATCH), "rows/s by two": float(two * BATCH)},
            )
        make_rows(folder, "parquet", QUICK_SMALL_ROWS if quick else SMALL_ROWS)
        one, two = (1e3 * np.median(step_seconds(folder, "*.parquet", SMALL_BATCH, workers)) for workers in (1, 2))
        yield Row(
            f"a step of two workers, batches of {SMALL_BATCH}: what meeting adds to a step of one",
            float(two - one),
            "ms",
            details={"ms by one": float(one), "ms by two": float(two), **bytes_written(folder / "run-64-1")},
        )


def step_seconds(folder: Path, pattern: str, batch_size: int, workers: int) -> NDArray[np.float64]:
    """By as many processes: how long each step took, but for the first, which compiles."""
    run = folder / f"run-{batch_size}-{workers}"
    command = [sys.executable, "-m", "gui", "train", "--data", str(folder / pattern), "--run-dir", str(run), "--json"]
    command += ["--batch-size", str(batch_size), "--learning-rate", "0.05"]
    command += ["--strategy", "multi-worker"] if workers > 1 else []
    shutil.rmtree(run, ignore_errors=True)
    with ExitStack() as stack:
        processes = [
            stack.enter_context(
                subprocess.Popen(command, env={**os.environ, **config}, stdout=subprocess.PIPE, text=True)
            )
            for config in configs(workers)
        ]
        output = processes[0].stdout
        assert output is not None
        ends = [time.perf_counter() for line in output if "step" in json.loads(line)]
    assert [process.returncode for process in processes] == [0] * workers
    return np.diff(ends)


def configs(workers: int) -> list[dict[str, str]]:
    """What tells each worker of the others, on doors that nobody uses."""
    doors = [socket.create_server(("127.0.0.1", 0)) for _ in range(workers)]
    addresses = [f"127.0.0.1:{door.getsockname()[1]}" for door in doors]
    for door in doors:
        door.close()
    cluster = {"worker": addresses}
    return [
        {"TF_CONFIG": json.dumps({"cluster": cluster, "task": {"type": "worker", "index": index}})}
        for index in range(workers)
    ]


def bytes_written(run: Path) -> dict[str, float]:
    events = sum(path.stat().st_size for path in run.glob("events.*"))
    steps = max(int(path.stem.partition("-")[2]) for path in run.glob("checkpoints/*.index"))
    checkpoint = sum(path.stat().st_size for path in run.glob(f"checkpoints/ckpt-{steps}.*"))
    return {"bytes of events a step": events / steps, "bytes a checkpoint": checkpoint}

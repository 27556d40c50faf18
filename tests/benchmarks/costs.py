"""What else a session costs: a step that can be watched, a jump through time, memory, the first compilation."""

from __future__ import annotations

import tracemalloc
from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING

from benchmarks.rows import Row, at_most
from benchmarks.timing import median, milliseconds, seconds
from engine.datasets import two_gaussians
from engine.loading import load_tensorflow
from engine.training import Settings

if TYPE_CHECKING:
    from engine.training import Session

LONG_RUN = 1_000_000


def measure(quick: bool) -> Iterator[Row]:
    load_tensorflow()
    from engine.training import Session

    dataset = two_gaussians()

    fresh = [seconds(Session(dataset, Settings(optimizer)).warm_up) for optimizer in ("manual", "Adam")]
    yield Row("the first compilation, manual", fresh[0], "s", details={"s with Adam": fresh[1]})

    session = Session(dataset)
    session.step()
    steps = [seconds(session.step) for _ in range(100 if quick else 500)]
    yield Row("step(), the tape loop that can be watched", 1e3 * median(steps), "ms", details=milliseconds(steps))

    session = Session(dataset, Settings("Adam", batch_size=16))
    session.warm_up()
    tracemalloc.start()
    session.run(LONG_RUN)
    used, _peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    yield Row("memory for each step of 1,000,000 with Adam, batches of 16", used / LONG_RUN, "bytes", at_most(24))

    session.evaluate()
    middle = LONG_RUN // 2
    looks = [seconds(partial(look, session, position)) for position in range(middle, middle + 100)]
    yield Row(f"looking at step {middle:,} of {LONG_RUN:,}", 1e3 * median(looks), "ms", details=milliseconds(looks))
    session.seek(middle)
    yield Row("one more step from there, with Adam's state restored", 1e3 * seconds(session.step), "ms")


def look(session: Session, position: int) -> None:
    session.seek(position)
    session.evaluate()

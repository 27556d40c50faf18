"""How long a frame takes, from the moment it reaches the window until all of it is painted."""

from __future__ import annotations

from collections.abc import Iterator

from benchmarks.rows import Row, at_most
from benchmarks.stage import Drawn, Stage, frames_per_second, open_stage
from benchmarks.timing import milliseconds, percentile_99
from engine.datasets import TwoGaussians
from gui.data_choices import DataChoices
from gui.settings import TrainingChoices

MANY = DataChoices(two_gaussians=TwoGaussians(samples_per_class=500_000))
MANY_STEPS = 10_000_000


def measure(quick: bool) -> Iterator[Row]:
    count = 100 if quick else 400
    flat_out = TrainingChoices(speed=None, stop_after=None)
    with open_stage(flat_out) as stage:
        stage.play()
        yield frame_row("2,000 points", watch(stage, count))
    with open_stage(TrainingChoices(data=MANY, speed=None, stop_after=None)) as stage:
        stage.play()
        stage.wait(2.0)  # until the density is painted
        yield frame_row("1,000,000 points", watch(stage, count))
    with open_stage(TrainingChoices(batch_size=16, speed=None, stop_after=None)) as stage:
        steps = MANY_STEPS // 10 if quick else MANY_STEPS
        stage.play()
        stage.until(lambda drawn: drawn.position >= steps)
        yield frame_row(f"after {steps:,} steps", watch(stage, count))


def watch(stage: Stage, count: int) -> list[Drawn]:
    """The next `count` frames."""
    stage.drawn.clear()
    stage.until(lambda _drawn: len(stage.drawn) >= count)
    return list(stage.drawn)


def frame_row(case: str, drawn: list[Drawn]) -> Row:
    times = [frame.seconds for frame in drawn]
    details = {**milliseconds(times), "frames/s": frames_per_second(drawn)}
    return Row(
        f"frame, event to painted, flat out, p99: {case}", 1e3 * percentile_99(times), "ms", at_most(16.7), details
    )

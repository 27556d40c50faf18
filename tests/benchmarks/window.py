"""Training flat out while the window draws: what drawing costs the training, and training the window."""

from __future__ import annotations

from collections.abc import Iterator

from benchmarks.heartbeat import Heartbeat
from benchmarks.rows import Row, at_least, at_most
from benchmarks.stage import Stage, frames_per_second, open_stage, steps_per_second
from benchmarks.timing import alternate, median, median_ratio, seconds
from gui.settings import TrainingChoices


def measure(quick: bool) -> Iterator[Row]:
    choices = TrainingChoices(speed=None, stop_after=None)
    with open_stage(choices) as stage:
        yield speed_row(stage, choices, rounds=3 if quick else 5, length=1.0 if quick else 2.0)
        yield gap_row(stage, length=3.0 if quick else 10.0)


def speed_row(stage: Stage, choices: TrainingChoices, rounds: int, length: float) -> Row:
    """In turns: the tab plays and draws; the tab rests, and a session of our own runs the same."""
    from engine.training import Session

    session = Session(choices.recipe().make(), choices.settings())
    session.run(10_000)
    frames: list[float] = []

    def with_window() -> float:
        stage.play()
        drawn = stage.measure(length)
        stage.pause()
        frames.append(frames_per_second(drawn))
        return steps_per_second(drawn)

    def without_window() -> float:
        before = session.position
        taken = 0.0
        while taken < length:
            taken += seconds(lambda: session.run(10_000))
        return (session.position - before) / taken

    drawing, alone = alternate(rounds, with_window, without_window)
    return Row(
        "run() with the window open and drawing: share of its speed without",
        median_ratio(drawing, alone),
        "×",
        at_least(0.8),
        {"steps/s with": median(drawing), "steps/s without": median(alone), "frames/s": median(frames)},
    )


def gap_row(stage: Stage, length: float) -> Row:
    stage.play()
    heartbeat = Heartbeat()
    stage.wait(length)
    heartbeat.stop()
    stage.pause()
    return Row(
        f"longest gap of the event loop while training flat out for {length:.0f} s",
        1e3 * heartbeat.longest_gap,
        "ms",
        at_most(33),
    )

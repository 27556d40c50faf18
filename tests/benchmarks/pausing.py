"""Pause, pressed while training flat out: when the last step is taken, and when the window shows it."""

from __future__ import annotations

import random
import time
from collections.abc import Iterator
from unittest import mock

from benchmarks.rows import Row, at_most
from benchmarks.stage import Stage, open_stage
from benchmarks.timing import milliseconds, percentile_99
from engine.protocol import Command, Pause
from engine.training.player import Player
from gui.settings import TrainingChoices


def measure(quick: bool) -> Iterator[Row]:
    obeyed: list[float] = []
    obey = Player.obey

    def timed_obey(player: Player, command: Command) -> None:
        if isinstance(command, Pause):  # it has its turn between two pieces of work: the step before was the last
            obeyed.append(time.perf_counter())
        obey(player, command)

    with (
        mock.patch.object(Player, "obey", timed_obey),
        open_stage(TrainingChoices(speed=None, stop_after=None)) as stage,
    ):
        presses = [press(stage) for _ in range(15 if quick else 60)]
    stopped = [after - pressed for after, (pressed, _shown) in zip(obeyed, presses, strict=True)]
    shown = [after - pressed for pressed, after in presses]
    yield Row(
        "Pause pressed to no further step, flat out, p99",
        1e3 * percentile_99(stopped),
        "ms",
        at_most(50),
        milliseconds(stopped),
    )
    yield Row("Pause pressed to seen, flat out, p99", 1e3 * percentile_99(shown), "ms", details=milliseconds(shown))


def press(stage: Stage) -> tuple[float, float]:
    """When Pause was pressed, at some moment of a block, and when a frame at rest was painted."""
    start = stage.drawn[-1].position
    stage.tab.play()
    stage.until(lambda drawn: drawn.position > start)
    stage.wait(random.uniform(0.1, 0.2))
    pressed = time.perf_counter()
    return pressed, stage.pause().painted

"""Lines that Hypothesis makes up, from a grammar and from raw text: each is computed, or refused in time.

`PYTHONPATH=tests python -m benchmarks.fuzzing --lines 100000` tries so many, and ends with 1 where one goes wrong.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks.rows import Row, at_most
from engine.loading import load_tensorflow

PATIENCE = 10
PIECE = 1000
"""Lines that Hypothesis makes at a time; it remembers those of one time."""


@dataclass(slots=True)
class Tally:
    """What came of the lines so far. slow: refused too late, by the seconds. reached: what a line reached outside
    of the program. crashed: of which something else came than a result or a refusal."""

    lines: int = 0
    computed: int = 0
    refused_seconds: list[float] = field(default_factory=list)
    computed_seconds: float = 0.0
    slow: dict[str, float] = field(default_factory=dict)
    reached: list[str] = field(default_factory=list)
    crashed: list[str] = field(default_factory=list)

    @property
    def faults(self) -> list[str]:
        late = [f"{line!r}: refused after {1e3 * seconds:.0f} ms" for line, seconds in self.slow.items()]
        return [*late, *self.reached, *self.crashed]


def measure(quick: bool) -> Iterator[Row]:
    count = 500 if quick else 5000
    tally = fuzz(count)
    details = {"were computed": float(tally.computed), "crashed or reached out": len(tally.faults) - len(tally.slow)}
    slowest = 1e3 * max(tally.refused_seconds) if not tally.faults else float("nan")
    yield Row(f"{count:,} fuzzed lines: the slowest refusal", slowest, "ms", at_most(50), details)


def fuzz(count: int, first_seed: int = 0) -> Tally:
    """Tries so many lines, in a folder of their own."""
    load_tensorflow()
    from hypothesis.configuration import set_hypothesis_home_dir

    from engine.expressions import cost

    tally = Tally()
    share, cost.SHARE_OF_FREE_MEMORY = cost.SHARE_OF_FREE_MEMORY, 0  # large results take long, and show no more
    home = Path.cwd()
    with tempfile.TemporaryDirectory() as folder, tempfile.TemporaryDirectory() as notes:
        os.chdir(folder)
        set_hypothesis_home_dir(notes)
        try:
            for piece in range(-(-count // PIECE)):
                _try_piece(tally, min(PIECE, count - piece * PIECE), first_seed + piece)
                tally.reached.extend(map(str, Path(folder).iterdir()))
                if count > 10 * PIECE:
                    print(f"{tally.lines:,} lines, {len(tally.faults)} faults", file=sys.stderr, flush=True)
            _try_slow_ones_again(tally)
        finally:
            os.chdir(home)
            cost.SHARE_OF_FREE_MEMORY = share
    return tally


def _try_piece(tally: Tally, count: int, number: int) -> None:
    from formula_lines import lines
    from hypothesis import HealthCheck, Phase, given, seed, settings

    @seed(number)
    @settings(
        max_examples=count,
        database=None,
        deadline=None,
        derandomize=False,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(lines())
    def try_all(line: str) -> None:
        _try(tally, line)

    try_all()


def _try(tally: Tally, line: str) -> None:
    from line_trials import SECONDS, try_line, watched

    tally.lines += 1
    with watched() as caught:
        try:
            trial = try_line(line)
        except Exception as error:
            tally.crashed.append(f"{line!r}: {type(error).__name__}: {error}")
            return
    tally.reached.extend(f"{line!r}: {event}" for event in caught)
    if trial.is_computed:
        tally.computed += 1
        tally.computed_seconds = max(tally.computed_seconds, trial.seconds)
        return
    if trial.seconds >= SECONDS:
        tally.slow[line] = trial.seconds
    else:
        tally.refused_seconds.append(trial.seconds)


def _try_slow_ones_again(tally: Tally) -> None:
    """Another program may have had the processor for a while; not each time that a line is tried."""
    from line_trials import SECONDS, try_line

    for line in list(tally.slow):
        for _ in range(PATIENCE):
            seconds = try_line(line).seconds
            if seconds < SECONDS:
                del tally.slow[line]
                tally.refused_seconds.append(seconds)
                break
            time.sleep(seconds)


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.fuzzing", description=__doc__)
    parser.add_argument("--lines", type=int, default=5000, help="how many (%(default)s)")
    parser.add_argument("--seed", type=int, default=0, help="of the first thousand (%(default)s)")
    options = parser.parse_args()
    tally = fuzz(options.lines, options.seed)
    refused = sorted(tally.refused_seconds)
    print(f"{tally.lines:,} lines: {tally.computed:,} computed (the slowest {1e3 * tally.computed_seconds:.0f} ms),")
    middle, slowest = 1e3 * refused[len(refused) // 2], 1e3 * refused[-1]
    print(f"{len(refused):,} refused (median {middle:.1f} ms, slowest {slowest:.1f});")
    print(f"{len(tally.slow)} refused too late, {len(tally.reached)} reached out, {len(tally.crashed)} crashed.")
    print("\n".join(tally.faults))
    return 1 if tally.faults else 0


if __name__ == "__main__":
    sys.exit(main())

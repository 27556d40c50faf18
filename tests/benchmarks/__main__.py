"""`make bench`: measures, prints the table, keeps it as JSON.

The exit code is 0 whatever the figures are; 1 where a benchmark could not be carried out.
"""

from __future__ import annotations

import argparse
import importlib
import json
import subprocess
import sys
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from pathlib import Path

from benchmarks import NAMES, machine, report
from benchmarks.rows import Goal, Row


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="make bench", description="Measure how fast and how smooth TapeLab is.")
    parser.add_argument("--only", action="append", choices=NAMES, help="measure this part; may be repeated (all)")
    parser.add_argument("--quick", action="store_true", help="measure shortly, for a first impression")
    parser.add_argument("--json", type=Path, default=Path("build/bench.json"), metavar="PATH", help="(%(default)s)")
    parser.add_argument("--here", action="store_true", help=argparse.SUPPRESS)
    options = parser.parse_args(arguments)
    names = options.only or NAMES
    if options.here:
        print(json.dumps([asdict(row) for name in names for row in measure_here(name, options.quick)]))
        return 0

    facts = machine.facts()
    print(report.machine_text(facts), flush=True)
    rows: list[Row] = []
    failed = False
    for name in names:
        print(f"Measuring {name} ...", file=sys.stderr, flush=True)
        try:
            rows += measure_apart(name, options.quick)
        except subprocess.CalledProcessError as error:
            failed = True
            print(error.stderr, file=sys.stderr)
    print(report.table(rows))
    report.write_json(options.json, facts, rows)
    return 1 if failed else 0


def measure_here(name: str, quick: bool) -> Iterator[Row]:
    yield from importlib.import_module(f"benchmarks.{name}").measure(quick)


def measure_apart(name: str, quick: bool) -> list[Row]:
    """In a process of its own. Raises `CalledProcessError` with what that process said."""
    command = [sys.executable, "-m", "benchmarks", "--here", "--only", name, *(["--quick"] if quick else [])]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    plain_rows = json.loads(done.stdout.splitlines()[-1])
    return [Row(**{**row, "goal": row["goal"] and Goal(**row["goal"])}) for row in plain_rows]


if __name__ == "__main__":
    sys.exit(main())

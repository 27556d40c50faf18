"""The table that is read, and the JSON that is kept."""

from __future__ import annotations

import json
import textwrap
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict
from pathlib import Path

from benchmarks.rows import Row

HEADINGS = ("what", "measured", "must reach", "reached", "besides")
WIDTHS = (58, 11, 17, 7, 50)
GAP = "  "

BUSY = 0.5
"""From this load on, other programs take so much of the machine that it shows."""


def machine_text(facts: Mapping[str, str | float]) -> str:
    """The facts in one paragraph, with a warning where the machine is busy with something else."""
    text = ", ".join(f"{name} {value}" for name, value in facts.items())
    load = facts.get("load")
    if isinstance(load, float) and load > BUSY:
        text += ". The machine is busy with something else: it can do better than this"
    return textwrap.fill(text + ".", sum(WIDTHS) + len(GAP) * (len(WIDTHS) - 1))


def table(rows: Sequence[Row]) -> str:
    """Plain text: first what has a goal, then the rest."""
    lines = ["", in_columns(HEADINGS), in_columns("-" * width for width in WIDTHS)]
    for row in sorted(rows, key=lambda row: row.goal is None):
        must_reach = ""
        if row.goal is not None:
            must_reach = f"at {'least' if row.goal.at_least else 'most'} {row.goal.value:g} {row.unit}"
        reached = {True: "yes", False: "NO", None: ""}[row.is_reached]
        besides = ", ".join(f"{number(value)} {name}" for name, value in row.details.items())
        lines += wrapped((row.what, f"{number(row.measured)} {row.unit}", must_reach, reached, besides))
    return "\n".join(lines)


def write_json(path: Path, facts: Mapping[str, str | float], rows: Sequence[Row]) -> None:
    """Keeps all that the table shows."""
    plain_rows = [{**asdict(row), "is_reached": row.is_reached} for row in rows]
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps({"machine": facts, "rows": plain_rows}, indent=2, ensure_ascii=False) + "\n", "utf-8")


def wrapped(cells: Iterable[str]) -> list[str]:
    """The lines of one row, each cell broken at its column's width."""
    columns = [textwrap.wrap(cell, width) or [""] for cell, width in zip(cells, WIDTHS, strict=True)]
    height = max(len(column) for column in columns)
    filled_up = [column + [""] * (height - len(column)) for column in columns]
    return [in_columns(parts) for parts in zip(*filled_up, strict=True)]


def in_columns(cells: Iterable[str]) -> str:
    return GAP.join(f"{cell:<{width}}" for cell, width in zip(cells, WIDTHS, strict=True)).rstrip()


def number(value: float) -> str:
    """Three digits, or all those before the point."""
    return f"{value:,.0f}" if abs(value) >= 100 else f"{value:.3g}"

"""The workspace as a Python program of its own, which prints what the window shows."""

from __future__ import annotations

from collections.abc import Iterable

from engine.tensors.workspace import Item, Step


def program(items: Iterable[Item], chosen: Item | None) -> tuple[str, int]:
    """The program, and the number, from 1, of the line that makes the chosen tensor; 0 for none.

    It has the steps that these tensors come from, in the order in which they were run, and no others: what was undone,
    removed or replaced appears only if something that is still there was made of it.
    """
    items = tuple(items)
    steps = _steps([item.step for item in items])
    imports = [line for step in steps for line in step.before if _is_import(line)]
    lines = [*dict.fromkeys(["import tensorflow as tf", *imports])]
    if any("np." in step.code for step in steps):
        lines.insert(0, "import numpy as np")
    lines.append("")
    chosen_line = 0
    for step in steps:
        lines.extend(line for line in step.before if not _is_import(line))
        lines.append(step.code)
        if chosen is not None and step is chosen.step:
            chosen_line = len(lines)
    lines.append("")
    lines.extend(_shown(item) for item in items)
    return "\n".join(lines).rstrip("\n") + "\n", chosen_line


def making(items: Iterable[Item]) -> str:
    """The lines that make these tensors, with the imports that they need besides TensorFlow's; they print nothing."""
    lines = program(items, None)[0].splitlines()
    return "\n".join(line for line in lines if line and not line.startswith(("print(", "import tensorflow")))


def _steps(wanted: list[Step]) -> list[Step]:
    """These and all that they use, each once, in the order in which they were run."""
    found: dict[int, Step] = {}
    waiting = list(wanted)
    while waiting:
        step = waiting.pop()
        if step.number not in found:
            found[step.number] = step
            waiting.extend(step.uses)
    return [found[number] for number in sorted(found)]


def _shown(item: Item) -> str:
    """Rows begin in a line of their own, so that they stand one below the other."""
    separator = ', sep="\\n"' if item.tensor.shape.rank > 1 else ""
    return f'print("{item.name} =", {item.name}.numpy(){separator})'


def _is_import(line: str) -> bool:
    return line.startswith("import ")

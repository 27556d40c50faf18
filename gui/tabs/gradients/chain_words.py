"""The chain rule in numbers, as words and factors: for a tape as a whole, and for the ways through one operation."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QCoreApplication

from engine.gradients.chain import Path
from engine.gradients.formulas import MINUS, written_number
from engine.gradients.recording import Input, RecordedOperation, RecordedTape, Recording

MOST_WAYS = 3
"""Ways that are written out in one line."""


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of a line; `is_strong`: it is about the operation that is chosen; `is_quiet`: it only explains."""

    text: str
    is_strong: bool = False
    is_quiet: bool = False


def chain_line(recording: Recording, tape: RecordedTape, chosen: int | None) -> tuple[Part, ...]:
    """As in `speed = Mul 4.9 · Pow 2.8 = 13.72`; with an operation chosen, the ways through it first."""
    start = Part(f"{tape.gradient_name} = ")
    end = Part(f" = {written_number(tape.gradient)}")
    if tape.chain is None:
        words = QCoreApplication.translate("gradients", "too much for a line")
        return start, Part(words, is_quiet=True), end
    if not tape.chain.path_count:
        words = QCoreApplication.translate("gradients", "no way from {name} leads here: gradient() gives None")
        return start, Part(written_number(tape.gradient)), Part("  " + words.format(name=recording.name), is_quiet=True)
    paths = sorted(tape.chain.paths, key=lambda path: chosen not in path.operations)
    parts = [start]
    for index, path in enumerate(paths[:MOST_WAYS]):
        if index:
            parts.append(Part(" + "))
        parts += _product(recording, path, chosen)
    if more := tape.chain.path_count - min(len(paths), MOST_WAYS):
        words = QCoreApplication.translate("gradients", "+ {count} more").format(count=f"{more:,}")
        parts.append(Part(f" {words}", is_quiet=True))
    return (*parts, end)


def slopes_line(recording: Recording, place: int) -> tuple[Part, ...]:
    """As in `∂Mul/∂Pow = 4.9   ∂Mul/∂4.9 = 1.96`: how the operation changes with each of its inputs."""
    operation = recording.operations[place]
    parts: list[Part] = []
    for given in operation.inputs:
        slope = given.slopes[0] if given.slopes else None
        if slope is not None:
            is_constant = not given.is_point and given.operation is None
            space = "   " if parts else ""
            text = f"{space}∂{operation.type}/∂{_input_name(recording, given)} = {_written(slope)}"
            parts.append(Part(text, is_strong=not is_constant, is_quiet=is_constant))
    return tuple(parts)


def about_operation(recording: Recording, operation: RecordedOperation) -> str:
    """Which tapes recorded it."""
    names = [recording.tapes[tape].name for tape in operation.tapes]
    if not names:
        return QCoreApplication.translate("gradients", "Not recorded: nothing that a tape watches goes into it.")
    if len(names) == 1:
        return QCoreApplication.translate("gradients", "Recorded by {name}.").format(name=names[0])
    return QCoreApplication.translate("gradients", "Recorded by {names} and {last}.").format(
        names=", ".join(names[:-1]), last=names[-1]
    )


def _product(recording: Recording, path: Path, chosen: int | None) -> Iterator[Part]:
    """The last operation's slope first, as one writes dy/du · du/dt; those that mind shapes change nothing."""
    steps = [
        (place, slope)
        for place, slope in zip(path.operations, path.slopes, strict=True)
        if not (recording.operations[place].is_bookkeeping and slope.size == 1 and slope.item() == 1)
    ]
    if not steps:
        yield Part("1")
    for index, (place, slope) in enumerate(reversed(steps)):
        strong = place == chosen
        yield Part(f"{' · ' if index else ''}{recording.operations[place].type} ", strong, is_quiet=not strong)
        number = _written(slope)
        yield Part(f"({number})" if number.startswith(MINUS) and index else number, strong)


def _written(slope: np.ndarray[tuple[int, ...], np.dtype[np.floating]]) -> str:
    if slope.size == 1:
        return written_number(float(slope.item()))
    rows, columns = slope.shape
    return f"[{rows}×{columns}]"


def _input_name(recording: Recording, given: Input) -> str:
    if given.is_point or given.operation is None:
        return given.text
    return recording.operations[given.operation].type

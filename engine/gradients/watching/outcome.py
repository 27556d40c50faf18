"""What came of a program that asks a tape for a gradient, and why. Holds nothing of TensorFlow's."""

from __future__ import annotations

from dataclasses import dataclass

from engine.errors import Problem


@dataclass(frozen=True, slots=True)
class Program:
    """Python that runs as it stands. `marked`: the lines, from 1, that matter: those at fault, or those repaired."""

    code: str
    marked: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Step:
    """An operation that TensorFlow executed while a tape was open.

    type: TensorFlow's name for it. formula: with the values of its inputs, as in "4.9·1.96"; t stands for the point.
    result: as in "9.604". recorded: whether a tape kept it. from_t: whether t, or what was computed of it, went in.
    """

    type: str
    formula: str
    result: str
    recorded: bool
    from_t: bool


@dataclass(frozen=True, slots=True)
class Repair:
    """How to mend a program: told in a sentence, and the mended program, its new lines marked."""

    sentence: Problem
    program: Program


@dataclass(frozen=True, slots=True)
class Outcome:
    """What really came of a program.

    gradient: None where TensorFlow gave None, or raised. error: what was raised, as in "NameError: …", else "".
    call: the call that was to give the gradient, as in "tape.gradient(y, t)". why: the cause in a sentence.
    repair: None where there is nothing to mend. at: the point, as the program has it.
    watched: whether a tape followed the point. steps: what ran while one was open.
    """

    program: Program
    call: str
    gradient: float | None
    error: str
    why: Problem
    repair: Repair | None
    at: float
    watched: bool
    steps: tuple[Step, ...]

    @property
    def succeeded(self) -> bool:
        """Whether there is a gradient."""
        return self.gradient is not None

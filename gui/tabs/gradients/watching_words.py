"""What is said of the outcome of a program, wherever one is shown."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from engine.gradients.formulas import written_number
from engine.gradients.watching import Outcome, Program


def result_text(outcome: Outcome) -> str:
    """The gradient, None, or the name of the error."""
    if outcome.error:
        return outcome.error.partition(":")[0]
    return "None" if outcome.gradient is None else written_number(outcome.gradient)


def about_lines(program: Program, is_repaired: bool) -> str:
    """Which lines matter, as in `Line 3 is where it goes wrong.`"""
    lines = ", ".join(map(str, program.marked))
    if is_repaired:
        return QCoreApplication.translate("gradients", "Line {lines} was changed.", "", len(program.marked)).format(
            lines=lines
        )
    return QCoreApplication.translate(
        "gradients", "Line {lines} is where it goes wrong.", "", len(program.marked)
    ).format(lines=lines)


def about_good_lines(program: Program) -> str:
    """The same where nothing goes wrong."""
    lines = ", ".join(map(str, program.marked))
    return QCoreApplication.translate("gradients", "Line {lines} makes the tape watch t.").format(lines=lines)

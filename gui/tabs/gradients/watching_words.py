"""What is said of the outcome of a program, wherever one is shown."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from engine.gradients.formulas import written_number
from engine.gradients.watching import Outcome, Program
from gui.controls.code_actions import Subject


def result_text(outcome: Outcome) -> str:
    """The gradient, None, or the name of the error."""
    if outcome.error:
        return outcome.error.partition(":")[0]
    return "None" if outcome.gradient is None else written_number(outcome.gradient)


def about_line(program: Program, is_repaired: bool, is_wrong: bool) -> str:
    """What the marked line is, as in `Line 3 is where it goes wrong.`"""
    if is_repaired:
        sentence = QCoreApplication.translate("gradients", "Line {line} is the repair.")
    elif is_wrong:
        sentence = QCoreApplication.translate("gradients", "Line {line} is where it goes wrong.")
    else:
        sentence = QCoreApplication.translate("gradients", "Line {line} makes the tape watch t.")
    return sentence.format(line=program.marked[0])


def program_subject() -> Subject:
    """What the program is about, for those who take it away."""
    translate = QCoreApplication.translate
    return Subject(
        "watching",
        translate("gradients", "What a tape watches"),
        translate(
            "gradients",
            "A tape gives a gradient only for what it watched, and only through TensorFlow's own operations. One line "
            "of this program decides whether there is one.",
        ),
    )

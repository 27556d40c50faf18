"""The card with the nested tapes as a program, and what it teaches in words."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from engine.gradients.curve_protocol import CurvesFrame
from gui.controls.code_card import CodeCard
from gui.tabs.gradients import curve_words


class CurveCodeCard(CodeCard):
    """The lines of the last gradient are marked: they make what is lowest in the picture."""

    _frame: CurvesFrame | None = None

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(curve_words.program_subject, parent)

    def draw_frame(self, frame: CurvesFrame) -> None:
        """Shows one moment."""
        earlier, self._frame = self._frame, frame
        self.draw(frame.script, _gradient_lines(frame.script))
        if earlier is None or earlier.curves is not frame.curves:
            self.say(curve_words.about_tapes(frame))

    def retranslate(self) -> None:
        super().retranslate()
        if self._frame is not None:
            self.say(curve_words.about_tapes(self._frame))


def _gradient_lines(script: str) -> tuple[int, ...]:
    """The line of the outermost gradient, counted from 1."""
    lines = [number for number, line in enumerate(script.splitlines(), 1) if ".gradient(" in line]
    return tuple(lines[-1:])

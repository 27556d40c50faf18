"""The card with the program that gives what the page of f(x, y) shows."""

from __future__ import annotations

from engine.gradients.surface.protocol import SurfaceFrame
from gui.controls.code_card import CodeCard

LEAD = 2
"""Lines before the tapes that are to be seen too: the point."""


class SurfaceCodeCard(CodeCard):
    """Shows the nested tapes first, and stays where the user scrolls to until the program has other lines."""

    _shape: tuple[int, int] | None = None

    def draw_frame(self, frame: SurfaceFrame) -> None:
        """Shows the program of one moment."""
        self.draw(frame.script.text, [frame.script.line])
        if self._shape != (frame.run, frame.script.line):
            self._shape = (frame.run, frame.script.line)
            lines = frame.script.text.splitlines()
            self._pane.show_from(lines.index("with tf.GradientTape() as outer_tape:") + 1 - LEAD)

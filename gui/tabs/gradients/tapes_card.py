"""The card that shows what each of the nested tapes recorded."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from engine.gradients.recording import Recording
from gui.controls.card import Card
from gui.palette import Palette


class TapesCard(Card):
    """Tapes as frames within frames, their operations in order; choosing one shows what it adds to the chain rule."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)

    def show_recording(self, recording: Recording) -> None:
        """Draws it; an operation that was chosen stays so where it is still there."""
        raise NotImplementedError

    def set_palette(self, palette: Palette) -> None:
        """Draws in these colours from now on."""

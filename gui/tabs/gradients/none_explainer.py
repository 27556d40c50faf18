"""Why there is no gradient, in place: the cause, the line, the repair."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QWidget

from engine.gradients.watching import Outcome


class NoneExplainer(QFrame):
    """Hidden where there is a gradient."""

    repair_requested = Signal()  # the button was pressed

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.hide()

    def show_outcome(self, outcome: Outcome | None) -> None:
        """Explains it; None, or one with a gradient: nothing to explain."""
        raise NotImplementedError

"""The five phases of a training step, and how far it has come."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QSizePolicy, QWidget

from gui.controls.own_keys import keep_keys

PHASES = ("batch", "forward", "loss", "gradients", "update")


class PhaseSteps(QWidget):
    """A chip for each phase: done, the one that ran last, or still to come."""

    chosen = Signal(str)  # the name of the phase whose chip was pressed

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._chips: dict[str, QPushButton] = {}
        self._ran: int | None = None
        group = QButtonGroup(self)
        group.setExclusive(False)
        group.idClicked.connect(self._choose)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        for index, name in enumerate(PHASES):
            chip = QPushButton()
            chip.setProperty("role", "phase")
            chip.setCursor(Qt.CursorShape.PointingHandCursor)
            chip.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            keep_keys(chip, Qt.Key.Key_Space)
            group.addButton(chip, index)
            self._chips[name] = chip
            layout.addWidget(chip, 1)
        self.show_progress(0)
        self.retranslate()

    def show_progress(self, ran: int) -> None:
        """How many of the phases ran: none (0) up to all (5)."""
        if ran == self._ran:
            return
        self._ran = ran
        for index, chip in enumerate(self._chips.values(), start=1):
            state = "current" if index == ran else "done" if index < ran else "to come"
            if state != chip.property("state"):
                chip.setProperty("state", state)
                chip.style().polish(chip)

    def state(self, name: str) -> str:
        """ "done", "current" or "to come"."""
        return str(self._chips[name].property("state"))

    def _choose(self, index: int) -> None:
        self.chosen.emit(PHASES[index])

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def retranslate(self) -> None:
        """Says everything in the language that is now in force."""
        words = {
            "batch": (self.tr("batch"), self.tr("Take the points of this step")),
            "forward": (self.tr("forward"), self.tr("Predict: inputs times W, plus b, while the tape records")),
            "loss": (self.tr("loss"), self.tr("Measure how wrong the predictions are")),
            "gradients": (self.tr("gradients"), self.tr("Run the tape backwards: how the loss changes with W and b")),
            "update": (self.tr("update"), self.tr("Move W and b against their gradients")),
        }
        for name, (label, tooltip) in words.items():
            self._chips[name].setText(label)
            self._chips[name].setToolTip(tooltip)
            self._chips[name].setAccessibleName(label)

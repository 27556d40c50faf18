"""The card with an experiment's program: as it was written, or repaired."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from engine.gradients.watching.protocol import Trial
from gui.controls.card import Card
from gui.controls.code_pane import CodePane
from gui.controls.icon_button import IconButton
from gui.controls.segmented import SegmentedSwitch
from gui.palette import Palette
from gui.tabs.gradients.watching_words import about_line, result_text

SWITCH_HEIGHT = 30
"""So that the header has some air around it."""

VERSIONS = ("written", "repaired")


class ProgramCard(Card):
    """The lines that matter are marked."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._trial: Trial | None = None
        self._switch = SegmentedSwitch(VERSIONS)
        self._switch.setFixedHeight(SWITCH_HEIGHT)
        self._pane = CodePane()
        self._copy = IconButton("copy", side=28, icon_size=16)
        self._words = QLabel()
        self._words.setWordWrap(True)
        self._words.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.add_to_header(self._switch)
        self.add_to_header(self._copy)
        below = QVBoxLayout()
        below.setContentsMargins(12, 8, 12, 10)
        below.addWidget(self._words)
        self.body.addWidget(self._pane, 1)
        self.body.addLayout(below)
        self.body.addStretch()
        self._pane.hide()
        self._copy.clicked.connect(self._pane.copy_all)
        self._switch.chosen.connect(self._show)
        self.retranslate()

    def show_trial(self, trial: Trial) -> None:
        """Shows an experiment's program: the repaired one as soon as it has been run."""
        earlier, self._trial = self._trial, trial
        is_new = earlier is None or earlier.key != trial.key or (earlier.after is None) != (trial.after is None)
        self._switch.setVisible(trial.after is not None)
        if is_new:
            self._switch.set_key("written" if trial.after is None else "repaired")
        self._show()

    def code(self) -> str:
        """The program that is shown."""
        return self._pane.code()

    def highlighted(self) -> tuple[int, ...]:
        """The lines that are marked."""
        return self._pane.highlighted()

    def set_palette(self, palette: Palette) -> None:
        """Draws in these colours from now on."""
        self._pane.set_palette(palette)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def retranslate(self) -> None:
        """Says everything in the language that is now in force."""
        self.set_title(self.tr("Code"))
        self._copy.set_label(self.tr("Copy the whole program"))
        self._switch.setAccessibleName(self.tr("Program"))
        labels = {
            "written": (self.tr("as written"), self.tr("The program as it was written")),
            "repaired": (self.tr("repaired"), self.tr("The program with the repair")),
        }
        for key, (label, tooltip) in labels.items():
            self._switch.set_label(key, label, tooltip)
        self._show()

    def _show(self) -> None:
        trial = self._trial
        if trial is None or trial.before is None:
            return
        is_repaired = trial.after is not None and self._switch.key() == "repaired"
        outcome = trial.after if is_repaired and trial.after is not None else trial.before
        self._pane.show()
        self._pane.set_code(outcome.program.code, outcome.program.marked)
        line = about_line(outcome.program, is_repaired, is_wrong=outcome.repair is not None)
        if outcome.error:
            end = self.tr("Wherever it runs, it stops with {error}.").format(error=result_text(outcome))
        else:
            end = self.tr("Wherever it runs, the gradient is {result}.").format(result=result_text(outcome))
        self._words.setText(f"{line} {end}")

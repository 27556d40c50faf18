"""The card with an experiment's program: as it was written, or repaired."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from engine.gradients.watching.protocol import Trial
from gui import fonts
from gui.controls.code_card import CodeCard
from gui.controls.segmented import SegmentedSwitch
from gui.joining import sentences
from gui.tabs.gradients.watching_words import about_line, program_subject, result_text

SWITCH_HEIGHT = 30
"""So that the header has some air around it."""

VERSIONS = ("written", "repaired")


class ProgramCard(CodeCard):
    """The lines that matter are marked."""

    def __init__(self, parent: QWidget | None = None) -> None:
        self._trial: Trial | None = None
        self._switch = SegmentedSwitch(VERSIONS)
        super().__init__(program_subject, parent)
        self._switch.setFixedHeight(fonts.px(SWITCH_HEIGHT))
        self.header.insertWidget(self.header.count() - 1, self._switch)  # before what takes the program away
        self._switch.chosen.connect(self._show)

    def show_trial(self, trial: Trial) -> None:
        """Shows an experiment's program: the repaired one as soon as it has been run."""
        earlier, self._trial = self._trial, trial
        is_new = earlier is None or earlier.key != trial.key or (earlier.after is None) != (trial.after is None)
        self._switch.setVisible(trial.after is not None)
        if is_new:
            self._switch.set_key("written" if trial.after is None else "repaired")
        self._show()

    def retranslate(self) -> None:
        super().retranslate()
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
        self.draw(outcome.program.code, outcome.program.marked)
        line = about_line(outcome.program, is_repaired, is_wrong=outcome.repair is not None)
        if outcome.error:
            end = self.tr("Wherever it runs, it stops with {error}.").format(error=result_text(outcome))
        else:
            end = self.tr("Wherever it runs, the gradient is {result}.").format(result=result_text(outcome))
        self.say(sentences(line, end))

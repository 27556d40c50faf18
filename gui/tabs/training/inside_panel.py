"""The card that takes a training step apart: its phases, the code that runs, the tensors that came of it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from engine.protocol import Frame
from engine.script import WHOLE_STEP, Script, training_script
from gui.controls.card import Card
from gui.controls.code_actions import CodeActions
from gui.controls.code_pane import CodePane
from gui.controls.elided_label import ElidedLabel
from gui.controls.operations_line import OperationsLine
from gui.controls.phase_steps import PhaseSteps
from gui.controls.tensor_list import TensorList
from gui.palette import Palette
from gui.tabs.training import words

TENSORS_SHOWN = {
    "batch": ("inputs", "targets"),
    "forward": ("W", "b", "predictions"),
    "loss": ("squared_errors", "loss"),
    "gradients": ("grad_W", "grad_b"),
    "update": ("W", "b"),
}
"""Of each phase's tensors, those that it brought in or made."""


class InsidePanel(Card):
    """Draws one frame at a time; the code is this very run's, and runs outside the window as it stands."""

    # The name of the phase that the user wants to be at.
    phase_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._frame: Frame | None = None
        self._script: Script | None = None
        self._script_key: object = None
        self._phases = PhaseSteps()
        self._code = CodePane()
        self._tensors = TensorList()
        self._operations = OperationsLine()
        self._words = QLabel()
        self._words.setWordWrap(True)
        self._hint = ElidedLabel("muted")
        self._actions = CodeActions(self._code, words.program_subject)
        self.header.addWidget(self._hint, 1)
        self.add_to_header(self._actions)
        self._lay_out()
        self._phases.chosen.connect(self.phase_chosen)
        self.retranslate()

    def draw(self, frame: Frame, horizon: int | None) -> None:
        """Shows where `frame` is inside a step. `horizon`: the step that the run is to stop at."""
        earlier = self._frame
        self._frame = frame
        if not frame.playing or earlier is None or earlier.run != frame.run:
            self._show_code(frame, horizon)
        step = frame.position - (len(frame.inside) == len(TENSORS_SHOWN))
        self._step = step
        if earlier is None or frame.inside or earlier.inside or not frame.playing:
            self._show_inside(frame)
        self._highlight(frame)

    def set_palette(self, palette: Palette) -> None:
        self._code.set_palette(palette)

    def code(self) -> str:
        """The program that is shown."""
        return self._code.code()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def retranslate(self) -> None:
        """Says everything in the language that is now in force."""
        tooltip = self.tr("Shift+Right runs the next phase, Shift+Left goes back by one")
        self._hint.show_words(self.tr("⇧→ next   ⇧← back"), tooltip)
        self.set_title(self.tr("Inside a step"))
        if self._frame is not None:
            self._show_inside(self._frame)

    def _lay_out(self) -> None:
        chips = QVBoxLayout()
        chips.setContentsMargins(12, 10, 12, 10)
        chips.addWidget(self._phases)
        below = QVBoxLayout()
        below.setContentsMargins(12, 8, 12, 10)
        below.setSpacing(6)
        below.addWidget(self._operations)
        below.addWidget(self._words)
        self._words.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.body.addLayout(chips)
        self.body.addWidget(self._code, 1)
        self.body.addWidget(self._tensors)
        self.body.addLayout(below)

    def _show_code(self, frame: Frame, horizon: int | None) -> None:
        steps = len(frame.history.loss) or horizon or 1
        edits = [(edit.step, edit.weights.tobytes(), edit.bias.tobytes()) for edit in frame.edits]
        key = (frame.data, frame.settings, steps, frame.learning_rates, edits, frame.run)
        if key == self._script_key:
            return
        self._script_key = key
        self._script = training_script(
            frame.data,
            frame.settings,
            frame.history.weights[0],
            frame.history.bias[0],
            steps,
            frame.learning_rates,
            frame.edits,
        )
        self._code.set_code(self._script.text)
        self._code.show_from(self._script.phase_lines["forward"][0] - 1)  # the `def` of the training step

    def _highlight(self, frame: Frame) -> None:
        if self._script is None:
            return
        if frame.inside:
            lines = self._script.phase_lines[frame.inside[-1].name]
        else:
            lines = self._script.phase_lines[WHOLE_STEP] if frame.position else ()
        self._code.highlight(lines)

    def _show_inside(self, frame: Frame) -> None:
        self._phases.show_progress(len(frame.inside))
        self.set_title(
            self.tr("Inside step {step}").format(step=f"{self._step:,}") if frame.inside else self.tr("Inside a step")
        )
        phase = frame.inside[-1] if frame.inside else None
        self._tensors.show_tensors({name: phase.tensors[name] for name in TENSORS_SHOWN[phase.name]} if phase else {})
        self._operations.setVisible(bool(phase and phase.operations))
        if phase:
            self._operations.show_operations(phase.operations)
        self._words.setText(words.about_step(frame))

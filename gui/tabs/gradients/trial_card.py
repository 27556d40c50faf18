"""The card in the middle: what came of an experiment's program, its repair, and the gradient that appears."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from engine.gradients.watching import EXPERIMENTS
from engine.gradients.watching.protocol import Trial
from gui.controls.card import Card
from gui.controls.elided_label import ElidedLabel
from gui.palette import Palette
from gui.problem_text import problem_text
from gui.tabs.gradients.outcome_panel import OutcomePanel

MARGIN = 18
WIDE = 860
"""Pixels from which on the two halves stand side by side."""


class TrialCard(Card):
    """As written, and as repaired: below, or beside it where there is room."""

    repair_requested = Signal(str)  # the key of the experiment whose program is to be mended
    break_requested = Signal(str)  # and of the one whose repair is to be taken back

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._trial: Trial | None = None
        self._before = OutcomePanel()
        self._after = OutcomePanel()
        self._hint = ElidedLabel("muted")
        self._repair = QLabel()
        self._repair.setWordWrap(True)
        self._repair.setTextFormat(Qt.TextFormat.PlainText)
        self._button = QPushButton()
        self._button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._button.setCursor(Qt.CursorShape.PointingHandCursor)
        self._rule = QFrame()
        self._rule.setProperty("role", "rule")
        self._rule.setFixedHeight(1)
        self._lay_out()
        self.add_to_footer(self._hint, 1)
        self._button.clicked.connect(self._ask)
        self.retranslate()

    def show_trial(self, trial: Trial) -> None:
        """Shows one experiment."""
        self._trial = trial
        before, after = trial.before, trial.after
        self._before.setVisible(before is not None)
        if before is not None:
            self._before.show_outcome(before)
        has_repair = before is not None and before.repair is not None
        for widget in (self._rule, self._repair, self._button):
            widget.setVisible(has_repair)
        self._after.setVisible(after is not None)
        if after is not None:
            self._after.show_outcome(after)
        self._button.setProperty("role", "" if after is not None else "small-primary")
        self._button.style().polish(self._button)
        self._say()

    def apply_or_take_back(self) -> None:
        """As the button does, where there is one."""
        if self._button.isVisibleTo(self):
            self._ask()

    def set_narrow(self, is_narrow: bool) -> None:
        for panel in (self._before, self._after):
            panel.set_narrow(is_narrow)

    def set_palette(self, palette: Palette) -> None:
        """Draws in these colours from now on."""
        for panel in (self._before, self._after):
            panel.set_palette(palette)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        is_wide = self.width() >= WIDE
        directions = QBoxLayout.Direction
        self._halves.setDirection(directions.LeftToRight if is_wide else directions.TopToBottom)
        self._halves.setSpacing(2 * MARGIN if is_wide else 16)
        for half in (0, 1):
            self._halves.setStretch(half, 1 if is_wide else 0)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def retranslate(self) -> None:
        """Says everything in the language that is now in force."""
        self._before.set_heading(self.tr("As written"))
        self._after.set_heading(self.tr("Repaired"))
        self._hint.show_words(
            self.tr("Each program has really run. Up and Down go through them, Enter applies the repair.")
        )
        for panel in (self._before, self._after):
            panel.retranslate()
        self._say()

    def _say(self) -> None:
        trial = self._trial
        if trial is None:
            self.set_title(self.tr("What comes of it"))
            return
        self.set_title(QCoreApplication.translate("engine", EXPERIMENTS[trial.key].title))
        if trial.after is not None:
            label, tip = self.tr("Take the repair back"), self.tr("Go back to the program as it was written")
        else:
            label, tip = self.tr("Apply the repair"), self.tr("Change the program as said, and run it")
        self._button.setText(label)
        self._button.setAccessibleName(label)
        self._button.setToolTip(tip)
        if trial.before is not None and trial.before.repair is not None:
            self._repair.setText(problem_text(trial.before.repair.sentence))

    def _ask(self) -> None:
        if self._trial is None:
            return
        signal = self.repair_requested if self._trial.after is None else self.break_requested
        signal.emit(self._trial.key)

    def _lay_out(self) -> None:
        repair = QHBoxLayout()
        repair.setSpacing(12)
        repair.addWidget(self._repair, 1)
        repair.addWidget(self._button, 0, Qt.AlignmentFlag.AlignVCenter)
        written = QVBoxLayout()
        written.setSpacing(16)
        written.addWidget(self._before)
        written.addWidget(self._rule)
        written.addLayout(repair)
        written.addStretch(1)
        mended = QVBoxLayout()
        mended.addWidget(self._after)
        mended.addStretch(1)
        inside = QWidget()
        frame = QVBoxLayout(inside)
        frame.setContentsMargins(MARGIN, 14, MARGIN, 14)
        self._halves = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._halves.setSpacing(16)
        self._halves.addLayout(written)
        self._halves.addLayout(mended)
        frame.addLayout(self._halves)
        frame.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidget(inside)
        inside.setAutoFillBackground(False)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.body.setContentsMargins(0, 0, 0, 4)
        self.body.addWidget(scroll, 1)

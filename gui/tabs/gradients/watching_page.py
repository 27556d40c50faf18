"""The page about what a tape watches: programs that go wrong, each really run, with its cause and its repair."""

from __future__ import annotations

from typing import assert_never

from PySide6.QtCore import Signal
from PySide6.QtGui import QHideEvent, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from engine.gradients.watching import EXPERIMENTS
from engine.gradients.watching.protocol import (
    ApplyRepair,
    BreakAgain,
    Trial,
    TryAll,
    WatchingCommand,
    WatchingDrawn,
    WatchingEvent,
    WatchingFailed,
    WatchingFrame,
)
from gui import fonts
from gui.change_history import ChangeHistory, Part
from gui.controls.undo_buttons import UndoButtons, add_undo_keys
from gui.palette import Palette
from gui.settings import SettingsStore
from gui.tabs.gradients.page import NARROW_WIDTH, RIGHT_WIDTH, Page
from gui.tabs.gradients.program_card import ProgramCard
from gui.tabs.gradients.state import WatchingState
from gui.tabs.gradients.trial_card import TrialCard
from gui.tabs.gradients.watching_choices import WatchingChoices
from gui.tabs.gradients.watching_panel import WatchingPanel

GROUP = "gradients-watching"
EXAMPLE = "constant"


class WatchingPage(Page):
    """Keeps nothing but which experiment is looked at: all that is seen of it is one frame of the engine's."""

    drawn = Signal(WatchingFrame)  # a frame has been painted; it carries that frame

    def __init__(self, store: SettingsStore, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._store = store
        self._frame: WatchingFrame | None = None
        self._unpainted = False
        self._has_failed = False
        self._awaits_example = False
        self._pending: WatchingState | None = None  # what is to be seen, and is not yet
        self._is_active = False
        self._has_settled = False
        remembered = store.remembered(GROUP, WatchingChoices())
        self._command = TryAll(remembered.text, remembered.at)
        self._history = ChangeHistory(self)
        self._part = Part(self.state, self._put)
        self._panel = WatchingPanel(self._command)
        self._panel.body.addWidget(UndoButtons(self._history))
        self._trial = TrialCard()
        self._program = ProgramCard()
        self._program.setFixedWidth(fonts.px(RIGHT_WIDTH))
        self._panel.list.select(remembered.experiment)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 10, 12, 0)
        layout.setSpacing(12)
        layout.addWidget(self._panel)
        layout.addWidget(self._trial, 1)
        layout.addWidget(self._program)
        self.setFocusProxy(self._panel.list)
        self._panel.asked.connect(self._change)
        self._panel.chosen.connect(self._show_chosen)
        self._panel.entered_on.connect(self._trial.apply_or_take_back)
        self._trial.repair_requested.connect(lambda key: self._mend(ApplyRepair(key)))
        self._trial.break_requested.connect(lambda key: self._mend(BreakAgain(key)))
        add_undo_keys(self, self._history.undo, self._history.redo)

    @property
    def frame(self) -> WatchingFrame | None:
        """The moment that is shown."""
        return self._frame

    def show_experiment(self, key: str) -> None:
        """Goes to the experiment with this key."""
        self._panel.list.select(key)

    # As a page of the tab

    def activate(self) -> None:
        self._is_active = True
        if self._pending is not None:
            self._put(self._pending)
        else:
            self._ask(self._command)

    def state(self) -> WatchingState:
        if self._pending is not None:
            return self._pending
        trials = self._frame.trials if self._frame is not None else ()
        choices = WatchingChoices(self._command.text, self._command.at, self._panel.list.key())
        return WatchingState(choices, tuple(trial.key for trial in trials if trial.after is not None))

    def restore(self, state: WatchingState) -> None:
        self._history.clear()
        self._put(state)

    def _put(self, state: WatchingState) -> None:
        choices = state.choices
        self._store.remember(GROUP, choices)
        self._command = TryAll(choices.text, choices.at)
        self._panel.show_command(self._command)
        self._panel.list.select(choices.experiment)
        self._pending = state
        if self._is_active:
            self._has_settled = False
            self.asked.emit(self._command)
            for key in EXPERIMENTS:
                self.asked.emit(ApplyRepair(key) if key in state.repaired else BreakAgain(key))

    def is_settled(self) -> bool:
        return not self._is_active or (self._pending is None and self._has_settled)

    def run_example(self) -> None:
        self._awaits_example = True
        self._panel.show_command(TryAll())
        self.show_experiment(EXAMPLE)
        self._try_all(TryAll())
        self._ask(ApplyRepair(EXAMPLE))

    def set_palette(self, palette: Palette) -> None:
        self._panel.set_palette(palette)
        self._trial.set_palette(palette)
        self._program.set_palette(palette)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._acknowledge()  # what was not painted in time is not going to be

    def set_narrow(self, is_narrow: bool) -> None:
        for card in (self._program,):
            card.setFixedWidth(fonts.px(NARROW_WIDTH if is_narrow else RIGHT_WIDTH))
        self._trial.set_narrow(is_narrow)

    def close_page(self) -> None:
        self._store.remember(GROUP, WatchingChoices(self._command.text, self._command.at, self._panel.list.key()))

    def take(self, event: object) -> None:
        assert isinstance(event, WatchingEvent)
        match event:
            case WatchingFrame():
                self._draw(event)
            case WatchingFailed():
                self._show_failure(event)
            case _:
                assert_never(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        self._acknowledge()

    def _acknowledge(self) -> None:
        """The picture is on the screen: the engine may send the next frame."""
        if self._unpainted and self._frame is not None:
            self._unpainted = False
            self.asked.emit(WatchingDrawn())
            self.drawn.emit(self._frame)
            if self._awaits_example and self._is_example(self._frame):
                self._awaits_example = False
                self.example_finished.emit()

    # What comes, and what the user does

    def _draw(self, frame: WatchingFrame) -> None:
        repaired = {trial.key for trial in frame.trials if trial.after is not None}
        if self._pending is None or (frame.asked == self._command and repaired == set(self._pending.repaired)):
            self._has_settled |= frame.is_complete
            self._pending = None if frame.is_complete else self._pending
        self._frame = frame
        self._unpainted = True
        self._panel.draw(frame)
        self._show_chosen(self._panel.list.key())
        self.update()
        if not self.isVisible():  # in another page's shadow nothing is painted
            self._acknowledge()

    def _show_chosen(self, key: str) -> None:
        trial = self._trial_of(key)
        if trial is not None:
            self._trial.show_trial(trial)
            self._program.show_trial(trial)

    def _trial_of(self, key: str) -> Trial | None:
        trials = self._frame.trials if self._frame else ()
        return next((trial for trial in trials if trial.key == key), None)

    def _show_failure(self, failed: WatchingFailed) -> None:
        self._pending = None
        if failed.field is None or not self._panel.show_problem(failed.field, failed.problem):
            self._has_failed = True
            self.failed.emit(failed.problem)
        if self._frame is None and self._command != TryAll():  # what was remembered cannot be tried
            self._panel.show_command(TryAll())
            self._try_all(TryAll())
        elif self._frame is not None:
            self._command = self._frame.asked

    def _change(self, command: TryAll) -> None:
        """The function or the point was typed."""
        name = "text" if command.text != self._command.text else "at"
        words = (lambda: self.tr("function")) if name == "text" else (lambda: "t")
        self._history.note(self._part, self.state(), words, name)
        self._try_all(command)

    def _mend(self, command: ApplyRepair | BreakAgain) -> None:
        """A program is repaired, or broken again."""
        self._history.note(self._part, self.state(), lambda: self.tr("repair"))
        self._ask(command)

    def _try_all(self, command: TryAll) -> None:
        self._command = command
        self._ask(command)

    def _ask(self, command: WatchingCommand) -> None:
        self._pending = None  # whatever is wanted now is wanted of what is there
        if self._has_failed:
            self._has_failed = False
            self.recovered.emit()
        self.asked.emit(command)

    def _is_example(self, frame: WatchingFrame) -> bool:
        trial = self._trial_of(EXAMPLE)
        return frame.asked == TryAll() and frame.is_complete and trial is not None and trial.after is not None

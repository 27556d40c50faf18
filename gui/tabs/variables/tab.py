"""The variable tab: hands what the user does to the engine as commands, and draws the frames that come back."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import assert_never

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from engine.protocol import Failed
from engine.tensors.protocol import (
    Assign,
    Look,
    MakeVariable,
    Redo,
    Undo,
    VariableCommand,
    VariableEvent,
    VariableFrame,
    VariableReady,
)
from engine.tensors.recipes import Given
from engine.tensors.values import Index
from engine.tensors.variables import VariableLaboratory
from gui import fonts
from gui.controls.code_card import CodeCard
from gui.engine_tab import EngineTab
from gui.palette import Palette
from gui.settings import SettingsStore
from gui.tabs.variables import words
from gui.tabs.variables.assigning_card import AssigningCard
from gui.tabs.variables.change_card import ChangeCard
from gui.tabs.variables.choices import VariableChoices
from gui.tabs.variables.example import EXAMPLE, START
from gui.tabs.variables.happened_card import HappenedCard
from gui.tabs.variables.lanes_card import LanesCard
from gui.tabs.variables.making_card import MakingCard
from gui.tabs.variables.picking import corners, subscript
from gui.tabs.variables.state import VariablesState
from gui.tabs.variables.timeline_bar import TimelineBar

GROUP = "variables"
LEFT_WIDTH = 276
RIGHT_WIDTHS = 348, 460
"""The least and the greatest."""

NARROW_WIDTH = 288
"""Of the same, beside the guide."""


class VariablesTab(EngineTab[VariableFrame]):
    """Keeps no state of the variable: all that is seen is one frame of the engine's."""

    def __init__(self, store: SettingsStore, parent: QWidget | None = None) -> None:
        super().__init__(VariableLaboratory, EXAMPLE, parent)
        self._store = store
        self._restored = 0  # the number of the last story that was to be restored
        self._pending: VariablesState | None = None  # what is to be seen, and is not yet
        self._is_active = False
        self._making = MakingCard()
        self._assigning = AssigningCard()
        self._change = ChangeCard()
        self._lanes = LanesCard()
        self._happened = HappenedCard()
        self._code = CodeCard(words.program_subject)
        self._timeline = TimelineBar()
        self._making.show_command(store.remembered(GROUP, VariableChoices()).command())
        self._lay_out()
        self._connect()
        self._make_shortcuts()

    def take_tensors(self, tensors: Sequence[Given]) -> None:
        """A variable can start from these tensors of the workspace."""
        self._making.form.set_given(tensors)

    # As a tab of the window

    def activate(self) -> None:
        self.setFocus()  # so that the keys work before anything was clicked
        self._is_active = True
        if self._pending is not None:
            self.restore(self._pending)
        else:
            self._send(self._making.command())

    def state(self) -> VariablesState:
        if self._pending is not None:
            return self._pending
        if self._frame is not None:
            return VariablesState.of(self._frame)
        made = self._making.command()
        return VariablesState(made.name, made.recipe, made.trainable)

    def restore(self, state: VariablesState) -> None:
        self._timeline.pause()
        self._making.form.clear_problems()
        self._pending = state
        if self._is_active:
            self._restored += 1
            super()._send(state.command(self._restored))

    def is_settled(self) -> bool:
        return self._pending is None and self._frame is not None

    def _send(self, command: VariableCommand) -> None:
        self._pending = None  # whatever is wanted now is wanted of what is there
        super()._send(command)

    def set_palette(self, palette: Palette) -> None:
        self._change.set_palette(palette)
        self._code.set_palette(palette)

    def set_narrow(self, is_narrow: bool) -> None:
        for card in (self._happened, self._code):
            card.setMinimumWidth(fonts.px(NARROW_WIDTH if is_narrow else RIGHT_WIDTHS[0]))

    def close_engine(self, seconds: float) -> bool:
        self._timeline.pause()
        return super().close_engine(seconds)

    # Events

    @Slot(object)
    def _take(self, event: VariableEvent) -> None:
        match event:
            case VariableReady():
                self._greet(event)
            case VariableFrame():
                self._draw(event)
            case Failed():
                self._show_failure(event)
            case _:
                assert_never(event)

    def _greet(self, ready: VariableReady) -> None:
        self._making.set_initializers(ready.initializers)

    def _draw(self, frame: VariableFrame) -> None:
        if frame.restored == self._restored:
            self._pending = None
        command = frame.states[0].command
        if isinstance(command, MakeVariable) and (self._frame is None or self._frame.states[0] is not frame.states[0]):
            self._making.show_command(command)
            if not isinstance(command.recipe, Given):
                self._store.remember(GROUP, VariableChoices.of(command))
        self._show(frame)
        for card in (self._assigning, self._change, self._lanes, self._happened):
            card.draw(frame)
        self._code.draw(frame.script, [frame.script_line] if frame.script_line else ())
        self._timeline.draw(frame)

    def _show_failure(self, failed: Failed) -> None:
        self._example_left.clear()
        field = failed.field or ""
        if self._assigning.show_problem(field, failed.problem) or self._making.show_problem(field, failed.problem):
            if self._frame is None:  # what was remembered is no longer to be had
                self._send(START)
            return
        self._fail(failed.problem)

    def _do_for_example(self, command: VariableCommand) -> None:
        if isinstance(command, Assign):
            self._assigning.show_command(command)
        super()._do_for_example(command)

    # The user's doing

    def _make(self, command: MakeVariable) -> None:
        self._timeline.pause()
        self._making.form.clear_problems()
        self._send(command)

    def _assign(self, command: Assign) -> None:
        self._timeline.pause()
        self._send(command)

    def _pick(self, first: Index, last: Index) -> None:
        if self._frame is not None:
            shape = self._frame.states[self._frame.position].value.shape
            self._assigning.pick(subscript(first, last, shape))

    def _show_target(self, text: str) -> None:
        if self._frame is not None:
            shape = self._frame.states[self._frame.position].value.shape
            self._change.select(corners(text, self._frame.name, shape))

    def _undo(self) -> None:
        if not self.undo_setup():
            self._send(Undo())

    def _lay_out(self) -> None:
        left, middle, right = QVBoxLayout(), QVBoxLayout(), QVBoxLayout()
        left.addWidget(self._making, 1)
        left.addWidget(self._assigning)
        middle.addWidget(self._change, 1)
        middle.addWidget(self._lanes)
        right.addWidget(self._happened)
        right.addWidget(self._code, 1)
        for card in (self._making, self._assigning):
            card.setFixedWidth(fonts.px(LEFT_WIDTH))
        for widget in (self._happened, self._code):
            widget.setMinimumWidth(fonts.px(RIGHT_WIDTHS[0]))
            widget.setMaximumWidth(fonts.px(RIGHT_WIDTHS[1]))
        upper = QHBoxLayout()
        for column, stretch in ((left, 0), (middle, 5), (right, 2)):
            column.setSpacing(12)
            upper.addLayout(column, stretch)
        upper.setSpacing(12)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 12, 12, 0)
        layout.setSpacing(12)
        layout.addLayout(upper, 1)
        layout.addWidget(self._timeline)

    def _connect(self) -> None:
        self._making.asked.connect(self._make)
        self._assigning.asked.connect(self._assign)
        self._assigning.target_edited.connect(self._show_target)
        self._change.picked.connect(self._pick)
        self._change.typed.connect(self._assigning.begin_value)
        self._timeline.sought.connect(lambda position: self._send(Look(position)))
        self._timeline.undo_requested.connect(self._undo)
        self._timeline.redo_requested.connect(lambda: self._send(Redo()))

    def _make_shortcuts(self) -> None:
        bar = self._timeline
        actions: dict[str, Callable[[], None]] = {
            "Space": bar.play_or_pause,
            "Right": bar.forward,
            "Left": bar.back,
            "Home": bar.first,
            "End": bar.last,
            "Ctrl+Z": self._undo,
            "Ctrl+Shift+Z": lambda: self._send(Redo()),
            "Ctrl+Y": lambda: self._send(Redo()),
        }
        for key, action in actions.items():
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(action)

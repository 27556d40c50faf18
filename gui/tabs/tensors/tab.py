"""The tensor tab: hands what the user does to the engine as commands, and draws the frames that come back."""

from __future__ import annotations

from collections.abc import Callable
from typing import assert_never

from PySide6.QtCore import QEvent, QPoint, Qt, Slot
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from engine.protocol import Failed, Ready
from engine.tensors.laboratory import WorkspaceLaboratory
from engine.tensors.protocol import (
    Choose,
    Clear,
    Entry,
    Make,
    Redo,
    Remove,
    RunLine,
    Trace,
    TryAssignment,
    Undo,
    WorkspaceCommand,
    WorkspaceEvent,
    WorkspaceFrame,
)
from engine.tensors.recipes import Given
from engine.tensors.values import Index
from gui import fonts
from gui.controls.card import Card
from gui.controls.code_card import CodeCard
from gui.controls.elided_label import ElidedLabel
from gui.engine_tab import EngineTab
from gui.palette import Palette
from gui.settings import SettingsStore
from gui.tabs.tensors import words
from gui.tabs.tensors.example import EXAMPLE, OPENING
from gui.tabs.tensors.focus_card import FocusCard
from gui.tabs.tensors.new_tensor_card import NewTensorCard
from gui.tabs.tensors.state import TensorsState
from gui.tabs.tensors.twin_card import TwinCard
from gui.tabs.tensors.workspace_panel import WorkspacePanel

RIGHT_WIDTHS = 392, 520
"""The least and the greatest."""

NARROW_WIDTH = 336
"""The least beside the guide."""

WORDS_HEIGHT = 48
MOST_TRIED = 1_000_000
"""Elements up to which an assignment is tried as soon as the tensor is seen; it takes a copy of them."""


class TensorsTab(EngineTab[WorkspaceFrame]):
    """Keeps no state of the workspace: all that is seen is one frame of the engine's."""

    def __init__(self, store: SettingsStore, parent: QWidget | None = None) -> None:
        super().__init__(WorkspaceLaboratory, EXAMPLE, parent)
        self._restored = 0  # the number of the last workspace that was to be restored
        self._pending: TensorsState | None = None  # what is to be seen, and is not yet
        self._is_active = False
        self._entry: Entry | None = None
        self._hovered: Index | None = None
        self._tried: object = None
        self._panel = WorkspacePanel()
        self._focus = FocusCard()
        self._twin = TwinCard()
        self._code = CodeCard(words.program_subject)
        self._words = ElidedLabel("")
        self._keys = QLabel()
        self._keys.setProperty("role", "muted")
        self._lay_out()
        self._new = NewTensorCard(self)
        self._connect()
        self._make_shortcuts()
        self.setFocusProxy(self._focus.command)
        self.retranslate()

    # As a tab of the window

    def activate(self) -> None:
        self.setFocus()
        self._is_active = True
        if self._pending is not None:
            self.restore(self._pending)
            return
        self._pending = TensorsState()
        for command in OPENING:
            self._engine.send(command)

    def state(self) -> TensorsState:
        if self._pending is not None:
            return self._pending
        return TensorsState() if self._frame is None else TensorsState.of(self._frame)

    def restore(self, state: TensorsState) -> None:
        self._pending = state
        if self._is_active:
            self._restored += 1
            super()._send(state.command(self._restored))

    def is_settled(self) -> bool:
        return self._pending is None and self._frame is not None

    def set_palette(self, palette: Palette) -> None:
        for part in (self._panel, self._focus, self._twin, self._code):
            part.set_palette(palette)

    def set_narrow(self, is_narrow: bool) -> None:
        for card in (self._twin, self._code):
            card.setMinimumWidth(fonts.px(NARROW_WIDTH if is_narrow else RIGHT_WIDTHS[0]))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def retranslate(self) -> None:
        """Says everything in the language that is now in force."""
        self._keys.setText(self.tr("Ctrl+N new   Ctrl+Z undo"))
        self._words.setAccessibleName(self.tr("In words"))
        if self._frame is None:
            self._focus.set_message(self.tr("TensorFlow is loading …"))
        else:
            unpainted = self._unpainted
            self._draw(self._frame)
            self._unpainted = unpainted  # what was drawn again needs no answer

    def keyPressEvent(self, event: QKeyEvent) -> None:
        typed = event.text()
        without = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
        if typed and typed.isprintable() and not event.modifiers() & without:
            self._focus.command.type(typed)
        elif event.key() == Qt.Key.Key_Escape:
            self._focus.command.setFocus()
        else:
            super().keyPressEvent(event)

    # Events

    @Slot(object)
    def _take(self, event: WorkspaceEvent) -> None:
        match event:
            case Ready():
                pass
            case WorkspaceFrame():
                self._draw(event)
            case Failed():
                self._show_failure(event)
            case _:
                assert_never(event)

    def _draw(self, frame: WorkspaceFrame) -> None:
        earlier = self._frame
        if frame.restored == self._restored and (self._restored or len(frame.commands) >= len(OPENING)):
            self._pending = None
        self._show(frame)
        self._entry = next((entry for entry in frame.entries if entry.name == frame.chosen), None)
        if earlier is None or earlier.chosen != frame.chosen:
            self._hovered = self._tried = None
        if self._entry is None:
            self._focus.set_message(self.tr("Type a line such as a = ones((2, 2)), or press + New."))
        self._panel.draw(frame)
        self._focus.draw(self._entry, frame.origin)
        self._focus.command.set_tensors(
            [(entry.name, f"{entry.value.shape} {entry.value.dtype}") for entry in frame.entries]
        )
        self._twin.draw(self._entry, frame.attempts)
        self._code.draw(frame.script, [frame.script_line] if frame.script_line else ())
        if self._new.is_waiting and (earlier is None or _entries_differ(earlier, frame)):
            self._new.finish()
            self.setFocus()
        if earlier is None or _entries_differ(earlier, frame):
            self.tensors_offered.emit(_offered(frame))
        self._draw_words()
        self._try_assignment()

    def _send(self, command: WorkspaceCommand) -> None:
        self._pending = None  # whatever is wanted now is wanted of what is there
        super()._send(command)

    def _draw_words(self) -> None:
        if self._frame is not None:
            self._words.show_words(words.about_frame(self._frame, self._entry, self._hovered))

    def _try_assignment(self) -> None:
        """For a tensor that is new to the eye, so that the outcome stands there before anybody asks."""
        entry = self._entry
        if entry is None or self._frame is None or self._frame.attempts or self._tried is entry.value.array:
            return
        self._tried = entry.value.array
        if 0 < entry.value.array.size <= MOST_TRIED and entry.value.dtype != "string":
            self._engine.send(TryAssignment((0,) * len(entry.value.shape), 0.0))

    def _show_failure(self, failed: Failed) -> None:
        if failed.field == "line":
            self._focus.command.show_problem(failed.problem)
        elif self._new.is_waiting:
            self._new.show_problem(failed.field, failed.problem)
        else:
            self._fail(failed.problem)

    # The user's doing

    def _hover(self, index: Index | None) -> None:
        self._hovered = index
        self._draw_words()
        if index is not None and self._frame is not None and self._frame.origin is not None:
            self._send(Trace(index))

    def _choose_element(self, index: Index) -> None:
        self._send(Trace(index))
        if self._entry is not None and self._entry.value.dtype != "string":
            self._send(TryAssignment(index, 0.0))

    def _toggle_form(self) -> None:
        if self._new.isVisible():
            self._new.hide()
            return
        corner = self._panel.mapTo(self, QPoint(self._panel.width() + 4, 8))
        self._new.open_at(corner)

    def _undo(self) -> None:
        if not self.undo_setup():
            self._send(Undo())

    def _lay_out(self) -> None:
        right = QVBoxLayout()
        right.setSpacing(12)
        right.addWidget(self._twin)
        right.addWidget(self._code, 1)
        for card in (self._twin, self._code):
            card.setMinimumWidth(fonts.px(RIGHT_WIDTHS[0]))
            card.setMaximumWidth(fonts.px(RIGHT_WIDTHS[1]))
        upper = QHBoxLayout()
        upper.setSpacing(12)
        upper.addWidget(self._panel)
        upper.addWidget(self._focus, 5)
        upper.addLayout(right, 3)
        line = Card()
        line.setFixedHeight(fonts.px(WORDS_HEIGHT))
        row = QHBoxLayout()
        row.setContentsMargins(14, 0, 14, 0)
        row.setSpacing(16)
        row.addWidget(self._words, 1)
        row.addWidget(self._keys)
        line.body.addLayout(row)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 12, 12, 0)
        layout.setSpacing(12)
        layout.addLayout(upper, 1)
        layout.addWidget(line)

    def _connect(self) -> None:
        panel = self._panel
        panel.list.chosen.connect(lambda name: self._send(Choose(name)))
        panel.list.removal_requested.connect(lambda name: self._send(Remove(name)))
        panel.new_requested.connect(self._toggle_form)
        panel.undo_requested.connect(self._undo)
        panel.redo_requested.connect(lambda: self._send(Redo()))
        panel.clear_requested.connect(lambda: self._send(Clear()))
        self._focus.element_hovered.connect(self._hover)
        self._focus.element_chosen.connect(self._choose_element)
        self._focus.view.refused.connect(self.failed)
        self._focus.command.entered.connect(lambda line: self._send(RunLine(line)))
        self._new.made.connect(self._make)
        self._new.closed.connect(self.setFocus)

    def _make(self, make: Make) -> None:
        self._send(make)

    def _make_shortcuts(self) -> None:
        actions: dict[str, Callable[[], None]] = {
            "Ctrl+Z": self._undo,
            "Ctrl+Shift+Z": lambda: self._send(Redo()),
            "Ctrl+Y": lambda: self._send(Redo()),
            "Ctrl+N": self._toggle_form,
        }
        for key, action in actions.items():
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(action)


def _offered(frame: WorkspaceFrame) -> tuple[Given, ...]:
    """The tensors with the program that makes them, for a variable to start from."""
    making = "\n".join(
        line for line in frame.script.splitlines() if line and not line.startswith(("print(", "import tensorflow"))
    )
    return tuple(Given(entry.name, entry.value.array, making, frame.commands) for entry in frame.entries)


def _entries_differ(earlier: WorkspaceFrame, later: WorkspaceFrame) -> bool:
    """By identity: the values of tensors are not to be compared."""
    return list(map(id, earlier.entries)) != list(map(id, later.entries))

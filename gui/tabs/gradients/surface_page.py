"""The page of f(x, y): hands what the user does to the engine as commands, and draws the frames that come back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtCore import QEvent, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QHideEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from engine.gradients.surface.protocol import (
    Ascend,
    Descend,
    MovePoint,
    SurfaceCommand,
    SurfaceDrawn,
    SurfaceFailed,
    SurfaceFrame,
)
from gui import fonts
from gui.change_history import ChangeHistory, Part
from gui.controls.scroll_page import is_scrolled_away
from gui.controls.undo_buttons import add_undo_keys
from gui.palette import Palette
from gui.settings import SettingsStore
from gui.tabs.gradients.page import CODE_MILLISECONDS, NARROW_WIDTH, RIGHT_WIDTH, Page
from gui.tabs.gradients.state import SurfaceState
from gui.tabs.gradients.surface_card import SurfaceCard
from gui.tabs.gradients.surface_choices import SurfaceChoices
from gui.tabs.gradients.surface_code_card import SurfaceCodeCard
from gui.tabs.gradients.surface_descent_bar import SurfaceDescentBar
from gui.tabs.gradients.surface_gallery import EXHIBITS
from gui.tabs.gradients.surface_place_card import SurfacePlaceCard
from gui.tabs.gradients.surface_settings import SurfaceSettings
from gui.tabs.gradients.surface_words import program_subject

GROUP = "gradients/surface"
LONG_MILLISECONDS = 300
EXAMPLE = replace(EXHIBITS["rosenbrock"].choices, point=(0.3, 2.6))
EXAMPLE_STEPS = 30
SPARE = 40
"""By which this page's right column is wider beside the guide: the matrices want that, and there is room."""


class SurfacePage(Page):
    """Keeps no state of the function: all that is seen is one frame of the engine's."""

    # A frame has been painted; it carries that frame.
    drawn = Signal(SurfaceFrame)

    def __init__(self, store: SettingsStore, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._store = store
        choices = store.remembered(GROUP, SurfaceChoices())
        self._run = 0
        self._frame: SurfaceFrame | None = None
        self._unpainted = False
        self._has_failed = False
        self._is_refused = False  # the newest run has not come about: the one before it is still there
        self._example_steps: int | None = None
        self._pending: SurfaceState | None = None  # what is to be seen, and is not yet
        self._is_active = False
        self._history = ChangeHistory(self)
        self._part = Part(self.state, self._put)
        self._settings = SurfaceSettings(choices)
        self._settings.add_undo(self._history)
        self._surface = SurfaceCard(choices.spacing, choices.arrows)
        self._place = SurfacePlaceCard()
        self._code = SurfaceCodeCard(program_subject)
        self._descent = SurfaceDescentBar(choices.learning_rate)
        self._code_timer = QTimer(self)
        self._code_timer.setSingleShot(True)
        self._code_timer.setInterval(CODE_MILLISECONDS)
        self.setFocusProxy(self._surface.plot)  # so that the arrow keys move the point
        self._lay_out()
        self._connect()
        self._make_shortcuts()
        self.retranslate()

    @property
    def frame(self) -> SurfaceFrame | None:
        """The moment that is shown."""
        return self._frame

    # As a page of the tab

    def activate(self) -> None:
        self._is_active = True
        if self._pending is not None:
            self._begin_restoring(self._pending)
        else:
            self._show()

    def state(self) -> SurfaceState:
        if self._pending is not None:
            return self._pending
        return self._state_with(self._settings.choices)

    def _state_with(self, choices: SurfaceChoices) -> SurfaceState:
        frame = self._frame
        if frame is None or not frame.path:
            return SurfaceState(choices)
        return SurfaceState(replace(choices, point=frame.path[0]), frame.learning_rates)

    def restore(self, state: SurfaceState) -> None:
        self._history.clear()
        self._surface.show_choices(state.choices.spacing, state.choices.arrows)
        self._begin_restoring(state)

    def _put(self, state: SurfaceState) -> None:
        """How it is drawn stays as it is now."""
        now = self._settings.choices
        choices = replace(state.choices, spacing=now.spacing, arrows=now.arrows)
        self._begin_restoring(replace(state, choices=choices))

    def _begin_restoring(self, state: SurfaceState) -> None:
        choices = state.choices
        self._settings.show_choices(choices)
        self._descent.rate.restore()
        self._descent.rate.set_value(choices.learning_rate)
        if self._is_active:
            self._show()
            for rate in state.learning_rates:
                self.asked.emit(Descend(rate))
        self._store.remember(GROUP, choices)
        self._pending = state

    def is_settled(self) -> bool:
        return not self._is_active or (self._pending is None and self._frame is not None)

    def take(self, event: object) -> None:
        match event:
            case SurfaceFrame():
                self._draw(event)
            case SurfaceFailed():
                self._show_failure(event)

    def run_example(self) -> None:
        self._example_steps = 0
        self._settings.exhibit(EXAMPLE)

    def set_palette(self, palette: Palette) -> None:
        self._surface.set_palette(palette)
        self._code.set_palette(palette)

    def set_narrow(self, is_narrow: bool) -> None:
        for card in (self._place, self._code):
            card.setFixedWidth(fonts.px(NARROW_WIDTH + SPARE if is_narrow else RIGHT_WIDTH))
        self._surface.set_narrow(is_narrow)

    def close_page(self) -> None:
        self._descent.pause()
        self._code_timer.stop()
        self._store.remember(GROUP, self._settings.choices)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._acknowledge()  # what was not painted in time is not going to be
        self._descent.pause()  # what is not seen does not go on

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def retranslate(self) -> None:
        """Says everything in the language that is now in force."""
        self._surface.plot.set_message(self.tr("TensorFlow is loading …"))

    # Events

    def _draw(self, frame: SurfaceFrame) -> None:
        wanted = self._pending.learning_rates if self._pending is not None else ()
        if frame.run == self._run and len(frame.learning_rates) >= len(wanted):
            self._pending = None
        self._frame = frame
        self._unpainted = True
        if frame.run == self._run or self._is_refused:
            self._settings.draw(frame)
        self._surface.plot.set_names(*self._settings.names())
        for part in (self._surface, self._place, self._descent):
            part.draw(frame)
        self._code_timer.start()
        if not self.isVisible():  # in another page's shadow nothing is painted
            self._acknowledge()
        if is_scrolled_away(self._surface.plot):
            QTimer.singleShot(0, self, self._acknowledge)

    def _draw_code(self) -> None:
        if self._frame is not None:
            self._code.draw_frame(self._frame)

    def _show_failure(self, failed: SurfaceFailed) -> None:
        self._descent.pause()
        if failed.run != self._run:
            return
        self._pending = None
        self._is_refused = True
        if self._frame is not None:
            self._surface.plot.hide_message()
        if failed.field == "learning_rate":
            self._descent.show_problem(failed.problem)
        elif failed.field is None or not self._settings.show_problem(failed.field, failed.problem):
            self._has_failed = True
            self.failed.emit(failed.problem)

    @Slot()
    def _acknowledge(self) -> None:
        """The picture is on the screen: the engine may send the next frame."""
        if self._unpainted and self._frame is not None:
            self._unpainted = False
            self.asked.emit(SurfaceDrawn())
            self.drawn.emit(self._frame)
            self._go_on_with_example(self._frame)

    def _go_on_with_example(self, frame: SurfaceFrame) -> None:
        if self._example_steps is None or frame.run != self._run:
            return
        if self._example_steps == EXAMPLE_STEPS:
            self._example_steps = None
            self._draw_code()
            self.example_finished.emit()
        else:
            self._example_steps += 1
            self._descend()

    # The user's doing

    def _show(self) -> None:
        self._descent.pause()
        self._run += 1
        self._is_refused = False
        self._descent.clear_problem()
        self._store.remember(GROUP, self._settings.choices)
        self._send(self._settings.choices.command(self._run))
        if self._frame is not None:
            QTimer.singleShot(LONG_MILLISECONDS, self, partial(self._say_that_it_is_worked_out, self._run))

    def _say_that_it_is_worked_out(self, run: int) -> None:
        """The classifier's loss takes a second: until it is there, the old picture stays in view."""
        is_awaited = self._frame is not None and self._frame.run != run and not self._is_refused
        if run == self._run and is_awaited:
            self._surface.plot.show_notice(self.tr("The function is being worked out …"))

    def _change(self, name: str, before: SurfaceChoices) -> None:
        """A choice in the panel was changed."""
        if self._settings.choices != before:
            self._note(name, before, partial(self._settings.words, name))
        self._descent.rate.set_value(self._settings.choices.learning_rate)
        self._show()

    def _note(self, name: str, before: SurfaceChoices, words: Callable[[], str]) -> None:
        """What was just changed can be undone."""
        state = self._pending if self._pending is not None else self._state_with(before)
        self._history.note(self._part, state, words, name)

    def _move(self, x: float, y: float) -> None:
        self._note("point", self._settings.choices, lambda: self.tr("point"))
        self._descent.pause()
        self._descent.clear_problem()
        self._send(MovePoint(x, y))

    def _descend(self) -> None:
        self._send(Descend(self._settings.choices.learning_rate))

    def _choose_rate(self, rate: float) -> None:
        self._note("learning_rate", self._settings.choices, lambda: self.tr("learning rate"))
        self._choose("learning_rate", rate)

    def _choose(self, name: str, value: Any) -> None:
        self._settings.choices = replace(self._settings.choices, **{name: value})

    def _send(self, command: SurfaceCommand) -> None:
        self._pending = None  # whatever is wanted now is wanted of what is there
        if self._has_failed:
            self._has_failed = False
            self.recovered.emit()
        self.asked.emit(command)

    def _lay_out(self) -> None:
        right = QVBoxLayout()
        right.setSpacing(12)
        right.addWidget(self._place)
        right.addWidget(self._code, 1)
        for card in (self._place, self._code):
            card.setFixedWidth(fonts.px(RIGHT_WIDTH))
        upper = QHBoxLayout()
        upper.setSpacing(12)
        upper.addWidget(self._settings)
        upper.addWidget(self._surface, 1)
        upper.addLayout(right)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 10, 12, 0)
        layout.setSpacing(12)
        layout.addLayout(upper, 1)
        layout.addWidget(self._descent)

    def _connect(self) -> None:
        self._code_timer.timeout.connect(self._draw_code)
        self._settings.changed.connect(self._change)
        self._settings.point_typed.connect(self._move)
        plot = self._surface.plot
        plot.point_moved.connect(self._move)
        plot.painted.connect(self._acknowledge)
        self._surface.spacing_chosen.connect(lambda spacing: self._choose("spacing", spacing))
        self._surface.arrows_switched.connect(lambda are_shown: self._choose("arrows", are_shown))
        bar = self._descent
        bar.step_requested.connect(self._descend)
        bar.back_requested.connect(lambda: self._send(Ascend()))
        bar.reset_requested.connect(lambda: self._send(Ascend(wholly=True)))
        bar.learning_rate_chosen.connect(self._choose_rate)

    def _make_shortcuts(self) -> None:
        add_undo_keys(self, self._history.undo, self._history.redo)
        bar = self._descent
        actions: dict[str, Callable[[], None]] = {
            "Space": bar.play_or_pause,
            "D": bar.step,
            "Backspace": bar.back,
            "R": bar.reset,
        }
        for key, action in actions.items():
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(action)

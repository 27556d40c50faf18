"""The page of curves: a function of t, its derivatives, and a point that moves along them."""

from __future__ import annotations

import math
from collections.abc import Callable
from functools import partial
from typing import assert_never

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QHideEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from engine.gradients.curve_protocol import (
    CurveCommand,
    CurveEvent,
    CurvesDrawn,
    CurveSettings,
    CurvesFailed,
    CurvesFrame,
    MovePoint,
    PauseCurves,
    PlayCurves,
    ShowCurves,
)
from engine.gradients.recording import Recording
from gui import fonts
from gui.change_history import ChangeHistory, Part
from gui.controls.scroll_page import is_scrolled_away
from gui.controls.undo_buttons import add_undo_keys
from gui.palette import Palette
from gui.plots.ticks import round_step
from gui.settings import SettingsStore
from gui.tabs.gradients.curve_code_card import CurveCodeCard
from gui.tabs.gradients.curve_gallery import EXHIBITS
from gui.tabs.gradients.curves_card import CurvesCard
from gui.tabs.gradients.function_panel import FunctionPanel
from gui.tabs.gradients.none_explainer import NoneExplainer
from gui.tabs.gradients.page import CODE_MILLISECONDS, NARROW_WIDTH, RIGHT_WIDTH, Page
from gui.tabs.gradients.point_bar import PointBar
from gui.tabs.gradients.state import CurvesState
from gui.tabs.gradients.tapes_card import TapesCard

GROUP = "gradients-curves"
STEPS = 100
"""Into about how many steps the arrow keys divide the range; with Shift, into ten times as many."""


class CurvesPage(Page):
    """Keeps no state of the curves: all that is seen is one frame of the engine's."""

    drawn = Signal(CurvesFrame)  # a frame has been painted; it carries that frame

    def __init__(self, store: SettingsStore, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._store = store
        self._frame: CurvesFrame | None = None
        self._recording: Recording | None = None
        self._unpainted = False
        self._has_failed = False
        self._awaits_example = False
        self._pending: CurvesState | None = None  # what is to be seen, and is not yet
        self._is_active = False
        self._history = ChangeHistory(self)
        self._part = Part(self.state, self._put)
        self._panel = FunctionPanel(store.remembered(GROUP, CurveSettings()))
        self._panel.add_undo(self._history)
        self._card = CurvesCard()
        self._tapes = TapesCard()
        self._explainer = NoneExplainer()
        self._code = CurveCodeCard()
        self._bar = PointBar()
        self._code_timer = QTimer(self)
        self._code_timer.setSingleShot(True)
        self._code_timer.setInterval(CODE_MILLISECONDS)
        self._lay_out()
        self._connect()
        self._make_shortcuts()

    @property
    def frame(self) -> CurvesFrame | None:
        """The moment that is shown."""
        return self._frame

    # As a page of the tab

    def activate(self) -> None:
        self._is_active = True
        state = self.state()
        if self._pending is not None:
            self._put(state)
        else:
            self._show(state.settings, state.at)

    def state(self) -> CurvesState:
        if self._pending is not None:
            return self._pending
        return self._state_with(self._panel.choices)

    def _state_with(self, settings: CurveSettings) -> CurvesState:
        if self._frame is not None:
            return CurvesState(settings, self._frame.at)
        known = [exhibit.at for exhibit in EXHIBITS if exhibit.text == settings.text]
        return CurvesState(settings, known[0] if known else sum(settings.span) / 2)

    def restore(self, state: CurvesState) -> None:
        self._history.clear()
        self._put(state)

    def _put(self, state: CurvesState) -> None:
        self._panel.show_choices(state.settings)
        self._store.remember(GROUP, state.settings)
        if self._is_active:
            self._ask(PauseCurves())
            self._ask(ShowCurves(state.settings, state.at))
        self._pending = state

    def is_settled(self) -> bool:
        return not self._is_active or (self._pending is None and self._frame is not None)

    def run_example(self) -> None:
        self._awaits_example = True
        self._panel.show_choices(CurveSettings())
        self._show(CurveSettings(), EXHIBITS[0].at)

    def set_palette(self, palette: Palette) -> None:
        for card in (self._card, self._tapes, self._code):
            card.set_palette(palette)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._acknowledge()  # what was not painted in time is not going to be

    def set_narrow(self, is_narrow: bool) -> None:
        for card in (self._tapes, self._explainer, self._code):
            card.setFixedWidth(fonts.px(NARROW_WIDTH if is_narrow else RIGHT_WIDTH))
        self._card.set_narrow(is_narrow)

    def close_page(self) -> None:
        self._code_timer.stop()
        self._store.remember(GROUP, self._panel.choices)

    def take(self, event: object) -> None:
        assert isinstance(event, CurveEvent)
        match event:
            case CurvesFrame():
                self._draw(event)
            case CurvesFailed():
                self._show_failure(event)
            case _:
                assert_never(event)

    # What the user does

    def move_by(self, steps: float) -> None:
        """Moves the point by so many of the arrow keys' steps."""
        if self._frame is not None:
            low, high = self._frame.settings.span
            step = round_step(high - low, STEPS)
            digits = 1 - math.floor(math.log10(step))
            self._move(round(self._frame.at + steps * step, digits))

    def _draw(self, frame: CurvesFrame) -> None:
        if self._pending is not None and _is_shown(self._pending, frame):
            self._pending = None
        earlier, self._frame = self._frame, frame
        self._unpainted = True
        self._panel.draw(frame)
        self._card.draw(frame)
        self._bar.draw(frame)
        if earlier is None or earlier.curves is not frame.curves:
            self._draw_code()
        elif earlier.script != frame.script:
            self._code_timer.start()
        if frame.recording is not None and frame.recording is not self._recording:
            self._recording = frame.recording
            self._tapes.show_recording(frame.recording)
        self._tapes.setVisible(frame.recording is not None)
        self._explainer.show_outcome(frame.watching if frame.curves[1] is None else None)
        if not self.isVisible():  # in another page's shadow nothing is painted
            self._acknowledge()
        if is_scrolled_away(self._card.stack):
            QTimer.singleShot(0, self, self._acknowledge)

    def _draw_code(self) -> None:
        self._code_timer.stop()
        if self._frame is not None:
            self._code.draw_frame(self._frame)

    def _show_failure(self, failed: CurvesFailed) -> None:
        self._pending = None
        if failed.field is None or not self._panel.show_problem(failed.field, failed.problem):
            self._has_failed = True
            self.failed.emit(failed.problem)
        if self._frame is None and self._panel.choices != CurveSettings():  # what was remembered cannot be drawn
            self._panel.show_choices(CurveSettings())
            self._show(CurveSettings(), EXHIBITS[0].at)

    @Slot()
    def _acknowledge(self) -> None:
        """The picture is on the screen: the engine may send the next frame."""
        if not self._unpainted or self._frame is None:
            return
        self._unpainted = False
        self.asked.emit(CurvesDrawn())
        self.drawn.emit(self._frame)
        checked = self._frame.symbols.float64 is not None and self._frame.recording is not None
        if self._awaits_example and self._frame.settings == CurveSettings() and checked:
            self._awaits_example = False
            self._draw_code()
            self.example_finished.emit()

    def _show(self, settings: CurveSettings, at: float | None) -> None:
        here = self._frame.at if self._frame is not None else sum(settings.span) / 2
        self._store.remember(GROUP, settings)
        self._ask(ShowCurves(settings, here if at is None else at))

    def _move(self, at: float) -> None:
        self._ask(MovePoint(at))

    # The user's changes, which can be undone

    def _change(self, name: str, before: CurveSettings) -> None:
        """A choice in the panel was changed."""
        self._history.note(self._part, self._before(before), partial(self._panel.words, name), name)
        self._show(self._panel.choices, None)

    def _exhibit(self, before: CurveSettings, at: float) -> None:
        """The panel went over to a function of the gallery."""
        self._history.note(self._part, self._before(before), partial(self._panel.words, "text"))
        self._show(self._panel.choices, at)

    def _put_point(self, at: float) -> None:
        """The point was dragged, or its t typed."""
        self._history.note(self._part, self.state(), lambda: self.tr("point"), "at")
        self._move(at)

    def _before(self, settings: CurveSettings) -> CurvesState:
        return self._pending if self._pending is not None else self._state_with(settings)

    def _ask(self, command: CurveCommand) -> None:
        self._pending = None  # whatever is wanted now is wanted of what is there
        if self._has_failed:
            self._has_failed = False
            self.recovered.emit()
        self.asked.emit(command)

    def _go_to_end(self, end: int) -> None:
        if self._frame is not None:
            self._move(self._frame.settings.span[end])

    def _lay_out(self) -> None:
        right = QVBoxLayout()
        right.setSpacing(12)
        right.addWidget(self._tapes, 1)
        right.addWidget(self._explainer)
        right.addWidget(self._code)
        for card in (self._tapes, self._explainer, self._code):
            card.setFixedWidth(fonts.px(RIGHT_WIDTH))
        self._tapes.hide()
        upper = QHBoxLayout()
        upper.setSpacing(12)
        upper.addWidget(self._panel)
        upper.addWidget(self._card, 1)
        upper.addLayout(right)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 10, 12, 0)
        layout.setSpacing(12)
        layout.addLayout(upper, 1)
        layout.addWidget(self._bar)

    def _connect(self) -> None:
        self._code_timer.timeout.connect(self._draw_code)
        self._panel.changed.connect(self._change)
        self._panel.exhibited.connect(self._exhibit)
        self._panel.moved.connect(self._put_point)
        self._explainer.repair_requested.connect(self._panel.repair)
        self._card.moved.connect(self._put_point)
        self._card.stack.painted.connect(self._acknowledge)
        self._bar.moved.connect(self._move)
        self._bar.play_requested.connect(lambda: self._ask(PlayCurves()))
        self._bar.pause_requested.connect(lambda: self._ask(PauseCurves()))
        self._bar.reset_requested.connect(lambda: self._go_to_end(0))

    def _make_shortcuts(self) -> None:
        add_undo_keys(self, self._history.undo, self._history.redo)
        actions: dict[str, Callable[[], None]] = {
            "Space": self._bar.play_or_pause,
            "Right": lambda: self.move_by(1),
            "Left": lambda: self.move_by(-1),
            "Shift+Right": lambda: self.move_by(0.1),
            "Shift+Left": lambda: self.move_by(-0.1),
            "Home": lambda: self._go_to_end(0),
            "End": lambda: self._go_to_end(1),
            "R": lambda: self._go_to_end(0),
        }
        for key, action in actions.items():
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(action)


def _is_shown(state: CurvesState, frame: CurvesFrame) -> bool:
    """Whether the frame shows that, as nearly as the range and the dtype let the point come to its t."""
    low, high = state.settings.span
    wanted = min(max(state.at, low), high)
    near = 0.5 if state.settings.watch == "integer" else 1e-5 * max(abs(low), abs(high))
    return frame.settings == state.settings and abs(frame.at - wanted) <= near

"""The training tab: hands what the user does to the engine as commands, and draws the frames that come back."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import assert_never

from PySide6.QtCore import QEvent, Qt, QTimer, Slot
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from engine.datasets import DrawnPoints, PointEdits
from engine.errors import Problem
from engine.protocol import (
    Back,
    Command,
    DescribeOptimizer,
    Drawn,
    Event,
    Failed,
    ForgetGhosts,
    Frame,
    Load,
    OptimizerDescribed,
    Pause,
    Play,
    Ready,
    Reset,
    Seek,
    SetLearningRate,
    SetWeights,
    Step,
    StepInside,
)
from engine.reading.own_data import OwnData
from engine.training.player import Player
from engine.training.records import FloatArray
from gui import fonts
from gui.change_history import ChangeHistory, Part
from gui.controls.phase_steps import PHASES
from gui.controls.transport_bar import TransportBar
from gui.controls.undo_buttons import add_undo_keys
from gui.data_choices import DataChoices, OwnChoices
from gui.dropped_file import dropped_file
from gui.engine_tab import EngineTab
from gui.file_saver import saver_of
from gui.palette import LIGHT, Palette
from gui.plots.point_drawing import Stroke
from gui.settings import SettingsStore, TrainingChoices
from gui.tab import Setup
from gui.tabs.training.decision_card import DecisionCard
from gui.tabs.training.example import EXAMPLE
from gui.tabs.training.inside_panel import InsidePanel
from gui.tabs.training.loss_card import LossCard
from gui.tabs.training.moment import TOLD, Moment, as_seen_now
from gui.tabs.training.own_data import OwnDataSheet
from gui.tabs.training.settings_panel import SettingsPanel
from gui.tabs.training.state import TrainingState
from gui.tabs.training.stroke_edits import after

GROUP = "training"
TABLES = (".csv", ".tsv", ".txt", ".dat", ".parquet")
"""How the files end that are taken wherever in the window they are dropped."""

FOREIGN = (".keras", ".tapelab")
"""And those that are not taken even where they are dropped on the tab: the window hands them on, as it does folders."""

LONG_MILLISECONDS = 300
LOSS_HEIGHT = 218
LOSS_SHARE = 0.3
"""Of the tab's height, where the window is low: the code beside it needs room too."""

RIGHT_WIDTH, NARROW_WIDTH = 416, 304
"""Of the column with the loss and the code; the second beside the guide."""

KEPT_WHILE_RUNNING = ("stop_after", "speed", "log_loss", "colouring", "axes")
"""The choices that the engine need not start anew for; the learning rate is another, which it is told of."""


class TrainingTab(EngineTab[Frame]):
    """Keeps no state of the training: all that is seen is one frame of the engine's."""

    paints_with_frame = False  # the plot may be painted later

    def __init__(self, store: SettingsStore, parent: QWidget | None = None) -> None:
        super().__init__(Player, EXAMPLE, parent)
        self._store = store
        choices = store.remembered(GROUP, TrainingChoices())
        self._run = 0
        self._stop_at: int | None = None
        self._own: OwnData | None = None  # the user's own data that were learned from last
        self._pending: TrainingState | None = None  # what is to be seen, and is not yet
        self._awaits_table = False  # whose run is to be seen
        self._is_active = False
        self._plays_when_seen = False  # what is pending
        self._palette = LIGHT

        self._history = ChangeHistory(self)
        self._run_part = Part(self._moment, self._put, self._remark)
        self._choices_part = Part(lambda: self._settings.choices, self._put_choices)
        self._settings = SettingsPanel(choices)
        self._settings.add_undo(self._history)
        if choices.edits:  # what was drawn the last time can be taken back too
            undrawn = TrainingState(replace(choices, edits=PointEdits()))
            self._history.note(self._run_part, Moment(undrawn, None), self._by_hand)
        self._decision = DecisionCard(choices.colouring)
        self.painted_part = self._decision.plot
        self._loss = LossCard(choices.log_loss)
        self._inside = InsidePanel()
        self._inside.setMinimumWidth(fonts.px(RIGHT_WIDTH))
        self._transport = TransportBar()
        self._sheet = OwnDataSheet()
        self._work = QWidget()
        self._pages = QStackedWidget()
        self._transport.set_speed(choices.speed)
        self._lay_out()
        self._connect()
        self._make_shortcuts()
        self.setAcceptDrops(True)
        self.retranslate()

    # As a tab of the window

    def activate(self) -> None:
        self.setFocus()  # so that the keys work before anything was clicked
        self._is_active = True
        data = self._settings.choices.data
        if self._pending is not None:
            self._begin_restoring(self._pending)
        elif data.is_own and data.own.is_known:
            self._sheet.restore(data.own)  # which is loaded once it has been read
            self._decision.plot.set_message(self.tr("Your own data are read …"))
        elif data.is_own:  # of which nothing is known
            self._settings.set_own(None, replace(data, is_own=False))
            self._history.clear()
        else:
            self._load()

    def state(self) -> TrainingState:
        if self._pending is not None:
            return self._pending
        is_current = self._frame is not None and self._frame.run == self._run
        return TrainingState.of(self._settings.choices, self._frame if is_current else None)

    def restore(self, state: TrainingState) -> None:
        self._history.clear()
        self._show_state(state)

    def set_up(self, setup: Setup) -> Callable[[], None]:
        before = self._moment()  # with a table that was pasted, which no state keeps
        self._show_state(setup.state)
        self._history.note(self._run_part, before, lambda: self.tr("what a lesson set up"))
        self._plays_when_seen = setup.plays
        return partial(self._put, before)

    def _show_state(self, state: TrainingState) -> None:
        choices = state.choices
        self._plays_when_seen = False
        self._sheet.forget_remembered()
        self._pages.setCurrentWidget(self._work)
        self._settings.show_choices(choices)
        self._decision.look()
        self._store.remember(GROUP, choices)
        self._decision.set_axes(self._settings.axes())
        self._decision.set_colouring(choices.colouring)
        self._loss.set_log(choices.log_loss)
        self._transport.set_speed(choices.speed)
        self._pending = state
        self._stop_at = choices.stop_after
        if self._is_active:
            self._begin_restoring(state)

    def is_settled(self) -> bool:
        return self._pending is None and self._frame is not None

    def _begin_restoring(self, state: TrainingState) -> None:
        self._run += 1
        data = state.choices.data
        self._awaits_table = data.is_own
        if self._awaits_table:
            self._sheet.restore(data.own, must_be_same=True)
            self._decision.plot.set_message(self.tr("Your own data are read …"))
        else:
            super()._send(state.command(self._run, self._settings.recipe()))

    def _restore_with(self, data: OwnData, choices: DataChoices) -> None:
        """The table of the project has been read."""
        self._awaits_table = False
        self._settings.show_own(data, choices)
        self._own = data
        self._decision.set_axes(self._settings.axes())
        self._store.remember(GROUP, self._settings.choices)
        self._pending = replace(self._pending or TrainingState(), choices=self._settings.choices)
        super()._send(self._pending.command(self._run, self._settings.recipe()))

    def _send(self, command: Command) -> None:
        if not isinstance(command, DescribeOptimizer):
            if self._awaits_table and not self._gives_up_table(command):
                return
            self._pending = None  # whatever is wanted now is wanted of what is there
            self._plays_when_seen = False
        super()._send(command)

    def _gives_up_table(self, command: Command) -> bool:
        """Until a project's table has been read, there is nothing to train; only other data are not waited with."""
        if not isinstance(command, Load):
            return False
        if self._settings.choices.data.is_own:
            self._pending = TrainingState(self._settings.choices)
            return False
        self._sheet.forget_remembered()
        self._awaits_table = False
        return True

    def set_palette(self, palette: Palette) -> None:
        self._palette = palette
        for part in (self._decision, self._loss, self._inside, self._sheet):
            part.set_palette(palette)

    def set_narrow(self, is_narrow: bool) -> None:
        self._inside.setMinimumWidth(fonts.px(NARROW_WIDTH if is_narrow else RIGHT_WIDTH))
        for card in (self._decision, self._loss):
            card.set_narrow(is_narrow)

    def close_engine(self, seconds: float) -> bool:
        self._store.remember(GROUP, self._settings.choices)
        has_read = self._sheet.close_engine(int(seconds * 1000))
        return super().close_engine(seconds) and has_read

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._loss.setFixedHeight(min(fonts.px(LOSS_HEIGHT), int(LOSS_SHARE * self.height())))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def retranslate(self) -> None:
        """Says everything in the language that is now in force."""
        self._decision.plot.set_message(self.tr("TensorFlow is loading …"))

    # Commands

    def play(self) -> None:
        """Trains on, to the next multiple of the steps to stop after."""
        position = self._frame.position if self._frame else 0
        stop_after = self._settings.choices.stop_after
        self._stop_at = None if stop_after is None else (position // stop_after + 1) * stop_after
        self._send(Play(self._settings.choices.speed, self._stop_at))

    def pause(self) -> None:
        """Stops training after the step in hand."""
        self._send(Pause())

    def play_or_pause(self) -> None:
        """What the space bar does."""
        (self.pause if self._frame is not None and self._frame.playing else self.play)()

    def go_to_phase(self, name: str) -> None:
        """Goes forward or back inside the step until the named phase is the last that ran."""
        wanted = PHASES.index(name) + 1
        shown = len(self._frame.inside) if self._frame else 0
        if shown == len(PHASES) and wanted == shown:
            return
        command: Command = StepInside() if wanted > shown else Back(inside=True)
        for _ in range(abs(wanted - shown)):
            self._send(command)

    def _load(self) -> None:
        self._run += 1
        choices, self._own = self._settings.choices, self._settings.own()
        self._stop_at = choices.stop_after
        self._send(Load(self._run, self._settings.recipe(), choices.settings()))
        if self._frame is not None:
            QTimer.singleShot(LONG_MILLISECONDS, self, partial(self._say_that_data_are_made, self._run))

    def _say_that_data_are_made(self, run: int) -> None:
        """Millions of points take seconds; until they are there, the old ones stay in view."""
        if run == self._run and self._frame is not None and self._frame.run != run:
            self._decision.plot.show_notice(self.tr("The points are being made …"))

    def _reset(self) -> None:
        if self._frame is not None and len(self._frame.history.loss) > 0:
            self._note(self._settings.choices, lambda: self.tr("reset"))
        self._run += 1
        self._stop_at = self._settings.choices.stop_after
        self._send(Reset(self._run))

    def _start_anew(self) -> None:
        self._note(self._settings.choices, partial(self._settings.words, "seed"))
        self._settings.set_choice("seed", random.randrange(10_000))
        self._load()

    def ask_for_animation(self) -> None:
        """Asks how the run so far is to be saved as a moving picture."""
        frame = self._frame
        if frame is None or frame.run != self._run:
            return
        from gui.tabs.training.animation import AnimationDialog, Look  # Pillow is not needed before

        choices = self._settings.choices
        look = Look(self._palette, choices.colouring, self._settings.axes(), choices.log_loss)
        for open_already in self.findChildren(AnimationDialog):
            open_already.close()
        AnimationDialog(frame, look, saver_of(self), self._store, self).show()

    # The user's own data

    def open_file(self, path: Path) -> None:
        """Shows what a file has to learn from."""
        self._show_sheet()
        self._sheet.open_file(path)

    def _show_sheet(self) -> None:
        self._decision.look()
        self._pages.setCurrentWidget(self._sheet)

    def _hide_sheet(self) -> None:
        self._pages.setCurrentWidget(self._work)
        self.setFocus()

    def _leave_sheet(self) -> None:
        self._hide_sheet()
        if self._run == 0 or self._awaits_table:  # the sheet came before there was anything to see
            self.activate()

    def _paste(self) -> None:
        self._show_sheet()
        self._sheet.paste()

    def _learn_from(self, data: OwnData, own: OwnChoices) -> None:
        before = self._settings.choices.data
        if tuple(data.features) == tuple(before.own.features):
            own = replace(own, across=before.own.across, up=before.own.up)
        is_same = before.is_own and own.is_of_same(before.own) and own.target == before.own.target
        positive = before.positive if is_same else data.class_count - 1
        self._hide_sheet()
        choices = replace(before, is_own=True, own=own, positive=positive)
        if self._awaits_table and own.is_of_same(before.own) and before.own.digest in ("", own.digest):
            self._restore_with(data, choices)
        else:
            is_first = self._run == 0  # what was learned from the last time is no change
            self._awaits_table = False
            self._settings.set_own(data, choices)
            if is_first:
                self._history.clear()

    def _do_without(self, problem: Problem) -> None:
        """The file of the last time, or of the project, is gone, or holds something else now."""
        self._awaits_table = False
        self._settings.set_own(None, replace(self._settings.choices.data, is_own=False))
        self._history.clear()
        self._fail(problem)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        data = event.mimeData()
        path = dropped_file(data)
        if path.suffix.lower() not in FOREIGN and not path.is_dir() if path else data.hasText():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        data = event.mimeData()
        path = dropped_file(data)
        event.acceptProposedAction()
        if path is not None:
            self.open_file(path)
        elif data.hasText():
            self._show_sheet()
            self._sheet.take_text(data.text())

    # Events

    @Slot(object)
    def _take(self, event: Event) -> None:
        match event:
            case Ready():
                self._greet(event)
            case OptimizerDescribed():
                self._settings.describe_optimizer(event.spec)
            case Frame():
                self._draw(event)
            case Failed():
                self._show_failure(event)
            case _:
                assert_never(event)

    def _greet(self, ready: Ready) -> None:
        remembered = self._settings.choices.optimizer
        self._settings.set_optimizers(ready.optimizers)
        if self._settings.choices.optimizer != remembered:  # it was of another version of Keras
            self._load()

    def _draw(self, frame: Frame) -> None:
        if frame.run != self._run:  # of a run that is over; its place is free again
            self._engine.send(Drawn())
            return
        if not frame.restoring:
            self._pending = None
        self._show(frame)
        horizon = self._horizon(frame)
        self._settings.draw(frame)
        self._loss.plot.set_horizon(horizon)
        self._loss.draw(frame)
        self._inside.draw(frame, horizon)
        self._transport.show_position(
            frame.position, len(frame.history.loss), horizon, frame.playing, frame.steps_per_second
        )
        self._decision.draw(frame)
        if self._plays_when_seen and self.is_settled():
            self.play()

    def _horizon(self, frame: Frame) -> int | None:
        """The step that the run is to stop at, as far as one can tell."""
        stop_after = self._settings.choices.stop_after
        if stop_after is None:
            return None
        rounds = -(-frame.position // stop_after)
        return max(self._stop_at or 0, rounds * stop_after, stop_after)

    def _is_current(self, frame: Frame) -> bool:
        """One of the run before may be painted after the new run was asked for."""
        return frame.run == self._run

    def _show_failure(self, failed: Failed) -> None:
        if failed.run != self._run:
            return
        was_restored, self._pending = self._pending is not None, None
        is_of_optimizer = failed.field is not None and failed.field.partition(".")[0] == "optimizer"
        if self._frame is None and is_of_optimizer and self._settings.choices.optimizer_arguments:
            self._settings.set_choice("optimizer_arguments", ())  # what was remembered cannot be used
            self._load()
            if was_restored:
                self._fail(failed.problem)
            return
        if failed.field is None or not self._settings.show_problem(failed.field, failed.problem):
            self._fail(failed.problem)

    # The user's doing

    @Slot(str, object)
    def _change(self, name: str, before: TrainingChoices) -> None:
        """A choice in the panel was changed."""
        words = partial(self._settings.words, name)
        if name in TOLD:
            self._history.note(self._choices_part, before, words, name)
        elif name != "axes":
            self._note(before, words, name)
        self._follow(name)

    def _follow(self, name: str) -> None:
        """Does what another choice of this name takes."""
        choices = self._settings.choices
        name = name.partition(".")[0]
        self._store.remember(GROUP, choices)
        if name in ("data", "axes"):
            self._decision.set_axes(self._settings.axes())
        if name == "learning_rate":
            self._send(SetLearningRate(choices.learning_rate))
        elif name not in KEPT_WHILE_RUNNING:
            self._load()
        elif name in ("stop_after", "speed") and self._frame is not None:
            if self._frame.playing:
                self.play()
            else:
                self._stop_at = choices.stop_after
                self._draw_again(self._frame)

    @Slot(object)
    def _change_points(self, stroke: Stroke) -> None:
        """A stroke of the mouse drew, moved or erased points."""
        before = self._settings.choices
        try:
            self._settings.set_edits(after(stroke, DrawnPoints(self._settings.base(), before.edits)))
        except Problem as problem:
            self._decision.plot.forget_stroke()
            self._fail(problem)
            return
        self._note(before, self._by_hand)
        self._store.remember(GROUP, self._settings.choices)
        self._load()

    def _by_hand(self) -> str:
        return self.tr("points drawn by hand")

    def _type_parameters(self, weights: FloatArray, bias: FloatArray) -> None:
        self._note(self._settings.choices, lambda: self.tr("W and b"), "parameters")
        self._send(SetWeights(weights, bias))

    def _drag_line(self, weights: FloatArray, bias: FloatArray) -> None:
        self._note(self._settings.choices, lambda: self.tr("decision line"), "line")
        self._send(SetWeights(weights, bias))

    # Undoing

    def undo(self) -> None:
        """Takes the last change back."""
        if self._pages.currentWidget() is self._work:
            self._history.undo()

    def redo(self) -> None:
        """Makes it again."""
        if self._pages.currentWidget() is self._work:
            self._history.redo()

    def _note(self, before: TrainingChoices, words: Callable[[], str], key: str = "") -> None:
        """Something was changed, or is about to be, that takes the run away."""
        self._history.note(self._run_part, self._moment_with(before), words, key)

    def _moment(self) -> Moment:
        return self._moment_with(self._settings.choices)

    def _moment_with(self, choices: TrainingChoices) -> Moment:
        if self._pending is not None:
            state = self._pending
        else:
            frame = self._frame
            state = TrainingState.of(choices, frame if frame is not None and frame.run == self._run else None)
        return Moment(state, self._own if choices.data.is_own else None)

    def _put(self, moment: Moment) -> None:
        """Trains the run of that moment again, as a project does."""
        self._plays_when_seen = False
        choices = as_seen_now(moment.state.choices, self._settings.choices)
        self._awaits_table = False
        self._settings.show_choices(choices, moment.own if moment.own is not None else self._settings.own())
        self._own = self._settings.own()
        self._decision.look()
        self._decision.set_axes(self._settings.axes())
        self._store.remember(GROUP, choices)
        self._stop_at = choices.stop_after
        self._run += 1
        self._pending = replace(moment.state, choices=choices)
        super()._send(self._pending.command(self._run, self._settings.recipe()))

    def _put_choices(self, choices: TrainingChoices) -> None:
        now = self._settings.choices
        for name in TOLD:
            if getattr(choices, name) != getattr(now, name):
                self._settings.forget_typed(name)
                self._set_choice(name, getattr(choices, name))

    def _remark(self, moment: Moment) -> str:
        run = moment.state.run
        if run is None or not run.steps:
            return ""
        if run.steps == 1:
            return self.tr("The step of that run comes back.")
        return self.tr("The {steps} steps of that run come back.").format(steps=f"{run.steps:,}")

    def _draw_again(self, frame: Frame) -> None:
        is_owed = self._unpainted  # the engine still waits to hear that it was painted
        self._draw(frame)
        self._unpainted = is_owed

    def _set_choice(self, name: str, value: object) -> None:
        """A choice was changed elsewhere than in the panel."""
        self._settings.set_choice(name, value)
        self._follow(name)

    def _lay_out(self) -> None:
        right = QVBoxLayout()
        right.setSpacing(12)
        right.addWidget(self._loss)
        right.addWidget(self._inside, 1)
        work = QHBoxLayout(self._work)
        work.setContentsMargins(0, 0, 0, 0)
        work.setSpacing(12)
        work.addWidget(self._decision, 5)
        work.addLayout(right, 3)
        self._pages.addWidget(self._work)
        self._pages.addWidget(self._sheet)
        upper = QHBoxLayout()
        upper.setSpacing(12)
        upper.addWidget(self._settings)
        upper.addWidget(self._pages, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 12, 12, 0)
        layout.setSpacing(12)
        layout.addLayout(upper, 1)
        layout.addWidget(self._transport)

    def _connect(self) -> None:
        self._settings.changed.connect(self._change)
        self._settings.parameters_typed.connect(self._type_parameters)
        self._settings.description_wanted.connect(lambda name: self._send(DescribeOptimizer(name)))
        self._settings.own_requested.connect(self._show_sheet)
        self._sheet.accepted.connect(self._learn_from)
        self._sheet.lost.connect(self._do_without)
        self._sheet.closed.connect(self._leave_sheet)
        self._decision.line_dragged.connect(self._drag_line)
        self._decision.points_changed.connect(self._change_points)
        self._decision.plot.painted.connect(self._acknowledge)
        self._decision.colouring_chosen.connect(lambda colouring: self._set_choice("colouring", colouring))
        self._loss.sought.connect(lambda step: self._send(Seek(step)))
        self._loss.log_switched.connect(lambda is_log: self._set_choice("log_loss", is_log))
        self._loss.ghosts_dismissed.connect(lambda: self._send(ForgetGhosts()))
        self._loss.animation_requested.connect(self.ask_for_animation)
        self._inside.phase_chosen.connect(self.go_to_phase)
        bar = self._transport
        bar.reset_requested.connect(self._reset)
        bar.new_start_requested.connect(self._start_anew)
        bar.back_requested.connect(lambda: self._send(Back(inside=bool(self._frame and self._frame.inside))))
        bar.play_requested.connect(self.play)
        bar.pause_requested.connect(self.pause)
        bar.step_requested.connect(lambda: self._send(Step()))
        bar.step_inside_requested.connect(lambda: self._send(StepInside()))
        bar.sought.connect(lambda step: self._send(Seek(step)))
        bar.speed_changed.connect(lambda speed: self._set_choice("speed", speed))

    def _make_shortcuts(self) -> None:
        add_undo_keys(self, self.undo, self.redo)
        actions: dict[str, Callable[[], None]] = {
            "Space": self.play_or_pause,
            "Right": lambda: self._send(Step()),
            "Left": lambda: self._send(Back()),
            "Shift+Right": lambda: self._send(StepInside()),
            "Shift+Left": lambda: self._send(Back(inside=True)),
            "R": self._reset,
            "Shift+R": self._start_anew,
            "Ctrl+V": self._paste,
            "Home": lambda: self._send(Seek(0)),
            "End": lambda: self._send(Seek(len(self._frame.history.loss) if self._frame else 0)),
        }
        for key, action in actions.items():
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(action)

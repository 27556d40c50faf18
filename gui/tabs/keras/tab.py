"""The Keras tab: hands what the user does to the engine as commands, and draws the frames that come back."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import assert_never

from PySide6.QtCore import QEvent, Qt, QTimer, Slot
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from engine.errors import Problem
from engine.keras_lab.catalogue.specification import Spelling
from engine.keras_lab.laboratory import KerasLaboratory
from engine.keras_lab.protocol import (
    Command,
    Event,
    Failed,
    Fitting,
    Frame,
    Load,
    LoadModel,
    LookAtBest,
    LookAtEpoch,
    OneBatch,
    OneEpoch,
    Pause,
    Plan,
    Play,
    Ready,
    Region,
    SaveModel,
    SetThreshold,
    State,
    Stop,
)
from engine.protocol import Drawn
from gui import fonts
from gui.change_history import ChangeHistory, Part
from gui.controls.fit_bar import FitBar
from gui.controls.scroll_page import is_scrolled_away
from gui.controls.undo_buttons import UndoButtons, add_undo_keys
from gui.engine_tab import EngineTab
from gui.palette import Palette
from gui.settings import SettingsStore
from gui.tab import Setup
from gui.tabs.keras import changes
from gui.tabs.keras.choices import KerasChoices, read, written
from gui.tabs.keras.curves_card import CurvesCard
from gui.tabs.keras.example import EXAMPLE
from gui.tabs.keras.model_files import ModelFiles
from gui.tabs.keras.panel import KerasPanel
from gui.tabs.keras.region_card import RegionCard
from gui.tabs.keras.state import KerasState, Training
from gui.tabs.keras.work_card import WorkCard

GROUP = "keras"
LONG_MILLISECONDS = 300
RIGHT_WIDTH, NARROW_WIDTH = 404, 304
"""Of the column with the curves and the code; the second beside the guide."""

CURVES_SHARE = 0.47
"""Of the height above the bar; the rest is for the code and the results."""

MOST_CURVES = 420


class KerasTab(EngineTab[Frame]):
    """Keeps no state of the experiment: all that is seen is one frame of the engine's."""

    paints_with_frame = False  # the plot may be painted later

    def __init__(self, store: SettingsStore, parent: QWidget | None = None) -> None:
        super().__init__(KerasLaboratory, EXAMPLE, parent)
        self._store = store
        self._choices = store.remembered(GROUP, KerasChoices())
        self._run = 0  # of the frames that are awaited
        self._newest_run = 0  # that was asked for
        self._failed_run = 0  # that was asked for in vain
        self._is_closing = False
        self._pending: KerasState | None = None  # what is to be seen, and is not yet
        self._is_active = False
        self._plays_when_seen = False  # what is pending
        self._plane: Region | None = None  # as it was drawn last
        self._curves_wait = False

        self._history = ChangeHistory(self)
        self._part = Part(self.state, self._put, self._remark)
        self._fitting_part = Part(lambda: self._panel.fitting, self._put_fitting)
        self._spelling_part = Part(lambda: self._panel.plan.compilation.spelling, self._put_spelling)
        plan, fitting = read(self._choices.plan, Plan()), read(self._choices.fitting, Fitting())
        self._plan, self._fitting = plan, fitting  # as they were before the user changes them next
        self._panel = KerasPanel(plan, fitting, self._choices.page)
        self._panel.body.addWidget(UndoButtons(self._history))
        self._region = RegionCard()
        self.painted_part = self._region.plot
        self._curves = CurvesCard(self._choices.log_loss, self._choices.metric)
        self._work = WorkCard(self._choices.work)
        self._bar = FitBar()
        self._files = ModelFiles(self)
        self._work.setMinimumWidth(fonts.px(RIGHT_WIDTH))
        self._lay_out()
        self._connect()
        self._make_shortcuts()
        self.retranslate()

    # As a tab of the window

    def activate(self) -> None:
        self.setFocus()  # so that the keys work before anything was clicked
        self._is_active = True
        if self._pending is not None:
            self._begin_restoring(self._pending)
        else:
            self._load(self._panel.plan)

    def state(self) -> KerasState:
        return self._state_with(self._panel.plan)

    def _state_with(self, plan: Plan) -> KerasState:
        """plan: what is wanted, where nothing is there yet."""
        if self._pending is not None:
            return self._pending
        choices, frame = self._choices, self._frame
        is_current = frame is not None and frame.run == self._run
        return KerasState(
            frame.plan if frame is not None and is_current else plan,
            self._panel.fitting,
            Training.of(frame) if frame is not None and is_current else Training(),
            choices.page,
            choices.work,
            choices.log_loss,
            choices.metric,
        )

    def restore(self, state: KerasState) -> None:
        self._history.clear()
        self._show_state(state)

    def set_up(self, setup: Setup) -> Callable[[], None]:
        before = self.state()
        self._show_state(setup.state)
        self._history.note(self._part, before, lambda: self.tr("what a lesson set up"))
        self._plays_when_seen = setup.plays
        return partial(self._put, before)

    def _show_state(self, state: KerasState) -> None:
        self._panel.show_page(state.page)
        self._work.show_page(state.work)
        self._curves.show_choices(state.log_loss, state.metric)
        self._remember(page=state.page, work=state.work, log_loss=state.log_loss, metric=state.metric)
        self._begin_restoring(state)

    def _begin_restoring(self, state: KerasState) -> None:
        self._plan, self._fitting = state.plan, state.fitting
        self._panel.forget_typed()
        self._panel.show_plan(state.plan)
        self._panel.clear_problems()
        self._panel.fit.show_fitting(state.fitting)
        self._remember(plan=written(state.plan), fitting=written(state.fitting))
        if self._is_active:
            self._newest_run += 1
            self._run = self._newest_run
            self._send(state.command(self._run))
        self._plays_when_seen = False
        self._pending = state

    def is_settled(self) -> bool:
        return self._pending is None and self._frame is not None

    def open_file(self, path: Path) -> None:
        self.open_model(str(path))

    def set_palette(self, palette: Palette) -> None:
        for part in (self._region, self._curves, self._work):
            part.set_palette(palette)

    def set_narrow(self, is_narrow: bool) -> None:
        self._work.setMinimumWidth(fonts.px(NARROW_WIDTH if is_narrow else RIGHT_WIDTH))
        for card in (self._region, self._curves):
            card.set_narrow(is_narrow)

    def close_engine(self, seconds: float) -> bool:
        self._remember_plan()
        self._is_closing = True
        self._files.close()
        return super().close_engine(seconds)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._curves.setFixedHeight(min(fonts.px(MOST_CURVES), int(CURVES_SHARE * (self.height() - 100))))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def retranslate(self) -> None:
        """Says everything in the language that is now in force."""
        self._region.plot.set_message(self.tr("Keras is loading …"))

    # Commands

    def play(self) -> None:
        """Goes on with `fit`, or calls it for more epochs."""
        self._send(Play(self._panel.fitting))

    def pause(self) -> None:
        """Lets `fit` wait."""
        self._send(Pause())

    def play_or_pause(self) -> None:
        """What the space bar does."""
        is_running = self._frame is not None and self._frame.progress.state is State.RUNNING
        (self.pause if is_running else self.play)()

    def open_model(self, path: str) -> None:
        """Asks for the model in this file."""
        self._panel.model.forget_file_problem()
        self._newest_run += 1
        self._send(LoadModel(self._newest_run, path))  # where it fails, the present run goes on

    def _load(self, plan: Plan) -> None:
        self._plan = plan
        self._newest_run += 1
        self._run = self._newest_run
        self._send(Load(self._run, plan))
        if self._frame is not None:
            QTimer.singleShot(LONG_MILLISECONDS, self, partial(self._say_that_it_is_made, self._run))

    def _say_that_it_is_made(self, run: int) -> None:
        """Millions of points take seconds; until they are there, the old ones stay in view."""
        if run == self._run != self._failed_run and self._frame is not None and self._frame.run != run:
            self._region.plot.show_notice(self.tr("The model is being made …"))

    def _reset(self) -> None:
        if self._frame is not None and self._frame.fits:
            self._history.note(self._part, self.state(), lambda: self.tr("reset"))
        self._load(self._panel.plan)

    def _start_anew(self) -> None:
        plan = replace(self._panel.plan, seed=random.randrange(10_000))
        self._panel.show_plan(plan)
        self._change_plan(plan)

    def _look_before(self) -> None:
        """What the left key does: an epoch back."""
        frame = self._frame
        if frame is not None:
            trained = len(frame.curves.epoch_ends)
            newest = len(frame.curves.batch_means) > (int(frame.curves.epoch_ends[-1]) if trained else 0)
            shown = trained + newest if frame.looked_at is None else frame.looked_at
            self._send(LookAtEpoch(max(shown - 1, 0)))

    def _send(self, command: Command) -> None:
        self._pending = None  # whatever is wanted now is wanted of what is there
        self._plays_when_seen = False
        super()._send(command)

    # Events

    @Slot(object)
    def _take(self, event: Event) -> None:
        if self._is_closing:
            return
        match event:
            case Ready():
                self._panel.set_catalogue(event.catalogue)
                self._work.side.set_catalogue(event.catalogue)
            case Frame():
                self._draw(event)
            case Failed():
                self._show_failure(event)
            case _:
                assert_never(event)

    def _draw(self, frame: Frame) -> None:
        if frame.run < self._run and self._frame is not None:
            self._engine.send(Drawn())  # of the run before: the next one is on its way
            return
        if frame.run > self._run and self._frame is not None:
            self._history.note(self._part, self.state(), lambda: self.tr("model from a file"))
        if frame.run == self._run and not frame.restoring:
            self._pending = None
        if frame.run >= self._run:
            self._plan = frame.plan
        self._run = max(self._run, frame.run)
        self._show(frame)
        self._panel.draw(frame)
        self._draw_plots(frame)
        self._bar.show_progress(
            frame.progress, len(frame.curves.epoch_ends), self._panel.fitting.epochs, frame.looked_at, frame.best_epoch
        )
        if self._plays_when_seen and self.is_settled():
            self.play()
        plot = self._region.plot
        if not plot.isVisible() or is_scrolled_away(plot):  # in another tab's shadow nothing is painted
            self._acknowledge()

    def _draw_plots(self, frame: Frame) -> None:
        """Where the plane is another the curves wait until it is on the screen: both at once take long."""
        self._curves_wait, self._plane = frame.region is not self._plane, frame.region
        self._region.draw(frame)
        if not self._curves_wait:
            self._curves.draw(frame)

    @Slot(object)
    def _draw_rest(self, frame: Frame) -> None:
        """The plane has been painted; a new program takes as long."""
        if self._curves_wait:
            self._curves_wait = False
            self._curves.draw(frame)
        self._work.draw(frame)

    def _is_current(self, frame: Frame) -> bool:
        """One of the run before may be painted after the new run was asked for."""
        return frame.run == self._run

    def _show_failure(self, failed: Failed) -> None:
        if failed.run != self._run and failed.field != "path":
            return
        self._failed_run = failed.run
        self._pending = None
        self._region.plot.hide_message()
        if self._frame is None and self._panel.plan != Plan():  # what was remembered cannot be used: the notes' own can
            self._panel.show_plan(Plan())
            self._load(Plan())
            return
        field = failed.field
        if field is not None and self._work.show_problem(field, failed.problem):
            return
        if field is None or not self._panel.show_problem(field, failed.at, failed.problem):
            self._fail(failed.problem)

    # The user's doing

    @Slot(object)
    def _change_plan(self, plan: Plan) -> None:
        before = self._plan
        if plan != before:
            change = changes.of_plan(before, plan)
            if changes.is_respelt(before, plan):
                self._history.note(self._spelling_part, before.compilation.spelling, change.words, change.key)
            else:
                self._history.note(self._part, self._state_with(before), change.words, change.key)
        self._load(plan)

    @Slot(object)
    def _change_fitting(self, fitting: Fitting) -> None:
        change = changes.of_fitting(self._fitting, fitting)
        self._history.note(self._fitting_part, self._fitting, change.words, change.key)
        self._take_fitting(fitting)

    def _take_fitting(self, fitting: Fitting) -> None:
        self._fitting = fitting
        self._remember(fitting=written(fitting))
        if self._frame is not None:
            self._draw_again(self._frame)

    def _put(self, state: KerasState) -> None:
        """Trains the model of that state again, as a project does; what is looked at stays in front."""
        if state.plan != self._panel.plan:
            self._panel.show_page(changes.of_plan(self._panel.plan, state.plan).page)
        now = self._choices
        self._begin_restoring(replace(state, page=now.page, work=now.work, log_loss=now.log_loss, metric=now.metric))

    def _put_fitting(self, fitting: Fitting) -> None:
        self._panel.show_page("fit")
        self._panel.forget_typed()
        self._panel.fit.show_fitting(fitting)
        self._take_fitting(fitting)

    def _put_spelling(self, spelling: Spelling) -> None:
        plan = self._panel.plan
        plan = replace(plan, compilation=replace(plan.compilation, spelling=spelling))
        self._panel.show_page("compile")
        self._panel.show_plan(plan)
        self._load(plan)

    def _remark(self, state: KerasState) -> str:
        return self.tr("What was trained then comes back.") if state.training.fits else ""

    def _draw_again(self, frame: Frame) -> None:
        self._bar.show_progress(
            frame.progress, len(frame.curves.epoch_ends), self._panel.fitting.epochs, frame.looked_at, frame.best_epoch
        )

    def _ask_about(self, x: float, y: float) -> None:
        """A place in the plot was clicked."""
        self._work.show_page("predict")
        self._work.predict.ask_clicked(x, y)

    def _remember(self, **changes: object) -> None:
        self._choices = replace(self._choices, **changes)  # type: ignore[arg-type]
        self._store.remember(GROUP, self._choices)

    def _remember_plan(self) -> None:
        """The plan that was last in force, not one that the engine could not take."""
        plan = self._frame.plan if self._frame is not None else self._panel.plan
        self._remember(plan=written(plan), fitting=written(self._panel.fitting))

    def _say_file_problem(self, problem: Problem) -> None:
        self._panel.show_problem("path", None, problem)

    def _lay_out(self) -> None:
        right = QVBoxLayout()
        right.setSpacing(12)
        right.addWidget(self._curves)
        right.addWidget(self._work, 1)
        upper = QHBoxLayout()
        upper.setSpacing(12)
        upper.addWidget(self._panel)
        upper.addWidget(self._region, 5)
        upper.addLayout(right, 3)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 12, 12, 0)
        layout.setSpacing(12)
        layout.addLayout(upper, 1)
        layout.addWidget(self._bar)

    def _connect(self) -> None:
        self._panel.plan_changed.connect(self._change_plan)
        self._panel.fitting_changed.connect(self._change_fitting)
        self._panel.page_chosen.connect(lambda page: self._remember(page=page))
        self._panel.model.save_asked.connect(self._files.ask_where_to_save)
        self._panel.model.open_asked.connect(self._files.ask_what_to_open)
        self._files.save_chosen.connect(lambda path: self._send(SaveModel(path)))
        self._files.open_chosen.connect(self.open_model)
        # The other plots are painted with it, in the same turn of the event loop.
        self._region.plot.painted.connect(lambda: QTimer.singleShot(0, self, self._acknowledge))
        self._region.clicked.connect(self._ask_about)
        self._curves.sought.connect(self._look_at)
        self.drawn.connect(self._draw_rest)
        self._curves.log_switched.connect(lambda is_log: self._remember(log_loss=is_log))
        self._curves.metric_chosen.connect(lambda metric: self._remember(metric=metric))
        self._work.page_chosen.connect(lambda page: self._remember(work=page))
        self._work.results.asked.connect(self._send)
        self._work.results.threshold_chosen.connect(lambda threshold: self._send(SetThreshold(threshold)))
        self._work.predict.asked.connect(self._send)
        self._work.side.asked.connect(self._send)
        bar = self._bar
        bar.reset_requested.connect(self._reset)
        bar.new_start_requested.connect(self._start_anew)
        bar.stop_requested.connect(lambda: self._send(Stop()))
        bar.play_requested.connect(self.play)
        bar.pause_requested.connect(self.pause)
        bar.batch_requested.connect(self._one_batch)
        bar.epoch_requested.connect(self._one_epoch)
        bar.sought.connect(self._look_at)
        bar.best_requested.connect(lambda: self._send(LookAtBest()))

    def _one_batch(self) -> None:
        self._send(OneBatch(self._panel.fitting))

    def _one_epoch(self) -> None:
        self._send(OneEpoch(self._panel.fitting))

    def _look_at(self, epoch: int | None) -> None:
        self._send(LookAtEpoch(epoch))

    def _make_shortcuts(self) -> None:
        add_undo_keys(self, self._history.undo, self._history.redo)
        actions: dict[str, Callable[[], None]] = {
            "Space": self.play_or_pause,
            "Right": self._one_batch,
            "Shift+Right": self._one_epoch,
            "Left": self._look_before,
            "R": self._reset,
            "Shift+R": self._start_anew,
            "Shift+S": lambda: self._send(Stop()),
            "Home": lambda: self._look_at(0),
            "End": lambda: self._look_at(None),
            "Ctrl+M": self._files.ask_where_to_save,
            "Ctrl+Shift+M": self._files.ask_what_to_open,
        }
        for key, action in actions.items():
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(action)

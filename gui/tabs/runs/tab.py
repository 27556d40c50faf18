"""The runs tab: tells the engine what to follow and where to look, and draws the frames that come back."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import assert_never

from PySide6.QtCore import QEvent, Qt, QTimer, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from engine.errors import Problem
from engine.runs.example import ExampleBegun, ExampleEnded, ExampleLaboratory, MakeExample
from engine.runs.export import write_runs
from engine.runs.laboratory import RunsLaboratory
from engine.runs.protocol import CloseRun, Command, Event, Frame, LookAt, OpenRun, RunFailed, RunView
from engine.saving import Progress
from engine.worker import EngineThread
from gui import fonts
from gui.change_history import ChangeHistory, Part
from gui.controls.scroll_page import is_scrolled_away
from gui.controls.undo_buttons import add_undo_keys
from gui.engine_tab import EngineTab
from gui.file_saver import Offer, saver_of
from gui.palette import Palette
from gui.plots.run_looks import free_look
from gui.settings import SettingsStore
from gui.tab import Setup
from gui.tabs.runs.curves_card import CurvesCard
from gui.tabs.runs.empty_page import EmptyPage
from gui.tabs.runs.example import EXAMPLE
from gui.tabs.runs.line_card import LineCard, Shown
from gui.tabs.runs.numbers_card import NumbersCard
from gui.tabs.runs.runs_panel import RunFolders, RunsPanel, absolute
from gui.tabs.runs.scrub_bar import ScrubBar
from gui.tabs.runs.state import OpenedRun, RunsChoices, RunsState

GROUP = "runs"
RIGHT_WIDTH, NARROW_WIDTH = 392, 232
"""Of the column with the line and the numbers; the second beside the guide."""

NUMBERS_HEIGHT = 232
EXAMPLE_FOLDER = "example-runs"
"""Where the example is trained, beside the settings."""


class RunsTab(EngineTab[Frame]):
    """Keeps which runs are open and what is seen of them; all that is known of them is one frame of the engine's."""

    paints_with_frame = False  # the plot may be painted later

    def __init__(self, store: SettingsStore, parent: QWidget | None = None) -> None:
        super().__init__(RunsLaboratory, EXAMPLE, parent)
        self._store = store
        self._wanted = store.remembered(GROUP, RunsChoices()).state()
        self._asked: set[str] = set()  # folders that the engine was told to follow
        self._problems: dict[str, Problem] = {}  # by folder, why it does not
        self._new: set[str] = set()  # folders of which the user will hear beside the field if they are none
        self._is_active = False
        self._follows_example = False
        self._history = ChangeHistory(self)
        self._part = Part(lambda: self._wanted, self._put_back)
        self._panel = RunsPanel(self._history)
        self._curves, self._line, self._numbers = CurvesCard(), LineCard(), NumbersCard()
        self.painted_part = self._curves.loss_plot
        self._empty = EmptyPage()
        self._bar = ScrubBar()
        self._folders = RunFolders(self)
        self._example_maker = EngineThread(ExampleLaboratory, self)
        self._work, self._pages = QWidget(), QStackedWidget()
        self._numbers.setFixedHeight(fonts.px(NUMBERS_HEIGHT))
        self._line.setMinimumWidth(fonts.px(RIGHT_WIDTH))
        self._lay_out()
        self._connect()
        self._make_shortcuts()
        self._show_looks()
        self._show_wanted()
        self.retranslate()

    # As a tab of the window

    def activate(self) -> None:
        self.setFocus()  # so that the keys work before anything was clicked
        self._is_active = True
        self._follow_wanted()

    def state(self) -> RunsState:
        return self._wanted

    def restore(self, state: RunsState) -> None:
        self._history.clear()
        self._bar.pause()
        self._follows_example = False
        self._put(state)
        self._show_looks()

    def set_up(self, setup: Setup) -> Callable[[], None]:
        before = self.state()
        self.restore(setup.state)
        self._history.note(self._part, before, lambda: self.tr("what a lesson set up"))
        if setup.plays:
            self._make_example()
        return lambda: self.restore(before)

    def open_file(self, path: Path) -> None:
        """Follows the run in this folder, or shows it where it is followed already."""
        self._open(absolute(str(path)))

    def set_palette(self, palette: Palette) -> None:
        for part in (self._panel, self._curves, self._line, self._numbers):
            part.set_palette(palette)

    def set_narrow(self, is_narrow: bool) -> None:
        self._line.setMinimumWidth(fonts.px(NARROW_WIDTH if is_narrow else RIGHT_WIDTH))
        for card in (self._curves, self._line):
            card.set_narrow(is_narrow)

    def close_engine(self, seconds: float) -> bool:
        self._bar.pause()
        self._folders.close()
        self._store.remember(GROUP, RunsChoices.of(self._wanted))
        until = time.monotonic() + seconds
        has_ended = self._example_maker.close(int(seconds * 1000))
        return super().close_engine(max(until - time.monotonic(), 0.05)) and has_ended

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def retranslate(self) -> None:
        """Says everything in the language that is now in force."""
        for plot in (self._curves.loss_plot, self._curves.accuracy_plot):
            plot.set_message(self.tr("No step yet"))

    # What the user does

    def pause(self) -> None:
        """Stays at the step that is looked at."""
        self._bar.pause()

    def undo(self) -> None:
        """Takes back the last opening, closing, or hiding."""
        self._history.undo()

    def redo(self) -> None:
        """Does it again."""
        self._history.redo()

    def _open(self, folder: str) -> None:
        self._panel.forget_problem()
        known = self._wanted.run(folder)
        if known is not None and folder not in self._problems:
            self._choose(folder)
            self._show_wanted()
            return
        self._new.add(folder)
        self._problems.pop(folder, None)
        self._asked.add(folder)
        self._send(OpenRun(Path(folder)))

    def _make_example(self) -> None:
        """Trains runs to look at, and follows each as soon as it has begun."""
        self._follows_example = True
        self._empty.show_busy(True)
        self._example_maker.send(MakeExample(self._store.folder() / EXAMPLE_FOLDER))

    @Slot(object)
    def _take_example(self, event: ExampleBegun | ExampleEnded) -> None:
        if isinstance(event, ExampleBegun):
            if self._follows_example:  # and nothing else has come in its place
                self.open_file(event.folder)
            return
        self._empty.show_busy(False)
        if event.problem is not None:
            self._fail(event.problem)

    def _do_for_example(self, command: Command | MakeExample) -> None:
        if isinstance(command, MakeExample):
            self._make_example()
        else:
            super()._do_for_example(command)

    def _close(self, folder: str) -> None:
        run = self._wanted.run(folder)
        if run is not None:
            name = Path(folder).name
            self._history.note(self._part, self._wanted, lambda: self.tr("{name} closed").format(name=name))
            self._put(self._wanted.without(folder))

    def _hide(self, folder: str, is_hidden: bool) -> None:
        run = self._wanted.run(folder)
        if run is not None:
            self._wanted = self._wanted.with_run(replace(run, is_hidden=is_hidden))
            self._show_wanted()

    def _choose(self, folder: str) -> None:
        if folder != self._wanted.chosen:
            self._wanted = replace(self._wanted, chosen=folder)
            self._show_wanted()

    def _try_again(self, folder: str) -> None:
        """What was not to be had may be there now."""
        if self._problems.pop(folder, None) is not None:
            self._asked.discard(folder)
            self._follow_wanted()
            self._show_wanted()

    def look_at(self, step: int | None) -> None:
        """At this step of every run; None for the newest, whatever comes."""
        self._wanted = replace(self._wanted, looked_at=step)
        self._send(LookAt(step))

    def _switch_log(self, is_log: bool) -> None:
        self._wanted = replace(self._wanted, log_loss=is_log)

    def _choose_window(self, window: int) -> None:
        self._wanted = replace(self._wanted, window=window)

    def _show_looks(self) -> None:
        self._curves.set_log(self._wanted.log_loss)
        self._curves.set_window(self._wanted.window)

    def _save_table(self) -> None:
        frame = self._frame
        if frame is None or not frame.runs:
            return
        runs = frame.runs

        def write(path: str, progress: Progress) -> None:
            write_runs(path, runs, progress)

        saver_of(self).ask(Offer(self.tr("Save every step of all runs"), "runs.csv", self.tr("CSV tables"), write))

    def _put(self, state: RunsState) -> None:
        """Shows these runs, and no others."""
        if state.runs and state.run(state.chosen) is None:
            state = replace(state, chosen=state.runs[-1].folder)
        is_moved = state.looked_at != self._wanted.looked_at
        self._wanted = state
        if self._is_active:
            if is_moved:
                self._send(LookAt(state.looked_at))
            self._follow_wanted()
        self._show_wanted()

    def _put_back(self, state: RunsState) -> None:
        """These runs again; how they are looked at stays as it is."""
        now = self._wanted
        self._put(replace(state, looked_at=now.looked_at, log_loss=now.log_loss, window=now.window))

    def _follow_wanted(self) -> None:
        """Tells the engine what has come and what has gone."""
        wanted = [run.folder for run in self._wanted.runs]
        for folder in [folder for folder in self._asked if folder not in wanted and folder not in self._new]:
            self._asked.discard(folder)
            self._problems.pop(folder, None)
            self._send(CloseRun(Path(folder)))
        if self._frame is None:
            self._send(LookAt(self._wanted.looked_at))
        for folder in wanted:
            if folder not in self._asked:
                self._asked.add(folder)
                self._problems.pop(folder, None)
                self._send(OpenRun(Path(folder)))

    # Events

    @Slot(object)
    def _take(self, event: Event) -> None:
        match event:
            case Frame():
                self._draw(event)
            case RunFailed():
                self._show_failure(event)
            case _:
                assert_never(event)

    def _draw(self, frame: Frame) -> None:
        for view in frame.runs:
            folder = str(view.folder)
            if folder in self._new:
                self._new.discard(folder)
                self._admit(folder, view.name)
        self._show(frame)
        self._show_wanted()
        if not self._curves.loss_plot.isVisible() or is_scrolled_away(self._curves.loss_plot):
            QTimer.singleShot(0, self, self._acknowledge)

    def _admit(self, folder: str, name: str) -> None:
        if self._wanted.run(folder) is None:
            self._history.note(self._part, self._wanted, lambda: self.tr("{name} opened").format(name=name))
            look = free_look(run.look for run in self._wanted.runs)
            self._wanted = self._wanted.with_run(OpenedRun(folder, look))
        else:
            self._wanted = replace(self._wanted, chosen=folder)

    def _show_failure(self, failed: RunFailed) -> None:
        folder = str(failed.folder)
        self._asked.discard(folder)
        if folder in self._new:
            self._new.discard(folder)
            self._panel.show_problem(folder, failed.problem)
            if self._wanted.run(folder) is None:
                return
        self._asked.add(folder)  # which is not asked for again by itself
        self._problems[folder] = failed.problem
        self._show_wanted()

    def _views(self) -> dict[str, RunView]:
        """By folder, of those that are wanted."""
        if self._frame is None:
            return {}
        views = {str(view.folder): view for view in self._frame.runs}
        return {run.folder: views[run.folder] for run in self._wanted.runs if run.folder in views}

    def _show_wanted(self) -> None:
        """Draws what is wanted of what is known."""
        state, views = self._wanted, self._views()
        self._pages.setCurrentWidget(self._work if state.runs else self._empty)
        self._panel.show_runs(state, views, self._problems)
        looks = {run.folder: run.look for run in state.runs}
        shown: list[Shown] = [
            (run.look, views[run.folder]) for run in state.runs if not run.is_hidden and run.folder in views
        ]
        shown.sort(key=lambda one: str(one[1].folder) == state.chosen)  # on top of the others
        view = views.get(state.chosen)
        chosen = None if view is None else (looks[state.chosen], view)
        looked_at = self._frame.looked_at if self._frame is not None else state.looked_at
        self._curves.draw(shown, looked_at)
        self._line.draw(shown, chosen, looked_at)
        self._numbers.draw(looks.get(state.chosen, 0), view)
        newest = max([-1, *(int(one.steps[-1]) for one in views.values() if len(one.steps))])
        self._bar.show_position(newest, looked_at)

    # How it is made

    def _lay_out(self) -> None:
        right = QVBoxLayout()
        right.setSpacing(12)
        right.addWidget(self._line, 1)
        right.addWidget(self._numbers)
        work = QHBoxLayout(self._work)
        work.setContentsMargins(0, 0, 0, 0)
        work.setSpacing(12)
        work.addWidget(self._curves, 5)
        work.addLayout(right, 4)
        self._pages.addWidget(self._work)
        self._pages.addWidget(self._empty)
        upper = QHBoxLayout()
        upper.setSpacing(12)
        upper.addWidget(self._panel)
        upper.addWidget(self._pages, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 12, 12, 0)
        layout.setSpacing(12)
        layout.addLayout(upper, 1)
        layout.addWidget(self._bar)

    def _connect(self) -> None:
        self._panel.folder_given.connect(self._open)
        self._panel.folder_wanted.connect(self._folders.ask)
        self._empty.open_requested.connect(self._folders.ask)
        self._empty.example_requested.connect(self._make_example)
        self._example_maker.happened.connect(self._take_example)
        self._folders.chosen.connect(lambda folder: self._open(absolute(folder)))
        runs = self._panel.list
        runs.chosen.connect(self._choose)
        runs.pressed.connect(self._try_again)
        runs.hide_requested.connect(self._hide)
        runs.close_requested.connect(self._close)
        for signal in (self._curves.sought, self._line.sought, self._bar.sought):
            signal.connect(self.look_at)
        for signal in (self._curves.sought, self._line.sought):
            signal.connect(self._bar.pause)
        self._curves.log_switched.connect(self._switch_log)
        self._curves.window_chosen.connect(self._choose_window)
        self._curves.table_requested.connect(self._save_table)
        self._curves.loss_plot.painted.connect(self._acknowledge)

    def _make_shortcuts(self) -> None:
        add_undo_keys(self, self.undo, self.redo)
        bar = self._bar
        actions: dict[str, Callable[[], None]] = {
            "Space": bar.play_or_pause,
            "Right": bar.forward,
            "Left": bar.back,
            "Home": bar.first,
            "End": bar.follow,
            "Ctrl+Shift+O": self._folders.ask,
        }
        for key, action in actions.items():
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(action)

"""The window: the bar at the top, the tab in front, and one line for what goes wrong."""

from __future__ import annotations

import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Slot
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout

from engine.errors import QT_TRANSLATE_NOOP, Problem
from engine.project import ENDING, Project
from engine.tensors.recipes import Given
from gui import icons
from gui.controls.message_line import MessageLine
from gui.controls.saving_line import SavingLine
from gui.controls.scroll_page import ScrollPage
from gui.dropped_file import dropped_file
from gui.file_saver import FileSaver
from gui.focus_order import move_focus
from gui.guide.beside import GuideBeside
from gui.guide.welcome import Welcome
from gui.language import Language, available
from gui.palette import Palette
from gui.preferences import Preferences
from gui.presentation.state import WindowState
from gui.settings import SettingsStore
from gui.shell import Shell
from gui.shell_window import ShellWindow
from gui.tab import Kept, Tab, TabSpec
from gui.theme import Theme
from gui.top_bar import TopBar
from gui.window_project import WindowProject

DEFAULT_SIZE = QSize(1280, 800)
LEAST_SIZE = QSize(1120, 680)
WINDOW = "window"
"""The key in projects of what is kept of the window itself."""

CLOSING_SECONDS = 0.5
"""How long the engines may take to end when the window closes."""


class MainWindow(ShellWindow):
    """Makes each tab when it is first shown, and remembers its own place, language, theme and tab."""

    def __init__(self, tabs: Sequence[TabSpec], store: SettingsStore, theme: Theme, language: Language) -> None:
        super().__init__()
        self._specs = tuple(tabs)
        self._tabs: dict[int, Tab] = {}
        self._scrolling: dict[int, ScrollPage] = {}  # in which they lie
        self._activated: set[int] = set()
        self._tensors: tuple[Given, ...] = ()  # those that a tab last offered to the others
        self._front = 0
        self._on_screen = False
        self._store = store
        self._theme = theme
        self.preferences = Preferences(store, theme, language, self)
        self._is_whole = False  # Qt tells of changes before everything is made
        self.engines_ended = True  # after closing: whether none is still at work
        self.setWindowTitle("TapeLab")
        self.setWindowIcon(icons.application_icon())
        self.setMinimumSize(LEAST_SIZE)
        self.bar = TopBar(self._specs)
        self._pages = QStackedWidget()
        self._pages.setObjectName("pages")
        self.guide = GuideBeside(self._pages, self._specs, store, lambda: language.code, self._bring_to_front)
        self._messages = MessageLine()
        self._waiting: dict[str, Any] = {}  # by the key of a tab that was never shown: what it will restore
        self._project = WindowProject(
            self,
            store,
            {WINDOW: WindowState, **{spec.key: spec.state for spec in self._specs}},
            self._collect,
            self._kept,
            self.bar.project,
            self._messages,
            tuple(self.preferences.settings.recent),
        )
        self._saver = FileSaver(self, store)
        self.setAcceptDrops(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.bar)
        layout.addWidget(self.guide, 1)
        lowest = QHBoxLayout()
        lowest.addWidget(self._messages, 1)
        lowest.addWidget(SavingLine(self._saver))
        layout.addLayout(lowest)
        self.bar.project.open_requested.connect(self._ask_what_to_open)
        self._project.opened.connect(self._show_project)
        self._project.title_changed.connect(self._show_title)
        self._project.recent_changed.connect(lambda recent: self.preferences.remember(recent=recent))
        self.addActions(self.bar.project.shortcuts())
        self.bar.tab_chosen.connect(self.show_tab)
        self.bar.guide_requested.connect(self.guide.toggle)
        self.bar.language_chosen.connect(lambda choice: self.preferences.choose(language=choice))
        self.bar.theme_chosen.connect(lambda choice: self.preferences.choose(theme=choice))
        self.preferences.changed.connect(self._show_preferences)
        self._saver.told.connect(self._messages.show_info)
        self._saver.failed.connect(self._messages.show_problem)
        theme.palette_changed.connect(self._take_palette)
        self._show_preferences()
        self.guide.set_palette(theme.palette)
        self.shell = Shell(self, self._messages)
        if not self.restoreGeometry(store.geometry()):
            self.resize(DEFAULT_SIZE)
        self._is_whole = True
        keys = [spec.key for spec in self._specs]
        self.show_tab(keys.index(self.preferences.settings.tab) if self.preferences.settings.tab in keys else 0)

    def tab(self, key: str) -> Tab | None:
        """The tab of this name, if it was ever shown."""
        return next((tab for index, tab in self._tabs.items() if self._specs[index].key == key), None)

    def open_project(self, path: Path) -> None:
        """Reads this file, and shows what is in it."""
        self._project.open_file(path)

    def open_file(self, path: Path) -> None:
        """Opens a project, or what one of the tabs opens; its name says which."""
        index = self._tab_for(path)
        if path.suffix.lower() == ENDING:
            self.open_project(path)
        elif index is not None:
            self.show_tab(index)
            self._tabs[index].open_file(path)
        else:
            template = QT_TRANSLATE_NOOP(
                "engine", "{path} is nothing that TapeLab opens; choose a file of these: {kinds}."
            )
            kinds = ", ".join((ENDING, *(ending for spec in self._specs for ending in spec.endings)))
            self._messages.show_problem(Problem(template, path=path.name, kinds=kinds))

    @Slot()
    def show_welcome(self) -> None:
        """Lays the screen over the window that the program begins with when it is new."""
        welcome = Welcome(available(), self.preferences.language.code, self)
        welcome.language_chosen.connect(lambda choice: self.preferences.choose(language=choice))
        welcome.lesson_requested.connect(self.guide.begin)
        welcome.open()

    @Slot(int)
    def show_tab(self, index: int) -> None:
        """Brings a tab to the front."""
        if index not in self._tabs:
            self._tabs[index] = self._make_tab(index)
        self._front = index
        self.bar.show_tab(index)
        self.guide.show_tab(self._specs[index].key, self._tabs[index])
        self._pages.setCurrentWidget(self._scrolling[index])
        self._tabs[index].setFocus()
        self.shell.follow_tab()
        self.preferences.remember(tab=self._specs[index].key)
        if self._on_screen:
            self._activate()

    @Slot(str)
    def show_error(self, error: str) -> None:
        """Says in the message line that the program itself went wrong."""
        log_file = self.shell.log_file
        if log_file is None:
            template = QT_TRANSLATE_NOOP(
                "engine", "Something went wrong inside TapeLab: {error}. Nothing is lost; the log says where."
            )
            self._messages.show_problem(Problem(template, error=error))
        else:
            template = QT_TRANSLATE_NOOP(
                "engine", "Something went wrong inside TapeLab: {error}. Nothing is lost; {path} says where."
            )
            problem = Problem(template, error=error, path=log_file.shown(log_file.path))
            self._messages.show_problem(problem, self.shell.offer_folder(log_file))

    def message(self) -> str:
        """What the message line says."""
        return self._messages.text()

    def focusNextPrevChild(self, forward: bool) -> bool:
        return move_focus(self, forward=forward)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._on_screen:
            # Loading TensorFlow stops the window for moments; so it starts when the window can be seen.
            self._on_screen = True
            QTimer.singleShot(0, self, self._begin)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange and self._is_whole:
            self._show_title()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        path = dropped_file(event.mimeData())
        if path is not None and self._opens(path):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        path = dropped_file(event.mimeData())
        if path is not None and self._opens(path):
            event.acceptProposedAction()
            self.open_file(path)

    def closeEvent(self, event: QCloseEvent) -> None:
        self._store.remember_geometry(self.saveGeometry())
        self.shell.close()
        self._saver.close()
        self.hide()
        self._project.close()
        deadline = time.monotonic() + CLOSING_SECONDS
        ends = [self.guide.close_engine, *(tab.close_engine for tab in self._tabs.values())]
        ended = [end(max(deadline - time.monotonic(), 0.05)) for end in ends]
        self.engines_ended = all(ended)
        super().closeEvent(event)

    @Slot()
    def _ask_what_to_open(self) -> None:
        kinds = [(spec.title(), spec.endings) for spec in self._specs if spec.endings]
        self._project.ask_what_to_open(kinds, self.open_file)

    def _opens(self, path: Path) -> bool:
        return path.suffix.lower() == ENDING or self._tab_for(path) is not None

    def _tab_for(self, path: Path) -> int | None:
        """Which tab opens this file or folder; None where none does."""
        if path.is_dir():
            return next((index for index, spec in enumerate(self._specs) if spec.opens_folders), None)
        ending = path.suffix.lower()
        return next((index for index, spec in enumerate(self._specs) if ending in spec.endings), None)

    # What the shell asks

    def front_key(self) -> str:
        return self._specs[self._front].key

    def front_page(self) -> Tab:
        return self._tabs[self._front]

    def made_tabs(self) -> dict[str, Tab]:
        return {self._specs[index].key: tab for index, tab in sorted(self._tabs.items())}

    def tab_titles(self) -> dict[str, str]:
        return {spec.key: spec.title() for spec in self._specs}

    def show_tab_of(self, key: str) -> None:
        self.show_tab([spec.key for spec in self._specs].index(key))

    def make_another_tab(self) -> bool:
        missing = [index for index in range(len(self._specs)) if index not in self._tabs]
        if missing:
            self._tabs[missing[0]] = self._make_tab(missing[0])
        return bool(missing)

    # The project

    def _kept(self) -> dict[str, Kept]:
        """What a project keeps of the window: what is hidden, and the state of each tab that there is."""
        return {WINDOW: self.shell.hiding, **self.made_tabs()}

    def _collect(self) -> Project:
        """The project as it is now."""
        states = {**self._waiting, **{key: part.state() for key, part in self._kept().items()}}
        kept = {key: states[key] for key in (*(spec.key for spec in self._specs), WINDOW) if key in states}
        if kept[WINDOW] == WindowState():
            del kept[WINDOW]
        return Project(self.front_key(), kept)

    def _bring_to_front(self, key: str) -> Tab:
        self.show_tab([spec.key for spec in self._specs].index(key))
        return self._tabs[self._front]

    @Slot(object)
    def _show_project(self, project: Project) -> None:
        self.guide.forget()
        self.shell.hiding.restore(project.states.get(WINDOW, WindowState()))
        for index, spec in enumerate(self._specs):
            state = project.states.get(spec.key, spec.state())
            if index in self._tabs:
                self._tabs[index].restore(state)
            else:
                self._waiting[spec.key] = state
        keys = [spec.key for spec in self._specs]
        if project.tab in keys:
            self.show_tab(keys.index(project.tab))

    @Slot()
    def _show_title(self) -> None:
        self.setWindowTitle(self._project.title())

    @Slot()
    def _begin(self) -> None:
        self._activate()
        self._project.start()
        self.shell.begin()

    def _make_tab(self, index: int) -> Tab:
        spec = self._specs[index]
        tab = spec.make(self._store)
        if spec.key in self._waiting:
            tab.restore(self._waiting.pop(spec.key))
        if tab.focusProxy() is None:  # which would take the policy over, and be out of Tab's reach
            tab.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        tab.set_palette(self._theme.palette)
        tab.failed.connect(self._messages.show_problem)
        tab.recovered.connect(self._messages.clear)
        tab.tensors_offered.connect(self._pass_tensors)
        tab.take_tensors(self._tensors)
        self._scrolling[index] = ScrollPage(tab)
        self._pages.addWidget(self._scrolling[index])
        return tab

    @Slot(object)
    def _pass_tensors(self, tensors: tuple[Given, ...]) -> None:
        self._tensors = tensors
        for tab in self._tabs.values():
            tab.take_tensors(tensors)

    def _activate(self) -> None:
        if self._front not in self._activated:
            self._activated.add(self._front)
            self._tabs[self._front].activate()

    @Slot()
    def _show_preferences(self) -> None:
        self.bar.show_language(self.preferences.language.choice)
        self.bar.show_theme(self._theme.choice, self._theme.palette)

    @Slot(object)
    def _take_palette(self, palette: Palette) -> None:
        self.bar.show_theme(self._theme.choice, palette)
        self.guide.set_palette(palette)
        for tab in self._tabs.values():
            tab.set_palette(palette)

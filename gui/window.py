"""The window: the bar at the top, the tab in front, and one line for what goes wrong."""

from __future__ import annotations

import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Slot
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QKeySequence, QPaintEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

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
from gui.focus_ring import FocusRing
from gui.guide.beside import GuideBeside
from gui.guide.keys import GUIDE_KEYS
from gui.guide.welcome import Welcome
from gui.language import Language, available
from gui.palette import Palette
from gui.preferences import Preferences
from gui.settings import SettingsStore
from gui.tab import Tab, TabSpec
from gui.theme import Theme
from gui.top_bar import TopBar
from gui.window_project import WindowProject

DEFAULT_SIZE = QSize(1280, 800)
LEAST_SIZE = QSize(1120, 680)
CLOSING_SECONDS = 0.5
"""How long the engines may take to end when the window closes."""


class MainWindow(QWidget):
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
        self._bar = TopBar(self._specs)
        self._pages = QStackedWidget()
        self._pages.setObjectName("pages")
        self._guide = GuideBeside(self._pages, self._specs, store, lambda: language.code, self._bring_to_front)
        self._messages = MessageLine()
        self._waiting: dict[str, Any] = {}  # by the key of a tab that was never shown: what it will restore
        self._project = WindowProject(
            self,
            store,
            {spec.key: spec.state for spec in self._specs},
            self._collect,
            self._made_tabs,
            self._bar.project,
            self._messages,
            tuple(self.preferences.settings.recent),
        )
        self._saver = FileSaver(self, store)
        self._ring = FocusRing(self)
        self.setAcceptDrops(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._bar)
        layout.addWidget(self._guide, 1)
        lowest = QHBoxLayout()
        lowest.addWidget(self._messages, 1)
        lowest.addWidget(SavingLine(self._saver))
        layout.addLayout(lowest)
        self._bar.project.open_requested.connect(self._ask_what_to_open)
        self._project.opened.connect(self._show_project)
        self._project.title_changed.connect(self._show_title)
        self._project.recent_changed.connect(lambda recent: self.preferences.remember(recent=recent))
        self.addActions(self._bar.project.shortcuts())
        self._bar.tab_chosen.connect(self.show_tab)
        self._bar.guide_requested.connect(self._guide.toggle)
        self._bar.language_chosen.connect(lambda choice: self.preferences.choose(language=choice))
        self._bar.theme_chosen.connect(lambda choice: self.preferences.choose(theme=choice))
        self.preferences.changed.connect(self._show_preferences)
        self._saver.told.connect(self._messages.show_info)
        self._saver.failed.connect(self._messages.show_problem)
        theme.palette_changed.connect(self._take_palette)
        self._show_preferences()
        self._guide.set_palette(theme.palette)
        QShortcut(QKeySequence(GUIDE_KEYS), self).activated.connect(self._guide.toggle)
        for key in ("Ctrl+Q", "Ctrl+W"):
            QShortcut(QKeySequence(key), self).activated.connect(self.close)
        if not self.restoreGeometry(store.geometry()):
            self.resize(DEFAULT_SIZE)
        self._is_whole = True
        keys = [spec.key for spec in self._specs]
        self.show_tab(keys.index(self.preferences.settings.tab) if self.preferences.settings.tab in keys else 0)

    def tab(self, key: str) -> Tab | None:
        """The tab of this name, if it was ever shown."""
        return next((tab for index, tab in self._tabs.items() if self._specs[index].key == key), None)

    @property
    def guide(self) -> GuideBeside:
        """The lessons and the glossary, beside the tabs."""
        return self._guide

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
        welcome.lesson_requested.connect(self._guide.begin)
        welcome.open()

    @Slot(int)
    def show_tab(self, index: int) -> None:
        """Brings a tab to the front."""
        if index not in self._tabs:
            self._tabs[index] = self._make_tab(index)
        self._front = index
        self._bar.show_tab(index)
        self._guide.show_tab(self._specs[index].key, self._tabs[index])
        self._pages.setCurrentWidget(self._scrolling[index])
        self._tabs[index].setFocus()
        self.preferences.remember(tab=self._specs[index].key)
        if self._on_screen:
            self._activate()

    @Slot(str)
    def show_error(self, error: str) -> None:
        """Says in the message line that the program itself went wrong."""
        self._messages.show_problem(
            Problem(
                QT_TRANSLATE_NOOP(
                    "engine", "Something went wrong inside TapeLab: {error}. Nothing is lost; the log says where."
                ),
                error=error,
            )
        )

    def message(self) -> str:
        """What the message line says."""
        return self._messages.text()

    def focusNextPrevChild(self, forward: bool) -> bool:
        return move_focus(self, forward=forward)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._on_screen:
            self._ring.watch(self)
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
        self._saver.close()
        self.hide()
        self._project.close()
        deadline = time.monotonic() + CLOSING_SECONDS
        ends = [self._guide.close_engine, *(tab.close_engine for tab in self._tabs.values())]
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
        """Which tab opens this file; None where none does."""
        ending = path.suffix.lower()
        return next((index for index, spec in enumerate(self._specs) if ending in spec.endings), None)

    def _made_tabs(self) -> dict[str, Tab]:
        return {self._specs[index].key: tab for index, tab in self._tabs.items()}

    def _collect(self) -> Project:
        """The project as it is now."""
        states = {**self._waiting, **{key: tab.state() for key, tab in self._made_tabs().items()}}
        kept = {spec.key: states[spec.key] for spec in self._specs if spec.key in states}
        return Project(self._specs[self._front].key, kept)

    def _bring_to_front(self, key: str) -> Tab:
        self.show_tab([spec.key for spec in self._specs].index(key))
        return self._tabs[self._front]

    @Slot(object)
    def _show_project(self, project: Project) -> None:
        self._guide.forget()
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
        self._bar.show_language(self.preferences.language.choice)
        self._bar.show_theme(self._theme.choice, self._theme.palette)

    @Slot(object)
    def _take_palette(self, palette: Palette) -> None:
        self._bar.show_theme(self._theme.choice, palette)
        self._guide.set_palette(palette)
        for tab in self._tabs.values():
            tab.set_palette(palette)

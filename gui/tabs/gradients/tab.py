"""The gradients tab: a switch over its pages, and the one engine that all of them ask."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, get_args

from PySide6.QtCore import QEvent, QSize, Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from engine.gradients.curve_protocol import CurveEvent
from engine.gradients.laboratory import GradientsLaboratory
from engine.gradients.surface.protocol import SurfaceEvent
from engine.gradients.watching.protocol import WatchingEvent
from engine.worker import EngineThread
from gui.controls.segmented import SegmentedSwitch
from gui.palette import Palette
from gui.settings import SettingsStore
from gui.tab import Setup, Tab
from gui.tabs.gradients.choices import GradientsChoices
from gui.tabs.gradients.curves_page import CurvesPage
from gui.tabs.gradients.page import Page
from gui.tabs.gradients.state import GradientsState
from gui.tabs.gradients.surface_page import SurfacePage
from gui.tabs.gradients.watching_page import WatchingPage

GROUP = "gradients"
PAGES: dict[str, tuple[Any, Callable[[SettingsStore], Page]]] = {
    "curves": (CurveEvent, CurvesPage),
    "watching": (WatchingEvent, WatchingPage),
    "surface": (SurfaceEvent, SurfacePage),
}
"""By its key, in the order of the switch: the union of the events that are for it, and what makes it."""


class GradientsTab(Tab):
    """Passes commands to the engine, and each event, by its type, to the page that it is for."""

    def __init__(self, store: SettingsStore, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._store = store
        self._engine = EngineThread(GradientsLaboratory, self)
        self._pages = {key: make(store) for key, (_, make) in PAGES.items()}
        self._receivers = {kind: self._pages[key] for key, (events, _) in PAGES.items() for kind in get_args(events)}
        self._activated: set[str] = set()
        self._switch = SegmentedSwitch(tuple(PAGES))
        self._switch.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._stack = QStackedWidget()
        for page in self._pages.values():
            page.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
            self._stack.addWidget(page)
            page.asked.connect(self._engine.send)
            page.failed.connect(self.failed)
            page.recovered.connect(self.recovered)
        self._lay_out()
        self._engine.happened.connect(self._take)
        self._switch.chosen.connect(self.show_page)
        self._pages["curves"].example_finished.connect(self.example_finished)
        remembered = store.remembered(GROUP, GradientsChoices()).page
        if remembered in self._pages:
            self._switch.set_key(remembered)
            self._bring_to_front(remembered)
        self.retranslate()

    def page(self, key: str) -> Page:
        """The page of this key."""
        return self._pages[key]

    @Slot(str)
    def show_page(self, key: str) -> None:
        """Brings a page to the front."""
        self._switch.set_key(key)
        self._bring_to_front(key)
        self._store.remember(GROUP, GradientsChoices(key))
        self._activate_page()

    # As a tab of the window

    def activate(self) -> None:
        self._activate_page()

    def state(self) -> GradientsState:
        states = {key: page.state() for key, page in self._pages.items()}
        return GradientsState(page=self._switch.key(), **states)  # type: ignore[arg-type]  # one of `PAGES`

    def restore(self, state: GradientsState) -> None:
        for key, page in self._pages.items():
            page.restore(getattr(state, key))
        self._switch.set_key(state.page)
        self._bring_to_front(state.page)
        self._store.remember(GROUP, GradientsChoices(state.page))
        if self._activated:
            self._activate_page()

    def set_up(self, setup: Setup) -> Callable[[], None]:
        before = self.state()
        put_back = super().set_up(setup)
        for key, page in self._pages.items():
            page.note_setup(getattr(before, key))
        return put_back

    def is_settled(self) -> bool:
        return bool(self._activated) and all(page.is_settled() for page in self._pages.values())

    def run_example(self) -> None:
        self.show_page("curves")
        self._pages["curves"].run_example()

    def set_palette(self, palette: Palette) -> None:
        for page in self._pages.values():
            page.set_palette(palette)

    def set_narrow(self, is_narrow: bool) -> None:
        for page in self._pages.values():
            page.set_narrow(is_narrow)

    def close_engine(self, seconds: float) -> bool:
        for page in self._pages.values():
            page.close_page()
        return self._engine.close(int(seconds * 1000))

    def minimumSizeHint(self) -> QSize:
        """Of the page in front: those behind it have not laid themselves out for what room there is."""
        page = self._stack.currentWidget()
        hint = super().minimumSizeHint()
        return QSize(page.minimumSizeHint().width(), hint.height()) if page is not None else hint

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def retranslate(self) -> None:
        """Says everything in the language that is now in force."""
        self._switch.setAccessibleName(self.tr("Pages"))
        labels = {
            "curves": (self.tr("Curves"), self.tr("A function of t and its derivatives, each by a tape of its own")),
            "watching": (self.tr("Watching"), self.tr("What a tape watches, and why a gradient is None")),
            "surface": (self.tr("f(x, y)"), self.tr("A function of two variables, its gradient field and its Hessian")),
        }
        for key in self._pages:
            self._switch.set_label(key, *labels[key])

    @Slot(object)
    def _take(self, event: object) -> None:
        self._receivers[type(event)].take(event)

    def _bring_to_front(self, key: str) -> None:
        self._stack.setCurrentWidget(self._pages[key])
        self.setFocusProxy(self._pages[key])  # so that the page's keys work before anything in it was clicked

    def _activate_page(self) -> None:
        key = self._switch.key()
        self._pages[key].setFocus()
        if key not in self._activated:
            self._activated.add(key)
            self._pages[key].activate()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(12, 0, 12, 0)
        head.addWidget(self._switch)
        head.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 10, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(head)
        layout.addWidget(self._stack, 1)

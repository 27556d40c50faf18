"""The tabs with the guide beside them: how wide each is, and what the guide does to the tabs."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QSplitter, QStackedWidget, QWidget

from engine.lessons import Lesson
from gui.guide.panel import GuidePanel
from gui.guide.trying import Trying
from gui.palette import Palette
from gui.settings import SettingsStore
from gui.tab import Tab, TabSpec


class _Pages(QScrollArea):
    """Scrolls sideways where the guide leaves a tab too little room. Keys are the tab's, not for scrolling."""

    def __init__(self, pages: QStackedWidget) -> None:
        super().__init__()
        self._pages = pages
        self.setWidget(pages)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        pages.currentChanged.connect(self._make_room)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        event.ignore()

    @Slot(int)
    def _make_room(self, current: int) -> None:
        """For the tab in front alone: a wider one behind it must not make it scroll."""
        for index in range(self._pages.count()):
            policy = QSizePolicy.Policy.Preferred if index == current else QSizePolicy.Policy.Ignored
            if (page := self._pages.widget(index)) is not None:
                page.setSizePolicy(policy, policy)
        self._pages.updateGeometry()


class GuideBeside(QSplitter):
    """Remembers whether the guide is open, and its width."""

    def __init__(
        self,
        pages: QStackedWidget,
        tabs: Sequence[TabSpec],
        store: SettingsStore,
        language: Callable[[], str],
        show: Callable[[str], Tab],
        parent: QWidget | None = None,
    ) -> None:
        """pages: the tabs that were shown. language: see `GuidePanel`. show: see `Trying`."""
        super().__init__(parent)
        self._specs = {spec.key: spec for spec in tabs}
        self._show = show
        self._front = ""
        self._trying = Trying(show, self)
        self.panel = GuidePanel(tabs, store, language)
        self.panel.hide()
        self.addWidget(_Pages(pages))
        self.addWidget(self.panel)
        self.setStretchFactor(0, 1)
        self.setStretchFactor(1, 0)
        self.setChildrenCollapsible(False)
        self.setHandleWidth(4)
        self.splitterMoved.connect(self._note_width)
        self.panel.tried.connect(self._try_it)
        self.panel.put_back.connect(self._put_back)
        self.panel.tab_wanted.connect(self._show)
        self._trying.changed.connect(self._offer)
        if self.panel.choices.is_open:
            self.open()

    @Slot()
    def toggle(self) -> None:
        """Opens the guide, or closes it."""
        if self.panel.isHidden():
            self.open()
        else:
            self.panel.hide()
            self.panel.remember(is_open=False)

    def open(self) -> None:
        """Opens the guide where it was left."""
        self.panel.open()
        width = self.panel.choices.width
        self.setSizes([max(self.width() - width, 1), width])

    def begin(self) -> None:
        """Opens the first lesson."""
        self.open()
        self.panel.open_lesson("")

    def show_tab(self, key: str) -> None:
        """This tab is in front."""
        self._front = key
        self._offer()

    def lesson_for(self, tab: str) -> Lesson | None:
        """The lesson that goes with this tab."""
        return self.panel.lesson_for(tab)

    def forget(self) -> None:
        """Another project is open: there is nothing to put back."""
        self._trying.forget()

    def set_palette(self, palette: Palette) -> None:
        """Draw in these colours from now on."""
        self.panel.set_palette(palette)

    def close_engine(self, seconds: float) -> bool:
        """Ends the guide's engine within `seconds`; False where it is still at work."""
        return self.panel.close_engine(seconds)

    @Slot(str, str)
    def _try_it(self, tab: str, setup: str) -> None:
        self._trying.set_up(self._specs[tab], setup)

    @Slot()
    def _put_back(self) -> None:
        self._trying.put_back(self._front)

    @Slot()
    def _offer(self) -> None:
        self.panel.offer_to_put_back(self._trying.can_put_back(self._front))

    @Slot()
    def _note_width(self) -> None:
        self.panel.remember(width=self.panel.width())

"""The tabs with the guide beside them: how wide each is, and what the guide does to the tabs."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, Slot
from PySide6.QtWidgets import QSplitter, QStackedWidget, QWidget

from gui import fonts
from gui.guide.panel import GuidePanel
from gui.guide.telling import Teller
from gui.guide.terms import term_in_question
from gui.guide.trying import Trying
from gui.palette import Palette
from gui.settings import SettingsStore
from gui.tab import Tab, TabSpec

LEAST_ROOM = 1116
"""The width of a tab in the least window, where the guide is closed."""


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
        self._pages = pages
        self._front = ""
        self._tab: Tab | None = None
        self._trying = Trying(show, self)
        Teller(self._tell, self)
        self.panel = GuidePanel(tabs, store, language)
        self.panel.hide()
        self.addWidget(pages)
        pages.installEventFilter(self)
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

    @Slot()
    def explain(self) -> None:
        """Opens the glossary at the term that the pointer, or the focus, is about."""
        self.open()
        self.panel.open_term(term_in_question())

    def begin(self) -> None:
        """Opens the first lesson."""
        self.open()
        self.panel.open_lesson("")

    def show_tab(self, key: str, tab: Tab) -> None:
        """This tab is in front."""
        self._front, self._tab = key, tab
        self._make_room()
        self._offer()

    def forget(self) -> None:
        """Another project is open: there is nothing to put back."""
        self._trying.forget()

    def set_palette(self, palette: Palette) -> None:
        """Draw in these colours from now on."""
        self.panel.set_palette(palette)

    def close_engine(self, seconds: float) -> bool:
        """Ends the guide's engine within `seconds`; False where it is still at work."""
        return self.panel.close_engine(seconds)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._make_room()
        return False

    def _make_room(self) -> None:
        if self._tab is not None:
            self._tab.set_narrow(self._pages.width() < fonts.px(LEAST_ROOM))

    @Slot(str, str)
    def _try_it(self, tab: str, setup: str) -> None:
        self._trying.set_up(self._specs[tab], setup)

    def _tell(self) -> str:
        lesson = self.panel.lesson_for(self._front)
        return lesson.markdown() if lesson is not None else ""

    @Slot()
    def _put_back(self) -> None:
        self._trying.put_back(self._front)

    @Slot()
    def _offer(self) -> None:
        self.panel.offer_to_put_back(self._trying.can_put_back(self._front))

    @Slot()
    def _note_width(self) -> None:
        self.panel.remember(width=self.panel.width())

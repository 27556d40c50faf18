"""What every page of the gradients tab is."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QWidget

from engine.errors import Problem
from gui.change_history import ChangeHistory, Part
from gui.palette import Palette

RIGHT_WIDTH, NARROW_WIDTH = 392, 304
"""Of the column with the code, so that it stays where it is from page to page; the second beside the guide."""

CODE_MILLISECONDS = 120
"""How long the point must have rested before its program is shown: to colour that takes a third of a frame."""


class Page(QWidget):
    """One way to look at gradients. The tab has one engine; it passes each event to the page that it is for."""

    asked = Signal(object)  # a command for the engine, of the page's own protocol
    failed = Signal(Problem)  # what no field is to blame for
    recovered = Signal()  # what was said by `failed` no longer holds
    example_finished = Signal()  # what `run_example` began can be seen whole

    _history: ChangeHistory
    _part: Part[Any]

    def note_setup(self, before: Any) -> None:
        """A lesson has set the page up, which had this state before."""
        if before != self.state():
            self._history.note(self._part, before, lambda: QCoreApplication.translate("Page", "what a lesson set up"))

    def activate(self) -> None:
        """The page is in front for the first time: ask for its first frame."""
        raise NotImplementedError

    def take(self, event: object) -> None:
        """An event of the page's own protocol has come."""
        raise NotImplementedError

    def state(self) -> Any:
        """All that a project keeps of the page, one of `gui.tabs.gradients.state`."""
        raise NotImplementedError

    def restore(self, state: Any) -> None:
        """Show what was kept, in place of all that is there; also before the page is first in front."""
        raise NotImplementedError

    def is_settled(self) -> bool:
        """Whether `state` says what is seen, or what will be seen when the page is first in front."""
        raise NotImplementedError

    def run_example(self) -> None:
        """Once there is something to see, show the page at its best; for pictures."""
        raise NotImplementedError

    def set_palette(self, palette: Palette) -> None:
        """Draw in these colours from now on."""
        raise NotImplementedError

    def set_narrow(self, is_narrow: bool) -> None:
        """As of the tab."""
        raise NotImplementedError

    def close_page(self) -> None:
        """The window closes: stop what runs by itself, remember what was chosen."""
        raise NotImplementedError

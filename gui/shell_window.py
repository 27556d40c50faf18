"""What the shell asks of the window that it is part of."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtWidgets import QWidget

from gui.guide.beside import GuideBeside
from gui.preferences import Preferences
from gui.tab import Tab
from gui.top_bar import TopBar


class ShellWindow(QWidget):
    """A window with tabs, which are made when they are first shown."""

    bar: TopBar
    preferences: Preferences
    guide: GuideBeside

    def show_welcome(self) -> None:
        """Shows the screen for those who are new."""
        raise NotImplementedError

    def front_key(self) -> str:
        """The key of the tab in front."""
        raise NotImplementedError

    def front_page(self) -> QWidget:
        """The tab in front."""
        raise NotImplementedError

    def made_tabs(self) -> Mapping[str, Tab]:
        """By their keys, the tabs that there are."""
        raise NotImplementedError

    def tab_titles(self) -> Mapping[str, str]:
        """By their keys, what the tabs are called in the language in force; also those that are not made yet."""
        raise NotImplementedError

    def show_tab_of(self, key: str) -> None:
        """Brings the tab of this key to the front."""
        raise NotImplementedError

    def make_another_tab(self) -> bool:
        """Makes one of the tabs that are not there yet; False where all are."""
        raise NotImplementedError

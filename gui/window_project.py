"""The project of a window: what its menu, its keys and a dropped file do, and what is said about it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal, Slot

from engine.project import Project
from gui.controls.message_line import MessageLine, Offer
from gui.project_dialogs import Kind, ProjectDialogs
from gui.project_keeper import ProjectKeeper
from gui.project_menu import ProjectMenu
from gui.settings import SettingsStore
from gui.tab import Kept

MOST_RECENT = 8
AUTOSAVES = "autosaves"


class WindowProject(QObject):
    """Connects the keeper of the project with what the window shows of it."""

    opened = Signal(object)  # the `Project` that is to be shown now
    title_changed = Signal()
    recent_changed = Signal(object)  # the paths, as texts, of the projects that were used last

    def __init__(
        self,
        window: Any,
        store: SettingsStore,
        kinds: Mapping[str, type[Any]],
        collect: Callable[[], Project],
        tabs: Callable[[], Mapping[str, Kept]],
        menu: ProjectMenu,
        messages: MessageLine,
        recent: tuple[str, ...],
    ) -> None:
        """kinds, collect, tabs: as of `ProjectKeeper`. recent: the paths that were used last."""
        super().__init__(window)
        self._menu = menu
        self._messages = messages
        self._recent = recent
        self._dialogs = ProjectDialogs(window)
        self._keeper = ProjectKeeper(kinds, store.folder() / AUTOSAVES, collect, tabs, self)
        keeper = self._keeper
        keeper.changed.connect(self.title_changed)
        keeper.opened.connect(self.opened)
        keeper.saved.connect(self._note)
        keeper.failed.connect(messages.show_problem)
        keeper.found.connect(self._offer_what_was_left)
        keeper.kept.connect(self._offer_what_was_kept)
        menu.new_requested.connect(keeper.new)
        menu.save_requested.connect(self.save)
        menu.save_as_requested.connect(self.save_as)
        menu.recent_chosen.connect(self.open_file)
        menu.show_recent([Path(path) for path in recent])

    def title(self) -> str:
        """Of the window: the file, and a dot where something is not saved."""
        keeper = self._keeper
        if not keeper.name and not keeper.is_dirty:
            return "TapeLab"
        name = keeper.name or self.tr("Untitled")
        return f"{name} \u2022 \u2013 TapeLab" if keeper.is_dirty else f"{name} \u2013 TapeLab"

    def start(self) -> None:
        """The window can be seen."""
        self._keeper.start()

    def close(self) -> None:
        """The window closes; what is not saved is kept."""
        self._dialogs.close()
        self._keeper.close()

    @Slot(object)
    def open_file(self, path: Path) -> None:
        """Shows the project in this file."""
        self._keeper.open_file(path)

    def ask_what_to_open(self, kinds: Sequence[Kind], take: Callable[[Path], None]) -> None:
        """Asks for a file to open; see `ProjectDialogs`."""
        self._dialogs.ask_what_to_open(kinds, take)

    def save(self) -> None:
        """To the file that it came from; where there is none, asks for one."""
        if self._keeper.path is None:
            self.save_as()
        else:
            self._keeper.save(self._keeper.path)

    def save_as(self) -> None:
        """Asks for a file, and saves to it."""
        self._dialogs.ask_where_to_save(self._keeper.name or self.tr("Untitled"), self._keeper.save)

    @Slot(object)
    def _note(self, path: Path) -> None:
        """It was read or written, so it is one of those used last."""
        text = str(path.absolute())
        self._recent = (text, *(other for other in self._recent if other != text))[:MOST_RECENT]
        self._menu.show_recent([Path(one) for one in self._recent])
        self.recent_changed.emit(self._recent)
        if not self._keeper.is_dirty and not self._messages.has_offers():
            self._messages.clear()

    @Slot(object)
    def _offer_what_was_left(self, path: Path) -> None:
        self._messages.show_info(
            lambda: self.tr("The last time, something was not saved. It was kept."), *self._offers(path)
        )

    @Slot(object)
    def _offer_what_was_kept(self, path: Path) -> None:
        self._messages.show_info(
            lambda: self.tr("What was here before had not been saved. It was kept."), *self._offers(path)
        )

    def _offers(self, path: Path) -> tuple[Offer, Offer]:
        return (
            Offer(
                lambda: (self.tr("Bring it back"), self.tr("Show it in place of what is here now")),
                lambda: self._keeper.bring_back(path),
            ),
            Offer(
                lambda: (self.tr("Forget it"), self.tr("Remove it for good")),
                lambda: self._keeper.forget(path),
            ),
        )

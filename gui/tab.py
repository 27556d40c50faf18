"""What every tab of the window is."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import KW_ONLY, dataclass
from pathlib import Path
from typing import Any, Protocol

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from engine.errors import Problem
from engine.tensors.recipes import Given
from gui.palette import Palette
from gui.settings import SettingsStore


@dataclass(frozen=True, slots=True)
class Setup:
    """What a link of a lesson sets up. state: what the tab restores. plays: whether it then plays, as by its button."""

    state: Any
    plays: bool = False


class Kept(Protocol):
    """What a project keeps a state of."""

    def state(self) -> Any: ...

    def is_settled(self) -> bool: ...


class Tab(QWidget):
    """A page of the window with an engine of its own. It is made when it is first shown, and closed with the window."""

    failed = Signal(Problem)  # what no field is to blame for; the window says it in its message line
    recovered = Signal()  # what was said by `failed` no longer holds

    tensors_offered = Signal(object)  # tensors for other tabs to use: a tuple of `engine.tensors.recipes.Given`

    example_finished = Signal()  # what `run_example` began can be seen whole

    setup_undone = Signal()  # the user takes back what a lesson set up, by the tab's own key

    _set_up_as: Any = None  # what a lesson has set up last, until it is taken back

    def activate(self) -> None:
        """The tab is in front for the first time: start the engine."""
        raise NotImplementedError

    def run_example(self) -> None:
        """Once there is something to see, show the tab at its best; for pictures."""
        raise NotImplementedError

    def take_tensors(self, tensors: Sequence[Given]) -> None:
        """What another tab offers; a tab that has a use for it overrides this."""

    def open_file(self, path: Path) -> None:
        """A file was dropped on the window that ends as the tab's `TabSpec.endings` says, or a folder, where the tab
        opens such; the tab is in front."""
        raise NotImplementedError

    def set_palette(self, palette: Palette) -> None:
        """Draw in these colours from now on; also called before the tab is first shown."""
        raise NotImplementedError

    def set_narrow(self, is_narrow: bool) -> None:
        """Whether the guide beside the tab leaves it less room than the least window has; it may make do with less."""

    def state(self) -> Any:
        """All that a project keeps of the tab, as it is now: of the type that the tab's `TabSpec.state` says."""
        return NoState()

    def restore(self, state: Any) -> None:
        """Show what was kept, in place of all that is there; also before the tab is first shown."""

    def set_up(self, setup: Setup) -> Callable[[], None]:
        """Show what a lesson wants to be seen, in place of all that is there; the tab is in front.

        Gives what puts back what was there.
        """
        before = self.state()
        self.restore(setup.state)
        self._set_up_as = setup.state
        return lambda: self.restore(before)

    def undo_setup(self) -> bool:
        """Takes back what a lesson has set up, if nothing was changed since; gives whether it did."""
        if self._set_up_as is None or self.state() != self._set_up_as:
            return False
        self._set_up_as = None
        self.setup_undone.emit()
        return True

    def is_settled(self) -> bool:
        """Whether `state` says what is seen; until then, it says what was to be restored, if anything was."""
        return True

    def close_engine(self, seconds: float) -> bool:
        """Remember the settings and end the engine, within `seconds`. False where it is still at work."""
        raise NotImplementedError


@dataclass(frozen=True, slots=True)
class NoState:
    """Of a tab that keeps nothing in a project."""


@dataclass(frozen=True, slots=True)
class TabSpec:
    """A tab in the list of tabs.

    key: its name in the settings and in projects. title: its name for the user, in the language in force. make: makes
    it. endings: of the files that it opens, such as ".csv". opens_folders: whether a folder that is dropped is for it.
    state: the frozen dataclass of what a project keeps of it; without arguments, that of a new tab. setups: gives, by
    their names, what the links of lessons set up.
    """

    key: str
    title: Callable[[], str]
    make: Callable[[SettingsStore], Tab]
    _: KW_ONLY
    endings: tuple[str, ...] = ()
    opens_folders: bool = False
    state: type[Any] = NoState
    setups: Callable[[], Mapping[str, Setup]] = dict

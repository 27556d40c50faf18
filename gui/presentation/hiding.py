"""What the class does not see stays out of sight, whatever the program does, until the teacher shows it again."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from gui.presentation.parts import HIDDEN, Part, part_key, parts_of
from gui.presentation.state import WindowState
from gui.tab import Tab


class Hiding(QObject):
    """Keeps the names of what is hidden, also of tabs that are not made yet: `follow` is called with each new one."""

    changed = Signal()  # other parts are hidden

    def __init__(self, tabs: Callable[[], Mapping[str, Tab]], parent: QObject) -> None:
        super().__init__(parent)
        self._tabs = tabs
        self._hidden: tuple[str, ...] = ()

    def state(self) -> WindowState:
        """For the project; see `gui.tab.Tab.state`."""
        return WindowState(self._hidden)

    def is_settled(self) -> bool:
        """It always says what is seen."""
        return True

    def restore(self, state: WindowState) -> None:
        """Hides what is named, and shows all else."""
        self._hidden = tuple(dict.fromkeys(state.hidden))
        for key, tab in self._tabs().items():
            self.follow(key, tab)
        self.changed.emit()

    def hidden(self) -> tuple[str, ...]:
        """The names of what is hidden."""
        return self._hidden

    def parts(self, key: str) -> list[Part]:
        """What can be hidden in this tab."""
        tab = self._tabs().get(key)
        return [] if tab is None else list(parts_of(tab, key))

    def set_hidden(self, keys: Iterable[str], *, is_hidden: bool) -> None:
        """Hides the parts of these names, or shows them again."""
        keys = tuple(keys)
        rest = tuple(key for key in self._hidden if key not in keys)
        self.restore(WindowState((*rest, *keys) if is_hidden else rest))

    def show_all(self) -> None:
        """Nothing is hidden."""
        self.restore(WindowState())

    def follow(self, key: str, tab: Tab) -> None:
        """Brings this tab up to date."""
        wanted = {name for name in self._hidden if name.startswith(f"{key}.")}
        for widget in tab.findChildren(QWidget):
            if widget.property(HIDDEN) and part_key(widget, tab, key) not in wanted:
                widget.setProperty(HIDDEN, False)
                widget.removeEventFilter(self)
                widget.show()
        if wanted:
            for part in parts_of(tab, key):
                if part.key in wanted and not part.widget.property(HIDDEN):
                    part.widget.setProperty(HIDDEN, True)
                    part.widget.installEventFilter(self)
                    part.widget.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShowToParent and isinstance(watched, QWidget) and watched.property(HIDDEN):
            QTimer.singleShot(0, watched, watched.hide)
        return False

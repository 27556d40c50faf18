"""What a lesson's link does: it sets a tab up, and keeps what was there."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from gui.tab import Tab, TabSpec

MOST_KEPT = 20


class Trying(QObject):
    """By tab, what puts back what gave way to a lesson's setup, the last one last; so that every link can be taken
    back."""

    changed = Signal()  # what there is to put back

    def __init__(self, show: Callable[[str], Tab], parent: QObject | None = None) -> None:
        """show: brings the tab of a key to the front, and gives it."""
        super().__init__(parent)
        self._show = show
        self._kept: dict[str, list[Callable[[], None]]] = {}

    def set_up(self, spec: TabSpec, name: str) -> None:
        """Sets the tab up as its setup of this name says. Raises `KeyError` where it has none."""
        setup = spec.setups()[name]
        tab = self._show(spec.key)
        if spec.key not in self._kept:
            tab.setup_undone.connect(lambda: self.put_back(spec.key))
        kept = self._kept.setdefault(spec.key, [])
        kept.append(tab.set_up(setup))
        del kept[:-MOST_KEPT]
        self.changed.emit()

    def can_put_back(self, key: str) -> bool:
        """Whether this tab was set up, and not put back since."""
        return bool(self._kept.get(key))

    def put_back(self, key: str) -> None:
        """The tab becomes what it was before it was last set up."""
        if self.can_put_back(key):
            self._show(key)
            self._kept[key].pop()()
            self.changed.emit()

    def forget(self) -> None:
        """Another project is open: what was there is no longer of this one."""
        for kept in self._kept.values():
            kept.clear()
        self.changed.emit()

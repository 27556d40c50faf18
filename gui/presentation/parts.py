"""The parts of a tab that can be hidden, each with a name that is the same in every language and in later versions."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtWidgets import QAbstractButton, QWidget

from gui.controls.card import Card
from gui.controls.form_row import FormRow
from gui.controls.segmented import SegmentedSwitch
from gui.focus_order import in_order


@dataclass(frozen=True, slots=True)
class Part:
    """key: as in "training.settings.learning_rate". title: what it is called. is_whole: a card with what is on it."""

    key: str
    title: str
    widget: QWidget
    is_whole: bool


def parts_of(tab: QWidget, key: str) -> Iterator[Part]:
    """The cards of the tab, and after each the controls that are on it; also those that are hidden now."""
    inside: set[QWidget] = set()
    for widget in everything(tab):
        title = widget.accessibleName() or getattr(widget, "title", "")
        if isinstance(widget, FormRow):
            title = widget.name()
        if not title or any(above in inside for above in _above(widget, tab)):
            continue
        if isinstance(widget, Card):
            yield Part(part_key(widget, tab, key), title, widget, is_whole=True)
        elif isinstance(widget, FormRow | SegmentedSwitch | QAbstractButton):
            inside.add(widget)
            yield Part(part_key(widget, tab, key), title, widget, is_whole=False)


def everything(tab: QWidget) -> Iterator[QWidget]:
    """As one reads, with what only this hiding keeps out of sight."""
    hidden = [widget for widget in tab.findChildren(QWidget) if widget.property(HIDDEN)]
    yield from in_order(tab, also=frozenset(hidden))


HIDDEN = "hidden from the class"
"""The property of a part that is hidden."""


def part_key(widget: QWidget, tab: QWidget, key: str) -> str:
    """The names under which its owners know it; where one has none for it, its place among its like."""
    names: list[str] = []
    while widget is not tab:
        owner, name = _owner(widget, tab)
        names.append(name)
        widget = owner
    return ".".join([key, *reversed(names)])


def _owner(widget: QWidget, tab: QWidget) -> tuple[QWidget, str]:
    for above in _above(widget, tab):
        for name, value in vars(above).items():
            if value is widget:
                return above, name.lstrip("_")
            if isinstance(value, dict):
                for key, entry in value.items():
                    if entry is widget and isinstance(key, str):
                        return above, f"{name.lstrip('_')}[{key}]"
    parent = widget.parentWidget()
    assert parent is not None
    like = [child for child in parent.children() if type(child) is type(widget)]
    return parent, f"{type(widget).__name__}{like.index(widget)}"


def _above(widget: QWidget, tab: QWidget) -> Iterator[QWidget]:
    parent = widget.parentWidget()
    while parent is not None:
        yield parent
        if parent is tab:
            return
        parent = parent.parentWidget()

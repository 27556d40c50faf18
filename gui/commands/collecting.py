"""What the window can do, asked of its actions and controls as they are at this moment: so no list of it grows old."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from PySide6.QtGui import QAction, QKeySequence, QShortcut
from PySide6.QtWidgets import QAbstractButton, QAbstractSlider, QComboBox, QLineEdit, QMenu, QScrollBar, QWidget

from gui.commands.command import Command
from gui.controls.icon_button import IconButton
from gui.focus_order import in_order

SEPARATOR = " – "
FORMAT = QKeySequence.SequenceFormat.NativeText


def of_actions(actions: Iterable[QAction], place: str, before: str = "") -> Iterator[Command]:
    """Those that can be used, and what is in their menus. before: the title of the menu that they are in."""
    for action in actions:
        menu = action.menu()
        text = plain(action.text())
        if isinstance(menu, QMenu):
            yield from of_actions(menu.actions(), place, text)
        elif text and action.isEnabled() and action.isVisible():
            keys = ", ".join(key.toString(FORMAT) for key in action.shortcuts())
            yield Command(f"{before}{SEPARATOR}{text}" if before else text, place, keys, action.trigger)


def of_controls(page: QWidget, place: str, *, with_idle: bool = False) -> Iterator[Command]:
    """What can be pressed and gone to on this page, as one reads, and the actions of its pictures.

    with_idle: also what cannot be used at the moment.
    """
    for widget in in_order(page):
        name = widget.accessibleName()
        if isinstance(widget, QScrollBar) or not (with_idle or widget.isEnabled()):
            continue
        if isinstance(widget, QAbstractButton):
            if name:
                yield Command(plain(name), place, keys_of(widget), widget.click)
        elif isinstance(widget, QLineEdit | QComboBox | QAbstractSlider):
            if name:
                yield Command(name, place, keys_of(widget), widget.setFocus, goes_to=True)
        elif widget.actions():
            yield from of_actions(widget.actions(), place, name)


def of_shortcuts(page: QWidget, place: str, known: str, texts: Mapping[str, str]) -> Iterator[Command]:
    """The keys of this page that no control has for its own: with what a tooltip says of them, or one of `texts`.

    known: all the keys that are listed already.
    """
    tooltips = [one.toolTip() for one in in_order(page) if one.toolTip()]
    for shortcut in page.findChildren(QShortcut):
        keys = shortcut.key().toString(FORMAT)
        if not keys or _mentions(known, keys):
            continue
        told = texts.get(shortcut.key().toString()) or next((text for text in tooltips if _mentions(text, keys)), "")
        if told:
            known += f" {keys}"
            yield Command(told.split("\n")[0], place, keys, shortcut.activated.emit)


def _mentions(text: str, keys: str) -> bool:
    """Whether these keys are there, and not only as the end of others, as in Shift+R."""
    return re.search(rf"(?<![\w+]){re.escape(keys)}(?!\w)", text) is not None


def keys_of(widget: QWidget) -> str:
    """The keys that do what the control does; "" where there are none, or only those that all such controls have."""
    if isinstance(widget, IconButton):
        return widget.keys
    if isinstance(widget, QAbstractButton):
        return widget.shortcut().toString(FORMAT)
    return ""


def plain(text: str) -> str:
    """Without the marks of mnemonics."""
    return text.replace("&&", "\0").replace("&", "").replace("\0", "&")

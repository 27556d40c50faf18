"""Where Tab goes next: through the layouts as they are read, also to what came up later than its neighbours."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QGridLayout,
    QLayout,
    QScrollArea,
    QSplitter,
    QStackedWidget,
    QWidget,
)


def move_focus(window: QWidget, *, forward: bool) -> bool:
    """Gives the focus to the next control of the window, or to the one before; False where there is none.

    Qt's own order is that in which the widgets were made, and would lead to those of a later day last of all.
    """
    order = [widget for widget in in_order(window) if takes_tab(widget)]
    if not order:
        return False
    reason = Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason
    target = order[_next_place(window, order, forward=forward)]
    target.setFocus(reason)
    _bring_into_view(target)
    return True


def in_order(widget: QWidget, also: frozenset[QWidget] = frozenset()) -> Iterator[QWidget]:
    """The visible widgets inside this one, as they are read: along the layouts, and what lies above them last.

    also: of those that are hidden, these too.
    """
    seen: set[QWidget] = set()
    for child in _children(widget):
        if child not in seen and (child in also or not child.isHidden()) and not child.isWindow():
            seen.add(child)
            yield child
            yield from in_order(child, also)


def takes_tab(widget: QWidget) -> bool:
    """Whether Tab stops there. Of exclusive buttons only the one that is on does; the arrow keys lead to the others."""
    if not widget.isEnabled() or widget.focusProxy() is not None:
        return False
    group = widget.group() if isinstance(widget, QAbstractButton) else None
    if group is not None and group.exclusive() and (on := group.checkedButton()) is not None:
        # Qt takes the focus from those that are off, and may leave it with one that no longer is on.
        return on is widget and any(_takes_focus(button) for button in group.buttons())
    return _takes_focus(widget)


def _takes_focus(widget: QWidget) -> bool:
    return bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)


def _next_place(window: QWidget, order: list[QWidget], *, forward: bool) -> int:
    focused = QApplication.focusWidget()
    if focused in order:
        return (order.index(focused) + (1 if forward else -1)) % len(order)
    if focused is not None and window.isAncestorOf(focused):
        # The focus is on something between two controls, as on a card that was clicked.
        everything = list(in_order(window))
        place = everything.index(focused) if focused in everything else -1
        if place >= 0:
            before = sum(widget in order for widget in everything[:place])
            return (before if forward else before - 1) % len(order)
    return 0 if forward else len(order) - 1


def _children(widget: QWidget) -> Iterator[QWidget]:
    if isinstance(widget, QStackedWidget):
        if (current := widget.currentWidget()) is not None:
            yield current
        return
    if isinstance(widget, QScrollArea):
        if (content := widget.widget()) is not None:
            yield content
        return
    if isinstance(widget, QSplitter):
        yield from filter(None, map(widget.widget, range(widget.count())))
        return
    if (layout := widget.layout()) is not None:
        yield from _laid_out(layout)
    others = [child for child in widget.children() if isinstance(child, QWidget)]
    yield from sorted(others, key=lambda child: (child.y(), child.x()))


def _laid_out(layout: QLayout) -> Iterator[QWidget]:
    places = list(range(layout.count()))
    if isinstance(layout, QGridLayout):
        places.sort(key=lambda place: layout.getItemPosition(place)[:2])  # type: ignore[index]
    for place in places:
        item = layout.itemAt(place)
        if item is None:
            continue
        if (inside := item.widget()) is not None:
            yield inside
        elif (below := item.layout()) is not None:
            yield from _laid_out(below)


def _bring_into_view(widget: QWidget) -> None:
    parent = widget.parentWidget()
    while parent is not None:
        if isinstance(parent, QScrollArea):
            parent.ensureWidgetVisible(widget)
        parent = parent.parentWidget()

"""A page that scrolls where the window has less room than it needs, as with large type on a small screen."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QScrollArea, QWidget

from gui import fonts

LEAST_HEIGHT = 600
"""What the smallest window leaves to a page; with larger type it needs as much more."""


class _Holder(QWidget):
    """Needs what the page needs at least. Without it, a scroll area would give a page the height that it would like."""

    def __init__(self, page: QWidget) -> None:
        super().__init__()
        self.page = page
        page.setParent(self)
        page.show()

    def sizeHint(self) -> QSize:
        return self.minimumSizeHint()

    def minimumSizeHint(self) -> QSize:
        return self.page.minimumSizeHint().expandedTo(QSize(0, fonts.px(LEAST_HEIGHT)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.page.setGeometry(self.rect())

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().event(event)


def is_scrolled_away(widget: QWidget) -> bool:
    """Whether nothing of it is in view, so that Qt does not paint it, though its page is in front."""
    # What a child covers does not count as visible, and a plot is covered by its viewport.
    painted = widget.viewport() if isinstance(widget, QAbstractScrollArea) else widget
    return painted.isVisible() and painted.visibleRegion().isEmpty()


class ScrollPage(QScrollArea):
    """The page fills it as long as there is room enough."""

    def __init__(self, page: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(_Holder(page))

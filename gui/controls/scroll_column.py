"""A column of widgets that scrolls where it has not enough room."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget


class ScrollColumn(QScrollArea):
    """`column` is its layout. The scroll bar stands in the margin, so that the widgets keep their width."""

    def __init__(self, margin: int = 14, spacing: int = 8, edge: int = 12, parent: QWidget | None = None) -> None:
        """margin: pixels beside the widgets. edge: pixels above and below them."""
        super().__init__(parent)
        self._margin = margin
        self._edge = edge
        content = QWidget()
        self.column = QVBoxLayout(content)
        self.column.setContentsMargins(margin, edge, margin, edge)
        self.column.setSpacing(spacing)
        self.setWidget(content)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # The card shows through.
        content.setAutoFillBackground(False)
        self.viewport().setAutoFillBackground(False)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.verticalScrollBar().rangeChanged.connect(self._make_room_for_scroll_bar)

    def bring_into_view(self, widget: QWidget) -> None:
        """Scrolls to it once it has its place, which is when the column has been laid out anew."""
        QTimer.singleShot(0, self, lambda: self.ensureWidgetVisible(widget, 0, 0))

    def _make_room_for_scroll_bar(self, _: int, farthest: int) -> None:
        bar = self.verticalScrollBar().sizeHint().width() if farthest else 0
        self.column.setContentsMargins(self._margin, self._edge, max(self._margin - bar, 2), self._edge)

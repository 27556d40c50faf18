"""A ring around the control that has the focus, for those who came there with the keys; the mouse shows where it is."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QWidget

RING = "ring"
"""The property by which the style sheet knows whom to draw it around. Fields to type into have theirs in any case."""


class FocusRing(QObject):
    """Hears what each window is given, and where the focus goes."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._by_keys = False
        self._ringed: QWidget | None = None
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._follow)

    def watch(self, window: QWidget) -> None:
        """Once this window has been shown."""
        if (handle := window.windowHandle()) is not None:
            handle.removeEventFilter(self)
            handle.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress:
            self._by_keys = True
        elif event.type() in (QEvent.Type.MouseButtonPress, QEvent.Type.TouchBegin):
            self._by_keys = False
        return False

    def _follow(self, _: QWidget | None, now: QWidget | None) -> None:
        if now is None or now is self._ringed:  # another program is in front; or this one is again
            return
        if self._ringed is not None:
            self._ringed.destroyed.disconnect(self._forget)
            _set(self._ringed, is_on=False)
        self._ringed = now if self._by_keys else None
        if self._ringed is not None:
            now.destroyed.connect(self._forget)
            _set(now, is_on=True)

    def _forget(self) -> None:
        self._ringed = None


def _set(widget: QWidget, *, is_on: bool) -> None:
    widget.setProperty(RING, is_on)
    widget.style().unpolish(widget)
    widget.style().polish(widget)
    widget.update()

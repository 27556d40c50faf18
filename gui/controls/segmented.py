"""A switch with one segment for each of a few things, of which exactly one is on."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QPushButton, QWidget

from gui import fonts
from gui.controls.own_keys import keep_keys


class SegmentedSwitch(QFrame):
    """Tab reaches the segment that is on, the mouse leaves the focus where it is; arrow keys turn on the neighbours."""

    chosen = Signal(str)  # the key of the segment that the user turned on

    def __init__(self, keys: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._keys = tuple(keys)
        self._on = 0
        self._group = QButtonGroup(self)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(2, 2, 2, 2)
        layout.setSpacing(2)
        for index in range(len(self._keys)):
            button = QPushButton()
            button.setProperty("role", "segment")
            button.setCheckable(True)
            button.setCursor(Qt.CursorShape.PointingHandCursor)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            keep_keys(button, Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Space)
            self._group.addButton(button, index)
            layout.addWidget(button, 1)
        self._group.button(self._on).setChecked(True)
        self._group.idToggled.connect(self._take_over)

    def key(self) -> str:
        """The key of the segment that is on."""
        return self._keys[self._on]

    def set_key(self, key: str) -> None:
        """Turns a segment on, without a signal. Raises `ValueError` for one that is not there."""
        self._on = self._keys.index(key)
        self._group.button(self._on).setChecked(True)

    def set_label(self, key: str, label: str, tooltip: str) -> None:
        """How a segment reads, and the sentence that explains it."""
        button = self._group.button(self._keys.index(key))
        button.setText(label)
        button.setToolTip(tooltip)
        button.setAccessibleName(label)
        # As wide as it gets when it is on and its type semibold, so that nothing shifts.
        metrics = QFontMetrics(fonts.words(12, fonts.SEMIBOLD))
        button.setMinimumWidth(metrics.horizontalAdvance(label) + fonts.px(22))

    def _take_over(self, index: int, is_on: bool) -> None:
        if is_on and index != self._on:
            self._on = index
            self.chosen.emit(self.key())

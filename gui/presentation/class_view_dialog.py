"""What the class sees: a tick for each part of the tab in front."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from gui.controls.plain_dialog import PlainDialog
from gui.focus_ring import FocusRing
from gui.presentation.hiding import Hiding

WIDTH, HEIGHT, INDENT = 380, 620, 22


class ClassViewDialog(PlainDialog):
    """Follows the tab in front. A card that is hidden takes along what is on it."""

    def __init__(self, hiding: Hiding, front: Callable[[], tuple[str, str]], ring: FocusRing, parent: QWidget) -> None:
        """front: gives the key and the title of the tab in front."""
        super().__init__(ring, WIDTH, HEIGHT, parent)
        self._hiding = hiding
        self._front = front
        self._about = QLabel()
        self._about.setProperty("role", "small")
        self._about.setWordWrap(True)
        self._content = QWidget()
        self._all = QPushButton()
        self._all.clicked.connect(hiding.show_all)
        self.column.addWidget(self._about)
        self.column.addWidget(self._content)
        self.column.addStretch()
        row = QHBoxLayout()
        row.addStretch()
        row.addWidget(self._all)
        self.below.addLayout(row)
        hiding.changed.connect(self.refresh)
        self.retranslate()

    def come_up(self) -> None:
        self.refresh()
        super().come_up()

    def retranslate(self) -> None:
        self.setWindowTitle(self.tr("What the class sees"))
        self._about.setText(
            self.tr("Without a tick, a part is hidden, and the project remembers it. Open a project to teach with it.")
        )
        self._all.setText(self.tr("Show all"))
        self._all.setAccessibleName(self._all.text())
        self._all.setToolTip(self.tr("Shows everything again, in every tab"))
        if self.isVisible():
            self.refresh()

    def refresh(self) -> None:
        """Lists what can be hidden now."""
        key, title = self._front()
        hidden = self._hiding.hidden()
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 4, 0, 0)
        column.setSpacing(8)
        heading = QLabel(title)
        heading.setProperty("role", "heading")
        column.addWidget(heading)
        above = ""
        for part in self._hiding.parts(key):
            if part.is_whole:
                above = part.key
            is_covered = above in hidden and part.key != above and part.key.startswith(f"{above}.")
            tick = QCheckBox(part.title.replace("&", "&&"))
            tick.setAccessibleName(part.title)
            tick.setToolTip(self.tr("Whether the class sees it: {part}").format(part=part.title))
            tick.setChecked(part.key not in hidden)
            tick.setEnabled(not is_covered)
            tick.toggled.connect(partial(self._choose, part.key))
            row = QHBoxLayout()
            row.setContentsMargins(0 if part.is_whole else INDENT, 0, 0, 0)
            row.addWidget(tick)
            column.addLayout(row)
        self.column.replaceWidget(self._content, content)
        content.show()
        self._content.hide()
        self._content.deleteLater()
        self._content = content
        self._all.setEnabled(bool(hidden))

    def _choose(self, key: str, is_seen: bool) -> None:
        self._hiding.set_hidden((key,), is_hidden=not is_seen)

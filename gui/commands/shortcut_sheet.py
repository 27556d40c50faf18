"""F1: the keys of everything that has some, by the place where they work; collected from what is there."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from gui.commands.command import Command
from gui.controls.plain_dialog import PlainDialog
from gui.focus_ring import FocusRing

WIDTH, HEIGHT = 560, 640


class ShortcutSheet(PlainDialog):
    """Is made anew whenever it comes up: the keys may have other names by then, and more tabs may be there."""

    def __init__(self, collect: Callable[[], Sequence[Command]], ring: FocusRing, parent: QWidget) -> None:
        super().__init__(ring, WIDTH, HEIGHT, parent)
        self._collect = collect
        self._content = QWidget()
        self.column.addWidget(self._content)
        self.column.addStretch()
        self.retranslate()

    def come_up(self) -> None:
        self._fill()
        super().come_up()

    def retranslate(self) -> None:
        self.setWindowTitle(self.tr("Keyboard shortcuts"))
        self._everywhere = (
            (self.tr("Tab, Shift+Tab"), self.tr("To the next control, to the one before")),
            (self.tr("Up, Down"), self.tr("In a field: the next larger, the next smaller value")),
            (self.tr("Enter, Esc"), self.tr("In a field: take what was typed, or take it back")),
            (self.tr("+, -"), self.tr("In a plot: zoom in, zoom out")),
            (self.tr("Alt+arrows"), self.tr("In a plot: see what lies beside")),
        )
        if self.isVisible():
            self._fill()

    def listed(self) -> Mapping[str, list[tuple[str, str]]]:
        """By place: the keys and what they do."""
        return self._by_place()

    def _fill(self) -> None:
        content = QWidget()
        grid = QGridLayout(content)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(7)
        grid.setColumnStretch(1, 1)
        row = 0
        for place, lines in self._by_place().items():
            heading = QLabel(place)
            heading.setProperty("role", "heading")
            heading.setContentsMargins(0, 12 if row else 0, 0, 2)
            grid.addWidget(heading, row, 0, 1, 2)
            for keys, text in lines:
                row += 1
                named, said = QLabel(keys), QLabel(text)
                named.setProperty("role", "mono-muted")
                for label in (named, said):
                    label.setWordWrap(True)
                    label.setTextFormat(Qt.TextFormat.PlainText)
                named.setMinimumWidth(named.fontMetrics().horizontalAdvance("M" * 14))
                grid.addWidget(named, row, 0, Qt.AlignmentFlag.AlignTop)
                grid.addWidget(said, row, 1)
            row += 1
        self.column.replaceWidget(self._content, content)
        content.show()
        self._content.deleteLater()
        self._content = content

    def _by_place(self) -> Mapping[str, list[tuple[str, str]]]:
        places: dict[str, dict[str, list[str]]] = {}
        for command in self._collect():
            keys = places.setdefault(command.place, {}).setdefault(command.text, [])
            if command.keys not in keys:
                keys.append(command.keys)
        listed = {place: [(", ".join(keys), text) for text, keys in lines.items()] for place, lines in places.items()}
        return {**listed, self.tr("Everywhere"): list(self._everywhere)}

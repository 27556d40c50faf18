"""The list of lessons, with what of it has been read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel, QListWidget, QListWidgetItem, QProgressBar, QVBoxLayout, QWidget

from gui import fonts
from gui.controls.own_keys import keep_keys

KEY = Qt.ItemDataRole.UserRole


@dataclass(frozen=True, slots=True)
class ContentsRow:
    """key: of the lesson; "" for a heading, which is the name of a tab. is_read, is_open: of the lesson."""

    key: str
    title: str
    is_read: bool = False
    is_open: bool = False


class ContentsPage(QWidget):
    """A click, or Enter, opens a lesson."""

    chosen = Signal(str)  # the key of a lesson

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[ContentsRow, ...] = ()
        self._words = QLabel()
        self._words.setProperty("role", "small")
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._list = QListWidget()
        self._list.setProperty("role", "contents")
        self._list.setFrameShape(QFrame.Shape.NoFrame)
        self._list.setWordWrap(True)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self._list.itemClicked.connect(self._choose)
        self._list.itemActivated.connect(self._choose)
        keep_keys(self._list, Qt.Key.Key_Space, Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Home, Qt.Key.Key_End)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 10, 0, 8)
        layout.setSpacing(6)
        top = QVBoxLayout()
        top.setContentsMargins(14, 0, 14, 0)
        top.addWidget(self._words)
        top.addWidget(self._bar)
        layout.addLayout(top)
        layout.addWidget(self._list, 1)
        self.retranslate()

    def show_rows(self, rows: Sequence[ContentsRow]) -> None:
        """Shows these, in place of those that are there."""
        self._rows = tuple(rows)
        self._list.clear()
        for row in self._rows:
            item = QListWidgetItem()
            item.setData(KEY, row.key)
            font = fonts.words(12, fonts.SEMIBOLD) if not row.key else fonts.words(13)
            if row.is_open:
                font.setWeight(fonts.SEMIBOLD)
            item.setFont(font)
            item.setText(row.title if not row.key else f"{'✓' if row.is_read else '  '}  {row.title}")
            item.setToolTip(row.title)
            if not row.key:
                item.setFlags(Qt.ItemFlag.NoItemFlags)
            self._list.addItem(item)
            if row.is_open:
                self._list.setCurrentItem(item)
        self.retranslate()

    def follow_text_size(self) -> None:
        """Type has another size."""
        self.show_rows(self._rows)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def retranslate(self) -> None:
        """Says everything in the language that is now in force."""
        lessons = [row for row in self._rows if row.key]
        read = sum(row.is_read for row in lessons)
        self._words.setText(self.tr("{read} of {count} lessons read").format(read=read, count=len(lessons)))
        self._bar.setMaximum(max(len(lessons), 1))
        self._bar.setValue(read)
        self._bar.setAccessibleName(self.tr("Lessons read"))
        self._bar.setToolTip(self.tr("Lessons read"))
        self._list.setAccessibleName(self.tr("Lessons"))
        self._list.setToolTip(self.tr("A click opens a lesson"))

    def _choose(self, item: QListWidgetItem) -> None:
        key = item.data(KEY)
        if key:
            self.chosen.emit(key)

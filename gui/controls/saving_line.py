"""How far a long file is written, and the way to give it up."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from gui import fonts
from gui.controls.progress_line import ProgressLine
from gui.file_saver import FileSaver

WIDTH = 120


class SavingLine(QWidget):
    """Only there while a file is written that takes its time."""

    def __init__(self, saver: FileSaver, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = ""
        self._words = QLabel()
        self._words.setProperty("role", "small")
        self._progress = ProgressLine()
        self._progress.setFixedWidth(fonts.px(WIDTH))
        self._cancel = QPushButton()
        self._cancel.setProperty("role", "word")
        self._cancel.setCursor(Qt.CursorShape.PointingHandCursor)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(14, 0, 14, 0)
        layout.setSpacing(10)
        for widget in (self._words, self._progress, self._cancel):
            layout.addWidget(widget)
        self.setFixedHeight(fonts.px(24))
        self.hide()
        self._cancel.clicked.connect(saver.cancel)
        saver.progressed.connect(self.show_progress)
        saver.ended.connect(self.hide)
        self.retranslate()

    def show_progress(self, name: str, share: float) -> None:
        """So much of the file is written."""
        self._name = name
        self._words.setText(self.tr("Saving {name}").format(name=name))
        self._progress.show_share(share)
        self.show()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def retranslate(self) -> None:
        """Says everything in the language that is now in force."""
        self._cancel.setText(self.tr("Cancel"))
        self._cancel.setToolTip(self.tr("Stop saving; what was in the file before stays in it"))
        self._cancel.setAccessibleName(self.tr("Stop saving"))
        self._progress.setAccessibleName(self.tr("Saved so far"))
        self._words.setText(self.tr("Saving {name}").format(name=self._name))

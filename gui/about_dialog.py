"""What TapeLab is, and exactly which one this is."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QPushButton, QWidget

from gui import fonts, icons
from gui.controls.plain_dialog import PlainDialog
from gui.focus_ring import FocusRing
from gui.log_file import LogFile
from gui.versions import report, versions

WIDTH, HEIGHT, ICON = 460, 520, 64


class AboutDialog(PlainDialog):
    """Says where the log is, too."""

    def __init__(self, log_file: LogFile | None, ring: FocusRing, parent: QWidget) -> None:
        super().__init__(ring, WIDTH, HEIGHT, parent)
        self._log_file = log_file
        self._icon = QLabel()
        self._name = QLabel("TapeLab")
        self._name.setProperty("role", "brand")
        self._about = _wrapped("muted")
        self._log = _wrapped("small")
        self._log.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._copy, self._open = QPushButton(), QPushButton()
        for button in (self._copy, self._open):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._copy.clicked.connect(self._copy_report)
        self._open.setVisible(log_file is not None)
        if log_file is not None:
            self._open.clicked.connect(log_file.show_folder)
        self._lay_out()
        self.follow_text_size()
        self.retranslate()

    def follow_text_size(self) -> None:
        super().follow_text_size()
        self._icon.setPixmap(icons.application_icon().pixmap(fonts.px(ICON)))

    def retranslate(self) -> None:
        self.setWindowTitle(self.tr("About TapeLab"))
        self._icon.setAccessibleName(self.tr("The icon of TapeLab"))
        self._about.setText(
            self.tr("A laboratory in which you see what TensorFlow does. Every number in it comes from TensorFlow.")
        )
        path = str(self._log_file.path) if self._log_file is not None else "–"
        self._log.setText(self.tr("Log: {path}").format(path=path))
        self._copy.setText(self.tr("Copy for a bug report"))
        self._copy.setToolTip(self.tr("Puts the versions on the clipboard"))
        self._open.setText(self.tr("Open folder"))
        self._open.setToolTip(self.tr("Shows the folder with the log"))
        for button in (self._copy, self._open):
            button.setAccessibleName(button.text())

    def _copy_report(self) -> None:
        log = f"Log: {self._log_file.path}\n" if self._log_file is not None else ""
        QGuiApplication.clipboard().setText(report() + log)
        self._copy.setText(self.tr("Copied"))

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(16)
        head.addWidget(self._icon)
        head.addWidget(self._name, 1)
        self.column.addLayout(head)
        self.column.addWidget(self._about)
        table = QGridLayout()
        table.setHorizontalSpacing(24)
        table.setVerticalSpacing(6)
        table.setColumnStretch(1, 1)
        for row, (name, version) in enumerate(versions().items()):
            named, said = QLabel(name), QLabel(version)
            named.setProperty("role", "muted")
            said.setProperty("role", "mono")
            said.setWordWrap(True)
            said.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            said.setAccessibleName(name)
            table.addWidget(named, row, 0)
            table.addWidget(said, row, 1)
        self.column.addLayout(table)
        self.column.addStretch()
        self.column.addWidget(self._log)
        row_below = QHBoxLayout()
        row_below.setSpacing(8)
        row_below.addStretch()
        row_below.addWidget(self._open)
        row_below.addWidget(self._copy)
        self.below.addLayout(row_below)


def _wrapped(role: str) -> QLabel:
    label = QLabel()
    label.setProperty("role", role)
    label.setWordWrap(True)
    return label

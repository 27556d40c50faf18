"""The first thing that somebody sees who opens the program for the first time."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from engine.lessons import keys
from gui import fonts, icons, language
from gui.controls.segmented import SegmentedSwitch
from gui.guide.keys import GUIDE_KEYS

WIDTH = 520
ICON = 64
VEIL = 150
"""How much of what lies below is covered, of 255."""


class Welcome(QWidget):
    """Lies over the whole window until something is chosen; Escape looks around, too."""

    lesson_requested = Signal()  # the first one
    language_chosen = Signal(str)  # its code
    closed = Signal()  # something was chosen, and this is gone

    def __init__(self, languages: Sequence[str], spoken: str, parent: QWidget) -> None:
        """languages: the codes of those that there are. spoken: that of the one in force."""
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._icon, self._title, self._words, self._hint = QLabel(), QLabel(), QLabel(), QLabel()
        self._title.setProperty("role", "welcome-title")
        self._hint.setProperty("role", "small")
        self._languages = SegmentedSwitch(languages)
        self._languages.set_key(spoken)
        self._begin, self._look = QPushButton(), QPushButton()
        self._begin.setProperty("role", "primary")
        for label in (self._title, self._words, self._hint):
            label.setWordWrap(True)
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._lay_out()
        self._languages.chosen.connect(self.language_chosen)
        self._begin.clicked.connect(self._start)
        self._look.clicked.connect(self._leave)
        parent.installEventFilter(self)
        self.setGeometry(parent.rect())
        self.retranslate()

    def open(self) -> None:
        """Shows it, over all else."""
        self.show()
        self.raise_()
        self._begin.setFocus()
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._keep_focus)

    @Slot(QWidget, QWidget)
    def _keep_focus(self, _before: QWidget | None, now: QWidget | None) -> None:
        """A tab that has begun may want the keys; as long as this lies over it, they are not for it."""
        parent = self.parentWidget()
        is_below = now is not None and parent is not None and parent.isAncestorOf(now) and not self.isAncestorOf(now)
        if self.isVisible() and is_below and now is not self:
            self._begin.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        parent = self.parentWidget()
        if event.type() == QEvent.Type.Resize and watched is parent and parent is not None:
            self.setGeometry(parent.rect())
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._leave()
        # No other key gets through to what lies below.

    def focusNextPrevChild(self, next: bool) -> bool:
        """Tab stays here: what lies below is not to be reached."""
        languages = [button for button in self._languages.findChildren(QPushButton) if button.isChecked()]
        stops = [*languages, self._look, self._begin]
        focused = QApplication.focusWidget()
        here = stops.index(focused) if isinstance(focused, QPushButton) and focused in stops else 0
        stops[(here + (1 if next else -1)) % len(stops)].setFocus(Qt.FocusReason.TabFocusReason)
        return True

    def paintEvent(self, event: QPaintEvent) -> None:
        veil = QColor(self.palette().color(QPalette.ColorRole.Window).darker(160))
        veil.setAlpha(VEIL)
        QPainter(self).fillRect(self.rect(), veil)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def retranslate(self) -> None:
        """Says everything in the language that is now in force."""
        self.setAccessibleName(self.tr("Welcome"))
        self._icon.setPixmap(icons.application_icon().pixmap(ICON, ICON))
        self._icon.setAccessibleName("TapeLab")
        self._title.setText(self.tr("See what TensorFlow does"))
        self._words.setText(
            self.tr(
                "Tensors, variables, gradient tapes, a training step taken apart, and Keras: all of it runs for real, "
                "forward and back, and its program is yours to take away. {count} short lessons lead through it."
            ).format(count=len(keys()))
        )
        self._languages.setAccessibleName(self.tr("Language"))
        for code in language.available():
            self._languages.set_label(code, language.NAMES[code], language.NAMES[code])
        self._label(self._begin, self.tr("Start the first lesson"), self.tr("Opens the guide beside the tensors"))
        self._label(self._look, self.tr("Look around"), self.tr("Closes this; it will not come back by itself"))
        self._hint.setText(self.tr("The lessons are always there: {keys} opens them.").format(keys=GUIDE_KEYS))

    def _label(self, button: QPushButton, text: str, tooltip: str) -> None:
        button.setText(text)
        button.setAccessibleName(text)
        button.setToolTip(tooltip)

    def _start(self) -> None:
        self._leave()
        self.lesson_requested.emit()

    def _leave(self) -> None:
        self.hide()
        self.closed.emit()
        self.deleteLater()

    def _lay_out(self) -> None:
        card = QFrame()
        card.setProperty("role", "welcome")
        card.setFixedWidth(fonts.px(WIDTH))
        column = QVBoxLayout(card)
        column.setContentsMargins(40, 36, 40, 28)
        column.setSpacing(16)
        centre = Qt.AlignmentFlag.AlignHCenter
        column.addWidget(self._icon, 0, centre)
        column.addWidget(self._title)
        column.addWidget(self._words)
        column.addWidget(self._languages, 0, centre)
        column.addSpacing(4)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addStretch(1)
        for button in (self._look, self._begin):
            button.setMinimumSize(fonts.px(150), fonts.px(34))
            row.addWidget(button)
        row.addStretch(1)
        column.addLayout(row)
        column.addWidget(self._hint)
        layout = QVBoxLayout(self)
        layout.addWidget(card, 0, Qt.AlignmentFlag.AlignCenter)

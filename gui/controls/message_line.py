"""One line in words: what there is to know, or what went wrong, and what can be done about it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QPalette, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QWidget

from engine.errors import Problem
from gui import fonts, icons
from gui.problem_text import problem_text

ICON_SIZE = 16


@dataclass(frozen=True, slots=True)
class Offer:
    """A button. make_words: its label and its tooltip, in the language in force. take: what it does."""

    make_words: Callable[[], tuple[str, str]]
    take: Callable[[], object]


class MessageLine(QWidget):
    """Keeps its place when it is empty. What does not fit is cut short and stands whole in the tooltip."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._make_text: Callable[[], str] | None = None
        self._is_problem = False
        self._offers: tuple[Offer, ...] = ()
        self._buttons: list[QPushButton] = []
        self._icon = QLabel()
        self._words = QLabel()
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        self._words.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._words.setProperty("role", "small")
        self.setFixedHeight(fonts.px(24))
        self._row = layout = QHBoxLayout(self)
        layout.setContentsMargins(14, 0, 14, 0)
        layout.setSpacing(8)
        layout.addWidget(self._icon)
        layout.addWidget(self._words, 1)
        self.clear()

    def show_info(self, make_text: Callable[[], str], *offers: Offer) -> None:
        """Something to know, and what can be done about it.

        `make_text` is asked again when the language changes, as is what words the offers.
        """
        self._show(make_text, is_problem=False, offers=offers)

    def show_problem(self, problem: Problem, *offers: Offer) -> None:
        """Something that went wrong, and what can be done about it."""
        self._show(lambda: problem_text(problem), is_problem=True, offers=offers)

    def clear(self) -> None:
        """Nothing to say."""
        self._make_text = None
        self._set_offers(())
        self._refresh()

    def text(self) -> str:
        """What the line says, whole."""
        return self._make_text() if self._make_text else ""

    def is_problem(self) -> bool:
        """Whether it says that something went wrong."""
        return self._is_problem and self._make_text is not None

    def has_offers(self) -> bool:
        """Whether there is something to choose."""
        return bool(self._offers)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.LanguageChange, QEvent.Type.PaletteChange):
            self._refresh()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._refresh()

    def _show(self, make_text: Callable[[], str], is_problem: bool, offers: tuple[Offer, ...] = ()) -> None:
        self._make_text, self._is_problem = make_text, is_problem
        self._set_offers(offers)
        self._words.setProperty("role", "error" if is_problem else "small")
        self._words.style().polish(self._words)
        self._refresh()

    def _set_offers(self, offers: tuple[Offer, ...]) -> None:
        for button in self._buttons:
            button.hide()
            button.deleteLater()
        self._offers = offers
        self._buttons = [self._make_button(offer) for offer in offers]
        for button in self._buttons:
            self._row.addWidget(button)
            button.show()  # at once; the layout would do so later

    def _make_button(self, offer: Offer) -> QPushButton:
        button = QPushButton()
        button.setProperty("role", "message")
        button.setCursor(Qt.CursorShape.PointingHandCursor)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.clicked.connect(partial(self._take_offer, offer))
        return button

    def _take_offer(self, offer: Offer, _: bool = False) -> None:
        self.clear()  # what it does may have something to say
        offer.take()

    def _refresh(self) -> None:
        text = self.text()
        self._icon.setVisible(bool(text))
        if text:
            role = QPalette.ColorRole.BrightText if self._is_problem else QPalette.ColorRole.PlaceholderText
            name = "warning" if self._is_problem else "info"
            self._icon.setPixmap(icons.pixmap(name, self.palette().color(role), ICON_SIZE, self.devicePixelRatioF()))
        for offer, button in zip(self._offers, self._buttons, strict=True):
            label, tooltip = offer.make_words()
            button.setText(label)
            button.setAccessibleName(label)
            button.setToolTip(tooltip)
        self._row.activate()  # so that the words know how much room they have
        room = max(self._words.width(), 40)
        self._words.setText(self._words.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, room))
        self._words.setToolTip(text)
        self._words.setAccessibleName(text)

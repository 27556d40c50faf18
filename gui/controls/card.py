"""A surface with rounded corners, on which one thing stands."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from gui import fonts
from gui.controls.elided_label import ElidedLabel

HEADER_HEIGHT = 37


class Card(QFrame):
    """Header (title, subtitle, widgets to the right), body, footer; header and footer appear once they are used.

    `body` is a vertical layout without margins. What reaches the lower corners keeps 4 px off them, which are round.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        # A click on the card takes the focus from a field, which so accepts what was typed.
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._is_narrow = False
        self._title = QLabel()
        self._title.setProperty("role", "heading")
        self._subtitle = ElidedLabel("muted")
        self._subtitle.hide()
        self._header = self._strip("card-header")
        self.header = QHBoxLayout(self._header)
        self.header.setContentsMargins(14, 0, 14, 0)
        self.header.setSpacing(10)
        self.header.addWidget(self._title)
        self.header.addWidget(self._subtitle, 1)
        self.header.addStretch()
        self._footer = self._strip("card-footer")
        self.footer = QHBoxLayout(self._footer)
        self.footer.setContentsMargins(12, 0, 12, 0)
        self.footer.setSpacing(10)
        self.body = QVBoxLayout()
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(0)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._header)
        layout.addLayout(self.body, 1)
        layout.addWidget(self._footer)

    def set_title(self, title: str, subtitle: str = "") -> None:
        """The heading and the quieter words beside it."""
        self._title.setText(title)
        self._subtitle.show_words(subtitle)
        self._subtitle.setVisible(bool(subtitle) and not self._is_narrow)
        self.setAccessibleName(title)
        self._header.show()

    def set_narrow(self, is_narrow: bool) -> None:
        """Whether the header gives the room of its words to the widgets in it."""
        self._is_narrow = is_narrow
        self._title.setVisible(not is_narrow)
        self._subtitle.setVisible(not is_narrow and bool(self._subtitle.words()))

    def add_to_header(self, widget: QWidget) -> None:
        """Puts a widget to the right of the header, after those that are there."""
        self.header.addWidget(widget)
        self._header.show()

    def add_to_footer(self, widget: QWidget, stretch: int = 0) -> None:
        """Puts a widget into the footer, after those that are there."""
        self.footer.addWidget(widget, stretch)
        self._footer.show()

    def _strip(self, role: str) -> QFrame:
        strip = QFrame(self)
        strip.setProperty("role", role)
        strip.setFixedHeight(fonts.px(HEADER_HEIGHT))
        strip.hide()
        return strip

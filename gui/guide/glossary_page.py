"""The glossary, searched by typing."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QFrame, QLabel, QLineEdit, QVBoxLayout, QWidget

from engine.lessons import Term
from gui.controls.scroll_column import ScrollColumn
from gui.guide.prose import ProseLabel


class TermCard(QFrame):
    """A term and what it means."""

    followed = Signal(str, str)  # a link, as of `ProseLabel`

    def __init__(self, term: Term, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.term = term
        self.setProperty("role", "term")
        self.setAccessibleName(term.name)
        name = QLabel(term.name)
        name.setProperty("role", "heading")
        name.setWordWrap(True)
        words = ProseLabel(term.markdown)
        words.followed.connect(self.followed)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 6, 8, 6)
        layout.setSpacing(3)
        layout.addWidget(name)
        layout.addWidget(words)

    def mark(self, is_marked: bool) -> None:
        """Whether it is the one that was asked for."""
        self.setProperty("marked", is_marked)
        self.style().unpolish(self)
        self.style().polish(self)


class GlossaryPage(QWidget):
    """What is typed may stand anywhere in a term or in what is said of it."""

    followed = Signal(str, str)  # a link, as of `ProseLabel`

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._search = QLineEdit()
        self._search.setProperty("role", "search")
        self._search.textChanged.connect(self._filter)
        self._none = QLabel()
        self._none.setProperty("role", "muted")
        self._none.setWordWrap(True)
        self._none.setContentsMargins(14, 8, 14, 0)
        self._body = ScrollColumn(margin=8, spacing=4)
        self._cards: list[TermCard] = []
        top = QVBoxLayout()
        top.setContentsMargins(14, 10, 14, 0)
        top.addWidget(self._search)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(top)
        layout.addWidget(self._none)
        layout.addWidget(self._body, 1)
        self.setFocusProxy(self._search)
        self.retranslate()

    def show_terms(self, terms: Sequence[Term]) -> None:
        """Shows these, in place of those that are there."""
        marked = next((card.term.key for card in self._cards if card.property("marked")), "")
        column = self._body.column
        while (item := column.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self._cards = [TermCard(term) for term in terms]
        for card in self._cards:
            card.followed.connect(self.followed)
            card.mark(card.term.key == marked)
            column.addWidget(card)
        column.addStretch(1)
        self._filter()

    def open_term(self, key: str) -> None:
        """Brings this term into view, and marks it."""
        self._search.clear()
        for card in self._cards:
            card.mark(card.term.key == key)
            if card.term.key == key:
                self._body.bring_into_view(card)

    def shown(self) -> tuple[str, ...]:
        """The keys of the terms that what is typed has left."""
        return tuple(card.term.key for card in self._cards if not card.isHidden())

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def retranslate(self) -> None:
        """Says everything in the language that is now in force."""
        self._search.setPlaceholderText(self.tr("Search the glossary"))
        self._search.setAccessibleName(self.tr("Search the glossary"))
        self._search.setToolTip(self.tr("Finds terms by their names and by what is said of them"))
        self._none.setText(self.tr("No term says this; try a shorter word."))

    def _filter(self) -> None:
        for card in self._cards:
            card.setVisible(card.term.is_meant_by(self._search.text()))
        self._none.setVisible(bool(self._cards) and not self.shown())

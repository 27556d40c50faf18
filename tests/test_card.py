"""A card shows the strips that are in use."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from gui.controls.card import Card


def test_a_bare_card_is_all_body(qtbot: QtBot) -> None:
    card = Card()
    qtbot.addWidget(card)
    body = QLabel("body")
    card.body.addWidget(body)
    card.resize(200, 100)
    card.show()
    assert body.height() == card.contentsRect().height()


def test_the_title_makes_the_header(qtbot: QtBot) -> None:
    card = Card()
    qtbot.addWidget(card)
    body = QLabel("body")
    card.body.addWidget(body)
    card.set_title("Loss", "mean squared error")
    card.resize(300, 200)
    card.show()
    texts = [label.text() for label in card.findChildren(QLabel) if label.isVisible()]
    assert {"Loss", "mean squared error"} <= set(texts)
    assert card.accessibleName() == "Loss"
    card.set_title("Loss")
    assert "mean squared error" not in [label.text() for label in card.findChildren(QLabel) if label.isVisible()]


def test_header_and_footer_hold_widgets_in_order(qtbot: QtBot) -> None:
    card = Card()
    qtbot.addWidget(card)
    above, first, second = QLabel("0.0268"), QLabel("y ="), QLabel("where")
    card.add_to_header(above)
    card.add_to_footer(first)
    card.add_to_footer(second, stretch=1)
    card.resize(300, 200)
    card.show()
    assert above.isVisible()
    assert first.isVisible()
    assert above.mapTo(card, above.pos()).y() < first.mapTo(card, first.pos()).y()
    assert first.x() < second.x()


def test_a_click_on_the_card_ends_the_typing(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    card, edit = Card(), QLineEdit()
    layout = QVBoxLayout(window)
    layout.addWidget(edit)
    layout.addWidget(card)
    card.setMinimumSize(80, 40)
    with qtbot.waitActive(window):
        window.show()
    edit.setFocus()
    qtbot.keyClicks(edit, "12")
    with qtbot.waitSignal(edit.editingFinished):
        qtbot.mouseClick(card, Qt.MouseButton.LeftButton)

"""The card with the curves hands their figures over as tables."""

from __future__ import annotations

from pathlib import Path

import pytest
from keras_frames import make_curves, make_frame
from PySide6.QtWidgets import QFileDialog, QMenu
from pytestqt.qtbot import QtBot

from gui.file_saver import saver_of
from gui.tabs.keras.curves_card import CurvesCard


@pytest.mark.parametrize(
    ("text", "head", "count"),
    [("Every batch as a CSV table …", "epoch,batch,", None), ("Every epoch as a CSV table …", "epoch,loss", 3)],
)
def test_the_history_is_saved_as_a_table(text: str, head: str, count: int | None, qtbot: QtBot, tmp_path: Path) -> None:
    card = CurvesCard(False, "accuracy")
    qtbot.addWidget(card)
    card.show()
    curves = make_curves(3)
    card.draw(make_frame(curves=curves))
    action = next(action for menu in card.findChildren(QMenu) for action in menu.actions() if action.text() == text)
    action.trigger()
    (dialog,) = [dialog for dialog in card.findChildren(QFileDialog) if dialog.isVisible()]
    dialog.selectFile(str(tmp_path / "mine.csv"))
    dialog.accept()
    qtbot.waitUntil(lambda: not saver_of(card).is_writing)
    first, *rows = (tmp_path / "mine.csv").read_text().splitlines()
    assert first.startswith(head)
    assert len(rows) == (count or len(curves.batch_means))

"""A table of one's own: opened, looked at, read in another way, and made data to learn from."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from own_data_user import SheetUser
from patience import LONGEST
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QMenu
from pytestqt.qtbot import QtBot

from engine.reading import rows
from engine.reading.own_data import OwnData
from gui.data_choices import OwnChoices
from gui.palette import DARK
from gui.tabs.training.own_data import OwnDataSheet

FLOWERS = (
    "nr;Länge;Breite;Art\n"
    "1;5,1;3,5;setosa\n2;4,9;;setosa\n3;7,0;3,2;virginica\n4;6,4;3,2;virginica\n5;x;3,1;setosa\n6;5,0;2,9;rosa\n"
)


@pytest.fixture
def user(qtbot: QtBot) -> Iterator[SheetUser]:
    sheet = OwnDataSheet()
    qtbot.addWidget(sheet)
    sheet.resize(1000, 640)
    sheet.show()
    yield SheetUser(sheet, qtbot)
    assert sheet.close_engine(100)


@pytest.fixture
def flowers(tmp_path: Path) -> Path:
    path = tmp_path / "flowers.csv"
    path.write_bytes(FLOWERS.replace("5;x;3,1;setosa\n", "").encode("latin-1"))
    return path


def accepted_by(user: SheetUser, qtbot: QtBot) -> tuple[OwnData, OwnChoices]:
    with qtbot.waitSignal(user.sheet.accepted, timeout=LONGEST) as accepted:
        user.clicks("Learn from these")
    assert accepted.args is not None
    data, own = accepted.args
    return data, own


def test_it_recognises_how_a_table_is_written(user: SheetUser, flowers: Path) -> None:
    user.sheet.open_file(flowers)
    user.sees("4 rows, 3 features")
    assert user.choice("Encoding") == "auto: Latin-1"
    assert user.choice("Delimiter") == "auto: semicolon ;"
    assert user.choice("Decimal sign") == "auto: comma 1,5"
    assert user.choice("First row") == "auto: names"
    assert user.table("The first rows")[0] == ["1", "5,1", "3,5", "setosa"]
    assert user.table("Columns")[1:] == [
        ["Länge", "numbers from 4.9 to 7", ""],
        ["Breite", "numbers from 2.9 to 3.5", "1"],
        ["Art  (class)", "3 values: rosa, setosa, virginica", ""],
    ]
    assert user.ticked() == ["nr", "Länge", "Breite"]
    assert "3 classes: rosa 1, setosa 1, virginica 2" in user.says()
    assert "left out for gaps: 1 (lines 3)" in user.says()


def test_columns_gaps_and_scale_are_chosen(user: SheetUser, flowers: Path, qtbot: QtBot) -> None:
    user.sheet.open_file(flowers)
    user.sees("3 features")
    user.ticks("nr")
    user.sees("2 features")
    assert user.ticked() == ["Länge", "Breite"]
    user.chooses("Gaps", "fill")
    user.sees("gaps filled: 1")
    assert "5 rows" in user.says()
    user.chooses("Scale", "as they are")
    user.sees("gaps filled: 1")
    qtbot.waitUntil(lambda: user.button("Learn from these").isEnabled(), timeout=LONGEST)
    data, own = accepted_by(user, qtbot)
    assert (data.features, data.target, data.gaps, data.standardise) == (("Länge", "Breite"), "Art", "fill", False)
    chosen = OwnChoices(str(flowers), features=("Länge", "Breite"), target="Art", gaps="fill", standardise=False)
    assert own == replace(chosen, digest=data.prepared.digest)


def test_another_class_is_no_feature_any_more(user: SheetUser, flowers: Path) -> None:
    user.sheet.open_file(flowers)
    user.sees("3 features")
    user.chooses("Class", "nr")
    user.sees("2 features")
    assert user.ticked() == ["Länge", "Breite"]
    assert "nr  (class)" in [cells[0] for cells in user.table("Columns")]


def test_the_preview_follows_when_it_is_read_in_another_way(user: SheetUser, flowers: Path) -> None:
    user.sheet.open_file(flowers)
    user.sees("3 features")
    user.chooses("First row", "data")
    user.sees("column")
    assert user.is_warned(), "text in the first row is no number"
    assert user.table("The first rows")[0] == ["nr", "Länge", "Breite", "Art"]
    assert not user.button("Learn from these").isEnabled()
    user.chooses("First row", "auto")
    user.sees("3 features")
    user.chooses("Delimiter", "tab")
    user.sees("two columns")
    user.chooses("Delimiter", "auto")
    user.sees("3 features")
    user.chooses("Encoding", "UTF-8")
    user.sees("line 1: this is not UTF-8; choose another encoding")


def test_what_cannot_be_learned_is_told_with_its_line(user: SheetUser, tmp_path: Path) -> None:
    path = tmp_path / "flowers.csv"
    path.write_text(FLOWERS)
    user.sheet.open_file(path)
    user.sees("flowers.csv, line 6, column Länge: “x” is not a finite number; mend or remove it.")
    assert not user.button("Learn from these").isEnabled()
    user.ticks("Länge")
    user.sees("2 features")
    assert not user.is_warned()
    user.ticks("nr")
    user.sees("1 features")
    user.ticks("Breite")
    user.sees("choose at least one column")


def test_a_file_that_is_gone(user: SheetUser, tmp_path: Path) -> None:
    user.sheet.open_file(tmp_path / "gone.csv")
    user.sees("gone.csv cannot be read: No such file or directory.")
    assert user.is_warned()


def test_pasting(user: SheetUser, qtbot: QtBot) -> None:
    QApplication.clipboard().setText("")
    user.clicks("Paste")
    assert "copy a table first" in user.says()
    QApplication.clipboard().setText("x\ty\tkind\n1\t2\ta\n3\t4\tb\n")
    user.clicks("Paste")
    user.sees("2 rows, 2 features")
    _, own = accepted_by(user, qtbot)
    assert (own.path, own.text) == ("", "x\ty\tkind\n1\t2\ta\n3\t4\tb\n"), "to be read again another day"


def test_opening_asks_for_a_file_and_waits_for_nothing(user: SheetUser, flowers: Path) -> None:
    user.clicks("Open …")
    (dialog,) = user.sheet.findChildren(QFileDialog)
    dialog.fileSelected.emit(str(flowers))
    user.sees("3 features")
    dialog.close()


@pytest.mark.parametrize(
    ("example", "says"),
    [
        ("Iris", "150 rows, 2 features"),
        ("Penguins", "342 rows, 2 features"),
        ("Challenger", "damaged 7, sound 16"),
    ],
)
def test_the_examples_can_be_learned_from(user: SheetUser, example: str, says: str) -> None:
    (menu,) = user.sheet.findChildren(QMenu)
    (action,) = [action for action in menu.actions() if action.text().startswith(example)]
    action.trigger()
    user.sees(says)
    assert not user.is_warned()


def test_a_long_reading_can_be_cancelled(
    user: SheetUser, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    monkeypatch.setattr(rows, "BLOCK", 512)
    path = tmp_path / "long.csv"
    path.write_text("x,y,kind\n" + "1,2,a\n3,4,b\n" * 100_000)
    user.sheet.open_file(path)
    qtbot.waitUntil(lambda: bool(user.table("The first rows")), timeout=LONGEST)
    assert user.button("Cancel").isVisible()
    assert not user.button("Learn from these").isVisible()
    user.clicks("Cancel")
    assert not user.button("Cancel").isVisible()
    assert not user.button("Learn from these").isEnabled()
    qtbot.wait(50)
    assert user.table("Columns") == []


def test_what_was_chosen_the_last_time_is_chosen_again(user: SheetUser, flowers: Path, qtbot: QtBot) -> None:
    remembered = OwnChoices(str(flowers), delimiter=";", features=("Länge",), target="Art", gaps="fill")
    with qtbot.waitSignal(user.sheet.accepted, timeout=LONGEST) as accepted:
        user.sheet.restore(remembered)
    assert accepted.args is not None
    data, own = accepted.args
    assert (data.features, data.gaps, data.standardise) == (("Länge",), "fill", True)
    assert own == replace(remembered, digest=data.prepared.digest)
    flowers.unlink()
    with qtbot.waitSignal(user.sheet.lost, timeout=LONGEST) as lost:
        user.sheet.restore(remembered)
    assert lost.args is not None
    assert "cannot be read" in str(lost.args[0])


def test_it_is_left_with_escape(user: SheetUser, qtbot: QtBot) -> None:
    user.sheet.setFocus()
    with qtbot.waitSignal(user.sheet.closed):
        qtbot.keyClick(user.sheet, Qt.Key.Key_Escape)
    with qtbot.waitSignal(user.sheet.closed):
        user.clicks("Back to the training")


def test_everything_has_a_name_a_tooltip_and_a_colour(user: SheetUser, flowers: Path) -> None:
    user.sheet.open_file(flowers)
    user.sees("3 features")
    user.sheet.set_palette(DARK)
    QApplication.sendEvent(user.sheet, QEvent(QEvent.Type.LanguageChange))
    for name in ("Examples", "Open …", "Paste", "Learn from these", "Cancel", "Back to the training"):
        assert user.button(name).toolTip()
    assert "3 features" in user.says()
    assert not user.sheet.grab().isNull()

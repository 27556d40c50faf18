"""A table in Parquet is learned from like one in CSV; what cannot be used is refused in a sentence."""

from __future__ import annotations

import datetime
import random
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import polars as pl
import pytest
from own_data_user import SheetUser
from problems import assert_is_clear
from PySide6.QtWidgets import QComboBox
from pytestqt.qtbot import QtBot
from test_headless import trained
from test_reading import own, run

from engine.errors import InputError
from engine.reading import table as reading
from engine.reading.layout import Layout
from engine.reading.own_data import suggested_columns
from engine.reading.parquet import ROWS_PER_PART
from engine.reading.source import FileSource
from engine.reading.table import Table, preview, read_in_parts, read_table
from gui.tabs.training.own_data import OwnDataSheet

GAPPY: dict[str, list[Any]] = {
    "height": [1.5, None, 3.25, float("nan"), 5.0, 6.0, None, 7.0],
    "weight": [10, 20, 30, 40, None, 60, None, 70],
    "kind": ["a", "b", " a", "b", "b", "NA", None, "b"],
}


def written(folder: Path, columns: dict[str, Any] | pl.DataFrame, name: str = "pets.parquet") -> FileSource:
    frame = columns if isinstance(columns, pl.DataFrame) else pl.DataFrame(columns)
    frame.write_parquet(folder / name)
    return FileSource(folder / name)


def read(source: FileSource) -> Table:
    return read_table(source, Layout())


@pytest.mark.parametrize("gaps", ["drop", "fill"])
def test_it_gives_the_same_points_as_the_same_table_in_csv(gaps: str, tmp_path: Path) -> None:
    source = written(tmp_path, GAPPY)
    (tmp_path / "pets.csv").write_text(
        "height,weight,kind\n1.5,10,a\n,20,b\n3.25,30,a\n,40,b\n5,,b\n6,60,NA\n,,\n7,70,b\n"
    )
    typed, text = own(read(source), gaps=gaps), own(read_table(FileSource(tmp_path / "pets.csv"), Layout()), gaps=gaps)
    assert np.array_equal(typed.make().inputs, text.make().inputs)
    assert np.array_equal(typed.make().targets, text.make().targets)
    assert typed.make().class_names == ("a", "b")
    assert typed.prepared.digest == text.prepared.digest
    assert typed.prepared.filled == text.prepared.filled


def test_types_are_known_and_nothing_is_guessed(tmp_path: Path) -> None:
    day = datetime.date(2026, 1, 1)
    frame = pl.DataFrame(
        {
            "whole": pl.Series([1, 2, 3], dtype=pl.Int16),
            "half": pl.Series([0.5, 1.5, None], dtype=pl.Float32),
            "digits": ["1", "2", "3"],
            "day": [day, day, day + datetime.timedelta(days=1)],
            "colour": pl.Series(["red", "blue", "red"], dtype=pl.Categorical),
            "nothing": [None, None, None],
            "yes": [True, False, True],
        }
    )
    table = read(written(tmp_path, frame))
    assert table.layout is None
    assert [column.is_numeric for column in table.columns] == [True, True, False, False, False, False, False]
    assert [column.classes for column in table.columns[2:]] == [
        ("1", "2", "3"),
        ("2026-01-01", "2026-01-02"),
        ("blue", "red"),
        (),
        ("false", "true"),
    ]
    assert suggested_columns(table) == (("whole", "half"), "yes")
    assert preview(table.source, Layout()).rows[0] == ("1", "0.5", "1", "2026-01-01", "red", "", "true")


def test_a_number_that_is_none_is_named_with_its_row(tmp_path: Path) -> None:
    table = read(written(tmp_path, {"x": [1.0, 2.0, float("inf"), 1e300, 5.0], "kind": ["a", "b", "a", "b", "a"]}))
    with pytest.raises(InputError, match=r"line 3, column x: “inf” is not a finite number"):
        own(table)


def test_many_rows_come_in_parts_and_can_be_given_up(tmp_path: Path) -> None:
    count = 2 * ROWS_PER_PART + 10
    source = written(tmp_path, {"x": np.arange(count), "kind": np.arange(count) % 3}, name="misnamed.csv")
    parts = read_in_parts(source, Layout())
    assert next(parts) == pytest.approx(ROWS_PER_PART / count)
    parts.close()
    data = own(read(source)).make()
    assert len(data) == count
    assert np.array_equal(data.inputs[:, 0], np.arange(count, dtype=np.float32))


NESTED = {
    "lists": pl.Series([[1, 2], [3]]),
    "records": pl.Series([{"a": 1}, {"a": 2}]),
    "bytes": pl.Series([b"1", b"2"]),
}


@pytest.mark.parametrize("kind", NESTED)
def test_nested_columns_are_refused(kind: str, tmp_path: Path) -> None:
    source = written(tmp_path, pl.DataFrame({"x": [1, 2], "deep": NESTED[kind], "kind": ["a", "b"]}))
    for look in (preview, read_table):
        with pytest.raises(InputError, match="column deep holds no single numbers or words") as caught:
            look(source, Layout())
        assert_is_clear(caught.value, "data")


def broken(folder: Path) -> Iterator[bytes]:
    whole = written(folder, GAPPY).path.read_bytes()
    yield from (b"", b"PAR1", b"PAR1" + b"x" * 100 + b"PAR1", whole[:-20], whole[100:], b"x,y\n1,2\n")
    yield whole[:-8] + b"\xff\xff\xff\x7fPAR1"
    chance = random.Random(0)
    for _ in range(60):
        damaged = bytearray(whole)
        for _ in range(chance.randrange(1, 20)):
            damaged[chance.randrange(4, len(damaged) - 4)] = chance.randrange(256)
        yield bytes(damaged)


def test_broken_files_are_read_or_refused_but_never_more(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "pets.parquet"
    sentences = []
    for content in list(broken(tmp_path)):
        path.write_bytes(content)
        try:
            own(read(FileSource(path)), gaps="drop")
        except InputError as problem:
            sentences.append(str(problem))
    assert len(sentences) > 20
    assert all(sentence.startswith("pets.parquet") and "\n" not in sentence for sentence in sentences)
    capfd.readouterr()  # polars may have something to say on its own


def test_the_limits_are_those_of_every_table(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    source = written(tmp_path, {"x": range(10), "kind": ["a", "b"] * 5})
    monkeypatch.setattr(reading, "MOST_CELLS", 19)
    with pytest.raises(InputError, match="more than 19 cells"):
        read(source)
    empty: list[dict[str, Any]] = [{"x": [1, 2]}, {"x": [], "kind": []}]
    for columns in empty:
        with pytest.raises(InputError):
            read(written(tmp_path, columns))
    with pytest.raises(InputError, match="cannot be read: No such file"):
        read(FileSource(tmp_path / "none.parquet"))
    (tmp_path / "folder.parquet").mkdir()
    with pytest.raises(InputError, match="is no file"):
        read(FileSource(tmp_path / "folder.parquet"))


def test_without_polars_it_says_how_to_install_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    source = written(tmp_path, GAPPY)
    monkeypatch.setitem(sys.modules, "polars", None)
    with pytest.raises(InputError) as caught:
        read(source)
    assert 'install polars with pip install "tapelab[parquet]", or save the table as CSV' in str(caught.value)


@pytest.mark.parametrize(
    "changes",
    [
        {"gaps": "drop"},
        {"gaps": "fill", "standardise": True},
        {"gaps": "drop", "features": ("height",), "target": "weight"},
    ],
)
def test_the_lines_to_take_away_read_the_same_points(changes: dict[str, Any], tmp_path: Path) -> None:
    data = own(read(written(tmp_path, GAPPY)), **changes)
    names = run(data.source())
    np.testing.assert_allclose(names["inputs"], data.make().inputs, rtol=1e-6)
    assert np.array_equal(names["targets"], data.make().targets)
    assert names["inputs"].dtype == names["targets"].dtype == np.float32


def test_the_command_takes_it(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    chance = np.random.default_rng(0)
    columns = {"x": chance.normal(size=40), "y": chance.normal(size=40), "kind": ["a", "b"] * 20}
    assert trained(data=str(written(tmp_path, columns).path), steps=3) == 0
    assert capsys.readouterr().out.startswith("Loss at step 0")


@pytest.fixture
def user(qtbot: QtBot) -> Iterator[SheetUser]:
    sheet = OwnDataSheet()
    qtbot.addWidget(sheet)
    sheet.resize(1000, 640)
    sheet.show()
    yield SheetUser(sheet, qtbot)
    assert sheet.close_engine(10_000)


def test_the_sheet_asks_only_what_there_is_to_ask(user: SheetUser, tmp_path: Path) -> None:
    def visible() -> set[str]:
        return {box.accessibleName() for box in user.sheet.findChildren(QComboBox) if box.isVisible()}

    user.sheet.open_file(written(tmp_path, GAPPY).path)
    user.sees("3 rows, 2 features")
    assert visible() == {"Class", "Gaps", "Scale"}
    assert user.table("The first rows")[0] == ["1.5", "10", "a"]
    (tmp_path / "pets.csv").write_text("x,y,kind\n1,2,a\n3,4,b\n")
    user.sheet.open_file(tmp_path / "pets.csv")
    user.sees("2 rows, 2 features")
    assert {"Encoding", "Delimiter", "Decimal sign", "First row"} < visible()

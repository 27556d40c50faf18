"""The reader answers with what it sees and reads, can be stopped, and chooses columns again and again."""

from __future__ import annotations

from pathlib import Path

import pytest

from engine.reading import rows
from engine.reading.layout import Layout
from engine.reading.protocol import Choose, Chosen, Event, GiveUp, HasRead, Looked, Open, Progressed, Refused
from engine.reading.reader import Reader
from engine.reading.source import FileSource, PastedSource

TABLE = PastedSource("x,y,kind\n1,2,a\n3,,b\n5,6,b\n")


@pytest.fixture
def told() -> list[Event]:
    return []


@pytest.fixture
def reader(told: list[Event]) -> Reader:
    reader = Reader(told.append)
    reader.start()
    return reader


def work(reader: Reader) -> None:
    while reader.work() is not None:
        pass


def test_it_looks_first_and_then_reads(reader: Reader, told: list[Event]) -> None:
    reader.obey(Open(1, TABLE, Layout()))
    (looked,) = told
    assert isinstance(looked, Looked)
    assert looked.preview.rows[0] == ("1", "2", "a")
    work(reader)
    has_read = told[-1]
    assert isinstance(has_read, HasRead)
    assert (has_read.reading, len(has_read.table)) == (1, 3)
    assert (has_read.features, has_read.target) == (("x", "y"), "kind")


def test_columns_are_chosen_as_often_as_one_likes(reader: Reader, told: list[Event]) -> None:
    reader.obey(Open(1, TABLE, Layout()))
    work(reader)
    told.clear()
    reader.obey(Choose(1, ("x", "y"), "kind", "fill", True))
    reader.obey(Choose(1, ("x",), "kind", "drop", False))
    reader.obey(Choose(1, ("kind",), "x", "drop", False))
    first, second, third = told
    assert isinstance(first, Chosen)
    assert first.data.size == 3
    assert isinstance(second, Chosen)
    assert second.data.make().feature_names == ("x",)
    assert isinstance(third, Refused)
    assert third.was_read


def test_what_cannot_be_read_is_refused(reader: Reader, told: list[Event], tmp_path: Path) -> None:
    reader.obey(Open(1, FileSource(tmp_path / "none.csv"), Layout()))
    assert reader.work() is None
    reader.obey(Open(2, PastedSource("x,y\n1,2\n3\n"), Layout()))
    work(reader)
    refused = [event for event in told if isinstance(event, Refused)]
    assert [(event.reading, event.was_read) for event in refused] == [(1, False), (2, False)]
    assert "line 3" in str(refused[1].problem)
    told.clear()
    reader.obey(Choose(2, ("x",), "y", "drop", False))
    assert told == []


def test_a_long_reading_tells_how_far_it_is_and_can_be_given_up(
    reader: Reader, told: list[Event], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rows, "BLOCK", 4096)
    monkeypatch.setattr("engine.reading.reader.SECONDS_PER_REPORT", 0.0)
    path = tmp_path / "points.csv"
    path.write_text("x,k\n" + "1,a\n2,b\n" * 20_000)
    reader.obey(Open(1, FileSource(path), Layout()))
    assert reader.work() == 0.0
    assert reader.work() == 0.0
    shares = [event.share for event in told if isinstance(event, Progressed)]
    assert len(shares) == 2
    assert 0 < shares[0] < shares[1] < 1
    reader.obey(GiveUp())
    assert reader.work() is None
    assert not [event for event in told if isinstance(event, HasRead)]


def test_another_table_takes_the_place_of_the_one_that_is_read(reader: Reader, told: list[Event]) -> None:
    reader.obey(Open(1, TABLE, Layout()))
    reader.obey(Open(2, TABLE, Layout(has_header=False)))
    work(reader)
    assert [event.reading for event in told if isinstance(event, HasRead)] == [2]
    told.clear()
    reader.obey(Choose(1, ("x",), "kind", "drop", False))
    assert told == [], "it is of a table that is gone"

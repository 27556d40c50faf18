"""Reading a table: what it says, in whatever layout; and where exactly it says nothing that can be used."""

from __future__ import annotations

import os
import subprocess
import sys
import tracemalloc
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from patience import within
from problems import assert_is_clear

from engine.datasets import Dataset
from engine.errors import InputError
from engine.reading import rows, source
from engine.reading.layout import ENCODINGS, KnownLayout, Layout
from engine.reading.own_data import OwnData, suggested_columns
from engine.reading.source import FileSource, PastedSource
from engine.reading.table import Preview, Table, preview, read_in_parts, read_table


def written(folder: Path, content: str | bytes) -> FileSource:
    path = folder / "points.csv"
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return FileSource(path)


def own(table: Table, **changes: Any) -> OwnData:
    """All columns but the last are features, the last is the class."""
    names = [column.name for column in table.columns]
    return OwnData(**{"table": table, "features": tuple(names[:-1]), "target": names[-1], "gaps": "refuse", **changes})


def layout_of(table: Table | Preview) -> KnownLayout:
    """As it was recognised."""
    assert table.layout is not None
    return table.layout


def data_of(folder: Path, content: str | bytes, **changes: Any) -> Dataset:
    return own(read_table(written(folder, content), Layout()), **changes).make()


SAME = {
    "plain": "1,2,0\n3,4,1\n5,6,1\n",
    "no line break at the end": "1,2,0\n3,4,1\n5,6,1",
    "Windows line ends": "1,2,0\r\n3,4,1\r\n5,6,1\r\n",
    "old Macintosh line ends": "1,2,0\r3,4,1\r5,6,1\r",
    "header": "x,y,class\n1,2,0\n3,4,1\n5,6,1\n",
    "byte order mark": "\ufeffx,y,class\n1,2,0\n3,4,1\n5,6,1\n",
    "byte order mark, no header": "\ufeff1,2,0\n3,4,1\n5,6,1\n",
    "empty lines": "\n1,2,0\n\n3,4,1\n  \n5,6,1\n,,\n",
    "quotes": '"1","2","0"\n"3","4","1"\n"5","6","1"\n',
    "spaces": " 1 , 2 , 0 \n 3 , 4 , 1 \n 5 , 6 , 1 \n",
    "two words": "1,2,no\n3,4,yes\n5,6,yes\n",
    "minus one": "1,2,-1\n3,4,1\n5,6,1\n",
    "numbers in their order": "1,2,9\n3,4,10\n5,6,10\n",
    "one number, two spellings": "1,2,0\n3,4,1\n5,6,1.0\n",
    "ways to write numbers": "1e0,+2,0\n3.0,4.,1\n5,6,1\n",
    "semicolons": "1;2;0\n3;4;1\n5;6;1\n",
    "tabs": "x\ty\tclass\n1\t2\t0\n3\t4\t1\n5\t6\t1\n",
    "bars": "1|2|0\n3|4|1\n5|6|1\n",
    "decimal commas": "x;y;class\n1,0;2,0;a\n3,0;4,0;b\n5,0;6,0;b\n",
    "decimal commas in quotes": '"1,0","2,0",a\n"3,0","4,0",b\n"5,0","6,0",b\n',
    "decimal commas and a mark": "\ufeffx;y;class\r\n1,0;2,0;a\r\n3,0;4,0;b\r\n5,0;6,0;b\r\n",
    "a delimiter too many at the end": "x,y,class\n1,2,0,\n3,4,1,\n5,6,1,\n",
    "duplicate names": "x,x,x\n1,2,0\n3,4,1\n5,6,1\n",
    "a line break in a name": '"x\n(cm)",y,class\n1,2,0\n3,4,1\n5,6,1\n',
    "a column without a name": ",y,class\n1,2,0\n3,4,1\n5,6,1\n",
}


@pytest.mark.parametrize("content", SAME.values(), ids=SAME.keys())
def test_tables_that_say_the_same(tmp_path: Path, content: str) -> None:
    dataset = data_of(tmp_path, content)
    assert np.array_equal(dataset.inputs, [[1, 2], [3, 4], [5, 6]])
    assert np.array_equal(dataset.targets, [[0], [1], [1]])
    assert {dataset.inputs.dtype, dataset.targets.dtype} == {np.dtype(np.float32)}


WORDS = "Höhe,宽度,种类\n1,2,猫\n3,4,狗\n5,6,狗\n"


@pytest.mark.parametrize(
    ("encoding", "text"),
    [
        ("utf-8", WORDS),
        ("utf-8-sig", WORDS),
        ("utf-16", WORDS),
        ("utf-16-le", "height,width,kind\n" + WORDS.split("\n", 1)[1]),
        ("utf-16-be", "height,width,kind\n" + WORDS.split("\n", 1)[1]),
        ("gb18030", "高度,宽度,种类\n" + WORDS.split("\n", 1)[1]),
        ("latin-1", "Höhe,Größe,Küche\n1,2,été\n3,4,hôtel\n5,6,hôtel\n"),
    ],
)
def test_the_encoding_is_recognised(tmp_path: Path, encoding: str, text: str) -> None:
    table = read_table(written(tmp_path, text.encode(encoding)), Layout())
    assert layout_of(table).encoding == encoding.removesuffix("-sig")
    assert [column.name for column in table.columns] == text.splitlines()[0].split(",")
    dataset = own(table).make()
    assert set(dataset.class_names) == {line.split(",")[2] for line in text.splitlines()[1:]}
    assert np.array_equal(dataset.inputs, [[1, 2], [3, 4], [5, 6]])


def test_every_part_of_the_layout_can_be_changed(tmp_path: Path) -> None:
    at = written(tmp_path, b"1;2\n3;4\n")
    assert preview(at, Layout()).rows == (("1", "2"), ("3", "4"))
    assert preview(at, Layout(delimiter=",")).rows == (("1;2",), ("3;4",))
    assert preview(at, Layout(has_header=True)).names == ("1", "2")
    assert layout_of(preview(at, Layout(decimal=","))).decimal == ","
    latin = written(tmp_path, "é,1\nè,2\n".encode("latin-1"))
    for encoding in ENCODINGS:
        shown = preview(latin, Layout(encoding=encoding))
        assert layout_of(shown).encoding == encoding
    assert preview(latin, Layout(encoding="latin-1")).rows[0] == ("é", "1")


def test_a_preview_reads_only_the_beginning(tmp_path: Path) -> None:
    at = written(tmp_path, "x,y\n" + "1,2\n" * 200_000)
    tracemalloc.start()
    shown = preview(at, Layout())
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert (len(shown.rows), shown.names, most < 4 << 20) == (59, ("x", "y"), True)


@pytest.mark.parametrize("columns", [1, 3, 8])
def test_any_number_of_features(tmp_path: Path, columns: int) -> None:
    row = ",".join(map(str, range(columns)))
    dataset = data_of(tmp_path, f"{row},0\n{row},1\n")
    assert dataset.inputs.shape == (2, columns)


numbers = st.floats(-(2.0**100), 2.0**100, width=32)


@given(st.lists(st.tuples(numbers, numbers), min_size=2, max_size=20))
def test_numbers_come_back_as_they_were_written(
    tmp_path_factory: pytest.TempPathFactory, rows: list[tuple[float, float]]
) -> None:
    lines = [f"{x!r},{y!r},{'ab'[index % 2]}" for index, (x, y) in enumerate(rows)]
    dataset = data_of(tmp_path_factory.mktemp("table"), "\n".join(lines))
    assert np.array_equal(dataset.inputs, np.array(rows, np.float32))


@given(st.binary(max_size=400))
def test_any_bytes_are_read_or_refused_in_a_sentence(tmp_path_factory: pytest.TempPathFactory, content: bytes) -> None:
    problem = None
    try:
        dataset = data_of(tmp_path_factory.getbasetemp(), content)
    except InputError as refused:
        problem = refused
    if problem is None:
        assert np.isfinite(dataset.inputs).all()
    else:
        assert_is_clear(problem, problem.field)
        assert str(problem).startswith("points.csv")


def ages(rows: int) -> str:
    return "age,kind\n" + "".join(f"{index},{'ab'[index % 2]}\n" for index in range(rows))


REFUSED: dict[str, tuple[str | bytes, str]] = {
    "empty": ("", "points.csv has no rows"),
    "only line breaks": ("\n\n", "no rows"),
    "only a header": ("x,y,class\n", "no rows"),
    "only delimiters": (",,\n,,\n", "no rows"),
    "a byte order mark only": ("\ufeff", "no rows"),
    "one column": ("1\n2\n", "two columns"),
    "prose": ("These are the data that you asked for\nplease find them attached\n", "two columns"),
    "a row too long": ("1,2,0\n3,4,1,1\n", "line 2: there are 4 columns where the first row has 3"),
    "a row too short": ("x,y,class\n1,2,0\n3,1\n", "line 3: there are 2 columns where the first row has 3"),
    "a short row after a long cell": ('x,y\n"1\n",2\n3\n', "line 4: there are 1 columns"),
    "a total below": ("x,y,class\n1,2,a\n3,4,b\nTotal\n", "line 4: there are 1 columns"),
    "a title above": ("My data\nx,y,class\n1,2,a\n3,4,b\n", "line 2: there are 3 columns where the first row has 1"),
    "a question mark": ("1,2,0\n3,?,1\n", "line 2, column 2: there is a gap"),
    "an empty cell": ("1,2,0\n3,,1\n", "line 2, column 2: there is a gap"),
    "nan": ("1,2,0\nnan,4,1\n", "line 2, column 1: there is a gap"),
    "NA": ("x,y,class\n1,2,a\nNA,4,b\n", "line 3, column x: there is a gap"),
    "a gap in the class": ("1,2,0\n3,4,\n5,6,2\n", "line 2, column 3: there is a gap"),
    "all gaps": ("x,y,class\n,1,a\n,2,b\n", "line 2, column x: there is a gap"),
    "a word among numbers": ("x,y,class\n1,2,0\n\n3,much,1\n5,6,1\n7,8,0\n", "line 4, column y: “much”"),
    "infinity": ("1,2,0\n3,inf,1\n5,6,1\n", "line 2, column 2: “inf”"),
    "minus infinity": ("1,2,0\n3,-Infinity,1\n5,6,1\n", "line 2, column 2: “-Infinity”"),
    "too large for float32": ("1,2,0\n3,1e300,1\n5,6,0\n", "line 2, column 2: “1e300”"),
    "a spreadsheet's error": ("1,2,0\n3,#DIV/0!,1\n5,6,0\n", "line 2, column 2: “#DIV/0!”"),
    "a formula": ("1,2,0\n3,=A1+1,1\n5,6,0\n", "line 2, column 2: “=A1+1”"),
    "a unit": ("x,y,class\n1,2,a\n3,4 cm,b\n5,6,b\n", "line 3, column y: “4 cm”"),
    "a percentage": ("x,y,class\n1,2,a\n3,4%,b\n5,6,b\n", "line 3, column y: “4%”"),
    "an underscore": ("x,y,class\n1,2,a\n3,1_000,b\n5,6,b\n", "line 3, column y: “1_000”"),
    "hexadecimal": ("x,y,class\n1,2,a\n3,0x10,b\n5,6,b\n", "line 3, column y: “0x10”"),
    "a date": ("day,y,class\n2024-01-05,2,a\n2024-01-06,4,b\n", "line 2: column day holds text such as “2024-01-05”"),
    "a time": ("y,at,class\n2,10:30,a\n4,11:30,b\n", "line 2: column at holds text such as “10:30”"),
    "true and false": ("y,is,class\n2,true,a\n4,false,b\n", "column is holds text such as “true”"),
    "mixed types": ("y,what,class\n1,one,a\n2,2,b\n3,three,a\n", "line 2: column what holds text such as “one”"),
    "a decimal comma among points": ("1.5;2;a\n2.5;3,5;b\n3.5;4;b\n", "line 2, column 2: “3,5”"),
    "a decimal point among commas": ("1,5;2;a\n2,5;3.5;b\n3,5;4;b\n", "line 2, column 2: “3.5”"),
    "one class": ("1,2,0\n3,4,0\n", "from 2 to 50 different values; it holds 1"),
    "a number for each row as the class": ("x,age\n" + "".join(f"1,{n}\n" for n in range(60)), "it holds 60"),
    "names as the class": ("x,name\n" + "".join(f"{n},n{n}\n" for n in range(60)), "it holds 60"),
    "thousands of names": ("x,name\n" + "".join(f"{n},n{n}\n" for n in range(1200)), "it holds > 1000"),
    "a picture": (b"\x89PNG\r\n\x1a\n\x00\xff\xfe", "not a text file"),
    "a spreadsheet": (b"PK\x03\x04\x14\x00\x06\x00\x08\x00" + bytes(range(256)), "not a text file"),
    "zeros": (b"\0" * 1000, "not a text file"),
    "UTF-16 after UTF-8": (b"1,2,0\n" + "3,4,1\n".encode("utf-16"), "no rows"),
    "half a UTF-16 character": ("x,y\n1,a\n2,b\n".encode("utf-16") + b"3", "line 4: this is not UTF-16"),
    "a wrong byte far below": (ages(20_000).encode() + b"1,\xff\n", "line 20002: this is not UTF-8"),
    "a quote left open": ('x,y,class\n1,2,"0\n3,4,1\n', "line 2: a quote is opened here and never closed"),
    "a quote left open far above": ('1,2,a\n3,"4,b\n' + "5,6,b\n" * 40_000, "line 2: a quote is opened"),
    "a quote within": ('1,2,a\n3,"4"5,b\n', "line 2: a quote stands within a cell"),
    "an endless number": ("1,2,0\n" + "9" * 200_000 + ",4,1\n", "line 2: a cell has more than"),
    "an endless line": ("1,2,0\n" + "9," * 700_000, "line 2: it has more than a million characters"),
    "a thousand columns too many": (",".join("9" * 2000) + "\n" + ",".join("9" * 2000) + "\n", "has 2000 columns"),
    "HTML": ("<html><body><table>\n<tr><td>1</td></tr>\n</table>\n", "two columns"),
    "JSON": ('{"x": [1, 2],\n"y": [3, 4]}\n', "points.csv"),
}


def test_there_are_fifty_of_them() -> None:
    assert len(REFUSED) >= 50


@pytest.mark.parametrize("name", REFUSED)
def test_what_is_no_table_is_refused_with_place_and_remedy(tmp_path: Path, name: str) -> None:
    content, words = REFUSED[name]
    at = written(tmp_path, content)
    tracemalloc.start()
    with within(5), pytest.raises(InputError) as caught:
        own(read_table(at, Layout())).make()
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert_is_clear(caught.value, caught.value.field)
    assert caught.value.field in ("data", "features", "target", "gaps")
    assert str(caught.value).startswith("points.csv")
    assert words in str(caught.value)
    assert most < 32 << 20


def test_a_line_of_gigabytes_is_not_read_to_its_end(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "points.csv"
    with path.open("wb") as file:
        file.write(b"1,2,0\n3,")
        file.seek(5 << 30)
        file.write(b"\n")
    with pytest.raises(InputError, match="larger than 512 MiB"):
        read_table(FileSource(path), Layout())
    monkeypatch.setattr(source, "LARGEST_FILE", 8 << 30)
    tracemalloc.start()
    with within(5), pytest.raises(InputError, match="line 2: it has more than a million") as caught:
        read_table(FileSource(path), Layout(encoding="utf-8"))
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert_is_clear(caught.value, "data")
    assert most < 32 << 20


@pytest.mark.parametrize("make", [lambda path: path / "none.csv", lambda path: path, lambda path: path / "a\0b"])
def test_what_is_no_file(tmp_path: Path, make: Callable[[Path], Path]) -> None:
    with pytest.raises(InputError) as caught:
        read_table(FileSource(make(tmp_path)), Layout())
    assert_is_clear(caught.value, "data")


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(InputError) as caught:
        preview(FileSource(tmp_path / "none.csv"), Layout())
    assert str(caught.value) == "none.csv cannot be read: No such file or directory."


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes with names here")
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.csv")
    with pytest.raises(InputError, match="is no file"):
        read_table(FileSource(tmp_path / "pipe.csv"), Layout())


@pytest.mark.skipif(not hasattr(os, "getuid") or os.getuid() == 0, reason="root may read everything")
def test_a_file_that_may_not_be_read(tmp_path: Path) -> None:
    at = written(tmp_path, "1,2,0\n3,4,1\n")
    at.path.chmod(0)
    with pytest.raises(InputError, match="Permission denied"):
        read_table(at, Layout())


def test_the_lines_are_counted_across_batches_and_broken_cells(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rows, "ROWS_PER_BATCH", 2)
    monkeypatch.setattr(rows, "BLOCK", 7)
    table = read_table(written(tmp_path, 'x,note\n1,a\n2,"b\r\nb"\n\n3,a\r\n4,"c\n\nc"\n5,a'), Layout())
    assert table.lines.tolist() == [2, 3, 6, 7, 10]
    assert table.columns[0].values.tolist() == [1, 2, 3, 4, 5]


def test_thousands_may_be_set_apart(tmp_path: Path) -> None:
    english = data_of(tmp_path, 'x;k\n"1,234.5";a\n2.5;b\n1,234,567;b\n')
    assert english.inputs[:, 0].tolist() == [1234.5, 2.5, 1234567]
    german = data_of(tmp_path, "x;k\n1.234,5;a\n2,5;b\n1.234.567;b\n")
    assert german.inputs[:, 0].tolist() == [1234.5, 2.5, 1234567]


def test_reading_comes_in_parts_that_tell_how_far_it_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rows, "BLOCK", 4096)
    reading = read_in_parts(written(tmp_path, ages(60_000)), Layout())
    shares = list(reading)
    assert len(shares) > 10
    assert shares == sorted(shares)
    assert 0 < shares[0] < 0.5 < shares[-1] <= 1


def test_reading_can_be_given_up(tmp_path: Path) -> None:
    reading = read_in_parts(written(tmp_path, ages(60_000)), Layout())
    next(reading)
    reading.close()  # which closes the file: a warning about it would fail this test


# From columns to data


GAPPY = "x,y,kind\n1,2,a\n,4,b\n5,n/a,b\n7,8,\n3,6,b\n"


def test_rows_with_gaps_are_dropped_and_listed(tmp_path: Path) -> None:
    data = own(read_table(written(tmp_path, GAPPY), Layout()), gaps="drop")
    assert data.make().inputs.tolist() == [[1, 2], [3, 6]]
    assert data.prepared.dropped.tolist() == [3, 4, 5]
    assert data.size == 2


def test_only_gaps_in_chosen_columns_count(tmp_path: Path) -> None:
    data = own(read_table(written(tmp_path, GAPPY), Layout()), gaps="drop", features=("y",))
    assert data.make().inputs.tolist() == [[2], [4], [6]]
    assert data.prepared.dropped.tolist() == [4, 5]


def test_gaps_are_filled_with_the_mean(tmp_path: Path) -> None:
    data = own(read_table(written(tmp_path, GAPPY), Layout()), gaps="fill")
    assert data.make().inputs.tolist() == [[1, 2], [3, 4], [5, 4], [3, 6]]
    assert data.prepared.filled == 2
    assert data.prepared.dropped.tolist() == [5], "a class cannot be filled"


def test_what_cannot_be_filled_or_dropped(tmp_path: Path) -> None:
    table = read_table(written(tmp_path, "x,y,kind\n,1,a\n,2,b\n"), Layout())
    for gaps, words in (("fill", "column x has no number to fill"), ("drop", "every row has a gap")):
        with pytest.raises(InputError, match=words) as caught:
            own(table, gaps=gaps)
        assert_is_clear(caught.value, caught.value.field)


def test_features_on_one_scale_can_be_undone(tmp_path: Path) -> None:
    content = "x,y,z,kind\n" + "".join(f"{index},{1000 * index**2},7,{'ab'[index % 2]}\n" for index in range(50))
    data = own(read_table(written(tmp_path, content), Layout()), standardise=True).make()
    assert np.allclose(data.inputs.mean(axis=0), 0, atol=1e-6)
    assert np.allclose(data.inputs.std(axis=0), [1, 1, 0], atol=1e-6)
    assert data.scaling is not None
    raw = data.inputs * data.scaling.spread + data.scaling.mean
    assert np.allclose(raw[:, 1], 1000.0 * np.arange(50) ** 2, atol=1)


@pytest.mark.parametrize(
    ("changes", "field", "words"),
    [
        ({"features": ()}, "features", "at least one column"),
        ({"features": ("x", "w")}, "features", "no column “w”; its columns are x, y, kind"),
        ({"features": ("x", "x")}, "features", "only once"),
        ({"features": ("x", "kind")}, "features", "is the class, so it cannot be a feature"),
        ({"target": "species"}, "target", "no column “species”"),
        ({"features": ("x", "9")}, "features", "no column “9”"),
        ({"features": ("x", "0")}, "features", "no column “0”"),
    ],
)
def test_columns_that_cannot_be_chosen(tmp_path: Path, changes: dict[str, Any], field: str, words: str) -> None:
    table = read_table(written(tmp_path, "x,y,kind\n1,2,a\n3,4,b\n"), Layout())
    with pytest.raises(InputError) as caught:
        own(table, **changes)
    assert_is_clear(caught.value, field)
    assert words in str(caught.value)


def test_columns_go_by_their_number_too(tmp_path: Path) -> None:
    table = read_table(written(tmp_path, "x,y,kind\n1,2,a\n3,4,b\n"), Layout())
    assert own(table, features=("2",), target="3").make().inputs.tolist() == [[2], [4]]


def test_many_classes_have_names_and_an_order(tmp_path: Path) -> None:
    data = data_of(tmp_path, "1,10\n2,b\n3,9\n4,a\n5,b\n")
    assert data.class_names == ("9", "10", "a", "b")
    assert data.classes.tolist() == [1, 3, 0, 2, 3]
    rest = data.against_rest(3)
    assert rest.class_names == ("≠ b", "b")
    assert rest.targets[:, 0].tolist() == [0, 1, 0, 0, 1]


@pytest.mark.parametrize(
    ("content", "features", "target"),
    [
        ("x,y,kind\n1,2,a\n3,4,b\n", ("x", "y"), "kind"),
        ("kind,x,y\na,1,2.5\nb,3,4.5\na,4,4.25\n", ("x", "y"), "y"),
        ("kind,x\n" + "".join(f"{'ab'[n % 2]},{n}\n" for n in range(80)), ("x",), "kind"),
        ("name,x,kind\n" + "".join(f"n{n},{n},{n % 3}\n" for n in range(80)), ("x",), "kind"),
    ],
)
def test_the_columns_that_are_suggested(tmp_path: Path, content: str, features: tuple[str, ...], target: str) -> None:
    suggested = suggested_columns(read_table(written(tmp_path, content), Layout()))
    assert suggested == (tuple(name for name in features if name != target), target)


def test_what_was_pasted(tmp_path: Path) -> None:
    table = read_table(PastedSource("x\ty\tkind\n1,5\t2\ta\n2,5\t3\tb\n"), Layout())
    assert (layout_of(table).delimiter, layout_of(table).decimal) == ("\t", ",")
    assert own(table).make().inputs.tolist() == [[1.5, 2], [2.5, 3]]
    with pytest.raises(InputError, match="save the table as a file") as caught:
        PastedSource("1,2\n" * 20_000)
    assert_is_clear(caught.value, "data")


SCRIPTS: dict[str, tuple[str | bytes, dict[str, Any]]] = {
    "plain": ("x,y,kind\n1,2,a\n3,4,b\n\n5,6,b\n", {}),
    "gaps dropped": (GAPPY, {"gaps": "drop"}),
    "gaps filled": (GAPPY, {"gaps": "fill", "standardise": True}),
    "one scale": ("1,2,0\n3,4.5,1\n5,6,1\n7,7,2\n", {"standardise": True}),
    "semicolons in GB18030": ("高度;宽;种类\n1.234,5;2;猫\n3,5;4;狗\n".encode("gb18030"), {}),
    "UTF-16": (WORDS.encode("utf-16"), {"features": ("宽度",)}),
    "numbers as classes": ('"1,000",2,-1\n3,4.5,1.0\n5,6,1\n', {}),
    "mixed classes": ("1,2,7\n3,4,b\n5,6,b\n", {}),
}


def run(lines: tuple[str, ...]) -> dict[str, Any]:
    names: dict[str, Any] = {"np": np}
    exec("\n".join(lines), names)
    return names


@pytest.mark.parametrize("name", SCRIPTS)
@pytest.mark.parametrize("pasted", [False, True])
def test_the_lines_to_take_away_read_the_same_points(tmp_path: Path, name: str, pasted: bool) -> None:
    content, changes = SCRIPTS[name]
    at = written(tmp_path, content)
    if pasted:
        encoding = layout_of(preview(at, Layout())).codec
        recipe = own(read_table(PastedSource(at.path.read_bytes().decode(encoding)), Layout()), **changes)
    else:
        recipe = own(read_table(at, Layout()), **changes)
    names = run(recipe.source())
    dataset = recipe.make()
    assert np.array_equal(names["targets"], dataset.targets)
    np.testing.assert_allclose(names["inputs"], dataset.inputs, rtol=1e-6)
    assert names["inputs"].dtype == names["targets"].dtype == np.float32


def test_the_lines_run_in_a_fresh_python_that_knows_nothing_of_this(tmp_path: Path) -> None:
    recipe = own(read_table(written(tmp_path, GAPPY), Layout()), gaps="fill")
    text = "\n".join(("import numpy as np", *recipe.source(), "print(inputs.tolist(), targets.ravel().tolist())"))
    done = subprocess.run([sys.executable, "-I", "-c", text], cwd=tmp_path, capture_output=True, text=True, check=True)
    dataset = recipe.make()
    assert done.stdout.strip() == f"{dataset.inputs.tolist()} {dataset.targets.ravel().tolist()}"


def test_memory_grows_with_the_numbers_only(tmp_path: Path) -> None:
    content = "a,b,c,kind\n" + "".join(f"{n}.25,{n},{-n},{'xy'[n % 2]}\n" for n in range(20_000))
    at = written(tmp_path, content)
    tracemalloc.start()
    table = read_table(at, Layout())
    kept, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert len(table) == 20_000
    assert kept < 2 << 20
    assert most < 12 << 20

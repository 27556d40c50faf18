"""Reading a table: what counts as one, and where exactly it does not."""

from __future__ import annotations

import os
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from problems import assert_is_clear

from engine import table
from engine.errors import InputError
from engine.table import read_table


def written(folder: Path, content: str | bytes) -> Path:
    path = folder / "points.csv"
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


@pytest.mark.parametrize(
    "content",
    [
        "1,2,0\n3,4,1\n5,6,1\n",
        "1,2,0\n3,4,1\n5,6,1",
        "1,2,0\r\n3,4,1\r\n5,6,1\r\n",
        "x,y,class\n1,2,0\n3,4,1\n5,6,1\n",
        "\ufeffx,y,class\n1,2,0\n3,4,1\n5,6,1\n",
        "\ufeff1,2,0\n3,4,1\n5,6,1\n",
        "\n1,2,0\n\n3,4,1\n  \n5,6,1\n,,\n",
        '"1","2","0"\n"3","4","1"\n"5","6","1"\n',
        " 1 , 2 , 0 \n 3 , 4 , 1 \n 5 , 6 , 1 \n",
        "1,2,no\n3,4,yes\n5,6,yes\n",
        "1,2,-1\n3,4,1\n5,6,1\n",
        "1,2,9\n3,4,10\n5,6,10\n",
        "1,2,0\n3,4,1\n5,6,1.0\n",
        "1e0,+2,0\n3.0,4.,1\n5,6,1\n",
    ],
)
def test_tables_that_say_the_same(tmp_path: Path, content: str) -> None:
    dataset = read_table(written(tmp_path, content))
    assert np.array_equal(dataset.inputs, [[1, 2], [3, 4], [5, 6]])
    assert np.array_equal(dataset.targets, [[0], [1], [1]])
    assert {dataset.inputs.dtype, dataset.targets.dtype} == {np.dtype(np.float32)}


@pytest.mark.parametrize("columns", [1, 3, 8])
def test_any_number_of_features(tmp_path: Path, columns: int) -> None:
    row = ",".join(map(str, range(columns)))
    dataset = read_table(written(tmp_path, f"{row},0\n{row},1\n"))
    assert dataset.inputs.shape == (2, columns)


numbers = st.floats(-(2.0**100), 2.0**100, width=32)


@given(st.lists(st.tuples(numbers, numbers), min_size=2, max_size=20))
def test_numbers_come_back_as_they_were_written(
    tmp_path_factory: pytest.TempPathFactory, rows: list[tuple[float, float]]
) -> None:
    lines = [f"{x!r},{y!r},{index % 2}" for index, (x, y) in enumerate(rows)]
    dataset = read_table(written(tmp_path_factory.mktemp("table"), "\n".join(lines)))
    assert np.array_equal(dataset.inputs, np.array(rows, np.float32))


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ("", "points.csv has no rows"),
        ("\n\n", "no rows"),
        ("x,y,class\n", "no rows"),
        ("1\n2\n", "two columns"),
        ("1;2;0\n3;4;1\n", "two columns"),
        ("1,2,0\n3,4,1,1\n", "line 2: there are 4 columns where the first row has 3"),
        ("x,y,class\n1,2,0\n3,1\n", "line 3: there are 2 columns where the first row has 3"),
        ("1,2,0\n3,?,1\n", "line 2, column 2: “?”"),
        ("x,y,class\n1,2,0\n\n3,much,1\n", "line 4, column y: “much”"),
        ("1,2,0\n3,,1\n", "line 2, column 2: “”"),
        ("1,2,0\nnan,4,1\n", "line 2, column 1: “nan”"),
        ("1,2,0\n3,inf,1\n", "line 2, column 2: “inf”"),
        ("nan,2,0\n3,4,1\n", "line 1, column 1: “nan”"),
        ("1,2,0\n3,1e300,1\n", "line 2, column 2: “1e300”"),
        ("1,2,0\n3,4,0\n", "two different values; it holds 1"),
        ("1,2,0\n3,4,1\n5,6,2\n", "two different values; it holds 3"),
        ("1,2,0\n3,4,\n5,6,2\n", "it holds 3"),
        (b"\x89PNG\r\n\x1a\n\x00\xff\xfe", "not a CSV file in UTF-8"),
        ("1,2,Größe\n".encode("latin-1"), "not a CSV file in UTF-8"),
        (b"1,2,0\n" + "3,4,1\n".encode("utf-16"), "not a CSV file in UTF-8"),
        ('1,2,"0\n3,4,1\n', "not a CSV file in UTF-8"),
        ("1,2,0\n" + "9" * 200_000 + ",4,1\n", "points.csv"),
    ],
)
def test_what_is_no_table(tmp_path: Path, content: str | bytes, words: str) -> None:
    with pytest.raises(InputError) as caught:
        read_table(written(tmp_path, content))
    assert_is_clear(caught.value, "data")
    assert str(caught.value).startswith("points.csv")
    assert words in str(caught.value)


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(InputError) as caught:
        read_table(tmp_path / "none.csv")
    assert_is_clear(caught.value, "data")
    assert str(caught.value) == "none.csv cannot be read: No such file or directory."


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    with pytest.raises(InputError) as caught:
        read_table(tmp_path)
    assert_is_clear(caught.value, "data")


@pytest.mark.skipif(not hasattr(os, "getuid") or os.getuid() == 0, reason="root may read everything")
def test_a_file_that_may_not_be_read(tmp_path: Path) -> None:
    path = written(tmp_path, "1,2,0\n3,4,1\n")
    path.chmod(0)
    with pytest.raises(InputError, match="Permission denied"):
        read_table(path)


def test_a_file_that_is_too_large_is_not_even_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(table, "LARGEST_FILE", 5 << 20)
    path = tmp_path / "points.csv"
    with path.open("wb") as file:
        file.truncate((5 << 20) + 1)
    with pytest.raises(InputError) as caught:
        read_table(path)
    assert_is_clear(caught.value, "data")
    assert "5 MiB" in str(caught.value)

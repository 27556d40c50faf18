"""Rows are streamed into the same batches, however many workers share them."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray
from problems import assert_is_clear
from row_files import COUNT, FILES, write_rows

from engine.distributed.rows import Rows, find_rows
from engine.errors import InputError, Problem
from engine.loading import load_tensorflow

BATCH = 48
KINDS = ("csv", "parquet", "tfrecord")


@pytest.fixture(scope="module", params=KINDS)
def rows(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Rows:
    load_tensorflow()
    pattern = write_rows(tmp_path_factory.mktemp("rows"), request.param)
    return find_rows(pattern, ("x", "y"), "kind")


def batches(rows: Rows, index: int = 0, workers: int = 1, devices: int = 1, **arguments: int) -> NDArray[np.float32]:
    """(batches, rows, x y class)"""
    from engine.distributed.stream import Part, stream

    wanted = {"seed": 3, "epochs": 2, **arguments}
    found = stream(rows, Part(BATCH, index, workers, devices), **wanted)
    return np.stack([np.concatenate(batch, axis=1) for batch in found.as_numpy_iterator()])


def test_every_row_comes_once_an_epoch_in_an_order_of_its_own(rows: Rows) -> None:
    whole = batches(rows, epochs=4).reshape(-1, 3)
    first, second = whole[: COUNT * FILES], whole[COUNT * FILES : 2 * COUNT * FILES]
    assert not np.array_equal(first, second)
    assert len(np.unique(first, axis=0)) == COUNT * FILES
    assert np.array_equal(np.unique(first, axis=0), np.unique(second, axis=0))
    assert set(first[:, 2]) == {0, 1}
    assert np.array_equal(whole, batches(rows, epochs=4).reshape(-1, 3))
    assert not np.array_equal(whole, batches(rows, epochs=4, seed=4).reshape(-1, 3))


def test_the_parts_of_all_workers_make_up_the_batch_of_one(rows: Rows) -> None:
    whole = batches(rows)
    halves = [batches(rows, index, workers=2) for index in range(2)]
    assert np.array_equal(np.concatenate(halves, axis=1), whole)
    quarters = [batches(rows, index, workers=2, devices=2) for index in range(2)]
    joined = np.concatenate([part.reshape(len(whole), BATCH // 2, 3) for part in quarters], axis=1)
    assert np.array_equal(joined, whole)


def test_it_goes_on_behind_what_was_learnt_from_before(rows: Rows) -> None:
    assert np.array_equal(batches(rows, skipped=5), batches(rows)[5:])


def test_all_kinds_hold_the_same_rows(tmp_path: Path) -> None:
    load_tensorflow()
    found = []
    for kind in KINDS:
        rows = find_rows(write_rows(tmp_path, kind), ("x", "y"), "kind")
        found.append(np.unique(batches(rows, epochs=2).reshape(-1, 3), axis=0))
    assert all(np.allclose(found[0], other) for other in found[1:])


def test_decimal_commas_and_truths_are_numbers(tmp_path: Path) -> None:
    load_tensorflow()
    lines = [f"{number},5;1,25;{number % 2 == 0}" for number in range(BATCH)]
    (tmp_path / "a.csv").write_text("\n".join(["x;z;y", *lines, f"{BATCH},5;1,25;False"]))
    rows = find_rows(str(tmp_path / "*.csv"), ("x",), "y")
    (batch,) = batches(rows, epochs=1)
    assert {(x - 0.5) % 2 == 0 for x, label in batch if label == 1} == {True}


def test_a_class_of_neither_name_is_no_number(tmp_path: Path) -> None:
    load_tensorflow()
    for kind in ("csv", "parquet"):
        pattern = write_rows(tmp_path, kind)
        rows = find_rows(pattern, ("x", "y"), "kind")
        other = Rows(rows.files, rows.kind, rows.features, rows.target, "yes", "nein", rows.layout, rows.columns)
        classes = batches(other)[..., 2]
        assert np.isnan(classes).any()
        assert (classes == 1).any()
        assert not (classes == 0).any()
        of_one_against_the_rest = find_rows(pattern, ("x", "y"), "kind", "yes")
        assert set(batches(of_one_against_the_rest)[..., 2].flat) == {0, 1}


@pytest.mark.parametrize(
    ("files", "arguments", "words"),
    [
        ({}, {}, "No file fits"),
        ({"a.csv": "x,y\n1,a\n2,b\n", "a.parquet": ""}, {}, "several kinds"),
        ({"a.csv": ""}, {}, "empty"),
        ({"a.csv": "x,y\n1,a\n2,b\n"}, {"features": ("z",)}, "no column z"),
        ({"a.csv": "x,y\n1,a\n2,b\n"}, {"features": ("y",)}, "beside the class"),
        ({"a.csv": "x,x\n1,a\n2,b\n"}, {}, "two columns of one name"),
        ({"a.csv": "x,y\n1,a\n2,b\n3,c\n"}, {}, "--positive"),
        ({"a.csv": "x,y\n1,a\n2,b\n", "b.csv": "x,z\n1,a\n2,b\n"}, {}, "other columns"),
        ({"a.parquet": "not so"}, {}, "cannot be read"),
        ({"a.tfrecord": "not so" * 20}, {}, "no records"),
    ],
)
def test_what_cannot_be_streamed_is_refused(
    tmp_path: Path, files: dict[str, str], arguments: dict[str, tuple[str, ...]], words: str
) -> None:
    for name, text in files.items():
        (tmp_path / name).write_text(text)
    with pytest.raises((InputError, Problem)) as refusal:
        find_rows(str(tmp_path), **arguments)  # type: ignore[arg-type]
    assert words in str(refusal.value)
    assert_is_clear(refusal.value, "data")

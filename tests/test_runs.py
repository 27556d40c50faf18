"""Runs are followed from their folders: what is shown is what was written, whatever happens to the files."""

from __future__ import annotations

import csv
import errno
import json
import os
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from event_records import NAMES, frame, make_values, records_of, write_events
from followed_runs import FEATURES, Following, WrittenRun, values_of
from problems import assert_is_clear
from row_files import COUNT, FILES, write_rows
from tensorboard.backend.event_processing.event_accumulator import EventAccumulator  # type: ignore[import-untyped]

from engine.distributed.description import DESCRIPTION, describe
from engine.errors import Problem
from engine.event_files import MARK
from engine.runs import records
from engine.runs.evidence import SILENT_SECONDS
from engine.runs.export import write_runs
from engine.runs.folder import event_files
from engine.runs.laboratory import LOOK_SECONDS
from engine.runs.layouts import Rows
from engine.runs.points import MOST_POINTS
from engine.runs.protocol import MOST_RUNS, CloseRun, Evidence, LookAt, OpenRun, RunState
from engine.runs.run import PATIENCE_SECONDS
from engine.runs.table import LAST_SECOND, Table
from engine.saving import Cancelled
from gui.plots.thinning import thin_series


@pytest.fixture
def following() -> Following:
    return Following()


def files_of(folder: Path) -> list[Path]:
    return sorted(path for path in folder.iterdir() if MARK in path.name)


# What is there


def test_a_run_is_shown_as_it_was_written(following: Following, tmp_path: Path) -> None:
    values = make_values(300)
    run = WrittenRun(tmp_path / "first").write(values)
    run.end()
    following.obey(OpenRun(run.folder)).work()
    shown = following.run
    assert values_of(shown) == values
    assert (shown.name, shown.folder, shown.features) == ("first", run.folder, FEATURES)
    assert shown.description == describe(run.folder)
    assert (shown.state, shown.evidence, shown.share, shown.is_read) == (RunState.ENDED, Evidence.END, 1.0, True)
    assert (shown.damaged, shown.position, shown.problem) == (0, 299, None)
    assert (np.diff(shown.wall_times) >= 0).all()
    assert abs(shown.wall_times[-1] - time.time()) < 60
    assert not any(array.flags.writeable for array in (shown.steps, shown.loss.values, shown.weights, shown.bias))


def test_the_curve_of_a_run_can_be_thinned(following: Following, tmp_path: Path) -> None:
    values = make_values(20_000, names=("loss",))
    values[12_345]["loss"] = 99.0
    write_events(tmp_path, values)
    following.obey(OpenRun(tmp_path)).until(lambda frame: frame.runs[0].is_read)
    places, losses = thin_series(following.run.loss, 0, 19_999, 100)
    assert len(places) < 210
    assert losses.max() == 99.0
    assert [level.steps_per_bin for level in following.run.loss.envelope] == [32, 1024]


def test_a_long_run_is_shown_before_all_of_it_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(records, "PIECE", 1 << 19)
    following = Following(tick=0.02)
    values = make_values(15_000)
    write_events(tmp_path, values)
    following.obey(OpenRun(tmp_path))
    shares, counts = [], []
    while not following.frames[-1].runs or not following.run.is_read:
        following.laboratory.work()
        following.draw()
        shares.append(following.run.share)
        counts.append(len(following.run.steps))
    assert sorted(shares) == shares
    assert sorted(set(counts)) == list(dict.fromkeys(counts))
    assert len(set(counts)) > 3
    assert counts[-1] == 15_000
    assert 0 < shares[1] < 1


def test_what_training_in_the_window_exports_is_a_run_too(following: Following, tmp_path: Path) -> None:
    names = ("parameters/W0", "parameters/W1", "parameters/b", "loss", "learning_rate")
    values = make_values(50, names=names)
    values |= make_values(1, 50, names=names[:3])
    write_events(tmp_path, values)
    following.obey(OpenRun(tmp_path)).work()
    shown = following.run
    assert shown.description is None
    assert shown.features == ("W0", "W1")
    assert shown.weights.tolist() == [[row["parameters/W0"], row["parameters/W1"]] for row in values.values()]
    assert shown.bias.tolist() == [row["parameters/b"] for row in values.values()]
    assert shown.loss.values[:-1].tolist() == [row["loss"] for row in values.values() if "loss" in row]
    assert np.isnan(shown.loss.values[-1])
    assert np.isnan(shown.accuracy.values).all()


def test_several_events_of_one_step_are_one_row(following: Following, tmp_path: Path) -> None:
    load = make_values(40, names=("loss",))
    path = write_events(tmp_path, load)
    later = {step: {"accuracy": step / 64} for step in range(39, 60)}
    following.obey(OpenRun(tmp_path)).work()
    before = following.run
    other = write_events(tmp_path, later, first=60)
    path.write_bytes(path.read_bytes() + b"".join(records_of(other.read_bytes())[2:]))
    other.unlink()
    following.work()
    shown = following.run
    assert shown.steps.tolist() == list(range(60))
    assert (shown.loss.values[39], shown.accuracy.values[39]) == (load[39]["loss"], 39 / 64)
    assert np.isnan(before.accuracy.values).all()


# What comes


def test_a_run_is_followed_while_another_thread_writes_it(tmp_path: Path) -> None:
    values = make_values(400)
    run = WrittenRun(tmp_path / "run")

    def write() -> None:
        for step in range(0, 400, 20):
            run.write({number: values[number] for number in range(step, step + 20)})
            time.sleep(0.002)
        run.end()

    following = Following().obey(OpenRun(run.folder)).work()
    assert following.run.state == RunState.WRITTEN
    writer = threading.Thread(target=write)
    writer.start()
    following.until(lambda frame: frame.runs[0].state == RunState.ENDED)
    writer.join()
    assert values_of(following.run) == values
    assert len(following.frames) > 3
    assert all(values_of(frame.runs[0]).items() <= values.items() for frame in following.frames if frame.runs)
    assert following.run.damaged == 0


def test_a_frame_comes_when_something_has_changed_and_the_last_was_drawn(following: Following, tmp_path: Path) -> None:
    assert following.obey(LookAt(None)).frame.runs == ()
    run = WrittenRun(tmp_path / "run").write(make_values(5))
    following.obey(OpenRun(run.folder)).work(10)
    count = len(following.frames)
    assert len(following.work(10).frames) == count
    following.draws = False
    for step in range(5, 9):
        run.write(make_values(1, step))
        following.work()
    assert len(following.frames) == count + 1
    assert len(following.run.steps) == 6
    following.draws = True
    following.draw()
    assert len(following.run.steps) == 9
    following.obey(CloseRun(run.folder))
    assert following.frame.runs == ()
    assert following.laboratory.work() is None
    run.end()


def test_a_step_is_looked_at(following: Following, tmp_path: Path) -> None:
    write_events(tmp_path, {step: {"loss": float(step)} for step in (3, 4, 8)})
    following.obey(LookAt(7), OpenRun(tmp_path)).work()
    assert (following.frame.looked_at, following.run.position) == (7, 1)
    for step, position in ((2, -1), (3, 0), (8, 2), (10**6, 2), (None, 2)):
        assert following.obey(LookAt(step)).run.position == position


def test_a_run_that_was_gone_on_with_holds_from_there(following: Following, tmp_path: Path) -> None:
    first, second = make_values(100), make_values(80, 60, seed=1)
    folder = tmp_path / "run"
    WrittenRun(folder).write(first).end()
    following.obey(OpenRun(folder)).work()
    before = following.run
    assert before.state == RunState.ENDED
    again = WrittenRun(folder, 60, started=time.time() + 1)  # in the same second: their names do not say which is first
    following.work()
    assert following.run.state == RunState.WRITTEN
    assert len(following.run.steps) == 60
    assert values_of(before) == first
    again.write(second).end()
    following.work()
    assert values_of(following.run) == {step: first[step] for step in range(60)} | second
    assert following.run.description != before.description
    events = EventAccumulator(str(folder), {"scalars": 0})
    events.Reload()
    assert [event.step for event in events.Scalars("loss")] == following.run.steps.tolist()
    assert [event.value for event in events.Scalars("loss")] == following.run.loss.values.tolist()
    assert values_of(Following().obey(OpenRun(folder)).work().run) == values_of(following.run)


def test_files_of_one_second_are_in_the_order_of_their_beginnings(tmp_path: Path) -> None:
    paths = []
    for number in range(3):
        folder = tmp_path / str(number)
        folder.mkdir()
        paths.append(write_events(folder, make_values(3)))
        time.sleep(0.002)
    run = tmp_path / "run"
    run.mkdir()
    for name, path in zip("cab", paths, strict=True):
        path.rename(run / f"events.out.{MARK}.5.{name}")
    (run / f"events.out.{MARK}.5.aa").touch()
    (run / f"events.out.{MARK}.4.z").touch()
    assert [name.rpartition(".")[2] for name in event_files(run)] == ["z", "c", "a", "b", "aa"]


def test_a_file_that_a_share_kept_back_is_read_in_its_place(following: Following, tmp_path: Path) -> None:
    hidden, run = tmp_path / "hidden", tmp_path / "run"
    hidden.mkdir()
    run.mkdir()
    first = write_events(hidden, make_values(10))
    write_events(run, make_values(10, 10), first=10).rename(run / f"events.out.{MARK}.9999999999.b")
    following.obey(OpenRun(run)).work()
    assert following.run.steps.tolist() == list(range(10, 20))
    first.rename(run / first.name)
    following.work()
    assert following.run.steps.tolist() == list(range(20))


def test_steps_without_a_start_begin_anew_in_a_new_file_only(following: Following, tmp_path: Path) -> None:
    first = write_events(tmp_path, {1: {"loss": 1.0}, 2: {"loss": 2.0}, 5: {"loss": 5.0}})
    whole = records_of(first.read_bytes())
    first.write_bytes(b"".join([whole[0], *whole[2:], whole[3]]))
    other = first.with_name(f"events.out.{MARK}.9999999999.b")
    following.obey(OpenRun(tmp_path)).work()
    assert following.run.steps.tolist() == [1, 2, 5]  # what was said of step 2 once more does not count
    other.write_bytes(whole[0] + whole[3])
    following.work()
    assert following.run.steps.tolist() == [1, 2]


# What goes wrong


def test_damage_is_counted(following: Following, tmp_path: Path) -> None:
    values = make_values(50)
    path = write_events(tmp_path, values)
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 1
    path.write_bytes(data)
    following.obey(OpenRun(tmp_path)).work()
    shown = following.run
    assert (shown.damaged, len(shown.steps), shown.is_read) == (1, 49, True)
    assert values_of(shown).items() <= values.items()


def test_a_share_that_does_not_answer_is_asked_again(
    following: Following, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    values = make_values(30)
    path = write_events(tmp_path, {step: values[step] for step in range(20)})
    following.obey(OpenRun(tmp_path)).work()
    kept = path.rename(tmp_path / "elsewhere")
    following.work(PATIENCE_SECONDS / 2)
    assert following.run.problem is None
    following.work(PATIENCE_SECONDS)
    problem = following.run.problem
    assert problem is not None
    assert_is_clear(problem)
    assert "No such file" in str(problem)
    assert len(following.run.steps) == 20
    rest = write_events(tmp_path, {step: values[step] for step in range(20, 30)}, first=20)
    whole = kept.read_bytes() + b"".join(records_of(rest.read_bytes())[2:])
    rest.unlink()
    path.write_bytes(whole)
    following.work()
    assert following.run.problem is None
    assert values_of(following.run) == values
    tmp_path.rename(tmp_path.with_name("moved"))
    following.work(2 * PATIENCE_SECONDS)
    assert following.run.problem is not None
    assert values_of(following.run) == values


def test_an_earlier_file_that_is_gone_is_not_waited_for(following: Following, tmp_path: Path) -> None:
    first = write_events(tmp_path, make_values(10))
    write_events(tmp_path, make_values(10, 10), first=10).rename(tmp_path / f"events.out.{MARK}.9999999999.b")
    following.obey(OpenRun(tmp_path))
    first.unlink()
    following.work(5)
    assert following.run.steps.tolist() == list(range(10, 20))
    assert following.run.is_read
    assert following.run.problem is None


@pytest.mark.parametrize(
    ("make", "words"),
    [
        (lambda folder: None, "There is no folder"),
        (lambda folder: folder.write_text("x"), "run is a file"),
        (lambda folder: folder.mkdir(), "is no run: open the folder that was named by --run-dir"),
        (lambda folder: (folder / "inner").mkdir(parents=True), "is no run: open"),
        (
            lambda folder: [(folder / "inner").mkdir(parents=True), (folder / "inner" / DESCRIPTION).write_text("{}")],
            "run is no run, but inner in it is",
        ),
        (lambda folder: [folder.mkdir(), (folder / DESCRIPTION).write_text("[1]")], "does not describe a run"),
        (lambda folder: [folder.mkdir(), (folder / DESCRIPTION).write_text("[" * 10**5)], "cannot be read"),
        (lambda folder: [folder.mkdir(), (folder / DESCRIPTION).write_bytes(b"\xff")], "cannot be read"),
    ],
)
def test_what_is_no_run_is_refused(
    following: Following, tmp_path: Path, make: Callable[[Path], object], words: str
) -> None:
    folder = tmp_path / "run"
    make(folder)
    following.obey(OpenRun(folder)).work()
    (failed,) = following.failures
    assert failed.folder == folder
    assert words in str(failed.problem)
    assert following.frame.runs == ()


def test_forged_steps_do_no_harm(following: Following, tmp_path: Path) -> None:
    values = make_values(20, 1)
    path = write_events(tmp_path, values)
    whole = records_of(path.read_bytes())
    huge = frame(b"\x10" + b"\xff" * 8 + b"\x7f" + b"\x2a\x0d\x0a\x0b\x0a\x04loss\x15\x00\x00\x80\x3f")
    path.write_bytes(b"".join([*whole[:9], huge, *whole[9:]]))
    following.obey(OpenRun(tmp_path)).work()
    assert values_of(following.run) == values
    assert following.run.damaged == 1


@pytest.mark.parametrize(
    ("name", "value"),
    [
        *(("pid", "1"), ("pid", None), ("started", "NaN"), ("started", float("nan")), ("data", 5)),
        *(("features", [1]), ("features", 5), ("host", 3), ("negative", 1), ("more", 1)),
    ],
)
def test_a_description_is_taken_for_nothing_that_it_is_not(tmp_path: Path, name: str, value: object) -> None:
    WrittenRun(tmp_path).end()
    values = json.loads((tmp_path / DESCRIPTION).read_bytes())
    assert describe(tmp_path) is not None
    (tmp_path / DESCRIPTION).write_text(json.dumps({**values, name: value}))
    with pytest.raises(Problem, match="does not describe a run") as caught:
        describe(tmp_path)
    assert_is_clear(caught.value, "run_dir")


def test_what_has_no_loss_is_said(following: Following, tmp_path: Path) -> None:
    write_events(tmp_path, {1: {"epoch_loss": 1.0}}).rename(tmp_path / f"events.out.{MARK}.8")
    (tmp_path / f"events.out.{MARK}.9").write_bytes(b"no events at all")
    following.obey(OpenRun(tmp_path)).work()
    problem = following.run.problem
    assert problem is not None
    assert_is_clear(problem)
    assert following.run.is_read
    write_events(tmp_path, {1: {"loss": 1.0}})
    following.work()
    assert following.run.problem is None


def test_a_run_is_open_once_and_there_are_not_too_many(following: Following, tmp_path: Path) -> None:
    for number in range(MOST_RUNS + 1):
        folder = tmp_path / str(number) / "run"
        folder.mkdir(parents=True)
        (folder / f"events.out.{MARK}.1").touch()
    (tmp_path / "link").symlink_to(tmp_path / "0" / "run")
    following.obey(OpenRun(tmp_path / "0" / "run"), OpenRun(tmp_path / "link"))
    (failed,) = following.failures
    assert "open already" in str(failed.problem)
    following.obey(*(OpenRun(tmp_path / str(number) / "run") for number in range(1, MOST_RUNS + 1))).work()
    assert [run.name for run in following.frame.runs] == [os.path.join(str(n), "run") for n in range(MOST_RUNS)]
    assert "close one" in str(following.failures[1].problem)
    for failed in following.failures:
        assert_is_clear(failed.problem, "folder")
    following.obey(*(CloseRun(run.folder) for run in following.frame.runs[2:]), CloseRun(tmp_path / "none"))
    following.obey(CloseRun(tmp_path / "0" / "run")).work()
    assert [run.name for run in following.frame.runs] == ["run"]


# Whether it is still written


def test_a_run_whose_process_is_gone_has_stopped(following: Following, tmp_path: Path) -> None:
    folder = tmp_path / "run"
    WrittenRun(folder, pid=2**31 - 2).write(make_values(3))
    following.obey(OpenRun(folder)).work()
    assert (following.run.state, following.run.evidence) == (RunState.STOPPED, Evidence.PROCESS)
    again = WrittenRun(folder, 3)
    following.work()
    assert (following.run.state, following.run.evidence) == (RunState.WRITTEN, Evidence.PROCESS)
    again.end()
    assert following.work().run.state == RunState.ENDED


def test_another_process_that_was_given_the_number_is_not_taken_for_it(following: Following, tmp_path: Path) -> None:
    WrittenRun(tmp_path, started=10.0).write(make_values(3))
    assert following.obey(OpenRun(tmp_path)).work().run.state == RunState.STOPPED


def test_a_process_that_is_not_seen_but_writes_is_elsewhere(following: Following, tmp_path: Path) -> None:
    run = WrittenRun(tmp_path, pid=2**31 - 2).write(make_values(3))
    assert following.obey(OpenRun(tmp_path)).work().run.state == RunState.STOPPED
    run.write(make_values(1, 3))  # the last that it wrote before it was gone
    assert following.work(10).run.state == RunState.STOPPED
    run.write(make_values(1, 4))
    following.work()
    assert (following.run.state, following.run.evidence) == (RunState.WRITTEN, Evidence.AGE)


def test_a_run_of_another_machine_is_known_by_what_it_writes(following: Following, tmp_path: Path) -> None:
    run = WrittenRun(tmp_path, host="another").write(make_values(3))
    following.obey(OpenRun(tmp_path)).work()
    assert (following.run.state, following.run.evidence) == (RunState.WRITTEN, Evidence.AGE)
    following.work(SILENT_SECONDS + 1)
    assert following.run.state == RunState.SILENT
    run.write(make_values(1, 3))
    assert following.work().run.state == RunState.WRITTEN
    run.end()
    assert following.work().run.state == RunState.ENDED


def test_an_old_run_is_silent_from_the_first(following: Following, tmp_path: Path) -> None:
    WrittenRun(tmp_path, host="another", started=time.time() - 3600)
    assert following.obey(OpenRun(tmp_path)).work().run.state == RunState.SILENT
    assert LOOK_SECONDS < SILENT_SECONDS


# The table


def test_strange_numbers_are_kept_and_strange_times_are_not() -> None:
    table = Table(("x",))
    alarming = np.array([0x7F800001], np.uint32).view(np.float32)  # a NaN that raises an alarm where it is compared
    numbers = np.array([[alarming[0]], [np.inf], [-np.inf], [3e38]], np.float32)
    times = np.array([np.nan, -5.0, 1e300, 7.0])
    table.add([Rows(("loss",), np.arange(4), times, numbers)])
    assert table.wall_times.tolist() == [0.0, 0.0, LAST_SECOND, 7.0]
    np.testing.assert_array_equal(table.loss.values, [np.nan, np.inf, -np.inf, np.float32(3e38)])


def test_rows_of_any_order_are_in_order() -> None:
    chances = np.random.default_rng(0)
    for _ in range(50):
        table, expected, last = Table(None), dict[int, float](), -1
        for _ in range(int(chances.integers(1, 6))):
            steps = chances.integers(0, 30, int(chances.integers(1, 12)))
            numbers = chances.random((len(steps), 1)).astype(np.float32)
            table.add([Rows(("loss",), steps, np.zeros(len(steps)), numbers)])
            for step, number in zip(steps.tolist(), numbers[:, 0].tolist(), strict=True):
                if step >= last:
                    last, expected[step] = step, number
        assert dict(zip(table.steps.tolist(), table.loss.values.tolist(), strict=True)) == expected


def test_weights_that_come_later_have_a_column_from_the_first_row_on() -> None:
    table = Table(None)
    for step, tag in enumerate(("loss", "weights/b", "parameters/W0", "weights/b", "weights/")):
        table.add([Rows((tag,), np.array([step]), np.zeros(1), np.array([[step]], np.float32))])
        weights = table.weights
    assert table.features == ("b", "W0")
    nan = np.nan
    np.testing.assert_array_equal(weights, [[nan, nan], [1, nan], [nan, 2], [3, nan]])


# Taken away


def test_all_runs_are_one_table(following: Following, tmp_path: Path) -> None:
    first, second = make_values(2_500), {7: {"loss": 0.1, "accuracy": 0.5, "parameters/W0": 2.0}}
    WrittenRun(tmp_path / "a,b").write(first).end()
    (tmp_path / "other").mkdir()
    write_events(tmp_path / "other", second)
    following.obey(OpenRun(tmp_path / "a,b"), OpenRun(tmp_path / "other")).work()
    shares: list[float] = []
    path = tmp_path / "runs.csv"
    write_runs(path, following.frame.runs, shares.append)
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert list(rows[0]) == [
        *("run", "step", "wall_time", "loss", "accuracy", "steps_per_second"),
        *("weights/x", "weights/y", "weights/W0", "bias"),
    ]
    assert [row["run"] for row in rows] == ["a,b"] * 2_500 + ["other"]
    named = {name: name.replace(" ", "_") for name in NAMES}
    for step, scalars in first.items():
        assert int(rows[step]["step"]) == step
        assert {name: np.float32(rows[step][cell]) for name, cell in named.items()} == scalars
        assert rows[step]["weights/W0"] == ""
    assert (rows[-1]["weights/W0"], rows[-1]["bias"], rows[-1]["accuracy"]) == ("2.0", "", "0.5")
    assert float(rows[-1]["wall_time"]) == following.frame.runs[1].wall_times[0]
    assert sorted(shares) == shares
    assert shares[-1] == 1.0

    def give_up(share: float) -> None:
        raise Cancelled

    before = path.read_bytes()
    with pytest.raises(Cancelled):
        write_runs(path, following.frame.runs, give_up)
    assert path.read_bytes() == before


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no disk that is always full")
def test_a_full_disk_is_said(following: Following, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_events(tmp_path, make_values(3))
    following.obey(OpenRun(tmp_path)).work()

    def full(handle: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(Problem, match="no room left"):
        write_runs(tmp_path / "runs.csv", following.frame.runs, lambda share: None)
    assert not (tmp_path / "runs.csv").exists()


def test_nothing_of_it_needs_tensorflow() -> None:
    program = "import engine.runs.laboratory, engine.runs.export, sys; sys.exit('tensorflow' in sys.modules)"
    subprocess.run([sys.executable, "-c", program], cwd=Path(__file__).parent.parent, check=True)


# The points


@pytest.mark.parametrize("kind", ["csv", "parquet", "tfrecord"])
def test_the_points_of_a_run_are_those_of_its_rows(following: Following, tmp_path: Path, kind: str) -> None:
    (tmp_path / "rows").mkdir()
    write_rows(tmp_path / "rows", kind)
    positive, negative = ("1", "0") if kind == "tfrecord" else ("yes", "no")
    run = WrittenRun(tmp_path / "run", data=f"rows/*.{kind}", positive=positive, negative=negative)  # from above it
    following.obey(OpenRun(run.folder)).work()
    points = following.run.points
    assert following.run.points_problem is None
    assert points is not None
    random = np.random.default_rng(1)
    labels = random.integers(0, 2, COUNT)
    inputs = (random.normal(size=(COUNT, 2)) + labels[:, np.newaxis]).astype(np.float32)
    assert len(points) == COUNT * FILES
    np.testing.assert_array_equal(points.inputs[:COUNT], inputs)
    assert points.classes[:COUNT].tolist() == labels.tolist()
    assert (points.feature_names, points.class_names) == (("x", "y"), (negative, positive))
    run.end()


def test_of_many_rows_some_are_shown_and_what_is_no_row_is_not(following: Following, tmp_path: Path) -> None:
    lines = [f"{step},{-step},{'yes' if step % 3 else 'no'}" for step in range(9_000)]
    lines[5:5] = ["1,,yes", "1,one,no", "nan,1,no", "1,1,perhaps", "1,1"]
    (tmp_path / "rows.csv").write_text("\n".join(["x,y,kind", *lines]) + "\n")
    run = WrittenRun(tmp_path / "run", data=str(tmp_path / "rows.csv"))
    following.obey(OpenRun(run.folder)).work()
    points = following.run.points
    assert points is not None
    assert MOST_POINTS / 2 < len(points) <= MOST_POINTS
    assert np.array_equal(points.inputs[:, 0], -points.inputs[:, 1])
    assert points.inputs[:, 0].max() > 7_900
    assert np.array_equal(points.is_positive, points.inputs[:, 0] % 3 > 0)


def test_runs_on_the_same_rows_show_the_same_points(following: Following, tmp_path: Path) -> None:
    (tmp_path / "rows").mkdir()
    write_rows(tmp_path / "rows", "csv")
    folders = [tmp_path / name for name in ("first", "second", "other")]
    for folder, positive in zip(folders, ("yes", "yes", "no"), strict=True):
        WrittenRun(folder, data="rows/*.csv", positive=positive, negative=None).end()
    following.obey(*map(OpenRun, folders)).work()
    first, second, other = (run.points for run in following.frame.runs)
    assert first is second
    assert first is not None
    assert other is not None
    assert other.class_names == ("≠ no", "no")
    assert np.array_equal(first.is_positive, ~other.is_positive)


@pytest.mark.parametrize(
    ("rows", "words"),
    [
        (None, "are not found from here"),
        ("x,z,kind\n1,2,yes\n3,4,no\n", "has no column y"),
        ("", "is empty"),
        ("x,y,kind\n1,2,a\n3,4,b\n", "hold no point"),
    ],
)
def test_why_there_are_no_points_is_said(following: Following, tmp_path: Path, rows: str | None, words: str) -> None:
    if rows is not None:
        (tmp_path / "rows.csv").write_text(rows)
    run = WrittenRun(tmp_path / "run", data=str(tmp_path / "rows.csv")).write(make_values(3))
    following.obey(OpenRun(run.folder)).work()
    problem = following.run.points_problem
    assert words in str(problem)
    assert following.run.points is None
    assert len(following.run.steps) == 3

"""Runs are followed in the window: real run directories, by mouse and keyboard."""

from __future__ import annotations

import csv
import json
import shutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from event_records import Values, make_values
from followed_runs import Following, WrittenRun
from PySide6.QtCore import QMimeData, QPoint, QPointF, QSettings, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QFileDialog, QPushButton, QWidget
from pytestqt.qtbot import QtBot
from tab_user import TabUser

from engine.distributed.description import describe
from engine.project.codec import plain, typed
from engine.runs import example
from engine.runs.protocol import Evidence, Frame, OpenRun, RunState
from gui.controls.track_slider import TrackSlider
from gui.file_saver import saver_of
from gui.language import Language
from gui.plots.runs_plane import RunsPlane
from gui.plots.runs_plot import RunsPlot
from gui.settings import SettingsStore
from gui.tabs import runs
from gui.tabs.runs import words
from gui.tabs.runs.empty_page import EmptyPage
from gui.tabs.runs.number_rows import NumberRows
from gui.tabs.runs.run_row import RunRow
from gui.tabs.runs.state import OpenedRun, RunsState
from gui.tabs.runs.tab import RunsTab
from gui.tabs.runs.words import COMMAND
from gui.theme import Theme
from gui.window import MainWindow

FIELD = "Folder of a run"


class RunsUser(TabUser[RunsTab, Frame]):
    def opens(self, folder: Path) -> None:
        """By typing its path."""
        self.enters(FIELD, str(folder))

    def sees_runs(self, *names: str) -> None:
        """Waits until these are open, and read."""
        self.sees(lambda frame: [run.name for run in frame.runs] == list(names) and all(r.is_read for r in frame.runs))
        self.waits_until(lambda: [row.accessibleName() for row in self.rows()] == list(names))

    def rows(self) -> list[RunRow]:
        rows = [row for row in self.tab.findChildren(RunRow) if row.isVisible()]
        return sorted(rows, key=lambda row: row.y())

    def row(self, name: str) -> RunRow:
        (row,) = [row for row in self.rows() if row.accessibleName() == name]
        return row

    def about(self, name: str) -> str:
        """What its row says."""
        return self.row(name).accessibleDescription()

    def numbers(self) -> dict[str, str]:
        """Of the chosen run, at the step that is looked at."""
        return {name: number for name, number, _ in self.tab.findChildren(NumberRows)[0].rows()}

    def plot(self, name: str = "Loss of the runs") -> RunsPlot:
        return self.find(RunsPlot, name)

    def points_at(self, step: int) -> str:
        """What the card beside the pointer says of this step."""
        plot = self.plot()
        QTest.mouseMove(plot.viewport(), QPoint(round(plot.view().x_to_pixel(float(step))), 80))
        return plot.hover_card.text()

    def is_shown(self, kind: type[QWidget]) -> bool:
        return any(widget.isVisible() for widget in self.tab.findChildren(kind))


@pytest.fixture
def open_tab(qtbot: QtBot, tmp_path: Path) -> Iterator[Callable[..., RunsUser]]:
    """Opens tabs that share their settings, as one day follows the other."""
    store = SettingsStore(QSettings(str(tmp_path / "settings" / "TapeLab.ini"), QSettings.Format.IniFormat))
    tabs = []

    def open_one(state: RunsState | None = None) -> RunsUser:
        tab = RunsTab(store)
        tabs.append(tab)
        qtbot.addWidget(tab)
        tab.resize(1256, 720)
        if state is not None:
            tab.restore(state)
        with qtbot.waitActive(tab):
            tab.show()
        tab.activate()
        user = RunsUser(tab, qtbot)
        user.sees(lambda frame: True)
        return user

    yield open_one
    assert all(tab.close_engine(100) for tab in tabs)


@pytest.fixture
def user(open_tab: Callable[..., RunsUser]) -> RunsUser:
    return open_tab()


def write_run(folder: Path, values: Values) -> Path:
    run = WrittenRun(folder).write(values)
    run.end()
    return folder


def exact(value: float) -> str:
    return f"{value:.7g}".replace("-", "−")


# Opening


def test_a_new_tab_says_what_it_is_for_and_how_a_run_is_made(user: RunsUser) -> None:
    assert user.is_shown(EmptyPage)
    user.clicks("Copy the command")
    assert QGuiApplication.clipboard().text() == COMMAND
    assert COMMAND.startswith("tapelab train --data")
    user.tab.findChildren(EmptyPage)[0].findChildren(QPushButton)[0].click()
    (dialog,) = [dialog for dialog in user.tab.findChildren(QFileDialog) if dialog.isVisible()]
    assert dialog.fileMode() is QFileDialog.FileMode.Directory
    dialog.reject()


def test_a_run_is_opened_and_grows_before_ones_eyes(user: RunsUser, tmp_path: Path) -> None:
    values = make_values(40)
    run = WrittenRun(tmp_path / "first", optimizer="Adam", batch_size=64).write(values)
    user.opens(run.folder)
    user.sees_runs("first")
    assert not user.is_shown(EmptyPage)
    assert user.line(FIELD).text() == ""
    for part in ("Adam", "batch 64", "being written", "40 steps", f"{values[39]['loss']:.4g}"):
        assert part in user.about("first")
    more = make_values(60, first=40)
    run.write(more)
    user.waits_until(lambda: "100 steps" in user.about("first"))
    assert user.numbers()["loss"] == exact(more[99]["loss"])
    assert exact(more[80]["loss"]).lstrip("−") in user.points_at(80)
    run.end()
    user.waits_until(lambda: "ended" in user.about("first"))


@pytest.mark.parametrize("name", ["nowhere", "file", "empty"])
def test_a_folder_that_holds_no_run_is_said_beside_the_field_and_nothing_is_lost(
    user: RunsUser, tmp_path: Path, name: str
) -> None:
    user.opens(write_run(tmp_path / "good", make_values(5)))
    user.sees_runs("good")
    (tmp_path / "file").write_text("")
    (tmp_path / "empty").mkdir()
    user.opens(tmp_path / name)
    assert user.sees_reason(FIELD).endswith((".", "?"))
    assert user.line(FIELD).text() == str(tmp_path / name)
    assert [row.accessibleName() for row in user.rows()] == ["good"]
    assert user.tab.state().runs == (OpenedRun(str(tmp_path / "good")),)
    user.writes(FIELD, "")
    assert user.reason(FIELD) == ""


def test_a_run_that_is_open_is_chosen_not_opened_again(user: RunsUser, tmp_path: Path) -> None:
    for name in ("a", "b"):
        user.opens(write_run(tmp_path / name, make_values(5)))
    user.sees_runs("a", "b")
    assert user.row("b").isChecked()
    for _ in range(2):
        user.opens(tmp_path / "a")
        assert user.row("a").isChecked()
        assert user.line(FIELD).text() == ""
    assert len(user.rows()) == 2
    assert user.line(FIELD).text() == ""


@pytest.mark.parametrize("way", ["{}/", "file://{}", "  {} ", "{}/../a"])
def test_a_path_may_be_written_in_any_way(user: RunsUser, tmp_path: Path, way: str) -> None:
    user.enters(FIELD, way.format(write_run(tmp_path / "a", make_values(5))))
    user.sees_runs("a")
    assert user.tab.state().chosen == str(tmp_path / "a")


def test_damaged_records_are_told_quietly(user: RunsUser, tmp_path: Path) -> None:
    folder = write_run(tmp_path / "hurt", make_values(50))
    (path,) = folder.glob("*tfevents*")
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 0xFF
    path.write_bytes(data)
    user.opens(folder)
    user.sees_runs("hurt")
    user.waits_until(lambda: "One damaged record is left out." in user.about("hurt"))
    assert user.reasons() == []


# Several runs


def test_runs_lie_over_each_other_and_can_be_hidden_and_closed(user: RunsUser, tmp_path: Path) -> None:
    both = {name: make_values(30, seed=seed) for seed, name in enumerate(("one", "two"))}
    for name, values in both.items():
        user.opens(write_run(tmp_path / name, values))
    user.sees_runs("one", "two")
    said = user.points_at(20)
    for values in both.values():
        assert f"{values[20]['loss']:.7g}" in said
    user.clicks("Leave two out of the plots")
    said = user.points_at(20)
    assert "one" in said
    assert "two" not in said
    assert "two" in [row.accessibleName() for row in user.rows()]
    user.clicks("Show two in the plots")
    assert "two" in user.points_at(20)
    user.clicks("Close one; its folder stays as it is")
    user.sees_runs("two")
    assert (tmp_path / "one" / "run.json").exists()
    assert "one" not in user.points_at(20)


def test_each_run_keeps_its_colour(user: RunsUser, tmp_path: Path) -> None:
    for name in ("a", "b", "c"):
        user.opens(write_run(tmp_path / name, make_values(3)))
    user.sees_runs("a", "b", "c")
    assert [run.look for run in user.tab.state().runs] == [0, 1, 2]
    user.clicks("Close b; its folder stays as it is")
    user.sees_runs("a", "c")
    user.opens(write_run(tmp_path / "d", make_values(3)))
    user.sees_runs("a", "c", "d")
    assert [run.look for run in user.tab.state().runs] == [0, 2, 1]


def test_closing_and_opening_are_undone(user: RunsUser, tmp_path: Path) -> None:
    for name in ("a", "b"):
        user.opens(write_run(tmp_path / name, make_values(5)))
    user.sees_runs("a", "b")
    user.clicks("Close a; its folder stays as it is")
    user.sees_runs("b")
    user.clicks("100")
    user.clicks("Undo: a closed")
    user.waits_until(lambda: [row.accessibleName() for row in user.rows()] == ["a", "b"])
    user.waits_until(lambda: "5 steps" in user.about("a"))
    assert user.tab.state().window == 100  # how it is looked at is no change
    user.tab.setFocus()
    control = Qt.KeyboardModifier.ControlModifier
    user.presses(Qt.Key.Key_Z, control)
    user.sees_runs("a")
    user.presses(Qt.Key.Key_Y, control)
    user.waits_until(lambda: {row.accessibleName() for row in user.rows()} == {"a", "b"})


def test_the_list_obeys_keys(user: RunsUser, tmp_path: Path) -> None:
    for name in ("a", "b"):
        user.opens(write_run(tmp_path / name, make_values(5, seed=len(name))))
    user.sees_runs("a", "b")
    user.row("b").setFocus()
    user.presses(Qt.Key.Key_Up)
    assert user.row("a").isChecked()
    assert user.row("a").hasFocus()
    user.presses(Qt.Key.Key_Delete)
    user.sees_runs("b")
    assert user.row("b").isChecked()


# Looking back


def test_every_step_can_be_looked_at(user: RunsUser, tmp_path: Path) -> None:
    values = make_values(50)
    user.opens(write_run(tmp_path / "run", values))
    user.sees_runs("run")
    assert user.tab.state().looked_at is None
    user.tab.setFocus()

    def sees(step: int) -> None:
        user.sees(lambda frame: bool(frame.runs) and int(frame.runs[0].steps[frame.runs[0].position]) == step)
        user.waits_until(lambda: user.numbers().get("loss") == exact(values[step]["loss"]))
        shown = user.numbers()
        assert shown["accuracy"] == exact(values[step]["accuracy"])
        assert shown["weight of x"] == exact(values[step]["weights/x"])
        assert shown["weight of y"] == exact(values[step]["weights/y"])
        assert shown["bias"] == exact(values[step]["bias"])

    sees(49)
    user.presses(Qt.Key.Key_Left)
    sees(48)
    user.presses(Qt.Key.Key_Home)
    sees(0)
    user.presses(Qt.Key.Key_Right)
    sees(1)
    plot = user.plot()
    pixel = QPoint(round(plot.view().x_to_pixel(30.0)), 60)
    QTest.mouseClick(plot.viewport(), Qt.MouseButton.LeftButton, pos=pixel)
    sees(30)
    slider = user.find(TrackSlider, "Step to look at")
    QTest.mouseClick(slider, Qt.MouseButton.LeftButton, pos=QPoint(1, slider.height() // 2))
    sees(0)
    user.presses(Qt.Key.Key_End)
    sees(49)
    assert user.tab.state().looked_at is None


def test_what_is_looked_back_at_stays_while_the_run_grows_until_the_newest_is_followed(
    user: RunsUser, tmp_path: Path
) -> None:
    values = make_values(60)
    run = WrittenRun(tmp_path / "run").write({step: values[step] for step in range(20)})
    user.opens(run.folder)
    user.sees_runs("run")
    user.tab.setFocus()
    user.presses(Qt.Key.Key_Home)
    user.waits_until(lambda: user.numbers()["loss"] == exact(values[0]["loss"]))
    run.write({step: values[step] for step in range(20, 60)})
    user.waits_until(lambda: "60 steps" in user.about("run"))
    assert user.numbers()["loss"] == exact(values[0]["loss"])
    user.clicks("Follow the newest step")
    user.waits_until(lambda: user.numbers()["loss"] == exact(values[59]["loss"]))
    run.end()


def test_means_are_drawn_over_the_curves_and_remembered(open_tab: Callable[..., RunsUser], tmp_path: Path) -> None:
    user = open_tab()
    user.opens(write_run(tmp_path / "run", make_values(60)))
    user.sees_runs("run")
    plain_curves = user.plot().grab().toImage()
    user.clicks("10")
    assert user.plot().grab().toImage() != plain_curves
    assert "of each step's batch, and the mean of the last 10" in user.sentences()
    user.clicks("Logarithmic scale for the loss")
    assert (user.tab.state().window, user.tab.state().log_loss) == (10, False)
    assert user.tab.close_engine(100)
    assert (open_tab().tab.state().window, open_tab().tab.state().log_loss) == (10, False)


def test_playing_goes_through_the_steps_to_the_last(user: RunsUser, tmp_path: Path) -> None:
    user.opens(write_run(tmp_path / "run", make_values(6)))
    user.sees_runs("run")
    user.tab.setFocus()
    user.presses(Qt.Key.Key_Space)
    user.sees(lambda frame: frame.looked_at == 0)
    user.sees(lambda frame: frame.looked_at == 5)
    user.waits_until(lambda: bool(user.find(QAbstractButton, "Play through the steps")))


def test_the_line_of_each_run_of_the_same_features_is_drawn(user: RunsUser, tmp_path: Path) -> None:
    values = make_values(4)
    values[3] |= {"weights/x": 0.5, "weights/y": -0.25, "bias": 0.25}
    user.opens(write_run(tmp_path / "a", make_values(4, seed=1)))
    user.opens(write_run(tmp_path / "b", values))
    user.sees_runs("a", "b")
    assert "y = 2·x − 1" in user.sentences()
    moment = user.find(RunsPlane, "Decision lines of the runs")._moment
    assert moment is not None
    assert [line.name for line in moment.lines] == ["a", "b"]
    assert moment.chosen == 1


def test_a_run_of_other_features_shows_its_weights_and_says_so(user: RunsUser, tmp_path: Path) -> None:
    import tensorflow as tf
    from followed_runs import describe_run

    from engine.distributed.learner import Step
    from engine.distributed.run_directory import RunDirectory

    names = ("age", "height", "pulse")
    (tmp_path / "three").mkdir()
    directory = RunDirectory(tmp_path / "three", [tf.Variable(0.0)])
    directory.begin(describe_run(features=names), 0)
    for number in range(10):
        weights = np.array([[number], [2 * number], [-number]], np.float32)
        directory.note(Step(number, 0.5, 0.5, weights, np.zeros(1, np.float32)), names, 1.0)
    directory.close()
    user.opens(tmp_path / "three")
    user.sees_runs("three")
    assert any("Of 3 features there is no line" in sentence for sentence in user.sentences())
    assert user.plot("Weights of the run").isVisible()
    assert user.numbers()["weight of pulse"] == "−9"


# What is taken away, and what is kept


def test_all_runs_are_saved_as_a_table(user: RunsUser, qtbot: QtBot, tmp_path: Path) -> None:
    both = {name: make_values(7, seed=seed) for seed, name in enumerate(("one", "two"))}
    for name, values in both.items():
        user.opens(write_run(tmp_path / name, values))
    user.sees_runs("one", "two")
    user.clicks("Save every step of all runs as a CSV table …")
    (dialog,) = [dialog for dialog in user.tab.findChildren(QFileDialog) if dialog.isVisible()]
    dialog.selectFile(str(tmp_path / "mine.csv"))
    dialog.accept()
    qtbot.waitUntil(lambda: not saver_of(user.tab).is_writing)
    with (tmp_path / "mine.csv").open(newline="") as file:
        rows = list(csv.DictReader(file))
    assert [(row["run"], row["step"]) for row in rows] == [(name, str(n)) for name in both for n in range(7)]
    assert np.float32(rows[9]["loss"]) == np.float32(both["two"][2]["loss"])


def test_a_project_brings_back_what_was_open(open_tab: Callable[..., RunsUser], tmp_path: Path) -> None:
    first = open_tab()
    for name in ("a", "b"):
        first.opens(write_run(tmp_path / name, make_values(20)))
    first.sees_runs("a", "b")
    first.clicks("Leave a out of the plots")
    first.tab.setFocus()
    first.presses(Qt.Key.Key_Home)
    first.sees(lambda frame: frame.looked_at == 0)
    kept = json.loads(json.dumps(plain(first.tab.state())))
    state = typed(kept, RunsState, "tabs.runs")
    assert state == first.tab.state()
    second = open_tab(state)
    second.waits_until(lambda: [row.accessibleName() for row in second.rows()] == ["a", "b"])
    second.sees(lambda frame: len(frame.runs) == 2 and frame.looked_at == 0)
    assert "a<" not in second.points_at(5)
    assert second.tab.state() == state


def test_a_project_that_has_moved_finds_its_runs_beside_it(tmp_path: Path) -> None:
    (tmp_path / "there" / "runs" / "a").mkdir(parents=True)
    gone = str(tmp_path / "here" / "runs" / "a")
    moved = RunsState((OpenedRun(gone), OpenedRun("/no/such")), chosen=gone).beside(tmp_path / "there")
    found = str(tmp_path / "there" / "runs" / "a")
    assert [run.folder for run in moved.runs] == [found, "/no/such"]
    assert moved.chosen == found


def test_next_time_the_same_runs_are_open(open_tab: Callable[..., RunsUser], tmp_path: Path) -> None:
    first = open_tab()
    first.opens(write_run(tmp_path / "a", make_values(5)))
    first.sees_runs("a")
    assert first.tab.close_engine(100)
    second = open_tab()
    second.sees_runs("a")


def test_a_run_that_is_gone_keeps_its_place_until_it_is_there_again(
    open_tab: Callable[..., RunsUser], tmp_path: Path
) -> None:
    write_run(tmp_path / "stays", make_values(5))
    runs_of_project = (OpenedRun(str(tmp_path / "away")), OpenedRun(str(tmp_path / "stays"), 1))
    user = open_tab(RunsState(runs_of_project, chosen=str(tmp_path / "stays")))
    user.waits_until(lambda: "not to be had" in user.about("away"))
    user.waits_until(lambda: "5 steps" in user.about("stays"))
    assert user.tab.state().runs == runs_of_project
    shutil.copytree(tmp_path / "stays", tmp_path / "away")
    user.row("away").click()
    user.waits_until(lambda: "5 steps" in user.about("away"))
    assert user.tab.state().runs == runs_of_project


def test_the_only_run_that_is_gone_can_be_tried_again(open_tab: Callable[..., RunsUser], tmp_path: Path) -> None:
    away = str(tmp_path / "away")
    user = open_tab(RunsState((OpenedRun(away),), chosen=away))
    user.waits_until(lambda: "not to be had" in user.about("away"))
    write_run(tmp_path / "away", make_values(5))
    user.row("away").setFocus()
    user.presses(Qt.Key.Key_Space)
    user.sees_runs("away")
    assert "5 steps" in user.about("away")


# The window


def test_closing_in_the_midst_of_reading_ends_at_once(open_tab: Callable[..., RunsUser], tmp_path: Path) -> None:
    folder = write_run(tmp_path / "long", make_values(3000))
    (path,) = folder.glob("*tfevents*")
    records = path.read_bytes()
    for copy in range(1, 60):  # later files that begin anew: all of them are read
        path.with_name(f"{path.name}.{copy}").write_bytes(records)
    user = open_tab()
    user.opens(folder)
    user.sees(lambda frame: bool(frame.runs) and not frame.runs[0].is_read)
    assert user.tab.close_engine(5)


def test_a_folder_dropped_on_the_window_is_opened_whatever_tab_is_in_front(
    qapp: QApplication, qtbot: QtBot, tmp_path: Path
) -> None:
    folder = write_run(tmp_path / "dropped", make_values(5))
    theme = Theme(qapp, "light")
    store = SettingsStore(QSettings(str(tmp_path / "TapeLab.ini"), QSettings.Format.IniFormat))
    window = MainWindow((runs.SPEC,), store, theme, Language(qapp, "en"))
    qtbot.addWidget(window)
    window.show()
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(folder))])
    arguments = (Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    enter = QDragEnterEvent(QPoint(9, 9), *arguments)
    QApplication.sendEvent(window, enter)
    assert enter.isAccepted()
    QApplication.sendEvent(window, QDropEvent(QPointF(9, 9), *arguments))
    tab = window.tab("runs")
    assert isinstance(tab, RunsTab)
    RunsUser(tab, qtbot).sees_runs("dropped")
    window.close()
    assert window.engines_ended
    theme.deleteLater()
    qapp.setStyleSheet("")


def test_the_example_trains_runs_that_are_followed_while_they_are_written(
    user: RunsUser, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(example, "EPOCHS", 1)
    begun: list[str] = []
    user.tab.drawn.connect(lambda frame: begun.extend(run.state for run in frame.runs))
    user.clicks("Train an example")
    user.sees_runs("plain-gradient", "momentum", "adam")
    user.waits_until(lambda: all("ended" in user.about(row.accessibleName()) for row in user.rows()))
    assert "written" in begun
    folder = Path(user.tab.state().runs[2].folder)
    told = describe(folder)
    assert told is not None
    assert (told.optimizer, told.features) == ("Adam", ("x", "y"))
    losses = user.frame.runs[2].loss.values
    assert losses[-20:].mean() < 0.4 * losses[:5].mean()


def test_what_a_lesson_has_put_aside_comes_back_whatever_its_example_does(
    user: RunsUser, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(example, "EPOCHS", 1)
    monkeypatch.setattr(example, "RUNS", example.RUNS[:1])
    user.opens(write_run(tmp_path / "mine", make_values(5)))
    user.sees_runs("mine")
    before = user.tab.state()
    put_back = user.tab.set_up(runs.SPEC.setups()["example"])
    assert user.is_shown(EmptyPage)
    put_back()
    user.sees_runs("mine")
    user.waits_until(lambda: user.find(QPushButton, "Train an example").isEnabled())  # it has come to its end
    assert user.tab.state() == before


@pytest.mark.parametrize(
    ("state", "evidence"),
    [
        (RunState.WRITTEN, Evidence.PROCESS),
        (RunState.WRITTEN, Evidence.AGE),
        (RunState.ENDED, Evidence.END),
        (RunState.STOPPED, Evidence.PROCESS),
        (RunState.SILENT, Evidence.AGE),
    ],
)
def test_how_it_is_with_a_run_is_said_and_what_that_is_known_by(
    tmp_path: Path, state: RunState, evidence: Evidence
) -> None:
    following = Following()
    following.obey(OpenRun(write_run(tmp_path / "run", make_values(3)))).work()
    view = replace(following.run, state=state, evidence=evidence)
    assert words.state(view)
    assert words.state_reason(view).endswith(".")
    tooltip = words.all_about(view)
    for part in (str(tmp_path / "run"), "rows/*.csv", "x, y", words.state_reason(view)):
        assert part in tooltip
    assert bool(words.pace(view)) == (state is RunState.WRITTEN and float(view.speed.values[-1]) > 0)

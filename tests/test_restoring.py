"""What was done in a tab is done again by a new one, from what the project keeps: the same to the last digit."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from patience import LONGEST
from PySide6.QtCore import QSettings
from pytestqt.qtbot import QtBot

from engine.datasets import PointEdits, TwoGaussians
from engine.keras_lab.protocol import Fitting, OneBatch, Play, SetThreshold, State, Stop
from engine.project import Project
from engine.protocol import Back, Seek, SetWeights, Step, StepInside
from engine.protocol import Play as Train
from engine.tensors.protocol import Assign, Look, MakeVariable, Remove, RunLine, Undo
from engine.tensors.recipes import Given
from engine.training.ghosts import Course
from engine.training.settings import Settings
from gui.data_choices import DataChoices
from gui.settings import SettingsStore, TrainingChoices
from gui.tab import Tab
from gui.tabs import TABS
from gui.tabs.gradients.state import CurvesState, GradientsState, SurfaceState, WatchingState
from gui.tabs.gradients.surface_choices import SurfaceChoices
from gui.tabs.gradients.watching_choices import WatchingChoices
from gui.tabs.keras.state import KerasState
from gui.tabs.tensors.state import TensorsState
from gui.tabs.training.state import TrainingState

FloatArray = Any
SPECS = {spec.key: spec for spec in TABS}
Open = Callable[..., Any]


@pytest.fixture
def open_tab(qtbot: QtBot, tmp_path: Path) -> Iterator[Open]:
    """Opens tabs, each with settings of its own, and with a state if one is given: before it is first shown."""
    tabs: list[Tab] = []

    def open_tab(key: str, state: object = None) -> Any:
        store = SettingsStore(QSettings(str(tmp_path / f"{len(tabs)}.ini"), QSettings.Format.IniFormat))
        tab = SPECS[key].make(store)
        tabs.append(tab)
        qtbot.addWidget(tab)
        if state is not None:
            tab.restore(state)
        tab.resize(1256, 720)
        with qtbot.waitExposed(tab):
            tab.show()
        tab.activate()
        qtbot.waitUntil(tab.is_settled, timeout=LONGEST)
        return tab

    yield open_tab
    assert all(tab.close_engine(100) for tab in tabs)


def written(key: str, state: object) -> Any:
    """As it comes out of a file."""
    kinds = {key: SPECS[key].state}
    return Project.decoded(Project(key, {key: state}).encoded(), kinds).states[key]


def comes_again(open_tab: Open, tab: Any, key: str) -> Any:
    """A new tab with what the old one keeps; it keeps the same."""
    state = tab.state()
    again = open_tab(key, written(key, state))
    assert again.state() == state
    return again


def test_the_workspace_and_the_variable(open_tab: Open, qtbot: QtBot) -> None:
    tab = open_tab("tensors")
    assert tab.state() == TensorsState()
    for command in (RunLine("x = [[1., 2.]] * 3"), RunLine("x + 1"), RunLine("y = nonsense("), Undo(), Remove("a")):
        tab._send(command)
    qtbot.waitUntil(lambda: "a" not in [entry.name for entry in tab.frame.entries], timeout=LONGEST)
    again = comes_again(open_tab, tab, "tensors")
    assert again.frame.script == tab.frame.script
    assert [one.name for one in again.frame.entries] == [one.name for one in tab.frame.entries]
    for one, other in zip(again.frame.entries, tab.frame.entries, strict=True):
        assert np.array_equal(one.value.array, other.value.array)
    assert not again.frame.can_undo

    given: list[tuple[Given, ...]] = []
    again.tensors_offered.connect(given.append)
    again._send(RunLine("z = x * 2"))
    qtbot.waitUntil(lambda: bool(given), timeout=LONGEST)
    variables = open_tab("variables")
    made = next(one for one in given[-1] if one.label == "z")
    for story in (
        MakeVariable("w", made, True),
        Assign("assign_add", "", "[[1., 1.]]"),
        Assign("assign", "0, 0", "9."),
        Look(1),
    ):
        variables._send(story)
    qtbot.waitUntil(lambda: variables.frame.position == 1 and len(variables.frame.states) == 3, timeout=LONGEST)
    later = comes_again(open_tab, variables, "variables")
    assert later.frame.script == variables.frame.script
    assert later.frame.position == 1
    for one, other in zip(later.frame.states, variables.frame.states, strict=True):
        assert np.array_equal(one.value.array, other.value.array)


def test_a_line_that_cannot_be_run_any_more_is_said_and_the_others_hold(open_tab: Open, qtbot: QtBot) -> None:
    tab = open_tab("tensors")
    with qtbot.waitSignal(tab.failed, timeout=LONGEST) as said:
        tab.restore(TensorsState((RunLine("a = ones((2, 2))"), RunLine("b = __import__('os').system('id')")), "a"))
    assert "Line 2" in str(said.args[0])
    qtbot.waitUntil(tab.is_settled, timeout=LONGEST)
    assert [entry.name for entry in tab.frame.entries] == ["a"]


def test_a_training_run_to_the_last_digit(open_tab: Open, qtbot: QtBot) -> None:
    choices = TrainingChoices(optimizer="Adam", batch_size=16, speed=None, stop_after=None, colouring="class")
    edits = PointEdits(((0.5, 1.25, 1), (-1.0, 0.1, 0)), ((3, 0.2, 0.4),), (5, 999))
    tab = open_tab("training", TrainingState(replace(choices, data=replace(choices.data, kind="moons"), edits=edits)))
    assert tab.state().run is None

    def until(steps: int) -> None:
        qtbot.waitUntil(lambda: len(tab.frame.history.loss) == steps and not tab.frame.playing, timeout=LONGEST)

    tab._send(Train(None, 40))
    until(40)
    for _ in range(3):
        tab._send(Step())
    tab._set_choice("learning_rate", 0.02)
    tab._send(Train(None, 60))
    until(60)
    tab._send(SetWeights(np.array([[1.0], [-0.3]], np.float32), np.array([0.1], np.float32)))
    tab._send(Train(None, 90))
    until(90)
    for command in (Seek(12), StepInside(), StepInside()):
        tab._send(command)
    qtbot.waitUntil(lambda: len(tab.frame.inside) == 2, timeout=LONGEST)
    again = comes_again(open_tab, tab, "training")
    for name in ("loss", "weights", "bias"):
        assert np.array_equal(getattr(again.frame.history, name), getattr(tab.frame.history, name)), name
    assert (again.frame.position, len(again.frame.inside)) == (12, 2)
    assert np.array_equal(again.frame.predicted, tab.frame.predicted)

    again.restore(tab.state())  # what the user wants meanwhile ends it
    again._send(Back())
    qtbot.waitUntil(lambda: again.is_settled() and not again.frame.restoring, timeout=LONGEST)


TABLE = "size,weight,age,kind\n" + "".join(
    f"{n % 7 + 4 * (n % 2)},{1000 * (n % 5) + 3000 * (n % 2)},{n % 11},{('cat', 'dog')[n % 2]}\n" for n in range(60)
)


def learns_from(tab: Any, path: Path, qtbot: QtBot) -> None:
    """From this table, forty steps of Adam with an argument of its own."""
    tab._sheet.open_file(path)
    qtbot.waitUntil(tab._sheet._learn.isEnabled, timeout=LONGEST)
    tab._sheet._learn.click()
    tab._set_choice("optimizer", "Adam")
    tab._set_choice("optimizer_arguments", (("beta_1", 0.7), ("amsgrad", True)))
    qtbot.waitUntil(lambda: tab.frame.run == tab._run and len(tab.frame.dataset) == 60, timeout=LONGEST)
    tab._send(Train(None, 40))
    qtbot.waitUntil(lambda: len(tab.frame.history.loss) == 40 and not tab.frame.playing, timeout=LONGEST)


def test_a_run_on_a_table_of_ones_own(open_tab: Open, qtbot: QtBot, tmp_path: Path) -> None:
    table = tmp_path / "pets.csv"
    table.write_text(TABLE)
    tab = open_tab("training")
    learns_from(tab, table, qtbot)
    losses = tab.frame.history.loss
    tab.undo()
    qtbot.waitUntil(lambda: tab.is_settled() and not tab.frame.dataset.feature_names, timeout=LONGEST)
    table.unlink()  # what was read need not be read again
    tab.redo()
    qtbot.waitUntil(lambda: tab.is_settled() and len(tab.frame.history.loss) == 40, timeout=LONGEST)
    assert np.array_equal(tab.frame.history.loss, losses)
    table.write_text(TABLE)
    again = comes_again(open_tab, tab, "training")
    assert again.frame.settings.optimizer_arguments == (("beta_1", 0.7), ("amsgrad", True))
    assert again.frame.dataset.feature_names == ("size", "weight", "age")
    assert np.array_equal(again.frame.weights, tab.frame.weights)
    assert np.array_equal(again.frame.history.loss, tab.frame.history.loss)

    state = written("training", tab.state())
    said: list[str] = []
    again.failed.connect(lambda problem: said.append(str(problem)))
    again.restore(state)  # what is wanted before the table has been read is wanted of nothing yet
    again._send(Step())
    qtbot.waitUntil(again.is_settled, timeout=LONGEST)
    assert again.state() == state
    again.restore(state)  # other data are not waited with
    again._set_choice("data", replace(state.choices.data, is_own=False))
    qtbot.waitUntil(again.is_settled, timeout=LONGEST)
    again.restore(TrainingState())
    qtbot.waitUntil(again.is_settled, timeout=LONGEST)
    assert again.state() == TrainingState()
    assert not said


@pytest.mark.parametrize(("is_there", "words"), [(False, "pets.csv cannot be read"), (True, "pets.csv holds other")])
def test_a_table_that_is_another_now(open_tab: Open, qtbot: QtBot, tmp_path: Path, is_there: bool, words: str) -> None:
    table = tmp_path / "pets.csv"
    table.write_text(TABLE)
    tab = open_tab("training")
    learns_from(tab, table, qtbot)
    state = written("training", tab.state())
    if is_there:
        table.write_text(TABLE.replace("1000", "1001", 1))
        assert table.read_text() != TABLE
    else:
        table.unlink()
    with qtbot.waitSignal(tab.failed, timeout=LONGEST) as said:
        tab.restore(state)
    assert words in str(said.args[0])
    qtbot.waitUntil(lambda: tab.frame.run == tab._run, timeout=LONGEST)
    assert tab.state().run is None
    assert not tab.state().choices.data.is_own
    assert len(tab.frame.dataset) == state.choices.data.drawn().size


def test_a_pasted_table_is_kept_with_what_was_done(open_tab: Open, qtbot: QtBot) -> None:
    tab = open_tab("training")
    tab._sheet.take_text(TABLE.replace(",", "\t"))
    qtbot.waitUntil(tab._sheet._learn.isEnabled, timeout=LONGEST)
    tab._sheet._learn.click()
    qtbot.waitUntil(lambda: tab.frame.run == tab._run, timeout=LONGEST)
    tab._send(Step())
    qtbot.waitUntil(lambda: len(tab.frame.history.loss) == 1, timeout=LONGEST)
    again = open_tab("training", written("training", tab.state()))
    assert again.state() == tab.state()
    assert len(again.frame.dataset) == 60
    assert np.array_equal(again.frame.history.weights, tab.frame.history.weights)


def test_the_pages_about_gradients(open_tab: Open, qtbot: QtBot) -> None:
    tab = open_tab("gradients")
    first = tab.state()
    assert replace(first, curves=replace(first.curves, at=CurvesState().at)) == GradientsState()
    wanted = GradientsState(
        "surface",
        CurvesState(replace(first.curves.settings, text="sin(t)", order=3), 0.5),
        WatchingState(WatchingChoices("t**3", 2.0, "integer"), ("integer",)),
        SurfaceState(SurfaceChoices(formula="x**2 + y**2", arrows=False, spacing="log"), (0.1, 0.2, 0.1)),
    )
    again = open_tab("gradients", written("gradients", wanted))
    for page in ("curves", "watching"):
        again.show_page(page)
        qtbot.waitUntil(again.is_settled, timeout=LONGEST)
    again.show_page("surface")
    qtbot.waitUntil(again.is_settled, timeout=LONGEST)
    found = again.state()
    assert found.watching == wanted.watching
    assert found.curves == wanted.curves
    assert found.surface.learning_rates == wanted.surface.learning_rates
    assert found.surface.choices.point == pytest.approx(wanted.surface.choices.point)
    third = comes_again(open_tab, again, "gradients")
    assert third.page("surface").frame.path == again.page("surface").frame.path


def test_a_keras_model_is_trained_again(open_tab: Open, qtbot: QtBot) -> None:
    tab = open_tab("keras")
    assert tab.state() == KerasState()

    def waits(state: State) -> None:
        qtbot.waitUntil(lambda: tab.frame.progress.state is state, timeout=LONGEST)

    tab._send(Play(Fitting(epochs=2, batch_size=100)))
    waits(State.FINISHED)
    for _ in range(3):
        tab._send(OneBatch(Fitting(epochs=2, batch_size=50)))
        qtbot.wait(50)
    waits(State.PAUSED)
    tab._send(Stop())
    waits(State.STOPPED)
    tab._send(OneBatch(Fitting(epochs=4, batch_size=70)))
    waits(State.PAUSED)
    tab._send(SetThreshold(0.25))
    qtbot.waitUntil(lambda: tab.frame.threshold == 0.25, timeout=LONGEST)
    again = comes_again(open_tab, tab, "keras")
    for name in ("batch_means", "epoch_ends", "training", "validation"):
        assert np.array_equal(getattr(again.frame.curves, name), getattr(tab.frame.curves, name), equal_nan=True), name
    for one, other in zip(again.frame.weights, tab.frame.weights, strict=True):
        assert np.array_equal(one, other)
    assert again.frame.program == tab.frame.program
    assert json.loads(Project("", {"keras": tab.state()}).encoded())["tabs"]["keras"]["training"]["threshold"] == 0.25


def test_what_changes_and_resets_left_behind_comes_back_too(open_tab: Open, qtbot: QtBot) -> None:
    few = DataChoices(two_gaussians=TwoGaussians(samples_per_class=20))
    tab = open_tab("training", TrainingState(TrainingChoices(few, optimizer="Adam", speed=None, stop_after=None)))

    def trains_to(steps: int) -> None:
        tab._send(Train(None, steps))
        qtbot.waitUntil(lambda: tab.frame.position == steps and not tab.frame.playing, timeout=LONGEST)

    trains_to(30)
    tab._send(Seek(20))
    tab._set_choice("learning_rate", 0.5)  # which leaves the steps after the twentieth
    trains_to(40)
    tab._reset()
    tab._send(Step())
    tab._send(SetWeights(np.array([[1.0], [-0.3]], np.float32), np.array([0.1], np.float32)))
    tab._send(Step())
    tab._set_choice("batch_size", 8)
    qtbot.waitUntil(lambda: tab.frame.run == tab._run and len(tab.frame.ghosts) == 3, timeout=LONGEST)
    trains_to(10)
    assert [(ghost.own_from, len(ghost.loss)) for ghost in tab.frame.ghosts] == [(0, 30), (20, 40), (1, 2)]

    again = comes_again(open_tab, tab, "training")
    again._send(Step())  # what the user does meanwhile loses nothing of them
    qtbot.waitUntil(lambda: len(again.frame.ghosts) == 3, timeout=LONGEST)
    for one, other in zip(again.frame.ghosts, tab.frame.ghosts, strict=True):
        assert one.own_from == other.own_from
        for name in ("loss", "weights", "bias"):
            assert np.array_equal(getattr(one, name), getattr(other, name)), name
    assert again.state().ghosts == tab.state().ghosts

    was = again.frame
    again._set_choice("seed", 4)
    qtbot.waitUntil(lambda: len(again.frame.ghosts) == 4, timeout=LONGEST)
    again.restore(tab.state())  # what is there already is not trained again
    qtbot.waitUntil(lambda: again.is_settled() and again.frame.run == again._run, timeout=LONGEST)
    assert [one.loss is other.loss for one, other in zip(again.frame.ghosts, was.ghosts, strict=True)] == [True] * 3


def test_a_ghost_that_cannot_be_trained_again_is_left_out(open_tab: Open, qtbot: QtBot) -> None:
    lost = Course(Settings("Adam"), (1.0, 2.0, 3.0), (0.0,), ((0, 0.1),), (), ((0, True),), 5)
    few = DataChoices(two_gaussians=TwoGaussians(samples_per_class=20))
    said: list[str] = []
    tab = open_tab("training", TrainingState(TrainingChoices(few), ghosts=(lost,)))
    tab.failed.connect(lambda problem: said.append(str(problem)))
    qtbot.waitUntil(lambda: not tab.state().ghosts, timeout=LONGEST)
    assert not tab.frame.ghosts

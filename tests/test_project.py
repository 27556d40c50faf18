"""What is written comes back equal; what TapeLab did not write is refused in one sentence, whatever it is."""

from __future__ import annotations

import contextlib
import json
import os
import random
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from patience import within

from engine.datasets import Moons, PointEdits, Spirals, TwoGaussians
from engine.errors import Problem
from engine.keras_lab.catalogue.specification import Choice, Custom
from engine.keras_lab.protocol import Compilation, EarlyStop, FirstWeights, FitDone, Fitting, Layer, Plan
from engine.project import Project, read_project, write_project
from engine.project.document import VERSION
from engine.project.reading import MOST_BYTES
from engine.tensors.protocol import Assign, FromWorkspace, Make, Remove, RunLine
from engine.tensors.recipes import Constant, Eye, Ones, RandomNormal, RandomUniform, Range
from engine.training.ghosts import Course
from engine.training.settings import Settings
from gui.data_choices import DataChoices
from gui.settings import TrainingChoices
from gui.tabs import TABS
from gui.tabs.gradients.state import CurvesState, GradientsState, SurfaceState, WatchingState
from gui.tabs.keras.state import KerasState, Training
from gui.tabs.tensors.state import TensorsState
from gui.tabs.training.state import Run, TrainingState
from gui.tabs.variables.state import VariablesState

KINDS = {spec.key: spec.state for spec in TABS}
GHOST = Course(Settings(), (0.5, 0.5), (0.0,), ((0, 0.1),), ((1, (1.0, 2.0), (3.0,)),), ((0, False),), 3)
FULL = Project(
    "keras",
    {
        "tensors": TensorsState((Make("a", Ones((2, 2))), RunLine("b = a + 1"), Remove("a")), "b"),
        "variables": VariablesState(
            "v", FromWorkspace("a", (RunLine("a = [[1, 2]]"),)), False, (Assign("assign", "0, 0", "3."),), 1
        ),
        "gradients": GradientsState("surface", surface=SurfaceState(learning_rates=(0.1, 0.2))),
        "training": TrainingState(
            TrainingChoices(
                DataChoices("moons", moons=Moons(30, noise=0.1)),
                PointEdits(((0.5, 1.0, 1),), ((2, 0.0, -1.0),), (4,)),
                0.25,
                "Adam",
                (("beta_1", 0.5), ("learning_rate", Choice("CosineDecay", (("decay_steps", 7),)))),
                batch_size=7,
                speed=None,
            ),
            Run(0.5, (0.1, 0.2), (0.3,), ((0, 0.5), (9, 0.25)), ((4, (1.0, 2.0), (3.0,)),), ((0, True),), 20, 12, 3, 9),
            (Course(Settings("Adam", 0.5, 7, 3, (("beta_1", 0.5),)), (0.1, 0.2), (0.3,), steps=4, own_from=2), GHOST),
        ),
        "keras": KerasState(
            Plan(
                Spirals(),
                (Layer(8, "relu"), Layer()),
                Compilation(
                    Choice("Adam", (("learning_rate", Choice("CosineDecay", (("decay_steps", 7),))),)),
                    Custom("mine", "square(y_true - y_pred)"),
                    (Choice("accuracy"), Choice("Recall", (("thresholds", (0.25, 0.5)), ("class_id", None)))),
                    "object",
                ),
            ),
            Fitting(3, 8, EarlyStop("loss")),
            Training("m.keras", (FirstWeights((1, 2), (0.5, -1.5)),), (FitDone(Fitting(), 7, 1, False, False),), 1),
        ),
    },
)


def document(**changes: Any) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(FULL.encoded())
    return {**found, **changes}


def refusal(data: bytes | dict[str, Any]) -> str:
    with pytest.raises(Problem) as caught:
        Project.decoded(data if isinstance(data, bytes) else json.dumps(data).encode(), KINDS)
    return str(caught.value)


def test_every_kind_of_state_comes_back(tmp_path: Path) -> None:
    path = tmp_path / "one.tapelab"
    write_project(path, FULL)
    assert read_project(path, KINDS) == FULL
    assert json.loads(path.read_bytes())["version"] == VERSION


def test_what_is_left_out_is_as_in_a_new_tab() -> None:
    assert Project.decoded(b'{"format": "tapelab", "version": 1, "tabs": {"keras": {}}}', KINDS) == Project(
        "", {"keras": KerasState()}
    )


# Random projects

TEXTS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=20)
FLOATS = st.floats(allow_nan=False, allow_infinity=False, width=32)
SHAPES = st.tuples(st.integers(0, 5), st.integers(0, 5))
RECIPES = st.one_of(
    st.builds(Ones, SHAPES),
    st.builds(RandomNormal, SHAPES, FLOATS, FLOATS, st.integers(0, 99)),
    st.builds(RandomUniform, SHAPES, FLOATS, FLOATS),
    st.builds(Constant, TEXTS),
    st.builds(Range, FLOATS, FLOATS, FLOATS),
    st.builds(Eye, st.integers(1, 5), st.none() | st.integers(1, 5)),
)
CHANGES = st.lists(
    st.one_of(st.builds(RunLine, TEXTS), st.builds(Make, TEXTS, RECIPES), st.builds(Remove, TEXTS)), max_size=6
).map(tuple)
PAIRS = st.tuples(st.integers(0, 9), FLOATS)
NUMBERS = st.lists(FLOATS, min_size=2, max_size=3).map(tuple)
RUNS = st.builds(
    Run,
    FLOATS,
    learning_rates=st.lists(PAIRS, max_size=3).map(tuple),
    edits=st.lists(st.tuples(st.integers(0, 9), NUMBERS, NUMBERS), max_size=3).map(tuple),
    ways=st.lists(st.tuples(st.integers(0, 9), st.booleans()), max_size=3).map(tuple),
    steps=st.integers(10, 1000),
    position=st.integers(0, 10),
    phases=st.integers(0, 5),
)
PROJECTS = st.builds(
    Project,
    st.sampled_from(["", *KINDS]),
    st.fixed_dictionaries(
        {},
        optional={
            "tensors": st.builds(TensorsState, CHANGES, TEXTS),
            "variables": st.builds(
                VariablesState,
                TEXTS,
                RECIPES | st.builds(FromWorkspace, TEXTS, CHANGES),
                st.booleans(),
                st.lists(st.builds(Assign, TEXTS, TEXTS, TEXTS), max_size=3).map(tuple),
                st.integers(0, 9),
            ),
            "gradients": st.builds(
                GradientsState,
                st.sampled_from(["curves", "watching", "surface"]),
                st.builds(CurvesState, at=FLOATS),
                st.builds(WatchingState, repaired=st.just(("constant",))),
                st.builds(SurfaceState, learning_rates=NUMBERS),
            ),
            "training": st.builds(
                TrainingState,
                st.builds(TrainingChoices, seed=st.integers(0, 99)),
                st.none() | RUNS,
                st.lists(st.builds(Course, st.just(Settings()), NUMBERS, NUMBERS), max_size=3).map(tuple),
            ),
            "keras": st.builds(
                KerasState,
                st.builds(Plan, st.builds(TwoGaussians, st.integers(1, 50)), seed=st.integers(0, 9)),
                st.builds(Fitting, st.integers(1, 9), st.integers(1, 9), st.none() | st.builds(EarlyStop, TEXTS)),
                st.builds(Training, TEXTS, looked_at=st.none() | st.integers(0, 9), threshold=st.none() | FLOATS),
                metric=TEXTS,
            ),
        },
    ),
)


@settings(max_examples=150)
@given(PROJECTS)
def test_random_projects_come_back_equal(project: Project) -> None:
    again = Project.decoded(project.encoded(), KINDS)
    assert again == project
    assert again.encoded() == project.encoded()


# Bad files


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "line 1"),
        (b"\x00\xff\xfe" * 50, "UTF-8"),
        (b"[" * 100_000, "deep"),
        (b'{"format": "tapelab", "version": 1, "tabs": ' + b"[" * 60 + b"]" * 60 + b"}", "deep"),
        (b'{"format": "tapelab", "format": "tapelab"}', "twice"),
        (b'{"format": "tapelab", "version": NaN}', "NaN"),
        (b'{"format": "tapelab", "version": Infinity}', "Infinity"),
        (b'{"format": "tapelab", "version": 1e999}', "1e999"),
        (b'{"format": "tapelab", "version": ' + b"9" * 100_000 + b"}", "too long"),
        (b"{}", "does not say"),
        (b"7", "does not say"),
        (b'{"format": "tapelab", "version": true, "tabs": {}}', "version"),
        (b'{"format": "tapelab", "version": -1, "tabs": {}}', "version"),
        (b'{"format": "tapelab", "version": 99, "written_by": "TapeLab 9"}', "newer TapeLab (TapeLab 9)"),
        (b'{"format": "tapelab", "version": 1}', "tabs"),
        (b" " * (MOST_BYTES + 1), "16 MB"),
    ],
)
def test_what_is_no_project_is_refused(data: bytes, words: str) -> None:
    assert words in refusal(data)


@pytest.mark.parametrize(
    ("tab", "value", "place"),
    [
        ("training", {"choices": {"learning_rate": "0.1"}}, "tabs.training.choices.learning_rate"),
        ("training", {"choices": {"learning_rate": True}}, "tabs.training.choices.learning_rate"),
        ("training", {"choices": {"learning_rate": -1}}, "tabs.training.choices"),
        ("training", {"choices": {"seed": 1.5}}, "tabs.training.choices.seed"),
        ("training", {"choices": {"data": {"moons": {"noise": [1]}}}}, "tabs.training.choices.data.moons.noise"),
        ("training", {"run": {"rate": 0.1, "steps": 10**15}}, "tabs.training.run"),
        ("training", {"run": {}}, "tabs.training.run.rate"),
        ("training", {"ghosts": [{"settings": {}, "weights": [1], "bias": [0], "own_from": 3}]}, "training.ghosts[0]"),
        ("training", {"ghosts": [{"settings": {}, "weights": [1], "bias": [0], "steps": 10**9}]}, "tabs.training"),
        ("training", {"run": {"rate": 1, "edits": [[1, [2]]]}}, "tabs.training.run.edits[0]"),
        ("training", {"choices": {"system": "rm"}}, "tabs.training.choices.system"),
        ("tensors", {"commands": [{"is": "RunLine", "text": 7}]}, "tabs.tensors.commands[0].text"),
        ("tensors", {"commands": [{"is": "System", "text": "ls"}]}, "tabs.tensors.commands[0].is"),
        ("tensors", {"commands": [{"text": "a = 1"}]}, "tabs.tensors.commands[0].is"),
        ("tensors", {"chosen": "\ud800"}, "tabs.tensors.chosen"),
        ("tensors", [], "tabs.tensors"),
        ("variables", {"recipe": {"is": "Given", "label": "a", "array": [1], "script": "x"}}, "tabs.variables.recipe"),
        ("gradients", {"page": "../../etc"}, "tabs.gradients.page"),
        ("gradients", {"curves": {"settings": {"order": 9}}}, "tabs.gradients.curves.settings"),
        ("gradients", {"watching": {"repaired": ["os"]}}, "tabs.gradients.watching"),
        ("keras", {"plan": {"data": {"is": "Path"}}}, "tabs.keras.plan.data.is"),
        ("keras", {"training": {"weights": [{"shape": [9, 9], "values": [1.0]}]}}, "tabs.keras.training"),
        ("files", {}, "tabs.files"),
    ],
)
def test_what_does_not_fit_is_named_by_its_place(tab: str, value: Any, place: str) -> None:
    said = refusal(document(tabs={tab: value}))
    assert place in said
    assert "Nothing was changed" in said


def test_an_entry_beside_those_of_a_project_is_refused() -> None:
    assert "run_at_start" in refusal(document(run_at_start="import os"))
    assert "tab" in refusal(document(tab="../x"))


@settings(max_examples=200)
@given(st.integers(0, 10**9), st.integers(1, 8))
def test_a_damaged_file_is_refused_or_is_another_project(seed: int, times: int) -> None:
    chance, data = random.Random(seed), bytearray(FULL.encoded())
    for _ in range(times):
        at = chance.randrange(len(data))
        data[at : at + chance.randrange(3)] = bytes(chance.randrange(256) for _ in range(chance.randrange(3)))
    with contextlib.suppress(Problem):
        project = Project.decoded(bytes(data), KINDS)
        assert Project.decoded(project.encoded(), KINDS) == project


def test_a_file_of_the_first_format_is_brought_up_to_date() -> None:
    tabs = document()["tabs"]
    old = {"format": "tapelab", "version": 0, "written_by": "TapeLab 0.1", "front": "keras", **tabs}
    assert Project.decoded(json.dumps(old).encode(), KINDS) == FULL


@pytest.mark.skipif(sys.platform == "win32", reason="there are no such files")
def test_pipes_folders_devices_and_files_that_are_not_there_are_refused(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    for path in (tmp_path / "pipe", tmp_path, Path("/dev/zero"), tmp_path / "none", Path("a\0b")):
        with pytest.raises(Problem):
            read_project(path, KINDS)


def test_a_huge_file_is_refused_before_it_is_read(tmp_path: Path) -> None:
    path = tmp_path / "huge.tapelab"
    with path.open("wb") as file:
        file.truncate(1 << 30)
    with within(1), pytest.raises(Problem, match="16 MB"):
        read_project(path, KINDS)


# Killed while writing

WRITER = """
import itertools, sys
from pathlib import Path
from engine.project import Project, write_project
from engine.tensors.protocol import RunLine
print("up", flush=True)
for number in itertools.count():
    write_project(Path(sys.argv[1]), Project("", {"tensors": RunLine(f"{number} " * 20_000)}))
"""


def kill_while_writing(path: Path, times: int) -> int:
    """Kills so many writers at random moments; gives how many of the files were not whole afterwards."""
    chance, lost = random.Random(1), 0
    for _ in range(times):
        with subprocess.Popen([sys.executable, "-c", WRITER, str(path)], stdout=subprocess.PIPE) as writer:
            assert writer.stdout is not None
            writer.stdout.readline()
            while not path.exists():
                time.sleep(0.001)
            time.sleep(chance.uniform(0, 0.05))
            writer.kill()
        try:
            read_project(path, {"tensors": RunLine})
        except Problem:
            lost += 1
    return lost


def test_a_killed_writer_leaves_a_whole_file(tmp_path: Path) -> None:
    assert kill_while_writing(tmp_path / "one.tapelab", times=3) == 0

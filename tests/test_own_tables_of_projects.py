"""A project finds its table again: where it was, beside the project, in another installation, or inside itself."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path, PureWindowsPath

import pytest
from training_user import User

import resources
from engine.datasets import PointEdits
from engine.errors import Problem
from engine.project import Project, read_project, write_project
from engine.reading.layout import Layout
from engine.reading.own_data import OwnData
from engine.reading.source import FileSource, PastedSource
from engine.reading.table import read_table
from gui.data_choices import EXAMPLES, DataChoices, OwnChoices
from gui.settings import TrainingChoices
from gui.tabs.training.state import TrainingState

TABLE = "size,weight,kind\n" + "".join(f"{n % 7},{n % 5},{('cat', 'dog')[n % 2]}\n" for n in range(30))
KINDS = {"training": TrainingState}


def data_of(source: FileSource | PastedSource) -> OwnData:
    table = read_table(source, Layout())
    names = [column.name for column in table.columns]
    return OwnData(table, tuple(names[:-1]), names[-1], standardise=True)


def state_of(own: OwnChoices) -> TrainingState:
    return TrainingState(TrainingChoices(data=DataChoices(is_own=True, own=own)))


def moved(folder: Path, own: OwnChoices) -> OwnChoices:
    """What a project says that is read from another folder."""
    path = folder / "mine.tapelab"
    write_project(path, Project("training", {"training": state_of(own)}))
    state: TrainingState = read_project(path, KINDS).states["training"]
    return state.choices.data.own


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A folder with projects, and data beside them and below."""
    for folder in ("projects/tables", "data"):
        (tmp_path / "home" / folder).mkdir(parents=True)
    return tmp_path / "home"


@pytest.mark.parametrize("place", ["projects/pets.csv", "projects/tables/pets.csv", "data/pets.csv"])
def test_a_table_that_was_moved_along_is_found(place: str, home: Path) -> None:
    (home / place).write_text(TABLE)
    own = OwnChoices.of(data_of(FileSource(home / place)), Layout())
    assert moved(home / "projects", own) == own, "it is still there"
    for there in (home, home.parent):
        assert moved(home / "projects", replace(own, path=f"/gone{there / place}")).path == str(home / place)
    elsewhere = str(PureWindowsPath("C:/Users/me").joinpath(*Path(place).parts))
    assert moved(home / "projects", replace(own, path=elsewhere)).path == str(home / place)


def test_what_is_nowhere_keeps_its_path(home: Path) -> None:
    for path in ("/gone/pets.csv", "../../pets.csv", "/a/../b/pets.csv", "/" + "x/" * 500, "\\\\host\\share\\pets.csv"):
        own = OwnChoices(path, features=("size",), target="kind")
        assert moved(home / "projects", own) == own


@pytest.mark.parametrize("name", EXAMPLES)
def test_an_example_goes_by_its_name_in_every_installation(name: str, home: Path) -> None:
    source = FileSource(resources.path(f"data/{name}.csv"))
    own = OwnChoices.of(data_of(source), Layout())
    assert (own.path, own.example) == ("", name)
    assert own.source("") == source
    older = replace(own, path=f"/opt/tapelab/resources/data/{name}.csv", example="")
    assert moved(home, older) == own


def test_a_pasted_table_is_inside(home: Path) -> None:
    own = OwnChoices.of(data_of(PastedSource(TABLE)), Layout())
    assert own.text == TABLE
    assert moved(home, own) == own
    assert own.source("pasted") == PastedSource(TABLE, "pasted")
    with pytest.raises(Problem, match="save the table as a file"):
        OwnChoices(text="1,2\n" * 20_000).source("pasted")


def test_what_was_pasted_and_what_was_drawn_are_there_after_a_restart(open_training: Callable[..., User]) -> None:
    own = OwnChoices.of(data_of(PastedSource(TABLE)), Layout())
    user = open_training(data=DataChoices(is_own=True, own=own))
    assert len(user.sees(lambda frame: frame.dataset.feature_names == ("size", "weight")).dataset) == 30
    again = open_training()
    assert len(again.sees(lambda frame: frame.dataset.feature_names == ("size", "weight")).dataset) == 30
    count = TrainingChoices().recipe().size
    edits = PointEdits(added=((1.0, 2.0, 1),), erased=(3, 4))
    open_training(data=DataChoices(), edits=edits).sees(lambda frame: len(frame.dataset) == count - 1)
    later = open_training()
    later.sees(lambda frame: len(frame.dataset) == count - 1)
    assert later.tab.state().choices.edits == edits


def test_a_remembered_text_that_is_too_long_gives_way(open_training: Callable[..., User]) -> None:
    problems: list[Problem] = []
    own = OwnChoices(text="1,2\n" * 20_000, features=("1",), target="2")
    user = open_training(data=DataChoices(is_own=True, own=own))
    user.tab.failed.connect(problems.append)
    user.sees(lambda frame: not frame.dataset.feature_names)


def test_it_is_found_by_its_whole_path_also_where_the_project_is_named_from_the_folder_one_is_in(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (home / "pets.csv").write_text(TABLE)
    monkeypatch.chdir(home)
    own = replace(OwnChoices.of(data_of(FileSource(home / "pets.csv")), Layout()), path="/gone/pets.csv")
    assert moved(Path(), own).path == str(home / "pets.csv")

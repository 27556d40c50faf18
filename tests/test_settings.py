"""What is remembered comes back; what is corrupt gives way to its default, and takes nothing with it."""

from __future__ import annotations

from dataclasses import fields
from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray, QSettings

from engine.datasets import Blobs, PointEdits, TwoGaussians
from engine.errors import InputError
from engine.reading.layout import Layout
from gui.data_choices import DataChoices, OwnChoices
from gui.settings import SettingsStore, TrainingChoices, WindowSettings

CHOICES = TrainingChoices(
    data=DataChoices(
        "blobs",
        TwoGaussians(50, ((-1.0, 2.5), (4.0, 0.25)), ((2.0, -0.5), (-0.5, 1.0)), 3),
        blobs=Blobs(40, 0.5, 2.0, 7, 4, 1.5),
        positive=3,
        is_own=True,
        own=OwnChoices("/data/a.csv", "gb18030", ";", ",", False, ("x", "y"), "kind", "fill", False, 1, 0),
    ),
    edits=PointEdits(((0.5, -1.0, 1),), ((3, 2.0, 2.5),), (0, 7)),
    learning_rate=0.05,
    optimizer="Muon",
    optimizer_arguments=(("beta_1", 0.5), ("use_ema", True), ("exclude_layers", ("a", "b")), ("clipnorm", None)),
    batch_size=16,
    seed=9,
    stop_after=None,
    speed=None,
    log_loss=True,
    colouring="class",
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "TapeLab.ini"


def open_at(path: Path) -> SettingsStore:
    return SettingsStore(QSettings(str(path), QSettings.Format.IniFormat))


def keep(path: Path, group: str, value: object) -> None:
    backend = QSettings(str(path), QSettings.Format.IniFormat)
    SettingsStore(backend).remember(group, value)
    backend.sync()


def test_every_choice_comes_back(path: Path) -> None:
    default = TrainingChoices()
    assert all(getattr(CHOICES, field.name) != getattr(default, field.name) for field in fields(CHOICES))
    keep(path, "training", CHOICES)
    assert open_at(path).remembered("training", default) == CHOICES


def test_what_was_never_remembered_is_the_default(path: Path) -> None:
    assert open_at(path).remembered("training", TrainingChoices()) == TrainingChoices()
    assert open_at(path).geometry().isEmpty()


def test_groups_do_not_mix(path: Path) -> None:
    keep(path, "window", WindowSettings(language="zh_CN", theme="dark", tab="training"))
    keep(path, "training", CHOICES)
    assert open_at(path).remembered("window", WindowSettings()).theme == "dark"
    assert open_at(path).remembered("other", TrainingChoices()) == TrainingChoices()


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("learning_rate", "-1"),
        ("learning_rate", "NaN"),
        ("learning_rate", "Infinity"),
        ("learning_rate", "true"),
        ("learning_rate", "1e400"),
        ("data", "7"),
        ("data", '"[]"'),
        ("data", "two_gaussians"),
        ("optimizer", "7"),
        ("batch_size", "0"),
        ("batch_size", "2001"),
        ("stop_after", "0"),
        ("speed", "0"),
        ("log_loss", "1"),
        ("edits", '{"erased": [2000]}'),
        ("edits", "[]"),
        ("colouring", '"\\"sepia\\""'),
        ("seed", '"' + "[" * 100_000 + '"'),
        ("seed", "@ByteArray(x)"),
        ("seed", "@Invalid()"),
    ],
)
def test_a_corrupt_value_gives_way_to_its_default_alone(path: Path, name: str, text: str) -> None:
    other = "stop_after" if name != "stop_after" else "seed"
    path.write_text(f"[training]\n{name}={text}\n{other}=7\n")
    choices = open_at(path).remembered("training", TrainingChoices())
    assert getattr(choices, name) == getattr(TrainingChoices(), name)
    assert getattr(choices, other) == 7


@pytest.mark.parametrize(
    ("kind", "name", "text"),
    [
        ("two_gaussians", "samples_per_class", "0"),
        ("two_gaussians", "samples_per_class", "1000000000"),
        ("two_gaussians", "samples_per_class", "12.5"),
        ("two_gaussians", "samples_per_class", '"lots"'),
        ("two_gaussians", "means", "3"),
        ("two_gaussians", "means", "[[1, 2, 3], [0, 0]]"),
        ("two_gaussians", "means", '[["a", 2], [0, 0]]'),
        ("two_gaussians", "covariance", "[[1, 2], [2, 1]]"),
        ("two_gaussians", "covariance", "[[1, 2]]"),
        ("two_gaussians", "seed", "-1"),
        ("circles", "noise", "-1"),
        ("circles", "radii", "[1, 2, 3]"),
        ("circles", "radii", "[1, null]"),
        ("xor", "balance", "0"),
        ("spirals", "turns", "true"),
        ("blobs", "class_count", "5"),
    ],
)
def test_a_corrupt_value_of_a_recipe_does_too(path: Path, kind: str, name: str, text: str) -> None:
    backend = QSettings(str(path), QSettings.Format.IniFormat)
    backend.setValue("training/data", f'{{"kind": "moons", "{kind}": {{"{name}": {text}, "samples_per_class": 7}}}}')
    backend.sync()
    data = open_at(path).remembered("training", TrainingChoices()).data
    assert data.kind == "moons"
    recipe, default = data.recipe_of(kind), DataChoices().recipe_of(kind)
    assert getattr(recipe, name) == (7 if name == "samples_per_class" else getattr(default, name))
    assert recipe.size < default.size, "the other value is taken"


@pytest.mark.parametrize(
    ("name", "text"),
    [("path", "7"), ("features", '"x"'), ("features", "[1]"), ("gaps", '"refuse"'), ("across", "true"), ("up", "null")],
)
def test_a_corrupt_choice_of_ones_own_data_gives_way_alone(path: Path, name: str, text: str) -> None:
    backend = QSettings(str(path), QSettings.Format.IniFormat)
    backend.setValue("training/data", f'{{"is_own": true, "own": {{"{name}": {text}, "target": "kind"}}}}')
    backend.sync()
    data = open_at(path).remembered("training", TrainingChoices()).data
    assert data == DataChoices(is_own=True, own=OwnChoices(target="kind"))


def test_a_layout_that_is_none_is_recognised_anew() -> None:
    own = OwnChoices("a.csv", "ebcdic", "::", "'", True)
    assert own.layout() == Layout(has_header=True)


def test_a_kind_of_data_that_is_not_known_gives_way(path: Path) -> None:
    backend = QSettings(str(path), QSettings.Format.IniFormat)
    backend.setValue("training/data", '{"kind": "tori", "positive": 2}')
    backend.sync()
    assert open_at(path).remembered("training", TrainingChoices()).data == DataChoices(positive=2)


def test_hand_written_values_are_read(path: Path) -> None:
    path.write_text("[training]\nlearning_rate=1\nbatch_size=null\nspeed=0.5\n")
    choices = open_at(path).remembered("training", TrainingChoices())
    assert choices == TrainingChoices(learning_rate=1.0, speed=0.5)
    assert isinstance(choices.learning_rate, float)


def test_a_file_of_garbage_is_all_defaults(path: Path) -> None:
    path.write_bytes(bytes(range(256)) * 20)
    assert open_at(path).remembered("training", TrainingChoices()) == TrainingChoices()


def test_the_place_of_the_window_comes_back(path: Path) -> None:
    backend = QSettings(str(path), QSettings.Format.IniFormat)
    SettingsStore(backend).remember_geometry(QByteArray(b"\x01\xd9\xd0\xcb\x00"))
    backend.sync()
    assert open_at(path).geometry() == QByteArray(b"\x01\xd9\xd0\xcb\x00")


def test_choices_that_no_run_could_start_with_are_refused() -> None:
    with pytest.raises(InputError) as refusal:
        TrainingChoices(data=DataChoices(two_gaussians=TwoGaussians(5)), batch_size=11)
    assert refusal.value.field == "batch_size"

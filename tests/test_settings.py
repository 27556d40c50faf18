"""What is remembered comes back; what is corrupt gives way to its default, and takes nothing with it."""

from __future__ import annotations

from dataclasses import fields
from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray, QSettings

from engine.errors import InputError
from gui.settings import SettingsStore, TrainingChoices, WindowSettings

CHOICES = TrainingChoices(
    samples_per_class=50,
    mean_0=(-1.0, 2.5),
    mean_1=(4.0, 0.25),
    covariance=((2.0, -0.5), (-0.5, 1.0)),
    data_seed=3,
    learning_rate=0.05,
    optimizer="Adam",
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
        ("samples_per_class", "0"),
        ("samples_per_class", "1000000000"),
        ("samples_per_class", "12.5"),
        ("samples_per_class", "lots"),
        ("mean_0", "3"),
        ("mean_0", '"[1, 2, 3]"'),
        ("mean_0", "1, 2"),
        ("covariance", '"[[1, 2], [2, 1]]"'),
        ("covariance", '"[[1, 2]]"'),
        ("optimizer", "7"),
        ("batch_size", "0"),
        ("batch_size", "2001"),
        ("data_seed", "-1"),
        ("stop_after", "0"),
        ("speed", "0"),
        ("log_loss", "1"),
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


def test_hand_written_values_are_read(path: Path) -> None:
    path.write_text('[training]\nlearning_rate=1\nmean_0="[1, 2]"\nbatch_size=null\nspeed=0.5\n')
    choices = open_at(path).remembered("training", TrainingChoices())
    assert choices == TrainingChoices(learning_rate=1.0, mean_0=(1.0, 2.0), speed=0.5)
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
        TrainingChoices(samples_per_class=5, batch_size=11)
    assert refusal.value.field == "batch_size"

"""A `.keras` file from anywhere: a good one is loaded as it was saved, a hostile one refused at once and never run."""

from __future__ import annotations

import io
import json
import subprocess
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import h5py  # type: ignore[import-untyped]
import numpy as np
import pytest
from keras_user import SMALL, KerasUser
from patience import within
from problems import assert_is_clear

from engine.errors import InputError
from engine.keras_lab.model_file import read_layers
from engine.keras_lab.protocol import Fitting, Layer, Load, LoadModel, Play, SaveModel
from engine.loading import load_tensorflow

# What Keras itself makes of NumPy when it writes a file.
pytestmark = pytest.mark.filterwarnings("ignore:__array__ implementation:DeprecationWarning")

LAYERS = (Layer(4, "relu", l1=0.01, l2=0.02), Layer(1, "sigmoid"))


@pytest.fixture(scope="module")
def saved(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A model of two layers, as the tab saves it."""
    load_tensorflow()
    path = tmp_path_factory.mktemp("models") / "model.keras"
    user = KerasUser()
    user.send(Load(1, replace(SMALL, layers=LAYERS)), Play(Fitting(epochs=1)))
    user.train()
    user.send(SaveModel(str(path)))
    assert user.frame.saved_to == str(path)
    user.laboratory.close()
    return path


@pytest.fixture
def user() -> Iterator[KerasUser]:
    user = KerasUser()
    user.send(Load(1, SMALL))
    yield user
    user.laboratory.close()


def members(path: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def write(path: Path, content: dict[str, bytes], compression: int = zipfile.ZIP_DEFLATED) -> Path:
    with zipfile.ZipFile(path, "w", compression) as archive:
        for name, data in content.items():
            archive.writestr(name, data)
    return path


def changed(saved: Path, path: Path, change: Callable[[Any], object]) -> Path:
    """The saved file with another description."""
    content = members(saved)
    description = json.loads(content["config.json"])
    change(description)
    return write(path, {**content, "config.json": json.dumps(description).encode()})


def test_what_is_saved_comes_back(saved: Path, user: KerasUser) -> None:
    assert read_layers(saved) == LAYERS
    import keras

    expected = keras.saving.load_model(saved).get_weights()
    user.send(LoadModel(2, str(saved)))
    user.settle()
    assert not user.failures
    assert user.frame.run == 2
    assert user.frame.plan.layers == LAYERS
    assert user.frame.busy == ""
    for loaded, stored in zip(user.frame.weights, expected, strict=True):
        np.testing.assert_array_equal(loaded, stored)
    assert f"load_model({str(saved)!r}" in user.frame.program.text
    user.send(Play(Fitting(epochs=1)))
    user.train()
    assert len(user.frame.curves.training) == 1


def run_code(description: Any) -> None:
    description["config"]["layers"][1] = {
        "module": "keras.layers",
        "class_name": "Lambda",
        "config": {"name": "lambda", "function": {"class_name": "__lambda__", "config": {"code": "4wEAAAA="}}},
        "registered_name": None,
    }


def layer(number: int, **values: Any) -> Callable[[Any], None]:
    return lambda description: description["config"]["layers"][number]["config"].update(values)


HOSTILE: dict[str, Callable[[Any], object]] = {
    "Lambda": run_code,
    "a class of someone else's": lambda d: d["config"]["layers"][1].update(module="os", class_name="Dense"),
    "a registered class": lambda d: d["config"]["layers"][1].update(registered_name="mine>Dense"),
    "a Functional": lambda d: d.update(class_name="Functional"),
    "shape bomb": layer(1, units=10**12),
    "shape bomb in the input": layer(0, batch_shape=[None, 10**12]),
    "units as text": layer(1, units="many"),
    "units true": layer(1, units=True),
    "an activation of someone else's": layer(
        1, activation={"module": "os", "class_name": "function", "config": "system"}
    ),
    "an unknown activation": layer(1, activation="system"),
    "an initializer of someone else's": layer(
        1, kernel_initializer={"module": "os", "class_name": "system", "config": {}}
    ),
    "a regularizer that is no number": layer(
        1, kernel_regularizer={"module": "keras.regularizers", "class_name": "L2", "config": {"l2": "x"}}
    ),
    "a constraint": layer(1, kernel_constraint={"module": "keras.constraints", "class_name": "NonNeg", "config": {}}),
    "no bias": layer(1, use_bias=False),
    "no layers": lambda d: d["config"].update(layers=[]),
    "a thousand layers": lambda d: d["config"].update(layers=d["config"]["layers"] * 1000),
    "layers that are none": lambda d: d["config"].update(layers=[1, 2, 3]),
    "no config": lambda d: d.pop("config"),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_description_is_refused_at_once(saved: Path, tmp_path: Path, user: KerasUser, name: str) -> None:
    path = changed(saved, tmp_path / "hostile.keras", lambda description: HOSTILE[name](description))
    with within(2):
        user.send(LoadModel(2, str(path)))
        user.settle()
    failure = user.failure
    assert_is_clear(failure.problem, failure.field)
    assert user.frame.run == 1


def broken_files(saved: Path) -> dict[str, bytes]:
    content, whole = members(saved), saved.read_bytes()
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w") as many:
        for number in range(200):
            many.writestr(f"{number}", b"")
    odd = io.BytesIO()
    with zipfile.ZipFile(odd, "w") as other:
        other.writestr("../config.json", b"{}")
    deep = io.BytesIO()
    with zipfile.ZipFile(deep, "w") as nested:
        nested.writestr("config.json", b"[" * 500_000)
        nested.writestr("model.weights.h5", content["model.weights.h5"])
    large = io.BytesIO()
    with zipfile.ZipFile(large, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as bomb:
        with bomb.open("config.json", "w", force_zip64=True) as member:
            for _ in range(600):
                member.write(b" " * (1 << 20))
        bomb.writestr("model.weights.h5", content["model.weights.h5"])
    flipped = bytearray(whole)
    flipped[len(whole) // 3] ^= 0xFF
    return {
        "empty": b"",
        "text": b"not a model",
        "truncated": whole[: len(whole) // 2],
        "without its end": whole[:-10],
        "many members": archive.getvalue(),
        "other members": odd.getvalue(),
        "a description of brackets": deep.getvalue(),
        "a description of 600 MB": large.getvalue(),
        "a flipped byte": bytes(flipped),
    }


def test_broken_files_are_refused_at_once(saved: Path, tmp_path: Path, user: KerasUser) -> None:
    for data in broken_files(saved).values():
        path = tmp_path / "broken.keras"
        path.write_bytes(data)
        with within(2):
            user.send(LoadModel(2, str(path)))
            user.settle()
        assert_is_clear(user.failure.problem, "path")


def test_a_description_that_is_larger_than_the_archive_says_is_not_read_on(saved: Path, tmp_path: Path) -> None:
    """The directory may lie: what is unpacked is bounded all the same."""
    content = members(saved)
    path = write(tmp_path / "liar.keras", {**content, "config.json": b" " * (2 << 20)})
    data = bytearray(path.read_bytes())
    size = (2 << 20).to_bytes(4, "little")
    while (at := data.find(size)) >= 0:
        data[at : at + 4] = (1000).to_bytes(4, "little")
    path.write_bytes(data)
    with pytest.raises(InputError) as caught:
        read_layers(path)
    assert_is_clear(caught.value, "path")


def weights_file(change: Callable[[Any], None], original: bytes) -> bytes:
    buffer = io.BytesIO(original)
    with h5py.File(buffer, "r+") as file:
        change(file)
    return buffer.getvalue()


def link_elsewhere(file: Any) -> None:
    del file["layers/dense/vars/0"]
    file["layers/dense/vars/0"] = h5py.ExternalLink("/etc/passwd", "/")


def other_shape(file: Any) -> None:
    del file["layers/dense/vars/0"]
    file.create_dataset("layers/dense/vars/0", shape=(10**9, 10**3), dtype="f4", chunks=(1000, 1000))


@pytest.mark.parametrize("change", [link_elsewhere, other_shape])
def test_weights_that_are_not_those_of_the_layers_are_refused_before_keras_sees_them(
    saved: Path, tmp_path: Path, user: KerasUser, change: Callable[[Any], None]
) -> None:
    content = members(saved)
    weights = weights_file(change, content["model.weights.h5"])
    path = write(tmp_path / "weights.keras", {**content, "model.weights.h5": weights})
    user.send(LoadModel(2, str(path)))
    user.settle()
    assert "weights" in str(user.failure.problem)
    assert user.frame.run == 1


def test_closing_while_a_file_loads_ends_the_process(
    saved: Path, user: KerasUser, monkeypatch: pytest.MonkeyPatch
) -> None:
    started = []

    class Noted(subprocess.Popen[bytes]):
        def __init__(self, *arguments: Any, **options: Any) -> None:
            super().__init__(*arguments, **options)
            started.append(self)

    monkeypatch.setattr(subprocess, "Popen", Noted)
    user.send(LoadModel(2, str(saved)))
    user.work(2)
    assert user.frame.busy == "load"
    user.laboratory.close()
    (process,) = started
    assert process.returncode not in (None, 0)  # it has ended, and not by itself


@pytest.mark.parametrize("name", ["model.h5", "no/such/folder/model.keras", "folder.keras"])
def test_a_model_that_cannot_be_written_there_is_said(user: KerasUser, tmp_path: Path, name: str) -> None:
    (tmp_path / "folder.keras" / "full").mkdir(parents=True)
    user.send(SaveModel(str(tmp_path / name)))
    assert_is_clear(user.failure.problem, "path")
    assert user.frame.saved_to == ""


def test_a_file_that_is_not_there_is_said(user: KerasUser, tmp_path: Path) -> None:
    for path in (tmp_path / "none.keras", tmp_path):
        user.send(LoadModel(2, str(path)))
        user.settle()
        assert_is_clear(user.failure.problem, "path")

"""Reads a model from a `.keras` file that anyone may have made: checked first, loaded in a process of its own."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

import engine
from engine.errors import QT_TRANSLATE_NOOP
from engine.keras_lab.building import check_layers
from engine.keras_lab.handover import PIECE_SECONDS, Pieces
from engine.keras_lab.loading_apart import REFUSED, SECONDS
from engine.keras_lab.model_file import FileRefused, read_layers
from engine.keras_lab.protocol import Layer
from engine.training.records import FloatArray

FEATURES = 2


@dataclass(frozen=True, slots=True)
class FoundModel:
    """What a file holds: its layers, and kernel and bias of each in turn."""

    path: str
    layers: tuple[Layer, ...]
    weights: tuple[FloatArray, ...]


def load(path: str, take: Callable[[FoundModel], None]) -> Pieces:
    """Gives the model to `take`. Raises `FileRefused`, or `InputError` where memory has no room for its layers.

    A copy is looked at and loaded, so that both are of the same file.
    """
    with tempfile.TemporaryDirectory(prefix="tapelab-") as folder:
        copy = Path(folder) / "model.keras"
        layers = read_layers(Path(path))
        shutil.copyfile(path, copy)
        if read_layers(copy) != layers:
            raise FileRefused(QT_TRANSLATE_NOOP("engine", "The file was changed while it was read."))
        check_layers(layers)
        shapes = _shapes(layers)
        yield
        weights = Path(folder) / "weights.npz"
        yield from _load_apart(copy, shapes, weights)
        take(FoundModel(path, layers, _read(weights, shapes)))


def _shapes(layers: Sequence[Layer]) -> list[tuple[int, ...]]:
    """Of kernel and bias of each layer in turn."""
    inputs = (FEATURES, *(layer.units for layer in layers))
    return [
        shape for size, layer in zip(inputs, layers, strict=False) for shape in ((size, layer.units), (layer.units,))
    ]


def _load_apart(model: Path, shapes: Sequence[tuple[int, ...]], weights: Path) -> Pieces:
    described = model.with_name("layers.json")
    described.write_text(json.dumps(shapes))
    root = str(Path(engine.__file__).parent.parent)
    command = [sys.executable, "-m", "engine.keras_lab.loading_apart", str(model), str(described), str(weights)]
    process = subprocess.Popen(
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env={**os.environ, "PYTHONPATH": root, "CUDA_VISIBLE_DEVICES": "-1"},
        cwd=model.parent,
    )
    try:
        deadline = time.monotonic() + SECONDS
        while process.poll() is None:
            try:
                process.wait(PIECE_SECONDS)
            except subprocess.TimeoutExpired:
                if time.monotonic() > deadline:
                    template = QT_TRANSLATE_NOOP("engine", "Loading took longer than {seconds} s and was given up.")
                    raise FileRefused(template, seconds=SECONDS) from None
            yield
        assert process.stdout is not None
        reason = process.stdout.read(2000).decode(errors="replace").strip().rstrip(".")
    finally:
        process.kill()
        process.wait()
        if process.stdout is not None:
            process.stdout.close()
    if process.returncode == REFUSED:
        template = QT_TRANSLATE_NOOP("engine", "The weights in the file are not whole: {reason}.")
        raise FileRefused(template, reason=reason)
    if process.returncode != 0:
        raise FileRefused(QT_TRANSLATE_NOOP("engine", "The file could not be loaded: what read it broke down."))


def _read(weights: Path, shapes: Sequence[tuple[int, ...]]) -> tuple[FloatArray, ...]:
    with np.load(weights, allow_pickle=False) as arrays:
        return tuple(arrays[f"arr_{at}"] for at in range(len(shapes)))

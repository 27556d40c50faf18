"""Reads a model from a `.keras` file that anyone may have made: checked first, loaded in a process of its own."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from engine.keras_lab.handover import Pieces
from engine.keras_lab.protocol import Layer
from engine.training.records import FloatArray


@dataclass(frozen=True, slots=True)
class FoundModel:
    """What a file holds: its layers, and kernel and bias of each in turn."""

    path: str
    layers: tuple[Layer, ...]
    weights: tuple[FloatArray, ...]


def load(path: str, take: Callable[[FoundModel], None]) -> Pieces:
    yield

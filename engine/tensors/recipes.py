"""How a tensor is made: the calls of the notes, with their arguments. Checked before anything is allocated."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from numpy.typing import NDArray

Shape = tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Ones:
    shape: Shape = (2, 1)
    dtype: str = "float32"


@dataclass(frozen=True, slots=True)
class Zeros:
    shape: Shape = (2, 1)
    dtype: str = "float32"


@dataclass(frozen=True, slots=True)
class RandomNormal:
    """From the normal distribution with this mean and standard deviation."""

    shape: Shape = (3, 1)
    mean: float = 0.0
    stddev: float = 1.0
    seed: int = 0
    dtype: str = "float32"


@dataclass(frozen=True, slots=True)
class RandomUniform:
    """From the uniform distribution from `minval` (included) to `maxval` (excluded)."""

    shape: Shape = (3, 1)
    minval: float = 0.0
    maxval: float = 1.0
    seed: int = 0
    dtype: str = "float32"


@dataclass(frozen=True, slots=True)
class Constant:
    """values: as typed, nested rows or a formula of numbers, as in `[[1, 2], [3, 4]]`."""

    values: str = "[[1, 2], [3, 4]]"
    dtype: str = "float32"


@dataclass(frozen=True, slots=True)
class Range:
    start: float = 0
    limit: float = 10
    delta: float = 1
    dtype: str = "int32"


@dataclass(frozen=True, slots=True)
class Eye:
    rows: int = 3
    columns: int | None = None
    dtype: str = "float32"


@dataclass(frozen=True, slots=True)
class Initializer:
    """By a Keras initializer of this name, as in "GlorotUniform"."""

    name: str = "GlorotUniform"
    shape: Shape = (3, 1)
    seed: int = 0
    dtype: str = "float32"


@dataclass(frozen=True, slots=True, eq=False)
class Given:
    """A copy of a tensor of the workspace. label: its name there. script: the program that makes it under that name.

    commands: what an empty workspace would be told (`engine.tensors.protocol`) to make it.
    """

    label: str
    array: NDArray[Any]
    script: str = ""
    commands: tuple[Any, ...] = ()


Recipe = Ones | Zeros | RandomNormal | RandomUniform | Constant | Range | Eye | Initializer | Given

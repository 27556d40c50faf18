"""What a run is, as the file in its folder says: for whoever looks on, and needs no TensorFlow for it."""

from __future__ import annotations

import json
import math
import os
import platform
from dataclasses import dataclass, fields
from pathlib import Path

from engine.errors import QT_TRANSLATE_NOOP, InputError

DESCRIPTION = "run.json"
FORMAT = 1

SPEED, WEIGHTS, BIAS = "steps per second", "weights/", "bias"
"""What numbers are called in the events, besides loss and accuracy; a weight has the name of its feature behind it."""

SAME = ("data", "features", "target", "positive", "optimizer", "learning_rate", "batch_size", "seed")
"""What a run that is gone on with must have in common with what there is of it."""

MOST_BYTES = 1 << 20
"""That are read of a description."""

MOST_WEIGHTS = 32
"""Of more features than these only the first weights are written down at each step."""


@dataclass(frozen=True, slots=True)
class Description:
    """What a run is, as it stands in its `run.json`. data: the pattern of the files. started: seconds since 1970.

    host, pid: where it runs, or ran last.
    """

    data: str
    files: int
    features: tuple[str, ...]
    target: str
    positive: str
    negative: str | None
    optimizer: str
    learning_rate: float
    batch_size: int
    seed: int
    epochs: int
    strategy: str
    devices: int
    started: float
    host: str = platform.node()
    pid: int = os.getpid()
    format: int = FORMAT

    @property
    def in_common(self) -> list[object]:
        """What every worker of the run must be told alike; the same rows may be found in another place."""
        return [getattr(self, name) for name in (*SAME, "epochs") if name != "data"]


def describe(path: Path) -> Description | None:
    """What the run in this folder is; None where there is none. Raises `InputError` for a description that is none."""
    try:
        with open(path / DESCRIPTION, "rb") as file:
            values = json.loads(file.read(MOST_BYTES))
    except FileNotFoundError:
        return None
    except (OSError, ValueError, RecursionError) as error:
        template = QT_TRANSLATE_NOOP("engine", "{path} cannot be read: {reason}.")
        raise InputError("run_dir", template, path=path / DESCRIPTION, reason=error) from error
    try:
        description = Description(**{**values, "features": tuple(values["features"])})
        for field in fields(Description):
            _check(field.type, getattr(description, field.name))
        return description
    except (TypeError, KeyError):
        template = QT_TRANSLATE_NOOP("engine", "{path} does not describe a run of this version of TapeLab.")
        raise InputError("run_dir", template, path=path / DESCRIPTION) from None


def _check(kind: object, value: object) -> None:
    """Raises `TypeError` for a value that is not of this kind."""
    match kind, value:
        case ("str" | "str | None", str()) | ("str | None", None) | ("int" | "float", int()):
            return
        case "float", float() if math.isfinite(value):
            return
        case "tuple[str, ...]", tuple() if all(isinstance(part, str) for part in value):
            return
    raise TypeError(kind)

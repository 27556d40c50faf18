"""What is remembered until next time: read once into frozen dataclasses, written when it changed."""

from __future__ import annotations

import json
import math
from collections.abc import Sequence
from dataclasses import asdict, dataclass, field, fields, is_dataclass, replace
from pathlib import Path
from types import UnionType
from typing import Any, Literal, TypeVar, get_args, get_origin, get_type_hints

from PySide6.QtCore import QByteArray, QSettings

from engine.datasets import DrawnPoints, PointEdits, Recipe
from engine.errors import QT_TRANSLATE_NOOP, InputError
from engine.keras_lab.catalogue.specification import Value
from engine.training.settings import Settings, check_batch_size
from gui.data_choices import DataChoices

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class WindowSettings:
    """language: "" for the system's. theme: one of `gui.theme.CHOICES`. tab: the key of the one that is shown. recent:
    the paths of the projects that were used last, the newest first. text_size: in percent. class_colours: one of
    `gui.palette.CLASS_CHOICES`, and whether the first two change places. motion: one of `gui.motion.CHOICES`."""

    language: str = ""
    theme: str = "system"
    tab: str = ""
    recent: Sequence[str] = ()
    text_size: int = 100
    class_colours: str = "standard"
    swaps_class_colours: bool = False
    motion: str = "system"


@dataclass(frozen=True, slots=True)
class TrainingChoices:
    """What is chosen on the training tab; the defaults are the notes' own.

    edits: what was done to the points by hand. optimizer_arguments: those that differ from Keras's own. batch_size:
    None for all the points. stop_after: None for never. speed: steps a second, None for flat out. colouring: what
    colours the points. Raises `InputError` for what no run could start with.
    """

    data: DataChoices = field(default_factory=DataChoices)
    edits: PointEdits = field(default_factory=PointEdits)
    learning_rate: float = 0.1
    optimizer: str = "manual"
    optimizer_arguments: Sequence[tuple[str, Value]] = ()
    batch_size: int | None = None
    seed: int = 0
    stop_after: int | None = 40
    speed: float | None = 5.0
    log_loss: bool = False
    colouring: Literal["prediction", "class"] = "prediction"

    def __post_init__(self) -> None:
        self.settings()
        check_batch_size(self.batch_size, None if self.data.is_own else self.recipe().size)
        if self.stop_after is not None and self.stop_after < 1:
            raise InputError(
                "stop_after",
                QT_TRANSLATE_NOOP("engine", "The run must take at least 1 step before it stops, not {value}."),
                value=self.stop_after,
            )
        if self.speed is not None and self.speed <= 0:
            raise InputError(
                "speed",
                QT_TRANSLATE_NOOP("engine", "The speed must be above 0 steps a second, not {value}."),
                value=self.speed,
            )

    def recipe(self) -> Recipe:
        """The drawn data to learn from; a file of the user's own has to be read first."""
        return self.changed_by_hand(self.data.recipe())

    def changed_by_hand(self, recipe: Recipe) -> Recipe:
        """The recipe with what was drawn and erased; as it is where nothing was."""
        return DrawnPoints(recipe, self.edits) if self.edits else recipe

    def settings(self) -> Settings:
        """How to train."""
        return Settings(self.optimizer, self.learning_rate, self.batch_size, self.seed, tuple(self.optimizer_arguments))


class SettingsStore:
    """The remembered settings. Whatever cannot be used, a hand-edited value too, gives way to its default."""

    def __init__(self, backend: QSettings) -> None:
        self._backend = backend

    def is_new(self) -> bool:
        """Whether nothing was ever remembered."""
        return not self._backend.allKeys()

    def remembered(self, group: str, default: T) -> T:
        """`default`, a frozen dataclass, with every field replaced that is remembered under `group`."""
        found = {}
        for part in fields(default):  # type: ignore[arg-type]  # a dataclass, which TypeVar cannot say
            try:
                found[part.name] = json.loads(str(self._backend.value(f"{group}/{part.name}", "", type=str)))
            except (ValueError, RecursionError):
                continue
        return _filled(default, found)

    def remember(self, group: str, value: object) -> None:
        """Keeps every field of `value`, a dataclass, under `group`."""
        for part in fields(value):  # type: ignore[arg-type]
            self._backend.setValue(f"{group}/{part.name}", json.dumps(getattr(value, part.name), default=asdict))

    def folder(self) -> Path:
        """The one with the file of the settings; other things that are the user's own may lie there too."""
        return Path(self._backend.fileName()).parent

    def geometry(self) -> QByteArray:
        """The window's place as `QWidget.saveGeometry` gave it; empty where none is remembered."""
        value = self._backend.value("window/geometry", QByteArray(), type=QByteArray)
        return value if isinstance(value, QByteArray) else QByteArray()

    def remember_geometry(self, geometry: QByteArray) -> None:
        """Keeps the window's place."""
        self._backend.setValue("window/geometry", geometry)


def open_settings() -> SettingsStore:
    """The user's own settings, in an INI file where the system keeps such files."""
    scope = QSettings.Scope.UserScope
    return SettingsStore(QSettings(QSettings.Format.IniFormat, scope, "TapeLab", "TapeLab"))


def _filled(default: T, found: dict[str, Any]) -> T:
    """`default`, a dataclass, with every field replaced for which there is a value, as JSON gave it, that fits."""
    result = default
    hints = get_type_hints(type(default))
    for part in fields(default):  # type: ignore[arg-type]
        if part.name not in found:
            continue
        present, value = getattr(result, part.name), found[part.name]
        try:
            if is_dataclass(present) and isinstance(value, dict):
                value = _filled(present, value)
            else:
                value = _checked(value, hints[part.name])
            result = replace(result, **{part.name: value})  # type: ignore[type-var]
        except (ValueError, RecursionError):
            continue
    return result


def _checked(value: Any, hint: Any) -> Any:
    """`value`, as JSON gave it, as the type that `hint` names. Raises `ValueError`."""
    if isinstance(hint, UnionType):
        return _checked_as_any(value, get_args(hint))
    if get_origin(hint) is Sequence or (get_origin(hint) is tuple and get_args(hint)[1:] == (...,)):
        if not isinstance(value, list):
            raise ValueError(f"{value!r} is not a list")
        return tuple(_checked(part, get_args(hint)[0]) for part in value)
    if get_origin(hint) is tuple:
        parts = get_args(hint)
        if not isinstance(value, list) or len(value) != len(parts):
            raise ValueError(f"{value!r} is not a list of {len(parts)}")
        return tuple(_checked(part, part_hint) for part, part_hint in zip(value, parts, strict=True))
    if get_origin(hint) is Literal:
        if value not in get_args(hint):
            raise ValueError(f"{value!r} is none of {get_args(hint)}")
        return value
    if hint is float and type(value) is int:
        value = float(value)
    if type(value) is not hint or (hint is float and not math.isfinite(value)):
        raise ValueError(f"{value!r} is not a {hint}")
    return value


def _checked_as_any(value: Any, options: Sequence[Any]) -> Any:
    """`value` as the first of the types that it fits. Raises `ValueError` where it fits none."""
    for option in options:
        try:
            return _checked(value, option)
        except ValueError:
            continue
    raise ValueError(f"{value!r} is none of {options}")

"""What was chosen last time, remembered until the next."""

from __future__ import annotations

import dataclasses
import json
import math
from dataclasses import dataclass, fields, is_dataclass
from enum import Enum
from types import NoneType, UnionType
from typing import Any, Literal, TypeVar, get_args, get_origin, get_type_hints

from engine.datasets import Blobs, Circles, Moons, Recipe, Spirals, TwoGaussians, Xor
from engine.keras_lab.protocol import Fitting, Plan

T = TypeVar("T")

LONGEST = 100_000
"""Characters of a plan; more was not written here."""

RECIPES: dict[str, type[Any]] = {kind.__name__: kind for kind in (TwoGaussians, Circles, Xor, Spirals, Moons, Blobs)}


@dataclass(frozen=True, slots=True)
class KerasChoices:
    """plan, fitting: as `written` gives them, "" for the notes' own. The others: what is in front and how it looks."""

    plan: str = ""
    fitting: str = ""
    page: Literal["data", "model", "compile", "fit"] = "model"
    work: Literal["code", "results", "predict", "side"] = "code"
    log_loss: bool = False
    metric: str = ""


def written(value: Plan | Fitting) -> str:
    """As JSON; what is one of several kinds says which."""
    return json.dumps(_plain(value))


def read(text: str, default: T) -> T:
    """What `written` wrote; `default` for what it did not write, or what no longer fits the fields."""
    try:
        if not text or len(text) > LONGEST:
            return default
        value = _typed(json.loads(text), type(default))
    except (ValueError, TypeError, KeyError, RecursionError, OverflowError):
        return default
    return value if isinstance(value, type(default)) else default


def _plain(value: Any) -> Any:
    if is_dataclass(value) and not isinstance(value, type):
        return {"is": type(value).__name__, **{one.name: _plain(getattr(value, one.name)) for one in fields(value)}}
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, tuple | list):
        return [_plain(entry) for entry in value]
    return value


def _typed(value: Any, hint: Any) -> Any:
    """`value`, as JSON gave it, as the type that `hint` names. Raises `ValueError` and its like."""
    if hint is Recipe:
        return _dataclass(value, RECIPES[value["is"]])
    if isinstance(value, dict):
        options = get_args(hint) if isinstance(hint, UnionType) else (hint,)
        kinds = {getattr(one, "__name__", ""): one for one in options if is_dataclass(one)}
        return _dataclass(value, kinds[value["is"]])
    if isinstance(hint, UnionType):
        return _one_of(value, get_args(hint))
    if get_origin(hint) is tuple:
        return _tuple(value, get_args(hint))
    if get_origin(hint) is Literal:
        if value not in get_args(hint):
            raise ValueError(f"{value!r} is none of {get_args(hint)}")
        return value
    if isinstance(hint, type) and issubclass(hint, Enum):
        return hint(value)
    if hint is float and type(value) is int:
        value = float(value)
    if type(value) is not hint or (hint is float and not math.isfinite(value)):
        raise ValueError(f"{value!r} is not a {hint}")
    return value


def _one_of(value: Any, hints: tuple[Any, ...]) -> Any:
    if value is None and NoneType in hints:
        return None
    for hint in hints:
        if hint is NoneType:
            continue
        try:
            return _typed(value, hint)
        except (ValueError, TypeError):
            continue
    raise ValueError(f"{value!r} is none of {hints}")


def _tuple(value: Any, hints: tuple[Any, ...]) -> tuple[Any, ...]:
    if not isinstance(value, list):
        raise ValueError(f"{value!r} is not a list")
    if len(hints) == 2 and hints[1] is Ellipsis:
        return tuple(_typed(entry, hints[0]) for entry in value)
    return tuple(_typed(entry, hint) for entry, hint in zip(value, hints, strict=True))


def _dataclass(value: Any, kind: Any) -> Any:
    hints = get_type_hints(kind)
    names = {one.name for one in dataclasses.fields(kind)}
    given = {name: entry for name, entry in value.items() if name in names}
    if kind in RECIPES.values():  # which check their values themselves, and take lists
        return kind(**given)
    return kind(**{name: _typed(entry, hints[name]) for name, entry in given.items()})

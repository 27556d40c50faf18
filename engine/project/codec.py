"""Frozen dataclasses become JSON values and come back, each value checked against the type that its field has."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import MISSING, fields, is_dataclass
from enum import Enum
from functools import cache
from types import NoneType, UnionType
from typing import Any, Literal, TypeVar, cast, get_args, get_origin, get_type_hints

from engine.datasets import Blobs, Circles, Moons, Recipe, Spirals, TwoGaussians, Xor
from engine.errors import QT_TRANSLATE_NOOP, Problem
from engine.project.problem import Misfit, not_a

T = TypeVar("T")

KIND = "is"
"""The entry with the name of the dataclass."""

RECIPES = (TwoGaussians, Circles, Xor, Spirals, Moons, Blobs)
"""What may stand where a field wants an `engine.datasets.Recipe`, which is a protocol."""

WORDS: dict[Any, str] = {
    bool: "true or false",
    int: "a whole number",
    float: "a number",
    str: "a text",
    NoneType: "null",
}


def plain(value: Any) -> Any:
    """As JSON takes it."""
    if is_dataclass(value) and not isinstance(value, type):
        return {KIND: type(value).__name__, **{one.name: plain(getattr(value, one.name)) for one in fields(value)}}
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, tuple | list):
        return [plain(entry) for entry in value]
    return value


def typed(value: Any, kind: type[T], place: str) -> T:
    """`value`, as JSON gave it, as this dataclass. Raises `Problem` with the place of what does not fit."""
    return cast(T, _dataclass(value, (kind,), place))


def _typed(value: Any, hint: Any, place: str) -> Any:
    if hint is Recipe:
        return _dataclass(value, RECIPES, place)
    options = get_args(hint) if isinstance(hint, UnionType) else (hint,)
    kinds = tuple(option for option in options if is_dataclass(option))
    if kinds and (isinstance(value, dict) or len(kinds) == len(options)):
        return _dataclass(value, kinds, place)
    if len(options) > 1:
        return _one_of(value, tuple(option for option in options if option not in kinds), place)
    origin = get_origin(hint)
    if origin in (tuple, Sequence):
        return _sequence(value, get_args(hint), origin is tuple, place)
    if origin is Literal:
        return _choice(value, get_args(hint), place)
    if isinstance(hint, type) and issubclass(hint, Enum):
        return hint(_choice(value, tuple(member.value for member in hint), place))
    return _scalar(value, hint, place)


def _scalar(value: Any, hint: Any, place: str) -> Any:
    if hint is float and type(value) is int:
        value = float(value)
    if type(value) is not hint or (hint is float and not math.isfinite(value)):
        raise not_a(place, WORDS.get(hint, "what TapeLab writes"), value)
    if hint is str and not _is_text(value):
        raise not_a(place, "a text that can be shown", value.encode("ascii", "replace").decode())
    return value


def _is_text(value: str) -> bool:
    """Half of a pair of surrogates is no character, and could not be written again."""
    try:
        value.encode()
    except UnicodeEncodeError:
        return False
    return "\0" not in value


def _choice(value: Any, options: Sequence[Any], place: str) -> Any:
    if not any(value == option and type(value) is type(option) for option in options):
        raise not_a(place, " or ".join(f"“{option}”" for option in options), value)
    return value


def _one_of(value: Any, options: Sequence[Any], place: str) -> Any:
    exact = [option for option in options if type(value) is option]
    for option in (*exact, *options):
        try:
            return _typed(value, option, place)
        except Misfit:
            continue
    raise not_a(place, " or ".join(WORDS.get(option, "a list") for option in options), value)


def _sequence(value: Any, hints: Sequence[Any], has_length: bool, place: str) -> tuple[Any, ...]:
    if not isinstance(value, list):
        raise not_a(place, "a list", value)
    if not has_length or (len(hints) == 2 and hints[1] is Ellipsis):
        return tuple(_typed(entry, hints[0], f"{place}[{index}]") for index, entry in enumerate(value))
    if len(value) != len(hints):
        raise not_a(place, f"a list of {len(hints)}", value)
    parts = zip(value, hints, strict=True)
    return tuple(_typed(entry, hint, f"{place}[{index}]") for index, (entry, hint) in enumerate(parts))


def _dataclass(value: Any, kinds: Sequence[Any], place: str) -> Any:
    if not isinstance(value, dict):
        raise not_a(place, "an object", value)
    names = [kind.__name__ for kind in kinds]
    name = value.get(KIND, names[0] if len(names) == 1 else None)
    if name not in names:
        raise not_a(f"{place}.{KIND}", " or ".join(f"“{one}”" for one in names), name)
    kind = kinds[names.index(name)]
    hints = _hints(kind)
    for key in value:
        if key != KIND and key not in hints:
            template = QT_TRANSLATE_NOOP(
                "engine", "This project cannot be opened: {place} is nothing that TapeLab knows. Nothing was changed."
            )
            raise Misfit(f"{place}.{key[:40]}", template)
    for one in fields(kind):
        if one.name not in value and one.default is MISSING and one.default_factory is MISSING:
            raise not_a(f"{place}.{one.name}", "a value", None)
    found = {key: _typed(entry, hints[key], f"{place}.{key}") for key, entry in value.items() if key != KIND}
    try:
        return kind(**found)
    except Problem as problem:
        template = QT_TRANSLATE_NOOP(
            "engine", "This project cannot be opened: at {place}, {reason} Nothing was changed."
        )
        raise Misfit(place, template, reason=str(problem)) from problem


@cache
def _hints(kind: Any) -> dict[str, Any]:
    hints = get_type_hints(kind)
    return {one.name: hints[one.name] for one in fields(kind)}

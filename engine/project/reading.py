"""Text of JSON becomes values, strictly: what two programs could read in two ways is not read at all."""

from __future__ import annotations

import json
import math
from typing import Any

from engine.errors import QT_TRANSLATE_NOOP, Problem

MOST_BYTES = 16 << 20
"""Far more than TapeLab writes; what is read takes about ten times as much memory."""

MOST_LEVELS = 40
LONGEST_NUMBER = 40
"""Characters; the longest that Python writes for a float has 24."""


class _Refusal(ValueError):
    """Why the text is not read, in English and short."""


def read_json(data: bytes) -> Any:
    """The values: dict, list, str, int, float, bool, None. Raises `Problem`, never anything else."""
    if len(data) > MOST_BYTES:
        template = QT_TRANSLATE_NOOP(
            "engine", "This is no project of TapeLab's: it is larger than {most} MB, and none of its own is."
        )
        raise Problem(template, most=MOST_BYTES >> 20)
    try:
        value = json.loads(
            data.decode("utf-8"),
            object_pairs_hook=_unique,
            parse_constant=_refuse_constant,
            parse_float=_finite,
            parse_int=_whole,
        )
        _check_depth(value)
    except json.JSONDecodeError as error:
        template = QT_TRANSLATE_NOOP(
            "engine", "This is no project of TapeLab's, or it is damaged: line {line}, column {column} is no JSON."
        )
        raise Problem(template, line=error.lineno, column=error.colno) from None
    except UnicodeDecodeError as error:
        raise _refused(f"byte {error.start} is not UTF-8") from None
    except RecursionError:
        raise _refused("it is nested too deeply") from None
    except _Refusal as refusal:
        raise _refused(str(refusal)) from None
    return value


def _refused(reason: str) -> Problem:
    template = QT_TRANSLATE_NOOP("engine", "This is no project of TapeLab's, or it is damaged: {reason}.")
    return Problem(template, reason=reason)


def _unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for key, value in pairs:
        if key in found:
            raise _Refusal(f"“{key[:40]}” stands twice in one place")
        found[key] = value
    return found


def _refuse_constant(text: str) -> float:
    raise _Refusal(f"{text} is no number")


def _finite(text: str) -> float:
    value = float(text) if len(text) <= LONGEST_NUMBER else math.inf
    if not math.isfinite(value):
        raise _Refusal(f"the number {text[:LONGEST_NUMBER]} is too large or too long")
    return value


def _whole(text: str) -> int:
    if len(text) > LONGEST_NUMBER:
        raise _Refusal(f"the number {text[:LONGEST_NUMBER]}… is too long")
    return int(text)


def _check_depth(value: Any) -> None:
    level, depth = [value], 0
    while level:
        depth += 1
        if depth > MOST_LEVELS:
            raise _Refusal("it is nested too deeply")
        inner = [part.values() if isinstance(part, dict) else part for part in level if isinstance(part, dict | list)]
        level = [part for parts in inner for part in parts if isinstance(part, dict | list)]

"""Numbers of epochs and of points, as they are typed."""

from __future__ import annotations

from engine.errors import QT_TRANSLATE_NOOP, Problem
from gui.controls import parsing


def epochs(text: str) -> int:
    """How many, at least one. Raises `Problem`."""
    return _at_least(text, 1, QT_TRANSLATE_NOOP("engine", "Type a number of epochs from 1, such as 5; not “{text}”."))


def batch_size(text: str) -> int:
    """How many points, at least one. Raises `Problem`."""
    return _at_least(text, 1, QT_TRANSLATE_NOOP("engine", "Type a number of points from 1, such as 16; not “{text}”."))


def patience(text: str) -> int:
    """How many epochs, maybe none. Raises `Problem`."""
    return _at_least(text, 0, QT_TRANSLATE_NOOP("engine", "Type a number of epochs from 0, such as 2; not “{text}”."))


def _at_least(text: str, least: int, template: str) -> int:
    try:
        value = parsing.whole_number(text)
    except Problem:
        value = least - 1
    if value < least:
        raise Problem(template, text=text.strip())
    return value

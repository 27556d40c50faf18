"""Names of tensors: which are allowed, and which is the next free one."""

from __future__ import annotations

import itertools
import keyword
import string
import unicodedata
from collections.abc import Collection

from engine.errors import QT_TRANSLATE_NOOP, InputError

LONGEST_NAME = 24
TAKEN = ("tf", "np", "keras", "print")
"""Names that a program needs for something else."""

Refusal = tuple[str, dict[str, object]]
"""A sentence's template and its values."""


def normal_name(text: str) -> str:
    """As Python itself reads it: `ﬁ`, one character, is `fi`."""
    return unicodedata.normalize("NFKC", text[: 4 * LONGEST_NAME].strip())


def refusal(name: str) -> Refusal | None:
    """Why no tensor can have this (normal) name; None where one can."""
    if not name.isidentifier() or keyword.iskeyword(name):
        template = QT_TRANSLATE_NOOP("engine", "A name has letters, digits and _, and begins with no digit; such as x.")
        return template, {}
    if len(name) > LONGEST_NAME:
        template = QT_TRANSLATE_NOOP("engine", "This name has {length} letters; {most} are enough.")
        return template, {"length": len(name), "most": LONGEST_NAME}
    if name in TAKEN or name.startswith("__"):
        template = QT_TRANSLATE_NOOP("engine", "{name} stands for something else in the program; take another name.")
        return template, {"name": name}
    return None


def checked_name(text: str) -> str:
    """The name as Python reads it. Raises `InputError` for what is no name."""
    name = normal_name(text)
    if found := refusal(name):
        template, values = found
        raise InputError("name", template, **values)
    return name


def next_name(taken: Collection[str]) -> str:
    """The first of a, b, …, z, a1, b1, … that is free."""
    for number in itertools.count():
        for letter in string.ascii_lowercase:
            name = f"{letter}{number or ''}"
            if name not in taken:
                return name
    raise AssertionError

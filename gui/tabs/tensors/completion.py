"""What a half-typed line can go on with, and which arguments the function at the cursor takes."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from engine.expressions.functions import ALIASES, DTYPES, FUNCTIONS, Kind

MOST = 8
LONGEST = 2000
"""Characters before the cursor that are looked at."""

_WORD = re.compile(r"(?:(?:tf|np)\.(?:\w+\.)*)?(\w+)\Z")
_OPENINGS = {"(": ")", "[": "]", "{": "}"}


@dataclass(frozen=True, slots=True)
class Candidate:
    """text: what is put in the place of the word. about: its shape, or its arguments."""

    text: str
    about: str
    is_function: bool


@dataclass(frozen=True, slots=True)
class Completion:
    """start: where the word begins that a candidate takes the place of."""

    start: int
    candidates: tuple[Candidate, ...]


@dataclass(frozen=True, slots=True)
class Hint:
    """The arguments of a call that is being typed. position: of the one at the cursor, maybe beyond the last."""

    function: str
    parameters: tuple[str, ...]
    position: int


def complete(before: str, tensors: Sequence[tuple[str, str]]) -> Completion | None:
    """What can follow the text `before` the cursor; tensors: (name, what it is). None where no word was begun."""
    match = _WORD.search(before[-LONGEST:])
    if match is None or match[1][0].isdigit():
        return None
    word = match[1]
    if _hint_kind(before) is Kind.DTYPE:
        found = [Candidate(dtype, "dtype", False) for dtype in DTYPES if dtype.startswith(word) and dtype != word]
    else:
        found = [Candidate(name, about, False) for name, about in tensors if name.startswith(word) and name != word]
        found += [Candidate(name, arguments(name), True) for name in sorted(FUNCTIONS) if name.startswith(word)]
    return Completion(len(before) - len(word), tuple(found[:MOST])) if found else None


def hint(before: str) -> Hint | None:
    """The call around the cursor; None where it is in none of ours."""
    found = _open_call(before[-LONGEST:])
    if found is None:
        return None
    name, position = found
    known = ALIASES.get(name, name)
    if known not in FUNCTIONS:
        return None
    return Hint(known, tuple(_parameters(known)), position)


def arguments(function: str) -> str:
    """As in `(input_tensor, axis=, keepdims=)`; those with = may be left out."""
    return f"({', '.join(_parameters(function))})"


def _parameters(function: str) -> list[str]:
    return [
        f"{parameter.name}=" if parameter.optional else parameter.name for parameter in FUNCTIONS[function].parameters
    ]


def _hint_kind(before: str) -> Kind | None:
    """What the argument at the cursor is to be."""
    found = _open_call(before[-LONGEST:])
    if found is None:
        return None
    name, position = found
    function = FUNCTIONS.get(ALIASES.get(name, name))
    named = re.search(r"(\w+)\s*=\s*[\w.]*\Z", before[-LONGEST:])
    if function is None:
        return None
    if named:
        return next((each.kind for each in function.parameters if each.name == named[1]), None)
    return function.parameters[position].kind if position < len(function.parameters) else None


def _open_call(before: str) -> tuple[str, int] | None:
    """The name before the innermost round bracket that is still open, and how many commas follow it."""
    depth, commas = 0, 0
    for place in range(len(before) - 1, -1, -1):
        character = before[place]
        if character in _OPENINGS.values():
            depth += 1
        elif character in _OPENINGS and depth:
            depth -= 1
        elif character in _OPENINGS:
            name = re.search(r"(\w+)\s*\Z", before[:place])
            if character == "(" and name is not None:
                return name[1], commas
            commas = 0  # a tuple or a list within the call
        elif character == "," and not depth:
            commas += 1
    return None

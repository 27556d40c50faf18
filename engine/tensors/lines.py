"""A typed line: an assignment, one with an operator, or a formula alone."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass

from engine.errors import QT_TRANSLATE_NOOP
from engine.expressions.error import ExpressionError
from engine.expressions.parser import parse, refuse_unreadable
from engine.expressions.tree import Binary, Name, Node
from engine.tensors.names import normal_name, refusal

ASSIGNMENT = re.compile(r"\s*(?P<target>[^\W\d]\w*)\s*(?P<operator>//|\*\*|[-+*/%@&|]|)=(?!=)")
EQUALS = re.compile(r"(?<![=!<>])=(?!=)")


@dataclass(frozen=True, slots=True)
class Line:
    """target: the name on the left, "" for a formula alone. operator: of an `e *= d`, else "". tree: what is to be
    computed; of `e *= d` the whole `e * d`. right: the tree of what stands on the right. text: as typed."""

    target: str
    operator: str
    tree: Node
    right: Node
    text: str


def read_line(text: str, names: Collection[str]) -> Line:
    """Reads a line about the tensors `names`. Raises `ExpressionError`, its column counted in the whole line."""
    refuse_unreadable(text)
    found = ASSIGNMENT.match(text)
    start = found.end() if found else 0
    _refuse_other_assignments(text, start)
    if found is None:
        tree = parse(text, tuple(names))
        return Line("", "", tree, tree, text.strip())
    target, operator = normal_name(found["target"]), found["operator"]
    column = found.start("target") + 1
    if reason := refusal(target):
        template, values = reason
        raise ExpressionError(column, template, **values)
    if not text[start:].strip():
        template = QT_TRANSLATE_NOOP(
            "engine", "After = stands what {target} is to be, such as {target} = ones((2, 2))."
        )
        raise ExpressionError(len(text.rstrip()) + 1, template, target=target)
    # Blanks in place of what stands before keep the columns right.
    right = parse(" " * start + text[start:], tuple(names))
    tree = right
    if operator:
        if target not in names:
            template = QT_TRANSLATE_NOOP("engine", "There is no {target} yet that {operator}= could change.")
            raise ExpressionError(column, template, target=target, operator=operator)
        tree = Binary(operator, Name(target, column), right, column)
    return Line(target, operator, tree, right, text.strip())


def _refuse_other_assignments(text: str, start: int) -> None:
    """A single = makes sense after one name, or between brackets, where it names an argument."""
    depth = 0
    for place, character in enumerate(text):
        depth += (character in "([{") - (character in ")]}")
        if character != "=" or depth > 0 or place < start or not EQUALS.match(text, place):
            continue
        if start:
            template = QT_TRANSLATE_NOOP("engine", "One line assigns once; write a second line for the second =.")
        elif text[:place].rstrip(" +-*/%@&|").endswith("]"):
            template = QT_TRANSLATE_NOOP(
                "engine", "A tensor cannot be assigned into; only a variable can, as in x[0, 0].assign(3.)."
            )
        else:
            template = QT_TRANSLATE_NOOP("engine", "Left of = stands one name, as in b = square(a).")
        raise ExpressionError(place + 1, template)

"""A program as a Jupyter notebook: format 4.5, a JSON file (https://nbformat.readthedocs.io/en/latest/format_description.html)."""

from __future__ import annotations

import ast
import itertools
import json
import re
from collections.abc import Sequence
from typing import Any


def notebook(title: str, about: str, program: str) -> str:
    """The notebook's text: a heading, what it is about (Markdown), and the program in cells.

    A cell of words begins with each heading in `about`, and one of code with each comment that stands after an empty
    line on the top level of the program.
    """
    words = re.split(r"\n+(?=## )", f"# {title}\n\n{about}".rstrip())
    cells = [_cell(number, "markdown", source) for number, source in enumerate(words)]
    cells += [
        _cell(number, "code", source) | {"execution_count": None, "outputs": []}
        for number, source in enumerate(split(program), len(words))
    ]
    metadata = {
        "kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"},
        "language_info": {"name": "python"},
    }
    content = {"cells": cells, "metadata": metadata, "nbformat": 4, "nbformat_minor": 5}
    return json.dumps(content, ensure_ascii=False, indent=1) + "\n"


def split(program: str) -> list[str]:
    """The cells of a program: put below each other, with empty lines between, they are the program again."""
    lines = program.strip("\n").split("\n")
    inside = _lines_inside_statements(program.strip("\n"))
    starts = [
        index
        for index, line in enumerate(lines)
        if index and line.startswith("#") and not lines[index - 1].strip() and index + 1 not in inside
    ]
    cells = ["\n".join(lines[start:end]).strip("\n") for start, end in _spans(starts, len(lines))]
    return [cell for cell in cells if cell]


def _lines_inside_statements(program: str) -> set[int]:
    """The numbers of the lines, from 1, at which a statement could be cut in two: text, blocks, brackets."""
    try:
        statements = ast.parse(program).body
    except SyntaxError:
        return set(range(1, program.count("\n") + 2))
    return {line for statement in statements for line in range(statement.lineno + 1, (statement.end_lineno or 0) + 1)}


def _spans(starts: Sequence[int], end: int) -> list[tuple[int, int]]:
    bounds = [0, *starts, end]
    return list(itertools.pairwise(bounds))


def _cell(number: int, kind: str, source: str) -> dict[str, Any]:
    return {"cell_type": kind, "id": f"cell-{number}", "metadata": {}, "source": source.splitlines(keepends=True)}

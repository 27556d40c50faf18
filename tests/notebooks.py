"""Reads what a notebook holds."""

from __future__ import annotations

import ast
import json
from typing import Any

from engine.notebook import notebook


def cells(text: str, kind: str) -> list[str]:
    """The sources of the cells of this kind."""
    content: dict[str, Any] = json.loads(text)
    return ["".join(cell["source"]) for cell in content["cells"] if cell["cell_type"] == kind]


def assert_holds(text: str, program: str) -> None:
    """The code cells, each complete by itself, are together the program: line for line, and as Python reads it."""
    code = cells(text, "code")
    for cell in code:
        ast.parse(cell)
    joined = "\n\n".join(code)
    assert [line for line in joined.splitlines() if line] == [line for line in program.splitlines() if line]
    assert ast.dump(ast.parse(joined)) == ast.dump(ast.parse(program))


def assert_makes_notebook(program: str) -> None:
    """The program goes into a notebook unchanged."""
    assert_holds(notebook("Title", "About it.", program), program)

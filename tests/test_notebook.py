"""A program becomes a notebook that Jupyter opens, and stays the same program."""

from __future__ import annotations

import json
import re

import pytest
from notebooks import assert_holds, assert_makes_notebook, cells

from engine.notebook import notebook, split

PROGRAM = '''\
import numpy as np

# The data
points = np.array([
    1,

# not a cell: inside brackets
    2,
])
text = """

# not a cell: inside a text
"""


def double(x):
    # what it gives

# not a cell: inside a function
    return 2 * x


# The result
for point in points:
    print(double(point))

print(text)
'''


def test_a_cell_begins_with_a_comment_on_the_top_level() -> None:
    starts = [cell.splitlines()[0] for cell in split(PROGRAM)]
    assert starts == ["import numpy as np", "# The data", "# The result"]
    assert_makes_notebook(PROGRAM)


def test_it_is_what_the_format_asks_for() -> None:
    content = json.loads(notebook("Title", "About it.", PROGRAM))
    assert (content["nbformat"], content["nbformat_minor"]) == (4, 5)
    assert set(content) == {"cells", "metadata", "nbformat", "nbformat_minor"}
    assert content["metadata"]["kernelspec"] == {
        "name": "python3",
        "display_name": "Python 3",
        "language": "python",
    }
    ids = [cell["id"] for cell in content["cells"]]
    assert len(set(ids)) == len(ids)
    assert all(re.fullmatch(r"[a-zA-Z0-9_-]{1,64}", one) for one in ids)
    for cell in content["cells"]:
        assert all(line.endswith("\n") for line in cell["source"][:-1])
        if cell["cell_type"] == "code":
            assert set(cell) == {"cell_type", "id", "metadata", "source", "execution_count", "outputs"}
            assert cell["outputs"] == []
            assert cell["execution_count"] is None
        else:
            assert set(cell) == {"cell_type", "id", "metadata", "source"}


def test_the_first_cell_says_what_it_is() -> None:
    (text,) = cells(notebook("训练", "一步一步。", PROGRAM), "markdown")
    assert text == "# 训练\n\n一步一步。"


def test_each_heading_begins_a_cell() -> None:
    text = notebook("Title", "About it.\n\n## A lesson\n\nIts words.", PROGRAM)
    assert cells(text, "markdown") == ["# Title\n\nAbout it.", "## A lesson\n\nIts words."]
    assert_holds(text, PROGRAM)


@pytest.mark.parametrize("program", ["a = 1", "# only a comment\n", "# one\na = 1\n\n\n# two\n\n# three\nb = 2\n"])
def test_small_programs(program: str) -> None:
    assert_makes_notebook(program)


def test_what_python_cannot_read_stays_in_one_piece() -> None:
    assert split("a = = 1\n\n# next\nb = 2\n") == ["a = = 1\n\n# next\nb = 2"]

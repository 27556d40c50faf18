"""Tries a line as the tensor tab runs it, beside small tensors of every sort, and watches that nothing else runs."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from types import SimpleNamespace
from typing import Any

from formula_lines import tensors

from engine.expressions import ExpressionError
from engine.expressions.tree import Name
from engine.tensors.lines import read_line
from engine.tensors.running import run
from engine.tensors.twins import NumPyTwin
from engine.tensors.workspace import Item, Step

SECONDS = 0.05
"""In which a line must be refused."""

TRIALS = 5
"""Another program may take the processor away; not five times in a row."""


@dataclass(frozen=True, slots=True)
class Trial:
    """What came of a line: the sentence that refuses it, "" where it was computed. seconds: of the quickest of the
    tries, which are several only where the first was slow to refuse."""

    refusal: str
    seconds: float

    @property
    def is_computed(self) -> bool:
        return not self.refusal


def try_line(line: str) -> Trial:
    """Computes the line, with NumPy too, or has it refused in one sentence, with a place in the line."""
    best = float("inf")
    for _ in range(TRIALS):
        held = workspace()
        started = time.thread_time()
        try:
            item = run(read_line(line, held.items), held)
        except ExpressionError as error:
            best = min(best, time.thread_time() - started)
            refusal, column = str(error), error.column
            if best < SECONDS:
                break
        else:
            seconds = time.thread_time() - started
            assert (item.twin.value is None) == (item.twin.problem is not None)
            return Trial("", seconds)
    assert 1 <= column <= len(line) + 1
    assert "\n" not in refusal
    assert 0 < len(refusal) < 400
    return Trial(refusal, best)


def workspace() -> Any:
    """A stand-in for a workspace, with these tensors."""
    items = {name: _item(name, tensor) for name, tensor in tensors().items()}
    return SimpleNamespace(items=items, next_number=lambda: 1)


def _item(name: str, tensor: Any) -> Item:
    return Item(name, name, tensor, Step(0, name, "", (), ()), Name(name, 1), {}, NumPyTwin(name, tensor.numpy))


_caught: list[str] | None = None


def _watch(event: str, arguments: tuple[Any, ...]) -> None:
    """Python calls it for whatever reaches out of the program."""
    if _caught is None:
        return
    writes = event == "open" and isinstance(arguments[1], str) and set(arguments[1]) & set("wax+")
    if writes or event in ("os.system", "os.exec", "os.posix_spawn", "subprocess.Popen", "socket.connect", "os.remove"):
        _caught.append(f"{event} {arguments[0]!r}")


@contextmanager
def watched() -> Iterator[list[str]]:
    """The list that this gives takes up what is written, started or deleted meanwhile, in whatever way."""
    global _caught
    if not getattr(sys, "_tapelab_watches", False):
        sys.addaudithook(_watch)  # which stays as long as Python
        sys._tapelab_watches = True  # type: ignore[attr-defined]
    caught: list[str] = []
    _caught = caught
    try:
        yield caught
    finally:
        _caught = None

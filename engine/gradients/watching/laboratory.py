"""The engine of the page about watching: runs every experiment, one at a time, and the repairs that are asked for."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import assert_never

from engine.errors import QT_TRANSLATE_NOOP, InputError, Problem
from engine.expressions import ExpressionError
from engine.expressions.parser import parse
from engine.expressions.tree import Node, names_in
from engine.gradients.watching import EXPERIMENTS, run
from engine.gradients.watching.outcome import Outcome
from engine.gradients.watching.protocol import (
    ApplyRepair,
    BreakAgain,
    Trial,
    TryAll,
    WatchingCommand,
    WatchingDrawn,
    WatchingEvent,
    WatchingFailed,
    WatchingFrame,
)


class WatchingLaboratory:
    """One formula at a time. A frame is told when something has changed and the last one has been drawn."""

    def __init__(self, tell: Callable[[WatchingEvent], None]) -> None:
        self._tell = tell
        self._asked: TryAll | None = None
        self._tree: Node | None = None
        self._before: dict[str, Outcome] = {}
        self._after: dict[str, Outcome] = {}
        self._repaired: set[str] = set()
        self._changed = False
        self._drawn = True

    def obey(self, command: WatchingCommand) -> None:
        """Carries a command out. What cannot be done changes nothing and is told as `WatchingFailed`."""
        try:
            self._obey(command)
        except Problem as problem:
            field = problem.field if isinstance(problem, InputError) else None
            self._tell(WatchingFailed(problem, "text" if isinstance(problem, ExpressionError) else field))
        self._offer_frame()

    def work(self) -> float | None:
        """Runs the next experiment; gives None where all have been run."""
        if self._asked is None or self._tree is None:
            return None
        tree, at = self._tree, self._asked.at
        for key, experiment in EXPERIMENTS.items():
            if key not in self._before:
                self._before[key] = run(experiment, tree, "t", at)
                break
            if key in self._repaired and key not in self._after:
                self._after[key] = run(experiment, tree, "t", at, repaired=True)
                break
        else:
            return None
        self._changed = True
        self._offer_frame()
        return 0.0

    def _obey(self, command: WatchingCommand) -> None:
        match command:
            case WatchingDrawn():
                self._drawn = True
            case TryAll():
                self._try_all(command)
            case ApplyRepair():
                self._repaired.add(command.key)
            case BreakAgain():
                self._repaired.discard(command.key)
                self._after.pop(command.key, None)
                self._changed = True
            case _:
                assert_never(command)

    def _try_all(self, command: TryAll) -> None:
        tree = parse(command.text, ("t",))
        if "t" not in names_in(tree):
            template = QT_TRANSLATE_NOOP(
                "engine", "The formula must depend on t; that of a mere number has no gradient."
            )
            raise InputError("text", template)
        first = next(iter(EXPERIMENTS))
        outcome = run(EXPERIMENTS[first], tree, "t", command.at)  # what cannot be computed is not shown
        if outcome.gradient is not None and not math.isfinite(outcome.gradient):
            template = QT_TRANSLATE_NOOP(
                "engine", "At t = {at} the gradient of this formula is not finite; choose another t."
            )
            raise InputError("at", template, at=command.at)
        self._asked, self._tree = command, tree
        self._before, self._after = {first: outcome}, {}
        self._changed = True

    def _offer_frame(self) -> None:
        if self._asked is None or not self._changed or not self._drawn:
            return
        self._changed, self._drawn = False, False
        trials = tuple(Trial(key, self._before.get(key), self._after.get(key)) for key in EXPERIMENTS)
        self._tell(WatchingFrame(self._asked, trials))

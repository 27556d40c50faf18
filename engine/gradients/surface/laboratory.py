"""The engine of the page f(x, y): obeys its commands, tells what the surface and the point look like."""

from __future__ import annotations

import math
from collections.abc import Callable
from contextlib import suppress
from typing import TYPE_CHECKING, assert_never

from engine.errors import QT_TRANSLATE_NOOP, InputError, Problem
from engine.expressions import ExpressionError
from engine.gradients.surface.protocol import (
    Ascend,
    Descend,
    MovePoint,
    ShowSurface,
    SurfaceCommand,
    SurfaceDrawn,
    SurfaceEvent,
    SurfaceFailed,
    SurfaceFrame,
)
from engine.gradients.surface.subjects import NAMES, Formula

if TYPE_CHECKING:
    from engine.gradients.surface.functions import SurfaceFunction
    from engine.gradients.surface.records import Picture
    from engine.gradients.symbolic import SymbolicSlopes

MOST_DESCENT = 10_000
"""Steps of gradient descent that are kept."""


class SurfaceLaboratory:
    """One function, and one point of it. `tell` is called with every event.

    A frame is told when something has changed and the last one has been drawn, never otherwise; what it says about
    the point is worked out only then, so that a quick hand costs no more than a slow one. SymPy, which takes a while
    to differentiate, does so when the first picture is on its way.
    """

    def __init__(self, tell: Callable[[SurfaceEvent], None]) -> None:
        self._tell = tell
        self._shown: ShowSurface | None = None
        self._function: SurfaceFunction
        self._exact: SurfaceFunction
        self._picture: Picture
        self._symbols: SymbolicSlopes | None = None
        self._symbols_are_due = False
        self._path: tuple[tuple[float, float], ...] = ()
        self._learning_rates: tuple[float, ...] = ()
        self._point = (0.0, 0.0)
        self._run = 0
        self._changed = False
        self._drawn = True

    def obey(self, command: SurfaceCommand) -> None:
        """Carries a command out. What cannot be done changes nothing and is told as `SurfaceFailed`."""
        try:
            self._obey(command)
        except Problem as problem:
            self._fail(problem)
        except MemoryError:
            self._fail(
                Problem(QT_TRANSLATE_NOOP("engine", "There is not enough memory for this; nothing was changed."))
            )
        self._offer_frame()

    def work(self) -> float | None:
        """Finds the symbolic derivatives to compare with, once for each formula."""
        if self._symbols_are_due and self._shown is not None and isinstance(self._shown.subject, Formula):
            from engine.gradients.surface.functions import point_function
            from engine.gradients.symbolic import SymbolicSlopes

            self._symbols_are_due = False
            with suppress(Problem):  # it has no symbolic form, and finite differences must do
                self._symbols = SymbolicSlopes(point_function(self._shown.subject.text).tree, NAMES)
            self._changed = True
            self._offer_frame()
        return None

    def _obey(self, command: SurfaceCommand) -> None:
        match command:
            case SurfaceDrawn():
                self._drawn = True
                return
            case ShowSurface():
                self._run = command.run
                self._show(command)
            case _ if self._shown is None:
                return
            case MovePoint():
                self._move(self._shown, command.x, command.y)
            case Descend():
                self._descend(self._shown, command.learning_rate)
            case Ascend():
                self._ascend(command.wholly)
            case _:
                assert_never(command)
        self._changed = True

    def _show(self, command: ShowSurface) -> None:
        from engine.gradients.surface.functions import SurfaceFunction, in_dtype
        from engine.gradients.surface.picture import take_picture

        command.region.check_steps(command.steps, command.dtype)
        was = self._shown
        function, exact = (self._function, self._exact) if was is not None else (None, None)
        if was is None or was.subject != command.subject:
            function = exact = None
        if function is None or was is None or was.dtype != command.dtype:
            function = SurfaceFunction(command.subject, command.dtype)
        if exact is None:
            exact = function if command.dtype == "float64" else SurfaceFunction(command.subject, "float64")
        picture = take_picture(function, command.region, command.steps)
        if was is None or was.subject != command.subject:
            self._symbols, self._symbols_are_due = None, True
        self._picture = picture
        self._function, self._exact, self._shown = function, exact, command
        self._point = in_dtype(command.region.nearest(*command.point), command.dtype)
        self._path, self._learning_rates = (), ()

    def _move(self, shown: ShowSurface, x: float, y: float) -> None:
        from engine.gradients.surface.functions import in_dtype

        shown.region.check_point(x, y)
        self._point = in_dtype((x, y), shown.dtype)
        self._path, self._learning_rates = (), ()

    def _descend(self, shown: ShowSurface, learning_rate: float) -> None:
        from engine.gradients.surface.functions import in_dtype

        if not 0 < learning_rate < math.inf:
            template = QT_TRANSLATE_NOOP("engine", "The learning rate must be a number above 0, not {value}.")
            raise InputError("learning_rate", template, value=learning_rate)
        if len(self._path) >= MOST_DESCENT:
            template = QT_TRANSLATE_NOOP("engine", "{most} steps are enough; go back to the start, or move the point.")
            raise Problem(template, most=MOST_DESCENT)
        below = self._function.step_down(self._point, learning_rate)
        if not self._path and not self._function.has_finite_gradient(self._point):
            raise Problem(QT_TRANSLATE_NOOP("engine", "The gradient is not finite here, so there is no way down."))
        if not all(map(math.isfinite, below)):
            template = QT_TRANSLATE_NOOP(
                "engine", "The next step would lead to no finite point; go back and choose a smaller learning rate."
            )
            raise InputError("learning_rate", template)
        self._path, self._learning_rates = (*self._path, self._point), (*self._learning_rates, learning_rate)
        self._point = in_dtype(below, shown.dtype)

    def _ascend(self, wholly: bool) -> None:
        if self._path:
            kept = 0 if wholly else len(self._path) - 1
            self._point = self._path[kept]
            self._path, self._learning_rates = self._path[:kept], self._learning_rates[:kept]

    def _fail(self, problem: Problem) -> None:
        field = "formula" if isinstance(problem, ExpressionError) else None
        self._tell(SurfaceFailed(self._run, problem, problem.field if isinstance(problem, InputError) else field))

    def _offer_frame(self) -> None:
        shown = self._shown
        if shown is None or not self._changed or not self._drawn:
            return
        from engine.gradients.surface.check import finite_differences, symbols
        from engine.gradients.surface.place import look_at
        from engine.gradients.surface.script import surface_script

        self._changed = self._drawn = False
        place = look_at(self._function, self._point, shown.dtype, self._picture)
        checks = [finite_differences(self._exact, place, shown.region)]
        if self._symbols is not None:
            checks.insert(0, symbols(self._symbols, place))
        start = (*self._path, self._point)[0]
        self._tell(
            SurfaceFrame(
                run=shown.run,
                subject=shown.subject,
                dtype=shown.dtype,
                picture=self._picture,
                place=place,
                checks=tuple(checks),
                path=self._path,
                script=surface_script(shown.subject, shown.dtype, self._function, start, self._learning_rates),
                learning_rates=self._learning_rates,
            )
        )

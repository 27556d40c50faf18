"""The engine of the gradients tab: one small laboratory for each of its pages, all on one thread."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Protocol, get_args

from engine.gradients.curve_laboratory import CurveLaboratory
from engine.gradients.curve_protocol import CurveCommand
from engine.gradients.surface import SurfaceLaboratory
from engine.gradients.surface.protocol import SurfaceCommand
from engine.gradients.watching.laboratory import WatchingLaboratory
from engine.gradients.watching.protocol import WatchingCommand
from engine.loading import load_tensorflow


class Part(Protocol):
    """A page's laboratory. TensorFlow is loaded when it is made; it tells its events through the function it gets."""

    def obey(self, command: Any) -> None:
        """Carries a command of its own out, and fails with an event of its own."""

    def work(self) -> float | None:
        """Does a short piece of work; gives the seconds until the next, None where there is none."""


PARTS: tuple[tuple[Any, Callable[[Callable[[Any], None]], Part]], ...] = (
    (CurveCommand, CurveLaboratory),
    (WatchingCommand, WatchingLaboratory),
    (SurfaceCommand, SurfaceLaboratory),
)
"""The union of the commands of each page, and what obeys them."""


class GradientsLaboratory:
    """Hands each command to the page's laboratory that it belongs to, by its type."""

    def __init__(self, tell: Callable[[Any], None]) -> None:
        self._tell = tell
        self._parts: tuple[Part, ...] = ()
        self._obeyer: dict[type, Part] = {}

    def start(self) -> None:
        """Loads TensorFlow."""
        load_tensorflow()
        for commands, make in PARTS:
            part = make(self._tell)
            self._parts += (part,)
            self._obeyer.update(dict.fromkeys(get_args(commands), part))

    def obey(self, command: object) -> None:
        """Carries a command out."""
        self._obeyer[type(command)].obey(command)

    def work(self) -> float | None:
        """Lets every page's laboratory work; gives the seconds until the first of them has more to do."""
        waits = [wait for part in self._parts if (wait := part.work()) is not None]
        return min(waits, default=None)

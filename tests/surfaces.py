"""What the tests of f(x, y) share: a laboratory that answers at once, and one for the window's thread."""

from __future__ import annotations

from typing import Any

from engine.gradients.surface import SurfaceLaboratory
from engine.gradients.surface.protocol import (
    ShowSurface,
    SurfaceCommand,
    SurfaceDrawn,
    SurfaceFailed,
    SurfaceFrame,
)
from engine.gradients.surface.subjects import ClassifierLoss, Dtype, Formula, Region
from engine.loading import load_tensorflow

SQUARE = Region(-2.0, 2.0, -2.0, 2.0)


class LoadingLaboratory(SurfaceLaboratory):
    """As the tab's engine starts it."""

    def start(self) -> None:
        load_tensorflow()


class Surfaces:
    """Sends commands as the page does, and draws every frame at once."""

    def __init__(self) -> None:
        load_tensorflow()
        self._events: list[Any] = []
        self._laboratory = SurfaceLaboratory(self._events.append)
        self._run = 0

    def show(
        self,
        subject: str | ClassifierLoss,
        point: tuple[float, float] = (0.5, 0.25),
        region: Region = SQUARE,
        dtype: Dtype = "float32",
        steps: int = 40,
    ) -> SurfaceFrame:
        self._run += 1
        of = Formula(subject) if isinstance(subject, str) else subject
        return self.frame_after(ShowSurface(self._run, of, region, dtype, steps, point))

    def refusal(self, command: SurfaceCommand | str) -> SurfaceFailed:
        if isinstance(command, str):
            self._run += 1
            command = ShowSurface(self._run, Formula(command), SQUARE, "float32", 40, (0.0, 0.0))
        event = self._event_after(command)
        assert isinstance(event, SurfaceFailed)
        return event

    def frame_after(self, command: SurfaceCommand) -> SurfaceFrame:
        event = self._event_after(command)
        assert isinstance(event, SurfaceFrame), event
        return event

    def frame_after_work(self) -> SurfaceFrame:
        """What comes when the laboratory is left to itself."""
        self._laboratory.obey(SurfaceDrawn())
        self._events.clear()
        assert self._laboratory.work() is None
        (event,) = self._events
        assert isinstance(event, SurfaceFrame)
        return event

    def _event_after(self, command: SurfaceCommand) -> Any:
        self._laboratory.obey(SurfaceDrawn())
        self._events.clear()
        self._laboratory.obey(command)
        (event,) = self._events
        return event

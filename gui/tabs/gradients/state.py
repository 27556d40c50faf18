"""What a project keeps of the gradients tab."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from engine.errors import QT_TRANSLATE_NOOP, InputError
from engine.gradients.curve_protocol import CurveSettings
from engine.gradients.surface.laboratory import MOST_DESCENT
from engine.gradients.watching import EXPERIMENTS
from gui.tabs.gradients.curve_gallery import EXHIBITS
from gui.tabs.gradients.surface_choices import SurfaceChoices
from gui.tabs.gradients.watching_choices import WatchingChoices


@dataclass(frozen=True, slots=True)
class CurvesState:
    """at: the t of the point."""

    settings: CurveSettings = field(default_factory=CurveSettings)
    at: float = EXHIBITS[0].at


@dataclass(frozen=True, slots=True)
class WatchingState:
    """repaired: the keys of the experiments whose program is mended. Raises `InputError` for what there is not."""

    choices: WatchingChoices = field(default_factory=WatchingChoices)
    repaired: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        for key in self.repaired:
            if key not in EXPERIMENTS:
                raise InputError("experiment", QT_TRANSLATE_NOOP("engine", "There is no experiment {name}."), name=key)


@dataclass(frozen=True, slots=True)
class SurfaceState:
    """learning_rates: of each step of gradient descent from the point on. Raises `InputError` for too many."""

    choices: SurfaceChoices = field(default_factory=SurfaceChoices)
    learning_rates: tuple[float, ...] = ()

    def __post_init__(self) -> None:
        if len(self.learning_rates) > MOST_DESCENT:
            template = QT_TRANSLATE_NOOP("engine", "A descent of {steps} steps is longer than any here.")
            raise InputError("learning_rate", template, steps=len(self.learning_rates))


@dataclass(frozen=True, slots=True)
class GradientsState:
    """page: the one in front."""

    page: Literal["curves", "watching", "surface"] = "curves"
    curves: CurvesState = field(default_factory=CurvesState)
    watching: WatchingState = field(default_factory=WatchingState)
    surface: SurfaceState = field(default_factory=SurfaceState)

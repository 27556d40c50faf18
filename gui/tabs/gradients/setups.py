"""What the links of lessons set up in the gradients tab."""

from __future__ import annotations

from collections.abc import Mapping

from engine.gradients.curve_protocol import CurveSettings
from gui.tab import Setup
from gui.tabs.gradients.state import CurvesState, GradientsState, WatchingState
from gui.tabs.gradients.watching_choices import WatchingChoices

EXPERIMENTS = ("constant", "watched", "integer", "notes", "outside_outer", "twice")


def setups() -> Mapping[str, Setup]:
    """By name; the experiments of the page about watching by their own."""
    return {
        "slope": Setup(GradientsState(curves=CurvesState(CurveSettings(order=1), at=2.0))),
        "fall": Setup(GradientsState(curves=CurvesState(CurveSettings(order=2), at=2.0))),
        **{key: Setup(_watching(key)) for key in EXPERIMENTS},
    }


def _watching(experiment: str) -> GradientsState:
    choices = WatchingChoices(at=2.0, experiment=experiment)
    return GradientsState(page="watching", watching=WatchingState(choices))

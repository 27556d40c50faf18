"""Functions of two variables that each teach something, to look at by one click."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QWidget

from gui.controls.chip_row import ChipRow
from gui.tabs.gradients.surface_choices import SurfaceChoices

START = SurfaceChoices()


@dataclass(frozen=True, slots=True)
class Exhibit:
    """title, lesson: what it is called, and what one sees in it, in the language in force."""

    choices: SurfaceChoices
    title: Callable[[], str]
    lesson: Callable[[], str]


def _formula(text: str, point: tuple[float, float], learning_rate: float = 0.1, side: float = 2.0) -> SurfaceChoices:
    ranges = (-side, side)
    return replace(START, formula=text, point=point, learning_rate=learning_rate, x_range=ranges, y_range=ranges)


EXHIBITS: dict[str, Exhibit] = {
    "bowl": Exhibit(
        _formula("x**2 + 2*y**2", (1.3, 0.7)),
        lambda: QCoreApplication.translate("surface", "bowl"),
        lambda: QCoreApplication.translate(
            "surface", "Both curvatures are the same everywhere; one is twice the other."
        ),
    ),
    "saddle": Exhibit(
        _formula("x**2 - y**2", (1.0, 0.6)),
        lambda: QCoreApplication.translate("surface", "saddle"),
        lambda: QCoreApplication.translate("surface", "Up along x, down along y: at 0, 0 it is level, and no minimum."),
    ),
    "rosenbrock": Exhibit(
        replace(
            START,
            formula="(1 - x)**2 + 100*(y - x**2)**2",
            point=(-1.2, 1.0),
            y_range=(-1.0, 3.0),
            learning_rate=0.001,
        ),
        lambda: QCoreApplication.translate("surface", "Rosenbrock"),
        lambda: QCoreApplication.translate(
            "surface", "A narrow, bent valley: across it steep, along it almost flat, so that descent is slow."
        ),
    ),
    "loss": Exhibit(
        replace(START, subject="loss", x_range=(-1.5, 1.5), y_range=(-1.5, 1.5), point=(0.8, 0.5), learning_rate=0.1),
        lambda: QCoreApplication.translate("surface", "classifier's loss"),
        lambda: QCoreApplication.translate(
            "surface", "The mean squared error that the training tab brings down, over W[0] and W[1]; b stays."
        ),
    ),
    "wells": Exhibit(
        _formula("(x**2 - 1)**2 + y**2 + 0.3*x", (0.4, 0.9), 0.05),
        lambda: QCoreApplication.translate("surface", "two wells"),
        lambda: QCoreApplication.translate(
            "surface", "Two valleys and a pass between them: where descent ends depends on where it starts."
        ),
    ),
    "kinks": Exhibit(
        _formula("abs(x) + abs(y)", (0.9, 0.5)),
        lambda: QCoreApplication.translate("surface", "kinks"),
        lambda: QCoreApplication.translate(
            "surface", "Flat pieces that meet in kinks: the Hessian is 0 everywhere, and says nothing of the minimum."
        ),
    ),
    "waves": Exhibit(
        _formula("sin(x)*cos(y)", (0.8, 0.5), 0.3, side=4.0),
        lambda: QCoreApplication.translate("surface", "waves"),
        lambda: QCoreApplication.translate("surface", "Hills, valleys and saddles side by side."),
    ),
    "monkey": Exhibit(
        _formula("x**3 - 3*x*y**2", (0.6, 0.8), 0.02),
        lambda: QCoreApplication.translate("surface", "monkey saddle"),
        lambda: QCoreApplication.translate(
            "surface", "At 0, 0 gradient and Hessian are 0, and yet it is not flat: the third order decides."
        ),
    ),
}


class SurfaceGallery(ChipRow):
    """A button for each, the one that is looked at pressed."""

    def __init__(self, width: int, parent: QWidget | None = None) -> None:
        super().__init__(tuple(EXHIBITS), width, parent)
        self.retranslate()

    def show_choices(self, choices: SurfaceChoices) -> None:
        """Presses the button of the function that is looked at."""
        self.show_key(next((key for key, exhibit in EXHIBITS.items() if _is_same(exhibit.choices, choices)), None))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def retranslate(self) -> None:
        """Says everything in the language that is now in force."""
        for key, exhibit in EXHIBITS.items():
            self.set_label(key, exhibit.title(), exhibit.lesson())


def _is_same(one: SurfaceChoices, other: SurfaceChoices) -> bool:
    return one.subject == other.subject and (one.subject == "loss" or one.formula == other.formula)

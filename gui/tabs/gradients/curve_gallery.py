"""Functions of t that each teach something, to look at by one click."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QEvent, Signal
from PySide6.QtWidgets import QWidget

from engine.gradients.naming import FREE_FALL
from gui.controls.chip_row import ChipRow


@dataclass(frozen=True, slots=True)
class Exhibit:
    """text over span, with the point `at`. title, lesson: what it is called, and what one sees, in the language in
    force."""

    text: str
    span: tuple[float, float]
    at: float
    title: Callable[[], str]
    lesson: Callable[[], str]


EXHIBITS: tuple[Exhibit, ...] = (
    Exhibit(
        FREE_FALL,
        (0.0, 3.0),
        1.4,
        lambda: QCoreApplication.translate("curves", "free fall"),
        lambda: QCoreApplication.translate("curves", "The speed grows evenly: the acceleration is always the same."),
    ),
    Exhibit(
        "sin(3*t)*exp(-t/3)",
        (0.0, 9.0),
        1.0,
        lambda: QCoreApplication.translate("curves", "spring"),
        lambda: QCoreApplication.translate("curves", "Swings that die away; the acceleration works against the place."),
    ),
    Exhibit(
        "sigmoid(t)",
        (-6.0, 6.0),
        1.0,
        lambda: "sigmoid",
        lambda: QCoreApplication.translate("curves", "The slope is 0.25 at most, and vanishes to both sides."),
    ),
    Exhibit(
        "t**3 - 3*t",
        (-2.5, 2.5),
        0.5,
        lambda: QCoreApplication.translate("curves", "cubic"),
        lambda: QCoreApplication.translate("curves", "Where the second derivative is 0, the curve bends over."),
    ),
    Exhibit(
        "relu(t)",
        (-2.0, 2.0),
        0.8,
        lambda: "relu",
        lambda: QCoreApplication.translate("curves", "A kink: the slope jumps from 0 to 1; at 0 itself it is 0."),
    ),
    Exhibit(
        "abs(t)",
        (-2.0, 2.0),
        -0.8,
        lambda: "abs",
        lambda: QCoreApplication.translate("curves", "A kink: the slope jumps from −1 to 1; at 0 itself it is 0."),
    ),
    Exhibit(
        "1/t",
        (-2.0, 2.0),
        0.8,
        lambda: QCoreApplication.translate("curves", "pole"),
        lambda: QCoreApplication.translate("curves", "At 0 there is no value: the two branches are not joined."),
    ),
    Exhibit(
        "sin(t**2)",
        (0.0, 4.0),
        1.5,
        lambda: QCoreApplication.translate("curves", "composed"),
        lambda: QCoreApplication.translate("curves", "The chain rule: the inner slope, 2·t, makes the waves steeper."),
    ),
)


class CurveGallery(ChipRow):
    """A button for each, the one that is looked at pressed."""

    exhibited = Signal(Exhibit)  # the one that the user wants to see

    def __init__(self, width: int, parent: QWidget | None = None) -> None:
        super().__init__(tuple(exhibit.text for exhibit in EXHIBITS), width, parent)
        self.chosen.connect(self._exhibit)
        self.retranslate()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def retranslate(self) -> None:
        """Says everything in the language that is now in force."""
        for exhibit in EXHIBITS:
            self.set_label(exhibit.text, exhibit.title(), exhibit.lesson())

    def _exhibit(self, text: str) -> None:
        self.exhibited.emit(next(exhibit for exhibit in EXHIBITS if exhibit.text == text))

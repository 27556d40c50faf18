"""The panel on the left of the page of f(x, y): the function, what is seen of it, the point, and the check."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QWidget

from engine.gradients.surface.protocol import SurfaceFrame
from gui import fonts
from gui.controls import parsing
from gui.controls.code_field import CodeField
from gui.controls.field import Field
from gui.controls.segmented import SegmentedSwitch
from gui.controls.settings_form import SettingsForm
from gui.controls.stepping import whole_step
from gui.tabs.gradients.surface_checks import SurfaceChecks
from gui.tabs.gradients.surface_choices import SurfaceChoices
from gui.tabs.gradients.surface_gallery import EXHIBITS, SurfaceGallery

WIDTH = 244
MARGIN = 14
DTYPES = ("float32", "float64")


class SurfaceSettings(SettingsForm[SurfaceChoices]):
    """The choices are `SurfaceChoices`."""

    # The point that was typed: x, y.
    point_typed = Signal(float, float)

    def __init__(self, choices: SurfaceChoices, parent: QWidget | None = None) -> None:
        super().__init__(choices, WIDTH, margin=MARGIN, parent=parent)
        self.formula = CodeField(width=WIDTH)
        self._gallery = SurfaceGallery(fonts.px(WIDTH) - 2 * MARGIN - 2)
        self._dtype = SegmentedSwitch(DTYPES)
        self._checks = SurfaceChecks()
        self._x: Field[float] = Field(choices.point[0], parsing.number, _show_shortly, width=112)
        self._y: Field[float] = Field(choices.point[1], parsing.number, _show_shortly, width=112)
        self.add_heading("function")
        self.add_row("formula", self.formula)
        self.add_field("bias", parsing.number, parsing.show_number, width=112)
        self.column.addWidget(self._gallery)
        self.add_heading("point")
        self.add_row("x", self._x)
        self.add_row("y", self._y)
        self.add_heading("picture")
        self.add_field("x_range", parsing.pair, parsing.show_pair, width=112)
        self.add_field("y_range", parsing.pair, parsing.show_pair, width=112)
        self.add_field("steps", parsing.whole_number, str, partial(whole_step, least=2), width=112)
        self.add_switch("dtype", self._dtype)
        self.add_heading("check")
        self.column.addWidget(self._checks)
        self.column.addStretch()
        self.formula.entered.connect(self._take_formula)
        self._gallery.chosen.connect(lambda key: self.exhibit(EXHIBITS[key].choices))
        self._x.changed.connect(self._type_point)
        self._y.changed.connect(self._type_point)
        self.show_choices(choices)
        self.retranslate()

    def show_choices(self, choices: SurfaceChoices) -> None:
        super().show_choices(choices)
        is_loss = choices.subject == "loss"
        self.formula.set_text("" if is_loss else choices.formula)
        self.rows["bias"].setVisible(is_loss)
        for field, value in zip((self._x, self._y), choices.point, strict=True):
            field.set_value(value)
        self._gallery.show_choices(choices)
        self.retranslate()

    def take(self, name: str, choices: SurfaceChoices) -> None:
        self.clear_problems()
        super().take(name, choices)

    def exhibit(self, choices: SurfaceChoices) -> None:
        """Goes over to a function of the gallery; dtype, grid and colours stay as they are."""
        before = self.choices
        kept = {name: getattr(before, name) for name in ("dtype", "steps", "spacing", "arrows")}
        self.show_choices(replace(choices, **kept))
        self.changed.emit("formula", before)

    def words(self, name: str) -> str:
        return name if name in ("x", "y", "dtype") else super().words(name)

    def draw(self, frame: SurfaceFrame) -> None:
        """Shows where the point is, and whether its numbers are right."""
        point = (frame.place.x, frame.place.y)
        self.choices = replace(self.choices, point=point)
        for field, value in zip((self._x, self._y), point, strict=True):
            field.set_value(value)
        self._checks.draw(frame.checks)

    def names(self) -> tuple[str, str]:
        """What the two variables are called."""
        return ("W[0]", "W[1]") if self.choices.subject == "loss" else ("x", "y")

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def retranslate(self) -> None:
        """Says everything in the language that is now in force."""
        self.setAccessibleName(self.tr("Function and point"))
        self.set_headings(
            {
                "function": self.tr("Function of x and y"),
                "point": self.tr("Point"),
                "picture": self.tr("Picture"),
                "check": self.tr("Check of gradient and Hessian"),
            }
        )
        x, y = self.names()
        self.formula.set_name(
            self.tr("Formula"), self.tr("A formula about x and y, such as x**2 - y**2; Enter shows it.")
        )
        self.formula.set_placeholder(self.tr("loss(W[0], W[1])") if self.choices.subject == "loss" else "x**2 - y**2")
        self.rows["bias"].set_label(self.tr("b"), self.tr("The classifier's bias, which stays the same everywhere."))
        self._x.set_label(x, self.tr("Where the point is; drag it in the picture, or type a number."))
        self._y.set_label(y, self.tr("Where the point is; drag it in the picture, or type a number."))
        self.rows["x_range"].set_label(
            self.tr("{name} from, to").format(name=x), self.tr("The left and the right edge of the picture.")
        )
        self.rows["y_range"].set_label(
            self.tr("{name} from, to").format(name=y), self.tr("The lower and the upper edge of the picture.")
        )
        self.rows["steps"].set_label(
            self.tr("Grid"), self.tr("Into how many steps each side is divided; the function is worked out at each.")
        )
        self._dtype.setAccessibleName(self.tr("dtype"))
        for dtype, digits in zip(DTYPES, (7, 16), strict=True):
            tip = self.tr("Compute in {dtype}, which has about {digits} digits.")
            self._dtype.set_label(dtype, dtype, tip.format(dtype=dtype, digits=digits))

    def _take_formula(self) -> None:
        text = self.formula.text()
        if self.choices.subject == "formula" or text.strip():
            choices = replace(self.choices, subject="formula", formula=text)
            self.rows["bias"].hide()
            self._gallery.show_choices(choices)
            self.formula.keep()
            self.take("formula", choices)
            self.retranslate()

    def _type_point(self, _: object) -> None:
        self.point_typed.emit(self._x.value(), self._y.value())


def _show_shortly(value: float) -> str:
    """Enough digits to follow; what is typed counts in full."""
    return f"{value:.5g}"

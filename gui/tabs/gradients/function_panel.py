"""The panel on the left of the page of curves: the function, the point, the range, and the check."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import partial
from typing import get_args

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QWidget

from engine.expressions import ExpressionError
from engine.gradients.curve_protocol import CurveSettings, CurvesFrame, Watch
from engine.gradients.naming import naming
from engine.gradients.pointwise import parse_curve
from engine.gradients.watching import Kind, repaired
from gui import fonts
from gui.controls import parsing
from gui.controls.choice import Choice
from gui.controls.field import Field
from gui.controls.segmented import SegmentedSwitch
from gui.controls.settings_form import SettingsForm
from gui.controls.stepping import whole_step
from gui.tabs.gradients.curve_checks import DTYPES, CurveChecks
from gui.tabs.gradients.curve_gallery import CurveGallery, Exhibit
from gui.tabs.gradients.formula_picture import FormulaPicture
from gui.tabs.gradients.function_field import FunctionField

WIDTH = 216
MARGIN = 14
WATCHES: tuple[Watch, ...] = get_args(Watch)


class FunctionPanel(SettingsForm[CurveSettings]):
    """The choices are `CurveSettings`; the point's t is the engine's."""

    # The user went over to a function of the gallery: the choices before, and the t to go to.
    exhibited = Signal(object, float)

    # The t that was typed.
    moved = Signal(float)

    def __init__(self, settings: CurveSettings, parent: QWidget | None = None) -> None:
        super().__init__(settings, WIDTH, margin=MARGIN, parent=parent)
        self._function = FunctionField(width=WIDTH)
        self._formula = FormulaPicture()
        self._gallery = CurveGallery(fonts.px(WIDTH) - 2 * MARGIN)
        self._at: Field[float] = Field(0.0, parsing.number, _show_shortly, width=112)
        self._watch: Choice[Watch] = Choice(width=152)
        self._dtype = SegmentedSwitch(DTYPES)
        self._checks = CurveChecks()
        self.add_heading("function")
        self.add_row("text", self._function)
        self.column.addWidget(self._formula)
        self.column.addWidget(self._gallery)
        self.add_heading("point")
        self.add_row("at", self._at)
        self.add_field("span", _parse_span, _show_span, width=112)
        self.add_field("samples", parsing.whole_number, str, partial(whole_step, least=2), width=112)
        self.add_field("order", parsing.whole_number, str, whole_step, width=112)
        self.add_choice("watch", self._watch)
        self.add_switch("dtype", self._dtype)
        for name, term in (("order", "second-derivative"), ("watch", "watch")):
            self.rows[name].set_term(term)
        self.add_heading("check")
        self.column.addWidget(self._checks)
        self.column.addStretch()
        self._function.entered.connect(self._take_text)
        self._function.left.connect(self._take_text)
        self._gallery.exhibited.connect(self.exhibit)
        self._at.changed.connect(self.moved.emit)
        self.retranslate()
        self.show_choices(settings)

    def show_choices(self, choices: CurveSettings) -> None:
        super().show_choices(choices)
        self._function.set_text(choices.text)
        self._gallery.show_key(choices.text)

    def take(self, name: str, choices: CurveSettings) -> None:
        self.clear_problems()
        self._gallery.show_key(choices.text)
        super().take(name, choices)

    def exhibit(self, exhibit: Exhibit) -> None:
        """Goes over to a function of the gallery; the order and the dtype stay as they are."""
        before = self.choices
        self.show_choices(replace(before, text=exhibit.text, span=exhibit.span))
        self.exhibited.emit(before, exhibit.at)

    def draw(self, frame: CurvesFrame) -> None:
        """Shows one moment."""
        self._at.set_value(frame.at)
        self._at.set_suffix("s" if naming(frame.tree).is_motion else "")
        self._formula.show_picture(frame.formula, frame.settings.text)
        self._checks.draw(frame)

    def repair(self) -> None:
        """Makes of t what the tapes watch."""
        self.choose("watch", repaired(Kind(self.choices.watch)).value)

    def words(self, name: str) -> str:
        others = {"dtype": "dtype", "watch": self.tr("what t is")}
        return others.get(name) or super().words(name)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def retranslate(self) -> None:
        """Says everything in the language that is now in force."""
        self.setAccessibleName(self.tr("Function and point"))
        self.set_headings({"function": self.tr("Function of t"), "point": self.tr("Point"), "check": self.tr("Check")})
        self._function.set_name(
            self.tr("Function"), self.tr("A formula of t, such as 4.9*t**2 or sin(t)*exp(-t/3); Enter draws it.")
        )
        self._formula.setAccessibleName(self.tr("The formula as mathematics"))
        rows = {
            "at": ("t", self.tr("Where the point is; drag it, or type a number.")),
            "span": (self.tr("Range"), self.tr("The first and the last t, as in 0 … 3.")),
            "samples": (self.tr("Points"), self.tr("At how many points of the range the curves are computed.")),
            "order": (
                self.tr("Order"),
                self.tr("How often it is differentiated: one tape for each time, up to 4."),
            ),
            "watch": (self.tr("t is a"), self.tr("What t is to the tapes, which decides whether they watch it.")),
        }
        for name, (label, tooltip) in rows.items():
            self.rows[name].set_label(label, tooltip)
        options = {
            "variable": "tf.Variable",
            "constant": "tf.constant",
            "watched": self.tr("watched constant"),
            "frozen": "trainable=False",
            "integer": self.tr("integer variable"),
        }
        self._watch.set_options([(watch, options[watch]) for watch in WATCHES])
        self._watch.set_value(self.choices.watch)
        self._dtype.setAccessibleName(self.tr("dtype"))
        for dtype, digits in zip(DTYPES, (7, 16), strict=True):
            tip = self.tr("Compute in {dtype}, which has about {digits} digits.")
            self._dtype.set_label(dtype, dtype, tip.format(dtype=dtype, digits=digits))

    def _take_text(self) -> None:
        text = self._function.text().strip()
        if text == self.choices.text:
            self._function.set_error(None)
            return
        try:
            parse_curve(self._function.text())
        except ExpressionError as problem:
            self._function.set_error(problem)
            return
        self._function.keep()
        self.take("text", self.with_choice("text", text))


def _show_shortly(value: float) -> str:
    """Enough digits to follow; what is typed counts in full."""
    return f"{value:.6g}"


def _parse_span(text: str) -> tuple[float, float]:
    """As in `0 … 3`, `0..3` or `0, 3`."""
    return parsing.pair(re.sub(r"\s*(?:…|\.\.+)\s*", ", ", text))


def _show_span(span: tuple[float, float]) -> str:
    return " … ".join(parsing.show_number(bound) for bound in span)

"""The panel on the left of the page of curves: the function, the point, the range, and the check."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import Any, get_args

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget

from engine.errors import InputError, Problem
from engine.expressions import ExpressionError
from engine.gradients.curve_protocol import CurveSettings, CurvesFrame, Watch
from engine.gradients.naming import naming
from engine.gradients.pointwise import parse_curve
from engine.gradients.watching import Kind, repaired
from gui import fonts
from gui.controls import parsing
from gui.controls.card import Card
from gui.controls.choice import Choice
from gui.controls.field import Field
from gui.controls.form_row import FormRow
from gui.controls.segmented import SegmentedSwitch
from gui.controls.stepping import whole_step
from gui.tabs.gradients.curve_checks import DTYPES, CurveChecks
from gui.tabs.gradients.curve_gallery import CurveGallery, Exhibit
from gui.tabs.gradients.formula_picture import FormulaPicture
from gui.tabs.gradients.function_field import FunctionField

WIDTH = 216
MARGIN = 14
WATCHES: tuple[Watch, ...] = get_args(Watch)


class FunctionPanel(Card):
    """Fields for `CurveSettings`, and the point's t. What cannot be used stays in its field, the reason below it."""

    steps_aside = True
    """In a presentation, where the picture needs the room."""

    changed = Signal(object, object)  # the `CurveSettings` to show, and the t to go to or None
    moved = Signal(float)  # the t that was typed

    def __init__(self, settings: CurveSettings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedWidth(fonts.px(WIDTH))
        self.settings = settings
        self._rows: dict[str, FormRow] = {}
        self._headings: dict[str, QLabel] = {}
        self._column = QVBoxLayout()
        self._column.setContentsMargins(MARGIN, 12, MARGIN, 12)
        self._column.setSpacing(7)
        self._function = FunctionField(width=WIDTH)
        self._formula = FormulaPicture()
        self._gallery = CurveGallery(fonts.px(WIDTH) - 2 * MARGIN)
        self._at: Field[float] = Field(0.0, parsing.number, _show_shortly, width=112)
        self._watch: Choice[Watch] = Choice(width=152)
        self._dtype = SegmentedSwitch(DTYPES)
        self._checks = CurveChecks()
        self._add_heading("function")
        self._add_row("text", self._function)
        self._column.addWidget(self._formula)
        self._column.addWidget(self._gallery)
        self._add_heading("point")
        self._add_row("at", self._at)
        self._add_field("span", _parse_span, _show_span, width=112)
        self._add_field("samples", parsing.whole_number, str, partial(whole_step, least=2), width=112)
        self._add_field("order", parsing.whole_number, str, whole_step, width=112)
        self._add_row("watch", self._watch)
        self._column.addWidget(self._dtype)
        self._add_heading("check")
        self._column.addWidget(self._checks)
        self._column.addStretch()
        self._make_scrollable()
        self._function.entered.connect(self._take_text)
        self._function.left.connect(self._take_text)
        self._gallery.exhibited.connect(self.exhibit)
        self._at.changed.connect(self.moved.emit)
        self._watch.changed.connect(partial(self._choose, "watch"))
        self._dtype.chosen.connect(partial(self._choose, "dtype"))
        self.retranslate()
        self.show_settings(settings)

    def show_settings(self, settings: CurveSettings) -> None:
        """Fills the panel; what the user is typing just now is dropped."""
        self.settings = settings
        self._function.set_text(settings.text)
        for name in ("span", "samples", "order"):
            row = self._rows[name]
            assert isinstance(row, Field)
            row.set_value(getattr(settings, name))
            row.restore()
        self._watch.set_value(settings.watch)
        self._dtype.set_key(settings.dtype)
        self._gallery.show_key(settings.text)

    def exhibit(self, exhibit: Exhibit) -> None:
        """Goes over to a function of the gallery; the order and the dtype stay as they are."""
        self.show_settings(replace(self.settings, text=exhibit.text, span=exhibit.span))
        self.changed.emit(self.settings, exhibit.at)

    def draw(self, frame: CurvesFrame) -> None:
        """Shows one moment."""
        self._at.set_value(frame.at)
        self._at.set_suffix("s" if naming(frame.tree).is_motion else "")
        self._formula.show_picture(frame.formula, frame.settings.text)
        self._checks.draw(frame)

    def repair(self) -> None:
        """Makes of t what the tapes watch."""
        self._choose("watch", repaired(Kind(self.settings.watch)).value)
        self._watch.set_value(self.settings.watch)

    def show_problem(self, name: str, problem: Problem) -> bool:
        """Puts the engine's refusal beside the field that it names; False where there is no such field."""
        row = self._rows.get(name)
        if row is not None:
            row.set_error(problem)
        return row is not None

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def retranslate(self) -> None:
        """Says everything in the language that is now in force."""
        self.setAccessibleName(self.tr("Function and point"))
        headings = {"function": self.tr("Function of t"), "point": self.tr("Point"), "check": self.tr("Check")}
        for name, text in headings.items():
            self._headings[name].setText(text)
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
            self._rows[name].set_label(label, tooltip)
        options = {
            "variable": "tf.Variable",
            "constant": "tf.constant",
            "watched": self.tr("watched constant"),
            "frozen": "trainable=False",
            "integer": self.tr("integer variable"),
        }
        self._watch.set_options([(watch, options[watch]) for watch in WATCHES])
        self._watch.set_value(self.settings.watch)
        self._dtype.setAccessibleName(self.tr("dtype"))
        for dtype, digits in zip(DTYPES, (7, 16), strict=True):
            tip = self.tr("Compute in {dtype}, which has about {digits} digits.")
            self._dtype.set_label(dtype, dtype, tip.format(dtype=dtype, digits=digits))

    def _take_text(self) -> None:
        text = self._function.text().strip()
        if text == self.settings.text:
            self._function.set_error(None)
            return
        try:
            parse_curve(self._function.text())
        except ExpressionError as problem:
            self._function.set_error(problem)
            return
        self._choose("text", text)

    def _choose(self, name: str, value: Any) -> None:
        try:
            settings = replace(self.settings, **{name: value})
        except InputError as problem:
            self.show_problem(problem.field, problem)
            self._dtype.set_key(self.settings.dtype)
            return
        self.settings = settings
        for row in self._rows.values():
            row.set_error(None)
        self._gallery.show_key(settings.text)
        self.changed.emit(settings, None)

    def _add_heading(self, name: str) -> None:
        label = QLabel()
        label.setProperty("role", "section")
        label.setContentsMargins(0, 6 if self._headings else 0, 0, 0)
        self._headings[name] = label
        self._column.addWidget(label)

    def _add_field(
        self,
        name: str,
        parse: Callable[[str], Any],
        show: Callable[[Any], str],
        step: Callable[[Any, int], Any] | None = None,
        width: int = 86,
    ) -> None:
        def parse_choice(text: str) -> Any:
            value = parse(text)
            replace(self.settings, **{name: value})  # raises a `Problem` where the value does not fit the others
            return value

        field: Field[Any] = Field(getattr(self.settings, name), parse_choice, show, step, width)
        field.changed.connect(partial(self._choose, name))
        self._add_row(name, field)

    def _add_row(self, name: str, row: FormRow) -> None:
        row.refused.connect(partial(self._bring_into_view, row))
        self._rows[name] = row
        self._column.addWidget(row)

    def _make_scrollable(self) -> None:
        content = QWidget()
        content.setLayout(self._column)
        self._area = area = QScrollArea()
        area.setWidget(content)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        content.setAutoFillBackground(False)  # the card shows through
        area.viewport().setAutoFillBackground(False)
        self.body.setContentsMargins(0, 4, 0, 4)
        self.body.addWidget(area)
        area.verticalScrollBar().rangeChanged.connect(self._make_room_for_scroll_bar)

    def _bring_into_view(self, row: FormRow) -> None:
        # It has its place when the rows have been laid out anew.
        QTimer.singleShot(0, self, lambda: self._area.ensureWidgetVisible(row, 0, 0))

    def _make_room_for_scroll_bar(self, _: int, farthest: int) -> None:
        """The scroll bar stands in the margin, so that the rows keep their width."""
        bar = self._area.verticalScrollBar().sizeHint().width() if farthest else 0
        self._column.setContentsMargins(MARGIN, 12, MARGIN - bar, 12)


def _show_shortly(value: float) -> str:
    """Enough digits to follow; what is typed counts in full."""
    return f"{value:.6g}"


def _parse_span(text: str) -> tuple[float, float]:
    """As in `0 … 3`, `0..3` or `0, 3`."""
    return parsing.pair(re.sub(r"\s*(?:…|\.\.+)\s*", ", ", text))


def _show_span(span: tuple[float, float]) -> str:
    return " … ".join(parsing.show_number(bound) for bound in span)

"""The panel on the left of the page of f(x, y): the function, what is seen of it, the point, and the check."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget

from engine.errors import InputError, Problem
from engine.gradients.surface.protocol import SurfaceFrame
from gui import fonts
from gui.controls import parsing
from gui.controls.card import Card
from gui.controls.code_field import CodeField
from gui.controls.field import Field
from gui.controls.form_row import FormRow
from gui.controls.segmented import SegmentedSwitch
from gui.controls.stepping import whole_step
from gui.tabs.gradients.surface_checks import SurfaceChecks
from gui.tabs.gradients.surface_choices import SurfaceChoices
from gui.tabs.gradients.surface_gallery import EXHIBITS, SurfaceGallery

WIDTH = 244
MARGIN = 14
DTYPES = ("float32", "float64")


class SurfaceSettings(Card):
    """Fields for `SurfaceChoices`. A value that cannot be used stays in its field, with the reason below it."""

    steps_aside = True
    """In a presentation, where the picture needs the room."""

    # What was chosen calls for another picture; `choices` holds it.
    changed = Signal()

    # The point that was typed: x, y.
    point_typed = Signal(float, float)

    def __init__(self, choices: SurfaceChoices, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedWidth(fonts.px(WIDTH))
        self.choices = choices
        self._rows: dict[str, FormRow] = {}
        self._headings: dict[str, QLabel] = {}
        self._column = QVBoxLayout()
        self._column.setContentsMargins(MARGIN, 12, MARGIN, 12)
        self._column.setSpacing(7)
        self.formula = CodeField(width=WIDTH)
        self._gallery = SurfaceGallery(fonts.px(WIDTH) - 2 * MARGIN - 2)
        self._dtype = SegmentedSwitch(DTYPES)
        self._checks = SurfaceChecks()
        self._x: Field[float] = Field(choices.point[0], parsing.number, _show_shortly, width=112)
        self._y: Field[float] = Field(choices.point[1], parsing.number, _show_shortly, width=112)
        self._add_heading("function")
        self._add_row("formula", self.formula)
        self._add_field("bias", parsing.number, parsing.show_number)
        self._column.addWidget(self._gallery)
        self._add_heading("point")
        self._add_row("x", self._x)
        self._add_row("y", self._y)
        self._add_heading("picture")
        self._add_field("x_range", parsing.pair, parsing.show_pair)
        self._add_field("y_range", parsing.pair, parsing.show_pair)
        self._add_field("steps", parsing.whole_number, str, partial(whole_step, least=2))
        self._column.addWidget(self._dtype)
        self._add_heading("check")
        self._column.addWidget(self._checks)
        self._column.addStretch()
        self._make_scrollable()
        self.formula.entered.connect(self._take_formula)
        self._gallery.chosen.connect(lambda key: self.exhibit(EXHIBITS[key].choices))
        self._x.changed.connect(self._type_point)
        self._y.changed.connect(self._type_point)
        self._dtype.chosen.connect(lambda dtype: self._choose("dtype", dtype))
        self.show_choices(choices)
        self.retranslate()

    def show_choices(self, choices: SurfaceChoices) -> None:
        """Fills the panel."""
        self.choices = choices
        is_loss = choices.subject == "loss"
        self.formula.set_text("" if is_loss else choices.formula)
        self._rows["bias"].setVisible(is_loss)
        for name in ("bias", "x_range", "y_range", "steps"):
            row = self._rows[name]
            assert isinstance(row, Field)
            row.restore()
            row.set_value(getattr(choices, name))
        for field, value in zip((self._x, self._y), choices.point, strict=True):
            field.restore()
            field.set_value(value)
        self._dtype.set_key(choices.dtype)
        self._gallery.show_choices(choices)
        self.retranslate()

    def exhibit(self, choices: SurfaceChoices) -> None:
        """Goes over to a function of the gallery; dtype, grid and colours stay as they are."""
        kept = {name: getattr(self.choices, name) for name in ("dtype", "steps", "spacing", "arrows")}
        self.show_choices(replace(choices, **kept))
        self.changed.emit()

    def draw(self, frame: SurfaceFrame) -> None:
        """Shows where the point is, and whether its numbers are right."""
        point = (frame.place.x, frame.place.y)
        self.choices = replace(self.choices, point=point)
        for field, value in zip((self._x, self._y), point, strict=True):
            field.set_value(value)
        self._checks.draw(frame.checks)

    def show_problem(self, name: str, problem: Problem) -> bool:
        """Puts the engine's refusal beside the field that it names; False where there is no such field."""
        row = self._rows.get(name)
        if row is not None:
            row.set_error(problem)
        return row is not None

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
        headings = {
            "function": self.tr("Function of x and y"),
            "point": self.tr("Point"),
            "picture": self.tr("Picture"),
            "check": self.tr("Check of gradient and Hessian"),
        }
        for name, text in headings.items():
            self._headings[name].setText(text)
        x, y = self.names()
        self.formula.set_name(
            self.tr("Formula"), self.tr("A formula about x and y, such as x**2 - y**2; Enter shows it.")
        )
        self.formula.set_placeholder(self.tr("loss(W[0], W[1])") if self.choices.subject == "loss" else "x**2 - y**2")
        self._rows["bias"].set_label(self.tr("b"), self.tr("The classifier's bias, which stays the same everywhere."))
        self._x.set_label(x, self.tr("Where the point is; drag it in the picture, or type a number."))
        self._y.set_label(y, self.tr("Where the point is; drag it in the picture, or type a number."))
        self._rows["x_range"].set_label(
            self.tr("{name} from, to").format(name=x), self.tr("The left and the right edge of the picture.")
        )
        self._rows["y_range"].set_label(
            self.tr("{name} from, to").format(name=y), self.tr("The lower and the upper edge of the picture.")
        )
        self._rows["steps"].set_label(
            self.tr("Grid"), self.tr("Into how many steps each side is divided; the function is worked out at each.")
        )
        self._dtype.setAccessibleName(self.tr("dtype"))
        for dtype, digits in zip(DTYPES, (7, 16), strict=True):
            tip = self.tr("Compute in {dtype}, which has about {digits} digits.")
            self._dtype.set_label(dtype, dtype, tip.format(dtype=dtype, digits=digits))

    def _take_formula(self) -> None:
        text = self.formula.text()
        if self.choices.subject == "formula" or text.strip():
            self.choices = replace(self.choices, subject="formula", formula=text)
            self._rows["bias"].hide()
            self._gallery.show_choices(self.choices)
            self.retranslate()
            self.changed.emit()

    def _choose(self, name: str, value: Any) -> None:
        try:
            self.choices = replace(self.choices, **{name: value})
        except InputError as problem:
            self.show_problem(problem.field, problem)
            row = self._rows.get(name)
            if isinstance(row, Field):
                row.set_value(getattr(self.choices, name))  # what Escape brings back
            self._dtype.set_key(self.choices.dtype)
            return
        for row in self._rows.values():
            row.set_error(None)
        self.changed.emit()

    def _type_point(self, _: object) -> None:
        self.point_typed.emit(self._x.value(), self._y.value())

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
    ) -> None:
        field: Field[Any] = Field(getattr(self.choices, name), parse, show, step, width=112)
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
    return f"{value:.5g}"

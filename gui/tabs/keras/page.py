"""What the pages of the panel have in common."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QLabel, QWidget

from engine.errors import Problem
from engine.keras_lab.catalogue.specification import Spec
from engine.keras_lab.protocol import Frame, Plan
from gui.controls.form_row import FormRow
from gui.controls.scroll_column import ScrollColumn


class Page(ScrollColumn):
    """A part of the plan. It keeps the plan that it shows, and says by `edited` what the user makes of it."""

    edited = Signal(object)  # the `Plan` as the user wants it now

    FIELDS: tuple[str, ...] = ()
    """What a `Failed` or a `Refusal` may name that stands on this page."""

    def __init__(self, plan: Plan, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.plan = plan
        self._headings: dict[str, QLabel] = {}

    def show_plan(self, plan: Plan) -> None:
        """Fills the page with another plan, without a signal."""
        self.plan = plan

    def set_catalogue(self, catalogue: Sequence[Spec]) -> None:
        """What the installed Keras has."""

    def draw(self, frame: Frame) -> None:
        """Shows what came of the plan."""

    def show_problem(self, field: str, at: int | None, problem: Problem) -> bool:
        """Puts the reason beside what it speaks of; False where it is not on this page."""
        return False

    def has_problem(self) -> bool:
        """Whether something on this page cannot be used."""
        return any(row.error() for row in self.findChildren(FormRow))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def retranslate(self) -> None:
        """Says everything in the language that is now in force."""

    def edit(self, plan: Plan) -> None:
        """The user has changed something."""
        if plan != self.plan:
            self.plan = plan
            self.edited.emit(plan)

    def add_heading(self, name: str) -> QLabel:
        """A heading for what follows; `retranslate` gives it its words."""
        heading = QLabel()
        heading.setProperty("role", "section")
        if self._headings:
            self.column.addSpacing(6)
        self._headings[name] = heading
        self.column.addWidget(heading)
        return heading

    def add_row(self, row: FormRow) -> None:
        """Puts a row below what is there; where it comes to say what is wrong, it is scrolled to."""
        row.refused.connect(lambda: self.bring_into_view(row))
        self.column.addWidget(row)

"""The card with the numbers of the chosen run at the step that is looked at."""

from __future__ import annotations

import math

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QWidget

from engine.runs.protocol import RunView
from gui.controls.card import Card
from gui.controls.elided_label import ElidedLabel
from gui.palette import Palette
from gui.plots.number_words import MINUS
from gui.tabs.runs import words
from gui.tabs.runs.number_rows import NumberTable, Row
from gui.tabs.runs.run_row import RunMark


class NumbersCard(Card):
    """Loss and accuracy are those of the step's batch before it, the parameters those after it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view: RunView | None = None
        self._mark, self._name = RunMark(), ElidedLabel("muted")
        self._table = NumberTable()
        self.header.insertWidget(0, self._mark)
        self.header.insertWidget(3, self._name, 1)
        self.body.addWidget(self._table)
        self.retranslate()

    def draw(self, look: int, view: RunView | None) -> None:
        """Shows the run of this look."""
        self._view = view
        self._mark.show_look(look, is_hidden=False)
        self._name.show_words("" if view is None else view.name)
        self._show()

    def set_palette(self, palette: Palette) -> None:
        self._mark.set_palette(palette)
        self._table.rows.set_palette(palette)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def retranslate(self) -> None:
        """Says everything in the language that is now in force."""
        self._table.rows.setAccessibleName(self.tr("Numbers of the chosen run"))
        self._table.rows.setToolTip(
            self.tr("Loss and accuracy: of the step's batch, before the step. The parameters: after it.")
        )
        self._show()

    def _show(self) -> None:
        view = self._view
        if view is None or view.position < 0:
            self.set_title(self.tr("At no step yet"))
            self._table.rows.show_rows(())
            return
        row = view.position
        self.set_title(self.tr("At step {step}").format(step=f"{int(view.steps[row]):,}"))
        speed = float(view.speed.values[row])
        has_curves = len(view.features) != 2  # in place of a line in a plane
        weights = [
            (self.tr("weight of {feature}").format(feature=name), _exact(float(weight)), look if has_curves else None)
            for look, (name, weight) in enumerate(zip(view.features, view.weights[row], strict=True))
        ]
        rows: list[Row] = [
            (self.tr("loss"), _exact(float(view.loss.values[row])), None),
            (self.tr("accuracy"), _exact(float(view.accuracy.values[row])), None),
            *weights,
            (self.tr("bias"), _exact(float(view.bias[row])), None),
            (self.tr("steps per second"), "–" if math.isnan(speed) else f"{speed:,.1f}", None),
            (self.tr("since the beginning"), words.time_since(view, row), None),
        ]
        self._table.rows.show_rows(rows)


def _exact(value: float) -> str:
    return "–" if math.isnan(value) else f"{value:.7g}".replace("-", MINUS)

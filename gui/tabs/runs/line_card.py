"""The card with the decision lines; for a run of other than two features, with its weights over the steps."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QLabel, QStackedWidget, QWidget

from engine.runs.protocol import RunView
from engine.training.history import Series
from gui.controls.card import Card
from gui.controls.elided_label import ElidedLabel
from gui.controls.legend import Legend
from gui.palette import Palette
from gui.plots.run_lines import RunLine
from gui.plots.runs_plane import PlaneLine, PlaneMoment, RunsPlane
from gui.plots.runs_plot import RunsPlot
from gui.problem_text import problem_text
from gui.tabs.runs import words

CORNER = 6
"""Pixels that the curves keep off the round corners."""

Shown = tuple[int, RunView]
"""A look and a view."""


class LineCard(Card):
    """Footer: the line of the chosen run as an equation, and why there are no points where there are none."""

    sought = Signal(int)  # the step that was clicked in the curves of the weights

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._chosen: Shown | None = None
        self.plane, self.weights = RunsPlane(), RunsPlot("weights")
        self._stack = QStackedWidget()
        self._legend = Legend()
        self._equation = QLabel()
        self._equation.setProperty("role", "mono")
        self._equation.setMinimumWidth(1)  # long names of features must not push the column apart
        self._about = ElidedLabel("muted")
        self._why = QLabel()
        self._why.setProperty("role", "small")
        self._why.setWordWrap(True)
        self._why.setContentsMargins(14, 8, 14, 0)
        self._why.hide()
        for plot in (self.plane, self.weights):
            self._stack.addWidget(plot)
        self.add_to_header(self._legend)
        self.add_to_footer(self._equation)
        self.add_to_footer(self._about, 1)
        self.body.addWidget(self._why)
        self.body.addWidget(self._stack, 1)
        self.weights.sought.connect(self.sought)
        self.retranslate()

    def draw(self, shown: Sequence[Shown], chosen: Shown | None, looked_at: int | None) -> None:
        """shown: the runs that are not hidden. chosen: the one whose numbers are seen, hidden or not."""
        self._chosen = chosen
        if chosen is not None and chosen[1].position >= 0:
            if len(chosen[1].features) == 2:
                self._draw_plane(shown, chosen)
            else:
                self._draw_weights(chosen, looked_at)
        self._show_words()

    def set_palette(self, palette: Palette) -> None:
        for part in (self.plane, self.weights, self._legend):
            part.set_palette(palette)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def retranslate(self) -> None:
        """Says everything in the language that is now in force."""
        self.plane.set_message(self.tr("No step yet"))
        self._show_words()

    def _draw_plane(self, shown: Sequence[Shown], chosen: Shown) -> None:
        features = chosen[1].features
        drawn = [one for one in shown if one[1].features == features and one[1].position >= 0]
        if chosen[1].folder not in [view.folder for _, view in drawn]:
            drawn.append(chosen)
        lines = tuple(_line(*one) for one in drawn)
        place = next(place for place, (_, view) in enumerate(drawn) if view.folder == chosen[1].folder)
        names = (features[0], features[1])
        self.plane.draw(PlaneMoment(lines, place, names, chosen[1].points))
        self._stack.setCurrentWidget(self.plane)

    def _draw_weights(self, chosen: Shown, looked_at: int | None) -> None:
        view = chosen[1]
        lines = [
            RunLine(name, place, view.steps, Series(view.weights[:, place], ()), view.position)
            for place, name in enumerate(view.features)
        ]
        self.weights.draw(lines, looked_at)
        self._stack.setCurrentWidget(self.weights)

    def _show_words(self) -> None:
        view = None if self._chosen is None else self._chosen[1]
        is_plane = view is None or len(view.features) == 2
        self.set_title(self.tr("Decision line") if is_plane else self.tr("Weights"))
        points = None if view is None or not is_plane else view.points
        self._footer.setVisible(is_plane)
        self.body.setContentsMargins(0, 0, 0, 0 if is_plane else CORNER)
        self._legend.setVisible(points is not None)
        if points is not None:
            self._legend.show_classes(() if points.class_names == ("0", "1") else points.class_names)
            self._legend.show_wrong(self.plane.wrong)
        why = ""
        if view is not None and not is_plane:
            count = len(view.description.features) if view.description is not None else len(view.features)
            why = self.tr("Of {count} features there is no line in a plane: these are the weights over the steps.")
            why = why.format(count=count) if view.features else self.tr("No weights of this run are written down.")
        elif view is not None and view.points_problem is not None:
            why = problem_text(view.points_problem)
        if why != self._why.text():
            self._why.setText(why)
            self._why.setVisible(bool(why))
        self._show_equation(view if is_plane else None)

    def _show_equation(self, view: RunView | None) -> None:
        if view is None or view.position < 0:
            self._equation.hide()
            self._about.show_words("")
            return
        line = _line(0, view)
        equation = words.line_equation(line.weights, line.bias, (view.features[0], view.features[1]))
        self._equation.setVisible(bool(equation))
        self._equation.setText(equation)
        self._equation.setToolTip(equation)
        self._about.show_words(words.about_line(line.weights, line.bias))


def _line(look: int, view: RunView) -> PlaneLine:
    row = view.position
    return PlaneLine(view.name, look, view.weights[row].reshape(2, 1), view.bias[row : row + 1])

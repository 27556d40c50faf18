"""One figure of several runs, over their steps; a click looks at a step."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Literal

import numpy as np
from PySide6.QtCore import QMargins, QPointF
from PySide6.QtWidgets import QWidget

from gui import fonts
from gui.plots.run_curves import Place, RunCurves, RunMarks
from gui.plots.run_lines import RunLine, curves_of, height_range, means_of
from gui.plots.seeking_plot import SeekingPlot
from gui.plots.ticks import linear_ticks, log_ticks
from gui.plots.view import View

Figure = Literal["loss", "accuracy", "weights"]

_X_TICK_PIXELS, _Y_TICK_PIXELS = 64, 28
_SIDE_PIXELS = 8
_FEWEST_STEPS = 2


class RunsPlot(SeekingPlot):
    """Draws the lines of one moment. Those that have grown by less than a pixel are not painted again."""

    def __init__(self, figure: Figure, parent: QWidget | None = None) -> None:
        super().__init__(QMargins(48, 10, 16, 24), parent)
        self._figure: Figure = figure
        self._lines: tuple[RunLine, ...] = ()
        self._looked_at: int | None = None
        self._drawn: object = None  # what the curves were made of
        self._made_of: Sequence[object] = ()  # kept, so that no other array is taken for one of these
        self._heights = (0.0, 1.0)
        self._ticked: object = None  # what the ticks were placed for
        self._is_log, self._window = False, 1
        self._curves, self._marks = RunCurves(), RunMarks()
        self.add_layer(self._curves)
        self.add_layer(self._marks)
        self._box.setMouseEnabled(x=True, y=False)
        self._box.setLimits(minXRange=_FEWEST_STEPS)
        self.viewport().setMouseTracking(True)
        self.cover_ground()
        self.retranslate()

    def retranslate(self) -> None:
        names = {
            "loss": (self.tr("Loss of the runs"), self.tr("The loss of each run at every step.")),
            "accuracy": (self.tr("Accuracy of the runs"), self.tr("The accuracy of each run at every step.")),
            "weights": (self.tr("Weights of the run"), self.tr("The weights of the chosen run after every step.")),
        }
        name, about = names[self._figure]
        self.setAccessibleName(name)
        more = self.tr("The step scrubber goes to a step, too.")
        self.setAccessibleDescription(f"{about} {more}")
        self.setToolTip(self.tr("Click or drag to look at a step; turn the wheel to see fewer steps, or more."))
        self.set_fit_text(self.tr("All"), self.tr("Show all steps (F, or double-click)"))

    def draw(self, lines: Sequence[RunLine], looked_at: int | None) -> None:
        """Draws this moment. looked_at: the step; None for the newest."""
        self._lines, self._looked_at = tuple(lines), looked_at
        self.hide_message()
        self._marks.show_names([(line.look, line.name) for line in self._lines])
        if self.is_fitted and self._grown_pixels() >= 1:
            self.fit()
        self.arrange()
        self.viewport().update()

    def set_log(self, is_log: bool) -> None:
        """Whether the numbers stand on a logarithmic axis."""
        self._is_log = is_log
        self.arrange()
        self.viewport().update()

    def set_window(self, window: int) -> None:
        """Over the numbers are drawn the means of so many of them, one after another; 1 for none."""
        self._window = window
        self.arrange()
        self.viewport().update()

    def fit(self) -> None:
        super().fit()
        view, end = self.view(), float(self._end())
        side = _SIDE_PIXELS * end / max(view.width - 2 * _SIDE_PIXELS, 1)
        self.set_range(-side, end + side, view.y_low, view.y_high)

    def unfit(self) -> None:
        super().unfit()
        if self.view().x_low <= 0 and self.view().x_high >= self._end():
            self.fit()  # zoomed out to all: follow it again

    def arrange(self) -> None:
        view = self.view()
        made_of = [line.series.values.base for line in self._lines]
        ends = tuple(
            (line.look, id(made), self._pixel_of(line)) for line, made in zip(self._lines, made_of, strict=True)
        )
        key = ((view.x_low, view.x_high, view.width), self._is_log, self._window, ends)
        if key != self._drawn:
            self._drawn, self._made_of = key, made_of
            curves = curves_of(self._lines, view, is_log=self._is_log)
            looks = [line.look for line in self._lines]
            means = means_of(self._lines, view, self._window, is_log=self._is_log) if self._window > 1 else ()
            self._curves.show_curves(
                list(zip(looks, curves, strict=True)), list(zip(looks, means, strict=True)) if means else ()
            )
            self._heights = height_range(curves, is_log=self._is_log, is_share=self._figure == "accuracy")
            if self._figure == "weights":
                self._heights = _around(*self._heights)
        self.set_range(view.x_low, view.x_high, *self._heights)
        if self.view() != view:
            return  # The new range has brought us here a second time already.
        if (view, self._is_log) != self._ticked:
            self._ticked = view, self._is_log
            self._place_ticks(view)
        marks = [self._place(line, line.position) for line in self._lines if line.position >= 0]
        self._marks.show_step(None if self._looked_at is None else float(self._looked_at), marks)
        self._tell_pointed()

    def _place_ticks(self, view: View) -> None:
        ticks = log_ticks if self._is_log else linear_ticks
        y_ticks = ticks(view.y_low, view.y_high, view.height / fonts.px(_Y_TICK_PIXELS))
        x_count = view.width / fonts.px(_X_TICK_PIXELS)
        self._curves.set_ticks(linear_ticks(max(view.x_low, 0), view.x_high, x_count, least_step=1), y_ticks)

    def _end(self) -> int:
        return max([1, *(line.newest for line in self._lines)])

    def _grown_pixels(self) -> float:
        """By how much of a pixel the runs reach farther than they did when all of them were fitted into the view."""
        view = self.view()
        return abs(view.x_to_pixel(float(self._end())) - (view.left + view.width - _SIDE_PIXELS))

    def _pixel_of(self, line: RunLine) -> int:
        """Where the line ends; of a short one, how long it is, since each point is seen."""
        if len(line.steps) <= 2 * self.view().width:
            return -len(line.steps)
        return math.floor(self.view().x_to_pixel(float(line.newest)))

    def _place(self, line: RunLine, row: int) -> Place:
        return (line.look, *line.place(row, is_log=self._is_log))

    # The mouse

    def _step_at(self, pixel: QPointF) -> int | None:
        if not self._lines:
            return None
        return min(max(round(self.view().x_at(pixel.x())), 0), max(line.newest for line in self._lines))

    def _tell_pointed(self) -> None:
        """Gives each run's exact number at the step under the pointer."""
        step = None if self._pointer is None else self._step_at(self._pointer)
        if step is None or step < 0 or self._pointer is None:
            self._marks.show_probe(None)
            self.hover_card.hide()
            return
        found = [(line, line.row_at(step)) for line in self._lines]
        rows = [(self.tr("step"), f"{step:,}")]
        rows += [(line.name, f"{line.value(row):.7g}" if row >= 0 else "–") for line, row in found]
        self._marks.show_probe(float(step), [self._place(line, row) for line, row in found if row >= 0])
        beside = QPointF(self.view().x_to_pixel(float(step)), self._pointer.y())
        self.hover_card.show_rows(rows, beside=beside.toPoint())


def _around(low: float, high: float) -> tuple[float, float]:
    """Room above and below weights, which may well be below 0."""
    space = 0.06 * (high - low) if np.isfinite(high - low) and high > low else 0.5
    return low - space, high + space

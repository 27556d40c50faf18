"""The loss of every step; a click goes there."""

from __future__ import annotations

from PySide6.QtCore import QMargins, QPointF
from PySide6.QtWidgets import QWidget

from engine.protocol import Frame
from gui import fonts
from gui.plots.accuracy_curve import AccuracyCurve
from gui.plots.grid import GridLines, TickLabels
from gui.plots.loss_curve import LossCurve
from gui.plots.loss_curves import MOST_GHOSTS, curves_of, height, height_range, loss_at
from gui.plots.seeking_plot import SeekingPlot
from gui.plots.ticks import Tick, linear_ticks, log_ticks

_X_TICK_PIXELS, _Y_TICK_PIXELS = 64, 28
_SIDE_PIXELS = 8
"""Free space left and right of the curve, so that the marker is whole."""

_FEWEST_STEPS = 2
"""Zooming in ends there."""

_MOST_ROWS = 5
"""Rows of the hover card: the step, its loss, and its loss on the latest branches that were left."""


class LossPlot(SeekingPlot):
    """Draws a frame: the loss curve up to the newest step, faded behind the step that is looked at."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(QMargins(46, 14, 14, 26), parent)
        self._frame: Frame | None = None
        self._is_log = False
        self._horizon: int | None = None
        self._grid, self._accuracy = GridLines(), AccuracyCurve()
        self._curve, self._labels = LossCurve(), TickLabels(inside=False)
        for layer in (self._grid, self._accuracy, self._curve, self._labels):
            self.add_layer(layer)
        self._box.setMouseEnabled(x=True, y=False)
        self._box.setLimits(minXRange=_FEWEST_STEPS)
        self.retranslate()

    def retranslate(self) -> None:
        self.setAccessibleName(self.tr("Loss plot"))
        self.setAccessibleDescription(self.tr("The loss of every step. The time scrubber goes to a step, too."))
        self.setToolTip(self.tr("Click or drag to look at a step; turn the wheel to see fewer steps, or more."))
        self.set_fit_text(self.tr("All"), self.tr("Show the whole run (F, or double-click)"))
        self.arrange()  # the accuracy is named on the plot
        self.viewport().update()

    def draw(self, frame: Frame) -> None:
        """Draws this moment; nothing of an earlier frame is kept."""
        self._frame = frame
        self.hide_message()
        if self.is_fitted:
            self.fit()
        self.arrange()
        self.viewport().update()

    def set_log(self, is_log: bool) -> None:
        """Whether the losses stand on a logarithmic axis."""
        self._is_log = is_log
        self.arrange()
        self.viewport().update()

    def set_horizon(self, steps: int | None) -> None:
        """The number of steps that the run is to stop after: the axis reaches so far from the start."""
        self._horizon = steps
        if self.is_fitted:
            self.fit()
            self.arrange()

    def fit(self) -> None:
        super().fit()
        view, end = self.view(), float(self._end())
        side = _SIDE_PIXELS * end / max(view.width - 2 * _SIDE_PIXELS, 1)
        self.set_range(-side, end + side, view.y_low, view.y_high)

    def _end(self) -> int:
        """The last step that has a place: one more than the last loss, since its update leads there."""
        lengths = [1 if self._horizon is None else self._horizon]
        if self._frame is not None:
            lengths += [len(history.loss) for history in (self._frame.history, *self._frame.ghosts[-1:])]
        return max(lengths)

    def arrange(self) -> None:
        frame, view = self._frame, self.view()
        if frame is None:
            return
        curves = curves_of(frame, view, is_log=self._is_log)
        self._curve.show_curves(curves)
        self._accuracy.show_accuracy(frame, self.tr("accuracy {share} %").format(share=f"{100 * frame.accuracy:.1f}"))
        self.set_range(view.x_low, view.x_high, *height_range(curves, is_log=self._is_log))
        if self.view() != view:
            return  # The new range has brought us here a second time already.
        ticks = log_ticks if self._is_log else linear_ticks
        y_ticks = ticks(view.y_low, view.y_high, view.height / fonts.px(_Y_TICK_PIXELS))
        self._grid.set_ticks((), y_ticks)
        self._labels.set_ticks(self._step_ticks(), y_ticks)
        self._tell_pointed()

    def _step_ticks(self) -> tuple[Tick, ...]:
        view = self.view()
        ticks = linear_ticks(max(view.x_low, 0), view.x_high, view.width / fonts.px(_X_TICK_PIXELS), least_step=1)
        if not self.is_fitted or self._horizon != self._end():
            return ticks
        last = Tick(self._horizon - 1, str(self._horizon - 1))
        near = fonts.px(_X_TICK_PIXELS) / 2 / view.x_scale
        return (*(tick for tick in ticks if abs(tick.position - last.position) > near), last)

    def unfit(self) -> None:
        super().unfit()
        if self.view().x_low <= 0 and self.view().x_high >= self._end():
            self.fit()  # zoomed out to the whole run: follow it again

    # The mouse

    def _step_at(self, pixel: QPointF) -> int | None:
        if self._frame is None:
            return None
        return min(max(round(self.view().x_at(pixel.x())), 0), len(self._frame.history.loss))

    def _tell_pointed(self) -> None:
        """Gives the step under the pointer and its exact loss, here and on the branches that were left."""
        step = None if self._pointer is None else self._step_at(self._pointer)
        if step is None or self._pointer is None or self._frame is None:
            self._curve.show_probe(None)
            self.hover_card.hide()
            return
        loss = loss_at(self._frame, step)
        rows = [(self.tr("step"), str(step)), (self.tr("loss"), f"{loss:.7g}")]
        rows += [
            (self.tr("earlier branch"), f"{ghost.loss[step]:.7g}")
            for ghost in reversed(self._frame.ghosts[-MOST_GHOSTS:])
            if ghost.own_from <= step < len(ghost.loss)
        ]
        self._curve.show_probe((step, height(loss, is_log=self._is_log)))
        beside = QPointF(self.view().x_to_pixel(float(step)), self._pointer.y())
        self.hover_card.show_rows(rows[:_MOST_ROWS], beside=beside.toPoint())

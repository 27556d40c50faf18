"""One figure of `fit`, the loss or a metric, over the epochs; a click looks at an epoch."""

from __future__ import annotations

import math
from dataclasses import replace

import numpy as np
from PySide6.QtCore import QEvent, QMargins, QPointF, Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QWidget

from engine.keras_lab.protocol import Frame, State
from gui import fonts
from gui.plots.canvas import Canvas
from gui.plots.fit_curve import FitCurve
from gui.plots.fit_curves import epoch_of_batch, fit_lines, height_range
from gui.plots.grid import GridLines, TickLabels
from gui.plots.ticks import linear_ticks, log_ticks

_X_TICK_PIXELS, _Y_TICK_PIXELS = 52, 30
_SIDE_PIXELS = 8


class FitPlot(Canvas):
    """Draws a frame: every batch, every epoch as `fit` and as `evaluate` say it, and the points held out."""

    # The user wants to look at the weights after this epoch (int).
    sought = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(QMargins(46, 10, 14, 24), parent)
        self._frame: Frame | None = None
        self._drawn: Frame | None = None
        self._column = 0
        self._is_log = False
        self._pointer: QPointF | None = None
        self._is_arranging = False
        self._grid, self._curve, self._labels = GridLines(), FitCurve(), TickLabels(inside=False)
        for layer in (self._grid, self._curve, self._labels):
            self.add_layer(layer)
        self._box.setMouseEnabled(x=True, y=False)
        self._box.setLimits(minXRange=0.2)
        self.viewport().setMouseTracking(True)
        self.cover_ground()
        self.retranslate()

    def retranslate(self) -> None:
        self.setAccessibleName(self.tr("Curve of {name}").format(name=self.figure()))
        self.setAccessibleDescription(self.tr("Over the epochs. The epoch scrubber goes to an epoch, too."))
        self.setToolTip(
            self.tr(
                "Pale: each batch. Dots: what fit says of each epoch, a running mean while the weights change. "
                "Diamonds: what evaluate says of the same points under the weights after it. Click to look at an epoch."
            )
        )
        self.set_fit_text(self.tr("All"), self.tr("Show all epochs (F, or double-click)"))

    def figure(self) -> str:
        """The name of what is drawn, as Keras calls it."""
        names = self._frame.curves.names if self._frame is not None else ()
        return names[self._column] if self._column < len(names) else "loss"

    def draw(self, frame: Frame, column: int) -> None:
        """Draws this moment of the figure in this column of the curves."""
        if self._is_hardly_newer(frame, column):
            self._frame = frame
            return
        named = self.figure()
        self._frame, self._column = frame, column
        self._drawn = frame
        self.hide_message()
        if named != self.figure():
            self.retranslate()
        if self.is_fitted:
            self.fit()
        else:
            self.arrange()
        self.viewport().update()

    def _is_hardly_newer(self, frame: Frame, column: int) -> bool:
        """Whether what has come since the last picture is less than a pixel wide; while `fit` runs, that can wait."""
        drawn = self._drawn
        if drawn is None or column != self._column or frame.progress.state is not State.RUNNING:
            return False
        batches = len(frame.curves.batch_means) - len(drawn.curves.batch_means)
        wide = batches / max(frame.progress.batches, 1) * self.view().x_scale
        return (
            frame.run == drawn.run
            and frame.looked_at == drawn.looked_at
            and frame.progress.state is drawn.progress.state
            and len(frame.curves.epoch_ends) == len(drawn.curves.epoch_ends)
            and 0 <= wide < 1
        )

    def set_log(self, is_log: bool) -> None:
        """Whether the values stand on a logarithmic axis."""
        self._is_log = is_log
        self.arrange()
        self.viewport().update()

    def fit(self) -> None:
        super().fit()
        end = float(self._end())
        side = _SIDE_PIXELS * end / max(self.view().width - 2 * _SIDE_PIXELS, 1)
        self._arrange(-side, end + side)

    def unfit(self) -> None:
        super().unfit()
        if self.view().x_low <= 0 and self.view().x_high >= self._end():
            self.fit()  # zoomed out to all of it: follow it again

    def arrange(self) -> None:
        self._arrange(self.view().x_low, self.view().x_high)

    def _arrange(self, x_low: float, x_high: float) -> None:
        """Shows the epochs from here to there, as high as they are."""
        if self._is_arranging:
            return  # our own change of the range has brought us here
        frame = self._frame
        if frame is None or self._column >= len(frame.curves.names):
            self._curve.show_lines(None, None)
            return
        view = replace(self.view(), x_low=x_low, x_high=x_high)
        lines = fit_lines(frame.curves, self._column, view, frame.progress.batches, is_log=self._is_log)
        self._curve.show_lines(lines, None if frame.looked_at is None else float(frame.looked_at))
        self._is_arranging = True
        self.set_range(x_low, x_high, *height_range(lines, is_log=self._is_log, is_share=self._is_share()))
        self._is_arranging = False
        view = self.view()
        ticks = log_ticks if self._is_log else linear_ticks
        y_ticks = ticks(view.y_low, view.y_high, view.height / fonts.px(_Y_TICK_PIXELS))
        x_ticks = linear_ticks(max(view.x_low, 0), view.x_high, view.width / fonts.px(_X_TICK_PIXELS), least_step=1)
        self._grid.set_ticks((), y_ticks)
        self._labels.set_ticks(x_ticks, y_ticks)
        self._tell_pointed()

    def _is_share(self) -> bool:
        """Whether the values lie between 0 and 1 and are no loss, as an accuracy does."""
        if self._frame is None or self._column == 0:
            return False
        curves = self._frame.curves
        values = np.concatenate([curves.training[:, self._column], curves.batch_means[-1:, self._column]])
        return bool(((values >= 0) & (values <= 1)).all())

    def _end(self) -> int:
        """The last epoch that has a place: of those that are asked for, or were trained."""
        if self._frame is None:
            return 1
        curves, progress = self._frame.curves, self._frame.progress
        under_way = len(curves.batch_means) > (curves.epoch_ends[-1] if len(curves.epoch_ends) else 0)
        return max(len(curves.epoch_ends) + under_way, progress.epochs, 1)

    # The mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton or self._frame is None:
            super().mousePressEvent(event)
            return
        epoch = round(self.view().x_at(event.position().x()))
        self.sought.emit(min(max(epoch, 0), len(self._frame.curves.epoch_ends)))
        event.accept()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._pointer = event.position()
        if event.buttons() & Qt.MouseButton.LeftButton:
            event.accept()  # a click looks at an epoch, and does not move the plot
        else:
            super().mouseMoveEvent(event)
        self._tell_pointed()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._pointer = None
        self._tell_pointed()

    def _tell_pointed(self) -> None:
        """Gives the exact values of the nearest epoch's end, or of the batch under the pointer."""
        frame, pointer = self._frame, self._pointer
        if frame is None or pointer is None or self._column >= len(frame.curves.names):
            self._curve.show_probe(None)
            self.hover_card.hide()
            return
        curves = frame.curves
        x = self.view().x_at(pointer.x())
        places = epoch_of_batch(curves, frame.progress.batches)
        epoch = round(x)
        is_near = abs(x - epoch) * self.view().x_scale <= max(6.0, 0.5 * self.view().x_scale / 4)
        if 1 <= epoch <= len(curves.epoch_ends) and is_near:
            place, rows = float(epoch), self._epoch_rows(epoch)
        elif len(places) and x > 0:
            batch = min(int(np.searchsorted(places, x)), len(places) - 1)
            place, rows = float(places[batch]), self._batch_rows(batch)
        else:
            self._curve.show_probe(None)
            self.hover_card.hide()
            return
        self._curve.show_probe(place)
        beside = QPointF(self.view().x_to_pixel(place), pointer.y())
        self.hover_card.show_rows(rows, beside=beside.toPoint())

    def _epoch_rows(self, epoch: int) -> list[tuple[str, str]]:
        assert self._frame is not None
        curves, name, column = self._frame.curves, self.figure(), self._column
        figures = (
            (self.tr("fit says"), curves.training),
            (self.tr("evaluate says"), curves.evaluated),
            (f"val_{name}", curves.validation),
        )
        rows = [(self.tr("epoch"), str(epoch))]
        for label, values in figures:
            if epoch <= len(values) and not math.isnan(value := float(values[epoch - 1, column])):
                rows.append((label, f"{value:.7g}"))
        return rows

    def _batch_rows(self, batch: int) -> list[tuple[str, str]]:
        assert self._frame is not None
        curves = self._frame.curves
        epoch = int(np.searchsorted(curves.epoch_ends, batch, side="right"))
        first = int(curves.epoch_ends[epoch - 1]) if epoch else 0
        rows = [
            (self.tr("batch"), self.tr("{batch} of epoch {epoch}").format(batch=batch - first + 1, epoch=epoch + 1)),
            (self.tr("mean so far"), f"{float(curves.batch_means[batch, self._column]):.7g}"),
        ]
        if self._column == 0 and batch < len(curves.batch_losses):
            rows.insert(1, (self.tr("this batch"), f"{float(curves.batch_losses[batch]):.7g}"))
        return rows

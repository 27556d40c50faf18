"""The curves of fit: batches between the epochs, exact values under the pointer, a click looks at an epoch."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from keras_frames import NO_PROGRESS, floats, make_curves, make_frame
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from engine.keras_lab.protocol import Frame, State
from gui.plots.fit_curves import epoch_of_batch, fit_lines, height_range
from gui.plots.fit_plot import FitPlot
from gui.plots.view import View

VIEW = View(0, 0, 400, 100, 0, 5, 0, 1)


@pytest.fixture
def plot(qtbot: QtBot) -> FitPlot:
    plot = FitPlot()
    qtbot.addWidget(plot)
    plot.resize(460, 160)
    with qtbot.waitExposed(plot):
        plot.show()
    return plot


def frame(epochs: int, extra: int = 0, **changes: object) -> Frame:
    progress = replace(NO_PROGRESS, state=State.PAUSED if extra else State.FINISHED, epoch=epochs, epochs=5)
    return make_frame(curves=make_curves(epochs, extra=extra), progress=progress, **changes)


def hover(plot: FitPlot, epoch: float) -> str:
    place = QPointF(plot.view().x_to_pixel(epoch), plot.view().top + 20)
    none, keys = Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier
    event = QMouseEvent(QMouseEvent.Type.MouseMove, place, plot.mapToGlobal(place), none, none, keys)
    QApplication.sendEvent(plot.viewport(), event)
    return plot.hover_card.text() if plot.hover_card.isVisible() else ""


def click(plot: FitPlot, qtbot: QtBot, epoch: float) -> int:
    at = QPoint(round(plot.view().x_to_pixel(epoch)), round(plot.view().top + 20))
    with qtbot.waitSignal(plot.sought) as sought:
        qtbot.mouseClick(plot.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert sought.args is not None
    return int(sought.args[0])


def test_an_epoch_ends_at_its_number_whatever_it_was_cut_into() -> None:
    curves = replace(make_curves(2, extra=2), epoch_ends=np.array([2, 8]))
    assert list(epoch_of_batch(curves, 4)) == pytest.approx([0.5, 1, 7 / 6, 8 / 6, 9 / 6, 10 / 6, 11 / 6, 2, 2.25, 2.5])
    assert list(epoch_of_batch(make_curves(), 4)) == []


def test_an_epoch_under_way_never_reaches_its_end() -> None:
    assert epoch_of_batch(make_curves(1, extra=9), 4)[-1] <= 2


def test_of_the_loss_each_batch_is_drawn_alone_and_of_a_metric_the_mean_so_far() -> None:
    curves = make_curves(1)
    curves = replace(curves, batch_losses=floats([9, 8, 7, 6]))
    assert list(fit_lines(curves, 0, VIEW, 4, is_log=False).batches[:, 1]) == [9, 8, 7, 6]
    assert list(fit_lines(curves, 1, VIEW, 4, is_log=False).batches[:, 1]) == [0.5] * 4


def test_a_long_run_is_thinned_without_losing_its_peak() -> None:
    curves = make_curves(1, batches=100_000)
    losses = curves.batch_losses.copy()
    losses[54_321] = 77
    lines = fit_lines(replace(curves, batch_losses=losses), 0, VIEW, 100_000, is_log=False)
    assert len(lines.batches) <= 4 * 400
    assert np.nanmax(lines.batches[:, 1]) == 77


def test_one_wild_batch_does_not_flatten_the_others() -> None:
    curves = make_curves(5, batches=1000)
    losses = np.full(5000, 0.5, np.float32)
    losses[10] = 1e6
    lines = fit_lines(replace(curves, batch_losses=losses), 0, VIEW, 1000, is_log=False)
    assert height_range(lines, is_log=False, is_share=False)[1] < 10


def test_what_is_not_finite_has_no_place_on_the_axis() -> None:
    curves = make_curves(1)
    curves = replace(curves, training=floats([[np.inf, np.nan]]), batch_losses=floats([np.nan] * 4))
    lines = fit_lines(curves, 0, VIEW, 4, is_log=True)
    assert np.isnan(lines.training[0, 1])
    low, high = height_range(lines, is_log=True, is_share=False)
    assert np.isfinite([low, high]).all()
    assert low < high


def test_the_end_of_an_epoch_gives_what_fit_and_evaluate_and_the_held_out_points_say(plot: FitPlot) -> None:
    plot.draw(frame(2), 0)
    text = hover(plot, 2.0)
    assert "fit says" in text
    assert "0.125" in text
    assert "evaluate says" in text
    assert "0.1" in text
    assert "val_loss" in text
    assert "0.0625" in text


def test_before_evaluate_was_asked_nothing_is_said_of_it(plot: FitPlot) -> None:
    plot.draw(make_frame(curves=make_curves(2, evaluated=1)), 0)
    assert "evaluate says" not in hover(plot, 2.0)


def test_between_epochs_each_batch_gives_its_loss_and_the_mean_so_far(plot: FitPlot) -> None:
    plot.draw(frame(1, extra=2), 0)
    text = hover(plot, 1.28)
    assert "2 of epoch 2" in text or "1 of epoch 2" in text
    assert "this batch" in text
    assert "mean so far" in text


def test_outside_the_curve_nothing_is_said(plot: FitPlot) -> None:
    plot.draw(frame(0), 0)
    assert hover(plot, 1.0) == ""


def test_a_click_looks_at_the_nearest_epoch_that_is_there(plot: FitPlot, qtbot: QtBot) -> None:
    plot.draw(frame(3), 0)
    assert click(plot, qtbot, 1.9) == 2
    assert click(plot, qtbot, 0.1) == 0
    assert click(plot, qtbot, 4.9) == 3


def test_the_plot_is_named_after_what_it_shows(plot: FitPlot) -> None:
    plot.draw(frame(1), 1)
    assert plot.accessibleName() == "Curve of accuracy"
    plot.draw(frame(1), 0)
    assert plot.accessibleName() == "Curve of loss"


def test_a_figure_that_is_gone_is_no_crash(plot: FitPlot) -> None:
    plot.draw(frame(1), 1)
    plot.draw(make_frame(curves=make_curves(1, names=("loss",))), 1)
    plot.grab()


def test_the_axis_reaches_to_the_epochs_that_are_asked_for(plot: FitPlot) -> None:
    plot.draw(frame(1, extra=1), 0)
    assert plot.view().x_high >= 5
    plot.draw(frame(7), 0)
    assert plot.view().x_high >= 7

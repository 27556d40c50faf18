"""A user of the training tab."""

from __future__ import annotations

from patience import LONGEST
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QComboBox, QWidget
from tab_user import TabUser

from engine.protocol import Frame
from gui.controls.code_pane import CodePane
from gui.controls.track_slider import TrackSlider
from gui.plots.decision_plot import DecisionPlot
from gui.plots.loss_plot import LossPlot
from gui.tabs.training.tab import TrainingTab


class User(TabUser[TrainingTab, Frame]):
    """Of the training tab."""

    def text(self, field: str) -> str:
        """What is in the field."""
        return self.line(field).text()

    def code(self) -> str:
        return self.tab.findChildren(CodePane)[0].code()

    # Acting

    def types(self, field: str, text: str) -> None:
        """Writes over what is in the field, and leaves it."""
        self.enters(field, text)

    def chooses(self, name: str, text: str) -> None:
        """By the keyboard."""
        box = self.find(QComboBox, name)
        self._qtbot.waitUntil(lambda: box.findText(text) >= 0, timeout=LONGEST)
        box.setFocus()
        self._qtbot.keyClicks(box, text)

    def sets_speed(self, share: float) -> None:
        """Presses on the track of the speed slider; 0 is its left end, 1 its right."""
        self._press_track("Speed", share)

    def scrubs(self, share: float) -> None:
        """Presses on the track of the time scrubber; 0 is its left end, 1 its right."""
        self._press_track("Step to look at", share)

    def turns_wheel_over_points(self) -> None:
        plot = self.tab.findChildren(DecisionPlot)[0]
        middle = QPointF(plot.viewport().rect().center())
        modifier, phase = Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase
        event = QWheelEvent(
            middle, plot.mapToGlobal(middle), QPoint(), QPoint(0, 120), Qt.MouseButton.NoButton, modifier, phase, False
        )
        QApplication.sendEvent(plot.viewport(), event)

    def clicks_loss_at(self, step: int) -> None:
        plot = self.tab.findChildren(LossPlot)[0]
        view = plot.view()
        pixel = QPoint(round(view.x_to_pixel(float(step))), round(view.top + view.height / 2))
        self._qtbot.mouseClick(plot.viewport(), Qt.MouseButton.LeftButton, pos=pixel)

    def drags_line(self, by: QPointF, lets_go: bool = True) -> None:
        """Takes the decision line in its middle and moves it by so much of the plane."""
        plot = self.tab.findChildren(DecisionPlot)[0]
        segment, view = plot.line.segment, plot.view()
        assert segment is not None
        (x0, y0), (x1, y1) = segment
        start = QPointF((x0 + x1) / 2, (y0 + y1) / 2)
        end = start + QPointF(by.x() * view.x_scale, -by.y() * view.y_scale)
        self._mouse(plot.viewport(), QMouseEvent.Type.MouseButtonPress, start)
        for share in (0.25, 0.5, 0.75, 1.0):
            self._mouse(plot.viewport(), QMouseEvent.Type.MouseMove, start + (end - start) * share)
        if lets_go:
            self._mouse(plot.viewport(), QMouseEvent.Type.MouseButtonRelease, end)

    def _press_track(self, name: str, share: float) -> None:
        slider = self.find(TrackSlider, name)
        pixel = QPoint(round(1 + share * (slider.width() - 2)), slider.height() // 2)
        self._qtbot.mouseClick(slider, Qt.MouseButton.LeftButton, pos=pixel)

    def _mouse(self, widget: QWidget, kind: QMouseEvent.Type, at: QPointF) -> None:
        buttons = Qt.MouseButton.NoButton if kind == QMouseEvent.Type.MouseButtonRelease else Qt.MouseButton.LeftButton
        button = Qt.MouseButton.NoButton if kind == QMouseEvent.Type.MouseMove else Qt.MouseButton.LeftButton
        event = QMouseEvent(kind, at, widget.mapToGlobal(at), button, buttons, Qt.KeyboardModifier.NoModifier)
        QApplication.sendEvent(widget, event)

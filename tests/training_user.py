"""A user of the training tab: finds everything by the name that it goes by, and acts by mouse and keyboard alone."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from engine.protocol import Frame
from gui.controls.code_pane import CodePane
from gui.controls.elided_label import ElidedLabel
from gui.controls.form_row import FormRow
from gui.controls.track_slider import TrackSlider
from gui.plots.decision_plot import DecisionPlot
from gui.plots.loss_plot import LossPlot
from gui.tabs.training.tab import TrainingTab

W = TypeVar("W", bound=QWidget)
LONGEST = 20_000
"""Milliseconds to wait for what must happen, on the slowest machine; it is far quicker on yours."""


class User:
    """What is waited for is seen: a frame that the tab has painted."""

    def __init__(self, tab: TrainingTab, qtbot: QtBot) -> None:
        self.tab = tab
        self._qtbot = qtbot

    # Seeing

    @property
    def frame(self) -> Frame:
        """What is on the screen."""
        assert self.tab.frame is not None
        return self.tab.frame

    def sees(self, condition: Callable[[Frame], bool]) -> Frame:
        """Waits until what is on the screen is so."""
        self._qtbot.waitUntil(lambda: self.tab.frame is not None and condition(self.tab.frame), timeout=LONGEST)
        return self.frame

    def waits_until(self, condition: Callable[[], bool]) -> None:
        self._qtbot.waitUntil(condition, timeout=LONGEST)

    def waits(self, milliseconds: int) -> None:
        self._qtbot.wait(milliseconds)

    def find(self, kind: type[W], name: str) -> W:
        """The only widget of that kind and name."""
        found = [widget for widget in self.tab.findChildren(kind) if widget.accessibleName() == name]
        assert len(found) == 1, f"{len(found)} widgets are called {name!r}"
        return found[0]

    def reason(self, field: str) -> str:
        """The sentence below that field."""
        (row,) = [row for row in self.tab.findChildren(FormRow) if row.isAncestorOf(self._editor(field))]
        return row.error()

    def reasons(self) -> list[str]:
        """All such sentences."""
        return [row.error() for row in self.tab.findChildren(FormRow) if row.error()]

    def sentences(self) -> list[str]:
        """All words that stand somewhere."""
        labels = [label for label in self.tab.findChildren(QLabel) if label.isVisible()]
        return [label.words() if isinstance(label, ElidedLabel) else label.text() for label in labels]

    def code(self) -> str:
        return self.tab.findChildren(CodePane)[0].code()

    # Acting

    def presses(self, key: Qt.Key, shift: bool = False) -> None:
        modifier = Qt.KeyboardModifier.ShiftModifier if shift else Qt.KeyboardModifier.NoModifier
        self._qtbot.keyClick(QApplication.focusWidget() or self.tab, key, modifier)

    def clicks(self, name: str) -> None:
        self._qtbot.mouseClick(self.find(QAbstractButton, name), Qt.MouseButton.LeftButton)

    def types(self, field: str, text: str) -> None:
        """Writes over what is in the field, and leaves it."""
        editor = self._editor(field)
        editor.setFocus()
        editor.selectAll()
        self._qtbot.keyClick(editor, Qt.Key.Key_Delete)
        self._qtbot.keyClicks(editor, text)
        self._qtbot.keyClick(editor, Qt.Key.Key_Return)

    def text(self, field: str) -> str:
        """What is in the field."""
        return self._editor(field).text()

    def chooses(self, name: str, text: str) -> None:
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

    def _editor(self, field: str) -> QLineEdit:
        return self.find(QLineEdit, field)

    def _press_track(self, name: str, share: float) -> None:
        slider = self.find(TrackSlider, name)
        pixel = QPoint(round(1 + share * (slider.width() - 2)), slider.height() // 2)
        self._qtbot.mouseClick(slider, Qt.MouseButton.LeftButton, pos=pixel)

    def _mouse(self, widget: QWidget, kind: QMouseEvent.Type, at: QPointF) -> None:
        buttons = Qt.MouseButton.NoButton if kind == QMouseEvent.Type.MouseButtonRelease else Qt.MouseButton.LeftButton
        button = Qt.MouseButton.NoButton if kind == QMouseEvent.Type.MouseMove else Qt.MouseButton.LeftButton
        event = QMouseEvent(kind, at, widget.mapToGlobal(at), button, buttons, Qt.KeyboardModifier.NoModifier)
        QApplication.sendEvent(widget, event)

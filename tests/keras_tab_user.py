"""A user of the Keras tab: finds everything by the name that it goes by, and acts by mouse and keyboard alone."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from patience import LONGEST
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from engine.keras_lab.protocol import Frame, State
from gui.controls.elided_label import ElidedLabel
from gui.controls.form_row import FormRow
from gui.controls.note import Note
from gui.controls.pick_field import PickField
from gui.controls.track_slider import TrackSlider
from gui.plots.region_plot import RegionPlot
from gui.tabs.keras.tab import KerasTab

W = TypeVar("W", bound=QWidget)

FEW = 10
"""So many options, as a formula of one's own, may be there before Keras's own are read."""


class KerasTabUser:
    """What is waited for is seen: a frame that the tab has painted."""

    def __init__(self, tab: KerasTab, qtbot: QtBot) -> None:
        self.tab = tab
        self._qtbot = qtbot
        self._painted: Frame | None = None
        tab.drawn.connect(self._note)

    # Seeing

    @property
    def frame(self) -> Frame:
        """What is on the screen."""
        assert self._painted is not None
        return self._painted

    def sees(self, condition: Callable[[Frame], bool]) -> Frame:
        """Waits until what is on the screen is so."""
        self._qtbot.waitUntil(lambda: self._painted is not None and condition(self._painted), timeout=LONGEST)
        return self.frame

    def sees_state(self, state: State) -> Frame:
        return self.sees(lambda frame: frame.progress.state is state)

    def sees_what_keras_offers(self) -> None:
        """Waits until there is something to choose; the model is there before."""
        self.waits_for(lambda: any(len(pick._options) > FEW for pick in self.tab.findChildren(PickField)))

    def waits_for(self, condition: Callable[[], bool]) -> None:
        self._qtbot.waitUntil(condition, timeout=LONGEST)

    def shown(self, kind: type[W], name: str) -> list[W]:
        """All widgets of that kind and name that can be seen."""
        QApplication.processEvents()  # what is new has its place only now
        return [one for one in self.tab.findChildren(kind) if one.accessibleName() == name and one.isVisible()]

    def find(self, kind: type[W], name: str) -> W:
        """The only one."""
        found = self.shown(kind, name)
        assert len(found) == 1, f"{len(found)} widgets are called {name!r}"
        return found[0]

    def reasons(self) -> list[str]:
        """All sentences that stand below fields, and beside what does not fit."""
        rows = [row.error() for row in self.tab.findChildren(FormRow) if row.error()]
        return rows + [note.sentence() for note in self.tab.findChildren(Note) if note.isVisible()]

    def reads_reason(self, part: str) -> None:
        """Waits until one of them has these words in it."""
        self.waits_for(lambda: any(part in reason for reason in self.reasons()))

    def sentences(self) -> list[str]:
        """All words that stand somewhere."""
        labels = [label for label in self.tab.findChildren(QLabel) if label.isVisible()]
        return [label.words() if isinstance(label, ElidedLabel) else label.text() for label in labels]

    # Acting

    def presses(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        self._qtbot.keyClick(QApplication.focusWidget() or self.tab, key, modifier)

    def clicks(self, name: str) -> None:
        self._qtbot.mouseClick(self.find(QAbstractButton, name), Qt.MouseButton.LeftButton)

    def turns_to(self, page: str) -> None:
        """A page of the panel, which has a dot behind its name where something does not fit."""
        self.clicks(page if self.shown(QAbstractButton, page) else f"{page} •")

    def types(self, field: str, text: str) -> None:
        """Writes over what is in the field, and leaves it with Enter."""
        edit = self.find(QLineEdit, field)
        edit.setFocus()
        edit.selectAll()
        self._qtbot.keyClick(edit, Qt.Key.Key_Delete)
        self._qtbot.keyClicks(edit, text)
        self._qtbot.keyClick(edit, Qt.Key.Key_Return)

    def chooses(self, name: str, text: str) -> None:
        box = self.find(QComboBox, name)
        box.setFocus()
        self._qtbot.keyClicks(box, text)

    def puts_slider(self, name: str, share: float) -> None:
        """Presses on the track of a slider; 0 is its left end, 1 its right."""
        slider = self.find(TrackSlider, name)
        at = QPoint(round(1 + share * (slider.width() - 2)), slider.height() // 2)
        self._qtbot.mouseClick(slider, Qt.MouseButton.LeftButton, pos=at)

    def clicks_in_plane(self, x: float, y: float) -> None:
        plot = self.tab.findChildren(RegionPlot)[0]
        at = QPoint(round(plot.view().x_to_pixel(x)), round(plot.view().y_to_pixel(y)))
        self._qtbot.mouseClick(plot.viewport(), Qt.MouseButton.LeftButton, pos=at)

    def _note(self, frame: Frame) -> None:
        self._painted = frame

"""One run in the list: its mark, what it is, how it is with it, and the buttons that hide and close it."""

from __future__ import annotations

import math

from PySide6.QtCore import QEvent, QPointF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from engine.errors import Problem
from engine.runs.protocol import RunView
from gui import fonts
from gui.controls.elided_label import ElidedLabel
from gui.controls.icon_button import IconButton
from gui.controls.own_keys import keep_keys
from gui.controls.progress_line import ProgressLine
from gui.joining import listed
from gui.palette import LIGHT, Palette
from gui.plots.run_looks import paint_run_mark
from gui.problem_text import problem_text
from gui.tabs.runs import words
from gui.tabs.runs.state import OpenedRun

MARK_WIDTH = 14
INDENT = 20
"""Pixels from the mark to the words beside it."""

CLOSING_KEYS = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)


class RunMark(QWidget):
    """As the run's curve and line are drawn; only the rim while it is hidden."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._palette, self._look, self._is_hidden = LIGHT, 0, False
        self.setFixedSize(fonts.px(MARK_WIDTH), fonts.px(MARK_WIDTH))
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def show_look(self, look: int, *, is_hidden: bool) -> None:
        if (look, is_hidden) != (self._look, self._is_hidden):
            self._look, self._is_hidden = look, is_hidden
            self.update()

    def set_palette(self, palette: Palette) -> None:
        self._palette = palette
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        centre = QPointF(self.width() / 2, self.height() / 2)
        paint_run_mark(painter, centre, 0.34 * self.width(), self._palette, self._look, is_hollow=self._is_hidden)


class RunRow(QPushButton):
    """Pressed, it is the chosen one. Delete closes it while it has the focus."""

    hide_requested = Signal(bool)  # whether it is to be left out of the plots
    close_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._run = OpenedRun("")
        self._view: RunView | None = None
        self._problem: Problem | None = None
        self._said: object = None  # what its words are made of
        self.setProperty("role", "run")
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        keep_keys(self, Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Space, *CLOSING_KEYS)
        self._mark = RunMark()
        self._name = ElidedLabel("heading")
        self._about, self._state, self._remark = (ElidedLabel("small") for _ in range(3))
        self._loss = ElidedLabel("mono")
        self._steps = QLabel()
        self._steps.setProperty("role", "small")
        self._progress = ProgressLine()
        self._eye = IconButton("eye", side=24, icon_size=16, role="quiet")
        self._close = IconButton("close", side=24, icon_size=12, role="quiet")
        self._whole = QVBoxLayout(self)
        self._lay_out()
        self._eye.clicked.connect(lambda: self.hide_requested.emit(not self._run.is_hidden))
        self._close.clicked.connect(self.close_requested)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.retranslate()

    @property
    def run(self) -> OpenedRun:
        """The one that is shown."""
        return self._run

    def show_run(self, run: OpenedRun, view: RunView | None, problem: Problem | None, name: str) -> None:
        """view: None until there is one. problem: why there is none. name: what tells it from the others."""
        self._run, self._view, self._problem = run, view, problem
        said = (run, name, problem, None if view is None else _told(view))
        if said == self._said:  # as it mostly is while one looks back and forth
            return
        self._said = said
        self._mark.show_look(run.look, is_hidden=run.is_hidden)
        self._eye.set_icon_name("eye-off" if run.is_hidden else "eye")
        self._name.show_words(name)
        self._show_words()

    def set_palette(self, palette: Palette) -> None:
        self._mark.set_palette(palette)

    def sizeHint(self) -> QSize:
        return QSize(160, self._whole.sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        return QSize(80, self._whole.sizeHint().height())

    def follow_text_size(self) -> None:
        """Keeps the words below the name."""
        self._below.setContentsMargins(fonts.px(INDENT), 0, 4, 0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in CLOSING_KEYS:
            self.close_requested.emit()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def retranslate(self) -> None:
        """Says everything in the language that is now in force."""
        self._progress.setAccessibleName(self.tr("Read so far"))
        self._show_words()

    def _lay_out(self) -> None:
        for label in (self._name, self._steps, self._about, self._state, self._remark, self._loss):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._loss.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        top = QHBoxLayout()
        top.setSpacing(6)
        top.addWidget(self._mark)
        top.addWidget(self._name, 1)
        top.addWidget(self._steps)
        top.addWidget(self._eye)
        top.addWidget(self._close)
        bottom = QHBoxLayout()
        bottom.setSpacing(6)
        bottom.addWidget(self._state, 3)
        bottom.addWidget(self._loss, 1)
        layout = self._whole
        layout.setContentsMargins(8, 4, 6, 8)
        layout.setSpacing(1)
        layout.addLayout(top)
        self._below = below = QVBoxLayout()
        self.follow_text_size()
        below.setSpacing(2)
        below.addWidget(self._about)
        below.addLayout(bottom)
        below.addWidget(self._remark)
        below.addWidget(self._progress)
        layout.addLayout(below)
        self._remark.hide()
        self._progress.hide()

    def _show_words(self) -> None:
        view, name = self._view, self._name.words()
        self.setAccessibleName(name)
        self._eye.set_label(
            self.tr("Show {name} in the plots").format(name=name)
            if self._run.is_hidden
            else self.tr("Leave {name} out of the plots").format(name=name)
        )
        self._close.set_label(self.tr("Close {name}; its folder stays as it is").format(name=name))
        self._progress.setVisible(view is not None and not view.is_read)
        if view is None:
            state, about, loss = self.tr("is being opened …"), "", ""
            if self._problem is not None:
                state = self.tr("not to be had; press to try again")
                about = problem_text(self._problem)
            steps, remark, tooltip = "", "", "\n".join(filter(None, (self._run.folder, about)))
        else:
            self._progress.show_share(view.share)
            state, steps = " · ".join(filter(None, (words.state(view), words.pace(view)))), words.steps(view)
            about, remark, tooltip = words.about(view.description), words.remark(view), words.all_about(view)
            value = float(view.loss.values[-1]) if len(view.loss.values) else math.nan
            loss = "" if math.isnan(value) else f"{value:.4g}"
        if steps != self._steps.text():
            self._steps.setText(steps)
        self._about.show_words(about, tooltip)
        self._state.show_words(state, tooltip)
        self._loss.show_words(loss, self.tr("The newest loss: of its batch, before the step"))
        self._remark.show_words(remark)
        self._remark.setVisible(bool(remark))
        self.setToolTip(tooltip)
        said = listed(about, state, steps, self.tr("loss {loss}").format(loss=loss) if loss else "", remark)
        self.setAccessibleDescription(said)


def _told(view: RunView) -> tuple[object, ...]:
    """All that the row says of a run."""
    end = float(view.loss.values[-1]) if len(view.loss.values) else None
    problem = None if view.problem is None else str(view.problem)
    return (view.description, view.state, view.evidence, view.share, len(view.steps), end, view.damaged, problem)

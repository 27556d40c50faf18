"""The experiments by group, each with what came of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QCoreApplication,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from engine.gradients.watching import EXPERIMENTS, Group
from engine.gradients.watching.protocol import Trial
from gui import fonts
from gui.controls.own_keys import keep_keys
from gui.palette import LIGHT, Palette
from gui.tabs.gradients.watching_words import result_text

ROW_HEIGHT, HEADING_HEIGHT = 24, 26
AnyIndex = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
Row = Group | str
"""A heading, or the key of an experiment."""


def _rows() -> tuple[Row, ...]:
    rows: list[Row] = []
    for group in Group:
        rows.append(group)
        rows += [key for key, experiment in EXPERIMENTS.items() if experiment.group is group]
    return tuple(rows)


ROWS = _rows()


@dataclass(frozen=True, slots=True)
class _Result:
    text: str
    is_good: bool


class _Model(QAbstractListModel):
    def __init__(self) -> None:
        super().__init__()
        self.results: dict[str, _Result] = {}

    def show_trials(self, trials: Sequence[Trial]) -> None:
        self.results = {trial.key: found for trial in trials if (found := _result(trial)) is not None}
        self.dataChanged.emit(self.index(0), self.index(len(ROWS) - 1))

    def rowCount(self, parent: AnyIndex = _ROOT) -> int:
        return 0 if parent.isValid() else len(ROWS)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = ROWS[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            found = self.results.get(row) if isinstance(row, str) else None
            title = _title(row)
            return title if found is None or role == Qt.ItemDataRole.DisplayRole else f"{title}: {found.text}"
        return None

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        if isinstance(ROWS[index.row()], Group):
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable


class _Delegate(QStyledItemDelegate):
    def __init__(self, model: _Model, parent: QWidget) -> None:
        super().__init__(parent)
        self._model = model
        self.colours = LIGHT

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        return QSize(100, fonts.px(HEADING_HEIGHT) if isinstance(ROWS[index.row()], Group) else fonts.px(ROW_HEIGHT))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        row, colours = ROWS[index.row()], self.colours
        area = QRectF(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if isinstance(row, Group):
            painter.setFont(fonts.words(12, fonts.SEMIBOLD))
            painter.setPen(QColor(colours.muted))
            painter.drawText(
                area.adjusted(8, 4, 0, 0), Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, _title(row)
            )
        else:
            self._paint_row(painter, option, area.adjusted(0, 1, 0, -1), row)
        painter.restore()

    def _paint_row(self, painter: QPainter, option: QStyleOptionViewItem, area: QRectF, key: str) -> None:
        colours = self.colours
        is_selected = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.setPen(Qt.PenStyle.NoPen)
        if is_selected or option.state & QStyle.StateFlag.State_MouseOver:
            painter.setBrush(QColor(colours.accent_soft if is_selected else colours.hover))
            if is_selected and option.state & QStyle.StateFlag.State_HasFocus:
                painter.setPen(QColor(colours.accent))
            painter.drawRoundedRect(area.adjusted(0.5, 0, -0.5, 0), 6, 6)
        inside = area.adjusted(8, 0, -8, 0)
        middle = Qt.AlignmentFlag.AlignVCenter
        found = self._model.results.get(key)
        text = found.text if found else "…"
        painter.setFont(fonts.mono(11, fonts.SEMIBOLD))
        painter.setPen(QColor(colours.muted if found is None else colours.good if found.is_good else colours.error))
        width = painter.fontMetrics().horizontalAdvance(text)
        painter.drawText(inside, Qt.AlignmentFlag.AlignRight | middle, text)
        inside.setRight(inside.right() - width - 8)
        painter.setFont(fonts.words(13))
        painter.setPen(QColor(colours.accent if is_selected else colours.text))
        title = painter.fontMetrics().elidedText(_title(key), Qt.TextElideMode.ElideRight, int(inside.width()))
        painter.drawText(inside, Qt.AlignmentFlag.AlignLeft | middle, title)


class ExperimentList(QListView):
    """Exactly one experiment is chosen, by the mouse or by the arrow keys; Enter mends it, or takes that back."""

    chosen = Signal(str)  # the key of the experiment that the user went to
    entered_on = Signal()  # Enter was pressed

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = _Model()
        self._delegate = _Delegate(self._model, self)
        self.setModel(self._model)
        self.setItemDelegate(self._delegate)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.viewport().setAutoFillBackground(False)
        keep_keys(self, Qt.Key.Key_Space, Qt.Key.Key_Home, Qt.Key.Key_End, Qt.Key.Key_Up, Qt.Key.Key_Down)
        self.select("variable")
        self.selectionModel().currentChanged.connect(self._follow)
        self.retranslate()

    def key(self) -> str:
        """The chosen experiment's."""
        row = ROWS[self.currentIndex().row()]
        assert isinstance(row, str)
        return row

    def select(self, key: str) -> None:
        """Chooses an experiment; like the user's choice, it is told."""
        self.setCurrentIndex(self._model.index(ROWS.index(key)))

    def show_trials(self, trials: Sequence[Trial]) -> None:
        """Shows what came of each."""
        self._model.show_trials(trials)

    def results(self) -> dict[str, str]:
        """What is said to have come of each."""
        return {key: found.text for key, found in self._model.results.items()}

    def set_palette(self, palette: Palette) -> None:
        """Draws in these colours from now on."""
        self._delegate.colours = palette
        self.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered_on.emit()
            return
        super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def retranslate(self) -> None:
        """Says everything in the language that is now in force."""
        self.setAccessibleName(self.tr("Experiments"))
        self.setToolTip(self.tr("Each is a program that was run; beside it stands what came of it"))
        self.viewport().update()

    def _follow(self, current: QModelIndex) -> None:
        row = ROWS[current.row()] if current.isValid() else None
        if isinstance(row, str):
            self.chosen.emit(row)


def _title(row: Row) -> str:
    if isinstance(row, str):
        return QCoreApplication.translate("engine", EXPERIMENTS[row].title)
    if row is Group.WATCHED:
        return QCoreApplication.translate("gradients", "What t is to the tape")
    if row is Group.BROKEN:
        return QCoreApplication.translate("gradients", "What breaks the record")
    return QCoreApplication.translate("gradients", "How the tape is used")


def _result(trial: Trial) -> _Result | None:
    shown = trial.after or trial.before
    return None if shown is None else _Result(result_text(shown), shown.succeeded)

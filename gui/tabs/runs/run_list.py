"""The list of the runs that are open, one of them chosen."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from pathlib import Path

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QButtonGroup, QWidget

from engine.errors import Problem
from engine.runs.protocol import RunView
from gui.controls.scroll_column import ScrollColumn
from gui.palette import LIGHT, Palette
from gui.tabs.runs.run_row import RunRow
from gui.tabs.runs.state import RunsState


class RunList(ScrollColumn):
    """Rows are made for new runs and taken away with those that are closed; all others are filled anew."""

    chosen = Signal(str)  # the folder of the run whose numbers the user wants to see
    pressed = Signal(str)  # the folder of the run that was pressed, chosen already or not
    hide_requested = Signal(str, bool)  # a folder, and whether its run is to be left out of the plots
    close_requested = Signal(str)  # a folder

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(margin=8, spacing=4, edge=6, parent=parent)
        self._rows: dict[str, RunRow] = {}
        self._palette = LIGHT
        self._group = QButtonGroup(self)
        self.column.addStretch(1)
        self.retranslate()

    def rows(self) -> list[RunRow]:
        """In their order."""
        return list(self._rows.values())

    def show_runs(self, state: RunsState, views: Mapping[str, RunView], problems: Mapping[str, Problem]) -> None:
        """The runs of the state, by their folders what is known of them, and what keeps them from being known."""
        wanted = [run.folder for run in state.runs]
        if wanted != list(self._rows):
            self._make_rows(wanted)
        for run in state.runs:
            row, view = self._rows[run.folder], views.get(run.folder)
            name = view.name if view is not None else Path(run.folder).name
            row.show_run(run, view, problems.get(run.folder), name)
            if run.folder == state.chosen and not row.isChecked():
                row.setChecked(True)

    def set_palette(self, palette: Palette) -> None:
        self._palette = palette
        for row in self._rows.values():
            row.set_palette(palette)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def retranslate(self) -> None:
        """Says everything in the language that is now in force."""
        self.setAccessibleName(self.tr("Runs that are open"))

    def _make_rows(self, folders: list[str]) -> None:
        for folder in [folder for folder in self._rows if folder not in folders]:
            row = self._rows.pop(folder)
            had_focus = row.hasFocus() or row.isAncestorOf(self.focusWidget() or self)
            self._group.removeButton(row)
            self.column.removeWidget(row)
            row.hide()
            row.deleteLater()
            if had_focus:
                self.setFocus()
        rows = {folder: self._rows.get(folder) or self._make_row(folder) for folder in folders}
        for place, row in enumerate(rows.values()):
            if self.column.indexOf(row) != place:
                self.column.insertWidget(place, row)
        self._rows = rows

    def _make_row(self, folder: str) -> RunRow:
        row = RunRow()
        row.set_palette(self._palette)
        row.toggled.connect(partial(self._choose, folder))
        row.clicked.connect(lambda _: self.pressed.emit(folder))
        row.hide_requested.connect(partial(self.hide_requested.emit, folder))
        row.close_requested.connect(partial(self.close_requested.emit, folder))
        self._group.addButton(row)
        return row

    def _choose(self, folder: str, is_on: bool) -> None:
        if is_on:
            self.chosen.emit(folder)

"""The two tables of the sheet: how they behave."""

from __future__ import annotations

from PySide6.QtCore import QAbstractItemModel, Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from gui import fonts
from gui.controls.own_keys import keep_keys

ROW_HEIGHT = 28
PREVIEW_ROW_HEIGHT = 22
WIDEST = 260
"""Pixels that a column of the preview may take."""


def columns_view(model: QAbstractItemModel) -> QTableView:
    """Ticks with a click or the space bar."""
    view = _view(model, fonts.px(ROW_HEIGHT))
    view.verticalHeader().hide()
    view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    header = view.horizontalHeader()
    header.setSectionResizeMode(0, QHeaderView.ResizeMode.Interactive)
    header.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
    header.setSectionResizeMode(2, QHeaderView.ResizeMode.Interactive)
    header.resizeSection(0, fonts.px(240))
    header.resizeSection(2, fonts.px(90))
    keep_keys(view, Qt.Key.Key_Space, Qt.Key.Key_Home, Qt.Key.Key_End)
    return view


def preview_view(model: QAbstractItemModel) -> QTableView:
    """Only to be looked at."""
    view = _view(model, fonts.px(PREVIEW_ROW_HEIGHT))
    view.setFont(fonts.mono(12))
    view.horizontalHeader().setDefaultSectionSize(fonts.px(110))
    view.horizontalHeader().setMaximumSectionSize(fonts.px(WIDEST))
    keep_keys(view, Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Home, Qt.Key.Key_End)
    return view


def _view(model: QAbstractItemModel, row_height: int) -> QTableView:
    view = QTableView()
    view.setModel(model)
    view.setShowGrid(False)
    view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    view.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    view.setTabKeyNavigation(False)
    view.verticalHeader().setDefaultSectionSize(row_height)
    view.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
    view.horizontalHeader().setHighlightSections(False)
    view.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    view.setWordWrap(False)
    return view

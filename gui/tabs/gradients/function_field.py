"""The line in which the function is typed."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from engine.errors import Problem
from engine.expressions import ExpressionError
from gui.controls.code_field import CodeField


class FunctionField(CodeField):
    """Says what cannot be understood, and at which character; the cursor stands there."""

    left = Signal()  # the user goes elsewhere

    def __init__(self, width: int, parent: QWidget | None = None) -> None:
        super().__init__(width, parent)
        self._line.editingFinished.connect(self.left)

    def set_error(self, problem: Problem | None) -> None:
        super().set_error(problem)
        if isinstance(problem, ExpressionError) and self._line.hasFocus():
            self._line.setCursorPosition(problem.column - 1)

    def _show_problem(self) -> None:
        super()._show_problem()
        if isinstance(self._problem, ExpressionError) and self._line.text().strip():
            where = self.tr("(character {column})").format(column=self._problem.column)
            self._error.setText(f"{self._error.text()} {where}")
            self._editor.setAccessibleDescription(self._error.text())

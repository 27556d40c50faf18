"""What is wrong with a formula, and where."""

from __future__ import annotations

from engine.errors import Problem


class ExpressionError(Problem):
    """A formula that cannot be read or computed.

    message: one sentence with the remedy. column: where in the text, counted from 1 in characters.
    """

    def __init__(self, column: int, template: str, **values: object) -> None:
        super().__init__(template, **values)
        self.column = column

    @property
    def message(self) -> str:
        return str(self)

"""The operations that TensorFlow executed, in one line."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QWidget

from engine.training.records import Operation
from gui.controls.elided_label import ElidedLabel


class OperationsLine(ElidedLabel):
    """Their names in the order in which they ran; the tooltip gives each its shapes."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("mono-muted", parent)
        self.retranslate()

    def show_operations(self, operations: Sequence[Operation]) -> None:
        """Shows them."""
        self.show_words(" → ".join(operation.name for operation in operations), "\n".join(map(describe, operations)))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def retranslate(self) -> None:
        """Says everything in the language that is now in force."""
        self.setAccessibleName(self.tr("Operations that TensorFlow executed"))


def describe(operation: Operation) -> str:
    """As in `MatMul (2000, 2), (2, 1) → (2000, 1)`."""
    inputs, outputs = (", ".join(map(str, shapes)) for shapes in (operation.inputs, operation.outputs))
    return f"{operation.name} {inputs} → {outputs}" if outputs else f"{operation.name} {inputs}"

"""How far the tapes' gradient and Hessian are from those found another way."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from engine.gradients.surface.records import Check, Reference
from gui.controls.readout import Readout

REFERENCES: tuple[Reference, ...] = ("symbols", "differences")


class SurfaceChecks(QWidget):
    """A line for each other way; its tooltip tells gradient and Hessian apart."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._checks: dict[Reference, Check] = {}
        self._labels: dict[Reference, tuple[QLabel, Readout]] = {}
        layout = QGridLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setVerticalSpacing(4)
        layout.setColumnStretch(0, 1)
        for row, reference in enumerate(REFERENCES):
            name, value = QLabel(), Readout(Qt.AlignmentFlag.AlignRight)
            name.setProperty("role", "muted")
            value.setFixedHeight(name.sizeHint().height())
            value.reserve("8.8e-88")
            layout.addWidget(name, row, 0)
            layout.addWidget(value, row, 1)
            self._labels[reference] = (name, value)
        self.retranslate()

    def draw(self, checks: Sequence[Check]) -> None:
        """Shows these; a way that is not among them does not exist for this function."""
        self._checks = {check.against: check for check in checks}
        for reference, labels in self._labels.items():
            check = self._checks.get(reference)
            for label in labels:
                label.setVisible(check is not None)
            if check is not None:
                text = _short(largest(check))
                if text != labels[1].text():
                    labels[1].show_parts((text, False))
                    self._tell(check)

    def values(self) -> dict[Reference, str]:
        """What is shown for each other way."""
        return {reference: self._labels[reference][1].text() for reference in self._checks}

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def retranslate(self) -> None:
        """Says everything in the language that is now in force."""
        names = {"symbols": self.tr("against symbols"), "differences": self.tr("finite differences")}
        for reference, (label, _) in self._labels.items():
            label.setText(names[reference])
        for check in self._checks.values():
            self._tell(check)

    def _tell(self, check: Check) -> None:
        if largest(check) is None:
            tip = self.tr("Nothing to compare here: one of the two is not finite.")
        else:
            template = self.tr(
                "The largest difference as a share of the largest entry. Gradient: {gradient}, Hessian: {hessian}."
            )
            tip = template.format(gradient=_short(check.gradient), hessian=_short(check.hessian))
        name, value = self._labels[check.against]
        for label in (name, value):
            label.setToolTip(tip)
        value.setAccessibleName(name.text())
        value.setAccessibleDescription(f"{value.text()} {tip}")


def largest(check: Check) -> float | None:
    """Of the two differences; None where one is not finite."""
    if check.gradient is None or check.hessian is None:
        return None
    return max(check.gradient, check.hessian)


def _short(difference: float | None) -> str:
    if difference is None:
        return "—"
    return "0" if difference == 0 else f"{difference:.1e}".replace("e-0", "e-").replace("-", "−")

"""What assistive technology hears of the widgets that paint themselves: Qt knows nothing of them but their names."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget, QWidget

Role = QAccessible.Role

ROLES = {
    "Canvas": Role.Graphic,
    "CurveStack": Role.Graphic,
    "FallingBody": Role.Graphic,
    "Histogram": Role.Graphic,
    "TapePicture": Role.Graphic,
    "StepsPicture": Role.Graphic,
    "FormulaPicture": Role.Graphic,
    "OriginPicture": Role.Graphic,
    "CallStrip": Role.Graphic,
    "CellGrid": Role.Table,
    "ConfusionView": Role.Table,
    "SurfaceNumbers": Role.Table,
    "Legend": Role.StaticText,
    "ClassLegend": Role.StaticText,
    "CurveLegend": Role.StaticText,
    "Chips": Role.StaticText,
    "Readout": Role.StaticText,
    "NumberRows": Role.StaticText,
    "PartsLine": Role.StaticText,
    "ProgressLine": Role.ProgressBar,
    "SegmentedSwitch": Role.Grouping,
}
"""By the name of the class; it holds for subclasses, too."""


def _interface(name: str, widget: QObject) -> QAccessibleInterface | None:
    """Qt asks for every class of a widget, beginning with its own; None leaves the answer to Qt."""
    role = ROLES.get(name)
    return QAccessibleWidget(widget, role) if role is not None and isinstance(widget, QWidget) else None


def install() -> None:
    """From now on the roles are told. Calling it again changes nothing."""
    QAccessible.installFactory(_interface)

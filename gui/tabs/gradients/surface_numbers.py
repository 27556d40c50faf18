"""The numbers of a point on a surface, in rows and columns, as they are on paper."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from engine.gradients.formulas import written_number
from engine.gradients.surface.protocol import SurfaceFrame
from gui import fonts

LINE = 20
GAP = 7
MARGIN = 14
NAME_WIDTH = 104
COLUMN = 96
BRACKET = 5

Rows = tuple[tuple[str, ...], ...]


# Joined once: to join flags of Qt's takes as long as to write a number.
LEFT, RIGHT = (
    side | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextDontClip
    for side in (Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight)
)


class SurfaceNumbers(QWidget):
    """Painted by hand, since they change sixty times a second while the point is dragged."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._blocks: tuple[tuple[str, Rows], ...] = ()
        self._directions: tuple[str, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.retranslate()

    def draw(self, frame: SurfaceFrame) -> None:
        """Shows the numbers of this moment."""
        place = frame.place
        vectors = place.eigenvectors.T.tolist()
        self._blocks = (
            ("value", ((written_number(place.value),),)),
            ("gradient", (_row(place.gradient.tolist()),)),
            ("hessian", tuple(map(_row, place.hessian.tolist()))),
            ("eigenvalues", tuple((number,) for number in _row(place.eigenvalues.tolist()))),
        )
        self._directions = tuple(f"({', '.join(written_number(float(f'{x:.3f}')) for x in v)})" for v in vectors)
        self.setAccessibleDescription(self.text())
        self.update()

    def text(self) -> str:
        """All that is shown, a line for each row."""
        lines = []
        for name, rows in self._blocks:
            for number, row in enumerate(rows):
                parts = [name if number == 0 else "", *row]
                if name == "eigenvalues":
                    parts += [self._along, self._directions[number]]
                lines.append(" ".join(filter(None, parts)))
        return "\n".join(lines)

    def sizeHint(self) -> QSize:
        return QSize(fonts.px(NAME_WIDTH) + 2 * fonts.px(COLUMN) + 2 * MARGIN, 6 * fonts.px(LINE) + 5 * GAP)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def retranslate(self) -> None:
        """Says everything in the language that is now in force."""
        self.setAccessibleName(self.tr("Numbers at the point"))
        self.setToolTip(
            self.tr("Gradient: tape.gradient. Hessian: outer_tape.jacobian of it. Eigenvalues: tf.linalg.eigh.")
        )
        self._along = self.tr("along")
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        loud = self.palette().color(QPalette.ColorRole.WindowText)
        quiet = self.palette().color(QPalette.ColorRole.PlaceholderText)
        top = float(GAP)
        painter.setFont(fonts.mono(12))
        for name, rows in self._blocks:
            height = fonts.px(LINE) * len(rows)
            painter.setPen(quiet)
            painter.drawText(QRectF(MARGIN, top, fonts.px(NAME_WIDTH), height), LEFT, name)
            for number, row in enumerate(rows):
                painter.setPen(loud)
                for column, text in enumerate(row):
                    box = QRectF(
                        MARGIN + fonts.px(NAME_WIDTH) + fonts.px(COLUMN) * column,
                        top + fonts.px(LINE) * number,
                        fonts.px(COLUMN) - 14,
                        fonts.px(LINE),
                    )
                    painter.drawText(box, RIGHT, text)
                if name == "eigenvalues":
                    painter.setPen(quiet)
                    box = QRectF(
                        MARGIN + fonts.px(NAME_WIDTH) + fonts.px(COLUMN),
                        top + fonts.px(LINE) * number,
                        self.width(),
                        fonts.px(LINE),
                    )
                    words = f"{self._along} {self._directions[number]}"
                    painter.drawText(box, LEFT, words)
            if name in ("gradient", "hessian"):
                _paint_brackets(
                    painter, QRectF(MARGIN + fonts.px(NAME_WIDTH), top, 2 * fonts.px(COLUMN) - 4, height), quiet
                )
            top += height + GAP


def _row(numbers: list[float]) -> tuple[str, ...]:
    return tuple(map(written_number, numbers))


def _paint_brackets(painter: QPainter, box: QRectF, colour: QColor) -> None:
    painter.setPen(QPen(colour, 1.2))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for x, inward in ((box.left(), BRACKET), (box.right(), -BRACKET)):
        path = QPainterPath(QPointF(x + inward, box.top() + 1))
        for point in ((x, box.top() + 1), (x, box.bottom() - 1), (x + inward, box.bottom() - 1)):
            path.lineTo(*point)
        painter.drawPath(path)

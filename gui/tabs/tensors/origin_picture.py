"""Where an element comes from: the tensors of the operation side by side, the elements that count lit up."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QPointF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPalette
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from engine.tensors.protocol import Entry, Origin
from engine.tensors.values import Index, TensorValue
from gui import fonts
from gui.controls.tensor_view.cell_grid import CellGrid, fits_cells, sizes_for
from gui.controls.tensor_view.number_format import NumberFormat, shortened
from gui.controls.tensor_view.plane import Cell, first_plane
from gui.palette import LIGHT, Palette
from gui.plots.picture_actions import PictureActions

LONGEST_LABEL = 18
MOST_SOURCES = 4
LABEL_HEIGHT = 24
GAP = 20
NARROW_GAP = 8


class _Part(QWidget):
    """A tensor's cells below its name."""

    def __init__(self) -> None:
        super().__init__()
        self.label = QLabel()
        self.label.setProperty("role", "muted")
        self.label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.grid = CellGrid()
        self.value: TensorValue | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addStretch(1)
        column.addWidget(self.label)
        column.addWidget(self.grid, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(1)

    def show_tensor(self, name: str, value: TensorValue) -> None:
        if value is not self.value or name != self.label.text():
            self.value = value
            self.label.setText(shortened(name, LONGEST_LABEL))
            self.label.setToolTip(name)
            plane = first_plane(value.shape)
            self.grid.show_plane(value, plane, NumberFormat(value.array, value.dtype), name)
            self.grid.setAccessibleName(name)

    def mark(self, indices: object) -> None:
        """Lights up these elements, (k, rank) numbers."""
        assert self.value is not None
        plane = first_plane(self.value.shape)
        cells = (plane.cell(tuple(int(number) for number in index)) for index in indices)  # type: ignore[attr-defined]
        self.grid.mark(cell for cell in cells if cell is not None)


class OriginPicture(QWidget):
    """Sources, `=`, result. The cells of the result are to hover and to choose; nothing moves when another is."""

    # The index of the result's element under the pointer; None: no longer one.
    hovered = Signal(object)

    # The index of the result's element that was pressed or reached with the arrow keys.
    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sources = [_Part() for _ in range(MOST_SOURCES)]
        self._signs = [_sign() for _ in range(MOST_SOURCES + 1)]
        self._equals, self._result = _sign(), _Part()
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.addWidget(self._signs[0])
        for part, sign in zip(self._sources, self._signs[1:], strict=True):
            self._row.addWidget(part)
            self._row.addWidget(sign)
        self._row.addWidget(self._equals)
        self._row.addWidget(self._result)
        self._palette = LIGHT
        self._pictures = PictureActions(self, self, shortcut="")  # the cells have keys of their own
        self._result.grid.hovered.connect(lambda cell: self.hovered.emit(self._index(cell)))
        self._result.grid.chosen.connect(lambda cell: self.chosen.emit(self._index(cell)))
        self.retranslate()

    @property
    def result(self) -> CellGrid:
        """The cells of the result."""
        return self._result.grid

    def sources(self) -> list[CellGrid]:
        """The cells of the sources that are shown."""
        return [part.grid for part in self._sources if not part.isHidden()]

    def draw(self, entry: Entry, origin: Origin, width: int) -> bool:
        """Draws where the element comes from, not wider than `width`; False where there is no room for it."""
        values = [source.value for source in origin.sources]
        if not 0 < len(values) <= MOST_SOURCES or not all(map(_is_small, [*values, entry.value])):
            return False
        self._result.show_tensor(entry.name, entry.value)
        self._show_signs(origin)
        for number, part in enumerate(self._sources):
            part.setVisible(number < len(values))
            if number < len(values):
                source = origin.sources[number]
                part.show_tensor(source.label, source.value)
                part.mark(source.indices)
        self._result.grid.choose(first_plane(entry.value.shape).cell(origin.index))
        return self._fit(width)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def retranslate(self) -> None:
        """Says everything in the language that is now in force."""
        name = self.tr("Where the element comes from")
        self.setAccessibleName(name)
        for part in (*self._sources, self._result):
            if part.value is None:
                part.grid.setAccessibleName(name)

    def paint_picture(self, painter: QPainter) -> None:
        """Paints all of it into a picture: see `gui.plots.picture`."""
        painter.fillRect(self.rect(), QColor(self._palette.surface))
        for child in self.findChildren(QWidget):
            if not child.isVisibleTo(self):
                continue
            painter.save()
            painter.translate(QPointF(child.mapTo(self, QPoint(0, 0))))
            if isinstance(child, CellGrid):
                child.paint_cells(painter)
            elif isinstance(child, QLabel):
                # Not by `render`, which clips: see `gui.plots.canvas`.
                painter.setFont(child.font())
                painter.setPen(child.palette().color(QPalette.ColorRole.WindowText))
                painter.drawText(child.contentsRect(), child.alignment(), child.text())
            painter.restore()

    def set_palette(self, palette: Palette) -> None:
        self._palette = palette
        for part in (*self._sources, self._result):
            part.grid.set_palette(palette)

    def _show_signs(self, origin: Origin) -> None:
        """An operator stands between its operands, a function before them; beside a mere number stands neither."""
        is_function = origin.operator[:1].isalpha()
        is_alone = not is_function and len(origin.sources) == 1
        self._equals.setText("→" if is_alone else "=")
        for number, sign in enumerate(self._signs):
            if is_function:
                text = origin.operator if number == 0 else ","
                is_shown = number == 0 or number < len(origin.sources)
            else:
                text, is_shown = origin.operator, 0 < number < len(origin.sources)
            sign.setText(shortened(text, LONGEST_LABEL))
            sign.setProperty("role", "operator-word" if len(text) > 2 else "operator")
            sign.style().polish(sign)
            sign.setVisible(is_shown and bool(text))

    def _fit(self, room: int) -> bool:
        parts = [part for part in (*self._sources, self._result) if not part.isHidden()]
        signs = [sign for sign in (*self._signs, self._equals) if not sign.isHidden()]
        for size in sizes_for(room):
            for gap in (GAP, NARROW_GAP):
                cells = sum(max(part.grid.width_at(size), part.label.sizeHint().width()) for part in parts)
                needed = cells + sum(sign.sizeHint().width() for sign in signs) + gap * (len(parts) + len(signs) - 1)
                if needed <= room:
                    self._set_size(size, gap)
                    return True
        return False

    def _set_size(self, size: QSize, gap: int) -> None:
        self._row.setSpacing(gap)
        for part in (*self._sources, self._result):
            part.grid.set_cell_size(size)

    def _index(self, cell: Cell | None) -> Index | None:
        value = self._result.value
        return None if cell is None or value is None else first_plane(value.shape).index(cell)


def _is_small(value: TensorValue) -> bool:
    return len(value.shape) <= 2 and fits_cells(first_plane(value.shape))


def _sign() -> QLabel:
    sign = QLabel()
    sign.setProperty("role", "operator")
    sign.setAlignment(Qt.AlignmentFlag.AlignCenter)
    sign.setContentsMargins(0, fonts.px(LABEL_HEIGHT), 0, 0)  # beside the cells, not beside the names above them
    return sign

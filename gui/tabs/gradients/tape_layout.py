"""Where everything stands in the picture of nested tapes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF

from engine.gradients.recording import RecordedOperation, Recording
from gui import fonts
from gui.tabs.gradients.chips import CHIP_HEIGHT, CHIP_PADDING

CHIP_STEP = 8
"""A chip's width is a multiple of this: so while its numbers change, its neighbours mostly stay where they are."""

GAP = 5
PADDING = 8
TITLE_HEIGHT = 16
CAPTION_HEIGHT = 18


@dataclass(frozen=True, slots=True)
class Chip:
    """operation: its place in the recording."""

    operation: int
    area: QRectF


@dataclass(frozen=True, slots=True)
class Frame:
    """A tape's frame; its title stands in the upper edge."""

    tape: int
    area: QRectF


@dataclass(frozen=True, slots=True)
class Caption:
    """The line below the frame of a tape: the gradient that was asked of it."""

    tape: int
    area: QRectF


@dataclass(frozen=True, slots=True)
class TapeLayout:
    """frames: from the innermost. chips: in the order in which the operations ran."""

    frames: tuple[Frame, ...]
    captions: tuple[Caption, ...]
    chips: tuple[Chip, ...]
    height: float


def lay_out(
    recording: Recording, width: float, advance: Callable[[str], float], with_bookkeeping: bool = False
) -> TapeLayout:
    """Places everything within `width`; `advance` gives the width of a text in a chip."""
    return _Placing(recording, width, advance, with_bookkeeping).result()


def chip_text(operation: RecordedOperation) -> str:
    """What a chip says after the operation's type."""
    return f"{operation.formula} = {operation.result}"


class _Placing:
    def __init__(self, recording: Recording, width: float, advance: Callable[[str], float], all_of_them: bool) -> None:
        self._recording = recording
        self._width = width
        self._advance = advance
        self._all_of_them = all_of_them
        self._chips: list[Chip] = []
        self._y = 0.0

    def result(self) -> TapeLayout:
        count = len(self._recording.tapes)
        tops = []
        for depth in range(count):  # from the outermost
            tops.append(self._y + fonts.px(TITLE_HEIGHT) / 2)
            self._y += fonts.px(TITLE_HEIGHT) + (4 if depth == count - 1 else 0)
        frames, captions = [], []
        for phase in range(count):
            inset = fonts.px(PADDING) * (count - phase)
            self._place_chips(phase, inset, self._width - 2 * inset)
            self._y += fonts.px(PADDING)
            top = tops.pop()
            outer = inset - fonts.px(PADDING)
            frames.append(Frame(phase, QRectF(outer + 0.5, top, self._width - 2 * outer - 1, self._y - top)))
            captions.append(
                Caption(phase, QRectF(outer + 2, self._y + 4, self._width - 2 * outer - 4, fonts.px(CAPTION_HEIGHT)))
            )
            self._y += 4 + fonts.px(CAPTION_HEIGHT) + 2
        return TapeLayout(tuple(frames), tuple(captions), tuple(self._chips), self._y)

    def _place_chips(self, phase: int, left: float, width: float) -> None:
        """In rows, as words in a text."""
        x = 0.0
        is_empty = True
        for place, operation in enumerate(self._recording.operations):
            if operation.phase != phase or (operation.is_bookkeeping and not self._all_of_them):
                continue
            wanted = (
                self._advance(f"{operation.type} ") + self._advance(chip_text(operation)) + 2 * fonts.px(CHIP_PADDING)
            )
            chip = min(-(-wanted // CHIP_STEP) * CHIP_STEP, width)
            if x and x + chip > width:
                x = 0.0
                self._y += fonts.px(CHIP_HEIGHT) + GAP
            self._chips.append(Chip(place, QRectF(left + x, self._y, chip, fonts.px(CHIP_HEIGHT))))
            x += chip + GAP
            is_empty = False
        if not is_empty:
            self._y += fonts.px(CHIP_HEIGHT)


def neighbour(chips: Sequence[Chip], chosen: int | None, rows: int, columns: int) -> int | None:
    """The operation of the chip that is so many rows below and columns after the one of operation `chosen`."""
    if not chips:
        return None
    places = [chip.operation for chip in chips]
    if chosen not in places:
        return places[-1] if columns > 1 else places[0]
    here = places.index(chosen)
    if columns:
        return places[min(max(here + columns, 0), len(places) - 1)]
    heights = sorted({chip.area.top() for chip in chips})
    row = heights.index(chips[here].area.top()) + rows
    if not 0 <= row < len(heights):
        return chosen
    x = chips[here].area.center().x()
    in_row = [chip for chip in chips if chip.area.top() == heights[row]]
    return min(in_row, key=lambda chip: abs(chip.area.center().x() - x)).operation

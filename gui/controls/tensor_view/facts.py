"""What there is to say of a tensor in a few numbers."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from engine.tensors.values import Statistics, TensorValue
from gui.controls.tensor_view.chips import Chip


def chips_of(value: TensorValue) -> list[Chip]:
    """Shape, dtype, size, place, and the extremes."""
    translate = QCoreApplication.translate
    elements = value.array.size
    chips = [
        Chip(
            translate("facts", "shape {shape}").format(shape=value.shape),
            translate("facts", "Its length in each dimension: {count} elements").format(count=f"{elements:,}"),
        ),
        Chip(value.dtype, translate("facts", "What kind of number each element is")),
        Chip(size_text(value.nbytes), translate("facts", "The memory that its elements take")),
    ]
    if value.device:
        chips.append(Chip(value.device, translate("facts", "The device whose memory holds it")))
    statistics = value.statistics
    if statistics is None:
        return chips
    tooltips = (
        translate("facts", "The least of its finite elements"),
        translate("facts", "The greatest of its finite elements"),
        translate("facts", "The mean of its finite elements"),
        "",
    )
    for (name, number), tooltip in zip(_numbers_of(value, statistics), tooltips, strict=True):
        if number is not None and tooltip:
            chips.append(Chip(f"{name} {short_number(number)}", tooltip))
    nan, infinite = f"{statistics.nan:,}", f"{statistics.infinite:,}"
    tooltip = translate("facts", "How many elements are not a number")
    chips.append(Chip(translate("facts", "NaN {count}").format(count=nan), tooltip, "nan" if statistics.nan else ""))
    if statistics.infinite:
        tooltip = translate("facts", "How many elements are infinite")
        chips.append(Chip(translate("facts", "inf {count}").format(count=infinite), tooltip, "inf"))
    return chips


def facts_of(value: TensorValue) -> list[tuple[str, str]]:
    """All of them, as (name, value)."""
    translate = QCoreApplication.translate
    statistics = value.statistics
    facts = [
        (translate("facts", "shape"), str(value.shape)),
        (translate("facts", "elements"), f"{value.array.size:,}"),
        ("dtype", value.dtype),
        (translate("facts", "memory"), size_text(value.nbytes)),
        (translate("facts", "type"), value.kind.value),
        (translate("facts", "device"), value.device or "–"),
    ]
    if statistics is None:
        return facts
    numbers = _numbers_of(value, statistics)
    facts += [(name, "–" if number is None else short_number(number, 7)) for name, number in numbers]
    return [*facts, ("NaN", f"{statistics.nan:,}"), ("inf", f"{statistics.infinite:,}")]


def _numbers_of(value: TensorValue, statistics: Statistics) -> list[tuple[str, float | None]]:
    """Complex numbers have no order, so that theirs are of the magnitudes."""
    translate = QCoreApplication.translate
    template = "{name} |z|" if value.dtype.startswith("complex") else "{name}"
    numbers = (
        (translate("facts", "min"), statistics.minimum),
        (translate("facts", "max"), statistics.maximum),
        (translate("facts", "mean"), statistics.mean),
        (translate("facts", "standard deviation"), statistics.deviation),
    )
    return [(template.format(name=name), number) for name, number in numbers]


def short_number(value: float, digits: int = 4) -> str:
    """Whole numbers whole, others in a few digits."""
    if isinstance(value, int) or (value == int(value) and abs(value) < 1e7):
        return str(int(value))
    return f"{value:.1f}" if 1e4 <= abs(value) < 1e7 and digits < 6 else f"{value:.{digits}g}"


def size_text(count: int) -> str:
    """As in `16 bytes` or `33 kB`."""
    translate = QCoreApplication.translate
    if count < 10_000:
        return translate("facts", "{count} bytes").format(count=f"{count:,}")
    size, units = float(count), ["bytes", "kB", "MB", "GB", "TB"]
    while size >= 999.5 and len(units) > 1:
        size /= 1000
        units.pop(0)
    return f"{size:.3g} {units[0]}"

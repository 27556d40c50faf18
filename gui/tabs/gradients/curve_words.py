"""What the page of curves says in words."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from engine.gradients.curve_protocol import CurvesFrame, Gap
from engine.gradients.naming import naming, tape_names
from gui.controls.code_actions import Subject
from gui.plots.number_words import number_words


def title(frame: CurvesFrame) -> str:
    """The curves by their names."""
    if not naming(frame.tree).is_motion:
        return ", ".join(naming(frame.tree).names[: frame.settings.order + 1])
    names = (
        QCoreApplication.translate("curves", "Position"),
        QCoreApplication.translate("curves", "speed"),
        QCoreApplication.translate("curves", "acceleration"),
        QCoreApplication.translate("curves", "jerk"),
        QCoreApplication.translate("curves", "snap"),
    )
    return QCoreApplication.translate("curves", ", ").join(names[: frame.settings.order + 1])


def about_curves(frame: CurvesFrame) -> str:
    """How to read the picture."""
    if frame.curves[1] is None:
        return QCoreApplication.translate(
            "curves", "Without a gradient there is no slope to draw: the tape did not watch t."
        )
    return QCoreApplication.translate(
        "curves", "Drag the point. The pink line is the tangent: its slope on one curve is the value on the next."
    )


def about_gaps(frame: CurvesFrame) -> str:
    """The first place where a curve breaks, and why; empty where none does."""
    for order, curve in enumerate(frame.curves):
        if curve is not None and curve.gaps:
            return _about_gap(frame, order, curve.gaps[0], len(curve.gaps))
    return ""


def about_tapes(frame: CurvesFrame) -> str:
    """What the program teaches."""
    settings = frame.settings
    names = naming(frame.tree)
    if frame.curves[1] is None:
        return QCoreApplication.translate(
            "curves", "gradient() gives None: above are the reason and the repair, which is one click."
        )
    if frame.connected < settings.order:
        return QCoreApplication.translate(
            "curves",
            "{name} no longer depends on t, so gradient() would give None; "
            "with unconnected_gradients it gives the 0 that it is.",
        ).format(name=names.names[frame.connected])
    if settings.order == 1:
        return QCoreApplication.translate(
            "curves", "The tape recorded how {name} came from t, and goes the way back to the slope."
        ).format(name=names.names[0])
    tapes = tape_names(settings.order)
    if settings.order == 2:
        return QCoreApplication.translate(
            "curves",
            "The inner gradient is taken inside the outer tape, so the outer tape can differentiate it again. "
            "Outside, it would be None.",
        )
    return QCoreApplication.translate(
        "curves",
        "Each gradient is taken inside the next tape, so that {tape} can differentiate it again. "
        "Outside, it would be None.",
    ).format(tape=tapes[-1])


def _about_gap(frame: CurvesFrame, order: int, gap: Gap, count: int) -> str:
    name = naming(frame.tree).names[order]
    start, end = number_words(gap.start, 4), number_words(gap.end, 4)
    is_place = gap.start == gap.end
    match gap.kind:
        case "undefined" if is_place:
            text = QCoreApplication.translate(
                "curves", "At t = {start} {name} is NaN, no number: the curve breaks there."
            )
        case "undefined":
            text = QCoreApplication.translate(
                "curves", "From t = {start} to {end} {name} is NaN, no number: the curve breaks there."
            )
        case "infinite" if is_place:
            text = QCoreApplication.translate("curves", "At t = {start} {name} is infinite: the curve breaks there.")
        case "infinite":
            text = QCoreApplication.translate(
                "curves", "From t = {start} to {end} {name} is too large for {dtype}: the curve breaks there."
            )
        case "pole":
            text = QCoreApplication.translate(
                "curves", "Near t = {start} {name} grows beyond all bounds: the curve breaks there."
            )
        case _:
            text = QCoreApplication.translate("curves", "At t = {start} {name} jumps: the curve breaks there.")
    sentence = text.format(start=start, end=end, name=name, dtype=frame.settings.dtype)
    if count > 1:
        more = QCoreApplication.translate("curves", "Further breaks: {count}.")
        sentence = f"{sentence} {more.format(count=count - 1)}"
    return sentence


def program_subject() -> Subject:
    """What the program is about, for those who take it away."""
    translate = QCoreApplication.translate
    return Subject(
        "curves",
        translate("curves", "A function and its derivatives"),
        translate(
            "curves",
            "Each derivative is the gradient of the one before it, by a tape of its own. The values at this t are "
            "printed.",
        ),
    )

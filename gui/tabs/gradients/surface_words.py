"""What the page of f(x, y) says in words: what sort of place the point is, and what is strange in the picture."""

from __future__ import annotations

import math

import numpy as np
from PySide6.QtCore import QCoreApplication

from engine.gradients.surface.protocol import SurfaceFrame
from engine.gradients.surface.records import Kind, Place
from gui.controls.code_actions import Subject

KINK = 1e-2
"""Where the gradient is so far from that of finite differences, these have met a kink or a jump."""


def kind_word(kind: Kind) -> str:
    """The word for such a place."""
    translate = QCoreApplication.translate
    return {
        "valley": translate("surface", "Valley"),
        "hill": translate("surface", "Hill"),
        "saddle": translate("surface", "Saddle"),
        "trough": translate("surface", "Trough"),
        "ridge": translate("surface", "Ridge"),
        "flat": translate("surface", "Flat"),
        "undefined": translate("surface", "No curvature"),
    }[kind]


def kind_reason(place: Place) -> str:
    """Why it is called so."""
    translate = QCoreApplication.translate
    return {
        "valley": translate("surface", "Both eigenvalues are above 0: it curves up every way."),
        "hill": translate("surface", "Both eigenvalues are below 0: it curves down every way."),
        "saddle": translate("surface", "One eigenvalue is below 0 and one above: down one way, up the other."),
        "trough": translate("surface", "One eigenvalue is above 0, one is 0: up one way, straight the other."),
        "ridge": translate("surface", "One eigenvalue is below 0, one is 0: down one way, straight the other."),
        "flat": translate("surface", "The Hessian is 0: a plane, to second order."),
        "undefined": translate("surface", "The Hessian is not finite here, so it has no eigenvalues."),
    }[place.kind]


def about_slope(frame: SurfaceFrame) -> str:
    """What the gradient says, and what it does not."""
    place, translate = frame.place, QCoreApplication.translate
    if not math.isfinite(place.value):
        return translate("surface", "The function has no finite value at this point; move it.")
    if not np.isfinite(place.gradient).all():
        return translate("surface", "The slope is not finite at this point: the surface is infinitely steep, or ends.")
    if frame.picture.is_constant:
        return translate("surface", "The function is the same everywhere, so its gradient is 0 everywhere.")
    if _is_at_kink(frame):
        return translate("surface", "A kink or a jump: there is no one gradient here; TensorFlow chooses one.")
    if not place.is_level:
        return translate("surface", "The gradient points straight up the slope, across the contour lines.")
    return {
        "valley": translate("surface", "The gradient is 0: this is a minimum."),
        "hill": translate("surface", "The gradient is 0: this is a maximum."),
        "saddle": translate("surface", "The gradient is 0, and yet this is neither minimum nor maximum."),
    }.get(place.kind, translate("surface", "The gradient is 0; whether this is a minimum, the Hessian cannot say."))


def about_none(place: Place) -> str:
    """Why a tape says None where 0 is shown; empty where none does."""
    if place.gradient_is_none:
        return QCoreApplication.translate(
            "surface", "The tape says None, shown as 0: no differentiable operation leads from x and y to the value."
        )
    if place.hessian_is_none:
        return QCoreApplication.translate(
            "surface", "The outer tape says None, shown as 0: the gradient does not depend on the point."
        )
    return ""


def about_picture(frame: SurfaceFrame) -> str:
    """What cannot be seen in it; empty where all can be."""
    picture, place = frame.picture, frame.place
    translate, count = QCoreApplication.translate, picture.values.size
    if picture.region.nearest(place.x, place.y) != (place.x, place.y) and frame.path:
        return translate("surface", "The descent has left the picture; go back, or widen the ranges.")
    if picture.least is None:
        return translate("surface", "The function has no finite value anywhere in this picture; choose other ranges.")
    if picture.is_constant:
        return translate("surface", "The function is constant here: one colour, no contour lines, gradient 0.")
    flaws = [("nan", picture.nan), ("inf", picture.infinite)]
    told = ", ".join(f"{name}: {_percent(found, count)}" for name, found in flaws if found)
    if told:
        return translate("surface", "Hatched: no finite value there ({told} of the grid).").format(told=told)
    return ""


def _is_at_kink(frame: SurfaceFrame) -> bool:
    return any(
        check.against == "differences" and check.gradient is not None and check.gradient > KINK
        for check in frame.checks
    )


def _percent(found: int, count: int) -> str:
    share = 100 * found / count
    return f"{share:.0f} %" if share >= 1 else f"{share:.1g} %"


def program_subject() -> Subject:
    """What the program is about, for those who take it away."""
    translate = QCoreApplication.translate
    return Subject(
        "surface",
        translate("surface", "A function of two variables"),
        translate(
            "surface",
            "Nested tapes give the gradient and the Hessian at the point. They are printed, with the Hessian's "
            "eigenvalues and eigenvectors.",
        ),
    )

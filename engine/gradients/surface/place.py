"""All about one point of a function of two variables, and whether it is right."""

from __future__ import annotations

import numpy as np
import tensorflow as tf

from engine.gradients.surface.functions import SurfaceFunction
from engine.gradients.surface.records import Floats, Kind, Picture, Place
from engine.gradients.surface.subjects import Dtype

FLAT = {"float32": 2e-5, "float64": 1e-10}
"""A curvature of this share of the other one is taken for rounding."""

LEVEL = {"float32": 1e-4, "float64": 1e-7}
"""A slope of this share of the usual one is taken for none."""


def look_at(function: SurfaceFunction, point: tuple[float, float], dtype: Dtype, picture: Picture) -> Place:
    """What the tapes say about the point."""
    value, gradient, hessian = function.derivatives(np.array(point))
    if np.isfinite(hessian).all():
        eigenvalues, eigenvectors = (result.numpy() for result in tf.linalg.eigh(tf.constant(hessian)))
    else:
        eigenvalues, eigenvectors = np.full(2, np.nan, dtype), np.full((2, 2), np.nan, dtype)
    slopes = np.linalg.norm(picture.field.astype(np.float64), axis=1)
    usual = np.median(slopes[np.isfinite(slopes)]) if np.isfinite(slopes).any() else 0.0
    return Place(
        *point,
        float(value),
        gradient,
        hessian,
        eigenvalues,
        eigenvectors,
        kind_of(eigenvalues, dtype),
        bool(np.linalg.norm(gradient.astype(np.float64)) <= LEVEL[dtype] * usual),
        function.gradient_is_none,
        function.hessian_is_none,
    )


def kind_of(eigenvalues: Floats, dtype: Dtype) -> Kind:
    """What the curvatures, in ascending order, make of the surface."""
    if not np.isfinite(eigenvalues).all():
        return "undefined"
    lower, upper = eigenvalues.astype(np.float64)
    least = FLAT[dtype] * max(abs(lower), abs(upper))
    signs = tuple(0 if abs(value) <= least else int(np.sign(value)) for value in (lower, upper))
    kinds: dict[tuple[int, ...], Kind] = {
        (1, 1): "valley",
        (-1, -1): "hill",
        (-1, 1): "saddle",
        (0, 1): "trough",
        (-1, 0): "ridge",
        (0, 0): "flat",
    }
    return kinds[signs]

"""Derivatives by gradient tapes, and the tapes themselves made visible."""

from engine.gradients.derivatives import HIGHEST_ORDER, MOST_POINTS, derivatives, nested_gradients

__all__ = ["HIGHEST_ORDER", "MOST_POINTS", "derivatives", "nested_gradients"]

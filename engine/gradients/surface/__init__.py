"""Functions of two variables: their picture, and gradient and Hessian at a point by gradient tapes."""

from engine.gradients.surface.laboratory import SurfaceLaboratory

__all__ = ["SurfaceLaboratory"]

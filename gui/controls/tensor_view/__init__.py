"""The one view of a tensor that every tab uses."""

from gui.controls.tensor_view.view import TensorView

__all__ = ["TensorView"]

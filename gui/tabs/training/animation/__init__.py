"""The training run as a moving picture: its choices, its frames, and the way to the file."""

from gui.tabs.training.animation.dialog import AnimationDialog
from gui.tabs.training.animation.stage import Look

__all__ = ["AnimationDialog", "Look"]

"""The tabs of the window, in their order. A new tab is a module beside these and a line here."""

from gui.tab import TabSpec
from gui.tabs import gradients, keras, runs, tensors, training, variables

TABS: tuple[TabSpec, ...] = (tensors.SPEC, variables.SPEC, gradients.SPEC, training.SPEC, keras.SPEC, runs.SPEC)

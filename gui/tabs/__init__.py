"""The tabs of the window, in their order. A new tab is a module beside these and a line here."""

from gui.tab import TabSpec
from gui.tabs import training

TABS: tuple[TabSpec, ...] = (training.SPEC,)

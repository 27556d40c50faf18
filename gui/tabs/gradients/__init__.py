"""The gradients tab: curves by nested tapes, what a tape watches, functions of two variables."""

from PySide6.QtCore import QCoreApplication

from gui.tab import TabSpec
from gui.tabs.gradients.setups import setups
from gui.tabs.gradients.state import GradientsState
from gui.tabs.gradients.tab import GradientsTab

SPEC = TabSpec(
    "gradients",
    lambda: QCoreApplication.translate("tabs", "Gradients"),
    GradientsTab,
    state=GradientsState,
    setups=setups,
)

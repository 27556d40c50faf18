"""The training tab: the linear classifier of the notes, played, stepped and taken apart."""

from PySide6.QtCore import QCoreApplication

from gui.tab import TabSpec
from gui.tabs.training.setups import setups
from gui.tabs.training.state import TrainingState
from gui.tabs.training.tab import TABLES, TrainingTab

SPEC = TabSpec(
    "training",
    lambda: QCoreApplication.translate("tabs", "Training"),
    TrainingTab,
    endings=TABLES,
    state=TrainingState,
    setups=setups,
)

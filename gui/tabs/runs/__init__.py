"""The runs tab: training runs followed from their folders, also while they are written."""

from PySide6.QtCore import QCoreApplication

from gui.tab import TabSpec
from gui.tabs.runs.setups import setups
from gui.tabs.runs.state import RunsState
from gui.tabs.runs.tab import RunsTab

SPEC = TabSpec(
    "runs",
    lambda: QCoreApplication.translate("tabs", "Runs"),
    RunsTab,
    opens_folders=True,
    state=RunsState,
    setups=setups,
)

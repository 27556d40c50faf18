"""The variable tab: a variable, everything that is assigned to it, and every state that it went through."""

from PySide6.QtCore import QCoreApplication

from gui.tab import TabSpec
from gui.tabs.variables.setups import setups
from gui.tabs.variables.state import VariablesState
from gui.tabs.variables.tab import VariablesTab

SPEC = TabSpec(
    "variables",
    lambda: QCoreApplication.translate("tabs", "Variables"),
    VariablesTab,
    state=VariablesState,
    setups=setups,
)

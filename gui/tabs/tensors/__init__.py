"""The tensor tab: a workspace of named tensors, made, computed with line by line, and looked into."""

from PySide6.QtCore import QCoreApplication

from gui.tab import TabSpec
from gui.tabs.tensors.setups import setups
from gui.tabs.tensors.state import TensorsState
from gui.tabs.tensors.tab import TensorsTab

SPEC = TabSpec(
    "tensors",
    lambda: QCoreApplication.translate("tabs", "Tensors"),
    TensorsTab,
    state=TensorsState,
    setups=setups,
)

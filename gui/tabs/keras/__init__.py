"""The Keras tab: compile, fit, evaluate and predict of a real `Sequential`, seen from inside."""

from PySide6.QtCore import QCoreApplication

from gui.tab import TabSpec
from gui.tabs.keras.model_files import ENDING
from gui.tabs.keras.setups import setups
from gui.tabs.keras.state import KerasState
from gui.tabs.keras.tab import KerasTab

SPEC = TabSpec(
    "keras",
    lambda: QCoreApplication.translate("tabs", "Keras"),
    KerasTab,
    endings=(ENDING,),
    state=KerasState,
    setups=setups,
)

"""What the tensor tab makes, the variable tab can start from."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from engine.tensors.protocol import MakeVariable
from engine.tensors.recipes import Given
from gui.language import Language
from gui.settings import SettingsStore
from gui.tab import Tab
from gui.tabs import tensors, variables
from gui.tabs.variables.tab import VariablesTab
from gui.theme import Theme
from gui.window import MainWindow


def test_a_variable_starts_from_a_tensor_of_the_workspace(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    taken: list[Sequence[Given]] = []
    monkeypatch.setattr(VariablesTab, "take_tensors", lambda self, given: taken.append(given))
    store = SettingsStore(QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat))
    window = MainWindow((tensors.SPEC, variables.SPEC), store, Theme(qapp, "light"), Language(qapp, "en"))
    qtbot.addWidget(window)
    offers: list[tuple[Given, ...]] = []
    tab = window.tab("tensors")
    assert isinstance(tab, Tab)
    tab.tensors_offered.connect(offers.append)
    with qtbot.waitExposed(window):
        window.show()
    qtbot.waitUntil(lambda: bool(offers) and [given.label for given in offers[-1]][:5] == list("abcde"))
    window.show_tab(1)
    assert taken[-1] == offers[-1]
    by_name = {given.label: given for given in offers[-1]}
    np.testing.assert_array_equal(by_name["d"].array, [[2, 2], [2, 2]])
    assert "d = b + c" in by_name["d"].script
    assert MakeVariable("v", by_name["d"], trainable=True).recipe is by_name["d"]
    window.close()
    for one in window.findChildren(Tab):
        assert one.close_engine(30)

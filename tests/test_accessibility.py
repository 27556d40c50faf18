"""Every control of every tab has a name, a role and a value for screen readers, and Tab comes by, as one reads."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QApplication,
    QComboBox,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollBar,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from gui import accessible
from gui.focus_order import in_order, move_focus, takes_tab
from gui.focus_ring import RING, FocusRing
from gui.settings import SettingsStore
from gui.tab import Tab, TabSpec
from gui.tabs import TABS

Role, Text = QAccessible.Role, QAccessible.Text
INTERACTIVE = (QAbstractButton, QLineEdit, QComboBox, QAbstractSlider, QAbstractItemView)


class Window(QWidget):
    """Moves the focus as the real window does."""

    def focusNextPrevChild(self, forward: bool) -> bool:
        return move_focus(self, forward=forward)


@pytest.fixture
def tab(request: pytest.FixtureRequest, qtbot: QtBot, tmp_path: Path) -> Iterator[Tab]:
    """A tab as it is before its engine has begun."""
    accessible.install()
    spec: TabSpec = request.param
    window = Window()
    tab = spec.make(SettingsStore(QSettings(str(tmp_path / "TapeLab.ini"), QSettings.Format.IniFormat)))
    QVBoxLayout(window).addWidget(tab)
    qtbot.addWidget(window)
    window.resize(1280, 760)
    with qtbot.waitActive(window):
        window.show()
    yield tab
    assert tab.close_engine(10)


each_tab = pytest.mark.parametrize("tab", TABS, indirect=True, ids=[spec.key for spec in TABS])


def controls(widget: QWidget) -> list[QWidget]:
    """Everything that can be used, also on pages that are not in front."""
    return [one for one in widget.findChildren(QWidget) if (isinstance(one, INTERACTIVE) or takes_tab(one))]


def is_part_of_another(widget: QWidget) -> bool:
    """What Qt makes for itself, and tells of as part of the whole: lists of combo boxes, headers, scroll bars."""
    parent = widget.parentWidget()
    is_popup = parent is not None and parent.metaObject().className() == "QComboBoxPrivateContainer"
    is_corner = type(widget) is QAbstractButton
    return is_popup or is_corner or isinstance(widget, QHeaderView | QScrollBar)


def name_of(widget: QWidget) -> str:
    # Qt gives the value of a combo box as its name where the system tells of labels in another way.
    if isinstance(widget, QComboBox):
        return widget.accessibleName()
    return QAccessible.queryAccessibleInterface(widget).text(Text.Name)


def has_nothing_to_say_yet(widget: QWidget) -> bool:
    """A button that comes up with an offer is named by it."""
    return isinstance(widget, QPushButton) and not widget.isVisible() and not widget.text()


@each_tab
def test_every_control_has_a_name_a_role_and_a_value(tab: Tab) -> None:
    found = [one for one in controls(tab) if not is_part_of_another(one) and not has_nothing_to_say_yet(one)]
    assert len(found) >= 10
    assert [one for one in found if not name_of(one)] == []
    for one in found:
        told = QAccessible.queryAccessibleInterface(one)
        assert told.role() not in (Role.NoRole, Role.Client, Role.Window), one
        if isinstance(one, QAbstractSlider):
            assert told.valueInterface().currentValue() == one.value()
        if isinstance(one, QLineEdit):
            assert told.text(Text.Value) == one.text()
            assert told.role() == Role.EditableText
        if isinstance(one, QComboBox):
            assert told.text(Text.Value) == one.currentText()
        if isinstance(one, QAbstractButton) and one.isCheckable():
            assert bool(told.state().checked) == one.isChecked()


@each_tab
def test_everything_that_is_painted_has_a_name_and_a_role(tab: Tab) -> None:
    graphics = [
        one
        for one in tab.findChildren(QWidget)
        if any(kind.__name__ in accessible.ROLES for kind in type(one).__mro__)
        and QAccessible.queryAccessibleInterface(one).role() == Role.Graphic
    ]
    assert [one for one in graphics if not one.accessibleName() and not one.isHidden()] == []


def test_the_roles_are_those_of_classes_that_there_are() -> None:
    sources = "".join(path.read_text(encoding="utf-8") for path in Path(accessible.__file__).parent.rglob("*.py"))
    assert [name for name in accessible.ROLES if f"class {name}(" not in sources] == []


@each_tab
def test_tab_comes_by_everything_and_the_other_way_back(tab: Tab) -> None:
    window = tab.window()
    stops = [one for one in tab.findChildren(QWidget) if one.isVisible() and takes_tab(one) and name_of(one)]
    stops = [one for one in stops if not is_part_of_another(one)]
    assert len(stops) >= 2
    tab.setFocus()
    visited: list[QWidget] = []
    for _ in range(3 * len(stops)):
        window.focusNextPrevChild(True)
        focused = QApplication.focusWidget()
        assert focused is not None
        if focused in visited:
            break
        visited.append(focused)
    assert set(visited) == set(stops)
    for expected in reversed(visited):
        window.focusNextPrevChild(False)
        assert QApplication.focusWidget() is expected


@each_tab
def test_the_order_is_from_left_to_right_and_down(tab: Tab) -> None:
    """Of the cards that lie beside each other, the left ones come first; within one, what is above."""
    places = [one.mapTo(tab, one.rect().topLeft()) for one in in_order(tab) if takes_tab(one) and one.isVisible()]
    for first, second in pairwise(places):
        is_next_card = second.x() > first.x() + 100 or second.y() > tab.height() - 90
        assert is_next_card or second.y() >= first.y() - 8, (first, second)


def test_what_came_up_later_is_reached_where_it_stands(qtbot: QtBot) -> None:
    window = Window()
    row = QHBoxLayout(window)
    first, last = QLineEdit(), QLineEdit()
    row.addWidget(first)
    row.addWidget(last)
    between = QLineEdit()
    row.insertWidget(1, between)
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.show()
    first.setFocus()
    QTest.keyClick(first, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is between
    QTest.keyClick(between, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is last
    QTest.keyClick(last, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is first
    QTest.keyClick(first, Qt.Key.Key_Backtab)
    assert QApplication.focusWidget() is last


def test_a_window_without_a_control_keeps_the_focus(qtbot: QtBot) -> None:
    window = Window()
    QHBoxLayout(window).addWidget(QLabel("words"))
    qtbot.addWidget(window)
    window.show()
    assert not window.focusNextPrevChild(True)


def test_the_ring_is_for_the_keys_not_for_the_mouse(qtbot: QtBot) -> None:
    window = Window()
    row = QHBoxLayout(window)
    buttons = [QPushButton("a"), QPushButton("b")]
    for button in buttons:
        row.addWidget(button)
    ring = FocusRing(window)
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.show()
    ring.watch(window)
    handle = window.windowHandle()
    buttons[0].setFocus()
    QTest.mouseClick(handle, Qt.MouseButton.LeftButton, pos=buttons[1].geometry().center())
    assert QApplication.focusWidget() is buttons[1]
    assert not buttons[1].property(RING)
    QTest.keyClick(handle, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is buttons[0]
    assert buttons[0].property(RING)
    QTest.keyClick(handle, Qt.Key.Key_Tab)
    assert (buttons[0].property(RING), buttons[1].property(RING)) == (False, True)
    QTest.mouseClick(handle, Qt.MouseButton.LeftButton, pos=buttons[0].geometry().center())
    assert (buttons[0].property(RING), buttons[1].property(RING)) == (False, False)

"""All type can be twice as large: nothing is cut off then, and back at the usual size all is as it was."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from gui import fonts
from gui.controls.code_pane import CodePane
from gui.controls.elided_label import ElidedLabel
from gui.controls.icon_button import IconButton
from gui.controls.readout import Readout
from gui.controls.scroll_page import ScrollPage, is_scrolled_away
from gui.settings import SettingsStore
from gui.tab import Tab, TabSpec
from gui.tabs import TABS
from gui.text_size import resize_text
from gui.theme import Theme

Sizes = dict[QWidget, tuple[int, int]]


@pytest.fixture
def theme(qapp: QApplication) -> Iterator[Theme]:
    theme = Theme(qapp, "light")
    yield theme
    theme.choose_text_size(100)
    theme.deleteLater()
    qapp.setStyleSheet("")  # its pictures go with the theme


@pytest.fixture
def page(request: pytest.FixtureRequest, theme: Theme, qtbot: QtBot, tmp_path: Path) -> Iterator[Tab]:
    """A tab before its engine has begun, in a window of the usual size."""
    spec: TabSpec = request.param
    tab = spec.make(SettingsStore(QSettings(str(tmp_path / "TapeLab.ini"), QSettings.Format.IniFormat)))
    window = QWidget()
    layout = QVBoxLayout(window)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.addWidget(ScrollPage(tab))
    qtbot.addWidget(window)
    window.resize(1280, 730)
    with qtbot.waitActive(window):
        window.show()
    yield tab
    assert tab.close_engine(10)


each_page = pytest.mark.parametrize("page", TABS, indirect=True, ids=[spec.key for spec in TABS])


def cut_off(page: QWidget) -> list[str]:
    """What has less room than its words need."""
    found = []
    for widget in page.findChildren(QWidget):
        is_words = isinstance(widget, QLabel) and widget.textFormat() != Qt.TextFormat.RichText
        if not widget.isVisible() or not (is_words or isinstance(widget, QPushButton)):
            continue
        text = widget.text()  # type: ignore[attr-defined]
        if not text or (isinstance(widget, ElidedLabel) or (isinstance(widget, QLabel) and widget.wordWrap())):
            continue
        metrics = QFontMetricsF(widget.font())
        wide = max(metrics.horizontalAdvance(line) for line in text.split("\n"))
        if wide > widget.width() + 1 or metrics.height() > widget.height() + 4:
            found.append(f"{text!r} needs {wide:.0f} × {metrics.height():.0f}, has {widget.size().toTuple()}")
    for field in page.findChildren(QLineEdit):
        if field.isVisible() and field.height() < QFontMetricsF(field.font()).height():
            found.append(f"the field {field.accessibleName()!r} is {field.height()} high")
    return found


def fixed_sizes(page: QWidget) -> Sizes:
    """Width and height of what is seen, 0 where it is not fixed."""
    found: Sizes = {}
    for one in page.findChildren(QWidget):
        if one.isVisible():
            least, most = one.minimumSize(), one.maximumSize()
            wide = least.width() if least.width() == most.width() else 0
            found[one] = (wide, least.height() if least.height() == most.height() else 0)
    return found


def type_sizes(page: QWidget) -> dict[QWidget, int]:
    return {one: one.font().pixelSize() for one in page.findChildren(QWidget)}


def differing(usual: Sizes, now: Sizes) -> list[QWidget]:
    """Those of another size than before, by more than a rounded pixel."""
    return [one for one, size in usual.items() if now.get(one, size) != pytest.approx(size, abs=1)]


@each_page
def test_nothing_is_cut_off_and_all_comes_back(page: Tab, theme: Theme, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: cut_off(page) == [])
    usual, width = fixed_sizes(page), page.minimumSizeHint().width()
    resize_text(theme, 200)
    assert fonts.percent() == 200
    qtbot.waitUntil(lambda: page.minimumSizeHint().width() > 1.3 * width)
    qtbot.waitUntil(lambda: cut_off(page) == [])
    large = type_sizes(page)
    theme.choose("dark")
    assert type_sizes(page) == large
    resize_text(theme, 100)
    qtbot.waitUntil(lambda: cut_off(page) == [])
    assert sum(size != (0, 0) for size in usual.values()) > 5
    qtbot.waitUntil(lambda: differing(usual, fixed_sizes(page)) == [])


def test_what_is_made_later_has_the_size_that_holds(theme: Theme, qtbot: QtBot) -> None:
    resize_text(theme, 200)
    window = QWidget()
    button, readout = IconButton("play", parent=window), Readout(parent=window)
    qtbot.addWidget(window)
    readout.reserve("step 1000")
    assert button.size().toTuple() == (64, 64)
    assert button.iconSize().toTuple() == (40, 40)
    width = readout.width()
    resize_text(theme, 100)
    assert (button.size().toTuple(), button.iconSize().toTuple()) == ((32, 32), (20, 20))
    assert readout.height() == 40
    assert readout.width() == pytest.approx(width / 2, abs=2)


def test_many_changes_lead_back_to_where_they_began(theme: Theme, qtbot: QtBot) -> None:
    window = QWidget()
    button = IconButton("play", side=25, parent=window)
    qtbot.addWidget(window)
    for percent in (110, 175, 125, 200, 150, 110, 100):
        resize_text(theme, percent)
        assert button.width() == fonts.px(25)
    assert button.width() == 25


def test_a_page_scrolls_only_where_there_is_too_little_room(qtbot: QtBot) -> None:
    page, far = QWidget(), QWidget()
    layout = QVBoxLayout(page)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.addSpacing(670)
    layout.addWidget(far)
    far.setFixedSize(500, 30)
    layout.setSpacing(0)
    scrolling = ScrollPage(page)
    qtbot.addWidget(scrolling)
    scrolling.resize(600, 720)
    scrolling.show()
    QApplication.processEvents()
    assert not scrolling.verticalScrollBar().isVisible()
    assert page.size().toTuple() == (600, 720)
    assert not is_scrolled_away(far)
    scrolling.resize(400, 300)
    QApplication.processEvents()
    assert scrolling.verticalScrollBar().isVisible()
    assert page.size().toTuple() == (500, 700)
    assert is_scrolled_away(far)
    scrolling.ensureWidgetVisible(far)
    assert not is_scrolled_away(far)


def test_code_keeps_its_margins_until_the_type_has_its_size(theme: Theme, qtbot: QtBot) -> None:
    window = QWidget()
    pane = CodePane(window)
    pane.set_code("x = 1\n" * 30)
    pane.setGeometry(0, 0, 300, 200)
    qtbot.addWidget(window)
    window.show()
    margins = pane.viewportMargins()
    with fonts.changing():
        pane.resize(300, 211)
        assert pane.viewportMargins() == margins
    assert not fonts.is_changing()
    pane.resize(300, 217)
    assert pane.viewportMargins() != margins
    resize_text(theme, 200)
    assert pane.viewportMargins().left() > margins.left()

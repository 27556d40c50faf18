"""The window speaks every language completely: each text is marked, translated, compiled, and changes at run time."""

from __future__ import annotations

import ast
import builtins
import html
import re
import shutil
import string
import subprocess
import sys
import xml.etree.ElementTree as ET
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import get_args

import pytest
from PySide6.QtCore import QCoreApplication, QSettings
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLabel, QLineEdit, QMenu, QWidget
from pytestqt.qtbot import QtBot

from engine.dtypes import ITEM_BYTES
from engine.expressions.functions import FUNCTIONS
from engine.keras_lab.catalogue.reading import specifications
from engine.keras_lab.catalogue.specification import Argument, Kind, Spec
from gui.controls.code_pane import CodePane
from gui.controls.elided_label import ElidedLabel
from gui.controls.operations_line import OperationsLine
from gui.controls.readout import Readout
from gui.controls.tensor_list import TensorRow
from gui.controls.transport_bar import TransportBar
from gui.language import NAMES, Language
from gui.settings import SettingsStore
from gui.tabs import TABS
from gui.tabs.gradients.parts_line import PartsLine
from gui.tabs.runs.run_row import RunRow
from gui.tabs.runs.words import COMMAND
from gui.theme import Theme
from gui.window import MainWindow

ROOT = Path(__file__).parent.parent
FOLDER = ROOT / "resources/translations"
REMEDY = "run `make translations`, fill in what is unfinished, and run it again"

MARKS = {"tr", "translate", "QT_TRANSLATE_NOOP"}

SHOWS = {
    *("setText", "setToolTip", "setTitle", "setWindowTitle", "setPlaceholderText", "setStatusTip", "setWhatsThis"),
    *("setAccessibleName", "setAccessibleDescription", "addAction", "addItem", "addItems", "addMenu", "setItemText"),
    *("QLabel", "QPushButton", "QCheckBox", "QRadioButton", "QGroupBox", "QAction", "QMenu"),
    *("set_title", "set_label", "set_message", "set_suffix", "set_fit_text", "show_words", "show_rows", "show_parts"),
}
"""Calls whose words the user reads."""

ASIDE = {("set_label", 3): 0, ("set_label", 2): 1}
"""Of a call with so many arguments, the one that is no words: the key of a switch's segment, a button's keys."""

NAMES_EVERYWHERE = {
    *("TapeLab", 'Tape<span style="color:', '">Lab</span>'),  # also in two colours
    *("fit", "evaluate", "Dense ", "L1", "L2"),  # Keras's own
    "s",  # seconds
}
"""Words that are the same in every language."""

TAG = re.compile("<[^>]*>")
CHAIN = re.compile(r"\w+(?: \N{RIGHTWARDS ARROW} \w+)+")
SENTENCE = re.compile(r"[A-Z{].*[a-z]{2,} .*[.?…]", re.DOTALL)

ENGLISH_BY_DESIGN = ("gui/__main__.py", "gui/display.py", "engine/headless.py")
"""The command line."""

LATIN = {
    *("TapeLab", "TensorFlow", "Keras", "NumPy", "Python", "English", "CPU", "NaN", "inf", "dtype"),
    *("Shift", "Home", "End", "Ctrl", "Esc", "Enter", "Tab", "Delete", "F1"),
    *("np", "tf", "array", "ndarray", "Tensor", "EagerTensor", "Variable"),
    *("dense", "val_loss", "my_metric"),  # a layer's, a figure's and a formula's name
    *("py", "ipynb"),  # how files end
}
"""What a Chinese sentence keeps: the names of programs, languages, keys and types; besides these, dtypes, exceptions,
and whatever stands in the programs that are shown."""


@dataclass(frozen=True)
class Message:
    """A text in a .ts file; its state is empty where all is well, else "unfinished", "vanished" or "obsolete"."""

    context: str
    source: str
    translation: str
    state: str


def messages(path: Path) -> list[Message]:
    found = []
    for context in ET.parse(path).getroot().iter("context"):
        for message in context.iter("message"):
            translation = message.find("translation")
            assert translation is not None
            text, state = translation.text or "", translation.get("type", "")
            found.append(Message(context.findtext("name", ""), message.findtext("source", ""), text, state))
    return found


def run_tool(name: str, *arguments: object) -> None:
    """Runs one of Qt's tools; takes its output whole, since it dies of a pipe that is closed early."""
    command = [sys.executable, Path(sys.executable).with_name(f"pyside6-{name}"), *arguments]
    done = subprocess.run(list(map(str, command)), cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.fixture(scope="module", params=[code for code in NAMES if code != "en"])
def code(request: pytest.FixtureRequest) -> str:
    """Each language that is translated to."""
    return str(request.param)


@pytest.fixture(scope="module")
def updated(code: str, tmp_path_factory: pytest.TempPathFactory) -> list[Message]:
    """What the .ts file becomes when it takes up the texts that now stand in the code."""
    path = tmp_path_factory.mktemp("updated") / f"tapelab_{code}.ts"
    shutil.copy(FOLDER / path.name, path)
    run_tool("lupdate", "-extensions", "py", "gui", "engine", "-ts", path, "-locations", "none")
    return messages(path)


# The files


def test_every_text_is_translated(updated: list[Message]) -> None:
    assert [m for m in updated if m.state == "unfinished" or not m.translation.strip()] == [], REMEDY


def test_no_text_is_kept_that_has_left_the_code(updated: list[Message]) -> None:
    assert [m for m in updated if m.state in ("vanished", "obsolete")] == [], REMEDY


def test_a_translation_takes_the_same_values(updated: list[Message]) -> None:
    def places(template: str) -> set[tuple[str | None, ...]]:
        return {place[1:] for place in string.Formatter().parse(template) if place[1] is not None}

    assert [m for m in updated if m.translation and places(m.translation) != places(m.source)] == []


def test_the_compiled_translations_are_those_of_the_text_file(code: str, tmp_path: Path) -> None:
    run_tool("lrelease", FOLDER / f"tapelab_{code}.ts", "-qm", tmp_path / "compiled.qm")
    assert (FOLDER / f"tapelab_{code}.qm").read_bytes() == (tmp_path / "compiled.qm").read_bytes(), REMEDY


def test_chinese_has_chinese_punctuation() -> None:
    narrow = re.compile("[\u4e00-\u9fff][,.;:!?()]|[,;:!?()][\u4e00-\u9fff]")
    unspaced = re.compile("[\u4e00-\u9fff][A-Za-z0-9{]|[A-Za-z0-9}][\u4e00-\u9fff]")
    for message in filter(lambda message: message.translation, messages(FOLDER / "tapelab_zh_CN.ts")):
        assert not narrow.search(message.translation), message
        assert not unspaced.search(message.translation), message
        is_sentence = message.source.endswith((".", "?"))
        assert message.translation.endswith(("\u3002", "\uff1f")) == is_sentence, message


# The code


@cache
def modules() -> tuple[tuple[str, ast.Module], ...]:
    paths = [path for package in ("gui", "engine") for path in sorted((ROOT / package).rglob("*.py"))]
    return tuple((path.relative_to(ROOT).as_posix(), ast.parse(path.read_text(encoding="utf-8"))) for path in paths)


def called(node: ast.AST) -> str:
    """The last part of the name of what is called; empty for what is no call."""
    if not isinstance(node, ast.Call):
        return ""
    return node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")


def unmarked(node: ast.AST) -> Iterator[str]:
    """The pieces of text that the value of an expression may be made of, but for those that are marked."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    if called(node) in MARKS or isinstance(node, ast.Compare):
        return
    aside = {ast.Subscript: "slice", ast.IfExp: "test", ast.FormattedValue: "format_spec"}.get(type(node))
    for name, value in ast.iter_fields(node):
        if name != aside:
            for part in value if isinstance(value, list) else [value]:
                if isinstance(part, ast.AST):
                    yield from unmarked(part)


def marked(node: ast.AST, class_name: str = "") -> Iterator[tuple[str, str]]:
    """The context and the text of all that is marked; "?" for a text that is not written where it is marked."""
    parts = node.args if isinstance(node, ast.Call) else []
    arguments = [str(part.value) if isinstance(part, ast.Constant) else "?" for part in parts]
    if called(node) == "tr":
        yield class_name, arguments[0]
    elif called(node) in MARKS and arguments[0] != "?":  # a painter translates, too
        yield arguments[0], arguments[1]
    for part in ast.iter_child_nodes(node):
        yield from marked(part, node.name if isinstance(node, ast.ClassDef) else class_name)


def test_every_word_that_is_shown_is_marked() -> None:
    found = {
        (path, call.lineno, text)
        for path, tree in modules()
        for call in ast.walk(tree)
        if isinstance(call, ast.Call) and called(call) in SHOWS
        for index, argument in enumerate((*call.args, *(keyword.value for keyword in call.keywords)))
        if index != ASIDE.get((called(call), len(call.args)))
        for text in unmarked(argument)
        if re.search(r"[^\W\d_]", bare(text)) and text not in NAMES_EVERYWHERE
    }
    assert found == set()


def test_every_sentence_is_marked() -> None:
    """Also one that reaches the window by way of a variable or of the engine."""
    found = set()
    for path, tree in modules():
        nodes = list(ast.walk(tree))
        docstrings = {part.value for part in nodes if isinstance(part, ast.Expr)}
        inside = {text for call in nodes if called(call) in MARKS for text in ast.walk(call)}
        for text in {node for node in nodes if isinstance(node, ast.Constant)} - docstrings - inside:
            if isinstance(text.value, str) and SENTENCE.fullmatch(text.value):
                found.add((path, text.lineno, text.value))
    assert {place for place in found if place[0] not in ENGLISH_BY_DESIGN} == set()


def test_qts_tool_finds_all_that_is_marked(updated: list[Message]) -> None:
    in_code = {place for path, tree in modules() for place in marked(tree)}
    in_code -= {("engine", "?")}  # where the window translates a template of the engine's
    assert in_code == {(m.context, m.source) for m in updated if m.state not in ("vanished", "obsolete")}


# The window


@pytest.fixture
def window(qapp: QApplication, qtbot: QtBot, tmp_path: Path) -> Iterator[MainWindow]:
    """The real window in English with every tab, its example run, and an error in the message line."""
    store = SettingsStore(QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat))
    theme = Theme(qapp, "light")
    language = Language(qapp, "en")
    window = MainWindow(TABS, store, theme, language)
    qtbot.addWidget(window)
    window.show()
    for index, spec in enumerate(TABS):
        window.show_tab(index)
        tab = window.tab(spec.key)
        assert tab is not None
        with qtbot.waitSignal(tab.example_finished):
            tab.run_example()
    window.show_error("0")
    yield window
    window.close()
    language.choose("en")
    theme.deleteLater()
    qapp.setStyleSheet("")  # its pictures go with the theme


def choose(window: MainWindow, name: str) -> None:
    """As the user does, in the menu."""
    menus = window.findChildren(QMenu)
    next(action for menu in menus for action in menu.actions() if action.text() == name).trigger()
    QCoreApplication.processEvents()


def words_of(window: MainWindow) -> dict[tuple[int, str], str]:
    """All that the window says, but for data and for Python's errors, by place; and what of it is hidden."""
    said: dict[tuple[int, str], str] = {}
    for place, widget in enumerate((window, *window.findChildren(QWidget))):
        if isinstance(widget.parent(), TensorRow | RunRow | QComboBox) or isinstance(widget, TensorRow | RunRow):
            continue
        if widget.property("role") == "error-code":
            continue
        texts = {"name": widget.accessibleName(), "description": widget.accessibleDescription()}
        texts["tool tip"] = widget.toolTip()
        if isinstance(widget, QLabel | QAbstractButton | QLineEdit | Readout):
            # What has no room is cut short, more of it in one language than in the other.
            texts["text"] = widget.words() if isinstance(widget, ElidedLabel) else widget.text()
        if isinstance(widget, QComboBox):
            texts["text"] = widget.currentText()
        if isinstance(widget, OperationsLine | PartsLine):
            texts = {"name": widget.accessibleName()}
        texts |= {f"action {index}": action.text() for index, action in enumerate(widget.actions())}
        printed = {key for key, text in texts.items() if text.startswith("<pre>")}  # as Keras prints it
        said |= {(place, f"{type(widget).__name__} {key}"): texts[key] for key in texts.keys() - printed if texts[key]}
        said[place, f"{type(widget).__name__} hidden"] = "*" * widget.isHidden()
    return said


def bare(text: str) -> str:
    """The text without its mark-up and the places where it may be broken."""
    return html.unescape(TAG.sub("", text)).replace("\N{ZERO WIDTH SPACE}", "")


def latin(text: str) -> set[str]:
    """The words of two letters and more that are written in Latin letters, but for chains of operations."""
    text = bare(text)
    for quoted in keras_texts():
        text = text.replace(quoted, "")
    return set(re.findall(r"[A-Za-z]\w+", CHAIN.sub("", text)))


@cache
def keras_texts() -> tuple[str, ...]:
    """What Keras says of its classes and their arguments, which the window quotes."""
    texts = {text for spec in catalogue() for text in (spec.help, *(argument.help for argument in spec.arguments))}
    return tuple(sorted(texts - {""}, key=len, reverse=True))


@cache
def catalogue() -> tuple[Spec, ...]:
    return tuple(spec for kind in get_args(Kind) for spec in specifications(kind))


def kept_words(window: MainWindow) -> set[str]:
    """What may stand in Latin letters in any language: names, and what the translator has left so on purpose."""
    programs = [pane.code() for pane in window.findChildren(CodePane)]
    translations = [message.translation for message in messages(FOLDER / "tapelab_zh_CN.ts")]
    exceptions = [name for name in vars(builtins) if name.endswith("Error")]
    of_keras = {name for spec in catalogue() for name in (spec.name, spec.string, *names_of(spec.arguments))}
    texts = (*programs, COMMAND, *translations, *of_keras)
    return LATIN.union(ITEM_BYTES, FUNCTIONS, exceptions, *map(latin, texts))


def names_of(arguments: Sequence[Argument]) -> Iterator[str]:
    for argument in arguments:
        yield from (argument.name, *argument.choices)


def test_the_open_window_changes_all_its_words_and_back(window: MainWindow) -> None:
    english = words_of(window)
    choose(window, "简体中文")
    chinese, kept = words_of(window), kept_words(window)
    assert chinese.keys() == english.keys()
    assert {place: text for place, text in chinese.items() if not latin(text) <= kept} == {}
    choose(window, "English")
    assert words_of(window) == english


def test_what_a_widget_inherits_is_found_too(qapp: QApplication, qtbot: QtBot, code: str) -> None:
    class Derived(TransportBar):
        pass

    language = Language(qapp, code)
    bar = Derived()
    qtbot.addWidget(bar)
    translated = bar.tr("Play")
    language.choose("en")
    assert translated != "Play"

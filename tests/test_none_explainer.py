"""Wherever a gradient is None, it is said why, in which line, and how to mend it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from engine.expressions import compile_expression
from engine.gradients.watching import EXPERIMENTS, Kind, run, try_watching
from gui.language import Language
from gui.tabs.gradients.none_explainer import NoneExplainer

TREE = compile_expression("4.9*t**2").tree


@pytest.fixture
def explainer(qtbot: QtBot) -> NoneExplainer:
    explainer = NoneExplainer()
    qtbot.addWidget(explainer)
    explainer.resize(188, 300)
    return explainer


def said(explainer: NoneExplainer) -> list[str]:
    labels = [label for label in explainer.findChildren(QLabel) if label.isVisibleTo(explainer)]
    return [label.text() for label in labels]


@pytest.mark.parametrize("kind", [Kind.CONSTANT, Kind.FROZEN, Kind.INTEGER])
def test_explains_why_there_is_no_gradient(explainer: NoneExplainer, kind: Kind) -> None:
    outcome = try_watching(kind, TREE, "t", 1.4)
    explainer.show_outcome(outcome)
    assert explainer.isVisible()
    assert outcome.repair is not None
    first_line = outcome.program.code.splitlines()[outcome.program.marked[0] - 1]
    assert said(explainer) == ["None", str(outcome.why), first_line, str(outcome.repair.sentence)]


def test_is_not_there_where_there_is_a_gradient(explainer: NoneExplainer) -> None:
    explainer.show_outcome(try_watching(Kind.CONSTANT, TREE, "t", 1.4))
    explainer.show_outcome(try_watching(Kind.WATCHED, TREE, "t", 1.4))
    assert not explainer.isVisible()
    explainer.show_outcome(try_watching(Kind.CONSTANT, TREE, "t", 1.4))
    explainer.show_outcome(None)
    assert not explainer.isVisible()


def test_asks_for_the_repair(explainer: NoneExplainer, qtbot: QtBot) -> None:
    explainer.show_outcome(try_watching(Kind.CONSTANT, TREE, "t", 1.4))
    button = explainer.findChildren(QPushButton)[0]
    assert button.toolTip() == "tape.watch(t)"
    with qtbot.waitSignal(explainer.repair_requested):
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def test_offers_no_repair_where_the_formula_is_at_fault(explainer: NoneExplainer) -> None:
    explainer.show_outcome(try_watching(Kind.VARIABLE, compile_expression("floor(t)").tree, "t", 1.4))
    assert explainer.isVisible()
    assert not explainer.findChildren(QPushButton)[0].isVisibleTo(explainer)


def test_tells_an_error_by_its_name(explainer: NoneExplainer) -> None:
    explainer.show_outcome(run(EXPERIMENTS["notes"], TREE, "t", 1.4))
    assert said(explainer)[0] == "NameError"


def test_speaks_the_language_of_the_window(explainer: NoneExplainer, qapp: QApplication) -> None:
    explainer.show_outcome(try_watching(Kind.CONSTANT, TREE, "t", 1.4))
    english = said(explainer)
    language = Language(qapp, "en")
    language.choose("zh_CN")
    language.choose("en")
    assert said(explainer) == english

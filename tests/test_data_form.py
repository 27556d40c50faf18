"""Data are chosen by their shape, each with its own values, which stay while another one is looked at."""

from __future__ import annotations

from dataclasses import replace
from typing import get_args

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from engine.datasets import KINDS, Blobs, Circles, OneAgainstRest, Recipe, Spirals, TwoGaussians
from engine.errors import Problem
from engine.reading.layout import Layout
from engine.reading.own_data import OwnData
from engine.reading.source import PastedSource
from engine.reading.table import read_table
from gui.controls.data_form import DataForm
from gui.data_choices import DataChoices, DrawnKind


@pytest.fixture
def form(qtbot: QtBot) -> DataForm:
    form = DataForm(DataChoices())
    qtbot.addWidget(form)
    form.show()
    return form


def shown(form: DataForm) -> list[str]:
    """The names of the fields that can be seen, from top to bottom."""
    editors = [edit for kind in (QComboBox, QLineEdit) for edit in form.findChildren(kind) if edit.isVisible()]
    editors.sort(key=lambda editor: editor.mapTo(form, editor.rect().topLeft()).y())
    return [editor.accessibleName() for editor in editors]


def choose(form: DataForm, qtbot: QtBot, name: str, text: str) -> None:
    box = next(box for box in form.findChildren(QComboBox) if box.accessibleName() == name)
    index = box.findText(text, Qt.MatchFlag.MatchStartsWith)
    box.setFocus()
    qtbot.keyClick(box, Qt.Key.Key_Home)
    for _ in range(index):
        qtbot.keyClick(box, Qt.Key.Key_Down)


def write(form: DataForm, qtbot: QtBot, name: str, text: str) -> None:
    editor = next(edit for edit in form.findChildren(QLineEdit) if edit.accessibleName() == name)
    editor.setFocus()
    editor.selectAll()
    qtbot.keyClicks(editor, text)
    qtbot.keyClick(editor, Qt.Key.Key_Return)


def test_every_kind_can_be_remembered() -> None:
    assert get_args(DrawnKind) == tuple(kind.key for kind in KINDS)
    assert all(kind.values(DataChoices().recipe_of(kind.key)) for kind in KINDS)


def test_each_shape_has_its_own_fields(form: DataForm, qtbot: QtBot) -> None:
    assert shown(form) == ["Data", "Per class", "Mean, class 0", "Mean, class 1", "Covariance", "Seed"]
    choose(form, qtbot, "Data", "circles")
    qtbot.waitUntil(lambda: shown(form) == ["Data", "Per class", "Noise", "Radii", "Balance", "Seed"])
    choose(form, qtbot, "Data", "blobs")
    qtbot.waitUntil(
        lambda: shown(form) == ["Data", "Classes", "Per class", "Noise", "Distance", "Balance", "Seed", "Class 1"]
    )
    choose(form, qtbot, "Data", "spirals")
    qtbot.waitUntil(lambda: shown(form) == ["Data", "Per class", "Noise", "Turns", "Radius", "Balance", "Seed"])


def test_what_was_typed_stays_with_its_shape(form: DataForm, qtbot: QtBot) -> None:
    write(form, qtbot, "Per class", "70")
    choose(form, qtbot, "Data", "circles")
    write(form, qtbot, "Radii", "4, 2")
    write(form, qtbot, "Per class", "30")
    choose(form, qtbot, "Data", "two")
    assert form.choices.recipe() == TwoGaussians(70)
    choose(form, qtbot, "Data", "circles")
    assert form.choices.recipe() == Circles(30, radii=(4, 2))


def test_a_change_is_told_and_a_refusal_is_not(form: DataForm, qtbot: QtBot) -> None:
    choose(form, qtbot, "Data", "spirals")
    with qtbot.waitSignal(form.changed):
        write(form, qtbot, "Turns", "2")
    assert form.choices.recipe() == Spirals(turns=2)
    with qtbot.assertNotEmitted(form.changed), qtbot.waitSignal(form.refused):
        write(form, qtbot, "Turns", "50")
    assert form.choices.recipe() == Spirals(turns=2)
    assert "The turns are a number from 0 to 20, not 50." in [label.text() for label in form.findChildren(QLabel)]


def test_many_classes_are_learned_one_against_the_rest(form: DataForm, qtbot: QtBot) -> None:
    choose(form, qtbot, "Data", "blobs")
    assert form.choices.recipe() == OneAgainstRest(Blobs(), 1)
    choose(form, qtbot, "Class 1", "2")
    assert form.choices.recipe() == OneAgainstRest(Blobs(), 2)
    write(form, qtbot, "Classes", "2")
    assert form.choices.recipe() == Blobs(class_count=2)
    assert "Class 1" not in shown(form)


def test_data_that_do_not_fit_the_rest_are_refused(qtbot: QtBot) -> None:
    def check(recipe: Recipe) -> None:
        if recipe.size < 10:
            raise Problem("Too few for the batch.")

    form = DataForm(DataChoices(), check)
    qtbot.addWidget(form)
    form.show()
    write(form, qtbot, "Per class", "4")
    assert form.choices == DataChoices()
    assert "Too few for the batch." in [label.text() for label in form.findChildren(QLabel)]


def test_other_choices_can_be_shown(form: DataForm, qtbot: QtBot) -> None:
    choices = replace(DataChoices(), kind="circles", circles=Circles(9))
    with qtbot.assertNotEmitted(form.changed):
        form.set_choices(choices)
    editor = next(edit for edit in form.findChildren(QLineEdit) if edit.accessibleName() == "Per class")
    assert editor.text() == "9"


def test_a_refusal_of_the_engine_stands_beside_its_field(form: DataForm) -> None:
    problem = Problem("That cannot be.")
    assert form.show_problem("covariance", problem)
    assert not form.show_problem("turns", problem), "it is not shown"
    assert not form.show_problem("weights", problem)


def pets(features: tuple[str, ...] = ("x", "y", "z")) -> OwnData:
    text = "x,y,z,kind\n1,2,3,cat\n4,5,6,dog\n7,8,9,cow\n"
    return OwnData(read_table(PastedSource(text), Layout()), features, "kind")


def test_a_table_of_ones_own_has_axes_and_classes(qtbot: QtBot) -> None:
    form = DataForm(DataChoices(), offers_own=True)
    qtbot.addWidget(form)
    form.show()
    own = pets()
    form.set_own(own, DataChoices(is_own=True, positive=0))
    assert form.recipe() == OneAgainstRest(own, 0)
    assert shown(form) == ["Data", "Across", "Up", "Class 1"]
    choose(form, qtbot, "Class 1", "dog")
    assert form.recipe() == OneAgainstRest(own, 2)
    with qtbot.waitSignal(form.axes_changed), qtbot.assertNotEmitted(form.changed):
        choose(form, qtbot, "Across", "z")
    assert form.axes()[0] == 2
    assert len(set(form.axes())) == 2, "both axes cannot be the same"
    choose(form, qtbot, "Data", "moons")
    assert form.axes() == (0, 1)
    form.set_own(pets(("x", "y")), DataChoices(is_own=True))
    assert shown(form) == ["Data", "Class 1"], "two features leave nothing to choose"
    with qtbot.waitSignal(form.own_requested):
        button = form.findChildren(QPushButton)[0]
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    form.set_own(None, DataChoices())
    assert form.recipe() == TwoGaussians()


def test_without_a_table_one_is_asked_for(qtbot: QtBot) -> None:
    form = DataForm(DataChoices("blobs"), offers_own=True)
    qtbot.addWidget(form)
    form.show()
    box = next(box for box in form.findChildren(QComboBox) if box.accessibleName() == "Data")
    box.setFocus()
    with qtbot.waitSignal(form.own_requested), qtbot.assertNotEmitted(form.changed):
        qtbot.keyClick(box, Qt.Key.Key_Down)
    assert box.currentText() == "blobs"

"""The form for recipes shows the fields of the recipe that is chosen, and gives it."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLineEdit
from pytestqt.qtbot import QtBot

from engine.errors import Problem
from engine.tensors.recipes import (
    Constant,
    Eye,
    Given,
    Initializer,
    Ones,
    RandomNormal,
    RandomUniform,
    Range,
    Recipe,
    Zeros,
)
from gui.controls.recipe_form import RecipeForm

KINDS = (RandomNormal, RandomUniform, Ones, Zeros, Constant, Range, Eye, Initializer, Given)
GIVEN = Given("e", np.ones((2, 2)))


@pytest.fixture
def form(qtbot: QtBot) -> RecipeForm:
    form = RecipeForm(KINDS)
    form.set_initializers(("GlorotUniform", "Zeros"))
    form.set_given([GIVEN])
    qtbot.addWidget(form)
    form.show()
    return form


def fields(form: RecipeForm) -> set[str]:
    """The names of those that are shown."""
    editors = [*form.findChildren(QLineEdit), *form.findChildren(QComboBox)]
    return {editor.accessibleName() for editor in editors if editor.isVisible()}


def test_begins_with_the_first_recipe_as_the_notes_have_it(form: RecipeForm) -> None:
    assert form.recipe() == RandomNormal()
    assert fields(form) == {"Values", "Shape", "Mean", "Deviation", "Seed", "dtype"}


@pytest.mark.parametrize(
    "recipe",
    [
        RandomNormal((2, 3), 1.5, 0.5, 7, "float16"),
        RandomUniform((4,), -1.0, 2.0, 3, "int32"),
        Ones((), "bool"),
        Zeros((0, 2)),
        Constant("[1, 2]", "int64"),
        Range(1, 5, 2, "float32"),
        Eye(2, 3),
        Eye(2, None, "int32"),
        Initializer("Zeros", (3, 1), 5),
        Initializer("HeNormal", (3, 1)),
        GIVEN,
    ],
)
def test_gives_what_it_shows(form: RecipeForm, recipe: Recipe) -> None:
    form.set_recipe(recipe)
    assert form.recipe() == recipe


def test_enter_in_a_good_field_is_told(form: RecipeForm, qtbot: QtBot) -> None:
    shape = next(line for line in form.findChildren(QLineEdit) if line.accessibleName() == "Shape")
    shape.selectAll()
    qtbot.keyClicks(shape, "5, 5")
    with qtbot.waitSignal(form.entered):
        qtbot.keyClick(shape, Qt.Key.Key_Return)
    assert form.recipe() == RandomNormal((5, 5))
    qtbot.keyClicks(shape, ", x")
    with qtbot.assertNotEmitted(form.entered):
        qtbot.keyClick(shape, Qt.Key.Key_Return)
    assert form.has_problem()
    assert form.recipe() == RandomNormal((5, 5))


def test_a_refusal_stands_beside_its_field(form: RecipeForm) -> None:
    assert form.show_problem("shape", Problem("Too large."))
    assert form.show_problem("kind", Problem("There is none."))
    assert form.has_problem()
    assert not form.show_problem("rows", Problem("This recipe has no such field."))
    form.clear_problems()
    assert not form.has_problem()

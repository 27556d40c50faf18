"""Every change of a setting is undone and done again, with what it had taken away."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from keras_tab_user import KerasTabUser
from keras_user import SMALL, KerasUser
from patience import LONGEST
from PySide6.QtCore import QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLineEdit, QWidget
from pytestqt.qtbot import QtBot
from training_user import User

from engine.datasets import Moons, Spirals, TwoGaussians
from engine.keras_lab.catalogue.specification import Choice, Custom, TargetForm
from engine.keras_lab.protocol import EarlyStop, Fitting, Layer, Load, OneEpoch, Plan, State, ValidationKind
from engine.protocol import Frame
from gui.change_history import MERGED_SECONDS, ChangeHistory, Part, in_a_sentence
from gui.controls.undo_buttons import UndoButtons
from gui.plots.decision_plot import DecisionPlot
from gui.settings import SettingsStore
from gui.tabs import TABS
from gui.tabs.keras import changes
from gui.tabs.keras.choices import KerasChoices, written

Open = Callable[..., User]
Key = Qt.Key
CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
SPECS = {spec.key: spec for spec in TABS}


@pytest.fixture
def open_tab(qtbot: QtBot, tmp_path: Path) -> Iterator[Callable[..., Any]]:
    """Opens the tab of that key, as it is when it was never used."""
    store = SettingsStore(QSettings(str(tmp_path / "TapeLab.ini"), QSettings.Format.IniFormat))
    tabs = []

    def open_tab(key: str, **remembered: object) -> Any:
        for group, choices in remembered.items():
            store.remember(group, choices)
        tab = SPECS[key].make(store)
        tabs.append(tab)
        qtbot.addWidget(tab)
        tab.resize(1256, 720)
        with qtbot.waitActive(tab):
            tab.show()
        tab.activate()
        qtbot.waitUntil(tab.is_settled, timeout=LONGEST)
        return tab

    yield open_tab
    assert all(tab.close_engine(10) for tab in tabs)


class Notebook:
    """Something that is changed."""

    def __init__(self) -> None:
        self.text = "a"
        self.seconds = 0.0
        self.history = ChangeHistory(clock=lambda: self.seconds)
        self.part: Part[str] = Part(lambda: self.text, self.put, lambda text: f"long {text}" if len(text) > 1 else "")

    def put(self, text: str) -> None:
        self.text = text

    def change(self, text: str, key: str = "") -> None:
        self.history.note(self.part, self.text, lambda: f"to {text}", key)
        self.text = text


def test_changes_are_undone_and_redone_in_the_order_of_doing() -> None:
    book = Notebook()
    assert book.history.undo_words() is None
    book.history.undo()
    for text in ("b", "c"):
        book.change(text)
    assert book.history.undo_words() == ("to c", "")
    book.history.undo()
    assert (book.text, book.history.redo_words()) == ("b", ("to c", ""))
    book.history.undo()
    assert (book.text, book.history.undo_words()) == ("a", None)
    book.history.redo()
    book.change("d")  # and what could be redone is gone
    assert book.history.redo_words() is None
    book.history.redo()
    assert book.text == "d"
    book.history.clear()
    book.history.undo()
    assert book.text == "d"


def test_what_is_done_between_an_undo_and_a_redo_is_not_lost() -> None:
    book = Notebook()
    book.change("b")
    book.text = "bbb"  # which is no change of a setting
    book.history.undo()
    assert book.history.redo_words() == ("to b", "long bbb")
    book.text = "aa"
    book.history.redo()
    assert (book.text, book.history.undo_words()) == ("bbb", ("to b", "long aa"))
    book.history.undo()
    assert book.text == "aa"


def test_quick_changes_of_one_field_are_one() -> None:
    book = Notebook()
    for text in ("b", "c", "d"):
        book.seconds += 0.9 * MERGED_SECONDS
        book.change(text, "field")
    book.change("e", "other field")
    book.history.undo()
    assert book.text == "d"
    book.history.undo()
    assert book.text == "a"
    book.history.redo()
    book.change("f", "field")  # what was redone is a step of its own
    book.history.undo()
    assert book.text == "d"
    book.seconds += 2 * MERGED_SECONDS
    book.change("g", "field")
    book.history.undo()
    assert book.text == "d"
    for text in ("h", "i"):
        book.change(text)
    book.history.undo()
    assert book.text == "h"


def test_labels_within_a_sentence() -> None:
    labels = ("Learning rate", "W", "b", "L1", "学习率", "", "Mean, class 0")
    assert [in_a_sentence(label) for label in labels] == [
        "learning rate", "W", "b", "L1", "学习率", "", "mean, class 0",
    ]  # fmt: skip


def test_the_buttons_say_what_they_would_do(qtbot: QtBot) -> None:
    book = Notebook()
    buttons = UndoButtons(book.history)
    qtbot.addWidget(buttons)
    undo, redo = buttons.findChildren(QAbstractButton)
    assert not undo.isEnabled()
    assert (undo.accessibleName(), undo.toolTip()) == ("Undo", "Undo (Ctrl+Z)")
    book.text = "aa"
    book.change("b")
    assert undo.isEnabled()
    assert not redo.isEnabled()
    assert undo.toolTip() == "Undo: to b (Ctrl+Z)\nlong aa"
    qtbot.mouseClick(undo, Qt.MouseButton.LeftButton)
    assert (redo.accessibleName(), redo.toolTip()) == ("Redo: to b", "Redo: to b (Ctrl+Shift+Z)")
    qtbot.mouseClick(redo, Qt.MouseButton.LeftButton)
    assert book.text == "b"


# The training tab


def tooltip(tab: QWidget, word: str) -> str:
    """Of the button whose name begins with this word."""
    buttons = [one for one in tab.findChildren(QAbstractButton) if one.accessibleName().startswith(word)]
    return next(one.toolTip() for one in buttons if one.isVisible())


def plays(user: User) -> Frame:
    QTest.keyClick(user.tab, Key.Key_Space)
    return user.sees(lambda frame: frame.position == 40 and not frame.playing)


def undoes(user: User) -> None:
    QTest.keyClick(user.tab, Key.Key_Z, CONTROL)


def redoes(user: User) -> None:
    QTest.keyClick(user.tab, Key.Key_Z, CONTROL | SHIFT)


def test_strokes_and_settings_have_one_history_and_runs_come_back(open_training: Open) -> None:
    user = open_training()
    tab = user.tab
    user.sees(lambda frame: frame.position == 0)
    trained = plays(user)
    user.chooses("Data", "moons")
    user.sees(lambda frame: isinstance(frame.data, Moons))
    assert tooltip(tab, "Undo") == "Undo: data (Ctrl+Z)\nThe 40 steps of that run are trained again."
    count = len(user.frame.dataset)
    user.types("Noise", "0.3")
    user.clicks("Draw 1")
    user.sees(lambda frame: isinstance(frame.data, Moons) and frame.data.noise == 0.3)
    plot = tab.findChildren(DecisionPlot)[0]
    QTest.mouseClick(plot.viewport(), Qt.MouseButton.LeftButton, pos=plot.viewport().rect().bottomLeft())
    user.sees(lambda frame: len(frame.dataset) == count + 1)
    user.chooses("Optimizer", "Adam")
    user.sees(lambda frame: frame.settings.optimizer == "Adam")
    other = plays(user)
    QTest.keyClick(tab, Key.Key_R)
    user.sees(lambda frame: frame.position == 0 and frame.run == tab._run)
    assert tooltip(tab, "Undo") == "Undo: reset (Ctrl+Z)\nThe 40 steps of that run are trained again."
    for words in ("reset", "optimizer", "points drawn by hand", "noise", "data"):
        assert tooltip(tab, "Undo").startswith(f"Undo: {words} (Ctrl+Z)")
        undoes(user)
    again = user.sees(lambda frame: frame.run == tab._run and len(frame.history.loss) == 40)
    assert np.array_equal(again.history.weights, trained.history.weights)
    assert user.find(QComboBox, "Data").currentText() == "two gaussians"
    undoes(user)  # there is nothing more
    for _ in range(4):
        redoes(user)
    end = user.sees(lambda frame: len(frame.history.loss) == 40 and frame.settings.optimizer == "Adam")
    assert np.array_equal(end.history.loss, other.history.loss)
    assert (len(end.dataset), user.text("Noise")) == (count + 1, "0.3")

    user.types("Learning rate", "0.5")  # with which the run goes on: it is not taken back, and nothing can be redone
    user.sees(lambda frame: frame.settings.learning_rate == 0.5)
    assert tooltip(tab, "Undo") == "Undo: learning rate (Ctrl+Z)"
    assert tooltip(tab, "Redo") == "Redo (Ctrl+Shift+Z)"
    QTest.keyClick(tab, Key.Key_Right)
    user.sees(lambda frame: len(frame.history.loss) == 41)
    line = user.line("Learning rate")
    line.setFocus()
    QTest.keyClicks(line, "7")  # typing is undone first
    QTest.keyClick(line, Key.Key_Z, CONTROL)
    assert (user.text("Learning rate"), user.frame.settings.learning_rate) == ("0.5", 0.5)
    QTest.keyClick(line, Key.Key_Z, CONTROL)
    user.sees(lambda frame: frame.settings.learning_rate == 0.1 and len(frame.history.loss) == 41)
    assert user.text("Learning rate") == "0.1"

    tab.restore(tab.state())  # as opening a project does
    assert tooltip(tab, "Undo") == "Undo (Ctrl+Z)"
    user.waits_until(tab.is_settled)


# The gradients tab


def line_of(tab: QWidget, field: str) -> QLineEdit:
    return next(one for one in tab.findChildren(QLineEdit) if one.accessibleName() == field and one.isVisible())


def types(tab: QWidget, field: str, text: str) -> None:
    line = line_of(tab, field)
    line.setFocus()
    line.selectAll()
    QTest.keyClicks(line, text)
    QTest.keyClick(line, Key.Key_Return)


def chooses(tab: QWidget, name: str, text: str) -> None:
    box = next(one for one in tab.findChildren(QComboBox) if one.accessibleName() == name and one.isVisible())
    box.setCurrentIndex(box.findText(text))
    box.activated.emit(box.currentIndex())


def test_each_page_of_the_gradients_tab(open_tab: Callable[..., Any], qtbot: QtBot) -> None:
    tab = open_tab("gradients")

    def settles() -> Any:
        qtbot.waitUntil(tab.is_settled, timeout=LONGEST)
        return tab.state()

    def goes_back_and_forth(steps: list[Callable[[], None]], words: list[str]) -> None:
        states = [settles()]
        for step, said in zip(steps, words, strict=True):
            step()
            qtbot.waitUntil(lambda: tab.state() != states[-1] and tab.is_settled(), timeout=LONGEST)
            states.append(settles())
            assert tooltip(tab, "Undo") == f"Undo: {said} (Ctrl+Z)"
        for state in reversed(states[:-1]):
            QTest.keyClick(tab, Key.Key_Z, CONTROL)
            assert settles() == state
        assert tooltip(tab, "Undo") == "Undo (Ctrl+Z)"
        for state in states[1:]:
            QTest.keyClick(tab, Key.Key_Y, CONTROL)
            assert settles() == state

    curves = tab.page("curves")
    goes_back_and_forth(
        [
            lambda: types(tab, "Function", "sin(t)"),
            lambda: types(tab, "Range", "0, 2"),
            lambda: types(tab, "t", "1.5"),
            lambda: types(tab, "Order", "1"),
            lambda: chooses(tab, "t is a", "tf.constant"),
        ],
        ["function", "range", "point", "order", "what t is"],
    )
    assert curves.frame.settings.watch == "constant"
    function = line_of(tab, "Function")
    function.setFocus()
    QTest.keyClick(function, Key.Key_Z, CONTROL)  # what was typed there holds: it is the last change that goes
    assert settles().curves.settings.watch == "variable"

    tab.show_page("surface")
    goes_back_and_forth(
        [
            lambda: types(tab, "Formula", "x*y"),
            lambda: types(tab, "Grid", "40"),
            lambda: types(tab, "x", "0.5"),
            lambda: types(tab, "learning rate", "0.25"),
        ],
        ["formula", "grid", "point", "learning rate"],
    )
    tab.show_page("watching")
    qtbot.waitUntil(lambda: tab.page("watching").frame is not None, timeout=LONGEST)
    goes_back_and_forth([lambda: types(tab, "Function", "t**3"), lambda: types(tab, "t", "2")], ["function", "t"])


# The Keras tab


def test_what_was_changed_in_a_plan() -> None:
    plan = Plan(layers=(Layer(8, "relu"), Layer()))
    compilation, validation = plan.compilation, plan.validation

    def compiled(**parts: object) -> Plan:
        return replace(plan, compilation=replace(compilation, **parts))  # type: ignore[arg-type]

    made = {
        "data": replace(plan, data=Spirals()),
        "per class": replace(plan, data=TwoGaussians(7)),
        "validation": replace(plan, validation=replace(validation, kind=ValidationKind.NONE)),
        "share": replace(plan, validation=replace(validation, share=0.5)),
        "layers": replace(plan, layers=plan.layers[1:]),
        "units of layer 1": replace(plan, layers=(Layer(9, "relu"), Layer())),
        "L2 of layer 2": replace(plan, layers=(plan.layers[0], Layer(l2=0.5))),
        "seed": replace(plan, seed=9),
        "targets": replace(plan, targets=TargetForm.SIGNS),
        "spelling": compiled(spelling="object"),
        "optimizer": compiled(optimizer=Choice("Adam")),
        "rho": compiled(optimizer=Choice("RMSprop", (("rho", 0.5),))),
        "loss": compiled(loss=Custom("mine", "square(y_true - y_pred)")),
        "metric 1": compiled(metrics=(Choice("Recall"),)),
        "metrics": compiled(metrics=()),
        "several settings": replace(plan, seed=9, targets=TargetForm.SIGNS),
    }
    assert [changes.of_plan(plan, other).words() for other in made.values()] == list(made)
    assert [changes.of_plan(other, plan).words() for other in made.values()] == list(made)
    assert [name for name, other in made.items() if changes.is_respelt(plan, other)] == ["spelling"]
    fitting = Fitting(early_stop=EarlyStop())
    others = [replace(fitting, epochs=9), replace(fitting, early_stop=None), replace(fitting, keep_best="loss")]
    others.append(replace(fitting, early_stop=EarlyStop(patience=9)))
    said = [changes.of_fitting(fitting, other).words() for other in others]
    assert said == ["epochs", "stop early", "keep the best weights", "patience"]


def test_the_keras_tab_trains_again_what_was_trained(open_tab: Callable[..., Any], qtbot: QtBot) -> None:
    fitting = Fitting(epochs=2)
    tab = open_tab("keras", keras=KerasChoices(plan=written(SMALL), fitting=written(fitting), page="compile"))
    user = KerasTabUser(tab, qtbot)
    user.sees_what_keras_offers()
    user.clicks("Play: fit")
    trained = user.sees_state(State.FINISHED)
    chooses(tab, "Targets", "−1 or 1")
    user.sees(lambda frame: frame.plan.targets is TargetForm.SIGNS)
    assert tooltip(tab, "Undo") == "Undo: targets (Ctrl+Z)\nWhat was trained then is trained again."
    user.turns_to("Fit")
    user.types("Epochs", "7")
    QTest.keyClick(tab, Key.Key_Z, CONTROL)
    assert (tab.state().fitting, tab.frame.plan.targets) == (fitting, TargetForm.SIGNS)
    QTest.keyClick(tab, Key.Key_Z, CONTROL)
    assert user.shown(QComboBox, "Targets")  # which is seen
    again = user.sees(lambda frame: frame.progress.state is State.FINISHED and not frame.restoring)
    assert np.array_equal(again.curves.batch_means, trained.curves.batch_means)
    assert all(map(np.array_equal, again.weights, trained.weights))

    user.clicks("objects")  # which means the same, and takes nothing away
    respelt = user.sees(lambda frame: "keras.optimizers.RMSprop(" in frame.program.text)
    assert respelt.curves.batch_means is again.curves.batch_means or len(respelt.curves.epoch_ends) == 2
    assert tooltip(tab, "Undo") == "Undo: spelling (Ctrl+Z)"
    QTest.keyClick(tab, Key.Key_Z, CONTROL)
    back = user.sees(lambda frame: '"rmsprop"' in frame.program.text)
    assert len(back.curves.epoch_ends) == 2
    tab.restore(tab.state())
    assert tooltip(tab, "Undo") == "Undo (Ctrl+Z)"
    user.waits_for(tab.is_settled)


def test_another_spelling_that_means_the_same_leaves_the_model_alone() -> None:
    user = KerasUser()

    def spelt(plan: Plan, spelling: Any) -> Plan:
        return replace(plan, compilation=replace(plan.compilation, spelling=spelling))

    user.send(Load(1, SMALL), OneEpoch(Fitting(epochs=3)))
    user.train()
    before = user.frame
    user.send(Load(2, spelt(SMALL, "object")))
    assert (user.frame.run, user.frame.progress.epoch, user.frame.fits) == (2, 1, before.fits)
    assert "optimizer=keras.optimizers.RMSprop()" in user.frame.program.text
    user.send(OneEpoch(Fitting(epochs=3)))  # the same `fit` goes on
    user.train()
    assert (user.frame.progress.epoch, len(user.frame.fits)) == (2, 1)
    user.send(Load(3, user.frame.plan))  # the same plan again is a beginning
    assert not user.frame.fits
    named = replace(SMALL, compilation=replace(SMALL.compilation, metrics=(Choice("LogCoshError"),)))
    user.send(Load(4, named), OneEpoch(Fitting()))
    user.train()
    user.send(Load(5, spelt(named, "object")))  # where the figure has another name
    assert not user.frame.fits
    user.laboratory.close()

"""The Keras tab builds, compiles, fits, evaluates, asks, saves and loads, by mouse and by keyboard."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from keras_tab_user import KerasTabUser
from PySide6.QtCore import QSettings, Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QFileDialog, QLabel, QLineEdit, QTableView
from pytestqt.qtbot import QtBot

from engine.datasets import TwoGaussians
from engine.keras_lab.catalogue.specification import Choice, Custom
from engine.keras_lab.protocol import Fitting, Layer, Plan, State
from gui.controls.code_pane import CodePane
from gui.language import Language
from gui.palette import DARK
from gui.settings import SettingsStore
from gui.tabs.keras.choices import KerasChoices, written
from gui.tabs.keras.tab import KerasTab

Open = Callable[..., KerasTabUser]
Key, Modifier = Qt.Key, Qt.KeyboardModifier
DATA = TwoGaussians(50, seed=1)
SMALL = Plan(data=DATA)
"""The notes' model on few points: 70 to train on, in batches of 16."""


@pytest.fixture
def open_keras(qtbot: QtBot, tmp_path: Path) -> Iterator[Open]:
    """Opens Keras tabs, one after the other, that share their settings; the first with few points."""
    store = SettingsStore(QSettings(str(tmp_path / "TapeLab.ini"), QSettings.Format.IniFormat))
    store.remember("keras", KerasChoices(plan=written(SMALL)))
    tabs = []

    def open_tab(**chosen: object) -> KerasTabUser:
        store.remember("keras", replace(store.remembered("keras", KerasChoices()), **chosen))  # type: ignore[arg-type]
        tab = KerasTab(store)
        tabs.append(tab)
        qtbot.addWidget(tab)
        tab.resize(1256, 720)
        with qtbot.waitActive(tab):
            tab.show()
        user = KerasTabUser(tab, qtbot)
        tab.activate()
        return user

    yield open_tab
    assert all(tab.close_engine(100) for tab in tabs)


@pytest.fixture
def user(open_keras: Open) -> KerasTabUser:
    """Before the first batch."""
    user = open_keras()
    user.sees_state(State.READY)
    user.sees_what_keras_offers()
    return user


# Fit


def test_says_that_keras_is_loading_and_then_what_there_is(open_keras: Open) -> None:
    user = open_keras()
    message = next(label for label in user.tab.findChildren(QLabel) if label.text() == "Keras is loading …")
    assert message.isVisible()
    frame = user.sees_state(State.READY)
    assert not message.isVisible()
    assert (frame.plan, len(frame.points.inputs), int(frame.points.held_out.sum())) == (SMALL, 100, 30)
    assert "(None, 1)  3 parameters" in user.sentences()
    user.sees_what_keras_offers()


def test_fits_five_epochs_and_sets_the_means_beside_what_evaluate_says(user: KerasTabUser) -> None:
    user.clicks("Play: fit")
    frame = user.sees(lambda frame: len(frame.curves.evaluated) == 5)
    assert frame.progress.state is State.FINISHED
    assert frame.curves.names == ("loss", "accuracy")
    assert len(frame.curves.batch_means) == 25
    assert np.isfinite(frame.curves.validation).all()
    assert any("is a running mean; evaluate says" in sentence for sentence in user.sentences())
    assert frame.region is not None
    assert frame.region.number > 0
    user.presses(Key.Key_Space)
    user.sees(lambda frame: len(frame.curves.epoch_ends) == 10 and frame.progress.state is State.FINISHED)


def test_one_batch_one_epoch_and_back_by_keys(user: KerasTabUser) -> None:
    user.presses(Key.Key_Right)
    user.sees(lambda frame: len(frame.curves.batch_means) == 1 and frame.progress.state is State.PAUSED)
    user.presses(Key.Key_Right, Modifier.ShiftModifier)
    user.sees(lambda frame: len(frame.curves.epoch_ends) == 1 and frame.progress.state is State.PAUSED)
    user.clicks("To the end of the epoch")
    newest = user.sees(lambda frame: len(frame.curves.epoch_ends) == 2 and frame.progress.state is State.PAUSED)
    user.presses(Key.Key_Left)
    earlier = user.sees(lambda frame: frame.looked_at == 1)
    assert not np.array_equal(earlier.weights[0], newest.weights[0])
    user.presses(Key.Key_Home)
    user.sees(lambda frame: frame.looked_at == 0)
    assert any("first weights" in sentence for sentence in user.sentences())
    user.clicks("Look at the newest weights")
    back = user.sees(lambda frame: frame.looked_at is None)
    assert np.array_equal(back.weights[0], newest.weights[0])
    user.puts_slider("Epoch to look at", 1 / 5)
    user.sees(lambda frame: frame.looked_at == 1)
    user.presses(Key.Key_S, Modifier.ShiftModifier)
    user.sees_state(State.STOPPED)


def test_reset_gives_the_same_first_weights_and_a_new_start_gives_others(user: KerasTabUser) -> None:
    first = user.frame.weights[0]
    user.presses(Key.Key_Right)
    user.sees(lambda frame: len(frame.curves.batch_means) == 1)
    user.presses(Key.Key_R)
    again = user.sees(lambda frame: frame.run == 2 and len(frame.curves.batch_means) == 0)
    assert np.array_equal(again.weights[0], first)
    user.clicks("New start with another seed")
    other = user.sees(lambda frame: frame.run == 3)
    assert not np.array_equal(other.weights[0], first)
    assert user.find(QLineEdit, "Seed").text() == str(other.plan.seed)


def test_closing_in_mid_epoch_is_clean(open_keras: Open, qtbot: QtBot) -> None:
    user = open_keras(fitting=written(Fitting(epochs=5000)))
    user.sees_state(State.READY)
    user.presses(Key.Key_Space)
    user.sees(lambda frame: frame.progress.state is State.RUNNING and len(frame.curves.batch_means) > 3)
    assert user.tab.close_engine(100)
    qtbot.wait(20)  # what was on its way arrives, and starts nothing


# The plan


def test_a_hidden_layer_another_optimizer_and_a_metric_start_anew(user: KerasTabUser) -> None:
    user.clicks("Add a layer")
    frame = user.sees(lambda frame: len(frame.plan.layers) == 2)
    assert frame.summary is not None
    assert frame.summary.parameters == 2 * 16 + 16 + 16 + 1
    user.turns_to("Compile")
    user.types("Optimizer", "nadam")
    user.sees(lambda frame: frame.plan.compilation.optimizer == Choice("Nadam"))
    user.types("Add a metric …", "meanabsoluteerror")
    user.sees(lambda frame: len(frame.plan.compilation.metrics) == 2)
    user.clicks("To the end of the epoch")
    frame = user.sees(lambda frame: len(frame.curves.epoch_ends) == 1)
    assert len(frame.curves.names) == 3
    assert "keras.layers.Dense(16" in user.find(CodePane, "Code").code().replace("\n", "").replace(" ", "")


def test_units_that_cannot_be_are_refused_at_once_and_the_run_goes_on(user: KerasTabUser) -> None:
    for units, reason in (("0", "at least 1"), ("1000000000", "GiB")):
        user.types("Units of layer 1", units)
        user.reads_reason(reason)
        assert user.find(QLineEdit, "Units of layer 1").text() == units
    user.clicks("One batch on")
    frame = user.sees(lambda frame: len(frame.curves.batch_means) == 1)
    assert frame.plan.layers == (Layer(),)


def test_a_learning_rate_below_zero_stands_beside_its_field(user: KerasTabUser) -> None:
    user.turns_to("Compile")
    for rate in ("nan", "-1"):
        user.types("learning_rate", rate)
        user.waits_for(lambda: bool(user.reasons()))
        assert user.find(QLineEdit, "learning_rate").text() == rate
    user.types("learning_rate", "0.5")
    user.sees(lambda frame: frame.plan.compilation.optimizer == Choice("RMSprop", (("learning_rate", 0.5),)))
    assert user.reasons() == []


def test_what_does_not_fit_together_is_set_right_with_one_click(user: KerasTabUser) -> None:
    user.turns_to("Compile")
    user.types("Loss", "CategoricalCrossentropy")
    user.sees_state(State.REFUSED)
    assert not user.find(QAbstractButton, "Play: fit").isEnabled()
    offers = [one for one in user.tab.findChildren(QAbstractButton) if one.accessibleName().startswith("Use ")]
    user.clicks(next(offer.accessibleName() for offer in offers if offer.isVisible()))
    user.sees_state(State.READY)
    assert user.reasons() == []
    user.clicks("One batch on")
    user.sees(lambda frame: len(frame.curves.batch_means) == 1)


def test_a_formula_that_is_none_is_refused_with_a_reason(user: KerasTabUser) -> None:
    user.turns_to("Compile")
    user.types("Loss", "own formula")
    user.sees(lambda frame: isinstance(frame.plan.compilation.loss, Custom) and frame.progress.state is State.READY)
    for formula in ("__import__('os')", "mean(", "mean(y_true)", "[y_pred]"):
        user.types("Formula", formula)
        user.waits_for(lambda: bool(user.reasons()))
        user.types("Formula", "mean(square(y_true - y_pred))")
        user.waits_for(lambda: not user.reasons())
    user.clicks("One batch on")
    user.sees(lambda frame: len(frame.curves.batch_means) == 1)


def test_the_spelling_changes_the_program_alone(user: KerasTabUser) -> None:
    code = user.find(CodePane, "Code")
    user.waits_for(lambda: '"rmsprop"' in code.code())
    user.turns_to("Compile")
    user.clicks("objects")
    user.waits_for(lambda: "keras.optimizers.RMSprop(" in code.code())


# Results


def test_evaluate_gives_a_list_and_the_history_is_a_table(user: KerasTabUser) -> None:
    user.clicks("Play: fit")
    user.sees_state(State.FINISHED)
    user.clicks("Results")
    user.clicks("Evaluate")
    frame = user.sees(lambda frame: frame.evaluation is not None and not frame.busy)
    assert frame.evaluation is not None
    assert user.find(QLabel, "What evaluate returned").text() == frame.evaluation.text
    assert frame.evaluation.text.startswith("[")
    user.clicks("training")
    user.sees(lambda frame: frame.evaluation is not None and frame.evaluation.on_training)
    model = user.find(QTableView, "History").model()
    assert model.rowCount() == 5
    assert [model.headerData(n, Qt.Orientation.Horizontal) for n in range(5)] == [
        "epoch",
        "loss",
        "accuracy",
        "val_loss",
        "val_accuracy",
    ]
    assert float(model.index(0, 1).data()) == pytest.approx(float(frame.curves.training[-1, 0]), rel=1e-5)


def test_the_threshold_moves_points_between_the_classes(user: KerasTabUser) -> None:
    user.clicks("Results")
    before = user.sees(lambda frame: frame.results is not None).results
    user.puts_slider("Threshold", 0.0)
    low = user.sees(lambda frame: frame.threshold != 0.5).results
    assert before is not None
    assert low is not None
    assert low.confusion[:, 0].sum() == 0  # from the lowest score on, everything is class 1
    assert low.confusion.sum() == before.confusion.sum()


# Inference


def test_typed_and_clicked_points_are_asked_about_in_both_ways(user: KerasTabUser) -> None:
    user.clicks("Predict")
    user.types("Points", "0, 3; 3, 0; 1 1")
    inference = user.sees(lambda frame: frame.inference is not None and not frame.busy).inference
    assert inference is not None
    assert inference.count == 3
    assert inference.difference == 0
    assert any("to the last bit" in sentence for sentence in user.sentences())
    user.clicks_in_plane(2.0, 2.0)
    user.sees(lambda frame: frame.inference is not None and frame.inference.count == 4 and not frame.busy)
    assert user.find(QLineEdit, "Points").text().count(";") == 3
    for text in ("", "1", "1, 2, 3", "a, b", "nan, 1", "1e999, 0"):
        user.types("Points", text)
        assert user.reasons()[0].startswith("Type points such as")


def test_scratch_and_keras_lie_on_each_other(user: KerasTabUser) -> None:
    user.clicks("Side by side")
    user.types("Epochs of both", "2")
    user.clicks("Compare")
    comparison = user.sees(lambda frame: frame.comparison is not None and not frame.busy).comparison
    assert comparison is not None
    assert len(comparison.keras) == comparison.total == 14  # 100 points in batches of 16, twice
    assert comparison.difference <= 1e-6
    for text in ("0", "-1", "many"):
        user.types("Epochs of both", text)
        assert user.reasons()[0].startswith("Type a number of epochs")


# Files


def answer_dialog(user: KerasTabUser, path: Path) -> None:
    user.waits_for(lambda: any(dialog.isVisible() for dialog in user.tab.findChildren(QFileDialog)))
    dialog = next(dialog for dialog in user.tab.findChildren(QFileDialog) if dialog.isVisible())
    dialog.setDirectory(str(path.parent))
    dialog.selectFile(path.name)
    dialog.accept()


# Keras 3.15 asks its own variables in a way that NumPy 2 advises against.
@pytest.mark.filterwarnings("ignore:__array__ implementation doesn't accept a copy keyword:DeprecationWarning")
def test_a_model_is_saved_and_opened_again(user: KerasTabUser, tmp_path: Path) -> None:
    user.clicks("Add a layer")
    user.sees(lambda frame: len(frame.plan.layers) == 2)
    user.clicks("One batch on")
    saved = user.sees(lambda frame: len(frame.curves.batch_means) == 1)
    path = tmp_path / "mine.keras"
    user.presses(Key.Key_M, Modifier.ControlModifier)
    answer_dialog(user, path)
    user.waits_for(path.exists)
    user.waits_for(lambda: "As in mine.keras" in user.sentences())
    user.clicks("Remove layer 1")
    user.sees(lambda frame: len(frame.plan.layers) == 1)
    user.tab.open_file(path)
    opened = user.sees(lambda frame: len(frame.plan.layers) == 2)
    assert all(np.array_equal(a, b) for a, b in zip(opened.weights, saved.weights, strict=True))
    assert user.find(QLineEdit, "Units of layer 1").text() == "16"


def test_a_file_that_is_no_model_is_refused_and_the_run_goes_on(user: KerasTabUser, tmp_path: Path) -> None:
    path = tmp_path / "bad.keras"
    path.write_bytes(b"PK\x03\x04 but no model")
    user.tab.open_model(str(path))
    user.waits_for(lambda: bool(user.reasons()))
    user.clicks("One batch on")
    user.sees(lambda frame: len(frame.curves.batch_means) == 1)
    reason = user.reasons()
    user.tab.open_model(str(tmp_path / "missing.keras"))
    user.waits_for(lambda: user.reasons() not in ([], reason))


# The tab among others


def test_the_plan_and_the_pages_are_remembered(open_keras: Open) -> None:
    user = open_keras()
    user.sees_state(State.READY)
    user.clicks("Add a layer")
    user.sees(lambda frame: len(frame.plan.layers) == 2)
    user.turns_to("Fit")
    user.types("Epochs", "3")
    user.clicks("Results")
    assert user.tab.close_engine(100)
    again = open_keras()
    frame = again.sees_state(State.READY)
    assert len(frame.plan.layers) == 2
    assert again.find(QLineEdit, "Epochs").text() == "3"
    assert again.shown(QAbstractButton, "Evaluate")


def test_what_was_remembered_but_cannot_be_trained_gives_way(open_keras: Open) -> None:
    stale = replace(SMALL, layers=(Layer(10**9),))
    user = open_keras(plan=written(stale))
    assert user.sees_state(State.READY).plan == Plan()


def test_another_language_and_other_colours_in_mid_fit(user: KerasTabUser) -> None:
    user.presses(Key.Key_Right)
    user.sees(lambda frame: len(frame.curves.batch_means) == 1)
    user.tab.set_palette(DARK)
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    language = Language(application, "zh_CN")
    try:
        user.presses(Key.Key_Right)
        user.sees(lambda frame: len(frame.curves.batch_means) == 2)
    finally:
        language.choose("en")


def test_everything_has_a_name_and_a_tooltip(user: KerasTabUser) -> None:
    for page in ("Code", "Results", "Predict", "Side by side"):
        user.clicks(page)
        buttons = [one for one in user.tab.findChildren(QAbstractButton) if one.isVisible()]
        nameless = [one for one in buttons if not (one.accessibleName() and one.toolTip())]
        assert not nameless, page

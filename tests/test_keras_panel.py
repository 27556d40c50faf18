"""The panel of the Keras tab: a plan is put together, and what does not fit is set right with one click."""

from __future__ import annotations

from dataclasses import replace

import pytest
from keras_frames import make_frame
from PySide6.QtCore import QMimeData, QPoint, Qt
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QCheckBox, QComboBox, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from engine.datasets import Blobs, TwoGaussians
from engine.errors import InputError, Problem
from engine.keras_lab.catalogue.specification import (
    Argument,
    ArgumentKind,
    Change,
    Choice,
    Custom,
    OutputForm,
    Spec,
    TargetForm,
)
from engine.keras_lab.protocol import (
    EarlyStop,
    Fitting,
    Layer,
    Notice,
    Plan,
    Refusal,
    Summary,
    SummaryRow,
    Validation,
    ValidationKind,
)
from gui.controls.form_row import FormRow
from gui.controls.note import Note
from gui.tabs.keras.layer_row import MIME, LayerRow
from gui.tabs.keras.panel import KerasPanel

CATALOGUE = (
    Spec("optimizer", "RMSprop", "rmsprop", "Mean.", (Argument("learning_rate", ArgumentKind.RATE, 0.001),)),
    Spec("optimizer", "SGD", "sgd", "Descent.", (Argument("learning_rate", ArgumentKind.RATE, 0.01),)),
    Spec("loss", "MeanSquaredError", "mse", "Squares."),
    Spec("loss", "Loss", "", "Base.", (), Problem("The others are built on it.")),
    Spec("metric", "accuracy", "accuracy", "Share."),
    Spec("metric", "AUC", "auc", "Area."),
    Spec("activation", "linear", "linear", ""),
    Spec("activation", "relu", "relu", ""),
)
THREE = Plan(layers=(Layer(4, "relu"), Layer(8, "relu"), Layer()))
Key = Qt.Key


class PanelUser:
    def __init__(self, panel: KerasPanel, qtbot: QtBot) -> None:
        self.panel, self._qtbot = panel, qtbot
        self.plans: list[Plan] = []
        self.fittings: list[Fitting] = []
        panel.plan_changed.connect(self.plans.append)
        panel.fitting_changed.connect(self.fittings.append)

    def find(self, kind: type[QWidget], name: str) -> QWidget:
        found = self.shown(kind, name)
        assert len(found) == 1, f"{len(found)} widgets are called {name!r}"
        return found[0]

    def last(self) -> Plan:
        """The plan that was asked for last."""
        return self.plans[-1]

    def shown(self, kind: type[QWidget], name: str) -> list[QWidget]:
        QApplication.processEvents()  # what is new has its place only now
        return [one for one in self.panel.findChildren(kind) if one.accessibleName() == name and one.isVisible()]

    def clicks(self, name: str) -> None:
        self._qtbot.mouseClick(self.find(QAbstractButton, name), Qt.MouseButton.LeftButton)

    def ticks(self, name: str) -> None:
        box = self.find(QCheckBox, name)
        self._qtbot.mouseClick(box, Qt.MouseButton.LeftButton, pos=QPoint(8, box.height() // 2))

    def types(self, name: str, text: str) -> None:
        edit = self.find(QLineEdit, name)
        assert isinstance(edit, QLineEdit)
        edit.setFocus()
        edit.selectAll()
        self._qtbot.keyClick(edit, Key.Key_Delete)
        self._qtbot.keyClicks(edit, text)
        self._qtbot.keyClick(edit, Key.Key_Return)

    def chooses(self, name: str, text: str) -> None:
        box = self.find(QComboBox, name)
        box.setFocus()
        self._qtbot.keyClicks(box, text)

    def presses(self, key: Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        focused = QApplication.focusWidget()
        assert focused is not None
        self._qtbot.keyClick(focused, key, modifier)

    def reasons(self) -> list[str]:
        return [row.error() for row in self.panel.findChildren(FormRow) if row.error()]

    def sentences(self) -> list[str]:
        return [note.sentence() for note in self.panel.findChildren(Note) if note.isVisible()]


@pytest.fixture
def user(qtbot: QtBot) -> PanelUser:
    panel = KerasPanel(Plan(), Fitting(), "model")
    panel.set_catalogue(CATALOGUE)
    qtbot.addWidget(panel)
    panel.resize(268, 640)
    with qtbot.waitActive(panel):
        panel.show()
    return PanelUser(panel, qtbot)


# Layers


def test_a_hidden_layer_comes_before_the_output(user: PanelUser) -> None:
    user.clicks("Add a layer")
    assert user.plans == [Plan(layers=(Layer(16, "relu"), Layer()))]
    user.types("Units of layer 1", "3")
    user.chooses("Activation of layer 2", "relu")
    assert user.last().layers == (Layer(3, "relu"), Layer(1, "relu"))


def test_layers_are_moved_by_buttons_and_keys_and_removed(user: PanelUser) -> None:
    user.panel.show_plan(THREE)
    user.clicks("Move layer 1 down")
    assert [layer.units for layer in user.last().layers] == [8, 4, 1]
    user.find(QLineEdit, "Units of layer 2").setFocus()
    user.presses(Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert [layer.units for layer in user.last().layers] == [4, 8, 1]
    user.presses(Key.Key_Up, Qt.KeyboardModifier.AltModifier)  # it is the first already
    assert len(user.plans) == 2
    user.clicks("Remove layer 2")
    assert [layer.units for layer in user.last().layers] == [4, 1]
    user.clicks("Remove layer 1")
    assert not user.find(QAbstractButton, "Remove layer 1").isEnabled()
    assert user.last().layers == (Layer(),)


def test_a_layer_is_dropped_where_another_one_is(user: PanelUser) -> None:
    user.panel.show_plan(THREE)
    data = QMimeData()
    data.setData(MIME, b"2")
    keys, left = Qt.KeyboardModifier.NoModifier, Qt.MouseButton.LeftButton
    target = next(row for row in user.panel.findChildren(LayerRow) if row.number == 0)
    target.dropEvent(QDropEvent(target.rect().center(), Qt.DropAction.MoveAction, data, left, keys))
    assert [layer.units for layer in user.last().layers] == [1, 4, 8]
    data.setData(MIME, b"junk")
    target.dropEvent(QDropEvent(target.rect().center(), Qt.DropAction.MoveAction, data, left, keys))
    assert len(user.plans) == 1


def test_l1_and_l2_unfold(user: PanelUser) -> None:
    user.clicks("L1 and L2 of layer 1")
    user.types("L2 of layer 1", "0.01")
    assert user.last().layers == (Layer(l2=0.01),)


def test_units_that_are_no_whole_number_stay_with_the_reason(user: PanelUser) -> None:
    for text in ("abc", "1.5", "nan", ""):
        user.types("Units of layer 1", text)
        assert "whole number" in user.reasons()[0]
    assert user.plans == []


def test_the_engine_s_refusal_of_units_stands_at_its_layer_and_the_plan_stays(user: PanelUser) -> None:
    user.panel.show_plan(THREE)
    user.panel.show_page("fit")
    user.types("Epochs", "3")
    problem = InputError("units", "So many units need {needed} GiB.", needed=8)
    assert user.panel.show_problem("units", 1, problem)
    assert user.reasons() == ["So many units need 8 GiB."]
    assert user.find(QLineEdit, "Units of layer 2").accessibleDescription() == "So many units need 8 GiB."
    user.panel.draw(make_frame(plan=THREE))
    assert user.panel.plan == THREE


def test_the_summary_stands_at_each_layer(user: PanelUser) -> None:
    user.panel.show_plan(THREE)
    rows = tuple(SummaryRow(f"dense_{n}", "Dense", (None, n), n * 10) for n in (4, 8, 1))
    user.panel.draw(make_frame(plan=THREE, summary=Summary(rows, 130, 520, "Total params")))
    assert user.find(QWidget, "Summary of layer 2").accessibleDescription() == "(None, 8)  80 parameters"
    assert user.find(QWidget, "Summary of the model").property("text") == "130 parameters"


# Compile


def test_optimizers_losses_and_metrics_are_picked_by_typing(user: PanelUser) -> None:
    user.panel.show_page("compile")
    user.types("Optimizer", "sg")
    assert user.last().compilation.optimizer == Choice("SGD")
    user.types("learning_rate", "0.5")
    assert user.last().compilation.optimizer == Choice("SGD", (("learning_rate", 0.5),))
    user.types("Add a metric …", "auc")
    assert user.last().compilation.metrics == (Choice("accuracy"), Choice("AUC"))
    user.clicks("Remove: Metric 1")
    assert user.last().compilation.metrics == (Choice("AUC"),)
    user.clicks("Remove: Metric 1")
    assert user.last().compilation.metrics == ()


def test_a_loss_of_one_s_own_has_a_name_and_a_formula(user: PanelUser) -> None:
    user.panel.show_page("compile")
    user.types("Loss", "own formula")
    assert isinstance(user.last().compilation.loss, Custom)
    user.types("Formula", "mean((y_true - y_pred)**2)")
    user.types("Name", "my_squares")
    assert user.last().compilation.loss == Custom("my_squares", "mean((y_true - y_pred)**2)")
    for name in ("2x", "a b", "", "x" * 99):
        user.types("Name", name)
        assert "name" in user.reasons()[0]
    assert user.last().compilation.loss == Custom("my_squares", "mean((y_true - y_pred)**2)")


def test_spelling_and_targets_are_chosen(user: PanelUser) -> None:
    user.panel.show_page("compile")
    user.clicks("objects")
    assert user.last().compilation.spelling == "object"
    user.chooses("Targets", "one-hot")
    assert user.last().targets is TargetForm.ONE_HOT


def test_a_wrong_argument_stands_beside_its_field(user: PanelUser) -> None:
    problem = InputError("optimizer.learning_rate", "learning_rate must be above 0, not {value}.", value=-1)
    assert user.panel.show_problem("optimizer.learning_rate", None, problem)
    assert user.find(QLineEdit, "learning_rate").accessibleDescription() == "learning_rate must be above 0, not -1."
    assert not user.panel.show_problem("elsewhere", None, problem)


# What does not fit


def refused(plan: Plan, **change: object) -> Refusal:
    problem = Problem("{name} needs one output for each class.", name="CategoricalCrossentropy")
    return Refusal(problem, "loss", None, Change(**change), plan)  # type: ignore[arg-type]


def test_a_refusal_stands_beside_its_field_and_one_click_takes_the_offer(user: PanelUser) -> None:
    better = replace(Plan(), layers=(Layer(3, "softmax"),), targets=TargetForm.ONE_HOT)
    change = {"output": OutputForm(3, "softmax"), "targets": TargetForm.ONE_HOT}
    user.panel.draw(make_frame(refusals=(refused(better, **change),)))
    assert user.sentences() == []
    user.clicks("Does not fit yet: see Compile")
    assert user.sentences() == ["CategoricalCrossentropy needs one output for each class."]
    user.clicks("Use softmax of 3 units + one-hot targets")
    assert user.plans == [better]
    user.panel.draw(make_frame(plan=better, refusals=()))
    assert user.sentences() == []
    assert user.panel.plan == better


def test_a_refusal_of_a_metric_stands_at_that_metric(user: PanelUser) -> None:
    plan = replace(Plan(), compilation=replace(Plan().compilation, metrics=(Choice("accuracy"), Choice("AUC"))))
    user.panel.show_plan(plan)
    user.panel.show_page("compile")
    problem = Problem("AUC needs scores.")
    refusal = Refusal(problem, "metrics", 1, Change(metrics=(Choice("accuracy"),)), Plan())
    user.panel.draw(make_frame(plan=plan, refusals=(refusal,)))
    assert user.sentences() == ["AUC needs scores."]
    user.clicks("Use accuracy")
    assert user.plans == [Plan()]


def test_a_notice_offers_to_shuffle(user: PanelUser) -> None:
    user.panel.show_page("data")
    split = replace(Plan(), validation=Validation(ValidationKind.SPLIT))
    shuffled = replace(split, validation=Validation(ValidationKind.SPLIT, shuffle_first=True))
    user.panel.show_plan(split)
    user.panel.draw(make_frame(plan=split, notices=(Notice(Problem("All of one class."), shuffled),)))
    assert user.sentences() == ["All of one class."]
    assert user.find(QComboBox, "Shuffle first").property("currentText") == "no"
    user.clicks("Shuffle first")
    assert user.plans == [shuffled]
    assert user.find(QComboBox, "Shuffle first").property("currentText") == "yes"


# Data and fit


def test_data_of_every_shape_with_all_their_classes(user: PanelUser) -> None:
    user.panel.show_page("data")
    user.chooses("Data", "blobs")
    user.types("Classes", "4")
    assert user.last().data == Blobs(class_count=4)
    assert not user.shown(QComboBox, "Class 1")
    user.types("Per class", "-1")
    assert user.reasons()
    assert user.last().data == Blobs(class_count=4)


def test_validation_is_a_share_of_the_points(user: PanelUser) -> None:
    user.panel.show_page("data")
    user.types("Share", "25 %")
    assert user.last().validation == Validation(share=0.25)
    for text in ("0", "100", "-3", "x", "nan"):
        user.types("Share", text)
        assert user.reasons()
    user.chooses("Points", "validation_split")
    assert user.last().validation.kind is ValidationKind.SPLIT
    assert user.find(QComboBox, "Shuffle first").isVisible()
    user.presses(Key.Key_End)  # "none" is the last
    assert user.last().validation.kind is ValidationKind.NONE
    assert not user.shown(QLineEdit, "Share")


@pytest.mark.parametrize("field", ["Epochs", "Batch size"])
def test_epochs_and_batches_that_are_none_stay_with_the_reason(user: PanelUser, field: str) -> None:
    user.panel.show_page("fit")
    for text in ("0", "-5", "text", "2.5", "nan", ""):
        user.types(field, text)
        assert user.reasons()[0].startswith("Type a number of")
    assert user.fittings == []


def test_the_callbacks_are_switches(user: PanelUser) -> None:
    user.panel.show_page("fit")
    user.types("Epochs", "7")
    user.types("Batch size", "32")
    user.ticks("Stop early")
    user.types("Patience", "4")
    user.ticks("Restore the best weights")
    user.ticks("Keep the best weights")
    user.chooses("Best by", "accuracy")
    assert user.fittings[-1] == Fitting(7, 32, EarlyStop("val_loss", 4, False), "accuracy")
    user.ticks("Stop early")
    user.ticks("Keep the best weights")
    assert user.fittings[-1] == Fitting(7, 32)


def test_every_field_has_a_tooltip_and_a_name(user: PanelUser) -> None:
    user.panel.show_plan(replace(THREE, data=TwoGaussians()))
    for page in ("data", "model", "compile", "fit"):
        user.panel.show_page(page)
        kinds = (QLineEdit, QComboBox, QAbstractButton)
        editors = [one for kind in kinds for one in user.panel.findChildren(kind) if one.isVisible()]
        assert editors
        assert all(one.accessibleName() and one.toolTip() for one in editors), page

"""Loss, metrics, targets and last layer: they fit together, or it is said why not and what would."""

from __future__ import annotations

import pytest
from problems import assert_is_clear

from engine.keras_lab.catalogue.fitting import boundary, misfits
from engine.keras_lab.catalogue.specification import Change, Choice, Custom, OutputForm, TargetForm

ZERO_ONE, SIGNS, CLASSES = TargetForm.ZERO_ONE, TargetForm.SIGNS, TargetForm.CLASSES
ONE_HOT, DISTRIBUTION = TargetForm.ONE_HOT, TargetForm.DISTRIBUTION
LINEAR, SIGMOID, TANH = OutputForm(1), OutputForm(1, "sigmoid"), OutputForm(1, "tanh")
SOFTMAX_2, SOFTMAX_3 = OutputForm(2, "softmax"), OutputForm(3, "softmax")
LOGITS = (("from_logits", True),)

PLAIN = Change(loss=Choice("BinaryCrossentropy"))

Case = tuple[Choice, int, TargetForm, OutputForm]


def loss(name: str, **arguments: object) -> Choice:
    return Choice(name, tuple(arguments.items()))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("chosen", "classes", "targets", "output"),
    [
        (loss("MeanSquaredError"), 2, ZERO_ONE, LINEAR),  # the notes' own
        (loss("MeanSquaredError"), 2, SIGNS, TANH),
        (loss("MeanSquaredError"), 3, ONE_HOT, OutputForm(3)),
        (loss("BinaryCrossentropy"), 2, ZERO_ONE, SIGMOID),
        (loss("BinaryCrossentropy", from_logits=True), 2, ZERO_ONE, LINEAR),
        (loss("BinaryCrossentropy"), 3, ONE_HOT, OutputForm(3, "sigmoid")),
        (loss("crossentropy"), 2, ZERO_ONE, SIGMOID),
        (loss("crossentropy"), 3, CLASSES, SOFTMAX_3),
        (loss("CategoricalCrossentropy"), 3, ONE_HOT, SOFTMAX_3),
        (loss("CategoricalCrossentropy"), 3, DISTRIBUTION, SOFTMAX_3),
        (loss("CategoricalCrossentropy", from_logits=True), 3, ONE_HOT, OutputForm(3)),
        (loss("SparseCategoricalCrossentropy"), 3, CLASSES, SOFTMAX_3),
        (loss("SparseCategoricalCrossentropy"), 2, ZERO_ONE, SOFTMAX_2),
        (loss("CategoricalGeneralizedCrossEntropy"), 3, CLASSES, SOFTMAX_3),
        (loss("KLDivergence"), 3, DISTRIBUTION, SOFTMAX_3),
        (loss("CosineSimilarity"), 3, ONE_HOT, OutputForm(3)),
        (loss("Hinge"), 2, SIGNS, LINEAR),
        (loss("Hinge"), 2, ZERO_ONE, TANH),  # Keras itself makes -1 and 1 of them
        (loss("CategoricalHinge"), 3, ONE_HOT, OutputForm(3)),
        (loss("Poisson"), 2, ZERO_ONE, OutputForm(1, "softplus")),
        (loss("MeanSquaredLogarithmicError"), 2, ZERO_ONE, SIGMOID),
        (loss("MeanAbsolutePercentageError"), 2, SIGNS, TANH),
        (loss("Dice"), 2, ZERO_ONE, SIGMOID),
        (loss("Tversky"), 3, ONE_HOT, SOFTMAX_3),
    ],
)
def test_a_loss_fits_where_it_belongs(chosen: Choice, classes: int, targets: TargetForm, output: OutputForm) -> None:
    assert misfits(chosen, (), classes, targets, output) == ()


@pytest.mark.parametrize(
    ("chosen", "classes", "targets", "output", "told", "change"),
    [
        (loss("CategoricalCrossentropy"), 3, CLASSES, LINEAR, "", Change(ONE_HOT, SOFTMAX_3)),
        (loss("CategoricalCrossentropy"), 3, ONE_HOT, OutputForm(3), "from 0 to 1", Change(None, SOFTMAX_3)),
        (loss("CategoricalCrossentropy"), 3, ONE_HOT, OutputForm(3, "sigmoid"), "sum to 1", Change(None, SOFTMAX_3)),
        (loss("CategoricalCrossentropy", from_logits=True), 3, ONE_HOT, SOFTMAX_3, "raw", Change(None, OutputForm(3))),
        (loss("SparseCategoricalCrossentropy"), 3, ONE_HOT, SOFTMAX_3, "", Change(CLASSES, None)),
        (loss("BinaryCrossentropy"), 2, ZERO_ONE, LINEAR, "probabilities from 0 to 1", Change(None, SIGMOID)),
        (loss("BinaryCrossentropy"), 2, SIGNS, SIGMOID, "without end", Change(ZERO_ONE, None)),
        (loss("MeanSquaredError"), 2, SIGNS, SIGMOID, "cannot reach", Change(None, LINEAR)),
        (loss("MeanSquaredError"), 3, CLASSES, SOFTMAX_3, "column by column", Change(ONE_HOT, None)),
        (loss("MeanSquaredError"), 2, ONE_HOT, LINEAR, "column by column", None),
        (loss("Hinge"), 2, ZERO_ONE, SIGMOID, "cannot reach", Change(None, LINEAR)),
        (loss("KLDivergence"), 2, ZERO_ONE, SIGMOID, "the same for right and wrong", Change(ONE_HOT, SOFTMAX_2)),
        (loss("CosineSimilarity"), 2, ZERO_ONE, SIGMOID, "the same for right and wrong", None),
        (loss("MeanAbsolutePercentageError"), 2, ZERO_ONE, SIGMOID, "without bounds", None),
        (loss("Poisson"), 2, ZERO_ONE, LINEAR, "not a finite number", Change(None, SIGMOID)),
        (loss("MeanSquaredLogarithmicError"), 2, SIGNS, SIGMOID, "-1 as 0", Change(ZERO_ONE, None)),
        (loss("BinaryCrossentropy", label_smoothing=1.0), 2, ZERO_ONE, SIGMOID, "right and wrong", PLAIN),
        (loss("CategoricalCrossentropy"), 2, ONE_HOT, OutputForm(1, "softmax"), "column", None),
        (loss("MeanSquaredError"), 2, ZERO_ONE, OutputForm(1, "softmax"), "can teach nothing", Change(None, SIGMOID)),
        (loss("Dice"), 2, ZERO_ONE, LINEAR, "probabilities from 0 to 1", Change(None, SIGMOID)),
    ],
)  # fmt: skip
def test_a_loss_that_does_not_fit_says_why_and_what_would(
    chosen: Choice, classes: int, targets: TargetForm, output: OutputForm, told: str, change: Change | None
) -> None:
    (misfit,) = misfits(chosen, (), classes, targets, output)
    assert_is_clear(misfit.problem, "loss")
    assert told in str(misfit.problem)
    assert misfit.remedy is not None
    assert_is_clear(misfit.remedy)
    assert misfit.change is not None
    assert change is None or misfit.change == change
    after = misfits(
        misfit.change.loss or chosen, (), classes, misfit.change.targets or targets, misfit.change.output or output
    )
    assert after == ()


@pytest.mark.parametrize(("name", "told"), [("CTC", "max_length"), ("Circle", "samples of a batch with each other")])
def test_what_no_dense_layer_of_classes_can_learn_is_refused(name: str, told: str) -> None:
    (misfit,) = misfits(Choice(name), (), 3, CLASSES, SOFTMAX_3)
    assert_is_clear(misfit.problem, "loss")
    assert told in str(misfit.problem)
    assert misfit.remedy is None
    assert misfit.change is None


MSE = (loss("MeanSquaredError"), 2, ZERO_ONE, LINEAR)
BCE = (loss("BinaryCrossentropy"), 2, ZERO_ONE, SIGMOID)
RAW = (loss("BinaryCrossentropy", from_logits=True), 2, ZERO_ONE, LINEAR)
HINGE = (loss("Hinge"), 2, SIGNS, TANH)
CCE = (loss("CategoricalCrossentropy"), 3, ONE_HOT, SOFTMAX_3)
SPARSE = (loss("SparseCategoricalCrossentropy"), 3, CLASSES, SOFTMAX_3)


@pytest.mark.parametrize(
    ("case", "names"),
    [
        (MSE, "accuracy BinaryAccuracy MeanAbsoluteError RootMeanSquaredError R2Score Precision Recall"),
        (BCE, "accuracy BinaryAccuracy AUC Precision Recall PrecisionAtRecall BinaryCrossentropy BinaryIoU Poisson"),
        (HINGE, "Hinge SquaredHinge MeanSquaredError"),
        (
            CCE,
            "accuracy CategoricalAccuracy AUC Precision CosineSimilarity KLDivergence CategoricalCrossentropy",
        ),
        (SPARSE, "accuracy SparseCategoricalAccuracy SparseCategoricalCrossentropy"),
    ],
)
def test_metrics_fit_where_they_belong(case: Case, names: str) -> None:
    chosen, classes, targets, output = case
    assert misfits(chosen, tuple(map(Choice, names.split())), classes, targets, output) == ()


@pytest.mark.parametrize(
    ("case", "metric", "told", "instead"),
    [
        (RAW, Choice("accuracy"), "where BinaryCrossentropy draws the line", "BinaryAccuracy(threshold=0.0)"),
        (RAW, Choice("AUC"), "probabilities from 0 to 1", "AUC(from_logits=True)"),
        (RAW, Choice("MeanSquaredError"), "wants other outputs", None),
        (BCE, Choice("AUC", LOGITS), "raw outputs", "AUC(from_logits=False)"),
        (BCE, Choice("CosineSimilarity"), "", "CosineSimilarity(axis=0)"),
        (BCE, Choice("CategoricalAccuracy"), "same for right and wrong", "BinaryAccuracy()"),
        (BCE, Choice("F1Score"), "a list of 1", 'F1Score(average="macro", threshold=0.5)'),
        (BCE, Choice("Precision", (("thresholds", (0.2, 0.8)),)), "a list of 2", "Precision(thresholds=None)"),
        (BCE, Choice("MeanIoU"), "", "BinaryIoU()"),
        (BCE, Choice("KLDivergence"), "target is 0", None),
        (HINGE, Choice("accuracy"), "where Hinge draws the line", "BinaryAccuracy(threshold=0.0)"),
        (HINGE, Choice("Precision"), "same for right and wrong", None),
        (CCE, Choice("SparseCategoricalAccuracy"), "", "CategoricalAccuracy()"),
        (CCE, Choice("TopKCategoricalAccuracy"), "same for right and wrong", "TopKCategoricalAccuracy(k=2)"),
        (CCE, Choice("OneHotMeanIoU"), "", "OneHotMeanIoU(num_classes=3)"),
        (SPARSE, Choice("CategoricalAccuracy"), "", "SparseCategoricalAccuracy()"),
        (SPARSE, Choice("AUC"), "column by column", None),
        (SPARSE, Choice("MeanIoU"), "", "MeanIoU(num_classes=3, sparse_y_pred=False)"),
    ],
)
def test_a_metric_that_does_not_fit_says_why_and_what_would(
    case: Case, metric: Choice, told: str, instead: str | None
) -> None:
    chosen, classes, targets, output = case
    fine = Choice("CategoricalHinge") if case is HINGE else Choice("accuracy")
    all_metrics = (metric,) if case in (RAW, HINGE) else (fine, metric)
    (misfit,) = misfits(chosen, all_metrics, classes, targets, output)
    assert_is_clear(misfit.problem, f"metrics.{len(all_metrics) - 1}")
    assert told in str(misfit.problem)
    if misfit.change is None:
        assert misfit.remedy is None
        assert instead is None
        return
    assert misfit.remedy is not None
    assert_is_clear(misfit.remedy)
    assert instead is None or instead in str(misfit.remedy)
    change = misfit.change
    last = (change.metrics or all_metrics)[-1:]
    assert misfits(chosen, last, classes, change.targets or targets, change.output or output) == ()
    assert change.metrics is None or change.metrics[:-1] == all_metrics[:-1]


def test_a_threshold_that_is_set_on_purpose_is_left_alone() -> None:
    chosen, classes, targets, output = BCE
    assert misfits(chosen, (Choice("BinaryAccuracy", (("threshold", 0.9),)),), classes, targets, output) == ()
    chosen, classes, targets, output = CCE
    assert misfits(chosen, (Choice("TopKCategoricalAccuracy", (("k", 2),)),), classes, targets, output) == ()


def test_what_cannot_be_made_is_told_with_its_field() -> None:
    wrong = Choice("BinaryAccuracy", (("threshold", 7.0),))
    (misfit,) = misfits(Choice("MeanSquaredError"), (Choice("accuracy"), wrong), 2, ZERO_ONE, LINEAR)
    assert_is_clear(misfit.problem, "metrics.1.threshold")
    (misfit,) = misfits(Choice("Huber", (("delta", -1.0),)), (), 2, ZERO_ONE, LINEAR)
    assert_is_clear(misfit.problem, "loss.delta")
    (misfit,) = misfits(Choice("Loss"), (), 2, ZERO_ONE, LINEAR)
    assert_is_clear(misfit.problem, "loss")


def test_more_units_than_classes_are_tried_at_no_more_cost() -> None:
    wide = OutputForm(1_000_000, "softmax")
    assert misfits(Choice("SparseCategoricalCrossentropy"), (Choice("accuracy"),), 3, CLASSES, wide) == ()
    (misfit,) = misfits(Choice("MeanSquaredError"), (), 3, ONE_HOT, wide)
    assert "the last layer has 1000000" in str(misfit.problem)
    assert misfit.change == Change(None, SOFTMAX_3)


def test_where_an_output_means_class_1() -> None:
    for (chosen, classes, targets, output), line in ((MSE, 0.5), (BCE, 0.5), (RAW, 0.0), (HINGE, 0.0), (CCE, None)):
        assert boundary(chosen, classes, targets, output) == line
    assert boundary(Custom("mine", "square(y_true - y_pred)"), 2, ZERO_ONE, LINEAR) == 0.5
    assert boundary(Choice("BinaryCrossentropy"), 2, ZERO_ONE, LINEAR) is None

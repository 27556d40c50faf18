"""Every experiment about watching comes out as its program does when it is run by itself."""

from __future__ import annotations

from functools import cache

import pytest
from fresh_python import FreshPython
from notebooks import assert_makes_notebook

from engine.expressions import ExpressionError, compile_expression
from engine.gradients.watching import EXPERIMENTS, Group, Kind, Outcome, repaired, run, try_watching

FREE_FALL = "4.9*t**2"
ANOTHER = ("reduce_sum([sin(t)*exp(-t/3), relu(t), 3.])", -0.7)
WITH_ANOTHER = ("constant", "integer", "numpy", "cast", "replaced", "outside_outer", "notes")
"""The experiments that are run with another formula, too: in them it stands in another place, or is written anew."""


@cache
def outcome(key: str, is_repaired: bool = False, text: str = FREE_FALL, at: float = 1.4) -> Outcome:
    return run(EXPERIMENTS[key], compile_expression(text).tree, "t", at, is_repaired)


def test_the_programs_do_by_themselves_what_is_shown(fresh_python: FreshPython) -> None:
    cases = [
        outcome(key, is_repaired, text, at)
        for (text, at), keys in (((FREE_FALL, 1.4), tuple(EXPERIMENTS)), (ANOTHER, WITH_ANOTHER))
        for key in keys
        for is_repaired in (False, True)[: 2 if EXPERIMENTS[key].repaired else 1]
    ]
    said = {code: fresh_python.run(code) for code in {case.program.code for case in cases}}
    for code in said:
        assert_makes_notebook(code)
    for case in cases:
        printed, error = said[case.program.code]
        assert error.startswith(case.error), case.program.code
        assert bool(error) == bool(case.error), case.program.code
        if error:
            assert printed == ""
        elif case.gradient is None:
            assert printed == "None\n", case.program.code
        else:
            assert float(printed.partition("(")[2].partition(",")[0]) == pytest.approx(case.gradient, rel=1e-5)


@pytest.mark.parametrize("key", EXPERIMENTS)
def test_what_goes_wrong_is_repaired(key: str) -> None:
    experiment, before = EXPERIMENTS[key], outcome(key)
    assert experiment.title
    assert str(before.why).endswith(".")
    assert before.program.marked
    if experiment.repaired is None:
        assert before.succeeded
        assert before.repair is None
        return
    assert not before.succeeded
    assert before.repair is not None
    assert str(before.repair.sentence).endswith(".")
    after = outcome(key, True)
    assert after.succeeded
    assert after.error == ""
    assert after.program == before.repair.program
    assert after.repair is None
    assert after.program.marked
    earlier, later = before.program.code.splitlines(), after.program.code.splitlines()
    assert all(later[line - 1] != earlier[line - 1] for line in after.program.marked)


def test_the_notes_numbers() -> None:
    assert outcome("variable").gradient == pytest.approx(13.72)
    assert outcome("outside_outer", True).gradient == pytest.approx(9.8)
    assert outcome("integer", True).gradient == pytest.approx(9.8)
    assert outcome("notes").error == "NameError: name 'tape' is not defined"
    assert outcome("notes").program.code.splitlines()[5].strip() == "tape.watch(time)"
    assert outcome("notes").program.marked == (6,)
    assert outcome("twice").error.startswith(
        "RuntimeError: A non-persistent GradientTape can only be used to compute one"
    )


def test_the_story_tells_where_the_record_breaks() -> None:
    told = {
        key: [(step.type, step.recorded) for step in outcome(key).steps]
        for key in ("variable", "constant", "integer", "cast", "numpy", "assign", "stop_gradient")
    }
    assert told["variable"] == [("Pow", True), ("Mul", True)]
    assert told["constant"] == [("Pow", False), ("Mul", False)]
    assert told["integer"] == [("Cast", False), ("Pow", False), ("Mul", False)]
    assert told["cast"] == [("Cast", True), ("Cast", False), ("Pow", False), ("Mul", False)]
    assert told["numpy"] == [("Pow", True), ("Mul", True), ("Sum", False)]
    assert told["assign"][0] == ("AssignVariableOp", False)
    assert told["stop_gradient"] == [("StopGradient", False), ("Pow", False), ("Mul", False)]
    assert [step.from_t for step in outcome("numpy").steps] == [True, True, False]
    assert outcome("variable").steps[0].formula == "t²"
    watched = [key for key in EXPERIMENTS if outcome(key).watched]
    assert {"variable", "watched", "numpy", "twice"} <= set(watched)
    assert not {"constant", "late", "frozen", "integer", "disconnected", "outside"} & set(watched)


def test_every_group_has_its_experiments() -> None:
    groups = [experiment.group for experiment in EXPERIMENTS.values()]
    assert set(groups) == set(Group)
    assert groups == sorted(groups, key=list(Group).index)


@pytest.mark.parametrize("kind", Kind)
def test_a_kind_of_point_is_tried_and_repaired(kind: Kind) -> None:
    tree = compile_expression(FREE_FALL).tree
    tried = try_watching(kind, tree, "t", 1.4)
    assert tried.succeeded == (kind in (Kind.VARIABLE, Kind.WATCHED))
    assert try_watching(repaired(kind), tree, "t", 1.4).gradient == pytest.approx(13.72)


@pytest.mark.parametrize(
    ("text", "key", "is_repaired", "part"),
    [
        ("3", "variable", False, "does not depend on t"),
        ("t > 1", "variable", False, "gives bool"),
        ("argmax([t, 2.])", "variable", False, "gives int64"),
        ("3*t", "outside_outer", True, "same everywhere"),
        ("3*t", "notes", True, "same everywhere"),
        ("floor(t)", "variable", False, "lets no gradient back"),
        ("floor(t)", "twice", True, "lets no gradient back"),
    ],
)
def test_says_so_where_the_formula_itself_has_no_gradient(text: str, key: str, is_repaired: bool, part: str) -> None:
    tried = outcome(key, is_repaired, text)
    assert tried.gradient is None
    assert part in str(tried.why)


@pytest.mark.parametrize("at", [1e30, -1e30, 0.0, 2.5])
def test_any_point_can_be_a_whole_number(at: float) -> None:
    assert outcome("integer", at=at).gradient is None
    assert outcome("integer", at=at).error == ""
    assert outcome("integer", True, at=at).succeeded


def test_a_formula_that_cannot_be_computed_is_refused() -> None:
    with pytest.raises(ExpressionError, match="memory"):
        outcome("constant", text="reduce_sum(ones((100000, 100000)))*t")


def test_tensorflow_does_not_log_what_is_done_wrong_on_purpose(caplog: pytest.LogCaptureFixture) -> None:
    run(EXPERIMENTS["integer"], compile_expression(FREE_FALL).tree, "t", 3.0)
    assert caplog.records == []

"""The variable laboratory does what TensorFlow does, shows it beside NumPy and Tensors, and refuses what would hurt."""

from __future__ import annotations

import numpy as np
import pytest
import tensorflow as tf
from patience import within
from problems import assert_is_clear
from variable_laboratory import Bench

from engine.protocol import Drawn
from engine.tensors.protocol import Assign, Look, MakeVariable, Redo, Undo, VariableFrame, VariableReady
from engine.tensors.recipes import Constant, Given, Initializer, Ones, RandomNormal, RandomUniform, Recipe, Zeros

ONES = "ones((3, 1))"


@pytest.fixture
def bench() -> Bench:
    """With the variable of the notes."""
    bench = Bench()
    bench.makes(RandomNormal((3, 1)))
    return bench


@pytest.fixture
def whole() -> Bench:
    """With whole numbers."""
    bench = Bench()
    bench.makes(Constant("[1, 2, 3]", "int32"), "n")
    return bench


# The calls of the notes


def test_goes_through_the_notes(bench: Bench) -> None:
    assert bench.state.call == "x = tf.Variable(initial_value=tf.random.normal(shape=(3, 1), mean=0., stddev=1.))"
    bench.assigns("", ONES)
    assert bench.values() == [[1], [1], [1]]
    assert bench.state.call.startswith("x.assign(tf.ones(")
    assert bench.state.changed.all()
    bench.assigns("0, 0", "3.")
    assert bench.values() == [[3], [1], [1]]
    assert (bench.state.call, bench.state.python_twin) == ("x[0, 0].assign(3.)", "x[0, 0] = 3.")
    assert bench.state.changed.tolist() == [[True], [False], [False]]
    assert bench.state.difference is not None
    assert bench.state.difference.tolist() == [[2], [0], [0]]
    bench.assigns("", ONES, "assign_add")
    assert bench.values() == [[4], [2], [2]]
    bench.assigns("", ONES, "assign_sub")
    assert bench.values() == [[3], [1], [1]]
    assert bench.state.python_twin.startswith("x -= np.ones(")
    assert (len(bench.frame.states), bench.frame.position) == (5, 4)


def test_starts_from_keras_initializers() -> None:
    bench = Bench()
    bench.laboratory.start()
    (ready,) = bench.events
    assert isinstance(ready, VariableReady)
    assert {"GlorotUniform", "HeNormal", "Zeros"} <= set(ready.initializers)
    for name in ready.initializers:
        assert bench.makes(Initializer(name, (3, 3))) is None, name
        assert bench.state.value.shape == (3, 3)


def test_starts_from_a_tensor_of_the_workspace() -> None:
    array = np.array([[1, 2], [3, 4]], np.int32)
    bench = Bench()
    bench.makes(Given("e", array))
    assert bench.values() == [[1, 2], [3, 4]]
    bench.assigns("0, 0", "9", "assign_add")
    assert array.tolist() == [[1, 2], [3, 4]]


@pytest.mark.parametrize("trainable", [True, False])
def test_is_trainable_or_not(trainable: bool) -> None:
    bench = Bench()
    bench.makes(Ones((2, 1)), trainable=trainable)
    assert bench.frame.trainable is trainable
    assert ("trainable=False" in bench.frame.script) is not trainable


@pytest.mark.parametrize(
    ("recipe", "field"),
    [
        (Ones((-1,)), "shape"),
        (Ones((10**6, 10**6)), "shape"),
        (RandomNormal(stddev=-1.0), "stddev"),
        (RandomUniform(minval=2.0, maxval=1.0), "maxval"),
        (Constant("[1, [2]]"), "values"),
        (Constant("2**31", "int32"), "values"),
        (Zeros(dtype="float31"), "dtype"),
        (Initializer("NoSuch"), "kind"),
    ],
)
def test_refuses_what_cannot_be_made(bench: Bench, recipe: Recipe, field: str) -> None:
    before = bench.frame
    with within(1 if isinstance(recipe, Initializer) else 0.05):  # Keras is asked for its own
        failed = bench.makes(recipe)
    assert failed is not None
    assert failed.field == field
    assert bench.frame is before


@pytest.mark.parametrize("name", ["", "2x", "for", "tf", "a b", "x" * 99, "x;import os", "__name__"])
def test_refuses_what_is_no_name(bench: Bench, name: str) -> None:
    failed = bench.makes(Ones(), name)
    assert failed is not None
    assert_is_clear(failed.problem, "name")


# What changes, and what stays


def test_the_variable_stays_the_same_object_in_the_same_memory(bench: Bench) -> None:
    bench.assigns("", ONES)
    bench.assigns("0, 0", "3.")
    own = bench.lanes[2]
    assert (own.same_object, own.same_memory) == (True, True)
    assert own.returned == "<tf.Variable 'UnreadVariable' shape=(3, 1) dtype=float32>"
    bench.assigns("", "ones((3, 1)) * 2.", "assign_add")
    assert bench.lanes[2].same_memory is True


def test_assign_takes_over_the_memory_of_the_value(bench: Bench) -> None:
    bench.assigns("", ONES)
    assert (bench.lanes[2].same_object, bench.lanes[2].same_memory) == (True, False)


def test_an_array_is_assigned_to_in_place(bench: Bench) -> None:
    for target, method in (("0, 0", "assign"), ("", "assign_add"), ("1:", "assign_sub")):
        bench.assigns(target, "5." if target else ONES, method)
        array = bench.lanes[0]
        assert (array.error, array.same_object, array.same_memory) == ("", True, True)
        assert array.value.array.tolist() == bench.values()


def test_a_tensor_cannot_be_assigned_to(bench: Bench) -> None:
    bench.assigns("0, 0", "3.")
    tensor = bench.lanes[1]
    assert tensor.code == "x[0, 0] = 3."
    with pytest.raises(TypeError) as caught:
        tf.ones((3, 1))[0, 0] = 3.0
    assert tensor.error == f"TypeError: {caught.value}"
    assert tensor.value.array.tolist() == bench.frame.states[0].value.array.tolist()


def test_adding_to_a_tensor_makes_a_new_one(bench: Bench) -> None:
    bench.assigns("", ONES, "assign_add")
    tensor = bench.lanes[1]
    assert (tensor.error, tensor.same_object, tensor.same_memory) == ("", False, False)
    assert tensor.value.array.tolist() == bench.values()


def test_a_part_is_added_to_by_assigning_the_sum(bench: Bench) -> None:
    bench.assigns("", ONES)
    bench.assigns("1:", "2", "assign_add")
    assert bench.state.call == "x[1:].assign(x[1:] + 2.)"
    assert bench.values() == [[1], [3], [3]]
    bench.assigns("1:", "x[1:] * 2.", "assign_sub")
    assert bench.values() == [[1], [-3], [-3]]


def test_numpy_refuses_where_tensorflow_does_not(bench: Bench) -> None:
    bench.assigns("0, 0", "[5.]")
    assert bench.lanes[0].error.startswith("ValueError: setting an array element with a sequence")
    assert bench.lanes[2].error == ""


def test_every_state_keeps_its_values_whatever_comes_after(bench: Bench) -> None:
    copies = [bench.state.value.array.copy()]
    calls = [("", "x", "assign"), ("", "x + 1.", "assign"), ("0", "7.", "assign"), ("", "x", "assign_add")] * 3
    for position, (target, value, method) in enumerate(calls):
        bench.assigns(target, value, method)
        copies.append(bench.state.value.array.copy())
        if position % 4 == 2:
            bench.does(Look(position - 1))
            bench.does(Look(position + 1))
    for state, copy in zip(bench.frame.states, copies, strict=True):
        assert (state.value.array == copy).all()
        assert not state.value.array.flags.writeable


@pytest.mark.parametrize("dtype", ["uint8", "int8", "int64", "uint64", "float16", "bfloat16", "float64", "complex64"])
def test_every_number_can_be_assigned_and_added(dtype: str) -> None:
    bench = Bench()
    bench.makes(Ones((2,), dtype))
    bench.assigns("0", "3")
    bench.assigns("", "[1, 2]", "assign_add")
    bench.assigns("1:", "1", "assign_sub")
    assert bench.values() == [4, 2]
    assert bench.state.value.dtype == dtype
    assert [lane.error.partition(":")[0] for lane in bench.lanes] == ["", "TypeError", ""]


def test_truth_values_and_text_are_only_assigned() -> None:
    bench = Bench()
    bench.makes(Constant("[True, False]", "bool"))
    bench.assigns("1", "True")
    assert bench.values() == [True, True]
    assert bench.state.difference is None
    assert bench.refuses("", "[True, True]", "assign_add").field == "method"
    bench.makes(Constant('["a", "b"]', "string"))
    bench.assigns("0", '"c"')
    assert bench.values() == [b"c", b"b"]
    assert bench.state.changed.tolist() == [True, False]


def test_scalars_and_variables_without_elements() -> None:
    bench = Bench()
    bench.makes(Ones(()))
    bench.assigns("", "5")
    bench.assigns("...", "6")
    bench.assigns("", "1", "assign_sub")
    assert bench.values() == 5
    assert bench.refuses("0", "1").field == "target"
    bench.makes(Ones((0, 2)))
    bench.assigns("", "zeros((0, 2))")
    assert bench.refuses("0", "1").field == "target"


def test_tells_of_whole_numbers_that_wrap(whole: Bench) -> None:
    whole.assigns("0", "2147483647")
    whole.assigns("", "[1, 1, 1]", "assign_add")
    assert whole.values() == [-(2**31), 3, 4]
    assert whole.state.wrapped == 1
    whole.assigns("1", "1", "assign_add")
    assert whole.state.wrapped == 0


# What is refused


@pytest.mark.parametrize("target", ["3, 0", "0, 1", "-4", "0, 5:6", "3:", "0, 0, 0", "a", "0.5", "None", "[[0]]"])
def test_refuses_parts_that_are_not_there(bench: Bench, target: str) -> None:
    failed = bench.refuses(target, "1")
    assert_is_clear(failed.problem, "target")
    assert failed.field == "target"


@pytest.mark.parametrize(
    ("target", "value", "method"),
    [
        ("", "3.", "assign"),
        ("", "3.", "assign_add"),
        ("", "ones((1, 3))", "assign"),
        ("", "ones((1, 1))", "assign_sub"),
        ("", "ones((2, 1))", "assign_add"),
        ("0:2", "ones((3, 1))", "assign"),
        ("0, 0", "ones((2,))", "assign"),
        ("0", "ones((2, 1))", "assign_add"),
    ],
)
def test_refuses_shapes_that_do_not_fit_and_shows_both(bench: Bench, target: str, value: str, method: str) -> None:
    failed = bench.refuses(target, value, method)
    assert_is_clear(failed.problem, "value")
    assert str(failed.problem).count("(") >= 2


def test_broadcasts_into_a_part_as_tensorflow_does() -> None:
    bench = Bench()
    bench.makes(Zeros((2, 3)))
    for value in ("7", "[7]", "[1, 2, 3]", "[[1], [2]]", "[[[1, 2, 3]]]", "[[[7]]]"):
        bench.assigns(":", value)
        expected = tf.Variable(tf.zeros((2, 3)))
        expected[:].assign(eval(value))
        assert bench.values() == expected.numpy().tolist()
    bench.refuses(":", "[1, 2]")
    bench.refuses(":", "[[[1, 2, 3]], [[1, 2, 3]]]")


@pytest.mark.parametrize(
    "value",
    [
        "2**31",
        "-2**31 - 1",
        "2.5",
        "ones(())",
        "1e10",
        '"a"',
        "1j",
        "[1, 2.5, 3]",
        "[1, [2], 3]",
        "n / 2",
        "inf",
        "nan",
    ],
)
def test_refuses_what_the_dtype_does_not_hold(whole: Bench, value: str) -> None:
    failed = whole.refuses("0" if "[" not in value else "", value)
    assert_is_clear(failed.problem, "value")


def test_floats_hold_infinity_but_nothing_that_becomes_it(bench: Bench) -> None:
    bench.assigns("0, 0", "inf")
    bench.assigns("0, 0", "nan")
    bench.refuses("0, 0", "1e39")
    bench.refuses("0, 0", "10**60")
    small = Bench()
    small.makes(Ones((2,), "float16"))
    small.refuses("0", "70000")
    small.assigns("0", "65504")


@pytest.mark.parametrize(
    "value",
    [
        "", " ", "y", "y + 1", "x +", "__import__('os')", "open('f')", "x.assign(1)", "[" * 5000, "9**9**9**9", "1;2",
        "lambda: 1", "zeros((1000000, 1000000))", "ones((3, 1), int32)", "x[9]", "x @ x", "\0", "[[1], [2, 3], [4]]",
    ],
)  # fmt: skip
def test_refuses_values_that_are_none(bench: Bench, value: str) -> None:
    with within(0.5):
        failed = bench.refuses("", value)
    assert failed.field == "value"
    assert "\n" not in str(failed.problem)


def test_refuses_a_line_without_end_at_once(bench: Bench) -> None:
    for value in ("1+" * 150_000 + "1", "[" + "1," * 150_000 + "]"):
        with within(0.05):
            bench.refuses("", value)


def test_refuses_methods_that_a_variable_has_not(bench: Bench) -> None:
    assert bench.refuses("", ONES, "assign_mul").field == "method"


def test_a_command_without_a_variable_is_refused() -> None:
    bench = Bench()
    failed = bench.does(Assign("assign", "", "1"))
    assert failed is not None
    assert_is_clear(failed.problem)
    assert bench.does(Look(3)) is None
    assert bench.does(Undo()) is None


# The timeline


def test_goes_on_from_an_earlier_state(bench: Bench) -> None:
    bench.assigns("", ONES)
    for _ in range(3):
        bench.assigns("", ONES, "assign_add")
    bench.does(Look(1))
    assert bench.values() == [[1], [1], [1]]
    assert len(bench.frame.states) == 5
    bench.assigns("0, 0", "x[2, 0] + 4.")
    assert bench.values() == [[5], [1], [1]]
    assert (len(bench.frame.states), bench.frame.position) == (3, 2)
    assert bench.lanes[2].same_object


def test_undo_and_redo_bring_whole_timelines_back(bench: Bench) -> None:
    bench.assigns("", ONES)
    bench.assigns("", ONES, "assign_add")
    bench.does(Look(0))
    bench.assigns("0, 0", "9.")
    branched = bench.frame.states
    bench.does(Undo())
    assert (len(bench.frame.states), bench.frame.position) == (3, 0)
    bench.does(Redo())
    assert bench.frame.states == branched
    assert not bench.frame.can_redo
    for _ in range(5):
        bench.does(Undo())
    assert len(bench.frame.states) == 1
    assert not bench.frame.can_undo
    bench.assigns("", ONES)
    assert not bench.frame.can_redo


def test_undo_brings_the_variable_back_that_was_there_before(bench: Bench) -> None:
    bench.assigns("", ONES)
    bench.makes(Constant("[1, 2]", "int32"), "n")
    bench.assigns("0", "9")
    bench.does(Undo())
    bench.does(Undo())
    assert (bench.frame.name, bench.values()) == ("x", [[1], [1], [1]])
    bench.assigns("0, 0", "2.")
    assert bench.values() == [[2], [1], [1]]


def test_looking_beyond_the_ends_looks_at_the_ends(bench: Bench) -> None:
    bench.assigns("", ONES)
    bench.does(Look(-5))
    assert bench.frame.position == 0
    bench.does(Look(99))
    assert bench.frame.position == 1


def test_the_oldest_states_give_way(bench: Bench) -> None:
    small = Bench(most_states=10)
    small.makes(Zeros((2,)))
    for _ in range(24):
        small.assigns("", "[1, 1]", "assign_add")
    assert (len(small.frame.states), small.frame.dropped) == (10, 15)
    assert small.values() == [24, 24]
    assert small.frame.script.count("assign_add") == 24
    assert small.frame.script.splitlines()[small.frame.script_line - 1] == small.state.call
    small.does(Look(0))
    assert small.values() == [15, 15]
    assert small.frame.script.splitlines()[small.frame.script_line - 1] == small.state.call


def test_large_variables_keep_fewer_states() -> None:
    large = Bench(most_bytes=1 << 20)
    large.makes(Zeros((100, 1000)))
    for _ in range(4):
        large.assigns("0, 0", "1", "assign_add")
    assert len(large.frame.states) == 2
    assert large.frame.dropped == 3
    assert large.state.value.array[0, 0] == 4


# The credit


def test_waits_until_the_last_frame_was_drawn() -> None:
    events: list[object] = []
    bench = Bench()
    bench.laboratory = type(bench.laboratory)(events.append)
    bench.laboratory.obey(MakeVariable("x", Zeros((2,)), True))
    bench.laboratory.obey(Assign("assign", "0", "1"))
    bench.laboratory.obey(Assign("assign", "1", "2"))
    assert len(events) == 1
    bench.laboratory.obey(Drawn())
    assert len(events) == 2
    newest = events[-1]
    assert isinstance(newest, VariableFrame)
    assert newest.position == 2
    bench.laboratory.obey(Drawn())
    assert len(events) == 2
    assert bench.laboratory.work() is None

"""The formula language: what it computes, in which dtypes, and what it refuses, where and in which words."""

from __future__ import annotations

import inspect
import math
from functools import reduce
from typing import Any

import numpy as np
import pytest
import tensorflow as tf
from patience import within
from problems import assert_is_clear

from engine.expressions import CompiledExpression, ExpressionError, compile_expression, cost
from engine.expressions.functions import ALIASES, FUNCTIONS
from engine.expressions.parser import DEEPEST, LONGEST, MOST_NODES

A = np.array([[1.0, 2.0], [3.0, 4.0]], np.float32)
B = np.array([[0.5, -1.0]], np.float32)
I = np.array([[1, 2, 3], [4, 5, 6]], np.int32)  # noqa: E741
TENSORS = {"a": A, "b": B, "i": I, "c": A > 1.5, "u": np.array([250, 5], np.uint8), "d": A.astype(np.float64)}


def value(text: str, **tensors: Any) -> Any:
    """What the formula gives for the tensors above, or for these."""
    given = tensors or {name: array for name, array in TENSORS.items() if name in text}
    return compile_expression(text, tuple(given))(**{name: tf.constant(array) for name, array in given.items()})


def refused(text: str, **tensors: Any) -> ExpressionError:
    """The error that the formula brings, within the time that it may take."""
    with within(0.5), pytest.raises(ExpressionError) as caught:  # 0.05 mostly
        value(text, **tensors)
    assert_is_clear(caught.value)
    assert 1 <= caught.value.column <= len(text) + 1
    assert caught.value.message == str(caught.value)
    return caught.value


def assert_gives(text: str, expected: Any, dtype: str = "float32") -> None:
    found = value(text)
    assert found.dtype.name == dtype
    np.testing.assert_allclose(found.numpy(), expected, rtol=1e-6)
    assert found.shape == np.shape(expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a + b", A + B), ("a - b", A - B), ("a * b", A * B), ("a / b", A / B), ("a // b", A // B), ("a % b", A % B),
        ("a ** b", A**B), ("a @ a", A @ A), ("-a", -A), ("+a", A), ("a**2", A**2), ("2**a", 2**A), ("1 - a", 1 - A),
        ("-a**2", -(A**2)), ("(a + b) * 2", (A + B) * 2), ("a * 2 + 1", A * 2 + 1), ("2 * pi * a", 2 * np.pi * A),
        ("4.9*a**2", 4.9 * A**2), ("e*a", np.e * A), ("a[0]", A[0]), ("a[0, 1:]", A[0, 1:]), ("a[-1, ::-1]", A[-1, ::-1]),
        ("a[..., 0]", A[..., 0]), ("a[:, newaxis]", A[:, np.newaxis]), ("a[None]", A[None]), ("a[5:9]", A[5:9]),
        ("a[1 - 1]", A[0]), ("[a, a]", np.stack([A, A])), ("[a[0], [5, 6.5]]", [[1, 2], [5, 6.5]]),
    ],
)  # fmt: skip
def test_operators_and_parts_are_numpys(text: str, expected: Any) -> None:
    assert_gives(text, expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a < 2", A < 2), ("a <= 2", A <= 2), ("a > b", A > B), ("a >= 2", A >= 2), ("a == 2", A == 2), ("a != 2", A != 2),
        ("1 < a < 4", (A > 1) & (A < 4)), ("~c", ~(A > 1.5)), ("c & (a < 3)", (A > 1.5) & (A < 3)),
        ("c | (a < 1)", A > 1.5), ("logical_not(c)", A <= 1.5), ("any(c, axis=0)", [True, True]), ("all(c)", False),
        ("is_finite(a / 0)", np.zeros((2, 2), bool)), ("is_nan(0 * (a / 0))", np.ones((2, 2), bool)),
    ],
)  # fmt: skip
def test_comparisons_give_truth_values(text: str, expected: Any) -> None:
    assert_gives(text, expected, "bool")


@pytest.mark.parametrize(
    "name",
    ["square", "sqrt", "sin", "cos", "tan", "sinh", "cosh", "tanh", "exp", "log", "log1p", "expm1", "abs", "sign",
     "floor", "ceil", "round", "reciprocal"],
)  # fmt: skip
def test_functions_of_one_tensor_are_numpys(name: str) -> None:
    numpy = {"round": np.rint}.get(name, getattr(np, name, None))
    assert numpy is not None
    assert_gives(f"{name}(a)", numpy(A))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("asin(a / 4)", np.arcsin(A / 4)), ("acos(a / 4)", np.arccos(A / 4)), ("atan(a)", np.arctan(A)),
        ("sigmoid(a)", 1 / (1 + np.exp(-A))), ("relu(b)", np.maximum(B, 0)), ("softplus(b)", np.log1p(np.exp(B))),
        ("rsqrt(a)", 1 / np.sqrt(A)), ("erf(b)", np.vectorize(math.erf)(B)), ("maximum(a, b)", np.maximum(A, B)),
        ("minimum(a, 2)", np.minimum(A, 2)), ("pow(a, 2)", A**2), ("add(a, b)", A + B), ("subtract(a, 1)", A - 1),
        ("multiply(a, b)", A * B), ("divide(1, a)", 1 / A), ("where(a > 2, a, 0)", np.where(A > 2, A, 0)),
        ("where(c, 1, 0)", (A > 1.5).astype(float)), ("clip_by_value(a, 2, 3)", np.clip(A, 2, 3)),
        ("zeros_like(a)", np.zeros((2, 2))), ("ones_like(b)", np.ones((1, 2))), ("stop_gradient(a)", A),
        ("sum(a)", 10), ("sum(a, axis=0)", A.sum(0)), ("sum(a, 1, True)", A.sum(1, keepdims=True)),
        ("sum(a, axis=(0, 1))", 10), ("mean(a, axis=-1)", A.mean(1)), ("max(a)", 4), ("min(a, axis=0)", A.min(0)),
        ("prod(a)", 24), ("std(a)", A.std()), ("var(a, axis=0)", A.var(0)), ("matmul(a, a)", A @ A),
        ("reshape(a, (4,))", A.ravel()), ("reshape(a, 4)", A.ravel()), ("reshape(a, (-1, 1))", A.reshape(-1, 1)),
        ("reshape(a, (2*2,))", A.ravel()), ("transpose(a)", A.T), ("transpose([a, a], perm=(1, 0, 2))", np.stack([A, A], 1)),
        ("concat([a, b], axis=0)", np.concatenate([A, B])), ("stack([a, a], axis=2)", np.stack([A, A], 2)),
        ("stack([a[0], [7, 8.]])", [[1, 2], [7, 8]]), ("expand_dims(a, 1)", A[:, None]), ("squeeze(b)", B[0]),
        ("tile(b, (2, 2))", np.tile(B, (2, 2))), ("reverse(a, axis=[0])", A[::-1]), ("reverse(a, 1)", A[:, ::-1]),
        ("ones((2, 1))", np.ones((2, 1))), ("zeros(3)", np.zeros(3)), ("fill((2,), 7)", [7, 7]), ("eye(2)", np.eye(2)),
        ("eye(2, 3)", np.eye(2, 3)), ("1/0", np.inf), ("sqrt(2)", np.sqrt(2)), ("e", np.e), ("inf", np.inf),
        ("9**9**9**9", np.inf), ("2**-1", 0.5),
    ],
)  # fmt: skip
def test_functions_are_numpys(text: str, expected: Any) -> None:
    assert_gives(text, expected)


@pytest.mark.parametrize(
    ("text", "expected", "dtype"),
    [
        ("5", 5, "int32"), ("2*3", 6, "int32"), ("5.", 5, "float32"), ("True", True, "bool"), ("[1, 2]", [1, 2], "int32"),
        ("[1, 2**40]", [1, 2**40], "int64"), ("[-2**63]", [-(2**63)], "int64"), ("[1, 2.5]", [1, 2.5], "float32"),
        ("[[True], [False]]", [[True], [False]], "bool"), ("9223372036854775807", 2**63 - 1, "int64"),
        ("constant(5)", 5, "int32"), ("constant([1, 2], float64)", [1, 2], "float64"), ("constant([0, 1], bool)", [0, 1], "bool"),
        ("constant(2**63, uint64)", 2**63, "uint64"), ("range(4)", range(4), "int32"), ("range(1, 8, 3)", [1, 4, 7], "int32"),
        ("cast(a, int32)", A, "int32"), ("cast([1.9, -1.9], 'int64')", [1, -1], "int64"), ("i + 1", I + 1, "int32"),
        ("i / 2", I / 2, "float64"), ("i // 2", I // 2, "int32"), ("2 * i", 2 * I, "int32"), ("~i", ~I, "int32"),
        ("d + 1/3", A + 1 / 3, "float64"), ("d * sqrt(2)", A * np.sqrt(2), "float64"), ("u + 5", [255, 10], "uint8"),
        ("where(d > 2, 1, 0)", A > 2, "float64"), ("argmax(a)", [1, 1], "int64"), ("argmin(a, axis=1)", [0, 0], "int64"),
        ("shape(a)", [2, 2], "int32"), ("size(a)", 4, "int32"), ("rank(a)", 2, "int32"), ("ones((2,), int8)", [1, 1], "int8"),
        ("ones((2,), tf.float16)", [1, 1], "float16"), ("maximum(i, 2)", np.maximum(I, 2), "int32"),
    ],
)  # fmt: skip
def test_numbers_take_the_dtype_that_they_meet(text: str, expected: Any, dtype: str) -> None:
    assert_gives(text, list(expected) if isinstance(expected, range) else expected, dtype)


@pytest.mark.parametrize(
    ("alias", "name"),
    [("reduce_sum(a)", "sum(a)"), ("tf.math.log(a)", "log(a)"), ("np.sqrt(a)", "sqrt(a)"), ("tf.nn.relu(a)", "relu(a)"),
     ("ln(a)", "log(a)"), ("arctan(a)", "atan(a)"), ("tf.math.reduce_std(a)", "std(a)")],
)  # fmt: skip
def test_tensorflows_own_names_are_understood(alias: str, name: str) -> None:
    assert np.array_equal(value(alias), value(name))


@pytest.mark.parametrize("name", FUNCTIONS)
def test_every_function_is_tensorflows_with_its_parameters(name: str) -> None:
    function = reduce(getattr, FUNCTIONS[name].path.split("."), tf)
    known = list(inspect.signature(function).parameters)
    parameters = [parameter.name for parameter in FUNCTIONS[name].parameters]
    if name == "range":  # takes one argument as its limit, and must be called without names
        known = ["start", "limit", "delta"]
    assert [parameter for parameter in known if parameter in parameters] == parameters
    assert all(ALIASES[alias] in FUNCTIONS for alias in ALIASES)


@pytest.mark.parametrize(
    ("text", "column", "words"),
    [
        ("", 1, "Type a formula"), ("   ", 1, "Type a formula"), ("a\nb", 1, "one line"), ("a\u2028b", 1, "one line"),
        ("sqaure(a)", 1, "did you mean square"), ("1 + sqaure(a)", 5, "did you mean square"), ("1 + xyz", 5, "There is no xyz"),
        ("ä + sqaure(a)", 1, "There is no ä"), ("a + sin", 5, "sin is a function; write sin(…)"), ("sin()", 1, "also needs x"),
        ("sin(a, a)", 1, "1 arguments at most, not 2"), ("sin(a, x=a)", 1, "its x twice"), ("sin(y=a)", 7, "no parameter y; it has x"),
        ("sum(a, axis=a)", 13, "axis is a whole number"), ("sum(a, axis=1.5)", 13, "whole number"),
        ("sum(a, keepdims=1)", 17, "True or False"), ("cast(a, flat32)", 9, "type such as float32"),
        ("concat(a, axis=0)", 8, "list of tensors"), ("a[0.5]", 3, "An index is a whole number"), ("a[b]", 3, "An index is"),
        ("a ^ 2", 1, "write **"), ("a.shape", 1, "through a dot"), ("a.numpy()", 1, "Only functions can be called"),
        ("a and a", 1, "write & for and"), ("not a", 1, "~ for not"), ("a if a else a", 1, "where(condition, a, b)"),
        ("'text'", 1, "Only numbers"), ("1j", 1, "Only numbers"), ("lambda: a", 1, "made of numbers, names"),
        ("[a for a in a]", 1, "made of"), ("f'{a}'", 1, "made of"), ("{a}", 1, "made of"), ("(a := a)", 2, "made of"), ("[]", 1, "made of"),
        ("(a + 1", 1, "never closed"), ("a + 1)", 6, "never opened"), ("2a", 1, "missing"), ("a a", 3, "missing"), ("1if a else 2", 1, "missing"),
        ("a +", 4, "missing"), ("a\x00", 2, "character"), ("\ud800", 1, "character"), ("sin(\\d)", 5, "missing"),
        ("1" * 30, 1, "No tensor holds a whole number this large"), ("  sqaure(a)", 3, "did you mean"),
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_refused_where_it_stands(text: str, column: int, words: str) -> None:
    with pytest.raises(ExpressionError) as caught:
        compile_expression(text, ("a", "b"))
    assert words in str(caught.value)
    assert caught.value.column == column
    assert_is_clear(caught.value)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("a + i", "one dtype on both sides, not float32 and int32"), ("a + [1., 2., 3.]", "(2, 2) and (3,) differ in dimension 1"),
        ("a == ones((3, 3))", "(2, 2) and (3, 3) differ"), ("a @ ones((3, 1))", "(2, 2) has 2 columns and (3, 1) has 3 rows"),
        ("matmul(a, a[0])", "(2, 2) and (2,) must both have two dimensions"), ("matmul(ones((2, 2, 2)), ones((3, 2, 2)))", "(3, 2, 2) differ in dimension 3"),
        ("a[5]", "Index 5 is out of range: dimension 0 of (2, 2) has 2"), ("a[0, -3]", "Index -3 is out of range: dimension 1"),
        ("a[0, 0, 0]", "3 indices are too many"), ("a[::0]", "step of a slice"), ("a[..., ..., 0]", "one ... only"), ("sum(a, axis=2)", "there is no axis 2"),
        ("sum(a, axis=(0, 0))", "once only"), ("argmax(sum(a))", "a scalar has no axis"), ("reshape(a, (3,))", "(2, 2) has 4 elements and (3,) has 3"),
        ("reshape(a, (-1, 3))", "do not go into"), ("reshape(a, (-1, -1))", "Only one dimension"), ("reshape(a, (-2,))", "negative"),
        ("concat([a, i], axis=0)", "one dtype"), ("concat([a, ones((2, 3))], axis=0)", "differ in dimension 1, 2 and 3"),
        ("concat([a, a[0]], axis=0)", "as many dimensions"), ("stack([a, b])", "one shape, not (2, 2) and (1, 2)"), ("[a, b]", "one shape"),
        ("transpose(a, (0, 0))", "perm must name each axis"), ("tile(a, 2)", "for each dimension of (2, 2)"), ("squeeze(a, axis=0)", "size 1 only"),
        ("where(a, a, a)", "condition of True and False"), ("range(0, 5, -1)", "never ends"), ("ones((-1,))", "negative"), ("fill((2,), a)", "one number"),
        ("eye(-1)", "negative"), ("i // 0", "divided by 0"), ("i % 0", "divided by 0"), ("i ** -1", "negative powers"), ("clip_by_value(b, a, a)", "limits"),
        ("sqrt(i)", "sqrt does not work with int32"), ("c * 2", "* does not work with bool"), ("c + c", "+ does not work with bool"),
        ("c / c", "/ does not work with bool"), ("a & a", "& does not work with float32"), ("any(a)", "cast(a, bool)"), ("std(i)", "does not work with int32"),
        ("[[1, 2], [3]]", "rows differ in length"), ("i * 2.5", "int32 holds whole numbers, not 2.5; make floats"),
        ("a + True", "float32 holds numbers, not True"), ("stack([c, 1])", "bool holds True and False, not 1"), ("cast(a, string)", "cast does not work"),
    ],
)  # fmt: skip
def test_what_tensorflow_refuses_is_told_in_a_sentence_with_the_shapes(text: str, words: str) -> None:
    assert words in str(refused(text))


@pytest.mark.parametrize(
    ("text", "column", "words"),
    [
        ("i + 2**31", 5, "2147483648 would silently become another; choose int64"), ("u + 300", 5, "uint8 holds whole numbers from 0 to 255"),
        ("u - (-1)", 6, "uint8"), ("maximum(i, 2**31)", 12, "int32"), ("constant([1, 2**31], int32)", 10, "int32"),
        ("constant(2.5, int8)", 10, "int8 holds whole numbers"), ("a * 1e300", 5, "would silently become infinite"),
        ("1e300", 1, "infinite"), ("[2**63]", 1, "int64"), ("cast(1e39, float64)", 6, "float32 reaches to"),
        ("cast(2**31, int32)", 1, "choose int64"), ("cast(a * 1e9, int32)", 1, "choose int64"), ("cast(-a, uint8)", 1, "uint8"),
        ("1 + cast(0/0, int32)", 5, "not nan"), ("cast(constant([300]), int8)", 1, "int64"), ("constant(a * 1e30, int64)", 1, "int64"),
    ],
)  # fmt: skip
def test_a_number_that_would_wrap_around_silently_is_refused(text: str, column: int, words: str) -> None:
    error = refused(text)
    assert words in str(error)
    assert error.column == column


def test_a_cast_to_what_can_hold_it_cuts_off_as_tensorflow_does() -> None:
    assert value("cast([2.7, -2.7], int32)").numpy().tolist() == [2, -2]
    assert value("cast(255.9, uint8)").numpy() == 255
    assert value("cast(zeros((0, 2)), int8)").shape == (0, 2)
    assert value("cast(2**31, int64)").numpy() == 2**31


def test_limits_of_length_depth_and_size() -> None:
    assert "300000 characters" in str(refused("a+" * 150_000))
    assert value("a" + "+a" * (DEEPEST - 1)).shape == (2, 2)
    for text in (
        "a" + "+a" * 300,
        "(" * 250 + "a" + ")" * 250,
        "-" * 1900 + "a",
        "a" + "[0]" * 600,
        "sin(" * 50 + "a" + ")" * 50,
    ):
        assert "nested too deeply" in str(refused(text))
    assert "too long" in str(refused(f"[{'1,' * (MOST_NODES + 1)}]"))
    assert len("a" * LONGEST) == LONGEST
    assert "There is no aaaaa" in str(refused("a" * LONGEST))


@pytest.mark.parametrize(
    "text",
    [
        "ones([100000, 100000])", "sum(ones([100000, 100000]))", "ones([10**6, 10**6])[0, 0]", "sum(tile(a, (10**6, 10**6)))",
        "eye(10**6)", "range(10**12)", "mean(a * ones((10**5, 10**5, 1, 1)))", "fill((10**12,), 1)", "cast(a == a, float32) + ones((10**6, 10**6, 2, 2))",
    ],
)  # fmt: skip
def test_what_needs_too_much_memory_is_refused_before_it_is_taken(text: str) -> None:
    assert "This would need" in str(refused(text.replace("10**5", "100000").replace("10**6", "1000000")))


def test_every_result_in_between_counts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cost, "SHARE_OF_FREE_MEMORY", 0)
    monkeypatch.setattr(cost, "SMALL", 5 * 4000 - 1)
    x = np.ones(1000, np.float32)
    assert value("x + 1 + 1", x=x).shape == 1000
    assert "19.5 KiB" in str(refused("sum(x + 1 + 1 + 1 + 1 + 1)", x=x))


def test_a_product_that_would_take_minutes_is_refused() -> None:
    assert "multiplications" in str(refused("matmul(ones((15000, 15000)), ones((15000, 15000)))"))


def test_a_formula_can_stand_inside_a_function_that_is_traced() -> None:
    formula = compile_expression("sum(a * b)", ("a", "b"))
    traced = tf.function(lambda a, b: formula(a=a, b=b))
    assert traced(tf.constant(A), tf.constant(B)) == np.float32((A * B).sum())


def test_a_gradient_goes_through() -> None:
    x = tf.Variable(3.0)
    with tf.GradientTape() as tape:
        y = compile_expression("x**2 + 2*x", ("x",))(x=x)
    assert tape.gradient(y, x) == 8


def test_a_compiled_formula_needs_a_tensor_for_each_name() -> None:
    formula: CompiledExpression = compile_expression("a + b", ("a", "b"))
    assert (formula.text, formula.names) == ("a + b", ("a", "b"))
    with pytest.raises(ExpressionError, match="a, b"):
        formula(a=tf.constant(1.0))
    with pytest.raises(ExpressionError, match="no tensor"):
        formula(a=object(), b=tf.constant(1.0))


def test_a_name_may_hide_a_constant_or_a_function() -> None:
    assert value("e * 2", e=np.float32(5)) == 10
    assert value("mean + mean(mean)", mean=np.array([1, 3], np.float32)).numpy().tolist() == [3, 5]


def test_identifiers_are_read_as_python_reads_them() -> None:
    assert value("\N{LATIN SMALL LIGATURE FI}ll((2,), a)", a=np.float32(3)).numpy().tolist() == [3, 3]
    assert "There is no \N{CYRILLIC SMALL LETTER A}" in str(refused("\N{CYRILLIC SMALL LETTER A} + 1", a=A))

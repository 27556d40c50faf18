"""Programs written from formulas give what the formulas give."""

from __future__ import annotations

import math
import warnings
from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
import tensorflow as tf
from formula_lines import formulas, tensors
from hypothesis import HealthCheck, assume, given, settings

from engine.expressions import ExpressionError, cost
from engine.expressions.evaluation import evaluate
from engine.expressions.numpy_evaluation import numpy_value
from engine.expressions.numpy_source import numpy_source
from engine.expressions.parser import parse
from engine.expressions.source import tensorflow_source, typed
from engine.expressions.tree import Node, names_in


@pytest.fixture(autouse=True)
def _only_small_results(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cost, "SHARE_OF_FREE_MEMORY", 0)


def computed(text: str) -> tuple[Any, str, dict[str, Any]]:
    """The formula's value, its TensorFlow program, and the tensors that it is about."""
    tree = parse(text, tuple(tensors()))
    used = {name: tensors()[name] for name in names_in(tree)}
    floating = [tensor.dtype.name for tensor in used.values() if tensor.dtype.is_floating]
    return evaluate(tree, used), tensorflow_source(tree, floating[0] if floating else "float32"), used


def assert_same(found: Any, expected: Any) -> None:
    assert found.dtype == expected.dtype
    assert found.shape == expected.shape
    np.testing.assert_array_equal(found.numpy(), expected.numpy())


# Most of what is drawn can be read and not computed; so one formula that can serves three tests.
@settings(max_examples=250, suppress_health_check=list(HealthCheck))
@given(formulas())
def test_every_program_and_what_is_typed_anew_give_what_the_formula_gives(text: str) -> None:
    try:
        expected, source, used = computed(text)
    except ExpressionError:
        assume(False)
    assert_same(eval(source, {"tf": tf, **used}), expected)
    tree = parse(text, tuple(tensors()))
    assert_same(computed(typed(tree))[0], expected)
    assert_numpy_computes_what_its_program_says(tree)


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("square(a)", "tf.square(a)"), ("a@b", "a @ b"), ("matmul(a,b)", "tf.matmul(a, b)"), ("-a**2", "-a**2"),
        ("(-a)**2", "(-a)**2"), ("(a+1)*2", "(a + 1) * 2"), ("a-(b-1)", "a - (b - 1)"), ("0<a<3", "(0 < a) & (a < 3)"),
        ("(a<b)==c", "(a < b) == c"), ("sum(a,0)", "tf.reduce_sum(a, axis=0)"), ("a[0,1:]", "a[0, 1:]"),
        ("a[...,newaxis]", "a[..., None]"), ("reshape(a,4)", "tf.reshape(a, (4,))"), ("cast(a,int32)", "tf.cast(a, tf.int32)"),
        ("[[1,2.5]]", "tf.constant([[1., 2.5]])"), ("[1,2]", "tf.constant([1, 2])"), ("[a,a]", "tf.stack([a, a])"),
        ("concat([a,a],axis=0)", "tf.concat([a, a], axis=0)"), ("maximum(a,0)", "tf.maximum(a, 0)"), ("sqrt(2)", "tf.sqrt(2.)"),
        ("1/0", "tf.constant(1.) / 0"), ("5", "tf.constant(5)"), ("2*pi*a", "6.283185307179586 * a"), ("a/inf", 'a / float("inf")'),
        ("where(a>0,1,0)", "tf.where(a > 0, 1., 0.)"), ("ones((2,2),float64)", "tf.ones((2, 2), dtype=tf.float64)"),
        ("log(a)", "tf.math.log(a)"), ("transpose(q,(1,0,2))", "tf.transpose(q, perm=(1, 0, 2))"), ("+a", "a"),
        ("constant([1,0],bool)", "tf.constant([True, False], dtype=tf.bool)"), ("range(0,10,2)", "tf.range(0, 10, 2)"),
        ("d+sqrt(2)", "d + tf.sqrt(tf.constant(2., dtype=tf.float64))"), ("fill((2,),7)", "tf.fill((2,), 7.)"),
    ],
)  # fmt: skip
def test_programs_read_like_the_notes(text: str, source: str) -> None:
    names = ("a", "b", "c", "d", "q")
    assert tensorflow_source(parse(text, names), "float64" if text.startswith("d") else "float32") == source


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("square(a)", "np.square(a)"), ("sum(a, axis=0)", "np.sum(a, axis=0)"), ("a @ transpose(a)", "a @ np.transpose(a)"),
        ("concat([a, a], axis=0)", "np.concatenate([a, a], axis=0)"), ("cast(a + 1, int32)", "(a + 1).astype(np.int32)"),
        ("relu(-a)", "np.maximum(-a, 0)"), ("2 * sigmoid(a)", "2 * (1 / (1 + np.exp(-a)))"), ("reverse(a, 0)", "np.flip(a, axis=(0,))"),
        ("[[1, 2.5]]", "np.array([[1, 2.5]])"), ("ones((2,), bool)", "np.ones((2,), dtype=np.bool_)"), ("tile(a, (2, 1))", "np.tile(a, (2, 1))"),
        ("atan(a)", "np.arctan(a)"), ("clip_by_value(a, 0, 1)", "np.clip(a, 0, 1)"), ("transpose(q, (2, 0, 1))", "np.transpose(q, axes=(2, 0, 1))"),
        ("fill((2, 2), 1.5)", "np.full((2, 2), 1.5)"), ("reciprocal(a)", "1 / a"), ("erf(a)", "np.vectorize(math.erf)(a)"),
        ("expand_dims(a, 0)", "np.expand_dims(a, axis=0)"), ("squeeze(a[None])", "np.squeeze(a[None])"), ("mean(a, 0, True)", "np.mean(a, axis=0, keepdims=True)"),
        ("argmax(a, 1)", "np.argmax(a, axis=1)"), ("eye(2, 3)", "np.eye(2, 3)"), ("stack([a, a], 1)", "np.stack([a, a], axis=1)"), ("rank(a)", "np.ndim(a)"),
        ("argmax(a)", "np.argmax(a, axis=0)"), ("argmin(a)", "np.argmin(a, axis=0)"), ("constant([1, 2])", "np.array([1, 2])"),
        ("constant([1.5], float64)", "np.array([1.5], dtype=np.float64)"), ("cast(2.5, int32)", "np.array(2.5).astype(np.int32)"),
        ("5", "np.array(5)"), ("9**99999", "np.float64(9)**99999"), ("a * rsqrt(4)", "a * (1 / np.sqrt(4))"), ("size(a)", "np.size(a)"),
        ("softplus(a + 1)", "np.log1p(np.exp(a + 1))"), ("shape(a)", "np.shape(a)"), ("where(a > 0, a, 0)", "np.where(a > 0, a, 0)"),
    ],
)  # fmt: skip
def test_the_numpy_program_gives_the_same_numbers(text: str, source: str) -> None:
    tree = parse(text, tuple(tensors()))
    assert numpy_source(tree) == source
    arrays = {name: tensors()[name].numpy() for name in names_in(tree)}
    with np.errstate(over="ignore"):
        found = eval(source, {"np": np, "math": math, **arrays})
    np.testing.assert_allclose(found, evaluate(tree, arrays).numpy(), rtol=1e-6)


def assert_numpy_computes_what_its_program_says(tree: Node) -> None:
    arrays = {name: tensors()[name].numpy() for name in names_in(tree)}
    with np.errstate(all="ignore"), warnings.catch_warnings(action="ignore"):
        outcomes = [
            outcome(lambda: eval(numpy_source(tree), {"np": np, "math": math, **arrays})),
            outcome(lambda: numpy_value(tree, arrays)),
        ]
    assert outcomes[0] == outcomes[1]


def outcome(work: Callable[[], Any]) -> tuple[object, ...]:
    """The type, dtype and elements of what comes out, or the error."""
    try:
        value = work()
    except Exception as error:
        return type(error).__name__, str(error)
    array = np.asarray(value)
    return type(value).__name__, array.dtype, array.shape, array.tobytes()

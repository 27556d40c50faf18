"""Lines that a person, or an enemy, might type: drawn by Hypothesis from a grammar, and from raw text."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any

from hypothesis import strategies as st

from engine.expressions.functions import ALIASES, DTYPES, FUNCTIONS, Kind, Parameter

CANARY = "tapelab_canary"
"""The name of a file that no line must ever bring into being."""

HOSTILE = (
    f"__import__('os').system('touch {CANARY}')", f"open('{CANARY}', 'w')", f"exec('open(\"{CANARY}\", \"w\")')",
    f"eval('open(\"{CANARY}\", \"w\")')", f"().__class__.__base__.__subclasses__()[0]('{CANARY}')",
    f"a.__class__.__init__.__globals__['open']('{CANARY}', 'w')", f"(lambda: open('{CANARY}', 'w'))()",
    f"[open('{CANARY}', 'w') for x in [1]]", f"{{open('{CANARY}', 'w')}}", f"f'{{open(\"{CANARY}\", \"w\")}}'",
    f"(x := open('{CANARY}', 'w'))", f"tf.io.write_file('{CANARY}', 'x')", f"np.save('{CANARY}', a)",
    f"a.numpy().tofile('{CANARY}')", f"sum(a, axis=open('{CANARY}', 'w'))", f"a[open('{CANARY}', 'w')]",
    f"ones(open('{CANARY}', 'w'))", f"b = open('{CANARY}', 'w')", f"import os; os.system('touch {CANARY}')",
    f"cast(a, open('{CANARY}', 'w'))", f"tf.py_function(open, ['{CANARY}', 'w'], float32)",
    f"getattr(tf, 'io').write_file('{CANARY}', 'x')", f"a @ (yield open('{CANARY}', 'w'))",
    f"sin(**open('{CANARY}', 'w'))", f"sin(*open('{CANARY}', 'w'))", f"await open('{CANARY}', 'w')",
)  # fmt: skip

ODD = (
    "9**9**9**9", "((((", "-" * 60 + "1", "~" * 60 + "a", "a" * 90, "\N{LATIN SMALL LIGATURE FI}ll((2,), 1)", "\N{FULLWIDTH LATIN SMALL LETTER A} + 1",
    "\N{CYRILLIC SMALL LETTER A} + 1", "sin(\N{ZERO WIDTH SPACE}a)", "a\N{NO-BREAK SPACE}+ 1", "\x00", "a\x00b",
    "\ud800", "a\nb", "a;b", "# a", "a #", "\\", "'", '"""', "1if a else 2", "0x", "1_000", "1__0", "1e999", "-1e999",
    "1j", "b'a'", "...", "None", "()", "[]", "{}", "[[]]", "a[]", "a[...]", "a[0,,]", "a..b", "a.b.c()", "lambda: a",
    "not a", "a and b", "a if b else c", "a in b", "a is b", "*a", "**a", "a := 1", "a, b", "=", "==", "a =", "a = = b",
    "a[0] = 1", "a.b = 1", "f(a) = 1", "1 = a", "a += ", "zz += 1", "tf = a", "def = a", "del a", "return a", "class a",
)  # fmt: skip


@cache
def tensors() -> Mapping[str, Any]:
    """What the lines are about: small tensors of every sort."""
    import tensorflow as tf

    return {
        "a": tf.constant([[1.0, -2.0], [0.5, 4.0]]),
        "b": tf.constant([[1.0], [float("nan")]]),
        "c": tf.constant([[True, False], [False, True]]),
        "i": tf.constant([[1, 2, 3], [4, 5, 6]]),
        "u": tf.constant([250, 5], tf.uint8),
        "d": tf.constant([0.5, 2.0], tf.float64),
        "h": tf.constant(3.0, tf.float16),
        "k": tf.zeros((0, 2)),
        "z": tf.constant([1 + 2j, -1j], tf.complex64),
        "s": tf.constant(["x", "y"]),
        "q": tf.reshape(tf.range(24.0), (2, 3, 4)),
    }


@st.composite
def lines(draw: st.DrawFn) -> str:
    """Formulas, assignments, such with something broken in them, and text that was never meant to be one."""
    kind = draw(st.sampled_from(("formula", "formula", "assignment", "broken", "raw", "known")))
    if kind == "raw":
        return draw(st.text(max_size=60) | st.text(CHARACTERS, max_size=60))
    if kind == "known":
        return draw(st.sampled_from((*HOSTILE, *ODD)))
    formula = draw(formulas())
    if kind == "assignment":
        return f"{draw(st.sampled_from('abcxyz'))} {draw(st.sampled_from((*OPERATORS, '')))}= {formula}"
    if kind == "broken":
        place = draw(st.integers(0, len(formula)))
        return formula[:place] + draw(st.sampled_from("(),=._\u3000")) + formula[place + 1 :]
    return formula


@st.composite
def formulas(draw: st.DrawFn, depth: int = 3) -> str:
    """Formulas that can be read, most of them; whether they can be computed is another question."""
    if depth == 0 or draw(st.integers(0, 3)) == 0:
        return draw(st.sampled_from(LEAVES) | st.floats(-10, 10).map("{:.3g}".format))
    inner = formulas(depth - 1)
    kind = draw(st.sampled_from(("call", "call", "operator", "sign", "part", "list")))
    if kind == "operator":
        template = draw(st.sampled_from(("{} {} {}", "({}) {} {}", "{} {} ({})")))
        return template.format(draw(inner), draw(st.sampled_from((*OPERATORS, *COMPARISONS))), draw(inner))
    if kind == "sign":
        return draw(st.sampled_from("-+~")) + draw(inner)
    if kind == "part":
        return f"{draw(inner)}[{', '.join(draw(st.lists(st.sampled_from(PLACES), min_size=1, max_size=4)))}]"
    if kind == "list":
        return f"[{', '.join(draw(st.lists(inner, max_size=3)))}]"
    name = draw(st.sampled_from(sorted(FUNCTIONS)))
    called = draw(
        st.sampled_from((name, name, f"tf.{name}", *(alias for alias, known in ALIASES.items() if known == name)))
    )
    given = [draw(_argument(parameter, inner)) for parameter in FUNCTIONS[name].parameters]
    return f"{called}({', '.join(filter(None, given))})"


CHARACTERS = "abct0123456789.+-*/%@()[]{},:=<>&|~ _'\"\\\n"
OPERATORS = ("+", "-", "*", "/", "//", "%", "**", "@", "&", "|")
COMPARISONS = ("<", "<=", ">", ">=", "==", "!=")
WHOLES = ("-3", "-1", "0", "0", "1", "1", "2", "2", "3", "4")
EXTREMES = (
    "2**31",
    "2**62",
    "-2**63",
    "10**12",
    "2**63 - 1",
    "1000000",
    "9**9**9",
    "1e300",
    "1e-300",
    "inf",
    "nan",
    "e",
)
LEAVES = ("a", "a", "a", "b", "b", "q", "q", "c", "i", "u", "d", "h", "k", "z", "s", "True", "1", "2", "0.5", *EXTREMES)
PLACES = ("0", "1", "-1", "7", "...", "None", "newaxis", ":", "1:", ":-1", "::2", "::-1", "5:9", "::0", "0:10**12")


def _argument(parameter: Parameter, inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    whole = st.sampled_from(WHOLES * 4 + EXTREMES)
    wholes = st.lists(whole, max_size=4).map(lambda numbers: f"({', '.join(numbers)},)" if numbers else "()")
    values = {
        Kind.TENSOR: inner,
        Kind.TENSORS: st.lists(inner, max_size=3).map(lambda items: f"[{', '.join(items)}]"),
        Kind.WHOLE: whole,
        Kind.WHOLES: whole | wholes,
        Kind.ROW: wholes | whole,
        Kind.FLAG: st.sampled_from(("True", "False")),
        Kind.DTYPE: st.sampled_from(DTYPES),
    }[parameter.kind]
    named = values.map(lambda value: f"{parameter.name}={value}")
    return st.just("") | named if parameter.optional else values | values | values | named

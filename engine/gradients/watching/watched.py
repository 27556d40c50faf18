"""Experiments: what the point t is to the tape."""

from __future__ import annotations

from typing import Any

from engine.errors import QT_TRANSLATE_NOOP, Problem
from engine.gradients.watching.experiment import Experiment, Formula, Group, Point, Version

CALL = "tape.gradient(y, t)"


def make_variable(point: Point) -> Any:
    import tensorflow as tf

    return tf.Variable(point.at)


def make_constant(point: Point) -> Any:
    import tensorflow as tf

    return tf.constant(point.at)


def _make_frozen(point: Point) -> Any:
    import tensorflow as tf

    return tf.Variable(point.at, trainable=False)


def _make_whole(point: Point) -> Any:
    import tensorflow as tf

    return tf.Variable(point.whole)


def _make_float_of_whole(point: Point) -> Any:
    import tensorflow as tf

    return tf.Variable(float(point.whole))


def run_plainly(t: Any, formula: Formula) -> Any:
    import tensorflow as tf

    with tf.GradientTape() as tape:
        y = formula(t)
    return tape.gradient(y, t)


def _run_watching(t: Any, formula: Formula) -> Any:
    import tensorflow as tf

    with tf.GradientTape() as tape:
        tape.watch(t)
        y = formula(t)
    return tape.gradient(y, t)


def _run_watching_late(t: Any, formula: Formula) -> Any:
    import tensorflow as tf

    with tf.GradientTape() as tape:
        y = formula(t)
        tape.watch(t)
    return tape.gradient(y, t)


def _run_cast(t: Any, formula: Formula) -> Any:
    import tensorflow as tf

    with tf.GradientTape() as tape:
        x = tf.cast(t, tf.float32)
        y = formula(x)
    return tape.gradient(y, t)


def _program(first: str, *inside: str) -> str:
    lines = ("  import tensorflow as tf", "  ", first, "  with tf.GradientTape() as tape:", *inside)
    return "\n".join((*lines, "  dy_dt = tape.gradient(y, t)", "  print(dy_dt)"))


FORMULA = "      y = {y}"
WATCH = ">     tape.watch(t)"
OF_X = "      y = {y_of_x}"

WATCHED_BY_ITSELF = QT_TRANSLATE_NOOP(
    "engine", "A tape watches every trainable variable of its own accord, and records what is computed from it."
)
MADE_WATCHED = QT_TRANSLATE_NOOP(
    "engine", "From tape.watch(t) on, the tape follows the constant as it would a variable."
)

VARIABLE = Version(_program("> t = tf.Variable({at})", FORMULA), make_variable, run_plainly, Problem(WATCHED_BY_ITSELF))
WATCHED = Version(
    _program("  t = tf.constant({at})", WATCH, FORMULA), make_constant, _run_watching, Problem(MADE_WATCHED)
)

EXPERIMENTS = (
    Experiment("variable", Group.WATCHED, QT_TRANSLATE_NOOP("engine", "A variable"), CALL, VARIABLE),
    Experiment(
        "constant",
        Group.WATCHED,
        QT_TRANSLATE_NOOP("engine", "A constant"),
        CALL,
        Version(
            _program("> t = tf.constant({at})", FORMULA),
            make_constant,
            run_plainly,
            Problem(
                QT_TRANSLATE_NOOP(
                    "engine",
                    "A tape watches variables by itself, constants only when told to. Nothing that it watches went "
                    "into the formula, so it recorded nothing.",
                )
            ),
        ),
        Problem(QT_TRANSLATE_NOOP("engine", "Tell the tape to watch t, before t is used.")),
        WATCHED,
    ),
    Experiment("watched", Group.WATCHED, QT_TRANSLATE_NOOP("engine", "A constant that is watched"), CALL, WATCHED),
    Experiment(
        "late",
        Group.WATCHED,
        QT_TRANSLATE_NOOP("engine", "A constant, watched too late"),
        CALL,
        Version(
            _program("  t = tf.constant({at})", FORMULA, WATCH),
            make_constant,
            _run_watching_late,
            Problem(
                QT_TRANSLATE_NOOP(
                    "engine", "The formula was computed before tape.watch(t), and a tape records nothing afterwards."
                )
            ),
        ),
        Problem(QT_TRANSLATE_NOOP("engine", "Watch t first, then compute with it.")),
        WATCHED,
    ),
    Experiment(
        "frozen",
        Group.WATCHED,
        QT_TRANSLATE_NOOP("engine", "A variable that is not trainable"),
        CALL,
        Version(
            _program("> t = tf.Variable({at}, trainable=False)", FORMULA),
            _make_frozen,
            run_plainly,
            Problem(
                QT_TRANSLATE_NOOP(
                    "engine", "trainable=False says that this variable is not to be learned, so tapes do not watch it."
                )
            ),
        ),
        Problem(QT_TRANSLATE_NOOP("engine", "Make it trainable, as variables are unless told otherwise.")),
        VARIABLE,
    ),
    Experiment(
        "integer",
        Group.WATCHED,
        QT_TRANSLATE_NOOP("engine", "A variable of whole numbers"),
        CALL,
        Version(
            _program("> t = tf.Variable({whole})", "      x = tf.cast(t, tf.float32)", OF_X),
            _make_whole,
            _run_cast,
            Problem(
                QT_TRANSLATE_NOOP(
                    "engine",
                    "An int32 moves in whole steps, so it has no slope: tapes follow floating dtypes only, and a cast "
                    "afterwards comes too late.",
                )
            ),
        ),
        Problem(QT_TRANSLATE_NOOP("engine", "Write the number with a point: that makes it a float32.")),
        Version(
            _program("> t = tf.Variable({whole}.)", "      x = tf.cast(t, tf.float32)", OF_X),
            _make_float_of_whole,
            _run_cast,
            Problem(WATCHED_BY_ITSELF),
        ),
    ),
)
"""In the order in which they are shown."""

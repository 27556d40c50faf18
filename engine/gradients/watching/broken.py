"""Experiments: what comes between the point t and the result, and breaks the tape's record."""

from __future__ import annotations

from typing import Any

from engine.errors import QT_TRANSLATE_NOOP, Problem
from engine.gradients.watching.experiment import Experiment, Formula, Group, Point, Version
from engine.gradients.watching.watched import make_variable, run_plainly

CALL = "tape.gradient(y, t)"
TOTAL_CALL = "tape.gradient(total, t)"
UNBROKEN = Problem(
    QT_TRANSLATE_NOOP("engine", "Every step from t to the result is TensorFlow's now, and the tape recorded them all.")
)


def _program(
    *inside: str, first: tuple[str, ...] = ("  t = tf.Variable({at})",), target: str = "y", numpy: bool = False
) -> str:
    imports = (*(("  import numpy as np",) if numpy else ()), "  import tensorflow as tf", "  ")
    body = (*imports, *first, "  with tf.GradientTape() as tape:", *inside)
    return "\n".join((*body, f"  dy_dt = tape.gradient({target}, t)", "  print(dy_dt)"))


def _run_numpy(t: Any, formula: Formula) -> Any:
    import numpy as np
    import tensorflow as tf

    with tf.GradientTape() as tape:
        y = formula(t)
        row = np.ravel(y)
        total = tf.reduce_sum(row)
    return tape.gradient(total, t)


def _run_reshape(t: Any, formula: Formula) -> Any:
    import tensorflow as tf

    with tf.GradientTape() as tape:
        y = formula(t)
        row = tf.reshape(y, [-1])
        total = tf.reduce_sum(row)
    return tape.gradient(total, t)


def _run_numpy_sum(t: Any, formula: Formula) -> Any:
    import numpy as np
    import tensorflow as tf

    with tf.GradientTape() as tape:
        y = formula(t)
        total = np.sum(y)
    return tape.gradient(total, t)


def _run_sum(t: Any, formula: Formula) -> Any:
    import tensorflow as tf

    with tf.GradientTape() as tape:
        y = formula(t)
        total = tf.reduce_sum(y)
    return tape.gradient(total, t)


def _run_cast_to_whole(t: Any, formula: Formula) -> Any:
    import tensorflow as tf

    with tf.GradientTape() as tape:
        whole = tf.cast(t, tf.int32)
        x = tf.cast(whole, tf.float32)
        y = formula(x)
    return tape.gradient(y, t)


def _run_cast_to_float(t: Any, formula: Formula) -> Any:
    import tensorflow as tf

    with tf.GradientTape() as tape:
        x = tf.cast(t, tf.float32)
        y = formula(x)
    return tape.gradient(y, t)


def _run_round(t: Any, formula: Formula) -> Any:
    import tensorflow as tf

    with tf.GradientTape() as tape:
        x = tf.round(t)
        y = formula(x)
    return tape.gradient(y, t)


def _run_straight_through(t: Any, formula: Formula) -> Any:
    import tensorflow as tf

    with tf.GradientTape() as tape:
        x = t + tf.stop_gradient(tf.round(t) - t)
        y = formula(x)
    return tape.gradient(y, t)


def _run_comparison(t: Any, formula: Formula) -> Any:
    import tensorflow as tf

    with tf.GradientTape() as tape:
        y = formula(t)
        total = tf.reduce_sum(tf.cast(y > 1.0, tf.float32))
    return tape.gradient(total, t)


def _run_sigmoid(t: Any, formula: Formula) -> Any:
    import tensorflow as tf

    with tf.GradientTape() as tape:
        y = formula(t)
        total = tf.reduce_sum(tf.sigmoid(y - 1.0))
    return tape.gradient(total, t)


def _run_assign(t: Any, formula: Formula) -> Any:
    import tensorflow as tf

    x = tf.Variable(0.0)
    with tf.GradientTape() as tape:
        x.assign(t)
        y = formula(x)
    return tape.gradient(y, t)


def _run_identity(t: Any, formula: Formula) -> Any:
    import tensorflow as tf

    with tf.GradientTape() as tape:
        x = tf.identity(t)
        y = formula(x)
    return tape.gradient(y, t)


def _run_stop_gradient(t: Any, formula: Formula) -> Any:
    import tensorflow as tf

    with tf.GradientTape() as tape:
        x = tf.stop_gradient(t)
        y = formula(x)
    return tape.gradient(y, t)


def _make_before(point: Point) -> Any:
    import tensorflow as tf

    return tf.Variable(point.before)


def _run_replaced(t: Any, formula: Formula) -> Any:
    t = t + 1.0
    return run_plainly(t, formula)


def _run_assign_add(t: Any, formula: Formula) -> Any:
    t.assign_add(1.0)
    return run_plainly(t, formula)


def _run_outside(t: Any, formula: Formula) -> Any:
    import tensorflow as tf

    y = formula(t)
    with tf.GradientTape() as tape:
        total = tf.reduce_sum(y)
    return tape.gradient(total, t)


def _run_disconnected(t: Any, formula: Formula) -> Any:
    import tensorflow as tf

    x = tf.Variable(t.numpy())
    with tf.GradientTape() as tape:
        y = formula(x)
    return tape.gradient(y, t)


SUM = "      total = tf.reduce_sum(y)"
Y, Y_OF_X = "      y = {y}", "      y = {y_of_x}"

EXPERIMENTS = (
    Experiment(
        "numpy",
        Group.BROKEN,
        QT_TRANSLATE_NOOP("engine", "NumPy in between"),
        TOTAL_CALL,
        Version(
            _program(Y, ">     row = np.ravel(y)", "      total = tf.reduce_sum(row)", target="total", numpy=True),
            make_variable,
            _run_numpy,
            Problem(
                QT_TRANSLATE_NOOP(
                    "engine",
                    "np.ravel takes the numbers out of TensorFlow. The tape hears of TensorFlow's operations only, so "
                    "what goes on from there is a constant to it.",
                )
            ),
        ),
        Problem(QT_TRANSLATE_NOOP("engine", "Use TensorFlow's own operation: tf.reshape does what np.ravel does.")),
        Version(
            _program(Y, ">     row = tf.reshape(y, [-1])", "      total = tf.reduce_sum(row)", target="total"),
            make_variable,
            _run_reshape,
            UNBROKEN,
        ),
    ),
    Experiment(
        "numpy_sum",
        Group.BROKEN,
        QT_TRANSLATE_NOOP("engine", "NumPy at the end"),
        TOTAL_CALL,
        Version(
            _program(Y, ">     total = np.sum(y)", target="total", numpy=True),
            make_variable,
            _run_numpy_sum,
            Problem(
                QT_TRANSLATE_NOOP(
                    "engine", "np.sum gives a number of NumPy's. It is no tensor, so no tape can have recorded it."
                )
            ),
        ),
        Problem(QT_TRANSLATE_NOOP("engine", "Use TensorFlow's own operation: tf.reduce_sum does what np.sum does.")),
        Version(_program(Y, ">" + SUM[1:], target="total"), make_variable, _run_sum, UNBROKEN),
    ),
    Experiment(
        "cast",
        Group.BROKEN,
        QT_TRANSLATE_NOOP("engine", "A cast to whole numbers"),
        CALL,
        Version(
            _program(
                ">     whole = tf.cast(t, tf.int32)",
                "      x = tf.cast(whole, tf.float32)",
                Y_OF_X,
            ),
            make_variable,
            _run_cast_to_whole,
            Problem(
                QT_TRANSLATE_NOOP(
                    "engine",
                    "A whole number does not change while t moves a little, so there is no slope to hand on: the tape "
                    "follows floating dtypes only.",
                )
            ),
        ),
        Problem(QT_TRANSLATE_NOOP("engine", "Stay in floats all the way.")),
        Version(
            _program(">     x = tf.cast(t, tf.float32)", Y_OF_X),
            make_variable,
            _run_cast_to_float,
            UNBROKEN,
        ),
    ),
    Experiment(
        "round",
        Group.BROKEN,
        QT_TRANSLATE_NOOP("engine", "Rounding"),
        CALL,
        Version(
            _program(">     x = tf.round(t)", Y_OF_X),
            make_variable,
            _run_round,
            Problem(
                QT_TRANSLATE_NOOP(
                    "engine", "Between two steps tf.round is flat, so TensorFlow has no gradient for it and gives None."
                )
            ),
        ),
        Problem(
            QT_TRANSLATE_NOOP(
                "engine", "Round on the way forward, and let the gradient pass as if nothing had been rounded."
            )
        ),
        Version(
            _program(">     x = t + tf.stop_gradient(tf.round(t) - t)", Y_OF_X),
            make_variable,
            _run_straight_through,
            Problem(
                QT_TRANSLATE_NOOP(
                    "engine",
                    "x is still t, rounded; but the tape sees only t plus a constant. Networks with rounded weights "
                    "are trained so.",
                )
            ),
        ),
    ),
    Experiment(
        "comparison",
        Group.BROKEN,
        QT_TRANSLATE_NOOP("engine", "A comparison"),
        TOTAL_CALL,
        Version(
            _program(
                Y, ">     above = tf.cast(y > 1., tf.float32)", "      total = tf.reduce_sum(above)", target="total"
            ),
            make_variable,
            _run_comparison,
            Problem(
                QT_TRANSLATE_NOOP(
                    "engine",
                    "True or False does not change with a small step of t, so a comparison hands no gradient on. That "
                    "is why one trains on a loss and not on the accuracy.",
                )
            ),
        ),
        Problem(QT_TRANSLATE_NOOP("engine", "Replace the sharp edge by a smooth one: the sigmoid.")),
        Version(
            _program(Y, ">     above = tf.sigmoid(y - 1.)", "      total = tf.reduce_sum(above)", target="total"),
            make_variable,
            _run_sigmoid,
            Problem(
                QT_TRANSLATE_NOOP(
                    "engine", "The sigmoid goes from 0 to 1 as the comparison does, but with a slope everywhere."
                )
            ),
        ),
    ),
    Experiment(
        "assign",
        Group.BROKEN,
        QT_TRANSLATE_NOOP("engine", "assign inside the tape"),
        CALL,
        Version(
            _program(
                ">     x.assign(t)",
                Y_OF_X,
                first=("  t = tf.Variable({at})", "  x = tf.Variable(0.)"),
            ),
            make_variable,
            _run_assign,
            Problem(
                QT_TRANSLATE_NOOP(
                    "engine",
                    "assign changes what a variable holds and is no step that a tape records: x is a variable of its "
                    "own, whatever its value came from.",
                )
            ),
        ),
        Problem(QT_TRANSLATE_NOOP("engine", "Hand the value on as a tensor instead of storing it in a variable.")),
        Version(
            _program(">     x = tf.identity(t)", Y_OF_X),
            make_variable,
            _run_identity,
            UNBROKEN,
        ),
    ),
    Experiment(
        "stop_gradient",
        Group.BROKEN,
        QT_TRANSLATE_NOOP("engine", "stop_gradient"),
        CALL,
        Version(
            _program(">     x = tf.stop_gradient(t)", Y_OF_X),
            make_variable,
            _run_stop_gradient,
            Problem(
                QT_TRANSLATE_NOOP(
                    "engine", "tf.stop_gradient is there for this: it hands the value on and lets no gradient back."
                )
            ),
        ),
        Problem(QT_TRANSLATE_NOOP("engine", "Leave it out where the gradient is wanted.")),
        Version(_program(">     y = {y}"), make_variable, run_plainly, UNBROKEN),
    ),
    Experiment(
        "disconnected",
        Group.BROKEN,
        QT_TRANSLATE_NOOP("engine", "Another variable"),
        CALL,
        Version(
            _program(">     y = {y_of_x}", first=("  t = tf.Variable({at})", "  x = tf.Variable({at})")),
            make_variable,
            _run_disconnected,
            Problem(
                QT_TRANSLATE_NOOP(
                    "engine", "y was computed from x. That x and t hold the same number does not connect them."
                )
            ),
        ),
        Problem(QT_TRANSLATE_NOOP("engine", "Compute y from the variable whose gradient you ask for.")),
        Version(
            _program(">     y = {y}", first=("  t = tf.Variable({at})", "  x = tf.Variable({at})")),
            make_variable,
            run_plainly,
            UNBROKEN,
        ),
    ),
    Experiment(
        "replaced",
        Group.BROKEN,
        QT_TRANSLATE_NOOP("engine", "t replaced by a tensor"),
        CALL,
        Version(
            _program(Y, first=("  t = tf.Variable({before})", "> t = t + 1.")),
            _make_before,
            _run_replaced,
            Problem(
                QT_TRANSLATE_NOOP(
                    "engine",
                    "t + 1. is a new tensor, and from here on the name t means that tensor, which no tape watches. The "
                    "variable has lost its name.",
                )
            ),
        ),
        Problem(QT_TRANSLATE_NOOP("engine", "Change the variable in place: assign_add is its +=.")),
        Version(
            _program(Y, first=("  t = tf.Variable({before})", "> t.assign_add(1.)")),
            _make_before,
            _run_assign_add,
            Problem(QT_TRANSLATE_NOOP("engine", "t is still the variable, and the tape watches it by itself.")),
        ),
    ),
    Experiment(
        "outside",
        Group.BROKEN,
        QT_TRANSLATE_NOOP("engine", "Computed before the tape"),
        TOTAL_CALL,
        Version(
            _program(SUM, first=("  t = tf.Variable({at})", "> y = {y}"), target="total"),
            make_variable,
            _run_outside,
            Problem(
                QT_TRANSLATE_NOOP(
                    "engine", "A tape records what runs inside its with block. y was there before, so it is a constant."
                )
            ),
        ),
        Problem(QT_TRANSLATE_NOOP("engine", "Move the computation into the with block.")),
        Version(_program(">     y = {y}", SUM, target="total"), make_variable, _run_sum, UNBROKEN),
    ),
)
"""In the order in which they are shown."""

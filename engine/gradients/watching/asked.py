"""Experiments: how the tape is asked for a gradient."""

from __future__ import annotations

from typing import Any

from engine.errors import QT_TRANSLATE_NOOP, Problem
from engine.gradients.watching.experiment import Experiment, Formula, Group, Version
from engine.gradients.watching.watched import CALL, make_variable, run_plainly

NESTED_CALL = "outer_tape.gradient(speed, t)"
NOTES_CALL = "outer_tape.gradient(speed, time)"


def _program(*lines: str, first: str = "  t = tf.Variable({at})") -> str:
    return "\n".join(("  import tensorflow as tf", "  ", first, *lines))


def _run_twice(t: Any, formula: Formula) -> Any:
    import tensorflow as tf

    with tf.GradientTape() as tape:
        y = formula(t)
    tape.gradient(y, t)
    return tape.gradient(y, t)


def _run_twice_persistent(t: Any, formula: Formula) -> Any:
    import tensorflow as tf

    with tf.GradientTape(persistent=True) as tape:
        y = formula(t)
    tape.gradient(y, t)
    return tape.gradient(y, t)


def _run_outside_outer(t: Any, formula: Formula) -> Any:
    import tensorflow as tf

    with tf.GradientTape() as outer_tape, tf.GradientTape() as inner_tape:
        y = formula(t)
    speed = inner_tape.gradient(y, t)
    return outer_tape.gradient(speed, t)


def _run_inside_outer(t: Any, formula: Formula) -> Any:
    import tensorflow as tf

    with tf.GradientTape() as outer_tape:
        with tf.GradientTape() as inner_tape:
            y = formula(t)
        speed = inner_tape.gradient(y, t)
    return outer_tape.gradient(speed, t)


def _run_notes(time: Any, formula: Formula) -> Any:
    import tensorflow as tf

    with tf.GradientTape() as outer_tape:
        with tf.GradientTape() as inner_tape:
            tape.watch(time)  # type: ignore[name-defined]  # noqa: F821  # that there is no such name is the point
            position = formula(time)
        speed = inner_tape.gradient(position, time)
    return outer_tape.gradient(speed, time)


def _run_swapped(t: Any, formula: Formula) -> Any:
    import tensorflow as tf

    with tf.GradientTape() as tape:
        y = formula(t)
    return tape.gradient(t, y)


TAPE, ASK, SHOW = "  with tf.GradientTape() as tape:", "  dy_dt = tape.gradient(y, t)", "  print(dy_dt)"
OUTER, INNER = "  with tf.GradientTape() as outer_tape:", "      with tf.GradientTape() as inner_tape:"
Y, INNER_Y = "      y = {y}", "          y = {y}"
ACCELERATION = ("  acceleration = outer_tape.gradient(speed, t)", "  print(acceleration)")
HEARD_BY_OUTER = Problem(
    QT_TRANSLATE_NOOP(
        "engine",
        "The inner gradient is taken inside the outer tape, which records the operations that it is made of and can "
        "differentiate them again.",
    )
)

EXPERIMENTS = (
    Experiment(
        "twice",
        Group.ASKED,
        QT_TRANSLATE_NOOP("engine", "gradient() twice"),
        CALL,
        Version(
            _program(TAPE, Y, "  first = tape.gradient(y, t)", ">" + ASK[1:], SHOW),
            make_variable,
            _run_twice,
            Problem(
                QT_TRANSLATE_NOOP(
                    "engine",
                    "gradient() uses the tape up: what it recorded is let go as soon as it has been gone through, to "
                    "save memory.",
                )
            ),
        ),
        Problem(QT_TRANSLATE_NOOP("engine", "Ask for a tape that keeps its record: persistent=True.")),
        Version(
            _program(
                "> with tf.GradientTape(persistent=True) as tape:",
                Y,
                "  first = tape.gradient(y, t)",
                ASK,
                SHOW,
            ),
            make_variable,
            _run_twice_persistent,
            Problem(
                QT_TRANSLATE_NOOP("engine", "A persistent tape answers as often as it is asked, until it is deleted.")
            ),
        ),
    ),
    Experiment(
        "outside_outer",
        Group.ASKED,
        QT_TRANSLATE_NOOP("engine", "The inner gradient outside"),
        NESTED_CALL,
        Version(
            _program(OUTER, INNER, INNER_Y, "> speed = inner_tape.gradient(y, t)", *ACCELERATION),
            make_variable,
            _run_outside_outer,
            Problem(
                QT_TRANSLATE_NOOP(
                    "engine",
                    "The speed was computed after outer_tape had stopped to record, so to outer_tape it is a constant.",
                )
            ),
        ),
        Problem(QT_TRANSLATE_NOOP("engine", "Take the inner gradient inside the outer tape: indent the line.")),
        Version(
            _program(OUTER, INNER, INNER_Y, ">     speed = inner_tape.gradient(y, t)", *ACCELERATION),
            make_variable,
            _run_inside_outer,
            HEARD_BY_OUTER,
        ),
    ),
    Experiment(
        "notes",
        Group.ASKED,
        QT_TRANSLATE_NOOP("engine", "The notes' tape.watch"),
        NOTES_CALL,
        Version(
            _program(
                OUTER,
                INNER,
                ">         tape.watch(time)",
                "          position = {y_of_time}",
                "      speed = inner_tape.gradient(position, time)",
                "  acceleration = outer_tape.gradient(speed, time)",
                "  print(acceleration)",
                first="  time = tf.Variable({at})",
            ),
            make_variable,
            _run_notes,
            Problem(
                QT_TRANSLATE_NOOP(
                    "engine",
                    "Here the tapes are called outer_tape and inner_tape; nothing is called tape. Nor is there "
                    "anything to watch: time is a variable.",
                )
            ),
        ),
        Problem(QT_TRANSLATE_NOOP("engine", "Leave the line out: both tapes watch the variable by themselves.")),
        Version(
            _program(
                OUTER,
                INNER,
                ">         # both tapes watch variables",
                "          position = {y_of_time}",
                "      speed = inner_tape.gradient(position, time)",
                "  acceleration = outer_tape.gradient(speed, time)",
                "  print(acceleration)",
                first="  time = tf.Variable({at})",
            ),
            make_variable,
            _run_inside_outer,
            HEARD_BY_OUTER,
        ),
        NOTES_CALL,
    ),
    Experiment(
        "swapped",
        Group.ASKED,
        QT_TRANSLATE_NOOP("engine", "Target and source swapped"),
        "tape.gradient(t, y)",
        Version(
            _program(TAPE, Y, "> dy_dt = tape.gradient(t, y)", SHOW),
            make_variable,
            _run_swapped,
            Problem(
                QT_TRANSLATE_NOOP(
                    "engine",
                    "gradient(target, sources): this asks how t changes with y, and t was not computed from y.",
                )
            ),
        ),
        Problem(QT_TRANSLATE_NOOP("engine", "First what is differentiated, then by what.")),
        Version(
            _program(TAPE, Y, ">" + ASK[1:], SHOW),
            make_variable,
            run_plainly,
            Problem(QT_TRANSLATE_NOOP("engine", "y was computed from t, and the tape recorded how.")),
        ),
        CALL,
    ),
)
"""In the order in which they are shown."""

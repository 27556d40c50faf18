"""Runs an experiment for real, on the formula and at the point that the learner chose."""

from __future__ import annotations

import logging
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from engine.errors import QT_TRANSLATE_NOOP, Problem
from engine.expressions import ExpressionError
from engine.expressions.source import TensorFlowWriter, Written, number_code
from engine.expressions.tree import Name, Node, names_in
from engine.gradients.watching.experiment import Experiment, Formula, Point, Version
from engine.gradients.watching.outcome import Outcome, Program, Repair, Step

if TYPE_CHECKING:
    from engine.gradients.overhearing import Heard

INDEPENDENT = QT_TRANSLATE_NOOP(
    "engine", "The formula does not depend on {name}, so no tape can lead from it to {name}."
)
NOT_FLOATING = QT_TRANSLATE_NOOP("engine", "The formula gives {dtype}, and only floating dtypes have gradients.")
BLOCKED = QT_TRANSLATE_NOOP(
    "engine", "The formula itself lets no gradient back: it goes through an operation, as floor is one, that has none."
)
STRAIGHT = QT_TRANSLATE_NOOP(
    "engine",
    "The speed of this formula is the same everywhere: it does not depend on {name}, so there is no way back to it.",
)


def run(experiment: Experiment, tree: Node, name: str, at: float, repaired: bool = False) -> Outcome:
    """What comes of the experiment, or of its repaired program. Raises `ExpressionError` for the formula."""
    version = (experiment.repaired if repaired else None) or experiment.version
    call = (repaired and experiment.repaired_call) or experiment.call
    formula, dtype = _formula(tree, name, at)
    t = version.make(Point(at))
    gradient, error, heard = _run_overheard(version, t, formula)
    repair = None
    if not repaired and experiment.repair and experiment.repaired:
        repair = Repair(experiment.repair, program(experiment.repaired, tree, name, at))
    why = version.why
    if gradient is None and not error:
        is_right = version is experiment.repaired or experiment.repaired is None
        why = _why_of_the_formula(tree, name, dtype, is_right, "speed" in call) or why
    watched, steps = _story(t, name, heard)
    number = None if gradient is None else float(gradient)
    return Outcome(program(version, tree, name, at), call, number, error, why, repair, float(t), watched, steps)


def program(version: Version, tree: Node, name: str, at: float) -> Program:
    """The version's program for this formula and this point."""
    point = Point(at)
    text = version.text.format(
        at=number_code(point.at),
        whole=point.whole,
        before=number_code(point.before),
        **{field: _Renaming({name: other}).code(tree, alone=True) for field, other in FORMULA_FIELDS.items()},
    )
    lines = text.split("\n")
    marked = tuple(number for number, line in enumerate(lines, start=1) if line.startswith(">"))
    return Program("\n".join(line[2:] for line in lines) + "\n", marked)


FORMULA_FIELDS = {"y": "t", "y_of_x": "x", "y_of_time": "time"}


class _Renaming(TensorFlowWriter):
    """Writes the formula about other names."""

    def __init__(self, names: dict[str, str]) -> None:
        super().__init__("float32")
        self._names = names

    def write(self, node: Node) -> Written:
        if isinstance(node, Name):
            node = Name(self._names.get(node.name, node.name), node.column)
        return super().write(node)


def _formula(tree: Node, name: str, at: float) -> tuple[Formula, Any]:
    """The formula as a function, and the dtype of its result."""
    import tensorflow as tf

    from engine.expressions.evaluation import Evaluation, evaluate

    value = evaluate(tree, {name: tf.constant(at)})

    def formula(x: Any) -> Any:
        return Evaluation({name: tf.convert_to_tensor(x)}, tf.float32).tensor(tree)

    return formula, value.dtype


def _run_overheard(version: Version, t: Any, formula: Formula) -> tuple[Any, str, Sequence[Heard]]:
    from engine.expressions.explanation import first_sentence
    from engine.gradients.overhearing import overheard

    gradient, error = None, ""
    with _tensorflow_silent(), overheard() as heard:
        try:
            gradient = version.run(t, formula)
        except ExpressionError:
            raise
        except Exception as failure:  # whatever it is, it is what the learner is to see
            error = f"{type(failure).__name__}: {first_sentence(failure)}"
    return gradient, error, heard


def _why_of_the_formula(tree: Node, name: str, dtype: Any, is_right: bool, is_second: bool) -> Problem | None:
    """Where the formula itself is the reason that there is no gradient. is_right: the program is not."""
    if name not in names_in(tree):
        return Problem(INDEPENDENT, name=name)
    if not dtype.is_floating:
        return Problem(NOT_FLOATING, dtype=dtype.name)
    if not is_right:
        return None
    return Problem(STRAIGHT, name=name) if is_second else Problem(BLOCKED)


def _story(t: Any, name: str, heard: Sequence[Heard]) -> tuple[bool, tuple[Step, ...]]:
    """Whether a tape followed the point, and what ran while one was open."""
    from engine.gradients.overhearing import written_tensor

    handle = t.handle._id if hasattr(t, "handle") else None
    points = set() if handle is not None else {t._id}
    derived: set[int] = set()
    watched = False
    steps = []
    for operation in heard:
        ids = [tensor._id for tensor in operation.inputs]
        if operation.type == "ReadVariableOp":
            if handle in ids:
                points.update(tensor._id for tensor in operation.outputs)
            continue
        from_t = bool((points | derived).intersection(ids))
        if from_t:
            derived.update(tensor._id for tensor in operation.outputs)
        watched = watched or (operation.recorded and bool(points.intersection(ids)))
        # TensorFlow stops tapes while it runs StopGradient, but it is no less a step of the program.
        if (operation.overheard or operation.type == "StopGradient") and not operation.is_bookkeeping:
            inputs = [name if tensor._id in points else written_tensor(tensor) for tensor in operation.inputs]
            steps.append(
                Step(operation.type, operation.formula(inputs), operation.result(), operation.recorded, from_t)
            )
    return watched, tuple(steps)


@contextmanager
def _tensorflow_silent() -> Iterator[None]:
    """TensorFlow also logs what these programs do wrong; here that is the point, and nothing to warn of."""
    logger, thread = logging.getLogger("tensorflow"), threading.get_ident()

    def is_of_another_thread(record: logging.LogRecord) -> bool:
        return record.thread != thread

    logger.addFilter(is_of_another_thread)
    try:
        yield
    finally:
        logger.removeFilter(is_of_another_thread)

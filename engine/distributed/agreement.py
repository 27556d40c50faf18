"""What all workers of a run must have in common before the first step: else they would learn something, and the wrong
thing, without a word."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Sequence
from contextlib import suppress
from typing import Any

import tensorflow as tf

from engine.errors import QT_TRANSLATE_NOOP, InputError


def fingerprint(options: Sequence[object], files: Sequence[str]) -> int:
    """A number that is the same for the same options and for files of the same names and sizes, wherever they are."""
    found = [(os.path.basename(file), os.path.getsize(file)) for file in files]
    digest = hashlib.sha256(repr((*options, *found)).encode()).digest()
    return int.from_bytes(digest[:7], "big")


def agree(strategy: tf.distribute.Strategy, workers: int, own: int) -> None:
    """Compares the workers' fingerprints. Raises `InputError`, on every worker, where one differs from the first's."""
    count = strategy.num_replicas_in_sync

    def on_device(own: Any) -> Any:
        context = tf.distribute.get_replica_context()
        return tf.one_hot(context.replica_id_in_sync_group, count, on_value=own, off_value=0, dtype=tf.int64)

    (all_of_them,) = _summed(strategy, lambda own: [on_device(own)], tf.constant(own, tf.int64))
    first, *others = all_of_them.numpy()[:: count // workers].tolist()
    different = [str(number) for number, other in enumerate(others, 1) if other != first]
    if different:
        template = QT_TRANSLATE_NOOP(
            "engine",
            "These workers have other options or other files of rows than worker 0: {workers}; start all alike.",
        )
        raise InputError("strategy", template, workers=", ".join(different))


def share(strategy: tf.distribute.Strategy, variables: Sequence[tf.Variable]) -> None:
    """Gives all workers what the first one has in these variables: it alone has to reach the run's folder."""

    def on_device() -> list[Any]:
        is_first = tf.equal(tf.distribute.get_replica_context().replica_id_in_sync_group, 0)
        return [tf.where(is_first, variable, tf.zeros_like(variable)) for variable in variables]

    for variable, value in zip(variables, _summed(strategy, on_device), strict=True):
        variable.assign(value)


def part(strategy: tf.distribute.Strategy) -> None:
    """Waits, after the last step, until all have taken theirs: whoever leaves earlier takes it from the others.

    Who does not get through was the last to come, and has nothing to wait for.
    """
    with suppress(tf.errors.OpError):
        _summed(strategy, lambda: [tf.constant(1)])


def _summed(strategy: tf.distribute.Strategy, on_device: Any, *arguments: Any) -> Any:
    def compute() -> Any:
        values = strategy.run(on_device, args=arguments)
        return [strategy.reduce(tf.distribute.ReduceOp.SUM, value, axis=None) for value in values]

    return tf.function(compute)()

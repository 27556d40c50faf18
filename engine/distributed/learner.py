"""The notes' training step, on as many devices as a strategy has: each computes its part of the batch, the gradients
are added up, and all take the same step."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import tensorflow as tf

from engine.distributed.rows import Rows
from engine.distributed.stream import Part, stream
from engine.training.classifier import AssignSub, LinearClassifier, squared_errors
from engine.training.optimizers import make_optimizer, optimizer_name
from engine.training.records import FloatArray
from engine.training.settings import Settings


@dataclass(frozen=True, slots=True)
class Step:
    """What one step was: the loss and the share of right answers of its batch before it, the parameters after it.

    number: from 0. weights: (k, 1). bias: (1,).
    """

    number: int
    loss: float
    accuracy: float
    weights: FloatArray
    bias: FloatArray


@dataclass(frozen=True, slots=True)
class Whole:
    """The values of `Learner.state` after so many steps."""

    taken: int
    values: list[FloatArray]


class Learner:
    """The linear classifier on a stream of batches, under a strategy of `tf.distribute`.

    With the same seed and the same batch size the losses are the same, to float32 rounding, on any number of devices.
    """

    def __init__(self, rows: Rows, settings: Settings, batch_size: int, strategy: tf.distribute.Strategy) -> None:
        self.rows, self.settings, self.batch_size = rows, settings, batch_size
        self._strategy = strategy
        with strategy.scope():
            self._classifier = LinearClassifier(len(rows.features))
            self._optimizer = make_optimizer(
                optimizer_name(settings.optimizer), settings.learning_rate, settings.optimizer_arguments
            )
            self._optimizer.build(self._classifier.parameters)
            self._classifier.W.assign(
                tf.random.stateless_uniform(shape=(len(rows.features), 1), seed=(settings.seed, 0))
            )
            self.position = tf.Variable(0, dtype=tf.int64, trainable=False, name="position")
        self._compiled = tf.function(self._step)
        self.whole: Whole | None = None
        """As of the last step of this process that was taken to its end."""

    @property
    def state(self) -> list[tf.Variable]:
        """All that a checkpoint has to keep: parameters, the optimizer's memory, the number of steps taken."""
        memory = [getattr(variable, "value", variable) for variable in self._optimizer.variables]
        return [*self._classifier.parameters, *memory, self.position]

    @property
    def taken(self) -> int:
        """The steps that were taken so far."""
        return int(self.position.numpy())

    def steps(self, epochs: int) -> Iterator[Step]:
        """Goes on from `position` until the rows have been seen `epochs` times."""
        state = self.state
        for number, batch in enumerate(self._batches(epochs, self.taken), self.taken):
            loss, right = self._compiled(batch)
            self.position.assign(number + 1)
            values = [variable.numpy() for variable in state]
            self.whole = Whole(number + 1, values)
            weights, bias = values[:2]
            yield Step(number, float(loss), float(right), weights, bias)

    def take_half_step_back(self) -> None:
        """After a step that failed, in which one parameter may have moved and another not: to the last whole one."""
        if self.whole is not None:
            for variable, value in zip(self.state, self.whole.values, strict=True):
                variable.assign(value)

    def _batches(self, epochs: int, skipped: int) -> Any:
        def mine(context: Any) -> Any:
            workers = context.num_input_pipelines
            devices = context.num_replicas_in_sync // workers
            part = Part(self.batch_size, context.input_pipeline_id, workers, devices)
            return stream(self.rows, part, self.settings.seed, epochs, skipped)

        return self._strategy.distribute_datasets_from_function(mine)

    def _step(self, batch: tuple[Any, Any]) -> tuple[Any, Any]:
        losses, right = self._strategy.run(self._step_on_device, args=batch)
        return tuple(self._strategy.reduce(tf.distribute.ReduceOp.SUM, each, axis=None) for each in (losses, right))

    def _step_on_device(self, inputs: Any, targets: Any) -> tuple[Any, Any]:
        """The device's share of the loss and of the right answers; the shares add up to those of the batch."""
        parameters = self._classifier.parameters
        with tf.GradientTape() as tape:
            predictions = self._classifier(inputs)
            loss = tf.reduce_sum(squared_errors(targets, predictions)) / self.batch_size
        gradients = tape.gradient(loss, parameters)
        if isinstance(self._optimizer, AssignSub):
            context = tf.distribute.get_replica_context()
            summed = context.all_reduce(tf.distribute.ReduceOp.SUM, gradients)
            context.merge_call(self._assign_sub, args=(summed,))
        else:
            self._optimizer.apply(gradients, parameters)  # which adds them up by itself
        right = tf.equal(predictions > 0.5, targets > 0.5)
        return loss, tf.reduce_sum(tf.cast(right, tf.float32)) / self.batch_size

    def _assign_sub(self, strategy: tf.distribute.Strategy, gradients: list[Any]) -> None:
        """The notes' update on every device: parameter -= gradient * learning_rate."""
        rate = self._optimizer.learning_rate
        for parameter, gradient in zip(self._classifier.parameters, gradients, strict=True):
            strategy.extended.update(parameter, lambda own, change: own.assign_sub(change * rate), args=(gradient,))

"""The linear classifier of the notes, and one training step of it."""

from __future__ import annotations

from typing import Any

import tensorflow as tf

Tensor = Any
"""TensorFlow publishes no types; this name says what is meant."""


class LinearClassifier:
    """prediction = inputs @ W + b. A point belongs to class 1 where the prediction is above 0.5."""

    def __init__(self, features: int) -> None:
        self.W = tf.Variable(tf.zeros(shape=(features, 1)), name="W")
        self.b = tf.Variable(tf.zeros(shape=(1,)), name="b")
        for parameter, name in ((self.W, "W"), (self.b, "b")):
            parameter.path = name  # Keras's own variables have one, and its optimizer Muon reads it

    @property
    def parameters(self) -> list[tf.Variable]:
        return [self.W, self.b]

    def __call__(self, inputs: Tensor) -> Tensor:
        """(n, features) to (n, 1)."""
        return tf.matmul(inputs, self.W) + self.b


def squared_errors(targets: Tensor, predictions: Tensor) -> Tensor:
    """What each sample loses, (n, 1); the loss is their mean."""
    return tf.square(targets - predictions)


def square_loss(targets: Tensor, predictions: Tensor) -> Tensor:
    """The mean squared error, a scalar."""
    return tf.reduce_mean(squared_errors(targets, predictions))


class AssignSub:
    """The notes' own update, with the interface of a Keras optimizer: parameter -= gradient * learning_rate."""

    def __init__(self, learning_rate: float) -> None:
        self.learning_rate = tf.Variable(learning_rate, trainable=False, dtype=tf.float32)
        self.variables: list[tf.Variable] = []

    def build(self, parameters: list[tf.Variable]) -> None:
        """Nothing to remember between steps, so nothing to make."""

    def apply(self, gradients: list[Tensor], parameters: list[tf.Variable]) -> None:
        for parameter, gradient in zip(parameters, gradients, strict=True):
            parameter.assign_sub(gradient * self.learning_rate)


def training_step(
    classifier: LinearClassifier, optimizer: Any, inputs: Tensor, targets: Tensor
) -> tuple[Tensor, list[Tensor]]:
    """One step down the slope of the loss; gives the loss before it, and the gradients that it followed."""
    with tf.GradientTape() as tape:
        predictions = classifier(inputs)
        loss = square_loss(targets, predictions)
    gradients = tape.gradient(loss, classifier.parameters)
    optimizer.apply(gradients, classifier.parameters)
    return loss, gradients

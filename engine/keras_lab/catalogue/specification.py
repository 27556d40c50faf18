"""What can be chosen in `compile`, said without Keras, so that the window may read it.

The catalogue (`engine.keras_lab.catalogue`) fills it in from the Keras that is installed.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Literal

from engine.errors import InputError, Problem

Kind = Literal["optimizer", "loss", "metric", "schedule", "activation"]
Spelling = Literal["string", "object"]
"""As in the notes: `"rmsprop"`, or `keras.optimizers.RMSprop(learning_rate=0.0001)`."""


@dataclass(frozen=True, slots=True)
class Choice:
    """One of the catalogue, by the name of its `Spec`, with the arguments that differ from Keras's own."""

    name: str
    arguments: tuple[tuple[str, Value], ...] = ()


@dataclass(frozen=True, slots=True)
class Custom:
    """A loss or a metric that was typed: a formula in `y_true` and `y_pred`, under a name."""

    name: str
    formula: str


Value = None | bool | int | float | str | tuple[int, ...] | tuple[float, ...] | tuple[str, ...] | Choice
"""What an argument may be; a `Choice` is a learning-rate schedule."""


class ArgumentKind(StrEnum):
    """What a field of the form takes."""

    REAL = "real"
    WHOLE = "whole"
    TRUTH = "truth"
    ONE_OF = "one of"  # of `Argument.choices`
    REALS = "reals"  # a list of numbers
    WHOLES = "wholes"  # a list of whole numbers
    TEXTS = "texts"  # a list of words
    RATE = "rate"  # a number, or a `Choice` of a schedule


@dataclass(frozen=True, slots=True)
class Argument:
    """One argument of a class of Keras's, as a field of a form.

    Where it is `required`, Keras has no default, and `default` is a start that works. `low` and `high` are the ends of
    what is taken, of each number in a list, None where there is no end; they are taken themselves unless they are open.
    `optional`: None is taken too. `help` is Keras's own, "" where it says nothing.
    """

    name: str
    kind: ArgumentKind
    default: Value = None
    low: float | None = None
    high: float | None = None
    low_open: bool = False
    high_open: bool = False
    choices: tuple[str, ...] = ()
    optional: bool = False
    required: bool = False
    help: str = ""


@dataclass(frozen=True, slots=True)
class Spec:
    """A class of Keras's that can be chosen, or the reason why it cannot.

    `string` is how Keras spells it as a string, "" where it has none; `help` is the first sentence of its
    documentation. `name` is the class's, but for "accuracy" among the metrics and "crossentropy" among the losses:
    Keras has them as strings alone and finds the class by the shapes. `obstacle` is why it is no choice, None where it
    is one.
    """

    kind: Kind
    name: str
    string: str
    help: str
    arguments: tuple[Argument, ...] = ()
    obstacle: Problem | None = None


class TargetForm(StrEnum):
    """What stands in the targets for a sample of class c of k. The shapes are (n, 1), (n,) or (n, k)."""

    ZERO_ONE = "zero_one"  # (n, 1): 0. or 1., for two classes
    SIGNS = "signs"  # (n, 1): -1. or 1., for two classes
    CLASSES = "classes"  # (n,): the class's number, whole
    ONE_HOT = "one_hot"  # (n, k): a 1. in column c
    DISTRIBUTION = "distribution"  # (n, k): probabilities that sum to 1, none of them 0
    REAL = "real"  # (n, 1): any numbers; of classes, their numbers


@dataclass(frozen=True, slots=True)
class OutputForm:
    """The last layer: a Dense of so many units with this activation, by Keras's name of it ("linear" for none)."""

    units: int
    activation: str = "linear"


@dataclass(frozen=True, slots=True)
class Change:
    """What a click would set so that all fits; None where a thing stays as it is."""

    targets: TargetForm | None = None
    output: OutputForm | None = None
    loss: Choice | None = None
    metrics: tuple[Choice | Custom, ...] | None = None


@dataclass(frozen=True, slots=True)
class Misfit:
    """Why a choice does not fit, told beside `problem.field` ("loss", or "metrics.0" for the first metric).

    `remedy` says what would fit, as on a button that makes the `change`; both are None where nothing would.
    """

    problem: InputError
    remedy: Problem | None = None
    change: Change | None = None

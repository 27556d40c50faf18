"""The arguments of Keras's classes as fields of a form: from their signature, their documentation, and by trying."""

from __future__ import annotations

import inspect
import math
import re
from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from typing import Any

from engine.keras_lab.catalogue.classes import BASES, classes, obstacle, parameters
from engine.keras_lab.catalogue.documentation import argument_help, argument_texts, quoted_words
from engine.keras_lab.catalogue.specification import Argument, ArgumentKind, Kind, Value

SENSIBLE: tuple[tuple[str, float | None, float | None, bool, bool], ...] = (
    (r"(adam_)?beta_[12]|rho", 0, 1, False, True),
    (
        r"(ema_)?momentum|label_smoothing|threshold|thresholds|recall|precision|sensitivity|specificity",
        0,
        1,
        False,
        False,
    ),
    (r".*learning_rate|warmup_target|learning_rates|decay_rate|epsilon.*|clip.*|global_clipnorm", 0, None, True, False),
    (r"loss_scale_factor|delta|t_mul|rms_rate|adam_lr_ratio", 0, None, True, False),
    (r"(adam_)?weight_decay|alpha|beta|gamma|margin|m_mul|power|label_weights|values", 0, None, False, False),
    (r"initial_accumulator_value|l[12]_.*", 0, None, False, False),
    (r"ema_overwrite_frequency|.*_steps|boundaries", 1, 1_000_000_000, False, False),
    (r"warmup_steps|num_regressors|class_id|target_class_ids", 0, 100_000, False, False),
    (r"ns_steps", 1, 100, False, False),
    (r"num_thresholds", 1, 10_000, False, False),
    (r"k|top_k|num_classes|num_labels", 1, 1_000, False, False),
    (r"axis", -2, 1, False, False),
    (r"ignore_class", -1_000_000, 1_000_000, False, False),
    (r"beta_2_decay|learning_rate_power", None, 0, False, False),
)
"""By the name: ends beyond which nothing is learnt, though Keras may take it, and sizes that a machine can bear.

The last that matches holds, together with what Keras itself refuses.
"""

STARTS: tuple[tuple[str, Value], ...] = (
    (r".*", 0.8),
    (r".*learning_rate", 0.1),
    (r".*steps", 100),
    (r".*rate(?<!learning_rate)", 0.96),
    (r"num_.*", 2),
    (r".*ids", (0, 1)),
    (r"boundaries", (100, 200)),
    (r"values", (0.1, 0.01, 0.001)),
)
"""What an argument without a default starts with, by its name; the last that matches."""

LONGEST_LIST = 100
TRIALS = (-1.0, 0.0, 0.5, 1.0, 2.0)
NEVER = ("none",)
"""Choices with which Keras gives no single number to train on."""


@cache
def arguments(kind: Kind, name: str) -> tuple[Argument, ...]:
    """The fields of the form, in the order of the signature."""
    cls = classes(kind)[name]
    return tuple(_argument(kind, cls, parameter) for parameter in parameters(cls).values())


@cache
def starts(cls: type) -> dict[str, Value]:
    """A value that works for each argument that has no default."""
    required = [name for name, parameter in parameters(cls).items() if parameter.default is parameter.empty]
    return {
        name: next(start for pattern, start in reversed(STARTS) if re.fullmatch(pattern, name)) for name in required
    }


def _argument(kind: Kind, cls: type, parameter: inspect.Parameter) -> Argument:
    text = _text(kind, cls, parameter.name)
    is_required = parameter.default is parameter.empty
    default = starts(cls)[parameter.name] if is_required else parameter.default
    quoted = _accepted_words(cls, parameter.name, text) if isinstance(default, str | None) else ()
    argument = Argument(
        parameter.name,
        _kind(kind, parameter.name, default, text, quoted),
        tuple(default) if isinstance(default, list | tuple) else default,
        choices=quoted,
        optional=not is_required and default is None,
        required=is_required,
        help=argument_help(text),
    )
    numbers = ArgumentKind.REAL, ArgumentKind.WHOLE, ArgumentKind.RATE, ArgumentKind.REALS, ArgumentKind.WHOLES
    return _bounded(cls, argument) if argument.kind in numbers else argument


def _text(kind: Kind, cls: type, name: str) -> str:
    """What the documentation says of the argument, if need be where it explains another class that has it too."""
    others = (*classes(kind).values(), *classes("metric").values())
    return next(filter(None, (argument_texts(one).get(name) for one in (cls, *others))), "")


def _kind(kind: Kind, name: str, default: Value, text: str, quoted: tuple[str, ...]) -> ArgumentKind:
    opening = text[:100].lower()
    if kind == "optimizer" and name == "learning_rate":
        return ArgumentKind.RATE
    if isinstance(default, bool):
        return ArgumentKind.TRUTH
    if quoted:
        return ArgumentKind.ONE_OF
    if isinstance(default, tuple | list):
        return ArgumentKind.WHOLES if all(isinstance(one, int) for one in default) else ArgumentKind.REALS
    if default is None and name == "axis":
        return ArgumentKind.WHOLES
    if default is None and "list of str" in opening:
        return ArgumentKind.TEXTS
    if default is None and re.search(r"\b(list|tuple)\b", opening):
        return ArgumentKind.REALS
    says_whole = re.search(r"\bint\b|integer|number of", opening) or re.match(r"ignore_class|num_|top_k", name)
    is_whole = isinstance(default, int) or (default is None and bool(says_whole))
    return ArgumentKind.WHOLE if is_whole and "float" not in opening else ArgumentKind.REAL


def _accepted_words(cls: type, name: str, text: str) -> tuple[str, ...]:
    """The words in quotation marks that Keras takes for the argument, if it does not take just any."""
    words = [word for word in quoted_words(text) if word not in NEVER]
    if not words or _takes(cls, name, "no such word"):
        return ()
    return tuple(word for word in words if _takes(cls, name, word))


@cache
def _takes(cls: type, name: str, value: Any) -> bool:
    """Whether Keras makes an instance with it.

    An instance of an optimizer takes milliseconds, so few are made: what all of them have alike is asked of the first
    alone, and the others are asked about all their own numbers at once, most of which may be anything.
    """
    if issubclass(cls, BASES["optimizer"]) and name in _common() and cls is not _optimizers()[0]:
        return _takes(_optimizers()[0], name, value)
    together = _own_numbers(cls, value)
    return (name in together and _takes_together(cls, value)) or _makes(cls, {name: value})


@cache
def _optimizers() -> tuple[type, ...]:
    return tuple(cls for name, cls in classes("optimizer").items() if obstacle("optimizer", name) is None)


@cache
def _common() -> frozenset[str]:
    """The arguments that every optimizer has."""
    return frozenset.intersection(*(frozenset(parameters(cls)) for cls in _optimizers()))


@cache
def _takes_together(cls: type, value: float) -> bool:
    return _makes(cls, _own_numbers(cls, value))


def _own_numbers(cls: type, value: Any) -> dict[str, float]:
    """The value for each argument that has a number by default and may sensibly be this one."""
    common = _common() if issubclass(cls, BASES["optimizer"]) else ()
    return {
        name: type(parameter.default)(value)
        for name, parameter in parameters(cls).items()
        if type(parameter.default) in (int, float)
        and name not in common
        and isinstance(value, int | float)
        and type(parameter.default)(value) == value
        and _within(value, *_sensible(name)[:2])
    }


def _makes(cls: type, values: Mapping[str, Any]) -> bool:
    try:
        cls(**{**starts(cls), **values})
    except Exception:  # Keras refuses with errors of every kind
        return False
    return True


def _bounded(cls: type, argument: Argument) -> Argument:
    """With the ends that are sensible by the name, and those that Keras holds to."""
    low, high, low_open, high_open = _sensible(argument.name)
    if argument.kind in (ArgumentKind.REALS, ArgumentKind.WHOLES):
        return replace(argument, low=low, high=high, low_open=low_open, high_open=high_open)
    is_whole = argument.kind is ArgumentKind.WHOLE
    trials = [int(trial) if is_whole else trial for trial in TRIALS if _within(trial, low, high)]
    taken = {trial: _takes(cls, argument.name, trial) for trial in trials}
    if not any(taken.values()):  # what is taken hangs on the other arguments; Keras is asked when an instance is made
        return replace(argument, low=low, high=high, low_open=low_open, high_open=high_open)
    refused = [trial for trial, is_taken in taken.items() if not is_taken]
    accepted = [trial for trial, is_taken in taken.items() if is_taken]
    below, above = [t for t in refused if t < accepted[0]], [t for t in refused if t > accepted[-1]]
    if below:
        low_open = not is_whole and _takes(cls, argument.name, below[-1] + 1e-3)
        low = below[-1] if low_open else accepted[0]
    if above:
        high_open = not is_whole and _takes(cls, argument.name, above[0] - 1e-3)
        high = above[0] if high_open else accepted[-1]
    return replace(argument, low=low, high=high, low_open=low_open, high_open=high_open)


def _sensible(name: str) -> tuple[float | None, float | None, bool, bool]:
    """The ends of `SENSIBLE`, and whether they are open."""
    matches = [row for row in SENSIBLE if re.fullmatch(row[0], name)]
    return matches[-1][1:] if matches else (None, None, False, False)


def _within(value: float, low: float | None, high: float | None) -> bool:
    return (-math.inf if low is None else low) <= value <= (math.inf if high is None else high)

"""Why a loss or a metric does not fit, in a sentence each."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from engine.errors import QT_TRANSLATE_NOOP, InputError


@dataclass(frozen=True, slots=True)
class Reason:
    """A sentence with a place for the `name` of what does not fit."""

    template: str
    values: dict[str, object] = field(default_factory=dict)

    def with_units(self, units: int) -> Reason:
        """The same of a layer of so many units."""
        return Reason(self.template, {**self.values, "units": units}) if "units" in self.values else self

    def problem(self, name: str, where: str) -> InputError:
        """The sentence about `name`, beside the field `where`."""
        return InputError(where, self.template, name=name, **self.values)


def _reason(template: str) -> Callable[..., Reason]:
    def fill(**values: object) -> Reason:
        return Reason(template, values)

    return fill


WIDTH = _reason(
    QT_TRANSLATE_NOOP(
        "engine", "{name} compares column by column, but the targets have {columns} and the last layer has {units}."
    )
)
ERROR = _reason(
    QT_TRANSLATE_NOOP("engine", "Keras cannot compute {name} of these targets and outputs; it says: {reason}.")
)
SHAPE = _reason(
    QT_TRANSLATE_NOOP(
        "engine", "{name} must give one number for each sample, or one for the batch, not the shape {shape}."
    )
)
COUPLED = _reason(
    QT_TRANSLATE_NOOP(
        "engine",
        "{name} compares the samples of a batch with each other, as embeddings of length 1; a Dense layer gives none.",
    )
)
NO_GRADIENT = _reason(
    QT_TRANSLATE_NOOP(
        "engine", "{name} has no gradient: it does not change smoothly with y_pred, so nothing can be learnt."
    )
)
NOT_FINITE = _reason(
    QT_TRANSLATE_NOOP(
        "engine", "{name} or its gradient is not a finite number where the output is {output} and the target {target}."
    )
)
STEEP = _reason(
    QT_TRANSLATE_NOOP("engine", "{name} grows without bounds where the output is {output} and the target {target}.")
)
NEEDS_LOGITS = _reason(
    QT_TRANSLATE_NOOP(
        "engine", "{name} with from_logits=True reads raw outputs, and {activation} has already squeezed them."
    )
)
NEEDS_PROBABILITIES = _reason(
    QT_TRANSLATE_NOOP("engine", "{name} reads outputs as probabilities from 0 to 1, and {activation} goes beyond.")
)
NEEDS_SHARES = _reason(
    QT_TRANSLATE_NOOP(
        "engine", "{name} reads outputs as probabilities that sum to 1, and those of {activation} do not."
    )
)
BLIND = _reason(
    QT_TRANSLATE_NOOP("engine", "{name} is the same for right and wrong outputs where the target is {target}.")
)
BLIND_AT = _reason(
    QT_TRANSLATE_NOOP(
        "engine", "{name} is content with an output of {output}, which does not tell the target {target}."
    )
)
CONSTANT = _reason(
    QT_TRANSLATE_NOOP("engine", "{name} can teach nothing, since {activation} of one unit always gives {output}.")
)
MINUS_AS_0 = _reason(QT_TRANSLATE_NOOP("engine", "{name} reads a target of -1 as 0."))
NOT_THE_SHARES = _reason(
    QT_TRANSLATE_NOOP("engine", "{name} leads the outputs to {output} and not to the shares {target} in the targets.")
)
BOTTOMLESS = _reason(QT_TRANSLATE_NOOP("engine", "{name} falls without end where the target is {target}."))
STUCK = _reason(
    QT_TRANSLATE_NOOP(
        "engine", "{name} has no gradient at an output of {output} with the target {target}, so learning stops there."
    )
)
OUT_OF_REACH = _reason(
    QT_TRANSLATE_NOOP("engine", "{name} wants an output for the target {target} that this activation cannot reach.")
)
SEVERAL = _reason(
    QT_TRANSLATE_NOOP(
        "engine", "{name} gives a list of {count} and not one number; average them, or take one threshold."
    )
)
NOT_A_NUMBER = _reason(QT_TRANSLATE_NOOP("engine", "{name} is no finite number for what {activation} gives."))
TELLS_NOTHING = _reason(QT_TRANSLATE_NOOP("engine", "{name} is the same for right and wrong outputs here."))
OTHER_LINE = _reason(
    QT_TRANSLATE_NOOP(
        "engine", "{name} does not tell right from wrong near an output of {output}, where {loss} draws the line."
    )
)
WORSE = _reason(
    QT_TRANSLATE_NOOP("engine", "{name} gets worse while {loss} gets better, which leads to outputs such as {output}.")
)
OVERLOOKS = _reason(
    QT_TRANSLATE_NOOP("engine", "{name} does not change when every sample with the target {target} is mistaken.")
)
WANTS_OTHERS = _reason(QT_TRANSLATE_NOOP("engine", "{name} wants other outputs than {output}, to which {loss} leads."))
TOO_FEW_CLASSES = _reason(QT_TRANSLATE_NOOP("engine", "{name} is told of {count} classes, and there are {classes}."))

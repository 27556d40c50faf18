"""How the variable was made last time, remembered until the next."""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import Any

from engine.errors import QT_TRANSLATE_NOOP, Problem
from engine.tensors.protocol import MakeVariable
from engine.tensors.recipes import Constant, Initializer, Ones, RandomNormal, RandomUniform, Recipe, Zeros
from engine.tensors.shapes import parse_shape, show_shape

KINDS: dict[str, type[Recipe]] = {
    kind.__name__: kind for kind in (RandomNormal, RandomUniform, Ones, Zeros, Constant, Initializer)
}


@dataclass(frozen=True, slots=True)
class VariableChoices:
    """kind: the recipe's type. The other fields are those of the recipes. Raises `Problem` for what is no shape or no
    recipe; whether the numbers can be used, the engine says."""

    name: str = "x"
    trainable: bool = True
    kind: str = "RandomNormal"
    initializer: str = "GlorotUniform"
    shape: str = "3, 1"
    mean: float = 0.0
    stddev: float = 1.0
    minval: float = 0.0
    maxval: float = 1.0
    values: str = "[[1, 2], [3, 4]]"
    seed: int = 0
    dtype: str = "float32"

    def __post_init__(self) -> None:
        if self.kind not in KINDS:
            raise Problem(QT_TRANSLATE_NOOP("engine", "There is no recipe {name}."), name=self.kind)
        parse_shape(self.shape)

    @classmethod
    def of(cls, command: MakeVariable) -> VariableChoices:
        """Those that lead to this command; what it has no part in is as at first."""
        recipe = command.recipe
        values: dict[str, Any] = {field.name: getattr(recipe, field.name) for field in fields(recipe)}
        if isinstance(recipe, Initializer):
            values["initializer"] = values.pop("name")
        if "shape" in values:
            values["shape"] = show_shape(values["shape"])
        return cls(name=command.name, trainable=command.trainable, kind=type(recipe).__name__, **values)

    def command(self) -> MakeVariable:
        """The command that makes such a variable."""
        kind = KINDS[self.kind]
        values: dict[str, Any] = {}
        for field in fields(kind):
            if field.name == "name":
                values["name"] = self.initializer
            else:
                values[field.name] = parse_shape(self.shape) if field.name == "shape" else getattr(self, field.name)
        return MakeVariable(self.name, kind(**values), self.trainable)

"""What was changed in the plan or in the arguments of `fit`: in words, and on which page of the panel it stands."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, fields, replace

from PySide6.QtCore import QCoreApplication

from engine.datasets import KINDS, Recipe
from engine.keras_lab.catalogue.specification import Choice, Custom
from engine.keras_lab.protocol import Compilation, EarlyStop, Fitting, Layer, Plan, Validation
from gui.change_history import in_a_sentence
from gui.data_choices import DataChoices

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class Change:
    """key: of the field that was changed, "" where something was added, removed or moved. page: of the panel. words: in
    the language in force."""

    key: str
    page: str
    words: Callable[[], str]


def of_plan(before: Plan, after: Plan) -> Change:
    """The change that made the one of the other."""
    found = list(_in_plan(before, after))
    if len(found) == 1:
        return found[0]
    page = found[0].page if found else "model"
    return Change("", page, lambda: translate("keras", "several settings"))


def of_fitting(before: Fitting, after: Fitting) -> Change:
    """The same for the arguments of `fit`."""
    names: dict[str, Callable[[], str]] = {
        "epochs": lambda: translate("FitPage", "Epochs"),
        "batch_size": lambda: translate("FitPage", "Batch size"),
        "monitor": lambda: translate("FitPage", "Stop early by"),
        "patience": lambda: translate("FitPage", "Patience"),
        "restore_best_weights": lambda: translate("FitPage", "Restore the best weights"),
        "early_stop": lambda: translate("FitPage", "Stop early"),
        "keep_best": lambda: translate("FitPage", "Keep the best weights"),
    }
    name = next(iter(_differing(before, after)), "epochs")
    if isinstance(before.early_stop, EarlyStop) and isinstance(after.early_stop, EarlyStop) and name == "early_stop":
        name = next(iter(_differing(before.early_stop, after.early_stop)), name)
    return Change(name, "fit", lambda: in_a_sentence(names[name]()))


def is_respelt(before: Plan, after: Plan) -> bool:
    """Whether they differ in nothing but how the program spells `compile`."""
    return before != after and before == _spelt_as(before, after)


def _spelt_as(before: Plan, after: Plan) -> Plan:
    return replace(after, compilation=replace(after.compilation, spelling=before.compilation.spelling))


def _in_plan(before: Plan, after: Plan) -> Iterator[Change]:
    if before.data != after.data:
        yield _of_data(before.data, after.data)
    if before.validation != after.validation:
        yield from _of_validation(before.validation, after.validation)
    if before.layers != after.layers:
        yield _of_layers(before.layers, after.layers)
    if before.seed != after.seed:
        yield Change("seed", "model", lambda: in_a_sentence(translate("ModelPage", "Seed")))
    if before.targets != after.targets:
        yield Change("targets", "compile", lambda: in_a_sentence(translate("CompilePage", "Targets")))
    yield from _of_compilation(before.compilation, after.compilation)


def _of_data(before: Recipe, after: Recipe) -> Change:
    default = DataChoices()
    kind = next((kind for kind in KINDS if type(default.recipe_of(kind.key)) is type(after)), None)
    if kind is not None and type(before) is type(after):
        one, other = kind.values(before), kind.values(after)
        changed = [parameter for parameter in kind.parameters if one[parameter.name] != other[parameter.name]]
        if changed:
            label = changed[0].label
            return Change(f"data.{changed[0].name}", "data", lambda: in_a_sentence(translate("engine", label)))
    return Change("data", "data", lambda: in_a_sentence(translate("DataForm", "Data")))


def _of_validation(before: Validation, after: Validation) -> Iterator[Change]:
    names: dict[str, Callable[[], str]] = {
        "kind": lambda: translate("DataPage", "Validation"),
        "share": lambda: translate("DataPage", "Share"),
        "shuffle_first": lambda: translate("DataPage", "Shuffle first"),
    }
    for name in _differing(before, after):
        yield Change(f"validation.{name}", "data", lambda name=name: in_a_sentence(names[name]()))  # type: ignore[misc]


def _of_layers(before: tuple[Layer, ...], after: tuple[Layer, ...]) -> Change:
    templates: dict[str, Callable[[], str]] = {
        "units": lambda: translate("LayerRow", "Units of layer {number}"),
        "activation": lambda: translate("LayerRow", "Activation of layer {number}"),
        "l1": lambda: translate("LayerRow", "L1 of layer {number}"),
        "l2": lambda: translate("LayerRow", "L2 of layer {number}"),
    }
    places = [place for place, (one, other) in enumerate(zip(before, after, strict=False)) if one != other]
    if len(before) == len(after) and len(places) == 1:
        place = places[0]
        names = _differing(before[place], after[place])
        if len(names) == 1:
            name = names[0]
            return Change(
                f"layers.{place}.{name}",
                "model",
                lambda: in_a_sentence(templates[name]().format(number=place + 1)),
            )
    return Change("", "model", lambda: in_a_sentence(translate("ModelPage", "Layers")))


def _of_compilation(before: Compilation, after: Compilation) -> Iterator[Change]:
    if before.spelling != after.spelling:
        yield Change("", "compile", lambda: in_a_sentence(translate("CompilePage", "Spelling")))
    if before.optimizer != after.optimizer:
        yield _of_choice("optimizer", before.optimizer, after.optimizer, lambda: translate("CompilePage", "Optimizer"))
    if before.loss != after.loss:
        yield _of_choice("loss", before.loss, after.loss, lambda: translate("CompilePage", "Loss"))
    if before.metrics != after.metrics:
        pairs = list(zip(before.metrics, after.metrics, strict=False))
        places = [place for place, (one, other) in enumerate(pairs) if one != other]
        if len(before.metrics) == len(after.metrics) and len(places) == 1:
            place = places[0]
            template = lambda: translate("CompilePage", "Metric {number}").format(number=place + 1)  # noqa: E731
            yield _of_choice(f"metrics.{place}", *pairs[place], template)
        else:
            yield Change("", "compile", lambda: in_a_sentence(translate("CompilePage", "Metrics")))


def _of_choice(key: str, before: Choice | Custom, after: Choice | Custom, label: Callable[[], str]) -> Change:
    """Another class, or an argument of the same, which is called what Keras calls it."""
    if isinstance(before, Choice) and isinstance(after, Choice) and before.name == after.name:
        one, other = dict(before.arguments), dict(after.arguments)
        names = [name for name in {**one, **other} if one.get(name) != other.get(name)]
        if len(names) == 1:
            return Change(f"{key}.{names[0]}", "compile", lambda: names[0])
    return Change(key, "compile", lambda: in_a_sentence(label()))


def _differing(before: object, after: object) -> list[str]:
    """The names of the fields, of two of the same dataclass, in which they differ."""
    return [one.name for one in fields(before) if getattr(before, one.name) != getattr(after, one.name)]  # type: ignore[arg-type]

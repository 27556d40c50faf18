"""What is wrong with a project file, and where."""

from __future__ import annotations

from engine.errors import QT_TRANSLATE_NOOP, Problem


class Misfit(Problem):
    """Something in the file is not what TapeLab writes. place: as in `tabs.training.choices.seed`."""

    def __init__(self, place: str, template: str, **values: object) -> None:
        super().__init__(template, place=place, **values)


def not_a(place: str, wanted: str, value: object) -> Misfit:
    """The value at that place is not what stands there otherwise."""
    template = QT_TRANSLATE_NOOP(
        "engine", "This project cannot be opened: at {place} it has {value} instead of {wanted}. Nothing was changed."
    )
    return Misfit(place, template, value=shown(value), wanted=wanted)


def shown(value: object) -> str:
    """The value as the file has it, in short."""
    match value:
        case dict():
            return "{…}"
        case list():
            return "[…]"
        case None:
            return "null"
        case bool():
            return str(value).lower()
        case str():
            return f"“{value[:40]}”"
    return str(value)

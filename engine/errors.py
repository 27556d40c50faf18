"""Errors that a learner reads: one sentence, with the remedy in it."""

from numbers import Number

LONGEST_VALUE = 60
LONGEST_REASON = 160
"""Characters that a sentence has room for: of a value, and of the `reason` that another program gave in its words."""


def QT_TRANSLATE_NOOP(context: str, text: str) -> str:
    """Gives `text` back. Qt's lupdate looks for this name; the window translates, the engine speaks English."""
    return text


class Problem(Exception):
    """Something that stops what was asked, told in one sentence.

    `template` is the English sentence with `{names}` for the `values`, so that the window can translate the
    sentence and keep the values; `str()` gives it in English.
    """

    def __init__(self, template: str, **values: object) -> None:
        self.template = template
        self.values = {
            name: _brief(value, LONGEST_REASON if name == "reason" else LONGEST_VALUE) for name, value in values.items()
        }
        super().__init__(template.format(**self.values))


class InputError(Problem, ValueError):
    """A value that cannot be used. `field` names the setting at fault, so that the sentence can stand beside it."""

    def __init__(self, field: str, template: str, **values: object) -> None:
        super().__init__(template, **values)
        self.field = field


def _brief(value: object, longest: int) -> object:
    """The value as it fits into a sentence: a number as it is, anything else, however long, as part of one line."""
    if isinstance(value, int) and value.bit_length() > 128:
        return f"{'-' if value < 0 else ''}10^{int(value.bit_length() * 0.30103)}"
    if isinstance(value, Number):
        return value
    text = " ".join(str(value).split())
    return text if len(text) <= longest else f"{text[:longest]}…"

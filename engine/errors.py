"""Errors that a learner reads: one sentence, with the remedy in it."""


def QT_TRANSLATE_NOOP(context: str, text: str) -> str:
    """Gives `text` back. Qt's lupdate looks for this name; the window translates, the engine speaks English."""
    return text


class Problem(Exception):
    """Something that stops what was asked, told in one sentence.

    `template` is the English sentence with `{names}` for the `values`, so that the window can translate the
    sentence and keep the values; `str()` gives it in English.
    """

    def __init__(self, template: str, **values: object) -> None:
        super().__init__(template.format(**values))
        self.template = template
        self.values = values


class InputError(Problem, ValueError):
    """A value that cannot be used. `field` names the setting at fault, so that the sentence can stand beside it."""

    def __init__(self, field: str, template: str, **values: object) -> None:
        super().__init__(template, **values)
        self.field = field

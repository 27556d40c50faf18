"""What is learned from, and what is kept from training to validate."""

from __future__ import annotations

from dataclasses import replace

from engine.datasets import KINDS, Recipe
from engine.errors import QT_TRANSLATE_NOOP, Problem
from engine.keras_lab.protocol import Frame, Notice, Plan, ValidationKind
from gui.controls import parsing
from gui.controls.choice import Choice
from gui.controls.data_form import DataForm
from gui.controls.field import Field
from gui.controls.note import Note
from gui.data_choices import DataChoices
from gui.tabs.keras import words
from gui.tabs.keras.page import Page


class DataPage(Page):
    """The recipe of the points, and how some of them are held out."""

    FIELDS = ("data", "validation", "share", "shuffle_first")

    def __init__(self, plan: Plan) -> None:
        super().__init__(plan)
        self._notices: tuple[Notice, ...] = ()
        self._form = DataForm(_choices_of(plan.data, DataChoices()), asks_for_class_1=False)
        self._form.set_spacing(8)
        self.column.addWidget(self._form)
        self.column.addSpacing(6)
        self.add_heading("validation")
        self._kind: Choice[ValidationKind] = Choice(width=158)
        self._share: Field[float] = Field(0.3, _share, _show_share, _step_share)
        self._shuffle: Choice[bool] = Choice(width=92)
        for row in (self._kind, self._share, self._shuffle):
            self.add_row(row)
            row.set_term("validation")
        self._notes = (Note(), Note(), Note())
        for number, note in enumerate(self._notes):
            self.column.addWidget(note)
            note.taken.connect(lambda number=number: self._take(number))
        self.column.addStretch()
        self._form.changed.connect(lambda: self.edit(replace(self.plan, data=self._form.choices.drawn())))
        self._form.refused.connect(self.bring_into_view)
        self._kind.changed.connect(self._change)
        self._share.changed.connect(self._change)
        self._shuffle.changed.connect(self._change)
        self.retranslate()
        self.show_plan(plan)

    def show_plan(self, plan: Plan) -> None:
        super().show_plan(plan)
        if plan.data != self._form.choices.drawn():
            self._form.set_choices(_choices_of(plan.data, self._form.choices))
        self._kind.set_value(plan.validation.kind)
        self._share.set_value(plan.validation.share)
        self._shuffle.set_value(plan.validation.shuffle_first)
        self._show_parts()

    def draw(self, frame: Frame) -> None:
        notices = words.about_validation(frame)
        if notices == self._notices:
            return
        self._notices = notices
        for number, note in enumerate(self._notes):
            notice = self._notices[number] if number < len(self._notices) else None
            offers = notice is not None and notice.plan is not None
            note.say(notice.problem if notice else None, self._offer if offers else None, is_wrong=False)

    def show_problem(self, field: str, at: int | None, problem: Problem) -> bool:
        rows = {"share": self._share, "shuffle_first": self._shuffle, "validation": self._kind}
        row = rows.get(field)
        if row is None:
            return field != "seed" and self._form.show_problem(field, problem)
        row.set_error(problem)
        return True

    def retranslate(self) -> None:
        self._headings["validation"].setText(self.tr("Validation"))
        self._kind.set_options(
            [
                (ValidationKind.HOLD_OUT, self.tr("held out")),
                (ValidationKind.SPLIT, "validation_split"),
                (ValidationKind.NONE, self.tr("none")),
            ]
        )
        self._kind.set_label(
            self.tr("Points"),
            self.tr(
                "Held out: a seeded permutation, given as validation_data. validation_split: Keras takes the last "
                "points as they lie. None: every point is trained on."
            ),
        )
        self._share.set_label(self.tr("Share"), self.tr("How much of the points validates and is not trained on"))
        self._share.set_suffix("%")
        self._shuffle.set_options([(False, self.tr("no")), (True, self.tr("yes"))])
        self._shuffle.set_label(
            self.tr("Shuffle first"),
            self.tr("Whether the points are permuted before fit splits them; as they lie, the last are of one class"),
        )

    def _offer(self) -> str:
        return self.tr("Shuffle first")

    def _take(self, number: int) -> None:
        notice = self._notices[number]
        if notice.plan is not None:
            self.edit(notice.plan)
            self.show_plan(notice.plan)

    def _show_parts(self) -> None:
        kind = self._kind.value()
        self._share.setVisible(kind is not ValidationKind.NONE)
        self._shuffle.setVisible(kind is ValidationKind.SPLIT)

    def _change(self, _: object) -> None:
        self._show_parts()
        validation = replace(
            self.plan.validation,
            kind=self._kind.value(),
            share=self._share.value(),
            shuffle_first=self._shuffle.value(),
        )
        self.edit(replace(self.plan, validation=validation))


def _choices_of(recipe: Recipe, choices: DataChoices) -> DataChoices:
    """These choices, with that recipe chosen; as they are for one that is not drawn here."""
    default = DataChoices()
    key = next((kind.key for kind in KINDS if type(default.recipe_of(kind.key)) is type(recipe)), None)
    return choices if key is None else choices.with_recipe(key, recipe).with_kind(key)


def _share(text: str) -> float:
    """A share as a percentage. Raises `Problem`."""
    percent = parsing.number(text.replace("%", ""))
    if not 0 < percent < 100:
        raise Problem(
            QT_TRANSLATE_NOOP("engine", "The share that validates must lie between 0 and 100 %, not {value}."),
            value=f"{percent:g}",
        )
    return percent / 100


def _show_share(share: float) -> str:
    return parsing.show_number(round(100 * share, 6))


def _step_share(share: float, direction: int) -> float:
    return min(max(round(share + 0.05 * direction, 4), 0.05), 0.95)

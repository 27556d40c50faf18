"""What is asked before a run is saved as an animation: which steps, how large, how fast, in which format."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from engine.animation import ENDINGS, LAST_MILLISECONDS, RATES, Kind
from engine.protocol import Frame
from engine.saving import Progress
from engine.training.moments import chosen_steps
from gui import fonts
from gui.controls import parsing
from gui.controls.choice import Choice
from gui.controls.field import Field
from gui.controls.stepping import whole_step
from gui.file_saver import FileSaver, Offer
from gui.settings import SettingsStore
from gui.tabs.training.animation.choices import GROUP, MOST_AT_FIRST, SIZES, AnimationChoices
from gui.tabs.training.animation.projector import Projector
from gui.tabs.training.animation.stage import Look, Stage

FIELD_WIDTH, CHOICE_WIDTH = 86, 150


class AnimationDialog(QDialog):
    """Stands beside the window, which goes on meanwhile; the run is the one that was seen when it was opened."""

    def __init__(self, frame: Frame, look: Look, saver: FileSaver, store: SettingsStore, parent: QWidget) -> None:
        super().__init__(parent)
        self._parent = parent
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._frame, self._look, self._saver, self._store = frame, look, saver, store
        newest = len(frame.history.loss)
        choices = store.remembered(GROUP, AnimationChoices())
        every = max(1, -(-newest // MOST_AT_FIRST))
        self._fields: dict[str, Field[int]] = {
            name: Field(value, partial(self._parse, name), str, whole_step, FIELD_WIDTH)
            for name, value in (("first", 0), ("last", newest), ("every", every))
        }
        self._size: Choice[tuple[int, int]] = Choice(CHOICE_WIDTH)
        self._rate: Choice[int] = Choice(CHOICE_WIDTH)
        self._kind: Choice[Kind] = Choice(CHOICE_WIDTH)
        self._size.set_options([(size, f"{size[0]} × {size[1]}") for size in SIZES])
        self._size.set_value(next((size for size in SIZES if size[0] == choices.width), SIZES[1]))
        self._rate.set_options([(rate, str(rate)) for rate in RATES])
        self._rate.set_value(choices.rate if choices.rate in RATES else 10)
        self._kind.set_options([("gif", "GIF"), ("apng", "APNG")])
        self._kind.set_value(choices.kind)
        self._about = QLabel()
        self._about.setProperty("role", "muted")
        self._about.setWordWrap(True)
        self._save = QPushButton()
        self._save.setProperty("role", "primary")
        self._cancel = QPushButton()
        self._lay_out()
        for row in self._fields.values():
            row.changed.connect(self._tell)
        for choice in (self._size, self._rate, self._kind):
            choice.changed.connect(self._tell)
        self._save.clicked.connect(self._ask)
        self._cancel.clicked.connect(self.close)
        self.retranslate()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def retranslate(self) -> None:
        """Says everything in the language that is now in force."""
        self.setWindowTitle(self.tr("Save as an animation"))
        labels = {
            "first": (self.tr("From step"), self.tr("The step that it begins with")),
            "last": (self.tr("To step"), self.tr("The step that it ends with, which is always shown")),
            "every": (self.tr("Every"), self.tr("1 shows every step, 10 every tenth")),
        }
        for name, (label, tooltip) in labels.items():
            self._fields[name].set_label(label, tooltip)
        self._fields["every"].set_suffix(self.tr("steps"))
        self._size.set_label(self.tr("Size"), self.tr("Pixels across and down, whatever the size of the window"))
        self._rate.set_label(
            self.tr("Frames a second"), self.tr("How fast it runs; the last frame stays for two seconds")
        )
        self._kind.set_label(
            self.tr("Format"),
            self.tr("GIF opens everywhere, and has 255 colours; APNG has all of them"),
        )
        for button, text, tooltip in (
            (self._save, self.tr("Save …"), self.tr("Choose where to save it")),
            (self._cancel, self.tr("Cancel"), self.tr("Close, and save nothing")),
        ):
            button.setText(text)
            button.setToolTip(tooltip)
            button.setAccessibleName(text)
        self._tell()

    def steps(self) -> tuple[int, ...]:
        """The steps that are chosen."""
        return self._steps_with({})

    def _steps_with(self, typed: dict[str, int]) -> tuple[int, ...]:
        first, last, every = (typed.get(name, field.value()) for name, field in self._fields.items())
        return chosen_steps(first, last, every, len(self._frame.history.loss))

    def _parse(self, name: str, text: str) -> int:
        value = parsing.whole_number(text)
        self._steps_with({name: value})
        return value

    def _tell(self, _: object = None) -> None:
        """Says what there will be."""
        count = len(self.steps())
        seconds = (count - 1) / self._rate.value() + LAST_MILLISECONDS / 1000
        about = self.tr("{count} frames, {seconds} seconds").format(count=f"{count:,}", seconds=f"{seconds:.1f}")
        self._about.setText(about)

    def _ask(self) -> None:
        """Asks for the file, and goes; where something typed cannot be used, stays there."""
        for row in self._fields.values():
            if row.error():
                row.setFocus()
                return
        kind, rate, size = self._kind.value(), self._rate.value(), self._size.value()
        choices = AnimationChoices(kind, rate, size[0])
        self._store.remember(GROUP, choices)
        frame, steps = self._frame, self.steps()
        stage = Stage(QSize(*size), self._look, self._parent)
        projector = Projector(stage)

        def write(path: str, progress: Progress) -> None:
            projector.write(path, frame, steps, kind, rate, progress)

        title = self.tr("Save as an animation")
        name = self.tr("training") + f".{ENDINGS[kind]}"
        self._saver.ask(Offer(title, name, kind.upper(), write, finish=stage.deleteLater))
        self.close()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 18)
        column.setSpacing(8)
        for row in (*self._fields.values(), self._size, self._rate, self._kind, self._about):
            column.addWidget(row)
        column.addSpacing(8)
        buttons = QHBoxLayout()
        buttons.addStretch()
        for button in (self._cancel, self._save):
            button.setAutoDefault(False)  # Enter in a field is for the field
            button.setFixedHeight(fonts.px(28))
            buttons.addWidget(button)
        column.addLayout(buttons)
        self.setMinimumWidth(fonts.px(300))

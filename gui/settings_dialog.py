"""Ctrl+,: what the user wants of the window as a whole. Every choice is in force at once, and remembered."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QCheckBox, QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

from gui import fonts, language, motion, theme
from gui.controls.choice import Choice
from gui.controls.plain_dialog import PlainDialog
from gui.focus_ring import FocusRing
from gui.palette import CLASS_CHOICES
from gui.plots.class_colours import class_colour, class_shape
from gui.preferences import Preferences

WIDTH, HEIGHT, CHOICE_WIDTH = 440, 520, 190


class SettingsDialog(PlainDialog):
    """Shows what holds, whoever changed it."""

    def __init__(self, preferences: Preferences, ring: FocusRing, parent: QWidget) -> None:
        super().__init__(ring, WIDTH, HEIGHT, parent)
        self._preferences = preferences
        self._theme: Choice[str] = Choice(CHOICE_WIDTH)
        self._language: Choice[str] = Choice(CHOICE_WIDTH)
        self._text_size: Choice[int] = Choice(CHOICE_WIDTH)
        self._motion: Choice[str] = Choice(CHOICE_WIDTH)
        self._classes: Choice[str] = Choice(CHOICE_WIDTH)
        self._swapped = QCheckBox()
        self._sample = _Sample(preferences)
        self._headings = tuple(_heading() for _ in range(2))
        self._about_confirming = QLabel()
        self._about_confirming.setProperty("role", "small")
        self._about_confirming.setWordWrap(True)
        self._reset = QPushButton()
        self._reset.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._lay_out()
        for name, choice in self._choices().items():
            choice.changed.connect(lambda value, name=name: preferences.choose(**{name: value}))
        self._swapped.toggled.connect(lambda is_on: preferences.choose(swaps_class_colours=is_on))
        self._reset.clicked.connect(preferences.reset)
        preferences.changed.connect(self._show_settings)
        preferences.theme.palette_changed.connect(self._sample.update)
        self.retranslate()

    def retranslate(self) -> None:
        self.setWindowTitle(self.tr("Settings"))
        for heading, text in zip(self._headings, (self.tr("Window"), self.tr("Colours of the classes")), strict=True):
            heading.setText(text)
        self._theme.set_label(self.tr("Theme"), self.tr("The colours of the window"))
        self._theme.set_options(
            list(
                zip(
                    theme.CHOICES,
                    (self.tr("like the system"), self.tr("light"), self.tr("dark"), self.tr("high contrast")),
                    strict=True,
                )
            )
        )
        self._language.set_label(self.tr("Language"), self.tr("The language of the window"))
        codes = ("", *language.available())
        self._language.set_options([(code, language.NAMES.get(code) or self.tr("like the system")) for code in codes])
        self._text_size.set_label(self.tr("Text size"), self.tr("Ctrl and plus, Ctrl and minus; Ctrl+0 is the usual"))
        self._text_size.set_options([(percent, f"{percent} %") for percent in fonts.PERCENTS])
        self._motion.set_label(self.tr("Motion"), self.tr("Whether menus and tooltips fade, and the caret blinks"))
        self._motion.set_options(list(zip(motion.CHOICES, (self.tr("like the system"), self.tr("none")), strict=True)))
        self._classes.set_label(
            self.tr("Colours"), self.tr("Those of every set are told apart with the common colour-blindnesses, too")
        )
        names = (self.tr("blue and orange"), self.tr("violet and gold"), self.tr("dark and bright"))
        self._classes.set_options(list(zip(CLASS_CHOICES, names, strict=True)))
        self._swapped.setText(self.tr("Class 0 and class 1 change colours"))
        self._swapped.setAccessibleName(self._swapped.text())
        self._swapped.setToolTip(self.tr("So that class 0 has the colour that class 1 has otherwise"))
        self._sample.setAccessibleName(self.tr("The colours of the four classes"))
        self._about_confirming.setText(
            self.tr("TapeLab asks for no confirmations: what is done can be undone, and what is not saved is kept.")
        )
        self._reset.setText(self.tr("Reset to the defaults"))
        self._reset.setAccessibleName(self._reset.text())
        self._reset.setToolTip(self.tr("All that is chosen here is as it was when TapeLab was new"))
        self._show_settings()

    def _choices(self) -> dict[str, Choice[str] | Choice[int]]:
        return {
            "theme": self._theme,
            "language": self._language,
            "text_size": self._text_size,
            "motion": self._motion,
            "class_colours": self._classes,
        }

    def _show_settings(self) -> None:
        settings = self._preferences.settings
        nearest = min(fonts.PERCENTS, key=lambda percent: abs(percent - settings.text_size))
        self._theme.set_value(self._preferences.theme.choice)
        self._language.set_value(self._preferences.language.choice)
        self._text_size.set_value(nearest)
        self._motion.set_value(self._preferences.motion.choice)
        known = settings.class_colours in CLASS_CHOICES
        self._classes.set_value(settings.class_colours if known else CLASS_CHOICES[0])
        self._swapped.blockSignals(True)
        self._swapped.setChecked(settings.swaps_class_colours)
        self._swapped.blockSignals(False)

    def _lay_out(self) -> None:
        first, second = self._headings
        above: tuple[QWidget, ...] = (first, self._theme, self._language, self._text_size, self._motion)
        below: tuple[QWidget, ...] = (second, self._classes, self._swapped, self._sample)
        for widget in above:
            self.column.addWidget(widget)
        self.column.addSpacing(8)
        for widget in below:
            self.column.addWidget(widget)
        self.column.addStretch()
        self.column.addWidget(self._about_confirming)
        rule = QFrame()
        rule.setProperty("role", "rule")
        rule.setFixedHeight(1)
        row = QHBoxLayout()
        row.addStretch()
        row.addWidget(self._reset)
        self.below.addWidget(rule)
        self.below.addSpacing(4)
        self.below.addLayout(row)


class _Sample(QWidget):
    """A point of each class, as in the plots."""

    def __init__(self, preferences: Preferences) -> None:
        super().__init__()
        self._preferences = preferences
        self.setFixedHeight(fonts.px(32))

    def sizeHint(self) -> QSize:
        return QSize(160, fonts.px(32))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        for label in range(4):
            painter.setBrush(QColor(class_colour(self._preferences.theme.palette, label)))
            centre = self.rect().toRectF().topLeft()
            centre.setX(fonts.px(14 + 36 * label))
            centre.setY(self.height() / 2)
            painter.drawPath(class_shape(centre, fonts.px(8), label))


def _heading() -> QLabel:
    heading = QLabel()
    heading.setProperty("role", "heading")
    return heading

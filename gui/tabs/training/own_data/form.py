"""How a table is read and what is made of it: the choices beside its preview."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from engine.reading.layout import DECIMALS, DELIMITERS, ENCODINGS, KnownLayout, Layout
from engine.reading.own_data import Gaps
from engine.reading.rows import ENCODING_NAMES
from gui import fonts
from gui.controls.choice import Choice

WIDTH = 284
CHOICE_WIDTH = 164


class OwnDataForm(QWidget):
    """The layout that is wanted, where None means what is recognised; the class; what becomes of gaps and scales."""

    # The table is to be read in another way; it carries the `Layout`.
    layout_chosen = Signal(object)

    # The class, the gaps or the scaling were chosen anew.
    data_chosen = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._wanted = Layout()
        self._known: KnownLayout | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(14, 12, 14, 12)
        self._column.setSpacing(8)
        self.setFixedWidth(fonts.px(WIDTH))
        self._headings = {"reading": QLabel(), "data": QLabel()}
        self._encoding: Choice[Any] = Choice(CHOICE_WIDTH)
        self._delimiter: Choice[Any] = Choice(CHOICE_WIDTH)
        self._decimal: Choice[Any] = Choice(CHOICE_WIDTH)
        self._header: Choice[Any] = Choice(CHOICE_WIDTH)
        self._target: Choice[str] = Choice(CHOICE_WIDTH)
        self._gaps: Choice[Gaps] = Choice(CHOICE_WIDTH)
        self._scale: Choice[bool] = Choice(CHOICE_WIDTH)
        self._target.set_options([("", "")])
        self._add_heading("reading")
        for name, row in self._layout_rows().items():
            self._column.addWidget(row)
            row.changed.connect(partial(self._choose_layout, name))
        self._column.addSpacing(8)
        self._add_heading("data")
        for choice in (self._target, self._gaps, self._scale):
            self._column.addWidget(choice)
            choice.changed.connect(lambda _: self.data_chosen.emit())
        self._column.addStretch()
        self.retranslate()

    @property
    def target(self) -> str:
        """The name of the class column."""
        return self._target.value()

    @property
    def gaps(self) -> Gaps:
        """What becomes of rows with gaps."""
        return self._gaps.value()

    @property
    def standardises(self) -> bool:
        """Whether all features are put on one scale."""
        return self._scale.value()

    @property
    def wanted(self) -> Layout:
        """The layout that is wanted."""
        return self._wanted

    def set_wanted(self, wanted: Layout) -> None:
        """Shows another layout, of which nothing is known yet."""
        self._wanted, self._known = wanted, None
        self._show_layout(True)
        self.retranslate()

    def show_known(self, known: KnownLayout | None) -> None:
        """What was recognised; None where nothing is to be asked."""
        self._known = known
        self._show_layout(known is not None)
        self.retranslate()

    def show_columns(self, names: Sequence[str], target: str) -> None:
        """The columns to choose the class from."""
        self._target.set_options([(name, name) for name in names] or [("", "")])
        if target in names:
            self._target.set_value(target)

    def set_data_choice(self, gaps: Gaps, standardises: bool) -> None:
        """What was chosen the last time."""
        self._gaps.set_value(gaps)
        self._scale.set_value(standardises)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def retranslate(self) -> None:
        """Says everything in the language that is now in force."""
        self._headings["reading"].setText(self.tr("How it is read"))
        self._headings["data"].setText(self.tr("What is learned"))
        self._encoding.set_label(self.tr("Encoding"), self.tr("How the letters are written in the file."))
        self._delimiter.set_label(self.tr("Delimiter"), self.tr("What stands between the columns."))
        self._decimal.set_label(self.tr("Decimal sign"), self.tr("What stands before the decimals: 1.5 or 1,5."))
        self._header.set_label(self.tr("First row"), self.tr("Whether the first row names the columns."))
        self._target.set_label(self.tr("Class"), self.tr("The column that tells which class each row belongs to."))
        self._gaps.set_label(
            self.tr("Gaps"), self.tr("Rows with a gap are left out, or a gap is filled with the mean of its column.")
        )
        self._scale.set_label(
            self.tr("Scale"),
            self.tr("Standardise: each feature minus its mean, divided by its standard deviation, for the training."),
        )
        delimiters = {
            ",": self.tr("comma ,"),
            ";": self.tr("semicolon ;"),
            "\t": self.tr("tab"),
            "|": self.tr("bar |"),
        }
        decimals = {".": self.tr("point 1.5"), ",": self.tr("comma 1,5")}
        headers = {True: self.tr("names"), False: self.tr("data")}
        known = self._known
        self._offer(self._encoding, {name: ENCODING_NAMES[name] for name in ENCODINGS}, known and known.encoding)
        self._offer(self._delimiter, {sign: delimiters[sign] for sign in DELIMITERS}, known and known.delimiter)
        self._offer(self._decimal, {sign: decimals[sign] for sign in DECIMALS}, known and known.decimal)
        self._offer(self._header, headers, known and known.has_header)
        for name, row in self._layout_rows().items():
            row.set_value(getattr(self._wanted, name))
        self._gaps.set_options([("drop", self.tr("leave rows out")), ("fill", self.tr("fill with mean"))])
        self._scale.set_options([(True, self.tr("standardise")), (False, self.tr("as they are"))])

    def _show_layout(self, shown: bool) -> None:
        for part in (self._headings["reading"], *self._layout_rows().values()):
            part.setVisible(shown)

    def _layout_rows(self) -> dict[str, Choice[Any]]:
        return {
            "encoding": self._encoding,
            "delimiter": self._delimiter,
            "decimal": self._decimal,
            "has_header": self._header,
        }

    def _offer(self, row: Choice[Any], texts: dict[Any, str], recognised: object) -> None:
        """What is recognised, in words, then everything that could be said instead."""
        automatic = self.tr("automatic")
        if recognised is not None:
            automatic = self.tr("auto: {found}").format(found=texts[recognised])
        row.set_options([(None, automatic), *texts.items()])

    def _choose_layout(self, name: str, value: Any) -> None:
        self._wanted = replace(self._wanted, **{name: value})
        self.layout_chosen.emit(self._wanted)

    def _add_heading(self, name: str) -> None:
        heading = self._headings[name]
        heading.setProperty("role", "section")
        self._column.addWidget(heading)

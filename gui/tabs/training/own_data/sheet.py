"""The sheet for a table of the user's own: where it comes from, how it is read, what is learned of it."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QApplication,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QMenu,
    QProgressBar,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from engine.errors import QT_TRANSLATE_NOOP, Problem
from engine.reading.layout import Layout
from engine.reading.own_data import OwnData
from engine.reading.protocol import Choose, Chosen, Event, GiveUp, HasRead, Looked, Open, Progressed, Refused
from engine.reading.reader import Reader
from engine.reading.source import FileSource, PastedSource, Source
from engine.reading.table import Table
from engine.worker import EngineThread
from gui import fonts
from gui.controls.card import Card
from gui.controls.icon_button import IconButton
from gui.controls.message_line import MessageLine
from gui.data_choices import EXAMPLES, OwnChoices, example_path
from gui.palette import Palette
from gui.tabs.training.own_data import words
from gui.tabs.training.own_data.columns_model import ColumnsModel
from gui.tabs.training.own_data.form import OwnDataForm
from gui.tabs.training.own_data.preview_model import PreviewModel
from gui.tabs.training.own_data.tables import columns_view, preview_view

MOST_FITTED = 60
"""Columns up to which each of the preview gets the width that it needs; to measure more would take too long."""


class OwnDataSheet(Card):
    """Opens, previews and reads a table on a thread of its own; every change shows at once."""

    # Data to learn from, which the user has accepted, or which were remembered: `OwnData` and its `OwnChoices`.
    accepted = Signal(object, object)

    # The user wants to see the training again. Carries nothing.
    closed = Signal()

    # The data that were remembered cannot be had any more; it carries the `Problem`.
    lost = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._reader = EngineThread(Reader, self)
        self._reader.happened.connect(self._take)
        self._reading = 0
        self._source: Source | None = None
        self._table: Table | None = None
        self._features: tuple[str, ...] = ()
        self._data: OwnData | None = None
        self._remembered: OwnChoices | None = None  # to be chosen as soon as the table is there
        self._is_restoring = False
        self._digest = ""  # of the data to restore; "" for whatever is in the file
        self._columns = ColumnsModel()
        self._preview = PreviewModel()
        self._form = OwnDataForm()
        self._open = QPushButton()
        self._examples = QPushButton()
        self._menu = QMenu(self._examples)
        self._examples.setMenu(self._menu)
        self._paste = QPushButton()
        self._close = IconButton("close", side=28, icon_size=16)
        self._learn = QPushButton()
        self._learn.setProperty("role", "primary")
        self._cancel = QPushButton()
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setRange(0, 1000)
        self._bar.setFixedWidth(fonts.px(160))
        self._status = MessageLine()
        self._invitation = QLabel()
        self._preview_title = QLabel()
        self._pages = QStackedWidget()
        self._lay_out()
        self._connect()
        self._show_state()
        self.retranslate()

    # Where a table comes from

    def open_file(self, path: Path) -> None:
        """Reads this file, and shows what is in it."""
        self._begin(FileSource(path.absolute()), Layout(), None)

    def ask_for_file(self) -> None:
        """Lets the user choose a file; the window goes on meanwhile."""
        dialog = QFileDialog(self, self.tr("Open a table"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters([self.tr("Tables (*.csv *.tsv *.txt *.dat *.parquet)"), self.tr("All files (*)")])
        dialog.fileSelected.connect(lambda path: self.open_file(Path(path)))
        dialog.open()

    def paste(self) -> None:
        """Reads the table on the clipboard."""
        self.take_text(QApplication.clipboard().text())

    def take_text(self, text: str) -> None:
        """Reads this text as a table."""
        try:
            if not text.strip():
                raise Problem(QT_TRANSLATE_NOOP("engine", "There is no text on the clipboard; copy a table first."))
            source = PastedSource(text, self.tr("The pasted text"))
        except Problem as problem:
            self._status.show_problem(problem)
            return
        self._begin(source, Layout(), None)

    def restore(self, remembered: OwnChoices, *, must_be_same: bool = False) -> None:
        """Reads the file of the last time again, and accepts it without being asked; or tells that it is `lost`.

        must_be_same: what is in it by now is not accepted in place of what was there.
        """
        try:
            source = remembered.source(self.tr("The pasted text"))
        except Problem as problem:
            self.lost.emit(problem)
            return
        self._begin(source, remembered.layout(), remembered)
        self._is_restoring = True
        self._digest = remembered.digest if must_be_same else ""

    def forget_remembered(self) -> None:
        """What is being restored is no longer wanted, and accepted only if the user says so."""
        self._is_restoring = False

    def close_engine(self, milliseconds: int) -> bool:
        """Ends the thread that reads."""
        return self._reader.close(milliseconds)

    def set_palette(self, palette: Palette) -> None:
        self._columns.set_palette(palette)
        self._preview.set_palette(palette)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def retranslate(self) -> None:
        """Says everything in the language that is now in force."""
        self.set_title(self.tr("Your own data"), "" if self._source is None else self._source.name)
        texts = {
            self._open: (self.tr("Open …"), self.tr("Choose a file with a table, as CSV for example")),
            self._examples: (self.tr("Examples"), self.tr("Tables that come with the program")),
            self._paste: (
                self.tr("Paste"),
                self.tr("Take the table that was copied from a spreadsheet (Ctrl+V)"),
            ),
            self._learn: (self.tr("Learn from these"), self.tr("Start training on these columns, at step 0")),
            self._cancel: (self.tr("Cancel"), self.tr("Stop reading")),
        }
        for button, (text, tooltip) in texts.items():
            button.setText(text)
            button.setToolTip(tooltip)
            button.setAccessibleName(text)
        examples = {
            "iris": self.tr("Iris: petals of three species"),
            "penguins": self.tr("Penguins: two scales far apart"),
            "challenger": self.tr("Challenger: classes that no line parts"),
        }
        self._menu.clear()
        for name in EXAMPLES:
            self._menu.addAction(examples[name], partial(self.open_file, example_path(name)))
        self._close.set_label(self.tr("Back to the training"), self.tr("Esc"))
        self._bar.setAccessibleName(self.tr("How much has been read"))
        self._bar.setToolTip(self.tr("How much has been read"))
        self._invitation.setText(self.tr("Open a table, drop a file here, or paste one from a spreadsheet."))
        self._preview_title.setText(self.tr("The first rows"))
        self._columns_view.setAccessibleName(self.tr("Columns"))
        self._preview_view.setAccessibleName(self.tr("The first rows"))
        self._columns.refresh()
        if self._data is not None:
            self._tell_data(self._data)

    # Reading

    def _begin(self, source: Source, layout: Layout, remembered: OwnChoices | None) -> None:
        self._source, self._remembered, self._is_restoring = source, remembered, False
        self._form.set_wanted(layout)
        if remembered is not None:
            self._form.set_data_choice(remembered.gaps, remembered.standardise)
        self._preview.show_preview(None)
        self._read()
        self.retranslate()

    def _read(self) -> None:
        if self._source is None:
            return
        self._reading += 1
        self._table = self._data = None
        self._columns.show_table(None)
        self._status.clear()
        self._bar.setValue(0)
        self._reader.send(Open(self._reading, self._source, self._form.wanted))
        self._show_state(is_reading=True)

    def _give_up(self) -> None:
        self._reading += 1
        self._reader.send(GiveUp())
        self._show_state()

    def _choose(self) -> None:
        """What is chosen becomes data, or is refused."""
        target = self._form.target
        self._features = tuple(name for name in self._features if name != target)
        self._columns.show_choice(self._features, target)
        self._preview.show_choice(self._features, target)
        self._data = None
        self._show_state()
        if self._table is not None:
            self._reader.send(Choose(self._reading, self._features, target, self._form.gaps, self._form.standardises))

    @Slot(object)
    def _take(self, event: Event) -> None:
        if event.reading != self._reading:
            return  # of a table that is no longer asked for
        match event:
            case Looked():
                self._form.show_known(event.preview.layout)
                self._preview.show_preview(event.preview)
                if len(event.preview.names) <= MOST_FITTED:
                    self._preview_view.resizeColumnsToContents()
            case Progressed():
                self._bar.setValue(round(1000 * event.share))
            case HasRead():
                self._take_table(event)
            case Chosen():
                self._take_data(event.data)
            case Refused():
                self._take_refusal(event)

    def _take_table(self, event: HasRead) -> None:
        self._table = event.table
        self._columns.show_table(event.table)
        names = [column.name for column in event.table.columns]
        features, target = event.features, event.target
        before = self._remembered
        if before is not None and before.target in names and set(before.features) <= set(names):
            features, target = tuple(before.features), before.target
        self._features = features
        self._form.show_columns(names, target)
        self._choose()

    def _take_data(self, data: OwnData) -> None:
        self._data = data
        self._tell_data(data)
        self._show_state()
        if not self._is_restoring:
            return
        if self._digest in ("", data.prepared.digest):
            self._accept()
        else:
            self._lose(_changed(data))

    def _take_refusal(self, event: Refused) -> None:
        self._status.show_problem(event.problem)
        self._show_state()
        if self._is_restoring:
            self._lose(event.problem)

    def _lose(self, problem: Problem) -> None:
        self._is_restoring = False
        self.lost.emit(problem)

    def _accept(self) -> None:
        if self._data is None:
            return
        self._is_restoring = False
        self.accepted.emit(self._data, OwnChoices.of(self._data, self._form.wanted))

    def _tell_data(self, data: OwnData) -> None:
        self._status.show_info(lambda: words.about_data(data))

    def _choose_features(self, features: tuple[str, ...]) -> None:
        self._features = features
        self._choose()

    def _show_state(self, is_reading: bool = False) -> None:
        self._pages.setCurrentIndex(0 if self._source is None else 1)
        self._bar.setVisible(is_reading)
        self._cancel.setVisible(is_reading)
        self._learn.setVisible(not is_reading)
        self._learn.setEnabled(self._data is not None)

    # Its parts

    def _lay_out(self) -> None:
        self._columns_view = columns_view(self._columns)
        self._preview_view = preview_view(self._preview)
        for button in (self._examples, self._open, self._paste):
            button.setFixedHeight(fonts.px(26))
            self.add_to_header(button)
        self.add_to_header(self._close)
        self._invitation.setProperty("role", "muted")
        self._invitation.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._invitation.setWordWrap(True)
        self._preview_title.setProperty("role", "section")
        self._preview_title.setContentsMargins(12, 8, 0, 4)
        right = QVBoxLayout()
        right.setContentsMargins(0, 0, 4, 0)
        right.setSpacing(0)
        right.addWidget(self._columns_view, 3)
        right.addWidget(self._preview_title)
        right.addWidget(self._preview_view, 2)
        content = QWidget()
        row = QHBoxLayout(content)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._form)
        row.addLayout(right, 1)
        self._pages.addWidget(self._invitation)
        self._pages.addWidget(content)
        self.body.addWidget(self._pages)
        self.footer.setContentsMargins(0, 0, 12, 0)
        self.add_to_footer(self._status, 1)
        self.add_to_footer(self._bar)
        for button in (self._cancel, self._learn):
            button.setFixedHeight(fonts.px(26))
            self.add_to_footer(button)

    def _connect(self) -> None:
        self._open.clicked.connect(self.ask_for_file)
        self._paste.clicked.connect(self.paste)
        self._close.clicked.connect(self.closed)
        self._cancel.clicked.connect(self._give_up)
        self._learn.clicked.connect(self._accept)
        self._form.layout_chosen.connect(lambda _: self._read())
        self._form.data_chosen.connect(self._choose)
        self._columns.features_chosen.connect(self._choose_features)
        leave = QShortcut(QKeySequence(Qt.Key.Key_Escape), self)
        leave.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        leave.activated.connect(self.closed)


def _changed(data: OwnData) -> Problem:
    template = QT_TRANSLATE_NOOP(
        "engine", "{path} holds other data now than when the project was saved; open it to start on those."
    )
    return Problem(template, path=data.table.source.name)

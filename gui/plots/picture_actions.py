"""What is done with a plot as a picture: copied, saved as PNG, saved as SVG; in the plot's context menu."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QAction, QGuiApplication, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from engine.saving import Progress, write_whole
from gui.file_saver import Offer, Write, saver_of
from gui.plots.picture import Plot, image_of, png_of, vectors_of

SCALES = (1, 2, 3, 4)
COPIED = 2
"""The scale of a copied picture: sharp on any screen and in print of common size."""


class PictureActions(QObject):
    """Follows the language of its widget by itself."""

    def __init__(self, plot: Plot, widget: QWidget, shortcut: str = "Ctrl+Shift+C") -> None:
        """widget: the plot itself, as a widget. shortcut: copies while the plot has the focus; "" for none."""
        super().__init__(widget)
        self._plot = plot
        self._widget = widget
        self._copy, self._svg = QAction(widget), QAction(widget)
        self._menu = QMenu(widget)
        self._scales = [QAction(self._menu) for _ in SCALES]
        self._copy.setShortcut(QKeySequence(shortcut))
        self._copy.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self._copy.triggered.connect(self.copy)
        self._svg.triggered.connect(self.save_svg)
        for scale, action in zip(SCALES, self._scales, strict=True):
            action.triggered.connect(partial(self.save_png, scale))
            self._menu.addAction(action)
        separator = QAction(widget)
        separator.setSeparator(True)
        widget.addActions([separator, self._copy, self._menu.menuAction(), self._svg])
        widget.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        widget.installEventFilter(self)
        self.retranslate()

    def copy(self) -> None:
        """Puts the picture on the clipboard."""
        QGuiApplication.clipboard().setImage(image_of(self._plot, COPIED))
        saver_of(self._widget).told.emit(lambda: self.tr("The picture is on the clipboard."))

    def save_png(self, scale: int) -> None:
        """Asks where to save the picture as it is now, and saves it."""
        image = image_of(self._plot, scale)

        def write(path: str, progress: Progress) -> None:
            write_whole(path, png_of(image))

        self._ask(self.tr("Save as PNG"), "png", self.tr("PNG pictures"), write)

    def save_svg(self) -> None:
        """Asks where to save the picture as it is now, as vectors, and saves it."""
        finish = vectors_of(self._plot)

        def write(path: str, progress: Progress) -> None:
            write_whole(path, finish())

        self._ask(self.tr("Save as SVG"), "svg", self.tr("SVG pictures"), write)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        return False

    def retranslate(self) -> None:
        """Says everything in the language that is now in force."""
        self._copy.setText(self.tr("Copy as a picture"))
        self._svg.setText(self.tr("Save as SVG …"))
        self._menu.setTitle(self.tr("Save as PNG"))
        for scale, action in zip(SCALES, self._scales, strict=True):
            action.setText(self.tr("{scale} × the size on the screen …").format(scale=scale))

    def _ask(self, title: str, ending: str, kind: str, write: Write) -> None:
        name = self._plot.accessibleName() or self.tr("Plot")
        saver_of(self._widget).ask(Offer(title, f"{name}.{ending}", kind, write))

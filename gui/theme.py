"""How the window looks: Fusion in the colours of a `Palette`, light, dark or of high contrast, following the system
unless told."""

from __future__ import annotations

import re
import shutil
import tempfile
import weakref
from dataclasses import asdict
from pathlib import Path
from string import Template

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication

import resources
from gui import fonts, icons
from gui.palette import LIGHT, Palette, coloured

SYSTEM = "system"
_SIZES = re.compile(r"\b(?:font-size|(?:min-|max-)?(?:height|width)|padding(?:-\w+)?|spacing):[^;}]*|-radius: 22px")
_PIXELS = re.compile(r"\b(\d+)px")

CHOICES = (SYSTEM, "light", "dark", "contrast")


class Theme(QObject):
    """The palette in force. Standard widgets follow it by themselves; those with colours of their own listen."""

    palette_changed = Signal(object)  # the Palette that is now in force
    text_size_changed = Signal(int)  # in percent

    def __init__(self, application: QApplication, choice: str = SYSTEM, text_size: int = 100) -> None:
        super().__init__(application)
        self._application = application
        self._pictures = Path(tempfile.mkdtemp(prefix="tapelab-"))
        remove_pictures = weakref.finalize(self, shutil.rmtree, self._pictures, ignore_errors=True)
        application.aboutToQuit.connect(remove_pictures)
        self._palette: Palette | None = None
        self._classes, self._is_swapped = "standard", False
        self.choice = choice
        fonts.load()
        fonts.set_percent(text_size)
        application.setStyle("Fusion")
        application.setFont(fonts.words())
        hints = application.styleHints()
        hints.colorSchemeChanged.connect(self._follow_system)
        hints.accessibility().contrastPreferenceChanged.connect(self._follow_system)
        self.choose(choice)

    @property
    def palette(self) -> Palette:
        """The palette in force."""
        return self._palette or LIGHT

    def choose(self, choice: str) -> None:
        """Light, dark, high contrast, or what the system says (`CHOICES`)."""
        self.choice = choice if choice in CHOICES else SYSTEM
        # So that the frame that the system draws around the window goes along, where it can.
        schemes = {"light": Qt.ColorScheme.Light, "dark": Qt.ColorScheme.Dark, "contrast": Qt.ColorScheme.Dark}
        self._application.styleHints().setColorScheme(schemes.get(self.choice, Qt.ColorScheme.Unknown))
        self._put_in_force()

    def choose_class_colours(self, classes: str, is_swapped: bool) -> None:
        """One of `gui.palette.CLASS_CHOICES`, and whether the first two classes change colours."""
        self._classes, self._is_swapped = classes, is_swapped
        self._put_in_force()

    def choose_text_size(self, percent: int) -> None:
        """All type, and what is as high or wide as type needs it, in percent of its usual size."""
        earlier = fonts.percent()
        fonts.set_percent(percent)
        if fonts.percent() != earlier:
            self._application.setFont(fonts.words())
            self._dress(self.palette)
            self.text_size_changed.emit(fonts.percent())

    def _follow_system(self) -> None:
        if self.choice == SYSTEM:
            self._put_in_force()

    def _name(self) -> str:
        if self.choice != SYSTEM:
            return self.choice
        hints = self._application.styleHints()
        if hints.accessibility().contrastPreference() == Qt.ContrastPreference.HighContrast:
            return "contrast"
        return "dark" if hints.colorScheme() == Qt.ColorScheme.Dark else "light"

    def _put_in_force(self) -> None:
        palette = coloured(self._name(), self._classes, is_swapped=self._is_swapped)
        if palette is not self._palette:
            self._palette = palette
            self._application.setPalette(qt_palette(palette))
            self._dress(palette)
            # Qt has given every widget back the font that it had when a style sheet was first in force.
            follow_text_size()
            self.palette_changed.emit(palette)

    def _dress(self, palette: Palette) -> None:
        """Takes the old style sheet off first: Qt needs seconds to put one in the place of another."""
        with fonts.changing():
            self._application.setStyleSheet("")
            self._application.setStyleSheet(style_sheet(palette, self._pictures))


def follow_text_size() -> None:
    """Has every widget that keeps a font write as large as all type is now."""
    for widget in QApplication.allWidgets():
        if (follow := getattr(widget, "follow_text_size", None)) is not None:
            follow()


def mixed(first: str, second: str, share: float) -> QColor:
    """The colour between two, `share` of the way from `first` to `second`."""
    a, b = QColor(first), QColor(second)
    pairs = ((a.red(), b.red()), (a.green(), b.green()), (a.blue(), b.blue()))
    return QColor(*(round(x + (y - x) * share) for x, y in pairs))


def qt_palette(palette: Palette) -> QPalette:
    """The same colours in Qt's roles, from which widgets that paint themselves take them."""
    roles = QPalette.ColorRole
    colours = {
        roles.Window: palette.background,
        roles.WindowText: palette.text,
        roles.Base: palette.surface,
        roles.AlternateBase: palette.code_background,
        roles.Text: palette.text,
        roles.PlaceholderText: palette.muted,
        roles.BrightText: palette.error,
        roles.Button: palette.surface,
        roles.ButtonText: palette.text,
        roles.Light: palette.hover,
        roles.Midlight: palette.track,
        roles.Mid: palette.border,
        roles.Dark: palette.muted,
        roles.Shadow: palette.border,
        roles.Highlight: palette.accent,
        roles.HighlightedText: palette.on_accent,
        roles.Accent: palette.accent,
        roles.Link: palette.accent,
        roles.LinkVisited: palette.accent,
        roles.ToolTipBase: palette.surface,
        roles.ToolTipText: palette.text,
    }
    result = QPalette()
    for role, colour in colours.items():
        result.setColor(role, QColor(colour))
    faint = mixed(palette.muted, palette.surface, 0.45)
    for role in (roles.WindowText, roles.Text, roles.ButtonText):
        result.setColor(QPalette.ColorGroup.Disabled, role, faint)
    result.setColor(QPalette.ColorGroup.Disabled, roles.Highlight, mixed(palette.accent, palette.surface, 0.5))
    return result


def mixtures(palette: Palette) -> dict[str, str]:
    """The colours of the style sheet that lie between two of the palette's."""
    return {
        "faint": mixed(palette.muted, palette.surface, 0.45).name(),
        "handle": mixed(palette.border, palette.muted, 0.25).name(),
        "selection": mixed(palette.accent_soft, palette.accent, 0.3).name(),
    }


def scaled(sheet: str) -> str:
    """The style sheet with all that depends on the type as large as it is now; lines and corners stay as they are."""
    return _SIZES.sub(lambda found: _PIXELS.sub(lambda size: f"{fonts.px(int(size[1]))}px", found[0]), sheet)


def style_sheet(palette: Palette, pictures: Path) -> str:
    """The style sheet in these colours. The pictures that it names are written to the folder `pictures`."""

    def picture(name: str, colour: str) -> str:
        path = pictures / f"{name}-{colour.removeprefix('#')}.svg"
        path.write_bytes(icons.svg(name, QColor(colour)))
        return path.as_posix()

    return Template(scaled(resources.read_text("style.qss"))).substitute(
        {**asdict(palette), **mixtures(palette)},
        mono=fonts.MONO,
        chevron=picture("chevron-down", palette.muted),
        check=picture("check", palette.on_accent),
        menu_check=picture("check", palette.accent),
    )

"""A flat button with an icon, in the colour that the style sheet gives its text."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QToolButton, QWidget

from gui import fonts, icons
from gui.controls.own_keys import keep_keys


class IconButton(QToolButton):
    """The mouse never gives it the focus, so that keys keep going where they went; Tab does, and shows it."""

    def __init__(
        self, icon_name: str, side: int = 32, icon_size: int = 20, role: str = "", parent: QWidget | None = None
    ) -> None:
        """`role`, for the style sheet: "quiet" for one in muted colours, "round" for the one that matters most."""
        super().__init__(parent)
        self.setProperty("role", role)
        self._icon_name = icon_name
        self.keys = ""  # those that do the same, as they are shown
        self.setFixedSize(fonts.px(side), fonts.px(side))
        self._icon_size = icon_size
        self._drawn: tuple[object, ...] = ()
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        keep_keys(self, Qt.Key.Key_Space)
        self._draw_icon()

    @property
    def icon_name(self) -> str:
        """The icon's name in `resources/icons`."""
        return self._icon_name

    def set_icon_name(self, icon_name: str) -> None:
        """Shows another icon."""
        if icon_name != self._icon_name:
            self._icon_name = icon_name
            self._draw_icon()

    def set_label(self, label: str, keys: str = "") -> None:
        """What the button does, and the keys that do the same: for the tooltip and for screen readers."""
        self.keys = keys
        self.setAccessibleName(label)
        self.setToolTip(f"{label} ({keys})" if keys else label)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._draw_icon()

    def follow_text_size(self) -> None:
        """Draws the icon as large as the type is now."""
        self._draw_icon()

    def _draw_icon(self) -> None:
        palette, groups, roles = self.palette(), QPalette.ColorGroup, QPalette.ColorRole
        colours = (
            palette.color(groups.Active, roles.ButtonText),
            palette.color(groups.Disabled, roles.ButtonText),
            palette.color(groups.Active, roles.Highlight),
        )
        drawn = (self._icon_name, fonts.px(self._icon_size), *(colour.rgb() for colour in colours))
        if drawn == self._drawn:  # Qt tells of another palette many times
            return
        self._drawn = drawn
        colour, disabled, on = colours
        size = fonts.px(self._icon_size)
        self.setIconSize(QSize(size, size))
        self.setIcon(icons.icon(self._icon_name, colour, disabled=disabled, on=on, size=size))

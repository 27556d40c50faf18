"""The bar at the top of the window: the name, the tabs, the project, language and theme."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QEvent, Qt, Signal, SignalInstance
from PySide6.QtGui import QAction, QActionGroup, QFontMetrics
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QLabel, QMenu, QPushButton, QToolButton, QWidget

from gui import fonts, language, theme
from gui.commands.command import Command
from gui.controls.icon_button import IconButton
from gui.guide.keys import GUIDE_KEYS
from gui.main_menu import MainMenu
from gui.palette import Palette
from gui.project_menu import ProjectMenu
from gui.tab import TabSpec

HEIGHT = 46


class TopBar(QFrame):
    """Tells what the user chose; the window does it."""

    tab_chosen = Signal(int)  # the place of the tab in the list of tabs
    language_chosen = Signal(str)  # a language's code, "" for the system's
    theme_chosen = Signal(str)  # one of gui.theme.CHOICES
    guide_requested = Signal()  # open it, or close it

    def __init__(self, tabs: Sequence[TabSpec], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tabs = tuple(tabs)
        self._buttons = QButtonGroup(self)
        self._brand = QLabel()
        self._brand.setProperty("role", "brand")
        self._brand.setTextFormat(Qt.TextFormat.RichText)
        self._language = IconButton("language", icon_size=18)
        self._language_actions = self._menu(self._language, ("", *language.available()), self.language_chosen)
        self._guide = IconButton("guide", icon_size=18)
        self._guide.clicked.connect(self.guide_requested)
        self.project = ProjectMenu()
        self.menu = MainMenu()
        self._theme = IconButton("sun", icon_size=18)
        self._theme_actions = self._menu(self._theme, theme.CHOICES, self.theme_chosen)
        self.setFixedHeight(fonts.px(HEIGHT))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 0, 16, 0)
        layout.setSpacing(4)
        layout.addWidget(self._brand)
        layout.addSpacing(22)
        for index in range(len(self._tabs)):
            button = QPushButton()
            button.setProperty("role", "tab")
            button.setCheckable(True)
            button.setCursor(Qt.CursorShape.PointingHandCursor)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            self._buttons.addButton(button, index)
            layout.addWidget(button)
        layout.addStretch()
        layout.addWidget(self._guide)
        layout.addWidget(self.project)
        layout.addWidget(self._language)
        layout.addWidget(self._theme)
        layout.addWidget(self.menu)
        self._buttons.idClicked.connect(self.tab_chosen)
        self.retranslate()

    def show_tab(self, index: int) -> None:
        """Marks the tab that is in front."""
        self._buttons.button(index).setChecked(True)

    def show_language(self, choice: str) -> None:
        """Marks the chosen language."""
        self._language_actions[choice].setChecked(True)

    def show_theme(self, choice: str, palette: Palette) -> None:
        """Marks the chosen theme, and draws what has colours of its own."""
        self._theme_actions[choice].setChecked(True)
        self._theme.set_icon_name("contrast" if palette.is_contrast else "moon" if palette.is_dark else "sun")
        self._brand.setText(f'Tape<span style="color:{palette.accent}">Lab</span>')

    def tab_commands(self, place: str) -> Iterator[Command]:
        """To go to each of the tabs."""
        for index, tab in enumerate(self._tabs):
            button = self._buttons.button(index)
            text = self.tr("Go to the tab {tab}").format(tab=tab.title())
            yield Command(text, place, button.shortcut().toString(), button.click)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def retranslate(self) -> None:
        """Says everything in the language that is now in force."""
        self._brand.setAccessibleName("TapeLab")
        self._guide.set_label(self.tr("Guide: lessons and glossary"), GUIDE_KEYS)
        self._language.set_label(self.tr("Language"))
        self._theme.set_label(self.tr("Colours of the window"))
        for code, action in self._language_actions.items():
            action.setText(language.NAMES[code] if code else self.tr("Like the system"))
        texts = (self.tr("Like the system"), self.tr("Light"), self.tr("Dark"), self.tr("High contrast"))
        for choice, text in zip(theme.CHOICES, texts, strict=True):
            self._theme_actions[choice].setText(text)
        metrics = QFontMetrics(fonts.words(weight=fonts.SEMIBOLD))
        for index, tab in enumerate(self._tabs):
            title = tab.title()
            button = self._buttons.button(index)
            button.setText(title)
            button.setAccessibleName(title)
            button.setShortcut(f"Ctrl+{index + 1}")
            button.setToolTip(self.tr("{tab} (Ctrl+{number})").format(tab=title, number=index + 1))
            # As wide as it gets when it is chosen, so that its neighbours stay where they are.
            button.setFixedWidth(metrics.horizontalAdvance(title) + fonts.px(30))

    def _menu(self, button: IconButton, choices: Sequence[str], chosen: SignalInstance) -> dict[str, QAction]:
        menu = QMenu(button)
        group = QActionGroup(menu)
        actions = {}
        for choice in choices:
            action = menu.addAction("")
            action.setCheckable(True)
            action.setData(choice)
            group.addAction(action)
            actions[choice] = action
        group.triggered.connect(lambda action: chosen.emit(action.data()))
        button.setMenu(menu)
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        return actions

"""What belongs to the window as a whole, beside its tabs: its actions, with their keys, and the dialogs they open."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QToolButton

from gui.about_dialog import AboutDialog
from gui.commands.collecting import of_actions, of_controls, of_shortcuts
from gui.commands.command import Command
from gui.commands.command_palette import CommandPalette
from gui.commands.shortcut_sheet import ShortcutSheet
from gui.controls.message_line import MessageLine, Offer
from gui.controls.plain_dialog import PlainDialog
from gui.focus_ring import FocusRing
from gui.guide.keys import GUIDE_KEYS, TERM_KEYS
from gui.log_file import LogFile
from gui.presentation.class_view_dialog import ClassViewDialog
from gui.presentation.hiding import Hiding
from gui.presentation.mode import PresentationMode
from gui.settings_dialog import SettingsDialog
from gui.shell_window import ShellWindow

KEYS: dict[str, tuple[str, ...]] = {
    "find": ("Ctrl+K",),
    "guide": (GUIDE_KEYS,),
    "term": (TERM_KEYS,),
    "welcome": (),
    "settings": ("Ctrl+,",),
    "larger": ("Ctrl++", "Ctrl+="),
    "smaller": ("Ctrl+-",),
    "usual": ("Ctrl+0",),
    "present": ("F5", "F11"),
    "step": ("PgDown",),
    "back": ("PgUp",),
    "class_view": (),
    "show_all": (),
    "shortcuts": ("F1", "?"),
    "log": (),
    "about": (),
    "close": ("Ctrl+Q", "Ctrl+W"),
}
GROUPS = (
    ("find", "settings"),
    ("guide", "term", "welcome"),
    ("larger", "smaller", "usual"),
    ("present", "class_view", "show_all"),
    ("shortcuts", "log", "about"),
    ("close",),
)
"""As the menu shows them."""

MAKE_TAB_MILLISECONDS = 20


class Shell(QObject):
    """The window makes it last, and tells it which tab is in front and which are made."""

    def __init__(self, window: ShellWindow, messages: MessageLine) -> None:
        super().__init__(window)
        self._window = window
        self._messages = messages
        self.log_file: LogFile | None = None
        self.ring = FocusRing(self)
        self.hiding = Hiding(window.made_tabs, self)
        self.mode = PresentationMode(window, window.preferences.theme, window.front_page)
        self.mode.changed.connect(self._show_mode)
        self.hiding.changed.connect(self._show_hidden)
        self._palette = CommandPalette(self.commands, window)
        self._dialogs: dict[str, PlainDialog] = {}
        self._actions = {name: self._action(name) for name in KEYS}
        self._actions["present"].setCheckable(True)
        self._making = QTimer(self)
        self._making.setInterval(MAKE_TAB_MILLISECONDS)
        self._making.timeout.connect(self._make_a_tab)
        for group in GROUPS:
            window.bar.menu.add_group([self._actions[name] for name in group])
        window.addActions(list(self._actions.values()))
        window.installEventFilter(self)
        self._show_mode(False)
        self._show_hidden()
        self.retranslate()

    def commands(self) -> list[Command]:
        """Everything that the window can do now."""
        return [one for one in self._collected() if one.text]

    def keys(self) -> list[Command]:
        """Everything that has keys, also what cannot be used at the moment."""
        window = self._window
        found = [one for one in self._of_window() if one.keys]
        redo = self.tr("Redo")
        texts = {"Ctrl+Z": self.tr("Undo"), "Ctrl+Shift+Z": redo, "Ctrl+Y": redo}
        titles = window.tab_titles()
        for key, tab in window.made_tabs().items():
            of_tab = [one for one in of_controls(tab, titles[key], with_idle=True) if one.keys]
            known = " ".join(one.keys for one in of_tab)
            found += [*of_tab, *of_shortcuts(tab, titles[key], known, texts)]
        return found

    def action(self, name: str) -> QAction:
        """One of `KEYS`."""
        return self._actions[name]

    def open_dialog(self, name: str) -> PlainDialog:
        """Shows "settings", "shortcuts", "about" or "class_view"."""
        if name not in self._dialogs:
            self._dialogs[name] = self._make_dialog(name)
        self._dialogs[name].come_up()
        return self._dialogs[name]

    def begin(self) -> None:
        """The window can be seen."""
        self.ring.watch(self._window)
        log_file = self.log_file
        if log_file is not None and log_file.crashed_before is not None:
            path = log_file.shown(log_file.crashed_before)
            self._messages.show_info(
                lambda: self.tr("The last time, TapeLab was ended by a crash. {path} says where.").format(path=path),
                self.offer_folder(log_file),
            )

    def offer_folder(self, log_file: LogFile) -> Offer:
        """To look at the files that the log is in."""
        return Offer(lambda: (self.tr("Open folder"), self.tr("Shows the folder with the log")), log_file.show_folder)

    def follow_tab(self) -> None:
        """Another tab is in front, or was made."""
        for key, tab in self._window.made_tabs().items():
            self.hiding.follow(key, tab)
        self.mode.step_aside()
        dialog = self._dialogs.get("class_view")
        if isinstance(dialog, ClassViewDialog) and dialog.isVisible():
            dialog.refresh()

    def close(self) -> None:
        """The window closes."""
        self._making.stop()
        self.mode.switch(False)
        for dialog in self._dialogs.values():
            dialog.close()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        return False

    def retranslate(self) -> None:
        """Says everything in the language that is now in force."""
        texts = {
            "find": self.tr("Find an action …"),
            "settings": self.tr("Settings …"),
            "guide": self.tr("Guide: lessons and glossary"),
            "term": self.tr("What does this word mean?"),
            "welcome": self.tr("Welcome …"),
            "larger": self.tr("Larger text"),
            "smaller": self.tr("Smaller text"),
            "usual": self.tr("Usual text size"),
            "present": self.tr("Presentation"),
            "step": self.tr("In a presentation: one step on"),
            "back": self.tr("In a presentation: one step back"),
            "class_view": self.tr("What the class sees …"),
            "show_all": self.tr("Show all that is hidden from the class"),
            "shortcuts": self.tr("Keyboard shortcuts"),
            "log": self.tr("Open the folder with the log"),
            "about": self.tr("About TapeLab"),
            "close": self.tr("Close the window"),
        }
        for name, text in texts.items():
            self._actions[name].setText(text)

    # What there is

    def _of_window(self) -> Iterator[Command]:
        window, everywhere = self._window, self.tr("Window")
        yield from of_actions(window.actions(), everywhere)
        for button in window.bar.findChildren(QToolButton):
            menu = button.menu()
            if isinstance(menu, QMenu) and button is not window.bar.menu:
                others = [action for action in menu.actions() if action not in window.actions()]
                yield from of_actions(others, everywhere, button.accessibleName())
        yield from window.bar.tab_commands(everywhere)

    def _collected(self) -> Iterator[Command]:
        yield from self._of_window()
        window = self._window
        front = window.front_page()
        made = window.made_tabs()
        titles = window.tab_titles()
        yield from of_controls(front, titles.get(window.front_key(), ""))
        for key, tab in made.items():
            if tab is not front:
                for command in of_controls(tab, titles[key]):
                    yield Command(
                        command.text, command.place, command.keys, _after(window, key, command.run), command.goes_to
                    )

    def _make_dialog(self, name: str) -> PlainDialog:
        window = self._window
        match name:
            case "settings":
                return SettingsDialog(window.preferences, self.ring, window)
            case "shortcuts":
                return ShortcutSheet(self.keys, self.ring, window)
            case "about":
                return AboutDialog(self.log_file, self.ring, window)
            case _:
                return ClassViewDialog(self.hiding, self._front, self.ring, window)

    def _front(self) -> tuple[str, str]:
        key = self._window.front_key()
        return key, self._window.tab_titles()[key]

    # What the actions do

    def _action(self, name: str) -> QAction:
        action = QAction(self)
        action.setShortcuts([QKeySequence(key) for key in KEYS[name]])
        action.triggered.connect(self._doing(name))
        return action

    def _doing(self, name: str) -> Callable[[], object]:
        preferences = self._window.preferences
        doing: dict[str, Callable[[], object]] = {
            "find": self._find,
            "guide": self._window.guide.toggle,
            "term": self._window.guide.explain,
            "welcome": self._window.show_welcome,
            "larger": lambda: preferences.resize_text(1),
            "smaller": lambda: preferences.resize_text(-1),
            "usual": lambda: preferences.resize_text(0),
            "present": lambda: self.mode.switch(not self.mode.is_on),
            "step": lambda: self.mode.step(1),
            "back": lambda: self.mode.step(-1),
            "show_all": self.hiding.show_all,
            "shortcuts": self._list_keys,
            "log": self._open_log,
            "close": self._window.close,
        }
        return doing.get(name, lambda: self.open_dialog(name))

    def _find(self) -> None:
        self._making.start()
        self._palette.open()

    def _list_keys(self) -> None:
        self._making.start()
        self.open_dialog("shortcuts")

    def _open_log(self) -> None:
        if self.log_file is not None:
            self.log_file.show_folder()

    def _make_a_tab(self) -> None:
        """One at a time, so that the window is not held up; what it can do is then found, too."""
        if self._window.make_another_tab():
            dialog = self._dialogs.get("shortcuts")
            if dialog is not None and dialog.isVisible():
                dialog.retranslate()
            self._palette.refresh()
        else:
            self._making.stop()

    def _show_mode(self, is_on: bool) -> None:
        self._actions["present"].setChecked(is_on)
        for name in ("step", "back"):
            self._actions[name].setEnabled(is_on)
        if is_on:
            self._messages.show_info(lambda: self.tr("Page Down: one step on. Page Up: one step back. F5 ends it."))
        elif not self._messages.is_problem() and not self._messages.has_offers():
            self._messages.clear()

    def _show_hidden(self) -> None:
        self._actions["show_all"].setEnabled(bool(self.hiding.hidden()))


def _after(window: ShellWindow, key: str, run: Callable[[], object]) -> Callable[[], None]:
    """Goes to the tab first."""

    def go() -> None:
        window.show_tab_of(key)
        run()

    return go
